"""What was done is taken back by a key, and done again."""

from tests.app.paper import Desk, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import stories


async def unread(library: Library) -> int:
    return len(await library.ask(stories.order, StoryFilter(unread=True, news=True)))


async def test_marking_all_read_is_taken_back_and_done_again(desk: Desk, library: Library) -> None:
    await desk.press("A")
    assert desk.lines[-1].strip() == "10 marked read · u undo"
    assert await unread(library) == 0
    await desk.press("u")
    assert desk.lines[-1].strip() == "Taken back: 10 stories marked read (All) · ctrl+r does it again"
    assert await unread(library) == 10
    assert desk.text.count(" ● ") + desk.text.count("▌● ") == 9  # and one is starred
    await desk.press("ctrl+r")
    assert "Done again: 10 stories marked read (All) · u undo" in desk.lines[-1]
    assert await unread(library) == 0
    assert " ● " not in desk.text


async def test_acts_are_taken_back_one_by_one_the_last_first(desk: Desk, library: Library, clock: Clock) -> None:
    await desk.press("l", "j", "s")
    clock.move(minutes=1)
    await desk.press("j", "m")
    await desk.press("u")
    assert "Taken back: 1 story marked read · " in desk.lines[-1]
    await desk.press("u")
    assert "Taken back: 1 story starred · " in desk.lines[-1]
    assert "★  4 h" not in desk.text
    await desk.press(*["u"] * 5)  # the star of the edition, and three sites that were followed
    assert "There is nothing to take back." in desk.lines[-1]


async def test_it_is_taken_back_in_another_session_too(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("A")
    async with at_desk(library, clock) as desk:
        await desk.press("u")
        assert await unread(library) == 10
        assert "10 unread" in "".join(desk.lines) or desk.reader.counts.unread == 10


async def test_what_comes_back_above_is_in_sight_where_there_is_room(desk: Desk) -> None:
    await desk.choose("Unread")
    await desk.press("l")
    first = desk.headline
    await desk.press("m", "h", "k", "j", "l")
    assert desk.headline != first and first not in desk.text
    await desk.press("j", "u")
    assert desk.reader.stories.top == 0
    assert desk.reader.stories.known(desk.reader.stories.order[0]).title == first  # type: ignore[union-attr]


async def test_a_row_that_is_taken_back_takes_its_list_along(desk: Desk) -> None:
    await desk.press("F")
    await desk.type("News")
    await desk.press("enter")
    await desk.choose("News")
    assert "No stories in this folder" in desk.text
    await desk.press("u")
    assert "Taken back: new folder News" in desk.lines[-1]
    assert desk.reader.sections.chosen.filter == desk.reader.wanted
    assert "No stories in this folder" not in desk.text
