"""Letters on links: short, of one length, where each link begins."""

import pytest

from tui.app.hints import LETTERS, Hints, labels
from tui.app.parts import Run

LINES = ((7, (Run("See "), Run("the report", "link", 0), Run(" and "), Run("港口", "link", 1))), (8, (Run("新", "link", 1), Run(" x", "", 2))))  # fmt: skip


@pytest.mark.parametrize(("count", "size"), [(0, 1), (1, 1), (len(LETTERS), 1), (len(LETTERS) + 1, 2), (400, 2)])
def test_no_letters_are_the_beginning_of_others(count: int, size: int) -> None:
    made = labels(count)
    assert len(set(made)) == count
    assert {len(each) for each in made} <= {size}


def test_letters_stand_where_a_link_begins_and_only_there() -> None:
    hints = Hints(LINES, left=3)
    assert hints.on(7) == [(7, "a"), (22, "s")]
    assert hints.on(8) == [(5, "d")]
    assert hints.press("D") == 2


def test_letters_typed_leave_those_that_go_on_with_them() -> None:
    many = [(y, (Run("link", "link", y),)) for y in range(30)]
    hints = Hints(many, left=0)
    assert hints.press("s") is None
    assert hints
    assert {label[0] for y in range(30) for _, label in hints.on(y)} == {"s"}
    assert hints.press("a") == len(LETTERS)
    assert not Hints([], 0)
    hints.press("x")
    assert not hints
