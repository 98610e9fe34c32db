"""Events in a real pseudo-terminal: opened in place, compared, told apart, put together, read; and all of it taken back,
in the end from a shell beside it."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Verb, home, verb
from tests.storage.events_paper import ALONE, BRIDGE, VOTE, groups, ids_by_title, two_events
from tests.terminal import Terminal, environment
from tui import config
from tui.library import opening

__all__ = ["home", "verb"]

PROGRAM = [sys.executable, "-m", "tui"]
FIRST, SECOND, THIRD = (title[:20] for title in reversed(VOTE))
"""As far as the rows have room for them, the newest first."""


@pytest.fixture
def known(home: Path) -> dict[str, int]:
    """A library with two events, and the ids of its stories."""
    (home / "config" / "broadsheet").mkdir(parents=True)
    (home / "config" / "broadsheet" / "config.toml").write_text("auto_refresh = false\n")
    with opening.writing(config.library_file()) as file:
        two_events(file, now=file.clock())
        return ids_by_title(file)


def events() -> set[frozenset[str]]:
    with opening.reading(config.library_file()) as file:
        return groups(file)


def test_a_day(known: dict[str, int], home: Path, verb: Verb) -> None:
    start = events()
    assert start == {frozenset(VOTE), frozenset(BRIDGE)}
    with Terminal(PROGRAM, environment(home), 80, 24) as terminal:
        terminal.wait_for("Unread               8")
        terminal.press("l", "E")
        terminal.wait_for("3 outlets  " + FIRST, "4 outlets", "Each event once.")

        terminal.press("=")  # side by side, each by its outlet
        screen = terminal.wait_for(FIRST, "Paper 2 · ", SECOND, "Paper 1 · ", THIRD, "Paper 0 · ")
        assert "3 outlets" not in screen
        terminal.press("j", "m")
        terminal.wait_for("Unread               7")

        terminal.press("x")  # it has a row of its own, no longer set in
        terminal.wait_for("▌  49 m  Paper 1    " + SECOND, "It stands apart from 2 others now")
        assert events() == {frozenset({VOTE[0], VOTE[2]}), frozenset(BRIDGE)}
        terminal.press("u")
        terminal.wait_for("Taken back: said not to be the same")
        assert events() == start

        terminal.press("k", "=", "v", "j", "x")
        terminal.wait_for("4 stories tell one event", "4 outlets  " + FIRST, gone=ALONE[:20])
        assert events() == {frozenset({*VOTE, ALONE}), frozenset(BRIDGE)}
        terminal.press("u")
        terminal.wait_for("Taken back: said to be the same", ALONE[:20])
        terminal.press("g")  # the highlight stayed on its line, with what is new above it
        terminal.wait_for("3 outlets  " + FIRST, ALONE[:20])
        terminal.press("u")
        terminal.wait_for("Unread               8", "1 story marked read")
        assert events() == start

        assert verb("same", *(str(known[title]) for title in (ALONE, BRIDGE[0]))).code == 0  # another shell
        terminal.wait_for("5 outlets  " + ALONE[:20], gone=BRIDGE[3][:20])
        assert verb("undo").code == 0
        terminal.wait_for("4 outlets  " + BRIDGE[3][:20])
        terminal.press("g", "X")
        terminal.wait_for("3 stories, 3 outlets. This one shares")
        terminal.press("Q")
        assert terminal.wait_end() == 0
