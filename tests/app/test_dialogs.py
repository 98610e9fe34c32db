"""Following a site, the help, the palette."""

import gc
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.screen import Screen

from tests.app.paper import GAZETTE, OFFLINE, Desk, at_desk, edition
from tests.app.test_reader import rss
from tests.web import Answer, Clock, FakeWeb
from tui import config
from tui.app.dialogs import FollowDialog, HelpDialog, PaletteDialog
from tui.app.keys import BY_ID
from tui.library.library import Library
from tui.storage import sections, stories

FRONT = "https://evening.example"


def front_page(web: FakeWeb) -> None:
    """A site with two feeds."""
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="The Evening Star - {name}" href="{FRONT}/{slug}/feed">'
        for name, slug in (("Home", "home"), ("Arts", "arts"))
    )
    web[f"{FRONT}/"] = Answer(
        f"<!doctype html><html><head><title>The Evening Star</title>{links}</head><body><h1>The Evening Star</h1></body></html>"
    )
    for slug in ("home", "arts"):
        web.feed(f"{FRONT}/{slug}/feed", rss(f"{slug}-story", f"The {slug} story"))


def on_top(desk: Desk, kind: type[Screen[Any]]) -> bool:
    return isinstance(desk.app.screen, kind)


def follow_dialog(desk: Desk) -> FollowDialog:
    assert isinstance(desk.app.screen, FollowDialog)
    return desk.app.screen


async def test_an_address_is_looked_at_and_what_is_picked_is_followed(
    desk: Desk, web: FakeWeb, library: Library
) -> None:
    front_page(web)
    await desk.press("a")
    await desk.type("evening.example")
    await desk.press("enter")
    dialog = follow_dialog(desk)
    names = [option.name for option in dialog.options.options]
    assert len(names) == 2
    assert all(option.picked for option in dialog.options.options)
    assert dialog.options.active
    await desk.press("j", "space")
    assert [option.picked for option in dialog.options.options] == [True, False]
    await desk.press("enter")
    assert desk.app.screen is desk.reader
    site = (await library.ask(sections.sites))[-1]
    assert [section.name for section in site.sections] == names[:1]
    assert desk.reader.sections.chosen.sections == (site.sections[0].id,)
    assert desk.headline == "The home story"
    assert desk.lines[-1].startswith(" Following The Evening Star: 1 story · u undo")
    await desk.press("a")
    await desk.type("evening.example")
    await desk.press("enter", "j", "space", "enter")
    assert desk.lines[-1].strip() == "The Evening Star is followed already.", "there is nothing for undo to take back"


async def test_what_cannot_be_followed_is_one_line_and_the_page_stays(desk: Desk, web: FakeWeb) -> None:
    await desk.press("a")
    await desk.type("nowhere.example")
    await desk.press("enter")
    dialog = follow_dialog(desk)
    assert "404" in dialog.told.text
    assert dialog.field.value == "nowhere.example"


async def test_looking_can_be_stopped(desk: Desk, web: FakeWeb) -> None:
    import asyncio

    async def never(_: object) -> Answer:
        await asyncio.Event().wait()
        raise AssertionError

    web[f"{FRONT}/"] = never
    await desk.press("a")
    await desk.type("evening.example")
    desk.app.simulate_key("enter")
    await desk.until(lambda: "Looking at evening.example" in desk.text)
    await desk.press("escape")
    assert "Stopped." in desk.text
    await desk.press("escape")
    assert desk.app.screen is desk.reader


async def test_looking_that_is_stopped_before_it_began_holds_nobody(desk: Desk, web: FakeWeb) -> None:
    front_page(web)
    await desk.press("a")
    await desk.type("evening.example")
    dialog = follow_dialog(desk)
    dialog._asked()  # keys that come together: nothing else runs between them
    dialog.action_close()
    await desk.until(lambda: "Stopped." in desk.text)
    await desk.press("enter")
    assert dialog.options.count == 2, "it can be looked at anew"
    await desk.press("escape")
    assert desk.app.screen is desk.reader


async def test_starter_sites_are_found_by_a_word_picked_and_followed(
    desk: Desk, web: FakeWeb, library: Library
) -> None:
    starters = {site.name: site.url for site in config.starters()}
    name = "Hacker News" if "Hacker News" in starters else next(iter(starters))
    web.feed(starters[name], rss("starter", "From a starter"))
    await desk.press("a")
    dialog = follow_dialog(desk)
    assert dialog.options.count == len(starters)
    await desk.type(name.lower())
    assert [option.name for option in dialog.options.options] == [name]
    await desk.press("down", "space")
    assert dialog.options.picked == [0]
    await desk.press("up", *["backspace"] * len(name))
    assert dialog.options.count == len(starters)
    await desk.press("tab", "enter")
    assert desk.app.screen is desk.reader
    assert "From a starter" in desk.text
    assert [
        section
        for site in await library.ask(sections.sites)
        for section in site.sections
        if section.url == starters[name]
    ]


