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
"""Of a headline at least; shorter ones are names of columns ("Letters", "In brief") as often as not."""
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
    ids = column(db, f"SELECT id FROM stories WHERE guide = 0 AND rank IN ({listed(new)}) ORDER BY id")
    said = {each: told for each, told in _said(db, ids).items() if len(told.title) >= LETTERS}
    wanted = {told.told + days for told in said.values() for days in (-DAYS, 0, DAYS)}
    alike = names.told(db, wanted)
    others = {each for ids in alike.values() for each in ids} - said.keys()
    known = {**said, **_said(db, sorted(others))}
    for story_id, told in said.items():
        for days in (0, -DAYS, DAYS):
            candidates = sorted(alike.get(told.told + days, frozenset()))
            lead = next((each for each in candidates if each < story_id and _is_double(db, known, story_id, each)), 0)
            if lead:
                visibility.fold(db, _lead_of(db, lead), [story_id])
                break


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
    """Whether a story is told by another's row: of one site, the same headline and text, in no common section."""
    from tui.storage import identity

    own, lead = known[story_id], known.get(lead_id)
    if lead is None or lead.site_id != own.site_id or lead.title != own.title:
        return False
    if lead.hidden & ~visibility.FOLDED:
        return False  # its row is in no list, and could stand for nothing
    apart = abs(own.moment - lead.moment)
    same = identity.near(own.text, lead.text) if own.text and lead.text else apart <= HOUR
    if apart > identity.NEAR or not same:
        return False
    together = (
        "SELECT EXISTS (SELECT 1 FROM standing JOIN standing AS other USING (section_id)"
        " WHERE standing.story_id = ? AND other.story_id = ?)"
    )
    return not db.execute(together, (story_id, lead_id)).fetchone()[0]


def _lead_of(db: sqlite3.Connection, story_id: int) -> int:
    found = db.execute("SELECT lead_id FROM folded WHERE story_id = ?", (story_id,)).fetchone()
    return int(found[0]) if found else story_id


def _part(db: sqlite3.Connection, ids: Collection[int]) -> None:
    """Unfolds what no longer has the headline of its lead, of stories that were revised."""
    sql = f"SELECT story_id, lead_id FROM folded WHERE story_id IN ({listed(ids)}) OR lead_id IN ({listed(ids)})"
    pairs = db.execute(sql).fetchall()
    said = _said(db, {each for pair in pairs for each in pair})
    apart = [each for each, lead in pairs if {each, lead} <= said.keys() and said[each].title != said[lead].title]
    visibility.unfold(db, apart)


def told_with(db: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    """The other stories that are folded with these: what was read of one was read of all."""
    if not one(db, "SELECT EXISTS (SELECT 1 FROM folded)"):
        return []
    leads = {lead for (lead,) in rows_in(db, "SELECT lead_id FROM folded WHERE story_id IN", ids)}
    leads |= {lead for (lead,) in rows_in(db, "SELECT lead_id FROM folded WHERE lead_id IN", ids)}
    folded = {each for (each,) in rows_in(db, "SELECT story_id FROM folded WHERE lead_id IN", sorted(leads))}
    return sorted((leads | folded).difference(ids))
