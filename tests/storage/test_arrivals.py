"""Stories come into the library: told apart, revised, and believed where they are at home."""

from pathlib import Path

import pytest

from tests.storage.paper import EVERY, check, entries, entry, follow, found, offer, story, titles
from tui.jobs import Gathered
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.storage import downloads, marks, refreshes, sections, stories
from tui.storage.file import File


def test_a_story_in_two_sections_is_one(store: File) -> None:
    follow(store, ("World", entries(1, 2)), ("Sport", entries(2, 3)))
    both = story(store, "https://a.example/2")
    assert (both.site, both.section, both.sections) == ("The Paper", "World", ("World", "Sport"))
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2", "Story 3"]
    assert titles(stories.window(store, StoryFilter(site_id=1))) == ["Story 1", "Story 2", "Story 3"]
    assert list(stories.order(store, StoryFilter(site_id=1))) == [one.id for one in stories.window(store, EVERY)]


@pytest.mark.parametrize(
    "address", ["http://www.a.example/1/", "https://m.a.example/1?utm_source=x", "https://a.example/1/amp"]
)
def test_one_story_has_many_addresses(store: File, address: str) -> None:
    follow(store, ("World", entries(1)), ("Sport", (Entry("Story 1", address),)))
    assert stories.counts(store).stories == 1
    assert stories.ids_of(store, [address, "https://a.example/9"]) == (1, 0)


def test_a_story_that_moved_is_the_same_story(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    marks.mark(store, [story(store, "https://a.example/1").id], starred=True)
    refreshes.keep(store, Gathered(section.id, (entry(1, url="https://new.example/one", title="Better"), entry(2))))
    (starred,) = stories.window(store, StoryFilter(starred=True))
    assert (starred.title, starred.url) == ("Better", "https://new.example/one")
    check(store)
    assert stories.story(store, "https://a.example/1") == stories.story(store, "https://new.example/one") == starred
    marks.mark(store, [starred.id], read=True)
    sections.unfollow(store, [section.id])
    (kept,) = stories.window(store, StoryFilter(starred=True))
    assert (kept.read, kept.starred) == (True, True)


def test_a_guid_that_stands_for_several_addresses_is_none(store: File) -> None:
    same = tuple(entry(number, guid="always the same") for number in (1, 2, 3))
    (section,) = follow(store, ("World", same)).added
    assert stories.counts(store).stories == 3
    # Numbers that start again with every edition: the old addresses are still on offer, under other numbers.
    shifted = (entry(9, guid="guid-1"), entry(1, guid="guid-2"), entry(2, guid="guid-3"))
    (other,) = sections.follow(store, offer(("Other", entries(1, 2)), site="https://b.example")).added
    refreshes.keep(store, Gathered(other.id, shifted))
    assert titles(stories.window(store, StoryFilter(section_id=other.id))) == ["Story 1", "Story 2", "Story 9"]
    assert section.stories == 3


def test_a_guid_alone_under_another_title_is_another_story(store: File) -> None:
    (section,) = follow(store, ("World", entries(1))).added
    twice = (Entry("By guid", guid="guid-1"), Entry("By address", "https://a.example/1"))
    assert refreshes.keep(store, Gathered(section.id, twice)) == 1
    assert sorted(titles(stories.window(store, StoryFilter(section_id=section.id)))) == ["By address", "By guid"]


def test_stories_without_an_address_are_told_apart(store: File) -> None:
    (section,) = follow(store, ("World", (Entry("One", guid="1"), Entry("Two"), Entry("Two"), Entry("")))).added
    assert sorted(titles(stories.window(store, EVERY))) == ["One", "Two"]
    assert refreshes.keep(store, Gathered(section.id, (Entry("One", guid="1"), Entry("Two")))) == 0
    assert refreshes.keep(store, Gathered(section.id, (Entry("One", "https://a.example/one", guid="1"),))) == 0
    assert story(store, "https://a.example/one").title == "One"
    assert downloads.job(store, 2) is None or downloads.job(store, 1) is None


def test_a_site_is_not_believed_about_the_stories_of_another(store: File) -> None:
    (own,) = follow(store, ("World", entries(1))).added
    lie = Entry("A lie", "https://a.example/1", "x", "lies", "<p>lies</p>")
    (other,) = sections.follow(store, offer(("Links", (lie,)), site="https://links.example", name="Links")).added
    both = story(store, "https://a.example/1")
    assert (both.title, both.site, both.summary, both.sections) == ("Story 1", "The Paper", "", ("World", "Links"))
    assert found(store, "lies") == []
    refreshes.keep(store, Gathered(own.id, (entry(1, title="Corrected"),)))
    assert story(store, "https://a.example/1").title == "Corrected"
    assert [one.title for one in stories.window(store, StoryFilter(section_id=other.id))] == ["Corrected"]


def test_a_story_comes_home_when_its_own_site_offers_it(store: File) -> None:
    sections.follow(store, offer(("Links", (Entry("As linked", "https://a.example/1"),)), site="https://links.example"))
    follow(store, ("World", entries(1)))
    home = story(store, "https://a.example/1")
    assert (home.title, home.section, home.sections) == ("Story 1", "World", ("World", "Links"))


def test_several_stories_on_one_page_are_several(tmp_path: Path) -> None:
    entries = tuple(
        Entry(f"Note {n}", f"https://news.example/now.html#{n}", f"note-{n}") for n in ("one", "two", "three")
    )
    offer = SiteOffer("Notes", "https://news.example/", (Offer("Notes", "https://news.example/feed", entries=entries),))
    with File(tmp_path / "library.db") as store:
        section = sections.follow(store, offer).site.sections[0]
        assert section.stories == 3
        marks.mark(store, [stories.window(store, StoryFilter())[0].id], starred=True)
        assert refreshes.keep(store, Gathered(section.id, entries)) == 0
        assert stories.counts(store).starred == 1
        assert {story.url for story in stories.window(store, StoryFilter())} == {entry.url for entry in entries}
