"""An article as lines: text measured in cells, wrapped by the rules of its script, laid out lazily. No widgets here.

A `Layout` is a row of parts (a headline, a paragraph, a table, a related story). Only the parts near the screen are wrapped; the
others have an estimated height until somebody measures them. A place in the text is (part, characters into it), and means the same
words at every width.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

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
from tui.model import Article, Related, Relation, Story
from tui.text import clean

_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
_SPACE = " \t\n\x0b\x0c\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
_CJK = (
    "\u2e80-\u2fff\u3001-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
_OPEN = "（［｛「『【〈《〔〖｢"
_CLOSE = "、。，．：；？！）］｝」』】〉》〕〗｣・ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％"
_MARK = "\u0300-\u036f\u200c\u200d\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
_DASH = r"(?<=\w)[-–—](?=[^\W\d])"
_BREAK_DASH = re.compile(_DASH)
_CHUNK = re.compile(
    rf"[{_SPACE}]+"
    rf"|[{_OPEN}“‘(\[]*(?![{_OPEN}{_CLOSE}])[{_CJK}][{_MARK}]*[{_CLOSE}{_MARK}”’…—)\],.!?:;]*(?:\u00a0[^{_SPACE}{_CJK}]+)*"
    rf"|(?:(?!{_DASH})[^{_SPACE}{_CJK}])+[-–—]?[{_CLOSE}{_MARK}]*"
    rf"|[{_OPEN}{_CLOSE}]+"
    r"|.",
    re.DOTALL,
)
_URL_BREAKS = "/?&=-_.,;:%#+"
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"[-+−–]?[$€£¥]?\s?\d[\d.,\s]*\s?[%\w€$£]{0,3}|[-–—]")

Extent = tuple[int, int]
"""Where a line stands in its text: (start, end), blanks at its ends not in it."""


def width(text: str) -> int:
    """The cells that a terminal needs for a text: 2 for a wide character, 0 for a combining mark."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """As much of a text as fits, with an ellipsis where something is missing."""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return ""
    return text[: _fitting(text, 0, len(text), room)].rstrip() + ellipsis


def wrap(text: str, cells: int) -> list[str]:
    """A text as lines of at most `cells` (at least 2) cells, without blanks at their ends."""
    return [text[start:end] for start, end in extents(text, cells)]


def is_right_to_left(text: str) -> bool:
    """Most letters of a text belong to a script written from right to left."""
    return bool(_RTL.search(text)) and 2 * len(_RTL.findall(text)) > len(_LETTER.findall(text))


def safe(text: str) -> str:
    """The last gate before the screen: one line of text with nothing in it that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(r"[\t\n\xa0]", " ", clean(text))


def extents(text: str, cells: int) -> list[Extent]:
    """Where the lines of a text begin and end when it is wrapped; never empty, strictly rising."""
    cells = max(2, cells)
    found: list[Extent] = []
    start = 0
    while True:
        end = text.find("\n", start)
        stop = len(text) if end < 0 else end
        found += (
            _narrow(text, start, stop, cells)
            if _NARROW.fullmatch(text, start, stop)
            else _any(text, start, stop, cells)
        )
        if end < 0:
            return found
        start = end + 1


def _narrow(text: str, start: int, stop: int, cells: int) -> list[Extent]:
    """The common case: every character is one cell, the only blank is a space."""
    found = []
    while start < stop and text[start] == " ":
        start += 1
    while stop - start > cells:
        edge = start + cells
        end = text.rfind(" ", start, edge + 1)
        for dash in _BREAK_DASH.finditer(text, max(start, end), min(edge + 1, stop)):
            end = dash.end() if dash.end() <= edge else end
        if end <= start:
            end = _long(text, start, edge)
        found.append((start, end))
        start = end
        while start < stop and text[start] == " ":
            start += 1
        last, line = found[-1]
        while text[line - 1] == " ":
            line -= 1
        found[-1] = (last, line)
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    if start < stop or not found:
        found.append((start, stop))
    return found


