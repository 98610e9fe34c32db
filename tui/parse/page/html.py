"""A page's bytes -> text -> tree -> blocks. selectolax's tree is read, never changed."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui import text as safe
from tui.blocks import (
    Block,
    Blocks,
    Code,
    Embed,
    Footnote,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Script,
    Span,
    Spans,
    Table,
    span_text,
)
from tui.errors import ParseError
from tui.parse.page.roles import HIDDEN, named

LARGEST = 20_000_000
"""Characters of a page that is still read."""

_MANY_TAGS = 20_000
"""Tags from which on the nesting is measured before the page is parsed: the parser's time grows with its square."""

_DEEPEST = 2_000
"""Elements inside one another; real pages stay under 100."""

_DEEP = 120
"""Depth from which on an element is read as its bare text."""

_MOST_BLOCKS = 50_000
"""Blocks that are read of one element; the longest real stories have some thousands."""

_MOST_ELEMENTS = 100_000
"""Elements of one story that are read; the largest real pages have some ten thousand in all."""

# -- text to tree -----------------------------------------------------------------------------------------------

_FLAT = (
    "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|tbody|thead|tfoot|dt|dd|option|optgroup"
    "|colgroup|path|rect|circle|use|g|svg|polygon|line"
)
"""Elements that close by themselves, or hold nothing: they do not nest."""
_NESTING = re.compile(rf"<(/?)(?!(?:{_FLAT})(?![\w:-]))[a-z]")


def tree(html: str) -> LexborHTMLParser:
    """The page's tree; ParseError for a page too large, or nested too deeply to be anything but an attack."""
    if len(html) > LARGEST:
        raise ParseError("This page is larger than 20 MB, which is more than any story.")
    body = html.encode("utf-8", "replace")
    if body.count(b"<") > _MANY_TAGS and _depth(html) > _DEEPEST:
        raise ParseError("This page is nested too deeply to be read.")
    return LexborHTMLParser(body)


def _depth(html: str) -> int:
    depth = deepest = 0
    for closing in _NESTING.findall(html.lower()):
        if not closing:
            depth += 1
            if depth > deepest:
                deepest = depth
        elif depth:
            depth -= 1
    return deepest


# -- tree to blocks ---------------------------------------------------------------------------------------------

WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that say much in few characters, most of them without spaces."""
UNREAD = frozenset(
    "script style template link meta head title svg math canvas map object param form button input select textarea"
    " label dialog option nav menu base applet noframes".split()
)
"""Elements whose content is never part of a story's text."""

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def hidden(attributes: dict[str, str | None]) -> bool:
    """An element that is there, but not for the eye."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    names = attributes.get("class")
    return bool(names and named(names) & HIDDEN)


class _Style(NamedTuple):
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    script: Script = ""
    href: str = ""


_PLAIN = _Style()
Ids = frozenset[int] | set[int]
_BREAKS = re.compile(r" *\n[ \n]*")
_STRONG = frozenset(("b", "strong"))
_EMPHASIS = frozenset(("i", "em", "cite", "dfn", "var"))
_TYPED = frozenset(("code", "kbd", "samp", "tt"))
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike"
    " strong sub sup time tt u var wbr nobr x-large amp-fit-text".split()
)
_SAID = _INLINE - {"q", "rp", "rt", "label"}
_SAID_APART = frozenset("p div section article header footer main h1 h2 h3 h4 h5 h6 address center".split())
_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_POSTS = re.compile(
    r"twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed|reddit-(?:card|embed)|threads-post|text-post-media|telegram-post"
)
_VIDEOS = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:embed|shorts|live|watch)|youtu\.be/|player\.vimeo\.com/|vimeo\.com/\d|dailymotion\.com/(?:embed|video)"
    r"|geo\.dailymotion\.com|facebook\.com/plugins/video|players\.brightcove\.net|rutube\.ru/play|vk\.com/video|player\.twitch\.tv|ok\.ru/videoembed"
    r"|streamable\.com/|bilibili\.com/player|odysee\.com/|rumble\.com/embed|peertube|tiktok\.com/embed)"
)
_AUDIOS = re.compile(
    r"(?:w\.soundcloud\.com/player|open\.spotify\.com/embed|embed\.podcasts\.apple\.com|mixcloud\.com/widget|bandcamp\.com/EmbeddedPlayer|omny\.fm|acast\.com|megaphone\.fm|audioboom\.com)"
)
_POST_FRAMES = re.compile(
    r"platform\.twitter\.com/embed|instagram\.com/(?:p|reel)/|facebook\.com/plugins/post|embed\.bsky\.app|t\.me/.*embed"
)
_YOUTUBE = re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:embed|shorts|live)/|youtu\.be/)([\w-]{6,})")
_POST_AUTHOR = re.compile(r"\s*[—–-]\s*([^—–]{2,80}?\(@[\w.]+\))\s*(.{0,60})$", re.DOTALL)
_NOTE_ID = re.compile(
    r"^(?:fn|footnote|_?ftn|sdfootnote|cite_note|note|endnote|en|easy-footnote(?:-bottom)?|footnotes?)[-_:.]?[\w.:-]*\d",
    re.IGNORECASE,
)
_NOTE_REF = re.compile(
    r"#(?:fn|footnote|_?ftn|sdfootnote|cite_note|note|endnote|en|easy-footnote(?:-bottom)?)[-_:.]?[\w.:-]*\d",
    re.IGNORECASE,
)
_BACK_ARROWS = re.compile(r"[\s↩↵⏎↑^]+$|^[\s↩^↑]+")
_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|brush:\s*|highlight-source)[-:]?([\w+#-]+)")


def blocks(
    node: LexborNode, base: str, dropped: Ids = frozenset(), pictured: Ids = frozenset(), opened: Ids = frozenset()
) -> Blocks:
    """What stands in a node, as blocks.

    Elements whose `mem_id` is in `dropped` are left out; those in `pictured` are a picture and what stands under it,
    those in `opened` are read though they are hidden.
    """
    writer = _Writer(base, dropped, pictured, opened)
    writer.children(node, _PLAIN, 0)
    return writer.done()


def words(node: LexborNode) -> str:
    """The text of a node on one line, without what the eye does not see; words never run together."""
    first = node.first_child
    if first is None:
        return ""
    if first.next is None and first.tag == "-text":
        return safe.line(first.text_content or "")
    said: list[str] = []
    if _gather(first, said, 0):
        return safe.line("".join(said))
    writer = _Writer("")
    writer.children(node, _PLAIN, 0)
    return safe.line(" ".join(_bare(writer.done())))


def _gather(first: LexborNode | None, said: list[str], depth: int) -> bool:
    """The text of an element and its next ones, where these hold text, inline elements and paragraphs only; else False."""
    child = first
    while child is not None:
        tag = child.tag or ""
        if tag == "-text":
            said.append(child.text_content or "")
        elif tag == "br":
            said.append(" ")
        elif tag in _SAID or tag in _SAID_APART:
            attributes = child.attributes
            if not (attributes and hidden(attributes)):
                apart = " " if tag in _SAID_APART else ""
                said.append(apart)
                if depth > _DEEP // 2 or len(said) > _MOST_BLOCKS or not _gather(child.first_child, said, depth + 1):
                    return False
                said.append(apart)
        elif tag != "-comment" and (tag not in UNREAD or tag == "form"):
            return False
        child = child.next
    return True


def _bare(found: Iterable[Block]) -> Iterable[str]:
    for block in found:
        match block:
            case Paragraph(spans) | Heading(spans=spans) | Footnote(spans=spans):
                yield span_text(spans)
            case Quote(blocks=inner):
                yield from _bare(inner)
            case Listing(items=items):
                for item in items:
                    yield from _bare(item.blocks)
            case Table(rows=rows, header=header):
                yield from (span_text(cell) for row in (header, *rows) for cell in row)
            case Code(text=text):
                yield text
            case Embed(text=text):
                yield text
            case _:
                continue


class _Writer:
    """Walks a node and writes blocks; `run` is the paragraph that is being written."""

    def __init__(self, base: str, dropped: Ids = frozenset(), pictured: Ids = frozenset(), opened: Ids = frozenset()):
        self.base = base
        self.dropped = dropped
        self.pictured = pictured
        self.opened = opened
        self.blocks: list[Block] = []
        self.run: list[tuple[str, _Style]] = []
        self.level = 0
        self.seen: set[str] = set()
        self.left: Iterator[int] = iter(range(_MOST_ELEMENTS))

    def done(self) -> Blocks:
        self.flush()
        return tuple(self.blocks)

    def inner(self, node: LexborNode, depth: int, style: _Style = _PLAIN) -> Blocks:
        """The blocks of a node on their own: a quotation's, an item's."""
        writer = _Writer(self.base, self.dropped, self.pictured, self.opened)
        writer.seen, writer.left = self.seen, self.left
        writer.children(node, style, depth)
        return writer.done()

    def flush(self) -> None:
        """End the paragraph (or heading) that is being written."""
        if not self.run:
            return
        run, self.run = self.run, []
        for spans in _paragraphs(run):
            self.blocks.append(Heading(self.level, spans) if self.level else Paragraph(spans))

    def children(self, node: LexborNode, style: _Style, depth: int) -> None:
        if depth > _DEEP:
            self.write(node.text(separator=" "), style)
            return
        child = node.first_child
        run, dropped = self.run, self.dropped
        while child is not None and len(self.blocks) < _MOST_BLOCKS:
            tag = child.tag
            if tag == "-text":
                text = child.text_content or ""
                if self.run is not run:
                    run = self.run
                if text.isspace():
                    if run:
                        run.append((" ", style))
                elif text:
                    if not text.isprintable() or "  " in text:
                        text = _collapsed(text)
                    run.append((text, style))
            elif tag == "-comment" or tag in UNREAD or child.mem_id in dropped:
                if tag == "form" and child.mem_id not in dropped:
                    self.form(child, style, depth)
            elif next(self.left, None) is None:
                return
            else:
                self.element(child, tag or "", style, depth + 1)
            child = child.next

    def write(self, text: str | None, style: _Style) -> None:
        if text:
            self.run.append((_collapsed(text), style))

    def form(self, node: LexborNode, style: _Style, depth: int) -> None:
        """Some sites (ASP.NET) put the whole page in a form: it is read where it holds paragraphs."""
        if len(node.css("p")) > 3:
            self.children(node, style, depth)

    def element(self, node: LexborNode, tag: str, style: _Style, depth: int) -> None:
        attributes = node.attributes
        if attributes and hidden(attributes) and node.mem_id not in self.opened:
            return
        if self.pictured and node.mem_id in self.pictured:
            self.figure(node, style, depth, True)
        elif tag == "br":
            self.run.append(("\n", style))
        elif tag in _INLINE:
            self.inline(node, tag, attributes, style, depth)
        elif tag == "p":
            self.flush()
            first = node.first_child
            if first is not None and first.next is None and first.tag == "-text" and style == _PLAIN and not self.level:
                if text := safe.line(first.text_content or ""):  # most paragraphs are nothing but text
                    self.blocks.append(Paragraph((Span(text),)))
                return
            self.children(node, style, depth)
            self.flush()
        elif tag in _HEADINGS:
            self.heading(node, tag, style, depth)
        elif tag in ("ul", "ol"):
            self.listing(node, tag, attributes, depth)
        elif tag in ("blockquote",):
            self.quote(node, attributes, depth)
        elif tag == "figure":
            self.figure(node, style, depth)
        elif tag in ("img", "amp-img", "picture"):
            self.picture(node, style)
        elif tag == "table":
            self.table(node, style, depth)
        elif tag == "pre":
            self.pre(node)
        elif tag in (
            "iframe",
            "amp-youtube",
            "amp-iframe",
            "video",
            "audio",
            "amp-video",
            "lite-youtube",
            "youtube-video",
        ):
            self.embed(node, tag, attributes)
        elif tag == "hr":
            self.flush()
            if self.blocks and not isinstance(self.blocks[-1], Rule):
                self.blocks.append(Rule())
        elif tag == "dt":
            self.flush()
            self.children(node, style._replace(strong=True), depth)
            self.flush()
        elif tag == "noscript":
            self.noscript(node)
        elif tag == "li":
            if not self.footnote(node, attributes, depth):
                self.flush()
                self.children(node, style, depth)
                self.flush()
        else:
            self.flush()
            self.children(node, style, depth)
            self.flush()

    def inline(self, node: LexborNode, tag: str, attributes: dict[str, str | None], style: _Style, depth: int) -> None:
        if tag in ("rp", "rt"):
            return
        if tag == "a":
            href = attributes.get("href") or ""
            if href.startswith("#"):
                label = safe.line(node.text()).strip("[]()^ ")
                style = style._replace(href="#" + label) if label and _NOTE_REF.match(href) else style
            elif href:
                whole = href.startswith(("https://", "http://"))
                url = address.clean(href if whole else address.join(self.base, href))
                style = _Style(style.strong, style.emphasis, style.code, style.script, url)
        elif tag in _STRONG:
            style = _Style(True, style.emphasis, style.code, style.script, style.href)
        elif tag in _EMPHASIS:
            style = _Style(style.strong, True, style.code, style.script, style.href)
        elif tag in _TYPED:
            style = style._replace(code=True)
        elif tag == "sub":
            style = style._replace(script="sub")
        elif tag == "sup":
            style = style._replace(script="super")
        if tag == "q":
            self.run.append(("“", style))
            self.children(node, style, depth)
            self.run.append(("”", style))
        else:
            self.children(node, style, depth)

    def heading(self, node: LexborNode, tag: str, style: _Style, depth: int) -> None:
        self.flush()
        outer, self.level = self.level, _HEADINGS[tag]
        self.children(node, style, depth)
        self.flush()
        self.level = outer

    def listing(self, node: LexborNode, tag: str, attributes: dict[str, str | None], depth: int) -> None:
        self.flush()
        if depth > _DEEP:
            self.write(node.text(separator=" "), _PLAIN)
            self.flush()
            return
        items: list[Item] = []
        child = node.first_child
        while child is not None and next(self.left, None) is not None:
            kind = child.tag or ""
            if (
                kind not in UNREAD
                and kind != "-comment"
                and child.mem_id not in self.dropped
                and not (child.attributes and hidden(child.attributes))
            ):
                if kind == "-text":
                    text = safe.line(child.text_content or "")
                    found: Blocks = (Paragraph((Span(text),)),) if text else ()
                elif kind == "li" and self.footnote(child, child.attributes, depth + 1):
                    found = ()
                elif kind in ("ul", "ol") and items:
                    nested = _Writer(self.base, self.dropped, self.pictured, self.opened)
                    nested.seen, nested.left = self.seen, self.left
                    nested.listing(child, kind, child.attributes, depth + 1)
                    items[-1] = Item(items[-1].blocks + nested.done())
                    found = ()
                else:
                    found = self.inner(child, depth + 1)
                if found:
                    items.append(Item(found))
            child = child.next
        if not items:
            return
        if all(isinstance(block, Picture | Embed) for item in items for block in item.blocks):
            self.blocks.extend(block for item in items for block in item.blocks)  # a gallery
            return
        start = attributes.get("start") or "1"
        self.blocks.append(
            Listing(
                tuple(items), tag == "ol", int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
            )
        )

    def footnote(self, node: LexborNode, attributes: dict[str, str | None], depth: int) -> bool:
        """An item that is a note to the text: written as one, under the label that the text refers to it by."""
        identity = attributes.get("id") or ""
        if not identity or not _NOTE_ID.match(identity):
            return False
        spans = _joined(self.inner(node, depth))
        label = re.sub(r".*?(\d+)\D*$", r"\1", identity)
        spans = tuple(span for span in spans if not (span.href.startswith("#") or _BACK_ARROWS.fullmatch(span.text)))
        if not spans:
            return False
        last = spans[-1]
        self.flush()
        self.blocks.append(
            Footnote(
                label,
                (
                    *spans[:-1],
                    Span(
                        _BACK_ARROWS.sub("", last.text),
                        *_Style(last.strong, last.emphasis, last.code, last.script, last.href),
                    ),
                ),
            )
        )
        return True

    def quote(self, node: LexborNode, attributes: dict[str, str | None], depth: int) -> None:
        self.flush()
        names = attributes.get("class") or ""
        if _POSTS.search(names) or any(
            name.startswith(("data-instgrm", "data-bluesky", "data-tweet")) for name in attributes
        ):
            self.blocks.extend(self.post(node, attributes))
            return
        source = ""
        found = [
            each
            for each in node.css("cite, footer, figcaption, .attribution, .quote-author")
            if each.mem_id != node.mem_id
        ]
        dropped = self.dropped
        if found and (said := words(found[-1])) and len(said) < 120 and said != words(node):
            source = said.lstrip("—–- \u2015").strip()
            self.dropped = frozenset(dropped) | {found[-1].mem_id}
        inner = self.inner(node, depth)
        self.dropped = dropped
        if inner:
            self.blocks.append(Quote(inner, source))

    def post(self, node: LexborNode, attributes: dict[str, str | None]) -> Blocks:
        """A post of another site: its text, who wrote it, where it is."""
        links = [link.attributes.get("href") or "" for link in node.css("a[href]")]
        given = attributes.get("data-instgrm-permalink") or attributes.get("cite") or ""
        url = given or next(
            (
                link
                for link in reversed(links)
                if "/status/" in link or "/p/" in link or "/video/" in link or "/post/" in link
            ),
            links[-1] if links else "",
        )
        text = words(node)
        author = published = ""
        if found := _POST_AUTHOR.search(text):
            author, published, text = found[1], found[2], text[: found.start()]
        url = address.clean(address.join(self.base, url))
        return (
            (Embed("post", url, author=author.strip(), text=text.strip(), published=published.strip()),)
            if text.strip() or url
            else ()
        )

    def figure(self, node: LexborNode, style: _Style, depth: int, whole: bool = False) -> None:
        self.flush()
        if node.css_first("table, blockquote, pre, iframe, video, audio, amp-youtube") is not None:
            self.children(node, style, depth)
            return
        images = node.css("img, amp-img")
        found = [picture for image in images if (picture := self.image(image))]
        caption, credit = self.caption(node)
        if whole and not caption:
            caption, credit = credited(words(node))
        if whole and not found:
            self.flush()
            return
        if not found:
            if not images and not node.css_first("figcaption"):
                self.children(node, style, depth)
            return
        if len(found) > 1 and len(node.css("figcaption")) > 1:
            self.children(node, style, depth)  # a gallery of figures
            return
        first = found[0]
        self.blocks.append(Picture(first.url, caption, first.alt, credit))
        self.blocks.extend(found[1:])

    def caption(self, node: LexborNode) -> tuple[str, str]:
        """(what stands under a picture, who made it)."""
        below = node.css_first("figcaption, .wp-caption-text, .caption, [itemprop=caption]")
        maker = node.css_first(
            "[class*=credit], [class*=copyright], [class*=photographer], [itemprop=copyrightHolder], [itemprop=author]"
        )
        credit = words(maker) if maker is not None else ""
        caption = words(below) if below is not None else ""
        if credit and len(credit) < 150 and credit != caption:
            if caption.endswith(credit):
                caption = caption[: -len(credit)]
            elif caption.startswith(credit):
                caption = caption[len(credit) :]
            caption = caption.strip(" |/–—-·•")
        elif credit == caption and maker is not None and below is not None and maker.mem_id != below.mem_id:
            caption = ""
        else:
            caption, credit = credited(caption)
        return caption, _CREDIT_WORDS.sub("", credit).strip(" ()[]|/:–—-©")

    def picture(self, node: LexborNode, style: _Style) -> None:
        image = node if node.tag != "picture" else node.css_first("img, amp-img")
        if image is None:
            return
        alt = image.attributes.get("alt") or ""
        if "emoji" in (image.attributes.get("class") or "") or "/emoji/" in (image.attributes.get("src") or ""):
            self.write(safe.clean(alt), style)
            return
        found = self.image(image)
        if found:
            self.flush()
            self.blocks.append(found)

    def image(self, node: LexborNode) -> Picture | None:
        """The picture of an img, by its best candidate; None for icons, counters, and what has been shown already."""
        if next(self.left, None) is None:
            return None
        attributes = node.attributes
        for side in ("width", "height"):
            given = (attributes.get(side) or "").removesuffix("px")
            if given.isascii() and given.isdigit() and len(given) < 6 and int(given) < 60:
                return None
        source = best_picture(node, attributes)
        url = address.clean(address.join(self.base, source)) if source else ""
        if not url or _ICONS.search(url.lower()):
            return None
        same = _SIZES.sub("", url.partition("?")[0])
        if same in self.seen:
            return None
        self.seen.add(same)
        return Picture(url, alt=safe.line(attributes.get("alt") or ""))

    def noscript(self, node: LexborNode) -> None:
        """Shown where scripts do not run: here only for pictures that come late otherwise."""
        for image in node.css("img"):
            if found := self.image(image):
                self.flush()
                self.blocks.append(found)

    def table(self, node: LexborNode, style: _Style, depth: int) -> None:
        self.flush()
        if depth > _DEEP or node.css_first("table table") is not None:
            self.children(node, style, depth)
            return
        rows = node.css("tr")[:_MOST_BLOCKS]
        wide = sum(len(row.css("td, th")) > 1 for row in rows)
        if not rows or wide * 2 < len(rows) or (len(rows) < 4 and len(node.css("td p")) > 1):
            self.children(node, style, depth)
            return
        named = node.css_first("caption")
        header: tuple[Spans, ...] = ()
        kept: list[tuple[Spans, ...]] = []
        for row in rows:
            if next(self.left, None) is None:
                break
            cells = row.css("td, th")
            if row.mem_id in self.dropped or not cells:
                continue
            spans = tuple(_joined(self.inner(cell, depth + 1)) for cell in cells)
            if not any(spans):
                continue
            parent = row.parent
            if (
                not header
                and not kept
                and ((parent is not None and parent.tag == "thead") or all(cell.tag == "th" for cell in cells))
            ):
                header = spans
            else:
                kept.append(spans)
        if kept or header:
            self.blocks.append(Table(tuple(kept), header, words(named) if named is not None else ""))

    def pre(self, node: LexborNode) -> None:
        self.flush()
        text = safe.clean(node.text()).strip("\n")
        code = node.css_first("code")
        names = " ".join(filter(None, (each.attributes.get("class") for each in (node, code) if each is not None)))
        found = _LANGUAGE.search(names)
        if text.strip():
            if (
                code is None
                and not found
                and len(text) > 200
                and re.search(r"[.!?…。]\s+\S", text)
                and not re.search(r"[;{}=<>]{2}", text)
            ):
                self.blocks.extend(
                    Paragraph((Span(part),)) for row in re.split(r"\n\s*\n", text) if (part := safe.prose(row))
                )
            else:
                self.blocks.append(Code(text, found[1] if found else ""))

    def embed(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src") or attributes.get("data-src") or attributes.get("data-lazy-src") or ""
        if tag in ("amp-youtube", "lite-youtube", "youtube-video"):
            source = "https://www.youtube.com/embed/" + (
                attributes.get("data-videoid") or attributes.get("videoid") or ""
            )
        media: Literal["post", "video", "audio", "other"] = "other"
        if tag in ("video", "audio", "amp-video"):
            media = "audio" if tag == "audio" else "video"
            first = node.css_first("source[src]")
            source = source or (first.attributes.get("src") or "" if first is not None else "")
        elif _VIDEOS.search(source) or tag in ("amp-youtube", "lite-youtube", "youtube-video"):
            media = "video"
        elif _AUDIOS.search(source):
            media = "audio"
        elif _POST_FRAMES.search(source):
            media = "post"
        else:
            return
        if found := _YOUTUBE.search(source):
            source = "https://www.youtube.com/watch?v=" + found[1]
        url = address.clean(address.join(self.base, source))
        if url and url not in self.seen:
            self.seen.add(url)
            self.flush()
            self.blocks.append(
                Embed(media, url, safe.line(attributes.get("title") or attributes.get("aria-label") or ""))
            )


# -- paragraphs -------------------------------------------------------------------------------------------------


def _collapsed(text: str) -> str:
    """White space as single blanks, at the ends too."""
    inner = " ".join(text.split())
    if not inner:
        return " "
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _paragraphs(run: list[tuple[str, _Style]]) -> Iterable[Spans]:
    """The spans of what was written, white space collapsed across them; an empty line (two breaks) starts a new paragraph."""
    pieces: list[tuple[str, _Style]] = []
    breaks = 0
    for text, style in run:
        if text == "\n":
            breaks += 1
        elif text == " " or not text:
            if pieces and not pieces[-1][0].endswith((" ", "\n")):
                pieces.append((" ", style if pieces[-1][1] == style else _PLAIN))
        else:
            if breaks > 1 and pieces:
                yield from _finished(pieces)
                pieces = []
            elif breaks and pieces:
                pieces.append(("\n", pieces[-1][1] if pieces[-1][1] == style else _PLAIN))
            breaks = 0
            if text[0] == " " and (not pieces or pieces[-1][0].endswith((" ", "\n"))):
                text = text[1:]
            if text:
                pieces.append((text, style))
    yield from _finished(pieces)


def _finished(pieces: list[tuple[str, _Style]]) -> Iterable[Spans]:
    if len(pieces) == 1:
        text, style = pieces[0]
        text = safe.clean(text)
        if text := (_BREAKS.sub("\n", text) if "\n" in text else text).strip():
            yield (Span(text, *style),)
        return
    merged: list[tuple[list[str], _Style]] = []
    for text, style in pieces:
        if merged and merged[-1][1] == style:
            merged[-1][0].append(text)
        else:
            merged.append(([text], style))
    spans = [(safe.clean("".join(texts)), style) for texts, style in merged]
    if any("\n" in text for text, _ in spans):
        spans = [(_BREAKS.sub("\n", text), style) for text, style in spans]
    while spans and not spans[0][0].strip():
        spans.pop(0)
    while spans and not spans[-1][0].strip():
        spans.pop()
    if spans:
        spans[0] = (spans[0][0].lstrip(), spans[0][1])
        spans[-1] = (spans[-1][0].rstrip(), spans[-1][1])
        yield tuple(Span(text, *style) for text, style in spans if text)


def _joined(found: Blocks) -> Spans:
    """Blocks as one run of spans, a line each: what a table's cell or a note can hold."""
    spans: list[Span] = []
    for block in found:
        if isinstance(block, Paragraph | Heading | Footnote):
            inner: Spans = block.spans
        elif isinstance(block, Listing | Quote | Table):
            inner = tuple(Span(text) for text in _bare([block]))
        else:
            continue
        if spans and inner:
            spans.append(Span("\n"))
        spans.extend(inner)
    return tuple(spans)


