"""Where a layout stands on the screen: moved by lines and pages, left by leaps, kept over every size."""

import pytest

from tests.app.examples import long_article
from tests.app.test_article import stand


async def test_a_leap_is_come_back_from_and_taken_again() -> None:
    async with stand(80, 24) as (_, pane, _pilot):
        pane.show(long_article(200))
        assert not pane.come_back()
        pane.line(30)
        assert not pane.come_back(), "a scroll is no leap"
        here = pane.place
        pane.end()
        end = pane.place
        assert pane.come_back()
        assert pane.place == here
        assert pane.come_back()
        assert pane.place == end


@pytest.mark.parametrize("columns", [30, 60, 120])
async def test_a_leap_is_come_back_from_in_another_size(columns: int) -> None:
    async with stand(80, 24) as (_, pane, pilot):
        pane.show(long_article(200))
        pane.line(41)
        words = pane.render_line(0).text.split()[:2] if pane.text_layout else []
        part = pane.place[0]
        pane.top()
        await pilot.resize_terminal(columns, 18)
        await pilot.pause()
        assert pane.come_back()
        assert pane.place[0] == part, words
