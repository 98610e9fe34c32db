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
    assert ("Yes votes: 12,345" in "\n".join(lines)) is not beside
    assert " ".join("".join(lines).split()).count("long") == words.count("long")
