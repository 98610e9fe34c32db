"""What a search finds: its words by the index of the full text, the places and states that it names by theirs.

The full text is indexed by rank, so that what is found is newest first without sorting. A search is in the scope of a
list: of its sections, its marks, its day."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from tui import address
from tui.model import StoryFilter
from tui.storage.query import Query, read_queries
from tui.storage.scope import SLOTS, TAGGED, TAGGED_RANKS, midnight, sections_in, sections_of, stands_in
from tui.storage.sql import column, listed, numbers, one, seconds_of
from tui.storage.visibility import MUTED
from tui.values import replace

RANKED = 20_000
"""How many of the newest hits a search by relevance ranks, and how many of the newest stories `lists.similar` looks
at."""

_WORDS = 200
_LAST = "\U0010ffff"
_FEW = 300
"""A search within so few stories looks at each of them (0.1 ms), and not at all that its words find."""
_GATHERED = 10_000
"""A set of no more stories is gathered before a search without words goes through it, and a larger one only for a whole
list."""

_LOW = "\0"
"""Stands for a number in SQL: no text in it has this (`_text`)."""
_NEAR = 4_000
"""The newest stories in which a screenful without some words is looked for first: what has the words is gathered there
once (1 ms), and not asked story by story (0.05 ms each)."""

_NOTED = "stories.identity IN (SELECT identity FROM marks JOIN notes ON notes.id = marks.id)"
_STATES = {
    "unread": ("stories.read = 0", "stories.read = 1"),
    "read": ("stories.read = 1", "stories.read = 0"),
    "starred": ("stories.starred = 1", "stories.starred = 0"),
    "later": ("stories.later = 1", "stories.later = 0"),
    "downloaded": ("stories.kept = 1", "stories.kept = 0"),
    "noted": (_NOTED, f"NOT {_NOTED}"),
    "muted": (f"stories.hidden & {MUTED}", f"NOT stories.hidden & {MUTED}"),
}
"""What says, in SQL, that a story is in a state (`grammar.STATES`), and that it is not."""
_INDEXED = {
    "starred": ("starred", "starred = 1"),
    "later": ("later", "later = 1"),
    "downloaded": ("kept", "kept = 1"),
}
"""Those with an index of their stories: its name, and what it is of."""


class _Hits(NamedTuple):
    """The rows of one alternative of a search, in SQL: `_LOW` in it is for the lowest rank."""

    rows: str
    given: tuple[str, ...]
    rank: str
    low: int
    near: str = ""
    """Another way to ask for them, the quicker one where not many ranks are looked at; or ""."""

    def asked(self, low: int, *, near: bool = False) -> str:
        """They, from a rank on."""
        return (self.near if near else self.rows).replace(_LOW, str(low))


_Set = tuple[list[str], str]
"""A set of stories in a search: where its ranks are, each part in the order of an index, and what says that a rank is
in it."""


def found(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int, offset: int) -> "array[int]":
    """The ids that a search finds. By relevance only where it has no alternatives: those have no common measure."""
    queries = read_queries(filter.words, now, lambda start: beginning(db, start))
    hits = [hit for query in queries if (hit := _hits(db, filter, query, now, whole=not limit)) is not None]
    window = (limit or -1, offset)
    if len(hits) != 1:
        parts = " UNION ".join(
            f"SELECT * FROM (SELECT stories.rank, stories.id {one.asked(one.low)}"
            f" ORDER BY {one.rank} DESC LIMIT {limit + offset if limit else -1})"
            for one in hits
        )
        sql = f"SELECT id FROM ({parts or 'SELECT 0 AS rank, 0 AS id LIMIT 0'}) ORDER BY rank DESC LIMIT ? OFFSET ?"
        return numbers(db, sql, *chain.from_iterable(one.given for one in hits), *window)
    (only,) = hits
    given, rank, low = only.given, only.rank, only.low
    if filter.order != "relevance" or rank == "stories.rank":
        return _by_rank(db, only, limit, offset)
    newest = f"SELECT search.rowid {only.asked(low)} ORDER BY search.rowid DESC LIMIT 1 OFFSET {RANKED - 1}"
    oldest = one(db, newest, *given)
    best = "ORDER BY bm25(search, 8.0, 3.0, 1.0), search.rowid DESC LIMIT ? OFFSET ?"
    return numbers(db, f"SELECT stories.id {only.asked(oldest or low)} {best}", *given, *window)


def number(db: sqlite3.Connection, filter: StoryFilter, now: datetime) -> int:
    """How many stories a search finds."""
    queries = read_queries(filter.words, now, lambda start: beginning(db, start))
    hits = [hit for query in queries if (hit := _hits(db, filter, query, now, whole=True)) is not None]
    parts = " UNION ".join(f"SELECT stories.id {one.asked(one.low)}" for one in hits)
    return (
        int(one(db, f"SELECT count(*) FROM ({parts})", *chain.from_iterable(hit.given for hit in hits))) if hits else 0
    )


def _by_rank(db: sqlite3.Connection, hit: _Hits, limit: int, offset: int) -> "array[int]":
    """What one alternative finds, newest first: a screenful is looked for among the newest stories first, where that is
    another way to ask."""
    asked = f"ORDER BY {hit.rank} DESC LIMIT ? OFFSET ?"
    if hit.near and limit and (start := _newest(db, hit.low)) > hit.low:
        sql = f"SELECT stories.id {hit.asked(start, near=True)} {asked}"
        found = numbers(db, sql, *hit.given, limit, offset)
        if len(found) == limit:
            return found
    return numbers(db, f"SELECT stories.id {hit.asked(hit.low)} {asked}", *hit.given, limit or -1, offset)


def _newest(db: sqlite3.Connection, low: int) -> int:
    """The rank from which on the newest stories stand that are looked at first."""
    oldest = one(db, f"SELECT rank FROM stories ORDER BY rank DESC LIMIT 1 OFFSET {_NEAR - 1}")
    return max(low, oldest or 0)


def matching(db: sqlite3.Connection, words: str, now: datetime, ranks: Sequence[int] | None = None) -> set[int]:
    """The ids of the stories that a search finds by what they say and where they stand, whether they are read or a mute
    hides them or not; of those with `ranks` alone where they are given. The Guide is not among them."""
    found: set[int] = set()
    for query in read_queries(words, now, lambda start: beginning(db, start)):
        but = replace(query.but, states=query.but.states - {"unread"}) if query.but else None
        plain = replace(query, states=query.states - {"unread"}, but=but if but != Query() else None)
        hits = _hits(db, StoryFilter(news=True), plain, now, whole=True, muted=True, within=ranks)
        if hits:
            found.update(column(db, f"SELECT stories.id {hits.asked(hits.low)}", *hits.given))
    return found


def beginning(db: sqlite3.Connection, start: str) -> list[str]:
    """The index's words that begin with some letters; none where they are more than `_WORDS`."""
    found: list[str] = []
    low = start
    # An instance of each: by what follows a word the next one is found, without counting how often it stands anywhere.
    while row := db.execute(
        "SELECT term FROM terms WHERE term >= ? AND term < ? LIMIT 1", (low, start + _LAST)
    ).fetchone():
        if len(found) == _WORDS:
            return []
        found.append(row[0])
        low = row[0] + "\x01"
    return found


