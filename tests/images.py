"""Pictures made for tests: none is shipped."""

import struct
import zlib
from collections.abc import Callable

Shade = Callable[[int, int], tuple[int, int, int]]


def flag(x: int, y: int, width: int = 60, height: int = 40) -> tuple[int, int, int]:
    """Red and blue above green and white, a dark disc in the middle."""
    if (x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 4) ** 2:
        return 20, 20, 30
    if y < height / 2:
        return (200, 30, 40) if x < width / 2 else (30, 60, 200)
    return (40, 160, 60) if x < width / 2 else (240, 240, 240)


def photograph(x: int, y: int) -> tuple[int, int, int]:
    """Something as restless as a photograph: a sky that grows lighter, hills, and grain over all of it."""
    grain = (x * 7919 + y * 104729 + x * y * 31) % 25 - 12
    if y < 150 + 40 * abs((x % 200) - 100) / 100:
        return tuple(max(0, min(255, part + grain)) for part in (90 + y // 2, 130 + y // 3, 220 - y // 4))  # type: ignore[return-value]
    light = (x * x // 97 + y * y // 89) % 90
    return tuple(max(0, min(255, part + grain)) for part in (50 + light, 100 + light // 2, 40 + light // 3))  # type: ignore[return-value]


def png(width: int = 60, height: int = 40, shade: Shade = flag) -> bytes:
    """A PNG of these pixels."""
    rows = b"".join(b"\0" + bytes(part for x in range(width) for part in shade(x, y)) for y in range(height))
    return _png(width, height, zlib.compress(rows, 9))


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is this large, and would be black."""
    return _png(width, height, zlib.compress(bytes(1_000_000), 9))


def _png(width: int, height: int, packed: bytes) -> bytes:
    head = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack("!I", len(body)) + name + body + struct.pack("!I", zlib.crc32(name + body)) for name, body in parts
    )
