"""A library as rows, table by table: read from any version, even from a damaged file, and written into a new one.

What is derived (the index of the full text, counters) is not among them: it is made anew where they are poured. Rows
as JSON Lines are what `broadsheet export --all` prints: a line that says what it is, then a line for each row,
`{"stories": {"id": 7, ...}}`.
"""

# ruff: noqa: S608 - SQL is put together here from the names in the file's own schema, quoted

import base64
import contextlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

from tui.errors import ParseError, StoreError
from tui.storage import schema
from tui.storage.file import beside_nothing, refuse_unfit
from tui.storage.sql import one, uri_of
from tui.storage.steps import STEPS, shared

TableRow = tuple[str, dict[str, Any]]
"""A table's name, and the columns with their values."""

FIRST_KEY = "broadsheet-library"
"""What the first of the JSON Lines has, beside the version of the schema."""

CHUNK = 512
"""Rows that are read at once; where one of them cannot be read they are halved down to it."""

GUESSED = 1 << 16
"""The highest id of a damaged table of which it is not known: asking for each costs some 10 µs."""

MOST_CHARACTERS = 64 << 20
"""Characters of the longest line that is read: an article with its page is some hundred thousand."""

_AS_SEQUENCES = "sqlite_sequence"
"""Where SQLite keeps the highest id that was ever given: an id is never used twice."""


def look(path: Path) -> sqlite3.Connection:
    """A library of any version, to be looked at: nothing of it is changed. StoreError where it is no database at
    all."""
    refuse_unfit(path)
    if not path.exists():
        raise StoreError(f"there is no library at {path}")
    try:
        return _recognized(path, sqlite3.connect(uri_of(path, "mode=ro"), uri=True, isolation_level=None))
    except sqlite3.DatabaseError:
        try:
            return _recognized(path, beside_nothing(path))
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path} cannot be read as a library: {error}") from None


def _recognized(path: Path, db: sqlite3.Connection) -> sqlite3.Connection:
    db.text_factory = lambda kept: kept.decode("utf-8", "replace")
    try:
        known = one(db, "PRAGMA application_id") == schema.APPLICATION
    except BaseException:
        db.close()
        raise
    if not known:
        db.close()
        raise StoreError(f"{path} is not a library of Broadsheet")
    return db


def version(db: sqlite3.Connection) -> int:
    """The version of the schema."""
    return int(one(db, "PRAGMA user_version"))


def tables(db: sqlite3.Connection) -> list[str]:
    """The tables that hold what cannot be made anew: marks and what they hang on first."""
    names = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    virtual = [name for name, sql in names if (sql or "").upper().startswith("CREATE VIRTUAL")]
    plain = [name for name, _ in names if not any(name == one or name.startswith(f"{one}_") for one in virtual)]
    first = ("marks", "notes", "tags", "tagged", "searches", "folders", "sites", "sections", "stories", "names")
    kept = [name for name in plain if not name.startswith("sqlite_") or name == _AS_SEQUENCES]
    return sorted(kept, key=lambda name: (first.index(name) if name in first else len(first), name))


def every(db: sqlite3.Connection) -> Iterator[TableRow]:
    """Every row that can be read, in one view of the library."""
    # One view for all tables: a refresh in another process must not come between stories and their names.
    db.execute("BEGIN")
    try:
        try:
            found = tables(db)
        except sqlite3.DatabaseError as error:
            raise StoreError(f"nothing of the library can be read: {error}") from error
        for table in found:
            names = [row[1] for row in db.execute(f"PRAGMA table_info({_quoted(table)})")]
            for row in _readable(db, table):
                yield table, dict(zip(names, row, strict=True))
    finally:
        with contextlib.suppress(sqlite3.Error):
            db.execute("COMMIT")


