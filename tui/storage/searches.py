"""Saved searches: views, mutes, highlights and rules, each under its name among those of its kind.

What views, mutes and highlights find is kept (`matches`); what a rule does, `rules`. Every change can be taken back."""

# ruff: noqa: S608 - SQL is put together here from this file's own words; values are always bound

import json
import sqlite3
from typing import Any

from tui import text
from tui.errors import AskError
from tui.model import StoryFilter
from tui.saved import Acts, Kind, SavedSearch
from tui.storage import actions, bounds, grammar, hits, matches
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.sql import one, seconds_of
from tui.values import filled, replace

_SAVED = {"view": "save search", "mute": "mute", "highlight": "highlight", "rule": "rule"}
_DROPPED = {"view": "drop search", "mute": "unmute", "highlight": "drop highlight", "rule": "drop rule"}
"""What the log calls it, by kind."""


def saved(file: File, kind: Kind = "view") -> tuple[SavedSearch, ...]:
    """The saved searches of a kind, in a person's order."""
    with file.reading() as db:
        return _saved(db, "kind = ?", kind)


def every(file: File) -> tuple[SavedSearch, ...]:
    """All of them: views, mutes, highlights, rules. Views of which no count is kept are counted, which is for the
    background lane."""
    now = file.clock()
    counted = {view.id: view.unread for view in changing(file)}
    with file.reading() as db:
        found = [
            replace(search, stories=hits.number(db, search.filter, now), unread=counted[search.id])
            if search.id in counted
            else search
            for search in _saved(db, "1")
        ]
    return tuple(sorted(found, key=lambda search: list(_SAVED).index(search.kind)))


def changing(file: File) -> tuple[SavedSearch, ...]:
    """The views of which no count is kept, with what is unread of them at this moment: they ask for marks, tags or
    moments. Of 100,000 stories that one finds, the counting takes 55 ms: it is for the background lane."""
    now = file.clock()
    with file.reading() as db:
        return tuple(
            replace(view, unread=hits.number(db, replace(view.filter, unread=True), now))
            for view in _saved(db, "kind = 'view' AND matched <> 1")
        )


def find(file: File, name: str, kind: Kind = "view") -> SavedSearch | None:
    """The saved search of a name, or None."""
    wanted = name.strip().casefold()
    return next((search for search in saved(file, kind) if search.name.casefold() == wanted), None)


def found_by(search: SavedSearch) -> StoryFilter:
    """The list of what a saved search finds; of a mute what it hides, which is in no other list."""
    return (
        replace(search.filter, words=grammar.both(search.words, "is:muted")) if search.kind == "mute" else search.filter
    )


def count(file: File, words: str) -> int:
    """How many stories a search finds: what a mute of it would hide, what a rule of it would touch. AskError where it
    cannot be meant as it is."""
    grammar.check(words)
    with file.reading() as db:
        return len(hits.matching(db, words, file.clock()))


def save(file: File, name: str, words: str, kind: Kind = "view", acts: Acts | None = None) -> SavedSearch:
    """Saves a search, in place of the one of its kind that has its name already.

    AskError where it has no name or no words, cannot be meant as it is, is a mute or a highlight of what changes
    without being written (stars, tags, moments), or a rule that does nothing."""
    name, words = text.line(name)[: bounds.NAME], text.line(words)[: bounds.WORDS]
    if not name or not words:
        raise AskError("a saved search needs a name and some words")
    now, acts = file.clock(), acts or Acts()
    _refuse(words, kind, acts, kept=matches.is_kept(words, now))
    with file.writing(durable=True) as db:
        act = Act(db, seconds_of(now), _SAVED[kind], name)
        # Of another kind there may be one of the same name.
        key = name.casefold() if kind == "view" else f"{kind}\x1f{name.casefold()}"
        given: dict[str, Any] = {"name": name, "words": words, "kind": kind, "acts": _written(acts)}
        known = one(db, "SELECT id FROM searches WHERE key = ?", key)
        if known:
            act.change("searches", known, **given)
        search_id = known or act.insert("searches", key=key, **given)
        matches.settle(db, [search_id], seconds_of(now))
        return _saved(db, "id = ?", search_id)[0]


def change(file: File, known: SavedSearch, name: str, words: str, acts: Acts | None = None) -> SavedSearch:
    """Saves a search in place of another, under a name of its own: one act. AskError likewise."""
    with actions.as_one(file, "change", known.name):
        kept = save(file, name, words, known.kind, acts)
        if kept.id != known.id:
            drop(file, known.id)
    return kept


def _refuse(words: str, kind: Kind, acts: Acts, *, kept: bool) -> None:
    if kind != "view":  # a view may have come from another program, or an older version
        grammar.check(words)
    if kind in ("mute", "highlight") and not kept:
        raise AskError(f"a {kind} is for what stories say and where they stand, not for stars, tags or days")
    if kind == "rule" and not acts.told:
        raise AskError(
            "say what the rule does: mark stories read, star them, put them on the list for later, or tag them"
        )


def drop(file: File, search_id: int) -> None:
    """Removes a search; nothing happens to the stories it found, and those that it hid are in the lists again."""
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db:
        row = db.execute("SELECT name, kind FROM searches WHERE id = ?", (search_id,)).fetchone()
        if row:
            act = Act(db, moment, _DROPPED[row[1]], row[0])
            # The counters are kept anew when it comes back.
            db.execute("DELETE FROM matched WHERE search_id = ?", (search_id,))
            act.delete("searches", search_id)
            matches.settle(db, [search_id], moment)


# For other rooms, within their transaction


def rules(db: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """The rules, in the order in which they act."""
    return _saved(db, "kind = 'rule'")


def _saved(db: sqlite3.Connection, where: str, *given: Any) -> tuple[SavedSearch, ...]:
    sql = f"SELECT acts, id, name, words, kind, stories, unread FROM searches WHERE {where} ORDER BY position, id"
    return tuple(replace(SavedSearch(*row), acts=_read(acts)) for acts, *row in db.execute(sql, given))


def _written(acts: Acts) -> str:
    return json.dumps(filled(acts), ensure_ascii=False) if acts.told else ""


def _read(kept: str) -> Acts:
    if not kept:
        return Acts()
    given = json.loads(kept)
    return Acts(**{**given, "tags": tuple(given.get("tags", ()))})
