"""An article as XHTML: well-formed, so that it may stand in a book (EPUB 3 asks for that) as well as in a file by
itself.

Whoever opens it asks nobody for anything: pictures are in it where they are kept, and links to them elsewhere; there is
no script, no font and no style of anybody else's."""

import base64
import html
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui import address, text
from tui.blocks import (
    Block,
    Code,
    Embed,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
)
from tui.model import day_of
from tui.output.articles import ENCLOSED, facts_of, groups
from tui.scripts import is_right_to_left

if TYPE_CHECKING:
    from tui.model import Article, Enclosure, Related

RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he khw ks ku-arab ps sd ug ur yi".split())
"""Languages whose script runs from the right."""

STYLE = (
    "body{max-width:38em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.5}"
    "h1,h2,h3,h4,h5,h6{line-height:1.2}figure{margin:1em 0}img{max-width:100%}figcaption,.small{font-size:.9em}"
    "table{border-collapse:collapse}td,th{border:1px solid;padding:.2em .5em;text-align:start}pre{white-space:pre-wrap}"
)
"""The whole of its style: nothing that needs a colour or a font."""


_PICTURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", "png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", "jpg"),
    (re.compile(rb"GIF8"), "image/gif", "gif"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "image/webp", "webp"),
)
"""How a picture begins of the kinds that a book may hold without another beside it (EPUB 3.3, 3.2) and every browser
shows, with media type and ending. Drawings (SVG) are not among them: they are programs."""


def kind_of(picture: bytes) -> tuple[str, str]:
    """The media type of a picture and how the name of its file ends, by its first bytes; ("", "") of what is none."""
    found = ((kind, ending) for begins, kind, ending in _PICTURES if begins.match(picture))
    return next(found, ("", ""))


def in_place(kept: Mapping[str, bytes]) -> dict[str, str]:
    """Pictures as data URIs (RFC 2397), by their address, for a document that stands by itself."""
    return {
        url: f"data:{kind};base64,{base64.b64encode(picture).decode('ascii')}"
        for url, picture in kept.items()
        if (kind := kind_of(picture)[0])
    }


