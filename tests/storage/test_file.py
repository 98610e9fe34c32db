"""The file itself: made whole, watched while it is open, and read where nothing can be written."""

import errno
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from tests.storage.paper import EVERY, NOW, check, entries, entry, follow, offer, titles
from tui.errors import StoreError
from tui.jobs import Gathered
from tui.library import opening
from tui.model import Counts
from tui.storage import marks, refreshes, rows, schema, sections, settings, stories
from tui.storage.file import File, sentence
from tui.values import replace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with File(path, clock=lambda: NOW) as file:
        sections.follow(file, offer(("World", entries(1, 2))))
    return path


def test_a_library_is_made_whole_and_for_its_owner(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with File(tmp_path / "far" / "away" / "library.db") as file:
            settings.keep_setting(file, "a", "b")
            modes = {part.name: part.stat().st_mode & 0o777 for part in file.path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"library.db": 0o600, "library.db-wal": 0o600, "library.db-shm": 0o600}
    assert (tmp_path / "far" / "away").stat().st_mode & 0o777 == 0o700


def test_what_is_no_file_is_no_library_and_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    made: list[tuple[Callable[[], object], str]] = [
        (path.mkdir, "is a folder, where the library should be"),
        (lambda: os.mkfifo(path), "is not a regular file"),
        (
            lambda: path.symlink_to(tmp_path / "unplugged" / "library.db"),
            "is a link that leads nowhere, to .*unplugged",
        ),
        (lambda: path.symlink_to(path), "cannot be opened: too many levels of symbolic links"),
    ]
    for make, said in made:
        make()
        for readonly in (True, False):
            with pytest.raises(StoreError, match=said):
                File(path, readonly=readonly)
        with pytest.raises(StoreError, match=said):
            rows.look(path)
        with pytest.raises(StoreError, match=said):
            opening.writing(path)
        with pytest.raises(StoreError, match=said):
            opening.reading(path)
        assert not schema.is_older(path)
        path.rmdir() if path.is_dir() else path.unlink()
    with pytest.raises(StoreError, match="cannot be opened: file name too long"):
        opening.writing(tmp_path / ("x" * 300))
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="is not a folder"):
        opening.writing(tmp_path / "file" / "library.db")


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
        assert not file.is_lost()
        path.rename(path.with_name("aside.db"))
        assert file.is_lost()
        with pytest.raises(StoreError, match="deleted or moved away"):
            file.data_version()
        other.rename(path)
        with pytest.raises(StoreError, match="was replaced"):
            file.data_version()
        os.truncate(path, 0)
        assert file.is_lost()
        path.with_name("aside.db").rename(path)
        file.data_version()
        assert not file.is_lost()
        os.truncate(path, 0)
        with pytest.raises(StoreError, match="is empty"):
            file.data_version()


def test_nothing_is_written_into_a_library_that_is_gone(path: Path) -> None:
    with File(path) as file:
        path.unlink()
        with pytest.raises(StoreError, match="deleted"):
            marks.mark(file, [1], starred=True)


def test_a_library_in_a_folder_that_was_locked_is_not_said_to_be_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with File(path) as file:
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(Path, "stat", locked)
            with pytest.raises(StoreError, match=r"cannot be opened: permission denied"):
                marks.mark(file, [1], starred=True)
            assert not file.is_lost()
        assert marks.mark(file, [1], starred=True) == 1


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


