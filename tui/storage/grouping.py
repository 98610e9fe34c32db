"""Groups the stories of the last days by event, after refreshes: what is new is worked through on the background lane,
which only reads; what came of it is kept by the writing lane.

`Window` is what is remembered from one time to the next: bounded by the days it holds, and filled from the library
where it is empty or another process was faster. A story is first told by what it is (a twin of its address, its text
under another headline), then by its words (`events`)."""

import sqlite3
import time
from collections.abc import Iterable
from functools import lru_cache

from tui import address
from tui.storage import copies, grouped
from tui.storage.events import Groups
from tui.storage.file import File
from tui.storage.rarity import words
from tui.storage.scales import CHUNK, EVENT, STORY, WINDOW
from tui.storage.scope import SLOTS
from tui.storage.sql import one, rows_in, seconds_of
from tui.values import Value

_LINGERS = 600
"""Seconds that a story may stay longer: to look for what has left the window is to look through all of it."""
_LEAD = 300
"""Letters of a lead that are looked at: the names stand in its first sentences."""
_TURN = 20
"""Stories that are read anew in a row: they take a millisecond. On a busy machine each pause may take several."""
Row = tuple[int, int, int, int, int, str]
"""A row of `tellings`."""


class Grouped(Value):
    """What came of one go."""

    began: int
    """How often anything had been changed."""
    upto: int
    """The last story that was looked at."""
    rows: tuple[Row, ...] = ()
    prints: tuple[tuple[int, bytes], ...] = ()
    before: int = 0
    """Seconds since 1970: what is older has left the window; 0 where that was not looked at."""
    more: bool = False
    """There are stories that were not looked at yet."""


