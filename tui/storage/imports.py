"""Stories that a person kept in another program, taken in with what they did to them: one act, that can be taken back.

Imported twice, nothing is there twice. What a person did here since stands: nothing is marked unread, what was read
here is not to be read later again, and a note is not written over."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from tui.model import CachedFeed, CachedStory, Imported, SavedStory
from tui.storage import (
    actions,
    arrivals,
    bounds,
    downloads,
    identity,
    incoming,
    index,
    marks,
    membership,
    names,
    stories,
    tags,
)
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.packing import pack_content
from tui.storage.sql import one, seconds_of

TAGS = 50
"""Tags of a story at most."""


def take(file: File, saved: Sequence[SavedStory], what: str = "") -> Imported:
    """Takes stories in; what became of them. `what` is what the log calls it: the program's name."""
    now = file.clock()
    with actions.as_one(file, "import", what):
        with file.writing() as db, Act(db, seconds_of(now), "import") as act:
            before = {each.url: names.find(db, each.url) for each in saved}
            ids = [_story(db, act, each, now) for each in saved]
        found = list(zip(ids, saved, strict=True))
        return Imported(
            stories=sum(not known for known in before.values()),
            known=sum(bool(known) for known in before.values()),
            read=marks.mark(file, [story_id for story_id, each in found if each.read], read=True),
            starred=marks.mark(file, [story_id for story_id, each in found if each.starred], starred=True),
            later=_later(file, {story_id: each.url for story_id, each in found if each.later}),
            tagged=_tag(file, found),
            noted=_note(file, found),
        )


def take_feeds(file: File, feeds: Iterable[CachedFeed], what: str = "") -> Imported:
    """Takes over what another reader has of feeds that are followed here: their stories, what is read of them, and what
    is flagged. A letter other than s, with which stories are starred, is a tag."""
    with actions.as_one(file, "import", what):
        before = stories.counts(file).stories
        read: list[int] = []
        starred: list[int] = []
        tagged: dict[str, list[int]] = {}
        for feed in feeds:
            for story_id, story in _arrive(file, feed):
                read += [story_id] if story.read else []
                starred += [story_id] if story.flags else []
                for letter in set(story.flags) - {"s"}:
                    tagged.setdefault(f"flag {letter}", []).append(story_id)
        return Imported(
            stories=stories.counts(file).stories - before,
            read=marks.mark(file, read, read=True, touched=False),
            starred=marks.mark(file, starred, starred=True),
            tagged=sum(tags.tag(file, ids, name) for name, ids in sorted(tagged.items())),
        )


def _arrive(file: File, feed: CachedFeed) -> list[tuple[int, CachedStory]]:
    """The stories of a feed come into its section; each with its id. None where the feed is not followed."""
    now = file.clock()
    with file.writing() as db:
        section = membership.by_address(db, feed.url)
        if section is None:
            return []
        entries = [bounds.entry(story.entry) for story in feed.stories[: bounds.ENTRIES]]
        incoming.settle(db, arrivals.take(db, section, entries, now), seconds_of(now))
        of_entry = {
            (entry.guid, entry.url, entry.title): story for entry, story in zip(entries, feed.stories, strict=False)
        }
        offers = identity.offered(entries, section)
        ids = arrivals.find(db, offers, arrivals.on_offer(db, section.id), section).stories
        found = [(story_id, offer.entry) for story_id, offer in zip(ids, offers, strict=True) if story_id]
        return [(story_id, of_entry[entry.guid, entry.url, entry.title]) for story_id, entry in found]


def _story(db: sqlite3.Connection, act: Act, saved: SavedStory, now: datetime) -> int:
    """The story at an address, new where there is none: it comes when it was saved there, with the text that was kept
    there. Where the import is taken back, a story that no section offers is in no list of all stories."""
    known = names.find(db, saved.url)
    story_id = known
    if not known:
        moment = min(saved.saved or now, now)
        story_id = arrivals.visit(db, saved.url, bounds.line(saved.title), moment)
        if saved.content:
            index.remove(db, story_id)
            db.execute("INSERT INTO contents VALUES (?, ?)", (story_id, pack_content(saved.content[: bounds.CONTENT])))
            index.put(db, [story_id])
    downloads.stand(db, act, story_id, new=not known)
    return story_id


def _later(file: File, urls: Mapping[int, str]) -> int:
    """To be read later, what is not read already; `download` fetches it. A person gave the `urls`."""
    moment = seconds_of(file.clock())
    with file.writing() as db, Act(db, moment, "import") as act:
        unread = [story_id for story_id in urls if not one(db, "SELECT read FROM stories WHERE id = ?", story_id)]
        for story_id in unread:
            downloads.wait(db, act, story_id, urls[story_id], moment)
    return marks.mark(file, unread, later=True)


def _tag(file: File, found: Sequence[tuple[int, SavedStory]]) -> int:
    by_name: dict[str, list[int]] = {}
    for story_id, saved in found:
        for name in saved.tags[:TAGS]:
            by_name.setdefault(name, []).append(story_id)
    return sum(tags.tag(file, ids, name) for name, ids in by_name.items())


def _note(file: File, found: Sequence[tuple[int, SavedStory]]) -> int:
    written = [(story_id, saved.note) for story_id, saved in found if saved.note and not tags.note(file, story_id)]
    for story_id, note in written:
        tags.keep_note(file, story_id, note)
    return len(written)
