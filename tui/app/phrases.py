"""Rows of a terminal's cells, and the phrases in them that are written in one flow: those of scripts whose letters are
joined."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from tui.app.layout import counted_cells, joins, width

IN_PIXELS = "in pixels"
"""What a style says that is one of a picture's cells."""


class Pen(NamedTuple):
    """How a cell is drawn: parameters of SGR (ECMA-48, 8.3.117) and an address (OSC 8), both "" for none."""

    sgr: str = ""
    link: str = ""
    picture: bool = False
    """Its cells belong to a picture in pixels, whose number is its colour."""


class Cell(NamedTuple):
    """One cell of the terminal: a grapheme, or "" for the right half of a wide one."""

    text: str
    pen: Pen


PLAIN = Pen()
BLANK = Cell(" ", PLAIN)
"""What scrolling leaves behind after SGR 0, in every terminal."""

Row = list[Cell | None]
"""None is a cell of which nothing is known."""

Run = tuple[int, int, str, str]
"""Row, column, parameters of SGR, and a text that stands there."""


def text_of(row: Row) -> str:
    """What stands in a row, without cells of which nothing is known."""
    return "".join([cell.text for cell in row if cell is not None])


class Phrase(NamedTuple):
    """Joined letters that are written in one flow."""

    cells: range
    """The columns that a terminal may draw over."""
    end: int
    """The column behind its last letter, as it is counted."""
    blank: int
    """The column behind the blanks that follow, as far as it may need them."""


def phrases_in(row: Row) -> Iterator[Phrase]:
    """The phrases of a row: from the beginning of a word with joined letters up to two blanks, a rule or cells that are
    not known."""
    if not joins(text_of(row)):
        return
    stop = 0
    for x, cell in enumerate(row):
        if x < stop or cell is None or not joins(cell.text):
            continue
        start = x
        while start > stop and not _parts_words(row, start - 1):
            start -= 1
        end = x
        while not (_is_rule(row, end) or (_parts_words(row, end) and _parts_words(row, end + 1))):
            end += 1
        text = text_of(row[start:end])
        widest = min(end + width(text) - counted_cells(text), len(row))
        stop = end
        while stop < widest and (blank := row[stop]) is not None and blank.text == " ":
            stop += 1
        reach = stop if None in row[stop:widest] else widest
        yield Phrase(range(start, reach), end, stop)


def _is_rule(row: Row, x: int) -> bool:
    """A rule between panes stands there, or nothing known."""
    return x >= len(row) or (cell := row[x]) is None or "\u2500" <= cell.text <= "\u259f"


def _parts_words(row: Row, x: int) -> bool:
    return _is_rule(row, x) or cast(Cell, row[x]).text == " "
