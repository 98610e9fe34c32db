"""Pictures as lines of half blocks: two pixels to a cell, the upper one in the colour of the letter, the lower one in
that of the ground. Plain cells, which any terminal draws and which scroll with the text."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.color import Color
from rich.style import Style

from tui.app.layout import safe
from tui.app.parts import Line, Run
from tui.app.phrases import IN_PIXELS
from tui.jobs import Colours, Raster

_UPPER, _LOWER, _BLANK, _FULL = "▀▄ █"
_OWN = {0: 0, 96: 8, 192: 7, 255: 15}
"""Lightness of a grey -> the number of the colour that a terminal has for it."""
_MARK = "#"
"""How a look begins that is two colours."""

Pixel = tuple[int, int, int]


def lines_of(raster: Raster, colours: Colours, *, dark: bool) -> tuple[Line, ...]:
    """A picture as lines. Drawn in ink alone, what is light in it is ink where letters are lighter than their ground
    (`dark`), else what is dark."""
    rows = [_row(raster, y) for y in range(raster.height)]
    pairs = list(zip(rows[::2], rows[1::2], strict=True))
    if colours == "ink":
        return tuple((Run(_in_ink(*pair, dark=dark)),) for pair in pairs)
    return tuple(_joined(_cells(*pair), own=colours == "16") for pair in pairs)


def style_of(look: str) -> Style | None:
    """The style of a look that is two colours, or one, which numbers a picture in pixels; None for every other."""
    if not look.startswith(_MARK):
        return None
    ink, *ground = (_colour(said) for said in look.split())
    return Style(color=ink, bgcolor=ground[0]) if ground else Style(color=ink, meta={IN_PIXELS: True})


def gated(run: Run) -> str:
    """The characters of a run for the screen: those of pictures are the program's own, all others pass the gate."""
    return run.text if run.look.startswith(_MARK) else safe(run.text)


def _colour(said: str) -> Color:
    return Color.parse(said) if len(said) == 7 else Color.from_ansi(int(said[1:]))


def _row(raster: Raster, y: int) -> list[Pixel]:
    start = 3 * raster.width * y
    held = raster.pixels[start : start + 3 * raster.width]
    return list(zip(held[::3], held[1::3], held[2::3], strict=True))


def _cells(top: Iterable[Pixel], bottom: Iterable[Pixel]) -> Iterator[tuple[str, Pixel, Pixel]]:
    """Each cell as its sign, its ink and its ground: the two that the cell before has, as far as they do."""
    ink: Pixel | None = None
    ground: Pixel | None = None
    for high, low in zip(top, bottom, strict=True):
        if high == low:
            if high not in (ink, ground):
                ground = high
            sign = _BLANK if ground == high else _FULL
        elif high == ground or low == ink:
            ink, ground, sign = low, high, _LOWER
        else:
            ink, ground, sign = high, low, _UPPER
        yield sign, high if ink is None else ink, low if ground is None else ground
        ink = high if ink is None else ink


def _joined(cells: Iterable[tuple[str, Pixel, Pixel]], *, own: bool) -> Line:
    """Cells as runs of one look."""
    return tuple(
        Run("".join(sign for sign, *_ in group), f"{_named(ink, own=own)} {_named(ground, own=own)}")
        for (ink, ground), group in groupby(cells, lambda cell: cell[1:])
    )


def _named(pixel: Pixel, *, own: bool) -> str:
    if own:
        return f"{_MARK}{_OWN[min(_OWN, key=lambda level: abs(level - pixel[0]))]}"
    return f"{_MARK}{pixel[0]:02x}{pixel[1]:02x}{pixel[2]:02x}"


def _in_ink(top: Iterable[Pixel], bottom: Iterable[Pixel], *, dark: bool) -> str:
    signs = {(False, False): _BLANK, (True, False): _UPPER, (False, True): _LOWER, (True, True): _FULL}
    return "".join(
        signs[(high[0] > 127) is dark, (low[0] > 127) is dark] for high, low in zip(top, bottom, strict=True)
    )
