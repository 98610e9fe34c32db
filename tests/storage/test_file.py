"""The file itself: made whole, watched while it is open, and read where nothing can be written."""

import os
import shutil
from pathlib import Path

import pytest

from tests.storage.test_store import NOW, entries, offer, titles
from tui.errors import StoreError
from tui.library import opening
from tui.model import StoryFilter
from tui.storage import marks, sections, settings, stories
from tui.storage.file import File

EVERY = StoryFilter()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with File(path, clock=lambda: NOW) as file:
        sections.follow(file, offer(("World", entries(1, 2))))
    return path


def test_a_library_is_made_whole_and_for_its_owner(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with File(tmp_path / "far" / "library.db") as file:
            settings.keep_setting(file, "a", "b")
            modes = {part.name: part.stat().st_mode & 0o777 for part in file.path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"library.db": 0o600, "library.db-wal": 0o600, "library.db-shm": 0o600}
    assert (tmp_path / "far").stat().st_mode & 0o777 == 0o700


def test_an_empty_file_is_no_new_library(path: Path) -> None:
    path.write_bytes(b"")
    for readonly in (True, False):
        with pytest.raises(StoreError, match=r"is empty, 0 bytes.*broadsheet restore"):
            File(path, readonly=readonly)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("readonly", [True, False])
def test_what_becomes_of_an_open_library_is_noticed(path: Path, readonly: bool) -> None:
    other = Path(shutil.copy(path, path.with_name("other.db")))
    with File(path, readonly=readonly) as file:
        file.data_version()
        path.rename(path.with_name("aside.db"))
        with pytest.raises(StoreError, match="deleted or moved away"):
            file.data_version()
        other.rename(path)
        with pytest.raises(StoreError, match="was replaced"):
            file.data_version()
        os.truncate(path, 0)
        path.with_name("aside.db").rename(path)
        file.data_version()
        os.truncate(path, 0)
        with pytest.raises(StoreError, match="is empty"):
            file.data_version()


def test_nothing_is_written_into_a_library_that_is_gone(path: Path) -> None:
    with File(path) as file:
        path.unlink()
        with pytest.raises(StoreError, match="deleted"):
            marks.mark(file, [1], starred=True)


@pytest.mark.parametrize("pending", [False, True])
def test_who_can_read_the_file_can_read_the_library(path: Path, tmp_path: Path, pending: bool) -> None:
    """A disk that is full or read-only does not take the file that SQLite shares its knowledge of the log in: here a folder stands
    in that one's place."""
    copy = tmp_path / "copy" / "library.db"
    copy.parent.mkdir()
    with File(path) as file:
        marks.mark(file, [1], starred=True)
        for end in ("", "-wal") if pending else ("",):
            shutil.copy(path.with_name(path.name + end), copy.with_name(copy.name + end))
    if not pending:
        shutil.copy(path, copy)
    copy.with_name("library.db-shm").mkdir()
    with File(copy, readonly=True) as file:
        assert titles(stories.window(file, EVERY)) == ["Story 1", "Story 2"]
        assert stories.counts(file).starred == 1
        with pytest.raises(StoreError):
            marks.mark(file, [1], starred=False)
    with opening.reading(copy) as file:
        assert len(stories.window(file, EVERY)) == 2


def test_damage_is_said_without_the_advice_to_give_up(path: Path) -> None:
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xa5" * (len(damaged) - 8192)
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match=r"is damaged: `broadsheet doctor --fix` saves"), File(path) as file:
        stories.window(file, EVERY)
