"""Writing systems."""

import pytest

from tui import scripts
from tui.scripts import WIDE, is_right_to_left, said


@pytest.mark.parametrize(
    ("text", "found"), [("harbour", 0), ("гавань", 0), ("港口", 2), ("みなと", 3), ("항구", 2), ("ท่า", 3)]
)
def test_letters_that_say_much(text: str, found: int) -> None:
    assert len(WIDE.findall(text)) == found


def test_letters_that_say_more_count_thrice() -> None:
    assert said("abc") == 3
    assert said("字字") == 6


def test_right_to_left_is_told_by_most_letters() -> None:
    assert is_right_to_left("قال العمدة BBC")
    assert not is_right_to_left("The word سلام means peace")
    assert not is_right_to_left("123")


def test_a_writing_system_that_nobody_knows_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="NARROW"):
        scripts.NARROW  # noqa: B018
