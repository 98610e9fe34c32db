"""A frame brings a terminal from what it shows to what is wanted, in few bytes and with nothing that could do harm."""

import random

import pyte
import pytest

from tui.app.cells import Screenful, cells_of, is_agreed, printable, runs_of, sgr_parts
from tui.app.phrases import BLANK, PLAIN, Cell, Pen, text_of

RED, BOLD, REVERSE, ON_BLUE = Pen("31"), Pen("1"), Pen("7"), Pen("44")
COLUMNS, ROWS = 40, 8


class Terminal:
    """A screenful, and a terminal that is sent its frames."""

    def __init__(self, columns: int = COLUMNS, rows: int = ROWS, *, colours_erase: bool = True) -> None:
        self.screenful = Screenful(columns, rows, colours_erase=colours_erase)
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.rows = [(" " * columns, PLAIN)] * rows
        for y in range(rows):
            self.screenful.put(y, 0, " " * columns, PLAIN)
        self.send()

    def send(self, cursor: tuple[int, int] = (0, 0)) -> str:
        frame = self.screenful.frame(cursor)
        self.stream.feed(frame)
        return frame

    def show(self, y: int, text: str, pen: Pen = PLAIN) -> None:
        self.screenful.put(y, 0, text.ljust(self.screenful.columns), pen)

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]


# What may pass


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("plain", "plain"),
        ("naïve 東京 ★", "naïve 東京 ★"),
        ("a\x1b[2Jb", "a[2Jb"),
        ("a\x9bb\x7f", "ab"),
        ("a\u202eb\u2066c\u200bd\ufeff", "abcd"),
        ("a\ud800b", "ab"),
        ("a\xadb", "ab"),
        ("a\tb\nc", "abc"),
    ],
)
def test_the_last_gate(text: str, passed: str) -> None:
    assert printable(text) == passed


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("ab", ["a", "b"]),
        ("東a", ["東", "", "a"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("a\x07b", ["a", "b"]),
    ],
)
def test_a_text_in_cells(text: str, cells: list[str]) -> None:
    assert cells_of(text, RED) == tuple(Cell(cell, RED) for cell in cells)


@pytest.mark.parametrize(
    ("text", "agreed"), [("a", True), ("é", True), ("東", True), ("★", True), ("👩‍👩‍👧", False), ("क्ष", False)]
)
def test_what_all_terminals_give_the_same_width(text: str, agreed: bool) -> None:
    assert is_agreed(text) is agreed


@pytest.mark.parametrize(
    ("sgr", "parts"),
    [
        ("", ((), "", "")),
        ("1;31;44", ((1,), "31", "44")),
        ("38;5;200;48;2;1;2;3;4", ((4,), "38;5;200", "48;2;1;2;3")),
        ("97;107", ((), "97", "107")),
        ("31;39;44;49", ((), "", "")),
    ],
)
def test_a_style_in_its_parts(sgr: str, parts: tuple[tuple[int, ...], str, str]) -> None:
    assert sgr_parts(sgr) == parts


# Frames


def test_whether_cells_are_blank() -> None:
    screen = Screenful(10, 3)
    assert not screen.is_blank(range(3), range(10)), "of none anything is known"
    for y in range(3):
        screen.put(y, 0, " " * 10, ON_BLUE)
    assert screen.is_blank(range(3), range(10))
    screen.put(1, 4, "a", PLAIN)
    assert not screen.is_blank(range(3), range(10)) and not screen.is_blank(range(1, 2), range(4, 5))
    assert screen.is_blank(range(1), range(10)) and screen.is_blank(range(3), range(5, 10))
    assert not screen.is_blank(range(2, 4), range(10)) and not screen.is_blank(range(2, 3), range(11))


def test_where_nothing_changed_nothing_is_sent() -> None:
    terminal = Terminal()
    terminal.show(1, "one")
    assert terminal.send()
    terminal.show(1, "one")
    assert terminal.send() == ""


def test_what_is_wanted_is_what_is_shown_and_the_cursor_where_it_should_be() -> None:
    terminal = Terminal()
    terminal.show(1, "one", RED)
    terminal.show(2, "two", BOLD)
    terminal.send((3, 5))
    assert terminal.lines[1:3] == ["one", "two"]
    assert terminal.screen.buffer[1][0].fg == "red"
    assert terminal.screen.buffer[2][0].bold
    assert (terminal.screen.cursor.x, terminal.screen.cursor.y) == (3, 5)


def test_one_letter_that_changed_is_a_few_bytes() -> None:
    terminal = Terminal()
    terminal.show(1, "the ferry sails")
    terminal.send()
    terminal.show(1, "the ferry fails")
    assert len(terminal.send()) < 20
    assert terminal.lines[1] == "the ferry fails"


def test_a_row_that_becomes_blank_is_erased_and_not_written_over() -> None:
    terminal = Terminal()
    terminal.show(1, "the ferry sails to the island")
    terminal.send()
    terminal.show(1, "")
    frame = terminal.send()
    assert "\x1b[K" in frame
    assert "  " not in frame
    assert terminal.lines[1] == ""


def test_blanks_with_another_background_are_erased_only_where_erasing_colours() -> None:
    for colours_erase in (True, False):
        terminal = Terminal(colours_erase=colours_erase)
        terminal.show(1, "", ON_BLUE)
        frame = terminal.send()
        assert ("\x1b[K" in frame) is colours_erase
        assert (" " * COLUMNS in frame) is not colours_erase


def test_what_is_underlined_or_reversed_is_written_as_blanks() -> None:
    terminal = Terminal()
    terminal.show(1, "x", REVERSE)
    assert "\x1b[K" not in terminal.send()
    assert all(terminal.screen.buffer[1][x].reverse for x in range(COLUMNS))


