"""Events in the list: each once, opened in place, told apart and put together, explained."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from tests.app.paper import Desk, at_desk, page
from tests.storage.events_paper import BRIDGE, VOTE, arrive, ids_by_title
from tests.web import NOON, Answer, Clock, FakeWeb
from tui.app.tellings import Tellings
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import rulings, stories
from tui.values import replace


@pytest.fixture
async def told(library: Library, clock: Clock) -> AsyncIterator[Desk]:
    """A screen over two events and a story that nobody else tells."""
    await library.do(lambda file: arrive(file, [*BRIDGE, "Elephants tell human voices apart"], now=NOON))
    await library.do(lambda file: arrive(file, VOTE, minutes=10, now=NOON))
    await library.group()
    async with at_desk(library, clock) as desk:
        await desk.press("l")
        yield desk


def titles(desk: Desk) -> list[str]:
    """The headlines of the list."""
    rows = desk.reader.stories
    return [story.title for index in range(rows.count) if (story := rows.at(index)) is not None]


async def test_each_event_stands_once_with_its_outlets(told: Desk) -> None:
    assert len(titles(told)) == 8
    await told.press("E")
    assert titles(told) == [VOTE[2], "Elephants tell human voices apart", BRIDGE[3]]
    assert any(VOTE[2][:12] in line and "…  3" in line for line in told.lines)
    await told.press("z")
    assert any("4 outlets · Paper 3" in line for line in told.lines)
    await told.press("E")
    assert len(titles(told)) == 8


async def test_an_event_is_opened_in_place_and_closed(told: Desk) -> None:
    await told.press("E", "=")
    assert titles(told)[:4] == [VOTE[2], VOTE[1], VOTE[0], "Elephants tell human voices apart"]
    await told.press("z")
    assert re.findall(r"Paper \d · 4\d min", told.text) == ["Paper 2 · 48 min", "Paper 1 · 49 min"]
    await told.press("z", "z")
    await told.press("j", "=")
    assert titles(told)[:2] == [VOTE[2], "Elephants tell human voices apart"]
    assert told.headline == VOTE[2]
    await told.press("j", "=")
    assert "Nobody else has this." in told.lines[-1]


async def test_where_the_oldest_comes_first_so_it_does_in_what_an_event_opens(told: Desk) -> None:
    await told.press("E", ",", "G", "=")
    assert titles(told)[-3:] == VOTE
    await told.press("j", ">")
    assert "1 story below marked read" in told.lines[-1]
    await told.press("u", "<")
    assert "6 stories above marked read" in told.lines[-1]


async def test_those_who_tell_an_open_event_are_compared_in_a_compact_list_too(told: Desk) -> None:
    await told.press("E")
    assert not any("min" in line and "Paper 2" in line for line in told.lines)
    await told.press("=")
    for paper in (2, 1, 0):
        assert sum(f"Paper {paper} ·" in line for line in told.lines) == 1, "the outlet under its headline"
    await told.press("=")
    assert not any("Paper 1 ·" in line for line in told.lines)


async def test_one_of_an_open_event_is_read_and_the_others_are_not(told: Desk) -> None:
    await told.press("E", "=", "j", "m")
    rows = told.reader.stories
    assert [story.read for index in range(3) if (story := rows.at(index)) is not None] == [False, True, False]
    await told.press("u")
    assert not any(story.read for index in range(3) if (story := rows.at(index)) is not None)


async def test_a_story_is_told_apart_and_comes_back(told: Desk) -> None:
    await told.press("E", "=", "j", "x")
    assert "It stands apart from 2 others now" in told.lines[-1]
    assert titles(told)[:3] == [VOTE[2], VOTE[0], VOTE[1]], "it has left the event that is open"
    assert told.headline == VOTE[1]
    await told.press("u")
    assert titles(told)[:3] == [VOTE[2], VOTE[1], VOTE[0]]
    await told.press("ctrl+r", "E", "E")
    assert titles(told) == [VOTE[2], VOTE[1], "Elephants tell human voices apart", BRIDGE[3]]
    await told.press("u", "E", "E")
    assert titles(told) == [VOTE[2], "Elephants tell human voices apart", BRIDGE[3]]


async def test_a_selection_is_the_same(told: Desk) -> None:
    await told.press("E", "v", "j", "j", "x")
    assert "8 stories tell one event" in told.lines[-1]
    await told.press("E", "E")
    assert titles(told) == [VOTE[2]]
    await told.press("u", "E", "E")
    assert len(titles(told)) == 3


async def test_an_event_is_explained(told: Desk) -> None:
    await told.press("X")
    assert "3 stories, 3 outlets. This one shares" in told.lines[-1]
    assert "vote" in told.lines[-1]
    await told.press("j", "j", "j", "X")
    assert "Nobody else has this." in told.lines[-1]


async def test_what_a_person_said_is_not_the_same_is_explained_by_that(told: Desk) -> None:
    await told.press("x", "X")
    assert "Nobody else has this: you said that it is not what 2 others tell." in told.lines[-1]
    await told.press("u", "X")
    assert "3 stories, 3 outlets" in told.lines[-1]


async def test_what_an_event_opens_stands_under_the_heading_of_its_row(told: Desk, library: Library) -> None:
    await library.do(lambda file: arrive(file, [GROWN], now=NOON - timedelta(hours=26), first=9))
    await library.group()
    await told.press("E", ".")
    assert titles(told)[0] == VOTE[2]
    assert ("│ Today" in told.text, "Yesterday" in told.text) == (True, False)
    await told.press("=")
    assert titles(told)[3] == GROWN
    assert "Yesterday" not in told.text
    await told.press("E")
    assert "│ Yesterday" in told.text


async def test_an_article_names_who_else_tells_it(told: Desk, web: FakeWeb) -> None:
    story = told.reader.stories.highlighted
    assert story is not None
    web[story.url] = page("vote", VOTE[2])
    await told.press("enter", "G")
    assert "ALSO TOLD BY" in told.text
    assert VOTE[0] in told.article_text


async def test_keys_about_events_say_where_they_work(told: Desk) -> None:
    await told.press("j", "=")  # every story has a row of its own here
    assert "shows each event once; then this opens one." in told.lines[-1]
    told.reader.activate("sections")
    with_events = Tellings(
        told.reader, told.reader.contents, told.reader.marking, told.reader.opening, told.reader.searching
    )
    with_events.open_event()
    await told.settle()
    assert "Events are opened in the list." in told.lines[-1]
    for ask in (with_events.not_the_same, with_events.explain_event):
        await ask()
        await told.settle()
        assert "Highlight a story in the list." in told.lines[-1]


async def test_what_stands_together_already_and_what_nobody_else_tells(told: Desk) -> None:
    await told.press("v", "j", "j", "x")
    assert "These stand together already." in told.lines[-1]
    await told.press("g", "j", "j", "j", "x")
    assert "Nobody else has this." in told.lines[-1]


async def test_the_front_page_has_a_row_where_there_are_events(told: Desk, library: Library, clock: Clock) -> None:
    assert "Front page" in told.text
    await told.press("h", "j", "j", "j", "l")
    assert titles(told) == [BRIDGE[3], VOTE[2], "Elephants tell human voices apart"]
    await told.press("X")
    assert "Place 1 of the front page: 4 independent outlets, last told" in " ".join(told.article_text.split())
    assert "What joined them" in told.article_text
    await told.press("backspace")
    assert told.reader.pane == "stories"
    await told.press("j", "=")
    assert titles(told)[1:4] == [VOTE[2], VOTE[1], VOTE[0]]


async def test_the_front_page_has_an_order_of_its_own_and_each_event_once_and_says_so(told: Desk) -> None:
    await told.press("h", "j", "j", "j", "l")
    before = titles(told)
    for key, said in ((",", "What matters most comes first here."), ("E", "This list has each event once.")):
        for _ in range(2):
            await told.press(key)
            assert said in told.lines[-1]
            assert titles(told) == before


async def test_catching_up_shows_what_there_is_time_for_and_its_leads(told: Desk) -> None:
    await told.press("C")
    assert titles(told) == [BRIDGE[3], VOTE[2], "Elephants tell human voices apart"]
    assert "3 stories, less than a minute; nothing is left out" in told.lines[-1]
    assert "Catching up" in told.text
    await told.press("m", "escape")
    await told.press("C")
    assert titles(told) == [VOTE[2], "Elephants tell human voices apart"]
    await told.press("A")
    await told.press("C")
    assert "Nothing unread has come since yesterday." in told.lines[-1]


async def test_catching_up_takes_the_minutes_that_were_typed(told: Desk) -> None:
    await told.press("2", "C")
    assert "nothing is left out" in told.lines[-1]


async def test_reading_one_marks_the_others_only_where_the_setting_says_so(library: Library, clock: Clock) -> None:
    await library.do(lambda file: arrive(file, VOTE, now=NOON))
    await library.group()
    library.settings = replace(library.settings, read_together=True)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "m")
        rows = desk.reader.stories
        assert [story.read for index in range(3) if (story := rows.at(index)) is not None] == [True, True, True]
        await desk.press("u")
        assert not any(story.read for index in range(3) if (story := rows.at(index)) is not None)
        await desk.press("j", "enter")
        assert all(story.read for index in range(3) if (story := rows.at(index)) is not None)


async def test_acts_reach_all_of_an_event_only_where_the_setting_says_so(told: Desk, library: Library) -> None:
    def starred() -> set[str]:
        rows = told.reader.stories
        return {story.title for index in range(rows.count) if (story := rows.at(index)) is not None and story.starred}

    await told.press("E", "s", "E", "E", "=")
    assert starred() == {VOTE[2]}
    await told.press("u", "=")
    library.settings = replace(library.settings, act_together=True)
    await told.press("s")
    assert "3 stories starred" in told.lines[-1]
    await told.press("E")
    assert starred() == set(VOTE)
    await told.press("E", "s", "E")
    assert starred() == set()
    await told.press("u")
    assert starred() == set(VOTE)
    await told.press("u", "E", "w")
    assert "3 stories to be read later · u undo" in told.lines[-1]
    await told.press("u", "t", *"polls", "enter", "E")
    assert told.text.count("polls") >= 1
    assert len(await library.ask(stories.order, StoryFilter(words="tag:polls"))) == 3
    await told.press("u")
    assert not len(await library.ask(stories.order, StoryFilter(words="tag:polls")))
    await told.press("E", "=", "j", "s")  # one of an event that is open is meant alone
    assert starred() == {VOTE[1]}


async def test_a_mute_made_then_hides_whole_events(told: Desk, library: Library) -> None:
    library.settings = replace(library.settings, act_together=True)
    await told.press("E", "!", *"late-night", "enter")
    assert titles(told) == ["Elephants tell human voices apart", BRIDGE[3]]
    await told.press("u")
    assert len(titles(told)) == 3


async def test_under_an_article_it_is_shown_what_each_adds_and_how_it_came(told: Desk) -> None:
    await told.press("G", "enter", "X")
    assert "How it came" in told.text
    assert "Paper 0" in told.text


async def test_who_else_tells_a_story_is_shown_while_its_page_is_on_its_way_and_after(told: Desk, web: FakeWeb) -> None:
    coming, asked = asyncio.Event(), asyncio.Event()

    async def late(_: httpx.Request) -> Answer:
        asked.set()
        await coming.wait()
        return Answer(page("vote", VOTE[2]))

    shown = told.reader.stories.highlighted
    assert shown is not None
    assert shown.title == VOTE[2]
    web[shown.url] = late
    told.app.simulate_key("enter")
    await told.until(lambda: asked.is_set() and "ALSO TOLD BY" in told.article_text)
    assert VOTE[1] in told.article_text
    coming.set()
    await told.settle()
    assert "The council met on Monday" in told.article_text
    await told.press("G")
    assert told.article_text.count("ALSO TOLD BY") == 1
    assert told.article_text.count(VOTE[1]) == 1


@pytest.mark.parametrize("down", [0, 1, 2])
async def test_what_was_told_apart_is_highlighted_where_it_comes_back(told: Desk, down: int) -> None:
    await told.press("E", "=", *["j"] * down)
    before, parted = titles(told), told.headline
    await told.press("x")
    assert told.headline == parted
    await told.press("u")
    assert told.headline == parted
    assert titles(told) == before


async def test_whoever_has_moved_since_is_not_taken_back_into_an_event(told: Desk) -> None:
    await told.press("E", "=", "j", "x", "G", "u")
    assert told.headline == BRIDGE[3]


async def test_back_from_what_was_asked_of_a_row_leads_to_the_list_also_where_a_story_is_open(
    told: Desk, web: FakeWeb
) -> None:
    await told.press("h", "j", "j", "j", "l", "enter", "backspace", "j", "X")
    assert "Place 2 of the front page" in told.article_text
    await told.press("backspace")
    assert told.reader.pane == "stories"
    assert told.headline == VOTE[2]
    await told.press("enter", "X", "backspace")  # and of an article to the article
    assert told.reader.pane == "article"
    assert VOTE[2] in told.article_text


GROWN = "Parliament rejects budget in late vote at night"


async def grow(desk: Desk, library: Library) -> None:
    """A newer story comes in that tells of the vote too."""
    await library.do(lambda file: arrive(file, [GROWN], minutes=40, now=NOON, first=9))
    await library.group()
    await desk.reader.contents.notice_changes()
    await desk.settle()


@pytest.mark.parametrize("down", [0, 1, 2])
async def test_an_event_that_grows_stays_open_and_the_highlight_on_its_story(
    told: Desk, library: Library, down: int
) -> None:
    await told.press("E", "=", *["j"] * down)
    before = told.headline
    await grow(told, library)
    assert titles(told)[:4] == [GROWN, *reversed(VOTE)]
    assert told.headline == before
    assert told.reader.stories.is_open(told.reader.stories.order[0])


@pytest.mark.parametrize("down", [0, 1])
async def test_the_highlight_stays_on_its_event_when_another_story_stands_for_it(
    told: Desk, library: Library, down: int
) -> None:
    await told.press("E", "j", "k", *["j"] * down)
    await grow(told, library)
    assert told.headline == [GROWN, "Elephants tell human voices apart"][down]


async def test_a_selection_reaches_from_the_row_that_stands_now_for_what_it_began_at(
    told: Desk, library: Library
) -> None:
    await told.press("E", "v", "j")
    await grow(told, library)
    assert "2 selected" in told.lines[-1]
    await told.press("x")
    assert "5 stories tell one event" in told.lines[-1]


async def test_what_is_marked_read_among_the_unread_stays_and_no_other_row_of_its_event_comes(told: Desk) -> None:
    await told.press("E", "U", "m")
    await told.reader.contents.notice_changes()
    await told.settle()
    assert titles(told) == [VOTE[2], "Elephants tell human voices apart", BRIDGE[3]]
    await told.press("n")
    assert told.headline == "Elephants tell human voices apart"


@pytest.mark.parametrize("keys", [["s"], ["U", "m"], ["U", "m", "=", "s"]])
async def test_what_was_marked_makes_room_for_the_row_that_stands_for_its_event_since(
    told: Desk, library: Library, keys: list[str]
) -> None:
    await told.press("E", *keys)
    await grow(told, library)
    opened = [*reversed(VOTE)] * ("=" in keys)
    assert titles(told) == [GROWN, *opened, "Elephants tell human voices apart", BRIDGE[3]]
    assert told.headline == (VOTE[2] if opened else GROWN)


async def test_what_was_marked_in_an_event_that_falls_apart_has_no_row_but_its_new_events(
    told: Desk, library: Library
) -> None:
    await told.press("E", "=", "j", "j", "m")
    await grow(told, library)
    await library.do(lambda file: arrive(file, ["Rain expected"], minutes=50, now=NOON, first=8))
    known = await library.ask(ids_by_title)
    for title in (GROWN, VOTE[0]):  # in another shell
        await library.do(rulings.not_the_same, known[title])
    await library.do(rulings.same, [known["Rain expected"], known[VOTE[0]]])
    await told.reader.contents.notice_changes()
    await told.settle()
    assert titles(told) == ["Rain expected", GROWN, VOTE[2], "Elephants tell human voices apart", BRIDGE[3]]


async def test_an_event_that_is_open_among_the_unread_stays_whole_when_its_first_is_read(told: Desk) -> None:
    await told.press("E", "U", "=", "m")
    await told.reader.contents.notice_changes()
    await told.settle()
    assert titles(told)[:4] == [*reversed(VOTE), "Elephants tell human voices apart"]
    await told.press("j", "m", "=")
    await told.reader.contents.notice_changes()
    await told.settle()
    assert titles(told) == [VOTE[2], "Elephants tell human voices apart", BRIDGE[3]]


async def test_to_show_each_event_once_keeps_the_highlight_on_the_event(told: Desk) -> None:
    await told.press(*["j"] * 6)
    assert told.headline == BRIDGE[1]
    await told.press("E")
    assert told.headline == BRIDGE[3]


async def test_above_and_below_in_an_event_that_is_open_are_its_rows(told: Desk) -> None:
    await told.press("E", "=", "j", "<")
    assert "1 story above marked read" in told.lines[-1]
    await told.press("u", ">")
    assert "6 stories below marked read" in told.lines[-1]
