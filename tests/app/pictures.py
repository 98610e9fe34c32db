"""The pictures of the program in the README: drawn by the program itself, over the made-up edition of the tests. Run as
a module it draws them anew: all, or those named."""

import asyncio
import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from tests.app.paper import at_desk, edition, in_utc
from tests.web import Clock, FakeWeb
from tui.library.library import Library

FOLDER = Path(__file__).parent.parent.parent / "assets" / "pictures"

PICTURES: tuple[tuple[str, tuple[int, int], tuple[str, ...]], ...] = (
    ("three-panes", (120, 32), ("l", "j", "enter")),
    ("list", (80, 24), ("l", "j", "z")),
    ("reading", (80, 24), ("l", "j", "enter")),
    ("follow", (80, 24), ("a",)),
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


async def _write(scratch: Path, wanted: Sequence[str]) -> None:
    from tui.fetching.jobs import Gatherer
    from tui.fetching.parsing import InlineParser

    for name, size, keys in PICTURES:
        if name in wanted or not wanted:
            web, clock = FakeWeb(), Clock()
            gatherer = Gatherer(web.fetcher(clock), InlineParser(), clock=clock)
            library = await Library.open(scratch / f"{name}.db", fetch=gatherer.go, clock=clock)
            (FOLDER / f"{name}.svg").write_text(await draw(library, web, clock, size, keys), encoding="utf-8")
            await library.close()


if __name__ == "__main__":
    import sys
    import tempfile

    in_utc()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_write(Path(folder), sys.argv[1:]))
