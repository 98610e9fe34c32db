"""Audio and video on the screen: queued in a story, listed, fetched, played, removed, and taken back."""

import contextlib
import json
import sys
from pathlib import Path

import pytest

from tests.app.paper import GAZETTE, TALK, Desk, at_desk, edition
from tests.web import Answer, Clock, FakeWeb
from tui.app.podcast_list import PodcastList
from tui.config import Config
from tui.library import listening
from tui.library.library import Library
from tui.storage import episodes

ROPE = ("l", "G", "k", "enter")
"""The keys that open the story that has audio with it."""


def page(desk: Desk) -> PodcastList:
    assert isinstance(desk.app.screen, PodcastList)
    return desk.app.screen


async def test_a_key_queues_the_audio_of_a_story_and_takes_it_out_again(desk: Desk, library: Library) -> None:
    await desk.press(*ROPE, "E")
    assert desk.lines[-1].strip() == "1 episode queued: P lists and fetches · u undo"
    assert [each.url for each in await library.ask(episodes.waiting)] == [TALK[0].url]
    await desk.press("E")
    assert desk.lines[-1].strip() == "1 episode no longer queued · u undo"
    await desk.press("u")
    assert [each.url for each in await library.ask(episodes.waiting)] == [TALK[0].url]
    assert "Taken back: take from the queue Rope works to close" in desk.lines[-1]


async def test_a_story_without_any_says_so(desk: Desk) -> None:
    await desk.press("l", "enter", "E")
    assert desk.lines[-1].strip() == "There is no audio or video in it."


async def test_the_page_fetches_plays_marks_and_removes(desk: Desk, web: FakeWeb, library: Library) -> None:
    web[TALK[0].url] = Answer(b"sound" * 1000, content_type="audio/mpeg")
    await desk.press(*ROPE, "E", "P")
    assert page(desk).options.options[0].small == "54 min · 32 MB · queued"
    await desk.press("D")
    await desk.until(lambda: "here" in page(desk).options.options[0].small)
    await desk.until(lambda: "1 episode fetched." in desk.lines[0])
    await desk.press("D")
    await desk.until(lambda: "Nothing is queued." in desk.lines[0])
    (file,) = listening.folder(library.path).iterdir()
    assert file.read_bytes() == b"sound" * 1000
    await desk.press("m")
    assert page(desk).options.options[0].small.endswith("here, played")
    await desk.press("u")
    assert page(desk).options.options[0].small.endswith("· here")
    assert "Taken back: mark played" in desk.lines[0]
    await desk.press("X")
    assert not file.exists()
    assert page(desk).options.options[0].small.endswith("not here")
    await desk.press("q")
    assert desk.app.screen is desk.reader


async def test_what_does_not_come_says_why_where_it_stands(desk: Desk, web: FakeWeb) -> None:
    web[TALK[0].url] = Answer("<html>", content_type="text/html")
    await desk.press(*ROPE, "E", "P", "D")
    await desk.until(lambda: "in its place" in page(desk).options.options[0].small)
    await desk.until(lambda: "sends text/html in its place." in desk.lines[0])
    await desk.press("q")
    await desk.until(lambda: "sends text/html in its place." in desk.lines[-1])


async def test_without_any_the_page_says_how_they_come(desk: Desk) -> None:
    await desk.press("P")
    assert "E queues the audio and video of a story" in desk.text


@pytest.mark.parametrize("by_link", [False, True])
async def test_a_player_is_given_it_and_it_counts_as_played(
    library: Library, web: FakeWeb, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_link: bool
) -> None:
    heard = tmp_path / "heard"
    player = (sys.executable, "-c", f"import json, sys; open({str(heard)!r}, 'w').write(json.dumps(sys.argv[1:]))")
    await edition(library, web)
    async with at_desk(
        library, clock, settings=Config(auto_refresh=False, player=(*player, "{title}", "{file}"))
    ) as desk:
        monkeypatch.setattr(desk.app, "suspend", contextlib.nullcontext)  # a screen in memory has no terminal to give
        await desk.press(*ROPE, "E")
        await desk.press(*(("G", "]", "enter") if by_link else ("P", "enter")))
        await desk.until(heard.exists)
        await desk.settle()
        assert json.loads(heard.read_text()) == ["Rope works to close", f"{GAZETTE}/rope.mp3"]
        (known,) = await library.ask(episodes.every)
        assert known.played is not None


async def test_it_goes_on_where_a_person_or_the_player_says_that_it_was_left(
    library: Library, web: FakeWeb, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = tmp_path / "began"
    says = f"import sys; open({str(began)!r}, 'a').write(sys.argv[1] + ' '); open(sys.argv[2] + '/F0', 'w').write('start=1803.5\\n')"
    player = (sys.executable, "-c", says, "--start={start}", "{places}", "{file}")
    await edition(library, web)
    async with at_desk(library, clock, settings=Config(auto_refresh=False, player=player)) as desk:
        monkeypatch.setattr(desk.app, "suspend", contextlib.nullcontext)
        await desk.press(*ROPE, "E", "P", "t")
        assert page(desk).field.value == "0:00"
        await desk.press("ctrl+u", *"noon", "enter")
        assert "“noon” is not a time" in desk.lines[0]
        await desk.press("t", "ctrl+u", *"12:30", "enter")
        assert page(desk).options.options[0].small.endswith("queued, left at 12:30")
        assert "It goes on at 12:30 · u undo" in desk.lines[0]
        await desk.press("t", "ctrl+u", *"99", "escape")
        assert page(desk).options.options[0].small.endswith("left at 12:30") and not page(desk).field.display
        await desk.press("enter")
        await desk.until(lambda: "Left at 30:03" in desk.lines[0])
        assert page(desk).options.options[0].small.endswith("left at 30:03")
        await desk.press("u")
        assert page(desk).options.options[0].small.endswith("left at 12:30")
        await desk.press("enter")
        await desk.until(lambda: began.read_text().split() == ["--start=750", "--start=750"])
        await desk.until(lambda: "Left at 30:03" in desk.lines[0])
        await desk.press("m")
        assert page(desk).options.options[0].small.endswith("queued, played")
