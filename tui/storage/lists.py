"""Which stories a list holds, in which order, and how they stand in it: questions to the library's tables.

A list is newest first by `rank` (see `arrivals`), from an index that holds it in that order, so that a screen of it
costs the same in a library of any size. A search is one more such index: the full text is indexed by rank."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import math
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice

from tui.model import Story, StoryFilter
from tui.storage import hits, matches, ranking, snippets
from tui.storage.hits import RANKED
from tui.storage.query import sought, terms_of
from tui.storage.scope import SLOTS, TAGGED, midnight, sections_of, stands_in
from tui.storage.sql import DAY, MANY, at, column, listed, moment_of, numbers, one
from tui.storage.visibility import MUTED
from tui.values import replace


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
    return not (
        sections or filter.starred or filter.tag_id or filter.later or filter.kept or filter.front or filter.ids
    )


def order(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int = 0, offset: int = 0) -> "array[int]":
    """The ids of a list or a part of it, in its order."""
    if filter.words.strip():
        return hits.found(db, filter, now, limit, offset)
    if filter.front:
        return array(
            "q", islice(ranking.order(db, now, unread=filter.unread), offset, offset + limit if limit else None)
        )
    if filter.ids:
        unread = "read = 0 AND " * filter.unread
        there = set(column(db, f"SELECT id FROM stories WHERE {unread}id IN ({listed(filter.ids)})"))
        kept = (each for each in filter.ids if each in there)
        return array("q", islice(kept, offset, offset + limit if limit else None))
    if filter.order in ("site", "section"):
        return _in_groups(db, filter, now, limit, offset)
    if filter.order == "unread" and not filter.unread:
        return _unread_first(db, filter, now, limit, offset)
    sections = sections_of(db, filter)
    if sections is None:
        return _everywhere(db, filter, now, limit, offset)
    low = midnight(now) * SLOTS if filter.today else 0
    if _put_aside(filter):
        return _put_aside_in(db, filter, sections, low, limit, offset)
    return _in_sections(db, filter, sections, low, limit, offset)


def _put_aside(filter: StoryFilter) -> list[str]:
    """The conditions, in SQL, of a list of what a person put aside: starred, for later, kept, or under a tag."""
    return [f"{name} = 1" for name in ("starred", "later", "kept") if getattr(filter, name)] + _tagged(filter)


def _way(filter: StoryFilter) -> str:
    return "ASC" if filter.order == "oldest" else "DESC"


def _put_aside_in(
    db: sqlite3.Connection, filter: StoryFilter, sections: Sequence[int], low: int, limit: int, offset: int
) -> "array[int]":
    """What a person put aside of some sections, from the rank `low` on."""
    conditions = [*_put_aside(filter), f"NOT hidden & {MUTED}", stands_in(sections, "stories.rank"), f"rank >= {low}"]
    conditions += ["read = 0"] * filter.unread
    sql = f"SELECT id FROM stories WHERE {' AND '.join(conditions)} ORDER BY rank {_way(filter)} LIMIT ? OFFSET ?"
    return numbers(db, sql, limit or -1, offset)


def _in_sections(
    db: sqlite3.Connection, filter: StoryFilter, sections: Sequence[int], low: int, limit: int, offset: int
) -> "array[int]":
    """A list of some sections, from the rank `low` on: none in an empty folder, for which SQLite has no plan."""
    if not sections:
        return array("q")
    way, window = _way(filter), (limit or -1, offset)
    since = f" rank >= {low} AND" if low else ""
    rows = (
        f"standing INDEXED BY standing_unread WHERE unread = 1 AND{since}"
        if filter.unread
        else f"standing WHERE hidden = 0 AND{since}"
    )
    if len(sections) == 1:
        sql = f"SELECT story_id FROM {rows} section_id = ? ORDER BY rank {way} LIMIT ? OFFSET ?"
        return numbers(db, sql, sections[0], *window)
    if limit and len(sections) <= MANY:
        # Each section's newest come straight from its index; a sort of the whole site would not.
        sql = " UNION ".join(
            f"SELECT * FROM (SELECT rank, story_id FROM {rows} section_id = {section}"
            f" ORDER BY rank {way} LIMIT {limit + offset})"
            for section in sections
        )
        return numbers(
            db,
            f"SELECT story_id FROM ({sql}) ORDER BY rank {way} LIMIT ? OFFSET ?",
            *window,
        )
    sql = (
        f"SELECT story_id FROM {rows} section_id IN ({listed(sections)})"
        f" GROUP BY rank ORDER BY rank {way} LIMIT ? OFFSET ?"
    )
    return numbers(db, sql, *window)


def _everywhere(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int, offset: int) -> "array[int]":
    """A list that is not of some sections."""
    conditions = _put_aside(filter)
    if conditions:
        conditions.append(f"NOT hidden & {MUTED}")
        conditions += ["read = 0"] * filter.unread + ["guide = 0"] * filter.kept
    elif filter.unread:
        conditions = ["read = 0", "hidden = 0"]
    elif not one(db, "SELECT EXISTS (SELECT 1 FROM stories INDEXED BY stories_hidden WHERE hidden <> 0)"):
        conditions = ["1"]
    elif limit:  # asked once per story for a screenful, once in all for a whole list
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
    sql = f"SELECT id FROM stories WHERE {' AND '.join(conditions)} ORDER BY rank {_way(filter)} LIMIT ? OFFSET ?"
    return numbers(db, sql, limit or -1, offset)


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
    sections = sections_of(db, filter)
    # A site may have more sections than the list is of.
    whole = None if sections is None else set(order(db, replace(filter, order="date"), now))
    seen: dict[int, None] = {}
    for part in _groups(db, filter, sections):
        seen.update((each, None) for each in order(db, part, now) if whole is None or each in whole)
        if limit and len(seen) >= limit + offset:
            break
    else:
        if sections is None:
            seen.update(dict.fromkeys(order(db, replace(filter, order="date"), now)))
    return array("q", islice(seen, offset, offset + limit if limit else None))


def _groups(db: sqlite3.Connection, filter: StoryFilter, sections: Sequence[int] | None) -> list[StoryFilter]:
    """The list of each site or section that a list in groups is made of."""
    within = "1" if sections is None else f"sections.id IN ({listed(sections)})"
    within += " AND sites.kind <> 'guide'" * filter.news
    by_site = filter.order == "site"
    key = "sites.name COLLATE NOCASE, sites.id" if by_site else "sites.position, sites.id, sections.position"
    found = column(
        db,
        f"SELECT {'sites' if by_site else 'sections'}.id FROM sites JOIN sections ON site_id = sites.id"
        f" WHERE archived = 0 AND {within} ORDER BY {key}, sections.id",
    )
    plain = replace(filter, order="date", folder_id=0, site_id=0, section_id=0, guide=False)
    name = "site_id" if by_site else "section_id"
    return [replace(plain, **{name: group}) for group in dict.fromkeys(found)]


def _tagged(filter: StoryFilter) -> list[str]:
    """The condition that a story has the tag of a filter."""
    if not filter.tag_id:
        return []
    return [f"id IN ({TAGGED} WHERE tag_id = {int(filter.tag_id)})"]


StandsFor = tuple[tuple[int, ...], tuple[str, ...]]
"""The other stories that a story's row stands for, and who tells them."""


