"""Copies of a library: made while it is used, few and bounded, and put back in its place."""

import contextlib
import itertools
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from glob import escape
from io import BufferedReader
from pathlib import Path

from tui import bounded, private
from tui.errors import ParseError, StoreError
from tui.storage import rows, schema, sql
from tui.storage.file import File, make_folder, sentence
from tui.values import Value

KEPT = 3
"""Copies that are kept in the folder of backups: the newest ones."""

EVERY = timedelta(days=7)
"""Age of the newest copy after which a refresh makes another."""

_UNFINISHED = ".new"
"""How the name of a copy ends that is being made."""
_RESTORED = ".restored"
"""Likewise that of a library that is to be put in another's place."""


def folder(path: Path) -> Path:
    """Where the copies of a library are."""
    return path.with_name("backups")


def copies(path: Path) -> list[Path]:
    """The copies of a library, oldest first; none where their folder is locked."""
    try:
        return sorted(folder(path).glob(f"{escape(path.stem)}-*.db"))
    except OSError:
        return []


def back_up(file: File, target: Path | None = None) -> Path:
    """Copy a library while it is used, to a file or among its backups, of which the oldest go; the copy."""
    made = target or _dated(file.path, file.clock())
    make_folder(made.parent)
    with file.bare() as db, _copied(db, made) as new:
        if target:
            new.replace(made)
            return made
        made = _named(new, made)
    for old in copies(file.path)[:-KEPT]:
        old.unlink(missing_ok=True)
    _sweep(file.path)
    return made


def _dated(path: Path, moment: datetime) -> Path:
    """What a copy among the backups is called, if no other was made in the same second."""
    return folder(path) / f"{path.stem}-{moment:%Y%m%dT%H%M%S}.db"


@contextlib.contextmanager
def _copied(db: sqlite3.Connection, made: Path) -> Iterator[Path]:
    """A library copied whole, for its owner's eyes only, beside where it is to stand; removed again if it was not put
    there. No other process uses its name."""
    new = _unfinished(made)
    with _sentences(made):
        try:
            os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as copy:
                sql.copy(db, copy, pages=4096)  # 32 MB at a time: whoever writes need not wait for the whole
                copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # a single file, wherever it is taken
            yield new
        finally:
            new.unlink(missing_ok=True)


def _unfinished(made: Path) -> Path:
    return made.with_name(f".{made.name}.{os.getpid()}.{os.urandom(4).hex()}{_UNFINISHED}")


def _named(new: Path, made: Path) -> Path:
    """Give a copy its name among the backups, or the next one that is free: never another copy's."""
    stem, numbers = made.stem, itertools.count(2)
    while True:
        try:
            os.link(new, made)
        except FileExistsError:
            made = made.with_name(f"{stem}_{next(numbers)}.db")
        except OSError:  # a disk without hard links
            new.replace(made)
            return made
        else:
            return made


def _sweep(path: Path) -> None:
    """Clear away what processes that were killed left half made: copies, and libraries beside their place."""
    private.sweep(folder(path), f".{escape(path.stem)}-*{_UNFINISHED}*")
    for half in (_UNFINISHED, _RESTORED):
        private.sweep(path.parent, f".{escape(path.name)}.*{half}*")


def rescue(file: File) -> Path:
    """Save what a library holds that was deleted or replaced while it was open, and which whoever has it open still
    reads: beside its place, under another name; the copy."""
    return back_up(file, file.path.with_name(f"{file.path.name}.{file.clock():%Y%m%dT%H%M%S}.saved"))


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
        return None  # a refresh does not fail over a copy: `doctor` says how old the newest is


def keep_older(path: Path) -> Path | None:
    """Copy a library of an older version before it is brought up to date; the copy, None where there is nothing to
    copy."""
    if not schema.is_older(path):
        return None
    made = _dated(path, datetime.now(UTC))
    make_folder(made.parent)
    with contextlib.closing(rows.look(path)) as db, _copied(db, made) as new:
        # Another process that opened it at the same moment may have brought it up to date, and has copied it before.
        return _named(new, made) if schema.is_older(new) else None


class Restored(Value):
    """What is in the place of a library now, and where the one before is."""

    stories: int
    marks: int
    aside: Path | None = None


