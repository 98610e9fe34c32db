"""Makes blocks of a page's tree: paragraphs, headings, quotations, lists, tables, code, pictures, notes."""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

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
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
)
from tui.parse.page.embeds import FRAMES, card, embed, is_card, is_post, post
from tui.parse.page.formulas import CARRYING, carried, formula, is_drawn
from tui.parse.page.formulas import pictured as pictured_formula
from tui.parse.page.formulas import script as formula_script
from tui.parse.page.listings import beside_numbers, language, lines
from tui.parse.page.notes import held_back, notes_of, without_way_back
from tui.parse.page.numbering import counted
from tui.parse.page.pictures import captioned, credited, late_picture, picture_of, same_picture, tells_more
from tui.parse.page.spans import INDENTED, PLAIN, Style, collapsed, is_struck, joined, paragraphs
from tui.parse.page.tables import Written, grid, lays_out, table
from tui.parse.page.tree import DEEP, INLINE, UNREAD, first_of, hidden, is_shown_later, is_whole_page
from tui.parse.page.words import is_permalink, words
from tui.values import replace

_MOST_BLOCKS = 50_000
"""Blocks that are read of one element; the longest real stories have some thousands."""

_MOST_ELEMENTS = 100_000
"""Elements of one story that are read; the largest real pages have some ten thousand in all."""

Ids = frozenset[int] | set[int]
_STRONG = frozenset(("b", "strong"))
_EMPHASIS = frozenset(("i", "em", "cite", "dfn", "var"))
_TYPED = frozenset(("code", "kbd", "samp", "tt"))
_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_STRUCK = frozenset(("del", "s", "strike"))
_NOTE_ID = re.compile(
    r"^(?:fn|footnote|_?ftn|sdfootnote|cite_note|note|endnote|en|easy-footnote(?:-bottom)?|footnotes?)[-_:.]?[\w.:-]*\d",
    re.IGNORECASE,
)
_SIDE_NOTES = re.compile(r"(?:^|[\s_-])(?:side-?note|margin-?note|marginalia)(?:$|\s)", re.IGNORECASE)
"""Names of notes that a style sets into the margin (Tufte)."""
_DROP_CAP = re.compile(r"drop-?_?cap|first-?letter|initial-?letter|lettrine", re.IGNORECASE)
_PANEL = frozenset(("aria-controls", "aria-expanded", "data-toggle", "data-bs-toggle", "data-target"))
"""What a button has that opens the text behind it."""
_ASKS = ("?", "？", "؟")
"""How the text of a button ends that asks what the text behind it answers."""
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form frameset"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav noscript ol optgroup p pre search section slot summary table"
    " tbody td template tfoot th thead tr ul".split()
)
"""Elements that begin a line of their own; any other that holds none of them stands within one."""
_HOLDS_BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, section, article, figure, img, iframe"


class _Page:
    """What all writers of one story share."""

    def __init__(self, node: LexborNode, base: str, dropped: Ids, pictured: Ids, opened: Ids):
        self.base = base
        self.pictured = pictured
        self.opened = opened
        self.notes = notes_of(node)
        self.dropped = dropped
        self.seen: set[str] = set()
        """Pictures and films that are written already."""
        self.left: Iterator[int] = iter(range(_MOST_ELEMENTS))


def blocks(
    node: LexborNode, base: str, dropped: Ids = frozenset(), pictured: Ids = frozenset(), opened: Ids = frozenset()
) -> Blocks:
    """The content of a node as blocks.

    Elements whose `mem_id` is in `dropped` are left out; those in `pictured` are a picture and the lines under it;
    those in `opened` are read although they are hidden.
    """
    page = _Page(node, base, dropped, pictured, opened)
    writer = _Writer(page, page.dropped)
    writer.children(node, PLAIN, 0)
    return writer.done()


