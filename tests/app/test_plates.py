"""Pixels as half blocks: every cell has its two colours, and no change of them that is not needed."""

import random

import pytest
from rich.color import Color, ColorSystem

from tests.images import photograph, png
from tui.app.cells import Screenful
from tui.app.parts import text_of
from tui.app.plates import lines_of, style_of
from tui.app.terminal import pen_of
from tui.jobs import Colours, Raster
from tui.parse.raster import raster as raster_of

RED, BLUE, WHITE = (200, 0, 0), (0, 0, 200), (255, 255, 255)
PARTS = {"▀": (0, 1), "▄": (1, 0), " ": (1, 1), "█": (0, 0)}
"""Sign -> which of (ink, ground) its upper and its lower half have."""


def raster(*rows: tuple[tuple[int, int, int], ...]) -> Raster:
    return Raster(len(rows[0]), len(rows), b"".join(bytes(pixel) for row in rows for pixel in row))


def pixels(found: Raster) -> list[list[Color]]:
    """The pixels that lines show."""
    shown: list[list[Color]] = []
    for line in lines_of(found, "true", dark=True):
        cells = [(sign, style_of(run.look)) for run in line for sign in run.text]
        for half in (0, 1):
            row = []
            for sign, style in cells:
                assert style is not None and style.color is not None and style.bgcolor is not None
                row.append((style.color, style.bgcolor)[PARTS[sign][half]])
            shown.append(row)
    return shown


@pytest.mark.parametrize("seed", range(20))
def test_what_is_shown_is_what_it_is(seed: int) -> None:
    chance = random.Random(seed)
    rows = [tuple(chance.choice((RED, BLUE, WHITE)) for _ in range(9)) for _ in range(6)]
    assert pixels(raster(*rows)) == [[Color.from_rgb(*pixel) for pixel in row] for row in rows]


def test_two_colours_are_one_run() -> None:
    (line,) = lines_of(raster((RED, BLUE, RED, BLUE), (BLUE, RED, RED, BLUE)), "true", dark=True)
    assert len(line) == 1 and text_of(line) == "▀▄█ "


def test_a_terminals_own_colours_are_named_by_their_numbers() -> None:
    (line,) = lines_of(raster(((0,) * 3, (192,) * 3), ((255,) * 3, (96,) * 3)), "16", dark=True)
    styles = [style_of(run.look) for run in line]
    assert [(style.color, style.bgcolor) for style in styles if style] == [
        (Color.from_ansi(0), Color.from_ansi(15)),
        (Color.from_ansi(7), Color.from_ansi(8)),
    ]


@pytest.mark.parametrize(("dark", "drawn"), [(True, "█ ▀▄"), (False, " █▄▀")])
def test_in_ink_alone_light_is_light_on_every_ground(dark: bool, drawn: str) -> None:
    black = (0, 0, 0)
    (line,) = lines_of(raster((WHITE, black, WHITE, black), (WHITE, black, black, WHITE)), "ink", dark=dark)
    assert text_of(line) == drawn and style_of(line[0].look) is None


@pytest.mark.parametrize(
    ("kind", "system", "most"),
    [
        ("256", ColorSystem.EIGHT_BIT, 8_000),
        ("grey", ColorSystem.EIGHT_BIT, 8_000),
        ("true", ColorSystem.TRUECOLOR, 16_000),
    ],
)
def test_a_photograph_costs_so_many_bytes(kind: Colours, system: ColorSystem, most: int) -> None:
    """A whole screen of 60 by 20, as the output layer sends it."""
    screen = Screenful(60, 20)
    for y, line in enumerate(lines_of(raster_of(png(600, 400, photograph), 60, 20, kind, dark=True), kind, dark=True)):
        x = 0
        for run in line:
            x = screen.put(y, x, run.text, pen_of(style_of(run.look), system))
    frame = screen.frame()
    assert most / 4 < len(frame.encode()) <= most
