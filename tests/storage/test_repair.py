"""What is wrong with a library is found and mended; of one beyond mending all that can be read is saved."""

import resource
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.storage.paper import check, entry, offer
from tui.errors import StoreError
from tui.model import StoryFilter
from tui.storage import repair, rows, schema, sections, stories
from tui.storage.file import File

OLD = Path(__file__).parent.parent / "libraries" / "v2.db"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = Path(shutil.copy(OLD, tmp_path / "library.db"))
    File(found).close()
    return found


@pytest.fixture
def file(path: Path) -> Iterator[File]:
    with File(path) as opened:
        yield opened


def test_a_sound_library_has_no_findings(file: File) -> None:
    assert repair.examine(file) == ()


@pytest.mark.parametrize(
    ("harm", "what", "said"),
    [
        ("UPDATE totals SET unread = unread + 5", "counters", "the counts of 1 library are wrong"),
        ("UPDATE totals SET page_bytes = 1", "counters", "the counts of 1 library are wrong"),
        ("UPDATE sections SET stories = 0", "counters", "sections are wrong"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "index", "does not match"),
        ("DELETE FROM names", "orphans", "without a name"),
        ("DELETE FROM articles", "orphans", "noted and missing"),
        ("UPDATE standing SET rank = rank + 1000000", "orphans", "place in their sections is wrong"),
        ("UPDATE marks SET starred = 1 - starred", "orphans", "do not show the marks"),
        ("DELETE FROM stories WHERE id = (SELECT max(story_id) FROM standing)", "orphans", "something that is gone"),
    ],
)
def test_what_is_harmed_is_found_and_mended(file: File, harm: str, what: str, said: str) -> None:
    with file.bare() as db:
        db.execute("PRAGMA foreign_keys = OFF")
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        db.execute(harm)
        for _, sql in triggers:
            db.execute(sql)
    found = repair.examine(file)
    assert any(one.what == what and said in one.sentence and one.mendable for one in found), found
    marked = file._db.execute("SELECT identity, read, starred FROM marks ORDER BY id").fetchall()
    stood = file._db.execute("SELECT count(*) FROM standing JOIN stories ON id = story_id").fetchone()
    repair.mend(file)
    assert file._db.execute("SELECT count(*) FROM standing").fetchone() == stood
    assert repair.examine(file) == ()
    check(file)
    assert file._db.execute("SELECT identity, read, starred FROM marks ORDER BY id").fetchall() == marked


@pytest.mark.parametrize("url", ["", "https://a.example/changes", "https://b.example/"])
def test_what_is_known_by_its_words_alone_needs_no_name(tmp_path: Path, url: str) -> None:
    """Entries without an address, of one page, or of a host's front page."""
    with File(tmp_path / "library.db") as file:
        told = tuple(entry(number, url=url, guid="latest") for number in range(1, 4))
        sections.follow(file, offer(("Changes", told)))
        assert file._db.execute("SELECT count(*) FROM stories").fetchone()[0] == len(told)
        assert repair.examine(file) == ()


def damage(path: Path, table: str, text: bytes) -> None:
    """Overwrite the pages of a table's text."""
    with File(path) as file, file.bare() as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        size = db.execute("PRAGMA page_size").fetchone()[0]
    body = bytearray(path.read_bytes())
    harmed = [at for at in range(size, len(body), size) if text in body[at : at + size]]
    assert harmed, table
    for at in harmed:
        body[at : at + size] = b"\xff" * size
    path.write_bytes(body)


def test_of_a_damaged_file_what_can_be_read_is_saved_marks_first(path: Path, tmp_path: Path) -> None:
    with File(path) as file:
        followed = [section.url for section in sections.sections(file)]
        marked = file._db.execute("SELECT identity, read, starred FROM marks").fetchall()
    damage(path, "stories", b"Story 1 of the harbour")
    with File(path, readonly=True) as file:
        (found,) = repair.examine(file)
        assert found.what == "file" and not found.mendable
    taken = repair.salvage(path, tmp_path / "saved.db")
    assert next(iter(taken)) == "marks"
    with File(tmp_path / "saved.db") as file:
        check(file)
        assert repair.examine(file) == ()
        assert [section.url for section in sections.sections(file)] == followed
        assert file._db.execute("SELECT identity, read, starred FROM marks").fetchall() == marked
        stories.window(file, StoryFilter())


def test_where_nothing_can_be_read_it_is_said(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(StoreError, match="newer"):
        repair.salvage(path, tmp_path / "saved.db")
    path.write_bytes(b"\xff" * 100_000)
    with pytest.raises(StoreError):
        repair.salvage(path, tmp_path / "saved.db")


def test_a_library_that_may_not_be_written_is_looked_through_too(path: Path) -> None:
    with File(path, readonly=True) as file:
        assert repair.examine(file) == ()


def test_an_index_that_is_not_there_is_a_mistake_of_ours(path: Path) -> None:
    with File(path) as file, file.bare() as db:
        db.execute("DROP TABLE search")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            repair.examine(file)


def test_a_file_that_cannot_even_be_checked_is_damaged(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[100:8192] = b"\xff" * 8092
    path.write_bytes(body)
    with closing(sqlite3.connect(path)) as db:
        opened = cast("File", SimpleNamespace(bare=lambda: nullcontext(db)))
        (found,) = repair.examine(opened)
    assert found.what == "file" and not found.mendable


def test_a_text_that_is_none_is_damage_and_is_saved_with_the_rest(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        titles = [row[0] for row in db.execute("SELECT title FROM stories ORDER BY id")]
        marked = db.execute("SELECT identity, read, starred FROM marks").fetchall()
    with File(path) as file, file.bare() as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    path.write_bytes(path.read_bytes().replace(titles[0].encode(), titles[0].encode()[:-2] + b"\xff\xfe"))
    with File(path) as file:
        with pytest.raises(StoreError, match="is damaged") as caught:
            stories.window(file, StoryFilter())
        assert caught.value.damaged
        (found,) = repair.examine(file)
        assert (found.sentence, found.mendable) == ("the file is damaged: a text in stories is none", False)
    repair.salvage(path, tmp_path / "saved.db")
    with File(tmp_path / "saved.db") as file:
        assert repair.examine(file) == ()
        saved = [row[0] for row in file._db.execute("SELECT title FROM stories ORDER BY id")]
        assert saved == [titles[0][:-2] + "\ufffd\ufffd", *titles[1:]]
        assert file._db.execute("SELECT identity, read, starred FROM marks").fetchall() == marked


def test_a_mistake_of_ours_is_no_damage_to_the_file(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "tables", lambda _: ["of_another_library"])
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        repair.examine(file)


def test_a_disk_without_room_for_what_is_saved_is_named(path: Path, tmp_path: Path) -> None:
    """It was said that nothing of the damaged library could be read."""
    new, (soft, hard) = tmp_path / "saved.db", resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_960, hard))
    try:
        with pytest.raises(StoreError, match=f"The disk does not read or write the library {new}"):
            repair.salvage(path, new)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
