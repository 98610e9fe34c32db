"""The 256 colours of a terminal, and which of them is nearest to a colour: the nearest by lightness, so that text stays
as legible as it was meant, and a slate stays a slate."""

from collections.abc import Sequence
from functools import lru_cache
from math import hypot

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""

_STEPS = (0, 95, 135, 175, 215, 255)
"""The levels of the cube of 6 by 6 by 6 colours (xterm's 256colres.pl)."""
LIGHTNESS = 3.0
"""How much more a difference of lightness counts than one of hue. At 1 grey text on a grey ground may lose its
contrast; tuned by eye on the themes of Textual's."""

HUE = 0.7
"""Cosine of the angle by which a hue may turn: without a limit, cream became a pale cyan, which is as light."""
_GREY = 0.01
"""Chroma below which a colour is a grey, and has no hue."""


@lru_cache(maxsize=1)
def colours() -> tuple[Colour, ...]:
    """The colours numbered 16 to 255; the first sixteen are a person's own and unknown."""
    cube = [(red, green, blue) for red in _STEPS for green in _STEPS for blue in _STEPS]
    greys = [(8 + 10 * step, 8 + 10 * step, 8 + 10 * step) for step in range(24)]
    return (*cube, *greys)


@lru_cache(maxsize=1)
def _palette() -> tuple[tuple[float, float, float], ...]:
    return tuple(oklab(colour) for colour in colours())


def oklab(colour: tuple[int, ...]) -> tuple[float, float, float]:
    """A colour as lightness, green to red, blue to yellow (Ottosson 2020, https://bottosson.github.io/posts/oklab/)."""
    red, green, blue = (
        part / 12.92 if (part := each / 255) <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for each in colour
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@lru_cache(maxsize=4096)
def nearest(colour: Colour, lightness: float = LIGHTNESS) -> int:
    """The number, 16 to 255, of the colour that is nearest, `lightness` counting so much more than hue."""
    light, red, yellow = oklab(colour)
    return 16 + min(
        (number for number, (_, *hue) in enumerate(_palette()) if _is_near((red, yellow), hue)),
        key=lambda number: (
            (lightness * (_palette()[number][0] - light)) ** 2
            + (_palette()[number][1] - red) ** 2
            + (_palette()[number][2] - yellow) ** 2
        ),
    )


def _is_near(hue: Sequence[float], other: Sequence[float]) -> bool:
    """Whether a hue is within the angle of another; every grey is."""
    chroma, chromas = hypot(*hue), hypot(*other)
    return chromas < _GREY or chroma < _GREY or hue[0] * other[0] + hue[1] * other[1] > HUE * chroma * chromas
