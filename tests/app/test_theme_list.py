"""Themes tried on: each as it is highlighted, kept or left."""

import pytest

from tests.app.paper import at_desk, edition
from tests.web import Clock, FakeWeb
from tui.app.answers import Answered
from tui.app.theme_list import ThemeList
from tui.config import Config
from tui.library.library import Library


async def test_a_theme_is_tried_on_and_left(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock) as desk:
        before = desk.app.theme
        await desk.press("T")
        assert isinstance(desk.app.screen, ThemeList)
        assert "Harbour town votes" in desk.text
        await desk.press("j", "j")
        assert desk.app.theme == "light"
        await desk.press("q")
        assert desk.app.theme == before


async def test_a_theme_that_is_taken_stays(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("T", *"jjj", "enter")
        assert desk.app.theme == "dark"
        assert "The theme is dark." in desk.text
    async with at_desk(library, clock) as desk:
        assert desk.app.theme == "dark"
        await desk.press("T", "g", "enter")
    async with at_desk(library, clock) as desk:
        assert desk.app.theme == "ansi-dark"


async def test_the_terminals_own_colours_go_before_the_file_too(library: Library, clock: Clock) -> None:
    settings = Config(auto_refresh=False, theme="nord")
    async with at_desk(library, clock, settings=settings) as desk:
        assert desk.app.theme == "nord"
        await desk.press("T", "g", "enter")
    async with at_desk(library, clock, settings=settings) as desk:
        assert desk.app.theme == "ansi-dark"


@pytest.mark.parametrize(("answer", "theme"), [("11;rgb:ffff/ffff/ffff", "light"), ("11;rgb:0/0/0", "dark")])
async def test_auto_follows_the_terminals_background(library: Library, clock: Clock, answer: str, theme: str) -> None:
    settings = Config(auto_refresh=False, theme="auto")
    async with at_desk(library, clock, settings=settings) as desk:
        desk.app.post_message(Answered(answer))
        await desk.settle()
        assert desk.app.theme == theme
    async with at_desk(library, clock, settings=settings) as desk:
        assert desk.app.theme == theme, "as it was in the session before, until the terminal says otherwise"


async def test_the_terminals_own_colours_are_others_on_a_light_background(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock) as desk:
        assert desk.app.theme == "ansi-dark"
        for answer, theme in (("11;rgb:ffff/ffff/ffff", "on-light"), ("11;rgb:0/0/0", "ansi-dark")):
            desk.app.post_message(Answered(answer))
            await desk.settle()
            assert desk.app.theme == theme
        desk.app.post_message(Answered("11;rgb:ffff/ffff/ffff"))
        await desk.settle()
    async with at_desk(library, clock) as desk:
        assert desk.app.theme == "on-light", "as it was in the session before"
        assert desk.app.native_ansi_color, "its colours are the terminal's"
        await desk.press("T")
        assert "on-light" not in desk.text


async def test_a_background_changes_no_theme_that_was_chosen(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock, settings=Config(auto_refresh=False, theme="nord")) as desk:
        desk.app.post_message(Answered("11;rgb:ffff/ffff/ffff"))
        await desk.settle()
        assert desk.app.theme == "nord"
