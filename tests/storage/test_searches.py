"""Saved searches: kept under a name each, dropped and taken back."""

import pytest

from tests.storage.paper import entry, follow
from tui.errors import AskError
from tui.storage import actions, searches
from tui.storage.file import File


def test_each_kind_is_a_list_of_its_own(store: File) -> None:
    follow(store, ("World", (entry(1, title="Ferry"),)))
    view = searches.save(store, " The\nferries ", "ferry")
    searches.save(store, "Rugby", "rugby", "mute")
    searches.save(store, "Boats", "boat", "highlight")
    assert (view.name, view.kind, view.stories) == ("The ferries", "view", 1)
    assert searches.saved(store) == (view,)
    assert [search.name for search in searches.saved(store, "mute")] == ["Rugby"]
    assert [search.name for search in searches.saved(store, "highlight")] == ["Boats"]
    assert searches.find(store, "THE FERRIES ") == view
    assert searches.find(store, "Rugby") is None
    assert searches.find(store, "rugby", "mute") is not None


def test_a_dropped_search_comes_back_as_it_was(store: File) -> None:
    view = searches.save(store, "Ferries", "ferry")
    searches.drop(store, view.id)
    searches.drop(store, view.id)
    assert searches.saved(store) == ()
    taken = actions.undo(store)
    assert taken is not None and (taken.verb, taken.what) == ("drop search", "Ferries")
    assert searches.saved(store) == (view,)


@pytest.mark.parametrize(("name", "words"), [("", "ferry"), (" \n", "ferry"), ("Ferries", " ")])
def test_a_search_has_a_name_and_is_for_something(store: File, name: str, words: str) -> None:
    with pytest.raises(AskError, match="needs a name"):
        searches.save(store, name, words)
