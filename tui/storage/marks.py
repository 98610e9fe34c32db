"""Marks: what a person did with stories, and where reading stopped. They outlive the story and its section."""

import sqlite3
from collections.abc import Iterable

from tui.model import StoryFilter
from tui.storage import lists
from tui.storage.file import File
from tui.storage.sql import insert, one, seconds_of, update
from tui.values import replace


def mark(file: File, ids: Iterable[int], *, read: bool | None = None, starred: bool | None = None) -> int:
    """Marks stories; the number that changed. A person did this: such stories are never tidied away."""
    moment = seconds_of(file.clock())
    with file.writing() as db:
        actions: dict[str, int] = {}
        changed = 0
        for story_id in ids:
            row = db.execute("SELECT identity, read, starred FROM stories WHERE id = ?", (story_id,)).fetchone()
            if row is None:
                continue
            identity, was_read, was_starred = row
            now_read = was_read if read is None else int(read)
            now_starred = was_starred if starred is None else int(starred)
            db.execute(
                "INSERT INTO marks (identity, read, starred, touched, changed) VALUES (?, ?, ?, 1, ?)"
                " ON CONFLICT (identity) DO UPDATE SET"
                " read = excluded.read, starred = excluded.starred, touched = 1, changed = excluded.changed"
                " WHERE read <> excluded.read OR starred <> excluded.starred OR touched = 0",
                (identity, now_read, now_starred, moment),
            )
            verbs = ["read" if now_read else "unread"] * (was_read != now_read)
            verbs += ["star" if now_starred else "unstar"] * (was_starred != now_starred)
            if verbs:
                changed += 1
                update(db, "stories", story_id, read=now_read, starred=now_starred)
                _log(db, actions, verbs, identity, moment)
        return changed


def _log(db: sqlite3.Connection, actions: dict[str, int], verbs: list[str], identity: str, moment: int) -> None:
    """Notes what was done to a story, under the one action of this moment with that verb."""
    mark_id = one(db, "SELECT id FROM marks WHERE identity = ?", identity)
    for verb in verbs:
        if verb not in actions:
            actions[verb] = insert(db, "actions", at=moment, verb=verb)
        db.execute("INSERT OR IGNORE INTO acted VALUES (?, ?)", (actions[verb], mark_id))


def mark_all_read(file: File, filter: StoryFilter) -> int:
    """Marks a whole list read in one transaction; the number that changed."""
    moment = seconds_of(file.clock())
    with file.writing() as db:
        wanted = replace(lists.meant(db, filter), unread=True, order="date")
        ids = lists.order(db, wanted, file.clock())
        if not ids:
            return 0
        action = insert(db, "actions", at=moment, verb="read")
        for story_id in ids:
            (identity,) = db.execute("SELECT identity FROM stories WHERE id = ?", (story_id,)).fetchone()
            mark_id = db.execute(
                "INSERT INTO marks (identity, read, changed) VALUES (?, 1, ?)"
                " ON CONFLICT (identity) DO UPDATE SET read = 1, changed = excluded.changed RETURNING id",
                (identity, moment),
            ).fetchone()[0]
            db.execute("INSERT INTO acted VALUES (?, ?)", (action, mark_id))
            db.execute("UPDATE stories SET read = 1 WHERE id = ?", (story_id,))
        return len(ids)


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
