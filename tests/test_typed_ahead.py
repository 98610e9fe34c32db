"""Keys that arrive together, as they do over a slow line, in a real pseudo-terminal: what follows enter in a line to type
in is for what comes of that line, and none of it is lost."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Verb, home, verb
from tests.storage.paper import follow_two_sites
from tests.terminal import KEYS, Terminal, environment
from tui import config
from tui.library import opening

__all__ = ["home", "verb"]

PROGRAM = [sys.executable, "-m", "tui"]


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    """A screen at its start: three sections of one site, and a section of another."""
    (home / "config" / "broadsheet").mkdir(parents=True)
    (home / "config" / "broadsheet" / "config.toml").write_text("auto_refresh = false\nevents = false\n")
    with opening.writing(config.library_file()) as file:
        follow_two_sites(file)
    with Terminal(PROGRAM, environment(home), 80, 24) as terminal:
        terminal.wait_for("Unread               9", "? help")
        yield terminal


def burst(terminal: Terminal, *keys: str) -> None:
    """Press keys in one write: all of them are there before the first is looked at."""
    terminal.press("".join(KEYS.get(key, key) for key in keys))


def test_names_folders_and_intervals(terminal: Terminal, verb: Verb) -> None:
    burst(terminal, "G", "c", "ctrl+u", *"Evening Post", "enter", "M", *"News", "enter", "I", *"2h", "enter", "H")
    terminal.wait_for("shows in its own list alone", "Evening Post")
    assert "Evening Post is called" not in terminal.text()
    burst(terminal, "F", *"Slow", "enter", "F", *"Quick", "enter", "u")
    terminal.wait_for("Taken back", "▾ Slow", gone="▾ Quick")
    assert "Slow" in verb("folder").out and "Quick" not in verb("folder").out


def test_commands_by_name_one_after_another(terminal: Terminal) -> None:
    first = ["l", ":", *"star, or", "enter", "j", ":", *"read later", "enter"]
    burst(terminal, *first, "j", ":", *"Tags of", "enter", *"ports", "enter", "m")
    terminal.wait_for("▌ ", "# ports", "Starred              1", "Later                1", "Unread               8")


def test_a_search_and_what_is_done_with_its_finds(terminal: Terminal) -> None:
    burst(terminal, "ctrl+f", *"section:sport", "enter", "s", "j", "w")
    terminal.wait_for("Starred              1", "Later                1", "Story 5", gone="Story 1")


def test_a_rule_asks_twice(terminal: Terminal, verb: Verb) -> None:
    burst(terminal, "W", *"story", "enter", *"star #ports", "enter", "F", *"News", "enter")
    terminal.wait_for("A new folder: News")
    assert "story" in verb("rule").out and "star, #ports" in verb("rule").out


def test_a_mistaken_search_is_asked_again_and_typed_on(terminal: Terminal) -> None:
    burst(terminal, "ctrl+f", *"is:purple", "enter", *["backspace"] * 6, *"unread section:arts", "enter", "s")
    terminal.wait_for("Starred              1", "Story 7")


def test_what_is_pasted_keeps_its_place(terminal: Terminal) -> None:
    burst(terminal, "F", *"A ", "\x1b[200~quiet\x1b[201~", *" one", "enter", "F", "ctrl+c", "F", *"B", "enter")
    terminal.wait_for("▾ A quiet one", "▾ B")


def test_lists_and_stories_that_have_not_come_yet(terminal: Terminal) -> None:
    burst(terminal, *"jjjjjjjjj", "l", "j", "s")  # the second story of Sport's list, wherever it is by then
    terminal.wait_for("Starred              1", "Story 6")
    burst(terminal, *"hg", "l", "enter", *"JJ", "s", "t", *"third", "enter")
    terminal.wait_for("Story 3", "#third")
    burst(terminal, *"hh", "g", "l", *"nn", "s")
    terminal.wait_for("Starred              3")


def test_a_view_that_is_changed_and_moved_in(terminal: Terminal) -> None:
    burst(terminal, "l", "m", "U", "j", "s")
    terminal.wait_for("Unread               8", "Starred              1", "★")
    terminal.press("h")
    burst(terminal, *"jjj", "l", "w")
    terminal.wait_for("Later                1")
