"""The page of saved searches says what each is."""

import pytest

from tui.app.saved_page import told
from tui.saved import Acts, SavedSearch


@pytest.mark.parametrize(
    ("search", "said"),
    [
        (SavedSearch(1, "a", "a", unread=1200), "row, 1,200 unread"),
        (SavedSearch(1, "a", "a", "mute", 1), "hides 1 story"),
        (SavedSearch(1, "a", "a", "highlight", 2), "highlights 2 stories"),
        (SavedSearch(1, "a", "a", "rule", acts=Acts(starred=True)), "rule: star"),
    ],
)
def test_a_saved_search_is_told(search: SavedSearch, said: str) -> None:
    assert told(search) == said
