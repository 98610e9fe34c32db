"""Saved searches: a view is a list of its own, what a mute finds is in no list, the words of a highlight are shown.

Each has a name and the words of a search; what views and mutes find is kept (`matches`). Every change can be taken
back."""

from typing import Literal

from tui import text
from tui.errors import AskError
from tui.model import SavedSearch
from tui.storage import bounds, hits, matches
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.sql import one, seconds_of

Kind = Literal["view", "mute", "highlight", "rule"]


def saved(file: File, kind: Kind = "view") -> tuple[SavedSearch, ...]:
    """The saved searches of a kind, in a person's order."""
    with file.reading() as db:
        rows = db.execute(
            "SELECT id, name, words, kind, stories, unread FROM searches WHERE kind = ? ORDER BY position, id", (kind,)
        ).fetchall()
    return tuple(SavedSearch(*row) for row in rows)


def find(file: File, name: str, kind: Kind = "view") -> SavedSearch | None:
    """The saved search of a name, or None."""
    wanted = name.strip().casefold()
    return next((search for search in saved(file, kind) if search.name.casefold() == wanted), None)


def count(file: File, words: str) -> int:
    """How many stories a search finds: what a mute of it would hide."""
    with file.reading() as db:
        return len(hits.matching(db, words, file.clock()))


def save(file: File, name: str, words: str, kind: Kind = "view") -> SavedSearch:
    """Saves a search, in place of the one that has its name already. AskError where it has no name or is for nothing,
    or is a mute of what changes without being written (stars, tags, moments)."""
    name, words = text.line(name)[: bounds.NAME], text.line(words)[: bounds.WORDS]
    if not name or not words:
        raise AskError("a saved search needs a name and some words")
    now = file.clock()
    if kind == "mute" and not matches.is_kept(words, now):
        raise AskError("a mute is for what stories say and where they stand, not for stars, tags or days")
    with file.writing(durable=True) as db:
        act = Act(db, seconds_of(now), "mute" if kind == "mute" else "save search", name)
        known = one(db, "SELECT id FROM searches WHERE key = ?", name.casefold())
        if known:
            act.change("searches", known, name=name, words=words, kind=kind)
        search_id = known or act.insert("searches", key=name.casefold(), name=name, words=words, kind=kind)
        matches.settle(db, [search_id], seconds_of(now))
        row = db.execute(
            "SELECT id, name, words, kind, stories, unread FROM searches WHERE id = ?", (search_id,)
        ).fetchone()
        return SavedSearch(*row)


def drop(file: File, search_id: int) -> None:
    """Lets a search go; nothing becomes of the stories it found, and those that it hid are in the lists again."""
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db:
        row = db.execute("SELECT name, kind FROM searches WHERE id = ?", (search_id,)).fetchone()
        if row:
            act = Act(db, moment, "unmute" if row[1] == "mute" else "drop search", row[0])
            # The counters are kept anew when it comes back.
            db.execute("DELETE FROM matched WHERE search_id = ?", (search_id,))
            act.delete("searches", search_id)
            matches.settle(db, [search_id], moment)
