"""The output layer: a terminal shows what it would show without it, for a fraction of the bytes."""

import random
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.events import Key
from textual.pilot import Pilot

from tests.app.paper import QUIET, edition
from tests.app.thin import AsRich, Doubled, Twin, display
from tests.web import Clock, FakeWeb
from tui.app import NewsApp
from tui.app import terminal as room
from tui.app.cells import Screenful, cells_of, is_agreed, printable
from tui.app.phrases import PLAIN, Pen
from tui.app.terminal import pen_of, strips_of
from tui.library.library import Library

KEYS = "jjjjjkk" + "bdugGnnnp" + "JJJKLH" + "   "
TURNS = "123srlet"
Cells = list[list[tuple[object, ...]]]
OURS = re.compile(
    r"\x1b\[[0-9;]*[mHABCDKLMXr]|\x1b\[6n|\x1b\[\?2026[hl]|[\b\v\r]|\x1b\]8;;[!-~]*\x1b\\|\x1b\]22;[a-z]+(?:\x07|\x1b\\)"
)
"""Every sequence that the layer writes, and Textual's own for the shape of the pointer."""


@asynccontextmanager
async def twin(
    columns: int = 80,
    rows: int = 24,
    terminal: type[pyte.Screen] = AsRich,
    *,
    answers: bool = True,
    doubled: bool = True,
) -> AsyncIterator[tuple[Twin, Pilot[None]]]:
    app = Twin()
    app.answers, app.doubled = answers, doubled
    app.resized(columns, rows, terminal)
    async with app.run_test(headless=False, size=(columns, rows)) as pilot:
        await settle(app, pilot)
        yield app, pilot


async def settle(app: Doubled, pilot: Pilot[None]) -> None:
    """Until nothing is on its way, if the terminal answers."""
    await pilot.pause(0.0)
    while app.answers and app._flying:
        await pilot.pause(0.0)


def press(app: Doubled, *keys: str) -> None:
    for key in keys:
        app.post_message(Key("space" if key == " " else key, key if len(key) == 1 else None))


async def cost(app: Twin, pilot: Pilot[None], key: str) -> int:
    """The bytes that a key costs."""
    await settle(app, pilot)
    before = app.bytes
    press(app, key)
    await pilot.pause()
    await settle(app, pilot)
    return app.bytes - before


@pytest.mark.parametrize("seed", range(4))
async def test_after_every_key_of_a_random_walk_all_cells_and_styles_are_textuals_own(seed: int) -> None:
    chance = random.Random(seed)
    columns, rows = ((60, 16), (80, 24), (44, 12), (100, 20))[seed % 4]
    async with twin(columns, rows) as (app, pilot):
        app._sync_available = bool(seed % 2)
        for turn in range(270):
            key = chance.choice(TURNS) if turn % 18 == 0 else chance.choice(KEYS)
            press(app, key)
            await settle(app, pilot)
            assert app.differences() == [], (turn, key)
        await pilot.pause()
        await settle(app, pilot)
        assert app.differences() == []
        assert app.frames > 100


class TwinNews(Doubled, NewsApp):
    """The program itself, drawn twice."""

    def _watch_terminal(self) -> None:
        """There is none."""


READING = [
    *"jjjjkkhl  bnNJKgG][][sm",
    "tab",
    "shift+tab",
    "enter",
    "enter",
    "backspace",
    ")",
    "ctrl+d",
    "ctrl+u",
    "ctrl+l",
]


@pytest.mark.parametrize(
    ("seed", "columns", "rows"), [(1, 120, 36), (2, 80, 24), (3, 60, 20), (4, 140, 20), (5, 80, 24), (6, 44, 12)]
)
async def test_the_same_holds_on_a_walk_through_the_program(
    library: Library, web: FakeWeb, clock: Clock, seed: int, columns: int, rows: int
) -> None:
    await edition(library, web)
    chance = random.Random(seed)
    app = TwinNews(library, QUIET, clock=clock)
    app.resized(columns, rows)
    async with app.run_test(headless=False, size=(columns, rows)) as pilot:
        await settle(app, pilot)
        for turn in range(340):
            key = chance.choice(READING)
            press(app, key)
            await settle(app, pilot)
            assert app.differences() == [], (turn, key)
        await pilot.pause()
        await settle(app, pilot)
        assert app.differences() == []
        assert app.frames > 100  # most keys changed something: the walk showed it
        await app.reader.leave()


