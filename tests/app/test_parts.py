"""Lines of running text, program text and tables: from the right, filled, in looks."""

import pytest

from tui.app.layout import width
from tui.app.parts import Grid, Listed, Passage, Run, filled, text_of

ARABIC = "قال العمدة إن العبارة هي طريقنا الوحيد إلى الجزيرة في الشتاء"
PROSE = "The island has no bridge, and the harbour freezes over for some weeks of most winters; the ferry is all."


@pytest.mark.parametrize(("first", "rest"), [("", ""), ("• ", "  "), ("12. ", "    "), ("  • ", "    ")])
def test_right_to_left_text_ends_at_the_right_edge(first: str, rest: str) -> None:
    lines = [text_of(line) for _, line in Passage((Run(ARABIC),), first, rest).measure(40)]
    assert {width(line.rstrip()) for line in lines if rest == ""} in ({40}, set())
    assert all(width(line) <= 40 for line in lines)
    assert lines[0].rstrip().endswith(first.strip())
    assert " ".join(" ".join(lines).replace(first.strip(), "").split()) == ARABIC


def test_a_filled_line_ends_at_its_edge_and_keeps_its_words() -> None:
    lines = [line for _, line in Passage((Run(PROSE[:30]), Run(PROSE[30:], "strong")), justified=True).measure(40)]
    assert [width(text_of(line)) for line in lines[:-1]] == [40] * (len(lines) - 1)
    assert width(text_of(lines[-1])) < 40
    assert " ".join(text_of(line) for line in lines).split() == PROSE.split()


@pytest.mark.parametrize("text", [PROSE, PROSE.replace("ferry", "fährö ﬁ")])
@pytest.mark.parametrize("justified", [False, True])
def test_a_first_line_that_is_set_in_is_as_much_shorter(text: str, justified: bool) -> None:
    for cells in range(12, 60):
        lines = [text_of(line) for _, line in Passage((Run(text),), "    ", justified=justified).measure(cells)]
        assert max(map(width, lines)) <= cells
        assert " ".join(lines).split() == text.split()


def test_a_line_with_too_few_words_stays_ragged() -> None:
    line = (Run("two words"),)
    assert filled(line, 40) == line
    assert filled((Run("alone"),), 40) == (Run("alone"),)


def test_program_text_keeps_its_lines_whatever_its_looks() -> None:
    text = 'print("a long greeting to everybody on the island")  # and beyond\n\nexit()'
    plain = Listed(text)
    told = Listed(text, stretches=((0, 5, "keyword"), (6, 50, "string"), (53, 65, "comment")))
    for cells in (12, 30, 80):
        before, after = plain.measure(cells), told.measure(cells)
        assert [(start, text_of(line)) for start, line in before] == [(start, text_of(line)) for start, line in after]
        looks = {run.look for _, line in after for run in line} - {"bar"}
        assert looks >= {"code keyword", "code string", "code comment", "code"}


def grid(*rows: tuple[str, ...]) -> Grid:
    header, *others = (tuple((Run(cell),) if cell else () for cell in row) for row in rows)
    return Grid(header, tuple(others))


def test_a_table_of_a_script_from_right_to_left_begins_at_the_right() -> None:
    table = grid(("المدينة", "الركاب"), ("الجزيرة", "1,200"), ("العبارات", ""), ("", "7"), ("الميناء القديم", "35"))
    lines = [text_of(line) for _, line in table.measure(40)]
    assert [line.split() for line in lines[2:3]] == [["1,200", "الجزيرة"]]
    assert lines[0].index("الركاب") < lines[0].index("المدينة")
    assert {width(line) for line in lines} == {40, 24}
    assert lines[4].endswith(" 7") and width(lines[4]) == 24  # its first cell is empty
    assert all(line.startswith(" " * 18) for line in lines)


def test_the_number_of_a_link_stays_with_its_word_in_a_table() -> None:
    wide = "a remark that is long enough to be wrapped when the table has to be narrow"
    lines = [text_of(line) for _, line in grid(("A", "B"), (wide, "recount\u00a0[1]"), (wide, "x")).measure(30)]
    assert any(line.endswith("recount\u00a0[1]") for line in lines)


@pytest.mark.parametrize(("words", "beside"), [("short remark", True), ("a remark that goes on for long " * 4, False)])
def test_a_table_with_a_tower_of_words_is_read_one_field_after_another(words: str, beside: bool) -> None:
    columns = ("Harbour district", "Yes votes", "No votes", "Turnout")
    table = grid((*columns, "Remarks"), ("Northern islands", "12,345", "2,003", "78.4 %", words))
    lines = [text_of(line) for _, line in table.measure(56)]
    assert max(map(width, lines)) <= 56
    assert any("12,345" in line and "2,003" in line for line in lines) is beside
    assert any(line.split()[:3] == ["Yes", "votes", "12,345"] for line in lines) is not beside
    assert " ".join("".join(lines).split()).count("long") == words.count("long")


