"""Which sections a list is of, and when a day begins."""

from datetime import UTC, datetime

import pytest

from tests.storage.paper import entries, offer
from tui.model import Kind, Offer, SiteOffer, StoryFilter
from tui.storage import folders, guide, scope, sections
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


@pytest.mark.parametrize(
    ("among", "there"), [([1], [1, 2]), ([2], [2, 3]), ([1, 2], [1, 2, 3]), ([3], [4]), ([9], []), ([], [])]
)
def test_a_story_stands_in_some_sections_or_in_none_of_them(store: File, among: list[int], there: list[int]) -> None:
    sections.follow(store, offer(("World", entries(1, 2)), ("Sport", entries(2, 3)), ("Arts", entries(4))))
    with store.reading() as db:
        sql = "SELECT title FROM stories WHERE {} ORDER BY title"
        found = [title for (title,) in db.execute(sql.format(scope.stands_in(among, "stories.rank")))]
    assert found == [f"Story {number}" for number in there]


def test_the_guide_is_all_of_its_sections(store: File) -> None:
    parts = tuple(Offer(name, f"guide:/{name}", Kind.GUIDE) for name in ("start", "keys"))
    guide.take(store, SiteOffer("The Guide", "guide:/", parts), (), "1")
    sections.follow(store, offer(("World", ())))
    shown = [part.id for part in guide.site(store).sections]
    with store.reading() as db:
        assert scope.sections_of(db, StoryFilter(guide=True)) == shown


def test_a_section_that_is_left_stands_in_no_list_of_its_site_or_folder(store: File) -> None:
    sections.follow(store, offer(("World", ()), ("Sport", ())))
    folder = folders.new(store, "News")
    folders.put(store, [1, 2], folder)
    folders.put(store, [1], folders.new(store, "Inner", folder))
    sections.unfollow(store, [2])
    with store.reading() as db:
        assert scope.sections_of(db, StoryFilter(site_id=1)) == [1]
        assert scope.sections_in(db, folder) == [1]
        assert scope.sections_in(db, 99) == []
