"""Refreshes: what to ask each section with, who may ask it, what came back, and which hosts are to be left alone."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tui import address
from tui.jobs import Failure, Gathered, RefreshJob, Validators
from tui.model import Kind, Offer
from tui.storage import actions, membership, schedule, visibility
from tui.storage.file import File
from tui.storage.sections import on_host_of
from tui.storage.sql import at, moment_of, one, seconds_of, update

TRIES = 3
"""Failures in a row until an address of which nobody knows what stands there is asked for a feed alone."""


def jobs(file: File, section_ids: Sequence[int] | None = None, *, due: bool = False) -> tuple[RefreshJob, ...]:
    """What to ask the given sections (None: all) with: with None those gone are left out, with `due` those whose next
    check is to come. What a server of feeds asks (`accounts`) is not asked besides.

    A next check is not believed that was told by a clock which was ahead.

    Sections on held hosts are among them: see `held`. How to ask is for the library to fill in.
    """
    wanted = None if section_ids is None else set(section_ids)
    with file.reading() as db:
        rows = db.execute(
            "SELECT id, url, kind, etag, modified, digest, validated, moving_to, moving_since, trusted,"
            f" unknown = 1 AND failures < {TRIES}, minutes, full_text FROM sections"
            f" WHERE {'1' if wanted else 'gone = 0'} AND archived = 0 AND kind <> 'guide'"
            " AND id NOT IN (SELECT section_id FROM remote_feeds WHERE remote_id <> '')"
            " AND (next_check <= ?1 OR checked > ?1 + 3600) ORDER BY next_check, id",
            (seconds_of(file.clock()) if due else 1 << 62,),
        ).fetchall()
    return tuple(
        RefreshJob(
            section_id,
            url,
            Kind(kind),
            Validators(etag, modified, digest, moment_of(validated)),
            moving_to=moving_to,
            moving_since=moment_of(moving_since),
            trusted=bool(trusted),
            unknown=bool(unknown),
            minutes=minutes,
            full_text=full_text,
        )
        for section_id, url, kind, etag, modified, digest, validated, moving_to, moving_since, trusted, *rest in rows
        for unknown, minutes, full_text in [rest]
        if wanted is None or section_id in wanted
    )


def keep(file: File, gathered: Gathered, *, interval_minutes: float = 60, jitter: float = 0.0) -> int:
    """Stores what a refresh brought, in one transaction; the number of new stories that no mute hides. `jitter` is 0 to
    1.

    The next check is as `schedule` says; a host that asks for it is left alone, and a section that answers 410 again
    days later is gone. Without a network nothing changes."""
    from tui.storage import arrivals, incoming  # late: asking what is due takes nothing in

    now = file.clock()
    with file.writing() as db:
        row = db.execute(
            "SELECT url, failures, gone_since, unknown, trusted FROM sections WHERE id = ?",
            (gathered.section_id,),
        ).fetchone()
        if row is None:
            return 0  # unfollowed meanwhile
        url, failures, gone_since, unknown, trusted = row
        given: dict[str, Any] = {"lease_holder": "", "lease_until": 0}
        if failure := gathered.failure:
            if not failure.offline:
                wait = _wait_after(db, failure, url, failures, seconds_of(now), interval_minutes, jitter)
                given |= _failed(failure, failures + 1, gone_since, seconds_of(now), round(wait))
            update(db, "sections", gathered.section_id, **given)
            return 0
        db.execute("DELETE FROM hosts WHERE host = ? AND held_until <= ?", (address.host(url), seconds_of(now)))
        wait = schedule.after_success(interval_minutes * 60.0, gathered.fresh_for)
        given |= _answered(gathered, seconds_of(now), round(wait))
        if unknown:
            there = gathered.instead or Offer(gathered.title, url)
            if not _stands_there(db, gathered.section_id, there, trusted):
                return 0  # what is there is followed already
            given["unknown"] = 0
        elif gathered.title:
            _title(db, gathered.section_id, gathered.title)
        if gathered.moved_to:
            owner = membership.by_address(db, gathered.moved_to)
            if owner is None or owner.id == gathered.section_id:
                given |= _moved(db, gathered, url, trusted)
            elif not one(db, "SELECT archived FROM sections WHERE id = ?", owner.id):
                _join(db, gathered.section_id, owner.id, seconds_of(now))
                return 0
        new = 0
        if not gathered.unchanged:
            section = membership.of_section(db, gathered.section_id)
            taken = arrivals.take(db, section, gathered.entries, now)
            new = incoming.settle(db, taken, seconds_of(now))
        update(db, "sections", gathered.section_id, **given)
        return new


def _wait_after(
    db: sqlite3.Connection,
    failure: Failure,
    url: str,
    failures: int,
    moment: int,
    interval_minutes: float,
    jitter: float,
) -> float:
    """For how many seconds a section that failed is not asked again; its host is left alone where it asks for that."""
    asked = failure.retry_after
    wait = schedule.after_failure(interval_minutes * 60.0, failures, jitter, asked, failure.unreached)
    if asked is None and failure.status not in schedule.BUSY:
        return wait
    return max(wait, leave_alone(db, address.host(url), moment, asked))


def _moved(db: sqlite3.Connection, gathered: Gathered, url: str, trusted: int) -> dict[str, Any]:
    """What is kept of a section that moved from an address: the old one still leads to it."""
    db.execute("INSERT OR IGNORE INTO addresses SELECT key, id FROM sections WHERE id = ?", (gathered.section_id,))
    return {
        "url": gathered.moved_to,
        "key": address.section_key(gathered.moved_to),
        "moving_to": "",
        "moving_since": None,
        "trusted": trusted and on_host_of(gathered.moved_to, url),
    }


def _join(db: sqlite3.Connection, section_id: int, other_id: int, moment: int) -> None:
    """A section that moved to where another is followed is that one: its stories, folders and old addresses go there,
    and it is archived. Marks stand with the stories and are not touched."""
    db.execute(
        "INSERT INTO standing (section_id, rank, story_id, unread, hidden, position, offered)"
        " SELECT ?, rank, story_id, unread, hidden, -1, 0 FROM standing AS before WHERE section_id = ? AND NOT EXISTS"
        " (SELECT 1 FROM standing WHERE section_id = ? AND story_id = before.story_id)",
        (other_id, section_id, other_id),
    )
    _file_with(db, other_id, section_id)
    db.execute("UPDATE addresses SET section_id = ? WHERE section_id = ?", (other_id, section_id))
    db.execute("INSERT OR IGNORE INTO addresses SELECT key, ? FROM sections WHERE id = ?", (other_id, section_id))
    # The key is free for who looks for the old address: it means the other section now.
    update(db, "sections", section_id, key=f"joined {section_id}", archived=moment, lease_holder="", lease_until=0)
    visibility.settle_sections(db, [section_id])


def _file_with(db: sqlite3.Connection, section_id: int, other_id: int) -> None:
    """A section stands in the folders of another, too."""
    db.execute(
        "INSERT OR IGNORE INTO foldered (folder_id, section_id, position)"
        " SELECT folder_id, ?, position FROM foldered WHERE section_id = ?",
        (section_id, other_id),
    )


def _failed(failure: Failure, failures: int, gone_since: int | None, moment: int, wait: int) -> dict[str, Any]:
    """What is kept of a section that failed; `gone_since` is the moment of its first 410."""
    since = (gone_since or moment) if failure.status == 410 else None
    return {
        "checked": moment,
        "error": failure.sentence,
        "failures": failures,
        "gone": int(since is not None and schedule.is_gone(since, moment)),
        "gone_since": since,
        "next_check": moment + wait,
    }


def _answered(gathered: Gathered, moment: int, wait: int) -> dict[str, Any]:
    """What is kept of a section that answered."""
    given = {
        "checked": moment,
        "succeeded": moment,
        "error": "",
        "failures": 0,
        "gone": 0,
        "gone_since": None,
        "next_check": moment + wait,
        "moving_to": gathered.moving_to,
        "moving_since": seconds_of(gathered.moving_since),
    }
    validators = gathered.validators
    if not (gathered.unchanged and validators == Validators()):
        given |= {
            "etag": validators.etag,
            "modified": validators.modified,
            "digest": validators.digest,
            "validated": seconds_of(validators.since),
        }
    return given


def _title(db: sqlite3.Connection, section_id: int, title: str) -> None:
    """A section, and a site that has no other, is called as its feed calls itself, where it was named for want of a
    name: after its host, its address or a folder."""
    name, url, site_id, site, others = db.execute(
        "SELECT sections.name, sections.url, site_id, sites.name,"
        " (SELECT count(*) FROM sections AS others WHERE others.site_id = sites.id) - 1"
        " FROM sections JOIN sites ON sites.id = site_id WHERE sections.id = ?",
        (section_id,),
    ).fetchone()
    host = address.host(url)
    named = "SELECT folders.name FROM foldered JOIN folders ON folders.id = folder_id WHERE section_id = ?"
    folders = (folder for (folder,) in db.execute(named, (section_id,)))
    wanting = {"", host, address.bare(host), url, address.public(url), *folders}
    if others:
        wanting.add(site)  # where a folder is the site
    elif site in wanting:
        update(db, "sites", site_id, name=title)
    if name in wanting:
        update(db, "sections", section_id, name=title)


def _stands_there(db: sqlite3.Connection, section_id: int, found: Offer, trusted: int) -> bool:
    """A section whose address nobody knew now has the kind, and where it had none the name, of what stands there. False
    where that is another section, followed before: then this one goes, and that one is followed, in its folders too."""
    key = address.section_key(found.url)
    owner = membership.by_address(db, found.url)
    if owner is not None and owner.id != section_id:
        db.execute("UPDATE OR IGNORE foldered SET section_id = ? WHERE section_id = ?", (owner.id, section_id))
        actions.hang_on(db, "section_id", section_id, owner.id)
        if one(db, "SELECT archived FROM sections WHERE id = ?", owner.id):
            actions.take_up(db, section_id, owner.id)
            update(db, "sections", owner.id, archived=0)
        visibility.settle_sections(db, [owner.id])
        db.execute("DELETE FROM sections WHERE id = ?", (section_id,))
        return False
    url, name, site_id, site, others = db.execute(
        "SELECT sections.url, sections.name, site_id, sites.name,"
        " (SELECT count(*) FROM sections AS others WHERE others.site_id = sites.id) - 1"
        " FROM sections JOIN sites ON sites.id = site_id WHERE sections.id = ?",
        (section_id,),
    ).fetchone()
    host = address.host(url)
    given: dict[str, Any] = {"url": found.url, "key": key, "kind": str(found.kind), "page": found.page}
    given["trusted"] = trusted and on_host_of(found.url, url)
    if found.name and name in ("", host):
        given["name"] = found.name
    update(db, "sections", section_id, **given)
    if not others:
        page = found.page or found.url
        titled = {"name": found.name} if found.name and site in ("", host) else {}
        update(db, "sites", site_id, url=page, domain=address.registrable(page), **titled)
    return True


# Who asks


def take_lease(file: File, section_ids: Sequence[int], holder: str, seconds: float) -> tuple[int, ...]:
    """The sections that this holder may now ask: those that no other holds. Until kept, released, or time is up."""
    moment = seconds_of(file.clock())
    with file.writing() as db:
        return tuple(
            section_id
            for section_id in section_ids
            if db.execute(
                "UPDATE sections SET lease_holder = ?, lease_until = ?"
                " WHERE id = ? AND (lease_until <= ? OR lease_holder = ?)",
                (holder, moment + round(seconds), section_id, moment, holder),
            ).rowcount
        )


def release_lease(file: File, holder: str) -> None:
    """Gives back all that a holder still holds."""
    with file.writing() as db:
        db.execute("UPDATE sections SET lease_holder = '', lease_until = 0 WHERE lease_holder = ?", (holder,))


def lease_holders(file: File) -> tuple[str, ...]:
    """Those who hold sections, or held them and did not give them back."""
    with file.reading() as db:
        rows = db.execute("SELECT DISTINCT lease_holder FROM sections WHERE lease_holder != ''").fetchall()
    return tuple(holder for (holder,) in rows)


# Hosts that asked to be left alone


def hold_back(file: File, host: str, retry_after: float | None = None) -> None:
    """Leaves a host alone that asked for it, for as many seconds as it said, or as `schedule` says."""
    with file.writing() as db:
        leave_alone(db, host, seconds_of(file.clock()), retry_after)


def held(file: File) -> tuple[tuple[str, datetime], ...]:
    """The hosts to leave alone now, each with its moment."""
    with file.reading() as db:
        rows = db.execute(
            "SELECT host, held_until FROM hosts WHERE held_until > ? ORDER BY host", (seconds_of(file.clock()),)
        ).fetchall()
    return tuple((host, at(until)) for host, until in rows)


def leave_alone(db: sqlite3.Connection, host: str, moment: int, retry_after: float | None) -> float:
    """Leaves a host alone, never for a shorter time than was already set; for how many seconds."""
    row = db.execute("SELECT held_until, failures FROM hosts WHERE host = ?", (host,)).fetchone()
    until, times = row or (0, 0)
    again = times if until > moment else times + 1  # several sections of one host are told at the same time
    seconds = schedule.held_for(again - 1 if again else 0, retry_after)
    db.execute(
        "INSERT INTO hosts (host, held_until, failures) VALUES (?, ?, ?) ON CONFLICT (host) DO UPDATE SET"
        " held_until = max(held_until, excluded.held_until), failures = excluded.failures",
        (host, moment + round(seconds), again),
    )
    return seconds