async def test_dialogs_themes_and_sizes_are_drawn_alike() -> None:
    async with twin(60, 16) as (app, pilot):
        press(app, "3")
        for key in ("a", "x", "日", "left", "backspace", "escape", "t", "J", "t", "a", "escape"):
            press(app, key)
            await pilot.pause()
            await settle(app, pilot)
            assert app.differences() == [], key
        for columns, rows in ((40, 10), (100, 30), (20, 5), (60, 16)):
            app.resized(columns, rows)
            await pilot.resize_terminal(columns, rows)
            for key in ("j", " ", "J"):
                press(app, key)
                await pilot.pause()
                await settle(app, pilot)
                assert app.differences() == [], (columns, rows, key)


async def test_a_terminal_that_measures_otherwise_keeps_everything_behind_a_hard_sign_in_its_place() -> None:
    async with twin(70, 24, pyte.Screen) as (app, pilot):
        press(app, "3", "e", "L", "J", " ", "k")
        await pilot.pause()
        await settle(app, pilot)
        shown = list(display(app.thin_one))
        rows = app.thin_one.buffer
        border = [[x for x in range(70) if rows[y][x].data == "▕"] for y in range(1, 23)]
        screenful = app._screenful
        assert screenful is not None
        wanted = ["".join(cell.text for cell in row if cell) for row in screenful.wanted]
        hard = [
            n
            for n, line in enumerate(wanted)
            if not all(is_agreed(cell.text) or not cell.text for cell in screenful.wanted[n] if cell)
        ]
        assert len(hard) > 4
        assert border == [border[0]] * 22
        assert len(border[0]) == 1
        for n, line in enumerate(wanted):
            if n not in hard:
                assert shown[n] == line


async def test_a_terminal_that_never_answers_is_never_waited_for() -> None:
    async with twin(60, 16, answers=False) as (app, pilot):
        press(app, "2")
        for _ in range(30):
            press(app, " ")
            await pilot.pause(0.0)
            assert app.differences() == []
        assert app.unanswered == 1


async def test_a_slow_terminal_gets_fewer_frames_and_at_last_the_right_one() -> None:
    async with twin(60, 16) as (app, pilot):
        press(app, "2", "r")
        await pilot.pause()
        await settle(app, pilot)
        assert app._answers
        app.answers = False
        before = app.frames
        for number in range(40):
            press(app, " " if number % 2 else "j")
            await pilot.pause(0.0)
            assert len(app._flying) <= room.FRAMES
            assert sum(size for size, _ in list(app._flying)[:-1]) < room.BYTES
        assert app.frames - before <= room.FRAMES
        assert app.differences() != []
        while app.unanswered:
            app.unanswered -= 1
            app.answer()
            await pilot.pause(0.0)
        assert app.differences() == []
        assert app.frames - before <= room.FRAMES + 2


async def test_a_terminal_that_stops_answering_is_waited_for_no_longer_than_patience_lasts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.app.terminal.PATIENCE", 3600.0)  # lost by hand below, however slow the machine is
    async with twin(60, 16) as (app, pilot):
        press(app, "2", "r")
        await pilot.pause()
        await settle(app, pilot)
        app.answers = False
        for _ in range(8):
            press(app, " ")
            await pilot.pause()
        assert app.differences() != []
        assert app._patience is not None
        app._lose_patience()
        assert app.differences() == []
        press(app, "g", " ", " ", " ", " ", " ", " ")
        await pilot.pause()
        assert app.differences() == []
        app.answer()
        await pilot.pause()
        assert app._answers


async def test_late_frames_are_noticed_by_the_clock_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async with twin(60, 16) as (app, pilot):
        press(app, "2", "r", " ")
        await pilot.pause()
        await settle(app, pilot)
        app.answers = False
        press(app, " ")
        await pilot.pause()
        assert app._flying
        start = time.monotonic()
        monkeypatch.setattr(room, "monotonic", lambda: start + room.PATIENCE + 1)
        press(app, " ")
        await pilot.pause()
        assert not app._answers
        assert app.differences() == []


async def test_leaving_waits_for_the_last_answer() -> None:
    app = Twin()
    app.resized(60, 16)
    async with app.run_test(headless=False, size=(60, 16)) as pilot:
        press(app, "2", "r")
        await pilot.pause()
        await settle(app, pilot)
        app.answers = False
        press(app, " ")
        await pilot.pause()
        assert app._flying
        app.exit(None, 3)
        assert (app._exit, app._leaving) == (False, (None, 3, None))
        frames = app.frames
        press(app, " ")
        await pilot.pause()
        assert app.frames == frames
        app.answer()
        await pilot.pause()
    assert app.return_code == 3


