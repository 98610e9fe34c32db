"""Pictures in pixels: what a terminal that draws them is sent, and that no other is sent anything of it."""

import asyncio
import re
import signal
import sys
import zlib
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import run

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tests.images import photograph, png
from tests.terminal import ANSWERS, Terminal, environment
from tests.web import Answer, Loopback, Threaded
from tui.app.cells import Screenful, cells_of, printable, runs_of
from tui.app.layout import counted_cells, joins
from tui.app.parts import Run, text_of
from tui.app.phrases import Pen
from tui.app.pixels import ASK, KEPT, MARKS, MOST, PLACEHOLDER, Pixels, look_of, row_of, transmission
from tui.app.plates import gated, style_of
from tui.app.terminal import pen_of
from tui.jobs import Raster
from tui.parse.raster import raster
from tui.text import clean

KITTY = {"TERM": "xterm-kitty"}
SEQUENCE = re.compile(r"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")


class Kitty(Terminal):
    """A terminal that draws pictures by kitty's protocol."""

    answers = (*ANSWERS, (re.compile(rb"\x1b_Gi=31,[^\x1b]*a=q[^\x1b]*\x1b\\"), b"\x1b_Gi=31;OK\x1b\\"))


def pictures(output: str) -> dict[int, tuple[int, int, bytes, int, int]]:
    """What was sent: number -> (width, height, pixels, columns, rows), as the protocol has it."""
    found: dict[int, tuple[int, int, bytes, int, int]] = {}
    coded = ""
    keys: dict[str, str] = {}
    for said, payload in SEQUENCE.findall(output):
        held = dict(pair.split("=") for pair in said.split(","))
        assert len(payload) <= 4096
        match held.get("a", ""):
            case "q":
                continue
            case "d":
                assert held["d"] == "I" and held["q"] == "2"
                del found[int(held["i"])]
            case "p":
                assert held["U"] == "1" and held["q"] == "2"
                width, height, pixels, _, _ = found[int(held["i"])]
                found[int(held["i"])] = width, height, pixels, int(held["c"]), int(held["r"])
            case "t" | "":
                keys = held if held.get("a") else keys
                assert held["q"] == "2" and (held["m"] == "0" or len(payload) == 4096)
                coded += payload
                if held["m"] == "0":
                    pixels = zlib.decompress(b64decode(coded))
                    width, height = int(keys["s"]), int(keys["v"])
                    assert (keys["f"], keys["o"], len(pixels)) == ("24", "z", 3 * width * height)
                    found[int(keys["i"])] = width, height, pixels, 0, 0
                    coded = ""
            case other:
                raise AssertionError(other)
    return found


def a_picture(width: int = 40, height: int = 32) -> Raster:
    return Raster(width, height, bytes(part % 251 for part in range(3 * width * height)))


def test_the_marks_are_those_of_the_protocol() -> None:
    assert [f"{ord(mark):04X}" for mark in (MARKS[0], MARKS[1], MARKS[2], MARKS[29], MARKS[34])] == ["0305", "030D", "030E", "036F", "0487"]  # fmt: skip
    assert len(set(MARKS)) == MOST == 129
    row = row_of(MOST - 1, MOST)
    assert counted_cells(row) == MOST and not joins(row)
    assert len(cells_of(row, Pen("38;2;66;83;0", picture=True))) == MOST


def test_a_picture_is_sent_in_chunks_and_says_its_cells() -> None:
    picture = a_picture(400, 250)
    sent = "".join(transmission(0x425307, picture, zlib.compress(picture.pixels)))
    assert pictures(sent) == {0x425307: (400, 250, picture.pixels, 50, 16)}


def test_its_cells_pass_the_layer_and_those_of_a_stranger_do_not() -> None:
    run = Run(row_of(2, 5), look_of(0x425301))
    style = style_of(run.look)
    assert style is not None and gated(run) == run.text
    pen = pen_of(style, ColorSystem.TRUECOLOR)
    assert pen == Pen("38;2;66;83;1", picture=True)
    screen = Screenful(20, 5)
    screen.put(3, 4, gated(run), pen)
    assert [cell.text for cell in screen.wanted[3][4:9] if cell] == [
        PLACEHOLDER + MARKS[2] + mark for mark in MARKS[:5]
    ]
    stranger = row_of(0, 3)
    assert clean(stranger).strip(MARKS) == "" and PLACEHOLDER not in gated(Run(stranger, "strong"))
    assert PLACEHOLDER not in printable(stranger)
    assert PLACEHOLDER not in "".join(cell.text for cell in cells_of(stranger, Pen("38;2;66;83;1")))


