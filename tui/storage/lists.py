"""Which stories a list holds, in which order, and how they stand in it: questions to the library's tables.

A list is newest first by `rank` (see `arrivals`), from an index that holds it in that order, so that a screen of it
costs the same in a library of any size. A search is one more such index: the full text is indexed by rank."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import math
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any, NamedTuple

from tui import address
from tui.model import Story, StoryFilter
from tui.storage import snippets
from tui.storage.query import Query, read_queries, terms_of
from tui.storage.sql import DAY, MANY, at, column, moment_of, one, seconds_of
from tui.values import replace

SLOTS = 64
"""Stories of one second that keep a rank of their second; more of them go on into the next."""

RANKED = 20_000
"""How many of the newest hits a search by relevance ranks, and how many of the newest stories `similar` looks at."""


UNTOUCHED = (
    "starred = 0 AND later = 0 AND queued = 0"
    " AND NOT EXISTS (SELECT 1 FROM marks WHERE marks.identity = stories.identity AND touched = 1)"
    " AND NOT EXISTS (SELECT 1 FROM places WHERE places.story_id = stories.id)"
)
"""What says, in SQL, that no person touched a story."""


def follows(db: sqlite3.Connection) -> bool:
    """Whether anything is followed (the Guide is not)."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM sites JOIN sections ON site_id = sites.id"
        " WHERE sites.kind <> 'guide' AND archived = 0)"
    )
    return bool(one(db, sql))


def meant(db: sqlite3.Connection, filter: StoryFilter) -> StoryFilter:
    """A list as a person means it: once something is followed, All, Unread and Today are without the Guide."""
    return replace(filter, news=True) if not filter.words and everywhere(filter) and follows(db) else filter


def everywhere(filter: StoryFilter) -> bool:
    """Whether a list is one of all stories: not of some sections, and not of those that a person put aside."""
    sections = filter.section_id or filter.site_id or filter.folder_id or filter.guide
    return not (sections or filter.starred or filter.tag_id or filter.later or filter.kept)


def order(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int = 0, offset: int = 0) -> "array[int]":
    """The ids of a list or a part of it, in its order."""
    if filter.words.strip():
        return _found(db, filter, now, limit, offset)
    if filter.order in ("site", "section"):
        return _in_groups(db, filter, now, limit, offset)
    if filter.order == "unread" and not filter.unread:
        return _unread_first(db, filter, now, limit, offset)
    sections = _sections_of(db, filter)
    if sections is None:
        return _everywhere(db, filter, now, limit, offset)
    way = "ASC" if filter.order == "oldest" else "DESC"
    window = (limit or -1, offset)
    low = midnight(now) * SLOTS if filter.today else 0
    marks = [f"{name} = 1" for name in ("starred", "later", "kept") if getattr(filter, name)]
    if marks or filter.tag_id:
        conditions = [
            *marks,
            *_tagged(filter),
            f"NOT hidden & {_MUTED}",
            _stands_in(sections, "rank"),
            f"rank >= {low}",
        ]
        conditions += ["read = 0"] * filter.unread
        return _array(
            db, f"SELECT id FROM stories WHERE {' AND '.join(conditions)} ORDER BY rank {way} LIMIT ? OFFSET ?", *window
        )
    since = f" rank >= {low} AND" if low else ""
    rows = (
        f"standing INDEXED BY standing_unread WHERE unread = 1 AND{since}"
        if filter.unread
        else f"standing WHERE hidden = 0 AND{since}"
    )
    if len(sections) == 1:
        sql = f"SELECT story_id FROM {rows} section_id = ? ORDER BY rank {way} LIMIT ? OFFSET ?"
        return _array(db, sql, sections[0], *window)
    if limit and len(sections) <= MANY:
        # Each section's newest come straight from its index; a sort of the whole site would not.
        sql = " UNION ".join(
            f"SELECT * FROM (SELECT rank, story_id FROM {rows} section_id = {section}"
            f" ORDER BY rank {way} LIMIT {limit + offset})"
            for section in sections
        )
        return _array(
            db,
            f"SELECT story_id FROM ({sql or 'SELECT 0 AS rank, 0 AS story_id LIMIT 0'})"
            f" ORDER BY rank {way} LIMIT ? OFFSET ?",
            *window,
        )
    sql = (
        f"SELECT story_id FROM {rows} section_id IN ({_list(sections)})"
        f" GROUP BY rank ORDER BY rank {way} LIMIT ? OFFSET ?"
    )
    return _array(db, sql, *window)