def _any(text: str, start: int, stop: int, cells: int) -> list[Extent]:
    """Any script: chunks that must not be broken, broken all the same where one is longer than a line."""
    found: list[Extent] = []
    begin = end = start
    used = 0
    blank = 0
    for chunk in _CHUNK.finditer(text, start, stop):
        size = width(chunk[0])
        if chunk[0][0] in " \t\u3000" or chunk[0].isspace():
            blank = size
            continue
        if end > begin and used + blank + size > cells:
            found.append((begin, end))
            begin, used, blank = chunk.start(), 0, 0
        elif end == begin:
            begin, blank = chunk.start(), 0
        end = chunk.end()
        used += blank + size
        blank = 0
        # A joiner or variation selector may make a line wider than its chunks: measured again where it matters.
        while used > cells or (end - begin > cells // 2 and width(text[begin:end]) > cells):
            edge = _long(text, begin, _fitting(text, begin, end, cells))
            found.append((begin, edge))
            begin, used = edge, width(text[edge:end])
    if end > begin or not found:
        found.append((begin, end))
    return found


def _fitting(text: str, start: int, end: int, cells: int) -> int:
    """The end of the longest stretch of whole graphemes that fits into `cells`; one grapheme at least where there is room for any."""
    spans, _ = split_graphemes(text[start:end])
    used = 0
    for first, _, size in spans:
        used += size
        if used > cells:
            return start + first if first or cells < 2 else start + spans[0][1]
    return end


def _long(text: str, start: int, edge: int) -> int:
    """Where to break a word that is longer than its line: behind a sign of an address in the second half, else at the edge."""
    for at in range(edge, (start + edge) // 2, -1):
        if text[at - 1] in _URL_BREAKS:
            return at
    return edge


class Run(NamedTuple):
    """A stretch of a line in one look. `look` names styles, separated by spaces ("quote strong"); `link` is an index into `Layout.links`, or -1."""

    text: str
    look: str = ""
    link: int = -1


Line = tuple[Run, ...]
Measured = list[tuple[int, Line]]
"""The lines of a part, each with the characters of the part that stand before it (strictly rising)."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something that can be followed: a link of the text (`relation` "link"), a related story, or one of the library ("similar")."""

    url: str
    relation: str
    title: str
    part: int
    """The part that it stands in."""
    number: int = 0
    """What is written behind it, 0 for a related story."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that are not the story's own."""

    bar: str = "│ "
    bullet: str = "• "
    arrow: str = "› "
    picture: str = "▒ "
    embed: str = "» "
    rule: str = "─"
    breaks: str = "·  ·  ·"
    dash: str = "— "
    dot: str = " · "
    ellipsis: str = "…"


FINE = Signs()
"""For terminals that speak UTF-8."""
PLAIN = Signs("| ", "* ", "> ", "# ", "> ", "-", "*  *  *", "-- ", " - ", "...")
"""For those that speak only ASCII."""

_TO_ASCII = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "•": "*", "·": "-", "\u00a0": " ", "−": "-"})  # fmt: skip
_SUPER = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUB = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def text_of(line: Line) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)


def _sliced(runs: Line, text: str, lines: list[Extent]) -> list[Line]:
    """The runs of a text cut into its lines."""
    if len(runs) == 1:
        return [(runs[0]._replace(text=text[start:end]),) if end > start else () for start, end in lines]
    starts = list(accumulate((len(run.text) for run in runs), initial=0))
    cut_lines = []
    for start, end in lines:
        pieces = []
        at = bisect_right(starts, start) - 1
        while at < len(runs) and starts[at] < end:
            piece = text[max(start, starts[at]) : min(end, starts[at + 1])]
            if piece:
                pieces.append(runs[at]._replace(text=piece))
            at += 1
        cut_lines.append(tuple(pieces))
    return cut_lines


def _cell(runs: Line, cells: int) -> list[Line]:
    text = text_of(runs)
    return _sliced(runs, text, extents(text, cells))