def test_its_cells_are_written_in_one_flow_and_are_in_no_first_frame() -> None:
    screen = Screenful(20, 3)
    for y in range(3):
        screen.put(y, 0, " " * 20, Pen())
    screen.frame()
    screen.put(1, 2, row_of(0, 9), Pen("38;2;66;83;1", picture=True))
    assert row_of(0, 9) in screen.frame()
    assert PLACEHOLDER not in "".join(text for *_, text in runs_of(screen.wanted))


def test_a_strip_of_it_can_be_cut() -> None:
    from textual.strip import Strip

    strip = Strip([Segment(row_of(1, 12), Style(color="red"))]).crop(3, 7)
    assert strip.text == "".join(PLACEHOLDER + MARKS[1] + mark for mark in MARKS[3:7])


@pytest.mark.parametrize(
    ("env", "wanted", "asked"),
    [
        (KITTY, "auto", True),
        ({"TERM": "xterm-ghostty"}, "auto", True),
        (KITTY, "off", False),
        ({**KITTY, "SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}, "auto", False),
        ({**KITTY, "SSH_TTY": "/dev/pts/1"}, "auto", False),
        ({**KITTY, "SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}, "on", True),
        ({"TERM": "xterm-256color"}, "on", False),
        ({"TERM": "tmux-256color"}, "on", False),
        ({}, "auto", False),
    ],
)
async def test_only_those_that_know_such_cells_are_asked(env: dict[str, str], wanted: str, asked: bool) -> None:
    sent: list[str] = []
    pixels = Pixels(sent.append, env, wanted)
    task = asyncio.ensure_future(pixels.ask())
    await asyncio.sleep(0)
    pixels.hear("Gi=31;OK")
    await task
    assert sent == [ASK] * asked
    assert pixels.drawn is asked
    await pixels.ask()
    assert sent == [ASK] * asked


@pytest.mark.parametrize("answer", ["Gi=31;ENOTSUP:not here", "", "Gi=30;OK"])
async def test_one_that_does_not_say_so_is_sent_none(answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.pixels.PATIENCE", 0.01)
    pixels = Pixels(lambda _: None, KITTY, "auto")
    task = asyncio.ensure_future(pixels.ask())
    await asyncio.sleep(0)
    pixels.hear(answer)
    await task
    pixels.hear("Gi=31;OK")  # too late: what is on the screen is drawn otherwise by now
    assert not pixels.drawn


async def test_a_terminal_holds_no_more_than_so_many_and_none_at_last() -> None:
    sent: list[str] = []
    pixels = Pixels(sent.append, KITTY, "auto")
    lines = [await pixels.show(a_picture()) for _ in range(600)]
    assert len({line[0][0].look for line in lines}) == 256
    assert len(lines[0]) == 2 and counted_cells(text_of(lines[0][0])) == 5
    held = pictures("".join(sent))
    assert len(held) == KEPT
    assert look_of(max(held)) in {line[0][0].look for line in lines[-KEPT:]}
    pixels.clear()
    assert pictures("".join(sent)) == {}


PHOTO = png(300, 200, photograph)
FEED = (
    '<rss version="2.0"><channel><title>Letters</title><link>{url}/</link><item><title>A harbour in winter</title>'
    "<link>{url}/1</link><guid>1</guid><description>&lt;p&gt;Before.&lt;/p&gt;&lt;figure&gt;&lt;img src='{url}/harbour.png'"
    " alt='A harbour'&gt;&lt;figcaption&gt;The harbour&lt;/figcaption&gt;&lt;/figure&gt;&lt;p&gt;After.&lt;/p&gt;"
    "</description></item></channel></rss>"
)


@contextmanager
def reading(folder: Path, kind: type[Terminal], **more: str) -> Iterator[Terminal]:
    """The program in a terminal, a story with a picture open."""
    env = environment(folder, **more)
    config = folder / "config" / "broadsheet" / "config.toml"
    config.parent.mkdir(parents=True)

    def answer(path: str, _headers: object) -> Answer:
        if path == "/harbour.png":
            return Answer(PHOTO, content_type="image/png")
        return Answer(FEED.replace("{url}", server.url), content_type="application/rss+xml")

    program = [sys.executable, "-m", "tui"]
    with Threaded(Loopback(answer)) as server:
        host = server.url.removeprefix("http://")
        config.write_text(f'full_text = "feed"\nauto_refresh = false\nprivate_hosts = ["{host}"]\n')
        run([*program, "follow", f"{server.url}/feed.xml"], env=env, check=True, capture_output=True)
        with kind(program, env, 80, 24) as terminal:
            terminal.wait_for("A harbour in winter")
            terminal.press("l", "enter")
            terminal.wait_for("▒ The harbour", gone="Fetching")
            yield terminal


def shown_cells(terminal: Terminal) -> dict[tuple[int, int], tuple[int, int, str]]:
    """The cells of pictures on the screen: (row, column) there -> (row, column) in it, and its number."""
    found = {}
    for y in range(terminal.screen.lines):
        for x in range(terminal.screen.columns):
            cell = terminal.screen.buffer[y][x]
            if cell.data.startswith(PLACEHOLDER) and len(cell.data) == 3:  # else its marks have not come yet
                found[y, x] = MARKS.index(cell.data[1]), MARKS.index(cell.data[2]), cell.fg
    return found


def test_kitty_is_sent_a_picture_that_scrolls_with_the_text_and_is_forgotten_at_the_end(tmp_path: Path) -> None:
    with reading(tmp_path, Kitty, TERM="xterm-kitty") as terminal:
        assert b"\x1b_G" not in terminal.output  # nothing is asked before a picture is wanted
        expected = raster(PHOTO, 70, 17, "pixels", dark=True)
        columns, rows = -(-expected.width // 8), -(-expected.height // 16)
        terminal.press("i")
        terminal.wait_for(*(row_of(y, columns) for y in range(rows)))
        ((number, sent),) = pictures(terminal.output.decode(errors="replace")).items()
        assert sent == (expected.width, expected.height, expected.pixels, columns, rows)
        cells = shown_cells(terminal)
        top, left = min(cells)
        assert cells == {(top + y, left + x): (y, x, f"{number:06x}") for y in range(rows) for x in range(columns)}
        terminal.press("g")
        terminal.wait_for("    A harbour in winter", row_of(0, columns))
        moved = shown_cells(terminal)
        down = min(moved)[0] - top
        assert down > 0
        assert moved == {(y + down, x): cell for (y, x), cell in cells.items() if y + down < 22}
        terminal.press("I")
        terminal.wait_for("Picture 1 of 1", PLACEHOLDER)
        assert terminal.output.count(b"a=p,U=1") == 2
        terminal.press("q", "q", "q", "Q")
        assert terminal.wait_end() == 0
        assert pictures(terminal.output.decode(errors="replace")) == {}


def test_a_terminal_that_may_have_lost_it_is_sent_it_again(tmp_path: Path) -> None:
    def shown() -> set[int]:
        return {int(said, 16) for *_, said in shown_cells(terminal).values()}

    def again() -> None:
        """It has come once more, and all cells are of the one that came."""
        before = shown()
        terminal.wait_until(lambda: len(shown() - before) == 1 == len(shown()))
        assert shown() <= pictures(terminal.output.decode(errors="replace")).keys()

    with reading(tmp_path, Kitty, TERM="xterm-kitty") as terminal:
        terminal.press("i")
        again()
        terminal.press("ctrl+l")
        again()
        terminal.press("ctrl+z")
        terminal.wait_until(terminal.stopped)
        terminal.process.send_signal(signal.SIGCONT)
        again()
        terminal.resize(60, 20)  # another room: drawn for it, and sent
        again()
        terminal.press("I")
        terminal.wait_for("Picture 1 of 1", PLACEHOLDER)
        terminal.press("ctrl+l")
        again()


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (Kitty, {"TERM": "xterm-256color"}),
        (Kitty, {"TERM": "xterm-kitty", "SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}),
        (Kitty, {"TERM": "xterm-kitty", "NO_COLOR": "1"}),
        (Terminal, {"TERM": "xterm-kitty"}),
    ],
    ids=["another terminal", "over SSH", "without colours", "no answer"],
)
def test_every_other_terminal_is_sent_half_blocks(tmp_path: Path, kind: type[Terminal], more: dict[str, str]) -> None:
    with reading(tmp_path, kind, **more) as terminal:
        terminal.press("i")
        terminal.wait_for("▀")
        assert b"a=t" not in terminal.output and b"a=p" not in terminal.output
        assert PLACEHOLDER not in terminal.text()
