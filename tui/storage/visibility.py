"""Which stories are in no list of all stories, and why: the bits of `stories.hidden`, kept as sections and mutes
change.

MUTED: a mute hides it, from every list. QUIET: every section that it stands in is archived or muted itself. FOLDED: the
row of another story stands for it. Counts follow by the library's triggers."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from tui.storage.sql import column, listed, one

MUTED, QUIET, FOLDED = 1, 2, 4
TOLD = f"NOT hidden & {MUTED | QUIET}"
"""The condition, in SQL, that a story tells an event to whoever reads: no mute hides it, and what it stands in is
followed."""

_ALL_QUIET = (
    "EXISTS (SELECT 1 FROM standing WHERE story_id = stories.id) AND NOT EXISTS (SELECT 1 FROM standing"
    " JOIN sections ON sections.id = section_id WHERE story_id = stories.id AND archived = 0 AND muted = 0)"
)


def settle_sections(db: sqlite3.Connection, section_ids: Iterable[int]) -> None:
    """After sections were archived, muted, or taken up again: their stories are quiet, or not."""
    for section_id in section_ids:
        db.execute(
            f"UPDATE stories SET hidden = (hidden & ~{QUIET}) | {QUIET} * ({_ALL_QUIET})"
            " WHERE id IN (SELECT story_id FROM standing WHERE section_id = ?)"
            f" AND (hidden & {QUIET} <> 0) <> ({_ALL_QUIET})",
            (section_id,),
        )
        _release(db, "lead_id IN (SELECT story_id FROM standing WHERE section_id = ?)", section_id)


def settle_arrivals(db: sqlite3.Connection, section_id: int, joined: Iterable[int]) -> None:
    """After a refresh: what a section offers is quiet where the section is; else the stories that `joined` it, having
    stood elsewhere, are quiet no more."""
    quiet = db.execute("SELECT muted OR archived FROM sections WHERE id = ?", (section_id,)).fetchone()[0]
    if quiet:
        settle_sections(db, [section_id])
        return
    db.executemany(
        f"UPDATE stories SET hidden = hidden & ~{QUIET} WHERE hidden & {QUIET} AND id = ?",
        [(story_id,) for story_id in joined],
    )


def settle_mutes(db: sqlite3.Connection) -> None:
    """The stories that a mute hides are those that one matches."""
    muted = "SELECT story_id FROM matched JOIN searches ON searches.id = search_id WHERE kind = 'mute'"
    db.execute(
        f"UPDATE stories SET hidden = hidden & ~{MUTED} WHERE hidden <> 0 AND hidden & {MUTED} AND id NOT IN ({muted})"
    )
    db.execute(
        f"UPDATE stories SET hidden = hidden | {MUTED} WHERE guide = 0 AND NOT hidden & {MUTED} AND id IN ({muted})"
    )
    _release(db, "1")


def mute(db: sqlite3.Connection, story_ids: Iterable[int], muted: Collection[int]) -> None:
    """Of some stories these are hidden by mutes, and no others."""
    db.executemany(
        f"UPDATE stories SET hidden = (hidden & ~{MUTED}) | ?1 WHERE id = ?2 AND guide = 0 AND hidden & {MUTED} <> ?1",
        [(MUTED * (story_id in muted), story_id) for story_id in story_ids],
    )
    for story_id in muted:
        _release(db, "lead_id = ?", story_id)


def quiet(db: sqlite3.Connection) -> frozenset[int]:
    """The stories that stand in no section whose stories are in lists of all."""
    sql = f"SELECT id FROM stories INDEXED BY stories_hidden WHERE hidden <> 0 AND hidden & {QUIET}"
    return frozenset(column(db, sql))


def muted_among(db: sqlite3.Connection, ranks: Sequence[int]) -> int:
    """How many of the stories with these ranks a mute hides."""
    return int(one(db, f"SELECT count(*) FROM stories WHERE rank IN ({listed(ranks)}) AND hidden & {MUTED}"))


def muted_events(db: sqlite3.Connection) -> frozenset[int]:
    """The events of which a mute finds a story, of mutes that are to reach the whole event. They reach lists of events
    alone: in a list of stories a row that was grouped wrongly would be gone, with nothing to tell why."""
    sql = (
        "SELECT DISTINCT event_id FROM searches JOIN matched ON search_id = searches.id"
        " JOIN tellings ON tellings.id = story_id WHERE kind = 'mute' AND acts <> ''"
    )
    return frozenset(event_id for (event_id,) in db.execute(sql))


def fold(db: sqlite3.Connection, lead_id: int, story_ids: Iterable[int]) -> None:
    """The row of one story stands for others, in lists of all stories."""
    for story_id in story_ids:
        db.execute("INSERT OR REPLACE INTO folded VALUES (?, ?)", (story_id, lead_id))
        db.execute(f"UPDATE stories SET hidden = hidden | {FOLDED} WHERE id = ?", (story_id,))


def _release(db: sqlite3.Connection, where: str, *given: int) -> None:
    """What is folded under a story that is in no list itself has a row of its own again."""
    sql = f"SELECT story_id FROM folded JOIN stories ON stories.id = lead_id WHERE stories.hidden <> 0 AND {where}"
    unfold(db, [story_id for (story_id,) in db.execute(sql, given).fetchall()])


def unfold_under(db: sqlite3.Connection, lead_ids: Iterable[int]) -> None:
    """What is folded under stories has rows of its own again."""
    for lead_id in lead_ids:
        unfold(
            db, [story_id for (story_id,) in db.execute("SELECT story_id FROM folded WHERE lead_id = ?", (lead_id,))]
        )


def unfold(db: sqlite3.Connection, story_ids: Iterable[int]) -> None:
    """Stories have rows of their own again."""
    for story_id in story_ids:
        db.execute("DELETE FROM folded WHERE story_id = ?", (story_id,))
        db.execute(f"UPDATE stories SET hidden = hidden & ~{FOLDED} WHERE id = ?", (story_id,))
