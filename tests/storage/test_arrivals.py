"""Stories come into the library: told apart, revised, and believed where they are at home."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.moments import at
from tests.storage.paper import EVERY, HOUR, NOW, article, check, entries, entry, follow, found, offer, story, titles
from tui.jobs import Gathered
from tui.model import Enclosure, Entry, Offer, SiteOffer, StoryFilter
from tui.storage import (
    arrivals,
    downloads,
    earlier,
    marks,
    membership,
    names,
    refreshes,
    retention,
    sections,
    stories,
    texts,
)
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


def test_a_story_that_a_person_came_to_by_a_link_has_a_name_whatever_it_is_called(store: File) -> None:
    for url, title, shown in (
        ("https://x.example/1", "", "https://x.example/1"),
        ("https://x.example/2", "Two", "Two"),
    ):
        with store.writing() as db:
            visited = arrivals.visit(db, url, title, NOW)
        found_there = story(store, url)
        assert (found_there.id, found_there.title, found_there.sections) == (visited, shown, ())
    assert found(store, "two") == ["Two"]


def test_authors_picture_and_what_is_enclosed_follow_the_feed_and_are_not_taken_away_by_silence(store: File) -> None:
    talk = Enclosure("https://a.example/1.mp3", "audio/mpeg")
    (section,) = follow(store, ("World", (entry(1, authors=("Ann",), enclosures=(talk,)),))).added
    refreshes.keep(store, Gathered(section.id, (entry(1, title="Better"),)))
    found_there = story(store, "https://a.example/1")
    assert (found_there.title, found_there.authors) == ("Better", ("Ann",))
    assert stories.enclosures(store, found_there.id) == (talk,)
    other = Enclosure("https://a.example/2.mp3", "audio/mpeg", 9, 60)
    said = entry(1, title="Better", authors=("Bo", "Cy"), picture="https://a.example/p.png", enclosures=(other,))
    refreshes.keep(store, Gathered(section.id, (said,)))
    found_there = story(store, "https://a.example/1")
    assert (found_there.authors, found_there.picture) == (("Bo", "Cy"), "https://a.example/p.png")
    assert stories.enclosures(store, found_there.id) == (other,)


def test_stories_of_one_moment_have_a_place_in_time_each(store: File) -> None:
    many = tuple(entry(number, published=NOW) for number in range(150))
    (section,) = follow(store, ("World", many[50:])).added
    refreshes.keep(store, Gathered(section.id, many))
    assert titles(stories.window(store, EVERY, 0)) == [one.title for one in (*many[:50], *many[50:])]
    long_ago = tuple(entry(number, published=datetime(1960, 1, 1, tzinfo=UTC)) for number in (200, 201))
    refreshes.keep(store, Gathered(section.id, long_ago))
    assert titles(stories.window(store, EVERY, 0))[-2:] == ["Story 200", "Story 201"]


def test_a_story_that_comes_again_has_the_marks_that_were_made_on_it(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2, 3, 4))).added
    ids = {number: story(store, f"https://a.example/{number}").id for number in (1, 2, 3, 4)}
    marks.mark(store, [ids[1]], read=True)
    marks.mark(store, [ids[2]], starred=True)
    marks.mark(store, [ids[3]], later=True)
    with store.writing() as db:
        arrivals.forget(db, list(ids.values()))
    assert stories.window(store, EVERY) == ()
    assert refreshes.keep(store, Gathered(section.id, entries(1, 2, 3, 4))) == 4
    assert [(one.read, one.starred, one.later) for one in stories.window(store, EVERY)] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
        (False, False, False),
    ]
    assert stories.counts(store).unread == 3


def test_a_story_that_is_gone_and_back_is_on_offer_again(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    much_later = at(store, NOW + timedelta(days=400))
    for offered, left in ((entries(2), 1), (entries(1, 2), 0)):
        refreshes.keep(store, Gathered(section.id, offered))
        assert [part.count for part in retention.plan(much_later) if part.what == "stories"] == [left] * left


def test_a_date_that_comes_later_puts_a_story_in_its_place(store: File) -> None:
    (section,) = follow(store, ("World", (entry(1, published=None), entry(2), entry(3)))).added
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2", "Story 3"]
    dated = entry(1, published=NOW - 9 * HOUR)
    refreshes.keep(store, Gathered(section.id, (dated, entry(2), entry(3))))
    assert titles(stories.window(store, EVERY)) == ["Story 2", "Story 3", "Story 1"] == found(store, "story")
    assert titles(stories.window(store, StoryFilter(section_id=section.id))) == ["Story 2", "Story 3", "Story 1"]
    refreshes.keep(store, Gathered(section.id, (entry(1, published=NOW - HOUR / 2), entry(2), entry(3))))
    assert story(store, "https://a.example/1").published == NOW - 9 * HOUR, "it has one"


def test_a_story_that_was_read_elsewhere_is_read_where_it_comes_too(store: File) -> None:
    world, sport = follow(store, ("World", entries(1, 2)), ("Sport", entries(3))).added
    marks.mark(store, stories.order(store, StoryFilter(section_id=world.id)), read=True)
    refreshes.keep(store, Gathered(sport.id, entries(1, 3)))
    assert [(one.name, one.stories, one.unread) for one in sections.sections(store)] == [
        ("World", 2, 0),
        ("Sport", 2, 1),
    ]


def test_an_entry_without_words_takes_none_away(store: File) -> None:
    (section,) = follow(store, ("World", (entry(1, summary="What it is about"),))).added
    refreshes.keep(store, Gathered(section.id, (entry(1, title="", summary=""),)))
    there = story(store, "https://a.example/1")
    assert (there.title, there.summary) == ("Story 1", "What it is about")


def joined(store: File, section_id: int, *given: Entry) -> list[int]:
    """The stories that a server's entries of a section are."""
    with store.writing() as db:
        ids, _ = arrivals.join(db, membership.of_section(db, section_id), given, NOW)
        return ids


