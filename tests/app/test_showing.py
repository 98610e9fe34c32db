"""Pictures in their place: fetched when asked for, there while the story is, gone with the same key."""

import pytest

from tests.app.paper import GAZETTE, OFFLINE, QUIET, Desk, at_desk, edition
from tests.images import bomb
from tests.web import Answer, Clock, FakeWeb
from tui.app.showing import Showing
from tui.config import Config
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import pictures, stories
from tui.values import replace

PLACE = f"{GAZETTE}/tunnel.png"
STORY = ("l", "j", "j", "j", "enter")


def drawn(desk: Desk) -> int:
    """The lines of the screen that have a picture in them."""
    return sum(any(sign in line for sign in "▀▄█") for line in desk.lines)


async def test_it_is_shown_in_its_place_and_hidden_again(desk: Desk, web: FakeWeb) -> None:
    await desk.press(*STORY)
    assert (
        "▒ The flag that was raised at the tunnel" in desk.article_text
        and "A flag of four colours" in desk.article_text
    )
    assert web.count(PLACE) == 0 and drawn(desk) == 0
    await desk.press("i")
    assert web.count(PLACE) == 1 and drawn(desk) >= 4
    await desk.press("i")
    assert drawn(desk) == 0 and "The flag that was raised" in desk.article_text
    await desk.press("i")
    assert drawn(desk) >= 4 and web.count(PLACE) == 1


async def test_scrolling_and_related_stories_leave_it_where_it_is(desk: Desk) -> None:
    await desk.press(*STORY, "i")
    tall = drawn(desk)
    caption = next(y for y, line in enumerate(desk.lines) if "The flag that" in line)
    await desk.press("j", "j")
    assert "The flag that" in desk.lines[caption - 2] and drawn(desk) == tall
    await desk.press("k", "k", "h", "l")
    assert "The flag that" in desk.lines[caption] and drawn(desk) == tall
    await desk.press("J", "K")
    assert drawn(desk) == 0  # another story was open meanwhile


async def test_places_are_the_same_words_with_a_picture_and_without(desk: Desk) -> None:
    await desk.press(*STORY, "i", *["space"] * 2)
    place, top = desk.reader.reading.place, desk.lines[4]
    spot = desk.reader.reading.plates()[0]
    desk.reader.reading.put_plate(spot, ())
    await desk.settle()
    assert desk.reader.reading.place == place and desk.lines[4] == top


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 50)])
async def test_another_size_draws_it_anew(desk: Desk, size: tuple[int, int], web: FakeWeb) -> None:
    await desk.press(*STORY, "i")
    await desk.pilot.resize_terminal(*size)
    await desk.settle()
    (spot,) = desk.reader.reading.plates()
    assert spot.plate is not None and spot.plate.room == spot.room
    assert len(spot.plate.lines) <= desk.reader.reading.size.height
    assert web.count(PLACE) == 1


async def test_without_one_on_the_screen_the_next_is_brought(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (60, 14)) as desk:
        await desk.press(*STORY)
        assert "The flag that" not in desk.text
        await desk.press("i")
        assert drawn(desk) >= 4
        await desk.press("G", "i")
        assert not desk.reader.reading.plates()  # it is above, and hidden
        await desk.press("h", "g", "enter", "i")
        assert "This story has no pictures." in desk.lines[-1]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer("<svg/>", content_type="image/png"), "a drawing (SVG)"),
        (Answer("<h1>Log in</h1>"), "there is a page where the picture was"),
        (Answer(b"GIF89a" + bytes(40), content_type="image/gif"), "it is damaged"),
        (Answer(bomb(20_000, 20_000), content_type="image/png"), "20,000 by 20,000 pixels"),
        (Answer(status=410), "410 Gone"),
        (OFFLINE, "There is no network."),
    ],
)
async def test_why_it_cannot_be_shown_stands_in_its_place(
    desk: Desk, web: FakeWeb, answer: Answer | Exception, said: str
) -> None:
    web[PLACE] = answer
    await desk.press(*STORY, "i")
    assert "The picture cannot be shown: " in desk.article_text and said in desk.article_text and drawn(desk) == 0
    await desk.press("i")
    assert "cannot be shown" not in desk.article_text


async def test_all_of_a_story_are_kept(desk: Desk, library: Library) -> None:
    await desk.press(*STORY)
    await desk.reader.do("keep_pictures")
    await desk.until(lambda: "1 picture is kept." in desk.lines[-1])
    assert (await library.ask(pictures.sizes))[0] == 1


async def test_a_download_takes_them_along_where_the_configuration_says_so(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    library.settings = replace(library.settings, pictures="keep")
    async with at_desk(library, clock) as desk:
        await desk.press("D")
        await desk.until(lambda: "download" not in desk.reader.jobs)
    assert web.count(PLACE) == 1
    story = (await library.ask(stories.window, StoryFilter(words="tunnel")))[0]
    assert await library.ask(pictures.kept, story.id, PLACE)


async def test_the_linear_mode_has_words(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, settings=replace(QUIET, linear=True)) as desk:
        await desk.press(*STORY)
        assert "Picture: The flag that was raised at the tunnel" in desk.article_text
        for key in ("i", "I"):
            await desk.press(key)
            assert "Pictures are told in words here." in desk.lines[-1]
    assert web.count(PLACE) == 0


async def test_another_theme_draws_it_anew(desk: Desk, web: FakeWeb) -> None:
    await desk.press(*STORY, "i")
    before = [spot.plate.lines for spot in desk.reader.reading.plates() if spot.plate]
    desk.app.wear("paper")
    await desk.settle()
    (spot,) = desk.reader.reading.plates()
    assert spot.plate is not None and spot.plate.drawn_as == ("grey", False) and spot.plate.lines != before[0]
    assert web.count(PLACE) == 1


@pytest.mark.parametrize("theme", ["", "light", "dark", "paper"])
async def test_the_theme_says_how_it_is_drawn(library: Library, web: FakeWeb, clock: Clock, theme: str) -> None:
    await edition(library, web)
    async with at_desk(library, clock, settings=Config(auto_refresh=False, theme=theme)) as desk:
        assert (Showing(desk.reader).colours == "grey") is (theme == "paper")
        await desk.press(*STORY, "i")
        assert drawn(desk) >= 4
