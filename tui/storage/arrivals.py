"""Stories come into the library: what a section offers is told apart (`identity`), kept, revised and put in its place
in time.

What the verbs mean for lists: a story's place in time is its *rank*, a number that grows with the earlier of when it
was published and when it was first seen (its date where it has none: first seen), unique in the library. Every list is
newest first by rank, and the full text is indexed by rank, so that a search is in the same order without sorting.

A story's home is the site whose words about it are believed: the one under its own domain, else the first that offered
it."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from tui import address
from tui.model import Entry
from tui.storage import bounds, earlier, identity, index, membership, names, visibility
from tui.storage.identity import KnownStory, OfferedEntry, Place
from tui.storage.packing import pack_content
from tui.storage.scope import SLOTS
from tui.storage.sql import one, rows_in, seconds_of, update


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


class Identified(NamedTuple):
    """What was found of a section's offer: which story each entry is (0: a new one), and all that is known of those
    that had to be looked up."""

    stories: list[int]
    known: Mapping[int, KnownStory]
    named: Mapping[str, frozenset[int]]


class Taken(NamedTuple):
    """The ranks of the stories that came, and of those that say something else than before."""

    new: list[int]
    revised: list[int]


def take(db: sqlite3.Connection, section: Place, entries: Sequence[Entry], now: datetime) -> Taken:
    """Puts what a section offers into the library.

    A refresh spends nearly all its time here: whatever can be asked or written for all stories at once is, and what is
    offered unchanged is not looked at again."""
    offers = identity.offered([bounds.entry(entry) for entry in entries[: bounds.ENTRIES]], section)
    offered_before = on_offer(db, section.id)
    found = find(db, offers, offered_before, section)
    revised = []
    for offer, story_id in zip(offers, found.stories, strict=True):
        if not story_id or offered_before.get(story_id) == offer.digest:
            continue
        if _revise(db, section, found.known[story_id], offer, found.named):
            revised.append(story_id)
        db.execute(
            "INSERT INTO standing (section_id, rank, story_id, unread, hidden, position, offered)"
            " SELECT ?, rank, id, (1 - read) * (NOT hidden & 1), hidden & 1, 0, ? FROM stories WHERE id = ?"
            " ON CONFLICT (section_id, rank) DO UPDATE SET position = 0, offered = excluded.offered",
            (section.id, offer.digest, story_id),
        )
        names.give(db, story_id, offer.names)
    joined = set(found.stories) - offered_before.keys() - {0}
    added = _add_new(db, section, offers, found, now)
    again = list(index.texts_of(db, revised))
    index.put_texts(db, [*added, *again])
    withdraw(db, section.id, offered_before.keys() - set(found.stories))
    visibility.settle_arrivals(db, section.id, joined)
    return Taken([text[0] for text in added], [text[0] for text in again])


def join(db: sqlite3.Connection, section: Place, entries: Sequence[Entry], now: datetime) -> tuple[list[int], Taken]:
    """Puts what a server has of a section into the library: the story of each entry (0 for none), and those that are
    new.

    Of a story that is here already ours stays as it is. What the section offers besides is not touched: this is a part
    of it, and no more on offer than what was read long ago."""
    given = [bounds.entry(entry) for entry in entries]
    offers = identity.offered(given, section)
    found = find(db, offers, {}, section)
    for offer, story_id in zip(offers, found.stories, strict=True):
        if story_id:
            names.give(db, story_id, offer.names)
    db.executemany(
        "INSERT OR IGNORE INTO standing (section_id, rank, story_id, unread, hidden, position)"
        " SELECT ?, rank, id, (1 - read) * (NOT hidden & 1), hidden & 1, 0 FROM stories WHERE id = ?",
        [(section.id, story_id) for story_id in found.stories if story_id],
    )
    joined = set(found.stories) - {0}
    texts = _add_new(db, section, offers, found, now)
    index.put_texts(db, texts)
    visibility.settle_arrivals(db, section.id, joined)
    are = {id(offer.entry): story_id for offer, story_id in zip(offers, found.stories, strict=True)}
    # What is there twice is one story.
    return [are.get(id(entry)) or (names.find(db, entry.url) if entry.url else 0) for entry in given], Taken(
        [text[0] for text in texts], []
    )


def on_offer(db: sqlite3.Connection, section_id: int) -> dict[int, int]:
    """The stories that a section offered until now, each with the digest of its offer."""
    sql = "SELECT story_id, offered FROM standing INDEXED BY standing_offered WHERE section_id = ? AND position >= 0"
    return dict(db.execute(sql, (section_id,)).fetchall())


def find(
    db: sqlite3.Connection, offers: Sequence[OfferedEntry], offered_before: Mapping[int, int], section: Place
) -> Identified:
    """Which story each entry is. An entry that says what it said before is not looked up."""
    unchanged = {digest: story_id for story_id, digest in offered_before.items()}
    stories = [unchanged.pop(offer.digest, 0) for offer in offers]
    rest = [number for number, story_id in enumerate(stories) if not story_id]
    if not rest:
        return Identified(stories, {}, {})
    named = names.bearers(db, {name for number in rest for name in offers[number].sought})
    numbers = {number: set(identity.lookups(offers[number], section)) for number in rest}
    told = names.told(db, set().union(*numbers.values()))
    taken = set(stories)
    candidates = {}
    for number in rest:
        by_name = (named.get(name, frozenset()) for name in offers[number].sought)
        by_words = (told.get(lookup, frozenset()) for lookup in numbers[number])
        candidates[number] = set().union(*by_name, *by_words) - taken
    here = offered_before.keys() - taken
    known = _facts(db, section, here.union(*candidates.values()), here)
    shared = {name for name, bearers in named.items() if len(bearers) > 1}
    for number, story_id in identity.match(offers, known, candidates, shared, section).items():
        stories[number] = story_id
    return Identified(stories, known, named)


def _facts(db: sqlite3.Connection, section: Place, ids: set[int], here: set[int]) -> dict[int, KnownStory]:
    """What is known of stories; `here` are those that the section offered until now."""
    wanted = sorted(ids)
    known_as: dict[int, set[str]] = {story_id: set() for story_id in wanted}
    for story_id, name in rows_in(db, "SELECT story_id, name FROM names WHERE story_id IN", wanted):
        known_as[story_id].add(name)
    sql = f"SELECT story_id FROM standing WHERE section_id = {section.id} AND story_id IN"
    stands = {story_id for (story_id,) in rows_in(db, sql, wanted)}
    sql = (
        "SELECT stories.id, site_id, stories.url, title, summary, published, kind = 'visited' FROM stories"
        " JOIN sites ON sites.id = site_id WHERE stories.id IN"
    )
    found = {}
    for story_id, site_id, url, title, summary, published, visited in rows_in(db, sql, wanted):
        known = frozenset(known_as[story_id])
        found[story_id] = KnownStory(
            story_id,
            site_id,
            url,
            title,
            summary,
            published,
            known,
            story_id in here,
            story_id in stands,
            bool(visited),
        )
    return found


def _add_new(
    db: sqlite3.Connection, section: Place, offers: Sequence[OfferedEntry], found: Identified, now: datetime
) -> list[index.Text]:
    """Adds the entries that are no story yet, and notes in `found` which they are; what is to be indexed of them."""
    used = set(found.named)
    kept_under = {}
    for number, offer in enumerate(offers):
        if not found.stories[number]:
            kept_under[number] = identity.identity(offer, section, used)
            used.add(kept_under[number])
    marks = _marks(db, list(kept_under.values()))
    ranks = Ranks(db)
    given: list[tuple[str, int]] = []
    places: list[tuple[int, int, int, int, int, int]] = []
    contents: list[tuple[int, bytes]] = []
    enclosed: list[tuple[int, int, str, str, int, int]] = []
    texts: list[index.Text] = []
    # The last first: of stories with the same date, the one that stands higher on the page is the newer one.
    for number in reversed(kept_under):
        offer, mark = offers[number], marks.get(kept_under[number], (0, 0, 0))
        entry = offer.entry
        about = section.site_id, entry, kept_under[number], offer.told()
        story_id, rank = _add(db, ranks, *about, mark, now, guide=section.guide)
        found.stories[number] = story_id
        places.append((section.id, rank, story_id, 1 - mark[0], 0, offer.digest))
        if entry.content:
            contents.append((story_id, pack_content(entry.content)))
        enclosed += _enclosed(story_id, entry)
        texts.append(index.text_of(rank, entry))
        given += [(name, story_id) for name in offer.names]
    db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", given)
    db.executemany(
        "INSERT INTO standing (section_id, rank, story_id, unread, position, offered) VALUES (?, ?, ?, ?, ?, ?)", places
    )
    db.executemany("INSERT INTO contents VALUES (?, ?)", contents)
    db.executemany("INSERT INTO enclosures VALUES (?, ?, ?, ?, ?, ?)", enclosed)
    return texts


def _enclosed(story_id: int, entry: Entry) -> list[tuple[int, int, str, str, int, int]]:
    """The rows of what an entry encloses."""
    return [
        (story_id, number, each.url, each.kind, each.length, each.duration)
        for number, each in enumerate(entry.enclosures)
    ]


def withdraw(db: sqlite3.Connection, section_id: int, left: Iterable[int]) -> None:
    """Stories that a section no longer offers keep their place in its list, and may be tidied away."""
    db.executemany(
        "UPDATE standing SET position = -1 WHERE story_id = ? AND section_id = ?",
        [(story_id, section_id) for story_id in left],
    )


def _add(
    db: sqlite3.Connection,
    ranks: "Ranks",
    site_id: int,
    entry: Entry,
    kept_under: str,
    told: int,
    mark: tuple[int, int, int],
    now: datetime,
    *,
    guide: bool = False,
) -> tuple[int, int]:
    """A new story, without its names and its text, not yet indexed: (id, rank). `mark`: read, starred, later, of its
    identity from before."""
    moment = seconds_of(now)
    published = seconds_of(entry.published)
    rank = ranks.free(moment if published is None else min(published, moment))
    added = db.execute(
        "INSERT INTO stories (rank, identity, site_id, guide, read, starred, later, published, seen, url, title,"
        " summary,"
        " told, authors, picture) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(rank, kept_under, site_id, guide, *mark, published, moment, entry.url, entry.title, entry.summary, told),
            *("\n".join(entry.authors), entry.picture),
        ),
    )
    return added.lastrowid or 0, rank


def visit(db: sqlite3.Connection, url: str, title: str, now: datetime) -> int:
    """A new story that a person came to by a link: it stands in no section. Indexed."""
    domain = address.registrable(url)
    site_id = membership.site(db, "~" + domain, "visited", domain, url, "")
    key = address.key(url)
    mark = _marks(db, [key]).get(key, (0, 0, 0))
    entry = Entry(title or url, url)
    told = identity.told(entry.title, "", None, url)
    story_id, _ = _add(db, Ranks(db), site_id, entry, key, told, mark, now)
    names.give(db, story_id, [key])
    index.put(db, [story_id])
    return story_id


def _revise(
    db: sqlite3.Connection, section: Place, story: KnownStory, offer: OfferedEntry, named: Mapping[str, frozenset[int]]
) -> bool:
    """Takes over what a section now says of a story, where it is believed; True where it has to be indexed again."""
    entry = offer.entry
    if not _believed(db, section, story, entry):
        return False
    given = _new_words(story, entry)
    content = pack_content(entry.content) if entry.content else b""
    known = one(db, "SELECT html FROM contents WHERE story_id = ?", story.id)
    is_new_text = bool(content) and content != known
    again = bool(given) or is_new_text or (entry.published is not None and story.date is None)
    if again:
        index.remove(db, story.id)
    if given or (known and is_new_text):
        earlier.grow_stale(db, story.id)
    given |= _new_address(db, story, offer, named)
    given |= {name: said for name, said in _besides(entry) if said}
    if given:
        update(db, "stories", story.id, **given)
    _enclose(db, story.id, entry)
    if is_new_text:
        db.execute(
            "INSERT INTO contents VALUES (?, ?) ON CONFLICT (story_id) DO UPDATE SET html = excluded.html",
            (story.id, content),
        )
    date(db, story.id, entry.published)
    names.retell(db, [story.id])
    return again


def _enclose(db: sqlite3.Connection, story_id: int, entry: Entry) -> None:
    """What an entry encloses takes the place of what it enclosed; one without takes nothing away."""
    if entry.enclosures:
        db.execute("DELETE FROM enclosures WHERE story_id = ?", (story_id,))
        db.executemany("INSERT INTO enclosures VALUES (?, ?, ?, ?, ?, ?)", _enclosed(story_id, entry))


def _new_words(story: KnownStory, entry: Entry) -> dict[str, Any]:
    """The title and the standfirst of a story where either is another than before; an entry without them takes none
    away."""
    said = entry.title or story.title, entry.summary or story.summary
    return {} if said == (story.title, story.summary) else {"title": said[0], "summary": said[1]}


def _besides(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What an entry has besides its words; what it has not takes nothing away."""
    return ("authors", "\n".join(entry.authors)), ("picture", entry.picture)