async def test_leaving_does_not_wait_where_nothing_is_on_its_way() -> None:
    async with twin(60, 16) as (app, _):
        app.exit()
        assert app._exit


async def test_redrawing_sends_the_whole_screen_again() -> None:
    async with twin(60, 16) as (app, pilot):
        press(app, "3")
        await pilot.pause()
        await settle(app, pilot)
        app.thin_one.reset()
        assert app.differences() != []
        app.action_redraw()
        await settle(app, pilot)
        assert app.differences() == []


async def test_coming_back_from_the_shell_sends_the_whole_screen_again() -> None:
    async with twin(60, 16) as (app, pilot):
        app.thin_one.reset()
        app.app_resume_signal.publish(app)
        await settle(app, pilot)
        assert app.differences() == []


async def test_switched_off_the_layer_leaves_everything_to_textual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Twin, "thin", False)
    async with twin(60, 16) as (app, pilot):
        press(app, "3", "J", " ")
        await pilot.pause()
        assert app.differences() == []
        assert app._screenful is None
        assert app.unanswered == 0
        assert "\x1b[0m" in app.output[-1] + app.output[-2]


async def test_where_textual_is_built_otherwise_its_own_writer_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Twin, "_EXPECTED", ("_display", "_no_longer_there"))
    async with twin(60, 16) as (app, pilot):
        press(app, "3", "J", " ")
        await pilot.pause()
        assert app.differences() == []
        assert app._screenful is None


async def test_after_textual_itself_has_written_nothing_is_taken_for_known() -> None:
    async with twin(60, 16) as (app, pilot):
        app.thin = False
        press(app, "3", "J")
        await pilot.pause()
        app.thin = True
        press(app, "r")
        await pilot.pause()
        await settle(app, pilot)
        app.refresh(layout=True)
        await pilot.pause()
        await settle(app, pilot)
        assert app.differences() == []


def test_an_update_of_another_shape_is_not_taken() -> None:
    assert strips_of(None) is None
    assert strips_of("text") is None


BUDGETS = {
    (80, 24): {"J": 320, "L": 2000, "j": 300, " ": 2000},
    (200, 50): {"J": 520, "L": 6000, "j": 450, " ": 5000},
}


@pytest.mark.parametrize("size", BUDGETS)
async def test_what_a_key_costs_in_bytes(size: tuple[int, int]) -> None:
    async with twin(*size, doubled=False) as (app, pilot):
        app.query_one("#foot").display = False  # counts keys, which no app does
        press(app, "2", "l")
        found = {key: [await cost(app, pilot, key) for _ in range(12)] for key in "JL"}
        press(app, "r")
        found |= {key: [await cost(app, pilot, key) for _ in range(12)] for key in "j "}
        for key, budget in BUDGETS[size].items():
            assert 0 < sorted(found[key])[6] <= budget, (key, found[key])


async def test_an_article_beside_a_list_moves_by_a_line_for_less_than_its_text() -> None:
    async with twin(120, 28, doubled=False) as (app, pilot):
        press(app, "2", "e", " ")
        assert sorted([await cost(app, pilot, "j") for _ in range(12)])[6] <= 1500


async def test_nothing_costs_nothing() -> None:
    async with twin(80, 24) as (app, pilot):
        press(app, "2", "g")
        await pilot.pause()
        await settle(app, pilot)
        before = app.bytes
        press(app, "f12")
        app.screen.refresh()
        app.screen.refresh(layout=True)
        await pilot.pause()
        assert app.bytes == before


async def test_what_is_sent_is_the_layers_own_or_printable() -> None:
    async with twin(80, 24) as (app, pilot):
        app._sync_available = True
        press(app, *"123", "e", "J", "L", " ", "t", "j")
        await pilot.pause()
        await settle(app, pilot)
        sent = "".join(app.output)
        rest = OURS.sub("", sent)
        assert len(rest) > 1000
        assert printable(rest) == rest


