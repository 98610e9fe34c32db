"""Saved searches, told in words."""

import pytest

from tui.model import StoryFilter
from tui.saved import Acts, SavedSearch


@pytest.mark.parametrize(
    ("acts", "told"),
    [
        (Acts(), ""),
        (Acts(read=True), "read"),
        (Acts(starred=True, later=True, tags=("ports", "sea")), "star, later, #ports, #sea"),
    ],
)
def test_what_a_rule_does_is_told(acts: Acts, told: str) -> None:
    assert acts.told == told


def test_a_saved_search_is_a_list_of_news() -> None:
    assert SavedSearch(1, "Ferries", "ferry").filter == StoryFilter(words="ferry", news=True)
