"""The Guide in the library: an edition taken in, in place of the one before."""

import sqlite3
from collections.abc import Iterable

from tui import address
from tui.model import Article, Offer, Site, SiteOffer
from tui.storage import membership
from tui.storage.file import File
from tui.storage.sections import sites_where
from tui.storage.sql import column, get_setting, insert, one, put_setting, seconds_of, update


def site(file: File) -> Site:
    """The Guide with its sections; a site without sections (id 0) before it has been taken in."""
    with file.reading() as db:
        return next(iter(sites_where(db, "sites.kind = 'guide'")), Site(0, "The Guide", "guide:/"))


def version(file: File) -> str:
    """The version of the Guide that is in the library, "" for none."""
    with file.reading() as db:
        return get_setting(db, "guide")


def take(file: File, offer: SiteOffer, articles: Iterable[Article], version: str) -> int:
    """Takes an edition of the Guide in, in place of the one before; marks stay. The number of stories.

    `articles` belong to the entries of the offer's sections by their address (guide:/section/story).
    """
    from tui.storage import arrivals, index, texts  # late: an edition is taken in once
    from tui.storage.retention import UNTOUCHED

    now = file.clock()
    given = {address.key(article.url): article for article in articles}
    with file.writing() as db:
        site_id = membership.site(db, "guide", "guide", offer.name, offer.url, offer.language)
        before = set(column(db, "SELECT id FROM stories WHERE guide = 1"))
        left = set(column(db, "SELECT id FROM sections WHERE site_id = ?", site_id))
        db.execute("DELETE FROM standing WHERE section_id IN (SELECT id FROM sections WHERE site_id = ?)", (site_id,))
        stories: set[int] = set()
        for position, section in enumerate(offer.sections):
            section_id = _section(db, site_id, section)
            update(db, "sections", section_id, name=section.name, position=position, succeeded=seconds_of(now))
            left.discard(section_id)
            arrivals.take(db, membership.of_section(db, section_id), section.entries, now)
            stories.update(column(db, "SELECT story_id FROM standing WHERE section_id = ?", section_id))
        for section_id in left:
            db.execute("DELETE FROM sections WHERE id = ?", (section_id,))
        written = []
        for story_id in stories:
            article = given.get(one(db, "SELECT identity FROM stories WHERE id = ?", story_id))
            if article:
                index.remove(db, story_id)
                texts.put_article(db, story_id, article, now)
                written.append(story_id)
        index.put(db, written)
        untouched = f"SELECT id FROM stories WHERE id = ? AND {UNTOUCHED}"  # noqa: S608 - our own words
        arrivals.forget(db, [story_id for story_id in before - stories if one(db, untouched, story_id)])
        put_setting(db, "guide", version)
        return len(stories)


def _section(db: sqlite3.Connection, site_id: int, offer: Offer) -> int:
    """The id of a section of the Guide, new where it was not in the edition before."""
    key = address.key(offer.url)
    known = membership.by_key(db, key)
    if known:
        return known.id
    return insert(db, "sections", site_id=site_id, key=key, name=offer.name, url=offer.url, kind="guide")
