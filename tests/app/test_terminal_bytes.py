"""What the program sends for a key, in bytes: they are exact, so they are asserted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from statistics import median

import pytest
from textual import events
from textual.pilot import Pilot

from tests.app.test_terminal import TwinNews, press, settle
from tests.web import NOON, Clock, FakeWeb
from tui.config import Config
from tui.library.library import Library
from tui.model import Entry, Offer, SiteOffer
from tui.storage import sections

SMALL, MIDDLE, LARGE = (80, 24), (120, 30), (200, 50)
THEMES = ("", "nord")
"""The terminal's own colours, and a theme in true colour."""
WORDS = (
    "ferry harbour tunnel council budget orchestra museum railway strike winter storm budget bridge market school river"
    " station castle island pilot engine harvest dredger signal"
).split()


@pytest.fixture(autouse=True)
def no_looking_about(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a second passes anywhere: what it brings is asked for where it is meant."""
    monkeypatch.setattr("tui.app.contents.LOOK_SECONDS", 1e6)


def prose(start: int, words: int) -> str:
    """Words in an order of their own."""
    return " ".join(WORDS[(start * 7 + number * number + number // 5) % len(WORDS)] for number in range(words))


async def daily(library: Library, web: FakeWeb) -> None:
    """A paper with many sections, long headlines and long stories."""
    for site in range(4):
        home = f"https://daily{site}.example"
        offers = []
        for section in range(9):
            entries = tuple(
                Entry(
                    prose(site + section + number, 9 + number % 6).capitalize(),
                    f"{home}/{section}/{number}",
                    f"{section}-{number}",
                    published=NOON - timedelta(minutes=40 * number + 7 * section + site),
                )
                for number in range(20)
            )
            offers.append(Offer(f"Section {section}", f"{home}/{section}/feed", entries=entries))
            for entry in entries:
                text = "".join(f"<p>{prose(number, 40 + 9 * (number % 5)).capitalize()}.</p>" for number in range(30))
                web[entry.url] = (
                    f"<html lang=en><title>{entry.title}</title><article><h1>{entry.title}</h1>{text}</article>"
                )
        await library.do(sections.follow, SiteOffer(f"The Daily {site}", home, tuple(offers)))


@asynccontextmanager
async def reading(
    library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int], theme: str = ""
) -> AsyncIterator[tuple[TwinNews, Pilot[None]]]:
    """The program over that paper."""
    await daily(library, web)
    app = TwinNews(library, Config(auto_refresh=False, theme=theme), clock=clock)
    app.doubled = False
    app.resized(*size)
    async with app.run_test(headless=False, size=size) as pilot:
        await rest(app, pilot)
        yield app, pilot
        await app.reader.leave()


async def rest(app: TwinNews, pilot: Pilot[None]) -> None:
    """Until nothing is under way, and all is painted and answered."""
    await settle(app, pilot)
    while any(not worker.is_finished for worker in app.workers):
        await pilot.pause(0.001)
    await settle(app, pilot)


async def cost(app: TwinNews, pilot: Pilot[None], key: str) -> int:
    """The bytes that a key costs."""
    before = app.bytes
    press(app, key)
    await rest(app, pilot)
    return app.bytes - before


async def costs(app: TwinNews, pilot: Pilot[None], *keys: str) -> list[int]:
    """The bytes of each key."""
    return [await cost(app, pilot, key) for key in keys]


async def into_list(app: TwinNews, pilot: Pilot[None]) -> None:
    await costs(app, pilot, "g", "l", "g")


async def into_article(app: TwinNews, pilot: Pilot[None]) -> None:
    await costs(app, pilot, "g", "l", "g", "j", "j", "enter", "g")
    layout = app.reader.reading.text_layout
    while layout is None or not layout.done:  # what is measured while nobody presses a key changes how far down one is
        await pilot.pause(0.01)
    await rest(app, pilot)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("size", "wanted"), [(SMALL, 5000), (LARGE, 14000)])
async def test_first_paint(
    library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int], wanted: int, theme: str
) -> None:
    async with reading(library, web, clock, size, theme) as (app, _):
        assert 1000 < app.bytes <= wanted


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("size", "still", "jump"), [(SMALL, 320, 2000), (LARGE, 520, 6000)])
async def test_cursor_down(
    library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int], still: int, jump: int, theme: str
) -> None:
    async with reading(library, web, clock, size, theme) as (app, pilot):
        await into_list(app, pilot)
        found: dict[bool, list[int]] = {True: [], False: []}
        for _ in range(48):
            top = app.reader.stories.top
            taken = await cost(app, pilot, "j")
            found[app.reader.stories.top != top].append(taken)
        assert len(found[True]) > 1
        assert 0 < max(found[False]) <= still
        assert still < max(found[True]) <= jump


@pytest.mark.parametrize("theme", THEMES)
async def test_article_alone(library: Library, web: FakeWeb, clock: Clock, theme: str) -> None:
    async with reading(library, web, clock, SMALL, theme) as (app, pilot):
        await into_article(app, pilot)
        assert 0 < median(await costs(app, pilot, *"j" * 9)) <= 300
        assert 300 < median(await costs(app, pilot, *["space", "b"] * 3)) <= 2000


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("size", "line", "page"), [(MIDDLE, 1500, 2500), (LARGE, 2600, 5000)])
async def test_article_beside_the_lists(
    library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int], line: int, page: int, theme: str
) -> None:
    async with reading(library, web, clock, size, theme) as (app, pilot):
        await into_article(app, pilot)
        assert 0 < median(await costs(app, pilot, *"j" * 9)) <= line
        assert 0 < median(await costs(app, pilot, *["space", "b"] * 3)) <= page


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [MIDDLE, LARGE])
async def test_changing_pane(library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int], theme: str) -> None:
    async with reading(library, web, clock, size, theme) as (app, pilot):
        await into_article(app, pilot)
        assert 0 < median(await costs(app, pilot, *["tab"] * 6)) <= 400


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_nothing_is_sent_for_the_focus_the_mouse_and_the_passing_of_time(
    library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int]
) -> None:
    async with reading(library, web, clock, size) as (app, pilot):
        await into_article(app, pilot)
        app.reader.contents.look_around()  # what opening the story has changed is known by now
        await rest(app, pilot)
        before = app.bytes
        app.post_message(events.AppBlur())
        app.post_message(events.AppFocus())
        for at in range(3, 20, 4):
            await pilot.hover(offset=(at * 3, at))
        app.reader.contents.look_around()
        await rest(app, pilot)
        assert app.bytes == before
