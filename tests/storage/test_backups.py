"""Copies of a library: whole or not at all, few, and put back under whoever reads it."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.paper import check
from tests.storage.test_file import full_disk
from tui.errors import ParseError, StoreError
from tui.library import opening
from tui.model import StoryFilter
from tui.storage import backups, marks, rows, schema, stories
from tui.storage.file import _TERMS, File

OLD = Path(__file__).parent.parent / "libraries"


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "library.db"
    shutil.copy(OLD / "v2.db", found)
    File(found).close()
    return found


@pytest.fixture
def file(path: Path) -> Iterator[File]:
    with File(path, clock=Clock()) as opened:
        yield opened


def starred(file: File) -> list[str]:
    return [story.title for story in stories.window(file, StoryFilter(starred=True))]


def unstar(file: File) -> None:
    marks.mark(file, [story.id for story in stories.window(file, StoryFilter(starred=True))], starred=False)


def test_a_copy_is_whole_and_its_owners_only(file: File) -> None:
    before = os.umask(0)
    try:
        made = backups.back_up(file)
    finally:
        os.umask(before)
    assert made.parent == backups.folder(file.path) and list(made.parent.iterdir()) == [made]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600 and stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    with File(made) as copy:
        check(copy)
        assert starred(copy) == starred(file) != []


def test_a_copy_goes_where_a_person_says(file: File, tmp_path: Path) -> None:
    assert backups.back_up(file, tmp_path / "elsewhere" / "mine.db").is_file()
    with pytest.raises(StoreError, match="cannot be created"):
        backups.back_up(file, file.path / "within" / "mine.db")


def test_only_the_newest_copies_stay(file: File) -> None:
    clock = file.clock
    assert isinstance(clock, Clock)
    made = []
    for _ in range(backups.KEPT + 2):
        made.append(backups.back_up(file))
        clock.now += timedelta(minutes=1)
    assert backups.copies(file.path) == made[-backups.KEPT :]


def test_another_copy_is_made_when_the_last_is_old_enough(file: File) -> None:
    clock = file.clock
    assert isinstance(clock, Clock)
    assert backups.roll(file) is not None
    assert backups.roll(file) is None
    clock.now += backups.EVERY + timedelta(hours=1)
    assert backups.roll(file) is not None


def test_no_copy_is_made_where_there_is_no_room_for_it(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))
    assert backups.roll(file) is None


def test_an_older_library_is_copied_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(OLD / "v1.db", path)
    assert schema.is_older(path)
    made = backups.keep_older(path)
    assert made is not None
    with closing(rows.look(made)) as db:
        assert rows.version(db) == 1
    File(path).close()
    assert not schema.is_older(path) and backups.keep_older(path) is None
    assert not schema.is_older(tmp_path / "none.db")


def test_opening_an_older_library_to_write_keeps_it_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(OLD / "v1.db", path)
    opening.writing(path).close()
    (copy,) = backups.copies(path)
    with closing(rows.look(copy)) as db:
        assert rows.version(db) == 1
    opening.writing(path).close()
    assert backups.copies(path) == [copy]


@pytest.mark.parametrize("stem", ["library", "my_own", "a[b]"])
def test_two_of_one_second_are_two(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.db"
    shutil.copy(OLD / "v2.db", path)
    with File(path, clock=Clock()) as file:
        stars = starred(file)
        first = backups.back_up(file)
        unstar(file)
        second = backups.back_up(file)
        third = backups.back_up(file)
    assert backups.copies(path) == [first, second, third]
    with File(first) as before, File(second) as after:
        assert starred(before) == stars != starred(after) == []


def test_a_copy_finds_a_name_on_a_disk_without_links(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    made = backups.back_up(file)
    assert backups.copies(file.path) == [made] == list(made.parent.iterdir())


def _no_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_whoever_opens_an_older_library_second_keeps_its_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.db"
    shutil.copy(OLD / "v1.db", path)
    looked = rows.look

    def meanwhile(where: Path) -> sqlite3.Connection:
        monkeypatch.setattr(rows, "look", looked)
        opening.writing(path).close()  # another screen, between our look at the version and our copy
        return looked(where)

    monkeypatch.setattr(rows, "look", meanwhile)
    assert backups.keep_older(path) is None
    (copy,) = backups.folder(path).iterdir()
    with closing(looked(copy)) as db:
        assert rows.version(db) == 1


def test_two_screens_open_an_older_library_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(OLD / "v1.db", path)
    code = (
        "import sys; from pathlib import Path; from tui.library import opening; sys.stdin.read(1);"
        "opening.writing(Path(sys.argv[1])).close()"
    )
    begun = [
        subprocess.Popen([sys.executable, "-c", code, path], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for process in begun:
        assert process.stdin
        process.stdin.write(b"x")
        process.stdin.flush()
    assert [process.communicate()[1] for process in begun] == [b""] * 4
    versions = []
    for copy in backups.folder(path).iterdir():
        with closing(rows.look(copy)) as db:
            versions.append(rows.version(db))
    assert versions and set(versions) == {1}


def test_what_a_killed_copy_left_is_cleared_away(file: File) -> None:
    left = backups._unfinished(backups.back_up(file))
    left.write_bytes(b"half")
    backups.back_up(file)
    assert left.exists()  # it may still be written
    halves = [
        left,
        file.path.with_name(f".{file.path.name}.77.restored"),
        file.path.with_name(f".{file.path.name}.7.ab.new-wal"),
    ]
    for half in halves:
        half.touch()
        os.utime(half, (0, 0))
    backups.back_up(file)
    assert [half for half in halves if half.exists()] == []


def test_a_second_damaged_library_does_not_take_the_name_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    aside = []
    for said in ("first", "second", "third"):
        path.write_text(said)
        aside.append(backups.put_aside(path))
    assert [each.read_text() for each in aside] == ["first", "second", "third"]


def test_what_was_restored_is_seen_by_who_reads(file: File) -> None:
    stars = starred(file)
    made = backups.back_up(file)
    unstar(file)
    with File(file.path, readonly=True) as reader:
        assert starred(reader) == []
        restored = backups.restore(file.path, made)
        assert starred(reader) == stars
    assert restored.stories and restored.marks and restored.aside
    check(file)
    with File(restored.aside) as before:
        assert starred(before) == []


def test_a_restore_waits_a_while_for_whoever_writes_and_then_changes_nothing(
    file: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.back_up(file)
    unstar(file)
    monkeypatch.setitem(_TERMS, "timeout", 0)
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is being written by another program; try again"):
            backups.restore(file.path, made)
    assert starred(file) == [] and backups.copies(file.path) == [made]
    assert not list(tmp_path.glob(".*restored*"))


@pytest.mark.parametrize("damaged", [False, True])
def test_a_library_stays_in_its_place_where_the_disk_has_no_room_for_the_restored_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: bool
) -> None:
    with File(path) as file:
        copy = backups.back_up(file, tmp_path / "copy.db")
        unstar(file)
    if damaged:
        path.write_bytes(b"harmed")
    there, put = path.read_bytes(), backups._put_in_place
    with ExitStack() as full:

        def fill(new: File, path: Path) -> Path | None:
            full.enter_context(full_disk())
            return put(new, path)

        monkeypatch.setattr(backups, "_put_in_place", fill)
        with pytest.raises(StoreError):
            backups.restore(path, copy)
    assert path.read_bytes() == there
    assert list(tmp_path.glob("*.damaged*")) == []


def test_an_export_is_restored_too(file: File, tmp_path: Path) -> None:
    stars = starred(file)
    with closing(rows.look(file.path)) as db:
        (tmp_path / "all.jsonl").write_text("\n".join(rows.dump(db)) + "\n", encoding="utf-8")
    unstar(file)
    backups.restore(file.path, tmp_path / "all.jsonl")
    assert starred(file) == stars
    check(file)


def test_a_library_that_is_gone_or_beyond_use_is_replaced(path: Path, tmp_path: Path) -> None:
    with File(path) as file:
        made = backups.back_up(file, tmp_path / "mine.db")
        stars = starred(file)
    path.unlink()
    assert backups.restore(path, made).aside is None
    with File(path) as file:
        assert starred(file) == stars
    path.write_bytes(b"no database at all" * 1000)
    aside = backups.restore(path, made).aside
    assert aside and aside.read_bytes().startswith(b"no database")
    with File(path) as file:
        assert starred(file) == stars
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (None, "cannot be read"),
        (b"", "neither a backup nor an export"),
        (b"SQLite format 3\0" + b"\0" * 4000, "cannot be read as a library|not a library|no SQLite"),
        (b'{"broadsheet-library": 1}\n{"stories": 3}\n', "line 2: stories is not a row"),
        (b'{"else": 1}\n', "the first line does not say"),
    ],
)
def test_what_is_of_no_use_changes_nothing(file: File, tmp_path: Path, body: bytes | None, said: str) -> None:
    stars = starred(file)
    if body is not None:
        (tmp_path / "source").write_bytes(body)
    with pytest.raises((StoreError, ParseError), match=said):
        backups.restore(file.path, tmp_path / "source")
    assert starred(file) == stars
    assert [path.name for path in tmp_path.iterdir() if "restored" in path.name] == []


def test_a_damaged_or_newer_copy_is_refused(file: File, tmp_path: Path) -> None:
    newer = backups.back_up(file, tmp_path / "newer.db")
    with closing(sqlite3.connect(newer)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(StoreError, match="newer Broadsheet"):
        backups.restore(file.path, newer)
    damaged = backups.back_up(file, tmp_path / "damaged.db")
    body = bytearray(damaged.read_bytes())
    for at in range(8192 * 3, len(body), 8192):
        body[at : at + 8192] = b"\xff" * 8192
    damaged.write_bytes(body)
    with pytest.raises(StoreError, match="damaged"):
        backups.restore(file.path, damaged)


def test_copies_in_a_folder_that_is_locked_are_none(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    backups.back_up(file)

    def locked(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "glob", locked)
    assert backups.copies(file.path) == []


def test_a_refresh_does_not_fail_where_room_cannot_be_measured(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_place: Path) -> None:
        raise OSError

    monkeypatch.setattr(shutil, "disk_usage", broken)
    assert backups.roll(file) is None


def test_why_a_copy_cannot_be_made_is_said(file: File, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written: file name too long"):
        backups.back_up(file, tmp_path / ("x" * 250))
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith((".x", "x"))] == []


def test_an_export_that_is_open_already_is_restored(file: File, tmp_path: Path) -> None:
    stars = starred(file)
    with closing(rows.look(file.path)) as db:
        (tmp_path / "all.jsonl").write_text("\n".join(rows.dump(db)) + "\n", encoding="utf-8")
    unstar(file)
    with (tmp_path / "all.jsonl").open("rb") as given:
        backups.restore(file.path, Path("-"), given)
    assert starred(file) == stars


def test_a_copy_with_one_damaged_page_is_refused_in_one_line(file: File, tmp_path: Path) -> None:
    stars = starred(file)
    copy = backups.back_up(file, tmp_path / "copy.db")
    body = bytearray(copy.read_bytes())
    (page,) = [
        at
        for at in range(8192, len(body), 8192)
        if body[at] == 0x0D and b"Story 1 of the harbour" in body[at : at + 8192]
    ][:1]
    body[page : page + 8192] = b"\xff" * 8192
    copy.write_bytes(body)
    with pytest.raises(StoreError, match="is damaged: ") as refused:
        backups.restore(file.path, copy)
    assert len(str(refused.value).splitlines()) == 1
    assert starred(file) == stars


def test_what_was_deleted_under_an_open_library_is_saved_beside_its_place(file: File) -> None:
    before = starred(file)
    for end in ("", "-wal", "-shm"):
        file.path.with_name(f"{file.path.name}{end}").unlink()
    saved = backups.rescue(file)
    assert (saved.parent, saved.name[-6:]) == (file.path.parent, ".saved")
    backups.restore(file.path, saved)
    with File(file.path) as again:
        assert starred(again) == before != []


@pytest.mark.parametrize(("code", "said"), [(sqlite3.SQLITE_FULL, "The disk is full"), (None, "library.db: it broke")])
def test_what_sqlite_says_of_a_copy_is_a_sentence_where_there_is_one(path: Path, code: int | None, said: str) -> None:
    error = sqlite3.OperationalError("it broke")
    if code is not None:
        error.sqlite_errorcode = code
    with pytest.raises(StoreError, match=said), backups._sentences(path):
        raise error
