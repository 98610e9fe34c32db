"""Retention: how large the library is, what could be removed from it, and why. What a person touched is never
removed."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from tui.errors import AskError
from tui.model import Sizes, Tidying
from tui.storage import arrivals, pictures
from tui.storage.file import File
from tui.storage.sql import column, file_bytes, one, seconds_of
from tui.text import counted

KEPT_DAYS = 180
"""Days that nobody's stories, pages and the log are kept where nothing else is asked for."""
_MOST_DAYS = 36_500

UNTOUCHED = (
    "starred = 0 AND later = 0 AND queued = 0"
    " AND NOT EXISTS (SELECT 1 FROM marks WHERE marks.identity = stories.identity AND (touched = 1"
    " OR id IN (SELECT mark_id FROM tagged) OR id IN (SELECT id FROM notes)))"
    " AND NOT EXISTS (SELECT 1 FROM places WHERE places.story_id = stories.id)"
)
"""What says, in SQL, that no person touched a story."""

_OLD_STORIES = (
    "FROM stories WHERE seen < ? AND guide = 0 AND NOT EXISTS"
    " (SELECT 1 FROM standing JOIN sections ON sections.id = section_id WHERE standing.story_id = stories.id"
    f" AND standing.position >= 0 AND archived = 0) AND {UNTOUCHED}"
)
_OLD_CONTENTS = "contents.story_id IN (SELECT id FROM stories WHERE kept = 1 AND seen < ?)"
_TIDY_COUNTS = {
    "stories": "SELECT count(*), sum(600 + coalesce((SELECT length(article) FROM articles WHERE story_id = stories.id), 0)"
    " + coalesce((SELECT length(html) FROM contents WHERE story_id = stories.id), 0)"
    f" + coalesce((SELECT bytes FROM pages WHERE story_id = stories.id), 0)) {_OLD_STORIES}",
    "pages": "SELECT count(*), sum(bytes) FROM pages WHERE kept < ?",
    "contents": f"SELECT count(*), sum(length(html)) FROM contents WHERE {_OLD_CONTENTS}",
    "log": "SELECT count(*), 12 * count(*) FROM acted JOIN actions ON actions.id = action_id WHERE at < ?",
}
_TIDY = {
    "pages": "DELETE FROM pages WHERE kept < ?",
    "contents": f"DELETE FROM contents WHERE {_OLD_CONTENTS}",
    "log": "DELETE FROM actions WHERE at < ?",
}


def sizes(file: File) -> Sizes:
    """How large the library is."""
    with file.reading() as db:
        stories, articles, pages, page_bytes = db.execute(
            "SELECT stories, articles, pages, page_bytes FROM totals"
        ).fetchone()
        return Sizes(file_bytes(db), stories, articles, pages, page_bytes, one(db, "SELECT count(*) FROM marks"))


def plan(file: File, kept: int = KEPT_DAYS) -> tuple[Tidying, ...]:
    """What `tidy` would remove of what is older than so many days, and why. What a person touched is never in it.
    AskError where that is no number of days."""
    if not 0 <= kept <= _MOST_DAYS:
        raise AskError(f"{kept} days is not 0 to {_MOST_DAYS:,} days")
    before = (file.clock() - timedelta(days=kept)).replace(microsecond=0)
    days = counted(kept, "day", "days")
    kinds: tuple[tuple[Literal["stories", "pages", "contents", "log"], str], ...] = (
        (
            "stories",
            f"first seen more than {days} ago, no longer offered by their sections, never opened, starred or queued",
        ),
        ("pages", f"the HTML of pages fetched more than {days} ago; their articles stay"),
        (
            "contents",
            f"the feeds' own text of stories first seen more than {days} ago whose article is kept; the articles stay",
        ),
        ("log", f"what was marked more than {days} ago; the marks stay"),
    )
    with file.reading() as db:
        found = []
        for what, reason in kinds:
            count, size = db.execute(_TIDY_COUNTS[what], (seconds_of(before),)).fetchone()
            if count:
                found.append(Tidying(what, count, size or 0, reason, before))
        return tuple(found)


def tidy(file: File, plan: Sequence[Tidying]) -> int:
    """Removes what a plan says, with the pictures of stories that are gone, and gives the space back to the disk; the
    bytes by which the file became smaller."""
    with file.reading() as db:
        size = file_bytes(db)
    with file.writing() as db:
        for part in plan:
            before = seconds_of(part.before)
            if part.what == "stories":
                arrivals.forget(db, column(db, f"SELECT stories.id {_OLD_STORIES}", before))
            else:
                db.execute(_TIDY[part.what], (before,))
    pictures.sweep(file)
    with file.bare() as db:
        db.execute("INSERT INTO search (search, rank) VALUES ('merge', 1000)")
        db.executescript("PRAGMA incremental_vacuum")  # which gives back a page a step: execute takes one
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return size - file_bytes(db)
