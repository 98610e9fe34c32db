"""What a person did is taken back, one act at a time, and done again."""

import pytest

from tests.storage.paper import NOW, check, entries, forget_acts, is_durable, offer
from tui.model import StoryFilter
from tui.storage import accounts, actions, folders, marks, retention, searches, sections, settings, stories, tags
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.sql import seconds_of


@pytest.fixture
def file(store: File) -> File:
    sections.follow(store, offer(("News", entries(1, 2, 3, 4))))
    forget_acts(store)
    return store


def state(file: File) -> list[tuple[bool, bool]]:
    return [(story.read, story.starred) for story in stories.window(file, StoryFilter())]


def ids(file: File) -> list[int]:
    return [story.id for story in stories.window(file, StoryFilter())]


def test_nothing_done_is_nothing_to_take_back(file: File) -> None:
    assert actions.undo(file) is None and actions.redo(file) is None and actions.history(file) == ()


def test_acts_are_taken_back_and_done_again_in_their_order(file: File) -> None:
    first, second, *_ = ids(file)
    states = [state(file)]
    marks.mark(file, [first], starred=True)
    states.append(state(file))
    marks.mark_all_read(file, StoryFilter())
    states.append(state(file))
    marks.mark(file, [second], read=False)
    states.append(state(file))
    assert [(one.verb, one.stories) for one in actions.history(file)] == [("unread", 1), ("read", 4), ("star", 1)]
    for wanted in reversed(states[:-1]):
        assert actions.undo(file) is not None
        assert state(file) == wanted
        check(file)
    assert actions.undo(file) is None
    assert all(one.undone for one in actions.history(file))
    for wanted in states[1:]:
        assert actions.redo(file) is not None
        assert state(file) == wanted
        check(file)
    assert actions.redo(file) is None


def test_it_is_remembered_by_other_shells(file: File) -> None:
    marks.mark(file, ids(file)[:2], starred=True)
    with File(file.path, clock=lambda: NOW) as other:
        taken = actions.undo(other)
        assert taken is not None and (taken.verb, taken.stories) == ("star", 2)
    assert state(file)[0] == (False, False)
    again = actions.redo(file)
    assert again is not None and again.verb == "star"


def test_what_was_done_since_stands_before_what_was_taken_back(file: File) -> None:
    first, second, *_ = ids(file)
    marks.mark(file, [first], starred=True)
    actions.undo(file)
    marks.mark(file, [second], starred=True)
    assert actions.redo(file) is None
    taken = actions.undo(file)
    assert taken is not None and state(file)[1] == (False, False)
    assert actions.undo(file) is None
    assert actions.redo(file) is not None
    assert state(file)[:2] == [(False, False), (False, True)]
    assert actions.redo(file) is None


def test_only_what_an_act_changed_is_taken_back(file: File) -> None:
    first, second, *_ = ids(file)
    marks.mark(file, [first], read=True)
    marks.mark(file, [first, second], read=True)
    actions.undo(file)
    assert [read for read, _ in state(file)[:2]] == [True, False]


def test_the_log_may_be_tidied_away(file: File) -> None:
    marks.mark(file, ids(file)[:1], starred=True)
    actions.undo(file)
    with file.writing() as db:
        db.execute("DELETE FROM actions")
    assert actions.redo(file) is None and actions.undo(file) is None
    assert retention.sizes(file).marks == 1


def test_several_acts_are_one(file: File) -> None:
    first, second, *_ = ids(file)
    before = state(file)
    with actions.as_one(file, "tidy up", "both"):
        marks.mark(file, [first], starred=True)
        marks.mark(file, [first, second], read=True)
        marks.mark(file, [second], read=False)
        section = sections.sections(file)[0]
        sections.rename(file, section.id, "One")
        sections.rename(file, section.id, "Two")
    after = state(file)
    (action,) = actions.history(file)
    assert (action.verb, action.what, action.stories) == ("tidy up", "both", 2)
    actions.undo(file)
    assert state(file) == before and sections.sections(file)[0].name == "News"
    actions.redo(file)
    assert state(file) == after and sections.sections(file)[0].name == "Two"
    check(file)


