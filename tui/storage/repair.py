"""What is wrong with a library, and what of it can be mended: the file itself, the index of the full text, counters,
orphans."""

# ruff: noqa: S608 - SQL is put together here from the rooms' own words

import contextlib
import sqlite3
from pathlib import Path

from tui import address
from tui.errors import StoreError
from tui.storage import identity, rows, schema
from tui.storage.file import File, is_no_text, sentence
from tui.storage.sql import column, one
from tui.storage.steps.shared import COUNTED
from tui.text import counted
from tui.values import Value


class Finding(Value):
    """Something that is wrong: one sentence, and whether `mend` or else `salvage` helps."""

    what: str
    sentence: str
    mendable: bool = True


_COUNTS = (
    ("SELECT count(*) FROM sections WHERE (stories, unread) <> (SELECT count(*) - coalesce(sum(hidden), 0),"
     " coalesce(sum(unread), 0) FROM standing WHERE section_id = sections.id)", "section", "sections"),
    (f"SELECT count(*) FROM totals WHERE (stories, unread, starred, later, kept, guide, guide_unread) <> ({rows.TOTALS})"
     " OR articles <> (SELECT count(*) FROM articles)"
     " OR (pages, page_bytes) <> (SELECT count(*), coalesce(sum(bytes), 0) FROM pages)", "library", "libraries"),
    (f"WITH own AS ({COUNTED}), kept AS (SELECT * FROM shared WHERE stories OR unread)"
     " SELECT count(DISTINCT sections) FROM (SELECT * FROM (SELECT * FROM own WHERE stories OR unread EXCEPT SELECT * FROM kept)"
     " UNION ALL SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM own))",
     "group of sections with stories in common", "groups of sections with stories in common"),
)  # fmt: skip
"""What is kept and not counted, against the count."""

_ORPHANS = (
    ("stories whose place in their sections is wrong",
     "SELECT count(*) FROM standing JOIN stories ON stories.id = story_id WHERE standing.rank <> stories.rank"),
    ("stories whose article is noted and missing, or the other way round",
     "SELECT count(*) FROM stories WHERE kept <> EXISTS (SELECT 1 FROM articles WHERE story_id = stories.id)"),
    ("stories that do not show the marks you made",
     "SELECT count(*) FROM stories JOIN marks USING (identity) WHERE (stories.read, stories.starred, stories.later)"
     " <> (marks.read, marks.starred, marks.later)"),
)  # fmt: skip

_MEND = (
    "UPDATE OR REPLACE standing SET rank = (SELECT rank FROM stories WHERE id = story_id)"
    " WHERE rank <> (SELECT rank FROM stories WHERE id = story_id)",
    "UPDATE stories SET kept = EXISTS (SELECT 1 FROM articles WHERE story_id = stories.id)"
    " WHERE kept <> EXISTS (SELECT 1 FROM articles WHERE story_id = stories.id)",
    "UPDATE stories SET (read, starred, later) ="
    " (SELECT read, starred, later FROM marks WHERE marks.identity = stories.identity) WHERE EXISTS (SELECT 1 FROM marks WHERE"
    " marks.identity = stories.identity AND (marks.read, marks.starred, marks.later) <> (stories.read, stories.starred, stories.later))",
)


def examine(file: File) -> tuple[Finding, ...]:
    """What is wrong with an open library; nothing where all is well. It reads the whole file."""
    with file.bare() as db:
        try:
            said = rows.damage(db, "integrity_check")
        except sqlite3.DatabaseError as error:
            said = str(error)
        if said:
            return (Finding("file", f"the file is damaged: {said}", mendable=False),)
        if table := _without_text(db):
            return (Finding("file", f"the file is damaged: a text in {table} is none", mendable=False),)
        found = []
        if broken := db.execute("PRAGMA foreign_key_check").fetchall():
            found.append(
                Finding("orphans", f"{counted(len(broken), 'row refers', 'rows refer')} to something that is gone")
            )
        if nameless := len(_nameless(db)):
            said = f"{counted(nameless, 'story', 'stories')} without a name, which would arrive a second time"
            found.append(Finding("orphans", said))
        for said, sql in _ORPHANS:
            if number := one(db, sql):
                found.append(Finding("orphans", f"{number:,} {said}"))
        for sql, singular, plural in _COUNTS:
            if number := one(db, sql):
                found.append(Finding("counters", f"the counts of {counted(number, singular, plural)} are wrong"))
        if not _index_is_right(db):
            found.append(Finding("index", "the search index does not match the texts"))
        return tuple(found)


def _without_text(db: sqlite3.Connection) -> str:
    """The first table with a text whose bytes are none; "" where there is no such."""
    for table in rows.tables(db):
        try:
            for _ in db.execute(f'SELECT * FROM "{table}"'):
                continue
        except sqlite3.OperationalError as error:
            if is_no_text(error):
                return table
            raise
    return ""


def _nameless(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """The stories that should have a name and have none, each with that name. Those without an address, or on a page
    that is a front page or that of other stories too, are found again by what they say."""
    bare = db.execute(
        "SELECT id, url FROM stories WHERE url <> '' AND NOT EXISTS (SELECT 1 FROM names WHERE story_id = stories.id)"
    ).fetchall()
    if not bare:
        return []
    pages = column(db, "SELECT url FROM sections UNION SELECT page FROM sections UNION SELECT url FROM sites")
    own = {address.key(url) for url in pages}
    shared = set(column(db, "SELECT url FROM stories GROUP BY url HAVING count(*) > 1"))
    named = [(address.key(url), story_id) for story_id, url in bare if url not in shared]
    return [(name, story_id) for name, story_id in named if identity.may_be_a_story(name, own)]


def _index_is_right(db: sqlite3.Connection) -> bool:
    try:
        db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
        if code == sqlite3.SQLITE_READONLY:
            return True  # it cannot be checked without writing, and nothing suggests that it is wrong
        if code == sqlite3.SQLITE_CORRUPT:
            return False
        raise
    return True


def mend(file: File) -> None:
    """Mend what `examine` calls mendable: marks stand above all else, and nothing that a person made is removed."""
    with file.bare() as db:
        # Off, or removing an orphaned story would take its article and its place in the queue along.
        db.execute("PRAGMA foreign_keys = OFF")
        try:
            with file.writing():
                rows.detach(db)
                for sql in _MEND:
                    db.execute(sql)
                db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", _nameless(db))
                rows.recount(db)
                db.execute("INSERT INTO search (search) VALUES ('rebuild')")
        finally:
            db.execute("PRAGMA foreign_keys = ON")


def salvage(path: Path, new: Path) -> dict[str, int]:
    """Make a new library of all that can be read of a damaged one; (table -> how many rows). StoreError where
    nothing can."""
    with contextlib.closing(rows.look(path)) as db:
        found = rows.version(db)
        if found > schema.VERSION:
            raise StoreError(f"{path} was made by a newer Broadsheet")
        try:
            taken = rows.pour(new, found, rows.every(db))
        except sqlite3.DatabaseError as error:  # what cannot be read is left out: it is the new one that has no room
            raise StoreError(sentence(getattr(error, "sqlite_errorcode", 0), new) or f"{new}: {error}") from error
    with File(new) as file:
        mend(file)
    return taken
