"""Stories that have changed since they were read: told, marked, compared."""

import pytest

from tests.app.paper import Desk, at_desk, edition, page
from tests.web import Clock, FakeWeb
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import earlier, stories
from tui.storage.file import File

GAZETTE = "https://gazette.example"


async def changed(library: Library, web: FakeWeb, clock: Clock) -> int:
    """The ferry's story, read, and then changed; its id."""
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "enter")
        story_id = desk.reader.story.id if desk.reader.story else 0
    again = page("ferry", "Ferry strike ends", also="map").replace("<p>1.", "<p>The strike is on again.</p><p>1.")
    web[f"{GAZETTE}/ferry/"] = again.replace("<p>3.", "<p>3, corrected.")
    await library.fetch_again(story_id)
    return story_id


async def test_what_is_new_is_marked_and_both_texts_are_compared(library: Library, web: FakeWeb, clock: Clock) -> None:
    await changed(library, web, clock)
    async with at_desk(library, clock, (80, 50)) as desk:
        await desk.press("q", "z")
        assert "updated" in desk.text
        await desk.press("enter")
        assert "2 paragraphs are new; c compares." in desk.article_text
        assert "+ The strike is on again." in desk.text
        assert "- 3. The council" not in desk.text
        await desk.press("c")
        assert "- 3. The council" in desk.text
        assert "+ 3, corrected. The council" in desk.text
        await desk.press("c")
        assert "- 3. The council" not in desk.text
        assert "+ The strike is on again." in desk.text
        await desk.press("q")
        assert "updated" not in desk.text


async def test_a_story_that_says_the_same_has_nothing_to_compare(desk: Desk) -> None:
    await desk.press("l", "enter", "c")
    assert "This story has not changed since you read it." in desk.text


async def test_a_story_is_fetched_again_by_name(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (80, 50)) as desk:
        await desk.press("l", "enter")
        await desk.reader.do("fetch_again")
        await desk.settle()
        assert "Its text has not changed." in desk.text
        ferry = page("ferry", "Ferry strike ends", also="map")
        web[f"{GAZETTE}/ferry/"] = ferry.replace("<p>1.", "<p>The strike is on again.</p><p>1.")
        await desk.reader.do("fetch_again")
        await desk.settle()
        assert "1 paragraph is new" in desk.lines[-1]
        assert "+ The strike is on again." in desk.text


@pytest.mark.parametrize("between", [("j", "enter", "q", "k"), ()], ids=["another was open", "it is still there"])
async def test_what_its_section_says_anew_is_fetched_when_a_story_is_opened(
    library: Library, web: FakeWeb, clock: Clock, between: tuple[str, ...]
) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (80, 50)) as desk:
        await desk.press("l", "enter", "q")
        (ferry, *_) = await library.ask(stories.window, StoryFilter(), limit=1)

        def grow(file: File) -> None:
            with file.writing() as db:
                earlier.grow_stale(db, ferry.id)

        web[f"{GAZETTE}/ferry/"] = page("ferry", "Ferry strike ends").replace("<p>1.", "<p>All over.</p><p>1.")
        await library.do(grow)
        await desk.press(*between, "enter")
        assert "+ All over." in desk.text
