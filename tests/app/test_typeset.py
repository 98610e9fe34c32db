"""An article as lines: which part a line is of, where a place is, what is measured and when."""

import pytest

from tests.app.examples import long_article, paragraph
from tui.app.parts import Listed, Typography, text_of
from tui.app.typeset import WORDS_OF_A_PLACE, Layout
from tui.blocks import Block, Code, Footnote, Paragraph, Span, Table
from tui.model import Article

LINES = ("The ferry left the old harbour at seven. " * 4).strip()


def laid_out(*blocks: Block, columns: int = 44) -> Layout:
    made = Layout(Article("u", "Of the ferry", blocks))
    made.fit(columns)
    made.settle(0, 10_000)
    return made


def first_line(layout: Layout, words: str) -> int:
    return next(y for y in range(layout.height) if words in text_of(layout.line(y)))


@pytest.mark.parametrize(
    ("columns", "cells", "left"),
    [(200, 72, 64), (76, 72, 2), (75, 71, 2), (44, 40, 2), (43, 41, 1), (20, 18, 1), (19, 19, 0), (1, 2, 0)],
)
def test_the_measure_leaves_a_margin_where_there_is_room(columns: int, cells: int, left: int) -> None:
    layout = laid_out(paragraph(LINES), columns=columns)
    assert (layout.cells, layout.left) == (cells, left)


def test_the_measure_may_be_another() -> None:
    layout = laid_out(paragraph(LINES), columns=200)
    before = layout.height
    layout.set_measure(30)
    layout.settle(0, 1000)
    assert (layout.cells, layout.left, layout.columns) == (30, 85, 200)
    assert layout.height > before
    assert Layout(Article("u", "h", ()), typography=Typography(measure=50)).cells == 50


def test_there_are_no_lines_before_the_first_and_behind_the_last() -> None:
    layout = laid_out(paragraph("One."), paragraph("Two."))
    assert layout.line(-1) == layout.line(layout.height) == ()
    assert text_of(layout.line(layout.height - 1)).strip() == "Two."


def test_a_place_is_the_part_and_the_characters_before_it_or_a_blank_line_behind() -> None:
    layout = laid_out(paragraph(LINES), paragraph("Two."))
    y = first_line(layout, "The ferry left")
    part, start = layout.position(y)
    assert start == 0
    _, second = layout.position(y + 1)
    assert layout.text(part)[second:].startswith(text_of(layout.line(y + 1)).strip())
    blank = first_line(layout, "Two.") - 1
    assert layout.position(blank) == (part, -1)
    assert layout.line(blank) == ()
    for line in range(layout.height):
        assert layout.line_of(layout.position(line)) == line
    assert layout.position(-5) == layout.position(0)
    assert layout.position(10_000) == layout.position(layout.height - 1)


def test_a_place_that_is_none_is_the_nearest() -> None:
    layout = laid_out(paragraph(LINES))
    last = len(layout.parts) - 1
    assert layout.line_of((99, 0)) == layout.line_of((last, 0))
    assert layout.line_of((-3, 0)) == 0
    assert layout.line_of((last, 10_000)) == layout.height - 1


def test_words_of_a_place_find_it_in_another_layout() -> None:
    layout = laid_out(paragraph("One."), paragraph(LINES))
    part = len(layout.parts) - 1
    words = layout.words_at((part, 4))
    assert words == LINES[4 : 4 + WORDS_OF_A_PLACE]
    assert layout.words_at((part, -1)) == ""
    other = laid_out(paragraph(LINES))
    assert other.place_of(words) == (part - 1, 4)
    assert other.place_of("not there") is None


def test_words_are_found_in_any_case_over_any_blanks_and_as_they_are_written() -> None:
    layout = laid_out(paragraph("A (small) ferry."), Code("the  small\nferry"), paragraph("Smaller."))
    assert [(layout.text(part)[start:end]) for part, start, end in layout.find("SMALL")] == ["small", "small", "Small"]
    assert [(layout.text(part)[start:end]) for part, start, end in layout.find("(small) ferry")] == ["(small) ferry"]
    assert [(layout.text(part)[start:end]) for part, start, end in layout.find("small ferry")] == ["small\nferry"]
    assert layout.find(" ") == []


def test_a_table_has_no_words() -> None:
    layout = laid_out(Table((((Span("a"),), (Span("b"),)),)))
    assert layout.text(len(layout.parts) - 1) == ""
    assert layout.text(99) == ""


def test_links_are_found_by_line_and_have_lines() -> None:
    linked = Paragraph((Span(LINES + " "), Span("the museum of the harbour", href="https://a.example/m"), Span(" end")))
    layout = laid_out(linked, paragraph(LINES), Paragraph((Span("x", href="https://a.example/x"),)))
    first, last = layout.link_lines(0)
    assert "the museum" in " ".join(text_of(layout.line(y)) for y in range(first, last + 1))
    assert layout.link_after(0) == layout.link_after(first) == 0
    assert layout.link_after(first + 1) == 1
    assert layout.link_after(layout.height - 1) == 1
    assert laid_out(paragraph(LINES)).link_after(0) == 0


def test_a_note_leads_to_its_words_and_back() -> None:
    note = Footnote("1", (Span("The note."),))
    layout = laid_out(Paragraph((Span("Text"), Span("1", href="#1"))), paragraph(LINES), note)
    there = next(link for link in layout.links if link.relation == "note")
    part, start = layout.place_of_note(there)
    assert start == 0
    assert "The note." in layout.text(part)
    back = next(link for link in layout.links if link.relation != "note" and link.url == there.url)
    assert layout.text(layout.place_of_note(back)[0]).startswith("Text")


def test_only_what_is_looked_at_is_measured_and_the_rest_by_and_by() -> None:
    layout = Layout(long_article(30))
    assert (layout.measured, layout.done) == (0, False)
    layout.settle(0, 5)
    few = layout.measured
    assert 0 < few < 6
    layout.settle_end(5)
    assert few < layout.measured < few + 6
    assert text_of(layout.line(layout.height - 1))
    before = layout.measured
    layout.measure_next()
    assert layout.measured == before + 1
    while not layout.done:
        layout.measure_next()
    height = layout.height
    layout.measure_next()
    assert (layout.height, layout.measured) == (height, len(layout.parts))
    layout.fit(60)
    assert layout.measured == 0


def test_the_words_of_a_program_get_their_looks_and_its_lines_stay() -> None:
    layout = laid_out(paragraph("One."), Code("def x():\n    return 1", "python"), Code("plain"))
    ((number, program),) = layout.programs
    assert (program.language, program.text) == ("python", "def x():\n    return 1")
    height, y = layout.height, first_line(layout, "def x")
    layout.tell_apart(number, ((0, 3, "keyword"),))
    assert layout.programs == []
    assert layout.height == height
    told = layout.parts[number]
    assert isinstance(told, Listed)
    assert told.stretches == ((0, 3, "keyword"),)
    assert any("keyword" in run.look and run.text == "def" for run in layout.line(y))
    parts = layout.parts
    layout.tell_apart(0, ((0, 3, "keyword"),))
    assert layout.parts == parts
