"""The subscriptions of an account, both ways: what is followed there and here, under which name and in which folder.

Of each section that both have it is kept what they had when they last agreed. What differs from that on one side was
changed there, and goes to the other; what was changed here wins where both were. A section that a server takes away is
archived here, as one act, which `undo` takes back: then it is followed there again."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from tui import address
from tui.model import FOLDERS, Kind
from tui.remote import RemoteFeed
from tui.storage import folders, membership, visibility
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.sql import column, one, seconds_of, update
from tui.text import folded
from tui.values import Value, replace

TRIES = 3
"""How often a server is asked to follow a section that it refuses."""


class FeedChange(Value):
    """Something that the server is to be told of a section. No `feed_id`: it is to be followed there; `gone`: no
    longer."""

    section_id: int
    feed_id: str = ""
    url: str = ""
    title: str = ""
    """How it is called from now on, "" for what it is called."""
    folder: str | None = None
    """Where it stands from now on ("" in none), None for where it stands."""
    old_folder: str = ""
    gone: bool = False


class Settled(Value):
    """What came of comparing both sides."""

    changes: tuple[FeedChange, ...] = ()
    """What the server is to be told."""
    archived: tuple[str, ...] = ()
    """The names of the sections that were taken away there."""
    bound: int = 0
    """Sections that are new on both sides."""
    restored: bool = False
    """An id names another feed than before: the server was put back from a backup, and gave it again."""


class _Bound(Value):
    """A section as both sides had it when they last agreed."""

    section_id: int
    remote_id: str
    url: str
    title: str
    folder: str
    name: str
    path: str


def strangers(file: File, account_id: int, feeds: Sequence[RemoteFeed]) -> tuple[RemoteFeed, ...]:
    """The feeds that are followed there and were never followed here, or were taken up there again."""
    with file.reading() as db:
        bound = _rows(db, account_id)
        sections = _places(db, bound, feeds)
        return tuple(
            feed
            for feed in feeds
            if feed.id not in sections or _is_back(db, sections[feed.id], bound.get(sections[feed.id]))
        )


def _is_back(db: sqlite3.Connection, section_id: int, row: _Bound | None) -> bool:
    """It is archived here, and not because it is followed there and is to be no longer."""
    return (row is None or not row.remote_id) and bool(
        one(db, "SELECT archived FROM sections WHERE id = ?", section_id)
    )


def settle(file: File, account_id: int, feeds: Sequence[RemoteFeed], unfiled: str = "") -> Settled:
    """Compares what is followed on both sides; takes over what was changed there. Strangers are to be followed
    before. `unfiled`: the server's folder for feeds without one."""
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db:
        bound = _rows(db, account_id)
        places = _places(db, bound, feeds)
        changes: list[FeedChange] = []
        fresh = 0
        for feed in feeds:
            section_id = places.get(feed.id)
            if section_id is None:
                continue  # refused here: an address that is none
            row = bound.get(section_id)
            if row is None or not row.remote_id:
                if one(db, "SELECT archived FROM sections WHERE id = ?", section_id):
                    continue
                _bind(db, account_id, section_id, feed, unfiled)
                fresh += 1
            else:
                changes += _compared(db, account_id, row, feed, unfiled, moment)
        again = any(row.remote_id in places and places[row.remote_id] != row.section_id for row in bound.values())
        there = {places[feed.id] for feed in feeds if feed.id in places}
        names = _taken_away(db, account_id, [row for row in bound.values() if row.section_id not in there], moment)
        changes += _to_follow(db, account_id)
        return Settled(tuple(changes), names, fresh, again)


def refused(file: File, account_id: int, section_id: int) -> None:
    """Notes that a server did not take a section: it stays here alone after a few tries."""
    with file.writing() as db:
        db.execute(
            "INSERT INTO remote_feeds (account_id, section_id, remote_id, refused) VALUES (?, ?, '', 1)"
            " ON CONFLICT (account_id, section_id) DO UPDATE SET refused = refused + 1",
            (account_id, section_id),
        )


def bound(file: File, account_id: int) -> dict[str, int]:
    """The sections of the feeds that both sides follow, by the server's ids."""
    with file.reading() as db:
        return {row.remote_id: row.section_id for row in _rows(db, account_id).values() if row.remote_id}


def full_texts(file: File, account_id: int) -> tuple[tuple[int, str, str], ...]:
    """The sections of an account: their ids, addresses, and when their whole stories are fetched ("": as the
    configuration says)."""
    with file.reading() as db:
        return tuple(
            db.execute(
                "SELECT sections.id, sections.url, full_text FROM remote_feeds"
                " JOIN sections ON sections.id = section_id"
                " WHERE account_id = ? AND remote_id <> '' AND archived = 0 ORDER BY sections.id",
                (account_id,),
            )
        )


# Which section is which feed


def _rows(db: sqlite3.Connection, account_id: int) -> dict[int, _Bound]:
    sql = "SELECT section_id, remote_id, url, title, folder, name, path FROM remote_feeds WHERE account_id = ?"
    return {row[0]: _Bound(*row) for row in db.execute(sql, (account_id,))}


