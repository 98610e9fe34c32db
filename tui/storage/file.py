"""A library file, open: what every verb of storage is a function over.

The verbs stand in the other rooms of this wing, each as `verb(file, ...)`: `sections` and `folders` (what is followed),
`stories`, `texts`, `marks`, `tags` (and notes), `actions` (undo and redo), `searches` (views and mutes), `refreshes`,
`downloads`, `retention`, `guide`, `settings`, and `naming` for what a person means by a name. One `File` is one
connection, used by one thread at a time; several may stand on one file, in several processes."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tui import bounded
from tui.errors import StoreError
from tui.storage import index, names, query, schema
from tui.storage.sql import PATIENCE, copy, uri_of

PAGE_BYTES = 500_000_000
"""How much of pages' HTML is kept: the newest."""

COPIED_BYTES = 1_000_000_000
"""How large a library may be that is copied to memory."""

ENGINE = sqlite3.sqlite_version
"""The version of SQLite."""


class File:
    """A library file, open. Raises StoreError, one sentence, where the file cannot be used.

    `readonly` opens a library that is there already, and refuses to change it; with `aside` it reads a copy in memory,
    brought up to date there, of one that cannot be where it is. `page_bytes` bounds the pages' HTML; `clock` is asked
    for the moment of whatever is written, and tells what `since:7d` in a search means.
    """

    def __init__(
        self,
        path: Path,
        *,
        readonly: bool = False,
        aside: bool = False,
        page_bytes: int = PAGE_BYTES,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.path = path
        self.clock = clock
        self.page_bytes = page_bytes
        self._within = 0
        with _sentences(path):
            refuse_unfit(path)
            if not readonly:
                _make(path)
            self._db = _copy(path) if aside else _connect(path, readonly=readonly)
            self._identity = _identity(path)
            try:
                schema.prepare(self._db, readonly=readonly and not aside)
                if not readonly or aside:
                    self._renew()
                if aside:
                    self._db.execute("PRAGMA query_only = ON")
            except BaseException:
                self._db.close()
                raise

    def _renew(self) -> None:
        """Makes anew what an older version has derived otherwise."""
        if not index.is_new(self._db):
            with self.writing() as db:
                index.renew(db)
        if not names.is_told(self._db):
            with self.writing() as db:
                names.retell_all(db)

    def close(self) -> None:
        """Closes the file; it is of no use afterwards."""
        with self.bare() as db:
            db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def data_version(self) -> int:
        """A number that changes when another connection, of this process or another, has changed the library (3 µs).

        StoreError where the file that was opened is no longer the one at its place, or holds nothing any more.
        """
        self.look()
        with self.bare() as db:
            return int(db.execute("PRAGMA data_version").fetchone()[0])

    def is_lost(self) -> bool:
        """Whether the file that was opened is no longer at its place: deleted, moved or replaced. In a folder that is
        locked it may be, as far as anybody can tell."""
        with suppress(StoreError):
            return _identity(self.path) != self._identity
        return False

    def look(self) -> None:
        """Sees whether the file that was opened still is the library. StoreError, one sentence, where it was moved,
        replaced or emptied: what is written from then on would be nowhere."""
        found = _identity(self.path)
        if found is None:
            raise StoreError(f"The library {self.path} was deleted or moved away while it was open.")
        if found != self._identity:
            raise StoreError(
                f"The library {self.path} was replaced while it was open: start again to read the new one."
            )
        refuse_unfit(self.path)

    @contextmanager
    def bare(self) -> Iterator[sqlite3.Connection]:
        """The connection outside any transaction, for the few statements that must stand there."""
        with _sentences(self.path):
            yield self._db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One view of the library for all that a verb asks."""
        with self.bare() as db:
            if self._within:
                yield db
                return
            db.execute("BEGIN")
            try:
                yield db
            finally:
                if db.in_transaction:
                    db.execute("COMMIT")

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """All of a change or none of it. One that is `durable` is on the disk when this ends, and survives a power cut:
        that is for what a person did; what comes from the web comes again. A change within a larger one stands or falls
        with it."""
        if self._within:
            with self._part() as db:
                yield db
            return
        self.look()
        with self.bare() as db:
            if durable:
                db.execute("PRAGMA synchronous = FULL")
            db.execute("BEGIN IMMEDIATE")
            self._within = 1
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            finally:
                self._within = 0
                if durable:
                    db.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def _part(self) -> Iterator[sqlite3.Connection]:
        """A change within a larger one: where it fails, and that is caught, the rest of the larger one stands."""
        name = f"part{self._within}"
        with self.bare() as db:
            db.execute(f"SAVEPOINT {name}")
            self._within += 1
            try:
                yield db
            except BaseException:
                if db.in_transaction:
                    db.execute(f"ROLLBACK TO {name}")
                raise
            finally:
                self._within -= 1
                if db.in_transaction:
                    db.execute(f"RELEASE {name}")


def _identity(path: Path) -> tuple[int, int] | None:
    """What distinguishes a file from another that takes its place; None where there is none. StoreError where that
    cannot be seen."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unopened(path, error) from error
    return found.st_dev, found.st_ino


def _unopened(path: Path, error: OSError) -> StoreError:
    return StoreError(f"The library {path} cannot be opened: {bounded.why(error)}.")


def refuse_unfit(path: Path) -> None:
    """StoreError, one sentence, where what is at a library's path cannot be one; nothing where there is nothing."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():  # not taken for a first start: the library is on a disk that is not mounted today
            raise StoreError(f"The library {path} is a link that leads nowhere, to {path.readlink()}.") from None
        return
    except OSError as error:
        raise _unopened(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "not a regular file"
        raise StoreError(f"{path} is {what}, where the library should be.")
    if found.st_size == 0:  # a library never is: it is made elsewhere and put in its place
        raise StoreError(
            f"The library {path} is empty, 0 bytes: something has cut it off."
            " `broadsheet restore` puts a backup in its place; delete it to begin a new one."
        )


def make_folder(place: Path) -> None:
    """Make a folder for its owner alone, where there is none. StoreError where it cannot be made."""
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise StoreError(f"{place} is not a folder, so nothing can be kept in it.") from None
    except OSError as error:
        raise StoreError(f"The folder {place} cannot be created: {(error.strerror or str(error)).lower()}.") from error


def _make(path: Path) -> None:
    """Makes a library where there is none: beside its place, and put there whole, so that nobody ever meets half of
    one."""
    if path.exists():
        return
    make_folder(path.parent)
    new = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.new")
    try:
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        db = _connect(new, readonly=False)
        try:
            schema.prepare(db)
            # Closing does this too, but says nothing where the disk is full: what is not in the file yet would be lost.
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            db.close()
        try:
            os.link(new, path)
        except FileExistsError:
            return  # another process was faster
        except OSError:  # a disk without hard links
            new.rename(path)
    except OSError as error:
        raise StoreError(f"The library {path} cannot be created: {(error.strerror or str(error)).lower()}.") from error
    finally:
        for end in ("", "-wal", "-shm"):
            with suppress(OSError):
                new.with_name(new.name + end).unlink()


def _connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    if not path.exists():
        raise StoreError(f"There is no library at {path} yet.")
    try:
        return _connected(sqlite3.connect(path, **_TERMS), readonly=readonly)
    except sqlite3.OperationalError as error:
        if not readonly or getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NOTHING_CAN_BE_WRITTEN:
            raise
    return _connected(beside_nothing(path), readonly=True)


def beside_nothing(path: Path) -> sqlite3.Connection:
    """A connection that reads a library where nothing can be written beside it, with what stands in its log: SQLite
    shares what it knows of that in a file which a full or read-only disk does not take. Without it nobody may write
    meanwhile, and there nobody can."""
    wal = path.with_name(path.name + "-wal")
    pending = wal.exists() and wal.stat().st_size > 0
    how = "mode=ro&vfs=unix-none" if pending else "mode=ro&immutable=1"
    db: sqlite3.Connection = sqlite3.connect(uri_of(path, how), uri=True, **_TERMS)
    if pending:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
    return db


def _copy(path: Path) -> sqlite3.Connection:
    """A copy of a library in memory."""
    if path.stat().st_size > COPIED_BYTES:
        raise StoreError(f"The library {path} is too large to be read without room to bring it up to date.")
    memory: sqlite3.Connection = sqlite3.connect(":memory:", **_TERMS)
    try:
        with closing(_connect(path, readonly=True)) as db:
            copy(db, memory)
    except BaseException:
        memory.close()
        raise
    return _connected(memory, readonly=False)


_NOTHING_CAN_BE_WRITTEN = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_TERMS: dict[str, Any] = {
    "timeout": PATIENCE,
    "isolation_level": None,
    "check_same_thread": False,
    "cached_statements": 32,
}
"""How many of the many forms that queries take are kept compiled: each costs some 20 KB, and no query is slower for
there being few."""


def _connected(db: sqlite3.Connection, *, readonly: bool) -> sqlite3.Connection:
    """A connection as every room expects it; closed where it cannot be."""
    try:
        for name, function, given in (("indexed", query.indexed, 1), ("indexed_body", query.indexed_body, 2)):
            db.create_function(name, given, function, deterministic=True)
        if not readonly:
            if not db.execute("PRAGMA page_count").fetchone()[0]:  # later each of them would only write, under a lock
                db.execute("PRAGMA page_size = 8192")  # two texts of a story fit where one did: a third less on disk
                db.execute("PRAGMA auto_vacuum = INCREMENTAL")
            if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA wal_autocheckpoint = 4000")  # pages: a large refresh writes many again and again
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA trusted_schema = ON")  # the index reads its text through our own functions
        db.execute("PRAGMA secure_delete = FAST")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA cache_size = -2000")  # the system caches more, for all connections at once
        db.execute("PRAGMA journal_size_limit = 67108864")
        if readonly:
            db.execute("PRAGMA query_only = ON")
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Turns what the disk or another program did into one sentence; our own mistakes crash."""
    try:
        yield
    except sqlite3.Error as error:
        code = sqlite3.SQLITE_CORRUPT if is_no_text(error) else getattr(error, "sqlite_errorcode", 0)
        said = sentence(code, path)
        if not said:
            raise
        raise StoreError(said, damaged=code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)) from error


def is_no_text(error: sqlite3.Error) -> bool:
    """Whether what failed is that the bytes of a text are none (no UTF-8): damage that SQLite itself does not see, for
    which its module for Python has no code."""
    return str(error).startswith("Could not decode to UTF-8")


def sentence(code: int, path: Path) -> str:
    """The sentence for a result code of SQLite that is not our own mistake, else ""."""
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return "The disk is full: nothing more can be kept in the library."
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return "The library is being written by another program; try again in a moment."
        case sqlite3.SQLITE_FULL:
            return "The disk is full: nothing more can be kept in the library."
        case sqlite3.SQLITE_NOTADB:
            return f"{path} is not a library: it is no SQLite database."
        case sqlite3.SQLITE_CORRUPT:
            return (
                f"The library {path} is damaged: `broadsheet doctor --fix` saves what can be read of it, marks first."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return f"The library {path} may not be written: the file, its folder or the disk is read-only."
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            return f"The library {path} cannot be opened."
        case sqlite3.SQLITE_IOERR:
            return f"The disk does not read or write the library {path}."
        case _:
            return ""
