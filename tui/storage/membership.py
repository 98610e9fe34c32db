"""Which section a story comes by, and the site that section belongs to: rows found by their key."""

import sqlite3
from typing import NamedTuple

from tui import address
from tui.storage.sql import insert, one


class Membership(NamedTuple):
    """A section, as far as keeping its stories needs it."""

    id: int
    site_id: int
    domain: str
    guide: bool = False


def of_section(db: sqlite3.Connection, section_id: int) -> Membership:
    """What the stories of a section that is there belong to."""
    row = db.execute(
        "SELECT site_id, domain, sites.kind FROM sections JOIN sites ON sites.id = site_id WHERE sections.id = ?",
        (section_id,),
    ).fetchone()
    return Membership(section_id, row[0], row[1], row[2] == "guide")


def by_key(db: sqlite3.Connection, key: str) -> Membership | None:
    """The section whose address has this key (`address.key`), or None."""
    section_id = one(db, "SELECT id FROM sections WHERE key = ?", key)
    return of_section(db, section_id) if section_id else None


def site(db: sqlite3.Connection, key: str, kind: str, name: str, url: str, language: str) -> int:
    """The id of the site with a key, new where there is none."""
    known = one(db, "SELECT id FROM sites WHERE key = ?", key)
    if known:
        return int(known)
    domain = address.registrable(url)
    return insert(db, "sites", key=key, kind=kind, name=name, url=url, domain=domain, language=language)
