"""Sixels read back: what a terminal makes of them."""

import re

Pixel = tuple[int, int, int]

_TOKEN = re.compile(r'"(\d+);(\d+);(\d+);(\d+)|#(\d+)(?:;2;(\d+);(\d+);(\d+))?|!(\d+)([?-~])|([?-~])|([$-])')


def decoded(body: str) -> list[list[Pixel | None]]:
    """The rows of a sixel sequence's body; None where nothing was drawn. AssertionError where it is none, or draws
    outside the size that it says."""
    rows: list[list[Pixel | None]] = []
    colours: dict[int, Pixel] = {}
    pen, x, top, at = 0, 0, 0, 0
    while at < len(body):
        token = _TOKEN.match(body, at)
        assert token is not None, body[at : at + 20]
        at = token.end()
        if token[1]:
            rows = [[None] * int(token[3]) for _ in range(int(token[4]))]
        elif token[5]:
            pen = int(token[5])
            if token[6]:
                colours[pen] = tuple(round(int(part) * 255 / 100) for part in token.group(6, 7, 8))  # type: ignore[assignment]
        elif token[12]:
            x, top = 0, top + 6 * (token[12] == "-")
        else:
            bits, start = ord(token[10] or token[11]) - 63, x
            x += int(token[9] or 1)
            for y in (y for y in range(6) if bits >> y & 1):
                assert not any(rows[top + y][start:x]), "drawn twice"
                assert x <= len(rows[top + y])
                rows[top + y][start:x] = [colours[pen]] * (x - start)
    return rows