def _places(db: sqlite3.Connection, bound: Mapping[int, _Bound], feeds: Sequence[RemoteFeed]) -> dict[str, int]:
    """The sections that a server's feeds are, by its ids; none is two."""
    by_id = {row.remote_id: row for row in bound.values() if row.remote_id}
    found: dict[str, int] = {}
    rest = []
    # An id may come to name another feed (a server put back from a backup): the address is asked first.
    for feed in feeds:
        owner = membership.by_address(db, feed.url)
        row = by_id.get(feed.id)
        section_id = row.section_id if row and row.url == feed.url else owner.id if owner else 0
        if not section_id:
            rest.append(feed)
        elif section_id not in found.values():
            found[feed.id] = section_id
    for feed in rest:
        left = [row for row in bound.values() if row.section_id not in found.values()]
        if section_id := _under_another_address(left, feed):
            found[feed.id] = section_id
    return found


def _under_another_address(left: Sequence[_Bound], feed: RemoteFeed) -> int:
    """The section that a feed is which was asked for, or has moved at the server; 0 where there is none."""
    moved = [row.section_id for row in left if row.remote_id == feed.id and _has_moved(row, feed)]
    return moved[0] if moved else _asked_for(left, feed)


def _has_moved(row: _Bound, feed: RemoteFeed) -> bool:
    """Whether a feed whose id is known, and whose address is not, is the one of before at another address. A server
    that was put back from a backup gives an id again, and many feeds may stand on one host: its name tells."""
    return folded(row.title) == folded(feed.title)


def _asked_for(left: Iterable[_Bound], feed: RemoteFeed) -> int:
    """The section that the server was asked to follow, where it does so under another address than it was given; 0
    where there is none."""
    same = [
        row.section_id
        for row in left
        if not row.remote_id and row.title == feed.title and _of_one_site(row.url, feed.url)
    ]
    return same[0] if len(same) == 1 else 0


def _of_one_site(one: str, other: str) -> bool:
    return bool(one) and address.registrable(one) == address.registrable(other)


# Names and folders


def _bind(db: sqlite3.Connection, account_id: int, section_id: int, feed: RemoteFeed, unfiled: str) -> None:
    """A section and a feed are one from now on; the feed is asked by the server alone. A section that stands in no
    folder stands where the server has it."""
    path = _path(db, section_id)
    if not path and feed.folder not in ("", unfiled):
        path = _move(db, section_id, "", feed.folder)
    db.execute(
        "INSERT OR REPLACE INTO remote_feeds (account_id, section_id, remote_id, url, title, folder, name, path)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (account_id, section_id, feed.id, feed.url, feed.title, feed.folder, _called(db, section_id), path),
    )
    db.execute("DELETE FROM remote_items WHERE account_id = ? AND section_id = 0", (account_id,))
    db.execute("UPDATE standing SET position = -1 WHERE section_id = ? AND position >= 0", (section_id,))
    update(db, "sections", section_id, etag="", modified="", digest="", validated=None, error="", failures=0, gone=0)


def _compared(
    db: sqlite3.Connection, account_id: int, row: _Bound, feed: RemoteFeed, unfiled: str, moment: int
) -> Iterable[FeedChange]:
    """What the server is to be told of a section that both have; what it has to tell is taken over."""
    section_id = row.section_id
    if one(db, "SELECT archived FROM sections WHERE id = ?", section_id):
        return [FeedChange(section_id, feed.id, feed.url, gone=True)]
    name, path = _called(db, section_id), _path(db, section_id)
    change = FeedChange(section_id, feed.id, feed.url, old_folder=feed.folder)
    if name == row.name:
        if feed.title not in ("", row.title):
            name = _rename(db, section_id, feed.title)
    elif folded(name) != folded(feed.title):
        change = replace(change, title=name)
    if path == row.path:
        if feed.folder != row.folder:
            path = _move(db, section_id, row.path, "" if feed.folder == unfiled else feed.folder)
    elif folded(path or unfiled) != folded(feed.folder or unfiled):
        change = replace(change, folder=path)
    # What the server is still to be told stays a difference until it says so itself.
    agreed_name = (row.title, row.name) if change.title else (feed.title, name)
    agreed_place = (row.folder, row.path) if change.folder is not None else (feed.folder, path)
    db.execute(
        "UPDATE remote_feeds SET remote_id = ?, url = ?, title = ?, name = ?, folder = ?, path = ?"
        " WHERE account_id = ? AND section_id = ?",
        (feed.id, feed.url, *agreed_name, *agreed_place, account_id, section_id),
    )
    return [change] if change.title or change.folder is not None else []