def lines(
    db: sqlite3.Connection, ids: Sequence[int], words: str = "", told: Mapping[int, StandsFor] | None = None
) -> tuple[Story, ...]:
    """Stories as a list shows them, in the order of `ids`; with what those in `told` stand for."""
    found: dict[int, Story] = {}
    match = sought(words, lambda start: hits.beginning(db, start)) if words else ""
    for start in range(0, len(ids), MANY):
        wanted = listed(ids[start : start + MANY])
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
        highlights = matches.highlights(db, ids[start : start + MANY])
        updated = set(column(db, f"SELECT story_id FROM earlier WHERE seen = 0 AND story_id IN ({wanted})"))
        found_in = snippets.snippets(db, match, [row[12] for row in rows]) if match else {}
        for row in rows:
            story_id, title, url, site, kicker, published, seen, read, starred, summary, kept, queued, rank, *rest = row
            later, authors, picture = rest
            sections = tuple(stands.get(story_id, ()))
            snippet = found_in.get(rank, "")
            snippet = "" if snippets.repeats(snippet, title) else snippet
            stands_for, outlets = (told or {}).get(story_id) or (tuple(others.get(story_id, ())), ())
            found[story_id] = Story(  # every field by its place is the quickest
                story_id, title, url, site, sections[0] if sections else kicker, sections,
                moment_of(published), at(seen), bool(read), bool(starred), summary, bool(kept), bool(queued),
                snippet, bool(later), tuple(tags.get(story_id, ())), story_id in noted,
                tuple(authors.splitlines()), picture, stands_for, outlets, tuple(highlights.get(story_id, ())),
                story_id in updated,
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
        hits_of_term = column(
            db,
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?",
            f"{{title standfirst}} : {term}",
            oldest,
            RANKED // 20 + 1,
        )
        if len(hits_of_term) > RANKED // 20:
            continue
        weight = math.log(RANKED / (len(hits_of_term) or 1)) ** 2
        for rank in hits_of_term:
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


_TERMS = 16
