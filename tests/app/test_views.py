"""How lists and sections are shown, and that it is remembered."""

from datetime import timedelta

import pytest

from tests.app.paper import Desk, at_desk, edition
from tests.web import NOON, Clock, FakeWeb
from tui.app.story_rows import day
from tui.app.views import View, Views, key_of
from tui.library.library import Library
from tui.model import StoryFilter

WORLD = StoryFilter(section_id=4)


def test_a_view_is_kept_by_its_list_and_forgotten_when_it_is_as_usual() -> None:
    views = Views()
    assert views.applied(WORLD) == WORLD
    views.change(WORLD, unread=True)
    assert views.applied(WORLD) == StoryFilter(section_id=4, unread=True)
    assert views.of(StoryFilter(section_id=5)) == View()
    views.unread_sections, views.folded = True, frozenset({"News"})
    assert Views.read(views.written()).written() == views.written()
    views.change(WORLD, unread=False)
    assert views.lists == {}


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"lists": {"a": {"odd": 1}}}', '{"lists": 3}'])
def test_what_cannot_be_read_is_as_usual(kept: str) -> None:
    assert Views.read(kept).written() == Views().written()


def test_lists_have_names_of_their_own() -> None:
    lists = [StoryFilter(), StoryFilter(unread=True), WORLD, StoryFilter(site_id=4), StoryFilter(words="a")]
    assert len({key_of(each) for each in lists}) == len(lists)


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (0, "Today"),
        (1, "Yesterday"),
        (2, "Saturday 21 November"),
        (400, "19 October 2025"),
        (-1, "Tuesday 24 November"),
    ],
)
def test_days(passed: int, said: str) -> None:
    assert day(NOON - timedelta(days=passed), NOON) == said


async def test_unread_stories_only_and_it_is_remembered_for_this_list(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "m", "j", "m", "U")
        assert "Unread stories only." in desk.lines[-1]
        assert desk.reader.stories.count == 8
        await desk.press("m", "j")
        assert desk.reader.stories.count == 8  # what was read stays until the list is left
    async with at_desk(library, clock) as desk:
        assert desk.reader.stories.count == 7
        await desk.press("h")
        await desk.choose("Top News")
        assert desk.reader.stories.count == 5
        await desk.press("g", "l", "U")
        assert desk.reader.stories.count == 10


async def test_a_list_of_which_all_is_read_says_how_to_see_it(desk: Desk) -> None:
    await desk.choose("Top News")
    await desk.press("l", "A", "U")
    assert desk.reader.stories.empty == "Everything here is read. U shows what was."


async def test_sections_with_unread_stories_only(desk: Desk) -> None:
    await desk.press("U")
    names = [choice.name for choice in desk.reader.sections.choices]
    assert names == ["All", "Unread", "Today", "Starred", "Later", "Downloaded", "Guide", "The Harbour Gazette", "Top News", "Business", "The Inland Post and Advertiser", "World", "Science"]  # fmt: skip
    await desk.choose("Business")
    await desk.press("l", "A")
    assert "Business" in [choice.name for choice in desk.reader.sections.choices]
    await desk.press("h", "j")
    await desk.reader.contents.renew()
    assert "Business" not in [choice.name for choice in desk.reader.sections.choices]
    await desk.press("U")
    assert "Tide Tables" in [choice.name for choice in desk.reader.sections.choices]


async def test_headings_by_day(desk: Desk) -> None:
    await desk.press("l", ".")
    listed = [line[25:65].strip() for line in desk.lines[2:18]]
    assert listed[0] == "Today"
    assert "Yesterday" in listed
    await desk.press("G")
    assert desk.headline == "What bees know"
    await desk.press(".")
    assert "Without headings." in desk.lines[-1]


async def test_a_site_is_folded_and_unfolded_and_that_is_remembered(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.choose("The Harbour Gazette")
        await desk.press("h")
        assert desk.lines[10].startswith("▌▸ The Harbour Gaz")
        assert desk.lines[10].split("│")[0].rstrip().endswith("7")
        assert [choice.name for choice in desk.reader.sections.choices][7:10] == ["The Harbour Gazette", "The Inland Post and Advertiser", "World"]  # fmt: skip
        await desk.press("h")
        assert desk.reader.pane == "sections"
    async with at_desk(library, clock) as desk:
        assert desk.lines[10].startswith("▌▸ The Harbour Gaz")
        await desk.press("l")
        assert (desk.reader.pane, desk.lines[11].split("│")[1].strip()[:8]) == ("sections", "Top News")
        await desk.press("l")
        assert desk.reader.pane == "stories"


def test_each_list_has_a_density_of_its_own() -> None:
    views = Views()
    views.change(StoryFilter(section_id=3), density="full")
    again = Views.read(views.written())
    assert (again.of(StoryFilter(section_id=3)).density, again.of(StoryFilter()).density) == ("full", "")
