"""A library is made where there is none, brought up to date where it is older, and has this version's Guide."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.web import NOON, Clock
from tui import guide
from tui.errors import OutputError, StoreError
from tui.library import logins, opening
from tui.model import StoryFilter
from tui.storage import file as storage_file
from tui.storage import guide as kept_guide
from tui.storage import marks, schema, stories
from tui.storage.file import File
from tui.storage.sql import put_setting

LIBRARIES = Path(__file__).parent.parent / "libraries"
OLDER = LIBRARIES / "v3.db"
GUIDE = StoryFilter(guide=True)


def set_edition(path: Path, edition: str) -> None:
    with File(path) as file, file.writing() as db:
        put_setting(db, "guide", edition)


def test_the_moment_is_aware() -> None:
    assert abs((opening.now() - datetime.now(UTC)).total_seconds()) < 60


def test_a_library_is_made_with_its_folders_and_the_guide(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "library.db"
    with opening.reading(path) as file:
        assert kept_guide.version(file) == str(guide.EDITION)
        shown = stories.window(file, GUIDE)
        assert {story.url for story in shown} == set(guide.pages())
        assert {story.section for story in shown} == {name for _, name in guide.SECTIONS}
    with pytest.raises(StoreError), opening.reading(path) as file, file.writing():
        pass


def test_an_older_library_is_brought_up_to_date_and_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(OLDER, path)
    with opening.reading(path) as file:
        assert kept_guide.version(file) == str(guide.EDITION)
        assert stories.story(file, "https://paper.example/1") is not None
    assert len(list(tmp_path.rglob("*.db*"))) > 1


def test_what_is_no_library_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"not a library" * 1000)
    for way in (opening.reading, opening.writing):
        with pytest.raises(StoreError):
            way(path)
    assert path.read_bytes() == b"not a library" * 1000


def test_where_no_folder_can_be_made_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    with pytest.raises(StoreError, match="cannot be created"):
        opening.writing(tmp_path / "a" / "b" / "library.db")


def test_an_older_guide_is_replaced_and_marks_stay(library_file: Path) -> None:
    set_edition(library_file, "1")
    with opening.writing(library_file) as file:
        (story_id, *_) = stories.order(file, GUIDE)
        marks.mark(file, (story_id,), starred=True)
    set_edition(library_file, "1")
    with opening.reading(library_file) as file:
        assert kept_guide.version(file) == str(guide.EDITION)
        assert len(stories.window(file, StoryFilter(starred=True))) == 1
        assert len(stories.order(file, GUIDE)) == len(guide.pages())
        with pytest.raises(StoreError), file.writing():
            pass


def test_the_same_guide_is_not_taken_in_again(library_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_guide, "take", lambda *_: pytest.fail("it is there already"))
    opening.reading(library_file).close()
    opening.writing(library_file).close()


def test_on_a_full_disk_the_older_guide_will_do(library_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        raise StoreError("The disk is full.")

    set_edition(library_file, "1")
    monkeypatch.setattr(opening, "make", full)
    with opening.reading(library_file) as file:
        assert kept_guide.version(file) == "1"


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_an_older_library_is_read_on_a_full_disk(version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        raise StoreError("The disk is full.")

    library = Path(shutil.copy(LIBRARIES / f"v{version}.db", tmp_path / "library.db"))
    before = library.read_bytes()
    with opening.reading(Path(shutil.copy(library, tmp_path / "other.db"))) as file:
        expected = stories.window(file, StoryFilter(news=True)), stories.window(file, StoryFilter(starred=True))
    monkeypatch.setattr(opening, "make", full)
    with opening.reading(library) as file:
        assert (
            stories.window(file, StoryFilter(news=True)),
            stories.window(file, StoryFilter(starred=True)),
        ) == expected
        with pytest.raises(StoreError), file.writing() as db:
            db.execute("DELETE FROM story")
    assert library.read_bytes() == before and schema.is_older(library)


def test_a_library_too_large_for_memory_waits_for_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        raise StoreError("The disk is full.")

    library = Path(shutil.copy(LIBRARIES / "v1.db", tmp_path / "library.db"))
    monkeypatch.setattr(opening, "make", full)
    monkeypatch.setattr(storage_file, "COPIED_BYTES", 1000)
    with pytest.raises(StoreError, match="too large to be read without room"):
        opening.reading(library)


def test_the_clock_is_the_files(library_file: Path) -> None:
    with opening.writing(library_file, Clock(NOON)) as file:
        assert file.clock() == NOON


def test_passwords_that_cannot_be_moved_stay_and_nothing_else_may_fail(
    library_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(error: Exception) -> None:
        def settle(file: File) -> None:
            raise error

        monkeypatch.setattr(logins, "settle", settle)

    fail(OutputError("No room."))
    opening.writing(library_file).close()
    fail(ValueError("a bug"))
    closed: list[File] = []
    close = File.close

    def closing(file: File) -> None:
        closed.append(file)
        close(file)

    monkeypatch.setattr(File, "close", closing)
    with pytest.raises(ValueError, match="a bug"):
        opening.writing(library_file)
    assert len(closed) == 1
