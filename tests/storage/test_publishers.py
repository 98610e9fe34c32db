"""Whose outlet a site is, as its pages say."""

from tui.model import Article
from tui.storage import publishers
from tui.storage.file import File


def test_the_last_word_of_a_sites_own_pages_counts_and_not_too_many_are_kept(store: File) -> None:
    with store.writing() as db:
        for number in range(publishers.MOST + 2):
            domain = f"a{number}.example"
            publishers.note(db, domain, Article(f"https://www.{domain}/1", "", publisher="Group One"))
        publishers.note(db, "a9.example", Article("https://a9.example/2", "", publisher="GROUP Two"))
        publishers.note(db, "a8.example", Article("https://a8.example/2", ""))
        publishers.note(db, "a7.example", Article("https://elsewhere.example/2", "", publisher="Another"))
        publishers.note(db, "", Article("", "", publisher="Nobody"))
        known = publishers.of_sites(db)
    assert len(known) == publishers.MOST
    assert (known["a9.example"], known["a8.example"], known["a7.example"]) == ("group two", "group one", "group one")
    assert "a0.example" not in known


def test_what_is_known_is_not_written_again(store: File) -> None:
    with store.writing() as db:
        publishers.note(db, "a.example", Article("https://a.example/1", "", publisher="Group One"))
        before = db.total_changes
        publishers.note(db, "a.example", Article("https://www.a.example/2", "", publisher="GROUP one"))
        assert db.total_changes == before
        assert publishers.of_sites(db) == {"a.example": "group one"}