def _hits(
    db: sqlite3.Connection,
    filter: StoryFilter,
    query: Query,
    now: datetime,
    *,
    whole: bool,
    muted: bool = False,
    within: Sequence[int] | None = None,
) -> _Hits | None:
    """The stories that are in every set that a query and a list name, of which its words are one; None where there can
    be none."""
    rank = "search.rowid" if query.match else "stories.rank"
    states = query.states | _states_of(filter)
    few = None if within is None else set(within)
    low, high = _span(filter, query, now, few)
    conditions = _plainly(filter, query, states, muted=muted)
    for rows, condition, place in _sets(db, filter, query, states, rank):
        ranks = _some(db, rows, _FEW + 1)
        if len(ranks) <= _FEW:
            few = ranks if few is None else few & ranks
            continue
        low, high = max(low, min(_ends(db, rows, "ASC"))), min(high, max(_ends(db, rows, "DESC")))
        gathered = place and not query.match and (whole or len(_some(db, rows, _GATHERED + 1)) <= _GATHERED)
        conditions.append(f"stories.rank IN ({_union(rows)})" if gathered else condition)
    if query.impossible or low > high or few == set():
        return None
    conditions += [f"{rank} BETWEEN {_LOW} AND {high}", *([] if few is None else [f"{rank} IN ({listed(few)})"])]
    return _asked(db, query, rank, low, conditions, whole=whole)


