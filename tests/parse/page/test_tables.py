"""Cells stand in the column in which they are seen."""

import pytest

from tui.blocks import Table, repeated, span_text
from tui.parse.page.blocks import blocks
from tui.parse.page.tree import tree


def table_of(html: str) -> Table:
    body = tree(f"<table>{html}</table>").body
    assert body is not None
    (table,) = blocks(body, "https://news.example/")
    assert isinstance(table, Table)
    return table


def rows(html: str) -> list[list[str]]:
    table = table_of(html)
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


ENGINES = "<tr><td>Diesel</td><td>9</td><td>12</td></tr><tr><td>Steam</td><td>7</td><td>8</td></tr>"


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (
            "<tr><th rowspan=2>Engine</th><th colspan=2>Knots</th></tr><tr><th>Laden</th><th>Empty</th></tr>",
            ["Engine", "Knots\nLaden", "Knots\nEmpty"],
        ),
        (
            "<thead><tr><td>Engine</td><td>Laden</td><td>Empty</td></tr><tr><td></td><td>kn</td><td>kn</td></tr></thead>",
            ["Engine", "Laden\nkn", "Empty\nkn"],
        ),
        ("<tr><th colspan=2>Engine</th><th>Knots</th></tr>", ["Engine", "", "Knots"]),
        (
            "<tr><th>Engine</th><th>Knots</th><th>Feet</th></tr><tr><th>Engine</th><th>Knots</th><th></th></tr>",
            ["Engine", "Knots", "Feet"],
        ),
    ],
    ids=["two rows", "units", "one row", "said twice"],
)
def test_several_rows_name_a_column_together(head: str, names: list[str]) -> None:
    assert rows(head + ENGINES) == [names, ["Diesel", "9", "12"], ["Steam", "7", "8"]]


def test_one_cell_over_all_columns_names_the_table() -> None:
    names = "<tr><th>Engine</th><th>Laden</th><th>Empty</th></tr>"
    table = table_of(f"<tr><th colspan=3>Trials of <br>May</th></tr>{names}{ENGINES}")
    assert table.caption == "Trials of May"
    assert [span_text(cell) for cell in table.header] == ["Engine", "Laden", "Empty"]
    named = table_of(f"<caption>Table 1</caption><tr><th colspan=3>Trials of May</th></tr>{ENGINES}")
    assert named.caption == "Table 1: Trials of May"
    assert not named.header


def test_a_table_all_of_names_keeps_its_rows() -> None:
    many = "".join(f"<tr><th>{number}</th><th>x</th></tr>" for number in range(9))
    assert len(table_of(many).rows) == 8


def test_it_is_known_which_cells_take_several_rows() -> None:
    table = table_of(
        "<tr><th>Port</th><th>Boat</th><th>Crew</th></tr>"
        "<tr><td rowspan=4>Rock</td><td>Pilot</td><td rowspan=2 colspan=2>2 each</td></tr>"
        "<tr><td>Tender</td></tr><tr></tr><tr><td>Barge</td><td>4</td></tr>"
        "<tr><td>Quay</td><td></td><td>1</td></tr>"
    )
    assert table.tall == ((0, 0, 3), (0, 2, 2))
    told = [[span_text(cell) for cell in row[:3]] for row in repeated(table.rows, table.tall)]
    assert told[1] == ["Rock", "Tender", "2 each"]
    assert told[-2] == ["Rock", "Barge", "4"]
    assert told[-1] == ["Quay", "", "1"]


def test_a_cell_of_a_million_columns_is_bounded() -> None:
    (first, *_) = rows("<tr><td colspan=99999 rowspan=99999>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>")
    assert len(first) <= 101
