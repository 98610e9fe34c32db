"""Keys are declared once, and a person's own keys take their place everywhere."""

import pytest

from tests.app.paper import at_desk
from tests.web import Clock
from tui.app import NewsApp
from tui.app.dialogs import HelpDialog
from tui.app.keys import BY_ID, FOOTER, VERBS, Keys
from tui.app.reader import ReaderScreen
from tui.config import Config
from tui.errors import ConfigError
from tui.library import Library

ASKED_FOR = "j k h l down up left right tab shift+tab enter space b n N J K g G ctrl+d ctrl+u ] [ backspace ( ) / s m A r R o y a D ? : ctrl+p q Q"


def test_every_key_that_was_asked_for_is_bound_once() -> None:
    bound = [key for verb in VERBS for key in verb.keys]
    assert sorted(bound) == sorted(set(bound))
    assert set(ASKED_FOR.split()) <= set(bound)


def test_every_verb_is_something_the_screen_does() -> None:
    for verb in VERBS:
        does = NewsApp if verb.action.startswith("app.") else ReaderScreen
        assert hasattr(does, f"action_{verb.action.removeprefix('app.') or verb.id}"), verb.id


def test_the_footers_name_verbs() -> None:
    assert {id for entries in FOOTER.values() for ids, _ in entries for id in ids.split()} <= set(BY_ID)


def test_no_key_is_escape_alone() -> None:
    assert not [verb for verb in VERBS if "escape" in verb.keys]


def test_a_key_chosen_by_a_person_is_told() -> None:
    keys = Keys((("star", "x, ctrl+x"),))
    assert keys.of("star") == ("x", "ctrl+x")
    assert keys.keymap == {"star": "x,ctrl+x"}
    assert ("x", "star") in keys.footer("stories")
    assert ("x ctrl+x", BY_ID["star"].tells) in dict(keys.help())["Marking"]


@pytest.mark.parametrize(("own", "said"), [((("stare", "x"),), "keys.stare"), ((("star", "m"),), "the key m")])
def test_a_key_that_cannot_be_is_refused(own: tuple[tuple[str, str], ...], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        Keys(own)


async def test_a_chosen_key_works_and_the_old_one_does_not(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock, settings=Config(auto_refresh=False, keys=(("help", "x"),))) as desk:
        await desk.press("question_mark")
        assert not isinstance(desk.app.screen, HelpDialog)
        await desk.press("x")
        assert isinstance(desk.app.screen, HelpDialog)