def told(table: Grid, cells: int) -> list[str]:
    return [text_of(line) for _, line in table.measure(cells)]


REMARK = "counted twice, for the storm had kept the boats of two of the islands away until noon, and then once more"


def test_fields_that_are_read_one_after_another_stand_beside_their_names() -> None:
    table = grid(("District", "Yes", "Remarks"), ("Northern islands", "12,345", REMARK), ("Hill", "980", ""))
    assert told(table, 30) == [
        "District  Northern islands",
        "Yes       12,345",
        "Remarks   counted twice, for",
        "          the storm had kept",
        "          the boats of two of",
        "          the islands away",
        "          until noon, and then",
        "          once more",
        "────────────",
        "District  Hill",
        "Yes       980",
    ]
    (first, *others) = (line for _, line in table.measure(30) if line)
    assert [run.look for run in first if run.text.strip()] == ["small", "strong"]
    assert not any("strong" in run.look for run in others[0])
    long = grid(("District", "Yes", "Remarks of the officer"), ("Hill", "980", REMARK))
    assert told(long, 30)[:4] == [
        "District      Hill",
        "Yes           980",
        "Remarks of    counted twice,",
        "the officer   for the storm",
    ]
    spoken = Grid(table.header, table.rows, rule="")
    assert told(spoken, 30)[:2] == ["District: Northern islands", "Yes: 12,345"]
    assert max(map(width, told(spoken, 30))) <= 30


def test_a_heading_over_several_columns_names_them_all() -> None:
    table = grid(("Boat", "Built", "", "Remarks"), ("Pilot", "1931", "1950", REMARK), ("", "1988", "", ""))
    lines = told(table, 30)
    assert lines[:3] == ["Boat     Pilot", "Built    1931", "         1950"]
    assert lines[-1] == "Built    1988"


def test_what_takes_several_rows_is_said_in_each_that_is_read_alone() -> None:
    table = grid(("Port", "Boat", "Remarks"), ("Rock", "Pilot", REMARK), ("", "Tender", "none"))
    header, rows = table.header, table.rows
    whole = (rows[0], (rows[0][0], *rows[1][1:]))
    assert told(Grid(header, rows, whole), 30)[-3:] == ["Port     Rock", "Boat     Tender", "Remarks  none"]
    beside = told(Grid(header, rows, whole), 200)
    assert [line.split() for line in beside if "Tender" in line] == [["Tender", "none"]]
    spoken = told(Grid(header, rows, whole, rule=""), 200)
    assert [line.split() for line in spoken if "Tender" in line] == [["Rock", "Tender", "none"]]


def test_a_name_of_two_lines_is_one_where_fields_are_read_one_after_another() -> None:
    table = grid(("Engine", "Knots\nLaden"), ("Diesel", "9"), ("Steam", REMARK))
    assert told(table, 24)[:3] == ["Engine     Diesel", "Knots      9", "Laden      "]
    assert told(table, 150)[:2] == ["Engine  Knots", "        Laden"]


def test_a_row_of_one_cell_is_a_heading_over_the_next_ones() -> None:
    heading = "Boats that were built at the old yard before the war"
    table = grid(("Boat", "Built"), (heading, ""), ("Pilot", "1931"), ("Tender", "1938"))
    assert told(table, 60) == ["Boat    Built", "──────  ─────", heading, "Pilot    1931", "Tender   1938"]
    upright = told(grid(("Boat", "Remarks"), (heading, ""), ("Pilot", REMARK * 3)), 26)
    assert upright[:3] == ["Boats that were built at", "the old yard before the", "war"]


def test_no_word_is_parted_so_that_a_table_may_keep_its_columns() -> None:
    table = grid(("Characteristics", "Islands", "Hill", "Centre"), ("Neighbourhood", "12", "3", "45"))
    assert any("Characteristics  Islands" in line for line in told(table, 44))
    assert all("Characteristics" in text or "Characteri" not in text for text in told(table, 30))


@pytest.mark.parametrize("deep", [0, 4, 40])
def test_a_long_line_of_a_program_goes_on_deeper_than_it_begins(deep: int) -> None:
    row = " " * deep + "while (first < length and second < length and third < length):"
    lines = [text_of(line) for _, line in Listed(row).measure(40)]
    begins = [len(line) - len(line.lstrip()) for line in lines if line]
    assert max(map(width, lines)) <= 40
    assert set(begins[1:]) == {2 + min(deep + 2, 19)}
    assert "".join("".join(lines).split()) == "".join(row.split())
