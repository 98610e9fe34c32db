"""Copies of a library: made while it is used, few and bounded, and put back in its place."""

import contextlib
import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tui.errors import ParseError, StoreError
from tui.storage import rows, schema
from tui.storage.file import File, sentence
from tui.storage.sql import one
from tui.text import counted

KEPT = 3
"""Copies that are kept in the folder of backups: the newest ones."""

EVERY = timedelta(days=7)
"""After which a refresh makes another copy."""


def folder(path: Path) -> Path:
    """Where the copies of a library are."""
    return path.with_name("backups")


def copies(path: Path) -> list[Path]:
    """The copies of a library, oldest first."""
    return sorted(folder(path).glob(f"{path.stem}-*.db"))


def back_up(file: File, target: Path | None = None) -> Path:
    """Copy a library while it is used, to a file or among its backups, of which the oldest go; the copy."""
    rolling = target is None
    made = target or folder(file.path) / f"{file.path.stem}-{file.clock():%Y%m%dT%H%M%S}.db"
    _make_folder(made.parent)
    with file.bare() as db:
        _copy(db, made)
    if rolling:
        for old in copies(file.path)[:-KEPT]:
            old.unlink(missing_ok=True)
    return made


def _copy(db: sqlite3.Connection, made: Path) -> None:
    """Copy a library whole or not at all, for its owner's eyes only."""
    new = made.with_name(f".{made.name}.new")
    with _sentences(made):
        new.unlink(missing_ok=True)
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as copy:
                db.backup(copy, pages=4096, sleep=0.001)  # 32 MB at a time: who writes need not wait for the whole
                copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, wherever it is carried
            new.replace(made)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def roll(file: File, every: timedelta = EVERY) -> Path | None:
    """Copy a library if its newest copy is older than `every`, and there is room for one; the copy, or None."""
    found = copies(file.path)
    if found and file.clock() - datetime.fromtimestamp(found[-1].stat().st_mtime).astimezone() < every:
        return None
    try:
        if shutil.disk_usage(file.path.parent).free < 2 * file.path.stat().st_size:
            return None
        return back_up(file)
    except (OSError, StoreError):
        return None  # a refresh does not fail for want of a copy: `doctor` says how old the newest is


def keep_older(path: Path) -> Path | None:
    """Copy a library of an older version before it is brought up to date; the copy, None where there is nothing to
    copy."""
    if not schema.is_older(path):
        return None
    made = folder(path) / f"{path.stem}-{time.strftime('%Y%m%dT%H%M%S')}.db"
    _make_folder(made.parent)
    with contextlib.closing(rows.look(path)) as db:
        _copy(db, made)
    return made


def restore(path: Path, source: Path) -> str:
    """Put a copy, or a library as JSON Lines, in the place of a library; one sentence on what is there now.

    The one that was there is kept beside it where it can be read no more, else among the backups. StoreError or
    ParseError where the copy is of no use: then nothing is changed.
    """
    # Made beside the library first: what turns out to be of no use has then changed nothing.
    new = path.with_name(f".{path.name}.restored")
    _make_folder(path.parent)
    with contextlib.suppress(FileNotFoundError):
        new.unlink()
    try:
        _copy_of(source, new)
        with File(new) as file:  # brought up to date, and indexed
            with file.reading() as db:
                stories, marks = one(db, "SELECT count(*) FROM stories"), one(db, "SELECT count(*) FROM marks")
            aside = _put_in_place(file, path)
    finally:
        for part in new.parent.glob(f"{new.name}*"):
            part.unlink(missing_ok=True)
    said = f"restored: {counted(stories, 'story', 'stories')}, {counted(marks, 'mark', 'marks')}"
    return said + (f"; the one before is {aside}" if aside else "")


def _copy_of(source: Path, new: Path) -> None:
    """A library to restore from, copied and looked through."""
    try:
        with source.open("rb") as opened:
            head = opened.read(64)
    except OSError as error:
        raise StoreError(f"{source} cannot be read: {(error.strerror or str(error)).lower()}") from error
    with _sentences(source):
        if head.startswith(b"SQLite format 3\0"):
            with contextlib.closing(rows.look(source)) as db, contextlib.closing(sqlite3.connect(new)) as copy:
                if rows.version(db) > schema.VERSION:
                    raise StoreError(f"{source} was made by a newer Broadsheet")
                db.backup(copy)
                if (said := one(copy, "PRAGMA quick_check(1)")) != "ok":
                    raise StoreError(f"{source} is damaged: {said}")
        elif head.lstrip().startswith(b"{"):
            with source.open(encoding="utf-8", errors="replace") as lines:
                rows.load(new, _lines(lines))
        else:
            raise ParseError(f"{source} is neither a backup nor an export of a library")
    new.chmod(0o600)


def _lines(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in lines if line.strip())


def _put_in_place(new: File, path: Path) -> Path | None:
    """A library's content instead of another's: seen at once by whoever has it open. Where that one is beyond use it
    is put aside. The other's copy, or its new name."""
    if not path.exists():
        _place(new, path)
        return None
    try:
        with File(path) as file:
            aside = back_up(file)
        # Through SQLite and not by renaming: open screens and shells see the change, and none writes into a file
        # without a name.
        with contextlib.closing(sqlite3.connect(path, timeout=10.0, isolation_level=None)) as db, new.bare() as ours:
            ours.backup(db)
    except (StoreError, sqlite3.Error):
        aside = put_aside(path)
        _place(new, path)
    return aside


def put_aside(path: Path) -> Path:
    """Give a library that is damaged another name, with all that SQLite has beside it; the new name."""
    aside = path.with_name(f"{path.name}.{time.strftime('%Y%m%dT%H%M%S')}.damaged")
    for end in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(f"{path.name}{end}").rename(f"{aside}{end}")
    return aside


def _place(new: File, path: Path) -> None:
    with new.bare() as db, _sentences(path), contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
        db.backup(copy)
    path.chmod(0o600)


def _make_folder(place: Path) -> None:
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{place} cannot be created: {(error.strerror or str(error)).lower()}") from error


@contextlib.contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """What the disk did, as one sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(sentence(getattr(error, "sqlite_errorcode", 0), path) or f"{path}: {error}") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
