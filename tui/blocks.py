"""What an article is made of: blocks with inline spans; to and from JSON, and as plain text.

A block is extracted once and rendered at any width. The JSON form is what the library keeps and what `show --json`
prints: an object with `kind` and the block's fields, defaults left out; a plain span is its text alone.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal, TypeVar

from tui.values import Value, filled

Script = Literal["", "sub", "super"]
Cell = TypeVar("Cell")


class Span(Value):
    """A run of text in one style. A line break inside a paragraph is "\\n" in the text."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    script: Script = ""
    href: str = ""
    """Absolute, cleaned by `address.clean`, or "#label" for a footnote of the same article; "" for no link."""
    struck: bool = False
    """Struck out: the page says that it no longer holds."""


Spans = tuple[Span, ...]


class Paragraph(Value):
    """Running text."""

    spans: Spans


class Heading(Value):
    """A subhead of the body; `level` 2 to 6 (the headline itself is no block)."""

    level: int
    spans: Spans


class Quote(Value):
    """A block quotation or pull quote; `source` is who said it, or ""."""

    blocks: "tuple[Block, ...]"
    source: str = ""


class Item(Value):
    """One item of a list; nested lists are blocks in it."""

    blocks: "tuple[Block, ...]"
    mark: str = ""
    """What stands before it ("7.", "b."), where that is not the next number of an ordered list."""


class Listing(Value):
    """A list; numbered from `start` where `ordered`."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1

    def marks(self) -> list[str]:
        """What stands before each item of an ordered list."""
        return [item.mark or f"{number}." for number, item in enumerate(self.items, self.start)]


class Table(Value):
    """Rows of cells, each cell its spans; `header` may be empty."""

    rows: tuple[tuple[Spans, ...], ...]
    header: tuple[Spans, ...] = ()
    caption: str = ""
    tall: tuple[tuple[int, int, int], ...] = ()
    """The cells of `rows` that take several: row, column, and how many. Below such a cell its column is empty."""


class Code(Value):
    """Preformatted text."""

    text: str
    language: str = ""


class Picture(Value):
    """A picture of the story: the best candidate's address ("" where only a script knows it), what stands under it, who
    made it, what it shows."""

    url: str
    caption: str = ""
    alt: str = ""
    credit: str = ""


class Embed(Value):
    """Something of another site inside the story: a post as a quote with its author, a video as a link with its
    title."""

    media: Literal["post", "video", "audio", "document", "other"]
    url: str
    title: str = ""
    author: str = ""
    text: str = ""
    published: str = ""
    """When a post was written, as the page says it."""


class Rule(Value):
    """A break between parts of the story."""


class Footnote(Value):
    """A note at the end; spans elsewhere refer to it with the href "#" + label."""

    label: str
    spans: Spans


Block = Paragraph | Heading | Quote | Listing | Table | Code | Picture | Embed | Rule | Footnote
Blocks = tuple[Block, ...]

_KINDS: dict[str, type[Any]] = {
    "paragraph": Paragraph,
    "heading": Heading,
    "quote": Quote,
    "list": Listing,
    "table": Table,
    "code": Code,
    "picture": Picture,
    "embed": Embed,
    "rule": Rule,
    "footnote": Footnote,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def span_text(spans: Spans) -> str:
    """The words of some spans, without their styles."""
    return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


def repeated(rows: Sequence[Sequence[Cell]], tall: tuple[tuple[int, int, int], ...]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table, each with what stands in it from a row above."""
    filled_in = [list(row) for row in rows]
    for first, column, count in tall:
        for row in filled_in[first + 1 : first + count]:
            row[column] = rows[first][column]
    return tuple(map(tuple, filled_in))


def to_json(blocks: Blocks) -> list[Any]:
    """The JSON form, as lists, objects and strings."""
    return [_plain(block) for block in blocks]


