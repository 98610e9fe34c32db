"""A week of acts, on screens in pseudo-terminals and from shells beside them; all of it taken back to the first day, and
done again."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Verb, home, verb
from tests.storage.paper import follow_two_sites
from tests.terminal import Terminal, environment
from tui import config
from tui.library import opening

__all__ = ["home", "verb"]

PROGRAM = [sys.executable, "-m", "tui"]
KEPT = {
    "stories": "SELECT identity, read, starred, later, hidden FROM stories ORDER BY identity",
    "marks": "SELECT identity, read, starred, later FROM marks WHERE read + starred + later ORDER BY identity",
    "notes": "SELECT identity, note FROM notes JOIN marks USING (id) ORDER BY identity",
    "tags": "SELECT name, identity FROM tagged JOIN tags ON tags.id = tag_id JOIN marks ON marks.id = mark_id ORDER BY 1, 2",
    "sections": "SELECT url, name, position, muted, hidden, minutes, full_text, archived, stories, unread FROM sections ORDER BY url",
    "sites": "SELECT url, name, position FROM sites ORDER BY url",
    "folders": "SELECT name, parent_id, position FROM folders ORDER BY id",
    "foldered": "SELECT folder_id, section_id, position FROM foldered ORDER BY folder_id, section_id",
    "searches": "SELECT name, words, kind, acts, stories, unread FROM searches ORDER BY kind, name",
    "matched": "SELECT count(*) FROM matched",
    "totals": "SELECT stories, unread, starred, later FROM totals",
}
"""All that an act may change, in SQL; that a story was once touched, and so is never tidied away, stays."""


def acts() -> int:
    """How many can be taken back."""
    with closing(sqlite3.connect(config.library_file())) as db:
        return int(db.execute("SELECT count(*) FROM actions WHERE undone = 0").fetchone()[0])


def library() -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(config.library_file())) as db:
        return {name: db.execute(sql).fetchall() for name, sql in KEPT.items()}


def changed(then: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """The rows that are not as they were."""
    now = library()
    return {name: sorted(set(now[name]) ^ set(then[name]), key=str) for name in then if now[name] != then[name]}


@pytest.fixture
def followed(home: Path) -> None:
    (home / "config" / "broadsheet").mkdir(parents=True)
    (home / "config" / "broadsheet" / "config.toml").write_text("auto_refresh = false\n")
    with opening.writing(config.library_file()) as file:
        follow_two_sites(file)


def do(terminal: Terminal, *steps: tuple[tuple[str, ...], str]) -> None:
    """Keys, each with what the screen says then, this & that."""
    for keys, said in steps:
        terminal.press(*keys)
        terminal.wait_for(*said.split(" & "))


def test_a_week_is_taken_back_and_done_again(followed: None, home: Path, verb: Verb) -> None:
    start, before, env = library(), acts(), environment(home)
    monday = [
        (("l", "s"), "▌★"),
        (("j", "m"), "Unread               8"),
        (("j", "t", *"ports, towns", "enter"), "#ports #towns"),
        (("e", *"Ask", "enter"), "The note is kept · u undo"),
        (("v", "j", "w"), "2 stories to be read later · u undo"),
        (("<",), "above marked read"),
        (("u",), "Taken back"),
        (("ctrl+r",), "Done again"),
    ]
    tuesday = [
        (("F", *"News", "enter"), "A new folder: News"),
        (("G", "M", *"News, Slow / Weekly", "enter"), "The Post stands in News, Slow / Weekly"),
        (("c", "ctrl+u", *"Evening Post", "enter"), "The Post is called Evening Post"),
        (("H",), "shows in its own list alone"),
        (("I", *"2h", "enter"), "is asked every 2 h"),
        (("E",), "whole stories"),
        (("g", "/", *"sport", "enter"), "▌│ Sport & enter stories"),
        (("Z",), "is hidden"),
        (("X",), "is no longer followed"),
    ]
    with Terminal(PROGRAM, env, 80, 24) as terminal:
        terminal.wait_for("Unread               9")
        do(terminal, *monday)
        terminal.press("Q")
        assert terminal.wait_end() == 0
    with Terminal(PROGRAM, env, 120, 36) as terminal:
        terminal.wait_for("The Paper")
        terminal.press("h")
        do(terminal, *tuesday)
        assert verb("mute", "headline:7").code == 0  # another shell, while the screen is open
        assert verb("highlight", "story").code == 0
        assert verb("rule", "story", "--star").code == 0
        terminal.press("g")
        terminal.wait_for("» Story 5")
        with Terminal(PROGRAM, env, 60, 20) as second:
            second.wait_for("unread", "? help")
            do(
                second,
                (("ctrl+f", *"story", "enter"), "Search"),
                (("S",), "Saved as a row"),
                (("A",), "marked read"),
            )
            terminal.wait_for("? story")
            do(terminal, (("u",), "Taken back: "))  # what the other did
            second.press("Q")
            assert second.wait_end() == 0
        for words in (
            ("tag", "weekend", "--search", "story"),
            ("tag", "weekend", "--rename", "sunday"),
            ("folder", "Slow", "--rename", "Slower"),
            ("change", "Sport", "--name", "Abroad", "--into", "News", "--place", "1"),
            ("mark", "read", "--section", "Abroad"),
            ("folder", "News", "--remove"),
            ("tag", "sunday", "--remove"),
            ("unfollow", "World"),
        ):
            assert verb(*words).code == 0, words
        end = library()
        assert end != start
        week = acts() - before
        for taken in range(week):
            if taken == 4:
                do(terminal, (("u",), "Taken back: "))
            else:
                assert verb("undo").code == 0
        terminal.press("Q")
        assert terminal.wait_end() == 0
    assert week >= 25
    assert changed(start) == {}
    for _ in range(week):
        assert verb("redo").code == 0
    assert verb("redo").code == 1
    assert changed(end) == {}
