"""The program on the screen: what it asks of the terminal and of the system, and how it ends."""

import asyncio
import gc
import os
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.app.paper import QUIET, Desk, at_desk
from tests.web import Clock
from tui import app as room
from tui.app import NewsApp, themes
from tui.app.answers import Answered
from tui.app.phrases import Row
from tui.errors import ConfigError
from tui.library.library import Library
from tui.values import replace

DARK, LIGHT = "11;rgb:0000/0000/0000", "11;rgb:ffff/ffff/ffff"


@pytest.fixture(autouse=True)
def signals_as_they_were() -> Iterator[None]:
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


class Ends:
    """What would end the process hard."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.after: list[float] = []
        self.daemon: list[bool] = []
        ends = self

        class Timer:
            daemon = False

            def __init__(self, seconds: float, do: Callable[..., None], given: tuple[int, ...]) -> None:
                assert (do, given) == (os._exit, (1,))
                self.seconds = seconds

            def start(self) -> None:
                ends.after.append(self.seconds)
                ends.daemon.append(self.daemon)

        monkeypatch.setattr("threading.Timer", Timer)


def test_the_moment_is_aware() -> None:
    assert room.now().tzinfo is not None


# Themes, and the terminal's background


async def test_a_theme_is_put_on_and_one_that_is_none_is_refused(desk: Desk) -> None:
    desk.app.wear("nord")
    assert desk.app.worn == "nord"
    with pytest.raises(ConfigError):
        desk.app.wear("no such theme")
    assert desk.app.worn == "nord"


async def test_a_program_with_a_theme_that_is_none_does_not_start(library: Library) -> None:
    with pytest.raises(ConfigError):
        NewsApp(library, replace(QUIET, theme="no such theme"))


async def test_colours_refused_by_an_empty_word_are_not_refused(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    NewsApp(library, QUIET)
    assert "NO_COLOR" not in os.environ
    monkeypatch.setenv("NO_COLOR", "1")
    NewsApp(library, QUIET)
    assert os.environ["NO_COLOR"] == "1"


@pytest.mark.parametrize(("term", "asked"), [("xterm-256color", 1), ("linux", 0), ("vt100", 0), ("vt220", 0)])
async def test_a_terminal_that_can_say_it_is_asked_once_for_its_background(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, term: str, asked: int
) -> None:
    questions: list[str] = []
    monkeypatch.setattr(desk.app, "ask", questions.append)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(desk.app, "_asked_background", False)
    desk.app.background()
    desk.app.background()
    assert len(questions) == asked


async def test_a_theme_that_follows_the_background_changes_with_it_and_it_is_kept(
    library: Library, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_desk(library, clock, settings=replace(QUIET, theme=themes.AUTO)) as desk:
        kept: list[bool] = []
        monkeypatch.setattr(desk.reader.appearance, "keep_background", lambda *, light: kept.append(light))
        worn = [desk.app.theme]
        for answer in (LIGHT, LIGHT, DARK, "nonsense"):
            desk.app.on_answered(Answered(answer))
            worn.append(desk.app.theme)
        assert kept == [True, False]
        assert worn[1] == worn[2] != worn[3] == worn[4]


async def test_another_theme_stays_whatever_the_background_is(desk: Desk) -> None:
    desk.app.wear("nord")
    theme = desk.app.theme
    for answer in (LIGHT, DARK):
        desk.app.on_answered(Answered(answer))
        assert desk.app.theme == theme


async def test_the_focus_of_the_terminal_changes_nothing(desk: Desk) -> None:
    before = desk.text
    from textual.events import AppBlur, AppFocus

    for event in (AppBlur(), AppFocus()):
        desk.app.post_message(event)
        await desk.settle()
        assert desk.text == before


# Keys


async def test_keys_that_arrive_together_do_not_overtake_one_another(desk: Desk) -> None:
    for key in ("ctrl+f", "m", "o", "o", "n", "enter"):
        desk.app.simulate_key(key)
    await desk.until(lambda: desk.reader.stories.count == 1)
    assert desk.reader.wanted.words == "moon"


# Its end


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
async def test_a_signal_ends_it_in_good_order_and_hard_if_that_does_not_help(
    monkeypatch: pytest.MonkeyPatch, name: signal.Signals
) -> None:
    ends = Ends(monkeypatch)
    left = asyncio.Event()
    room._heed_signals(SimpleNamespace(exit=left.set))  # type: ignore[arg-type]
    os.kill(os.getpid(), name)
    async with asyncio.timeout(20):
        await left.wait()
    assert ends.after == [room.LAST_SECONDS]
    assert ends.daemon == [True]


async def test_a_terminal_that_has_vanished_ends_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ends = Ends(monkeypatch)
    there = True

    def attributes(_: int) -> list[Any]:
        if not there:
            raise termios.error(5, "Input/output error")
        return []

    monkeypatch.setattr(termios, "tcgetattr", attributes)
    monkeypatch.setattr(sys, "__stdin__", SimpleNamespace(fileno=lambda: 0))
    desk.app._watch_terminal()
    assert ends.after == []
    there = False
    desk.app._watch_terminal()
    assert ends.after == [room.LAST_SECONDS]
    await desk.until(lambda: not desk.app.is_running)


@pytest.mark.parametrize(
    ("mouse", "ssh", "heeded"),
    [("on", True, True), ("auto", False, True), ("auto", True, False), ("off", False, False)],
)
def test_over_ssh_the_mouse_is_heeded_only_where_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch, mouse: str, ssh: bool, heeded: bool
) -> None:
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    if ssh:
        monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    assert room._mouse(replace(QUIET, mouse=mouse)) is heeded


# What is left for the next start


async def test_the_screen_is_kept_as_it_begins_and_not_as_it_is_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = 0

    def picture() -> tuple[int, int, list[Row]]:
        nonlocal taken
        taken += 1
        return 120, 36, [[]] * taken

    monkeypatch.setattr(desk.app, "picture", picture)
    desk.app.post_display_hook()
    assert desk.app.left == (120, 36, [[]] * taken)
    await desk.press("question_mark")
    before, taken = desk.app.left, 0
    desk.app.post_display_hook()
    assert (taken, desk.app.left) == (0, before)
    await desk.press("escape")
    assert desk.reader.as_it_begins
    desk.app.post_display_hook()
    assert desk.app.left == (120, 36, [[]] * taken)


async def test_garbage_is_collected_again_once_it_is_shown(desk: Desk) -> None:
    threshold = gc.get_threshold()
    try:
        gc.disable()
        desk.app.on_ready()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        desk.app.on_ready()
    finally:
        gc.enable()
        gc.unfreeze()
        gc.set_threshold(*threshold)


class Running:
    """An app that ends at once."""

    def __init__(self, unkept: str = "", code: int = 0, left: tuple[int, int, list[Any]] | None = None) -> None:
        self.return_code, self.left, self.unkept = code, left, unkept
        self.reader = self

    def exit(self) -> None: ...

    async def run_async(self, *, mouse: bool) -> None: ...

    async def leave(self) -> str:
        return self.unkept


@pytest.mark.parametrize("left", [None, (80, 24, [])])
def test_a_run_gives_the_exit_code_and_the_picture_for_the_next_start(
    library_file: Path, monkeypatch: pytest.MonkeyPatch, left: tuple[int, int, list[Any]] | None
) -> None:
    running = Running(code=3, left=left)
    monkeypatch.setattr(room, "NewsApp", lambda *_, **__: running)
    kept: list[tuple[int, int, list[Any]]] = []
    assert room.run(library_file, QUIET, keep=lambda *picture: kept.append(picture)) == 3
    assert kept == ([left] if left else [])


def test_what_could_not_be_kept_is_said_when_the_screen_is_gone(
    library_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(room, "NewsApp", lambda *_, **__: Running("2 marks could not be kept."))
    assert room.run(library_file, QUIET) == 0
    assert capsys.readouterr().err == "2 marks could not be kept.\n"