def _margin(before: str, cells: int) -> str:
    """What stands before a line, or the end of it where it is nested too deep for the width."""
    if len(before) <= cells // 3:
        return before
    return before[-2:] if cells >= 6 else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text with what stands before its first line and before the others."""

    runs: Line
    first: str = ""
    rest: str = ""
    gap: int = 1
    """Blank lines after it."""
    after: str = ""
    """What stands on them (the bar of a quote that goes on)."""
    most: int = 0
    """Cut after this many lines; 0 for no limit."""
    ellipsis: str = "…"
    centred: bool = False

    def measure(self, cells: int) -> Measured:
        """Its lines at a width."""
        first, rest = _margin(self.first, cells), _margin(self.rest, cells)
        text = text_of(self.runs)
        room = cells - len(rest)
        lines = extents(text, room)
        shown = _sliced(self.runs, text, lines)
        if self.most and len(shown) > self.most:
            shown = shown[: self.most]
            last = shown[-1][-1] if shown[-1] else Run("")
            before = shown[-1][:-1]
            left = room - width(text_of(before))
            kept = cut(last.text + " " * left, left, self.ellipsis)
            shown[-1] = (*before, last._replace(text=kept))
        measured = []
        for number, ((start, _), line) in enumerate(zip(lines, shown, strict=False)):
            prefix = rest if number else first
            if self.centred:
                prefix = " " * ((room - width(text_of(line))) // 2)
            measured.append((start, (Run(prefix, "bar"), *line) if prefix and (line or prefix.strip()) else line))
        return measured

    def guess(self, cells: int) -> int:
        """How many lines it will probably have."""
        length = sum(len(run.text) for run in self.runs)
        lines = length // max(8, cells - len(self.rest)) + 1
        return min(lines, self.most) if self.most else lines


@dataclass(frozen=True, slots=True)
class Listed:
    """Program text: its own line breaks, long lines folded under a deeper margin."""

    text: str
    rest: str = ""
    gap: int = 1
    after: str = ""

    def measure(self, cells: int) -> Measured:
        """Its lines at a width."""
        margin = _margin(self.rest + "  ", cells)
        room = max(2, cells - len(margin))
        measured: Measured = []
        at = 0
        for row in self.text.split("\n"):
            start, deep = 0, 0
            while True:
                end = start + (room - deep) if row.isascii() else _fitting(row, start, len(row), room - deep)
                if end < len(row) and (blank := row.rfind(" ", start + (end - start) // 2, end)) > 0:
                    end = blank + 1
                piece = row[start:end].rstrip()
                line = (Run(margin + " " * deep, "bar"), Run(piece, "code")) if piece else ()
                measured.append((at + start, line))
                if end >= len(row):
                    break
                start, deep = end, 2 if room > 6 else 0
            at += len(row) + 1
        return measured

    def guess(self, cells: int) -> int:
        """How many lines it will probably have."""
        return self.text.count("\n") + 1 + len(self.text) // max(8, cells) // 2


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: columns fitted to the width, or one field a line where the width will not hold them."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    rest: str = ""
    gap: int = 1
    after: str = ""
    rule: str = "─"

    def measure(self, cells: int) -> Measured:
        """Its lines at a width."""
        margin = _margin(self.rest, cells)
        columns = self._columns(cells - len(margin))
        lines = self._side_by_side(columns) if columns else self._one_by_one(cells - len(margin))
        measured: Measured = []
        at = 0
        for line in lines:
            measured.append((at, (Run(margin, "bar"), *line) if margin else line))
            at += sum(len(run.text) for run in line) + 1
        return measured

    def guess(self, cells: int) -> int:
        """How many lines it will probably have."""
        return len(self.rows) + 2

    def _columns(self, cells: int) -> list[int]:
        """The width of each column, or nothing where they cannot stand side by side."""
        table = [*([self.header] if self.header else []), *self.rows]
        count = max(len(row) for row in table)
        natural, least = [1] * count, [1] * count
        for row in table:
            for at, cell in enumerate(row):
                text = text_of(cell)
                natural[at] = max(natural[at], *(width(part) for part in text.split("\n")))
                least[at] = max(least[at], *(width(word) for word in text.split() or [""]))
        room = cells - 2 * (count - 1)
        if sum(natural) <= room:
            return natural
        least = [min(narrow, max(8, room // count)) for narrow in least]
        if sum(least) > room:
            return []
        fitted = list(natural)
        while (over := sum(fitted) - room) > 0:
            widest = max(range(count), key=lambda at: (fitted[at] > least[at], fitted[at]))
            others = max(
                (fitted[at] for at in range(count) if fitted[at] < fitted[widest] and fitted[at] > least[at]), default=1
            )
            fitted[widest] = max(least[widest], fitted[widest] - max(1, min(over, fitted[widest] - others)))
        return fitted

    def _side_by_side(self, columns: list[int]) -> Iterator[Line]:
        numeric = [
            any(len(row) > at and row[at] for row in self.rows)
            and all(_NUMBER.fullmatch(text_of(row[at])) for row in self.rows if len(row) > at and row[at])
            for at in range(len(columns))
        ]
        if self.header:
            yield from self._row(self.header, columns, numeric)
            yield tuple(
                part
                for at, cells in enumerate(columns)
                for part in ((Run("  "),) if at else ()) + (Run(self.rule * cells, "rule"),)
            )
        wrapped = [list(self._row(row, columns, numeric)) for row in self.rows]
        spaced = any(len(lines) > 1 for lines in wrapped)
        for number, lines in enumerate(wrapped):
            if spaced and number:
                yield ()
            yield from lines

    def _row(self, row: tuple[Line, ...], columns: list[int], numeric: list[bool]) -> Iterator[Line]:
        cells = [_cell(cell, size) for cell, size in zip(row, columns, strict=False)]
        for number in range(max((len(cell) for cell in cells), default=1)):
            line: list[Run] = []
            owed = 0
            for at, cell in enumerate(cells):
                runs = cell[number] if number < len(cell) else ()
                blank = columns[at] - width(text_of(runs))
                before = owed + (blank if numeric[at] else 0)
                if runs:
                    if before:
                        line.append(Run(" " * before))
                    line.extend(runs)
                    owed = 2 + (0 if numeric[at] else blank)
                else:
                    owed += 2 + blank
            yield tuple(line)

    def _one_by_one(self, cells: int) -> Iterator[Line]:
        indent = _margin("  ", cells)
        for number, row in enumerate(self.rows or (self.header,)):
            if number:
                yield (Run(self.rule * min(cells, 12), "rule"),)
            for at, cell in enumerate(row):
                if not cell:
                    continue
                name = text_of(self.header[at]) if self.rows and at < len(self.header) else ""
                label = (Run(name.rstrip(":") + ": ", "strong"),) if name else ()
                lines = _cell((*label, *cell), cells - len(indent))
                for more, line in enumerate(lines):
                    yield (Run(indent), *line) if more and line else line


Part = Passage | Listed | Grid


class Layout:
    """An article, its related stories and those of the library, as lines of one width.

    Lines are counted from 0 and include those of parts that were never measured, by estimate: measuring moves the lines behind, never
    the place that `position` gave.
    """

    def __init__(
        self,
        article: Article,
        related: Iterable[Related] = (),
        similar: Iterable[Story] = (),
        *,
        measure: int = 72,
        signs: Signs = FINE,
        zone: tzinfo | None = None,
    ) -> None:
        setter = _Setter(signs, zone)
        setter.article(article)
        setter.related(article, tuple(related))
        setter.similar(tuple(similar))
        self.parts: tuple[Part, ...] = tuple(setter.parts)
        self.links: tuple[Link, ...] = tuple(setter.links)
        self.notes: dict[str, int] = setter.notes
        """Footnote label -> its part."""
        self._link_parts = [link.part for link in self.links]
        self._most = measure
        self.fit(80)

    def fit(self, columns: int) -> None:
        """Lay out for a pane of this many cells: nothing is measured until it is asked for."""
        margin = 2 if columns >= 44 else 1 if columns >= 20 else 0
        self.columns = columns
        self.cells = max(2, min(self._most, columns - 2 * margin))
        """The measure: the cells that a line may have."""
        self.left = max(0, (columns - self.cells) // 2)
        """The blank cells before each line."""
        self._measured: dict[int, tuple[list[int], list[Line]]] = {}
        self._heights = [part.guess(self.cells) + part.gap for part in self.parts]
        self._tops: list[int] = []
        self._next = 0

    @property
    def measured(self) -> int:
        """How many parts have been wrapped at this width."""
        return len(self._measured)

    @property
    def done(self) -> bool:
        """Every part is measured: nothing is an estimate any more."""
        return len(self._measured) == len(self.parts)

    @property
    def height(self) -> int:
        """All lines, measured or guessed, without the blank ones at the end."""
        return self._top(len(self.parts)) - self.parts[-1].gap

    def line(self, y: int) -> Line:
        """A line, measured now if need be; () behind the end."""
        if not 0 <= y < self.height:
            return ()
        part, within = self._find(y)
        _, lines = self._measured[part]
        if within < len(lines):
            return lines[within]
        after = self.parts[part].after.rstrip()
        return (Run(after, "bar"),) if after else ()

    def position(self, y: int) -> tuple[int, int]:
        """The place of a line: (part, characters before it), or (part, -1 - n) for the nth blank line behind a part."""
        part, within = self._find(min(max(0, y), max(0, self.height - 1)))
        starts, _ = self._measured[part]
        return (part, starts[within]) if within < len(starts) else (part, len(starts) - within - 1)

    def line_of(self, place: tuple[int, int]) -> int:
        """The line where a place is now."""
        part = min(max(0, place[0]), len(self.parts) - 1)
        starts, _ = self._measure(part)
        if place[1] < 0:
            within = len(starts) + min(-1 - place[1], self.parts[part].gap)
        else:
            within = max(0, bisect_right(starts, place[1]) - 1)
        return self._top(part) + within

    def settle(self, y: int, lines: int) -> None:
        """Measure every part that has one of `lines` lines from y on."""
        part, _ = self._find(min(max(0, y), max(0, self.height - 1)))
        while part < len(self.parts) and self._top(part) < y + lines:
            self._measure(part)
            part += 1

    def settle_end(self, lines: int) -> None:
        """Measure the last parts, as many as fill `lines` lines."""
        for part in range(len(self.parts) - 1, -1, -1):
            self._measure(part)
            if self._top(len(self.parts)) - self._top(part) >= lines:
                return

    def measure_next(self) -> None:
        """Measure the first part that is not measured yet."""
        while self._next in self._measured:
            self._next += 1
        if self._next < len(self.parts):
            self._measure(self._next)

    def link_lines(self, link: int) -> tuple[int, int]:
        """The first and the last line of a link."""
        part = self.links[link].part
        _, lines = self._measure(part)
        within = [at for at, line in enumerate(lines) if any(run.link == link for run in line)]
        top = self._top(part)
        return (top + within[0], top + within[-1]) if within else (top, top)

    def link_after(self, y: int) -> int:
        """The first link that begins on line y or below; the number of links where there is none."""
        part, _ = self._find(min(max(0, y), max(0, self.height - 1)))
        link = bisect_right(self._link_parts, part - 1)
        while link < len(self.links) and self.links[link].part == part and self.link_lines(link)[0] < y:
            link += 1
        return link

    def _find(self, y: int) -> tuple[int, int]:
        """The part of a line, measured, and the line's number in it."""
        while True:
            self._top(0)
            part = min(bisect_right(self._tops, y) - 1, len(self.parts) - 1)
            if part in self._measured:
                return part, y - self._tops[part]
            self._measure(part)

    def _measure(self, part: int) -> tuple[list[int], list[Line]]:
        known = self._measured.get(part)
        if known is None:
            lines = self.parts[part].measure(self.cells)
            known = self._measured[part] = [start for start, _ in lines], [line for _, line in lines]
            height = len(lines) + self.parts[part].gap
            if height != self._heights[part]:
                self._heights[part] = height
                self._tops = []
        return known

    def _top(self, part: int) -> int:
        if not self._tops:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops[part]


