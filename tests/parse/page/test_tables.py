"""Cells stand in the column in which they are seen."""

import pytest

from tui.blocks import Table, span_text
from tui.parse.page.blocks import blocks
from tui.parse.page.tree import tree


def rows(html: str) -> list[list[str]]:
    body = tree(f"<table>{html}</table>").body
    assert body is not None
    (table,) = blocks(body, "https://news.example/")
    assert isinstance(table, Table)
    return [[span_text(cell) for cell in row] for row in (table.header, *table.rows) if row]


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (
            "<tr><td rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr>"
            "<tr><td>B</td><td>3</td></tr><tr><td>C</td><td>4</td></tr>",
            [["A", "1"], ["", "2"], ["B", "3"], ["C", "4"]],
        ),
        (
            "<tr><th>P</th><th colspan=2>Q</th></tr><tr><td>1</td><td>2</td><td>3</td></tr>",
            [["P", "Q", ""], ["1", "2", "3"]],
        ),
        ("<tr><td rowspan='x'>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>", [["A", "1"], ["B", "2"]]),
        ("<tr><td>Up</td><td><pre>run up</pre></td></tr><tr><td>B</td><td>2</td></tr>", [["Up", "run up"], ["B", "2"]]),
    ],
)
def test_the_grid(markup: str, seen: list[list[str]]) -> None:
    assert rows(markup) == seen


def test_a_cell_of_a_million_columns_is_bounded() -> None:
    (first, *_) = rows("<tr><td colspan=99999 rowspan=99999>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>")
    assert len(first) <= 101
