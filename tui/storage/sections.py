"""What is followed: sites and their sections, taken up, let go and listed."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from tui import address
from tui.model import Followed, Kind, Section, Site, SiteOffer
from tui.storage import arrivals, membership
from tui.storage.file import File
from tui.storage.lists import UNTOUCHED
from tui.storage.sql import column, insert, moment_of, one, update


def sites(file: File) -> tuple[Site, ...]:
    """The followed sites in the order they were followed, with their sections; the Guide is not among them."""
    with file.reading() as db:
        return sites_where(db, "sites.kind <> 'guide'")


def sections(file: File) -> tuple[Section, ...]:
    """Every section that is followed."""
    return tuple(section for site in sites(file) for section in site.sections)


def section(file: File, section_id: int) -> Section | None:
    """A section, or None."""
    with file.reading() as db:
        found = sites_where(db, "sections.id = ?", section_id)
        return found[0].sections[0] if found else None


def follow(
    file: File,
    offer: SiteOffer,
    chosen: Sequence[int] | None = None,
    *,
    folder: str = "",
    tags: Mapping[str, Sequence[str]] = {},
    trusted: bool = False,
    unknown: bool = False,
) -> Followed:
    """Follows sections of an offer (all but comment feeds where nothing is chosen) and keeps the stories they came with.

    A section whose address is followed already is left as it is. `tags` are given by address. `trusted`: a person typed or
    imported these addresses; so they did what stands on the host of the address that was `asked`. `unknown`: nobody
    said that feeds stand there.
    """
    taken = [part for part in offer.sections if not part.comments]
    if chosen is not None:
        taken = [offer.sections[index] for index in chosen]
    if not taken:
        return Followed(Site(0, offer.name, offer.url))
    with file.writing() as db:
        known = {key: membership.by_key(db, key) for key in (address.key(section.url) for section in taken)}
        new = [section for section in taken if not known[address.key(section.url)]]
        site_id = (
            membership.site(db, address.key(offer.url), "followed", offer.name, offer.url, offer.language)
            if new
            else next(filter(None, known.values())).site_id
        )
        if new and not one(db, "SELECT 1 FROM sections WHERE site_id = ?", site_id):
            update(db, "sites", site_id, name=offer.name or address.host(offer.url), url=offer.url)
        added, stories = [], 0
        for section in new:
            if membership.by_key(db, address.key(section.url)):
                continue  # offered twice
            section_id = insert(
                db,
                "sections",
                site_id=site_id,
                key=address.key(section.url),
                name=section.name or offer.name,
                url=section.url,
                kind=str(section.kind),
                page=section.page,
                folder=folder,
                tags="\n".join(tags.get(section.url, ())),
                trusted=trusted or on_host_of(section.url, offer.asked),
                unknown=unknown,
                position=one(db, "SELECT coalesce(max(position), -1) + 1 FROM sections WHERE site_id = ?", site_id),
            )
            added.append(section_id)
            stories += arrivals.take(db, membership.of_section(db, section_id), section.entries, file.clock())
        site = next(iter(sites_where(db, "sites.id = ?", site_id)), Site(site_id, offer.name, offer.url))
        return Followed(site, tuple(section for section in site.sections if section.id in added), stories)


def unfollow(file: File, section_ids: Sequence[int]) -> int:
    """Lets sections go, and the stories that stand nowhere else and that nobody touched; the number of sections."""
    with file.writing() as db:
        gone = [
            section_id
            for section_id in dict.fromkeys(section_ids)
            if one(db, "SELECT 1 FROM sections WHERE id = ? AND kind <> 'guide'", section_id)
        ]
        left: set[int] = set()
        for section_id in gone:
            left.update(column(db, "SELECT story_id FROM standing WHERE section_id = ?", section_id))
            db.execute("DELETE FROM standing WHERE section_id = ?", (section_id,))
            db.execute("DELETE FROM sections WHERE id = ?", (section_id,))
        untouched = f"SELECT id FROM stories WHERE id = ? AND NOT EXISTS (SELECT 1 FROM standing WHERE story_id = stories.id) AND {UNTOUCHED}"
        arrivals.forget(db, [story_id for story_id in left if one(db, untouched, story_id)])
        return len(gone)


def trusts(file: File, url: str) -> bool:
    """Whether a person typed or imported an address on this one's host."""
    with file.reading() as db:
        return trusted_host(db, url)


def sites_where(db: sqlite3.Connection, where: str, *given: Any) -> tuple[Site, ...]:
    """The sites with sections of which a condition holds, and these sections."""
    rows = db.execute(
        "SELECT sites.id, sites.name, sites.url, sections.id, sections.name, sections.url, sections.kind, page, stories,"
        " unread, gone, error, checked, succeeded, next_check, folder, tags"
        f" FROM sites JOIN sections ON site_id = sites.id WHERE {where} ORDER BY sites.id, position, sections.id",
        given,
    ).fetchall()
    found: dict[int, tuple[str, str, list[Section]]] = {}
    for site_id, site, site_url, section_id, name, url, kind, page, stories, unread, gone, error, *rest in rows:
        *moments, folder, tags = rest
        checked, succeeded, next_check = map(moment_of, moments)
        found.setdefault(site_id, (site, site_url, []))[2].append(
            Section(
                section_id, site_id, site, name, url, Kind(kind), page, stories, unread, bool(gone), error,
                checked, succeeded, next_check if checked else None, folder, tuple(tags.splitlines()),
            )
        )  # fmt: skip
    return tuple(Site(site_id, name, url, tuple(sections)) for site_id, (name, url, sections) in found.items())


def on_host_of(url: str, other: str) -> bool:
    """Whether both addresses are of one host."""
    return bool(other) and address.host(url) == address.host(other)


def trusted_host(db: sqlite3.Connection, url: str) -> bool:
    """Whether a person typed or imported an address on this one's host."""
    return any(on_host_of(url, named) for (named,) in db.execute("SELECT url FROM sections WHERE trusted = 1"))
