"""In which order the front page has the events of the last days, and why.

An event weighs by how many outlets tell it independently, by how lately it was told, and by the weight that a person
gave its section. One owner's outlets count once: those under one registrable domain, those of one publisher
(`publishers`), and those that a person named; so do copies of one text, which are an agency's."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from heapq import heappush, heappushpop
from math import log2
from typing import Any

from tui import address
from tui.errors import AskError
from tui.storage import publishers, visibility
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.scope import SLOTS
from tui.storage.sql import column, get_setting, one, rows_in, seconds_of
from tui.values import Value

HOURS = 48
"""What was last told before that is off the front page."""
HALF = 12.0
"""Hours in which an event's rank falls by half. By that, what five outlets tell at breakfast stands over what one tells
at lunch, and under what three tell then."""
LENGTH = 60
"""Events that a front page has."""
_LOOKED_AT = 20_000
"""Tellings that are looked at, the newest first: this bounds the time that it takes."""
_ALONE = 300
"""Likewise, of stories that nobody else tells."""
_WEIGHTS, _OWNERS = "weights", "owners"


class _Row(Value):
    """A telling."""

    id: int
    event: int
    at: int
    copy_of: int
    read: int
    hidden: int
    domain: str
    name: str
    undated: bool = False
    """It is unknown when it was told: it has no date, and was there when its section was first read."""


# What a person says


def weights(file: File) -> dict[int, float]:
    """The weights that a person gave sections, by their ids; those of all others are 1."""
    with file.reading() as db:
        return _weights(db)


def weight_of(said: str) -> float:
    """A weight as a person says it; AskError where it is none."""
    try:
        return float(said)
    except ValueError:
        raise AskError(f"{said} is not a number") from None


def weigh(file: File, sections: Sequence[int], weight: float) -> None:
    """Gives sections a weight: 1 is the usual one, 0 keeps them off the front page."""
    if not 0 <= weight <= 100:
        raise AskError("a weight is a number from 0 to 100")
    with file.writing(durable=True) as db:
        known = _weights(db) | dict.fromkeys(sections, weight)
        named = ", ".join(name for (name,) in rows_in(db, "SELECT name FROM sections WHERE id IN", list(sections)))
        _say(
            db,
            file,
            "weigh",
            f"{named}: {weight:g}",
            _WEIGHTS,
            {str(each): of for each, of in known.items() if of != 1},
        )


def owners(file: File) -> dict[str, tuple[str, ...]]:
    """The owners that a person named, and the domains that belong to each."""
    with file.reading() as db:
        return _owners(db)


def own(file: File, name: str, domains: Sequence[str]) -> None:
    """Says whose some domains are, so that they count as one outlet; without domains the owner is forgotten. AskError
    where something cannot be a domain: an outlet goes by its address here, and not by its name."""
    for domain in domains:
        if "." not in address.registrable(domain):
            raise AskError(f"{domain} is not a domain, such as example.com")
    with file.writing(durable=True) as db:
        known = _owners(db)
        known.pop(name, None)
        if domains:
            known[name] = tuple(address.registrable(domain) for domain in domains)
        _say(db, file, "own", name, _OWNERS, known)


def owned(name: str, domains: Sequence[str]) -> str:
    """What `own` did, in words."""
    return f"{name} owns {', '.join(domains)}: one outlet" if domains else f"{name} owns nothing any more"


def _say(db: sqlite3.Connection, file: File, verb: str, what: str, setting: str, known: dict[str, Any]) -> None:
    """Keeps what a person said, as an act that can be taken back."""
    Act(db, seconds_of(file.clock()), verb, what).put_setting(setting, json.dumps(known) if known else "")


def _weights(db: sqlite3.Connection) -> dict[int, float]:
    return {int(each): float(weight) for each, weight in _kept(db, _WEIGHTS).items()}


def _owners(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    return {name: tuple(domains) for name, domains in _kept(db, _OWNERS).items()}


def _kept(db: sqlite3.Connection, name: str) -> dict[str, Any]:
    found = json.loads(get_setting(db, name) or "{}")
    return found if isinstance(found, dict) else {}


# The front page


class Rank(Value):
    """An event on the front page, with the reasons why it stands there."""

    ids: tuple[int, ...]
    """Its stories, as far as they may be shown; first the one that stands for it."""
    outlets: tuple[str, ...]
    tellings: int
    hours: float
    weight: float
    score: float


def order(db: sqlite3.Connection, now: datetime, *, unread: bool = False) -> Iterator[int]:
    """The ids of the stories of the front page: event after event, each with all that tell it."""
    for rank in ranks(db, now, unread=unread, limit=LENGTH):
        yield from rank.ids


def ranks(
    db: sqlite3.Connection,
    now: datetime,
    *,
    since: datetime | None = None,
    unread: bool = False,
    news: bool = False,
    limit: int = 0,
) -> list[Rank]:
    """The events that were told in the last days, or since a moment, the most important first; at most `limit` where
    that is not 0. `unread`: as far as something of them is; `news`: that was not told when one of them was read."""
    seconds = seconds_of(now)
    earliest = seconds - HOURS * 3600 if since is None else seconds_of(since)
    events: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in _rows(db, earliest):
        events[row[1]].append(row)
    owned = {domain: name for name, domains in _owners(db).items() for domain in domains}
    published = publishers.of_sites(db)
    weighed = _weighed(db, earliest)
    muted = visibility.muted_events(db)

    def looked_at(event_id: int) -> Rank | None:
        held = [_Row(*row) for row in events[event_id]]
        shown = [row for row in held if not row.hidden and not (unread and row.read)]
        if news and (read := [row.at for row in held if row.read]):
            shown = [row for row in shown if row.at > max(read) and not row.copy_of]
        if not shown or event_id in muted:
            return None
        return _rank(held, shown, seconds, independent(held, owned, published), weighed)

    heaviest = max([1.0, *weighed.values()])
    found = _first(_at_most(events, seconds, heaviest), looked_at, limit)
    return sorted(found, key=lambda rank: (-rank.score, -rank.ids[0]))[: limit or None]


def _first(events: Iterable[tuple[float, int]], looked_at: Callable[[int], Rank | None], limit: int) -> list[Rank]:
    """The ranks among which the first are. Each event weighs at the most what it would if each telling were another
    owner's: once that is less than what the last of the first weighs, no other needs a closer look."""
    found: list[Rank] = []
    best: list[float] = []
    for most, event_id in events:
        if limit and len(best) == limit and most < best[0]:
            break
        rank = looked_at(event_id)
        if rank and rank.score:
            found.append(rank)
            (heappushpop if limit and len(best) == limit else heappush)(best, rank.score)
    return found