def _readable(db: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table, without those that a damaged page keeps back."""
    name = _quoted(table)
    try:
        last = one(db, f"SELECT max(rowid) FROM {name}") or 0
        first = one(db, f"SELECT min(rowid) FROM {name}") or 0
    except sqlite3.OperationalError:  # it has no rowid: it stands in the order of its key
        yield from _from_both_ends(db, name)
        return
    except sqlite3.DatabaseError:
        first, last = 1, _highest(db, table)
    for start in range(first, last + 1, CHUNK):
        yield from _between(db, name, start, min(start + CHUNK - 1, last))


def _highest(db: sqlite3.Connection, table: str) -> int:
    """The highest id that a table may have, whose ends cannot be read; 0 where nothing of it can be."""
    try:
        db.execute(f"SELECT rowid FROM {_quoted(table)} LIMIT 1").fetchall()
        return one(db, f"SELECT seq FROM {_AS_SEQUENCES} WHERE name = ?", table) or GUESSED
    except sqlite3.DatabaseError:
        return 0


def _between(db: sqlite3.Connection, name: str, first: int, last: int) -> list[tuple[Any, ...]]:
    try:
        return db.execute(f"SELECT * FROM {name} WHERE rowid BETWEEN ? AND ?", (first, last)).fetchall()
    except sqlite3.DatabaseError:
        if first == last:
            return []
    middle = (first + last) // 2
    return _between(db, name, first, middle) + _between(db, name, middle + 1, last)


def _from_both_ends(db: sqlite3.Connection, name: str) -> Iterator[tuple[Any, ...]]:
    """The rows up to a damaged page, and from the end back to it."""
    keys = [row for row in db.execute(f"PRAGMA table_info({name})") if row[5]]
    for way in ("ASC", "DESC"):
        order = ", ".join(f"{_quoted(row[1])} {way}" for row in sorted(keys, key=lambda row: row[5]))
        try:
            yield from db.execute(f"SELECT * FROM {name} ORDER BY {order}")
        except sqlite3.DatabaseError:
            continue
        return


def damage(db: sqlite3.Connection, check: str) -> str:
    """The first that a check of SQLite's finds wrong with a file, in one line; "" where it is sound."""
    said = str(one(db, f"PRAGMA {check}(1)"))
    return "" if said == "ok" else said.splitlines()[-1]  # before it, which database it is of


def pour(path: Path, version: int, rows: Iterable[TableRow]) -> dict[str, int]:
    """Make a library of a version of the schema from rows; (table -> how many) that it took. One whose table or
    columns the version does not have, or that contradicts another, is left out. Opened the next time, it becomes one
    of this version, and is indexed."""
    if not 1 <= version <= schema.VERSION:
        raise StoreError(f"its version is {version}; this Broadsheet knows versions up to {schema.VERSION}")
    taken: dict[str, int] = {}
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        path.chmod(0o600)
        db.execute("PRAGMA page_size = 8192")
        db.execute("PRAGMA auto_vacuum = INCREMENTAL")
        schema.prepare(db, steps=STEPS[:version])
        db.execute("PRAGMA foreign_keys = OFF")  # tables come in any order; orphans are removed at the end
        db.execute("BEGIN IMMEDIATE")
        known = {table: {row[1] for row in db.execute(f"PRAGMA table_info({_quoted(table)})")} for table in tables(db)}
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        # Counters come with the rows: with the triggers they would count everything twice.
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {_quoted(name)}")
        for table in known:
            db.execute(f"DELETE FROM {_quoted(table)}")
        for table, row in rows:
            if row and known.get(table, set()).issuperset(row):
                taken[table] = taken.get(table, 0) + _put(db, table, row)
        for _, sql in triggers:
            db.execute(sql)
        detach(db)
        recount(db)
        db.execute("DELETE FROM settings WHERE name = 'index'")  # so that the full text is indexed anew
        db.execute("COMMIT")
    return taken


def _put(db: sqlite3.Connection, table: str, row: dict[str, Any]) -> int:
    if table == _AS_SEQUENCES:
        db.execute(f"DELETE FROM {table} WHERE name = ?", (row.get("name"),))
    names = ", ".join(_quoted(name) for name in row)
    marks = ", ".join("?" * len(row))
    try:
        return db.execute(
            f"INSERT OR IGNORE INTO {_quoted(table)} ({names}) VALUES ({marks})", tuple(row.values())
        ).rowcount
    except (sqlite3.Error, OverflowError):
        return 0


def detach(db: sqlite3.Connection) -> int:
    """Remove what refers to a row that is not there, and what refers to that in turn; how many rows."""
    before = db.total_changes
    while broken := {row[0] for row in db.execute("PRAGMA foreign_key_check")}:
        found = db.total_changes
        for table in broken:
            name = _quoted(table)
            for key in db.execute(f"PRAGMA foreign_key_list({name})").fetchall():
                ours, theirs = f"{name}.{_quoted(key[3])}", _quoted(key[4] or "id")
                db.execute(
                    f"DELETE FROM {name} WHERE {ours} IS NOT NULL"
                    f" AND NOT EXISTS (SELECT 1 FROM {_quoted(key[2])} AS other WHERE other.{theirs} = {ours})"
                )
        if db.total_changes == found:
            break
    return db.total_changes - before


TOTALS = (
    "SELECT coalesce(sum(hidden = 0), 0), coalesce(sum(read = 0 AND hidden = 0), 0),"
    " coalesce(sum(starred AND NOT hidden & 1), 0), coalesce(sum(later AND NOT hidden & 1), 0),"
    " coalesce(sum(kept AND NOT guide AND NOT hidden & 1), 0), coalesce(sum(guide), 0), coalesce(sum(guide AND read = 0), 0)"
    " FROM stories"
)
"""What the totals of stories are, counted."""

COUNTERS = (
    "UPDATE sections SET (stories, unread) = (SELECT count(*) - coalesce(sum(hidden), 0), coalesce(sum(unread), 0)"
    " FROM standing WHERE section_id = sections.id)",
    f"UPDATE totals SET (stories, unread, starred, later, kept, guide, guide_unread) = ({TOTALS})",
    "UPDATE searches SET (stories, unread) = (SELECT count(*), coalesce(sum(unread), 0) FROM matched"
    " WHERE search_id = searches.id)",
    "UPDATE totals SET articles = (SELECT count(*) FROM articles)",
    "UPDATE totals SET (pages, page_bytes) = (SELECT count(*), coalesce(sum(bytes), 0) FROM pages)",
)
"""What the triggers keep, counted anew."""


OLD_COUNTERS = (
    "UPDATE sections SET (stories, unread) = (SELECT count(*), coalesce(sum(unread), 0) FROM standing"
    " WHERE section_id = sections.id)",
    "UPDATE totals SET (stories, unread, starred, guide, guide_unread) = (SELECT count(*), coalesce(sum(read = 0), 0),"
    " coalesce(sum(starred), 0), coalesce(sum(guide), 0), coalesce(sum(guide AND read = 0), 0) FROM stories)",
    *COUNTERS[-2:],
)
"""Likewise in a library of the versions 1 to 3, in which no story could be hidden."""


def recount(db: sqlite3.Connection) -> None:
    """Count what is otherwise kept."""
    if not one(db, "SELECT count(*) FROM totals"):
        db.execute("INSERT INTO totals DEFAULT VALUES")
    for sql in COUNTERS if version(db) >= 4 else OLD_COUNTERS:
        db.execute(sql)
    if version(db) >= 11:
        db.execute("DELETE FROM shared")
        db.execute(f"INSERT INTO shared {shared.COUNTED}")


def dump(db: sqlite3.Connection) -> Iterator[str]:
    """The library as JSON Lines."""
    yield json.dumps({FIRST_KEY: version(db)})
    for table, row in every(db):
        said = {name: _said(value) for name, value in row.items()}
        yield json.dumps({table: said}, ensure_ascii=False, separators=(",", ":"))


def lines_of(given: BufferedReader) -> Iterator[str]:
    """The lines of an export that have anything in them; one that is too long is cut off where that can be seen."""
    while line := given.readline(4 * MOST_CHARACTERS + 1):  # bytes: a character has four at most
        if said := line.decode("utf-8", "replace").strip():
            yield said


def load(path: Path, lines: Iterable[str]) -> dict[str, int]:
    """Make a library from JSON Lines; (table -> how many). ParseError names the line that is none."""
    numbered = enumerate(lines, 1)
    _, first = next(numbered, (0, ""))
    heading = _object(first, 1)
    if set(heading) != {FIRST_KEY} or not isinstance(heading[FIRST_KEY], int):
        raise ParseError("the first line does not say that this is a library of Broadsheet")

    def rows() -> Iterator[TableRow]:
        for number, line in numbered:
            for table, row in _object(line, number).items():
                if not isinstance(row, dict):
                    raise ParseError(f"line {number}: {table} is not a row")
                yield table, {name: _value(value, number) for name, value in row.items()}

    return pour(path, heading[FIRST_KEY], rows())


def _object(line: str, number: int) -> dict[str, Any]:
    if len(line) > MOST_CHARACTERS:
        raise ParseError(f"line {number} is longer than {MOST_CHARACTERS:,} characters")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ParseError(f"line {number} is not JSON: {error}") from None
    if not isinstance(found, dict):
        raise ParseError(f"line {number} is not a JSON object")
    return found


def _said(value: object) -> object:
    """A value as JSON has it: compressed text is text again."""
    if not isinstance(value, bytes):
        return value
    try:
        return {"text": zlib.decompress(value).decode()}
    except (zlib.error, UnicodeDecodeError):
        return {"base64": base64.b64encode(value).decode()}


def _value(said: object, number: int) -> object:
    """A value as the library has it."""
    if said is None or isinstance(said, str | int | float):
        return said
    match said:
        case {"text": str(text)}:
            return zlib.compress(text.encode("utf-8", "replace"))
        case {"base64": str(kept)}:
            with contextlib.suppress(ValueError):
                return base64.b64decode(kept, validate=True)
    raise ParseError(f"line {number} has a value that no library has")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
