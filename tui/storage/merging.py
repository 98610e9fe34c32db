"""Two stories turn out to be one: an aggregator's copy whose page stands at the outlet's own address.

The copy's row stays, for it is the one that is being read, and stands where either stood, under the
outlet's name, with all that a person did with either. What was done to either can be taken back from the one: the log
of acts reads as if there had been one from the beginning."""

# ruff: noqa: S608 - SQL is put together here from this file's own words; values are always bound

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from tui import address
from tui.storage import actions, arrivals, index, names, visibility
from tui.storage.sql import one, update

Kept = TypeVar("Kept")

_MOVED = ("names", "places", "contents", "pages", "earlier", "enclosures", "episodes", "remote_items")
"""Tables of what a story has besides its words: the outlet's goes to the copy where that has none of its own."""


class _Change(NamedTuple):
    """What an act changed of a mark: its flags, or its note."""

    action_id: int
    mark_id: int
    before: Any
    after: Any
    undone: bool


def arrived(db: sqlite3.Connection, story_id: int, url: str, moment: int) -> None:
    """An aggregator's address led to the outlet's own: the story stands there from now on, as one with the outlet's
    where that is in the library too. Neither may be indexed meanwhile but the outlet's."""
    other = names.find(db, url)
    if other and other != story_id:
        _merge(db, story_id, other, moment)
    else:
        update(db, "stories", story_id, url=url)
        names.give(db, story_id, [address.key(url)])


def _merge(db: sqlite3.Connection, story_id: int, other: int, moment: int) -> None:
    row = db.execute("SELECT site_id, url, identity, read, starred, later FROM stories WHERE id = ?", (other,))
    given = dict(zip((name for name, *_ in row.description), row.fetchone(), strict=True))
    own, *ours = db.execute("SELECT identity, read, starred, later FROM stories WHERE id = ?", (story_id,)).fetchone()
    given |= {flag: max(given[flag], mine) for flag, mine in zip(("read", "starred", "later"), ours, strict=True)}
    visibility.unfold_under(db, [other])
    index.remove(db, other)
    for table in _MOVED:
        db.execute(f"UPDATE OR IGNORE {table} SET story_id = ? WHERE story_id = ?", (story_id, other))
    sections = db.execute(
        "SELECT section_id, position, offered FROM standing WHERE story_id = ? AND section_id NOT IN"
        " (SELECT section_id FROM standing WHERE story_id = ?)",
        (other, story_id),
    ).fetchall()
    db.execute("DELETE FROM stories WHERE id = ?", (other,))
    update(db, "stories", story_id, **given)
    db.executemany(
        "INSERT INTO standing (section_id, rank, story_id, unread, hidden, position, offered)"
        " SELECT ?, rank, id, (1 - read) * (NOT hidden & 1), hidden & 1, ?, ? FROM stories WHERE id = ?",
        [(section_id, *stands, story_id) for section_id, *stands in sections],
    )
    for section_id, *_ in sections:
        visibility.settle_arrivals(db, section_id, [story_id])
    if not arrivals.move_marks(db, own, given["identity"]):
        _merge_marks(db, own, given["identity"], moment)


def _merge_marks(db: sqlite3.Connection, before: str, after: str, moment: int) -> None:
    """Two marks turn out to be one story's: under its identity is kept what a person did with either, tags and notes
    too."""
    gone = one(db, "SELECT id FROM marks WHERE identity = ?", before)
    if not gone:
        return
    there = one(db, "SELECT id FROM marks WHERE identity = ?", after)
    both = (there, gone)
    _merge_flags(db, both)
    db.execute(
        "DELETE FROM tagged WHERE mark_id IN (?1, ?2) AND id NOT IN"
        " (SELECT min(id) FROM tagged WHERE mark_id IN (?1, ?2) GROUP BY tag_id)",
        both,
    )
    db.execute("UPDATE tagged SET mark_id = ? WHERE mark_id = ?", both)
    _merge_rows(db, both, moment)


