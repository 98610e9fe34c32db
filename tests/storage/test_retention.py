"""Retention says what it would remove, and never removes what a person touched."""

from datetime import timedelta

from tests.moments import at
from tests.storage.paper import EVERY, NOW, article, entries, follow, story, titles
from tui.jobs import Gathered
from tui.storage import actions, downloads, marks, refreshes, retention, stories, texts
from tui.storage.file import File


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