@contextmanager
def full_disk() -> Iterator[None]:
    """A disk on which no file grows, for this process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("pending", [True, False])
def test_on_a_full_disk_all_is_read_that_was_kept(path: Path, tmp_path: Path, pending: bool) -> None:
    copy = tmp_path / "copy" / "library.db"
    copy.parent.mkdir()
    with File(path) as file:
        marks.mark(file, [1], starred=True)
        if pending:
            shutil.copy(f"{path}-wal", f"{copy}-wal")
            shutil.copy(path, copy)
    if not pending:
        shutil.copy(path, copy)
    with full_disk():
        with opening.reading(copy) as file:
            assert [one.starred for one in stories.window(file, EVERY)].count(True) == 1
        with closing(rows.look(copy)) as db:
            assert sum(row["starred"] for table, row in rows.every(db) if table == "marks") == 1
        with pytest.raises(StoreError):
            File(copy).close()


def test_damage_is_said_without_the_advice_to_give_up(path: Path) -> None:
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xa5" * (len(damaged) - 8192)
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match=r"is damaged: `broadsheet doctor --fix` saves"), File(path) as file:
        stories.window(file, EVERY)


def test_a_reader_sees_what_another_connection_wrote(store: File, tmp_path: Path) -> None:
    with File(tmp_path / "library.db", readonly=True) as reader:
        before = reader.data_version()
        assert reader.data_version() == before
        follow(store, ("World", entries(1)))
        assert reader.data_version() != before
        assert stories.counts(reader).stories == 1
        with pytest.raises(StoreError, match="read-only"):
            settings.keep_setting(reader, "a", "b")


def test_what_is_no_library_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"not a database " * 1000)
    with pytest.raises(StoreError, match="not a library"):
        File(path)
    with pytest.raises(StoreError, match="no library"):
        File(tmp_path / "missing.db", readonly=True)
    with pytest.raises(StoreError, match="cannot be created"):
        File(path / "below" / "library.db")
    with pytest.raises(StoreError, match="is a folder, where the library should be"):
        File(tmp_path)


def test_a_damaged_library_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as store:
        follow(store, ("World", entries(*range(200))))
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xa5" * (len(damaged) - 8192)
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match="damaged"), File(path) as store:
        stories.window(store, EVERY)


def test_a_library_in_use_says_so(store: File, tmp_path: Path) -> None:
    with File(tmp_path / "library.db", clock=lambda: NOW) as other:
        other._db.execute("PRAGMA busy_timeout = 0")
        store._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program"):
            settings.keep_setting(other, "a", "b")
        assert stories.counts(other) == Counts()
        store._db.execute("COMMIT")
        settings.keep_setting(other, "a", "b")


def test_opening_a_library_writes_nothing_and_waits_for_nobody(path: Path) -> None:
    File(path).close()
    before = path.read_bytes()
    with File(path) as opened, opened.bare() as db:
        assert db.execute("PRAGMA auto_vacuum").fetchone()[0] == 2
        assert db.execute("PRAGMA page_size").fetchone()[0] == 8192
        assert path.with_name(path.name + "-wal").stat().st_size == 0
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")  # a long import: it used to keep every other program from opening
        with File(path) as opened:
            assert opened.data_version() > 0


def test_a_full_disk_loses_nothing_that_was_kept(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    many = tuple(entry(number, content="<p>" + os.urandom(2000).hex()) for number in range(100, 150))
    with pytest.raises(StoreError, match="disk is full"):
        refreshes.keep(store, Gathered(section.id, many))
    check(store)
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2"]
    store._db.execute("PRAGMA max_page_count = 1000000")
    assert refreshes.keep(store, Gathered(section.id, many)) == 50


def test_on_a_disk_that_becomes_full_while_a_library_is_made_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare = schema.prepare
    with ExitStack() as full, monkeypatch.context() as patched:

        def fill(db: sqlite3.Connection) -> None:
            prepare(db)
            full.enter_context(full_disk())

        patched.setattr(schema, "prepare", fill)
        with pytest.raises(StoreError):
            File(tmp_path / "library.db")
    assert list(tmp_path.iterdir()) == []
    with File(tmp_path / "library.db") as made:
        check(made)


def test_a_mistake_of_our_own_is_not_a_sentence(store: File) -> None:
    with pytest.raises(sqlite3.OperationalError), store.writing() as db:
        db.execute("SELECT nothing FROM nowhere")
    assert stories.counts(store) == Counts()


WRITER = """
import sys
from pathlib import Path
from tui.jobs import Gathered
from tui.model import Entry
from tui.storage import marks, refreshes
from tui.storage.file import File
with File(Path(sys.argv[1])) as store:
    for turn in range(100_000):
        given = tuple(Entry(f"Turn {turn}", f"https://a.example/{turn}/{n}", content="<p>words of it</p>" * 50) for n in range(20))
        refreshes.keep(store, Gathered(1, given))
        marks.mark(store, [turn * 20 + 1], read=True)
        print(turn, flush=True)
