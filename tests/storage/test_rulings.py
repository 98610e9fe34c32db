"""A person's word on what tells the same, and how it is taken back."""

import pytest

from tests.storage.events_paper import BRIDGE, VOTE, arrive, groups, ids_by_title, together
from tests.storage.paper import is_durable
from tui.errors import AskError
from tui.storage import actions, rulings, tellings
from tui.storage.file import File
from tui.storage.grouping import Window

ALL = {frozenset(BRIDGE), frozenset(VOTE)}


@pytest.fixture
def told(store: File) -> File:
    arrive(store, BRIDGE)
    arrive(store, VOTE, minutes=10)
    together(store, Window())
    return store


def test_a_story_is_parted_from_its_event_and_comes_back(told: File) -> None:
    story_id = ids_by_title(told)[BRIDGE[0]]
    assert rulings.not_the_same(told, story_id) == 3
    assert groups(told) == {frozenset(BRIDGE[1:]), frozenset(VOTE)}
    assert rulings.not_the_same(told, story_id) == 0
    undone = actions.undo(told)
    assert undone is not None and (undone.verb, undone.what) == ("not the same", BRIDGE[0])
    assert groups(told) == ALL
    actions.redo(told)
    assert groups(told) == {frozenset(BRIDGE[1:]), frozenset(VOTE)}


def test_events_are_put_together_and_parted_again(told: File) -> None:
    known = ids_by_title(told)
    assert rulings.same(told, [known[BRIDGE[1]], known[VOTE[0]]]) == 7
    assert groups(told) == {frozenset(BRIDGE + VOTE)}
    assert rulings.same(told, [known[BRIDGE[1]], known[VOTE[1]]]) == 0
    actions.undo(told)
    assert groups(told) == ALL


def test_a_later_word_goes_before_an_earlier_one(told: File) -> None:
    known = ids_by_title(told)
    rulings.not_the_same(told, known[BRIDGE[0]])
    assert rulings.same(told, [known[BRIDGE[0]], known[BRIDGE[1]]]) == 4
    arrive(told, ["Doha harbour bridge still closed after crane collapse"], minutes=30)
    together(told, Window())
    assert any(set(BRIDGE[:2]) <= group for group in groups(told))


def test_stories_that_stood_alone_are_put_together(store: File) -> None:
    arrive(store, ["Rain expected", "Museum finds lost Vermeer"])
    known = ids_by_title(store)
    assert rulings.same(store, list(known.values())) == 2
    assert groups(store) == {frozenset(known)}
    actions.undo(store)
    assert groups(store) == set()


def test_all_who_tell_an_event_are_parted_one_by_one_and_brought_back(told: File) -> None:
    known = ids_by_title(told)
    assert [rulings.not_the_same(told, known[title]) for title in BRIDGE] == [3, 2, 1, 0]
    assert groups(told) == {frozenset(VOTE)}
    assert [bool(actions.undo(told)) for _ in range(3)] == [True] * 3
    assert groups(told) == ALL
    for _ in range(3):
        actions.redo(told)
    assert groups(told) == {frozenset(VOTE)}
    together(told, Window())
    assert groups(told) == {frozenset(VOTE)}


def test_three_are_put_together_at_once_with_all_that_was_told_with_them(told: File) -> None:
    arrive(told, ["Rain expected"], minutes=20)
    known = ids_by_title(told)
    assert rulings.same(told, [known["Rain expected"], known[BRIDGE[1]], known[VOTE[0]]]) == 8
    assert groups(told) == {frozenset(known)}
    event = tellings.event(told, known["Rain expected"])
    assert event is not None and event.before == (), "they are one story so far, too"
    assert {each.story.title for each in event.tellings if each.ruled} == {"Rain expected", BRIDGE[1], VOTE[0]}
    arrive(told, ["Doha harbour bridge still closed after crane collapse"], minutes=30)
    together(told, Window())
    assert any({"Rain expected", BRIDGE[1], VOTE[0]} <= group for group in groups(told))


def test_what_is_said_twice_is_no_second_act(told: File) -> None:
    known = ids_by_title(told)
    rulings.not_the_same(told, known[BRIDGE[0]])
    rulings.same(told, [known[BRIDGE[0]], known[VOTE[0]]])
    assert rulings.same(told, [known[VOTE[1]], known[BRIDGE[0]]]) == 0
    assert [(act.verb, act.what) for act in actions.history(told, 2)] == [
        ("the same", BRIDGE[0]),
        ("not the same", BRIDGE[0]),
    ]


def test_to_put_together_what_was_parted_takes_the_word_back_for_all_that_stand_there(told: File) -> None:
    known = ids_by_title(told)
    rulings.not_the_same(told, known[BRIDGE[0]])
    rulings.same(told, [known[BRIDGE[0]], known[BRIDGE[3]]])
    for title in BRIDGE:
        event = tellings.event(told, known[title])
        assert event is not None and event.apart == ()
    actions.undo(told)
    event = tellings.event(told, known[BRIDGE[0]])
    assert event is not None and len(event.apart) == 3


def test_what_parted_a_story_from_others_says_nothing_of_those(told: File) -> None:
    """Nor of a third with which it is put together."""
    known = ids_by_title(told)
    rulings.not_the_same(told, known[BRIDGE[0]])
    rulings.same(told, [known[BRIDGE[0]], known[VOTE[0]]])
    assert groups(told) == {frozenset(BRIDGE[1:]), frozenset({BRIDGE[0], *VOTE})}
    event = tellings.event(told, known[BRIDGE[0]])
    assert event is not None and {story.title for story in event.apart} == set(BRIDGE[1:])


def test_what_is_not_there_cannot_be_ruled_on(told: File) -> None:
    assert rulings.not_the_same(told, 999) == 0
    with pytest.raises(AskError):
        rulings.same(told, [999, 998])


def test_a_persons_word_survives_a_power_cut(told: File) -> None:
    known = ids_by_title(told)
    assert is_durable(told, lambda: rulings.same(told, [known[BRIDGE[1]], known[VOTE[0]]]))
    assert is_durable(told, lambda: rulings.not_the_same(told, known[BRIDGE[0]]))