PENS = st.builds(
    lambda **style: pen_of(Style(**style), ColorSystem.TRUECOLOR),
    color=st.sampled_from([None, "red", "#102030", "default", "color(200)"]),
    bgcolor=st.sampled_from([None, "blue", "#405060", "default"]),
    **{
        name: st.sampled_from([None, None, True])
        for name in ("bold", "dim", "italic", "underline", "reverse", "strike", "blink")
    },
)
LINES = st.text(st.sampled_from("aaabc   –│日本e\u0301🙂👩\u200d👧❤\ufe0f1"), max_size=40)
PUTS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 29), LINES, PENS), max_size=12)


def fed(screen: pyte.Screen, text: str) -> pyte.Screen:
    pyte.Stream(screen).feed(text)
    return screen


def state(screenful: Screenful) -> Cells:
    """What a terminal shows that is drawn from nothing."""
    fresh = Screenful(screenful.columns, screenful.rows)
    fresh.wanted = screenful.wanted
    return cells(fed(AsRich(screenful.columns, screenful.rows), fresh.frame()))


def cells(screen: pyte.Screen) -> Cells:
    return [[tuple(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


@settings(deadline=None)
@given(st.lists(st.tuples(PUTS, st.integers(-7, 7)), max_size=6), st.booleans())
def test_any_sequence_of_changes_and_moves_ends_in_the_wanted_screen(
    steps: list[tuple[list[tuple[int, int, str, Pen]], int]], colours_erase: bool
) -> None:
    terminal = AsRich(30, 8)
    screenful = Screenful(30, 8, colours_erase=colours_erase)
    for y in range(8):
        screenful.put(y, 0, f"line {y} of the screen".ljust(30), PLAIN)
    fed(terminal, screenful.frame())
    for puts, by in steps:
        for y, x, text, pen in puts:
            screenful.put(y, x, text, pen)
        fed(terminal, screenful.frame())
        rows = screenful.wanted[:]
        screenful.wanted = [list(rows[(y + by) % 8]) for y in range(8)]
        fed(terminal, screenful.frame())
        assert cells(terminal) == state(screenful)
        assert screenful.frame() == ""


def test_rows_that_moved_are_moved_and_not_written() -> None:
    screenful = Screenful(60, 20)
    for y in range(20):
        screenful.put(y, 0, f"{y} the quick brown fox jumps over the lazy dog".ljust(60), Pen("38;2;1;2;3"))
    screenful.frame()
    screenful.wanted[1:19] = [list(row) for row in screenful.wanted[3:19]] + [
        list(screenful.wanted[0]),
        list(screenful.wanted[19]),
    ]
    frame = screenful.frame()
    assert "\x1b[2;19r\x1b[2H\x1b[2M\x1b[r" in frame
    assert len(frame) < 200


def test_a_run_of_the_same_style_is_one_run_and_a_far_cell_another() -> None:
    screenful = Screenful(40, 2)
    screenful.put(0, 0, "a" * 40, PLAIN)
    screenful.put(1, 0, "b" * 40, PLAIN)
    screenful.frame()
    screenful.put(1, 3, "x", PLAIN)
    screenful.put(1, 6, "y", PLAIN)
    screenful.put(1, 20, "z", PLAIN)
    assert screenful.frame() == "\x1b[2;4Hxbby\x1b[13Cz\x1b[H"


def test_panes_beside_each_other_are_written_one_after_the_other() -> None:
    screenful = Screenful(60, 4)
    for y in range(4):
        screenful.put(y, 0, "." * 60, PLAIN)
    screenful.frame()
    for y in range(4):
        screenful.put(y, 2, str(y), PLAIN)
        screenful.put(y, 40, "there", PLAIN)
    down = "\v\x1b[5D"
    assert screenful.frame() == f"\x1b[1;3H0\v\b1\v\b2\v\b3\x1b[1;41H{down.join(['there'] * 4)}\x1b[H"


def test_what_costs_a_colour_to_change_is_written_pen_by_pen() -> None:
    dim, bright = Pen("38;2;100;100;100"), Pen("38;2;200;200;200")
    screenful = Screenful(60, 1)
    screenful.put(0, 0, "." * 60, PLAIN)
    screenful.frame()
    x = 0
    for key, what in (("j", " move  "), ("n", " next  "), ("q", " quit  ")):
        x = screenful.put(0, screenful.put(0, x, key, bright), what, dim)
    frame = screenful.frame()
    assert frame.count(f"\x1b[{dim.sgr}m") == frame.count(f"\x1b[{bright.sgr}m") == 1


def test_a_long_stretch_of_blanks_is_erased_and_stepped_over() -> None:
    screenful = Screenful(60, 1)
    screenful.put(0, 0, "." * 60, PLAIN)
    screenful.frame()
    screenful.put(0, 0, "left" + " " * 30 + "right", PLAIN)
    assert screenful.frame() == "\x1b[Hleft\x1b[30X\x1b[30Cright\r"


def test_a_blank_end_is_erased_unless_the_terminal_would_leave_it_black() -> None:
    for colours_erase, pen, erased in (
        (True, Pen("44"), True),
        (False, Pen("44"), False),
        (False, PLAIN, True),
        (True, Pen("4"), False),
    ):
        screenful = Screenful(40, 1, colours_erase=colours_erase)
        screenful.put(0, 0, "a" * 40, PLAIN)
        screenful.frame()
        screenful.put(0, 10, " " * 30, pen)
        assert ("\x1b[K" in screenful.frame()) == erased


def test_the_cursor_is_left_where_the_app_wants_it() -> None:
    screenful = Screenful(40, 4)
    screenful.put(0, 0, "abc", PLAIN)
    assert screenful.frame((7, 2)).endswith("abc\v\v\x1b[4C")


@pytest.mark.parametrize(
    "text",
    ["a\x1b[31mb", "a\x9b31mb", "\x07", "a\u202eb", "a\x7fb", "\ud800", "a\nb", "\x1b]52;c;aGk=\x07", "\U000e0041"],
)
def test_no_control_character_passes_the_last_gate(text: str) -> None:
    screenful = Screenful(20, 1)
    screenful.put(0, 0, "." * 20, PLAIN)
    screenful.put(0, 0, text, PLAIN)
    assert printable(OURS.sub("", screenful.frame())).isprintable()
    assert len(OURS.sub("", screenful.frame())) == 0
    screenful.forget()
    assert OURS.sub("", screenful.frame()).isprintable()


@given(st.text(max_size=30))
def test_text_keeps_its_width_through_the_gate(text: str) -> None:
    graphemes = cells_of(text, PLAIN)
    assert len(graphemes) == cell_len(text)
    assert all(printable(cell.text) == cell.text for cell in graphemes)


def test_a_harmful_address_is_no_link() -> None:
    for url in ("javascript:alert(1)", "https://news.example/\x1b]52;c;aGk=\x07", "file:///etc/passwd", "https://a b"):
        assert pen_of(Style(link=url), ColorSystem.TRUECOLOR).link == ""
    pen = pen_of(Style(link="https://news.example/1"), ColorSystem.TRUECOLOR)
    screenful = Screenful(20, 1)
    screenful.put(0, 0, "here", pen)
    assert screenful.frame() == "\x1b[H\x1b[m\x1b]8;;https://news.example/1\x1b\\here\x1b]8;;\x1b\\\r"


def test_gnu_screen_is_not_trusted_to_erase_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)
    for term, colours in (("screen-256color", False), ("xterm-256color", True), ("tmux-256color", True)):
        monkeypatch.setenv("TERM", term)
        assert room._colours_erase() == colours
    monkeypatch.setenv("STY", "1234.pts-0.host")
    monkeypatch.setenv("TERM", "xterm-256color")  # as people set it who want more colours
    assert not room._colours_erase()
    monkeypatch.setenv("TERM", "screen")
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    assert not room._colours_erase()  # screen in tmux, or tmux in screen
    monkeypatch.delenv("STY")
    assert room._colours_erase()


def test_what_is_copied_passes_gnu_screen_in_strings_that_it_takes_whole() -> None:
    text = "https://news.example/" + "long-way/" * 60
    (bare,) = room.clipboard_sequences(text)
    assert bare.startswith("\x1b]52;c;") and bare.endswith("\a")
    parts = list(room.clipboard_sequences(text, in_screen=True))
    assert len(parts) > 2
    assert all(part.startswith("\x1bP") and part.endswith("\x1b\\") and len(part) < 256 for part in parts)
    assert "".join(part[2:-2] for part in parts) == bare


def test_half_of_a_surrogate_pair_is_not_copied() -> None:
    assert list(room.clipboard_sequences("a\ud800b")) == list(room.clipboard_sequences("ab"))


def test_all_that_is_used_of_the_inside_of_textual_is_there() -> None:
    app = Twin()
    assert app._expected
    assert {"_display", "_check_bindings"} <= set(room.INSIDE["App"])
