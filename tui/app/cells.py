"""The model of a terminal's cells: as they are wanted, as the terminal has them, and the shortest way from the latter
to the former.

A frame is the difference between the two: changed runs, styles where they change, erased line ends, and rows moved by
scroll regions where they only moved. It is made of the sequences written here and of text that `printable` let pass. No
Textual is known here.

Terminals do not agree on the width of every text. Behind a sign or an emoji on which they differ the cursor is put
anew. Not so within a phrase of a script whose letters are joined: a cursor set onto the cell of a vowel sign loses the
letter. Such a phrase is written in one flow, with the blanks behind it for what it needs, and the cursor is put anew
behind these."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, Self, cast

from rich.cells import get_character_cell_size, split_graphemes

from tui.app.layout import joins, width
from tui.app.phrases import BLANK, PLAIN, Cell, Pen, Phrase, Row, Run, phrases_in, text_of

_ERASE = 6
"""Blank cells at the end of a piece that are cheaper to erase (ECH) than to write."""
_GAP = 4
"""Unchanged cells that are cheaper to write again than to step over."""
_STRETCH = " " * 12
"""Blank cells within a piece that are cheaper to erase and step over than to write."""


_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff\U0010eeee]"
)
_IN_PIXELS = re.compile("\U0010eeee[\u0300-\u08ff]{2}")
"""A cell of a picture in pixels, with the marks for its row and column."""
_AGREED = re.compile(
    "(?:"
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u0531-\u0556\u0561-\u0587"
    "\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0660-\u0669\u0671-\u06d3\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25fc\u2605\u2606\u2713\u2717\u2800-\u28ff"
    "\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u3163\u3165-\u318e\u3190-\u31e3\u31f0-\u321e\u3220-\u3247\u3250-\u4dbf"
    "\u4e00-\ua48c\uac00-\ud7a3\uf900-\ufa6d\uff01-\uff60\uffe0-\uffe6][\u0300-\u036f]*"
    "|\U0010eeee[\u0300-\u08ff]{2})+"
)
_FOREGROUNDS = frozenset([*range(30, 40), *range(90, 98)])
_BACKGROUNDS = frozenset([*range(40, 50), *range(100, 108)])
_COVERED = re.compile(r"(?:^|;)(?:4|7|8|9|21|53)(?:;|$)")
_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 21: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 51: 54, 52: 54, 53: 55}


def printable(text: str) -> str:
    """The last gate: a text without control, bidirectional or invisible format characters and without half surrogate
    pairs."""
    return text if text.isascii() and text.isprintable() else _UNPRINTABLE.sub("", text)


def is_agreed(grapheme: str) -> bool:
    """All terminals give this grapheme as many cells as Rich does. They differ on emoji sequences, symbols and the
    marks of many scripts."""
    return (len(grapheme) == 1 and " " <= grapheme <= "~") or _AGREED.fullmatch(grapheme) is not None


def _are_agreed(text: str) -> bool:
    return text.isascii() or _AGREED.fullmatch(text) is not None


def _stretches(graphemes: list[str]) -> Iterator[list[str]]:
    """Graphemes, cut behind every long stretch of blanks."""
    if _STRETCH in "".join(graphemes):
        marks = "".join([" " if grapheme == " " else "x" for grapheme in graphemes])
        while (found := marks.find(_STRETCH)) >= 0:
            behind = len(marks) - len(marks[found:].lstrip(" "))
            yield graphemes[:behind]
            graphemes, marks = graphemes[behind:], marks[behind:]
    if graphemes:
        yield graphemes


def _reach(grapheme: str) -> int:
    """The most cells that a terminal may draw over for a grapheme, knowing nothing of how its characters join."""
    if joins(grapheme):
        return width(grapheme)
    return sum(2 if character == "\ufe0f" else get_character_cell_size(character) for character in grapheme)


@lru_cache(maxsize=1024)
def cells_of(text: str, pen: Pen) -> tuple[Cell, ...]:
    """A text as cells. Characters that may not pass leave blanks of the width that was counted for them, or nothing."""
    if text.isascii() and text.isprintable():
        return tuple([_cell(character, pen) for character in text])
    if pen.picture:
        return tuple([_cell(part, pen) for part in _IN_PIXELS.findall(text)])
    cells: list[Cell] = []
    graphemes, _ = split_graphemes(text)
    for start, end, size in graphemes:
        grapheme = printable(text[start:end])
        if not grapheme or not size:
            cells += [_cell(" ", pen)] * size
        else:
            cells.append(_cell(grapheme, pen))
            cells += [_cell("", pen)] * (size - 1)
    return tuple(cells)


_cell = lru_cache(maxsize=8192)(Cell)
"""Equal cells are mostly one object, so that comparing rows is quick."""


@lru_cache(maxsize=4096)
def sgr_parts(sgr: str) -> tuple[tuple[int, ...], str, str]:
    """SGR parameters as (attributes, foreground, background)."""
    attributes: list[int] = []
    foreground = background = ""
    codes = [int(code) for code in sgr.split(";") if code]
    at = 0
    while at < len(codes):
        code = codes[at]
        taken = 1
        if code in (38, 48):
            taken = 3 if codes[at + 1 : at + 2] == [5] else 5
        colour = ";".join(map(str, codes[at : at + taken]))
        if code in _FOREGROUNDS:
            foreground = "" if code == 39 else colour
        elif code in _BACKGROUNDS:
            background = "" if code == 49 else colour
        else:
            attributes.append(code)
        at += taken
    return tuple(attributes), foreground, background


@lru_cache(maxsize=4096)
def _restyle(before: str, after: str) -> str:
    """The shortest way from one style to another."""
    had, had_foreground, had_background = sgr_parts(before)
    has, foreground, background = sgr_parts(after)
    off = {_OFF.get(code, 0) for code in had if code not in has}
    codes = [str(code) for code in sorted(off)]
    codes += [str(code) for code in has if code not in had or _OFF.get(code) in off]
    if foreground != had_foreground:
        codes.append(foreground or "39")
    if background != had_background:
        codes.append(background or "49")
    change = ";".join(codes)
    anew = f"0;{after}" if after else ""
    return f"\x1b[{anew}m" if len(anew) < len(change) or 0 in off else f"\x1b[{change}m"


def _changes(new: Sequence[Row], old: Sequence[Row]) -> dict[int, list[int]]:
    """Row -> the columns of the cells that are to be written: those known to be wanted otherwise, and phrases as a
    whole."""
    changed = {}
    for y, (row, before) in enumerate(zip(new, old, strict=True)):
        if row != before:
            columns = [
                x
                for x, (cell, was) in enumerate(zip(row, before, strict=True))
                if cell is not was and cell != was and cell
            ]
            if columns:
                changed[y] = _withphrases_in(columns, row, before)
    return changed


def _withphrases_in(columns: list[int], row: Row, before: Row) -> list[int]:
    """Columns with all those of a phrase, as it is or as it was, of which one changed."""
    found = set(columns)
    for phrase in [*phrases_in(before), *phrases_in(row)]:
        cells = phrase.cells
        if not found.isdisjoint(cells) and None not in row[cells.start : cells.stop]:
            found.update(cells)
    return columns if len(found) == len(columns) else sorted(found)


@lru_cache(maxsize=1024)
def _along(start: int, end: int) -> str:
    """What moves the cursor along its row."""
    if end >= start:
        steps = end - start
        return f"\x1b[{steps if steps > 1 else ''}C" if steps else ""
    back = start - end
    anew = "\r" + _along(0, end)
    return min("\b" * back if back < 4 else f"\x1b[{back}D", anew, key=len)


@lru_cache(maxsize=1024)
def _down(steps: int) -> str:
    """What moves the cursor to another row. VT does not touch the column, and the kernel does not touch VT as it does
    LF."""
    if steps < 0:
        return f"\x1b[{-steps if steps < -1 else ''}A"
    return "\v" * steps if steps < 5 else f"\x1b[{steps}B"


@lru_cache(maxsize=2048)
def _way(start: tuple[int, int], end: tuple[int, int]) -> str:
    """The shortest way from one cell, or from nobody knows where (-1, -1), to another."""
    (y, x), (to_y, to_x) = start, end
    anew = f"\x1b[{to_y + 1};{to_x + 1}H" if to_x else f"\x1b[{to_y + 1}H" if to_y else "\x1b[H"
    return anew if y < 0 else min(_down(to_y - y) + _along(x, to_x), anew, key=len)


class _Piece(NamedTuple):
    """Some cells of a row that are written together."""

    start: tuple[int, int]
    """Row and column."""
    pen: Pen
    text: str
    """What is written there with the pen; it may move the cursor and change pens itself."""
    end: tuple[int, int]
    """Where the cursor is then; (-1, -1) where terminals differ on it, as behind the last column."""
    pen_left: Pen
    """The pen held then."""


_NOWHERE = (-1, -1)


class _Frame:
    """A frame being written: where the cursor is and which pen it holds, as far as is known."""

    def __init__(self, at: tuple[int, int] = _NOWHERE, pen: Pen | None = None, out: Sequence[str] = ()) -> None:
        self.out = list(out)
        self.at = at
        self.pen = pen

    def move(self, y: int, x: int) -> None:
        """Put the cursor on a cell."""
        if self.at != (y, x):
            self.out.append(_way(self.at, (y, x)))
            self.at = y, x

    def take(self, pen: Pen) -> None:
        """Draw with a pen from here on."""
        if pen is self.pen or pen == self.pen:
            return
        held = self.pen
        if held is None:
            self.out.append(f"\x1b[0;{pen.sgr}m" if pen.sgr else "\x1b[m")
        elif held.sgr != pen.sgr:
            self.out.append(_restyle(held.sgr, pen.sgr))
        if pen.link != (held.link if held else ""):
            self.out.append(f"\x1b]8;;{pen.link}\x1b\\")
        self.pen = pen

    def write_apart(self, y: int, x: int, graphemes: Sequence[str]) -> None:
        """Write graphemes with the pen that is held, the cursor put anew behind each on which terminals differ."""
        for at, text in enumerate(graphemes, x):
            if not text:
                continue
            self.move(y, at)
            wide = at - x + 1 < len(graphemes) and not graphemes[at - x + 1]
            if is_agreed(text):
                self.out.append(text)
                self.at = y, at + 1 + wide
            else:
                if wide:  # blanks first, where a terminal may draw it in one cell
                    self.out.append("  ")
                    self.at = _NOWHERE
                    self.move(y, at)
                self.out.append(text)
                self.at = _NOWHERE

    def write_cells(self, y: int, x: int, cells: Sequence[Cell]) -> None:
        """Write cells, each with its pen."""
        for pen, group in groupby(cells, itemgetter(1)):
            text = [cell[0] for cell in group]
            self.take(pen)
            self.write_apart(y, x, text)
            x += len(text)

    def write(self, pieces: Iterable[_Piece]) -> Self:
        """Write pieces in their order."""
        for start, pen, text, end, pen_left in pieces:
            if self.at != start:
                self.out.append(_way(self.at, start))
            self.take(pen)
            self.out.append(text)
            self.at, self.pen = end, pen_left
        return self

    def then(self, pieces: Iterable[_Piece]) -> "_Frame":
        """This frame with more pieces."""
        return _Frame(self.at, self.pen, self.out).write(pieces)

    def write_shortest(self, pieces: Sequence[_Piece]) -> None:
        """Write pieces in the order that needs the fewest moves and changes of pens: by rows, by pens, or pane after
        pane, each by one of these."""
        panes = self
        for pane in _panes(pieces):
            panes = min(panes.then(pane), panes.then(_by_pen(pane)), key=_size)
        best = min(self.then(pieces), self.then(_by_pen(pieces)), panes, key=_size)
        self.out, self.at, self.pen = best.out, best.at, best.pen


def _size(frame: _Frame) -> int:
    return sum(map(len, frame.out))


def _by_pen(pieces: Iterable[_Piece]) -> list[_Piece]:
    return sorted(pieces, key=lambda piece: piece.pen)


def _panes(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces that stand in the same columns together, from left to right."""
    panes: list[list[_Piece]] = []
    edge = -1
    for piece in sorted(pieces, key=lambda piece: (piece.start[1], piece.start[0])):
        (_, start), (_, end) = piece.start, piece.end
        if start > edge:
            panes.append([])
        panes[-1].append(piece)
        edge = max(edge, start, end)
    return [sorted(pane) for pane in panes]


