"""Marks: what a person did with stories, and where reading stopped. They outlive the story and its section.

Read, starred and for later are flags of the mark, copied to the story for the lists. `touched`: it was done to this
story itself, and not to a whole list at once; such stories are never tidied away. Every change is on the disk when its
verb returns, and stands in the log of acts (`actions`), by which it can be taken back."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from tui.model import StoryFilter
from tui.storage import folding, lists, tellings
from tui.storage.actions import FLAGS, LATER, READ, STARRED, TOUCHED, Act
from tui.storage.file import File
from tui.storage.scope import SLOTS
from tui.storage.sql import one, seconds_of
from tui.values import replace


def mark(
    file: File,
    ids: Iterable[int],
    *,
    read: bool | None = None,
    starred: bool | None = None,
    later: bool | None = None,
    touched: bool = True,
) -> int:
    """Marks stories; the number that changed. A person did this: such stories are never tidied away, but for those
    that were not `touched` one by one."""
    given = ((READ, read), (STARRED, starred), (LATER, later))
    on = sum(flag for flag, wanted in given if wanted) | (TOUCHED if touched else 0)
    off = sum(flag for flag, wanted in given if wanted is False)
    words = ((read, "read", "unread"), (starred, "star", "unstar"), (later, "later", "not later"))
    verb = " and ".join(yes if wanted else no for wanted, yes, no in words if wanted is not None)
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db:
        act, wanted = Act(db, moment, verb), list(ids)
        changed = sum(_set_flags(db, act, story_id, on, off, moment) for story_id in wanted)
        if read is not None:  # what a site tells twice was read where it was read once
            for other in folding.told_with(db, wanted):
                _set_flags(db, act, other, on & READ, off & READ, moment)
        return changed


def mark_read_together(file: File, story_id: int) -> tuple[int, ...]:
    """Marks a story read, and in the same act those that tell the same event; the ids of these. They were not touched
    one by one."""
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db:
        act = Act(db, moment, "read")
        _set_flags(db, act, story_id, READ | TOUCHED, 0, moment)
        others = tellings.others(db, story_id)
        for other in {*others, *folding.told_with(db, [story_id, *others])}:
            _set_flags(db, act, other, READ, 0, moment)
    return others


def mark_all_read(
    file: File,
    filter: StoryFilter,
    *,
    above: int = 0,
    below: int = 0,
    opened: bool = False,
    before: datetime | None = None,
    what: str = "",
) -> int:
    """Marks a whole list read in one transaction; the number that changed.

    Of the list as it stands only what is `above` or `below` the story of that id (whose event may be `opened`), or
    older than `before`. `what` is what the log calls it, the list's name."""
    moment = seconds_of(file.clock())
    ids: Sequence[int]
    with file.writing(durable=True) as db:
        wanted = lists.meant(db, filter)
        if above or below:
            ids = tellings.beside(db, wanted, file.clock(), above or below, above=bool(above), opened=opened)
        else:
            ids = lists.order(db, replace(wanted, unread=True, order="date"), file.clock())
        if before is not None:
            newest = seconds_of(before) * SLOTS
            ids = [each for each in ids if one(db, "SELECT rank FROM stories WHERE id = ?", each) < newest]
        act = Act(db, moment, "read", what)
        changed = sum(_set_flags(db, act, story_id, READ, 0, moment) for story_id in ids)
        for other in folding.told_with(db, ids):
            _set_flags(db, act, other, READ, 0, moment)
        return changed


def _set_flags(db: sqlite3.Connection, act: Act, story_id: int, on: int, off: int, moment: int) -> bool:
    """Changes the flags of a story's mark; whether one of those changed that a person sees."""
    changed = _change(db, story_id, on, off, moment)
    if changed:
        act.flags(*changed)
    return bool(changed)


def take_over(db: sqlite3.Connection, story_id: int, on: int, off: int, moment: int) -> bool:
    """Makes the marks of a story those that a person made on another machine; whether that changed any. It is no act
    of this machine's, and is not taken back here. What is starred is never tidied away."""
    return bool(_change(db, story_id, on | (TOUCHED if on & STARRED else 0), off, moment)) if on | off else False


def _change(db: sqlite3.Connection, story_id: int, on: int, off: int, moment: int) -> tuple[int, int, int] | None:
    """Changes the flags of a story's mark: (mark, flags before, flags after), None where a person sees no
    difference."""
    identity = one(db, "SELECT identity FROM stories WHERE id = ?", story_id)
    if identity is None:
        return None
    row = db.execute(f"SELECT id, {FLAGS} FROM marks WHERE identity = ?", (identity,)).fetchone()
    before = row[1] if row else 0
    after = (before | on) & ~off
    if row and before == after:
        return None
    given = (int(bool(after & READ)), int(bool(after & STARRED)), int(bool(after & LATER)))
    mark_id = db.execute(
        "INSERT INTO marks (identity, read, starred, later, touched, changed) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (identity) DO UPDATE"
        " SET read = excluded.read, starred = excluded.starred, later = excluded.later,"
        " touched = excluded.touched, changed = excluded.changed RETURNING id",
        (identity, *given, int(bool(after & TOUCHED)), moment),
    ).fetchone()[0]
    if (before ^ after) & ~TOUCHED == 0:
        return None
    db.execute("UPDATE stories SET read = ?, starred = ?, later = ? WHERE id = ?", (*given, story_id))
    return mark_id, before, after


# For other rooms, within their transaction


def set_flags(
    db: sqlite3.Connection,
    act: Act,
    ids: Iterable[int],
    moment: int,
    *,
    read: bool = False,
    starred: bool = False,
    later: bool = False,
) -> int:
    """Sets flags of stories in an act of the program's, by which they do not count as touched; the number that
    changed."""
    on = READ * read | STARRED * starred | LATER * later
    return sum(_set_flags(db, act, story_id, on, 0, moment) for story_id in ids) if on else 0


def mark_of(db: sqlite3.Connection, story_id: int, moment: int) -> int:
    """The id of a story's mark, which from now on counts as touched; made where there is none. 0 where there is no such
    story."""
    identity = one(db, "SELECT identity FROM stories WHERE id = ?", story_id)
    if identity is None:
        return 0
    return int(
        db.execute(
            "INSERT INTO marks (identity, read, starred, touched, changed)"
            " SELECT identity, read, starred, 1, ? FROM stories WHERE id = ?"
            " ON CONFLICT (identity) DO UPDATE SET touched = 1 RETURNING id",
            (moment, story_id),
        ).fetchone()[0]
    )


def place(file: File, story_id: int) -> tuple[int, int]:
    """Where reading stopped: (block, offset), (0, 0) at first."""
    with file.reading() as db:
        row = db.execute("SELECT block, offset FROM places WHERE story_id = ?", (story_id,)).fetchone()
        return (row[0], row[1]) if row else (0, 0)


def keep_place(file: File, story_id: int, block: int, offset: int) -> None:
    """Keeps where reading stopped."""
    with file.writing() as db:
        db.execute(
            "INSERT INTO places (story_id, block, offset, at) SELECT id, ?, ?, ? FROM stories WHERE id = ?"
            " ON CONFLICT (story_id) DO UPDATE SET block = excluded.block, offset = excluded.offset, at = excluded.at",
            (block, offset, seconds_of(file.clock()), story_id),
        )