def _merge_flags(db: sqlite3.Connection, both: tuple[int, int]) -> None:
    there, gone = both
    flags = dict(db.execute(f"SELECT id, {actions.FLAGS} FROM marks WHERE id IN (?, ?)", both).fetchall())
    db.execute(
        "UPDATE marks SET (read, starred, later, touched) = (SELECT max(read), max(starred), max(later), max(touched)"
        " FROM marks WHERE id IN (?1, ?2)) WHERE id = ?1",
        both,
    )
    db.execute(
        "INSERT INTO unsent SELECT account_id, ?, flags, at FROM unsent WHERE mark_id = ?"
        " ON CONFLICT (account_id, mark_id) DO UPDATE SET flags = flags | excluded.flags, at = max(at, excluded.at)",
        both,
    )
    db.execute("DELETE FROM unsent WHERE mark_id = ?", (gone,))
    sql = (
        "SELECT action_id, mark_id, before, after, undone = 1 FROM acted JOIN actions ON actions.id = action_id"
        " WHERE mark_id IN (?, ?) ORDER BY action_id"
    )
    changes = [_Change(*row) for row in db.execute(sql, both)]
    db.execute("DELETE FROM acted WHERE mark_id IN (?, ?)", both)
    joined = _as_of_one(changes, flags, lambda now: now[there] | now[gone])
    db.executemany(
        "INSERT INTO acted (action_id, mark_id, before, after) VALUES (?, ?, ?, ?)",
        [(action_id, there, was, is_now) for action_id, was, is_now in joined],
    )


def _merge_rows(db: sqlite3.Connection, both: tuple[int, int], moment: int) -> None:
    """Notes, and the acts by which notes and tags came."""
    there, gone = both
    acts: dict[int, list[actions.Rows]] = {}
    changes = []
    keys = {f"notes {mark_id}": mark_id for mark_id in both}
    logged = (
        "SELECT id, rows, undone = 1 FROM actions"
        " WHERE rows LIKE '%\"notes %' OR rows LIKE '%\"mark_id\":%' ORDER BY id"
    )
    for action_id, rows, undone in db.execute(logged):
        acts[action_id] = before, after = json.loads(rows)
        for row in (*before.values(), *after.values()):
            if row and row.get("mark_id") == gone:
                row["mark_id"] = there
        for key in before.keys() & keys.keys():
            was, is_now = (each.pop(key) for each in (before, after))
            changes.append(_Change(action_id, keys[key], _note(was), _note(is_now), bool(undone)))
    notes = dict.fromkeys(both, "") | dict(db.execute("SELECT id, note FROM notes WHERE id IN (?, ?)", both).fetchall())
    if written := _of_both(notes, both):
        db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", (there, written, moment))
    db.execute("DELETE FROM notes WHERE id = ?", (gone,))
    for action_id, *states in _as_of_one(changes, notes, lambda now: _of_both(now, both)):
        for rows, said in zip(acts[action_id], states, strict=True):
            rows[f"notes {there}"] = {"id": there, "note": said, "changed": moment} if said else None
    for action_id, rows in acts.items():
        update(db, "actions", action_id, rows=json.dumps(rows))


def _note(row: dict[str, Any] | None) -> str:
    return row["note"] if row else ""


def _of_both(notes: dict[int, str], both: Sequence[int]) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, (notes[mark_id] for mark_id in both))))


def _as_of_one(
    changes: Sequence[_Change], now: dict[int, Kept], join: Callable[[dict[int, Kept]], Kept]
) -> Iterator[tuple[int, Kept, Kept]]:
    """The acts that changed one mark or the other, from the last on, as acts on one mark: (act, before, after). What
    the other mark was meanwhile is what its next act found. `now` is what both are."""
    now = now | {change.mark_id: change.after for change in changes if change.undone}
    for action_id, parts in groupby(sorted(changes, reverse=True), key=itemgetter(0)):
        after = join(now)
        now |= {change.mark_id: change.before for change in parts}
        yield action_id, join(now), after
