"""Retention says what it would remove, and never removes what a person touched."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.moments import at
from tests.storage.paper import EVERY, NOW, article, entries, entry, follow, story, titles
from tui.errors import AskError
from tui.jobs import Gathered
from tui.storage import actions, downloads, marks, refreshes, retention, sections, stories, tags, texts
from tui.storage.file import File
from tui.storage.sql import seconds_of
from tui.values import replace


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
    assert retention.plan(at(store, NOW + timedelta(days=180))) == ()
    plan = retention.plan(at(store, NOW + timedelta(days=181)))
    assert [(part.what, part.count) for part in plan] == [("stories", 3), ("pages", 1), ("log", 9)]
    assert plan[0].bytes > 50_000
    assert all(part.reason for part in plan)
    size = retention.sizes(store).bytes
    freed = retention.tidy(store, plan)
    assert freed > 40_000
    assert retention.sizes(store).bytes == size - freed
    assert sorted(titles(stories.window(store, EVERY))) == ["Story 1", "Story 2", "Story 3", "Story 4", "Story 6"]
    assert retention.sizes(store).marks == 8


def test_a_mark_outlives_the_story_that_is_tidied_away(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    marks.mark_all_read(store, EVERY)
    refreshes.keep(store, Gathered(section.id, entries(2)))
    retention.tidy(store, retention.plan(at(store, NOW + timedelta(days=181))))
    assert titles(stories.window(store, EVERY)) == ["Story 2"]
    refreshes.keep(store, Gathered(section.id, entries(1, 2, 3)))
    assert {one.title: one.read for one in stories.window(store, EVERY)} == {
        "Story 1": True,
        "Story 2": True,
        "Story 3": False,
    }


def test_a_story_that_was_read_with_a_whole_list_and_opened_later_is_kept(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    marks.mark_all_read(store, EVERY)
    marks.mark(
        store, stories.ids_of(store, ["https://a.example/1"]), read=True
    )  # it was opened: nothing changed but that
    refreshes.keep(store, Gathered(section.id, entries(3)))
    later = at(store, NOW + timedelta(days=400))
    retention.tidy(later, retention.plan(later))
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 3"]


def test_what_was_touched_is_touched_no_more_when_it_is_taken_back(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    marks.mark(store, stories.ids_of(store, ["https://a.example/1"]), read=True)
    actions.undo(store)
    refreshes.keep(store, Gathered(section.id, entries(3)))
    later = at(store, NOW + timedelta(days=400))
    retention.tidy(later, retention.plan(later))
    assert titles(stories.window(store, EVERY)) == ["Story 3"]


def test_a_feeds_own_text_goes_once_the_article_is_kept_and_nothing_younger_does(store: File) -> None:
    long = "<p>All of it.</p>" * 50
    follow(store, ("World", (entry(1, content=long), entry(2, content=long))))
    kept = story(store, "https://a.example/1").id
    marks.mark(store, [1, 2], starred=True)
    texts.keep_article(store, kept, article("https://a.example/1", "text"))
    later = at(store, NOW + timedelta(days=181))
    plan = retention.plan(later)
    assert [(part.what, part.count) for part in plan] == [("contents", 1), ("log", 2)]
    retention.tidy(later, plan)
    with store.reading() as db:
        assert db.execute("SELECT story_id FROM contents").fetchall() == [(3 - kept,)]
    assert texts.article(store, kept) is not None
    assert retention.plan(later) == ()


def test_the_log_is_kept_for_as_long_as_is_asked_for_and_marks_for_longer(store: File) -> None:
    follow(store, ("World", entries(1, 2)))
    marks.mark(store, [1], starred=True)
    marks.mark(at(store, NOW + timedelta(days=2)), [2], starred=True)
    third = at(store, NOW + timedelta(days=3))
    assert retention.plan(third, 3) == ()
    plan = retention.plan(third, 2)
    assert [(part.what, part.count) for part in plan] == [("log", 1)]
    retention.tidy(third, plan)
    assert [act.verb for act in actions.history(store)] == ["star"]
    assert len(stories.window(store, replace(EVERY, starred=True))) == 2


def test_old_pages_go_and_their_articles_stay(store: File) -> None:
    follow(store, ("World", entries(1, 2)))
    texts.keep_article(store, 1, article("https://a.example/1", "text"), b"x" * 1000)
    texts.keep_article(at(store, NOW + timedelta(days=1)), 2, article("https://a.example/2", "text"), b"y" * 10)
    marks.mark(store, [1, 2], starred=True)
    later = at(store, NOW + timedelta(days=181))
    (pages, *_) = plan = retention.plan(later)
    assert (pages.what, pages.count, pages.bytes) == ("pages", 1, 1000)
    retention.tidy(later, plan)
    assert texts.page(store, 1) is None or texts.page(store, 1) == b""
    assert texts.article(store, 1) is not None
    assert (retention.sizes(store).pages, retention.sizes(store).page_bytes) == (1, 10)  # just not old enough


def test_what_is_still_offered_is_not_old_unless_its_section_is_left(store: File) -> None:
    (section,) = follow(store, ("World", entries(1))).added
    later = at(store, NOW + timedelta(days=181))
    assert retention.plan(later) == ()
    sections.unfollow(store, [section.id])
    assert ("stories", 1) in [(part.what, part.count) for part in retention.plan(later)]


def test_space_goes_back_to_the_disk_at_once(store: File) -> None:
    (section,) = follow(store, ("World", tuple(entry(n, content="<p>" + "x" * 20_000) for n in range(1, 40)))).added
    refreshes.keep(store, Gathered(section.id, entries(50)))
    with store.reading() as db:
        path = Path(db.execute("PRAGMA database_list").fetchone()[2])
    later = at(store, NOW + timedelta(days=181))
    retention.tidy(later, retention.plan(later))
    assert path.with_name(path.name + "-wal").stat().st_size == 0
    assert titles(stories.window(store, EVERY)) == ["Story 50"]


@pytest.mark.parametrize("days", [-1, 36_501, 10**12])
def test_days_that_no_library_has_are_a_sentence(store: File, days: int) -> None:
    with pytest.raises(AskError, match=f"{days} days is not 0 to 36,500 days"):
        retention.plan(store, days)
    assert retention.plan(store, 36_500) == ()


def test_all_of_before_this_moment_may_be_asked_to_go(store: File) -> None:
    follow(store, ("World", entries(1)))
    marks.mark(store, [1], starred=True)
    assert retention.plan(store, 0) == ()
    later = at(store, NOW + timedelta(seconds=1))
    assert [(part.what, part.count) for part in retention.plan(later, 0)] == [("log", 1)]


@pytest.mark.parametrize("tagged", [True, False])
def test_what_was_tagged_or_noted_stays_though_a_star_on_it_is_taken_back(store: File, tagged: bool) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    first = story(store, "https://a.example/1").id
    marks.mark(store, [first], starred=True)
    with store.writing() as db:  # on another machine, which is no act of this one's
        if tagged:
            tags.put(db, first, "ports", seconds_of(NOW))
        else:
            db.execute("INSERT INTO notes SELECT id, 'mine', changed FROM marks")
    actions.undo(store)
    refreshes.keep(store, Gathered(section.id, ()))
    retention.tidy(store, retention.plan(at(store, NOW + timedelta(days=181))))
    assert titles(stories.window(store, EVERY)) == ["Story 1"]