def _at_most(events: Mapping[int, list[tuple[Any, ...]]], seconds: int, heaviest: float) -> list[tuple[float, int]]:
    """What each event may weigh at the most, and which it is, the most first."""
    found = (
        (_score(len(held), max(0.0, (seconds - max(row[2] for row in held)) / 3600), heaviest), event_id)
        for event_id, held in events.items()
    )
    return sorted(found, reverse=True)


def _score(outlets: int, hours: float, weight: float) -> float:
    return float(log2(1 + outlets) * 0.5 ** (hours / HALF) * weight)


def _rank(
    held: Sequence[_Row],
    shown: Sequence[_Row],
    seconds: int,
    outlets: tuple[str, ...],
    weighed: Mapping[int, float],
) -> Rank:
    """What an event weighs, and which of the tellings that may be shown stands for it: of a section that weighs most,
    no copy, the newest."""
    ordered = sorted(shown, key=lambda row: (-weighed.get(row.id, 1.0), bool(row.copy_of), -row.at, -row.id))
    weight = weighed.get(ordered[0].id, 1.0)
    # What has no date may be years old; several who tell it make it news.
    fresh = [row for row in held if not row.undated] or (held if len(outlets) > 1 else [])
    hours = max(0.0, (seconds - max((row.at for row in fresh), default=0)) / 3600)
    score = _score(len(outlets), hours, weight)
    return Rank(tuple(row.id for row in ordered), outlets, len(held), hours, weight, score)