def test_what_a_server_has_twice_is_one_story_and_what_says_nothing_is_none(store: File) -> None:
    (section,) = follow(store, ("World", entries(1))).added
    known, twice = story(store, "https://a.example/1").id, entry(2, guid="another")
    first, second, third, nothing, nameless = joined(
        store, section.id, entry(1), entry(2), twice, Entry(""), Entry("A")
    )
    assert (first, second, nothing) == (known, third, 0)
    assert len({first, second, nameless}) == 3
    assert titles(stories.window(store, StoryFilter(section_id=section.id))) == ["A", "Story 1", "Story 2"]


def test_a_story_of_a_section_that_was_left_is_in_the_lists_again_where_a_server_has_it(store: File) -> None:
    world, sport = follow(store, ("World", entries(1)), ("Sport", ())).added
    sections.unfollow(store, [world.id])
    assert stories.window(store, EVERY) == ()
    joined(store, sport.id, entry(1))
    assert titles(stories.window(store, EVERY)) == ["Story 1"]
    sections.unfollow(store, [sport.id])
    joined(store, sport.id, entry(9))
    assert stories.window(store, EVERY) == (), "what comes into a section that is left stays out of the lists"


def test_an_address_of_two_stories_says_nothing_of_which_a_third_is(store: File) -> None:
    one, two = Entry("One", "https://a.example/1"), Entry("Two", "https://a.example/2")
    (section,) = follow(store, ("World", (one, two))).added
    with store.writing() as db:
        for url in (one.url, two.url):
            names.give(db, story(store, url).id, ["a.example/page"])
    third = Entry("Three", "https://a.example/page")
    assert refreshes.keep(store, Gathered(section.id, (one, two, third))) == 1
    assert sorted(titles(stories.window(store, EVERY))) == ["One", "Three", "Two"]


def test_what_a_person_ruled_of_a_story_holds_where_it_stands_from_now_on(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    with store.writing() as db:
        db.execute("INSERT INTO rulings (one, other, same) SELECT min(identity), max(identity), 0 FROM stories")
    refreshes.keep(store, Gathered(section.id, (entry(1, url="https://a.example/zz"), entry(2))))
    ruled = (
        "SELECT count(*) FROM rulings JOIN stories AS first ON first.identity = one"
        " JOIN stories AS second ON second.identity = other"
    )
    with store.reading() as db:
        assert db.execute(ruled).fetchone() == (1,)
        assert db.execute("SELECT one < other FROM rulings").fetchone() == (1,)


def test_the_feeds_own_text_is_kept_and_follows_the_feed(store: File) -> None:
    (section,) = follow(store, ("World", (entry(1, content="<p>Fog.</p>"), entry(2)))).added
    first, second = (story(store, f"https://a.example/{number}").id for number in (1, 2))
    assert (texts.content(store, first), texts.content(store, second)) == ("<p>Fog.</p>", "")
    refreshes.keep(store, Gathered(section.id, (entry(1, content="<p>Rain.</p>"), entry(2, content="<p>Sun.</p>"))))
    assert (texts.content(store, first), texts.content(store, second)) == ("<p>Rain.</p>", "<p>Sun.</p>")


def test_an_author_takes_no_picture_away_and_a_picture_no_author(store: File) -> None:
    given = entry(1, authors=("Ann",), picture="https://a.example/1.jpg")
    (section,) = follow(store, ("World", (given,))).added
    for said, authors, picture in (
        ({"authors": ("Bo",)}, ("Bo",), "https://a.example/1.jpg"),
        ({"picture": "https://a.example/2.jpg"}, ("Bo",), "https://a.example/2.jpg"),
    ):
        refreshes.keep(store, Gathered(section.id, (entry(1, **said),)))
        there = story(store, "https://a.example/1")
        assert (there.authors, there.picture) == (authors, picture)


@pytest.mark.parametrize(
    ("first", "again", "stale"),
    [
        ({}, {"title": "Corrected"}, True),
        ({}, {"summary": "More is known"}, True),
        ({"content": "<p>Fog.</p>"}, {"content": "<p>Rain.</p>"}, True),
        ({}, {"content": "<p>The whole of it.</p>"}, False),
        ({}, {"authors": ("Ann",)}, False),
    ],
)
def test_a_page_is_old_once_its_section_says_something_else_and_not_only_more(
    store: File, first: dict[str, str], again: dict[str, Any], stale: bool
) -> None:
    (section,) = follow(store, ("World", (entry(1, **first),))).added
    read = story(store, "https://a.example/1").id
    texts.keep_article(store, read, article("https://a.example/1", "All of it."))
    refreshes.keep(store, Gathered(section.id, (entry(1, **(first | again)),)))
    assert earlier.is_stale(store, read) is stale
