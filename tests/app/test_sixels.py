"""Pictures in sixels: on the whole screen, where the terminal says that it draws them; nothing is left of them after."""

import asyncio
import fcntl
import io
import os
import re
import struct
import termios
from pathlib import Path

import pytest
from PIL import Image

from tests.app.test_pixels import PHOTO, reading
from tests.sixels import decoded
from tests.terminal import ANSWERS, Terminal
from tui.app.sixels import ASK, Overlay, SixelTerminal, cell_of_window, overlay
from tui.jobs import SIXEL_BYTES, Sixels
from tui.parse.raster import in_sixels

LAID = re.compile(r"\x1b7\x1b\[(\d+);(\d+)H\x1bP0;1q([^\x1b]*)\x1b\\\x1b8")
ERASED = b"\x1b[m\x1b[2J"
OVER_SSH = {"SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}


class Foot(Terminal):
    """A terminal that draws sixels, its cells of 10 by 20 pixels."""

    answers = (
        *(each for each in ANSWERS if each[1] != b"\x1b[?62;22c"),
        (re.compile(rb"\x1b\[16t"), b"\x1b[6;20;10t"),
        (re.compile(rb"\x1b\[c"), b"\x1b[?62;4;22c"),
    )


class Mute(Foot):
    """One that says it draws sixels, and not how large its cells are."""

    answers = tuple(each for each in Foot.answers if b"20;10" not in each[1])


class Xterm(Mute):
    """One that does not say it either, while the system knows the pixels of its window (10 by 20 a cell)."""

    def resize(self, columns: int, rows: int) -> None:
        super().resize(columns, rows)
        fcntl.ioctl(self.line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 10 * columns + 4, 20 * rows + 4))


def laid(terminal: Terminal) -> list[tuple[int, int, str]]:
    """(row, column, body) of the pictures that came, from 0."""
    return [(int(y) - 1, int(x) - 1, body) for y, x, body in LAID.findall(terminal.output.decode(errors="replace"))]


