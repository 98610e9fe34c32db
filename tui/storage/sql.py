"""Rows and moments as SQLite has them: the few words in which the rooms of storage speak to a connection.

Table and column names are always the rooms' own words; values are always bound.
"""

# ruff: noqa: S608 - SQL is put together here from the rooms' own words; values are always bound

import math
import os
import sqlite3
import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

MANY = 400
"""Names in one statement: below the limits that SQLite was ever built with."""

DAY = 86_400.0
"""Seconds."""

PATIENCE = 10.0
"""Seconds that a library is waited for while another program has it: longer than any of this one's writes."""


def uri_of(path: Path, terms: str) -> str:
    """A file as SQLite is asked to open it on such terms (mode=ro), whatever bytes its name is made of."""
    from urllib.parse import quote  # late: hardly ever needed

    return f"file:{quote(os.fsencode(path))}?{terms}"


def copy(db: sqlite3.Connection, to: sqlite3.Connection, *, pages: int = -1) -> None:
    """All of one library in another's place, so many pages at a time (-1: all at once), between which others may write.
    sqlite3.OperationalError, and neither is changed, where another program has one of them for longer than PATIENCE:
    Python itself would try again without end."""
    since = time.monotonic()

    def look(status: int, _left: int, _all: int) -> None:
        nonlocal since
        if status not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            since = time.monotonic()
        elif time.monotonic() - since > PATIENCE:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = status
            raise error

    db.backup(to, pages=pages, progress=look, sleep=0.02)


def one(db: sqlite3.Connection, sql: str, *given: Any) -> Any:
    """The only value of the first row, or None."""
    row = db.execute(sql, given).fetchone()
    return row[0] if row else None


def column(db: sqlite3.Connection, sql: str, *given: Any) -> list[int]:
    """The only value of each row."""
    return list(chain.from_iterable(db.execute(sql, given)))


def numbers(db: sqlite3.Connection, sql: str, *given: Any) -> "array[int]":
    """The same, in an array: a list of stories may be long."""
    return array("q", chain.from_iterable(db.execute(sql, given)))


def listed(numbers: Iterable[int]) -> str:
    """Numbers as SQL has them in IN (...)."""
    return ", ".join(str(int(number)) for number in numbers)


def rows_in(db: sqlite3.Connection, sql: str, given: Sequence[Any]) -> Iterator[Any]:
    """The rows of a question that ends in IN, for all that is given: so many a time as SQLite takes."""
    for start in range(0, len(given), MANY):
        some = given[start : start + MANY]
        yield from db.execute(f"{sql} ({', '.join('?' * len(some))})", some)


def insert(db: sqlite3.Connection, table: str, **given: Any) -> int:
    """A new row; its id."""
    sql = f"INSERT INTO {table} ({', '.join(given)}) VALUES ({', '.join('?' * len(given))})"
    return db.execute(sql, tuple(given.values())).lastrowid or 0


def update(db: sqlite3.Connection, table: str, row_id: int, **given: Any) -> None:
    """Changes columns of a row."""
    changes = ", ".join(f"{name} = ?" for name in given)
    db.execute(f"UPDATE {table} SET {changes} WHERE id = ?", (*given.values(), row_id))


def get_setting(db: sqlite3.Connection, name: str) -> str:
    """A kept setting, "" where there is none."""
    return str(one(db, "SELECT value FROM settings WHERE name = ?", name) or "")


def put_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keeps a setting."""
    db.execute(
        "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
    )


def file_bytes(db: sqlite3.Connection) -> int:
    """How large the library file is."""
    return int(one(db, "PRAGMA page_count")) * int(one(db, "PRAGMA page_size"))


def seconds_of(moment: datetime | None) -> Any:
    """Whole seconds since 1970, None for None."""
    return None if moment is None else math.floor(moment.timestamp())


def at(seconds: int) -> datetime:
    """The moment that many seconds after 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def moment_of(seconds: int | None) -> datetime | None:
    """Likewise, None for None."""
    return None if seconds is None else at(seconds)


def statements(script: str) -> list[str]:
    """The statements of a script: `executescript` would commit the transaction first."""
    found, start = [], 0
    for end, sign in enumerate(script):
        if sign == ";" and sqlite3.complete_statement(script[start : end + 1]):
            found.append(script[start : end + 1])
            start = end + 1
    return found
