"""Episodes: which audio and video a person asked for, what of it is here, and what was played.

The files stand in a folder beside the library; here it is kept which of them is which. A story whose episode was asked
for counts as touched, and is never tidied away."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from tui.episodes import Episode, playable
from tui.errors import AskError
from tui.storage import lists, stories
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.marks import mark_of
from tui.storage.sql import moment_of, one, seconds_of, update

_COLUMNS = (
    "episodes.id, coalesce(story_id, 0), episodes.url, episodes.title, coalesce(sites.name, ''), episodes.kind, length,"
    " duration, file, episodes.queued, played, error, episodes.position FROM episodes LEFT JOIN stories ON stories.id = story_id"
    " LEFT JOIN sites ON sites.id = stories.site_id"
)


def every(file: File) -> tuple[Episode, ...]:
    """All episodes: what waits or is here first, the newest first; then what was played and is not here."""
    with file.reading() as db:
        return _found(db, "ORDER BY file = '' AND episodes.queued IS NULL, episodes.id DESC")


def episode(file: File, episode_id: int) -> Episode | None:
    """An episode by its id."""
    with file.reading() as db:
        return next(iter(_found(db, "WHERE episodes.id = ?", episode_id)), None)


def of_story(file: File, story_id: int) -> tuple[Episode, ...]:
    """The episodes of a story that were asked for or played."""
    with file.reading() as db:
        return _found(db, "WHERE story_id = ? ORDER BY episodes.id", story_id)


def waiting(file: File) -> tuple[Episode, ...]:
    """What is to be fetched, first come, first served."""
    with file.reading() as db:
        return _found(db, "WHERE episodes.queued IS NOT NULL AND file = '' ORDER BY episodes.queued, episodes.id")


def names(file: File) -> frozenset[str]:
    """The names of the files that are episodes."""
    with file.reading() as db:
        return frozenset(name for (name,) in db.execute("SELECT file FROM episodes WHERE file <> ''"))


def taken(file: File) -> int:
    """The bytes of all that is here."""
    with file.reading() as db:
        return int(one(db, "SELECT coalesce(sum(length), 0) FROM episodes WHERE file <> ''"))


def queue(file: File, story_ids: Iterable[int]) -> tuple[Episode, ...]:
    """Queues the audio and video of stories; the episodes that wait from now on. AskError where the stories have none;
    what is here or waits already is left as it is."""
    moment = seconds_of(file.clock())
    enclosed = {story_id: playable(stories.enclosures(file, story_id)) for story_id in story_ids}
    if not any(enclosed.values()):
        raise AskError("there is no audio or video in it")
    asked = []
    what = next(
        (line.heading for line in stories.lines(file, [each for each, found in enclosed.items() if found][:1])), ""
    )
    with file.writing(durable=True) as db, Act(db, moment, "queue", what) as act:
        for story_id, found in enclosed.items():
            title = next((line.heading for line in lists.lines(db, [story_id])), "")
            for each in found:
                row = db.execute("SELECT id, file, queued FROM episodes WHERE url = ?", (each.url,)).fetchone()
                if row is None:
                    given = {"kind": each.kind, "length": each.length, "duration": each.duration, "title": title}
                    asked.append(act.insert("episodes", url=each.url, story_id=story_id, queued=moment, **given))
                elif not row[1] and row[2] is None:
                    act.change("episodes", row[0], queued=moment, error="")
                    asked.append(row[0])
            if found:
                mark_of(db, story_id, moment)
        return tuple(one for each in asked for one in _found(db, "WHERE episodes.id = ?", each))


def unqueue(file: File, ids: Sequence[int]) -> int:
    """What waits is not fetched after all; how many."""
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db, Act(db, moment, "take from the queue", _titles(db, ids)) as act:
        return sum(act.change("episodes", each, queued=None, error="") for each in ids)


def play(file: File, ids: Sequence[int], *, played: bool = True) -> int:
    """Notes that episodes were played, from their beginning to their end, or were not; how many changed."""
    moment = seconds_of(file.clock())
    verb = "mark played" if played else "mark not played"
    with file.writing(durable=True) as db, Act(db, moment, verb, _titles(db, ids)) as act:
        return sum(
            act.change("episodes", each, position=0, played=moment if played else None)
            for each in ids
            if not (played and one(db, "SELECT played IS NOT NULL AND position = 0 FROM episodes WHERE id = ?", each))
        )


def leave(file: File, episode_id: int, position: int) -> bool:
    """Notes at which second an episode was left; False where that is known."""
    with (
        file.writing(durable=True) as db,
        Act(db, seconds_of(file.clock()), "keep the place in", _titles(db, [episode_id])) as act,
    ):
        return act.change("episodes", episode_id, position=position)


def came(file: File, episode_id: int, name: str, size: int) -> bool:
    """An episode's file stands there; False where it was taken out of the queue meanwhile."""
    with file.writing() as db:
        wanted = bool(one(db, "SELECT queued IS NOT NULL OR file = ? FROM episodes WHERE id = ?", name, episode_id))
        if wanted:
            found(file, episode_id, name, size)
        return wanted


def found(file: File, episode_id: int, name: str, size: int) -> None:
    """An episode's file stands there, whether or not it was waited for."""
    with file.writing() as db:
        moment = seconds_of(file.clock())
        update(db, "episodes", episode_id, file=name, length=size, fetched=moment, queued=None, error="")


def failed(file: File, episode_id: int, sentence: str) -> None:
    """An episode did not come; it waits on."""
    with file.writing() as db:
        update(db, "episodes", episode_id, error=sentence)


def let_go(file: File, names: Iterable[str]) -> None:
    """Forgets files that are gone; that their episodes were played stays known."""
    with file.writing() as db:
        db.executemany("UPDATE episodes SET file = '', fetched = NULL WHERE file = ?", ((name,) for name in names))


def surplus(file: File, most: int) -> tuple[str, ...]:
    """The files to remove so that all are no more than so many bytes: played ones, the longest ago first, and no
    others."""
    with file.reading() as db:
        total = one(db, "SELECT coalesce(sum(length), 0) FROM episodes WHERE file <> ''")
        found = []
        for name, size in db.execute(
            "SELECT file, length FROM episodes WHERE file <> '' AND played IS NOT NULL ORDER BY played, id"
        ):
            if total <= most:
                break
            found.append(name)
            total -= size
        return tuple(found)


def _titles(db: sqlite3.Connection, ids: Sequence[int]) -> str:
    """What the log calls some episodes: the headline of the first."""
    return one(db, "SELECT title FROM episodes WHERE id = ?", ids[0]) or "" if ids else ""


def _found(db: sqlite3.Connection, where: str, *given: int) -> tuple[Episode, ...]:
    found = []
    for row in db.execute(f"SELECT {_COLUMNS} {where}", given):
        known: dict[str, Any] = dict(zip(Episode.__match_args__, row, strict=True))
        known |= {"queued": moment_of(known["queued"]), "played": moment_of(known["played"])}
        found.append(Episode(**known))
    return tuple(found)
