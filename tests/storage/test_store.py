"""The library keeps what it is given: lists in order, marks for good, counts that are right, and one sentence when it cannot."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.moments import at
from tui import address, text
from tui.blocks import Paragraph, Span
from tui.errors import AskError, StoreError
from tui.model import (
    Article,
    Counts,
    Entry,
    Failure,
    Followed,
    Gathered,
    Kind,
    Offer,
    Related,
    Relation,
    SiteOffer,
    Story,
    StoryFilter,
    Validators,
)
from tui.storage import actions, downloads, guide, marks, refreshes, retention, rows, sections, settings, stories, texts
from tui.storage.file import File
from tui.values import replace

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
EVERY = StoryFilter()


def entry(number: int, site: str = "https://a.example", **given: Any) -> Entry:
    made = Entry(f"Story {number}", f"{site}/{number}", f"guid-{number}", published=NOW - number * HOUR)
    return replace(made, **given)


def entries(*numbers: int, site: str = "https://a.example") -> tuple[Entry, ...]:
    return tuple(entry(number, site) for number in numbers)


def offer(
    *sections: tuple[str, tuple[Entry, ...]], site: str = "https://a.example", name: str = "The Paper"
) -> SiteOffer:
    offers = tuple(Offer(title, f"{site}/{title.lower()}/feed", entries=given) for title, given in sections)
    return SiteOffer(name, f"{site}/", offers)


def article(url: str, text: str, **given: Any) -> Article:
    return replace(Article(url, "Headline", (Paragraph((Span(text),)),)), **given)


def titles(stories: tuple[Story, ...]) -> list[str]:
    return [story.title for story in stories]


def found(store: File, words: str, **given: Any) -> list[str]:
    return titles(stories.window(store, replace(StoryFilter(words=words), **given)))


def story(store: File, url: str) -> Story:
    known = stories.story(store, url)
    assert known is not None
    return known


def check(store: File) -> None:
    """The index holds what the texts say, the counts what the tables hold, and nothing hangs loose."""
    db = store._db
    db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    totals = "SELECT stories, unread, starred, later, kept, guide, guide_unread FROM totals"
    assert db.execute(totals).fetchone() == db.execute(rows.TOTALS).fetchone()
    assert (
        db.execute(
            "SELECT sections.id FROM sections LEFT JOIN standing ON section_id = sections.id GROUP BY sections.id"
            " HAVING sections.stories <> count(story_id) - coalesce(sum(standing.hidden), 0) OR sections.unread <> coalesce(sum(standing.unread), 0)"
        ).fetchall()
        == []
    )
    assert (
        db.execute(
            "SELECT stories.id FROM stories LEFT JOIN standing ON story_id = stories.id"
            " LEFT JOIN marks ON marks.identity = stories.identity"
            " WHERE standing.rank <> stories.rank OR standing.unread <> (1 - stories.read) * (1 - standing.hidden)"
            " OR standing.hidden <> stories.hidden & 1 OR stories.later <> coalesce(marks.later, 0)"
            " OR stories.read <> coalesce(marks.read, 0) OR stories.starred <> coalesce(marks.starred, 0)"
        ).fetchall()
        == []
    )
    kept = db.execute("SELECT articles, pages, page_bytes FROM totals").fetchone()
    assert (
        kept
        == db.execute(
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM pages),"
            " (SELECT coalesce(sum(bytes), 0) FROM pages)"
        ).fetchone()
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[File]:
    with File(tmp_path / "library.db", clock=lambda: NOW) as made:
        yield made
        check(made)


def follow(store: File, *offers: tuple[str, tuple[Entry, ...]]) -> Followed:
    return sections.follow(store, offer(*offers))


# Following


def test_following_takes_every_section_but_comments_and_their_stories(store: File) -> None:
    given = offer(("World", entries(1, 2)), ("Sport", entries(3)))
    comments = Offer("Comments", "https://a.example/comments/feed", comments=True)
    followed = sections.follow(store, replace(given, sections=(*given.sections, comments)))
    assert [section.name for section in followed.added] == ["World", "Sport"]
    assert followed.stories == 3
    assert sections.sites(store) == (followed.site,)
    assert [(section.stories, section.unread) for section in followed.site.sections] == [(2, 2), (1, 1)]
    assert followed.site.unread == 3


def test_following_takes_what_was_chosen(store: File) -> None:
    followed = sections.follow(store, offer(("World", ()), ("Sport", ())), [1], folder=("Games",))
    assert [(section.name, section.folders) for section in followed.site.sections] == [("Sport", (("Games",),))]


def test_a_section_is_followed_once(store: File) -> None:
    follow(store, ("World", entries(1)))
    again = follow(store, ("World", entries(1)), ("Sport", ()))
    assert [section.name for section in again.added] == ["Sport"]
    assert [section.name for section in again.site.sections] == ["World", "Sport"]
    nothing = follow(store, ("World", ()))
    assert (nothing.added, nothing.site) == ((), again.site)
    assert sections.follow(store, offer()).site.id == 0
    assert len(sections.sites(store)) == 1


def test_a_section_with_a_bare_name_takes_its_feeds_title(store: File) -> None:
    nameless = SiteOffer("", "https://a.example/", (Offer("", "https://a.example/feed"),))
    (section,) = sections.follow(store, nameless).added
    refreshes.keep(store, Gathered(section.id, title="The Paper"))
    known = sections.section(store, section.id)
    assert known is not None
    assert known.name == "The Paper"
    assert sections.section(store, 99) is None


def test_letting_a_section_go_keeps_what_a_person_touched(store: File) -> None:
    sport, world = follow(store, ("Sport", entries(1, 2, 3, 4)), ("World", entries(4, 5))).added
    marks.mark(store, [story(store, "https://a.example/1").id], starred=True)
    marks.mark(store, [story(store, "https://a.example/2").id], read=True)
    assert sections.unfollow(store, [sport.id]) == 1
    assert titles(stories.window(store, EVERY)) == ["Story 4", "Story 5"]
    assert titles(stories.window(store, StoryFilter(starred=True))) == ["Story 1"]
    assert found(store, "story 2") == ["Story 2"]
    assert stories.counts(store) == Counts(stories=2, unread=2, starred=1)
    assert sections.unfollow(store, [world.id, 99]) == 1
    assert sections.sites(store) == ()
    assert [section.name for section in sections.archived(store)] == ["Sport", "World"]
    assert follow(store, ("Sport", ())).added[0].stories == 4
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2", "Story 3", "Story 4"]


def test_a_site_that_is_followed_again_has_its_new_name(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    sections.unfollow(store, [section.id])
    again = sections.follow(store, replace(offer(("World", ())), name="The New Paper"))
    assert again.site.name == "The New Paper"
    assert again.site.id == section.site_id
    assert again.added[0].id == section.id


def test_marks_outlive_their_story(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    marks.mark_all_read(store, StoryFilter(section_id=section.id))
    sections.unfollow(store, [section.id])
    assert stories.counts(store) == Counts()
    (section,) = follow(store, ("World", entries(1, 2, 3))).added
    refreshes.keep(store, Gathered(section.id, entries(1, 2, 3)))
    assert [one.read for one in stories.window(store, EVERY)] == [True, True, False]


# Which story is which


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


# Lists


def test_lists_are_newest_first_by_publication_or_arrival(store: File) -> None:
    old, future, undated, also_undated = (
        entry(1, published=NOW - 10 * HOUR),
        entry(2, published=NOW + 10 * HOUR),
        entry(3, published=None),
        entry(4, published=None),
    )
    (section,) = follow(store, ("World", (old, future, undated, also_undated))).added
    refreshes.keep(
        at(store, NOW + HOUR), Gathered(section.id, (entry(5, published=NOW - HOUR), entry(6, published=None)))
    )
    expected = ["Story 6", "Story 2", "Story 3", "Story 4", "Story 5", "Story 1"]
    assert titles(stories.window(store, EVERY)) == expected
    assert titles(stories.window(store, StoryFilter(section_id=section.id))) == expected
    assert found(store, "story") == expected


def test_a_thousand_stories_of_one_moment_keep_their_order(store: File) -> None:
    many = tuple(entry(number, published=NOW) for number in range(1000))
    follow(store, ("World", many))
    assert titles(stories.window(store, EVERY, 0)) == [one.title for one in many]


def test_a_window_of_any_list_is_a_part_of_its_order(store: File) -> None:
    follow(store, ("World", entries(*range(0, 40))), ("Sport", entries(*range(20, 60))), ("Empty", ()))
    marks.mark(store, stories.order(store, EVERY)[::3], read=True)
    marks.mark(store, stories.order(store, EVERY)[::4], starred=True)
    for filter in (
        EVERY,
        StoryFilter(unread=True),
        StoryFilter(starred=True),
        StoryFilter(unread=True, starred=True),
        StoryFilter(section_id=1),
        StoryFilter(section_id=2, unread=True),
        StoryFilter(section_id=2, starred=True),
        StoryFilter(section_id=3),
        StoryFilter(site_id=1),
        StoryFilter(site_id=1, unread=True),
        StoryFilter(site_id=1, starred=True, unread=True),
        StoryFilter(site_id=9),
        StoryFilter(news=True),
        StoryFilter(guide=True),
        StoryFilter(words="story", site_id=1),
        StoryFilter(words="story is:unread"),
        StoryFilter(words="is:starred", section_id=2),
    ):
        order = stories.order(store, filter)
        assert len(set(order)) == len(order)
        assert [one.id for one in stories.window(store, filter, 7, 5)] == list(order[5:12])
        assert list(stories.order(store, filter, 9)) == list(order[:9])
        listed = stories.lines(store, order)
        assert [one.id for one in listed] == list(order)
        assert all(one.starred for one in listed if filter.starred)
        assert not any(one.read for one in listed if filter.unread)
    assert [one.id for one in stories.lines(store, [5, 99, 3])] == [5, 3]


# Marks


def test_marks_are_counted_and_logged(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)), ("Sport", entries(3, 4)))
    assert marks.mark(store, [1, 2, 99], read=True, starred=True) == 2
    assert marks.mark(store, [1, 2], read=True) == 0
    assert marks.mark(store, [2], starred=False) == 1
    assert stories.counts(store) == Counts(stories=4, unread=2, starred=1)
    assert marks.mark_all_read(store, EVERY) == 2
    assert marks.mark_all_read(store, EVERY) == 0
    assert marks.mark(store, [3], read=False) == 1
    assert [section.unread for section in sections.sites(store)[0].sections] == [1, 0]
    log = [(act.verb, act.stories) for act in reversed(actions.history(store))]
    assert log == [("read and star", 2), ("unstar", 1), ("read", 2), ("unread", 1)]


def test_a_search_can_be_marked_read(store: File) -> None:
    follow(store, ("World", (entry(1, summary="boats"), entry(2, summary="trains"))))
    assert marks.mark_all_read(store, StoryFilter(words="boats")) == 1
    assert titles(stories.window(store, StoryFilter(unread=True))) == ["Story 2"]


def test_the_place_in_a_story_is_kept(store: File) -> None:
    follow(store, ("World", entries(1)))
    assert marks.place(store, 1) == (0, 0)
    marks.keep_place(store, 1, 4, 120)
    marks.keep_place(store, 1, 5, 10)
    marks.keep_place(store, 99, 5, 10)
    assert marks.place(store, 1) == (5, 10)
    assert marks.place(store, 99) == (0, 0)


# Refreshing


def test_a_refresh_adds_what_is_new_and_keeps_what_is_gone(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    assert refreshes.keep(store, Gathered(section.id, entries(3, 2))) == 1
    assert titles(stories.window(store, StoryFilter(section_id=section.id))) == ["Story 1", "Story 2", "Story 3"]
    positions = dict(store._db.execute("SELECT story_id, position FROM standing").fetchall())
    ids = {number: story(store, f"https://a.example/{number}").id for number in (1, 2, 3)}
    assert positions == {ids[3]: 0, ids[2]: 0, ids[1]: -1}
    assert refreshes.keep(store, Gathered(99, entries(5))) == 0


def test_words_that_came_with_a_story_are_found_and_forgotten_with_it(store: File) -> None:
    content = "<p>The <em>light</em>house &amp; 東京</p><script>hidden</script>"
    told = replace(entry(1, content=content), words=text.words(content))
    (section,) = follow(store, ("World", (told, entry(2, content=content)))).added
    check(store)
    assert found(store, "lighthouse 京") == found(store, "lighthouse") == ["Story 1", "Story 2"]
    refreshes.keep(store, Gathered(section.id, (replace(told, content="<p>fog</p>", words="fog"),)))
    check(store)
    assert (found(store, "lighthouse"), found(store, "fog")) == (["Story 2"], ["Story 1"])


def test_a_story_that_changed_is_found_by_its_new_words(store: File) -> None:
    (section,) = follow(store, ("World", (entry(1, title="Ferry late", content="<p>fog</p>"),))).added
    refreshes.keep(store, Gathered(section.id, (entry(1, title="Ferry sunk", content="<p>rocks</p>"),)))
    assert (found(store, "late"), found(store, "fog")) == ([], [])
    assert found(store, "sunk rocks") == ["Ferry sunk"]
    assert texts.content(store, 1) == "<p>rocks</p>"
    refreshes.keep(store, Gathered(section.id, unchanged=True))
    assert found(store, "sunk rocks") == ["Ferry sunk"]


@pytest.mark.parametrize(
    ("gathered", "waits"),
    [
        (Gathered(1), [60, 60]),
        (Gathered(1, unchanged=True), [60]),
        (Gathered(1, fresh_for=7200), [120]),
        (Gathered(1, fresh_for=1e9), [24 * 60]),
        (Gathered(1, failure=Failure("No answer.")), [120, 180, 240]),
        (Gathered(1, failure=Failure("No answer.", 503)), [120]),
        (Gathered(1, failure=Failure("Slow down.", 429, 5 * 60)), [5, 5]),
        (Gathered(1, failure=Failure("Slow down.", 429, 1e9)), [24 * 60]),
    ],
)
def test_the_next_check(store: File, gathered: Gathered, waits: list[int]) -> None:
    (section,) = follow(store, ("World", ())).added
    for wait in waits:
        refreshes.keep(store, gathered)
        moment = NOW + timedelta(minutes=wait)
        assert refreshes.jobs(at(store, moment - timedelta(seconds=1)), due=True) == ()
        assert [job.section_id for job in refreshes.jobs(at(store, moment), due=True)] == [section.id]
    assert len(refreshes.jobs(store, [section.id])) == 1
    assert refreshes.jobs(store, [99]) == ()


def test_without_a_network_nothing_is_held_against_a_section(store: File) -> None:
    before = follow(store, ("World", ())).added
    refreshes.keep(store, Gathered(before[0].id, failure=Failure("No network.", offline=True)))
    assert sections.sites(store)[0].sections == before
    assert len(refreshes.jobs(store, due=True)) == 1


def test_failures_are_told_and_forgotten(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    for _ in range(40):
        refreshes.keep(store, Gathered(section.id, failure=Failure("No answer.")), jitter=1.0)
    ((failed,),) = (site.sections for site in sections.sites(store))
    assert (failed.error, failed.checked, failed.succeeded) == ("No answer.", NOW, None)
    assert failed.next_check == NOW + timedelta(hours=24)
    refreshes.keep(at(store, NOW + HOUR), Gathered(section.id))
    ((well,),) = (site.sections for site in sections.sites(store))
    assert (well.error, well.succeeded, well.next_check) == ("", NOW + HOUR, NOW + 2 * HOUR)


def test_jitter_makes_failures_wait_up_to_a_tenth_longer(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    refreshes.keep(store, Gathered(section.id, failure=Failure("No answer.")), jitter=1.0)
    known = sections.section(store, section.id)
    assert known is not None
    assert known.next_check == NOW + timedelta(minutes=132)


def test_a_section_that_is_gone_is_not_asked_again(store: File) -> None:
    (section,) = follow(store, ("World", entries(1))).added
    gone = Gathered(section.id, failure=Failure("The server says that it is gone for good.", 410))
    refreshes.keep(store, gone)
    assert not sections.sections(store)[0].gone
    refreshes.keep(at(store, NOW + HOUR), gone)
    assert not sections.sections(store)[0].gone
    refreshes.keep(at(store, NOW + 72 * HOUR), gone)
    assert (sections.sections(store)[0].gone, sections.sections(store)[0].stories) == (True, 1)
    assert refreshes.jobs(at(store, NOW + 1000 * HOUR)) == ()
    assert len(refreshes.jobs(store, [section.id])) == 1  # a person asks
    follow(store, ("World", ()))
    assert not sections.sections(store)[0].gone


def test_a_held_host_is_held_until_its_time(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    refreshes.keep(store, Gathered(section.id, failure=Failure("Slow down.", 429, 600)))
    until = NOW + timedelta(minutes=10)
    assert refreshes.held(store) == (("a.example", until),)
    refreshes.hold_back(store, "a.example", 1)
    assert refreshes.held(store) == (("a.example", until),)
    assert refreshes.held(at(store, until)) == ()


def test_a_host_that_does_not_say_for_how_long_is_left_alone_for_longer_each_time(store: File) -> None:
    world, sport = follow(store, ("World", ()), ("Sport", ())).added
    for section in (world, sport):  # both are told so at once
        refreshes.keep(store, Gathered(section.id, failure=Failure("Slow down.", 503)))
    assert refreshes.held(store) == (("a.example", NOW + timedelta(minutes=15)),)
    later = at(store, NOW + HOUR)
    refreshes.keep(later, Gathered(world.id, failure=Failure("Slow down.", 503)))
    assert refreshes.held(later) == (("a.example", NOW + timedelta(minutes=90)),)
    well = at(store, NOW + 2 * HOUR)
    refreshes.keep(well, Gathered(world.id))
    refreshes.keep(well, Gathered(world.id, failure=Failure("Slow down.", 503)))
    assert refreshes.held(well) == (("a.example", NOW + timedelta(minutes=135)),)


def test_a_clock_that_was_ahead_does_not_stop_the_refreshes(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    refreshes.keep(at(store, NOW + 10_000 * HOUR), Gathered(section.id))
    assert len(refreshes.jobs(store, due=True)) == 1


def test_validators_and_redirects_are_kept(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    validators = Validators('W/"é"', "Mon, 23 Nov 2026", "ab", NOW)
    refreshes.keep(
        store, Gathered(section.id, validators=validators, moving_to="https://n.example/feed", moving_since=NOW)
    )
    (job,) = refreshes.jobs(store)
    assert (job.validators, job.moving_to, job.moving_since) == (validators, "https://n.example/feed", NOW)
    refreshes.keep(store, Gathered(section.id, unchanged=True, moving_to="https://n.example/feed", moving_since=NOW))
    refreshes.keep(store, Gathered(section.id, failure=Failure("No answer.")))
    assert refreshes.jobs(store)[0].validators == validators
    refreshes.keep(store, Gathered(section.id, moved_to="https://n.example/feed"))
    (job,) = refreshes.jobs(store)
    assert (job.url, job.moving_to, job.moving_since) == ("https://n.example/feed", "", None)
    assert follow(store, ("World", ())).added == ()  # what it was called before is its name too
    (other,) = follow(store, ("Sport", ())).added
    refreshes.keep(store, Gathered(section.id, moved_to=other.url))
    assert {job.url for job in refreshes.jobs(store)} == {"https://n.example/feed", other.url}


def test_only_what_a_person_named_is_trusted(store: File) -> None:
    offers = tuple(
        Offer(host, f"https://{host}.example/feed", entries=entries(number, site=f"https://{host}.example"))
        for number, host in enumerate("ab", 5)
    )
    sections.follow(store, replace(SiteOffer("Found", "https://a.example/", offers), asked="https://a.example/start"))
    sections.follow(store, offer(("World", entries(2, site="https://c.example")), site="https://c.example"))
    sections.follow(
        store, offer(("World", entries(3, site="https://d.example")), site="https://d.example"), trusted=True
    )
    trusted = {"a": True, "b": False, "c": False, "d": True}
    assert {job.url[8]: job.trusted for job in refreshes.jobs(store)} == trusted
    assert {job.url[8]: job.trusted for job in downloads.unread(store, EVERY)} == trusted
    assert {host: sections.trusts(store, f"https://{host}.example/x") for host in "abcd"} == trusted
    for host in "ab":
        downloads.queue(store, f"https://{host}.example/far", from_url=f"https://{host}.example/1")
    assert [job.trusted for job in downloads.queued(store)] == [True, False]


def test_trust_does_not_move_to_another_host(store: File) -> None:
    (section,) = sections.follow(store, offer(("World", ())), trusted=True).added
    for target, trusted in (
        ("https://a.example/new", True),
        ("https://b.example/new", False),
        ("https://a.example/world/feed", False),
    ):
        refreshes.keep(store, Gathered(section.id, moved_to=target))
        (job,) = refreshes.jobs(store)
        assert (job.url, job.trusted) == (target, trusted)


def listed(store: File, *urls: str) -> dict[str, int]:
    """Addresses of a plain list: their sections."""
    found = {}
    for url in urls:
        name = address.host(url)
        (section,) = sections.follow(store, SiteOffer(name, url, (Offer(name, url),)), trusted=True, unknown=True).added
        found[url] = section.id
    return found


def test_an_address_of_a_list_becomes_what_stands_there(store: File) -> None:
    feed, page = "https://a.example/feed", "https://b.example/"
    ids = listed(store, feed, page)
    assert [job.unknown for job in refreshes.jobs(store)] == [True, True]
    refreshes.keep(store, Gathered(ids[feed], entries(1), "The Paper"))
    there = Offer("Harbour News", "https://feeds.example/b.xml", page=page)
    refreshes.keep(store, Gathered(ids[page], entries(2, site="https://b.example"), "Harbour News", instead=there))
    assert [job.unknown for job in refreshes.jobs(store)] == [False, False]
    assert [job.trusted for job in refreshes.jobs(store)] == [True, False]
    found = [
        (site.name, site.url, section.name, section.url, section.kind, section.page)
        for site in sections.sites(store)
        for section in site.sections
    ]
    assert found == [
        ("The Paper", feed, "The Paper", feed, Kind.FEED, ""),
        ("Harbour News", page, "Harbour News", "https://feeds.example/b.xml", Kind.FEED, page),
    ]
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2"]
    refreshes.keep(store, Gathered(ids[page], instead=Offer("Late", "https://late.example/")))
    assert refreshes.jobs(store)[1].url == "https://feeds.example/b.xml"


def test_what_is_followed_already_is_not_followed_twice_by_a_list(store: File) -> None:
    (known,) = follow(store, ("World", entries(1))).added
    (listed_id,) = listed(store, "https://a.example/").values()
    refreshes.keep(store, Gathered(listed_id, entries(1, 2), instead=Offer("World", known.url)))
    assert [section.id for site in sections.sites(store) for section in site.sections] == [known.id]
    assert titles(stories.window(store, EVERY)) == ["Story 1"]


def test_an_address_of_a_list_is_searched_three_times_and_no_more(store: File) -> None:
    (section_id,) = listed(store, "https://a.example/").values()
    for tries in (True, True, True, False):
        assert refreshes.jobs(store)[0].unknown is tries
        refreshes.keep(store, Gathered(section_id, failure=Failure("Nothing there.")))


def test_a_section_is_asked_by_one_process_at_a_time(store: File, tmp_path: Path) -> None:
    world, sport = (section.id for section in follow(store, ("World", ()), ("Sport", ())).added)
    with File(tmp_path / "library.db", clock=lambda: NOW) as other:
        assert refreshes.take_lease(store, [world], "one", 60) == (world,)
        assert refreshes.take_lease(store, [world], "one", 60) == (world,)
        assert refreshes.take_lease(other, [world, sport], "two", 60) == (sport,)
        assert refreshes.take_lease(at(other, NOW + timedelta(minutes=1)), [world], "two", 60) == (world,)
        refreshes.keep(other, Gathered(world))
        assert refreshes.take_lease(store, [world, sport], "one", 60) == (world,)
        refreshes.release_lease(other, "two")
        assert refreshes.take_lease(store, [sport], "one", 60) == (sport,)


# Articles


def test_an_article_is_kept_as_it_was(store: File) -> None:
    follow(store, ("World", entries(1)))
    given = Article(
        "https://a.example/1",
        "Headline",
        (Paragraph((Span("Text "), Span("bold", strong=True), Span("link", href="https://b.example/"))),),
        "Kicker",
        "Standfirst",
        "credit",
        ("A. Writer", "B. Writer"),
        "Editor",
        NOW,
        NOW + HOUR,
        "en",
        "The Paper",
        "https://a.example/world",
        ("tag", "other"),
        True,
        4,
        (Related(Relation.NEXT, "Next", "https://a.example/2", "excerpt", NOW, "Next story"),),
        "https://a.example/1/2",
        "page",
        "notice",
    )
    kept = texts.keep_article(store, 1, given, b"html")
    assert texts.article(store, 1) == replace(given, story_id=1)
    assert (kept.kept, kept.title, texts.page(store, 1), list(texts.pages(store))) == (True, "Story 1", b"html", [1])
    texts.keep_article(store, 1, Article("https://a.example/1", "Bare"))
    assert texts.article(store, 1) == Article("https://a.example/1", "Bare", story_id=1)
    assert (texts.article(store, 9), texts.page(store, 9), texts.content(store, 9)) == (None, b"", "")


def test_an_article_is_found_by_its_words_and_by_its_address(store: File) -> None:
    follow(store, ("World", (entry(1, content="<p>excerpt only</p>"),)))
    texts.keep_article(store, 1, article("https://www.a.example/long-address", "the whole lighthouse"))
    assert (found(store, "lighthouse"), found(store, "excerpt")) == (["Story 1"], [])
    assert story(store, "https://a.example/long-address").id == 1
    assert stories.window(store, StoryFilter(words="lighthouse"))[0].snippet == "the whole \x02lighthouse\x03"


def test_a_page_gives_the_date_that_its_feed_did_not(store: File) -> None:
    follow(store, ("World", (entry(1, published=None), entry(2))))
    for url, hours in (("https://a.example/1", 5), ("https://a.example/2", 9)):
        texts.keep_article(store, url, article(url, "text", published=NOW - hours * HOUR))
    assert titles(stories.window(store, EVERY)) == ["Story 2", "Story 1"] == found(store, "text")
    assert [one.published for one in stories.window(store, EVERY)] == [NOW - 2 * HOUR, NOW - 5 * HOUR]


def test_a_story_opened_through_a_link_is_kept(store: File) -> None:
    url = "https://elsewhere.example/far?utm_source=a"
    given = article(
        "https://elsewhere.example/far", "far away", kicker="Travel", site_name="Elsewhere", standfirst="It is far"
    )
    kept = texts.keep_article(store, url, given)
    assert (kept.title, kept.site, kept.section, kept.sections) == ("Headline", "Elsewhere", "Travel", ())
    assert (kept.summary, kept.kept) == ("It is far", True)
    assert titles(stories.window(store, EVERY)) == ["Headline"] == found(store, "far site:elsewhere")
    assert sections.sites(store) == ()
    sections.follow(store, offer(("Far", (Entry("As the feed says", kept.url),)), site="https://elsewhere.example"))
    home = story(store, url)
    assert (home.id, home.title, home.site, home.section) == (kept.id, "As the feed says", "The Paper", "Far")
    with pytest.raises(AskError):
        texts.keep_article(store, 99, given)


def test_a_page_says_nothing_of_another_sites_stories(store: File) -> None:
    follow(store, ("World", entries(1)))
    texts.keep_article(store, "https://evil.example/x", article("https://a.example/1", "a lie"))
    assert texts.article(store, 1) is None
    assert story(store, "https://a.example/1").id == 1
    assert story(store, "https://evil.example/x").id == 2


def test_only_the_newest_pages_are_kept(tmp_path: Path) -> None:
    with File(tmp_path / "library.db", page_bytes=100) as store:
        follow(store, ("World", entries(1, 2, 3)))
        for number in (3, 1, 2):
            one = story(store, f"https://a.example/{number}")
            texts.keep_article(at(store, NOW - number * HOUR), one.id, article(one.url, "text"), b"x" * 45)
        assert [stories.lines(store, [story_id])[0].title for story_id in texts.pages(store)] == ["Story 1", "Story 2"]
        assert retention.sizes(store).page_bytes == 90
        check(store)


def test_stories_wait_to_be_downloaded(store: File) -> None:
    follow(store, ("World", (entry(1, content="<p>whole</p>"), *entries(2, 3))))
    marks.mark(store, [story(store, "https://a.example/2").id], read=True)
    waiting = downloads.unread(store, EVERY)
    assert [(job.title, job.content, job.from_url) for job in waiting] == [
        ("Story 1", "", "https://a.example/world/feed"),
        ("Story 3", "", "https://a.example/world/feed"),
    ]
    whole = downloads.job(store, waiting[0].story_id)
    assert whole == replace(waiting[0], content="<p>whole</p>")
    assert [job.title for job in downloads.unread(store, EVERY, 1)] == ["Story 1"]
    queued = downloads.queue(store, "https://b.example/far", from_url="https://a.example/1", title="Far")
    assert queued.queued
    downloads.queue(store, "https://b.example/far")
    downloads.queue(store, "https://a.example/3")
    assert [(job.title, job.from_url) for job in downloads.queued(store)] == [
        ("Far", "https://a.example/1"),
        ("Story 3", "https://a.example/world/feed"),
    ]
    texts.keep_article(store, queued.id, article(queued.url, "text"))
    third = story(store, "https://a.example/3")
    texts.keep_article(store, third.id, article(third.url, "text"))
    assert downloads.queued(store) == ()
    assert not downloads.queue(store, "https://b.example/far").queued
    assert not any(one.queued for one in stories.window(store, EVERY))


# The Guide


def edition(**stories: str) -> tuple[SiteOffer, list[Article]]:
    given = [Entry(title, f"guide:/start/{name}", published=NOW) for name, title in stories.items()]
    texts = [article(one.url, f"{one.title} explained", source="guide") for one in given]
    return SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", Kind.GUIDE, entries=tuple(given)),)), texts


def test_the_guide_is_taken_in_and_replaced_with_marks_kept(store: File) -> None:
    assert guide.site(store).sections == ()
    assert guide.take(store, *edition(a="Welcome", b="Keys", c="Old"), "1") == 3
    assert (guide.version(store), stories.counts(store)) == ("1", Counts(3, 3, 0, 3, 3))
    marks.mark(store, [story(store, "guide:/start/b").id], read=True, starred=True)
    ids = stories.ids_of(store, ["guide:/start/a", "guide:/start/b"])
    assert guide.take(at(store, NOW + HOUR), *edition(a="Welcome back", b="Keys", d="New"), "2") == 3
    assert stories.ids_of(store, ["guide:/start/a", "guide:/start/b"]) == ids
    assert sorted(titles(stories.window(store, StoryFilter(guide=True)))) == ["Keys", "New", "Welcome back"]
    assert found(store, "explained welcome") == ["Welcome back"]
    assert titles(stories.window(store, StoryFilter(starred=True))) == ["Keys"]
    assert guide.version(store) == "2"
    assert sections.sites(store) == ()
    assert [section.unread for section in guide.site(store).sections] == [2]
    assert refreshes.jobs(store) == ()
    assert sections.unfollow(store, [guide.site(store).sections[0].id]) == 0
    assert len(stories.window(store, StoryFilter(guide=True))) == 3
    follow(store, ("World", entries(1)))
    assert titles(stories.window(store, StoryFilter(news=True))) == ["Story 1"] == found(store, "story", news=True)
    assert titles(stories.window(store, EVERY)) == ["Story 1"]
    assert (stories.counts(store).stories, stories.counts(store).guide) == (1, 3)


def test_no_other_site_writes_in_the_guide(store: File) -> None:
    guide.take(store, *edition(a="Welcome"), "1")
    follow(store, ("World", (Entry("Send me money", "guide:/start/a"), Entry("Of mine", "guide:/start/b"))))
    assert titles(stories.window(store, StoryFilter(guide=True))) == ["Welcome"]
    assert stories.window(store, EVERY) == ()


# Searching


@pytest.fixture
def searched(store: File) -> File:
    world = (
        entry(1, title="Ferry strike in Zürich", summary="The strike began", content="<p>Boats stood <b>still</b></p>"),
        entry(2, title="東京で地震", summary="被害はない", published=NOW - timedelta(days=3)),
        entry(3, title="Parliament votes", content="<p>a strike of ferry men</p>", published=NOW - timedelta(days=9)),
    )
    follow(store, ("World", world), ("Sport", (entry(4, title="Strike! says the umpire"),)))
    sections.follow(
        store,
        offer(
            ("News", (entry(5, "https://b.example", title="Strike over"),)), site="https://b.example", name="Gazette"
        ),
    )
    marks.mark(store, stories.ids_of(store, ["https://b.example/5"]), read=True, starred=True)
    return store


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("strike", ["1", "4", "5", "3"]),
        ("STRIKE ferry", ["1", "3"]),
        ("zurich", ["1"]),
        ('"ferry strike"', ["1"]),
        ('"strike ferry"', []),
        ("parl*", ["3"]),
        ("still", ["1"]),
        ("地震", ["2"]),
        ("京で", ["2"]),
        ("害は", ["2"]),
        ("strike site:gazette", ["5"]),
        ("strike site:b.example", ["5"]),
        ('strike section:"sport"', ["4"]),
        ("strike site:nobody", []),
        ("strike since:2d", ["1", "4", "5"]),
        ("since:2026-11-20", ["1", "4", "5", "2"]),
        ("strike is:unread", ["1", "4", "3"]),
        ("strike is:starred", ["5"]),
        ("is:unread section:world", ["1", "2", "3"]),
        ("strike -ferry", ["4", "5"]),
        ("-strike", ["2"]),
        ("-strike is:unread", ["2"]),
        ("headline:strike", ["1", "4", "5"]),
        ("strike before:2d", ["3"]),
        ("strike -is:unread", ["5"]),
        ("strike -is:starred -section:sport", ["1", "3"]),
        ("-site:gazette -site:b.example before:1d", ["2", "3"]),
        ("umpire | parliament", ["4", "3"]),
        ("section:sport | is:starred | 地震", ["4", "5", "2"]),
        ("strike | section:world", ["1", "4", "5", "2", "3"]),
        ("is:starred | !!!", ["5"]),
        ("!!!", []),
        ("   ", ["1", "4", "5", "2", "3"]),
    ],
)
def test_a_search_finds(searched: File, words: str, expected: list[str]) -> None:
    hits = stories.window(searched, StoryFilter(words=words))
    assert [one.url.rpartition("/")[2] for one in hits] == expected
    ranked = stories.window(searched, StoryFilter(words=words, order="relevance"))
    assert sorted(ranked, key=lambda one: one.id) == sorted(hits, key=lambda one: one.id)


def test_relevance_puts_headlines_first(searched: File) -> None:
    ranked = stories.window(searched, StoryFilter(words="strike ferry", order="relevance"))
    assert titles(ranked) == ["Ferry strike in Zürich", "Parliament votes"]
    assert titles(stories.window(searched, StoryFilter(words="strike", order="relevance")))[-1] == "Parliament votes"


def test_snippets_mark_the_words(searched: File) -> None:
    assert stories.window(searched, StoryFilter(words="still"))[0].snippet == "Boats stood \x02still\x03"
    assert stories.window(searched, StoryFilter(words="地震"))[0].snippet == "東京で\x02地震\x03"
    assert (
        stories.lines(searched, stories.order(searched, EVERY, 1), "zurich")[0].snippet
        == "Ferry strike in \x02Zürich\x03"
    )
    assert stories.window(searched, StoryFilter(words="is:unread"))[0].snippet == ""


@pytest.mark.parametrize("beginning", ["harb*", "harbo*", "HARBOUR*", "harbour*", "harbourm*", "harbourz*"])
@pytest.mark.parametrize("many", [20, 300])
def test_a_beginning_finds_every_word_that_begins_so(store: File, beginning: str, many: int) -> None:
    words = [
        "harbour",
        "harbours",
        "Hárbourmaster",
        "harbor",
        "arbour",
        *(f"harbour{number}" for number in range(many)),
    ]
    follow(store, ("World", tuple(entry(number, title=word) for number, word in enumerate(words))))
    naive = [word for word in words if word.replace("á", "a").lower().startswith(beginning[:-1].lower())]
    hits = stories.window(store, StoryFilter(words=f"{beginning}"), 0)
    assert titles(hits) == naive
    assert [one.snippet for one in hits] == [f"\x02{word}\x03" for word in naive]
    assert found(store, f"{beginning} arbour") == []


@given(words=st.text(st.one_of(st.sampled_from('"*:(){}^+-~ \x00\n东NEARandOR'), st.characters())))
@trials(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_a_bad_query(searched: File, words: str) -> None:
    for typed in (words, f"{words} strike", f"site:{words}", f"section:{words} {words}*", f'"{words}'):
        stories.window(searched, StoryFilter(words=typed))
    stories.window(searched, StoryFilter(words=words, order="relevance"))


def test_similar_stories_share_rare_words(store: File) -> None:
    follow(
        store,
        (
            "World",
            (
                *(entry(number, title=f"Minister speaks about budget {number}") for number in range(20, 40)),
                entry(1, title="Volcano erupts near Reykjavik", summary="Lava reaches the harbour"),
                entry(2, title="Harbour closed as lava flows", summary="The volcano is still active"),
                entry(3, title="Reykjavik volcano: flights cancelled"),
                entry(4, title="Volcano film wins prize"),
            ),
        ),
    )
    similar = titles(stories.similar(store, story(store, "https://a.example/1").id))
    assert similar == ["Harbour closed as lava flows", "Reykjavik volcano: flights cancelled"]
    assert stories.similar(store, 99) == ()


# Settings and size


def test_settings_are_kept(store: File, tmp_path: Path) -> None:
    assert settings.setting(store, "session") == ""
    settings.keep_setting(store, "session", "{}")
    settings.keep_setting(store, "session", "{1}")
    with File(tmp_path / "library.db", readonly=True) as reader:
        assert settings.setting(reader, "session") == "{1}"


def test_a_reader_sees_what_another_connection_wrote(store: File, tmp_path: Path) -> None:
    with File(tmp_path / "library.db", readonly=True) as reader:
        before = reader.data_version()
        assert reader.data_version() == before
        follow(store, ("World", entries(1)))
        assert reader.data_version() != before
        assert stories.counts(reader).stories == 1
        with pytest.raises(StoreError, match="read-only"):
            settings.keep_setting(reader, "a", "b")


def test_tidying_says_what_it_removes_and_leaves_what_was_touched(store: File) -> None:
    (section,) = follow(store, ("World", entries(*range(1, 9)))).added
    ids = {number: story(store, f"https://a.example/{number}").id for number in range(1, 9)}
    marks.mark(store, [ids[1]], starred=True)
    marks.mark(store, [ids[2]], read=True)
    downloads.queue(store, "https://a.example/3")
    marks.keep_place(store, ids[4], 1, 1)
    texts.keep_article(store, ids[5], article("https://a.example/5", "text"), b"x" * 50_000)
    refreshes.keep(store, Gathered(section.id, entries(6)))
    marks.mark_all_read(store, EVERY)
    assert retention.plan(at(store, NOW + timedelta(days=365))) == ()
    plan = retention.plan(at(store, NOW + timedelta(days=366)))
    assert [(part.what, part.count) for part in plan] == [("stories", 3), ("pages", 1), ("log", 9)]
    assert plan[0].bytes > 50_000
    assert all(part.reason for part in plan)
    size = retention.sizes(store).bytes
    freed = retention.tidy(store, plan)
    assert freed > 40_000
    assert retention.sizes(store).bytes == size - freed
    assert sorted(titles(stories.window(store, EVERY))) == ["Story 1", "Story 2", "Story 3", "Story 4", "Story 6"]
    assert retention.sizes(store).marks == 8


# What can go wrong


def test_what_is_no_library_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"not a database " * 1000)
    with pytest.raises(StoreError, match="not a library"):
        File(path)
    with pytest.raises(StoreError, match="no library"):
        File(tmp_path / "missing.db", readonly=True)
    with pytest.raises(StoreError, match="cannot be made"):
        File(path / "below" / "library.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        File(tmp_path)


def test_a_damaged_library_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as store:
        follow(store, ("World", entries(*range(200))))
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xa5" * (len(damaged) - 8192)
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match="damaged"), File(path) as store:
        stories.window(store, EVERY)


def test_a_library_in_use_says_so(store: File, tmp_path: Path) -> None:
    with File(tmp_path / "library.db", clock=lambda: NOW) as other:
        other._db.execute("PRAGMA busy_timeout = 0")
        store._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program"):
            settings.keep_setting(other, "a", "b")
        assert stories.counts(other) == Counts()
        store._db.execute("COMMIT")
        settings.keep_setting(other, "a", "b")


def test_a_full_disk_loses_nothing_that_was_kept(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    many = tuple(entry(number, content="<p>" + os.urandom(2000).hex()) for number in range(100, 150))
    with pytest.raises(StoreError, match="disk is full"):
        refreshes.keep(store, Gathered(section.id, many))
    check(store)
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2"]
    store._db.execute("PRAGMA max_page_count = 1000000")
    assert refreshes.keep(store, Gathered(section.id, many)) == 50


def test_a_mistake_of_our_own_is_not_a_sentence(store: File) -> None:
    with pytest.raises(sqlite3.OperationalError), store.writing() as db:
        db.execute("SELECT nothing FROM nowhere")
    assert stories.counts(store) == Counts()


WRITER = """
import sys
from pathlib import Path
from tui.model import Entry, Gathered
from tui.storage import marks, refreshes
from tui.storage.file import File
with File(Path(sys.argv[1])) as store:
    for turn in range(100_000):
        given = tuple(Entry(f"Turn {turn}", f"https://a.example/{turn}/{n}", content="<p>words of it</p>" * 50) for n in range(20))
        refreshes.keep(store, Gathered(1, given))
        marks.mark(store, [turn * 20 + 1], read=True)
        print(turn, flush=True)
