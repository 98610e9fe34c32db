"""Saved searches: kept under a name each, dropped and taken back."""

import pytest

from tests.storage.paper import entry, follow, is_durable
from tui.errors import AskError
from tui.model import StoryFilter
from tui.saved import Acts
from tui.storage import actions, hits, marks, searches, stories
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


def test_those_of_different_kinds_may_have_one_name(store: File) -> None:
    follow(store, ("World", (entry(1, title="Ferry"), entry(2, title="Tram"))))
    view = searches.save(store, "Ferries", "ferry")
    mute = searches.save(store, "Ferries", "ferry", "mute")
    assert [search.kind for search in searches.every(store)] == ["view", "mute"]
    assert searches.saved(store)[0].id == view.id
    assert [story.title for story in stories.window(store, searches.found_by(mute))] == ["Ferry"]
    assert stories.window(store, searches.found_by(view)) == ()


def test_what_a_mute_of_alternatives_hides_is_listed(store: File) -> None:
    follow(store, ("World", (entry(1, title="Ferry"), entry(2, title="Tram"), entry(3, title="Chess"))))
    mute = searches.save(store, "Transport", 'ferry | "tram"', "mute")
    assert searches.found_by(mute).words == 'ferry is:muted | "tram" is:muted'
    assert [story.title for story in stories.window(store, searches.found_by(mute))] == ["Ferry", "Tram"]


def test_what_cannot_be_meant_is_neither_counted_nor_made_a_mute(store: File) -> None:
    for verb in (searches.count, lambda file, words: searches.save(file, "x", words, "mute")):
        with pytest.raises(AskError, match="is:purple: a story is unread"):
            verb(store, "is:purple")


def test_views_that_change_by_themselves_are_counted_when_they_are_asked_for(store: File) -> None:
    follow(store, ("World", (entry(1, title="Ferry"), entry(2, title="Tram"), entry(3, title="Rugby"))))
    searches.save(store, "Ferries", "ferry")
    searches.save(store, "Stars", "is:starred")
    searches.save(store, "New", "since:2d -rugby")
    searches.save(store, "Rugby", "rugby", "mute")
    known = {story.title: story.id for story in stories.window(store, StoryFilter())}

    def counted() -> dict[str, int]:
        return {view.name: view.unread for view in searches.changing(store)}

    assert counted() == {"Stars": 0, "New": 2}
    marks.mark(store, known.values(), starred=True)
    assert counted() == {"Stars": 2, "New": 2}
    marks.mark(store, [known["Tram"]], read=True)
    assert counted() == {"Stars": 1, "New": 1}
    actions.undo(store)
    assert counted() == {"Stars": 2, "New": 2}
    assert {view.name: (view.stories, view.unread) for view in searches.every(store)}["Stars"] == (2, 2)


@pytest.mark.parametrize(
    "words", ["ferry", "ferry | tram", "is:starred", "is:read | rugby", "since:2d -rugby", "is:unread is:read", "zebra"]
)
def test_the_number_of_a_search_is_that_of_its_list(store: File, words: str) -> None:
    follow(store, ("World", (entry(1, title="Ferry"), entry(2, title="Tram"), entry(3, title="Rugby"))))
    known = {story.title: story.id for story in stories.window(store, StoryFilter())}
    marks.mark(store, [known["Ferry"]], starred=True)
    marks.mark(store, [known["Tram"]], read=True)
    for filter in (StoryFilter(words=words), StoryFilter(words=words, unread=True, news=True)):
        listed = stories.order(store, filter)
        with store.reading() as db:
            assert hits.number(db, filter, store.clock()) == len(listed)


def test_only_a_rule_acts(store: File) -> None:
    acts = Acts(read=True, tags=("ports",))
    rule = searches.save(store, "Ferries", "ferry", "rule", acts)
    view = searches.save(store, "Ferries", "ferry")
    assert rule.acts == acts and searches.saved(store, "rule") == (rule,)
    assert view.acts == Acts() and searches.saved(store)[0].acts == Acts()


def test_a_change_of_words_and_name_is_one_act(store: File) -> None:
    follow(store, ("World", (entry(1, title="Ferry"),)))
    view = searches.save(store, "Ferries", "ferry")
    changed = searches.change(store, view, "Boats", "boat")
    assert searches.saved(store) == (changed,)
    assert searches.change(store, changed, "Boats", "boat | ship").id == changed.id
    for left in ((changed,), (view,), ()):
        actions.undo(store)
        assert searches.saved(store) == left


def test_views_come_first_then_mutes_highlights_and_rules(store: File) -> None:
    for kind in ("rule", "highlight", "mute", "view"):
        searches.save(store, f"A {kind}", "ferry", kind, Acts(read=True) if kind == "rule" else None)
    assert [search.kind for search in searches.every(store)] == ["view", "mute", "highlight", "rule"]


def test_a_rule_does_something(store: File) -> None:
    with pytest.raises(AskError, match="say what the rule does"):
        searches.save(store, "Ferries", "ferry", "rule")
    with pytest.raises(AskError, match="a highlight is for what stories say"):
        searches.save(store, "Stars", "is:starred", "highlight")
    assert searches.every(store) == ()


def test_what_a_rule_does_is_kept_as_it_was_told(store: File) -> None:
    for acts in (Acts(starred=True), Acts(later=True, tags=("ports", "Häfen"))):
        assert searches.save(store, "Ferries", "ferry", "rule", acts).acts == acts
        assert searches.saved(store, "rule")[0].acts == acts


def test_a_search_of_another_name_does_not_take_the_place_of_one_there(store: File) -> None:
    view, other = searches.save(store, "Ferries", "ferry"), searches.save(store, "Boats", "boat")
    changed = searches.change(store, view, "BOATS", "ship")
    assert [(search.id, search.name, search.words) for search in searches.saved(store)] == [(other.id, "BOATS", "ship")]
    assert changed.id == other.id
    actions.undo(store)
    assert searches.saved(store) == (view, other)


def test_saved_searches_survive_a_power_cut(store: File) -> None:
    assert is_durable(store, lambda: searches.save(store, "Ferries", "ferry"))
    assert is_durable(store, lambda: searches.drop(store, 1))


def test_a_mute_and_a_highlight_may_have_one_name_too(store: File) -> None:
    follow(store, ("World", (entry(1, title="Ferry"), entry(2, title="Tram"))))
    for kind in ("mute", "highlight", "view"):
        searches.save(store, "Ferries", "ferry", kind)
    assert [(search.kind, search.name) for search in searches.every(store)] == [
        ("view", "Ferries"),
        ("mute", "Ferries"),
        ("highlight", "Ferries"),
    ]
    assert (searches.count(store, "ferry | tram"), searches.count(store, "zebra")) == (2, 0)


def test_what_a_mute_hid_is_in_the_lists_again_when_it_is_dropped(store: File) -> None:
    follow(store, ("World", (entry(1, title="Ferry"), entry(2, title="Tram"))))
    mute = searches.save(store, "Ferries", "ferry", "mute")
    assert [story.title for story in stories.window(store, StoryFilter())] == ["Tram"]
    searches.drop(store, mute.id)
    assert [story.title for story in stories.window(store, StoryFilter())] == ["Ferry", "Tram"]
