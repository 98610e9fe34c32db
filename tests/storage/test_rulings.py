"""A person's word on what tells the same, and how it is taken back."""

import pytest

from tests.storage.events_paper import BRIDGE, VOTE, arrive, groups, ids_by_title, together
from tests.storage.paper import is_durable
from tui.errors import AskError
from tui.storage import actions, rulings
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


def test_what_is_not_there_cannot_be_ruled_on(told: File) -> None:
    assert rulings.not_the_same(told, 999) == 0
    with pytest.raises(AskError):
        rulings.same(told, [999, 998])


def test_a_persons_word_survives_a_power_cut(told: File) -> None:
    known = ids_by_title(told)
    assert is_durable(told, lambda: rulings.same(told, [known[BRIDGE[1]], known[VOTE[0]]]))
    assert is_durable(told, lambda: rulings.not_the_same(told, known[BRIDGE[0]]))
