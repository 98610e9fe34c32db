"""Which stories a view or a mute finds, kept as stories come: so that its count is kept, and what a mute hides is in no
list.

Kept is what the words say of a story; whether it is read is kept beside it by the library's triggers. A view that asks
for stars or for moments is not kept: what it finds changes without anything being written, and it is counted when it is
shown."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from tui.storage import hits, visibility
from tui.storage.query import Query, read_queries
from tui.storage.sql import at, column

KEPT = "kind IN ('view', 'mute')"
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


def arrive(db: sqlite3.Connection, section_id: int, moment: int) -> None:
    """After a refresh: which searches find what came in it."""
    if new := column(db, "SELECT id FROM searches WHERE matched = 0"):  # of an older library
        settle(db, new, moment)
    kept = db.execute("SELECT id, words, kind FROM searches WHERE matched = 1").fetchall()
    if not kept:
        return
    ranks = column(
        db,
        "SELECT stories.rank FROM standing INDEXED BY standing_offered JOIN stories ON stories.id = story_id"
        " WHERE section_id = ? AND position >= 0 AND seen = ?",
        section_id,
        moment,
    )
    if not ranks:
        return
    for search_id, words, _ in kept:
        _put(db, search_id, hits.matching(db, words, at(moment), ranks))
    if any(kind == "mute" for _, _, kind in kept):
        visibility.settle_mutes(db)


def _put(db: sqlite3.Connection, search_id: int, ids: Iterable[int]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO matched SELECT ?, id, read = 0 AND hidden = 0 FROM stories WHERE id = ?",
        ((search_id, story_id) for story_id in ids),
    )