async def test_a_starter_site_without_a_network_is_one_line(desk: Desk, web: FakeWeb, library: Library) -> None:
    first = (config.starters())[0]
    web[first.url] = OFFLINE
    await desk.press("a", "down", "enter")
    assert f"{first.name}: there is no network" in desk.text


async def test_pasted_text_is_one_safe_line(desk: Desk) -> None:
    from textual.events import Paste

    await desk.press("a")
    follow_dialog(desk).field.post_message(Paste("\x1b]52;c;aGk=\x07 evening\u202e.example\nsecond"))
    await desk.settle()
    assert follow_dialog(desk).field.value == "]52;c;aGk= evening.example"


async def test_the_help_tells_every_verb_and_closes_without_escape(desk: Desk) -> None:
    await desk.press("question_mark")
    assert on_top(desk, HelpDialog)
    seen: set[str] = set()
    while not seen.issuperset(desk.lines):  # to the end, however many pages that are
        seen |= set(desk.lines)
        await desk.press("space")
    assert any("Star, or take the star away" in line for line in seen)
    assert any("Quit" in line for line in seen)
    await desk.press("q")
    assert desk.app.screen is desk.reader


async def test_the_palette_finds_a_verb_and_does_it(desk: Desk, library: Library) -> None:
    await desk.press("l", "colon")
    assert on_top(desk, PaletteDialog)
    await desk.type("take the star")
    assert len([line for line in desk.lines if "Star, or take" in line]) == 1
    await desk.press("enter")
    assert desk.app.screen is desk.reader
    story = await library.ask(stories.story, f"{GAZETTE}/ferry/")
    assert story is not None
    assert not story.starred  # it had one


async def test_a_key_that_does_nothing_on_a_page_says_so_once(desk: Desk) -> None:
    await desk.press("question_mark")
    keys = desk.lines[-1]
    for said in ("% does nothing here.", keys.strip()):
        await desk.press("percent_sign")
        assert desk.lines[-1].strip() == said
    await desk.press("ctrl+q")
    assert "ctrl+q does nothing here." in desk.lines[-1]
    await desk.press("j")
    assert desk.lines[-1] == keys


async def test_every_dialog_closes_with_escape(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (60, 20)) as desk:
        for key in ("question_mark", "a", "colon", "ctrl+p"):
            await desk.press(key)
            assert desk.app.screen is not desk.reader
            await desk.press("escape")
            assert desk.app.screen is desk.reader


async def test_what_was_drawn_on_a_dialog_is_let_go(desk: Desk) -> None:
    counts = []
    for _ in range(3):
        await desk.press("question_mark", "q")
        gc.collect()
        counts.append(sum(type(held) is StylesCache for held in gc.get_objects()))
    assert counts[0] == counts[2]


async def test_the_palette_goes_to_a_list_by_its_name(desk: Desk) -> None:
    await desk.press("colon", *"science")
    assert "The Inland Post and Advertiser › Science" in desk.text
    await desk.press("enter")
    assert (desk.reader.pane, desk.reader.sections.chosen.name) == ("stories", "Science")
    assert desk.headline == "What bees know"


@pytest.mark.parametrize("id", ["doctor", "log", "sync", "open", "fetch again", "sync_add", "sync_"])
async def test_an_id_that_is_typed_goes_before_all_that_speak_of_it(desk: Desk, id: str) -> None:
    await desk.press(":")
    await desk.type(id)
    assert BY_ID[id.replace(" ", "_").strip("_")].tells in desk.lines[4]


async def test_the_palette_begins_with_acts_and_with_words_that_begin_so(desk: Desk) -> None:
    await desk.press("colon")
    assert "Open what is highlighted" in desk.lines[4], "what only moves comes last"
    await desk.type("read")
    named = [line for line in desk.lines[4:] if line.strip()]
    assert "Read later, or no longer" in named[0] and "Mark read, or unread" in named[1]
    assert "Next unread story" not in "".join(named[:6]), "a word that has it within comes after"


async def test_the_help_shows_every_id_and_each_sentence_whole_however_narrow_it_is(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (60, 20)) as desk:
        await desk.press("question_mark")
        seen: list[str] = []
        while not seen or desk.lines[2:-2] != seen[-16:]:
            seen += desk.lines[2:-2]
            await desk.press("space")
        assert {line.split()[-1] for line in seen if line} >= BY_ID.keys()
        assert not any("…" in line for line in seen)


async def test_the_help_is_filtered_by_words(desk: Desk) -> None:
    await desk.press("question_mark", "slash", *"star")
    assert "Star, or take the star away" in desk.text
    assert "Next pane" not in desk.text
    await desk.press("enter", *["slash"], *["backspace"] * 4, "enter")
    assert "Next pane" in desk.text
    await desk.press("q")
    assert desk.app.screen is desk.reader


async def test_a_page_that_is_closed_twice_at_once_takes_no_other_with_it(desk: Desk) -> None:
    await desk.press(":")
    dialog = desk.app.screen
    assert isinstance(dialog, PaletteDialog)
    dialog.dismiss(None)
    dialog.dismiss(None)
    await desk.press("?")
    assert on_top(desk, HelpDialog)
