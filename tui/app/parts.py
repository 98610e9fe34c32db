"""Lines, and the parts of an article that are laid out as lines: running text, program text, tables."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, zip_longest
from operator import itemgetter
from typing import NamedTuple

from tui.app.hyphens import Places, parted
from tui.app.layout import Extent, counted_cells, cut, extents, fitting, joins, width, wrap
from tui.scripts import is_right_to_left
from tui.values import Value

_NUMBER = re.compile(r"[-+−–]?[$€£¥]?\s?[.,]?\d[\d.,\s]*\s?[%\w€$£]{0,3}|[-–—]")


class Run(NamedTuple):
    """A stretch of a line in one look. `look` names styles, separated by spaces ("quote strong"); `link` is an index
    into `Layout.links`, or -1."""

    text: str
    look: str = ""
    link: int = -1


Line = tuple[Run, ...]
Measured = list[tuple[int, Line]]
"""The lines of a part, each with the characters of the part that stand before it (strictly rising)."""


class Link(Value):
    """Something that can be followed: a link of the text (`relation` "link"), a related story, or one of the library
    ("similar")."""

    url: str
    relation: str
    title: str
    part: int
    """The part that it stands in."""
    number: int = 0
    """What is written behind it, 0 for a related story."""


class Signs(Value):
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
    new: str = "+ "
    gone: str = "- "
    back: str = "↑"
    """Leads from a footnote back to its place."""


class Typography(NamedTuple):
    """How running text is set."""

    measure: int = 72
    """The most cells of a line."""
    indent: int = 0
    """Blank cells before the first line of a paragraph."""
    spacing: int = 1
    """Blank lines between paragraphs."""
    justified: bool = False
    """Lines of prose end at the same cell."""


class Revision(NamedTuple):
    """What is new in a story."""

    states: tuple[str, ...] = ()
    """For each of its blocks: "new", "gone", or "" for one that is as it was."""
    told: str = ""
    """It in a sentence."""
    compares: bool = False
    """What is gone is shown too."""


AS_IT_WAS = Revision()
"""Nothing is new."""
USUAL = Typography()
"""The default."""
FINE = Signs()
"""For terminals that speak UTF-8."""
SPOKEN = Signs(
    "quoted: ", "* ", "> ", "Picture: ", "Embedded: ", "", "Next part", "by ", ", ", "...", "new: ", "gone: ", "back"
)
"""For the linear mode: every sign that says something is a word."""
PLAIN = Signs("| ", "* ", "> ", "# ", "> ", "-", "*  *  *", "-- ", " - ", "...", back="^")
"""For those that speak only ASCII."""


def text_of(line: Line) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)


def strong(line: Line) -> Line:
    """A line set in bold."""
    return tuple(run._replace(look=f"{run.look} strong".strip()) for run in line)


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


_FLIPPED = str.maketrans("›»>", "‹«<")


def _from_the_right(line: Line, before: str, room: int) -> Line:
    """A line of a script written from right to left: it ends at the right edge, and what stands before it stands
    there."""
    mark = before.strip()
    blank = room - width(text_of(line))
    if not line:
        return (Run(" " * blank + mark, "bar"),) if mark else ()
    behind = before[len(before.rstrip()) :] + mark.translate(_FLIPPED) + before[: len(before) - len(before.lstrip())]
    return (Run(" " * blank, "bar"), *line, *((Run(behind, "bar"),) if mark else ()))


NARROW = 24
"""Cells of a column in which few words stand beside each other."""
TALLEST = 6
"""Lines of a cell in such a column: with more, a table is read one field after another. Tuned by eye on tables of news
sites (elections, results, products) at 60 and 80 columns."""
LABELS = 0.4
"""How much of the width the names of fields may take beside what stands in them."""
WORD = 16
"""Letters of a word that is not parted so that a table may keep its columns."""
WIDEST = 3
"""Blanks that may stand between two words of a line that is filled: where more are needed the line stays ragged."""


def filled(line: Line, cells: int) -> Line:
    """A line with its blanks widened to fill some cells, alike but for one, the wider ones at its end."""
    text = text_of(line)
    gaps = text.count(" ")
    owed = cells - width(text)
    if not gaps or owed <= 0 or owed > gaps * (WIDEST - 1) or joins(text):
        return line
    seen, runs = 0, []
    for run in line:
        words = run.text.split(" ")
        out = words[0]
        for word in words[1:]:
            out += " " * (1 + owed * (seen + 1) // gaps - owed * seen // gaps) + word
            seen += 1
        runs.append(run._replace(text=out))
    return tuple(runs)


class Passage(Value):
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
    from_right: bool = False
    """Set from the right whatever its script, as all is in a story that is written from there."""
    justified: bool = False
    places: Places | None = None
    """Where its words may be parted, if at all."""
    between: str = ""
    """What stands between its facts, and at the end of no line."""
    plate: tuple[Line, ...] = ()
    """The picture that it tells of, where that is shown: lines under it."""

    def measure(self, cells: int) -> Measured:
        """Its lines at a width."""
        measured = self._set(cells)
        if self.plate:
            margin = _margin(self.rest, cells)
            behind = sum(len(run.text) for run in self.runs) + 1
            before = (Run(margin, "bar"),) if margin else ()
            measured += [(behind + number, (*before, *line)) for number, line in enumerate(self.plate)]
        return measured

    def _set(self, cells: int) -> Measured:
        """The lines of its words."""
        first, rest = _margin(self.first, cells), _margin(self.rest, cells)
        text = text_of(self.runs)
        room = cells - len(rest)
        lines, parted = self._lines(text, room, len(first) - len(rest))
        shown = self._cut(_sliced(self.runs, text, lines), room)
        measured = []
        if self._is_from_right(text):
            return [
                (start, _from_the_right(line, rest if number else first, room))
                for number, ((start, _), line) in enumerate(zip(lines, shown, strict=False))
            ]
        for number, ((start, end), line) in enumerate(zip(lines, shown, strict=False)):
            prefix = rest if number else first
            if number in parted:
                line = (*line, line[-1]._replace(text="-"))
            if self.justified and end < len(text) and text[end] != "\n":
                line = filled(line, cells - len(prefix))
            if self.centred:
                prefix = " " * ((room - width(text_of(line))) // 2)
            measured.append((start, (Run(prefix, "bar"), *line) if prefix and (line or prefix.strip()) else line))
        return measured

    def _is_from_right(self, text: str) -> bool:
        return not self.centred and (self.from_right or is_right_to_left(text))

    def _lines(self, text: str, room: int, owed: int) -> tuple[list[Extent], frozenset[int]]:
        """Where its lines stand in its text, and which of them end within a word."""
        if self.places is None or self._is_from_right(text):
            return self._ended(extents(text, room, max(0, owed)), text), frozenset()
        whole = "".join(re.sub(r"\w", "0", run.text) if "code" in run.look else run.text for run in self.runs)
        lines = parted(whole, room, self.places, max(0, owed))
        within = frozenset(number for number, line in enumerate(lines) if line.parted)
        return [(line.start, line.end) for line in lines], within

    def _ended(self, lines: list[Extent], text: str) -> list[Extent]:
        """Lines without what stands between two facts at their end."""
        sign = self.between.rstrip()
        if not sign:
            return lines
        return [
            (start, end - len(sign) if end < len(text) and text.endswith(sign, start, end) else end)
            for start, end in lines
        ]

    def _cut(self, lines: list[Line], room: int) -> list[Line]:
        """As many lines as there may be, an ellipsis at the end of the last where some are missing."""
        if not self.most or len(lines) <= self.most:
            return lines
        *before, last = lines[self.most - 1] or (Run(""),)
        left = room - width(text_of(tuple(before)))
        kept = cut(last.text + " " * left, left, self.ellipsis)
        return [*lines[: self.most - 1], (*before, last._replace(text=kept))]

    def guess(self, cells: int) -> int:
        """How many lines it will probably have."""
        length = sum(len(run.text) for run in self.runs)
        lines = length // max(8, cells - len(self.rest)) + 1
        return (min(lines, self.most) if self.most else lines) + len(self.plate)


class Listed(Value):
    """Program text: its own line breaks, long lines folded and set in deeper than they begin."""

    text: str
    rest: str = ""
    gap: int = 1
    after: str = ""
    language: str = ""
    """What the page says it is written in."""
    stretches: tuple[tuple[int, int, str], ...] = ()
    """(start, end, look) of what is told apart in it."""

    def measure(self, cells: int) -> Measured:
        """Its lines at a width."""
        margin = _margin(self.rest + "  ", cells)
        room = max(2, cells - len(margin))
        measured: Measured = []
        at = 0
        for row in self.text.split("\n"):
            start, deep = 0, 0
            inner = min(len(row) - len(row.lstrip(" ")) + 2, room // 2) if room > 6 else 0
            while True:
                end = start + (room - deep) if row.isascii() else fitting(row, start, len(row), room - deep)
                if end < len(row) and (blank := row.rfind(" ", start + (end - start) // 2, end)) > 0:
                    end = blank + 1
                piece = row[start:end].rstrip()
                line = (Run(margin + " " * deep, "bar"), *self._told_apart(piece, at + start)) if piece else ()
                measured.append((at + start, line))
                if end >= len(row):
                    break
                start, deep = end, inner
            at += len(row) + 1
        return measured

    def _told_apart(self, piece: str, start: int) -> Iterator[Run]:
        """Some characters from a place on, in their looks."""
        here, end = start, start + len(piece)
        for first in range(bisect_right(self.stretches, start, key=itemgetter(1)), len(self.stretches)):
            begin, stop, look = self.stretches[first]
            begin, stop = max(begin, here), min(stop, end)
            if begin >= end:
                break
            if begin > here:
                yield Run(piece[here - start : begin - start], "code")
            if stop > begin:
                yield Run(piece[begin - start : stop - start], f"code {look}")
            here = max(here, stop)
        if here < end:
            yield Run(piece[here - start :], "code")

    def guess(self, cells: int) -> int:
        """How many lines it will probably have."""
        return self.text.count("\n") + 1 + len(self.text) // max(8, cells) // 2


def is_number(cell: Line) -> bool:
    """Whether a number is all that stands in a cell: with a sign, a unit, or what stands for none."""
    return _NUMBER.fullmatch(text_of(cell)) is not None


def _is_over_all(row: tuple[Line, ...]) -> bool:
    """Whether a row of several columns has its first cell alone: it is a heading over what follows."""
    return len(row) > 1 and bool(row[0]) and not any(row[1:])


def _over_all(row: tuple[Line, ...], room: int, from_right: bool) -> list[Line]:
    """A heading over all columns."""
    lines = _cell(strong(row[0]), room)
    return [_from_the_right(line, "", room) for line in lines] if from_right else lines


class Grid(Value):
    """A table: columns fitted to the width, or one field a line where the width will not hold them."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    whole: tuple[tuple[Line, ...], ...] = ()
    """The rows, each with what stands in it from the row above; none where that is nothing."""
    rest: str = ""
    gap: int = 1
    after: str = ""
    rule: str = "─"

    def measure(self, cells: int) -> Measured:
        """Its lines at a width."""
        margin = _margin(self.rest, cells)
        columns = self._columns(cells - len(margin))
        if columns and self._is_legible(columns):
            lines = self._side_by_side(columns, cells - len(margin))
        else:
            lines = self._one_by_one(cells - len(margin))
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
            for at, cell in enumerate(() if _is_over_all(row) else row):
                text = text_of(cell)
                natural[at] = max(natural[at], *(width(part) for part in text.split("\n")))
                least[at] = max(least[at], *map(width, re.split(r"[ \n]", text)))
        room = cells - 2 * (count - 1)
        if sum(natural) <= room:
            return natural
        least = [min(narrow, max(WORD, room // count)) for narrow in least]
        if sum(least) > room:
            return []
        most = room  # the widest columns give way first, all to the same width
        while sum(fitted := [max(narrow, min(wide, most)) for narrow, wide in zip(least, natural, strict=True)]) > room:
            most -= 1
        return fitted

    def _is_legible(self, columns: list[int]) -> bool:
        """No cell is a tower of words: many lines in a narrow column."""
        return not any(
            size < NARROW and len(extents(text_of(cell), size)) > TALLEST
            for row in self.rows
            if not _is_over_all(row)
            for cell, size in zip(row, columns, strict=False)
        )

    def _side_by_side(self, columns: list[int], room: int) -> Iterator[Line]:
        from_right = self._is_from_right()
        numeric = [from_right or self._is_numeric(at) for at in range(len(columns))]
        columns = columns[::-1] if from_right else columns
        blank = room - sum(columns) - 2 * (len(columns) - 1) if from_right else 0
        lead = (Run(" " * blank),) if blank > 0 else ()

        def set_row(row: tuple[Line, ...]) -> list[Line]:
            cells = (*row, *((),) * (len(columns) - len(row)))[::-1] if from_right else row
            return [(*lead, *line) for line in self._row(cells, columns, numeric)]

        if self.header:
            yield from set_row(self.header)
            yield lead + self._rules(columns)
        rows = self.rows if self.rule else self.whole or self.rows
        wrapped = [_over_all(row, room, from_right) if _is_over_all(row) else set_row(row) for row in rows]
        before = 0
        for lines in wrapped:
            if before and max(before, len(lines)) > 1:
                yield ()
            yield from lines
            before = len(lines)

    def _rules(self, columns: list[int]) -> Line:
        """The line below the names of the columns."""
        return tuple(
            part
            for at, cells in enumerate(columns)
            for part in ((Run("  "),) if at else ()) + (Run(self.rule * cells, "rule"),)
        )

    def _is_from_right(self) -> bool:
        """Whether it is read from right to left: its first column stands at the right then, and each cell as its text
        would alone."""
        return is_right_to_left(" ".join(text_of(cell) for row in (self.header, *self.rows) for cell in row))

    def _is_numeric(self, at: int) -> bool:
        """Whether all that stands in a column are numbers, which are set to the right."""
        cells = [row[at] for row in self.rows if len(row) > at and row[at]]
        return bool(cells) and all(map(is_number, cells))

    def _row(self, row: tuple[Line, ...], columns: list[int], numeric: list[bool]) -> Iterator[Line]:
        cells = [_cell(cell, size) for cell, size in zip(row, columns, strict=False)]
        for number in range(max((len(cell) for cell in cells), default=1)):
            line: list[Run] = []
            owed = 0
            for at, cell in enumerate(cells):
                runs = cell[number] if number < len(cell) else ()
                blank = columns[at] - counted_cells(text_of(runs))
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
        """Each row as a record, a field to a line: its name, and what stands in it."""
        names, rows = self._named()
        column = min(max(map(width, names), default=0), int(cells * LABELS))
        word = max((width(word) for name in names for word in name.split()), default=0)
        beside = bool(self.rule) and 0 < word <= column
        for number, row in enumerate(rows):
            if number:
                yield (Run(self.rule * min(cells, 12), "rule"),)
            if _is_over_all(row):
                yield from _cell(strong(row[0]), cells)
                continue
            before = None
            for at, cell in enumerate(row):
                if not cell:
                    continue
                name = names[at] if at < len(names) else ""
                said = strong(cell) if names and before is None else cell
                if beside:
                    yield from self._beside("" if name == before else name, said, column, cells)
                else:
                    yield from self._behind(name, said, cells)
                before = name

    def _named(self) -> tuple[list[str], tuple[tuple[Line, ...], ...]]:
        """The names of the fields, and the rows. What has no name belongs to the field at its left (a heading over
        several columns)."""
        header, rows = self.header, self.whole or self.rows
        if not rows:
            return [], (header,)
        names: list[str] = []
        for cell in header:
            names.append(text_of(cell).replace("\n", " ").rstrip(":") or "".join(names[-1:]))
        return names, rows

    @staticmethod
    def _beside(name: str, cell: Line, column: int, cells: int) -> Iterator[Line]:
        """A field with its name in a column of its own."""
        labels, lines = wrap(name, column), _cell(cell, cells - column - 2)
        for label, line in zip_longest(labels, lines):
            yield (Run(label or "", "small"), Run(" " * (column + 2 - width(label or ""))), *(line or ()))

    @staticmethod
    def _behind(name: str, cell: Line, cells: int) -> Iterator[Line]:
        """A field behind its name."""
        indent = _margin("  ", cells)
        label = (Run(f"{name}: ", "strong"),) if name else ()
        for more, line in enumerate(_cell((*label, *cell), cells - len(indent))):
            yield (Run(indent), *line) if more and line else line


Part = Passage | Listed | Grid