def _everywhere(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int, offset: int) -> "array[int]":
    """A list that is not of some sections."""
    conditions = [f"{name} = 1" for name in ("starred", "later", "kept") if getattr(filter, name)] + _tagged(filter)
    if conditions:
        conditions.append(f"NOT hidden & {_MUTED}")
        conditions += ["read = 0"] * filter.unread + ["guide = 0"] * filter.kept
    elif filter.unread:
        conditions = ["read = 0", "hidden = 0"]
    elif not one(db, "SELECT EXISTS (SELECT 1 FROM stories INDEXED BY stories_hidden WHERE hidden <> 0)"):
        conditions = ["1"]
    elif limit:  # asked story by story for a screenful, once for a whole list
        conditions = [
            "NOT EXISTS (SELECT 1 FROM stories AS away INDEXED BY stories_hidden"
            " WHERE away.rank = stories.rank AND away.hidden <> 0)"
        ]
    else:
        conditions = ["rank NOT IN (SELECT rank FROM stories WHERE hidden <> 0)"]
    if filter.news:
        conditions.append("rank NOT IN (SELECT rank FROM stories WHERE guide = 1)")
    if filter.today:
        conditions.append(f"rank >= {midnight(now) * SLOTS}")
    way = "ASC" if filter.order == "oldest" else "DESC"
    sql = f"SELECT id FROM stories WHERE {' AND '.join(conditions)} ORDER BY rank {way} LIMIT ? OFFSET ?"
    return _array(db, sql, limit or -1, offset)


def _unread_first(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int, offset: int) -> "array[int]":
    """The unread stories of a list, then the others, each newest first."""
    wanted = limit + offset if limit else 0
    found = order(db, replace(filter, unread=True, order="date"), now, wanted)
    if not wanted or len(found) < wanted:
        unread = set(found)
        rest = order(db, replace(filter, order="date"), now, wanted)
        found.extend(each for each in rest if each not in unread)
    return found[offset : offset + limit] if limit else found[offset:]


def _in_groups(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int, offset: int) -> "array[int]":
    """A list newest first within each site, by name, or each section, in the order of the pane; what stands in none
    comes last."""
    sections = _sections_of(db, filter)
    within = "1" if sections is None else f"sections.id IN ({_list(sections)})"
    key = (
        "sites.name COLLATE NOCASE, sites.id"
        if filter.order == "site"
        else "sites.position, sites.id, sections.position"
    )
    rows = db.execute(
        "SELECT sites.id, sections.id FROM sites JOIN sections ON site_id = sites.id"
        f" WHERE archived = 0 AND {within} ORDER BY {key}, sections.id"
    ).fetchall()
    column_ = 0 if filter.order == "site" else 1
    plain = replace(filter, order="date", folder_id=0, site_id=0, section_id=0, guide=False)
    seen: dict[int, None] = {}
    for group in dict.fromkeys(row[column_] for row in rows):
        part = replace(plain, site_id=group) if filter.order == "site" else replace(plain, section_id=group)
        seen.update(dict.fromkeys(order(db, part, now)))
        if limit and len(seen) >= limit + offset:
            break
    else:
        if sections is None:
            seen.update(dict.fromkeys(order(db, replace(filter, order="date"), now)))
    return array("q", islice(seen, offset, offset + limit if limit else None))


def midnight(now: datetime) -> int:
    """When this day began, by the clock of this machine."""
    return int(seconds_of(now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)))


def _tagged(filter: StoryFilter) -> list[str]:
    """The condition that a story has the tag of a filter."""
    if not filter.tag_id:
        return []
    return [f"id IN ({_TAGGED} WHERE tag_id = {int(filter.tag_id)})"]


def _sections_of(db: sqlite3.Connection, filter: StoryFilter) -> list[int] | None:
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


def _stands_in(sections: Sequence[int], rank: str) -> str:
    """Of several sections by the story, for it stands in few (+ keeps SQLite from looking each of them up)."""
    if len(sections) == 1:
        return f"EXISTS (SELECT 1 FROM standing WHERE section_id = {int(sections[0])} AND standing.rank = {rank})"
    return f"EXISTS (SELECT 1 FROM standing WHERE story_id = stories.id AND +section_id IN ({_list(sections)}))"


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in numbers)


def _array(db: sqlite3.Connection, sql: str, *given: Any) -> "array[int]":
    return array("q", chain.from_iterable(db.execute(sql, given)))


