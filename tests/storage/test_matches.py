"""What views and mutes find is kept as stories come, and is what the search itself would find."""

import pytest

from tests.storage.paper import NOW, entry, found, offer, titles
from tui.errors import AskError
from tui.jobs import Gathered
from tui.model import StoryFilter
from tui.storage import actions, marks, matches, refreshes, searches, sections, stories
from tui.storage.file import File

EVERY = StoryFilter()
FIRST = (entry(1, title="Ferry strike"), entry(2, title="Ferry races"), entry(3, title="Football"))


@pytest.fixture
def file(store: File) -> File:
    sections.follow(store, offer(("World", FIRST)))
    return store


def counts(file: File) -> list[tuple[str, int, int]]:
    return [(search.name, search.stories, search.unread) for search in searches.saved(file)]


def test_a_views_counts_are_kept(file: File) -> None:
    searches.save(file, "Ferries", "ferry is:unread")
    searches.save(file, "No races", "ferry -races | football")
    searches.save(file, "Elsewhere", "site:elsewhere")
    assert counts(file) == [("Ferries", 2, 2), ("No races", 2, 2), ("Elsewhere", 0, 0)]
    marks.mark(file, stories.ids_of(file, ["https://a.example/1"]), read=True)
    assert counts(file) == [("Ferries", 2, 1), ("No races", 2, 1), ("Elsewhere", 0, 0)]
    refreshes.keep(file, Gathered(1, (*FIRST, entry(4, title="A new ferry"), entry(5, title="Rugby"))))
    assert counts(file) == [("Ferries", 3, 2), ("No races", 3, 2), ("Elsewhere", 0, 0)]
    sections.unfollow(file, [1])
    assert [unread for _, _, unread in counts(file)] == [0, 0, 0]


def test_a_mute_hides_what_it_finds_from_every_list_and_what_comes(file: File) -> None:
    assert searches.count(file, "football | rugby") == 1
    mute = searches.save(file, "Balls", "football | rugby", "mute")
    assert (mute.stories, searches.saved(file), len(searches.saved(file, "mute"))) == (1, (), 1)
    refreshes.keep(file, Gathered(1, (*FIRST, entry(4, title="Rugby"), entry(5, title="Chess"))))
    assert titles(stories.window(file, EVERY)) == ["Ferry strike", "Ferry races", "Chess"]
    assert titles(stories.window(file, StoryFilter(section_id=1))) == ["Ferry strike", "Ferry races", "Chess"]
    assert stories.counts(file).unread == sections.sections(file)[0].unread == 3
    assert found(file, "football") == []
    assert sorted(found(file, "is:muted")) == ["Football", "Rugby"]
    searches.drop(file, mute.id)
    assert len(stories.window(file, EVERY)) == 5
    actions.undo(file)
    assert len(stories.window(file, EVERY)) == 3
    assert [search.stories for search in searches.saved(file, "mute")] == [2]
    actions.undo(file)
    assert len(stories.window(file, EVERY)) == 5
    actions.redo(file)
    assert len(stories.window(file, EVERY)) == 3


def test_a_starred_story_that_is_muted_is_counted_nowhere_and_comes_back(file: File) -> None:
    marks.mark(file, stories.ids_of(file, ["https://a.example/3"]), starred=True)
    searches.save(file, "Balls", "football", "mute")
    assert (stories.counts(file).starred, stories.window(file, StoryFilter(starred=True))) == (0, ())
    actions.undo(file)
    assert stories.counts(file).starred == 1


def test_what_changes_by_itself_is_no_mute_and_is_not_kept(file: File) -> None:
    for words in ("is:starred", "since:7d", "tag:mine", "ferry -is:starred"):
        with pytest.raises(AskError, match="a mute is for"):
            searches.save(file, "x", words, "mute")
        assert searches.save(file, "x", words).stories == 0


def test_a_view_that_comes_to_ask_for_marks_is_kept_no_longer(file: File) -> None:
    searches.save(file, "Ferries", "ferry")
    marks.mark(file, stories.ids_of(file, ["https://a.example/1"]), starred=True)
    searches.save(file, "Ferries", "ferry is:starred")
    assert counts(file) == [("Ferries", 0, 0)]
    refreshes.keep(file, Gathered(1, (entry(1, title="Ferry strike ends"), *FIRST[1:])))
    assert counts(file) == [("Ferries", 0, 0)]


def test_a_search_takes_the_place_of_the_one_with_its_name(file: File) -> None:
    first = searches.save(file, "Ferries", "ferry")
    again = searches.save(file, "ferries", "races")
    assert (again.id, again.stories) == (first.id, 1)
    actions.undo(file)
    assert counts(file) == [("Ferries", 2, 2)]


def test_the_searches_of_an_older_library_are_counted_with_the_first_stories_that_come(file: File) -> None:
    searches.save(file, "Ferries", "ferry")
    with file.writing() as db:  # as an upgrade leaves them
        db.execute("UPDATE searches SET matched = 0")
        db.execute("DELETE FROM matched")
    refreshes.keep(file, Gathered(1, (*FIRST, entry(4, title="A new ferry"))))
    assert counts(file) == [("Ferries", 3, 3)]


def test_what_no_longer_says_what_a_view_seeks_is_no_longer_found(file: File) -> None:
    searches.save(file, "Ferries", "ferry")
    searches.save(file, "Strikes", "strike", "mute")
    assert searches.changing(file) == (), "both are kept"
    refreshes.keep(file, Gathered(1, (entry(1, title="Trains run"), *FIRST[1:])))
    assert counts(file) == [("Ferries", 1, 1)]
    assert titles(stories.window(file, EVERY)) == ["Trains run", "Ferry races", "Football"]


def test_the_highlights_that_find_a_story_are_named_in_their_order(file: File) -> None:
    (first, second, third) = stories.order(file, EVERY)
    with file.reading() as db:
        assert matches.highlights(db, [first]) == {}
    searches.save(file, "Strikes", "strike", "highlight")
    searches.save(file, "Ferries", "ferry", "highlight")
    searches.save(file, "Football", "football")
    with file.reading() as db:
        found = {first: ["Strikes", "Ferries"], second: ["Ferries"]}
        assert matches.highlights(db, [first, second, third]) == found
        assert matches.highlights(db, [third]) == {}
        assert matches.highlights(db, []) == {}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("ferry", True),
        ("ferry is:unread", True),
        ("-ferry site:a", True),
        ("ferry | is:starred", False),
        ("-is:starred", False),
        ("-tag:ports", False),
        ("before:2d", False),
        ("since:2d", False),
    ],
)
def test_what_depends_on_words_and_places_alone_is_kept(words: str, kept: bool) -> None:
    assert matches.is_kept(words, NOW) is kept
