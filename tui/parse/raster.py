"""Turns a stranger's picture into pixels for a terminal: decoded, scaled to a box of cells, reduced to few colours.

Pillow is imported here and nowhere else, in a process that can be killed. Only formats that the web uses are opened: a
decoder that is not loaded cannot be attacked."""

import io
import struct
import warnings
from typing import Any

from tui.errors import ParseError
from tui.jobs import PIXELS_ACROSS, PIXELS_DOWN, SIXEL_BYTES, Colours, Raster, Sixels
from tui.palette import colours as terminal_colours
from tui.palette import nearest
from tui.parse.calm import Rows, calmed
from tui.parse.sixel import BAND, sixels

FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
PIXELS = 40_000_000
"""The largest picture that is decoded: 40 million pixels are 160 MB in the middle of it, and half a second."""
_DAMAGED = "it is damaged, or ends too early"
MOST_COLUMNS, MOST_ROWS = 400, 200
"""The largest box, in cells."""
_FEW = {"256": 64, "true": 128}
"""Colours of one picture. Tuned by eye on photographs at 60x20 and 120x36: with more, neighbours share fewer."""
_SEQUENCE = {"256": 11, "grey": 11, "true": 17}
"""Bytes of a change of colour: ESC [ 38;5;123 m, ESC [ 38;2;90;120;150 m."""
_BYTES_A_CELL = {"256": 6.0, "grey": 6.0, "true": 12.0}
"""60x20 cells in 256 colours are some 7 KB then: a second on a slow line."""
_SIXEL_COLOURS = (256, 64, 16)
"""What a terminal has for sixels at least; fewer where a picture would be too long. A photograph of 900 by 600 pixels
has 300 to 600 KB in 256 of them."""
_SIXEL_PIXELS = 1_000_000
"""The largest picture in sixels: made in a quarter of a second."""
_FOUR = (0, 96, 192, 255)
"""The lightness of black, dark grey, light grey and white as terminals draw them, roughly: a person's own are
unknown."""


def begin() -> None:
    """Load the decoders."""
    from PIL import GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: F401

    for mode in FORMATS:
        Image.new("RGB", (1, 1)).save(io.BytesIO(), mode)  # loads their libraries


def raster(data: bytes, columns: int, rows: int, colours: Colours, *, dark: bool) -> Raster:
    """A picture for a box of cells: two pixels to a cell, one above the other, or 8 by 16. Transparent parts become
    black if `dark`, else white. ParseError for what is not a picture."""
    across, down = (PIXELS_ACROSS, PIXELS_DOWN) if colours == "pixels" else (1, 2)
    box = across * max(1, min(columns, MOST_COLUMNS)), down * max(1, min(rows, MOST_ROWS))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, about the picture: nobody is there to read them
        return _coloured(_scaled(data, box, dark=dark), colours)


