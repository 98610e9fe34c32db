"""Links of the open story: by letters, by number, on a page of their own; and the way back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.app.paper import Desk, at_desk, edition, page
from tests.web import Clock, FakeWeb
from tui.library.library import Library

GAZETTE = "https://gazette.example"


@asynccontextmanager
async def report(
    library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int] = (80, 24), key: str = "enter"
) -> AsyncIterator[Desk]:
    """A story with two links of the text, open."""
    await edition(library, web)
    links = (
        f'<p>As the <a href="{GAZETTE}/map/">museum</a> and the <a href="https://far.example/pdf">report</a> say.</p>'
    )
    web[f"{GAZETTE}/ferry/"] = page("ferry", "Ferry strike ends").replace("<p>1.", links + "<p>1.")
    async with at_desk(library, clock, size) as desk:
        await desk.press("l", key)
        yield desk


async def test_letters_open_a_link_here(library: Library, web: FakeWeb, clock: Clock) -> None:
    async with report(library, web, clock) as desk:
        await desk.press("f")
        assert "The letters open links here" in desk.text
        assert "the auseum [1]" in desk.text
        assert "the seport [2]" in desk.text
        await desk.press("a")
        assert "Museum finds a map that was thought lost" in desk.article_text
        await desk.press("apostrophe")
        assert "Ferry strike ends" in desk.article_text


async def test_letters_in_capitals_open_it_outside(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with report(library, web, clock) as desk:
        opened: list[str] = []
        monkeypatch.setattr(desk.reader.addresses, "open_outside", opened.append)
        await desk.press("f", "S")
        assert opened == ["https://far.example/pdf"]
        assert "the report [2]" in desk.text


async def test_any_other_key_takes_the_letters_away(library: Library, web: FakeWeb, clock: Clock) -> None:
    async with report(library, web, clock) as desk:
        for key in ("escape", "space", "z", "question_mark"):
            await desk.press("f", key)
            assert "the museum [1]" in desk.text, key
        assert not desk.reader.links.lettered


async def test_a_number_and_enter_open_a_link(library: Library, web: FakeWeb, clock: Clock) -> None:
    async with report(library, web, clock) as desk:
        await desk.press("9", "enter")
        assert "This story has no link 9." in desk.text
        await desk.press("1", "enter")
        assert "Museum finds a map" in desk.article_text


async def test_where_there_are_no_links_it_is_said(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("f")
        assert "There is no link on the screen." in desk.text
        await desk.press("L")
        assert "There are no links here." in desk.text


async def test_back_to_where_one_came_from_in_the_story(library: Library, web: FakeWeb, clock: Clock) -> None:
    async with report(library, web, clock) as desk:
        await desk.press("space")
        here = desk.reader.reading.place
        await desk.press("G")
        end = desk.reader.reading.place
        await desk.press("apostrophe")
        assert desk.reader.reading.place == here
        await desk.press("apostrophe")
        assert desk.reader.reading.place == end


async def test_a_story_is_read_at_an_address_that_is_typed(desk: Desk, web: FakeWeb) -> None:
    web["https://far.example/quay"] = page("map", "The quay is sold")
    await desk.command("open_address")
    await desk.type("https://far.example/quay")
    await desk.press("enter")
    await desk.until(lambda: "The quay is sold" in desk.opened)
    assert desk.reader.pane == "article"
    await desk.command("open_address")
    await desk.type("a story")
    await desk.press("enter")
    assert desk.reader.note == "a story is not an address that can be read here."
    await desk.command("open_address")
    await desk.press("enter")
    assert not desk.reader.note


async def test_an_address_at_home_is_read_where_it_was_typed_though_another_story_is_open(
    desk: Desk, web: FakeWeb
) -> None:
    web["http://127.0.0.1:8000/notes"] = page("map", "Notes of the house")
    await desk.press("l", "enter")
    await desk.until(lambda: desk.reader.article is not None)
    await desk.command("open_address")
    await desk.type("http://127.0.0.1:8000/notes")
    await desk.press("enter")
    await desk.until(lambda: "Notes of the house" in desk.opened)