def test_where_nothing_is_done_there_is_no_act(file: File) -> None:
    with actions.as_one(file, "nothing"):
        pass
    assert actions.history(file) == ()


def test_all_of_several_acts_or_none(file: File) -> None:
    before = state(file)
    with pytest.raises(ZeroDivisionError), actions.as_one(file, "half"):
        marks.mark(file, ids(file), read=True)
        raise ZeroDivisionError
    assert state(file) == before and actions.history(file) == ()


def test_a_part_that_fails_and_is_caught_leaves_the_others(file: File) -> None:
    first, second, *_ = ids(file)
    with actions.as_one(file, "some"):
        marks.mark(file, [first], read=True)
        with pytest.raises(ZeroDivisionError), file.writing():
            marks.mark(file, [second], read=True)
            raise ZeroDivisionError
    assert state(file)[:2] == [(True, False), (False, False)]
    assert actions.history(file)[0].stories == 1


def test_what_an_act_deletes_comes_back_whole(file: File) -> None:
    saved = searches.save(file, "Boats", "ferry | harbour")
    before = searches.every(file)
    searches.drop(file, saved.id)
    assert searches.every(file) == ()
    undone = actions.undo(file)
    assert undone is not None
    assert searches.every(file) == before
    actions.redo(file)
    assert searches.every(file) == ()


def test_the_history_is_as_long_as_is_asked_for(file: File) -> None:
    for number in ids(file)[:3]:
        marks.mark(file, [number], starred=True)
    assert [len(actions.history(file, limit)) for limit in (1, 2, 50, 0)] == [1, 2, 3, 3]


@pytest.mark.parametrize(("seconds", "acts"), [(0, 1), (60, 1), (61, 2)])
def test_what_the_program_does_within_a_while_is_one_act(file: File, seconds: int, acts: int) -> None:
    first, second, *_ = ids(file)
    began = seconds_of(NOW)
    with file.writing() as db:
        for story, moment in ((first, began), (second, began + seconds)):
            with Act(db, moment, "rule", "Ferries", together=60.0) as act:
                marks.set_flags(db, act, [story], moment, starred=True)
    assert [(one.verb, one.what) for one in actions.history(file)] == [("rule", "Ferries")] * acts
    for _ in range(acts):
        actions.undo(file)
    assert not any(starred for _, starred in state(file))


def test_what_the_program_does_between_leaves_what_can_be_done_again(file: File) -> None:
    first, second, *_ = ids(file)
    marks.mark(file, [first], starred=True)
    actions.undo(file)
    with file.writing() as db, Act(db, seconds_of(NOW), "rule", "Ferries", together=60.0) as act:
        marks.set_flags(db, act, [second], seconds_of(NOW), read=True)
    again = actions.redo(file)
    assert again is not None and again.verb == "star"
    assert state(file)[:2] == [(False, True), (True, False)]


def test_a_setting_that_an_act_kept_is_taken_back(file: File) -> None:
    with file.writing() as db:
        assert Act(db, seconds_of(NOW), "weigh", "News").put_setting("weight", "2")
        assert Act(db, seconds_of(NOW), "weigh", "News").put_setting("weight", "3")
        assert not Act(db, seconds_of(NOW), "weigh", "News").put_setting("weight", "3")
    assert len(actions.history(file)) == 2
    for value in ("2", ""):
        actions.undo(file)
        assert settings.setting(file, "weight") == value
    actions.redo(file)
    assert settings.setting(file, "weight") == "2"


def test_an_act_that_goes_on_is_the_last_one_of_its_name(file: File) -> None:
    first, second, third, *_ = ids(file)
    began = seconds_of(NOW)
    with file.writing() as db:
        for story, what in ((first, "Ferries"), (second, "Tides"), (third, "Tides")):
            with Act(db, began, "rule", what, together=60.0) as act:
                marks.set_flags(db, act, [story], began, starred=True)
    assert [(one.what, one.stories) for one in actions.history(file)] == [("Tides", 2), ("Ferries", 1)]
    with file.writing() as db, Act(db, began, "rule", "Tides") as act:
        marks.set_flags(db, act, [first], began, read=True)
    assert len(actions.history(file)) == 3


