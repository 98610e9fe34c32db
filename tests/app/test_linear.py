"""The linear mode: one thing after another, states in words, the terminal's own cursor on the current line."""

import sys
import time
from pathlib import Path

from tests.app.paper import at_desk, edition
from tests.terminal import LIMIT, Terminal, environment
from tests.web import Clock, FakeWeb
from tui.app.linear import current_line
from tui.config import Config
from tui.library.library import Library

LINEAR = Config(auto_refresh=False, linear=True)
DRAWN = set("─│┬┴▌●★◆█░▸▾▒»›")


async def test_there_is_one_pane_and_every_state_is_a_word(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (120, 36), LINEAR) as desk:
        assert "All, 10 unread" in desk.text
        assert "in The Harbour Gazette: Top News, 5 unread" in desk.text
        assert "failed: " in desk.text
        await desk.press("l")
        assert "unread, starred: Ferry strike ends" in desk.text
        assert "All, 10 unread" not in desk.text
        await desk.press("enter")
        assert "The council met on Monday" in desk.text
        assert not DRAWN & set(desk.text)


async def test_the_cursor_is_on_the_current_line(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (100, 30), LINEAR) as desk:
        for key in ("j", "k", "l", "j", "j", "G", "g", "enter", "]", "]"):
            await desk.press(key)
            place = current_line(desk.app.screen)
            assert place is not None and desk.app.cursor_cell == place
            line = desk.lines[place.y]
            if desk.reader.pane == "stories":
                assert desk.headline[:20] in line
            elif key == "]":
                link = desk.reader.reading.focused_link
                assert link is not None and link.title[:20] in line


async def test_no_letter_is_put_into_a_word(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (100, 30), LINEAR) as desk:
        await desk.press("l", "enter", "G")
        before = desk.lines[1:-1]
        await desk.press("f")
        assert "The links of this story" in desk.lines[0]
        await desk.press("q")
        assert desk.lines[1:-1] == before


def current(terminal: Terminal, words: str) -> None:
    """Wait until the terminal's own cursor is seen on a line with these words, and nothing is drawn anywhere."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        if words in terminal.screen.display[terminal.screen.cursor.y] and not terminal.screen.cursor.hidden:
            assert not DRAWN & set(terminal.text())
            return
        terminal._read(0.5)
    raise AssertionError(f"the cursor is on {terminal.screen.cursor.y}, without {words!r}:\n{terminal.text()}")


def test_a_reader_goes_from_list_to_story_to_link_and_back_marks_and_takes_back(tmp_path: Path) -> None:
    """All of it by the line that the cursor is on, as a braille line shows it."""
    with Terminal([sys.executable, "-m", "tui", "--linear"], environment(tmp_path), 80, 24) as terminal:
        terminal.wait_for("Welcome to Broadsheet.", "unread: ")
        current(terminal, "unread: Welcome to Broadsheet")
        terminal.press("enter")
        current(terminal, "FIRST STEPS")
        terminal.press("]")
        current(terminal, "All the keys [1] are on one")
        terminal.press("]")
        current(terminal, "> Follow any site")
        terminal.press("enter")
        current(terminal, "FOLLOWING")
        terminal.press("backspace")
        terminal.wait_for("ALSO READ", gone="FOLLOWING")
        terminal.press("]")
        current(terminal, "All the keys [1] are on one")
        terminal.press("q")
        current(terminal, " Welcome to Broadsheet.")
        for key, said in (("s", "starred: Welcome"), ("u", " Welcome"), ("m", "unread: Welcome"), ("u", " Welcome")):
            terminal.press(key)
            current(terminal, f"{said} to Broadsheet.")
        terminal.press("h")
        current(terminal, " All, 18 unread")
        terminal.press("Q")
        assert terminal.wait_end() == 0


def test_in_a_terminal_the_cursor_is_seen_and_goes_along(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "tui", "--linear"], environment(tmp_path), 80, 24) as terminal:
        terminal.wait_for("Welcome to Broadsheet.", "unread: ")
        assert not terminal.screen.cursor.hidden
        before = terminal.screen.cursor.y
        assert "Welcome to Broadsheet" in terminal.screen.display[before]
        terminal.press("j")
        while terminal.screen.cursor.y == before:
            terminal._read(0.5)
        assert "unread: " in terminal.screen.display[terminal.screen.cursor.y]
        terminal.press("enter")
        terminal.wait_for("min read")
        assert not DRAWN & set(terminal.text())
        terminal.press("Q")
        assert terminal.wait_end() == 0
