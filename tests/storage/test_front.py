"""The front page with its stories, and what there is time for."""

from datetime import timedelta

import pytest

from tests.storage.events_paper import ALONE, BRIDGE, VOTE, ids_by_title, two_events
from tests.storage.paper import NOW
from tui.model import StoryFilter
from tui.storage import front, stories
from tui.storage.file import File


@pytest.fixture
def told(store: File) -> File:
    two_events(store)
    return store


def test_a_rank_is_told_of_every_telling(told: File) -> None:
    known = ids_by_title(told)
    place, ranked = front.rank_of(told, known[VOTE[0]]) or (0, None)
    assert place == 2 and ranked is not None and ranked.outlets == ("Paper 2", "Paper 1", "Paper 0")
    assert front.rank_of(told, 10_000) is None


def test_there_is_time_for_some_and_what_is_left_is_said(told: File) -> None:
    found = front.catch_up(told, 12)
    assert [story.title for story in found.stories] == [BRIDGE[3], VOTE[2], ALONE]
    assert (found.left, found.left_minutes) == (0, 0.0)
    short = front.catch_up(told, 0.5)
    assert [story.title for story in short.stories] == [BRIDGE[3], VOTE[2]]
    assert (short.left, short.left_minutes) == (1, 0.25)
    assert sum(short.minutes) <= 0.5
    assert front.catch_up(told, 12, NOW + timedelta(hours=1)).stories == ()


def test_a_list_of_stories_by_their_ids_stands_as_it_was_asked_for(told: File) -> None:
    known = ids_by_title(told)
    wanted = (known[ALONE], 99_999, known[VOTE[0]])
    assert [story.title for story in stories.window(told, StoryFilter(ids=wanted))] == [ALONE, VOTE[0]]
    assert list(stories.order(told, StoryFilter(ids=wanted), 1)) == [known[ALONE]]


def test_what_is_too_long_makes_room_and_counts_as_left(told: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "reading_minutes", lambda _, story: 2.0 if story.title == BRIDGE[3] else 0.5)
    found = front.catch_up(told, 1)
    assert [story.title for story in found.stories] == [VOTE[2], ALONE]
    assert (found.left, found.left_minutes) == (1, 2.0)


def test_so_many_events_are_tried_and_the_others_are_left(told: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_TRIED", 1)
    found = front.catch_up(told, 12)
    assert [story.title for story in found.stories] == [BRIDGE[3]]
    assert (found.left, found.left_minutes) == (2, 0.5)
