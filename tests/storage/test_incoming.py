"""Stories that come are found, hidden and counted at once, however they come."""

import pytest

from tests.storage.paper import article, entry, found, offer, titles
from tui.jobs import Gathered
from tui.model import StoryFilter
from tui.saved import Acts
from tui.storage import refreshes, searches, sections, stories, texts
from tui.storage.file import File
from tui.values import replace

FERRY, BALL = entry(1, title="Ferry strike"), entry(2, title="Football")


@pytest.fixture
def file(store: File) -> File:
    searches.save(store, "Ferries", "ferry")
    searches.save(store, "Balls", "football", "mute")
    searches.save(store, "Boats", "ferry", "highlight")
    return store


def kept(file: File) -> dict[str, int]:
    return {search.name: search.stories for search in searches.every(file)}


def test_by_following(file: File) -> None:
    followed = sections.follow(file, offer(("World", (FERRY, BALL))))
    assert followed.stories == 1
    assert kept(file) == {"Ferries": 1, "Balls": 1, "Boats": 1}
    (story,) = stories.window(file, StoryFilter())
    assert (story.title, story.highlights) == ("Ferry strike", ("Boats",))


def test_by_a_refresh_which_counts_what_is_shown(file: File) -> None:
    sections.follow(file, offer(("World", ())))
    assert refreshes.keep(file, Gathered(1, (FERRY, BALL))) == 1
    assert kept(file) == {"Ferries": 1, "Balls": 1, "Boats": 1}


def test_what_says_something_else_now_is_found_by_that(file: File) -> None:
    sections.follow(file, offer(("World", (FERRY, BALL))))
    refreshes.keep(file, Gathered(1, (entry(1, title="Football strike"), entry(2, title="A ferry"))))
    assert titles(stories.window(file, StoryFilter())) == ["A ferry"]
    assert kept(file) == {"Ferries": 1, "Balls": 1, "Boats": 1}


def test_the_whole_text_of_a_story_is_looked_at_too(file: File) -> None:
    sections.follow(file, offer(("World", (FERRY, entry(3, title="Chess")))))
    strike, chess = stories.ids_of(file, ["https://a.example/1", "https://a.example/3"])
    texts.keep_article(file, chess, article("https://a.example/3", "played on a ferry"))
    assert kept(file) == {"Ferries": 2, "Balls": 0, "Boats": 2}
    texts.keep_article(file, strike, article("https://a.example/1", "no football on board"))
    assert titles(stories.window(file, StoryFilter())) == ["Chess"]
    assert found(file, "is:muted") == ["Ferry strike"]


def test_without_any_saved_search_all_that_came_are_counted(store: File) -> None:
    (world,) = sections.follow(store, offer(("World", ()))).added
    assert refreshes.keep(store, Gathered(world.id, (FERRY, BALL))) == 2


def test_a_rule_acts_on_what_comes_and_on_nothing_that_was_here(store: File) -> None:
    (world,) = sections.follow(store, offer(("World", (FERRY,)))).added
    searches.save(store, "Boats", "ferry", "rule", Acts(starred=True))
    refreshes.keep(store, Gathered(world.id, (FERRY, BALL, entry(3, title="A new ferry"))))
    assert titles(stories.window(store, StoryFilter(starred=True))) == ["A new ferry"]


def test_what_a_site_tells_twice_has_one_line_when_it_comes(store: File) -> None:
    told = entry(1, title="The harbour will be dredged", summary="Work on the harbour begins in May.")
    again = replace(told, url="https://a.example/local", guid="local")
    sections.follow(store, offer(("World", (told,)), ("Local", (again,))))
    assert len(stories.window(store, StoryFilter())) == 1
