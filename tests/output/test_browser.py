"""Which program gets an address, and whether it gets the screen."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import site
from tests.terminal import Terminal, environment
from tests.web import Loopback, Threaded
from tui.output import browser
from tui.output.browser import Way, hand_over, start, way

URL = "https://news.example/story?a=1&b=%s"


@pytest.mark.parametrize(
    ("chosen", "links", "environ", "wanted"),
    [
        ((), "auto", {}, Way("copy")),
        ((), "auto", {"DISPLAY": ":0"}, Way("window")),
        ((), "auto", {"WAYLAND_DISPLAY": "wayland-0"}, Way("window")),
        ((), "auto", {"DISPLAY": ":0", "SSH_CONNECTION": "1 2"}, Way("copy")),
        ((), "browser", {"DISPLAY": ":0", "SSH_CONNECTION": "1 2"}, Way("window")),
        ((), "copy", {"DISPLAY": ":0"}, Way("copy")),
        ((), "auto", {"DISPLAY": ":0", "BROWSER": "firefox"}, Way("window")),
        ((), "auto", {"DISPLAY": ":0", "BROWSER": "/usr/bin/lynx"}, Way("terminal", ("/usr/bin/lynx", URL))),
        ((), "auto", {"BROWSER": "w3m -M %s:firefox"}, Way("terminal", ("w3m", "-M", URL))),
        (("elinks", "-no-numbering"), "auto", {}, Way("terminal", ("elinks", "-no-numbering", URL))),
        (("firefox", "--new-tab"), "auto", {}, Way("window", ("firefox", "--new-tab", URL))),
        (("firefox",), "auto", {"SSH_CONNECTION": "1 2"}, Way("copy")),
    ],
)
def test_the_way_to_a_browser(chosen: tuple[str, ...], links: str, environ: dict[str, str], wanted: Way) -> None:
    assert way(URL, chosen, links, environ) == wanted


def test_what_cannot_be_started_is_said() -> None:
    missing = Way("terminal", ("/no/such/browser", URL))
    assert "/no/such/browser cannot be started: No such file" in hand_over(missing)
    assert "/no/such/browser cannot be started: No such file" in start(missing, URL)
    assert hand_over(Way("terminal", ("false", URL))) == "false ended with an error (1)."


def test_a_text_browser_gets_the_screen_and_gives_it_back(tmp_path: Path) -> None:
    lynx = tmp_path / "lynx"
    lynx.write_text('#!/bin/sh\necho "A page in columns: $1"\nread answer\necho "$answer"\n')
    lynx.chmod(0o755)
    env = environment(tmp_path, BROWSER=str(lynx))
    program = [sys.executable, "-m", "tui"]
    gazette = Loopback(lambda path, _headers: site.answer(gazette.url, path))
    with Threaded(gazette) as server:
        subprocess.run([*program, "follow", f"{server.url}/feed"], env=env, check=True, capture_output=True)
        with Terminal(program, env, 80, 24) as terminal:
            terminal.wait_for("Ferry strike")
            terminal.press("l", "o")
            terminal.wait_for("A page in columns: http://127.0.0.1")
            terminal.press("q", "enter")  # for the browser, not for the reader
            terminal.wait_for("Ferry strike", "Back from", gone="A page in columns")
            terminal.press("Q")
            assert terminal.wait_end() == 0


def test_a_program_is_started_with_the_address_last_and_by_no_shell() -> None:
    url = "https://a.example/?a=1&b=$(id)"
    assert start(way(url, (sys.executable, "-c", "pass"), "browser", {}), url) == f"Opened: {url}"


def test_where_there_is_none_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def nowhere(url: str) -> bool:
        asked.append(url)
        return False

    monkeypatch.setattr("webbrowser.open", nowhere)
    assert browser.start(Way("window"), "https://a.example/") == "No browser was found for https://a.example/"
    assert asked == ["https://a.example/"]
