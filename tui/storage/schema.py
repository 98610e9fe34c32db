"""What the library looks like on disk, and how an older one becomes this one.

`PRAGMA user_version` says which step a file has reached; `PRAGMA application_id` that it is a library at all. Moments
are whole seconds since 1970 (UTC); flags are 0 or 1; compressed columns are zlib. The steps themselves (`steps`) are
imported where one has to be made: most libraries that are opened are of this version."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import StoreError
from tui.storage.sql import statements

if TYPE_CHECKING:
    from tui.storage.steps import Step

APPLICATION = 0x42534854
"""PRAGMA application_id of a library ("BSHT")."""
VERSION = 11
"""PRAGMA user_version of today's library: the number of steps."""


def prepare(db: sqlite3.Connection, *, readonly: bool = False, steps: Sequence["Step"] | None = None) -> None:
    """Brings a library to the newest version, in one transaction: all steps or none. A reader only looks."""
    newest = VERSION if steps is None else len(steps)
    if _version(db, newest) == newest:
        return
    if readonly:
        raise StoreError(
            "This library is not ready to be read yet: it is empty, or was made by an older Broadsheet.", older=True
        )
    made = _steps() if steps is None else steps
    db.execute("PRAGMA foreign_keys = OFF")  # while tables are made anew
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in made[_version(db, newest) :]:  # asked again: another process may have done it in the meantime
            if callable(step):
                step(db)
            else:
                for statement in statements(step):
                    db.execute(statement)
        db.execute(f"PRAGMA user_version = {newest}")
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def is_older(path: Path) -> bool:
    """Is a file a library of an older version, so that opening it to write changes it? It is not opened for that: its
    version stands in its head (https://www.sqlite.org/fileformat.html#user_version_number)."""
    try:
        if not path.is_file():
            return False  # opening a pipe would wait
        with path.open("rb") as opened:
            head = opened.read(64)
    except OSError:
        return False
    return 0 < int.from_bytes(head[60:64]) < VERSION


def _steps() -> "Sequence[Step]":
    from tui.storage.steps import STEPS

    return STEPS


def _version(db: sqlite3.Connection, newest: int) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    application: int = db.execute("PRAGMA application_id").fetchone()[0]
    tables: int = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if (version or tables) and application != APPLICATION:
        raise StoreError("This file is a database of another program, not a library of Broadsheet.")
    if version > newest:
        raise StoreError("This library was made by a newer Broadsheet; this one is too old to open it.")
    return version
