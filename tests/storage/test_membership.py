"""The section at an address, under the address it had before, and the site it belongs to."""

from tests.storage.paper import follow
from tui.jobs import Gathered
from tui.storage import membership, refreshes
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
