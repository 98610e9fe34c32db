"""What a person kept elsewhere comes in once, with its marks, and goes back out as one act."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.storage.paper import EVERY, NOW, article, entries, entry, offer, story, titles
from tui.model import CachedFeed, CachedStory, SavedStory, StoryFilter
from tui.storage import actions, downloads, imports, marks, sections, stories, tags, texts
from tui.storage.file import File

A = "https://a.example"
SAVED = (
    SavedStory(f"{A}/x", "Unread there", datetime(2024, 5, 1, tzinfo=UTC), later=True, tags=("sea", "long")),
    SavedStory(f"{A}/y", "Read there", read=True, starred=True, note="My words", content="<p>Its text</p>"),
    SavedStory(f"{A}/1", "Known here", later=True, tags=("sea",)),
)


@pytest.fixture(autouse=True)
def paper(store: File) -> None:
    sections.follow(store, offer(("News", entries(1, 2))))


def test_all_of_it_is_taken_over(store: File) -> None:
    found = imports.take(store, SAVED, "Pocket")
    assert (found.stories, found.known, found.read, found.starred, found.later) == (2, 1, 1, 1, 2)
    assert (found.tagged, found.noted) == (3, 1)
    unread, read, known = (story(store, each.url) for each in SAVED)
    assert unread.later and unread.queued and unread.tags == ("long", "sea") and unread.seen == SAVED[0].saved
    assert read.read and read.starred and tags.note(store, read.id) == "My words"
    assert texts.content(store, read.id) == "<p>Its text</p>" and known.title == "Story 1" and known.later
    assert titles(stories.window(store, StoryFilter(words="its text"))) == ["Read there"]


def test_a_second_time_nothing_changes(store: File) -> None:
    imports.take(store, SAVED, "Pocket")
    before = actions.history(store)
    again = imports.take(store, SAVED, "Pocket")
    assert (again.stories, again.known) == (0, 3)
    assert (again.read, again.starred, again.later, again.tagged, again.noted) == (0, 0, 0, 0, 0)
    assert actions.history(store) == before and len(downloads.queued(store)) == 2


def test_what_a_person_did_here_stands(store: File) -> None:
    imports.take(store, SAVED, "Pocket")
    ids = [story(store, each.url).id for each in SAVED]
    marks.mark(store, ids[:1], read=True, later=False)
    tags.keep_note(store, ids[1], "Better words")
    imports.take(store, SAVED, "Pocket")
    assert not story(store, SAVED[0].url).later and tags.note(store, ids[1]) == "Better words"


def test_it_is_one_act_and_can_be_taken_back(store: File) -> None:
    before = stories.window(store, EVERY), stories.counts(store)
    imports.take(store, SAVED, "Pocket")
    after = stories.window(store, EVERY), stories.counts(store), tags.every(store)
    assert len(after[0]) == 4
    action, _ = actions.history(store)
    assert (action.verb, action.what, action.stories) == ("import", "Pocket", 3)
    actions.undo(store)
    assert (stories.window(store, EVERY), stories.counts(store)) == before
    assert tags.every(store) == ()
    actions.redo(store)
    assert (stories.window(store, EVERY), stories.counts(store), tags.every(store)) == after


def test_taken_back_and_taken_in_again_its_stories_are_listed_again(store: File) -> None:
    imports.take(store, SAVED, "Pocket")
    actions.undo(store)
    found = imports.take(store, SAVED, "Pocket")
    assert found.known == 3 and len(stories.window(store, EVERY)) == 4


def test_a_story_that_comes_from_tomorrow_comes_now(store: File) -> None:
    imports.take(store, [SavedStory(f"{A}/z", saved=datetime(2099, 1, 1, tzinfo=UTC))])
    assert story(store, f"{A}/z").seen == NOW


def test_what_fails_leaves_nothing(store: File, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stories.window(store, EVERY), stories.counts(store), actions.history(store)
    monkeypatch.setattr(tags, "tag", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        imports.take(store, SAVED)
    assert (stories.window(store, EVERY), stories.counts(store), actions.history(store)) == before


def test_ten_thousand_tags_cost_no_more_than_ten_thousand_times_one(store: File) -> None:
    many = [SavedStory(f"{A}/many/{n}", tags=("sea",)) for n in range(2000)]
    imports.take(store, many)
    with store.reading() as db:
        kept = db.execute("SELECT sum(length(rows)) FROM actions").fetchone()[0]
    assert kept < 2000 * 400
    assert actions.undo(store) and tags.every(store) == ()


def cached(number: int, **given: Any) -> CachedStory:
    return CachedStory(entry(number), **given)


def test_what_another_reader_has_of_a_feed_comes_into_its_section(store: File) -> None:
    feed = "https://a.example/news/feed"
    has = (cached(1, read=True), cached(2, flags="s"), cached(7), cached(8, read=True, flags="ab"))
    elsewhere = CachedFeed("https://unknown.example/feed", "", (cached(9),))
    found = imports.take_feeds(store, [CachedFeed(feed, "", has), elsewhere], "newsboat")
    assert (found.stories, found.read, found.starred, found.tagged) == (2, 2, 2, 2)
    shown = {one.title: (one.read, one.starred, one.tags) for one in stories.window(store, EVERY)}
    assert shown == {
        "Story 1": (True, False, ()),
        "Story 2": (False, True, ()),
        "Story 7": (False, False, ()),
        "Story 8": (True, True, ("flag a", "flag b")),
    }
    with store.reading() as db:
        touched = "SELECT title, touched FROM stories JOIN marks USING (identity) ORDER BY title"
        assert db.execute(touched).fetchall() == [("Story 1", 0), ("Story 2", 1), ("Story 8", 1)]
    (action, _) = actions.history(store)
    assert (action.verb, action.what) == ("import", "newsboat")


def test_only_what_is_not_here_yet_waits_to_be_downloaded(store: File) -> None:
    kept = story(store, f"{A}/1")
    texts.keep_article(store, kept.id, article(kept.url, "text"))
    downloads.queue(store, f"{A}/2")
    saved = [SavedStory(f"{A}/{number}", later=True) for number in (1, 2, 3)]
    assert imports.take(store, saved).later == 3
    assert sorted((job.url, job.trusted) for job in downloads.queued(store)) == [(f"{A}/2", False), (f"{A}/3", True)]


def test_of_tags_without_end_the_first_are_taken(store: File) -> None:
    many = tuple(f"tag {number:02}" for number in range(60))
    assert imports.take(store, [SavedStory(f"{A}/x", tags=many)]).tagged == 50
    assert story(store, f"{A}/x").tags == many[:50]
