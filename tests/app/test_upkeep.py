"""The library is looked after from the palette, as from the command line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.app.paper import Desk
from tests.web import Clock
from tui import config
from tui.app.upkeep import UNDONE
from tui.storage import backups


def size_of(file: str) -> int:
    return Path(file).stat().st_size


async def test_a_copy_of_the_library(desk: Desk) -> None:
    await desk.command("backup")
    await desk.until(lambda: "Copied: " in desk.reader.note)
    name, _, folder = desk.reader.note.removeprefix("Copied: ").partition(", in ")
    assert size_of(f"{folder}/{name}") > 0


async def test_what_is_followed_goes_into_a_file_that_is_not_there_yet(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.opml"
    for said in (f"What you follow is in {file}", f"{file} is there already: name another file."):
        await desk.command("opml")
        await desk.press("ctrl+u")
        await desk.type(str(file))
        await desk.press("enter")
        assert desk.reader.note == said
    assert "The Harbour Gazette" in file.read_text()
    await desk.command("opml")
    await desk.press("ctrl+u", "enter")
    assert not desk.reader.note


async def test_tidying_is_shown_and_asked(desk: Desk, clock: Clock) -> None:
    await desk.command("tidy")
    await desk.press("enter")
    assert desk.reader.note == "There is nothing to tidy away that is older than 180 days."
    clock.move(days=500)
    before = desk.reader.counts
    for typed, said in (("", UNDONE), ("ten", "Ten is not a number of days."), ("9" * 30, "is not 0 to 36,500 days.")):
        await desk.command("tidy")
        await desk.press("ctrl+u")
        await desk.type(typed)
        await desk.press("enter")
        assert desk.reader.note.endswith(said)
    await desk.command("tidy")
    await desk.press("ctrl+u", "4", "0", "0", "enter")
    assert "more than 400 days ago" in desk.article_text
    await desk.press("enter")
    assert desk.reader.note == UNDONE
    await desk.command("tidy")
    await desk.press("enter")
    await desk.type("Yes")
    await desk.press("enter")
    assert "KiB freed" in desk.reader.note
    assert desk.reader.counts != before or desk.reader.counts.starred == before.starred


async def test_the_page_of_a_story_is_read_again(desk: Desk) -> None:
    await desk.press("l", "j", "enter")
    await desk.until(lambda: not desk.reader.fetching)
    shown = desk.opened
    await desk.command("reparse")
    await desk.until(lambda: "read again" in desk.reader.note)
    assert desk.opened == shown


async def test_how_the_page_of_a_story_is_read(desk: Desk) -> None:
    await desk.press("l", "j", "enter")
    await desk.until(lambda: not desk.reader.fetching)
    shown = desk.opened
    await desk.command("how the page")
    await desk.until(lambda: "How its page is read" in desk.opened)
    assert shown in desk.opened and "left out" in desk.article_text
    await desk.press("backspace")
    assert desk.opened == shown


@pytest.mark.parametrize("name", ["how the page", "reparse"])
async def test_among_the_sections_there_is_no_page(desk: Desk, name: str) -> None:
    await desk.command(name)
    assert desk.reader.pane == "sections" and not desk.opened


async def test_a_copy_is_put_back_once_one_says_yes(desk: Desk) -> None:
    for copy in backups.copies(desk.reader.library.path):
        copy.unlink()
    await desk.command("restore")
    assert "There is none in" in desk.article_text
    await desk.press("escape")
    await desk.command("backup")
    await desk.until(lambda: "Copied: " in desk.reader.note)
    unread = desk.reader.counts.unread
    await desk.press("h", "h", "g", "A")
    assert not desk.reader.counts.unread
    for words in (("ctrl+u", "enter"), ("enter", "enter"), ("enter", "n", "o", "enter")):
        await desk.command("restore")
        assert ".db" in desk.article_text
        await desk.press(*words)
        assert desk.reader.note == UNDONE and not desk.reader.counts.unread
    await desk.command("restore")
    await desk.press("enter", "y", "e", "s", "enter")
    await desk.until(lambda: desk.reader.note.startswith("Restored: "))
    assert desk.reader.counts.unread == unread
    assert "/" not in desk.reader.note and desk.reader.note.endswith(".db.")


async def test_what_is_no_copy_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    unread = desk.reader.counts.unread
    for file, said in (("letter.txt", "neither a backup nor an export"), ("none.db", "cannot be read")):
        await desk.command("restore")
        await desk.press("ctrl+u")
        await desk.type(str(tmp_path / file))
        await desk.press("enter")
        await desk.type("yes")
        await desk.press("enter")
        await desk.until(lambda said=said: said in desk.reader.note)  # type: ignore[misc]
        assert desk.reader.counts.unread == unread


@pytest.mark.parametrize("command", ["opml", "restore"])
@pytest.mark.parametrize("typed", ["~nobody-here/news.db", "n" * 300, "/dev/null/news.db", "/"])
async def test_a_path_that_leads_nowhere_is_a_sentence(desk: Desk, command: str, typed: str) -> None:
    await desk.command(command)
    await desk.press("ctrl+u")
    await desk.type(typed)
    await desk.press("enter")
    if command == "restore" and not desk.reader.note:
        await desk.type("yes")
        await desk.press("enter")
    await desk.until(lambda: desk.reader.note.endswith("."))


@pytest.fixture
def at_home(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's folders, with the library of the desk in its place."""
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setattr("tui.config.library_file", lambda: desk.reader.library.path)
    return tmp_path


def miscount(library: Path) -> None:
    with closing(sqlite3.connect(library)) as db:
        db.execute("UPDATE totals SET unread = 99")
        db.commit()


@pytest.mark.usefixtures("at_home")
async def test_the_doctor_looks_and_mends_where_one_says_yes(desk: Desk) -> None:
    unread = desk.reader.counts.unread
    await desk.command("what is wrong")
    await desk.until(lambda: desk.reader.note == "Nothing is wrong.")
    assert "In order" in desk.article_text and "library: " in desk.article_text
    miscount(desk.reader.library.path)
    await desk.command("what is wrong")
    await desk.until(lambda: desk.reader.note == "1 thing is wrong. `mend` mends what can be.")
    assert desk.article_text.index("Wrong") < desk.article_text.index("In order")
    assert "are wrong; `mend` mends it" in desk.article_text and "--fix" not in desk.article_text
    for answered in (("enter",), ("n", "o", "enter"), ("escape",)):
        await desk.command("mend what")
        await desk.press(*answered)
        assert desk.reader.note == UNDONE
    await desk.command("mend what")
    await desk.type("yes")
    await desk.press("enter")
    await desk.until(lambda: desk.reader.note == "Nothing is wrong.")
    assert "mended: " in desk.article_text and desk.reader.counts.unread == unread


async def test_the_log_is_read_with_its_last_line_first(desk: Desk, at_home: Path) -> None:
    await desk.command("the log")
    assert "It is empty." in desk.article_text
    file = config.log_file()
    file.parent.mkdir(parents=True)
    file.write_text("2026-11-23 INFO the first\n2026-11-23 INFO the last\n")
    await desk.command("the log")
    assert desk.article_text.index("the last") < desk.article_text.index("the first")