def _asked(db: sqlite3.Connection, query: Query, rank: str, low: int, conditions: list[str], *, whole: bool) -> _Hits:
    """What is asked in the end, with what excludes a story."""
    but = query.but or Query()
    where = " AND ".join([*conditions, *_not_in(db, but, rank, whole=whole)])
    near = " AND ".join([*conditions, *_not_in(db, but, rank, whole=True)]) if but.match and not whole else ""
    source = "search CROSS JOIN stories ON stories.rank = search.rowid WHERE search MATCH ? AND" if query.match else ""
    given = tuple(match for match in (query.match, but.match) if match)
    source = source or "stories WHERE"
    return _Hits(f"FROM {source} {where}", given, rank, low, f"FROM {source} {near}" if near else "")


def _states_of(filter: StoryFilter) -> frozenset[str]:
    """The states that a list is of."""
    asked = (
        ("unread", filter.unread),
        ("starred", filter.starred),
        ("later", filter.later),
        ("downloaded", filter.kept),
    )
    return frozenset(state for state, wanted in asked if wanted)


def _span(filter: StoryFilter, query: Query, now: datetime, few: set[int] | None) -> tuple[int, int]:
    """The lowest and the highest rank that can be meant."""
    low = 0 if query.since is None else max(seconds_of(query.since), 0) * SLOTS
    low = max(low, midnight(now) * SLOTS) if filter.today else low
    high = 1 << 62 if query.before is None else max(seconds_of(query.before), 0) * SLOTS - 1
    return (max(low, min(few)), min(high, max(few))) if few else (low, high)


def _plainly(filter: StoryFilter, query: Query, states: frozenset[str], *, muted: bool) -> list[str]:
    """The conditions that are asked of each story. With `muted` what mutes hide is among them."""
    conditions = ["stories.guide = 0"] if filter.news or filter.kept else []
    if not (muted or "muted" in states):
        conditions.append(_STATES["muted"][1])
    return conditions + [_STATES[state][0] for state in ("unread", "read", "muted") if state in states]


def _sets(
    db: sqlite3.Connection, filter: StoryFilter, query: Query, states: frozenset[str], rank: str
) -> Iterator[tuple[list[str], str, bool]]:
    """The sets that are named, those of places first, and whether each is one of these."""
    unread = "unread" in states and "muted" not in states  # the indexes have what is in lists
    sections = sections_of(db, filter)
    for rows, condition in _places(db, query, rank, unread=unread):
        yield rows, condition, True
    if sections is not None:
        yield *_standing_in(sections, rank, unread=unread), True
    for state in sorted(states & _INDEXED.keys()):
        yield *_marked(state, rank), False
    if unread and sections is None:
        yield *_marked("unread", rank), False
    if "noted" in states:
        yield [f"stories WHERE {_NOTED}"], _NOTED, False
    if filter.tag_id:
        yield *_tagged(f"WHERE tag_id = {int(filter.tag_id)}", rank), False


def _not_in(db: sqlite3.Connection, but: Query, rank: str, *, whole: bool) -> list[str]:
    """The conditions that nothing of what excludes a story is so."""
    conditions = [_STATES[state][1] for state in sorted(but.states)]
    conditions += [f"NOT {condition}" for _, condition in _places(db, but, rank)]
    if but.match:
        # Asked story by story for a screenful, once for a whole list.
        conditions.append(
            f"stories.rank NOT IN (SELECT rowid FROM search WHERE search MATCH ? AND rowid >= {_LOW})"
            if whole
            else "NOT EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND search.rowid = stories.rank)"
        )
    return conditions


