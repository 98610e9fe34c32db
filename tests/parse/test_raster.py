"""Pictures of strangers as pixels: right side up, of the right size, in the colours that there are; or refused."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from tests.images import bomb, flag, photograph, png
from tui.errors import ParseError
from tui.jobs import Colours, Raster
from tui.palette import colours
from tui.parse.raster import begin, raster


def pixel(found: Raster, x: int, y: int) -> tuple[int, ...]:
    at = 3 * (y * found.width + x)
    return tuple(found.pixels[at : at + 3])


def saved(image: Image.Image, form: str, **given: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **given)
    return out.getvalue()


def made(width: int = 60, height: int = 40) -> Image.Image:
    return Image.open(io.BytesIO(png(width, height, lambda x, y: flag(x, y, width, height)))).convert("RGB")


def near(one: tuple[int, ...], other: tuple[int, ...], most: int = 40) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_its_corners_are_where_they_were(form: str) -> None:
    found = raster(saved(made(), form), 30, 10, "true", dark=True)
    assert (found.width, found.height, found.sound) == (30, 20, True)
    assert near(pixel(found, 2, 2), (200, 30, 40)) and near(pixel(found, 27, 2), (30, 60, 200))
    assert near(pixel(found, 2, 17), (40, 160, 60)) and near(pixel(found, 27, 17), (240, 240, 240))


@pytest.mark.parametrize(
    ("width", "height", "box", "size"),
    [
        (60, 40, (80, 24), (60, 40)),  # never larger than it is
        (600, 40, (50, 50), (50, 4)),
        (40, 600, (50, 10), (1, 20)),
        (1, 1, (50, 10), (1, 2)),
        (3000, 2, (50, 10), (50, 2)),
    ],
)
def test_it_fits_its_box(width: int, height: int, box: tuple[int, int], size: tuple[int, int]) -> None:
    found = raster(saved(Image.new("RGB", (width, height)), "PNG"), *box, "true", dark=True)
    assert (found.width, found.height) == size and found.sound


def test_one_that_was_held_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the top of the picture is at the right of what was taken
    found = raster(
        saved(made().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif, quality=95), 60, 20, "true", dark=True
    )
    assert (found.width, found.height) == (60, 40)
    assert near(pixel(found, 4, 4), (200, 30, 40)) and near(pixel(found, 55, 35), (240, 240, 240))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_mode(mode: str) -> None:
    image = Image.new(mode, (8, 8)) if mode == "I;16" else made(8, 8).convert(mode)
    assert raster(saved(image, "JPEG" if mode == "CMYK" else "PNG"), 8, 4, "true", dark=True).sound


@pytest.mark.parametrize(("dark", "ground"), [(True, (0, 0, 0)), (False, (255, 255, 255))])
def test_what_is_clear_is_the_ground(dark: bool, ground: tuple[int, int, int]) -> None:
    found = raster(saved(Image.new("RGBA", (8, 8), (200, 0, 0, 0)), "PNG"), 8, 4, "true", dark=dark)
    assert pixel(found, 3, 3) == ground


def test_of_what_moves_the_first_is_shown() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert near(pixel(raster(moving, 8, 4, "true", dark=True), 3, 3), (255, 0, 0))


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("256", set(colours())),
        ("grey", {each for each in colours() if each[0] == each[1] == each[2]}),
        ("16", {(level, level, level) for level in (0, 96, 192, 255)}),
        ("ink", {(0, 0, 0), (255, 255, 255)}),
    ],
)
def test_the_colours_are_those_that_there_are(kind: Colours, known: set[tuple[int, ...]]) -> None:
    found = raster(png(300, 200, photograph), 40, 12, kind, dark=True)
    used = {pixel(found, x, y) for x in range(found.width) for y in range(found.height)}
    assert used <= known and len(used) > 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "a drawing (SVG)"),
        (b"<!DOCTYPE html><title>Log in</title>", "there is a page where the picture was"),
        (b"%PDF-1.7", "it is no picture of a kind"),
        (b"", "it is no picture of a kind"),
        (b"II*\0" + bytes(200), "it is no picture of a kind"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "it is no picture of a kind"),
        (png()[:-40], "it is damaged"),
        (png()[:60], "it is damaged"),
        (bomb(20_000, 20_000), "20,000 by 20,000 pixels"),
        (bomb(2_000_000_000, 1), "pixels, more than are decoded here"),
        (bomb(5_000, 5_000), "it is damaged"),
        (bomb(0, 7), "it is damaged"),
    ],
)
def test_what_is_refused_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(ParseError) as refused:
        raster(data, 40, 20, "256", dark=True)
    assert said in str(refused.value)


def _cut(at: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: len(data) * at // 40]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_harmed_bytes_are_a_picture_or_refused(form: str) -> None:
    whole = saved(made(), form)
    harmed = [_cut(at)(whole) for at in range(0, 40, 3)]
    harmed += [whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :] for at in range(0, len(whole), 7)]
    for data in harmed:
        try:
            assert raster(data, 20, 10, "256", dark=True).sound
        except ParseError as error:
            assert str(error)


def test_the_decoders_can_be_loaded_beforehand() -> None:
    begin()
