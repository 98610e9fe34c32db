"""What other programs kept is taken in on the screen, and taken back by its key."""

from pathlib import Path

import pytest

from tests.app.paper import Desk
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import stories

POCKET = "title,url,time_added,tags,status\nOf rivers,https://a.example/rivers,1700000000,water,unread\n"


async def _asked(desk: Desk, typed: str) -> None:
    await desk.reader.do("import_file")
    (await desk.reader.entry()).value = typed
    await desk.press("enter")


async def test_a_file_is_taken_in_and_back(desk: Desk, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "pocket.csv"
    file.write_text(POCKET)
    await _asked(desk, str(file))
    await desk.until(lambda: "1 new story, 1 to read later, 1 tagged · u undo" in desk.reader.note)
    assert "# water" in [row.name for row in desk.reader.sections.choices]
    await desk.press("u")
    assert not await library.ask(stories.order, StoryFilter(later=True))


@pytest.mark.parametrize("typed", ["~nobody-here/news.opml", "n" * 300, "/dev/null/news.opml", "/"])
async def test_a_path_that_leads_nowhere_is_a_sentence(desk: Desk, typed: str) -> None:
    await _asked(desk, typed)
    await desk.until(lambda: desk.reader.note.endswith(".") and not desk.reader.note.startswith("Importing"))


async def test_what_is_not_there_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    await _asked(desk, str(tmp_path / "none"))
    await desk.until(lambda: "cannot be read" in desk.reader.note)
    await _asked(desk, str(tmp_path))
    await desk.until(lambda: "a file called urls is looked for" in desk.reader.note)
    await _asked(desk, "")
