"""A person's word on what tells the same: it goes before all that grouping finds, for good.

It is kept by the stories' identities, so that it outlives them, and can be taken back like every act."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import combinations

from tui.errors import AskError
from tui.storage import grouped
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.headlines import another
from tui.storage.scope import SLOTS
from tui.storage.sql import column, one, rows_in, seconds_of
from tui.storage.tellings import events_of


def same(file: File, ids: Sequence[int]) -> int:
    """A person says that stories tell one event, and with them all that was told with them; the number that came
    together."""
    with file.writing(durable=True) as db:
        of = events_of(db, ids)
        events = list(dict.fromkeys(of.get(story_id, story_id) for story_id in ids))
        if len(events) < 2:
            return 0
        act = _act(db, file, "the same", ids[0])
        identities = _identities(db, ids)
        for first, second in combinations(sorted(set(identities.values())), 2):
            _rule(db, act, first, second, same=True)
        members = sorted({*ids, *(each for event_id in events for each in _members(db, event_id))})
        _lift(db, act, set(_identities(db, members).values()))
        _put_together(db, act, members, min(events, key=abs))
        return len(members)


def not_the_same(file: File, story_id: int) -> int:
    """A person says that a story tells something else than those it stands with; the number it was parted from."""
    with file.writing(durable=True) as db:
        event_id = one(db, "SELECT event_id FROM tellings WHERE id = ?", story_id)
        others = [each for each in _members(db, event_id) if each != story_id] if event_id else []
        if not others:
            return 0
        act = _act(db, file, "not the same", story_id)
        identities = _identities(db, [story_id, *others])
        own = identities.pop(story_id)
        for other in sorted(set(identities.values()) - {own}):
            _rule(db, act, *sorted((own, other)), same=False)
        alone = story_id
        while one(db, "SELECT 1 FROM tellings WHERE event_id = ? AND id <> ?", alone, story_id):
            alone = another(alone)
        act.change("tellings", story_id, event_id=alone, why="")
        grouped.changed(db)
        return len(others)


def _act(db: sqlite3.Connection, file: File, verb: str, story_id: int) -> Act:
    title = one(db, "SELECT title FROM stories WHERE id = ?", story_id)
    if title is None:
        raise AskError(f"there is no story {story_id}")
    return Act(db, seconds_of(file.clock()), verb, title)


def _identities(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, str]:
    return dict(rows_in(db, "SELECT id, identity FROM stories WHERE id IN", ids))


def _members(db: sqlite3.Connection, event_id: int) -> list[int]:
    return column(db, "SELECT id FROM tellings WHERE event_id = ?", event_id)


def _rule(db: sqlite3.Connection, act: Act, first: str, second: str, *, same: bool) -> None:
    known = one(db, "SELECT id FROM rulings WHERE one = ? AND other = ?", first, second)
    if known:
        act.change("rulings", known, same=int(same))
    else:
        act.insert("rulings", one=first, other=second, same=int(same))


def _lift(db: sqlite3.Connection, act: Act, identities: set[str]) -> None:
    """What a person parted before may stand together again."""
    rows = rows_in(db, "SELECT id, other FROM rulings WHERE same = 0 AND one IN", sorted(identities))
    for ruling_id in [ruling_id for ruling_id, other in rows if other in identities]:
        act.delete("rulings", ruling_id)


def _put_together(db: sqlite3.Connection, act: Act, ids: Iterable[int], event_id: int) -> None:
    """Stories have one event and one story so far. Rows that are lacking are made outside the act: a story that stands
    alone in them stands as it did."""
    ids = list(ids)
    db.executemany(
        f"INSERT OR IGNORE INTO tellings (id, event_id, thread_id, at) SELECT id, id, id, rank / {SLOTS}"
        " FROM stories WHERE id = ?",
        ((each,) for each in ids),
    )
    thread_id = one(db, "SELECT thread_id FROM tellings WHERE id = ?", ids[0])
    for each in ids:
        act.change("tellings", each, event_id=event_id, thread_id=thread_id)
    grouped.changed(db)
