"""Sixels: what a terminal reads back from them is what was drawn."""

import pytest

from tests.sixels import decoded
from tui.parse.sixel import sixels

PALETTE = [(0, 0, 0), (255, 255, 255), (51, 102, 204), (255, 0, 0)]


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 2), (7, 6), (7, 7), (40, 13), (300, 20)])
def test_what_is_read_back_is_what_was_drawn(width: int, height: int) -> None:
    numbers = bytes((x * x // 7 + y) % 4 for y in range(height) for x in range(width))
    read = decoded(sixels(numbers, width, PALETTE).decode("ascii"))
    assert read == [[PALETTE[numbers[y * width + x]] for x in range(width)] for y in range(height)]


def test_only_colours_that_are_used_are_told_and_what_repeats_is_counted() -> None:
    assert sixels(bytes(2) + b"\2" * 30, 32, PALETTE) == b'"1;1;32;1#0;2;0;0;0#2;2;20;40;80#0@@$#2??!30@'


def test_all_256_colours_can_be_told() -> None:
    palette = [(number, 255 - number, 0) for number in range(256)]
    read = decoded(sixels(bytes(range(256)), 256, palette).decode("ascii"))
    for pixel, meant in zip(read[0], palette, strict=True):
        assert pixel is not None and all(abs(a - b) <= 2 for a, b in zip(pixel, meant, strict=True))
