"""Pictures on the whole screen, one after another."""

from tests.app.paper import Desk
from tests.app.test_showing import STORY, drawn
from tui.app.chrome import Glyphs
from tui.app.gallery import Gallery
from tui.app.parts import Line, Run
from tui.blocks import Picture
from tui.errors import ParseError

PICTURES = (
    Picture("https://a.example/1", "A ship", "", "Ann"),
    Picture("https://a.example/2", "", "A crane"),
    Picture("https://a.example/3"),
)


async def test_the_storys_pictures_fill_the_screen(desk: Desk) -> None:
    await desk.press(*STORY, "I")
    assert desk.lines[0] == " Picture 1 of 1" and drawn(desk) > 20
    assert "The flag that was raised at the tunnel" in desk.lines[-3]
    await desk.pilot.resize_terminal(60, 20)
    await desk.settle()
    assert 10 < drawn(desk) <= 15
    await desk.press("escape")
    assert "What it means for the town" in desk.text


async def test_a_story_without_pictures_has_no_such_page(desk: Desk) -> None:
    await desk.press("l", "enter", "I")
    assert "This story has no pictures." in desk.lines[-1]


async def test_one_goes_through_them_and_around(desk: Desk) -> None:
    rooms = []

    async def draw(picture: Picture, room: tuple[int, int]) -> tuple[Line, ...]:
        rooms.append(room)
        if picture is PICTURES[2]:
            raise ParseError("it is damaged")
        return ((Run(picture.url[-1] * 3, "#000000 #ffffff"),),)

    desk.app.push_screen(Gallery(PICTURES, draw, Glyphs(), 1))
    await desk.settle()
    assert desk.lines[0] == " Picture 2 of 3" and "222" in desk.text and "A crane" in desk.lines[-3]
    await desk.press("n")
    assert "The picture cannot be shown: It is damaged." in desk.text and "without a caption" in desk.text
    await desk.press("j")
    assert desk.lines[0] == " Picture 1 of 3" and "111" in desk.text and desk.lines[-3].endswith("Ann")
    await desk.press("p", "k")
    assert desk.lines[0] == " Picture 2 of 3"
    assert set(rooms) == {(120, 31)}
    await desk.press("q")
    assert desk.app.screen is desk.reader
