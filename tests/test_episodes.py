"""Episodes as values: what is audio or video, what a file is called, how it stands."""

import pytest

from tests.web import NOON
from tui.episodes import Episode, clock_of, file_name, is_episode, playable, seconds_in
from tui.model import Enclosure
from tui.values import replace

EPISODE = Episode(7, 1, "https://a.example/talk", "A talk")


@pytest.mark.parametrize(
    ("url", "kind", "is_one"),
    [
        ("https://a.example/1", "audio/mpeg", True),
        ("https://a.example/1", "Video/MP4", True),
        ("https://a.example/1.mp3", "", True),
        ("https://a.example/1.M4A?x=1", "application/octet-stream", True),
        ("https://a.example/1.mp3", "text/html", False),
        ("https://a.example/1.pdf", "application/pdf", False),
        ("https://a.example/1.mp3.html", "", False),
        ("https://a.example/1.jpg", "image/jpeg", False),
    ],
)
def test_what_is_audio_or_video(url: str, kind: str, is_one: bool) -> None:
    assert is_episode(Enclosure(url, kind)) is is_one


def test_only_what_the_web_has_can_be_fetched() -> None:
    there, elsewhere = Enclosure("https://a.example/1.mp3"), Enclosure("magnet:?xt=1.mp3", "audio/mpeg")
    assert playable((elsewhere, there)) == (there,)


def test_how_it_stands() -> None:
    assert EPISODE.state == "not here"
    waiting = replace(EPISODE, queued=NOON)
    assert (waiting.state, replace(waiting, error="no answer").state) == ("queued", "failed")
    assert replace(EPISODE, file="7-a-talk.mp3").state == "here"


@pytest.mark.parametrize(
    ("kind", "url", "ending"),
    [
        ("audio/mpeg", "https://a.example/talk.ogg", ".mp3"),
        ("audio/mp4; codecs=mp4a", "https://a.example/talk", ".m4a"),
        ("", "https://a.example/talk.OPUS?x", ".opus"),
        ("audio/unheard-of", "https://a.example/talk.sh", ".media"),
    ],
)
def test_its_file_ends_as_players_know_it(kind: str, url: str, ending: str) -> None:
    assert file_name(replace(EPISODE, kind=kind, url=url)) == f"7-a-talk{ending}"


@pytest.mark.parametrize(
    ("clock", "seconds"),
    [("12:30", 750), ("1:02:30", 3_750), ("90", 90), ("0:00", 0), (" 5:00 ", 300), ("90:00", 5_400)],
)
def test_a_time_is_read(clock: str, seconds: int) -> None:
    assert seconds_in(clock) == seconds
    assert seconds_in(clock_of(seconds)) == seconds


@pytest.mark.parametrize("clock", ["", "12:60", "1:60:00", "12:", ":30", "-5", "1:2:3:4", "twelve", "12m", "9999999"])
def test_what_is_no_time(clock: str) -> None:
    assert seconds_in(clock) is None


def test_a_time_is_told() -> None:
    assert [clock_of(seconds) for seconds in (0, 59, 750, 3_600, 3_725)] == [
        "0:00",
        "0:59",
        "12:30",
        "1:00:00",
        "1:02:05",
    ]