def in_sixels(data: bytes, box: tuple[int, int], cell: tuple[int, int], *, dark: bool) -> Sixels:
    """A picture as sixels, as large as fits a box of cells that have so many pixels across and down: no band reaches
    below the box. ParseError for what is not a picture, or does not fit in so few bytes."""
    across, down = (
        max(1, min(cells, most) * min(max(1, pixels), 100))
        for cells, most, pixels in zip(box, (MOST_COLUMNS, MOST_ROWS), cell, strict=True)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as above
        image = _scaled(data, (across, max(BAND, down - down % BAND)), dark=dark)
        if (many := image.width * image.height) > _SIXEL_PIXELS:
            image.thumbnail([round(side * (_SIXEL_PIXELS / many) ** 0.5) for side in image.size])
        while True:
            for most in _SIXEL_COLOURS:
                few = image.quantize(most)
                held = bytes(few.getpalette("RGB") or b"")
                palette = list(zip(held[::3], held[1::3], held[2::3], strict=True))
                body = sixels(few.tobytes(), few.width, palette)
                if len(body) <= SIXEL_BYTES:
                    return Sixels(few.width, few.height, body)
            image = image.reduce(2)


def _scaled(data: bytes, box: tuple[int, int], *, dark: bool) -> Any:
    """The picture in RGB, as large as fits a box of pixels, its height even."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # we look ourselves
    try:
        image: Any = Image.open(io.BytesIO(data), formats=FORMATS)
        if image.width * image.height > PIXELS:
            raise ParseError(f"it has {image.width:,} by {image.height:,} pixels, more than are decoded here")
        image.draft("RGB", (2 * box[0], 2 * box[1]))  # of a JPEG only as much as is needed
        turn = image.getexif().get(0x0112, 1)
        image = _plain(image)
        size = (image.height, image.width) if turn in _ON_THEIR_SIDE else image.size
        scale = min(1.0, box[0] / size[0], box[1] / size[1])
        width, height = max(1, round(size[0] * scale)), max(2, 2 * round(size[1] * scale / 2))
        fitted = (height, width) if turn in _ON_THEIR_SIDE else (width, height)
        image = image.resize(fitted, Image.Resampling.LANCZOS, reducing_gap=2.0)
        for step in _TURNS.get(turn, ()):
            image = image.transpose(Image.Transpose[step])
    except UnidentifiedImageError:
        raise ParseError(_no_picture(data)) from None
    except (OSError, SyntaxError, ValueError, EOFError, LookupError, struct.error, ArithmeticError, TypeError) as error:
        raise ParseError(_DAMAGED) from error
    if image.mode == "RGBA":
        ground = Image.new("RGBA", image.size, (0, 0, 0, 255) if dark else (255, 255, 255, 255))
        image = Image.alpha_composite(ground, image).convert("RGB")
    return image


_TURNS = {
    2: ("FLIP_LEFT_RIGHT",),
    3: ("ROTATE_180",),
    4: ("FLIP_TOP_BOTTOM",),
    5: ("TRANSPOSE",),
    6: ("ROTATE_270",),
    7: ("TRANSVERSE",),
    8: ("ROTATE_90",),
}
"""How a camera says that it was held (Exif 2.3, Orientation)."""
_ON_THEIR_SIDE = (5, 6, 7, 8)


def _plain(image: Any) -> Any:
    """In RGB, with transparent parts filled in."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        image = image.convert("I").point(lambda light: light * (1 / 256)).convert("L")
    clear = image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if clear else "RGB")


def _no_picture(data: bytes) -> str:
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) or data[8:12] == b"WEBP":
        return _DAMAGED
    begin = data[:1000].lstrip().lower()
    if b"<svg" in begin:
        return "it is a drawing (SVG), which cannot be shown here"
    if begin.startswith((b"<!doctype html", b"<html")):
        return "there is a page where the picture was"
    return "it is no picture of a kind that can be shown here (JPEG, PNG, GIF, WebP)"


def _coloured(image: Any, colours: Colours) -> Raster:
    """The picture in the colours that the terminal has."""
    if colours == "pixels":
        return _raster(image)
    if colours in ("ink", "16"):
        from PIL import ImageOps

        grey = ImageOps.autocontrast(image.convert("L"), cutoff=2)  # few levels: all of them are used
        return _raster(grey.convert("1").convert("RGB") if colours == "ink" else _dithered(grey, _FOUR))
    if colours == "grey":
        greys = [level for level in terminal_colours() if level[0] == level[1] == level[2]]
        palette = sorted(set(greys))
        levels = [min(range(len(palette)), key=lambda at: abs(palette[at][0] - light)) for light in range(256)]
        pixels = [levels[light] for light in image.convert("L").tobytes()]
    else:
        few = image.quantize(_FEW[colours], kmeans=1)
        held = bytes(few.getpalette("RGB") or b"")
        palette = [(held[at], held[at + 1], held[at + 2]) for at in range(0, len(held), 3)]
        if colours == "256":
            palette = [terminal_colours()[nearest(colour, 1.0) - 16] for colour in palette]  # hues count: no text
        pixels = list(few.tobytes())
    width, height = image.size
    rows: Rows = [pixels[y * width : (y + 1) * width] for y in range(height)]
    calm = calmed(rows, palette, sequence=_SEQUENCE[colours], bytes_a_cell=_BYTES_A_CELL[colours])
    return Raster(width, height, b"".join(bytes(palette[pixel]) for row in calm for pixel in row))


def _dithered(image: Any, levels: tuple[int, ...]) -> Any:
    """A grey picture in a few levels, the error of each pixel passed on to its neighbours (Floyd and Steinberg)."""
    from PIL import Image

    held = Image.new("P", (1, 1))
    held.putpalette([part for level in levels for part in (level, level, level)])
    return image.convert("RGB").quantize(palette=held, dither=Image.Dither.FLOYDSTEINBERG).convert("RGB")


def _raster(image: Any) -> Raster:
    return Raster(image.width, image.height, image.tobytes())
