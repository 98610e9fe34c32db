"""Which stories are in no list of all stories: the bits of `hidden`, and counts that follow them."""

import pytest

from tests.storage.events_paper import VOTE, arrive, together
from tests.storage.paper import EVERY, NOW, check, entries, follow
from tui.jobs import Gathered
from tui.model import Entry, Offer, SiteOffer
from tui.saved import Acts
from tui.storage import arrivals, guide, refreshes, searches, sections, stories, visibility
from tui.storage.file import File
from tui.storage.grouping import Window


def bits(store: File) -> list[int]:
    with store.reading() as db:
        return [row[0] for row in db.execute("SELECT hidden FROM stories ORDER BY rank DESC")]


def test_a_story_is_quiet_where_all_its_sections_are(store: File) -> None:
    world, sport = (section.id for section in follow(store, ("World", entries(1, 2)), ("Sport", entries(2, 3))).added)
    sections.unfollow(store, [world])
    assert bits(store) == [visibility.QUIET, 0, 0]
    sections.mute(store, [sport])
    assert bits(store) == [visibility.QUIET] * 3
    assert stories.order(store, EVERY).tolist() == []
    sections.mute(store, [sport], muted=False)
    assert bits(store) == [visibility.QUIET, 0, 0]


@pytest.mark.parametrize("read", [0, 1])
@pytest.mark.parametrize("before", range(8))
@pytest.mark.parametrize("after", [0, 1, 2, 5])
def test_counts_follow_every_change_of_the_bits(store: File, read: int, before: int, after: int) -> None:
    """The fixture compares the counters with a count when this is over."""
    follow(store, ("World", entries(1, 2)))
    with store.writing() as db:
        db.execute(
            "INSERT INTO marks (identity, read, starred, later, changed) SELECT identity, ?, 1, 1, 0 FROM stories",
            (read,),
        )
        db.execute("UPDATE stories SET read = ?, starred = 1, later = 1 WHERE id = 1", (read,))
        db.execute("UPDATE stories SET read = ?, starred = 1, later = 1 WHERE id = 2", (read,))
        db.execute("UPDATE stories SET hidden = ? WHERE id = 1", (before,))
        db.execute("UPDATE stories SET hidden = ? WHERE id = 1", (after,))
    check(store)
    with store.writing() as db:
        db.execute("UPDATE marks SET read = 1 - read")
        db.execute("UPDATE stories SET read = 1 - read")


