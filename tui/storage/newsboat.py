"""newsboat's cache, a stranger's database: read, never written, within bounds of time and size, and nothing in it is
run.

What SQLite is asked to prepare is told to a guard first: reading two tables and some plain functions is all that it
allows, so that a view, a trigger or a function that stands behind their names does nothing."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tui import address, text
from tui.errors import StoreError
from tui.model import CachedFeed, CachedStory, Enclosure, Entry
from tui.storage import bounds
from tui.storage.sql import at, uri_of

STEPS = 20_000_000
"""Steps of SQLite's machine for one question, a few seconds' worth; 60,000 stories of one feed took 2,000,000."""

_LATEST = 253_402_300_799
"""The last second of the year 9999, beyond which there are no dates."""
_TABLES = frozenset({"rss_feed", "rss_item", "sqlite_master"})
_FUNCTIONS = frozenset({"substr", "coalesce"})


def feeds(path: Path, urls: Iterable[str]) -> Iterator[CachedFeed]:
    """What a cache holds of some feeds. StoreError, one sentence, where it is none of newsboat's or too much is
    asked."""
    with _cache(path) as db:
        for url in urls:
            yield _feed(db, url)


def titles(path: Path, urls: Iterable[str]) -> dict[str, str]:
    """What some feeds call themselves, by their address. StoreError likewise."""
    with _cache(path) as db:
        return {url: _title(db, url) for url in urls}


@contextmanager
def _cache(path: Path) -> Iterator[sqlite3.Connection]:
    """A cache, open. StoreError where it cannot be read."""
    try:
        with closing(_opened(path)) as db:
            yield db
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        why = _REASONS.get(code, "it is not a cache of newsboat's")
        raise StoreError(f"{path} cannot be read: {why}.") from error


_REASONS = {
    sqlite3.SQLITE_BUSY: "newsboat is writing it",
    sqlite3.SQLITE_LOCKED: "newsboat is writing it",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_NOTADB: "it is no database",
    sqlite3.SQLITE_CORRUPT: "it is damaged",
    sqlite3.SQLITE_INTERRUPT: "it takes too long",
}


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(uri_of(path.absolute(), "mode=ro"), uri=True, timeout=2.0, isolation_level=None)
    try:
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cell_size_check = ON")
        db.execute("PRAGMA mmap_size = 0")
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 4 * bounds.CONTENT)
        db.text_factory = lambda kept: kept.decode("utf-8", "replace")
        kinds = dict(db.execute("SELECT name, type FROM sqlite_master WHERE name IN ('rss_feed', 'rss_item')"))
        db.set_authorizer(_guard)
        db.set_progress_handler(lambda: 1, STEPS)
    except BaseException:
        db.close()
        raise
    if kinds != {"rss_feed": "table", "rss_item": "table"}:
        db.close()
        raise StoreError(f"{path} is not a cache of newsboat's.")
    return db


def _guard(action: int, one: str | None, other: str | None, _: str | None, within: str | None) -> int:
    """What a statement may do: read the two tables themselves, and call a few functions."""
    allowed = (
        action == sqlite3.SQLITE_SELECT
        or (action == sqlite3.SQLITE_READ and one in _TABLES and within is None)
        or (action == sqlite3.SQLITE_FUNCTION and other in _FUNCTIONS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _feed(db: sqlite3.Connection, url: str) -> CachedFeed:
    rows = db.execute(
        "SELECT substr(guid, 1, ?), substr(title, 1, ?), substr(author, 1, ?), substr(url, 1, ?), pubDate,"
        " substr(content, 1, ?), unread, substr(coalesce(flags, ''), 1, 52), substr(enclosure_url, 1, ?),"
        " substr(enclosure_type, 1, 100), coalesce(deleted, 0)"
        " FROM rss_item WHERE feedurl = ? ORDER BY pubDate DESC, id DESC LIMIT ?",
        (
            *(bounds.GUID + 1, bounds.TITLE, bounds.NAME, bounds.ADDRESS + 1, bounds.CONTENT, bounds.ADDRESS + 1),
            *(url, bounds.ENTRIES),
        ),
    )
    return CachedFeed(url, _title(db, url), tuple(_story(*row) for row in rows))


def _title(db: sqlite3.Connection, url: str) -> str:
    row = db.execute("SELECT substr(title, 1, 1000) FROM rss_feed WHERE rssurl = ?", (url,)).fetchone()
    return text.line(text.words(_said(row[0]))) if row else ""


def _story(*row: object) -> CachedStory:
    guid, title, author, url, published, content, unread, flags, enclosed, kind, deleted = row
    html = text.clean(_said(content))
    link = address.clean(_said(enclosed).strip())
    moment = published if isinstance(published, int) and 0 < published < _LATEST else None
    words = text.words(html)
    page, name = address.clean(_said(url).strip()), text.line(_said(guid))
    entry = Entry(
        text.line(text.words(_said(title))),
        page,
        ""
        if page and name.startswith(page)
        else name,  # where a feed gives none, newsboat makes one of address and date
        text.shorten(text.line(words), bounds.TITLE),
        html,
        authors=tuple(filter(None, [text.line(_said(author))])),
        published=None if moment is None else at(moment),
        enclosures=(Enclosure(link, text.line(_said(kind))),) if link else (),
        words=words,
    )
    return CachedStory(entry, not unread or bool(deleted), "".join(sorted(set(filter(str.isalpha, _said(flags))))))


def _said(value: object) -> str:
    return value if isinstance(value, str) else ""