# -- pictures ---------------------------------------------------------------------------------------------------

_SIZES = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)|-scaled(?=\.\w+$)")
_ICONS = re.compile(
    r"(?:^data:|/(?:1x1|pixel|spacer|blank|transparent|placeholder|loading)[\w-]*\.(?:gif|png|svg|jpe?g)|\.svg$|gravatar\.com|/icons?/|(?:favicon|sprite|logo)[\w-]*\.)"
)
_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-full-src",
    "data-large-file",
    "data-orig-file",
    "data-url",
    "data-image",
    "data-hi-res-src",
    "data-src-large",
    "data-native-src",
)
_CANDIDATE = re.compile(r"\s*(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)")
_WIDEST = 2400


def best_picture(node: LexborNode, attributes: dict[str, str | None]) -> str:
    """The address of the largest candidate that an img names, itself or through its picture's sources."""
    sets = [attributes.get(name) for name in ("srcset", "data-srcset", "data-lazy-srcset")]
    parent = node.parent
    if parent is not None and parent.tag == "picture":
        sets += [each.attributes.get("srcset") or each.attributes.get("data-srcset") for each in parent.css("source")]
    best, best_size = "", 0.0
    for given in sets:
        for url, size, unit in _CANDIDATE.findall((given or "")[:20_000]):
            width = float(size or 1) * (1000 if unit != "w" else 1) if not size or size.count(".") < 2 else 0
            if best_size < width <= _WIDEST and not url.startswith("data:"):
                best, best_size = url, width
    lazy = next((given for name in _LAZY if (given := attributes.get(name)) and not given.startswith("data:")), "")
    source = attributes.get("src") or ""
    if best and (best_size > 1000 or not (lazy or source) or source.startswith("data:") or best_size > 400):
        return best
    return lazy or ("" if source.startswith("data:") else source) or best


