"""The names that stories are found by: addresses (`address.key`), guids within their site, and what their titles say on
which day.

A name may be that of several stories (a page that several stand on, a guid that was used again): `identity` tells them
apart."""

import sqlite3
from collections.abc import Collection, Iterable
from typing import TypeVar

from tui import address
from tui.storage.sql import column, get_setting, one, put_setting, rows_in

_T = TypeVar("_T")

ALIKE = 50
"""Stories of one name that are looked at, the newest: a page of all versions, a title that comes back each hour."""
MOST = 12
"""Names of a story that are kept: a link with a token in it brings a new one with each refresh."""


def find(db: sqlite3.Connection, url: str) -> int:
    """The story at an address, 0 where there is none: the one at that very place of the page, or the newest on it."""
    for name in dict.fromkeys((address.place_key(url), address.key(url))):
        if found := one(db, "SELECT max(story_id) FROM names WHERE name = ?", name):
            return int(found)
    return 0


def bearers(db: sqlite3.Connection, wanted: Collection[str]) -> dict[str, frozenset[int]]:
    """The stories with each of these names, where there are any."""
    return _gathered(rows_in(db, "SELECT name, story_id FROM names WHERE name IN", sorted(wanted)))


def told(db: sqlite3.Connection, wanted: Collection[int]) -> dict[int, frozenset[int]]:
    """The stories by what they say (`identity.told`)."""
    return _gathered(
        rows_in(db, "SELECT told, id FROM stories INDEXED BY stories_told WHERE told <> 0 AND told IN", sorted(wanted))
    )


def give(db: sqlite3.Connection, story_id: int, names: Iterable[str]) -> None:
    """The names that a story has now. Those it had before stay, as long as they are not too many."""
    now, before = set(names) - {""}, set(column(db, "SELECT name FROM names WHERE story_id = ?", story_id))
    if len(before | now) > MOST:
        db.executemany("DELETE FROM names WHERE name = ? AND story_id = ?", ((name, story_id) for name in before - now))
    db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", ((name, story_id) for name in now - before))


def retell(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Says anew by what stories are looked up without a name: their title, date or address changed."""
    from tui.storage import identity  # late, as below: a verb that only reads needs none of it

    rows = (
        db.execute("SELECT title, summary, published, url, told, id FROM stories WHERE id = ?", (story_id,)).fetchone()
        for story_id in ids
    )
    changed = ((identity.told(*said), story_id) for *said, known, story_id in rows if identity.told(*said) != known)
    db.executemany("UPDATE stories SET told = ? WHERE id = ?", list(changed))


def is_told(db: sqlite3.Connection) -> bool:
    """Whether all stories can be looked up in this version's way."""
    from tui.storage import identity

    return get_setting(db, "told") == identity.VERSION


def retell_all(db: sqlite3.Connection) -> None:
    """Makes all stories found in this version's way."""
    from tui.storage import identity

    retell(db, column(db, "SELECT id FROM stories"))
    put_setting(db, "told", identity.VERSION)


def _gathered(rows: Iterable[tuple[_T, int]]) -> dict[_T, frozenset[int]]:
    found: dict[_T, set[int]] = {}
    for key, story_id in rows:
        found.setdefault(key, set()).add(story_id)
    return {key: frozenset(sorted(ids)[-ALIKE:]) for key, ids in found.items()}
