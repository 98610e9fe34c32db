"""Episodes: asked for, here, played; what was asked for is never tidied away, and what was done is taken back."""

from datetime import timedelta

import pytest

from tests.moments import at
from tests.storage.paper import NOW, entries, is_durable, offer
from tui.errors import AskError
from tui.model import Enclosure, Entry, StoryFilter
from tui.storage import actions, episodes, retention, sections, stories
from tui.storage.file import File
from tui.values import replace

TALK = Enclosure("https://a.example/talk.mp3", "audio/mpeg", 5_000_000, 1_800)
FILM = Enclosure("https://a.example/film", "video/mp4", 9_000_000)
LEAFLET = Enclosure("https://a.example/leaflet.pdf", "application/pdf", 100)


def with_enclosures(entry: Entry, *enclosed: Enclosure) -> Entry:
    return replace(entry, enclosures=enclosed)


@pytest.fixture
def file(store: File) -> File:
    first, second, third = entries(1, 2, 3)
    given = (with_enclosures(first, TALK, FILM, LEAFLET), with_enclosures(second, LEAFLET), third)
    sections.follow(store, offer(("Talks", given)))
    return store


def ids(file: File) -> list[int]:
    return list(stories.order(file, StoryFilter()))


def test_the_audio_and_video_of_a_story_is_queued_and_its_files_are_not(file: File) -> None:
    newest = ids(file)[0]
    asked = episodes.queue(file, [newest])
    assert [(each.url, each.title, each.outlet, each.state) for each in asked] == [
        (TALK.url, "Story 1", "The Paper", "queued"),
        (FILM.url, "Story 1", "The Paper", "queued"),
    ]
    assert (asked[0].kind, asked[0].length, asked[0].duration) == ("audio/mpeg", 5_000_000, 1_800)
    assert episodes.queue(file, [newest]) == ()
    assert episodes.waiting(file) == asked == episodes.of_story(file, newest) == episodes.every(file)[::-1]


def test_a_story_without_any_is_said_to_have_none(file: File) -> None:
    with pytest.raises(AskError, match="there is no audio or video in it"):
        episodes.queue(file, ids(file)[1:])
    assert [action.verb for action in actions.history(file)] == ["follow"]


def test_what_came_is_here_until_it_is_let_go(file: File) -> None:
    talk, film = episodes.queue(file, ids(file)[:1])
    assert episodes.came(file, talk.id, "1-talk.mp3", 5_100_000)
    episodes.failed(file, film.id, "a.example did not answer")
    assert [(each.state, each.error) for each in episodes.every(file)] == [
        ("failed", "a.example did not answer"),
        ("here", ""),
    ]
    assert (episodes.names(file), episodes.taken(file)) == (frozenset({"1-talk.mp3"}), 5_100_000)
    assert [each.id for each in episodes.waiting(file)] == [film.id], "it is tried again"
    episodes.let_go(file, ["1-talk.mp3"])
    assert (episodes.names(file), episodes.taken(file)) == (frozenset(), 0)


def test_what_was_taken_out_of_the_queue_does_not_come(file: File) -> None:
    talk, film = episodes.queue(file, ids(file)[:1])
    assert episodes.unqueue(file, [talk.id, talk.id, 99]) == 1
    assert not episodes.came(file, talk.id, "1-talk.mp3", 1)
    assert [each.id for each in episodes.waiting(file)] == [film.id]
    assert [each.id for each in episodes.queue(file, ids(file)[:1])] == [talk.id]


def test_it_is_kept_what_was_played_and_all_of_it_can_be_taken_back(file: File) -> None:
    talk, film = episodes.queue(file, ids(file)[:1])
    later = at(file, NOW + timedelta(hours=1))
    assert episodes.play(later, [talk.id]) == 1
    assert [each.played for each in episodes.every(file)] == [None, NOW + timedelta(hours=1)]
    assert episodes.play(later, [talk.id, film.id], played=False) == 1
    done = [(action.verb, action.what) for action in actions.history(file, 3)]
    assert done == [("mark not played", "Story 1"), ("mark played", "Story 1"), ("queue", "Story 1")]
    actions.undo(file)
    assert episodes.episode(file, talk.id) is not None
    assert [each.played for each in episodes.every(file)] == [None, NOW + timedelta(hours=1)]
    actions.undo(file)
    actions.undo(file)
    assert episodes.every(file) == ()
    actions.redo(file)
    assert [each.id for each in episodes.waiting(file)] == [talk.id, film.id]


def test_to_be_played_once_more_is_no_act(file: File) -> None:
    talk, _ = episodes.queue(file, ids(file)[:1])
    episodes.play(file, [talk.id])
    later = at(file, NOW + timedelta(seconds=1))
    assert episodes.play(later, [talk.id]) == 0
    assert [action.verb for action in actions.history(file)][:2] == ["mark played", "queue"]
    episodes.leave(later, talk.id, 30)
    assert episodes.play(later, [talk.id]) == 1
    known = episodes.episode(file, talk.id)
    assert known is not None and (known.position, known.played) == (0, NOW + timedelta(seconds=1))


