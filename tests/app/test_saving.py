"""Stories leave the screen as files, and an address as a QR code."""

import zipfile
from pathlib import Path

import pytest

from tests.app.paper import Desk


async def _typed(desk: Desk, text: str) -> None:
    await desk.press("ctrl+u")
    (await desk.reader.entry()).value = text
    await desk.press("enter")


def books(folder: Path) -> list[Path]:
    return list(folder.glob("*.epub"))


async def test_a_story_is_saved_in_a_folder(desk: Desk, tmp_path: Path) -> None:
    await desk.press("l", "j", "ctrl+s")
    await _typed(desk, f"markdown {tmp_path}/out")
    await desk.until(lambda: "Saved:" in desk.reader.note)
    (path,) = (tmp_path / "out").iterdir()
    assert path.suffix == ".md" and path.read_text().startswith("# Harbour")
    await desk.press("j", "ctrl+s")
    assert (await desk.reader.entry()).value == f"markdown {tmp_path}/out"


async def test_a_selection_becomes_a_book(desk: Desk, tmp_path: Path) -> None:
    await desk.press("l", "v", "j", "ctrl+s")
    await _typed(desk, f"epub {tmp_path}")
    await desk.until(lambda: "Saved:" in desk.reader.note)
    (book,) = books(tmp_path)
    with zipfile.ZipFile(book) as opened:
        assert len([name for name in opened.namelist() if "story-" in name]) == 2
    assert desk.reader.stories.began_at is None


async def test_to_the_clipboard_and_what_cannot_be(desk: Desk) -> None:
    await desk.press("l", "j", "ctrl+s")
    await _typed(desk, "text clipboard")
    await desk.until(lambda: "Sent to the clipboard: 1 story" in desk.lines[-1])
    assert "Harbour to be dredged" in desk.app.clipboard
    await desk.press("ctrl+s")
    await _typed(desk, "pdf here")
    assert "pdf is not a format: markdown, text, html, epub." in desk.lines[-1]
    await desk.press("ctrl+s")
    await _typed(desk, "epub clipboard")
    await desk.until(lambda: "a book cannot be copied to the clipboard" in desk.lines[-1].casefold())


@pytest.mark.parametrize("place", ["~nobody-here", "n" * 300, "/dev/null/out"])
async def test_a_folder_that_cannot_be_is_a_sentence(desk: Desk, place: str) -> None:
    await desk.press("l", "j", "ctrl+s")
    await _typed(desk, f"text {place}")
    await desk.until(lambda: desk.reader.note.endswith("."))


async def test_an_address_is_shown_as_a_code(desk: Desk) -> None:
    pytest.importorskip("segno")
    await desk.press("l", "j", "Y")
    assert "▄" in desk.article_text and "https://gazette.example/harbour/" in desk.article_text
    await desk.press("h", "h", "Y")
    assert "Highlight a story in the list." in desk.lines[-1]
