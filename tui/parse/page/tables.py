"""The grid of a table: cells where they are seen, however many rows and columns they take."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborNode

_WIDEST = 100
_LONGEST = 1_000
"""Columns and rows that one cell may take; more is a mistake, or an attack."""


class TableRow(NamedTuple):
    """A row and what stands in its columns: None where a cell of this row or of one above goes on."""

    node: LexborNode
    cells: Sequence[LexborNode | None]


def _span(cell: LexborNode, name: str, most: int) -> int:
    given = (cell.attributes.get(name) or "").strip()
    return max(1, min(most, int(given))) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def grid(rows: Sequence[LexborNode]) -> Iterator[TableRow]:
    """The rows of a table with every cell in its own column."""
    taken: dict[int, int] = {}
    for row in rows:
        cells: list[LexborNode | None] = []
        for cell in row.css("td, th")[:_WIDEST]:
            while taken.get(len(cells), 0) > 0:
                taken[len(cells)] -= 1
                cells.append(None)
            below = _span(cell, "rowspan", _LONGEST) - 1
            across = _span(cell, "colspan", _WIDEST)
            for place in range(across):
                if below:
                    taken[len(cells)] = below
                cells.append(None if place else cell)
        while taken.get(len(cells), 0) > 0 and len(cells) < _WIDEST:
            taken[len(cells)] -= 1
            cells.append(None)
        yield TableRow(row, cells)
