"""The program leaves in good order, whatever ends it: in a real pseudo-terminal."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.terminal import Terminal, environment
from tui.config import Config
from tui.library.library import Library
from tui.storage import stories

READER = [sys.executable, "-m", "tui"]


def reader(folder: Path, **more: str) -> Terminal:
    (folder / "config" / "broadsheet").mkdir(parents=True, exist_ok=True)
    (folder / "config" / "broadsheet" / "config.toml").write_text("auto_refresh = false\n")
    return Terminal(READER, environment(folder, **more), 80, 24)


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_the_terminal_restored(tmp_path: Path, name: signal.Signals) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        assert b"\x1b[?1004h" not in terminal.output  # the focus changes nothing, so nothing is to be told of it
        terminal.process.send_signal(name)
        assert terminal.wait_end() == 0
        ending = bytes(terminal.output[-300:])
        assert b"\x1b[?1049l" in ending
        assert b"\x1b[?25h" in ending
        assert b"Traceback" not in ending


def test_bytes_that_are_no_text_do_not_end_it(tmp_path: Path) -> None:
    """As a terminal in Latin-1 sends them for an accent."""
    with reader(tmp_path) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        os.write(terminal.line, b"\xe9\xff?")
        terminal.wait_for("The keys")
        terminal.press("/")
        os.write(terminal.line, "caf\xe9s é".encode("latin-1") + "é".encode())
        terminal.wait_for("caf�s �é")


def test_a_lost_connection_ends_it(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        terminal.hang_up()
        terminal.process.wait(timeout=60)


def test_a_terminal_gone_without_a_signal_ends_it(tmp_path: Path) -> None:
    """As under nohup, or in a container: there is no controlling terminal that could send one."""
    line, inner = pty.openpty()
    fcntl.ioctl(line, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        READER, stdin=inner, stdout=inner, stderr=inner, env=environment(tmp_path), start_new_session=True
    )
    os.close(inner)
    shown = b""
    while b"Welcome" not in shown:
        shown += os.read(line, 1 << 16)
    os.close(line)
    assert process.wait(timeout=60) is not None


def test_a_stalled_line_does_not_hold_it_up(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        for _ in range(400):  # nobody reads what these keys are answered with
            terminal.press("?", "q")
        terminal.process.send_signal(signal.SIGTERM)
        terminal.process.wait(timeout=60)


async def test_a_mark_made_just_before_the_end_is_kept(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        terminal.press("l")
        terminal.wait_for("enter read")
        terminal.press("s")
        terminal.wait_for("★", " Starred              1")  # the count follows when it is kept
        terminal.process.send_signal(signal.SIGKILL)
        terminal.wait_end()
    library = await Library.open(tmp_path / "data" / "broadsheet" / "library.db", Config())
    assert (await library.ask(stories.counts)).starred == 1
    await library.close()


def test_stopped_and_continued_it_draws_itself_again(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        terminal.press("ctrl+z")
        terminal.wait_until(terminal.stopped)
        terminal.wait_until(lambda: b"\x1b[?1049l" in terminal.output)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.press("l")
        terminal.wait_for("Welcome to Broadsheet", "enter read")
        terminal.press("Q")
        assert terminal.wait_end() == 0


def test_where_letters_cannot_be_written_a_question_mark_stands_in_one_cell(tmp_path: Path) -> None:
    keep = [*READER, "search", "ferry", "--save", "Zürich"]
    subprocess.run(keep, env=environment(tmp_path), check=True, capture_output=True)
    with reader(tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0") as terminal:
        assert "\n" + "-" * 24 + "+" + "-" * 55 + "\n" in terminal.wait_for(" ? Z?rich               | ", "move")
        assert terminal.output.isascii()


def test_without_colour_the_highlight_is_reverse(tmp_path: Path) -> None:
    with reader(tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for("Welcome to Broadsheet", "move")
        row = terminal.screen.buffer[2]
        assert row[3].reverse
        assert not any(
            cell.fg != "default" or cell.bg != "default"
            for cells in terminal.screen.buffer.values()
            for cell in cells.values()
        )
        terminal.press("Q")
        assert terminal.wait_end() == 0