class _Lines:
    """The blocks written so far, and the paragraph or heading being written; it does not walk the tree."""

    def __init__(self, page: _Page, dropped: Ids):
        self.page = page
        self.base = page.base
        self.dropped = dropped
        self.left = page.left
        self.blocks: list[Block] = []
        self.run: list[tuple[str, Style]] = []
        self.level = 0
        self.asked = False
        """The heading that is being written is nothing but a button."""
        self.glued = False
        """A drop cap was written: no blank comes before what follows."""

    def done(self) -> Blocks:
        self.flush()
        return tuple(self.blocks)

    def flush(self) -> None:
        """End the paragraph (or heading) that is being written."""
        if not self.run:
            return
        run, self.run = self.run, []
        for spans in paragraphs(run):
            if (
                not self.level
                and self.blocks
                and (capital := _capital(self.blocks[-1]))
                and spans[0].text[:1].islower()
            ):
                self.blocks.pop()
                spans = (Span(capital + spans[0].text, *Style.of(spans[0])), *spans[1:])
            self.blocks.append(Heading(self.level, spans) if self.level else Paragraph(spans))

    def write(self, text: str | None, style: Style) -> None:
        if text:
            self.run.append((collapsed(text), style))

    def rule(self) -> None:
        self.flush()
        if self.blocks and not isinstance(self.blocks[-1], Rule):
            self.blocks.append(Rule())

    def image(self, node: LexborNode) -> Picture | None:
        """The picture of an img, at its best candidate; None for icons, counters, and pictures that were written
        before."""
        if next(self.left, None) is None:
            return None
        found = picture_of(node, self.base)
        same = same_picture(found.url) if found is not None else ""
        if same in self.page.seen:
            return None
        if same:
            self.page.seen.add(same)
        return found

    def noscript(self, node: LexborNode) -> None:
        """Write what is shown where scripts do not run, if it is a picture that a script would load late."""
        for image in node.css("img"):
            if found := self.image(image):
                self.flush()
                self.blocks.append(found)

    def embed(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        found = embed(node, tag, attributes, self.base)
        if found is not None and found.url not in self.page.seen:
            self.page.seen.add(found.url)
            self.flush()
            self.blocks.append(found)


class _Writer(_Lines):
    """Walks a node and writes blocks; `run` is the paragraph that is being written."""

    def inner(self, node: LexborNode, depth: int, style: Style = PLAIN) -> Blocks:
        """The blocks of a node on their own: a quotation's, an item's."""
        writer = _Writer(self.page, self.dropped)
        writer.children(node, style, depth)
        return writer.done()

    def children(self, node: LexborNode, style: Style, depth: int) -> None:
        if depth > DEEP:
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
                        text = collapsed(text)
                    if self.glued:
                        text, self.glued = text.lstrip(), False
                    run.append((text, style))
            elif tag == "-comment" or tag in UNREAD or child.mem_id in dropped:
                if tag in _HALF_READ and child.mem_id not in dropped:
                    self.half_read(child, tag or "", style, depth)
            elif next(self.left, None) is None:
                return
            else:
                self.element(child, tag or "", style, depth + 1)
            child = child.next

    def half_read(self, node: LexborNode, tag: str, style: Style, depth: int) -> None:
        """Write an element that rarely holds text of a story."""
        if tag == "form":
            if is_whole_page(node):
                self.children(node, style, depth)
        elif tag == "button":
            self.button(node, style, depth)
        elif said := formula(node) if tag == "math" else formula_script(node):
            self.run.append((said, style))

    def button(self, node: LexborNode, style: Style, depth: int) -> None:
        """Write a button: inside a heading it is the heading; one that opens a panel, or asks, is the question that the
        text behind it answers."""
        if self.level:
            if self.asked:
                self.children(node, style, depth)
        elif (said := words(node)).endswith(_ASKS) or not _PANEL.isdisjoint(node.attributes):
            following = node.next
            while following is not None and following.tag == "-text":
                following = following.next
            if 8 < len(said) < 250 and following is not None and len(following.text()) > 40:
                self.flush()
                self.blocks.append(Paragraph((Span(said, strong=True),)))

    def element(self, node: LexborNode, tag: str, style: Style, depth: int) -> None:
        attributes = node.attributes
        page = self.page
        if attributes and self.apart(node, tag, attributes, style, depth):
            return
        if page.notes.labels and self.noted(node, depth):
            return
        if page.pictured and node.mem_id in page.pictured:
            self.figure(node, style, depth, True)
        elif tag == "br":
            self.run.append(("\n", style))
        elif tag in INLINE:
            self.inline(node, tag, attributes, style, depth)
        elif tag == "p":
            self.paragraph(node, style, depth)
        elif handled := _OWN_WAY.get(tag):
            handled(self, node, tag, attributes, style, depth)
        elif tag not in _BLOCKS and node.css_first(_HOLDS_BLOCKS) is None:
            self.inline(node, tag, attributes, style, depth)
        else:
            self.flushed(node, style, depth)

    def apart(self, node: LexborNode, tag: str, attributes: dict[str, str | None], style: Style, depth: int) -> bool:
        """Pass over what is hidden, or write what is known by its name; False if the tag decides how it is written."""
        if node.mem_id in self.page.notes.labels:
            return False  # one that opens over its reference is hidden till then
        if hidden(attributes) and node.mem_id not in self.page.opened and not is_shown_later(node, attributes):
            if self.run and (inner := node.css_first("math")) is not None:
                self.run.append((formula(inner), style))  # shown as a picture that follows it (Wikipedia)
            return True
        if (
            not CARRYING.isdisjoint(attributes)
            and node.css_first("math, script") is None
            and (said := carried(attributes))
        ):
            self.run.append((said, style))
            return True
        names = attributes.get("class")
        return bool(names) and self.named(node, tag, names or "", style, depth)

    def paragraph(self, node: LexborNode, style: Style, depth: int) -> None:
        self.flush()
        first = node.first_child
        bare = first is not None and first.next is None and first.tag == "-text" and INDENTED not in node.text()
        if bare and style == PLAIN and not self.level and not (self.blocks and _capital(self.blocks[-1])):
            if text := safe.line(node.text()):  # most paragraphs are nothing but text
                self.blocks.append(Paragraph((Span(text),)))
            return
        self.children(node, style, depth)
        self.flush()

    def named(self, node: LexborNode, tag: str, names: str, style: Style, depth: int) -> bool:
        """Write what is known by its name alone: drawn formulas, notes in the margin, posts as cards, drop caps; pass
        over the link behind a heading by which it is edited (MediaWiki)."""
        if self.level and "editsection" in names:
            return True
        if "math" in names.lower() or "katex" in names:
            if is_drawn(names):
                return not any(each.tag == "math" for each in node.traverse()) or self.drawn(node, style)
            return False
        if tag == "span" and "note" in names and (said := held_back(node, names)):
            self.run += [(" [", style), (said, style), ("]", style)]
            return True
        if "note" in names or "marginalia" in names:
            if self.run and _SIDE_NOTES.search(names) and (said := words(node)):
                self.run += [(" [", style), (said, style), ("] ", style)]
                return True
            return False
        if tag in ("span", "b", "strong", "i", "em") and _DROP_CAP.search(names):
            said = node.text().strip()
            if len(said) == 1 and said.isalpha():
                self.run.append((said, style))
                self.glued = True
                return True
            return False
        if tag in _CARDS and is_card(names) and (found := card(node, self.base)):
            self.flush()
            self.blocks.append(found)
            return True
        return False

    def drawn(self, node: LexborNode, style: Style) -> bool:
        """Write a drawn formula that also holds its words."""
        if (inner := node.css_first("math")) is not None:
            self.run.append((formula(inner), style))
        return True

    def flushed(self, node: LexborNode, style: Style, depth: int) -> None:
        """Write the children of an element that begins a line of its own."""
        self.flush()
        self.children(node, style, depth)
        self.flush()

    def noted(self, node: LexborNode, depth: int) -> bool:
        """Write a note that the text refers to, under the label of its reference."""
        notes = self.page.notes
        if node.mem_id not in notes.labels:
            return False
        inner = _Writer(self.page, frozenset(self.dropped) | notes.unsaid)
        inner.children(node, PLAIN, depth + 1)
        spans = without_way_back(joined(inner.done()))
        if not spans:
            return False
        self.flush()
        self.blocks.append(Footnote(notes.labels[node.mem_id], spans))
        return True

    def inline(self, node: LexborNode, tag: str, attributes: dict[str, str | None], style: Style, depth: int) -> None:
        if tag in ("rp", "rt"):
            return
        if tag == "a":
            if self.level and is_permalink(node, attributes):
                return
            href = attributes.get("href") or ""
            if href.startswith("#"):
                if label := self.page.notes.targets.get(href[1:]):
                    style = style._replace(href="#" + label)
            elif href:
                whole = href.startswith(("https://", "http://"))
                url = address.clean(href if whole else address.join(self.base, href))
                style = Style(style.strong, style.emphasis, style.code, style.script, url, style.struck)
        elif tag in _STRONG:
            style = Style(True, style.emphasis, style.code, style.script, style.href, style.struck)
        elif tag in _EMPHASIS:
            style = Style(style.strong, True, style.code, style.script, style.href, style.struck)
        elif tag in _TYPED:
            style = style._replace(code=True)
        elif tag in _STRUCK or (tag == "span" and attributes and is_struck(attributes)):
            style = style._replace(struck=True)
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

    def heading(self, node: LexborNode, tag: str, style: Style, depth: int) -> None:
        self.flush()
        outer, self.level = self.level, _HEADINGS[tag]
        self.asked = first_of(node, ("button",)) is not None and words(node) == ""
        self.children(node, style, depth)
        self.flush()
        self.level = outer

    def listing(self, node: LexborNode, tag: str, attributes: dict[str, str | None], depth: int) -> None:
        self.flush()
        if depth > DEEP:
            self.write(node.text(separator=" "), PLAIN)
            self.flush()
            return
        items: list[Item] = []
        child = node.first_child
        while child is not None and next(self.left, None) is not None:
            kind = child.tag or ""
            passed = kind in UNREAD or kind == "-comment" or child.mem_id in self.dropped
            if not passed and not (child.attributes and hidden(child.attributes)):
                self.item(child, kind, items, depth)
            child = child.next
        if not items:
            return
        if all(isinstance(block, Picture | Embed) for item in items for block in item.blocks):
            self.blocks.extend(block for item in items for block in item.blocks)  # a gallery
            return
        self.blocks.append(counted(items, tag, attributes))

    def item(self, node: LexborNode, tag: str, items: list[Item], depth: int) -> None:
        """Add to the items of a list: an item, a list within the last one, or stray text."""
        if tag == "-text":
            text = safe.line(node.text_content or "")
            found: Blocks = (Paragraph((Span(text),)),) if text else ()
        elif tag == "li" and (self.noted(node, depth + 1) or self.footnote(node, node.attributes, depth + 1)):
            return
        elif tag in ("ul", "ol") and items:
            nested = _Writer(self.page, self.dropped)
            nested.listing(node, tag, node.attributes, depth + 1)
            items[-1] = Item(items[-1].blocks + nested.done(), items[-1].mark)
            return
        else:
            found = self.inner(node, depth + 1)
        if found:
            items.append(Item(found, node.attributes.get("value") or "" if tag == "li" else ""))

    def footnote(self, node: LexborNode, attributes: dict[str, str | None], depth: int) -> bool:
        """Write an item that is a note to the text, under the label that the text refers to it by."""
        identity = attributes.get("id") or ""
        if not identity or not _NOTE_ID.match(identity):
            return False
        spans = without_way_back(joined(self.inner(node, depth)))
        if not spans:
            return False
        self.flush()
        self.blocks.append(Footnote((re.findall(r"\d+", identity) or [identity])[-1], spans))
        return True

    def quote(self, node: LexborNode, attributes: dict[str, str | None], depth: int) -> None:
        self.flush()
        names = attributes.get("class") or ""
        if is_post(names, attributes):
            if found_post := post(node, self.base):
                self.blocks.append(found_post)
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

    def figure(self, node: LexborNode, style: Style, depth: int, whole: bool = False) -> None:
        self.flush()
        if node.css_first("table, blockquote, pre, iframe, video, audio, amp-youtube") is not None:
            self.gallery(node, style, depth)
            return
        images = node.css("img, amp-img")
        if len(node.css("figcaption")) > 1 and len(images) > 1:
            self.gallery(node, style, depth)
            return
        found = [picture for image in images if (picture := self.image(image))]
        caption, credit = captioned(node)
        if whole and not caption:
            caption, credit = credited(words(node))
        if found:
            first = found[0]
            self.blocks.append(replace(first, caption=caption or first.caption, credit=credit))
            self.blocks.extend(found[1:])
        elif words(node).endswith(("?", "？", "؟")) if whole else not images and not node.css_first("figcaption"):
            self.children(node, style, depth)  # a question and the sign that opens its answer, or no picture at all
        elif whole:
            return
        elif caption:  # a picture that a script draws, or fetches
            url, alt = (
                ("", safe.line(images[0].attributes.get("alt") or "")) if images else late_picture(node, self.base)
            )
            self.blocks.append(Picture(url, caption, alt, credit))

    def gallery(self, node: LexborNode, style: Style, depth: int) -> None:
        """Write a figure of more than a picture: figures, a quotation, a table. The caption of the whole follows it,
        and names the source of a quotation."""
        below = next((each for each in node.iter() if each.tag == "figcaption"), None)
        dropped = self.dropped
        if below is not None:
            self.dropped = frozenset(dropped) | {below.mem_id}
        self.children(node, style, depth)
        self.dropped = dropped
        self.flush()
        if below is None or below.mem_id in dropped or not (said := words(below)):
            return
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Quote) and not last.source:
            self.blocks[-1] = replace(last, source=said.lstrip("—–- \u2015").strip())
        else:
            caption, credit = credited(said)
            self.blocks.append(Picture("", caption, "", credit))

    def picture(self, node: LexborNode, style: Style) -> None:
        image = node if node.tag != "picture" else node.css_first("img, amp-img")
        if image is None:
            return
        alt = image.attributes.get("alt") or ""
        if "emoji" in (image.attributes.get("class") or "") or "/emoji/" in (image.attributes.get("src") or ""):
            self.write(safe.clean(alt), style)
            return
        names = image.attributes.get("class") or ""
        if said := pictured_formula(names, alt, image.attributes.get("src") or ""):
            if "mwe-math" not in names or not self.run or self.run[-1][0] != said:
                self.run.append((said, style))
            return
        if len(alt) == 1 and alt.isalpha() and node.next is not None and node.next.tag == "-text":
            self.run.append((alt, style))  # a drop cap
            self.glued = True
            return
        found = self.image(image)
        if found:
            self.flush()
            title = image.attributes.get("title") or ""
            self.blocks.append(replace(found, caption=safe.line(title)) if tells_more(title, alt) else found)

    def table(self, node: LexborNode, style: Style, depth: int) -> None:
        self.flush()
        if depth > DEEP or node.css_first("table table") is not None:
            self.children(node, style, depth)
            return
        if code := beside_numbers(node):
            self.blocks.append(Code(code, language(node)))
            return
        rows = node.css("tr")[:_MOST_BLOCKS]
        wide = sum(len(row.css("td, th")) > 1 for row in rows)
        if not rows or wide * 2 < len(rows) or (len(rows) < 4 and lays_out(node)):
            self.children(node, style, depth)
            return
        named = node.css_first("caption")
        kept: list[Written] = []
        for row in grid(rows):
            if next(self.left, None) is None:
                break
            if row.node.mem_id in self.dropped:
                continue
            spans = tuple(joined(self.inner(cell, depth + 1)) if cell is not None else () for cell in row.cells)
            if any(spans):
                kept.append((row, spans))
        if kept:
            self.blocks.append(table(kept, words(named) if named is not None else ""))

    def pre(self, node: LexborNode) -> None:
        self.flush()
        text = lines(node)
        told = language(node)
        if not text.strip():
            return
        prose = len(text) > 200 and re.search(r"[.!?…。]\s+\S", text) and not re.search(r"[;{}=<>]{2}", text)
        if prose and not told and node.css_first("code") is None:
            self.blocks.extend(
                Paragraph((Span(part),)) for row in re.split(r"\n\s*\n", text) if (part := safe.prose(row))
            )
        else:
            self.blocks.append(Code(text, told))


