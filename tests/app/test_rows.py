"""A list that an article hides comes back whole."""

import pytest
from textual.geometry import Size

from tests.app.paper import at_desk, edition
from tests.web import Clock, FakeWeb
from tui.app.stories import StoryList
from tui.library.library import Library


async def test_rows_that_change_while_the_list_is_hidden_come_back_whole(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("l", "j")
        before = desk.lines[3:12]
        await desk.press("enter", "s", "J", "s", "K", "m", "m", "q")
        after = desk.lines[3:12]
        assert [line[27:] for line in after] == [line[27:] for line in before]


async def test_a_list_that_is_painted_before_it_hears_of_its_new_size_is_drawn_for_that(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("l", "z")
        rows = desk.reader.stories
        for columns in (300, 20, 54):
            monkeypatch.setattr(StoryList, "size", Size(columns, 21))
            assert all(len(rows.render_line(y).text) == columns for y in range(21))
