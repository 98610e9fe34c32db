"""The log of what a person did, and how it is taken back: `undo`, `redo`, `history`. Sync reads the same log.

A verb that changes what a person did opens an `Act` in its transaction and makes its changes through it. Of marks the
flags are kept before and after (see `marks`), a few bytes a story; of other rows the columns that changed, in JSON.
What other shells did is taken back in its turn, the last act first; a new act after an undo leaves nothing to redo."""

# ruff: noqa: S608 - SQL is put together here from the rooms' own words; values are always bound

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self

from tui.model import Action
from tui.storage import grouped, matches, visibility
from tui.storage.file import File
from tui.storage.sql import at, column, get_setting, insert, one, put_setting, seconds_of, update
from tui.values import replace

READ, STARRED, LATER, TOUCHED = 1, 2, 4, 8
"""The flags of a mark, as the log keeps them."""

FLAGS = "read + 2 * starred + 4 * later + 8 * touched"
"""They, in SQL."""

Rows = dict[str, dict[str, Any] | None]
"""A row's columns by "table id" (of a setting "settings name"), None where there is no row."""


class Act:
    """One act while it is done. It stands in the log only where it changed something, and not at all where it has no
    verb.

    An act of many rows is a context, at whose end they are written once: each by itself would be all of them again.
    What is done `together` goes on with the last act, where that is of the same name and no older than so many seconds;
    the program does it, so that it ends nothing that could be done again."""

    def __init__(
        self, db: sqlite3.Connection, moment: int, verb: str, what: str = "", *, together: float = 0.0
    ) -> None:
        self._db, self._moment, self._verb, self._what, self._together = db, moment, verb, what, together
        self._before: Rows = {}
        self._after: Rows = {}
        self._id = 0
        self._waits = False

    def __enter__(self) -> Self:
        self._waits = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._waits = False
        if error is None and self._before:
            self._write()

    def flags(self, mark_id: int, before: int, after: int) -> None:
        """Notes the flags of a mark, which the verb itself changes."""
        self._db.execute(
            "INSERT INTO acted VALUES (?, ?, ?, ?)"
            " ON CONFLICT (action_id, mark_id) DO UPDATE SET after = excluded.after",
            (self._begun(), mark_id, before, after),
        )
        _owe(self._db, mark_id, before ^ after, self._moment)

    def change(self, table: str, row_id: int, **given: Any) -> bool:
        """Changes columns of a row; False where they already have these values."""
        names = ", ".join(given)
        row = self._db.execute(f"SELECT {names} FROM {table} WHERE id = ?", (row_id,)).fetchone()
        before = dict(zip(given, row, strict=True)) if row else {}
        changed = {name: value for name, value in given.items() if row and before[name] != value}
        if changed:
            self._note(f"{table} {row_id}", {name: before[name] for name in changed}, changed)
            update(self._db, table, row_id, **changed)
        return bool(changed)

    def insert(self, table: str, **given: Any) -> int:
        """A new row; its id."""
        row_id = insert(self._db, table, **given)
        self._note(f"{table} {row_id}", None, given)
        return row_id

    def put_setting(self, name: str, value: str) -> bool:
        """Keeps a setting of the library; False where it already has this value."""
        before = get_setting(self._db, name)
        if before != value:
            self._note(f"settings {name}", {"value": before}, {"value": value})
            put_setting(self._db, name, value)
        return before != value

    def delete(self, table: str, row_id: int) -> None:
        """A row goes."""
        found = self._db.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
        row = found.fetchone()
        if row:
            names = [name for name, *_ in found.description]
            self._note(f"{table} {row_id}", dict(zip(names, row, strict=True)), None)
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))

    def _note(self, row: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        if not self._verb:
            return
        _join(self._before, self._after, row, before, after)
        if not self._waits:
            self._write()

    def _write(self) -> None:
        update(self._db, "actions", self._begun(), rows=json.dumps([self._before, self._after]))

    def _begun(self) -> int:
        if not self._id:
            self._id = self._gone_on() or insert(self._db, "actions", at=self._moment, verb=self._verb, what=self._what)
            if not self._together:
                self._db.execute("UPDATE actions SET undone = 2 WHERE undone = 1 AND id <> ?", (self._id,))
        return self._id

    def _gone_on(self) -> int:
        """The last act, where this one goes on with it; else 0."""
        sql = "SELECT id, verb, what, at FROM actions WHERE undone = 0 ORDER BY id DESC LIMIT 1"
        last = self._db.execute(sql).fetchone()
        if not self._together or last is None or last[1:3] != (self._verb, self._what):
            return 0
        if last[3] < self._moment - self._together:
            return 0
        for row, was, is_now in _rows_of(self._db, last[0]):
            _join(self._before, self._after, row, was, is_now)
        return int(last[0])


@contextlib.contextmanager
def as_one(file: File, verb: str, what: str = "") -> Iterator[None]:
    """All that is done within is one change of the library, all of it or nothing, and one act of this name."""
    with file.writing(durable=True) as db:
        last = one(db, "SELECT coalesce(max(id), 0) FROM actions")
        yield
        parts = column(db, "SELECT id FROM actions WHERE id > ? ORDER BY id", last)
        if not parts:
            return
        before: Rows = {}
        after: Rows = {}
        for part in parts:
            for row, was, is_now in _rows_of(db, part):
                _join(before, after, row, was, is_now)
        db.executemany(
            "INSERT INTO acted SELECT ?, mark_id, before, after FROM acted WHERE action_id = ?"
            " ON CONFLICT (action_id, mark_id) DO UPDATE SET after = excluded.after",
            [(parts[0], part) for part in parts[1:]],
        )
        db.execute("DELETE FROM actions WHERE id > ?", (parts[0],))
        rows = json.dumps([before, after]) if before else ""
        update(db, "actions", parts[0], verb=verb, what=what, rows=rows, at=seconds_of(file.clock()))


def _rows_of(
    db: sqlite3.Connection, action_id: int
) -> Iterator[tuple[str, dict[str, Any] | None, dict[str, Any] | None]]:
    """The rows that an act changed, each before and after it."""
    kept = one(db, "SELECT rows FROM actions WHERE id = ?", action_id)
    before, after = json.loads(kept) if kept else ({}, {})
    for row in before:
        yield row, before[row], after[row]


def _join(before: Rows, after: Rows, row: str, was: dict[str, Any] | None, is_now: dict[str, Any] | None) -> None:
    """A further change of a row: of what was before, the first stays; of what is now, the last."""
    if row in before:
        known, made = before[row], after[row]
        was = None if known is None else (was or {}) | known
        is_now = is_now if is_now is None or made is None else made | is_now
    before[row], after[row] = was, is_now


def hang_on(db: sqlite3.Connection, column: str, before: int, after: int) -> None:
    """Rows that acts made hang, by this column, on a row that became another."""
    for action_id, sides in _with_words(db, f'"{column}": {before}'):
        for row in (row for side in sides for row in side.values() if row and row.get(column) == before):
            row[column] = after
        update(db, "actions", action_id, rows=json.dumps(sides))


def stand_in(db: sqlite3.Connection, table: str, before: int, after: int) -> None:
    """What acts changed of a row is taken back from the one that stands in its place, of which nothing else is."""
    gone, there = f"{table} {before}", f"{table} {after}"
    found = dict([*_with_words(db, f'"{there}"'), *_with_words(db, f'"{gone}"')])
    for action_id, sides in found.items():
        named = [{there if key == gone else key: side[key] for key in side if key != there} for side in sides]
        update(db, "actions", action_id, rows=json.dumps(named))


def take_up(db: sqlite3.Connection, section_id: int, other_id: int) -> None:
    """A section that was taken up turns out to be another, which is archived: the acts took up that one."""
    archived = one(db, "SELECT archived FROM sections WHERE id = ?", other_id)
    key, other = f"sections {section_id}", f"sections {other_id}"
    for action_id, sides in _with_words(db, f'"{key}"'):
        for side in (side for side in sides if "archived" in (side.get(key) or {})):
            row = side.pop(key)
            side[other] = {"archived": row.pop("archived") and archived} | side.get(other, {})
            side |= {key: row} if row else {}
        update(db, "actions", action_id, rows=json.dumps(sides))


def _with_words(db: sqlite3.Connection, words: str) -> list[tuple[int, list[Any]]]:
    """The acts in whose rows, as they are kept, these words stand: (id, [before, after])."""
    found = db.execute("SELECT id, rows FROM actions WHERE instr(rows, ?)", (words,)).fetchall()
    return [(action_id, json.loads(rows)) for action_id, rows in found]


def undo(file: File) -> Action | None:
    """Takes the last act back; what it was, or None where there is none."""
    return _turn(file, "SELECT max(id) FROM actions WHERE undone = 0", back=True)


def redo(file: File) -> Action | None:
    """Does the act again that was taken back last; what it was, or None where there is none."""
    return _turn(file, "SELECT min(id) FROM actions WHERE undone = 1", back=False)


def history(file: File, limit: int = 50) -> tuple[Action, ...]:
    """What can be taken back or done again, the last first."""
    with file.reading() as db:
        ids = column(db, "SELECT id FROM actions WHERE undone < 2 ORDER BY id DESC LIMIT ?", limit or -1)
        return tuple(_action(db, action_id) for action_id in ids)


def _action(db: sqlite3.Connection, action_id: int) -> Action:
    moment, verb, what, undone = db.execute(
        "SELECT at, verb, what, undone FROM actions WHERE id = ?", (action_id,)
    ).fetchone()
    count = one(db, "SELECT count(*) FROM acted WHERE action_id = ?", action_id)
    return Action(action_id, at(moment), verb, what, count, bool(undone))


def _turn(file: File, which: str, *, back: bool) -> Action | None:
    with file.writing(durable=True) as db:
        action_id = one(db, which)
        if action_id is None:
            return None
        moment = seconds_of(file.clock())
        _turn_flags(db, action_id, moment, back=back)
        rows = one(db, "SELECT rows FROM actions WHERE id = ?", action_id)
        lost: tuple[str, ...] = ()
        if rows:
            before, after = json.loads(rows)
            lost = _turn_rows(db, before if back else after, after if back else before, moment, back=back)
        update(db, "actions", action_id, undone=int(back))
        return replace(_action(db, action_id), lost=lost)


def _turn_flags(db: sqlite3.Connection, action_id: int, moment: int, *, back: bool) -> None:
    """Of each mark that an act changed, the flags that it changed, and no others: they may have come from elsewhere
    since."""
    now = "before" if back else "after"
    given = [
        (flags & ~changed | then & changed, mark_id, identity)
        for mark_id, then, changed, flags, identity in db.execute(
            f"SELECT mark_id, {now}, (before | after) - (before & after), {FLAGS}, identity"
            " FROM acted JOIN marks ON marks.id = mark_id WHERE action_id = ?",
            (action_id,),
        ).fetchall()
    ]
    for mark_id, before, after in db.execute(
        "SELECT mark_id, before, after FROM acted WHERE action_id = ?", (action_id,)
    ).fetchall():
        _owe(db, mark_id, before ^ after, moment)
    db.executemany(
        f"UPDATE marks SET read = ?1 & {READ} <> 0, starred = ?1 & {STARRED} <> 0, later = ?1 & {LATER} <> 0,"
        f" touched = ?1 & {TOUCHED} <> 0, changed = {moment} WHERE id = ?2",
        [(flags, mark_id) for flags, mark_id, _ in given],
    )
    db.executemany(
        f"UPDATE stories SET read = ?1 & {READ} <> 0, starred = ?1 & {STARRED} <> 0, later = ?1 & {LATER} <> 0"
        " WHERE identity = ?2",
        [(flags, identity) for flags, _, identity in given],
    )


def _owe(db: sqlite3.Connection, mark_id: int, changed: int, moment: int) -> None:
    """Notes that servers of feeds do not know these flags of a mark yet: what they say of them meanwhile is older."""
    db.execute(
        "INSERT INTO unsent SELECT id, ?, ?, ? FROM accounts WHERE true"
        " ON CONFLICT (account_id, mark_id) DO UPDATE SET flags = flags | excluded.flags, at = excluded.at",
        (mark_id, changed & (READ | STARRED), moment),
    )


def _turn_rows(db: sqlite3.Connection, wanted: Rows, now: Rows, moment: int, *, back: bool) -> tuple[str, ...]:
    """Makes rows what they were: the last change first, where they are taken back, for one row may hang on another.
    What could not be made so, and why."""
    touched: dict[str, list[int]] = {}
    lost: list[str] = []
    for name in reversed(list(wanted)) if back else wanted:
        table, _, number = name.partition(" ")
        row = wanted[name]
        if table == "settings":  # their name is their number, and none is removed
            put_setting(db, number, row["value"] if row else "")
            continue
        touched.setdefault(table, []).append(int(number))
        # What a row hung on may be gone since, and its name another's: that keeps back no other row, and no other act.
        try:
            if row is None:
                db.execute(f"DELETE FROM {table} WHERE id = ?", (int(number),))
            elif now[name] is None:
                insert(db, table, **{"id": int(number)} | row)
            else:
                update(db, table, int(number), **row)
        except sqlite3.IntegrityError as error:
            lost.append(_lost(table, row or now[name] or {}, error))
    for table, settle in _SETTLED.items():
        if table in touched:
            settle(db, touched[table], moment)
    return tuple(dict.fromkeys(lost))


def _lost(table: str, row: dict[str, Any], error: sqlite3.IntegrityError) -> str:
    """What could not be put back, and why."""
    what, name = _ROWS.get(table, table), row.get("name") or row.get("title") or ""
    taken = error.sqlite_errorname in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")
    why = "there is another in its place" if taken else "what it belonged to is gone"
    return f"{what} {name}".rstrip() + f" stays as it is: {why}"


_ROWS = {
    "sites": "the site",
    "sections": "the section",
    "folders": "the folder",
    "foldered": "the place of a section in a folder",
    "tags": "the tag",
    "tagged": "the tag of a story",
    "notes": "the note on a story",
    "searches": "the saved search",
    "episodes": "the episode",
    "queue": "a story that waited to be downloaded",
    "rulings": "what was said of an event",
    "tellings": "what a story tells",
}
"""What a row of a table is to a person."""

_SETTLED: dict[str, Callable[[sqlite3.Connection, list[int], int], None]] = {
    "sections": lambda db, ids, _: visibility.settle_sections(db, ids),
    "searches": matches.settle,
    "rulings": lambda db, _ids, _: grouped.changed(db),
}
"""What follows from a change of rows, and is not kept in the log."""