def test_what_stands_under_another_row_is_in_no_list_until_it_has_a_row_of_its_own_again(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    first, second, third = stories.order(store, EVERY)
    with store.writing() as db:
        visibility.fold(db, first, [second, third])
    assert bits(store) == [0, visibility.FOLDED, visibility.FOLDED]
    assert stories.order(store, EVERY).tolist() == [first]
    with store.writing() as db:
        visibility.unfold(db, [second])
        assert db.execute("SELECT * FROM folded").fetchall() == [(third, first)]
    assert bits(store) == [0, 0, visibility.FOLDED]
    with store.writing() as db:
        visibility.unfold_under(db, [first, second])
        assert db.execute("SELECT * FROM folded").fetchall() == []
    assert stories.order(store, EVERY).tolist() == [first, second, third]


def test_of_some_stories_a_mute_hides_those_it_finds_and_no_others(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    first, second, third = stories.order(store, EVERY)
    with store.writing() as db:
        visibility.mute(db, [first, second], {second})
        assert bits(store) == [0, visibility.MUTED, 0]
        visibility.mute(db, [second, third], {third})
        assert bits(store) == [0, 0, visibility.MUTED]
        ranks = [rank for (rank,) in db.execute("SELECT rank FROM stories")]
        assert visibility.muted_among(db, ranks) == 1
        assert visibility.muted_among(db, []) == 0
        visibility.mute(db, [third], set())
    assert bits(store) == [0, 0, 0]


def test_what_a_mute_hides_stands_for_nothing(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    first, second, third = stories.order(store, EVERY)
    with store.writing() as db:
        visibility.fold(db, first, [second])
        visibility.mute(db, [first], {first})
    assert bits(store) == [visibility.MUTED, 0, 0]
    assert stories.order(store, EVERY).tolist() == [second, third]


def test_what_comes_into_a_section_is_as_quiet_as_it_is(store: File) -> None:
    world, sport = (section.id for section in follow(store, ("World", entries(1)), ("Sport", ())).added)
    sections.mute(store, [sport])
    refreshes.keep(store, Gathered(sport, entries(1, 2)))
    assert bits(store) == [0, visibility.QUIET]
    sections.unfollow(store, [world])
    assert bits(store) == [visibility.QUIET] * 2
    sections.mute(store, [sport], muted=False)
    sections.mute(store, [sport])
    third = follow(store, ("Arts", entries(2))).added
    assert third and bits(store) == [visibility.QUIET, 0]


def test_a_mute_that_goes_takes_its_own_bit_alone(store: File) -> None:
    (world,) = follow(store, ("World", entries(1, 2))).added
    mute = searches.save(store, "Ones", '"Story 1"', "mute")
    sections.unfollow(store, [world.id])
    assert bits(store) == [visibility.MUTED | visibility.QUIET, visibility.QUIET]
    searches.drop(store, mute.id)
    assert bits(store) == [visibility.QUIET] * 2


def test_only_mutes_that_are_to_reach_a_whole_event_do(store: File) -> None:
    arrive(store, VOTE)
    together(store, Window())
    searches.save(store, "Votes", "vote | parliament", "mute")
    with store.reading() as db:
        assert visibility.muted_events(db) == frozenset()
    searches.save(store, "Votes", "vote | parliament", "mute", Acts(event=True))
    with store.reading() as db:
        events = frozenset(each for (each,) in db.execute("SELECT event_id FROM tellings"))
        assert visibility.muted_events(db) == events and len(events) == 1


def test_a_story_of_no_section_stays_as_it_is_whatever_becomes_of_others(store: File) -> None:
    (world,) = follow(store, ("World", entries(2))).added
    with store.writing() as db:  # as an import that was taken back leaves it
        alone = arrivals.visit(db, "https://elsewhere.example/1", "Kept elsewhere", NOW)
        db.execute("UPDATE stories SET hidden = ? WHERE id = ?", (visibility.QUIET, alone))
    sections.unfollow(store, [world.id])
    assert bits(store) == [visibility.QUIET, visibility.QUIET]
    sections.mute(store, [world.id])
    follow(store, ("World", ()))
    sections.mute(store, [world.id], muted=False)
    assert bits(store) == [visibility.QUIET, 0]


@pytest.mark.parametrize("how", ["left", "muted by its words"])
def test_where_a_row_is_in_no_list_what_it_stood_for_is(store: File, how: str) -> None:
    world, sport = follow(store, ("World", entries(1)), ("Sport", entries(2))).added
    first, second = stories.order(store, EVERY)
    with store.writing() as db:
        visibility.fold(db, first, [second])
    assert stories.order(store, EVERY).tolist() == [first]
    if how == "left":
        sections.unfollow(store, [world.id])
    else:
        searches.save(store, "Ones", '"Story 1"', "mute")
    assert stories.order(store, EVERY).tolist() == [second]
    assert sport.id


def test_no_mute_hides_a_page_of_the_guide(store: File) -> None:
    page = Entry("Story of the Guide", "guide:/start/1", published=NOW)
    guide.take(store, SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", entries=(page,)),)), (), "1")
    follow(store, ("World", entries(1)))
    with store.writing() as db:
        both = {each for (each,) in db.execute("SELECT id FROM stories")}
        visibility.mute(db, both, both)
    assert bits(store) == [0, visibility.MUTED]
    searches.save(store, "All", "story", "mute")
    with store.writing() as db:  # as an older library may have it
        db.execute("INSERT INTO matched SELECT searches.id, stories.id, 1 FROM searches, stories WHERE guide = 1")
        visibility.settle_mutes(db)
    assert bits(store) == [0, visibility.MUTED]
