"""Mutes, highlights and rules on the screen: tried while they are typed, kept, listed, changed, taken back."""

import pytest

from tests.app.paper import Desk
from tui.app.standing import acts_of
from tui.errors import AskError
from tui.library.library import Library
from tui.saved import Acts
from tui.storage import searches


async def test_a_mute_says_first_what_it_would_hide(desk: Desk, library: Library) -> None:
    await desk.press("l", "exclamation_mark")
    await desk.type("ferry")
    await desk.pilot.pause(0.4)
    assert "would hide 1" in desk.lines[0]
    assert "Ferry strike" in desk.text
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    assert desk.lines[-1].strip().startswith("1 story hidden (ferry) · u undo")
    assert "would hide" not in desk.lines[0]
    assert "Ferry strike" not in desk.text
    await desk.press("u", "g")  # the highlight stays on its line, and what came back stands above it
    assert "Ferry strike" in desk.text


async def test_a_mistake_keeps_the_line_open_with_the_cursor_at_the_word(desk: Desk, library: Library) -> None:
    await desk.press("l", "exclamation_mark")
    await desk.type("ferry is:purple strike")
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    assert "is:purple: a story is unread, read" in desk.lines[0]
    entry = await desk.reader.entry()
    assert (entry.value, entry.cursor_position) == ("ferry is:purple strike", len("ferry is:purple"))
    await desk.press("escape")
    assert await library.ask(searches.every) == ()


async def test_a_search_that_is_mistaken_is_asked_again(desk: Desk) -> None:
    await desk.press("l", "slash")
    await desk.type("sitte:gazette")
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    assert "there is no sitte:, did you mean site:?" in desk.lines[0]
    entry = await desk.reader.entry()
    assert entry.display and entry.value == "sitte:gazette"
    await desk.press("backspace")
    assert "did you mean" not in desk.lines[0]


async def test_a_highlight_is_a_sign_and_a_line(desk: Desk) -> None:
    await desk.press("l", "asterisk")
    await desk.type("harbour")
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    assert "1 story highlighted (harbour)" in desk.lines[-1]
    assert "» Harbour to be dredged" in desk.text


async def test_a_rule_is_asked_for_in_two_steps_and_listed_changed_and_removed(desk: Desk, library: Library) -> None:
    await desk.press("W")
    await desk.type("ferry -strike")
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    await desk.type("read, #boats")
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    assert "found by ferry -strike: read, #boats" in desk.lines[-1]
    await desk.press("V")
    assert any("ferry -strike" in line and "rule: read, #boats" in line for line in desk.lines)
    await desk.press("c", "enter")
    await desk.pilot.pause(0.1)
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    (rule,) = await library.ask(searches.every)
    assert rule.acts == Acts(read=True, tags=("boats",))
    await desk.press("V", "X")
    await desk.pilot.pause(0.1)
    assert await library.ask(searches.every) == ()
    await desk.press("u")
    assert await library.ask(searches.every) == (rule,)


async def test_what_a_mute_hides_is_listed_from_the_page(desk: Desk, library: Library) -> None:
    await library.do(searches.save, "Boats", "ferry | tunnel", "mute")
    await desk.press("V")
    assert any("Boats: ferry | tunnel" in line and "hides 2 stories" in line for line in desk.lines)
    await desk.press("enter")
    await desk.pilot.pause(0.2)
    assert "Ferry strike" in desk.text and "Tunnel opens" in desk.text and "Harbour" not in desk.text.split("─")[-1]


async def test_the_page_says_how_it_is_filled(desk: Desk) -> None:
    await desk.press("V")
    assert "S saves a search as a row" in desk.text
    await desk.press("enter", "q")


@pytest.mark.parametrize(
    ("told", "acts"),
    [
        ("read", Acts(read=True)),
        ("Read, star #Ports sea", Acts(read=True, starred=True, tags=("Ports", "sea"))),
        ("later", Acts(later=True)),
        ("", Acts()),
    ],
)
def test_what_a_rule_does_is_typed_in_words(told: str, acts: Acts) -> None:
    assert acts_of(told) == acts


async def test_a_search_that_is_changed_is_one_act_and_what_is_as_before_none(desk: Desk, library: Library) -> None:
    await desk.press("exclamation_mark")
    await desk.type("moon")
    await desk.press("enter")
    await desk.press("exclamation_mark")
    await desk.type("moon")
    await desk.press("enter")
    assert desk.lines[-1].strip() == "1 story hidden (moon), as before."
    await desk.press("V", "c")
    await desk.type(" explained")
    await desk.press("enter")
    assert "1 story hidden (moon explained) · u undo" in desk.lines[-1]
    assert [search.words for search in await library.ask(searches.every)] == ["moon explained"]
    await desk.press("u")
    assert "Taken back: change moon" in desk.lines[-1]
    assert [search.words for search in await library.ask(searches.every)] == ["moon"]


@pytest.mark.parametrize("told", ["starr", "read, latter", "Reads"])
def test_what_is_nearly_an_act_is_no_tag_unless_it_is_written_as_one(told: str) -> None:
    word = told.split()[-1]
    with pytest.raises(AskError, match=f"^{word}: did you mean .*#{word}$"):
        acts_of(told)
    assert acts_of(f"#{word}") == Acts(tags=(word,))
