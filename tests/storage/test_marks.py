"""Marks: counted, logged, and kept for longer than the story."""

from tests.storage.events_paper import VOTE, arrive, ids_by_title, together
from tests.storage.paper import EVERY, HOUR, NOW, entries, entry, follow, is_durable, story, titles
from tui.jobs import Gathered
from tui.model import Counts, StoryFilter
from tui.storage import actions, marks, refreshes, sections, stories, visibility
from tui.storage.actions import READ, STARRED, Act
from tui.storage.file import File
from tui.storage.grouping import Window
from tui.values import replace


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


def read(store: File) -> list[str]:
    """The stories that are read, newest first."""
    return [one.title for one in stories.window(store, EVERY) if one.read]


def test_a_part_of_a_list_as_it_stands_is_marked(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3, 4, 5)))
    third = story(store, "https://a.example/3").id
    assert marks.mark_all_read(store, EVERY, above=third) == 2
    assert read(store) == ["Story 1", "Story 2"]
    assert marks.mark_all_read(store, EVERY, below=third) == 2
    assert read(store) == ["Story 1", "Story 2", "Story 4", "Story 5"]
    assert marks.mark_all_read(store, EVERY, above=99) == 0
    (last,) = actions.history(store, 1)
    assert (last.verb, last.what, last.stories) == ("read", "", 2)


def test_above_and_below_are_of_the_order_that_is_shown(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    second = story(store, "https://a.example/2").id
    assert marks.mark_all_read(store, replace(EVERY, order="oldest"), above=second) == 1
    assert read(store) == ["Story 3"]


def test_what_is_older_is_marked_and_what_is_as_old_is_not(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3, 4)))
    assert marks.mark_all_read(store, EVERY, before=NOW - 3 * HOUR, what="World") == 1
    assert read(store) == ["Story 4"]
    assert marks.mark_all_read(store, EVERY, before=NOW - 2.5 * HOUR) == 1
    assert read(store) == ["Story 3", "Story 4"]
    assert actions.history(store, 2)[1].what == "World"


def test_marking_all_is_no_touch_and_marking_one_is(store: File) -> None:
    follow(store, ("World", entries(1, 2)))
    marks.mark_all_read(store, EVERY)
    with store.reading() as db:
        assert db.execute("SELECT sum(touched) FROM marks").fetchone() == (0,)
    assert marks.mark(store, [1], read=True) == 0
    with store.reading() as db:
        assert db.execute("SELECT sum(touched), count(*) FROM marks").fetchone() == (1, 2)


def test_marks_of_another_machine_are_taken_over_and_are_no_act_of_this_one(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    acts = len(actions.history(store))
    with store.writing() as db:
        assert marks.take_over(db, 1, STARRED, 0, 1000)
        assert not marks.take_over(db, 1, STARRED, 0, 1000)
        assert marks.take_over(db, 2, READ, 0, 1000)
        assert marks.take_over(db, 2, 0, READ, 1000)
        assert not marks.take_over(db, 3, 0, 0, 1000)
        assert not marks.take_over(db, 99, READ, 0, 1000)
        kept = db.execute("SELECT starred, read, touched, changed FROM marks ORDER BY id").fetchall()
    assert kept == [(1, 0, 1, 1000), (0, 0, 0, 1000)]
    assert len(actions.history(store)) == acts
    assert stories.counts(store).starred == 1


def test_the_mark_of_a_story_is_made_where_there_is_none_and_counts_as_touched(store: File) -> None:
    follow(store, ("World", entries(1, 2)))
    marks.mark_all_read(store, EVERY)
    with store.writing() as db:
        first = marks.mark_of(db, 1, 5)
        assert marks.mark_of(db, 1, 6) == first
        assert marks.mark_of(db, 99, 5) == 0
        assert db.execute("SELECT read, starred, touched FROM marks WHERE id = ?", (first,)).fetchone() == (1, 0, 1)
        db.execute("DELETE FROM marks WHERE id = ?", (first,))
        new = marks.mark_of(db, 1, 7)
        assert db.execute("SELECT read, touched, changed FROM marks WHERE id = ?", (new,)).fetchone() == (1, 1, 7)


def test_what_tells_the_same_is_read_together_and_comes_back_together(store: File) -> None:
    arrive(store, VOTE)
    together(store, Window())
    known = ids_by_title(store)
    assert set(marks.mark_read_together(store, known[VOTE[0]])) == {known[VOTE[1]], known[VOTE[2]]}
    assert all(story.read for story in stories.window(store, StoryFilter()))
    actions.undo(store)
    assert not any(story.read for story in stories.window(store, StoryFilter()))


def test_every_mark_survives_a_power_cut_and_where_reading_stopped_need_not(store: File) -> None:
    follow(store, ("World", entries(1, 2)))
    assert is_durable(store, lambda: marks.mark(store, [1], starred=True))
    assert is_durable(store, lambda: marks.mark_read_together(store, 1))
    assert is_durable(store, lambda: marks.mark_all_read(store, EVERY))
    assert not is_durable(store, lambda: marks.keep_place(store, 1, 2, 3))


def test_what_is_folded_together_is_read_together_and_starred_each_by_itself(store: File) -> None:
    follow(store, ("World", entries(1, 3)), ("Sport", entries(2)))
    first, second, _ = stories.order(store, EVERY)
    with store.writing() as db:
        visibility.fold(db, first, [second])

    def both() -> list[tuple[bool, bool]]:
        return [(one.read, one.starred) for one in stories.lines(store, [first, second])]

    assert marks.mark(store, [second], read=True, starred=True) == 1
    assert both() == [(True, False), (True, True)]
    assert marks.mark(store, [first], read=False) == 1
    assert both() == [(False, False), (False, True)]
    marks.mark(store, [first], later=True)
    assert both() == [(False, False), (False, True)]
    assert marks.mark_all_read(store, EVERY, above=stories.order(store, EVERY)[1]) == 1
    assert both() == [(True, False), (True, True)]
    actions.undo(store)
    assert marks.mark_read_together(store, second) == ()
    assert both() == [(True, False), (True, True)]


def test_what_a_rule_marks_has_the_marks_that_are_asked_for_and_no_others(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    ids = stories.order(store, EVERY)
    assert marks.mark(store, ids[:1], starred=True, touched=False) == 1
    with store.writing() as db:
        act = Act(db, 5, "rule", "Some")
        assert marks.set_flags(db, act, ids[1:], 5, later=True) == 2
        assert marks.set_flags(db, act, ids[1:2], 5, read=True) == 1
        assert marks.set_flags(db, act, ids, 5) == 0
    assert [(one.read, one.starred, one.later) for one in stories.window(store, EVERY)] == [
        (False, True, False),
        (True, False, True),
        (False, False, True),
    ]
    with store.reading() as db:
        assert db.execute("SELECT sum(touched) FROM marks").fetchone() == (0,)