class Window:
    """The stories of the last days, in groups, at both scales."""

    def __init__(self) -> None:
        self._changes = -1
        self._unkept = False
        self._clear()

    def _clear(self) -> None:
        self._events, self._threads, self._copies = Groups(EVENT), Groups(STORY), copies.Copies()
        self._at: dict[int, int] = {}
        self._copy_of: dict[int, int] = {}
        self._kept: set[int] = set()
        self._forgot = 0

    def go(self, file: File, most: int = CHUNK) -> Grouped | None:
        """Looks at the stories that came since; what is to be kept, None where nothing is new."""
        now = seconds_of(file.clock())
        before = now - WINDOW * 3600
        with file.reading() as db:
            changes, upto = grouped.state(db)
            upto = upto or _first(db, before) - 1
            sql = (
                "SELECT stories.id, rank, title, substr(summary, 1, ?), stories.url, name, domain FROM stories"
                " JOIN sites ON sites.id = site_id WHERE stories.id > ? AND guide = 0 ORDER BY stories.id LIMIT ?"
            )
            new = db.execute(sql, (_LEAD, upto, most)).fetchall()
            late = copies.late(db, before * SLOTS, upto, most)
            if not new and not late:
                return None
            if changes != self._changes or self._unkept:  # whoever asked for the last go may have been stopped
                self._restore(db, before, upto)
            self._changes, self._unkept = changes, True
            upto, more = max((row[0] for row in new), default=upto), most in {len(new), len(late)}
            new = sorted((row for row in new if row[1] // SLOTS >= before), key=lambda row: row[1])
            texts = copies.texts(db, [row[0] for row in new])
        forgot = self._forget(before)
        prints = [(story_id, copies.print_of(text)) for story_id, text in late.items()]
        for story_id, found in prints:
            self._has_text(story_id, found)
        for story_id, rank, title, lead, *whose in new:
            found = copies.print_of(texts.get(story_id, ""))
            if found:
                prints.append((story_id, found))
            self._add(story_id, rank // SLOTS, title, lead, found, outlet(*whose))
            time.sleep(0)  # lets the screen's thread have its turn
        for groups in (self._events, self._threads):
            groups.settle()
        before *= forgot
        return Grouped(changes, upto, tuple(self._changed()), tuple(prints), before, more)

    def kept(self) -> None:
        """What came of the last go is in the library."""
        self._changes += 1
        self._unkept = False

    def _add(self, story_id: int, at: int, title: str, lead: str, found: bytes, outlet: str) -> None:
        said = words(title)
        beside = self._copies.add(story_id, found)
        self._at[story_id] = at
        if beside:
            self._copy_of[story_id] = self._copy_of.get(beside, beside)
        self._events.add(story_id, said, at, beside or None, outlet, words(lead))
        self._threads.add(story_id, said, at, beside or None)

    def _has_text(self, story_id: int, found: bytes) -> None:
        """The text of a story that was looked at before has come, from its page: it may be another's."""
        other = self._copies.add(story_id, found) if story_id in self._at else 0
        if other:
            first, second = sorted((story_id, other), key=lambda each: (self._at[each], each))
            again = {second, *(each for each, of in self._copy_of.items() if of == second)}
            self._copy_of |= dict.fromkeys(again, self._copy_of.get(first, first))
            self._events.moved |= again
            for groups in (self._events, self._threads):
                groups.join(story_id, other)

    def _restore(self, db: sqlite3.Connection, before: int, upto: int) -> None:
        """Fills the window anew from the library."""
        self._clear()
        rows = db.execute(
            "SELECT stories.id, rank, title, substr(summary, 1, ?), print, event_id, thread_id, copy_of, stories.url,"
            " name, domain"
            " FROM stories JOIN sites ON sites.id = site_id"
            " LEFT JOIN tellings ON tellings.id = stories.id LEFT JOIN prints ON prints.story_id = stories.id"
            " WHERE rank >= ? AND stories.id <= ? AND guide = 0 ORDER BY rank",
            (_LEAD, before * SLOTS, upto),
        )
        for row, (story_id, rank, title, lead, found, event_id, thread_id, copy_of, *whose) in enumerate(rows):
            said, at = words(title), rank // SLOTS
            self._at[story_id] = at
            self._events.restore(story_id, said, at, event_id or story_id, outlet(*whose), words(lead))
            self._threads.restore(story_id, said, at, thread_id or story_id)
            self._copies.add(story_id, found or b"")
            if event_id is not None:
                self._kept.add(story_id)
                if copy_of:
                    self._copy_of[story_id] = copy_of
            if not row % _TURN:
                time.sleep(0)  # as in `go`: tens of thousands may be read
        for copy, original in self._copy_of.items():
            for groups in (self._events, self._threads):
                if original in self._at and groups.label(copy) == groups.label(original):
                    groups.rule(copy, original, same=True)
        rulings = db.execute(
            "SELECT one.id, other.id, same FROM rulings JOIN stories AS one ON one.identity = rulings.one"
            " JOIN stories AS other ON other.identity = rulings.other"
        ).fetchall()
        for first, second, same in rulings:
            if first in self._at and second in self._at:
                self._events.rule(first, second, same=bool(same))
        self._events.resume()
        self._threads.resume()

    def _forget(self, before: int) -> bool:
        """Forgets what has left the window, now and then; whether it was looked at."""
        if before - self._forgot < _LINGERS:
            return False
        self._forgot = before
        for story_id in [each for each, at in self._at.items() if at < before]:
            del self._at[story_id]
            self._copy_of.pop(story_id, None)
            self._copies.drop(story_id)
            self._events.drop(story_id)
            self._threads.drop(story_id)
            self._kept.discard(story_id)
        return True

    def _changed(self) -> Iterable[Row]:
        """The rows of the stories that came into another group, and of those that have company now."""
        changed = self._events.moved | self._threads.moved
        near = set(changed)
        for groups in (self._events, self._threads):
            for label in {groups.label(story_id) for story_id in changed}:
                near |= groups.members(label) - self._kept
            groups.moved.clear()
        for story_id in sorted(near):
            event_id, thread_id = self._events.label(story_id), self._threads.label(story_id)
            alone = len(self._events.members(event_id)) == 1 == len(self._threads.members(thread_id))
            if alone and story_id not in self._kept:
                continue
            self._kept.add(story_id)
            why = " ".join(self._events.why(story_id))
            yield story_id, event_id, thread_id, self._at[story_id], self._copy_of.get(story_id, 0), why


def _first(db: sqlite3.Connection, before: int) -> int:
    """The first story that is looked at, where none was: not what was there before the window."""
    return one(db, "SELECT min(id) FROM stories WHERE rank >= ?", before * SLOTS) or 1


def keep(file: File, found: Grouped) -> bool:
    """Keeps what came of a go; False where something was changed meanwhile, and nothing is kept."""
    with file.writing() as db:
        changes, _ = grouped.state(db)
        if changes != found.began:
            return False
        there = {row[0] for row in rows_in(db, "SELECT id FROM stories WHERE id IN", [row[0] for row in found.rows])}
        db.executemany(
            "INSERT INTO tellings (id, event_id, thread_id, at, copy_of, why) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, thread_id = excluded.thread_id,"
            " at = excluded.at, copy_of = excluded.copy_of, why = excluded.why",
            [row for row in found.rows if row[0] in there],
        )
        db.executemany(
            "INSERT OR REPLACE INTO prints SELECT id, ? FROM stories WHERE id = ?",
            [(print_, story_id) for story_id, print_ in found.prints],
        )
        if found.before:
            db.execute(
                "DELETE FROM prints WHERE story_id IN (SELECT story_id FROM prints JOIN stories ON id = story_id"
                " WHERE rank < ?)",
                (found.before * SLOTS,),
            )
        grouped.changed(db, found.upto)
        return True


def outlet(url: str, name: str, domain: str) -> str:
    """Whose a story is, for telling whether a second one tells it too: the site, and where its story stands (what one
    feed collects of several outlets is told by several)."""
    return _outlet("/".join(url.split("/", 3)[:3]) if "//" in url else "", name, domain)


@lru_cache(maxsize=4096)
def _outlet(front: str, name: str, domain: str) -> str:
    site = address.registrable(domain) if domain else name
    page = address.registrable(front) if front else site
    return site if page == site else f"{site} {page}"