def lines(db: sqlite3.Connection, ids: Sequence[int], words: str = "") -> tuple[Story, ...]:
    """Stories as a list shows them, in the order of `ids`."""
    found: dict[int, Story] = {}
    queries = read_queries(words, _EPOCH, lambda start: _beginning(db, start)) if words else ()
    match = " OR ".join(f"({query.match})" for query in queries if query.match)
    for start in range(0, len(ids), MANY):
        wanted = _list(ids[start : start + MANY])
        stands: dict[int, list[str]] = {}
        for story_id, name in db.execute(
            "SELECT story_id, sections.name FROM standing JOIN sections ON sections.id = section_id"
            " JOIN stories ON stories.id = story_id"
            f" WHERE story_id IN ({wanted})"
            " ORDER BY story_id, sections.site_id <> stories.site_id, sections.site_id, sections.position, section_id"
        ):
            names = stands.setdefault(story_id, [])
            if name not in names:
                names.append(name)
        rows = db.execute(
            "SELECT stories.id, title, stories.url, name, kicker, published, seen, read, starred, summary,"
            " kept, queued, rank,"
            " later, authors, picture FROM stories JOIN sites ON sites.id = site_id"
            f" WHERE stories.id IN ({wanted})"
        ).fetchall()
        tags, noted, others = _own(db, wanted)
        found_in = snippets.snippets(db, match, [row[12] for row in rows]) if match else {}
        for row in rows:
            story_id, title, url, site, kicker, published, seen, read, starred, summary, kept, queued, rank, *rest = row
            later, authors, picture = rest
            sections = tuple(stands.get(story_id, ()))
            found[story_id] = Story(
                story_id, title, url, site, sections[0] if sections else kicker, sections,
                moment_of(published), at(seen), bool(read), bool(starred), summary, bool(kept), bool(queued),
                found_in.get(rank, ""), bool(later), tuple(tags.get(story_id, ())), story_id in noted,
                tuple(authors.splitlines()), picture, tuple(others.get(story_id, ())),
            )  # fmt: skip
    return tuple(found[story_id] for story_id in ids if story_id in found)


def _own(db: sqlite3.Connection, wanted: str) -> tuple[dict[int, list[str]], set[int], dict[int, list[int]]]:
    """What a person put on stories: their tags, and which have a note; and the stories that each one's row stands for
    besides."""
    tags: dict[int, list[str]] = {}
    others: dict[int, list[int]] = {}
    noted: set[int] = set()
    if one(db, "SELECT EXISTS (SELECT 1 FROM tagged)"):
        sql = (
            "SELECT stories.id, tags.name FROM stories JOIN marks USING (identity)"
            " JOIN tagged ON mark_id = marks.id JOIN tags ON tags.id = tag_id"
            f" WHERE stories.id IN ({wanted}) ORDER BY tags.key"
        )
        for story_id, name in db.execute(sql):
            tags.setdefault(story_id, []).append(name)
    if one(db, "SELECT EXISTS (SELECT 1 FROM notes)"):
        noted.update(
            column(
                db,
                "SELECT stories.id FROM stories JOIN marks USING (identity) JOIN notes ON notes.id = marks.id"
                f" WHERE stories.id IN ({wanted})",
            )
        )
    if one(db, "SELECT EXISTS (SELECT 1 FROM folded)"):
        for lead_id, story_id in db.execute(
            f"SELECT lead_id, story_id FROM folded WHERE lead_id IN ({wanted}) ORDER BY story_id"
        ):
            others.setdefault(lead_id, []).append(story_id)
    return tags, noted, others


def _beginning(db: sqlite3.Connection, start: str) -> list[str]:
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


def _found(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int, offset: int) -> "array[int]":
    """The ids that a search finds. By relevance only where it has no alternatives: those have no common measure."""
    queries = read_queries(filter.words, now, lambda start: _beginning(db, start))
    hits = [found for query in queries if (found := _hits(db, filter, query, whole=not limit)) is not None]
    window = (limit or -1, offset)
    if len(hits) != 1:
        parts = " UNION ".join(
            f"SELECT * FROM (SELECT stories.rank, stories.id {one.rows.format(one.low)}"
            f" ORDER BY {one.rank} DESC LIMIT {limit + offset if limit else -1})"
            for one in hits
        )
        sql = f"SELECT id FROM ({parts or 'SELECT 0 AS rank, 0 AS id LIMIT 0'}) ORDER BY rank DESC LIMIT ? OFFSET ?"
        return _array(db, sql, *chain.from_iterable(one.given for one in hits), *window)
    rows, given, rank, low = hits[0]
    if filter.order == "date" or rank == "stories.rank":
        return _array(
            db, f"SELECT stories.id {rows.format(low)} ORDER BY {rank} DESC LIMIT ? OFFSET ?", *given, *window
        )
    newest = f"SELECT search.rowid {rows.format(low)} ORDER BY search.rowid DESC LIMIT 1 OFFSET {RANKED - 1}"
    oldest = one(db, newest, *given)
    best = "ORDER BY bm25(search, 8.0, 3.0, 1.0), search.rowid DESC LIMIT ? OFFSET ?"
    return _array(db, f"SELECT stories.id {rows.format(oldest or low)} {best}", *given, *window)


