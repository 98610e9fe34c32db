"""The verb on audio and video, run in this process."""

import json
import sys

import pytest

from tests.cli.conftest import Verb
from tests.storage.paper import NOW, offer
from tests.web import Answer, FakeWeb
from tui import config
from tui.library import listening
from tui.model import Enclosure, Entry
from tui.storage import episodes, sections
from tui.storage.file import File


@pytest.fixture
def talks(verb: Verb) -> Verb:
    verb("list")
    enclosed = (Enclosure("https://a.example/talk.mp3", "audio/mpeg", 5_000_000, 3_725),)
    entries = (
        Entry("A talk", "https://a.example/1", published=NOW, enclosures=enclosed),
        Entry("Words", "https://a.example/2"),
    )
    with File(config.library_file(), clock=lambda: NOW) as file:
        sections.follow(file, offer(("Talks", entries)))
    return verb


def ids(verb: Verb) -> dict[str, str]:
    return {record["title"]: record["id"] for record in json.loads(verb("list", "--json").out)}


def test_what_is_queued_is_listed(talks: Verb) -> None:
    assert "no audio or video is queued yet" in talks("podcasts").err
    assert talks("podcasts", "--queue", ids(talks)["A talk"]).err.startswith("1 episode queued")
    assert talks("podcasts").out == "1\tqueued\t\taudio/mpeg, 1:02:05, 5.0 MB\tThe Paper\tA talk\n"
    (record,) = json.loads(talks("podcasts", "--json").out)
    assert record["id"] == "1"
    assert (record["state"], record["seconds"], record["played"], record["url"]) == (
        "queued", 3_725, None, "https://a.example/talk.mp3",
    )  # fmt: skip
    refused = talks("podcasts", "--queue", ids(talks)["Words"])
    assert (refused.code, refused.err) == (1, "broadsheet: there is no audio or video in it\n")


def test_what_was_played_is_kept_and_taken_back(talks: Verb) -> None:
    talks("podcasts", "--queue", ids(talks)["A talk"])
    assert talks("podcasts", "--played", "1").err == "1 episode marked played; `broadsheet undo` takes it back\n"
    assert "\tplayed\t" in talks("podcasts").out
    talks("undo")
    assert "\tplayed\t" not in talks("podcasts").out
    assert talks("podcasts", "--played", "9").err == "broadsheet: there is no episode 9\n"


def test_a_player_of_ones_own_is_handed_the_file(talks: Verb) -> None:
    talks("podcasts", "--queue", ids(talks)["A talk"])
    refused = talks("podcasts", "--play", "1")
    assert refused.code == 1
    assert "no player is set" in refused.err
    there = listening.folder(config.library_file())
    (there / "1-a-talk.mp3").write_bytes(b"sound")
    with File(config.library_file(), clock=lambda: NOW) as file:
        episodes.came(file, 1, "1-a-talk.mp3", 5)
    player = [sys.executable, "-c", "import sys; open(sys.argv[1] + '.heard', 'x')", "{file}"]
    assert talks("config", "set", "player", json.dumps(player)).code == 0
    assert talks("podcasts", "--play", "1").code == 0
    assert (there / "1-a-talk.mp3.heard").exists()
    assert "\there\tplayed\t" in talks("podcasts").out
    assert talks("podcasts", "--remove", "1").err == "1 episode removed\n"
    assert [path.name for path in there.iterdir()] == []
    assert "\tnot here\tplayed\t" in talks("podcasts").out


def test_what_waits_is_fetched_and_what_does_not_come_is_named(talks: Verb, online: FakeWeb) -> None:
    assert talks("podcasts", "--download").err == "no episode waits to be fetched\n"
    talks("podcasts", "--queue", ids(talks)["A talk"])
    failed = talks("podcasts", "--download")
    assert (failed.code, failed.out) == (1, "")
    assert failed.err == "A talk: a.example answers 404 Not Found\n0 episodes fetched, 1 failed\n"
    assert "\tfailed\t" in talks("podcasts").out and "\ta.example answers 404 Not Found\n" in talks("podcasts").out
    online["https://a.example/talk.mp3"] = Answer("ID3" + "sound" * 100, content_type="audio/mpeg")
    assert (talks("podcasts", "--download").code, talks("podcasts").out.split("\t")[1]) == (0, "here")
    assert talks("podcasts", "--queue", ids(talks)["A talk"]).err == "all of it waits or is here\n"


def test_a_download_shows_how_far_it_is_on_a_terminal(
    talks: Verb, online: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    talks("podcasts", "--queue", ids(talks)["A talk"])
    online["https://a.example/talk.mp3"] = Answer("ID3" + "sound" * 100, content_type="audio/mpeg")
    monkeypatch.setattr("tui.output.gate.is_terminal", lambda *_streams: True)
    monkeypatch.setattr("tui.library.listening.LOOK", 0)
    said = talks("podcasts", "--download").err
    assert said.startswith("\r\x1b[K0 of 5 MB") and said.endswith("\r\x1b[K1 episode fetched\n")


def test_a_player_that_fails_is_said_and_nothing_counts_as_played(talks: Verb) -> None:
    talks("podcasts", "--queue", ids(talks)["A talk"])
    talks("config", "set", "player", json.dumps([sys.executable, "-c", "raise SystemExit(3)", "{url}"]))
    failed = talks("podcasts", "--play", "1")
    assert (failed.code, failed.err) == (1, f"broadsheet: {sys.executable} ended with an error (3).\n")
    assert "\tplayed\t" not in talks("podcasts").out


def test_an_unknown_placeholder_is_named(talks: Verb) -> None:
    refused = talks("config", "set", "player", '["mpv", "{song}"]')
    assert refused.code == 1
    assert "song" in refused.err


def test_where_it_goes_on_is_set_and_the_player_is_told(talks: Verb) -> None:
    talks("podcasts", "--queue", ids(talks)["A talk"])
    assert talks("podcasts", "--at", "12:30", "1").err == "A talk goes on at 12:30; `broadsheet undo` takes it back\n"
    assert "\tleft at 12:30\t" in talks("podcasts").out
    assert json.loads(talks("podcasts", "--json").out)[0]["position"] == 750
    says = "import sys; open(sys.argv[1] + '/x', 'w').write('start=%d' % (int(sys.argv[2]) + 10))"
    talks("config", "set", "player", json.dumps([sys.executable, "-c", says, "{places}", "{start}"]))
    assert talks("podcasts", "--play", "1").err == "left at 12:40\n"
    talks("undo")
    assert "\tleft at 12:30\t" in talks("podcasts").out
    for wrong in (("noon", "1"), ("12:30", "one"), ("12:30", "9" * 30)):
        refused = talks("podcasts", "--at", *wrong)
        assert (refused.code, "give the time as 12:30" in refused.err) == (1, True)
    assert talks("podcasts", "--at", "12:30", "9").err == "broadsheet: there is no episode 9\n"