_HALF_READ = frozenset(("form", "button", "math", "script"))
"""Elements of UNREAD that hold text of a story in some cases."""
_CARDS = frozenset(("div", "section", "article", "a", "figure"))

_Way = Callable[[_Writer, LexborNode, str, dict[str, str | None], Style, int], None]
_OWN_WAY: dict[str, _Way] = {
    **dict.fromkeys(_HEADINGS, lambda self, node, tag, _, style, depth: self.heading(node, tag, style, depth)),
    **dict.fromkeys(("ul", "ol"), lambda self, node, tag, given, _, depth: self.listing(node, tag, given, depth)),
    **dict.fromkeys(
        ("img", "amp-img", "picture"), lambda self, node, _tag, _given, style, _: self.picture(node, style)
    ),
    **dict.fromkeys(FRAMES, lambda self, node, tag, given, _style, _depth: self.embed(node, tag, given)),
    "blockquote": lambda self, node, _, given, _style, depth: self.quote(node, given, depth),
    "figure": lambda self, node, _tag, _given, style, depth: self.figure(node, style, depth),
    "table": lambda self, node, _tag, _given, style, depth: self.table(node, style, depth),
    "pre": lambda self, node, *_: self.pre(node),
    "hr": lambda self, *_: self.rule(),
    "dt": lambda self, node, _tag, _given, style, depth: self.flushed(node, style._replace(strong=True), depth),
    "noscript": lambda self, node, *_: self.noscript(node),
    "li": lambda self, node, _, given, style, depth: (
        None if self.footnote(node, given, depth) else self.flushed(node, style, depth)
    ),
}
"""How elements are written that are more than the text in them."""


def _capital(block: Block) -> str:
    """The letter of a paragraph that is one capital: the drop cap of the next one."""
    if not isinstance(block, Paragraph) or len(block.spans) != 1:
        return ""
    said = block.spans[0].text
    return said if len(said) == 1 and said.isupper() else ""