def _called(db: sqlite3.Connection, section_id: int) -> str:
    """What a person sees as its name: its site's, where that has no other section."""
    name, site, others = db.execute(
        "SELECT sections.name, sites.name, (SELECT count(*) FROM sections AS others WHERE others.site_id = sites.id"
        " AND archived = 0 AND others.id <> sections.id)"
        " FROM sections JOIN sites ON sites.id = site_id WHERE sections.id = ?",
        (section_id,),
    ).fetchone()
    return str(name if others and name else site)


def _rename(db: sqlite3.Connection, section_id: int, name: str) -> str:
    site_id = one(db, "SELECT site_id FROM sections WHERE id = ?", section_id)
    update(db, "sections", section_id, name=name)
    if not one(db, "SELECT 1 FROM sections WHERE site_id = ? AND id <> ? AND archived = 0", site_id, section_id):
        update(db, "sites", site_id, name=name)
    return _called(db, section_id)


def _path(db: sqlite3.Connection, section_id: int) -> str:
    """The first folder that a section stands in, with those around it, as one name."""
    folder_id = one(
        db,
        "SELECT folder_id FROM foldered JOIN folders ON folders.id = folder_id WHERE section_id = ?"
        " ORDER BY foldered.id LIMIT 1",
        section_id,
    )
    names: list[str] = []
    while folder_id and len(names) < folders.DEEPEST:
        name, folder_id = db.execute("SELECT name, parent_id FROM folders WHERE id = ?", (folder_id,)).fetchone()
        names.insert(0, name)
    return FOLDERS.join(names)


def _move(db: sqlite3.Connection, section_id: int, path: str, folder: str) -> str:
    """Takes a section out of the folder that it had first, and puts it where the server has it; its path then."""
    act = Act(db, 0, "")
    if path:
        first = one(db, "SELECT min(id) FROM foldered WHERE section_id = ?", section_id)
        act.delete("foldered", first or 0)
    wanted = tuple(name for name in (part.strip() for part in folder.split(FOLDERS)) if name)
    if wanted:
        folders.put_sections(db, act, [section_id], folders.folder(db, act, wanted))
    return _path(db, section_id)


# What is followed on one side alone


def _taken_away(db: sqlite3.Connection, account_id: int, rows: Sequence[_Bound], moment: int) -> tuple[str, ...]:
    """Archives the sections that the server has no longer; their names, without those that were archived here."""
    gone = [row for row in rows if row.remote_id]
    here = [row for row in gone if not one(db, "SELECT archived FROM sections WHERE id = ?", row.section_id)]
    elsewhere = "SELECT 1 FROM remote_feeds WHERE section_id = ? AND account_id <> ? AND remote_id <> ''"
    for row in gone:
        # What another account has as well stays, and is not followed here again.
        kept = row in here and one(db, elsewhere, row.section_id, account_id)
        here = [each for each in here if each != row] if kept else here
        db.execute(
            "UPDATE remote_feeds SET remote_id = '', refused = ? WHERE account_id = ? AND section_id = ?",
            (TRIES if kept else 0, account_id, row.section_id),
        )
        db.execute("DELETE FROM remote_items WHERE account_id = ? AND section_id = ?", (account_id, row.section_id))
    names = tuple(row.name for row in here)
    what = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    account = one(db, "SELECT name FROM accounts WHERE id = ?", account_id)
    with Act(db, moment, "unfollow", f"{what} (taken away at {account})") as act:
        for row in here:
            act.change("sections", row.section_id, archived=max(moment, 1))
    visibility.settle_sections(db, [row.section_id for row in here])
    return names


def _to_follow(db: sqlite3.Connection, account_id: int) -> list[FeedChange]:
    """The feeds that are followed here and are to be followed there: those that were taken up again, and new ones."""
    since = one(db, "SELECT since FROM accounts WHERE id = ?", account_id)
    ids = column(
        db,
        "SELECT sections.id FROM sections LEFT JOIN remote_feeds ON section_id = sections.id AND account_id = ?1"
        " WHERE archived = 0 AND kind = ?2 AND unknown = 0 AND (remote_id = '' AND refused < ?3"
        " OR (remote_id IS NULL AND ?4 >= 0 AND sections.id > ?4"
        " AND NOT EXISTS (SELECT 1 FROM remote_feeds AS others WHERE others.section_id = sections.id)))"
        " ORDER BY sections.id",
        account_id,
        str(Kind.FEED),
        TRIES,
        since,
    )
    found = []
    for section_id in ids:
        url = one(db, "SELECT url FROM sections WHERE id = ?", section_id)
        if address.credentials(url):
            continue  # a name and a password that were meant for this machine
        name, path = _called(db, section_id), _path(db, section_id)
        db.execute(
            "INSERT INTO remote_feeds (account_id, section_id, remote_id, url, title, name, path)"
            " VALUES (?1, ?2, '', ?3, ?4, ?4, ?5) ON CONFLICT (account_id, section_id) DO UPDATE"
            " SET url = excluded.url, title = excluded.title, name = excluded.name, path = excluded.path",
            (account_id, section_id, url, name, path),
        )
        found.append(FeedChange(section_id, url=url, title=name, folder=path))
    return found