def test_a_story_that_was_asked_for_is_never_tidied_away(file: File) -> None:
    newest = ids(file)[0]
    episodes.queue(file, [newest])
    sections.unfollow(file, [section.id for section in sections.sections(file)])
    much_later = at(file, NOW + timedelta(days=4000))
    retention.tidy(much_later, retention.plan(much_later))
    assert stories.story(file, newest) is not None
    assert [each.story_id for each in episodes.every(file)] == [newest, newest]


def test_what_was_played_longest_ago_goes_first_and_nothing_else(file: File) -> None:
    talk, film = episodes.queue(file, ids(file)[:1])
    episodes.came(file, talk.id, "talk.mp3", 600)
    episodes.came(file, film.id, "film.mp4", 500)
    assert episodes.surplus(file, 0) == ()
    episodes.play(at(file, NOW + timedelta(minutes=2)), [talk.id])
    assert episodes.surplus(file, 1_100) == ()
    assert episodes.surplus(file, 1_099) == ("talk.mp3",)
    episodes.play(at(file, NOW + timedelta(minutes=1)), [film.id])
    assert episodes.surplus(file, 1_000) == ("film.mp4",)
    assert episodes.surplus(file, 0) == ("film.mp4", "talk.mp3")


def test_of_several_stories_those_with_nothing_to_play_are_left_alone(file: File) -> None:
    assert [each.url for each in episodes.queue(file, ids(file))] == [TALK.url, FILM.url]
    assert file._db.execute("SELECT count(*) FROM marks").fetchone() == (1,), "nobody touched the others"


def test_what_waits_or_is_here_stands_before_what_was_let_go(file: File) -> None:
    talk, film = episodes.queue(file, ids(file)[:1])
    episodes.came(file, film.id, "film.mp4", 500)
    assert [each.id for each in episodes.every(file)] == [film.id, talk.id]
    episodes.let_go(file, ["film.mp4"])
    assert [(each.id, each.state) for each in episodes.every(file)] == [(talk.id, "queued"), (film.id, "not here")]
    assert [each.id for each in episodes.waiting(file)] == [talk.id]
    assert episodes.episode(file, 99) is None


def test_what_was_let_go_can_be_asked_for_again_and_what_is_here_is_not(file: File) -> None:
    talk, film = episodes.queue(file, ids(file)[:1])
    episodes.came(file, talk.id, "talk.mp3", 600)
    assert episodes.queue(file, ids(file)[:1]) == ()
    assert episodes.unqueue(file, [talk.id]) == 0, "it is here"
    episodes.failed(file, film.id, "it did not come")
    assert episodes.unqueue(file, [film.id]) == 1
    episodes.let_go(file, ["talk.mp3"])
    later = at(file, NOW + timedelta(hours=1))
    again = episodes.queue(later, ids(file)[:1])
    assert [(each.id, each.queued, each.error) for each in again] == [
        (talk.id, NOW + timedelta(hours=1), ""),
        (film.id, NOW + timedelta(hours=1), ""),
    ]


def test_a_file_that_comes_twice_under_its_name_is_as_long_as_the_last_one(file: File) -> None:
    talk, _ = episodes.queue(file, ids(file)[:1])
    episodes.failed(file, talk.id, "it did not come")
    assert episodes.came(file, talk.id, "talk.mp3", 600)
    assert episodes.came(file, talk.id, "talk.mp3", 700)
    assert not episodes.came(file, talk.id, "other.mp3", 800)
    found = episodes.episode(file, talk.id)
    assert found is not None
    assert (found.file, found.length, found.queued, found.error) == ("talk.mp3", 700, None, "")


def test_where_an_episode_was_left_is_kept_until_it_is_played_to_its_end(file: File) -> None:
    talk, _ = episodes.queue(file, ids(file)[:1])
    assert episodes.leave(file, talk.id, 90)
    assert not episodes.leave(file, talk.id, 90)
    left = episodes.episode(file, talk.id)
    assert left is not None and left.position == 90
    assert (actions.history(file, 1)[0].verb, actions.history(file, 1)[0].what) == ("keep the place in", "Story 1")
    episodes.play(file, [talk.id])
    played = episodes.episode(file, talk.id)
    assert played is not None and (played.position, played.played) == (0, NOW)
    assert episodes.play(file, [talk.id]) == 0
    assert episodes.unqueue(file, []) == 0


def test_what_is_asked_for_and_played_survives_a_power_cut(file: File) -> None:
    newest = ids(file)[0]
    assert is_durable(file, lambda: episodes.queue(file, [newest]))
    assert is_durable(file, lambda: episodes.leave(file, 1, 30))
    assert is_durable(file, lambda: episodes.play(file, [1]))
    assert is_durable(file, lambda: episodes.unqueue(file, [1]))
