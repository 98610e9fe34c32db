"""Calms a picture's colours: chooses them so that few bytes draw it in half blocks, each cell two pixels.

A terminal keeps the two colours it last drew with. A cell that uses them again costs one character; a new colour costs
an escape sequence. So each row is walked from left to right, and a cell takes a colour of its own only where that
improves the picture by more than it costs; the price of a byte is raised until the whole is cheap enough."""

from collections.abc import Sequence

from tui.palette import Colour, oklab

_BLOCK, _BLANK = 3, 1
"""Bytes of a half block in UTF-8, and of a blank."""
_LEAST, _STEP = 1e-5, 1.6
"""The first price of a byte above nothing, and its steps: squares of distances in Oklab. With them a photograph meets
its bounds in six to ten walks."""
_LOOKED_AT = 1500
"""Cells on which the price is found; of larger pictures some rows."""

Rows = list[list[int]]
"""Rows of pixels, each the number of a colour."""
_Choice = tuple[int, int, int, int, int]
"""How a cell can be drawn: its upper and its lower colour, the terminal's two colours then, the bytes."""


def calmed(rows: Rows, colours: Sequence[Colour], *, sequence: int, bytes_a_cell: float) -> Rows:
    """Rows of pixels (an even number of them) that can be drawn in so many bytes a cell, or as few as possible.
    `sequence` is the number of bytes of one change of colour."""
    near = _distances(colours)
    pairs = list(zip(rows[::2], rows[1::2], strict=True))
    cells = sum(len(top) for top, _ in pairs)
    some = pairs[:: max(1, cells // _LOOKED_AT)]
    bound = bytes_a_cell * sum(len(top) for top, _ in some)
    price = 0.0
    while sum(_walk(top, bottom, near, price, sequence)[2] for top, bottom in some) > bound and price < 1:
        price = price * _STEP or _LEAST
    out: Rows = []
    for top, bottom in pairs:
        above, below, _ = _walk(top, bottom, near, price, sequence)
        out += [above, below]
    return out


def _distances(colours: Sequence[Colour]) -> list[list[float]]:
    """The distance of each colour from each other one: squares, lightness counting double, as it does for the eye."""
    seen = [oklab(colour) for colour in colours]
    return [[(2 * (a[0] - b[0])) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2 for b in seen] for a in seen]


def _walk(
    top: list[int], bottom: list[int], near: list[list[float]], price: float, sequence: int
) -> tuple[list[int], list[int], int]:
    """A row of cells drawn at a price: its upper and its lower pixels, and how many bytes it takes."""
    above, below, spent = [], [], 0
    ink = ground = -1
    one, both = sequence, 2 * sequence - 3  # one escape and one end for two colours
    for high, low in zip(top, bottom, strict=True):
        fresh: _Choice = (high, low, high, low, both + _BLOCK)
        if high == low:
            fresh = (high, high, ink if ink >= 0 else high, high, one + _BLANK)
        choices: tuple[_Choice, ...] = (fresh,)
        if ink >= 0:
            choices = (
                (ink, ground, ink, ground, _BLOCK),
                (ground, ink, ink, ground, _BLOCK),
                (ground, ground, ink, ground, _BLANK),
                (ink, ink, ink, ground, _BLOCK),
                (high, ground, high, ground, one + _BLOCK),
                (ground, low, low, ground, one + _BLOCK),
                (ink, low, ink, low, one + _BLOCK),
                (high, ink, ink, high, one + _BLOCK),
                fresh,
            )
        from_high, from_low = near[high], near[low]
        best = choices[0]
        least = from_high[best[0]] + from_low[best[1]] + price * best[4]
        for choice in choices[1:]:
            cost = from_high[choice[0]] + from_low[choice[1]] + price * choice[4]
            if cost < least:
                best, least = choice, cost
        above.append(best[0])
        below.append(best[1])
        ink, ground = best[2], best[3]
        spent += best[4]
    return above, below, spent
