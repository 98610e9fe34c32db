"""The lists of the screen: what they hold, how they are drawn, what they say when they are empty, where the reader was."""

import asyncio
from array import array
from typing import Any

import pytest

from tests.app.paper import Desk, at_desk, edition
from tests.conftest import Opening
from tests.web import Clock, FakeWeb
from tui.app.story_rows import Density
from tui.library.library import Library
from tui.model import Entry, Offer, Session, SiteOffer, StoryFilter
from tui.storage import marks, searches, sections, settings, stories


async def many(library: Library, number: int) -> None:
    """A section with so many stories."""
    entries = tuple(Entry(f"Story {one}", f"https://many.example/{one}", f"g{one}") for one in range(number))
    offer = SiteOffer("Many", "https://many.example", (Offer("All", "https://many.example/f", entries=entries),))
    await library.do(sections.follow, offer)


# The list


async def test_a_long_list_is_whole_a_moment_after_its_beginning(
    library: Library, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.contents.FIRST", 20)
    await many(library, 50)
    async with at_desk(library, clock) as desk:
        await desk.choose("Many")
        assert (desk.reader.stories.count, desk.reader.stories.whole) == (50, True)
        await desk.press("l", "G")
        assert desk.reader.stories.cursor == 49
        assert desk.headline.startswith("Story ")


async def test_a_list_that_was_left_meanwhile_is_not_shown(desk: Desk) -> None:
    contents = desk.reader.contents
    top, business = (
        next(choice.filter for choice in desk.reader.sections.choices if choice.name == name)
        for name in ("Top News", "Business")
    )
    contents.show_list(top)
    contents.show_list(business)
    await desk.settle()
    assert contents.base == business
    assert desk.reader.stories.count == 2


async def test_the_highlight_goes_to_the_story_that_was_asked_for(desk: Desk) -> None:
    wanted = await desk.reader.library.ask(stories.order, StoryFilter(news=True))
    desk.reader.contents.show_list(StoryFilter(), wanted[4])
    await desk.settle()
    assert desk.reader.stories.cursor == 4


# How it is drawn


async def test_outlets_are_told_where_a_list_has_several(desk: Desk) -> None:
    looks = {}
    for name in ("All", "The Harbour Gazette", "Top News", "Guide"):
        await desk.choose(name)
        look = desk.reader.contents.look()
        looks[name] = (look.outlet, look.ages)
    assert looks == {
        "All": ("site", True),
        "The Harbour Gazette": ("section", True),
        "Top News": ("none", True),
        "Guide": ("section", False),
    }


async def test_more_or_less_of_each_story_is_kept_list_by_list(desk: Desk, library: Library) -> None:
    first = desk.reader.contents.look().density
    await desk.press("l", "z")
    assert desk.reader.contents.look().density is first.next
    assert desk.lines[-1].strip() == f"{first.next.value.capitalize()} rows."
    await desk.press("h", "j")
    assert desk.reader.contents.chosen_density(desk.reader.contents.base) is None
    await desk.press("k")
    assert desk.reader.contents.chosen_density(StoryFilter()) is first.next


async def test_each_step_of_density_shows_in_what_was_found_for_its_words(desk: Desk) -> None:
    await desk.press("ctrl+f")
    await desk.type("ferry")
    await desk.press("enter")
    seen = [desk.lines[:-1]]
    for _ in range(4):
        await desk.press("z")
        assert desk.lines[:-1] != seen[-1]
        seen.append(desk.lines[:-1])
    assert seen[0] == seen[2] == seen[4]


async def test_a_view_of_states_is_as_dense_as_any_other_list(desk: Desk) -> None:
    contents = desk.reader.contents
    before = contents.look().density
    for words, same in (("is:unread", True), ("is:unread -ferry", True), ("is:unread ferry", False)):
        desk.reader.wanted = StoryFilter(words=words)
        assert (contents.look().density is before) is same


async def test_a_density_that_is_none_leaves_it_to_the_screen(desk: Desk) -> None:
    contents = desk.reader.contents
    contents.views.change(StoryFilter(), density="enormous")
    assert contents.chosen_density(StoryFilter()) is None
    contents.views.change(StoryFilter(), density=Density.COMPACT.value)
    assert contents.chosen_density(StoryFilter()) is Density.COMPACT


async def test_unread_only_is_of_the_pane_that_is_active(desk: Desk, library: Library) -> None:
    order = await library.ask(stories.order, StoryFilter(news=True))
    await library.do(marks.mark, tuple(order[:3]), read=True)
    await desk.reader.contents.renew()
    rows = desk.reader.sections.count
    await desk.press("l", "U")
    assert desk.lines[-1].strip() == "Unread stories only."
    assert (desk.reader.stories.count, desk.reader.sections.count) == (7, rows)
    await desk.press("U")
    assert desk.lines[-1].strip() == "All stories."
    assert desk.reader.stories.count == 10
    await desk.press("h", "U")
    assert desk.lines[-1].strip() == "Sections with unread stories."
    assert desk.reader.sections.count < rows
    await desk.press("U")
    assert (desk.reader.sections.count, desk.lines[-1].strip()) == (rows, "All sections.")


async def test_a_list_of_what_is_unread_has_no_other_stories_to_show(desk: Desk) -> None:
    await desk.choose("Unread")
    for _ in range(2):
        await desk.press("l", "U")
        assert "This list is of what is unread." in desk.lines[-1]


async def test_orders_come_in_turn_and_the_highlight_stays_on_its_story(desk: Desk) -> None:
    await desk.press("l", "j", "j")
    story = desk.headline
    said: list[str] = []
    while not said or said[-1] != said[0] or len(said) < 2:
        desk.reader.contents.sort()
        await desk.settle()
        said.append(desk.lines[-1].strip())
        assert desk.headline == story
    assert len(set(said)) == len(said) - 1 > 2


async def test_headings_stand_for_days_or_for_what_the_list_is_sorted_by(desk: Desk) -> None:
    contents = desk.reader.contents
    assert contents.look().heads == "none"
    contents.headings()
    heads = {contents.look().heads}
    for _ in range(6):
        contents.sort()
        await desk.settle()
        heads.add(contents.look().heads)
    assert heads == {"day", "site", "section"}
    contents.headings()
    assert contents.look().heads == "none"


# An empty list


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Starred", "No stars yet: s stars a story."),
        ("Later", "Nothing to read later: "),
        ("Downloaded", "Nothing is downloaded: D downloads"),
        ("Sport", "No stories yet. r asks for them."),
        ("Tide Tables", " r asks again."),
    ],
)
async def test_an_empty_list_says_what_fills_it(desk: Desk, library: Library, name: str, said: str) -> None:
    (starred,) = await library.ask(stories.order, StoryFilter(starred=True))
    await library.do(marks.mark, (starred,), starred=False)
    await desk.choose(name)
    assert desk.reader.stories.count == 0
    assert said in desk.reader.stories.empty