class _Notes:
    """The footnotes of an article: each label has one number, and its first note is where its references lead."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._numbers: dict[str, int] = {}
        self._there: set[str] = set()
        for block in blocks:
            if isinstance(block, Footnote):
                self._there.add(block.label)
        self._told: set[str] = set()
        self._referred: set[str] = set()

    def number(self, label: str) -> int:
        """The number of a label."""
        return self._numbers.setdefault(label, len(self._numbers) + 1)

    def leads(self, label: str) -> bool:
        """Whether a note of that label is there."""
        return label in self._there

    def refers(self, label: str) -> bool:
        """Whether this is the first reference to a note: where its way back leads."""
        new = label not in self._referred
        self._referred.add(label)
        return new

    def referred(self, label: str) -> bool:
        """Whether a reference to a note has been written."""
        return label in self._referred

    def first(self, label: str) -> bool:
        """Whether this is the first that is written of a note: an id stands once in a document."""
        new = label not in self._told
        self._told.add(label)
        return new


def document(
    article: "Article",
    related: "tuple[Related, ...]" = (),
    enclosed: "tuple[Enclosure, ...]" = (),
    kept: Mapping[str, str] = {},
    style: str = f"<style>{STYLE}</style>",
) -> str:
    """A whole document. `kept`: for pictures that are there, by their address, what leads to them (a path, a data
    URI)."""
    language = article.language if is_language(article.language) else ""
    said = f' lang="{language}" xml:lang="{language}"' if language else ""
    from_right = language.partition("-")[0].lower() in RIGHT_TO_LEFT or is_right_to_left(article.headline)
    said += ' dir="rtl"' if from_right else ""
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            "<!DOCTYPE html>",
            f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{said}>',
            f'<head><meta charset="utf-8"/><title>{_escaped(article.headline) or "Untitled"}</title>{style}</head>',
            "<body>",
            *_head(article),
            body(article.blocks, kept),
            *_behind(related, enclosed),
            *_source(article),
            "</body>",
            "</html>",
            "",
        )
    )


def is_language(tag: str) -> bool:
    """Whether this is a language as BCP 47 writes it."""
    return bool(re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag))


def _head(article: "Article") -> list[str]:
    """Kicker, headline, standfirst, byline, day and outlet."""
    by = ", ".join(article.byline) + (f", {article.byline_role}" if article.byline_role else "")
    day = day_of(article.published) if article.published else ""
    small = " · ".join(filter(None, (day, article.site_name)))
    credit = f" … reports {article.standfirst_credit}" if article.standfirst_credit else ""
    rows = [
        f'<p class="small">{_escaped(article.kicker)}</p>' if article.kicker else "",
        f"<h1>{_escaped(article.headline) or 'Untitled'}</h1>",
        f"<p><em>{_escaped(article.standfirst + credit)}</em></p>" if article.standfirst else "",
        f"<p>By {_escaped(by)}</p>" if by else "",
        f'<p class="small">{_escaped(small)}</p>' if small else "",
        f"<p><strong>{_escaped(article.notice)}</strong></p>" if article.notice else "",
    ]
    return [row for row in rows if row]


def _behind(related: "tuple[Related, ...]", enclosed: "tuple[Enclosure, ...]") -> list[str]:
    """What the story comes with, and where it leads."""
    listed = [(ENCLOSED, [(facts_of(one), one.url) for one in enclosed])]
    listed += [(name, [(item.title, item.url) for item in items]) for name, items in groups(related)]
    return [
        f"<h2>{_escaped(name)}</h2>\n"
        f"<ul>{''.join(f'<li>{_link(url, _escaped(title))}</li>' for title, url in rows)}</ul>"
        for name, rows in listed
        if rows
    ]


def _source(article: "Article") -> list[str]:
    url = address.openable(article.url)
    return [f'<p class="small">{_link(url, _escaped(url))}</p>'] if url else []


def body(blocks: Iterable[Block], kept: Mapping[str, str] = {}) -> str:
    """Blocks, one after another."""
    whole = tuple(blocks)
    return _Writer(_Notes(whole), kept).blocks(whole)


class _Writer:
    """Writes the blocks of one document."""

    def __init__(self, notes: _Notes, kept: Mapping[str, str]) -> None:
        self._notes = notes
        self._kept = kept

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(filter(None, map(self._block, blocks)))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(spans):
                return f"<p>{self._spans(spans)}</p>"
            case Heading(level, spans):
                name = f"h{min(max(level, 2), 6)}"
                return f"<{name}>{self._spans(spans)}</{name}>"
            case Quote(inner, source):
                said = f"\n<p>— {_escaped(source)}</p>" if source else ""
                return f"<blockquote>{self.blocks(inner)}{said}</blockquote>"
            case Listing():
                return self._listing(block)
            case Table():
                return self._table(block)
            case Code(said):
                return f"<pre><code>{_escaped(said)}</code></pre>"
            case Picture():
                return self._picture(block)
            case Embed():
                return self._embed(block)
            case Rule():
                return "<hr/>"
            case Footnote(label, spans):
                number = self._notes.number(label)
                back = f' <a href="#from-{number}">↩</a>' if self._notes.referred(label) else ""
                said = f'<p class="small">{_escaped(label)}. {self._spans(spans)}{back}</p>'
                if not self._notes.first(label):
                    return said
                # By these names readers of books show a note where it is referred to (EPUB 3 Structural Semantics).
                return f'<aside epub:type="footnote" id="note-{number}">{said}</aside>'

    def _listing(self, block: Listing) -> str:
        if not block.ordered:
            rows = "".join(f"<li>{self.blocks(item.blocks)}</li>" for item in block.items)
            return f"<ul>{rows}</ul>" if rows else ""
        marks = [mark.rstrip(".") for mark in block.marks()]
        rows = "".join(
            f'<li value="{mark}">{self.blocks(item.blocks)}</li>'
            if re.fullmatch(r"[0-9]{1,9}", mark)
            else f"<li>{_escaped(mark)} {self.blocks(item.blocks)}</li>"
            for mark, item in zip(marks, block.items, strict=True)
        )
        return f"<ol>{rows}</ol>" if rows else ""

    def _table(self, block: Table) -> str:
        tall = {(row, column): count for row, column, count in block.tall}
        taken = {(row + below, column) for (row, column), count in tall.items() for below in range(1, count)}
        lines = ["".join(f"<th>{self._spans(cell)}</th>" for cell in block.header)] if block.header else []
        for number, row in enumerate(block.rows):
            cells = ((at, self._spans(cell)) for at, cell in enumerate(row) if (number, at) not in taken)
            spans = ((f' rowspan="{tall[number, at]}"' if (number, at) in tall else "", said) for at, said in cells)
            lines.append("".join(f"<td{span}>{said}</td>" for span, said in spans))
        caption = f"<caption>{_escaped(block.caption)}</caption>" if block.caption else ""
        rows = "".join(f"<tr>{line}</tr>" for line in lines)
        return f"<table>{caption}{rows}</table>" if rows else ""

    def _picture(self, block: Picture) -> str:
        under = " ".join(filter(None, (block.caption, f"({block.credit})" if block.credit else "")))
        caption = f"<figcaption>{_escaped(under)}</figcaption>" if under else ""
        if place := self._kept.get(block.url):
            return f'<figure><img src="{_escaped(place)}" alt="{_escaped(block.alt)}"/>{caption}</figure>'
        told = _link(block.url, _escaped(block.alt or "Picture"))
        return f"<figure><p>{told}</p>{caption}</figure>" if block.url or under or block.alt else ""

    def _embed(self, block: Embed) -> str:
        if block.media == "post":
            who = _link(block.url, _escaped(block.author or block.title or block.url))
            return f"<blockquote><p>{_breaks(_escaped(block.text))}</p>\n<p>— {who}</p></blockquote>"
        return f"<p>{_link(block.url, _escaped(block.title or block.url))}</p>"

    def _spans(self, spans: Spans) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        said = _breaks(_escaped(span.text))
        wrappings = (
            (span.code, "code"),
            (span.script == "super", "sup"),
            (span.script == "sub", "sub"),
            (span.emphasis, "em"),
            (span.strong, "strong"),
            (span.struck, "del"),
        )
        for wanted, name in wrappings:
            said = f"<{name}>{said}</{name}>" if wanted else said
        if span.href.startswith("#"):
            label = span.href[1:]
            if not self._notes.leads(label):
                return said
            number = self._notes.number(label)
            mark = f' id="from-{number}"' if self._notes.refers(label) else ""
            return f'<a epub:type="noteref" href="#note-{number}"{mark}>{said}</a>'
        return _link(span.href, said) if span.href else said


def _link(url: str, said: str) -> str:
    """A link, or what it says alone where nobody should be led there."""
    found = address.openable(url) if url.startswith(("http:", "https:", "mailto:")) else ""
    return f'<a href="{_escaped(found)}">{said}</a>' if found else said


def _breaks(said: str) -> str:
    return said.replace("\n", "<br/>")


def _escaped(said: str) -> str:
    """Text as XML takes it, between tags and in attributes: no control character but line breaks and tabs."""
    return html.escape(text.clean(said))