def _rows(db: sqlite3.Connection, earliest: int) -> Iterable[tuple[Any, ...]]:
    """The tellings of the last time, and the stories that nobody else tells, as far as it is known when; as `_Row` has
    them."""
    undated = _Undated(db)
    for *row, published, seen in db.execute(
        "SELECT tellings.id, event_id, at, copy_of, read, hidden, domain, name, published, seen FROM tellings"
        f" JOIN stories USING (id) JOIN sites ON sites.id = site_id WHERE at >= ? AND {visibility.TOLD}"
        " ORDER BY at DESC LIMIT ?",
        (earliest, _LOOKED_AT),
    ):
        yield *row, published is None and undated.is_one(row[0], seen)
    alone = 0
    for story_id, rank, *rest, published, seen in db.execute(
        "SELECT stories.id, rank, read, hidden, domain, name, published, seen FROM stories"
        " JOIN sites ON sites.id = site_id WHERE rank >= ? AND hidden = 0 AND guide = 0"
        " AND stories.id NOT IN (SELECT id FROM tellings WHERE at >= ?) ORDER BY rank DESC LIMIT ?",
        (earliest * SLOTS, earliest, _LOOKED_AT),
    ):
        if published is not None or not undated.is_one(story_id, seen):
            yield story_id, story_id, rank // SLOTS, 0, *rest, False
            alone += 1
            if alone == _ALONE:
                return


class _Undated:
    """Which stories without a date were there when their sections were first read: an archive as likely as news."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._first: dict[tuple[int, int], bool] = {}

    def is_one(self, story_id: int, seen: int) -> bool:
        """Whether nothing in its sections was seen before a story."""
        sections = column(self._db, "SELECT section_id FROM standing WHERE story_id = ?", story_id)
        return bool(sections) and all(self._is_first(section_id, seen) for section_id in sections)

    def _is_first(self, section_id: int, seen: int) -> bool:
        if (section_id, seen) not in self._first:
            sql = (
                "SELECT EXISTS (SELECT 1 FROM standing JOIN stories ON stories.id = story_id"
                " WHERE section_id = ? AND standing.rank < ? AND seen < ?)"
            )
            self._first[section_id, seen] = not one(self._db, sql, section_id, seen * SLOTS, seen)
        return self._first[section_id, seen]


def _weighed(db: sqlite3.Connection, earliest: int) -> dict[int, float]:
    """The weights of stories that stand in sections with one; of several the greatest."""
    by_section = _weights(db)
    found: dict[int, float] = {}
    rows = rows_in(
        db,
        f"SELECT story_id, section_id FROM standing WHERE rank >= {earliest * SLOTS} AND section_id IN",
        list(by_section),
    )
    for story_id, section_id in rows:
        found[story_id] = max(found.get(story_id, 0.0), by_section[section_id])
    return found


def independent(
    rows: Sequence[_Row], owned: Mapping[str, str], published: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Who tells an event independently: each owner (a person's word goes before what pages say) once, and those with
    copies of one text once, by the outlet that had it first.

    Two outlets of one owner with two agencies' texts are one; so are two that share an agency's text with a third."""
    names: dict[str, str] = {}
    heads: dict[str, str] = {}

    def head(key: str) -> str:
        while heads.setdefault(key, key) != key:
            key = heads[key]
        return key

    for row in sorted(rows, key=lambda each: bool(each.copy_of)):
        domain = address.registrable(row.domain) if row.domain else row.name
        owner = owned.get(domain) or (published or {}).get(domain, domain)
        names.setdefault(owner, owned.get(domain, row.name))
        heads[head(owner)] = head(f"text {row.copy_of or row.id}")
    return tuple({head(owner): name for owner, name in reversed(names.items())}.values())[::-1]
