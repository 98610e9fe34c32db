"""Which stories a view, a mute or a highlight finds, kept as stories come: so that its count is kept, and what a mute
hides is in no list.

Kept is what the words say of a story; whether it is read is kept beside it by the library's triggers. A view that asks
for marks, tags or moments is not kept: what it finds changes without anything being written, and it is counted when it
is shown."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from tui.storage import hits, visibility
from tui.storage.query import Query, read_queries
from tui.storage.sql import at, column, listed, one

KEPT = "kind IN ('view', 'mute', 'highlight')"
"""Searches whose stories are kept, in SQL."""


def is_kept(words: str, now: datetime) -> bool:
    """Whether what a search finds depends on what stories say, and on whether they are read, alone."""
    return not any(_changes(query) or (query.but and _changes(query.but)) for query in read_queries(words, now))


def _changes(query: Query) -> bool:
    return bool(query.states - {"unread"} or query.tags or query.since or query.before)


def settle(db: sqlite3.Connection, search_ids: Iterable[int], moment: int) -> None:
    """After searches were saved, dropped or changed: what they find is kept anew, and what mutes hide."""
    for search_id in search_ids:
        db.execute("DELETE FROM matched WHERE search_id = ?", (search_id,))
        db.execute("UPDATE searches SET matched = 2 WHERE id = ?", (search_id,))
        row = db.execute(f"SELECT words, kind FROM searches WHERE id = ? AND {KEPT}", (search_id,)).fetchone()
        if row and is_kept(row[0], at(moment)):
            _put(db, search_id, hits.matching(db, row[0], at(moment)))
            db.execute("UPDATE searches SET matched = 1 WHERE id = ?", (search_id,))
    visibility.settle_mutes(db)


def arrive(db: sqlite3.Connection, ranks: Sequence[int], moment: int) -> None:
    """After stories came, or say something else: which searches find those with these ranks."""
    if new := column(db, "SELECT id FROM searches WHERE matched = 0"):  # of an older library
        settle(db, new, moment)
    kept = db.execute("SELECT id, words, kind FROM searches WHERE matched = 1").fetchall()
    if not kept or not ranks:
        return
    ids = column(db, f"SELECT id FROM stories WHERE rank IN ({listed(ranks)})")
    muted: set[int] = set()
    for search_id, words, kind in kept:
        found = hits.matching(db, words, at(moment), ranks)
        gone = [(search_id, story_id) for story_id in ids if story_id not in found]
        db.executemany("DELETE FROM matched WHERE search_id = ? AND story_id = ?", gone)
        _put(db, search_id, found)
        muted |= found if kind == "mute" else set()
    visibility.mute(db, ids, muted)


def highlights(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    """The names of the highlights that find stories, by the id of each."""
    found: dict[int, list[str]] = {}
    if one(db, "SELECT EXISTS (SELECT 1 FROM searches WHERE kind = 'highlight')"):
        sql = (
            "SELECT story_id, name FROM matched JOIN searches ON searches.id = search_id"
            f" WHERE kind = 'highlight' AND story_id IN ({listed(ids)}) ORDER BY position, searches.id"
        )
        for story_id, name in db.execute(sql):
            found.setdefault(story_id, []).append(name)
    return found


def _put(db: sqlite3.Connection, search_id: int, ids: Iterable[int]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO matched SELECT ?, id, read = 0 AND hidden = 0 FROM stories WHERE id = ?",
        ((search_id, story_id) for story_id in ids),
    )