def _new_address(
    db: sqlite3.Connection, story: KnownStory, offer: OfferedEntry, named: Mapping[str, frozenset[int]]
) -> dict[str, Any]:
    """The address of a story that stands at another one now, and its identity there where the address is its own."""
    url = offer.entry.url
    if not url or url == story.url:
        return {}
    alone = "address" not in offer.weak and named.get(offer.key, frozenset()) <= {story.id}
    return {"url": url} | (_identity_at(db, story.id, offer.key) if alone else {})


def _identity_at(db: sqlite3.Connection, story_id: int, key: str) -> dict[str, str]:
    """The identity of a story that stands at a new address, its marks moved there; {} where others are kept under
    that."""
    before = one(db, "SELECT identity FROM stories WHERE id = ?", story_id)
    return {"identity": key} if move_marks(db, before, key) else {}


def _believed(db: sqlite3.Connection, section: Place, story: KnownStory, entry: Entry) -> bool:
    """Whether a section's words about a story count: its home's do. A story goes home to the site under whose own
    domain it stands, and from where it was only visited."""
    if story.site_id == section.site_id:
        return True
    home = one(db, "SELECT domain FROM sites WHERE id = ?", story.site_id)
    url = entry.url if address.redirects(story.url) else story.url
    if not story.visited and not section.domain == address.registrable(url) != home:
        return False
    update(db, "stories", story.id, site_id=section.site_id)
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
    visibility.unfold_under(db, ids)
    for story_id in ids:
        index.remove(db, story_id)
    db.executemany("DELETE FROM stories WHERE id = ?", ((story_id,) for story_id in ids))


def _marks(db: sqlite3.Connection, identities: Sequence[str]) -> dict[str, tuple[int, int, int]]:
    """Read, starred and later, by the identities that have marks."""
    rows = rows_in(db, "SELECT identity, read, starred, later FROM marks WHERE identity IN", identities)
    return {kept_under: (read, starred, later) for kept_under, read, starred, later in rows}


def move_marks(db: sqlite3.Connection, before: str, after: str) -> bool:
    """The marks of a story follow it to its new identity, and what a person ruled of it; False where others are kept
    under that."""
    db.execute(
        "UPDATE OR IGNORE rulings"
        " SET (one, other) = (min(?2, iif(one = ?1, other, one)), max(?2, iif(one = ?1, other, one)))"
        " WHERE ?1 IN (one, other) AND ?2 NOT IN (one, other)",
        (before, after),
    )
    if one(db, "SELECT 1 FROM marks WHERE identity = ?", after):
        return False
    db.execute("UPDATE marks SET identity = ? WHERE identity = ?", (after, before))
    return True
