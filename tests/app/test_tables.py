"""What names the columns of a table, and which rows stand under which."""

from tui.app.parts import Grid, Run, text_of
from tui.app.tables import grid

LONG = "is meant for projects that are large and that go on for years"


def read(*rows: tuple[str, ...], header: tuple[str, ...] = (), tall: tuple[tuple[int, int, int], ...] = ()) -> Grid:
    head, *below = (tuple((Run(cell),) if cell else () for cell in row) for row in (header, *rows))
    return grid(head, below, tall, "", "─")


def told(table: Grid, cells: int = 60) -> list[str]:
    return [text_of(line).replace("\u00a0", " ").rstrip() for _, line in table.measure(cells)]


def test_a_first_row_over_numbers_names_the_columns() -> None:
    rows = (("District", "Yes votes", "Remarks"), ("Islands", "12,345", "recount"), ("Hill", "980", "none"))
    assert told(read(*rows)) == [
        "District  Yes votes  Remarks",
        "────────  ─────────  ───────",
        "Islands      12,345  recount",
        "Hill            980  none",
    ]
    assert not read(*(row[::2] for row in rows)).header


def test_a_first_row_of_words_over_sentences_names_the_columns() -> None:
    rows = (("Factor", "Way", "Description"), ("Size", "Spiral", f"It {LONG}."), ("Risk", "Agile", f"It {LONG} too."))
    assert [text_of(name) for name in read(*rows).header] == ["Factor", "Way", "Description"]
    assert told(read(*rows), 28)[:2] == ["Factor       Size", "Way          Spiral"]
    facts = (("Kind", "Boat"), ("Purpose", f"It {LONG}."), ("Fate", f"It {LONG} too."))
    assert not read(*facts).header
    assert not read(rows[1], *rows[1:]).header


def test_what_is_named_twice_is_shown_once() -> None:
    table = read(("Boat", "Built"), ("Pilot", "1931"), header=("Boat", "Built"))
    assert [text_of(row[0]) for row in table.rows] == ["Pilot"]


def test_a_column_that_goes_on_with_the_first_is_a_step_in_it() -> None:
    table = read(
        ("Gender", "", "", ".57"),
        ("", "Male", "5", ""),
        ("", "Female", "36", ""),
        ("Age", "", "20.4", ".18"),
        header=("People", "", "Mean", "P value"),
    )
    assert told(table) == [
        "People    Mean  P value",
        "────────  ────  ───────",
        "Gender              .57",
        "  Male       5",
        "  Female    36",
        "Age       20.4      .18",
    ]
    boats = ("Rock", "", "1"), ("", "Pilot", "2"), ("Quay", "Barge", "3")
    assert len(read(*boats, header=("Port", "", "Crew")).rows[0]) == 3
    assert len(read(*boats[:2]).rows[0]) == 3


def test_a_column_without_a_name_goes_on_with_the_one_before() -> None:
    table = read(("Age", "20.4", "", ".2"), ("Male", "", "5 (6)", ""), header=("People", "Group", "", "P value"))
    assert told(table) == [
        "People  Group  P value",
        "──────  ─────  ───────",
        "Age     20.4        .2",
        "Male    5 (6)",
    ]


def test_what_takes_several_rows_is_no_step() -> None:
    rows = ("Rock", "", "1"), ("", "Pilot", "2"), ("", "Barge", "3")
    table = read(*rows, header=("Port", "Boat", "Crew"), tall=((0, 0, 3),))
    assert [text_of(cell) for cell in table.whole[2]] == ["Rock", "Barge", "3"]
    assert [text_of(cell) for cell in table.rows[2]] == ["", "Barge", "3"]
