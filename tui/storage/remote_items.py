"""The stories of an account, both ways: which of a server's items is which story here, and the marks of both.

Of each item it is kept what both sides had when they last agreed. Where the server has another mark than that, it was
made elsewhere and is taken over, unless a person made one here that the server does not know yet (`unsent`): then that
is the newer one. Where the library has another, the server is to be told. Neither's word deletes anything."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from tui import address
from tui.model import Entry
from tui.remote import RemoteItem
from tui.storage import arrivals, incoming, marks, membership, tags
from tui.storage.accounts import DIFFERENT
from tui.storage.actions import READ, STARRED
from tui.storage.file import File
from tui.storage.sql import column, one, rows_in, seconds_of
from tui.values import Value

BELATED = 30 * 86_400
"""Seconds after which a mark is no longer kept for a story that the server never had."""


_ROUNDED = 2_000_000
"""Microseconds."""


class Change(Value):
    """An item whose marks at the server are not those that were agreed on."""

    id: int
    flags: int
    """As the server has them."""
    takes_back: bool = False
    """A mark that both sides had is gone there."""


class ToMark(Value):
    """Items that are to get a mark at the server, or to lose it."""

    flag: int
    on: bool
    ids: tuple[int, ...]


def unknown(file: File, account_id: int, ids: Sequence[int]) -> list[int]:
    """Those of a server's items that were never taken in, in their order."""
    with file.reading() as db:
        sql = f"SELECT id FROM remote_items WHERE account_id = {account_id} AND id IN"
        known = {each for (each,) in rows_in(db, sql, ids)}
    return [each for each in ids if each not in known]


def said(entry: Entry) -> int:
    """A number for the address of an item, or for its title where it has none: what an id stands for."""
    name = address.key(entry.url) if entry.url else entry.title
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def take(file: File, account_id: int, items: Sequence[RemoteItem]) -> int:
    """Takes items in, those of one section after another; the number of new stories. A story has the marks of both
    sides from then on: what either has not is a difference that goes there."""
    now = file.clock()
    moment = seconds_of(now)
    with file.writing() as db:
        rows = db.execute(
            "SELECT remote_id, section_id FROM remote_feeds WHERE account_id = ? AND remote_id <> ''", (account_id,)
        )
        sections = dict(rows.fetchall())
        here: dict[int, list[RemoteItem]] = {}
        for item in items:
            here.setdefault(sections.get(item.feed_id, 0), []).append(item)
        new = 0
        for section_id, some in here.items():
            story_ids = [0] * len(some)
            if section_id:
                place = membership.of_section(db, section_id)
                story_ids, taken = arrivals.join(db, place, [item.entry for item in some], now)
                new += incoming.settle(db, taken, moment)
                arrivals.withdraw(db, section_id, story_ids)  # it is on offer at the server, and nowhere here
            for item, story_id in zip(some, story_ids, strict=True):
                _note(db, account_id, item, section_id, story_id, moment)
        return new


def _note(
    db: sqlite3.Connection, account_id: int, item: RemoteItem, section_id: int, story_id: int, moment: int
) -> None:
    """An item is a story from now on."""
    flags = READ * item.read + STARRED * item.starred
    db.execute(
        "INSERT OR REPLACE INTO remote_items (account_id, id, section_id, story_id, stamp, said, flags)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (account_id, item.id, section_id, story_id or None, item.stamp, said(item.entry), flags),
    )
    if flags and story_id:
        marks.take_over(db, story_id, flags & ~_unsent(db, account_id, story_id), 0, moment)


def _unsent(db: sqlite3.Connection, account_id: int, story_id: int) -> int:
    """The flags of a story's mark that a person changed since the server was last told."""
    sql = (
        "SELECT flags FROM unsent JOIN marks ON marks.id = mark_id JOIN stories USING (identity)"
        " WHERE account_id = ? AND stories.id = ?"
    )
    return one(db, sql, account_id, story_id) or 0


# What the server has


def changes(file: File, account_id: int, unread: Iterable[int], starred: Iterable[int]) -> tuple[Change, ...]:
    """The items of which the server has other marks than were agreed on, and than the library has: they are to be
    looked at before they are believed. Where the library has the same, both agree from now on."""
    with file.writing() as db:
        _put_sets(db, unread, starred)
        db.execute(
            f"UPDATE remote_items SET flags = {_THEIRS} WHERE account_id = ? AND flags <> {_THEIRS}"
            f" AND (story_id IS NULL OR {_THEIRS} = (SELECT read + 2 * starred FROM stories WHERE id = story_id))",
            (account_id,),
        )
        rows = db.execute(
            f"SELECT id, {_THEIRS} AS theirs, flags FROM remote_items WHERE account_id = ? AND flags <> theirs"
            " ORDER BY id DESC",
            (account_id,),
        ).fetchall()
        return tuple(Change(number, theirs, bool(agreed & ~theirs)) for number, theirs, agreed in rows)