def _places(db: sqlite3.Connection, query: Query, rank: str, *, unread: bool = False) -> Iterator[_Set]:
    """The sets of the sections, folders, tags and sites that a query names; where only `unread` stories are wanted, of
    those in sections these alone."""
    names = db.execute("SELECT id, name FROM sections").fetchall() if query.sections else []
    for wanted in query.sections:
        named_so = [section_id for section_id, name in names if wanted in name.casefold()]
        yield _standing_in(named_so, rank, unread=unread)
    for wanted in query.folders:
        yield _standing_in(_sections_of_folder(db, wanted), rank, unread=unread)
    for wanted in query.tags:
        yield _tagged(f"JOIN tags ON tags.id = tag_id WHERE tags.key = {_text(wanted)}", rank)
    hosts = db.execute("SELECT id, name, url FROM sites").fetchall() if query.sites else []
    for wanted in query.sites:
        sites = [site for site, name, url in hosts if wanted in name.casefold() or wanted in address.host(url)]
        rows, stands = _standing_in(column(db, f"SELECT id FROM sections WHERE site_id IN ({listed(sites)})"), rank)
        rows += [f"stories INDEXED BY stories_of_site WHERE site_id = {site}" for site in sites]
        yield rows, f"(stories.site_id IN ({listed(sites)}) OR {stands})"


def _tagged(which: str, rank: str) -> _Set:
    """The stories of a tag (+ keeps SQLite from looking all of them up for each story: 500 ms for 300 of them)."""
    return [f"stories WHERE id IN ({TAGGED} {which})"], f"+{rank} IN ({TAGGED_RANKS} {which})"


def _sections_of_folder(db: sqlite3.Connection, name: str) -> list[int]:
    """The sections of every folder that has a name, of those inside it, and of sites called so, which may have been
    folders."""
    folders = column(db, "SELECT id FROM folders WHERE key = ?", name)
    found = {section: None for folder in folders for section in sections_in(db, folder)}
    sites = db.execute("SELECT sections.id, sites.name FROM sections JOIN sites ON sites.id = site_id").fetchall()
    found.update(dict.fromkeys(section for section, site in sites if site.casefold() == name))
    return list(found)


def _text(value: str) -> str:
    """A text as SQL has it."""
    return "'" + value.replace("'", "''").replace("\0", "") + "'"


def _marked(state: str, rank: str) -> _Set:
    if state == "unread":
        index, mark = state, "{0}read = 0 AND {0}hidden = 0"
    else:
        index, mark = _INDEXED[state][0], "{0}" + _INDEXED[state][1]
    return (
        [f"stories INDEXED BY stories_{index} WHERE {mark.format('')}"],
        f"EXISTS (SELECT 1 FROM stories AS marked INDEXED BY stories_{index}"
        f" WHERE {mark.format('marked.')} AND marked.rank = {rank})",
    )


def _standing_in(sections: list[int], rank: str, *, unread: bool = False) -> _Set:
    rows = "standing INDEXED BY standing_unread WHERE unread = 1 AND" if unread else "standing WHERE"
    return [f"{rows} section_id = {section}" for section in sections], stands_in(sections, rank)


def _union(rows: list[str]) -> str:
    return " UNION ALL ".join(f"SELECT rank FROM {one}" for one in rows)


def _some(db: sqlite3.Connection, rows: list[str], most: int) -> set[int]:
    """Some ranks of a set: all of them where they are fewer than `most`."""
    found: set[int] = set()
    for part in rows:
        found.update(column(db, f"SELECT rank FROM {part} LIMIT {most}"))
        if len(found) >= most:
            break
    return found


def _ends(db: sqlite3.Connection, rows: list[str], order: str) -> list[int]:
    """The first or last rank of each part of a set."""
    return [rank for one in rows for rank in column(db, f"SELECT rank FROM {one} ORDER BY rank {order} LIMIT 1")]
