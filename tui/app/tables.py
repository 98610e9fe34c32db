"""A table of an article made ready to be set: what names its columns where no mark says so, and rows under rows."""

from collections.abc import Sequence
from itertools import compress

from tui.app.layout import width
from tui.app.parts import Grid, Line, Run, is_number, strong, text_of
from tui.blocks import repeated

_NAME = 24
"""Cells of a name over a column of sentences, and the fewest of such a sentence. Tuned by eye on the unmarked tables of
four sites that compare things."""

Row = tuple[Line, ...]


def grid(header: Row, rows: Sequence[Row], tall: tuple[tuple[int, int, int], ...], rest: str, rule: str) -> Grid:
    """The rows of a table under the names of its columns; `tall` is as in `Table`, `rest` stands before each line."""
    names = [text_of(cell) for cell in header]
    once = [[text_of(cell) for cell in row] != names for row in rows]  # some pages say it twice
    below, whole = (tuple(compress(each, once)) for each in (rows, repeated(rows, tall)))
    if not header and _is_headed(below):
        header, below, whole = below[0], below[1:], whole[1:]
    at = 0
    while at + 1 < len(header):
        if _goes_on((header, *whole), at):
            header, *both = (_joined(row, at) for row in (header, *below, *whole))
            below, whole = tuple(both[: len(below)]), tuple(both[len(below) :])
        else:
            at += 1
    return Grid(tuple(map(strong, header)), below, whole, rest, 1, rest, rule)


def _is_headed(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: it has words alone, and below are numbers, or sentences in one of three
    columns or more."""
    if len(rows) < 3 or not all(rows[0]) or any(map(is_number, rows[0])):
        return False
    columns = [[row[at] for row in rows[1:] if len(row) > at and row[at]] for at in range(len(rows[0]))]
    short = all(width(text_of(name)) <= _NAME for name in rows[0])
    return any(
        cells
        and (
            all(map(is_number, cells))
            or (short and len(columns) > 2 and all(width(text_of(cell)) > _NAME for cell in cells))
        )
        for cells in columns
    )


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """Whether a column has no name of its own and goes on with the one before: no row has something in both."""
    return all(len(row) > at + 1 and not (row[at] and row[at + 1]) for row in rows) and (not rows[0][at + 1] or at == 0)


def _joined(row: Row, at: int) -> Row:
    """A row with two columns as one; what stood in the second of all is a step to the right."""
    step = (Run("\u00a0\u00a0"),) if at == 0 and row[1] else ()
    return (*row[:at], row[at] or (*step, *row[at + 1]), *row[at + 2 :])
