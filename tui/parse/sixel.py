"""Writes pixels of few colours as sixels (DEC STD 070, chapter 9; the VT330/VT340 programmer reference manual, chapter
14)."""

import re
from collections.abc import Sequence

BAND = 6
"""Rows that one line of sixels has, a bit of each character for each row."""
_EMPTY = 63
"""The character that draws nothing: what is drawn is a number of six bits more."""
_SAME = re.compile(rb"(.)\1{3,}", re.DOTALL)
"""Four alike and more: the shortest repetition is three characters long."""

Colour = tuple[int, int, int]


def sixels(pixels: bytes, width: int, palette: Sequence[Colour]) -> bytes:
    """The body of a sixel sequence: the size, the colours in percent, then each band of six rows, colour by colour.

    `pixels` are indexes into the palette, row by row; at most 256 colours are used."""
    height = len(pixels) // width
    parts = [b'"1;1;%d;%d' % (width, height)]
    parts += [
        b"#%d;2;%d;%d;%d" % (number, *(round(part * 100 / 255) for part in palette[number]))
        for number in sorted(set(pixels))
    ]
    for top in range(0, height, BAND):
        rows = [pixels[y * width : (y + 1) * width] for y in range(top, min(top + BAND, height))]
        parts.append(b"$".join(b"#%d%s" % (number, _line(rows, number)) for number in sorted(set(b"".join(rows)))))
        parts.append(b"-")
    return b"".join(parts[:-1])


def _line(rows: Sequence[bytes], number: int) -> bytes:
    """One colour of a band. Each row becomes a number with a byte for each pixel; these are added up, shifted by the
    row's bit: no byte overflows, and Python needs no loop over pixels."""
    alone = bytes(int(each == number) for each in range(256))
    width = len(rows[0])
    bits = sum(int.from_bytes(row.translate(alone)) << y for y, row in enumerate(rows))
    drawn = (bits + int.from_bytes(bytes([_EMPTY]) * width)).to_bytes(width).rstrip(b"?")
    return _SAME.sub(lambda same: b"!%d%s" % (len(same[0]), same[1]), drawn)