_THEIRS = f"({READ} * (id NOT IN (SELECT id FROM temp.unread)) + {STARRED} * (id IN (SELECT id FROM temp.starred)))"


def _put_sets(db: sqlite3.Connection, unread: Iterable[int], starred: Iterable[int]) -> None:
    for name, ids in (("unread", unread), ("starred", starred)):
        db.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} (id INTEGER PRIMARY KEY)")
        db.execute(f"DELETE FROM temp.{name}")
        db.executemany(f"INSERT OR IGNORE INTO temp.{name} VALUES (?)", ((each,) for each in ids))


def agree(file: File, account_id: int, found: Mapping[int, int], *, restored: bool = False) -> int:
    """Takes over the marks that the server has, by the items' ids; the number of stories that changed. Where it was
    put back from a backup (`restored`) a mark that it has no longer stays here, and is sent again."""
    moment = seconds_of(file.clock())
    changed = 0
    with file.writing() as db:
        for number, theirs in found.items():
            row = db.execute(
                "SELECT story_id, flags FROM remote_items WHERE account_id = ? AND id = ?", (account_id, number)
            ).fetchone()
            if row is None:
                continue
            story_id, agreed = row
            db.execute(
                "UPDATE remote_items SET flags = ? WHERE account_id = ? AND id = ?", (theirs, account_id, number)
            )
            if not story_id:
                continue
            news = (theirs ^ agreed) & ~_unsent(db, account_id, story_id)
            off = 0 if restored else news & agreed
            changed += marks.take_over(db, story_id, news & theirs, off, moment)
    return changed


def newest(file: File, account_id: int, below: int | None = None, most: int = 100) -> dict[int, int]:
    """The newest items that are known, each with what it said: where a server was put back from a backup, these are
    gone there or name other stories."""
    with file.reading() as db:
        rows = db.execute(
            "SELECT id, said FROM remote_items WHERE account_id = ? AND section_id > 0 AND id < ?"
            " ORDER BY id DESC LIMIT ?",
            (account_id, (1 << 63) - 1 if below is None else below, most),
        ).fetchall()
        return dict(rows)


def known(file: File, account_id: int, ids: Sequence[int]) -> dict[int, int]:
    """What items said when they were taken in, by their ids."""
    with file.reading() as db:
        return dict(rows_in(db, f"SELECT id, said FROM remote_items WHERE account_id = {account_id} AND id IN", ids))


def forget(file: File, account_id: int, ids: Iterable[int]) -> None:
    """Items that are no more at the server, or name other stories there. The stories here stay, with their marks."""
    with file.writing() as db:
        for table in ("remote_items", "remote_labels"):
            db.executemany(f"DELETE FROM {table} WHERE account_id = ? AND id = ?", ((account_id, each) for each in ids))


# What the server is to be told


def to_mark(file: File, account_id: int) -> tuple[ToMark, ...]:
    """The marks that the library has and the server has not, or the other way about."""
    with file.reading() as db:
        rows = db.execute(
            "SELECT remote_items.id, flags, read + 2 * starred FROM remote_items"
            f" JOIN stories ON stories.id = story_id WHERE account_id = ? AND {DIFFERENT} ORDER BY remote_items.id",
            (account_id,),
        ).fetchall()
    found = []
    for flag, on in ((READ, True), (READ, False), (STARRED, True), (STARRED, False)):
        ids = tuple(number for number, theirs, ours in rows if (theirs ^ ours) & flag and bool(ours & flag) == on)
        found += [ToMark(flag, on, ids)] if ids else []
    return tuple(found)


def whole_feeds(
    file: File, account_id: int, ids: Iterable[int], unread: Iterable[int], least: int
) -> dict[str, tuple[int, tuple[int, ...]]]:
    """The feeds that can be marked read as far as they were seen, by the server's ids: until which moment
    (microseconds, the newest that is to be read), and which items are read by it.

    Of each feed these are the oldest that the server has unread, without a gap, at least so many. An item that was not
    taken in may be in any feed: then there are none."""
    wanted = set(ids)
    with file.writing() as db:
        _put_sets(db, unread, ())
        strange = one(
            db,
            "SELECT 1 FROM temp.unread WHERE id NOT IN (SELECT id FROM remote_items WHERE account_id = ?) LIMIT 1",
            account_id,
        )
        rows = db.execute(
            "SELECT remote_id, stamp, remote_items.id FROM remote_items JOIN temp.unread ON unread.id = remote_items.id"
            " JOIN remote_feeds USING (account_id, section_id) WHERE account_id = ? AND remote_id <> ''"
            " ORDER BY remote_id, stamp",
            (account_id,),
        ).fetchall()
    if strange:
        return {}
    by_feed: dict[str, list[tuple[int, int]]] = {}
    for remote_id, stamp, number in rows:
        by_feed.setdefault(remote_id, []).append((stamp, number))
    found = {}
    for remote_id, items in by_feed.items():
        end = next((place for place, (_, number) in enumerate(items) if number not in wanted), len(items))
        # A server whose stamps are not its ids may round to seconds: what is not to be read must be later than that.
        while (
            0 < end < len(items)
            and items[end][0] not in items[end][1:]
            and items[end][0] - items[end - 1][0] < _ROUNDED
        ):
            end -= 1
        if end >= least and items[0][0] > 0:
            found[remote_id] = items[end - 1][0], tuple(number for _, number in items[:end])
    return found