def test_rows_that_moved_are_moved_by_the_terminal() -> None:
    terminal = Terminal()
    words = ["".join(random.Random(number).choices("the ferry", k=30)).strip() for number in range(ROWS + 2)]
    for y in range(ROWS):
        terminal.show(y, words[y])
    terminal.send()
    for by in (1, 2, 0):
        for y in range(ROWS):
            terminal.show(y, words[y + by])
        frame = terminal.send()
        assert len(frame) < 150
        assert "r" in frame
        assert terminal.lines == words[by : by + ROWS]


def test_an_address_is_sent_with_its_text_and_closed_at_the_end() -> None:
    terminal = Terminal()
    terminal.screenful.put(1, 0, "link", Pen("", "https://a.example/"))
    frame = terminal.send()
    assert frame.count("\x1b]8;;https://a.example/\x1b\\") == 1
    assert frame.index("link") < frame.index("\x1b]8;;\x1b\\")


def test_after_it_is_forgotten_all_is_sent_again() -> None:
    terminal = Terminal()
    terminal.show(1, "one", RED)
    terminal.send()
    terminal.screenful.forget()
    frame = terminal.send()
    assert "one" in frame
    assert frame.startswith(("\x1b[H", "\x1b[0", "\x1b[m"))


def test_what_the_terminal_shows_already_is_not_sent() -> None:
    screenful = Screenful(10, 2)
    screenful.take([(0, 2, "31", "abc")])
    screenful.put(0, 0, "  ", PLAIN)
    screenful.put(0, 2, "abc", RED)
    screenful.put(1, 0, " " * 10, PLAIN)
    assert screenful.frame() == ""
    screenful.put(0, 2, "abd", RED)
    assert "d" in screenful.frame()


def test_a_wide_character_that_loses_a_half_leaves_a_blank() -> None:
    screenful = Screenful(6, 1)
    screenful.put(0, 0, "東京x ", RED)
    screenful.put(0, 1, "a", PLAIN)
    assert text_of(screenful.wanted[0]) == " a京x "
    screenful.put(0, 2, "b", PLAIN)
    assert screenful.wanted[0][3] == Cell(" ", RED)


def test_a_wide_character_over_the_edge_is_a_blank() -> None:
    screenful = Screenful(3, 1)
    assert screenful.put(0, 2, "東", RED) == 4
    assert screenful.wanted[0][2] == Cell(" ", RED)


@pytest.mark.parametrize(("y", "x", "end"), [(-1, 0, 2), (1, 0, 2), (0, 3, 5), (0, -2, 0)])
def test_a_text_beside_the_screen_is_not_wanted(y: int, x: int, end: int) -> None:
    screenful = Screenful(3, 1)
    assert screenful.put(y, x, "ab", PLAIN) == end
    assert screenful.wanted == [[None] * 3]


def test_a_text_half_beside_the_screen_is_cut() -> None:
    screenful = Screenful(3, 1)
    screenful.put(0, -1, "abcde", PLAIN)
    assert text_of(screenful.wanted[0]) == "bcd"


def test_a_graph_on_which_terminals_differ_is_followed_by_a_cursor_set_anew() -> None:
    terminal = Terminal()
    terminal.show(1, "")
    terminal.screenful.put(1, 0, "👩‍👩‍👧x", PLAIN)
    frame = terminal.send()
    behind = frame.split("👧")[1]
    assert behind.startswith("\x1b[2;3H") or behind.startswith("\r")


@pytest.mark.parametrize("seed", range(5))
def test_after_any_changes_the_terminal_shows_what_is_wanted(seed: int) -> None:
    chance = random.Random(seed)
    terminal = Terminal(colours_erase=bool(seed % 2))
    pens = (PLAIN, RED, BOLD, ON_BLUE, Pen("1;31;44"), Pen("4"))
    for _ in range(60):
        for _ in range(chance.randrange(1, 5)):
            text = "".join(chance.choices(("ferry", "harbour", " " * 9, "é", "x", "    "), k=chance.randrange(1, 6)))
            terminal.screenful.put(chance.randrange(ROWS), chance.randrange(-3, COLUMNS), text, chance.choice(pens))
        terminal.send((chance.randrange(COLUMNS), chance.randrange(ROWS)))
        assert terminal.lines == [text_of(row).rstrip() for row in terminal.screenful.wanted]
        for y, row in enumerate(terminal.screenful.wanted):
            for x, cell in enumerate(row):
                shown = terminal.screen.buffer[y][x]
                assert cell is not None
                _, foreground, background = sgr_parts(cell.pen.sgr)
                assert (shown.bg == "blue") is (background == "44")
                if cell.text.strip():
                    assert (shown.fg == "red") is (foreground == "31")


# Runs


def test_rows_as_runs_of_one_style() -> None:
    screenful = Screenful(12, 2)
    screenful.put(0, 0, "ab", RED)
    screenful.put(0, 2, "cd  ", PLAIN)
    screenful.put(1, 0, " " * 12, PLAIN)
    screenful.put(1, 4, "  ", ON_BLUE)
    assert list(runs_of(screenful.wanted)) == [(0, 0, "31", "ab"), (0, 2, "", "cd  "), (1, 4, "44", "  ")]


def test_runs_leave_out_what_terminals_differ_on_and_keep_wide_characters_whole() -> None:
    screenful = Screenful(8, 1)
    screenful.put(0, 0, "a👩‍👩‍👧東b ", RED)
    assert list(runs_of(screenful.wanted)) == [(0, 0, "31", "a"), (0, 3, "31", "東b ")]
    assert list(runs_of([[BLANK, None]])) == []
