"""Tables: every cell where it is seen, however many rows and columns it spans; the names of the columns."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from tui.blocks import Span, Spans, Table, span_text

_WIDEST = 100
_LONGEST = 1_000
"""Columns and rows that one cell may take; more is a mistake, or an attack."""
_HEADS = 3
"""Rows that name columns together; where there are more, the page has its whole table in <th>."""


_CELL = 500
"""Characters of a cell of a small table from which it is the text of the page, and the table its frame."""


def lays_out(small: LexborNode) -> bool:
    """Whether a table of few rows says where the parts of a page stand, and tells nothing itself."""
    return len(small.css("td p")) > 1 or any(len(cell.text()) > _CELL for cell in small.css("td"))


class TableRow(NamedTuple):
    """A row and the content of its columns: None where a cell of this row or of one above continues."""

    node: LexborNode
    cells: Sequence[LexborNode | None]
    above: frozenset[int] = frozenset()
    """The columns in which a cell of a row above goes on."""


Written = tuple[TableRow, tuple[Spans, ...]]
"""A row, and what is read in its cells."""


def _span(cell: LexborNode, name: str, most: int) -> int:
    given = (cell.attributes.get(name) or "").strip()
    return max(1, min(most, int(given))) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def grid(rows: Sequence[LexborNode]) -> Iterator[TableRow]:
    """The rows of a table with every cell in its own column."""
    taken: dict[int, int] = {}
    for row in rows:
        cells: list[LexborNode | None] = []
        above: set[int] = set()
        for cell in row.css("td, th")[:_WIDEST]:
            while taken.get(len(cells), 0) > 0:
                taken[len(cells)] -= 1
                above.add(len(cells))
                cells.append(None)
            below = _span(cell, "rowspan", _LONGEST) - 1
            across = _span(cell, "colspan", _WIDEST)
            for place in range(across):
                if below:
                    taken[len(cells)] = below
                cells.append(None if place else cell)
        while taken.get(len(cells), 0) > 0 and len(cells) < _WIDEST:
            taken[len(cells)] -= 1
            above.add(len(cells))
            cells.append(None)
        yield TableRow(row, cells, frozenset(above))


def table(rows: Sequence[Written], caption: str) -> Table:
    """A table of the rows that were read: the first ones may name the columns, the very first the whole table."""
    heads = 0
    while heads < len(rows) and _is_header(rows[heads][0]):
        heads += 1
    if heads > _HEADS:
        heads = 1
    head, body = rows[:heads], rows[heads:]
    if head and body and len(head[0][1]) > 1 and sum(cell is not None for cell in head[0][0].cells) == 1:
        caption = ": ".join(filter(None, (caption, " ".join(span_text(head[0][1][0]).split()))))
        head = head[1:]
    return Table(tuple(spans for _, spans in body), _named(head), caption, _tall(body))


def _is_header(row: TableRow) -> bool:
    """Whether a row at the top of a table names its columns."""
    parent = row.node.parent
    return (parent is not None and parent.tag == "thead") or all(cell is None or cell.tag == "th" for cell in row.cells)


def _named(head: Sequence[Written]) -> tuple[Spans, ...]:
    """The names of the columns, a line for each row of the head; a heading over several columns is part of the name of
    each that has a name of its own."""
    names: list[list[Spans]] = [[] for _ in range(max((len(spans) for _, spans in head), default=0))]
    for number, (row, spans) in enumerate(head):
        lower = [below for _, below in head[number + 1 :]]
        over: Spans = ()
        for at, said in enumerate(spans):
            over = said if row.cells[at] is not None else () if at in row.above else over
            wanted = said or (over if any(at < len(below) and below[at] for below in lower) else ())
            if wanted and wanted not in names[at]:
                names[at].append(wanted)
    return tuple(
        tuple(span for place, line in enumerate(lines) for span in ((Span("\n"),) if place else ()) + line)
        for lines in names
    )


def _tall(body: Sequence[Written]) -> tuple[tuple[int, int, int], ...]:
    """The cells that span several rows: row, column, and how many."""
    began: dict[int, int] = {}
    tall: dict[tuple[int, int], int] = {}
    for number, (row, _) in enumerate(body):
        for at, cell in enumerate(row.cells):
            if cell is not None:
                began[at] = number
            elif at not in row.above:
                began.pop(at, None)
            elif at in began:
                tall[began[at], at] = number - began[at] + 1
    return tuple((*place, rows) for place, rows in tall.items())
