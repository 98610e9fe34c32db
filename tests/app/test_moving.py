"""The keys that move mean the pane that is active, and between panes they go one at a time."""

import pytest

from tests.app.paper import Desk, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.library.library import Library


def place(desk: Desk) -> tuple[str, int, int]:
    """The active pane, and the rows highlighted."""
    return desk.reader.pane, desk.reader.sections.cursor, desk.reader.stories.cursor


def top(desk: Desk) -> int:
    """The first line of the story on the screen."""
    reading = desk.reader.reading
    assert reading.text_layout is not None
    return reading.text_layout.line_of(reading.place)


async def test_up_and_down_move_the_list_that_is_active(desk: Desk) -> None:
    await desk.press("j", "j", "k")
    assert place(desk) == ("sections", 1, 0)
    await desk.press("l", "j", "j", "k")
    assert place(desk) == ("stories", 1, 1)


async def test_in_the_article_lines_and_pages_move_it_and_no_list(desk: Desk) -> None:
    await desk.press("l", "enter")
    before = place(desk)
    tops = [top(desk)]
    for key in ("j", "ctrl+d", "G"):
        await desk.press(key)
        tops.append(top(desk))
    assert tops == sorted(set(tops))
    assert tops[:2] == [0, 1]
    await desk.press("k")
    assert top(desk) == tops[-1] - 1
    await desk.press("ctrl+u")
    assert top(desk) < tops[-1] - 2
    await desk.press("g")
    assert top(desk) == 0
    assert place(desk) == before


async def test_the_end_of_a_list_whose_order_is_not_known_yet(desk: Desk) -> None:
    await desk.press("l")
    stories = desk.reader.stories
    stories.show(tuple(story for story in [stories.highlighted] if story), 0, whole=False)
    await desk.press("G")
    assert stories.whole
    assert stories.cursor == stories.count - 1 == 9


async def test_a_page_on_at_the_end_opens_the_next_unread_but_not_among_the_sections(desk: Desk) -> None:
    await desk.press("G", "space")
    assert (desk.reader.pane, desk.opened) == ("sections", "")
    await desk.press("g", "l", "G", "space")
    assert place(desk) == ("stories", 0, 0)  # the next one is from the top again


async def test_a_page_back_goes_back(desk: Desk) -> None:
    await desk.press("l", "G", "b")
    assert desk.reader.stories.cursor == 0


async def test_left_folds_and_right_unfolds_before_it_leaves(desk: Desk) -> None:
    await desk.choose("The Harbour Gazette")
    sections = desk.reader.sections
    many = sections.count
    await desk.press("h")
    assert (sections.chosen.folded, sections.count) == (True, many - 3)
    await desk.press("h")  # folded already: nothing is further left
    assert (desk.reader.pane, sections.count) == ("sections", many - 3)
    await desk.press("l")
    assert (desk.reader.pane, sections.count) == ("sections", many)
    await desk.press("l")
    assert desk.reader.pane == "stories"


@pytest.mark.parametrize(("size", "same"), [((80, 24), False), ((200, 50), True)])
async def test_where_the_article_stands_beside_the_list_right_goes_to_it(
    library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int], same: bool
) -> None:
    await edition(library, web)
    async with at_desk(library, clock, size) as desk:
        await desk.press("l", "enter")
        first = desk.opened
        await desk.press("h", "j", "l")
        assert desk.reader.pane == "article"
        assert (desk.opened == first) is same
        await desk.press("h", "l")
        assert desk.reader.pane == "article"


async def test_panes_in_turn_and_only_those_that_are_there(desk: Desk) -> None:
    panes = []
    for _ in range(3):
        await desk.press("tab")
        panes.append(desk.reader.pane)
    assert panes == ["stories", "sections", "stories"]
    await desk.press("enter", "tab", "shift+tab", "shift+tab")
    assert desk.reader.pane == "stories"
    await desk.press("shift+tab", "shift+tab")
    assert desk.reader.pane == "article"


async def test_out_goes_pane_by_pane_and_then_ends_the_program(desk: Desk) -> None:
    await desk.press("l", "enter", "q")
    assert desk.reader.pane == "stories"
    await desk.press("q")
    assert desk.reader.pane == "sections"
    desk.app.simulate_key("q")
    await desk.until(lambda: not desk.app.is_running)


async def test_what_was_missed_is_forgotten_once_the_article_is_left(desk: Desk) -> None:
    await desk.press("l", "enter")
    story = desk.reader.story
    assert story is not None
    desk.reader.opening.missed = story  # type: ignore[assignment]
    await desk.press("h")
    assert desk.reader.opening.missed is None


async def test_left_on_a_row_that_cannot_be_folded_goes_to_the_one_it_stands_in(desk: Desk) -> None:
    rows = desk.reader.sections
    await desk.press("G", "k", "h")
    assert (rows.chosen.name, rows.chosen.folded) == ("The Inland Post and Advertiser", False)
    await desk.press("h")
    assert rows.chosen.folded
    await desk.press("h")
    assert (rows.chosen.name, desk.reader.pane) == ("The Inland Post and Advertiser", "sections")