def test_the_picture_is_drawn_as_it_is_and_erased_with_its_page(tmp_path: Path) -> None:
    with reading(tmp_path, Foot, COLORTERM="") as terminal:
        terminal.press("i")
        terminal.wait_for("▀")  # in its place it is cells, and nothing is asked
        assert ASK.encode() not in terminal.output
        erased = terminal.output.count(ERASED)  # once, before the first frame
        terminal.press("i", "I")
        terminal.wait_until(lambda: bool(laid(terminal)))
        ((row, column, body),) = laid(terminal)
        drawn = decoded(body)
        width, height = len(drawn[0]), len(drawn)
        assert (width, height) == (300, 200)
        assert (row, column) == (2 + (19 - 10) // 2, (80 - 30) // 2)
        assert "▀" not in terminal.text() and "Fetching" not in terminal.text()
        meant = Image.open(io.BytesIO(PHOTO)).convert("RGB").tobytes()
        shown = [part for pixels in drawn for pixel in pixels for part in pixel or ()]
        far = sum(abs(one - other) for one, other in zip(shown, meant, strict=True))
        assert far / len(meant) < 6  # of 256: the grain of the picture has more colours than there are
        assert terminal.output.count(ERASED) == erased
        terminal.press("q")
        terminal.wait_until(lambda: terminal.output.count(ERASED) > erased)
        terminal.wait_for("▒ The harbour", "Before.")
        assert terminal.output.rindex(ERASED) > terminal.output.rindex(b"\x1bP0;1q")
        terminal.press("I")
        terminal.wait_until(lambda: len(laid(terminal)) == 2)
        terminal.resize(60, 20)
        terminal.wait_until(lambda: len(laid(terminal)) >= 3 and laid(terminal)[-1][1] == (60 - 30) // 2)
        assert terminal.output.count(ERASED) >= erased + 2
        before = len(laid(terminal))
        terminal.press("ctrl+l")
        terminal.wait_until(lambda: len(laid(terminal)) > before)
        terminal.press("q", "q", "q", "Q")
        assert terminal.wait_end() == 0


def test_where_the_terminal_does_not_tell_its_cells_the_system_does(tmp_path: Path) -> None:
    with reading(tmp_path, Xterm) as terminal:
        terminal.press("I")
        terminal.wait_until(lambda: bool(laid(terminal)))
        ((row, column, body),) = laid(terminal)
        drawn = decoded(body)
        assert (len(drawn[0]), len(drawn), row, column) == (300, 200, 2 + (19 - 10) // 2, (80 - 30) // 2)


def test_what_the_system_knows_of_cells() -> None:
    ours, theirs = os.openpty()
    try:
        assert cell_of_window(theirs) == (0, 0)
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 724, 460))
        assert cell_of_window(theirs) == (9, 19)
    finally:
        os.close(ours)
        os.close(theirs)
    assert cell_of_window(theirs) == (0, 0)  # it is no terminal any more


@pytest.mark.parametrize(
    ("kind", "more"),
    [(Terminal, {}), (Mute, {}), (Foot, OVER_SSH), (Foot, {"NO_COLOR": "1"}), (Foot, {"BROADSHEET_THIN": "0"})],
    ids=["it does not say so", "its cells are unknown", "over SSH", "without colours", "without the layer"],
)
def test_every_other_terminal_is_sent_half_blocks(tmp_path: Path, kind: type[Terminal], more: dict[str, str]) -> None:
    with reading(tmp_path, kind, **more) as terminal:
        terminal.press("I")
        terminal.wait_for("Picture 1 of 1", "▀")
        assert b"\x1bP" not in terminal.output


async def answered(
    *answers: str, env: dict[str, str] | None = None, wanted: str = "auto", known: tuple[int, int] = (0, 0)
) -> tuple[object, list[str]]:
    """What comes of asking, and what was sent for it."""
    sent: list[str] = []
    terminal = SixelTerminal(sent.append, env or {}, wanted, lambda: known)
    task = asyncio.ensure_future(terminal.ask())
    await asyncio.sleep(0)
    for answer in answers:
        terminal.hear(answer)
    return await task, sent


async def test_the_terminal_says_whether_and_how_large_its_cells_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.pixels.PATIENCE", 0.01)
    yes = "6;20;10t", "?62;4;22c"
    assert await answered(*yes) == ((10, 20), [ASK])
    assert (await answered("6;20;10t", "?64;1;2;4c"))[0] == (10, 20)
    for no in (
        ("6;20;10t", "?4;22c"),
        ("6;20;10t", "?62;22;44c"),
        ("?62;4c",),
        ("6;0;10t", "?62;4c"),
        ("6;9999;10t", "?62;4c"),
        ("6;20;10t",),
        (),
    ):
        assert (await answered(*no))[0] is None, no
    assert (await answered("?62;4c", known=(9, 18)))[0] == (9, 18)
    assert (await answered(*yes, known=(9, 18)))[0] == (10, 20)
    assert (await answered("?62;22c", known=(9, 18)))[0] is None
    assert await answered(*yes, env=OVER_SSH) == (None, [])
    assert (await answered(*yes, env=OVER_SSH, wanted="on"))[0] == (10, 20)
    assert await answered(*yes, wanted="off") == (None, [])


async def test_no_picture_is_larger_than_the_terminal_draws_any() -> None:
    terminal = SixelTerminal(lambda _: None, {}, "auto", lambda: (10, 20))
    for largest, room in (("?2;0;1000;600S", (100, 30)), ("?2;3;0S", (150, 40)), ("?2;0;0;0S", (150, 40))):
        task = asyncio.ensure_future(terminal.ask())
        await asyncio.sleep(0)
        terminal.hear(largest)
        terminal.hear("?62;4c")
        assert await task == (10, 20)
        assert terminal.room((150, 40)) == room


async def test_it_is_asked_each_time_until_it_says_no() -> None:
    sent: list[str] = []
    terminal = SixelTerminal(sent.append, {}, "auto", lambda: (0, 0))
    for answers, cell in (
        (("6;20;10t", "?62;4c"), (10, 20)),
        (("6;40;20t", "?62;4c"), (20, 40)),
        (("?62c",), None),
        ((), None),
    ):
        task = asyncio.ensure_future(terminal.ask())
        await asyncio.sleep(0)
        for answer in answers:
            terminal.hear(answer)
        assert await task == cell
    assert sent == [ASK] * 3


def test_it_covers_whole_cells() -> None:
    assert overlay(Sixels(101, 41, b"~"), (10, 20)) == Overlay(11, 3, "~")
    assert overlay(Sixels(100, 40, b"~"), (10, 20)).at(4, 2) == "\x1b7\x1b[3;5H\x1bP0;1q~\x1b\\\x1b8"


@pytest.mark.parametrize(
    "body",
    [b"", b"~\x1b\\", b"~\x9c", b"~\n", b"\x07", b"!99999~", b"~-~-~", b"@" * (SIXEL_BYTES + 1), "é".encode()],
    ids=lambda body: body[:9].hex(),
)
def test_nothing_but_sixels_is_believed(body: bytes) -> None:
    assert Sixels(10, 12, b"~-~").sound
    assert not Sixels(10, 12, body).sound


def test_what_is_drawn_is_believed() -> None:
    assert in_sixels(PHOTO, (40, 10), (10, 20), dark=True).sound
