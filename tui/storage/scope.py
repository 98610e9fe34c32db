"""Which stories a list is of: its sections, its day, and the places of stories in time.

A story's place in time is its *rank* (see `arrivals`): a moment's ranks begin at its second times `SLOTS`."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from tui.model import StoryFilter
from tui.storage.sql import column, listed, seconds_of

SLOTS = 64
"""Stories of one second that keep a rank of their second; more of them go on into the next."""

TAGGED = "SELECT stories.id FROM tagged JOIN marks ON marks.id = mark_id JOIN stories USING (identity)"
"""The stories with tags, in SQL."""
TAGGED_RANKS = TAGGED.replace("stories.id", "stories.rank", 1)
"""Likewise, their ranks."""


def sections_of(db: sqlite3.Connection, filter: StoryFilter) -> list[int] | None:
    """The sections whose stories a filter holds, None for all stories."""
    if filter.section_id:
        return [filter.section_id]
    if filter.site_id:
        return column(db, "SELECT id FROM sections WHERE site_id = ? AND archived = 0 AND muted = 0", filter.site_id)
    if filter.folder_id:
        return sections_in(db, filter.folder_id)
    if filter.guide:
        return column(db, "SELECT id FROM sections WHERE kind = 'guide'")
    return None


def sections_in(db: sqlite3.Connection, folder_id: int) -> list[int]:
    """The sections that stand in a folder and in those inside it, without those that are muted or archived."""
    return column(
        db,
        "WITH RECURSIVE inside (id) AS"
        " (SELECT ? UNION SELECT folders.id FROM folders JOIN inside ON parent_id = inside.id)"
        " SELECT DISTINCT section_id FROM foldered JOIN inside ON inside.id = folder_id"
        " JOIN sections ON sections.id = section_id WHERE archived = 0 AND muted = 0",
        folder_id,
    )


def stands_in(sections: Sequence[int], rank: str) -> str:
    """Of several sections by the story, for it stands in few (+ keeps SQLite from looking each of them up)."""
    if len(sections) == 1:
        return f"EXISTS (SELECT 1 FROM standing WHERE section_id = {int(sections[0])} AND standing.rank = {rank})"
    return f"EXISTS (SELECT 1 FROM standing WHERE story_id = stories.id AND +section_id IN ({listed(sections)}))"


def midnight(now: datetime) -> int:
    """When this day began, by the clock of this machine."""
    return int(seconds_of(now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)))
