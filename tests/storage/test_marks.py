"""Marks: counted, logged, and kept for longer than the story."""

from tests.storage.paper import EVERY, entries, entry, follow, titles
from tui.jobs import Gathered
from tui.model import Counts, StoryFilter
from tui.storage import actions, marks, refreshes, sections, stories
from tui.storage.file import File


def test_marks_outlive_their_story(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    marks.mark_all_read(store, StoryFilter(section_id=section.id))
    sections.unfollow(store, [section.id])
    assert stories.counts(store) == Counts()
    (section,) = follow(store, ("World", entries(1, 2, 3))).added
    refreshes.keep(store, Gathered(section.id, entries(1, 2, 3)))
    assert [one.read for one in stories.window(store, EVERY)] == [True, True, False]


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
    assert log[1:] == [("read and star", 2), ("unstar", 1), ("read", 2), ("unread", 1)]


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