def test_rows_that_hang_on_each_other_are_taken_back_and_done_again_in_their_order(file: File) -> None:
    before = folders.tree(file)
    with actions.as_one(file, "move"):
        inner = folders.at(file, ("Water", "Deep"))
        folders.put(file, [1], inner)
        folders.rename(file, inner, "Deeper")
    after = folders.tree(file)
    assert [one.path for one in after] == [("Water",), ("Water", "Deeper")]
    for _ in range(2):
        actions.undo(file)
        assert folders.tree(file) == before
        actions.redo(file)
        assert folders.tree(file) == after


def test_a_server_is_owed_what_was_marked_here_and_what_was_taken_back(file: File) -> None:
    accounts.add(file, "Home", "https://rss.example", "reader")
    first = ids(file)[0]
    owed = "SELECT flags FROM unsent"
    marks.mark(file, [first], later=True)
    with file.reading() as db:
        assert db.execute(owed).fetchall() == [(0,)], "servers know of no such list"
    marks.mark(file, [first], starred=True)
    actions.undo(file)
    with file.reading() as db:
        assert db.execute(owed).fetchall() == [(actions.STARRED,)]
    marks.mark(file, [first], read=True)
    with file.reading() as db:
        assert db.execute(owed).fetchall() == [(actions.STARRED | actions.READ,)]


def test_what_was_put_aside_for_later_is_taken_back_with_its_mark(file: File) -> None:
    first = ids(file)[0]
    marks.mark(file, [first], later=True, read=True)
    assert actions.history(file)[0].verb == "read and later"
    actions.undo(file)
    assert stories.counts(file).later == 0
    actions.redo(file)
    assert (stories.counts(file).later, state(file)[0]) == (1, (True, False))
    check(file)


def test_what_is_taken_back_and_done_again_survives_a_power_cut(file: File) -> None:
    def together() -> None:
        with actions.as_one(file, "tidy up"):
            marks.mark(file, ids(file)[:2], starred=True)

    assert is_durable(file, together)
    assert is_durable(file, lambda: actions.undo(file))
    assert is_durable(file, lambda: actions.redo(file))


def test_an_act_of_many_rows_is_written_once(file: File) -> None:
    said: list[str] = []
    with file.writing() as db:
        db.set_trace_callback(said.append)
        with Act(db, seconds_of(NOW), "new folders") as act:
            for number in range(5):
                act.insert("folders", parent_id=0, key=str(number), name=str(number), position=number)
        db.set_trace_callback(None)
    assert sum(one.startswith("UPDATE actions SET rows") for one in said) == 1
    actions.undo(file)
    assert folders.tree(file) == ()


def test_what_was_taken_back_for_good_is_no_history(file: File) -> None:
    first, second, *_ = ids(file)
    marks.mark(file, [first], starred=True)
    actions.undo(file)
    assert [act.undone for act in actions.history(file)] == [True]
    marks.mark(file, [second], read=True)
    assert [(act.verb, act.undone) for act in actions.history(file)] == [("read", False)]


def test_a_name_that_is_anothers_meanwhile_keeps_no_other_act_from_being_taken_back(file: File) -> None:
    first, second, *_ = ids(file)
    marks.mark(file, [first], starred=True)
    tags.tag(file, [first], "ports")
    tags.rename(file, tags.find(file, "ports").id, "harbours")
    with file.writing() as db:
        tags.put(db, second, "ports", seconds_of(NOW))  # by another machine
    undone = [actions.undo(file) for _ in range(3)]
    assert [(act.verb, act.lost) for act in undone if act] == [
        ("rename", ("the tag ports stays as it is: there is another in its place",)),
        ("tag", ()),
        ("star", ()),
    ]
    assert not state(file)[0][1]
    assert [(tag.name, tag.stories) for tag in tags.every(file)] == [("ports", 1)]


def test_what_an_act_did_to_what_is_gone_since_is_said_when_it_is_done_again(file: File) -> None:
    folder_id = folders.new(file, "News")
    folders.put(file, [1], folder_id)
    assert actions.undo(file)
    with file.writing() as db:
        db.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
    again = actions.redo(file)
    assert again and again.lost == ("the place of a section in a folder stays as it is: what it belonged to is gone",)
