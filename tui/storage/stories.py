"""Stories and lists of them, as both faces show them: reading only."""

import re
from array import array
from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from tui import address
from tui.model import Article, Counts, Enclosure, Related, Story, StoryFilter
from tui.storage import lists, names, tellings
from tui.storage.file import File
from tui.storage.scope import SLOTS, midnight
from tui.storage.sql import one
from tui.values import replace

_COPIES = 4
"""How many times as many similar stories are looked at as are wanted: one that twenty papers print stands there twenty
times."""


def counts(file: File) -> Counts:
    """The kept counts of the standing rows. Once something is followed, All and Unread are without the Guide."""
    with file.reading() as db:
        row = db.execute("SELECT stories, unread, starred, guide_unread, guide, later, kept FROM totals").fetchone()
        counts = replace(Counts(*row), events=tellings.changes(db))
        if not lists.follows(db):
            return counts
    return replace(counts, stories=counts.stories - counts.guide, unread=counts.unread - counts.guide_unread)


def today(file: File) -> int:
    """The unread stories that came since midnight: a day's are few, whatever the size of the library."""
    with file.reading() as db:
        news = " AND rank NOT IN (SELECT rank FROM stories WHERE guide = 1)" * lists.follows(db)
        sql = (
            "SELECT count(*) FROM stories INDEXED BY stories_unread"  # noqa: S608
            f" WHERE read = 0 AND hidden = 0 AND rank >= ?{news}"
        )
        return int(one(db, sql, midnight(file.clock()) * SLOTS))


def order(file: File, filter: StoryFilter, limit: int = 0) -> "array[int]":
    """The ids of a whole list ("q"), in its order; at most `limit` where that is not 0."""
    with file.reading() as db:
        return tellings.order(db, lists.meant(db, filter), file.clock(), limit)


def window(file: File, filter: StoryFilter, limit: int = 100, offset: int = 0) -> tuple[Story, ...]:
    """A window of a list, each story once; all of it from `offset` on where `limit` is 0. A search has snippets."""
    with file.reading() as db:
        ids = tellings.order(db, lists.meant(db, filter), file.clock(), limit, offset)
        return tellings.lines(db, ids, filter.words, events=filter.events)


def lines(file: File, ids: Sequence[int], words: str = "", *, events: bool = False) -> tuple[Story, ...]:
    """The stories with these ids, in that order, those that are gone left out; with snippets where `words` are a
    search, and with all that tell an event where each stands for one."""
    with file.reading() as db:
        return tellings.lines(db, ids, words, events=events)


def story(file: File, id_or_url: int | str) -> Story | None:
    """A story by its id (a number, or its text) or by any address it is known under."""
    with file.reading() as db:
        if isinstance(id_or_url, int) or re.fullmatch("[0-9]{1,18}", id_or_url):
            story_id = int(id_or_url)
        else:
            story_id = names.find(db, address.clean(id_or_url) or id_or_url)
        return next(iter(lists.lines(db, [story_id])), None)


def ids_of(file: File, urls: Sequence[str]) -> tuple[int, ...]:
    """The id of the story at each address, 0 where the library has none."""
    with file.reading() as db:
        return tuple(names.find(db, url) for url in urls)


def since(file: File, moment: datetime, limit: int) -> tuple[Story, ...]:
    """The newest unread stories that came into the library since a moment."""
    newest = window(file, StoryFilter(unread=True, news=True), 4 * limit)
    return tuple(story for story in newest if story.seen is not None and story.seen >= moment)[:limit]


def enclosures(file: File, story_id: int) -> tuple[Enclosure, ...]:
    """The audio, video and files that a story comes with, in the feed's order."""
    with file.reading() as db:
        rows = db.execute(
            "SELECT url, kind, length, duration FROM enclosures WHERE story_id = ? ORDER BY number", (story_id,)
        ).fetchall()
    return tuple(Enclosure(*row) for row in rows)


def related(file: File, article: Article) -> tuple[Related, ...]:
    """The stories an article leads to, those in the library with their ids."""
    ids = ids_of(file, [item.url for item in article.related])
    return tuple(
        replace(item, story_id=story_id)
        for item, story_id in zip(article.related, ids, strict=True)
        if not story_id or story_id != article.story_id
    )


def similar(file: File, story_id: int, limit: int = 5) -> tuple[Story, ...]:
    """Stories that share the rare words of this one's headline and standfirst, the best first, newer ones favoured;
    never another telling of its event, nor two copies of one."""
    from tui.storage import identity  # late: a list never asks which story is which

    with file.reading() as db:
        own = lists.lines(db, [story_id])
        told = tellings.every(db, story_id)  # they are listed elsewhere, or in no list of what is followed
        near = [each for each in lists.similar(db, story_id, limit * _COPIES) if each not in told]
        found = lists.lines(db, near)
        return tuple(islice(identity.told_once(own[0], found), limit)) if own else ()