class _Setter:
    """Makes the parts of an article, in reading order, and numbers its links."""

    def __init__(self, signs: Signs, zone: tzinfo | None) -> None:
        self.parts: list[Part] = []
        self.links: list[Link] = []
        self.notes: dict[str, int] = {}
        self._signs = signs
        self._zone = zone
        self._numbers: dict[str, int] = {}
        self._labels: frozenset[str] = frozenset()

    def article(self, article: Article) -> None:
        """The head and the body."""
        self._labels = frozenset(block.label for block in article.blocks if isinstance(block, Footnote))
        self._say(article.kicker.upper(), "kicker")
        self._say(article.headline or article.url, "headline")
        if article.standfirst or article.standfirst_credit:
            self._passage(self._standfirst(article))
        self._say(self._byline(article), "byline", gap=0)
        facts = [self._date(article.published), f"{article.reading_minutes} min read", article.site_name]
        for line in _joined([fact for fact in facts if fact], self._signs.dot):
            self._say(line, "small", gap=0)
        self.parts.append(Passage((Run(self._signs.rule * 12, "rule"),), most=1, ellipsis=self._signs.rule))
        self._blocks(article.blocks, "")
        notice = article.notice
        if article.paywalled and not notice:
            notice = "Only the beginning of this story is free to read; the rest is for the site’s subscribers."
        if not article.blocks and not notice:
            notice = "There is no text on this page that can be shown here."
        self._say(notice, "notice")

    def related(self, article: Article, related: tuple[Related, ...]) -> None:
        """The related stories in groups, each under its heading."""
        groups: dict[tuple[Relation, str], list[Related]] = {}
        for relation in _ORDER:
            for story in related:
                if story.relation is relation:
                    heading = story.heading.strip().rstrip(":").strip() or _heading(relation, article)
                    groups.setdefault((relation, heading), []).append(story)
        for (relation, heading), stories in groups.items():
            self._say(heading.upper(), "head", gap=0)
            for story in stories:
                self._story(story.title, story.url, relation, story.excerpt)
            self._gap()

    def similar(self, similar: tuple[Story, ...]) -> None:
        """Stories of the library that are about the same."""
        if similar:
            self._say("FROM YOUR LIBRARY", "head", gap=0)
        for story in similar:
            facts = [fact for fact in (story.site, self._date(story.published)) if fact]
            self._story(story.title, story.url, "similar", self._signs.dot.join(facts))
        self._gap()

    def _say(self, text: str, look: str, gap: int = 1) -> None:
        if text:
            self._passage((Run(self._written(text), look),), gap=gap)

    def _passage(self, runs: Line, first: str = "", rest: str = "", gap: int = 1, most: int = 0) -> None:
        self.parts.append(Passage(runs, first, rest, gap, rest, most, self._signs.ellipsis))

    def _gap(self, after: str = "") -> None:
        """End a group: a blank line behind its last part."""
        if self.parts:
            self.parts[-1] = replace(self.parts[-1], gap=1, after=after)

    def _written(self, text: str) -> str:
        return text.translate(_TO_ASCII) if self._signs is PLAIN else text

    def _standfirst(self, article: Article) -> Line:
        said = article.standfirst.rstrip()
        credit = article.standfirst_credit
        if not credit:
            return (Run(self._written(said), "standfirst"),)
        if not re.match(r"(?:reports?|writes?|says?)\b", credit.lstrip("…. "), re.IGNORECASE):
            credit = "reports " + credit
        if said:
            said = re.sub(r"\s*(?:…|\.{2,4})$", "", said) + " … "
        return (Run(self._written(said), "standfirst"), Run(self._written(credit.lstrip("…. ")), "standfirst credit"))

    def _byline(self, article: Article) -> str:
        names = article.byline
        if not names:
            return article.byline_role
        english = not article.language or article.language.lower().startswith("en")
        if english and len(names) > 1:
            said = f"By {', '.join(names[:-1])} and {names[-1]}"
        else:
            said = ("By " if english else "") + ", ".join(names)
        return said + (", " + article.byline_role if article.byline_role else "")

    def _date(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        local = moment.astimezone(self._zone)
        return f"{local.day} {local:%B %Y}"

    def _story(self, title: str, url: str, relation: str, excerpt: str) -> None:
        signs = self._signs
        blank = " " * len(signs.arrow)
        runs = (Run(self._written(title or url), "related link", self._link(url, relation, title or url)),)
        self._passage(runs, signs.arrow, blank, gap=0)
        if excerpt:
            self._passage((Run(self._written(excerpt), "excerpt"),), blank, blank, gap=0, most=3)

    def _link(self, url: str, relation: str, title: str, number: int = 0) -> int:
        """A link of the part that comes next."""
        self.links.append(Link(url, relation, title, len(self.parts), number))
        return len(self.links) - 1

    def _numbered(self, url: str, title: str) -> tuple[int, str]:
        """A link of the text: its index, and the number to write behind it (one number for one address)."""
        number = self._numbers.setdefault(url, len(self._numbers) + 1)
        return self._link(url, "link", title, number), f"[{number}]"

    def _spans(self, spans: Spans, look: str = "") -> Line:
        """Spans as runs, with a number behind each link."""
        runs: list[Run] = []
        at = 0
        while at < len(spans):
            href = spans[at].href
            end = at + 1
            while href and end < len(spans) and spans[end].href == href:
                end += 1
            title = "".join(span.text for span in spans[at:end]).strip()
            if not href or not title or (href.startswith("#") and href[1:] not in self._labels):
                runs += [self._run(span, look) for span in spans[at:end]]
            elif href.startswith("#"):
                link = self._link(href, "note", title)
                runs += [self._run(span, f"{look} link", link) for span in spans[at:end]]
            else:
                link, number = self._numbered(href, title)
                inside = [self._run(span, f"{look} link", link) for span in spans[at:end]]
                bare = inside[-1].text.rstrip()
                blank = inside[-1].text[len(bare) :]
                inside[-1] = inside[-1]._replace(text=bare)
                runs += [*inside, Run("\u00a0" + number, f"{look} number", link)]
                if blank:
                    runs.append(Run(blank, look))
            at = end
        return tuple(run._replace(look=run.look.strip()) for run in runs if run.text)

    def _run(self, span: Span, look: str, link: int = -1) -> Run:
        names = [look]
        names += [
            name for name, on in (("strong", span.strong), ("emphasis", span.emphasis), ("code", span.code)) if on
        ]
        text = self._written(span.text)
        if span.script and self._signs is not PLAIN:
            raised = text.translate(_SUPER if span.script == "super" else _SUB)
            text = raised if not set(raised) & set(text) else text
        return Run(text, " ".join(names), link)

    def _blocks(
        self, blocks: Iterable[Block], rest: str, first: str | None = None, gap: int = 1, look: str = ""
    ) -> None:
        """Some blocks; `first` stands before the very first line, `rest` before every other."""
        for block in blocks:
            count = len(self.parts)
            self._block(block, rest, rest if first is None else first, gap, look)
            if len(self.parts) > count:
                first = None

    def _block(self, block: Block, rest: str, first: str, gap: int, look: str) -> None:
        signs = self._signs
        match block:
            case Paragraph(spans):
                self._passage(self._spans(spans, look), first, rest, gap)
            case Heading(level, spans):
                self._passage(self._spans(spans, "subhead" if level < 4 else "subhead minor"), first, rest, gap)
            case Quote(inner, source):
                self._quote(inner, source, rest, first, look)
            case Listing():
                self._listing(block, rest, first, gap, look)
            case Table():
                self._table(block, rest)
            case Code(text):
                self.parts.append(Listed(self._written(text.strip("\n").expandtabs(4)), rest, gap, rest))
            case Picture():
                self._picture(block, rest, first, gap)
            case Embed():
                self._embed(block, rest, first, gap)
            case Rule():
                self.parts.append(Passage((Run(signs.breaks, "rule"),), first, rest, gap, rest, 1, "", True))
            case Footnote(label, spans):
                self.notes[label] = len(self.parts)
                mark = f"{label}. "
                runs = self._spans(spans, "note")
                self._passage(runs, first + mark, rest + " " * width(mark), 0)
                self._gap(rest)

    def _quote(self, inner: Iterable[Block], source: str, rest: str, first: str, look: str) -> None:
        bar = self._signs.bar
        self._blocks(inner, rest + bar, first + bar, look=f"{look} quote".strip())
        if source:
            if self.parts:
                self.parts[-1] = replace(self.parts[-1], gap=0)
            said = self._signs.dash + self._written(source)
            self._passage((Run(said, "source"),), rest + bar, rest + bar)
        self._gap(rest)

    def _listing(self, block: Listing, rest: str, first: str, gap: int, look: str) -> None:
        last = block.start + len(block.items) - 1
        size = max(len(str(block.start)), len(str(last))) + 2
        tight = all(sum(not isinstance(inner, Listing) for inner in item.blocks) <= 1 for item in block.items)
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}.".ljust(size) if block.ordered else self._signs.bullet
            before, first = first, rest
            self._blocks(item.blocks, rest + " " * len(mark), before + mark, 0 if tight else 1, look)
        if gap:
            self._gap(rest)

    def _table(self, block: Table, rest: str) -> None:
        if not block.rows and not block.header:
            return
        if block.caption:
            self._passage((Run(self._written(block.caption), "caption"),), rest, rest)
        rows = tuple(tuple(self._spans(cell) for cell in row) for row in (block.header, *block.rows))
        header = tuple(tuple(run._replace(look=f"{run.look} strong".strip()) for run in cell) for cell in rows[0])
        self.parts.append(Grid(header, rows[1:], rest, 1, rest, self._signs.rule))

    def _picture(self, block: Picture, rest: str, first: str, gap: int) -> None:
        sign = self._signs.picture
        said = block.caption or block.alt
        if block.credit and block.credit not in said:
            said = f"{said} ({block.credit})" if said else block.credit
        if not said:
            return
        inside = rest + " " * len(sign)
        self._passage((Run(self._written(said), "caption"),), first + sign, inside, gap)
        if block.caption and block.alt and block.alt.casefold() not in block.caption.casefold():
            self.parts[-1] = replace(self.parts[-1], gap=0)
            self._passage((Run(self._written(block.alt), "excerpt"),), inside, inside, gap)

    def _embed(self, block: Embed, rest: str, first: str, gap: int) -> None:
        signs = self._signs
        if block.media == "post" and block.text:
            bar = rest + signs.bar
            self._passage((Run(self._written(block.text), "quote"),), first + signs.bar, bar, 0)
            runs: Line = (Run(signs.dash + self._written(block.author or "posted here"), "source"),)
            first, rest = bar, bar
        else:
            title = block.title or block.text or block.author or block.url
            runs = (Run(f"{_MEDIA[block.media]}: {self._written(title)}", "embed"),)
            first, rest = first + signs.embed, rest + " " * len(signs.embed)
        if block.url:
            link, number = self._numbered(block.url, block.title or block.author or block.url)
            runs = (runs[0]._replace(link=link, look=runs[0].look + " link"), Run("\u00a0" + number, "number", link))
        self._passage(runs, first, rest, gap)
        if gap:
            self._gap(rest[: -len(signs.bar)])


_ORDER = (
    Relation.ALSO_READ,
    Relation.PREVIOUS,
    Relation.NEXT,
    Relation.RELATED,
    Relation.LATEST,
    Relation.MOST_READ,
)
_HEADINGS = {
    Relation.ALSO_READ: "Also read",
    Relation.PREVIOUS: "Previous story",
    Relation.NEXT: "Next story",
    Relation.RELATED: "Related stories",
    Relation.MOST_READ: "Most read",
}
_MEDIA = {"post": "Post", "video": "Video", "audio": "Audio", "document": "Document", "other": "On another page"}


def _heading(relation: Relation, article: Article) -> str:
    """The heading of a group that has none of its own."""
    if relation is Relation.LATEST:
        return f"Latest from {article.kicker or article.site_name or 'this site'}"
    return _HEADINGS[relation]


def _joined(facts: list[str], dot: str) -> list[str]:
    """Facts on one line; those written from right to left on lines of their own, so that no terminal reorders the others."""
    plain = dot.join(fact for fact in facts if not is_right_to_left(fact))
    return [line for line in (plain, *(fact for fact in facts if is_right_to_left(fact))) if line]
