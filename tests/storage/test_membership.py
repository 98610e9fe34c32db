"""The section at an address, under the address it had before, and the site it belongs to."""

import pytest

from tests.storage.paper import follow
from tui import address
from tui.jobs import Gathered
from tui.model import Kind, Offer, SiteOffer
from tui.storage import membership, refreshes, sections
from tui.storage.file import File


def test_a_section_is_found_by_the_address_it_has_and_by_those_it_had(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    refreshes.keep(store, Gathered(section.id, moved_to="https://new.example/feed"))
    with store.reading() as db:
        for url in ("https://a.example/world/feed", "http://www.new.example/feed/"):
            place = membership.by_address(db, url)
            assert place is not None and place.id == section.id
        assert membership.by_address(db, "https://a.example/sport/feed") is None


def test_a_site_is_made_once(store: File) -> None:
    with store.writing() as db:
        first = membership.site(db, "b.example", "followed", "B", "https://news.b.example/", "")
        assert membership.site(db, "b.example", "visited", "Other", "https://b.example/", "") == first
        assert db.execute("SELECT name, domain FROM sites WHERE id = ?", (first,)).fetchone() == ("B", "b.example")


@pytest.mark.parametrize(
    ("kind", "listing", "guide"),
    [
        (Kind.FEED, False, False),
        (Kind.WORDPRESS, False, False),
        (Kind.PAGE, True, False),
        (Kind.SITEMAP, True, False),
        (Kind.GUIDE, False, True),
    ],
)
def test_how_the_stories_of_a_section_are_told_apart(store: File, kind: Kind, listing: bool, guide: bool) -> None:
    world = Offer("World", "https://news.a.example/feed", kind, "https://a.example/world/")
    (section,) = sections.follow(store, SiteOffer("The Paper", "https://a.example/", (world,))).added
    with store.reading() as db:
        place = membership.of_section(db, section.id)
    assert (place.listing, place.guide, place.domain) == (listing, guide, "a.example")
    assert place.own == {
        address.key(url) for url in ("https://news.a.example/feed", "https://a.example/world/", "https://a.example/")
    }


def test_a_section_of_an_older_library_is_found_by_the_key_it_was_given_then(store: File) -> None:
    url = "https://a.example/feed?utm_source=reader"
    (section,) = sections.follow(store, SiteOffer("A", "https://a.example/", (Offer("A", url),))).added
    with store.writing() as db:
        db.execute("UPDATE sections SET key = ?", (address.key(url),))
        place = membership.by_address(db, url)
        assert place is not None and place.id == section.id
        assert membership.by_address(db, "https://a.example/feed?utm_source=mail") is None
