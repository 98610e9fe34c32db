"""The pictures of the program in the README and in the Guide: drawn by the program itself, over the made-up edition of the
tests. Run as a module it draws them anew: all, or those named."""

import asyncio
import re
import subprocess
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from tests.app.paper import at_desk, edition, in_utc
from tests.web import Clock, FakeWeb
from tui.library.library import Library

ASSETS = Path(__file__).parent.parent.parent / "assets"
FOLDER = ASSETS / "pictures"
GUIDE = ASSETS / "guide" / "pictures"
IN_THE_GUIDE = ("three-panes", "folders")
"""Those that the Guide shows, as pixels: its pictures are drawn in the terminal."""

PICTURES: tuple[tuple[str, tuple[int, int], tuple[str, ...]], ...] = (
    ("three-panes", (120, 32), ("l", "j", "enter")),
    ("list", (80, 24), ("l", "j", "z")),
    ("reading", (80, 24), ("l", "j", "enter")),
    ("follow", (80, 24), ("a",)),
    (
        "folders",
        (80, 24),
        (
            *("F", *"News", "enter", "G", "M", *"News", "enter"),
            *("slash", *"world", "enter", "M", *"News / Abroad", "enter"),
            *("slash", *"business", "enter", "M", *"News / Abroad", "enter"),
            *("slash", *"abroad", "enter", "A"),
        ),
    ),
)
"""Name of a picture, columns and rows, and the keys that lead to it."""


async def draw(library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int], keys: Sequence[str]) -> str:
    """A picture, as SVG that asks nobody for a font."""
    await edition(library, web)
    async with at_desk(library, clock, size) as desk:
        await desk.press(*keys)
        drawn = desk.app.export_screenshot(title="Broadsheet")
    # The fonts that Rich would have fetched: whatever is fixed in width will do.
    return re.sub(r"\s*@font-face \{.*?\}\n", "\n", drawn, flags=re.DOTALL).replace("Fira Code, ", "")


def words(drawn: str) -> list[str]:
    """What a picture says, piece by piece."""
    return [unescape(said).replace("\xa0", " ") for said in re.findall(r"<text[^>]*>([^<]*)</text>", drawn)]


def pixels(drawn: str, file: Path) -> None:
    """A picture as PNG: its boxes of colour and its pieces of text, in the fixed font that fontconfig finds."""
    from PIL import Image, ImageColor, ImageDraw, ImageFont

    def font(style: str) -> ImageFont.FreeTypeFont:
        asked = ["fc-match", "--format", "%{file}", f"DejaVu Sans Mono{style}"]
        return ImageFont.truetype(subprocess.run(asked, capture_output=True, text=True, check=True).stdout, 20)

    plain, bold, italic = font(""), font(":bold"), font(":oblique")
    inks = dict(re.findall(r"(-r\d+) \{ ([^}]*)\}", drawn))
    wide, high = (
        round(float(size))
        for size in re.findall(r'clip-terminal">\s*<rect x="0" y="0" width="(.*?)" height="(.*?)"', drawn)[0]
    )
    picture = Image.new("RGB", (wide, high), "#292929")
    pen = ImageDraw.Draw(picture)
    for colour, x, y, width, height in re.findall(
        r'<rect fill="(#\w+)" x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"', drawn
    ):
        left, top = float(x), float(y)
        pen.rectangle((left, top, left + float(width), top + float(height)), fill=ImageColor.getrgb(colour))
    for name, x, y, said in re.findall(r'<text class="[\w-]*?(-r\d+)" x="(.*?)" y="(.*?)"[^>]*>([^<]*)</text>', drawn):
        face = bold if "bold" in inks[name] else italic if "italic" in inks[name] else plain
        for cell, letter in enumerate(unescape(said).replace("\xa0", " ")):
            at = (float(x) + 12.2 * cell, float(y))
            pen.text(at, letter, font=face, fill=re.findall(r"fill: (#\w+)", inks[name])[0], anchor="ls")
    picture.quantize(32).save(file, optimize=True)


async def _write(scratch: Path, wanted: Sequence[str]) -> None:
    from tui.fetching.jobs import Gatherer
    from tui.fetching.parsing import InlineParser

    for name, size, keys in PICTURES:
        if name in wanted or not wanted:
            web, clock = FakeWeb(), Clock()
            gatherer = Gatherer(web.fetcher(clock), InlineParser(), clock=clock)
            library = await Library.open(scratch / f"{name}.db", fetch=gatherer.go, clock=clock)
            drawn = await draw(library, web, clock, size, keys)
            (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")
            if name in IN_THE_GUIDE:
                pixels(drawn, GUIDE / f"{name}.png")
            await library.close()


if __name__ == "__main__":
    import sys
    import tempfile

    in_utc()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_write(Path(folder), sys.argv[1:]))
