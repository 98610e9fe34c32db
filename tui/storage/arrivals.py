"""Stories come into the library: what a section offers is told apart, kept, revised and put in its place in time.

What the verbs mean for lists: a story's place in time is its *rank*, a number that grows with the earlier of when it was
published and when it was first seen (its date where it has none: first seen), unique in the library. Every list is
newest first by rank, and the full text is indexed by rank, so that a search is in the same order without sorting.

A story is known by its names: the guid that a site gave it, then its addresses (`address.key`), whatever site offers
them. Its home is the site whose words about it are believed: the one under its own domain, else the first that offered it.
"""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from tui import address
from tui.model import Entry
from tui.storage import index, membership
from tui.storage.candidates import Candidate, candidates
from tui.storage.lists import SLOTS
from tui.storage.membership import Membership
from tui.storage.packing import pack_content
from tui.storage.sql import column, one, rows_in, seconds_of, update


class Ranks:
    """Free ranks, found within one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._last = (0, 0)

    def free(self, moment: int) -> int:
        """The first free rank at a moment."""
        base = max(moment, 0) * SLOTS
        # Thousands of stories may have one date: where the last one found its place, the next begins to look.
        rank = self._last[1] + 1 if self._last[0] == base else base
        for (taken,) in self._db.execute("SELECT rank FROM stories WHERE rank >= ? ORDER BY rank", (rank,)):
            if taken != rank:
                break
            rank += 1
        self._last = (base, rank)
        return rank


def take(db: sqlite3.Connection, section: Membership, entries: Sequence[Entry], now: datetime) -> int:
    """Puts what a section offers into the library; the number of new stories.

    A refresh spends nearly all its time here: what can be asked or written for all the stories at once is.
    """
    offers = list(candidates(entries, section))
    offered_keys = {offer.key for offer in offers if offer.key}
    known = _named(db, [name for offer in offers for name in offer.names])
    stood = _stood(db, section.id, set(known.values()))
    marks = _marks(db, [offer.names[0] for offer in offers])
    ranks = Ranks(db)
    handled: set[int] = set()
    names: list[tuple[str, int]] = []
    places: list[tuple[int, int, int, int, int, int]] = []
    contents: list[tuple[int, bytes]] = []
    texts: list[index.Text] = []
    revised: list[int] = []
    # The last first: of stories with the same date, the one that stands higher on the page is the newer one.
    for position, offer in reversed(list(enumerate(offers))):
        entry, now_stands = offer.entry, (position, offer.digest)
        story_id = _known(db, offer, known, stood, offered_keys)
        if story_id in handled:
            continue  # known by the guid of one entry and by the address of another
        if not story_id:
            mark = marks.get(offer.names[0], (0, 0))
            story_id, rank = _add(db, ranks, section.site_id, entry, offer.names[0], mark, now, guide=section.guide)
            places.append((section.id, rank, story_id, 1 - mark[0], *now_stands))
            if entry.content:
                contents.append((story_id, pack_content(entry.content)))
            texts.append(index.text_of(rank, entry))
        elif stood.get(story_id) != now_stands:
            digest = stood[story_id][1] if story_id in stood else None
            if digest != offer.digest and _revise(db, section, story_id, offer, known):
                revised.append(story_id)
            db.execute(
                "INSERT INTO standing (section_id, rank, story_id, unread, position, offered)"
                " SELECT ?, rank, id, 1 - read, ?, ? FROM stories WHERE id = ?"
                " ON CONFLICT (section_id, rank) DO UPDATE SET position = excluded.position, offered = excluded.offered",
                (section.id, *now_stands, story_id),
            )
        handled.add(story_id)
        stood[story_id] = now_stands
        for name in offer.names:
            if name not in known:
                known[name] = story_id
                names.append((name, story_id))
    db.executemany("INSERT INTO names VALUES (?, ?)", names)
    db.executemany("INSERT INTO standing VALUES (?, ?, ?, ?, ?, ?)", places)
    db.executemany("INSERT INTO contents VALUES (?, ?)", contents)
    index.put_texts(db, [*texts, *index.texts_of(db, revised)])
    _withdraw(db, section.id, handled)
    return len(texts)


def _withdraw(db: sqlite3.Connection, section_id: int, offered: set[int]) -> None:
    """Stories that a section offers no more keep their place in its list, and may be tidied away."""
    sql = "SELECT story_id FROM standing INDEXED BY standing_offered WHERE section_id = ? AND position >= 0"
    db.executemany(
        "UPDATE standing SET position = -1 WHERE story_id = ? AND section_id = ?",
        [(story_id, section_id) for story_id in column(db, sql, section_id) if story_id not in offered],
    )


def _add(
    db: sqlite3.Connection,
    ranks: "Ranks",
    site_id: int,
    entry: Entry,
    identity: str,
    mark: tuple[int, int],
    now: datetime,
    *,
    guide: bool = False,
) -> tuple[int, int]:
    """A new story, without its names and its text, not yet indexed: (id, rank). `mark`: read and starred, of its identity from before."""
    moment = seconds_of(now)
    published = seconds_of(entry.published)
    rank = ranks.free(moment if published is None else min(published, moment))
    added = db.execute(
        "INSERT INTO stories (rank, identity, site_id, guide, read, starred, published, seen, url, title, summary)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (rank, identity, site_id, guide, *mark, published, moment, entry.url, entry.title, entry.summary),
    )
    return added.lastrowid or 0, rank


def visit(db: sqlite3.Connection, url: str, title: str, now: datetime) -> int:
    """A new story that a person came to by a link: it stands in no section. Indexed."""
    domain = address.registrable(url)
    site_id = membership.site(db, "~" + domain, "visited", domain, url, "")
    identity = address.key(url)
    mark = _marks(db, [identity]).get(identity, (0, 0))
    story_id, _ = _add(db, Ranks(db), site_id, Entry(title or url, url), identity, mark, now)
    give_name(db, identity, story_id)
    index.put(db, [story_id])
    return story_id


def _revise(
    db: sqlite3.Connection, section: Membership, story_id: int, offer: Candidate, known: Mapping[str, int]
) -> bool:
    """Takes over what a section now says of a story, where it is believed; True where it has to be indexed again."""
    entry = offer.entry
    url, title, summary, identity, home, home_domain, home_kind = db.execute(
        "SELECT stories.url, title, summary, identity, site_id, domain, sites.kind FROM stories"
        " JOIN sites ON sites.id = site_id WHERE stories.id = ?",
        (story_id,),
    ).fetchone()
    if home != section.site_id:
        own = section.domain == address.registrable(url) != home_domain
        if not own and home_kind != "visited":
            return False
        update(db, "stories", story_id, site_id=section.site_id)
    index.remove(db, story_id)
    given: dict[str, Any] = {"title": entry.title or title, "summary": entry.summary or summary}
    if offer.key and address.key(url) != offer.key and known.get(offer.key, story_id) == story_id:
        given |= {"url": entry.url, "identity": offer.key}
        _move_marks(db, identity, offer.key)
    elif entry.url and address.key(url) == offer.key:
        given["url"] = entry.url
    update(db, "stories", story_id, **given)
    if entry.content:
        db.execute(
            "INSERT INTO contents VALUES (?, ?) ON CONFLICT (story_id) DO UPDATE SET html = excluded.html",
            (story_id, pack_content(entry.content)),
        )
    date(db, story_id, entry.published)
    return True


def date(db: sqlite3.Connection, story_id: int, published: datetime | None) -> None:
    """Gives a date, and the rank that goes with it, to a story that had none; it must not be indexed meanwhile."""
    known, seen, rank = db.execute("SELECT published, seen, rank FROM stories WHERE id = ?", (story_id,)).fetchone()
    if published is None or known is not None:
        return
    moment = seconds_of(published)
    if moment < seen:
        rank = Ranks(db).free(moment)
        db.execute("UPDATE standing SET rank = ? WHERE story_id = ?", (rank, story_id))
    update(db, "stories", story_id, published=moment, rank=rank)


def forget(db: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Stories go; their marks stay."""
    for story_id in ids:
        index.remove(db, story_id)
    db.executemany("DELETE FROM stories WHERE id = ?", ((story_id,) for story_id in ids))


