"""Which stories tell one event: lists in which each event stands once, and an event with all who tell it.

What grouping found (`grouping`) is kept in the table of this room's name: only of stories that have company."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from array import array
from collections.abc import Container, Sequence
from datetime import datetime

from tui import address
from tui.model import Event, Related, Relation, Story, StoryFilter, Telling, day_of
from tui.storage import grouped, lists, visibility
from tui.storage.file import File
from tui.storage.sql import MANY, column, one, rows_in

TOLD = 12
"""Outlets that are named under an article."""
LOOKED_AT = 500
"""Tellings that are looked at to see whether there are any events: it is asked with every mark."""
BEFORE = 12
"""Events of a story so far that are named."""

# Lists in which each event stands once


def order(db: sqlite3.Connection, filter: StoryFilter, now: datetime, limit: int = 0, offset: int = 0) -> "array[int]":
    """The ids of a list, as `lists.order` has them; where it is of events, the first story of each, without those that
    a mute hides whole."""
    if not filter.events or not one(db, "SELECT EXISTS (SELECT 1 FROM tellings)"):
        return lists.order(db, filter, now, limit, offset)
    alone = visibility.quiet(db) if _may_be_quiet(filter) else frozenset()
    if not limit:
        return _once(db, lists.order(db, filter, now), alone, 0, offset)
    # A screenful needs few more stories than it has lines: it is asked for the double of them until that is enough.
    wanted, asked = limit + offset, 2 * (limit + offset)
    while True:
        every = lists.order(db, filter, now, asked)
        found = _once(db, every, alone, wanted, 0)
        if len(found) >= wanted or len(every) < asked:
            return found[offset:wanted]
        asked *= 2


def _may_be_quiet(filter: StoryFilter) -> bool:
    """Whether a list may hold stories of sections that are not followed any more, or are kept out of other lists."""
    aside = filter.starred or filter.later or filter.kept or filter.tag_id or filter.ids
    return bool(filter.words or filter.section_id or aside)


def _once(db: sqlite3.Connection, ids: "array[int]", alone: Container[int], most: int, offset: int) -> "array[int]":
    """The first of each event's stories; those that are to stand `alone` are in none."""
    of = events_of(db, ids)
    seen = set(visibility.muted_events(db))
    found = array("q")
    for story_id in ids:
        event_id = of.get(story_id, story_id)
        if story_id in alone:
            found.append(story_id)
        elif event_id not in seen:
            seen.add(event_id)
            found.append(story_id)
        if most and len(found) == most:
            break
    return found[offset:]


def beside(
    db: sqlite3.Connection, filter: StoryFilter, now: datetime, story_id: int, *, above: bool, opened: bool = False
) -> list[int]:
    """The stories of the rows of a list that stand above the row of one of them, or below; of its own event, where that
    is `opened`, those that are listed there above it, or below."""
    ids = lists.order(db, filter, now)
    of = events_of(db, [*ids, story_id]) if filter.events else {}
    alone = visibility.quiet(db) if _may_be_quiet(filter) else frozenset()
    muted = visibility.muted_events(db) if filter.events else frozenset()

    def event_of(each: int) -> tuple[int, bool]:
        return (each, True) if each in alone else (of.get(each, each), False)

    rows: dict[tuple[int, bool], tuple[int, int]] = {}
    for each in ids:
        rows.setdefault(event_of(each), (len(rows), each))
    place, lead = rows.get(event_of(story_id), (-1, 0))
    if place < 0:
        return []
    beneath = others(db, lead) if opened else ()
    told = (lead, *(reversed(beneath) if filter.order == "oldest" else beneath))
    at = told.index(story_id) if story_id in told else 0
    found = list(told[:at] if above else told[at + 1 :])
    for each in ids:
        event, (row, _) = event_of(each), rows[event_of(each)]
        if event[0] not in muted and (row < place if above else row > place):
            found.append(each)
    return found


def events_of(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, int]:
    """The events of stories that have company. Of half of the library, all that are known are read: that is quicker
    than to look each of them up."""
    if len(ids) > 10 * MANY and 2 * len(ids) > one(db, "SELECT coalesce(max(id), 0) FROM tellings"):
        return dict(db.execute("SELECT id, event_id FROM tellings"))
    return dict(rows_in(db, "SELECT id, event_id FROM tellings WHERE id IN", ids))


