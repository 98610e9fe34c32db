"""Which section a story comes by, and the site that section belongs to: rows found by their key."""

import sqlite3
from typing import TYPE_CHECKING

from tui import address
from tui.model import Kind
from tui.storage.sql import insert, one

if TYPE_CHECKING:
    from tui.storage.identity import Place


def of_section(db: sqlite3.Connection, section_id: int) -> "Place":
    """What the stories of a section that is there belong to."""
    from tui.storage.identity import Place  # late: what only reads needs none

    site_id, domain, kind, *own = db.execute(
        "SELECT site_id, domain, sections.kind, sections.url, page, sites.url"
        " FROM sections JOIN sites ON sites.id = site_id WHERE sections.id = ?",
        (section_id,),
    ).fetchone()
    pages = frozenset(address.key(url) for url in own if url)
    return Place(section_id, site_id, domain, pages, kind in (Kind.PAGE, Kind.SITEMAP), kind == Kind.GUIDE)


def by_key(db: sqlite3.Connection, key: str) -> "Place | None":
    """The section whose address has this key (`address.section_key`) or had it before it moved, archived or not; or
    None."""
    section_id = one(db, "SELECT id FROM sections WHERE key = ?", key) or one(
        db, "SELECT section_id FROM addresses WHERE key = ?", key
    )
    return of_section(db, section_id) if section_id else None


def by_address(db: sqlite3.Connection, url: str) -> "Place | None":
    """The section at an address, or that was there before it moved, archived or not; or None. One that was followed
    when sections were still told apart as stories are (`address.key`) is found by that."""
    wanted = address.section_key(url)
    found = by_key(db, wanted)
    if found is None and (older := one(db, "SELECT url FROM sections WHERE key = ?", address.key(url))):
        return by_key(db, address.key(url)) if address.section_key(older) == wanted else None
    return found


def site(db: sqlite3.Connection, key: str, kind: str, name: str, url: str, language: str) -> int:
    """The id of the site with a key, new where there is none."""
    known = one(db, "SELECT id FROM sites WHERE key = ?", key)
    if known:
        return int(known)
    domain = address.registrable(url)
    return insert(db, "sites", key=key, kind=kind, name=name, url=url, domain=domain, language=language)
