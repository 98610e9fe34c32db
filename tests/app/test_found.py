"""Words looked for in the open story: gone through one by one, marked where they stand on the screen."""

import pytest

from tui.app.found import Found, marked
from tui.app.parts import Run, text_of
from tui.app.typeset import Layout
from tui.blocks import Item, Listing, Paragraph, Span
from tui.model import Article

TEXT = "The ferry left the old harbour. " * 6


@pytest.fixture
def layout() -> Layout:
    item = Item((Paragraph((Span("the ferry again"),)),))
    made = Layout(Article("u", "Of the ferry", (Paragraph((Span(TEXT),)), Listing((item,)))))
    made.fit(44)
    made.settle(0, 1000)
    return made


def shown(layout: Layout, found: Found) -> list[tuple[str, bool]]:
    """What is marked, line by line: (the words, whether this is the place that was gone to)."""
    return [
        (text_of(layout.line(y))[start:end], here)
        for y in range(layout.height)
        for start, end, here in found.spots(y, layout.line(y))
    ]


@pytest.mark.parametrize("words", ["", "  "])
def test_without_words_nothing_is_found(layout: Layout, words: str) -> None:
    assert Found(layout, words).places == []
    assert Found(None, "ferry").places == []
    assert Found().spots(0, (Run("x"),)) == ()


def test_every_place_is_marked_and_the_one_gone_to_in_its_own_way(layout: Layout) -> None:
    found = Found(layout, "FERRY")
    assert [words for words, _ in shown(layout, found)] == ["ferry"] * 8
    assert not any(here for _, here in shown(layout, found))
    found.step(1, (0, 0))
    assert [here for _, here in shown(layout, found)] == [True] + [False] * 7


def test_the_first_step_goes_on_from_where_the_reader_is(layout: Layout) -> None:
    places = [place[:2] for place in Found(layout, "ferry").places]
    assert Found(layout, "ferry").step(1, places[3]) == places[3]
    assert Found(layout, "ferry").step(1, (places[3][0], places[3][1] + 1)) == places[4]
    assert Found(layout, "ferry").step(-1, places[3]) == places[2]
    assert Found(layout, "ferry").step(-1, (0, 0)) == places[-1]
    assert Found(layout, "ferry").step(1, (99, 0)) == places[0]


def test_further_steps_go_round(layout: Layout) -> None:
    found = Found(layout, "ferry")
    places = [place[:2] for place in found.places]
    assert [found.step(1, (0, 0)) for _ in range(9)] == [*places, places[0]]
    assert found.step(-2, (0, 0)) == places[-2]


def test_words_over_the_end_of_a_line_are_marked_on_both(layout: Layout) -> None:
    found = Found(layout, "old harbour. The ferry")
    assert " ".join(words for words, _ in shown(layout, found)).count("old harbour. The ferry") == 5


def test_lines_that_are_none_have_no_spots(layout: Layout) -> None:
    found = Found(layout, "ferry")
    assert found.spots(0, ()) == ()
    assert found.spots(layout.height, (Run("x"),)) == ()


def test_what_stands_before_a_line_is_not_counted() -> None:
    from tui.blocks import Quote

    layout = Layout(Article("u", "h", (Quote((Paragraph((Span("a ferry sails"),)),)),)))
    layout.fit(44)
    layout.settle(0, 100)
    assert [words for words, _ in shown(layout, Found(layout, "ferry"))] == ["ferry"]


def test_lines_set_with_wider_blanks_are_marked_at_their_letters() -> None:
    from tui.app.parts import Typography

    layout = Layout(Article("u", "h", (Paragraph((Span(TEXT),)),)), typography=Typography(justified=True))
    layout.fit(40)
    layout.settle(0, 100)
    assert [words for words, _ in shown(layout, Found(layout, "harbour"))] == ["harbour"] * 6


def test_marks_cut_runs_where_they_begin_and_end() -> None:
    line = (Run("a fer", "strong", link=3), Run("ry and a ferry"))
    assert marked(line, ((2, 7, False), (14, 19, True))) == (
        Run("a ", "strong", link=3),
        Run("fer", "strong found", link=3),
        Run("ry", "found"),
        Run(" and a "),
        Run("ferry", "found here"),
    )
    assert marked(line, ()) == line
