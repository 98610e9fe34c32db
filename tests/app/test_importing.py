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


async def test_what_of_newsboat_was_left_out_and_what_became_of_its_settings_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / ".newsboat"
    folder.mkdir()
    (folder / "urls").write_text("https://b.example/feed quiet\nexec:~/bin/evil.sh\n")
    (folder / "config").write_text("text-width 66\nmax-items 300\n")
    await _asked(desk, str(folder))
    await desk.until(lambda: "1 section followed, 1 line skipped · u undo" in desk.reader.note)
    for said in ("What was brought", "would run a program", "measure = 66", "max-items 300: every story is kept here"):
        assert said in desk.article_text
    await desk.press("q")
    assert desk.reader.pane != "article"


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
