"""The shape of the screen, and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.main_screen import Columns, columns, sentence


@pytest.mark.parametrize(
    ("size", "pane", "expected"),
    [
        (120, "sections", Columns(24, 40, 54)),
        (120, "article", Columns(24, 40, 54)),
        (80, "stories", Columns(24, 55, 0)),
        (80, "article", Columns(0, 0, 80)),
        (60, "sections", Columns(60, 0, 0)),
        (60, "stories", Columns(0, 60, 0)),
    ],
)
def test_three_panes_or_two_or_one(size: int, pane: str, expected: Columns) -> None:
    assert columns(size, pane) == expected


@given(st.integers(1, 400), st.sampled_from(["sections", "stories", "article"]))
def test_the_panes_and_their_rules_fill_the_screen(size: int, pane: str) -> None:
    shape = columns(size, pane)
    shown = [cells for cells in (shape.sections, shape.stories, shape.article) if cells]
    assert sum(shown) + len(shown) - 1 == size
    assert getattr(shape, pane) > 0


def test_an_errors_words_are_a_sentence() -> None:
    assert sentence("the server does not answer") == "The server does not answer."
    assert sentence("Really?") == "Really?"
