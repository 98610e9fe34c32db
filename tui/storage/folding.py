"""One line for what a site tells twice: the same headline in two of its sections, near in time and with the same text.

The story that came first has the row, in lists of more than one section; the other stands in its own section as
before. Reading either reads both. Two entries of one section are never folded: there a headline that comes back is a
column, a notice, another part."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from tui.storage import names, visibility
from tui.storage.sql import column, listed, one, rows_in

LETTERS = 20
"""Characters that a headline must have; shorter ones are names of columns ("Letters", "In brief") as often as not."""
HOUR = 3600
DAYS = 1 << 32
"""What `identity.told` grows by from one day to the next."""


class _Said(NamedTuple):
    """What a story says, as far as it is compared."""

    site_id: int
    title: str
    text: str
    moment: int
    told: int
    hidden: int


def arrive(db: sqlite3.Connection, new: Sequence[int], revised: Sequence[int]) -> None:
    """After stories came, or say something else (their ranks): those that are told already are folded, and those that
    no longer say the same have rows of their own again."""
    if revised:
        _part(db, column(db, f"SELECT id FROM stories WHERE rank IN ({listed(revised)})"))
    told = listed([*new, *revised])
    ids = column(db, f"SELECT id FROM stories WHERE guide = 0 AND rank IN ({told}) ORDER BY id")
    said = {each: its for each, its in _said(db, ids).items() if len(its.title) >= LETTERS}
    wanted = {its.told + days for its in said.values() for days in (-DAYS, 0, DAYS)}
    alike = names.told(db, wanted)
    others = {each for ids in alike.values() for each in ids} - said.keys()
    known = {**said, **_said(db, sorted(others))}
    for story_id, its in said.items():
        candidates = {each for days in (0, -DAYS, DAYS) for each in alike.get(its.told + days, ())}
        for each in sorted(candidates - {story_id}):
            lead, double = sorted((each, story_id))
            if _is_double(db, known, double, lead):
                visibility.fold(db, _lead_of(db, lead), [double])


def _said(db: sqlite3.Connection, ids: Collection[int]) -> dict[int, _Said]:
    from tui.storage import identity  # late, as below: a mark asks only what is folded with what

    sql = (
        "SELECT id, site_id, title, summary, coalesce(published, seen), told, hidden, url FROM stories"
        " WHERE told <> 0 AND id IN"
    )
    return {
        story_id: _Said(site_id, identity.headline(title, url), text, moment, told, hidden)
        for story_id, site_id, title, text, moment, told, hidden, url in rows_in(db, sql, list(ids))
    }


def _is_double(db: sqlite3.Connection, known: Mapping[int, _Said], story_id: int, lead_id: int) -> bool:
    """Whether a story is told by another's row: of one site, the same headline and text, in no common section; and no
    other story is told by its row."""
    own, lead = known.get(story_id), known.get(lead_id)
    if own is None or lead is None or not _say_the_same(own, lead):
        return False
    if lead.hidden & ~visibility.FOLDED or own.hidden & visibility.FOLDED:
        return False  # the lead's row is in no list, and could stand for nothing; or there is nothing to do
    together = (
        "SELECT EXISTS (SELECT 1 FROM standing JOIN standing AS other USING (section_id)"
        " WHERE standing.story_id = ?1 AND other.story_id = ?2) OR EXISTS (SELECT 1 FROM folded WHERE lead_id = ?1)"
    )
    return not one(db, together, story_id, lead_id)


def _say_the_same(one: _Said, other: _Said) -> bool:
    """Whether two stories are of one site, near in time, and have the same headline and text."""
    from tui.storage import identity

    if one.site_id != other.site_id or one.title != other.title:
        return False
    apart = abs(one.moment - other.moment)
    same = identity.near(one.text, other.text) if one.text and other.text else apart <= HOUR
    return same and apart <= identity.NEAR


def _lead_of(db: sqlite3.Connection, story_id: int) -> int:
    found = db.execute("SELECT lead_id FROM folded WHERE story_id = ?", (story_id,)).fetchone()
    return int(found[0]) if found else story_id


def _part(db: sqlite3.Connection, ids: Collection[int]) -> None:
    """Unfolds what no longer says what its lead says, of stories that were revised."""
    sql = f"SELECT story_id, lead_id FROM folded WHERE story_id IN ({listed(ids)}) OR lead_id IN ({listed(ids)})"
    pairs = db.execute(sql).fetchall()
    said = _said(db, {each for pair in pairs for each in pair})
    apart = [each for each, lead in pairs if {each, lead} <= said.keys() and not _say_the_same(said[each], said[lead])]
    visibility.unfold(db, apart)


def told_with(db: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    """The other stories that are folded with these: what was read of one was read of all."""
    if not one(db, "SELECT EXISTS (SELECT 1 FROM folded)"):
        return []
    leads = {lead for (lead,) in rows_in(db, "SELECT lead_id FROM folded WHERE story_id IN", ids)}
    leads |= {lead for (lead,) in rows_in(db, "SELECT lead_id FROM folded WHERE lead_id IN", ids)}
    folded = {each for (each,) in rows_in(db, "SELECT story_id FROM folded WHERE lead_id IN", sorted(leads))}
    return sorted((leads | folded).difference(ids))