def matching(db: sqlite3.Connection, words: str, now: datetime, ranks: Sequence[int] | None = None) -> set[int]:
    """The ids of the stories that a search finds by what they say and where they stand, whether they are read or a mute
    hides them or not; of those with `ranks` alone where they are given. The Guide is not among them."""
    found: set[int] = set()
    for query in read_queries(words, now, lambda start: _beginning(db, start)):
        but = replace(query.but, unread=False) if query.but else None
        plain = replace(query, unread=False, but=but if but != Query() else None)
        hits = _hits(db, StoryFilter(news=True), plain, whole=True, muted=True, within=ranks)
        if hits:
            found.update(column(db, f"SELECT stories.id {hits.rows.format(hits.low)}", *hits.given))
    return found


class _Hits(NamedTuple):
    """The rows of one alternative of a search, in SQL: `{}` in it is for the lowest rank."""

    rows: str
    given: tuple[str, ...]
    rank: str
    low: int


def _hits(
    db: sqlite3.Connection,
    filter: StoryFilter,
    query: Query,
    *,
    whole: bool,
    muted: bool = False,
    within: Sequence[int] | None = None,
) -> _Hits | None:
    """The stories that are in every set that a query names, of which its words are one; None where there can be
    none."""
    rank = "search.rowid" if query.match else "stories.rank"
    unread = query.unread or filter.unread
    sets = list(_places(db, query, rank, unread=unread))
    sections = _sections_of(db, filter)
    if sections is not None:
        sets.append(_standing_in(sections, rank, unread=unread))
    places = len(sets)
    if unread:
        sets.append(_marked("unread", "read = 0", rank))
    if query.starred or filter.starred:
        sets.append(_marked("starred", "starred = 1", rank))
    low = 0 if query.since is None else max(seconds_of(query.since), 0) * SLOTS
    high = 1 << 62 if query.before is None else max(seconds_of(query.before), 0) * SLOTS - 1
    few: set[int] | None = None if within is None else set(within)
    if few:
        low, high = max(low, min(few)), min(high, max(few))
    conditions = ["stories.guide = 0"] if filter.news else []
    conditions += [] if query.muted or muted else [f"NOT stories.hidden & {_MUTED}"]
    conditions += [f"stories.hidden & {_MUTED}"] * query.muted
    for number, (rows, condition) in enumerate(sets):
        ranks = _some(db, rows, _FEW + 1)
        if len(ranks) <= _FEW:
            few = ranks if few is None else few & ranks
        else:
            if number < places and not query.match and (whole or len(_some(db, rows, _GATHERED + 1)) <= _GATHERED):
                condition = f"stories.rank IN ({' UNION ALL '.join(f'SELECT rank FROM {one}' for one in rows)})"
            conditions.append(condition)
            low = max(low, min(_ends(db, rows, "ASC")))
            high = min(high, max(_ends(db, rows, "DESC")))
    if query.impossible or low > high or few == set():
        return None
    if few is not None:
        conditions.append(f"{rank} IN ({_list(few)})")
    given = [query.match] if query.match else []
    if but := query.but:
        conditions += ["stories.read = 1"] * but.unread + ["stories.starred = 0"] * but.starred
        conditions += [f"NOT {condition}" for _, condition in _places(db, but, rank)]
        if but.match:
            # Asked story by story for a screenful, once for a whole list.
            conditions.append(
                "stories.rank NOT IN (SELECT rowid FROM search WHERE search MATCH ?)"
                if whole
                else "NOT EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND search.rowid = stories.rank)"
            )
            given.append(but.match)
    where = " AND ".join([f"{rank} BETWEEN {{}} AND {high}", *conditions])
    source = "search CROSS JOIN stories ON stories.rank = search.rowid WHERE search MATCH ? AND" if query.match else ""
    return _Hits(f"FROM {source or 'stories WHERE'} {where}", tuple(given), rank, low)


