"""Two stories turn out to be one: an aggregator's copy whose page stands at the outlet's own address.

The copy's row stays, for it is the one that is being read, and stands where either stood, under the
outlet's name, with all that a person did with either. What was done to either can be taken back from the one: the log
of acts reads as if there had been one from the beginning."""

# ruff: noqa: S608 - SQL is put together here from this file's own words; values are always bound

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import count, groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from tui import address
from tui.storage import actions, arrivals, grouped, index, names, visibility
from tui.storage.scope import SLOTS
from tui.storage.sql import insert, one, update

Kept = TypeVar("Kept")

_MOVED = ("names", "places", "contents", "pages", "earlier", "enclosures", "episodes", "remote_items", "prints")
"""Tables of what a story has besides its words: the outlet's goes to the copy where that has none of its own."""


class _Change(NamedTuple):
    """What an act changed of a mark: its flags, or its note."""

    action_id: int
    mark_id: int
    before: Any
    after: Any
    undone: bool


class _Act(NamedTuple):
    """An act that changed rows, each before and after it."""

    id: int
    undone: bool
    sides: list[actions.Rows]


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
    actions.hang_on(db, "story_id", other, story_id)
    _merge_tellings(db, story_id, other)
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


def _merge_tellings(db: sqlite3.Connection, story_id: int, other: int) -> None:
    """What stood with the outlet's story stands with the copy, which is no copy any more; what the copy stood with, it
    was compared with under another name."""
    if one(db, "SELECT 1 FROM tellings WHERE id = ?", other):
        db.execute("DELETE FROM tellings WHERE id = ?", (story_id,))
        db.execute(
            f"UPDATE tellings SET id = ?1, at = (SELECT rank / {SLOTS} FROM stories WHERE id = ?1) WHERE id = ?2",
            (story_id, other),
        )
        actions.stand_in(db, "tellings", other, story_id)
    db.execute("UPDATE tellings SET copy_of = iif(id = ?1, 0, ?1) WHERE copy_of IN (?1, ?2)", (story_id, other))
    grouped.changed(db)


def _merge_marks(db: sqlite3.Connection, before: str, after: str, moment: int) -> None:
    """Two marks turn out to be one story's: under its identity is kept what a person did with either, tags and notes
    too."""
    gone = one(db, "SELECT id FROM marks WHERE identity = ?", before)
    if not gone:
        return
    there = one(db, "SELECT id FROM marks WHERE identity = ?", after)
    both = (there, gone)
    _merge_flags(db, both)
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
    """Tags and notes, and the acts by which they came."""
    there, _ = both
    now, acts = _said_now(db, both), _acts(db)
    # Of each tag an id that no row has and none had: what was taken off may come back beside it.
    known = [int(key.split()[1]) for act in acts for key in act.sides[0] if key.startswith("tagged ")]
    free = count(max(known, default=0) + (one(db, "SELECT max(id) FROM tagged") or 0) + 1)
    ids: defaultdict[int, int] = defaultdict(lambda: next(free))

    def place(what: int) -> tuple[str, int]:
        return ("notes", there) if what == _NOTE else ("tagged", ids[what])

    def row(what: int, said: str) -> dict[str, Any]:
        return {"note": said, "changed": moment} if what == _NOTE else {"tag_id": what, "mark_id": there}

    db.execute("DELETE FROM tagged WHERE mark_id IN (?, ?)", both)
    db.execute("DELETE FROM notes WHERE id IN (?, ?)", both)
    for what in now:
        table, row_id = place(what)
        insert(db, table, id=row_id, **row(what, _of_both(now[what])))
    by_id = {act.id: act.sides for act in acts}
    for what, changes in _renamed(acts, both, lambda what: "{} {}".format(*place(what))).items():
        for action_id, *states in _as_of_one(changes, now.get(what, dict.fromkeys(both, "")), _of_both):
            for side, said in zip(by_id[action_id], states, strict=True):
                side["{} {}".format(*place(what))] = row(what, said) if said else None
    for action_id, sides in by_id.items():
        update(db, "actions", action_id, rows=json.dumps(sides))


def _acts(db: sqlite3.Connection) -> list[_Act]:
    """The acts that changed notes or tags, as the log has them."""
    sql = (
        "SELECT id, undone = 1, rows FROM actions"
        " WHERE rows LIKE '%\"notes %' OR rows LIKE '%\"mark_id\":%' ORDER BY id"
    )
    return [_Act(action_id, bool(undone), json.loads(rows)) for action_id, undone, rows in db.execute(sql)]


def _renamed(acts: Sequence[_Act], both: Sequence[int], named: Callable[[int], str]) -> dict[int, list[_Change]]:
    """What acts changed of the tags and notes of two marks, the rows `named` anew, each in its place: those that hang
    on others come after them."""
    changes: defaultdict[int, list[_Change]] = defaultdict(list)
    for act in acts:
        names = {}
        for key, (what, mark_id) in _changed(act.sides).items():
            if mark_id in both:
                names[key] = named(what)
                was, is_now = ((side[key] or {"note": ""}).get("note", "x") for side in act.sides)
                changes[what].append(_Change(act.id, mark_id, was, is_now, act.undone))
        act.sides[:] = [{names.get(key, key): side[key] for key in side} for side in act.sides]
    return changes


def _changed(sides: Sequence[actions.Rows]) -> dict[str, tuple[int, int]]:
    """The rows of an act that are notes or what a mark is tagged with: (the tag or the note, the mark)."""
    found = {}
    for key in sides[0]:
        table, _, number = key.partition(" ")
        row = sides[0][key] or sides[1][key] or {}
        if table == "notes":
            found[key] = _NOTE, int(number)
        elif table == "tagged":
            found[key] = row["tag_id"], row["mark_id"]
    return found


_NOTE = 0
"""What stands for the note, where a tag's id stands for the tag."""


def _said_now(db: sqlite3.Connection, both: tuple[int, int]) -> dict[int, dict[int, str]]:
    """The tags and the note of two marks, as far as either has them: of each what it says on one mark and the other."""
    found: dict[int, dict[int, str]] = {}
    sql = (
        f"SELECT {_NOTE}, id, note FROM notes WHERE id IN (?1, ?2)"
        " UNION ALL SELECT tag_id, mark_id, 'x' FROM tagged WHERE mark_id IN (?1, ?2)"
    )
    for what, mark_id, said in db.execute(sql, both):
        found.setdefault(what, dict.fromkeys(both, ""))[mark_id] = said
    return found


def _of_both(said: dict[int, str]) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, said.values())))


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
