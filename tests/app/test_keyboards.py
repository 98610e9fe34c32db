"""Letter keys work by their place on layouts that have no Latin letters."""

import pytest

from tests.app.paper import Desk
from tui.app.keyboards import latin


@pytest.mark.parametrize(
    ("letter", "key"),
    [
        ("о", "j"),
        ("О", "J"),
        ("Ж", "colon"),
        ("х", "left_square_bracket"),
        ("і", "s"),
        ("ї", "right_square_bracket"),
        ("ξ", "j"),
        ("Ξ", "J"),
        ("ς", "w"),
        ("ח", "j"),
        ("ת", "comma"),
        ("ت", "j"),
        ("ش", "a"),
        ("\u0650", "A"),
        ("\u064d", "S"),
        ("آ", "N"),
        ("؛", "P"),
        ("؟", "question_mark"),
        ("Σ", "S"),
        ("Ω", "V"),
        ("j", ""),
        ("é", ""),
        ("日", ""),
        (None, ""),
    ],
)
def test_a_letter_is_the_key_that_stands_there(letter: str | None, key: str) -> None:
    assert latin(letter) == key


@pytest.mark.parametrize("keys", ["дол", "λξκ"])
async def test_the_screen_is_driven_from_another_layout(desk: Desk, keys: str) -> None:
    """The keys of l, j and k."""
    await desk.press(*keys[:2])
    assert (desk.reader.pane, desk.reader.stories.cursor) == ("stories", 1)
    await desk.press(keys[2])
    assert desk.reader.stories.cursor == 0


async def test_capitals_and_signs_of_an_arabic_keyboard(desk: Desk) -> None:
    await desk.press("م", "ت", "\u0650")  # l, j, A
    assert "marked read" in desk.text
    await desk.press("ع", "؟")  # u, ?
    assert "The keys" in desk.text


async def test_a_key_of_ones_own_goes_before_its_place(desk: Desk) -> None:
    await desk.press("l", "о", "л")
    assert desk.reader.stories.cursor == 0


async def test_ctrl_q_does_only_what_the_keymap_says(desk: Desk) -> None:
    await desk.press("l", "ctrl+q")
    assert not desk.app._exit
    assert desk.reader.pane == "stories"