def lines(db: sqlite3.Connection, ids: Sequence[int], words: str = "", *, events: bool = False) -> tuple[Story, ...]:
    """Stories as a list shows them; where it is of events, each with those that its row stands for."""
    return lists.lines(db, ids, words, _stand_for(db, ids) if events else None)


def _stand_for(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, lists.StandsFor]:
    """What the rows of some stories stand for, of those that stand for more than themselves."""
    of = events_of(db, ids)
    told: dict[int, list[tuple[int, int, str, str]]] = {event_id: [] for event_id in of.values()}
    rows = rows_in(
        db,
        "SELECT event_id, rank, stories.id, sites.name, sites.domain FROM tellings JOIN stories USING (id)"
        f" JOIN sites ON sites.id = site_id WHERE {visibility.TOLD} AND event_id IN",
        list(told),
    )
    for event_id, *telling in rows:
        told[event_id].append((telling[0], telling[1], telling[2], telling[3]))
    found = ((story_id, _others(story_id, told[event_id])) for story_id, event_id in of.items())
    return {story_id: others for story_id, others in found if others}


def _others(story_id: int, tellings: list[tuple[int, int, str, str]]) -> lists.StandsFor | None:
    """What the row of a story stands for: by their ranks, the newest first; None where the story is not of these, or
    alone."""
    others = sorted((telling for telling in tellings if telling[1] != story_id), reverse=True)
    if not 0 < len(others) < len(tellings):
        return None
    names = {domain or name: name for _, each, name, domain in tellings if each == story_id}
    for _, _, name, domain in others:
        names.setdefault(domain or name, name)
    return tuple([each for _, each, *_ in others]), tuple(names.values())


def rows_for(file: File, ids: Sequence[int], order: "array[int]", words: str = "") -> tuple[Story, ...]:
    """The rows of a list of events (its `order`) that stand for stories which have none of their own in it."""
    there = frozenset(order)
    with file.reading() as db:
        found = (next(filter(there.__contains__, story.others), 0) for story in lines(db, ids, events=True))
        return lines(db, list(dict.fromkeys(filter(None, found))), words, events=True)


# An event


def with_others(file: File, ids: Sequence[int]) -> tuple[int, ...]:
    """Stories, each with those that tell the same: what is done with an event is done with these."""
    with file.reading() as db:
        return tuple(dict.fromkeys(each for story_id in ids for each in (story_id, *others(db, story_id))))


def changes(db: sqlite3.Connection) -> int:
    """How often what stands together was changed; 0 where, as far as the newest can tell, nothing does."""
    return grouped.state(db)[0] if one(db, _SOME, LOOKED_AT) else 0


_SOME = (
    "SELECT EXISTS (SELECT 1 FROM (SELECT id, event_id FROM tellings ORDER BY at DESC LIMIT ?) AS told"
    " WHERE event_id <> id AND EXISTS (SELECT 1 FROM tellings AS other"
    " WHERE other.event_id = told.event_id AND other.id <> told.id))"
)
"""Of several that tell one event no more than one gave it its name: the first that did not is mostly enough."""


def others(db: sqlite3.Connection, story_id: int) -> tuple[int, ...]:
    """The ids of the stories that tell what a story tells, the newest first."""
    sql = (
        "SELECT id FROM tellings JOIN stories USING (id) WHERE event_id ="
        f" (SELECT event_id FROM tellings WHERE id = ?1) AND id <> ?1 AND {visibility.TOLD} ORDER BY stories.rank DESC"
    )
    return tuple(column(db, sql, story_id))


def every(db: sqlite3.Connection, story_id: int) -> frozenset[int]:
    """The ids of all stories that tell what a story tells, whether they are in any list or not, and its own."""
    sql = "SELECT id FROM tellings WHERE event_id = (SELECT event_id FROM tellings WHERE id = ?)"
    return frozenset({story_id, *column(db, sql, story_id)})


