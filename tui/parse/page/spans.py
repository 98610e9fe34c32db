"""Makes the spans of paragraphs from runs of text and their styles, with white space collapsed."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui import text as safe
from tui.blocks import (
    Block,
    Blocks,
    Code,
    Embed,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Script,
    Span,
    Spans,
    Table,
    span_text,
)


class Style(NamedTuple):
    """How a run of text is set: the fields of a span other than its text."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    script: Script = ""
    href: str = ""
    struck: bool = False

    @classmethod
    def of(cls, span: Span) -> "Style":
        """The style of a span."""
        return cls(span.strong, span.emphasis, span.code, span.script, span.href, span.struck)


PLAIN = Style()
INDENTED = "\n\u3000"
"""How a paragraph begins within a text whose breaks a style sheet keeps: portals in Japan set all of a story so."""
_BREAKS = re.compile(r"(?<! ) *\n[ \n]*")


def collapsed(text: str) -> str:
    """White space as single blanks, at the ends too; a break before an indented paragraph stays one."""
    inner = "\n".join([" ".join(each.split()) for each in text.split(INDENTED)]).strip()
    if not inner:
        return " "
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def paragraphs(run: list[tuple[str, Style]]) -> list[Spans]:
    """The spans of what was written, white space collapsed across them; an empty line (two breaks) starts a new
    paragraph."""
    if len(run) == 1 and "\n" not in run[0][0]:
        return _finished(run)
    found: list[Spans] = []
    pieces: list[tuple[str, Style]] = []
    breaks = 0
    for text, style in _parted(run):
        if text == "\n":
            breaks += 1
        elif text == " " or not text:
            if pieces and not pieces[-1][0].endswith((" ", "\n")):
                pieces.append((" ", style if pieces[-1][1] == style else PLAIN))
        else:
            if breaks > 1 and pieces:
                found += _finished(pieces)
                pieces = []
            elif breaks and pieces:
                pieces.append(("\n", pieces[-1][1] if pieces[-1][1] == style else PLAIN))
            breaks = 0
            if text[0] == " " and (not pieces or pieces[-1][0].endswith((" ", "\n"))):
                text = text[1:]
            if text:
                pieces.append((text, style))
    return found + _finished(pieces)


def _parted(run: Iterable[tuple[str, Style]]) -> Iterator[tuple[str, Style]]:
    """A run with the paragraphs inside its texts parted by two breaks."""
    for text, style in run:
        first, *further = text.split("\n") if len(text) > 1 else [text]
        yield first, style
        for each in further:
            yield from (("\n", style), ("\n", style), (each, style))


def _finished(pieces: list[tuple[str, Style]]) -> list[Spans]:
    """The spans of one paragraph, or none."""
    if len(pieces) == 1:
        text, style = pieces[0]
        text = safe.clean(text)
        if text := (_BREAKS.sub("\n", text) if "\n" in text else text).strip():
            return [(Span(text, *style),)]
        return []
    merged: list[tuple[list[str], Style]] = []
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
        return [tuple([Span(text, *style) for text, style in spans if text])]
    return []


def joined(found: Blocks) -> Spans:
    """Blocks as one run of spans, a line each: what a table's cell or a note can hold."""
    spans: list[Span] = []
    for block in found:
        if isinstance(block, Paragraph | Heading | Footnote):
            inner: Spans = block.spans
        elif isinstance(block, Listing | Quote | Table):
            inner = tuple(Span(text) for text in [" · ".join(bare([block]))])
        elif isinstance(block, Code):
            inner = (Span(block.text, code=True),)
        elif isinstance(block, Picture) and len(found) == 1:
            inner = (Span(block.caption or block.alt),) if block.caption or block.alt else ()
        else:
            continue
        if spans and inner:
            spans.append(Span("\n"))
        spans.extend(inner)
    return tuple(spans)


def bare(found: Iterable[Block]) -> Iterable[str]:
    """The words of some blocks, one text for each paragraph or cell; pictures and films have none."""
    for block in found:
        match block:
            case Paragraph(spans) | Heading(spans=spans) | Footnote(spans=spans):
                yield span_text(spans)
            case Quote(blocks=inner):
                yield from bare(inner)
            case Listing(items=items):
                for item in items:
                    yield from bare(item.blocks)
            case Table(rows=rows, header=header):
                yield from (span_text(cell) for row in (header, *rows) for cell in row)
            case Code(text=text):
                yield text
            case Embed(text=text):
                yield text
            case _:
                continue


_LINE_THROUGH = re.compile(r"(?:^|[\s_-])(?:line-?through|strike-?through)(?:$|[\s_-])", re.IGNORECASE)


def is_struck(attributes: dict[str, str | None]) -> bool:
    """Whether its style, or its name, strikes it out."""
    return (
        "line-through" in (attributes.get("style") or "")
        or _LINE_THROUGH.search(attributes.get("class") or "") is not None
    )