def restore(path: Path, source: Path, given: BufferedReader | None = None) -> Restored:
    """Put a copy, or a library as JSON Lines, in the place of a library. JSON Lines may be `given`, open already, as
    standard input is.

    The one that was there is kept beside it where it can be read no more, else among the backups. StoreError or
    ParseError where the copy is of no use: then nothing is changed.
    """
    # Made beside the library first: what turns out to be of no use has then changed nothing.
    new = path.with_name(f".{path.name}.{os.getpid()}{_RESTORED}")
    make_folder(path.parent)
    try:
        if given is None:
            _copy_of(source, new)
        else:
            _pour_lines(source, given, new)
        with File(new) as file:  # brought up to date, and indexed
            with file.reading() as db:
                stories, marks = sql.one(db, "SELECT count(*) FROM stories"), sql.one(db, "SELECT count(*) FROM marks")
            aside = _put_in_place(file, path)
    finally:
        for part in new.parent.glob(f"{new.name}*"):
            part.unlink(missing_ok=True)
    return Restored(stories, marks, aside)


def _copy_of(source: Path, new: Path) -> None:
    """A library to restore from, copied and looked through."""
    try:
        opened = bounded.opened(source)
    except OSError as error:
        raise StoreError(f"{source} cannot be read: {bounded.why(error)}") from error
    with opened:
        head = opened.peek(64)
        if head.startswith(b"SQLite format 3\0"):
            _copy(source, new)
        elif head.lstrip().startswith(b"{"):
            _pour_lines(source, opened, new)
        else:
            raise ParseError(f"{source} is neither a backup nor an export of a library")
    new.chmod(0o600)


def _copy(source: Path, new: Path) -> None:
    with (
        _sentences(source),
        contextlib.closing(rows.look(source)) as db,
        contextlib.closing(sqlite3.connect(new)) as copy,
    ):
        if rows.version(db) > schema.VERSION:
            raise StoreError(f"{source} was made by a newer Broadsheet")
        sql.copy(db, copy)
        if said := rows.damage(copy, "quick_check"):
            raise StoreError(f"{source} is damaged: {said}")


def _pour_lines(source: Path, given: BufferedReader, new: Path) -> None:
    with _sentences(source):
        rows.load(new, rows.lines_of(given))


def _put_in_place(new: File, path: Path) -> Path | None:
    """A library's content instead of another's: seen at once by whoever has it open. Where that one is beyond use it
    is put aside. The other's copy, or its new name."""
    if not path.exists():
        _place(new, path)
        return None
    try:
        with File(path) as file:
            with file.writing():
                pass  # who has to wait in vain makes no copy: those that are made put older ones out
            aside = back_up(file)
        # Through SQLite and not by renaming: open screens and shells see the change, and none writes into a file
        # without a name.
        with contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as db, new.bare() as ours:
            sql.copy(ours, db)
    except (StoreError, sqlite3.Error) as error:
        if getattr(error.__cause__ or error, "sqlite_errorcode", 0) & 0xFF in _PASSES:
            with _sentences(path):
                raise
        aside = put_aside(path)
        try:
            _place(new, path)
        except BaseException:  # no room for it, for one: better that one than none
            path.unlink(missing_ok=True)
            _rename(aside, path)
            raise
    return aside


_PASSES = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
"""What says nothing against a library: a full disk, another program that writes."""


def put_aside(path: Path) -> Path:
    """Give a library that is damaged another name, with all that SQLite has beside it; the new name."""
    stem, numbers = f"{path.name}.{time.strftime('%Y%m%dT%H%M%S')}", itertools.count(2)
    aside = path.with_name(f"{stem}.damaged")
    while aside.exists():
        aside = path.with_name(f"{stem}_{next(numbers)}.damaged")
    _rename(path, aside)
    return aside


def _rename(path: Path, to: Path) -> None:
    for end in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(f"{path.name}{end}").rename(f"{to}{end}")


def _place(new: File, path: Path) -> None:
    with new.bare() as db, _sentences(path), contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
        sql.copy(db, copy)
    path.chmod(0o600)


@contextlib.contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Turns what went wrong on the disk into one sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(sentence(getattr(error, "sqlite_errorcode", 0), path) or f"{path}: {error}") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
