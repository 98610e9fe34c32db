"""The program in a real pseudo-terminal, against a real server: the path of a reader, and back again without a network."""

import sys
from pathlib import Path

import pytest

from tests import site
from tests.terminal import GUIDE_UNREAD, Terminal, environment
from tests.web import Loopback, Threaded

pytestmark = pytest.mark.wheel

PROGRAM = [sys.executable, "-m", "tui"]
FERRY = "Ferry strike ends after nine days"
TUNNEL = "Tunnel opens three weeks early"


def test_follow_refresh_read_walk_star_quit_and_find_it_all_again(tmp_path: Path) -> None:
    env = environment(tmp_path)
    gazette = Loopback(lambda path, _headers: site.answer(gazette.url, path))
    with Threaded(gazette) as server, Terminal(PROGRAM, env, 120, 36) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "All", GUIDE_UNREAD)
        terminal.press("a")
        terminal.wait_for("Starter sites", "Asian Lite")
        terminal.press(*server.url, "enter")
        terminal.wait_for("The Harbour Gazette: 3 sections", "[x] World", "[ ] Comments")
        terminal.press("enter")
        terminal.wait_for("│ Culture", FERRY[:20], "Following The Harbour Gazette: 5 stories · u undo")
        terminal.press("R")
        terminal.wait_for("Nothing new.")

        terminal.press("g", "l", "enter")
        terminal.wait_for("What it means for the town", "By Ann Other", "1 min read")
        terminal.press("G")
        terminal.wait_for("ALSO READ", TUNNEL, "NEXT STORY")
        terminal.press("]", "enter")
        terminal.wait_for("Paragraph 1 of the story that says: tunnel")
        terminal.press("backspace")
        terminal.wait_for("Paragraph 8 of the story that says: ferry")
        terminal.press("s")
        terminal.wait_for("▌★")
        terminal.press("Q")
        assert terminal.wait_end() == 0

    with Terminal(PROGRAM, env, 120, 36) as terminal:
        terminal.wait_for("▌★", "Starred              1", "Paragraph 8 of the story that says: ferry")
        terminal.press("g")
        terminal.wait_for("By Ann Other")
        terminal.press("R")
        terminal.wait_for("2 sections did not answer", "World            ! 1")
        terminal.press("ctrl+f", *"tunnel weeks", "enter")
        terminal.wait_for("Search: tunnel weeks 1", "Tunnel opens three weeks")
        terminal.press("Q")
        assert terminal.wait_end() == 0


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20)])
def test_narrower_terminals_drill_in_and_out_with_the_same_keys(tmp_path: Path, columns: int, rows: int) -> None:
    with Terminal(PROGRAM, environment(tmp_path), columns, rows) as terminal:
        if columns > 60:  # so narrow that one pane fills the screen, a first start opens on the stories
            terminal.wait_for("All", "Guide")
            terminal.press("l")
        terminal.wait_for("Welcome to Broadsheet")
        terminal.press("enter")
        terminal.wait_for("FIRST STEPS", "By Broadsheet")
        terminal.press("h")
        terminal.wait_for("Three panes, or two, or one", gone="By Broadsheet")
        terminal.press("q")
        terminal.wait_for("Starred")
        terminal.press("q")
        assert terminal.wait_end() == 0
