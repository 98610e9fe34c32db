"""The library is looked after from the palette, as from the command line."""

from pathlib import Path

import pytest

from tests.app.paper import Desk
from tests.web import Clock


async def ask_for(desk: Desk, name: str) -> None:
    """A command by its name in the palette."""
    await desk.press(":")
    await desk.type(name)
    await desk.press("enter")


def size_of(file: str) -> int:
    return Path(file).stat().st_size


async def test_a_copy_of_the_library(desk: Desk) -> None:
    await ask_for(desk, "backup")
    await desk.until(lambda: "Copied: " in desk.reader.note)
    name, _, folder = desk.reader.note.removeprefix("Copied: ").partition(", in ")
    assert size_of(f"{folder}/{name}") > 0


async def test_what_is_followed_goes_into_a_file_that_is_not_there_yet(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.opml"
    for said in (f"What you follow is in {file}", f"{file} is there already: name another file."):
        await ask_for(desk, "opml")
        await desk.press("ctrl+u")
        await desk.type(str(file))
        await desk.press("enter")
        assert desk.reader.note == said
    assert "The Harbour Gazette" in file.read_text()
    await ask_for(desk, "opml")
    await desk.press("ctrl+u", "enter")
    assert not desk.reader.note


async def test_tidying_is_shown_and_asked(desk: Desk, clock: Clock) -> None:
    await ask_for(desk, "tidy")
    assert "nothing to tidy away" in desk.reader.note
    clock.move(days=500)
    before = desk.reader.counts
    await ask_for(desk, "tidy")
    assert "more than 365 days ago" in desk.article_text
    await desk.press("enter")
    assert desk.reader.note == "Nothing has been removed."
    await ask_for(desk, "tidy")
    await desk.type("Yes")
    await desk.press("enter")
    assert "KiB freed" in desk.reader.note
    assert desk.reader.counts != before or desk.reader.counts.starred == before.starred


async def test_the_page_of_a_story_is_read_again(desk: Desk) -> None:
    await desk.press("l", "j", "enter")
    await desk.until(lambda: not desk.reader.fetching)
    shown = desk.opened
    await ask_for(desk, "reparse")
    await desk.until(lambda: "read again" in desk.reader.note)
    assert desk.opened == shown


async def test_how_the_page_of_a_story_is_read(desk: Desk) -> None:
    await desk.press("l", "j", "enter")
    await desk.until(lambda: not desk.reader.fetching)
    shown = desk.opened
    await ask_for(desk, "how the page")
    await desk.until(lambda: "How its page is read" in desk.opened)
    assert shown in desk.opened and "left out" in desk.article_text
    await desk.press("backspace")
    assert desk.opened == shown


@pytest.mark.parametrize("name", ["how the page", "reparse"])
async def test_among_the_sections_there_is_no_page(desk: Desk, name: str) -> None:
    await ask_for(desk, name)
    assert desk.reader.pane == "sections" and not desk.opened
