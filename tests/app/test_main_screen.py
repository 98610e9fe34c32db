"""The shape of the screen, and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.paper import QUIET, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.app.main_screen import Columns, columns, sentence
from tui.library.library import Library
from tui.storage import settings
from tui.values import replace


@pytest.mark.parametrize(
    ("size", "pane", "expected"),
    [
        (120, "sections", Columns(24, 40, 54)),
        (120, "article", Columns(24, 40, 54)),
        (80, "stories", Columns(24, 55, 0)),
        (80, "article", Columns(0, 0, 80)),
        (60, "sections", Columns(60, 0, 0)),
        (60, "stories", Columns(0, 60, 0)),
    ],
)
def test_three_panes_or_two_or_one(size: int, pane: str, expected: Columns) -> None:
    assert columns(size, pane) == expected


@given(st.integers(1, 400), st.sampled_from(["sections", "stories", "article"]))
def test_the_panes_and_their_rules_fill_the_screen(size: int, pane: str) -> None:
    shape = columns(size, pane)
    shown = [cells for cells in (shape.sections, shape.stories, shape.article) if cells]
    assert sum(shown) + len(shown) - 1 == size
    assert getattr(shape, pane) > 0


def test_an_errors_words_are_a_sentence() -> None:
    assert sentence("the server does not answer") == "The server does not answer."
    assert sentence("Really?") == "Really?"


async def test_on_a_narrow_screen_the_first_start_opens_on_the_stories(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock, (60, 20)) as desk:
        assert desk.reader.pane == "stories"
        assert "Welcome to Broadsheet" in desk.text
    async with at_desk(library, clock, (80, 24)) as desk:
        assert "All" in desk.text


async def test_so_it_does_where_something_was_followed_by_the_command_line(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    await library.do(settings.keep_setting, "session", "")
    async with at_desk(library, clock, (60, 20)) as desk:
        assert desk.reader.pane == "stories"
        assert "Ferry strike ends" in desk.text


async def test_an_empty_list_says_what_would_fill_it(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        for name, said in (("Later", "w puts a story here"), ("Downloaded", "D downloads the unread stories")):
            desk.reader.sections.find_name(name)
            await desk.settle()
            assert said in desk.reader.contents.hint()


def test_an_error_is_a_sentence_and_a_host_in_it_is_written_as_it_is() -> None:
    assert sentence("no network") == "No network."
    assert sentence("news.example answers 500.") == "news.example answers 500."


@pytest.mark.parametrize("linear", [False, True])
async def test_a_sentence_that_one_line_has_no_room_for_stands_in_the_rule_too(
    library: Library, web: FakeWeb, clock: Clock, linear: bool
) -> None:
    await edition(library, web)
    long = "The harbour is closed to all but the ferry, which sails at noon and in the evening, and to pilots."
    async with at_desk(library, clock, (60, 20), replace(QUIET, linear=linear)) as desk:
        before = desk.text
        desk.reader.say(long)
        await desk.settle()
        assert " ".join(" ".join(desk.text.splitlines()[-2:]).split()) == long
        desk.reader.say(f"{long} · u undo · and what there is no room for at all")
        await desk.settle()
        assert " ".join(" ".join(desk.text.splitlines()[-2:]).split()) == f"{long} · u undo"
        desk.reader.say("12 stories marked read in The Harbour Gazette: World · u undo")
        await desk.settle()
        assert desk.text.splitlines()[-1].strip() == "u undo"
        desk.reader.whisper("The folder for The Harbour Gazette · empty for none, commas between several")
        await desk.settle()
        assert "The folder for The Harbour Gazette" in desk.text.splitlines()[0]
        assert desk.text.splitlines()[1] == before.splitlines()[1]
        desk.reader.whisper(long)
        await desk.settle()
        assert " ".join(" ".join(desk.text.splitlines()[:2]).split()) == long
        desk.reader.whisper("")
        desk.reader.forget_note()
        await desk.settle()
        assert desk.text == before