_AGENCIES = (
    r"(?:twitter|x|facebook|instagram|youtube|tiktok|telegram|whatsapp|ap|afp|ap photo|reuters|getty(?: images)?|ians|ani|pti|epa|epa-efe|efe|dpa|apa|xinhua|bloomberg|shutterstock|istock|"
    r"pixabay|unsplash|pexels|wikimedia(?: commons)?|wikipedia|flickr|nasa|esa|tass|ria novosti|yonhap|kyodo|bernama|antara|anadolu(?: agency)?|aa|ansa|lusa|belga|anp|ntb|tt|ritzau|pap|čtk|mti|imago|picture alliance|alamy|zuma|upi|cnn|bbc)"
)
_CREDIT_WORDS = re.compile(
    r"^\W*(?:(?:photo(?:graph)?|image|picture|pic|foto(?:grafie)?|bild|credit|source|quelle|fuente|cr[ée]dit[os]?(?: photos?)?|crediti|copyright|photographer|fotograf|fotó|fot\.|zdjęcie|фото|снимка|zdroj|kuva|kuvituskuva|φωτ\.?|사진|写真|صورة|תמונה|צילום|تصویر|फोटो|ภาพ|ảnh)\s*(?:credits?|by|courtesy(?: of)?|von|de|di|d’|par|av|af|via|:)?\s*[:：]\s*|(?:photo(?:graph)?|image|picture)s? (?:by|courtesy(?: of)?|via)\s+|©\s*)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:\s*[(\[]((?:photo|image|picture|pic|foto|credit|source|courtesy|file|via|©|fot\.|фото)\b[^()\[\]]{0,80}|[^()\[\]]{0,60}\b"
    + _AGENCIES
    + r"(?:/[^()\[\]]{1,50})?|"
    + _AGENCIES
    + r"[^()\[\]]{0,40})[)\]]"
    r"|(?<=\S)\(([^()\s][^()]{1,30})\)(?<!\s)"
    r"|[\s|./]+((?:(?:photo(?:graph)?|image|picture|foto|bild|credit|source|quelle|fuente|cr[ée]dit[os]?(?: photos?)?|copyright|фото|写真|사진|صورة|צילום)\s*(?:credit|by)?\s*[:：]|©|(?:photo(?:graph)?|image)s? (?:by|courtesy)\s)[^.]{2,80}))\s*\.?$",
    re.IGNORECASE,
)


def credited(caption: str) -> tuple[str, str]:
    """(caption, credit), where a caption ends in one: "… (Photo: Jane Doe)", "… Photo by Jane Doe/AP", "… Lavrov(Twitter)"."""
    found = _CREDITED.search(caption)
    if not found:
        return caption, ""
    if found[2] and caption[found.start() - 1 : found.start()].isspace():
        return caption, ""
    return caption[: found.start()].rstrip(" |/"), next(filter(None, found.groups()), "").strip()