def _places(
    db: sqlite3.Connection, query: Query, rank: str, *, unread: bool = False
) -> Iterator[tuple[list[str], str]]:
    """The sets of the sections, folders, tags and sites that a query names; where only `unread` stories are wanted, of
    those in sections these alone."""
    names = db.execute("SELECT id, name FROM sections").fetchall() if query.sections else []
    for wanted in query.sections:
        named_so = [section_id for section_id, name in names if wanted in name.casefold()]
        yield _standing_in(named_so, rank, unread=unread)
    for wanted in query.folders:
        yield _standing_in(_sections_of_folder(db, wanted), rank, unread=unread)
    for wanted in query.tags:
        given = f"{_TAGGED} JOIN tags ON tags.id = tag_id WHERE tags.key = {_text(wanted)}"
        yield [f"stories WHERE id IN ({given})"], f"stories.id IN ({given})"
    hosts = db.execute("SELECT id, name, url FROM sites").fetchall() if query.sites else []
    for wanted in query.sites:
        sites = [site for site, name, url in hosts if wanted in name.casefold() or wanted in address.host(url)]
        rows, stands = _standing_in(column(db, f"SELECT id FROM sections WHERE site_id IN ({_list(sites)})"), rank)
        rows += [f"stories INDEXED BY stories_of_site WHERE site_id = {site}" for site in sites]
        yield rows, f"(stories.site_id IN ({_list(sites)}) OR {stands})"


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


# A set of stories in a search: where its ranks are, each in the order of an index, and what says that a rank is in it.


def _marked(index: str, mark: str, rank: str) -> tuple[list[str], str]:
    shown = " AND {}hidden = 0" if index == "unread" else ""
    rows = f"stories INDEXED BY stories_{index} WHERE {mark}{shown.format('')}"
    return (
        [rows],
        f"EXISTS (SELECT 1 FROM stories AS marked INDEXED BY stories_{index}"
        f" WHERE marked.{mark}{shown.format('marked.')} AND marked.rank = {rank})",
    )


def _standing_in(sections: list[int], rank: str, *, unread: bool = False) -> tuple[list[str], str]:
    rows = "standing INDEXED BY standing_unread WHERE unread = 1 AND" if unread else "standing WHERE"
    return [f"{rows} section_id = {section}" for section in sections], _stands_in(sections, rank)


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


def similar(db: sqlite3.Connection, story_id: int, limit: int) -> list[int]:
    """The ids of similar stories, the best first.

    Bounded: of the newest stories only, by at most `_TERMS` words, and a word that a twentieth of them has tells
    nothing."""
    story = db.execute("SELECT title, summary, rank FROM stories WHERE id = ?", (story_id,)).fetchone()
    if story is None:
        return []
    title, summary, own = story
    oldest = one(db, f"SELECT rank FROM stories ORDER BY rank DESC LIMIT 1 OFFSET {RANKED - 1}") or 0
    scores: defaultdict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    for term in terms_of(f"{title}\n{summary}")[:_TERMS]:
        hits = column(
            db,
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?",
            f"{{title standfirst}} : {term}",
            oldest,
            RANKED // 20 + 1,
        )
        if len(hits) > RANKED // 20:
            continue
        weight = math.log(RANKED / (len(hits) or 1)) ** 2
        for rank in hits:
            scores[rank] += weight
            shared[rank] += 1
    enough = 0.12 * scores.pop(own, 0.0)
    best = sorted(
        (
            (score / (1 + abs(own - rank) / (SLOTS * DAY * 90)), rank)
            for rank, score in scores.items()
            if shared[rank] > 1 and score >= enough
        ),
        reverse=True,
    )
    where = "FROM stories JOIN sites ON sites.id = site_id WHERE"
    manual = one(db, f"SELECT sites.kind = 'guide' {where} stories.id = ?", story_id)
    alike = f"SELECT stories.id {where} rank = ? AND (sites.kind = 'guide') = ?"  # the manual is like itself alone
    found = (one(db, alike, rank, manual) for _, rank in best)
    return list(islice((other for other in found if other), limit))


_TAGGED = "SELECT stories.id FROM tagged JOIN marks ON marks.id = mark_id JOIN stories USING (identity)"
_MUTED = 1
"""The bit of `stories.hidden` for what a mute hides: see `visibility`."""
_WORDS = 200
_LAST = "\U0010ffff"
_TERMS = 16
_FEW = 300
"""A search within so few stories looks at each of them (0.1 ms), and not at all that its words find."""
_GATHERED = 10_000
"""A set of no more stories is gathered before a search without words goes through it, and a larger one only for a whole
list."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
