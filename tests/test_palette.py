"""The nearest of 256 colours: itself where it is one of them, else one as light."""

import pytest
from textual.theme import BUILTIN_THEMES

from tui.palette import _palette, colours, nearest, oklab


@pytest.mark.parametrize(("colour", "number"), [((0, 0, 0), 16), ((255, 255, 255), 231), ((95, 135, 175), 67), ((118, 118, 118), 243)])  # fmt: skip
def test_a_colour_of_the_palette_is_itself(colour: tuple[int, int, int], number: int) -> None:
    assert nearest(colour) in (number, number - 187 if colour == (0, 0, 0) else number)


def lightness(number: int) -> float:
    return _palette()[number - 16][0]


@pytest.mark.parametrize(
    "theme", ["nord", "dracula", "tokyo-night", "solarized-light", "catppuccin-latte", "textual-dark"]
)
def test_every_colour_of_a_theme_stays_as_light_as_it_is(theme: str) -> None:
    for said in ("primary", "secondary", "accent", "foreground", "background", "surface", "panel"):
        if (colour := getattr(BUILTIN_THEMES[theme], said)) and colour.startswith("#"):
            red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
            assert abs(lightness(nearest((red, green, blue))) - oklab((red, green, blue))[0]) < 0.035, (said, colour)


def test_a_slate_is_no_teal() -> None:
    """Rich takes 23, a dark teal, for the ground of Nord."""
    assert nearest((0x2E, 0x34, 0x40)) >= 232


@pytest.mark.parametrize("cream", [(0xFD, 0xF6, 0xE3), (0xFB, 0xF1, 0xC7)])
def test_a_cream_is_no_cyan_and_no_green(cream: tuple[int, int, int]) -> None:
    red, green, blue = colours()[nearest(cream) - 16]
    assert red >= green >= blue