@pytest.mark.parametrize(
    ("wanted", "base", "said"),
    [
        (StoryFilter(words="zeppelin"), StoryFilter(words="zeppelin"), "Nothing found."),
        (StoryFilter(tag_id=9), StoryFilter(tag_id=9), "No story has this tag"),
        (StoryFilter(folder_id=9), StoryFilter(folder_id=9), "No stories in this folder"),
        (StoryFilter(today=True), StoryFilter(today=True), "Nothing yet today."),
        (StoryFilter(guide=True), StoryFilter(guide=True), "The Guide is empty."),
        (StoryFilter(unread=True), StoryFilter(), "Everything here is read."),
        (StoryFilter(unread=True), StoryFilter(unread=True), "Everything is read."),
    ],
)
async def test_and_so_do_those_that_are_seldom_empty(
    desk: Desk, wanted: StoryFilter, base: StoryFilter, said: str
) -> None:
    desk.reader.wanted, desk.reader.contents.base = wanted, base
    assert desk.reader.contents.hint().startswith(said)


async def test_where_nothing_is_followed_it_says_how_to_begin(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock) as desk:
        desk.reader.wanted = StoryFilter()
        assert desk.reader.contents.hint() == "Nothing here yet: a follows a site."


# What changes


async def test_what_another_process_does_is_noticed_and_nothing_is_done_where_nothing_changed(
    desk: Desk, open_library: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = desk.reader.contents
    await contents.notice_changes()
    other = await open_library()
    order = await other.ask(stories.order, StoryFilter(news=True))
    await other.do(marks.mark, (order[0],), starred=False)
    await contents.notice_changes()
    await desk.settle()
    assert desk.reader.counts.starred == 0
    monkeypatch.setattr(contents, "renew", lambda: pytest.fail("nothing changed"))
    await contents.notice_changes()


async def test_a_look_that_takes_long_is_not_given_up_for_the_next(
    desk: Desk, open_library: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents, begun, slow = desk.reader.contents, asyncio.Event(), asyncio.Event()
    renew, times = contents.renew, 0

    async def slowly() -> None:
        nonlocal times
        times += 1
        begun.set()
        await slow.wait()
        await renew()

    await contents.notice_changes()
    monkeypatch.setattr(contents, "renew", slowly)
    other = await open_library()
    order = await other.ask(stories.order, StoryFilter(news=True))
    await other.do(marks.mark, (order[0],), starred=False)
    contents.look_around()
    await begun.wait()
    for _ in range(3):
        contents.look_around()
    slow.set()
    await desk.settle()
    assert (times, desk.reader.counts.starred) == (1, 0)


async def test_the_order_is_asked_for_again_only_where_it_can_have_changed(
    desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    take = desk.reader.stories.take

    def counted(order: "array[int]", **given: Any) -> None:
        taken.append(len(order))
        take(order, **given)

    monkeypatch.setattr(desk.reader.stories, "take", counted)
    await desk.reader.contents.renew()
    order = await library.ask(stories.order, StoryFilter(news=True))
    await library.do(marks.mark, (order[2],), starred=True)
    await desk.reader.contents.renew()
    assert taken == []  # a star changes no order of All
    await many(library, 3)
    await desk.reader.contents.renew()
    await desk.until(lambda: taken == [13])  # on a busy machine the screen may have looked by itself before


# Where the reader was


async def test_place_list_and_pane_are_kept_and_found_again(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.choose("Business")
        await desk.press("l", "j")
        await desk.reader.contents.remember()
        kept = await library.ask(settings.session)
        assert kept is not None
        assert kept.pane == "stories"
        assert desk.reader.stories.highlighted is not None
        assert kept.story_id == desk.reader.stories.highlighted.id
        await desk.reader.contents.remember()
        assert await library.ask(settings.session) == kept
    async with at_desk(library, clock) as desk:
        assert desk.reader.sections.chosen.name == "Business"
        assert desk.headline == "Rope works to close"


async def test_a_section_that_is_gone_leaves_the_reader_at_what_is_there(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    await library.do(settings.keep_session, Session(StoryFilter(section_id=99)))
    async with at_desk(library, clock) as desk:
        assert desk.reader.contents.base == desk.reader.sections.chosen.filter
        assert desk.reader.stories.count


async def test_what_a_heading_says_is_not_said_on_every_row(desk: Desk) -> None:
    outlets = []
    await desk.press("l", "full_stop")
    for _ in range(4):
        outlets.append((desk.reader.wanted.order, desk.reader.stories.look.outlet))
        await desk.press("comma")
    assert outlets == [("date", "site"), ("oldest", "site"), ("site", "section"), ("section", "site")]


def counts(desk: Desk) -> dict[str, int]:
    return {row.name: row.count for row in desk.reader.sections.choices}


async def test_views_that_change_by_themselves_have_counts_too(desk: Desk, library: Library) -> None:
    await library.do(searches.save, "Stars", "is:starred")
    await desk.reader.contents.renew()
    await desk.settle()
    before = counts(desk)["? Stars"]
    assert before == 1
    await desk.press("l", "s")  # the one that has a star
    await desk.until(lambda: counts(desk)["? Stars"] == 0)
    await desk.press("u")
    await desk.until(lambda: counts(desk)["? Stars"] == 1)


async def test_what_is_downloaded_is_counted(desk: Desk) -> None:
    before = counts(desk)["Downloaded"]
    await desk.press("l", "j", "enter")
    await desk.until(lambda: not desk.reader.fetching)
    await desk.until(lambda: counts(desk)["Downloaded"] == before + 1)