class Screenful:
    """The cells of a terminal twice: as they are wanted, and as they are."""

    def __init__(self, columns: int, rows: int, *, colours_erase: bool = True) -> None:
        self.columns = columns
        self.rows = rows
        self.colours_erase = colours_erase
        """Erasing leaves the background colour of the pen (`bce` in terminfo); not so in GNU screen."""
        self.wanted: list[Row] = [[None] * columns for _ in range(rows)]
        self.shown: list[Row] = [[None] * columns for _ in range(rows)]
        self._pen: Pen | None = None
        """What the last frame drew with at last."""
        self._complete = False

    def forget(self) -> None:
        """What the terminal shows is no longer known."""
        self.shown = [[None] * self.columns for _ in range(self.rows)]
        self._pen = None

    def is_blank(self, rows: range, columns: range) -> bool:
        """Whether nothing but blanks is wanted in these rows and columns."""
        if rows.stop > self.rows or columns.stop > self.columns:
            return False
        cells = [self.wanted[y][x] for y in rows for x in columns]
        return all(cell is not None and cell.text == " " for cell in cells)

    def take(self, runs: Iterable[Run]) -> None:
        """The terminal shows these runs, and blanks elsewhere."""
        for y, x, sgr, text in runs:
            self.put(y, x, text, Pen(sgr))
        self.shown = [[cell or BLANK for cell in row] for row in self.wanted]
        self.wanted = [[None] * self.columns for _ in range(self.rows)]

    def put(self, y: int, x: int, text: str, pen: Pen) -> int:
        """Want a text in row y from column x; the column behind it."""
        cells = cells_of(text, pen)
        end = x + len(cells)
        if not 0 <= y < self.rows or x >= self.columns or end <= 0:
            return end
        row = self.wanted[y]
        left, right = max(x, 0), min(end, self.columns)
        if left and (first := row[left]) is not None and not first.text:
            row[left - 1] = Cell(" ", first.pen)  # the left half of a wide character loses its right one
        if right < self.columns and (last := row[right]) is not None and not last.text:
            row[right] = Cell(" ", last.pen)
        row[left:right] = cells[left - x : right - x]
        if (edge := row[right - 1]) is not None and right < end and not cells[right - x].text:
            row[right - 1] = Cell(" ", edge.pen)
        return end

    def frame(self, cursor: tuple[int, int] = (0, 0)) -> str:
        """What brings the terminal from what it shows to what is wanted, the cursor on (x, y) at last; "" where nothing
        changed.

        From then on the terminal is taken to show it.
        """
        changed = _changes(self.wanted, self.shown)
        if not changed:
            return ""
        frame = _Frame(pen=self._pen)
        frame.write_shortest(self._pieces(changed))
        moved = self._moved(changed)
        if moved is not None:
            other = _Frame(pen=self._pen)
            other.write_shortest(self._pieces(_changes(self.wanted, self._move(other, *moved))))
            frame = min(frame, other, key=_size)
        for y in changed:
            row = self.wanted[y]
            self.shown[y] = (
                row.copy() if self._complete else [new or old for new, old in zip(row, self.shown[y], strict=True)]
            )
        if frame.pen is not None and frame.pen.link:
            frame.take(frame.pen._replace(link=""))
        self._pen = frame.pen
        frame.move(cursor[1], cursor[0])
        return "".join(frame.out)

    def _pieces(self, changed: dict[int, list[int]]) -> list[_Piece]:
        """The cells that changed, row by row: in runs, and the blank end of a row as one that erases it."""
        pieces: list[_Piece] = []
        for y, columns in changed.items():
            row = self.wanted[y]
            tail = max([self._blank_tail(row), *(phrase.blank for phrase in phrases_in(row))])
            behind = bisect_left(columns, tail) if self.columns - tail > 3 else len(columns)
            for start, stop in self._runs(row, columns[:behind]):
                pieces += self._run(y, start, cast(list[Cell], row[start:stop]))
            if behind < len(columns):
                at, pen = (y, columns[behind]), cast(Cell, row[-1]).pen
                pieces.append(_Piece(at, pen, "\x1b[K", at, pen))
        return pieces

    def _run(self, y: int, x: int, cells: Sequence[Cell]) -> Iterator[_Piece]:
        """A run as a piece for each pen; as one where terminals differ on its graphemes, so that it is written from
        left to right."""
        texts = [(pen, [cell[0] for cell in group]) for pen, group in groupby(cells, itemgetter(1))]
        if not all(_are_agreed("".join(text)) for _, text in texts):
            frame = _Frame((y, x), texts[0][0])
            at = 0
            for phrase in phrases_in([*cells]):
                frame.write_cells(y, x + at, cells[at : phrase.cells.start])
                self._write_phrase(frame, y, x, cells, phrase)
                at = phrase.blank
            frame.write_cells(y, x + at, cells[at:])
            end = frame.at if x + len(cells) < self.columns else _NOWHERE
            yield _Piece((y, x), texts[0][0], "".join(frame.out), end, frame.pen or PLAIN)
            return
        for pen, text in texts:
            for part in _stretches(text):
                start, x = x, x + len(part)
                said = "".join(part)
                ink = said.rstrip(" ")
                blanks = len(said) - len(ink)
                end = (y, x) if x < self.columns else _NOWHERE
                if blanks >= _ERASE and self._erases(pen):
                    said, end = f"{ink}\x1b[{blanks}X", (y, x - blanks)
                yield _Piece((y, start), pen, said, end, pen)

    def _write_phrase(self, frame: _Frame, y: int, x: int, cells: Sequence[Cell], phrase: Phrase) -> None:
        """Write a phrase of a run in one flow, on cells blanked before: nothing that follows may be put onto its last
        letters."""
        begin, stop = phrase.cells.start, phrase.blank
        frame.move(y, x + begin)
        frame.take(cells[stop - 1].pen)
        if self._erases(cells[stop - 1].pen):
            frame.out.append(f"\x1b[{stop - begin}X")
        else:
            frame.out.append(" " * (stop - begin))
            frame.at = _NOWHERE
            frame.move(y, x + begin)
        for pen, group in groupby(cells[begin : phrase.end], itemgetter(1)):
            frame.take(pen)
            frame.out.append("".join([cell[0] for cell in group]))
        frame.at = _NOWHERE

    def _runs(self, row: Row, columns: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The runs to write, as (start, stop): some changed cells, and between them a few of the same style that did
        not change."""
        start = stop = -1
        for x in columns:
            if x < stop:
                continue
            pen = cast(Cell, row[x]).pen
            if x > stop and not (
                start >= 0 and x - stop <= _GAP and all(cell and cell.pen == pen for cell in row[stop - 1 : x])
            ):
                if start >= 0:
                    yield start, stop
                start = x
                while start and not cast(Cell, row[start]).text:  # a wide character is written whole
                    start -= 1
            stop = self._behind(row, x)
        if start >= 0:
            yield start, stop

    def _behind(self, row: Row, x: int) -> int:
        """The column behind what is drawn over with a cell: the other half of a wide one, and what a terminal may take
        more."""
        text, stop = cast(Cell, row[x]).text, x + 1
        if text.isascii():
            return stop
        if not is_agreed(text):
            reach = min(x + _reach(text), self.columns)
            stop = reach if None not in row[stop:reach] else stop
        while stop < self.columns and (half := row[stop]) is not None and not half.text:
            stop += 1
        return stop

    def _blank_tail(self, row: Row) -> int:
        """Where the blank end of a row begins, if it can be erased; the number of columns if not."""
        last = row[-1]
        if last is None or last.text != " " or not self._erases(last.pen):
            return self.columns
        tail = self.columns
        while tail and row[tail - 1] == last:
            tail -= 1
        return tail

    def _erases(self, pen: Pen) -> bool:
        """Erasing leaves what writing blanks with this pen would: no line through or under them, no other
        background."""
        return not (pen.link or _COVERED.search(pen.sgr) or (not self.colours_erase and sgr_parts(pen.sgr)[2]))

    def _moved(self, changed: dict[int, list[int]]) -> tuple[int, int, int] | None:
        """The rows that stand elsewhere now: (first, last, by how many rows up), or None.

        Only the columns that changed are compared: a pane beside others may scroll, and moving the whole rows and
        drawing the others again may still be shorter."""
        self._complete = self._complete or all(None not in row for row in self.wanted)
        if len(changed) < 3 or not self._complete:
            return None
        left = min(columns[0] for columns in changed.values())
        where: dict[str, list[int]] = {}
        for y in range(min(changed), max(changed) + 1):
            where.setdefault(text_of(self.shown[y][left:]), []).append(y)
        votes: Counter[int] = Counter()
        for y in changed:
            text = text_of(self.wanted[y][left:])
            if not text.isspace():
                votes.update(other - y for other in where.get(text, ()) if other != y)
        if not votes:
            return None
        by, count = votes.most_common(1)[0]
        return self._longest(by, left, changed) if count > 1 else None

    def _longest(self, by: int, left: int, changed: Container[int]) -> tuple[int, int, int] | None:
        """The block of rows that moved up by `by` rows (down where negative) and holds most of the changed ones."""
        best: tuple[int, int, int] | None = None
        most = 0
        y = max(0, -by)
        end = min(self.rows, self.rows - by)
        while y < end:
            first, count = y, 0
            while y < end and self.wanted[y][left:] == self.shown[y + by][left:]:
                count += y in changed
                y += 1
            if count > most:
                best, most = (first, y - 1, by), count
            y += 1
        return best

    def _move(self, frame: _Frame, first: int, last: int, by: int) -> list[Row]:
        """Move rows by a scroll region; what is shown then. DL and IL, since some terminals lack SU and SD."""
        blank: list[Row] = [[BLANK] * self.columns for _ in range(abs(by))]
        top, bottom = (first, last + by) if by > 0 else (first + by, last)
        frame.take(PLAIN)
        frame.out.append(f"\x1b[{top + 1};{bottom + 1}r")
        frame.at = _NOWHERE  # DECSTBM homes the cursor, though not in every terminal
        frame.move(top, 0)
        count = str(abs(by)) if abs(by) > 1 else ""
        frame.out.append(f"\x1b[{count}{'M' if by > 0 else 'L'}\x1b[r")
        frame.at = _NOWHERE
        inside = self.shown[top : bottom + 1]
        inside = inside[by:] + blank if by > 0 else blank + inside[:by]
        return [*self.shown[:top], *inside, *self.shown[bottom + 1 :]]


def runs_of(rows: Iterable[Row]) -> Iterator[Run]:
    """Rows as runs of one style on blank cells, without addresses, and without the graphemes on which terminals
    differ."""
    for y, row in enumerate(rows):
        for sgr, group in groupby(enumerate(_agreed_styles(row)), itemgetter(1)):
            columns = [x for x, _ in group]
            text = text_of(row[columns[0] : columns[-1] + 1])
            if sgr is not None and (sgr or not text.isspace()):
                yield y, columns[0], sgr, text


def _agreed_styles(row: Row) -> Iterator[str | None]:
    """The style of each cell; None where nothing is known, and under a grapheme on which terminals differ."""
    agreed = False
    for cell in row:
        if cell is None or cell.text:
            agreed = cell is not None and is_agreed(cell.text) and not cell.pen.picture
        yield cell.pen.sgr if cell is not None and agreed else None
