"""Which sections a list is of, and when a day begins."""

from datetime import UTC, datetime

import pytest

from tests.storage.paper import entries, offer
from tui.model import StoryFilter
from tui.storage import folders, scope, sections
from tui.storage.file import File


@pytest.mark.parametrize(
    ("filter", "wanted"),
    [
        (StoryFilter(), None),
        (StoryFilter(starred=True), None),
        (StoryFilter(section_id=2), [2]),
        (StoryFilter(site_id=1), [1, 3]),
        (StoryFilter(folder_id=1), [1]),
    ],
)
def test_a_list_is_of_sections_that_are_not_muted(store: File, filter: StoryFilter, wanted: list[int] | None) -> None:
    sections.follow(store, offer(("World", entries(1)), ("Sport", entries(2)), ("Business", entries(3))))
    around = folders.new(store, "News")
    folders.put(store, [1, 2], folders.new(store, "Daily", around))
    sections.mute(store, [2])
    with store.reading() as db:
        assert scope.sections_of(db, filter) == wanted


def test_a_day_begins_at_midnight_here() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    begun = datetime.fromtimestamp(scope.midnight(now)).astimezone()
    assert (begun.date(), begun.hour, begun.minute) == (now.astimezone().date(), 0, 0)
