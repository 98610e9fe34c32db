"""What is kept of a screen for the next start is the screen, and what was painted of it is not painted again."""

from typing import Any

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import split_graphemes

from tests.app.thin import HEADLINES, AsRich
from tui import frame
from tui.app.cells import Screenful, is_agreed, runs_of
from tui.app.phrases import Pen

COLUMNS, ROWS = 44, 6
PENS = [
    Pen(),
    Pen("1"),
    Pen("2;4"),
    Pen("7;1"),
    Pen("97;44"),
    Pen("38;2;200;100;50;48;5;17"),
    Pen("3", "https://news.example/"),
]

Put = tuple[int, int, str, Pen]
puts = st.lists(
    st.tuples(
        st.integers(0, ROWS - 1),
        st.integers(0, COLUMNS - 1),
        st.sampled_from([*HEADLINES, "      ", "─" * 30, "▌● 1 000"]),
        st.sampled_from(PENS),
    ),
    min_size=1,
    max_size=12,
)


def wanting(texts: list[Put]) -> Screenful:
    """A screen on which these texts are wanted, one over the other, on blanks."""
    screenful = Screenful(COLUMNS, ROWS)
    for y in range(ROWS):
        screenful.put(y, 0, " " * COLUMNS, Pen())
    for text in texts:
        screenful.put(*text)
    return screenful


def shown(*told: str) -> list[list[object]]:
    """What is seen of a terminal that was told this: of a blank only what is under, through and behind it."""
    terminal = AsRich(COLUMNS, ROWS)
    terminal.reset_mode(pyte.modes.DECAWM >> 5, private=True)
    pyte.Stream(terminal).feed("".join(told))
    return [[_seen(terminal.buffer[y][x]) for x in range(COLUMNS)] for y in range(ROWS)]


def _seen(cell: Any) -> object:
    if cell.data == " " and not cell.reverse:
        return cell.bg, cell.underscore, cell.strikethrough
    return cell


def agreed(text: Put) -> bool:
    return not text[3].link and all(is_agreed(text[2][a:b]) for a, b, _ in split_graphemes(text[2])[0])


@given(puts)
@settings(max_examples=80)
def test_a_first_frame_and_what_follows_show_what_was_wanted(texts: list[Put]) -> None:
    last = wanting(texts)
    runs = list(runs_of(last.wanted))
    told = frame.drawn(runs)
    follows = wanting(texts)
    wanted = follows.wanted
    follows.wanted = [[None] * COLUMNS for _ in range(ROWS)]
    follows.take(runs)
    follows.wanted = wanted
    assert shown(told, follows.frame()) == shown(wanting(texts).frame())


@given(puts.map(lambda texts: [text for text in texts if agreed(text)]))
@settings(max_examples=80)
def test_nothing_follows_where_all_was_painted(texts: list[Put]) -> None:
    follows = wanting(texts)
    wanted = follows.wanted
    follows.wanted = [[None] * COLUMNS for _ in range(ROWS)]
    follows.take(runs_of(wanted))
    follows.wanted = wanted
    assert follows.frame() == ""


def test_a_grapheme_on_which_terminals_differ_is_left_to_the_program() -> None:
    runs = list(runs_of(wanting([(0, 0, "A family 👩\u200d👩\u200d👧 at the fair", Pen("1"))]).wanted))
    assert runs == [(0, 0, "1", "A family "), (0, 11, "1", " at the fair")]
