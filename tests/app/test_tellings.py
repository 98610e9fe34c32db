"""Events in the list: each once, opened in place, told apart and put together, explained."""

from collections.abc import AsyncIterator

import pytest

from tests.app.paper import Desk, at_desk, page
from tests.storage.events_paper import BRIDGE, VOTE, arrive
from tests.web import NOON, Clock, FakeWeb
from tui.library import Library


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
    assert "Paper 0" in told.text
    await told.press("j", "=")
    assert titles(told)[:2] == [VOTE[2], "Elephants tell human voices apart"]
    assert told.headline == VOTE[2]
    await told.press("j", "=")
    assert "Nobody else tells this." in told.lines[-1]


async def test_one_of_an_open_event_is_read_and_the_others_are_not(told: Desk) -> None:
    await told.press("E", "=", "j", "m")
    rows = told.reader.stories
    assert [story.read for index in range(3) if (story := rows.at(index)) is not None] == [False, True, False]
    await told.press("u")
    assert not any(story.read for index in range(3) if (story := rows.at(index)) is not None)


async def test_a_story_is_told_apart_and_comes_back(told: Desk) -> None:
    await told.press("E", "=", "j", "x")
    assert "It stands apart from 2 others now" in told.lines[-1]
    assert titles(told).count(VOTE[1]) == 1
    await told.press("E", "E")
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
    assert "Nobody else tells this." in told.lines[-1]


async def test_an_article_names_who_else_tells_it(told: Desk, web: FakeWeb) -> None:
    story = told.reader.stories.highlighted
    assert story is not None
    web[story.url] = page("vote", VOTE[2])
    await told.press("enter", "G")
    assert "ALSO TOLD BY" in told.text
    assert VOTE[0] in told.article_text
