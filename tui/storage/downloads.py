"""Downloads: what to fetch stories' pages with, and the queue of those to be fetched when there is a network."""

import sqlite3
from collections.abc import Iterable
from itertools import islice

from tui import address
from tui.errors import AskError
from tui.jobs import DownloadJob
from tui.model import Story, StoryFilter
from tui.storage import actions, lists, marks, names, visibility
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.sections import on_host_of, trusted_host
from tui.storage.sql import column, one, seconds_of, update
from tui.storage.texts import content_of
from tui.values import replace


def job(file: File, story_id: int) -> DownloadJob | None:
    """What to fetch one story's page with; None where there is no such story or it has no address on the web."""
    with file.reading() as db:
        return _job(db, story_id)


def unread(file: File, filter: StoryFilter, limit: int = 0) -> tuple[DownloadJob, ...]:
    """The unread stories of a list whose article is not kept, newest first; without their `content`, for they may be
    thousands."""
    with file.reading() as db:
        wanted = replace(lists.meant(db, filter), unread=True)
        missing = (
            found
            for story_id in lists.order(db, wanted, file.clock())
            if not one(db, "SELECT kept FROM stories WHERE id = ?", story_id)
            and (found := _job(db, story_id, whole=False)) is not None
        )
        return tuple(islice(missing, limit or None))


def queue(file: File, url: str, *, from_url: str = "", given: bool = False, title: str = "") -> Story:
    """Puts a story in the download queue, and in the library where it is not there. `from_url` led there, or a person
    has `given` the address. AskError for one that is not the web's."""
    from tui.storage import arrivals  # late: most stories that are asked for are in the library

    clean = address.of_story(url)
    if not clean:
        raise AskError(_refusal(url))
    now = file.clock()
    with file.writing() as db:
        story_id = names.find(db, clean) or arrivals.visit(db, clean, title, now)
        led = "" if names.find(db, from_url) == story_id else from_url
        _queue(db, story_id, clean if given else led, seconds_of(now))
        return lists.lines(db, [story_id])[0]


def _refusal(url: str) -> str:
    return f"{url} is not an address that can be read here"


def save(file: File, urls: Iterable[str]) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """Puts the stories at some addresses on the list of later and in the download queue, as one act; and why others
    were refused."""
    from tui.storage import arrivals  # late, as above

    now = file.clock()
    ids, refused = [], []
    with actions.as_one(file, "later"):
        with file.writing() as db, Act(db, seconds_of(now), "later") as act:
            for url in urls:
                if not (clean := address.of_story(url)):
                    refused.append(_refusal(url))
                    continue
                known = names.find(db, clean)
                ids.append(known or arrivals.visit(db, clean, "", now))
                stand(db, act, ids[-1], new=not known)
                # An address that a person gave says more than a link, which a story may wait by already.
                db.execute("UPDATE queue SET from_url = ? WHERE story_id = ?", (clean, ids[-1]))
                wait(db, act, ids[-1], clean, seconds_of(now))
        marks.mark(file, ids, later=True)
    with file.reading() as db:
        return lists.lines(db, ids), tuple(refused)


def stand(db: sqlite3.Connection, act: Act, story_id: int, *, new: bool) -> None:
    """A story that a person wants stands in the list of all stories. Where the act is taken back, one that was `new`
    with it, and that no section offers, stands there no longer."""
    if new:
        update(db, "stories", story_id, hidden=visibility.QUIET)
    if not one(db, "SELECT 1 FROM standing WHERE story_id = ?", story_id):
        hidden = one(db, "SELECT hidden FROM stories WHERE id = ?", story_id)
        act.change("stories", story_id, hidden=hidden & ~visibility.QUIET)


def wait(db: sqlite3.Connection, act: Act, story_id: int, url: str, moment: int) -> None:
    """Puts a story whose text is not here in the queue, as part of an act; a person gave its address."""
    if not one(db, "SELECT kept OR queued FROM stories WHERE id = ?", story_id):
        act.insert("queue", story_id=story_id, from_url=url, at=moment)
        act.change("stories", story_id, queued=1)


def queue_stories(file: File, ids: Iterable[int]) -> int:
    """Puts stories of the library in the download queue, read or not; the number of those whose text is not here."""
    moment = seconds_of(file.clock())
    with file.writing() as db:
        return sum(_queue(db, story_id, "", moment) for story_id in ids)


def _queue(db: sqlite3.Connection, story_id: int, from_url: str, moment: int) -> bool:
    """Puts a story in the queue, with what led to it: an address of its own where a person gave that. False where its
    text is kept, or there is no such story."""
    if one(db, "SELECT kept FROM stories WHERE id = ?", story_id) != 0:
        return False
    db.execute("INSERT OR IGNORE INTO queue (story_id, from_url, at) VALUES (?, ?, ?)", (story_id, from_url, moment))
    if from_url and names.find(db, from_url) == story_id:  # that of a story that waits already says more than a link
        db.execute("UPDATE queue SET from_url = ? WHERE story_id = ?", (from_url, story_id))
    update(db, "stories", story_id, queued=1)
    return True


def queued(file: File) -> tuple[DownloadJob, ...]:
    """The download queue, first come, first served; also without `content`."""
    with file.reading() as db:
        found = (_job(db, story_id, whole=False) for story_id in column(db, "SELECT story_id FROM queue ORDER BY id"))
        return tuple(job for job in found if job is not None)


def _job(db: sqlite3.Connection, story_id: int, *, whole: bool = True) -> DownloadJob | None:
    """What to fetch a story's page with, where it has an address on the web; without its `content` where not
    `whole`."""
    row = db.execute(
        "SELECT url, title, coalesce((SELECT from_url FROM queue WHERE story_id = stories.id), ''), kept"
        " FROM stories WHERE id = ?",
        (story_id,),
    ).fetchone()
    if row is None or not row[0].startswith(("http://", "https://")):
        return None
    url, title, from_url, kept = row
    given = bool(from_url) and names.find(db, from_url) == story_id
    trusted = given or (bool(from_url) and trusted_host(db, from_url))
    if not from_url:
        sql = (
            "SELECT url, trusted FROM standing JOIN sections ON sections.id = section_id WHERE story_id = ?"
            " ORDER BY trusted DESC, section_id"
        )
        led = db.execute(sql, (story_id,)).fetchall()
        # Of those that a person named, the one that may lead to a private host is on it.
        own = (each for each in led if each[1] and on_host_of(url, each[0]))
        # What stands in none of them, and is here, was asked at a person's word: on a private host it leads to itself.
        from_url, trusted = next(own, led[0] if led else (url * kept, False))
    content = content_of(db, story_id) if whole else ""
    sql = (
        "SELECT full_text FROM standing JOIN sections ON sections.id = section_id"
        " WHERE story_id = ? AND full_text <> '' ORDER BY archived, section_id LIMIT 1"
    )
    chosen = one(db, sql, story_id) or ""
    return DownloadJob(url, story_id, from_url, trusted=bool(trusted), title=title, content=content, full_text=chosen)