def _named(db: sqlite3.Connection, names: Sequence[str]) -> dict[str, int]:
    """The stories with these names."""
    return dict(rows_in(db, "SELECT name, story_id FROM names WHERE name IN", names))


def _stood(db: sqlite3.Connection, section_id: int, story_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """The place and the digest of the offer of each of these stories that stands in a section."""
    sql = f"SELECT story_id, position, offered FROM standing WHERE section_id = {section_id} AND story_id IN"
    return {story_id: (position, offered) for story_id, position, offered in rows_in(db, sql, list(story_ids))}


def _marks(db: sqlite3.Connection, identities: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Read and starred, by the identities that have marks."""
    rows = rows_in(db, "SELECT identity, read, starred FROM marks WHERE identity IN", identities)
    return {identity: (read, starred) for identity, read, starred in rows}


def _known(
    db: sqlite3.Connection,
    offer: Candidate,
    known: Mapping[str, int],
    stood: Mapping[int, object],
    offered_keys: Container[str],
) -> int:
    """The story that an offer is, 0 where it is a new one. `stood` are those that stand in the section."""
    by_guid, by_key = known.get(offer.guid, 0), known.get(offer.key, 0)
    if not by_guid or by_guid == by_key:
        return by_guid or by_key
    # The same guid at another address: the story moved, or the guid is worthless (numbers that start again, places on a
    # page). It moved where it stands in this very section, and its old address is not on offer as another story.
    url, title = db.execute("SELECT url, title FROM stories WHERE id = ?", (by_guid,)).fetchone()
    if not url or not offer.key:
        return by_guid
    if (by_guid in stood or title == offer.entry.title) and address.key(url) not in offered_keys:
        return by_guid
    return by_key


def give_name(db: sqlite3.Connection, name: str, story_id: int) -> None:
    """One more name of a story, where it is not another's."""
    if name:
        db.execute("INSERT OR IGNORE INTO names VALUES (?, ?)", (name, story_id))


def _move_marks(db: sqlite3.Connection, before: str, after: str) -> None:
    """The marks of a story follow it to its new identity."""
    taken = one(db, "SELECT 1 FROM marks WHERE identity = ?", after)
    if not taken:
        db.execute("UPDATE marks SET identity = ? WHERE identity = ?", (after, before))
