"""Tags, notes and what is read later."""

import pytest

from tests.app.paper import Desk, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import stories, tags


async def test_reading_later_is_a_list_of_its_own(desk: Desk, library: Library) -> None:
    await desk.press("l", "j", "w")
    assert "1 story to be read later · u undo" in desk.lines[-1]
    assert "▌◆  4 h  Harbour" in desk.text
    await desk.press("j", "v", "j", "w")
    assert "2 stories to be read later · u undo" in desk.lines[-1]
    await desk.press("h")
    await desk.choose("Later")
    assert desk.reader.sections.chosen.name == "Later"
    assert desk.reader.sections.chosen.count == 3
    assert desk.reader.stories.count == 3
    await desk.press("l", "w")
    assert "1 story no longer on Later · u undo" in desk.lines[-1]
    await desk.press("u")
    assert len(await library.ask(stories.order, StoryFilter(later=True))) == 3


async def test_tags_are_rows_with_counts(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "j", "t")
        await desk.type("ports, #towns")
        await desk.press("enter")
        assert desk.lines[-1].strip() == "#ports #towns · u undo"
        assert [row.name for row in desk.reader.sections.choices][7:9] == ["# ports", "# towns"]
        await desk.press("z")
        assert "4 h · #ports · #towns" in desk.text
        await desk.press("t")
        assert (await desk.reader.entry()).value == "ports, towns"
        await desk.press(*["backspace"] * 7, "enter")
        assert desk.lines[-1].strip() == "#ports · u undo"
        assert [tag.name for tag in await library.ask(tags.every)] == ["ports"]
        await desk.press("h", *["down"] * 7)
        assert desk.reader.sections.chosen.name == "# ports"
        assert desk.reader.stories.count == 1


async def test_addresses_that_are_typed_are_read_later(desk: Desk, library: Library) -> None:
    for typed, said in (
        ("https://far.example/1 https://far.example/2", "2 stories on Later, D there fetches"),
        ("mailto:ann", "mailto:ann is not an address that can be read here"),
        ("ftp://a https://far.example/3", "here; 1 story on Later"),
    ):
        await desk.command("save")
        await desk.type(typed)
        await desk.press("enter")
        assert said in desk.lines[-1]
    assert len(await library.ask(stories.order, StoryFilter(later=True))) == 3
    await desk.press("u", "u")
    assert not await library.ask(stories.order, StoryFilter(later=True))
    await desk.command("save")
    await desk.press("enter")
    assert not desk.reader.note


async def test_a_note_is_kept_with_the_story(desk: Desk, library: Library) -> None:
    await desk.press("l", "j", "e")
    await desk.type("Ask about the price.")
    await desk.press("enter")
    assert "The note is kept · u undo" in desk.lines[-1]
    await desk.press("e")
    assert (await desk.reader.entry()).value == "Ask about the price."
    await desk.press("escape", "z")
    assert "· note" in desk.text
    story = desk.reader.stories.highlighted
    assert story is not None
    assert await library.ask(tags.note, story.id) == "Ask about the price."


async def test_a_selection_is_tagged_whole_also_where_its_rows_were_never_shown(
    desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.press("l", "v", "G")
    assert len(desk.reader.stories.selected) == 10
    monkeypatch.setattr(desk.reader.stories, "known", lambda _: None)
    await desk.press("t")
    await desk.type("ports, towns")
    await desk.press("enter")
    assert [(tag.name, tag.stories) for tag in await library.ask(tags.every)] == [("ports", 10), ("towns", 10)]
    await desk.press("u")
    assert await library.ask(tags.every) == (), "two tags are one act"
