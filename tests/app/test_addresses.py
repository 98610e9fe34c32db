"""The address that a key is about leaves the reader in the way that suits the place, and no other address does."""

import re
import shutil
import subprocess
import sys
import time
from base64 import b64decode
from pathlib import Path

import pytest

from tests.app.paper import GAZETTE, Desk
from tests.terminal import Terminal, environment
from tui.output import browser
from tui.output.browser import Way

OUTSIDE = ("SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY", "BROWSER")


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[Way]:
    """What is started, and nothing is."""
    started: list[Way] = []

    def start(way: Way, url: str) -> str:
        started.append(way)
        return "Opened."

    def hand_over(way: Way) -> str:
        started.append(way)
        return ""

    monkeypatch.setattr(browser, "start", start)
    monkeypatch.setattr(browser, "hand_over", hand_over)
    return started


def led(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Every address goes this way."""
    monkeypatch.setattr(browser, "way", lambda url, *_, **__: Way(kind, ("program", url)))  # type: ignore[arg-type]


async def test_a_section_a_story_and_a_link_each_have_their_own(desk: Desk) -> None:
    await desk.choose("Top News")
    await desk.press("y")
    assert desk.app.clipboard == f"{GAZETTE}/feed"
    await desk.press("l", "j", "y")
    assert desk.app.clipboard == f"{GAZETTE}/harbour/"
    assert desk.lines[-1].strip() == f"Sent to the clipboard: {GAZETTE}/harbour/"
    await desk.press("k", "enter", "y")
    assert desk.app.clipboard == f"{GAZETTE}/ferry/"
    await desk.press("right_square_bracket", "y")
    assert desk.reader.reading.focused_link is not None
    assert desk.app.clipboard == desk.reader.reading.focused_link.url != f"{GAZETTE}/ferry/"


async def test_a_row_without_an_address_says_so(desk: Desk, ways: list[Way]) -> None:
    for key in ("y", "o"):
        await desk.press(key)
        assert desk.lines[-1].strip() == "There is no address here."
    assert (desk.app.clipboard, ways) == ("", [])


async def test_a_window_opens_beside_the_reader(desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch) -> None:
    led(monkeypatch, "window")
    await desk.press("l", "o")
    assert [way.argv for way in ways] == [("program", f"{GAZETTE}/ferry/")]
    assert desk.lines[-1].strip() == "Opened."


async def test_without_a_window_the_address_is_copied(
    desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    led(monkeypatch, "copy")
    await desk.press("l", "o")
    assert (desk.app.clipboard, ways) == (f"{GAZETTE}/ferry/", [])


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "-flag", ""])
async def test_what_no_browser_could_open_is_given_to_none(
    desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    led(monkeypatch, "window")
    desk.reader.addresses.open_outside(url)
    await desk.settle()
    assert ways == []
    assert desk.lines[-1].strip() == "A browser cannot open this address."


async def test_the_persons_configuration_and_the_machine_decide_the_way(
    desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    asked: list[tuple[object, ...]] = []

    def way(url: str, *given: object, has_windows: bool) -> Way:
        asked.append((url, *given[:2], has_windows))
        return Way("copy", ())

    monkeypatch.setattr(browser, "way", way)
    monkeypatch.setattr("sys.platform", "darwin")
    await desk.press("l", "o")
    settings = desk.reader.settings
    assert asked == [(f"{GAZETTE}/ferry/", settings.browser, settings.open_links, True)]


ADDRESS = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
WRAPPED = re.compile(rb"\x1bP((?:\x1b\])?[^\x1b]*)\x1b\\")


@pytest.mark.parametrize(
    ("more", "wrapped"),
    [
        ({"TERM": "screen"}, True),
        ({"TERM": "screen.xterm-256color", "STY": "99.pts-1.host"}, True),
        ({"TERM": "xterm-256color", "STY": "99.pts-1.host"}, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, False),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, False),
        ({"TERM": "xterm-256color"}, False),
    ],
)
def test_what_is_copied_reaches_the_terminal_through_gnu_screen(
    tmp_path: Path, more: dict[str, str], wrapped: bool
) -> None:
    with Terminal([sys.executable, "-m", "tui"], environment(tmp_path, **more), 80, 24) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        terminal.press("l", "y")
        terminal.wait_for("Sent to the clipboard: ")  # never "copied": no terminal says that it took it
        said = terminal.text().rpartition("Sent to the clipboard: ")[2].strip().encode()
        strings = WRAPPED.findall(terminal.output)
        assert bool(strings) is wrapped
        assert all(len(each) < 250 for each in strings)
        (coded,) = ADDRESS.findall(b"".join(strings) if wrapped else bytes(terminal.output))
        assert b64decode(coded) == said


def test_where_gnu_screen_and_tmux_lie_in_each_other_both_are_told(tmp_path: Path) -> None:
    env = environment(tmp_path, TERM="screen", STY="99.pts-1.host", TMUX="/tmp/tmux-0/default,1,0")
    with Terminal([sys.executable, "-m", "tui"], env, 80, 24) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        terminal.press("l", "y")
        terminal.wait_for("Sent to the clipboard: ")
        strings = WRAPPED.findall(terminal.output)
        (wrapped,) = ADDRESS.findall(b"".join(strings))
        (bare,) = ADDRESS.findall(WRAPPED.sub(b"", bytes(terminal.output)))
        assert wrapped == bare


@pytest.mark.parametrize(("set_clipboard", "taken"), [("on", True), ("external", False)])
def test_tmux_takes_what_is_copied_where_it_is_told_to(tmp_path: Path, set_clipboard: str, taken: bool) -> None:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    env = environment(tmp_path)
    asked = " ".join(f"{name}={value!r}" for name, value in env.items() if name != "TERM")

    def said(*command: str) -> str:
        return subprocess.run([*tmux, *command], capture_output=True, text=True, check=False).stdout

    def wait_for(words: str) -> None:
        end = time.monotonic() + 60
        while words not in said("capture-pane", "-p"):
            assert time.monotonic() < end, said("capture-pane", "-p")

    try:
        said("new-session", "-d", "-x", "80", "-y", "24", f"sleep 100 & exec env {asked} {sys.executable} -m tui")
        said("set", "-g", "set-clipboard", set_clipboard)
        wait_for("Welcome to Broadsheet")
        said("send-keys", "l", "y")
        wait_for("Sent to the clipboard: guide:")
        if taken:
            end = time.monotonic() + 60
            while not said("show-buffer").startswith("guide:"):
                assert time.monotonic() < end
        else:
            assert said("show-buffer") == ""
    finally:
        said("kill-server")


async def test_the_addresses_of_all_that_are_selected_are_copied_a_line_each(desk: Desk) -> None:
    await desk.press("l", "v", "j", "j", "y")
    assert desk.lines[-1].strip() == "Sent to the clipboard: 3 addresses"
    assert desk.app.clipboard.splitlines() == [
        f"{GAZETTE}/ferry/",
        f"{GAZETTE}/harbour/",
        "https://inland.example/moon/",
    ]
    assert not desk.reader.stories.selected


@pytest.mark.parametrize(("kind", "opened", "copied"), [("window", 3, 0), ("copy", 0, 3)])
async def test_all_that_are_selected_are_opened(
    desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch, kind: str, opened: int, copied: int
) -> None:
    led(monkeypatch, kind)
    await desk.press("l", "v", "j", "j", "o")
    assert (len({way.argv for way in ways}), len(desk.app.clipboard.splitlines())) == (opened, copied)
    assert not desk.reader.stories.selected


async def test_more_than_anybody_means_are_not_opened(
    desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    led(monkeypatch, "window")
    monkeypatch.setattr("tui.app.addresses.TABS", 2)
    await desk.press("l", "v", "j", "j", "o")
    assert desk.lines[-1].strip() == "3 are too many: 2 at once."
    assert (ways, len(desk.reader.stories.selected)) == ([], 3)