"""


def test_a_killed_writer_leaves_whole_refreshes(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as store:
        follow(store, ("World", ()))
    for _ in range(3):
        with File(path) as store:
            before = stories.counts(store).stories
        root = Path(__file__).parent.parent.parent
        with subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, cwd=root) as writer:
            assert writer.stdout is not None
            told = [int(writer.stdout.readline()) for _ in range(8)]
            writer.send_signal(signal.SIGKILL)
        with File(path) as store:
            check(store)
            assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            after = stories.counts(store).stories
            assert after % 20 == 0
            assert after >= before
            assert {f"Turn {turn}" for turn in told} <= set(titles(stories.window(store, EVERY, 0)))


def test_two_processes_may_begin_a_library_at_once(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from tui.storage.file import File; File(Path(sys.argv[1])).close()"
    root = Path(__file__).parent.parent.parent
    begun = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path / "library.db"], cwd=root, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for process in begun:
        assert process.communicate()[1] == b""
        assert process.returncode == 0
    with File(tmp_path / "library.db") as store:
        assert stories.counts(store) == Counts()


# Everything at once, against a plain model


VOCABULARY = ("anchor", "beacon", "canal", "delta")
SITES = ("https://a.example", "https://b.example")
PAPERS = {"a1": 0, "a2": 0, "b1": 1}
NUMBERS = st.lists(st.integers(0, 7), min_size=0, max_size=5, unique=True)


class Known:
    """What the model knows of a story."""

    def __init__(self, title: str, home: str, moment: datetime) -> None:
        self.title, self.home, self.moment = title, home, moment
        self.article = ""
        self.stands: set[str] = set()


class Library(RuleBasedStateMachine):
    """Random lives of a library: what it answers is what a plain dictionary would."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = File(self.folder / "library.db", clock=lambda: self.now)
        self.reader = File(self.folder / "library.db", readonly=True)
        self.now = NOW
        self.sections: dict[str, int] = {}
        self.archived: dict[str, int] = {}
        self.stories: dict[str, Known] = {}
        self.marks: dict[str, tuple[bool, bool, bool]] = {}
        self.offered: dict[tuple[str, str], str] = {}

    def teardown(self) -> None:
        if hasattr(self, "store"):
            check(self.store)
            self.reader.close()
            self.store.close()
            shutil.rmtree(self.folder)

    @rule(name=st.sampled_from(sorted(PAPERS)))
    def follow(self, name: str) -> None:
        site = SITES[PAPERS[name]]
        followed = sections.follow(self.store, SiteOffer(site, site, (Offer(name, f"{site}/{name}/feed"),)))
        if name in self.sections:
            assert followed.added == ()
            return
        self.sections[name] = followed.added[0].id
        assert self.archived.pop(name, self.sections[name]) == self.sections[name]

    @precondition(lambda self: self.sections)
    @rule(data=st.data(), a=NUMBERS, b=NUMBERS, word=st.sampled_from(VOCABULARY), hours=st.integers(-3, 40))
    def refresh(self, data: st.DataObject, a: list[int], b: list[int], word: str, hours: int) -> None:
        name = data.draw(st.sampled_from(sorted(self.sections)))
        self.now += timedelta(minutes=7)
        site = SITES[PAPERS[name]]
        given, new = [], 0
        for own, numbers in enumerate((a, b)):
            for number in numbers:
                published = self.now - timedelta(hours=hours + number) if number % 3 else None
                url, content = f"{SITES[own]}/{number}", f"<p>the&nbsp;<b>{word}</b>s <i>{number}</i></p>"
                told = text.words(content) if number % 2 else ""
                given.append(
                    Entry(
                        f"{word} {number} of {SITES[own]}",
                        url,
                        f"{SITES[own]} {number}",
                        "",
                        content,
                        published=published,
                        words=told,
                    )
                )
        for entry in given:
            moment = min(entry.published or self.now, self.now)
            known = self.stories.get(entry.url)
            if known is None:
                known = self.stories[entry.url] = Known(entry.title, site, moment)
                new += 1
            elif self.offered.get((name, entry.url)) != f"{entry.title} {entry.published}":
                if address.same_site(entry.url, site):
                    known.home = site
                if known.home == site:
                    known.title = entry.title
            known.stands.add(name)
            self.offered[name, entry.url] = f"{entry.title} {entry.published}"
        assert refreshes.keep(self.store, Gathered(self.sections[name], tuple(given))) == new

    @precondition(lambda self: self.stories)
    @rule(data=st.data(), read=st.sampled_from([None, True, False]), starred=st.sampled_from([None, True, False]))
    def mark(self, data: st.DataObject, read: bool | None, starred: bool | None) -> None:
        urls = data.draw(st.lists(st.sampled_from(sorted(self.stories)), min_size=1, max_size=3, unique=True))
        changed = 0
        for url in urls:
            was_read, was_starred, _ = self.marks.get(url, (False, False, False))
            now_read = was_read if read is None else read
            now_starred = was_starred if starred is None else starred
            changed += (was_read, was_starred) != (now_read, now_starred)
            self.marks[url] = (now_read, now_starred, True)
        assert marks.mark(self.store, stories.ids_of(self.store, urls), read=read, starred=starred) == changed

    @precondition(lambda self: self.sections)
    @rule(data=st.data())
    def mark_all(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.sections)))
        changed = 0
        for url, known in self.stories.items():
            read, starred, touched = self.marks.get(url, (False, False, False))
            if name in known.stands and not read:
                self.marks[url] = (True, starred, touched)
                changed += 1
        assert marks.mark_all_read(self.store, StoryFilter(section_id=self.sections[name])) == changed

    @precondition(lambda self: self.stories)
    @rule(data=st.data(), word=st.sampled_from(VOCABULARY))
    def read(self, data: st.DataObject, word: str) -> None:
        url = data.draw(st.sampled_from(sorted(self.stories)))
        self.stories[url].article = word
        texts.keep_article(self.store, url, article(url, f"all of the {word}"))

    @precondition(lambda self: self.sections)
    @rule(data=st.data())
    def unfollow(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.sections)))
        self.archived[name] = self.sections.pop(name)
        assert sections.unfollow(self.store, [self.archived[name]]) == 1

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = File(self.folder / "library.db", clock=lambda: self.now)

    def listed(self, filter: StoryFilter) -> list[str]:
        ids = stories.order(self.reader, filter)
        listed = stories.lines(self.reader, ids)
        assert len(listed) == len(ids)
        moments = [self.stories[one.url].moment for one in listed]
        assert moments == sorted(moments, reverse=True)
        return sorted(one.url for one in listed)

    @invariant()
    def answers(self) -> None:
        if not hasattr(self, "store"):
            return
        none = (False, False, False)
        live = {url for url, known in self.stories.items() if not known.stands or known.stands & self.sections.keys()}
        unread = {url for url in live if not self.marks.get(url, none)[0]}
        starred = {url for url in self.stories if self.marks.get(url, none)[1]}
        kept = sum(bool(known.article) for known in self.stories.values())
        assert stories.counts(self.reader) == Counts(len(live), len(unread), len(starred), kept=kept)
        assert self.listed(EVERY) == sorted(live)
        assert self.listed(StoryFilter(unread=True)) == sorted(unread)
        assert self.listed(StoryFilter(starred=True)) == sorted(starred)
        known = {section.name: section for section in sections.sections(self.reader)}
        assert {name: section.id for name, section in known.items()} == self.sections
        for name, section in known.items():
            here = {url for url, one in self.stories.items() if name in one.stands}
            assert (section.stories, section.unread) == (len(here), len(here & unread))
            assert self.listed(StoryFilter(section_id=section.id)) == sorted(here)
            assert self.listed(StoryFilter(section_id=section.id, unread=True)) == sorted(here & unread)
        for site in sections.sites(self.reader):
            here = {url for url, known in self.stories.items() if known.stands & {one.name for one in site.sections}}
            assert self.listed(StoryFilter(site_id=site.id)) == sorted(here)
        for word in VOCABULARY:
            naive = {url for url, known in self.stories.items() if word in f"{known.title} {known.article}"}
            assert self.listed(StoryFilter(words=word)) == sorted(naive)
            assert self.listed(StoryFilter(words=f"{word} is:unread")) == sorted(naive & unread)


TestLibrary = Library.TestCase
TestLibrary.settings = trials(max_examples=25, stateful_step_count=20, deadline=None)


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