def dumps(blocks: Blocks) -> str:
    """The JSON form as compact text."""
    return json.dumps(to_json(blocks), ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> Blocks:
    """The blocks of a JSON text made by `dumps`."""
    return tuple(_block(value) for value in json.loads(text))


def plain(blocks: Iterable[Block]) -> str:
    """Plain text: blank lines between paragraphs, subheads and the numbers of lists included; pictures, what
    stands under them and films not."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):  # most are
            texts.append(span_text(block.spans).strip())
        else:
            texts.extend(_texts(block))
    return "\n\n".join(filter(None, texts))


def written(blocks: Iterable[Block]) -> str:
    """Plain text for a person to read: with signs and numbers of lists, marks of quotations, captions, powers and what
    is struck out."""
    return "\n\n".join(text for block in blocks if (text := _written(block)))


def markdown(blocks: Iterable[Block]) -> str:
    """CommonMark (tables as in GitHub's), for other programs to read; text that looks like markup is escaped."""
    return "\n\n".join(text for block in blocks if (text := _marked(block)))


def pictures(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Every picture, in reading order, those in quotes and lists too."""
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Quote):
            yield from pictures(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from pictures(item.blocks)


def spans_of(blocks: Iterable[Block]) -> Iterator[Span]:
    """Every span, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading | Footnote):
            yield from block.spans
        elif isinstance(block, Quote):
            yield from spans_of(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from spans_of(item.blocks)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from cell


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(spans) | Heading(spans=spans):
            yield span_text(spans).strip()
        case Quote(blocks=blocks, source=source):
            yield from chain.from_iterable(map(_texts, blocks))
            yield from filter(None, [source])
        case Listing(items=items):
            for mark, item in zip(_marks(block, ""), items, strict=True):
                yield mark + "\n".join(filter(None, chain.from_iterable(map(_texts, item.blocks))))
        case Table(rows, header, caption):
            lines = (" \t".join(span_text(cell) for cell in row).strip() for row in (header, *rows) if row)
            yield "\n".join(filter(None, (caption, *lines)))
        case Code(text=text):
            yield text.strip("\n")
        case Embed(media="post", text=text, author=author, published=published):
            yield "\n".join(filter(None, (text, f"{author} {published}".strip())))
        case Footnote(spans=spans):
            yield span_text(spans).strip()
        case _:
            return


def _marks(listing: Listing, dot: str) -> list[str]:
    """What stands before each item of a list: its number, or a sign."""
    return [f"{mark} " for mark in listing.marks()] if listing.ordered else [dot] * len(listing.items)


def _written(block: Block) -> str:
    match block:
        case Paragraph(spans) | Heading(spans=spans):
            return _line(spans)
        case Quote(inner, source):
            return _indented(written(inner) + (f"\n— {source}" if source else ""), "> ", "> ")
        case Listing(items):
            told = zip(_marks(block, "- "), items, strict=True)
            return "\n".join(_indented(written(item.blocks), mark, " " * len(mark)) for mark, item in told)
        case Table(rows, header, caption):
            lines = ["\t".join(_line(cell).replace("\n", " ") for cell in row) for row in filter(None, (header, *rows))]
            return "\n".join([*filter(None, [caption]), *lines])
        case Picture():
            return _told_of(block)
        case Embed(media, url, title):
            return "\n".join(_texts(block)) if media == "post" else f"[{title or url}]"
        case Footnote(label, spans):
            return f"{label}. {_line(spans)}"
        case Rule():
            return "* * *"
        case _:
            return "\n".join(_texts(block))


def _told_of(picture: Picture) -> str:
    """What stands for a picture in a text, "" where nothing is known of it."""
    said, credit = picture.caption or picture.alt, picture.credit
    said = f"{said} ({credit})".strip() if credit and credit not in said else said
    return f"[{said}]" if said else ""


def _line(spans: Spans) -> str:
    """Spans as one text, with what only their style says: powers, and what is struck out."""
    texts: list[str] = []
    for span in spans:
        text = raised(span.text, span.script, texts[-1][-1:] if texts else "") if span.script else span.text
        texts.append(f"~~{text}~~" if span.struck and text.strip() else text)
    return "".join(texts).strip()


_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_EXPONENT = re.compile(r"[-−+]?\w{1,9}(?:[-−+*/·]\w{1,9}){1,9}")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_LETTERS = {
    "super": str.maketrans("abcdefghijklmoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
    "sub": str.maketrans("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"),
}
"""Single letters alone: marks of notes in tables, indices. Of words (1st, TM) few letters have such signs."""


def raised(text: str, script: Script, before: str = "") -> str:
    """Text set high or low, in signs that are: "10" and a high "6" are 10⁶ and not 106; what has no such signs stays.

    `before` is the sign it stands behind: a high figure that begins a line counts something and is no power.
    """
    if len(text) == 1 and script:
        text = text.translate(_LETTERS[script])
    told = text.translate(_RAISED if script == "super" else _LOWERED)
    if not set(told) & set(text):
        return told
    if script == "super" and before.isalnum() and _EXPONENT.fullmatch(text):
        return f"^({text})"
    return f"^{text}" if script == "super" and before.isdigit() and re.fullmatch(r"[-−+]?[\dnxk.]+", text) else text


def _plain(value: Any) -> Any:
    """One value as JSON: tuples as lists, a plain span as its text, fields that are at their default left out."""
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Span | Item) or type(value) in _NAMES:
        kept = {name: _plain(said) for name, said in filled(value).items()}
        if isinstance(value, Span):
            return kept["text"] if len(kept) == 1 else kept
        return kept if isinstance(value, Item) else {"kind": _NAMES[type(value)], **kept}
    return value


def _block(value: dict[str, Any]) -> Block:
    given = dict(value)
    kind = _KINDS[given.pop("kind")]
    if "spans" in given:
        given["spans"] = _spans(given["spans"])
    if "blocks" in given:
        given["blocks"] = tuple(_block(inner) for inner in given["blocks"])
    if "items" in given:
        given["items"] = tuple(
            Item(tuple(_block(inner) for inner in item["blocks"]), item.get("mark", "")) for item in given["items"]
        )
    if "rows" in given:
        given["rows"] = tuple(tuple(_spans(cell) for cell in row) for row in given["rows"])
    if "tall" in given:
        given["tall"] = tuple(map(tuple, given["tall"]))
    if "header" in given:
        given["header"] = tuple(_spans(cell) for cell in given["header"])
    built: Block = kind(**given)
    return built


def _spans(values: list[Any]) -> Spans:
    return tuple(Span(value) if isinstance(value, str) else Span(**value) for value in values)


_ESCAPED = r"(?m)([\\`*_\[\]<>|~])|^([^\S\n]*)([#+-]|\d+[.)])(?=\s)"


def escape(text: str) -> str:
    """Text with everything that CommonMark would take for markup escaped."""
    return re.sub(_ESCAPED, lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def _inline(spans: Spans) -> str:
    parts = []
    for span in spans:
        bare = span.text.strip()
        if not bare:
            parts.append(span.text)
            continue
        before, after = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
        if span.script and not span.href:
            bare = raised(bare, span.script, parts[-1][-1:] if parts else "")
        text = f"`{bare}`" if span.code else escape(bare).replace("\n", "\\\n")
        text = f"*{text}*" if span.emphasis else text
        text = f"**{text}**" if span.strong else text
        text = f"~~{text}~~" if span.struck else text
        if span.href.startswith("#"):
            text = f"[^{span.href[1:]}]"
        elif span.href:
            text = f"[{text}](<{span.href}>)"
        parts.append(before + text + after)
    return "".join(parts)


def _indented(text: str, first: str, rest: str) -> str:
    return first + text.replace("\n", "\n" + rest)


def _marked(block: Block) -> str:
    match block:
        case Paragraph(spans):
            return _inline(spans)
        case Heading(level, spans):
            return "#" * level + " " + _inline(spans)
        case Quote(blocks, source):
            return _quoted(markdown(blocks), escape(source))
        case Listing():
            return _marked_list(block)
        case Table():
            return _marked_table(block)
        case Code():
            return _marked_code(block)
        case Picture():
            return _marked_picture(block)
        case Embed("post", url, title, author, text):
            return _quoted(escape(text), f"[{escape(author or title or url)}](<{url}>)")
        case Embed(_, url, title):
            return f"[{escape(title or url)}](<{url}>)"
        case Rule():
            return "---"
        case Footnote(label, spans):
            return f"[^{label}]: {_inline(spans)}"


def _quoted(text: str, source: str) -> str:
    return _indented(text + (f"\n\n— {source}" if source else ""), "> ", "> ")


def _marked_code(code: Code) -> str:
    fence = "```" if "```" not in code.text else "~~~~"
    return f"{fence}{code.language}\n{code.text}\n{fence}"


def _marked_list(listing: Listing) -> str:
    # CommonMark knows numbers alone: of another mark (a letter) the item begins with it.
    marks = [mark if mark[:-2].isdigit() or mark == "- " else f"- {mark}" for mark in _marks(listing, "- ")]
    told = zip(marks, listing.items, strict=True)
    return "\n".join(_indented(markdown(item.blocks), mark, " " * len(mark)) for mark, item in told)


def _marked_table(table: Table) -> str:
    rows = (table.header, *table.rows)
    width = max(map(len, rows), default=0)
    lines = []
    for row in rows:
        cells = [_inline(cell).replace("\n", " ") for cell in row] + [""] * (width - len(row))
        lines.append("| " + " | ".join(cells) + " |")
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join([*lines, *(["", escape(table.caption)] if table.caption else [])])


def _marked_picture(picture: Picture) -> str:
    shown = f"![{escape(picture.alt)}](<{picture.url}>)"
    credit = f"({escape(picture.credit)})" if picture.credit else ""
    under = " ".join(filter(None, (escape(picture.caption), credit)))
    return "\n".join(filter(None, (shown if picture.url or not under else "", under)))
