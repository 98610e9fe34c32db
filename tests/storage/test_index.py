"""The index is told what it holds before that changes, and can be made anew."""

import pytest

from tests.storage.paper import check, entries, entry, follow, found
from tui.model import Entry
from tui.storage import index, query, searches
from tui.storage.file import File
from tui.values import replace


def test_what_is_taken_out_is_not_found_until_it_is_put_in_again(store: File) -> None:
    follow(store, ("World", (entry(1, title="Ferry"), entry(2, title="Ferry too"))))
    with store.writing() as db:
        index.remove(db, 1)
    assert len(found(store, "ferry")) == 1
    with store.writing() as db:
        index.put(db, [1])
    assert len(found(store, "ferry")) == 2


def test_another_way_of_telling_words_makes_the_index_anew(store: File, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(store, ("World", (entry(1, title="Ferry"),)))
    with store.writing() as db:
        db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    assert found(store, "ferry") == []
    monkeypatch.setattr(query, "VERSION", query.VERSION + 1)
    with File(store.path) as again:
        assert found(again, "ferry") == ["Ferry"]
        with again.reading() as db:
            assert index.is_new(db)
        check(again)


def test_an_entry_is_found_by_the_words_that_came_with_it_or_else_by_those_of_its_text() -> None:
    said = Entry("Title", summary="Standfirst", content="<p>Its <b>text</b></p>")
    assert index.text_of(7, said) == (7, "Title", "Standfirst", "Its text")
    assert index.text_of(7, replace(said, words="As read")) == (7, "Title", "Standfirst", "As read")


def test_where_every_story_is_hidden_they_are_indexed_anew_all_the_same(store: File) -> None:
    follow(store, ("World", entries(1, 2)))
    mute = searches.save(store, "All", "story", "mute")
    with store.writing() as db:
        db.execute("INSERT INTO search (search) VALUES ('delete-all')")
        index.renew(db)
    searches.drop(store, mute.id)
    assert found(store, "story") == ["Story 1", "Story 2"]
