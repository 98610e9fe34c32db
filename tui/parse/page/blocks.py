"""A page's tree -> blocks: paragraphs, headings, quotations, lists, tables, code, pictures, notes."""

import re
from collections.abc import Iterator

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
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
)
from tui.parse.page.embeds import FRAMES, embed, is_post, post
from tui.parse.page.pictures import captioned, credited, picture_of, same_picture
from tui.parse.page.spans import PLAIN, Style, collapsed, joined, paragraphs
from tui.parse.page.tree import DEEP, INLINE, UNREAD, hidden
from tui.parse.page.words import words

_MOST_BLOCKS = 50_000
"""Blocks that are read of one element; the longest real stories have some thousands."""

_MOST_ELEMENTS = 100_000
"""Elements of one story that are read; the largest real pages have some ten thousand in all."""

Ids = frozenset[int] | set[int]
_STRONG = frozenset(("b", "strong"))
_EMPHASIS = frozenset(("i", "em", "cite", "dfn", "var"))
_TYPED = frozenset(("code", "kbd", "samp", "tt"))
_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
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
    writer.children(node, PLAIN, 0)
    return writer.done()


class _Writer:
    """Walks a node and writes blocks; `run` is the paragraph that is being written."""

    def __init__(self, base: str, dropped: Ids = frozenset(), pictured: Ids = frozenset(), opened: Ids = frozenset()):
        self.base = base
        self.dropped = dropped
        self.pictured = pictured
        self.opened = opened
        self.blocks: list[Block] = []
        self.run: list[tuple[str, Style]] = []
        self.level = 0
        self.seen: set[str] = set()
        self.left: Iterator[int] = iter(range(_MOST_ELEMENTS))

    def done(self) -> Blocks:
        self.flush()
        return tuple(self.blocks)

    def inner(self, node: LexborNode, depth: int, style: Style = PLAIN) -> Blocks:
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
        for spans in paragraphs(run):
            self.blocks.append(Heading(self.level, spans) if self.level else Paragraph(spans))

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
                    run.append((text, style))
            elif tag == "-comment" or tag in UNREAD or child.mem_id in dropped:
                if tag == "form" and child.mem_id not in dropped:
                    self.form(child, style, depth)
            elif next(self.left, None) is None:
                return
            else:
                self.element(child, tag or "", style, depth + 1)
            child = child.next

    def write(self, text: str | None, style: Style) -> None:
        if text:
            self.run.append((collapsed(text), style))

    def form(self, node: LexborNode, style: Style, depth: int) -> None:
        """Some sites (ASP.NET) put the whole page in a form: it is read where it holds paragraphs."""
        if len(node.css("p")) > 3:
            self.children(node, style, depth)

    def element(self, node: LexborNode, tag: str, style: Style, depth: int) -> None:
        attributes = node.attributes
        if attributes and hidden(attributes) and node.mem_id not in self.opened:
            return
        if self.pictured and node.mem_id in self.pictured:
            self.figure(node, style, depth, True)
        elif tag == "br":
            self.run.append(("\n", style))
        elif tag in INLINE:
            self.inline(node, tag, attributes, style, depth)
        elif tag == "p":
            self.flush()
            first = node.first_child
            if first is not None and first.next is None and first.tag == "-text" and style == PLAIN and not self.level:
                if text := safe.line(first.text_content or ""):  # most paragraphs are nothing but text
                    self.blocks.append(Paragraph((Span(text),)))
                return
            self.children(node, style, depth)
            self.flush()
        elif tag in _HEADINGS:
            self.heading(node, tag, style, depth)
        elif tag in ("ul", "ol"):
            self.listing(node, tag, attributes, depth)
        elif tag == "blockquote":
            self.quote(node, attributes, depth)
        elif tag == "figure":
            self.figure(node, style, depth)
        elif tag in ("img", "amp-img", "picture"):
            self.picture(node, style)
        elif tag == "table":
            self.table(node, style, depth)
        elif tag == "pre":
            self.pre(node)
        elif tag in FRAMES:
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

    def inline(self, node: LexborNode, tag: str, attributes: dict[str, str | None], style: Style, depth: int) -> None:
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
                style = Style(style.strong, style.emphasis, style.code, style.script, url)
        elif tag in _STRONG:
            style = Style(True, style.emphasis, style.code, style.script, style.href)
        elif tag in _EMPHASIS:
            style = Style(style.strong, True, style.code, style.script, style.href)
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

    def heading(self, node: LexborNode, tag: str, style: Style, depth: int) -> None:
        self.flush()
        outer, self.level = self.level, _HEADINGS[tag]
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
        spans = joined(self.inner(node, depth))
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
                        *Style(last.strong, last.emphasis, last.code, last.script, last.href),
                    ),
                ),
            )
        )
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
            self.children(node, style, depth)
            return
        images = node.css("img, amp-img")
        found = [picture for image in images if (picture := self.image(image))]
        caption, credit = captioned(node)
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

    def picture(self, node: LexborNode, style: Style) -> None:
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
        found = picture_of(node, self.base)
        same = same_picture(found.url) if found is not None else ""
        if same in self.seen:
            return None
        if same:
            self.seen.add(same)
        return found

    def noscript(self, node: LexborNode) -> None:
        """Shown where scripts do not run: here only for pictures that come late otherwise."""
        for image in node.css("img"):
            if found := self.image(image):
                self.flush()
                self.blocks.append(found)

    def table(self, node: LexborNode, style: Style, depth: int) -> None:
        self.flush()
        if depth > DEEP or node.css_first("table table") is not None:
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
            spans = tuple(joined(self.inner(cell, depth + 1)) for cell in cells)
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
        found = embed(node, tag, attributes, self.base)
        if found is not None and found.url not in self.seen:
            self.seen.add(found.url)
            self.flush()
            self.blocks.append(found)