def event(file: File, story_id: int) -> Event | None:
    """What a story tells, with all who tell it; None where no other story tells it."""
    from tui.storage.rarity import said_by  # late: a list does not need it

    with file.reading() as db:
        row = db.execute("SELECT event_id, thread_id FROM tellings WHERE id = ?", (story_id,)).fetchone()
        identity = one(db, "SELECT identity FROM stories WHERE id = ?", story_id)
        if identity is None:
            return None
        apart = _ruled(db, identity, same=False)
        if row is None:
            return Event(story_id, (_alone(db, story_id),), apart=lists.lines(db, apart)) if apart else None
        event_id, thread_id = row
        rows = db.execute(
            "SELECT id, copy_of, why FROM tellings JOIN stories USING (id) WHERE event_id = ?"
            f" AND ({visibility.TOLD} OR id = ?) ORDER BY stories.rank DESC",
            (event_id, story_id),
        ).fetchall()
        ruled = set(column(db, _RULED_SAME, event_id))
        stories = {story.id: story for story in lists.lines(db, [row[0] for row in rows])}
        owners = _owners(db, [row[0] for row in rows])
        tellings = tuple(
            Telling(
                stories[each],
                owners[each],
                said_by(stories[each].title, why.split(), stories[each].summary) if len(rows) > 1 else (),
                copy_of if copy_of in stories else 0,
                each in ruled,
            )
            for each, copy_of, why in rows
        )
        before = column(
            db,
            "SELECT id FROM (SELECT id, max(at) AS last FROM tellings JOIN stories USING (id)"
            f" WHERE thread_id = ? AND event_id <> ? AND {visibility.TOLD} GROUP BY event_id)"
            " ORDER BY last DESC LIMIT ?",
            thread_id,
            event_id,
            BEFORE,
        )
        outlets = tuple(dict.fromkeys(telling.outlet for telling in tellings))
        return Event(event_id, tellings, outlets, lists.lines(db, before), lists.lines(db, apart))


_RULED_SAME = (
    "SELECT tellings.id FROM tellings JOIN stories USING (id) JOIN rulings ON identity IN (one, other)"
    " WHERE event_id = ? AND same = 1"
)


def _alone(db: sqlite3.Connection, story_id: int) -> Telling:
    (story,) = lists.lines(db, [story_id])
    return Telling(story, story.site)


def _owners(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, str]:
    """Whose telling each story is: what stands under one registrable domain is one outlet's."""
    names: dict[str, str] = {}
    found = {}
    rows = rows_in(
        db,
        "SELECT stories.id, sites.name, sites.domain FROM stories JOIN sites ON sites.id = site_id WHERE stories.id IN",
        ids,
    )
    for story_id, name, domain in rows:
        found[story_id] = names.setdefault(address.registrable(domain) if domain else name, name)
    return found


def told_by(file: File, story_id: int) -> tuple[Related, ...]:
    """Who else tells what a story tells, one story of each outlet, and the story so far: as what it leads to."""
    found = event(file, story_id)
    if found is None:
        return ()
    own = {telling.outlet for telling in found.tellings if telling.story.id == story_id}
    others: dict[str, Story] = {}
    for telling in found.tellings:
        if telling.outlet not in own and telling.outlet not in others:
            others[telling.outlet] = telling.story
    told = [_leads_to(story, "Also told by", outlet) for outlet, story in others.items()]
    return (*told[:TOLD], *(_leads_to(story, "The story so far", story.site) for story in found.before))


def _leads_to(story: Story, heading: str, outlet: str) -> Related:
    when = story.published or story.seen
    said = " · ".join(filter(None, (outlet, day_of(when) if when else "")))
    return Related(Relation.ALSO_READ, story.heading, story.url, said, when, heading, story.id)


def _ruled(db: sqlite3.Connection, identity: str, *, same: bool) -> list[int]:
    """The stories that a person said are the same as one, or are not."""
    return column(
        db,
        "SELECT stories.id FROM rulings JOIN stories ON identity = CASE ?1 WHEN one THEN other ELSE one END"
        " WHERE (one = ?1 OR other = ?1) AND same = ?2 ORDER BY rank DESC",
        identity,
        int(same),
    )