def settled(file: File, account_id: int, before: int) -> None:
    """Both sides agree on what was marked here before a moment (seconds): what the server says of it from now on is
    newer. What it does not have stays to be sent."""
    with file.writing() as db:
        db.execute(
            "DELETE FROM unsent WHERE account_id = ?1 AND at < ?2 AND (at < ?3 OR EXISTS (SELECT 1 FROM marks"
            " JOIN stories USING (identity) JOIN remote_items ON story_id = stories.id"
            " WHERE marks.id = mark_id AND account_id = ?1))"
            " AND NOT EXISTS (SELECT 1 FROM marks JOIN stories USING (identity) JOIN remote_items"
            f" ON story_id = stories.id WHERE marks.id = mark_id AND account_id = ?1 AND {DIFFERENT})",
            (account_id, before, before - BELATED),
        )


# Tags


def labels(file: File, account_id: int) -> tuple[str, ...]:
    """The labels that items have at the server, as far as both sides agree."""
    with file.reading() as db:
        rows = db.execute("SELECT DISTINCT label FROM remote_labels WHERE account_id = ?", (account_id,))
        return tuple(label for (label,) in rows)


def label_changes(
    file: File, account_id: int, label: str, ids: Iterable[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The known items that got a label at the server since both sides agreed, and those that lost it there."""
    with file.writing() as db:
        _put_sets(db, (), ids)
        agreed = "SELECT id FROM remote_labels WHERE account_id = ?1 AND label = ?2"
        got = column(
            db,
            f"SELECT id FROM temp.starred WHERE id NOT IN ({agreed}) AND id IN"
            " (SELECT id FROM remote_items WHERE account_id = ?1)",
            account_id,
            label,
        )
        lost = column(db, f"{agreed} AND id NOT IN (SELECT id FROM temp.starred)", account_id, label)
        return tuple(got), tuple(lost)


def agree_on_label(
    file: File, account_id: int, label: str, got: Iterable[int], lost: Iterable[int], *, restored: bool = False
) -> None:
    """Takes over that items got a label at the server, or lost it."""
    moment = seconds_of(file.clock())
    with file.writing() as db:
        for number in got:
            db.execute("INSERT OR IGNORE INTO remote_labels VALUES (?, ?, ?)", (account_id, number, label))
            if story_id := _story(db, account_id, number):
                tags.put(db, story_id, label, moment)
        for number in lost:
            db.execute(
                "DELETE FROM remote_labels WHERE account_id = ? AND id = ? AND label = ?", (account_id, number, label)
            )
            if not restored and (story_id := _story(db, account_id, number)):
                tags.take_off(db, story_id, label)


def _story(db: sqlite3.Connection, account_id: int, number: int) -> int:
    return one(db, "SELECT story_id FROM remote_items WHERE account_id = ? AND id = ?", account_id, number) or 0


def to_label(file: File, account_id: int) -> tuple[tuple[str, bool, tuple[int, ...]], ...]:
    """The tags that stories have here and not at the server, or the other way about: (label, whether they have it
    here, items)."""
    found: dict[tuple[str, bool], list[int]] = {}
    with file.reading() as db:
        agreed = db.execute("SELECT label, id FROM remote_labels WHERE account_id = ?", (account_id,)).fetchall()
        tagged = db.execute(
            "SELECT tags.name, remote_items.id FROM tagged JOIN tags ON tags.id = tag_id"
            " JOIN marks ON marks.id = mark_id JOIN stories USING (identity)"
            " JOIN remote_items ON story_id = stories.id WHERE account_id = ?",
            (account_id,),
        ).fetchall()
    theirs, ours = ({(label.casefold(), number): label for label, number in rows} for rows in (agreed, tagged))
    called = {label.casefold(): label for label, _ in agreed}
    for here, some, others in ((True, ours, theirs), (False, theirs, ours)):
        for (key, number), label in some.items():
            if (key, number) not in others:
                found.setdefault((called.get(key, label), here), []).append(number)
    return tuple((label, here, tuple(ids)) for (label, here), ids in found.items())