"""


def test_a_killed_writer_leaves_whole_refreshes(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as store:
        follow(store, ("World", ()))
    for _ in range(3):
        with File(path) as store:
            before = stories.counts(store).stories
        root = Path(__file__).parent.parent.parent
        with subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, cwd=root) as writer:
            assert writer.stdout is not None
            told = [int(writer.stdout.readline()) for _ in range(8)]
            writer.send_signal(signal.SIGKILL)
        with File(path) as store:
            check(store)
            assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            after = stories.counts(store).stories
            assert after % 20 == 0
            assert after >= before
            assert {f"Turn {turn}" for turn in told} <= set(titles(stories.window(store, EVERY, 0)))


def test_two_processes_may_begin_a_library_at_once(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from tui.storage.file import File; File(Path(sys.argv[1])).close()"
    root = Path(__file__).parent.parent.parent
    begun = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path / "library.db"], cwd=root, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for process in begun:
        assert process.communicate()[1] == b""
        assert process.returncode == 0
    with File(tmp_path / "library.db") as store:
        assert stories.counts(store) == Counts()


def test_a_library_is_made_on_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    with File(tmp_path / "library.db") as file:
        assert stories.counts(file) == Counts()
    assert [each.name for each in tmp_path.iterdir()] == ["library.db"]


def test_why_a_library_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be created: file name too long\."):
        File(tmp_path / ("x" * 250))  # and what is put in its place has a longer name
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_BUSY, "by another program"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "by another program"),
        (sqlite3.SQLITE_FULL, "The disk is full"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "The disk is full"),
        (sqlite3.SQLITE_IOERR_FSYNC, "does not read or write"),
        (sqlite3.SQLITE_NOTADB, "is no SQLite database|is not an SQLite database|not a library"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "is damaged"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read-only"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "cannot be opened"),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, "^$"),
        (sqlite3.SQLITE_ERROR, "^$"),
    ],
)
def test_what_the_disk_did_is_a_sentence_and_what_we_did_is_none(tmp_path: Path, code: int, said: str) -> None:
    assert re.search(said, sentence(code, tmp_path / "library.db"))


def test_a_log_that_cannot_be_opened_is_said(path: Path) -> None:
    path.with_name("library.db-wal").mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        File(path).close()


def test_what_sqlite_took_back_by_itself_is_not_taken_back_again(store: File) -> None:
    """Where the disk is full SQLite ends a transaction by itself."""
    with pytest.raises(ZeroDivisionError), store.writing() as db:
        db.execute("ROLLBACK")
        raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError), store.writing(), store.writing() as db:
        db.execute("ROLLBACK")
        raise ZeroDivisionError
    with store.reading() as db:
        db.execute("COMMIT")
    follow(store, ("World", entries(1)))
    assert marks.mark(store, [1], starred=True) == 1


def test_of_two_processes_that_make_a_library_at_once_the_first_one_s_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, link = tmp_path / "library.db", os.link

    def late(new: Path, place: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        with File(path) as other:
            settings.keep_setting(other, "who", "the other")
        link(new, place)

    monkeypatch.setattr(os, "link", late)
    with File(path) as file:
        assert settings.setting(file, "who") == "the other"
    assert [left.name for left in tmp_path.iterdir()] == ["library.db"]


def test_a_connection_lets_nothing_hang_loose_and_wipes_what_is_removed(path: Path) -> None:
    with File(path) as file, file.bare() as db:
        assert db.execute("PRAGMA foreign_keys").fetchone()[0]
        assert db.execute("PRAGMA secure_delete").fetchone()[0]
    with File(path, readonly=True) as file, file.bare() as db:
        assert db.execute("PRAGMA query_only").fetchone()[0]


def test_what_a_person_did_is_on_the_disk_and_what_came_from_the_web_may_come_again(path: Path) -> None:
    with File(path) as file:
        for durable, kept in ((False, 1), (True, 2)):
            with file.writing(durable=durable) as db:
                assert db.execute("PRAGMA synchronous").fetchone()[0] == kept
            with file.bare() as db:
                assert db.execute("PRAGMA synchronous").fetchone()[0] == 1


def test_a_part_of_a_change_that_fails_takes_nothing_else_with_it(store: File) -> None:
    with store.writing():
        settings.keep_setting(store, "a", "kept")
        for _ in range(2):
            with pytest.raises(ZeroDivisionError), store.writing():
                settings.keep_setting(store, "b", "not kept")
                raise ZeroDivisionError
        with store.writing(), store.writing():
            settings.keep_setting(store, "c", "kept")
    assert [settings.setting(store, name) for name in "abc"] == ["kept", "", "kept"]


def test_only_a_library_of_a_bearable_size_is_copied_to_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = path.stat().st_size
    monkeypatch.setattr("tui.storage.file.COPIED_BYTES", size)
    with File(path, readonly=True, aside=True) as file:
        assert len(stories.window(file, EVERY)) == 2
        with pytest.raises(StoreError):
            marks.mark(file, [1], starred=True)
    monkeypatch.setattr("tui.storage.file.COPIED_BYTES", size - 1)
    with pytest.raises(StoreError, match="too large to be read"):
        File(path, readonly=True, aside=True)


def test_damage_is_told_from_what_only_passes(path: Path) -> None:
    with File(path) as file, file.writing() as db:
        db.execute("UPDATE stories SET title = CAST(x'ff' AS TEXT)")
    with File(path) as file, pytest.raises(StoreError, match="is damaged") as found:
        stories.window(file, EVERY)
    assert found.value.damaged
    with pytest.raises(StoreError) as other:
        File(path.with_name("none.db"), readonly=True)
    assert not other.value.damaged
    path.write_bytes(b"not a database " * 1000)
    with pytest.raises(StoreError) as found:
        File(path)
    assert found.value.damaged


def test_what_an_older_version_derived_otherwise_is_made_anew_when_a_library_is_opened(path: Path) -> None:
    with File(path) as file, file.writing() as db:
        db.execute("DELETE FROM settings WHERE name IN ('index', 'told')")
        db.execute("UPDATE stories SET told = 0")
        db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    with File(path) as file:
        assert [one.title for one in stories.window(file, replace(EVERY, words="story"))] == ["Story 1", "Story 2"]
        with file.reading() as db:
            assert db.execute("SELECT count(*) FROM stories WHERE told = 0").fetchone() == (0,)


def test_an_older_library_is_brought_up_to_date_by_whoever_writes_or_in_memory(tmp_path: Path) -> None:
    old = Path(__file__).parent.parent / "libraries" / "v3.db"
    path = Path(shutil.copy(old, tmp_path / "library.db"))
    with pytest.raises(StoreError, match="older Broadsheet") as refused:
        File(path, readonly=True)
    assert refused.value.older
    with File(path, readonly=True, aside=True) as file:
        beside = stories.window(file, EVERY)
    assert schema.is_older(path) and beside
    with File(path) as file:
        assert stories.window(file, EVERY) == beside
    assert not schema.is_older(path)
