"""What arrives late: what is kept is read meanwhile, and nobody is brought back to what they left."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.app.paper import GAZETTE, OFFLINE, Desk, at_desk, edition, page
from tests.web import NOON, Answer, Clock, FakeWeb
from tui.library.library import Library
from tui.model import Entry, Offer, SiteOffer
from tui.storage import sections, stories

TITLE = "Harbour to be dredged before the winter"


class Slow:
    """A page that comes when it is let go."""

    def __init__(self, text: str, status: int = 200) -> None:
        self.text = text
        self.status = status
        self.free = asyncio.Event()
        self.asked = asyncio.Event()

    async def __call__(self, request: httpx.Request) -> Answer:
        self.asked.set()
        await self.free.wait()
        return Answer(self.text, self.status)


@pytest.fixture
async def small(library: Library, web: FakeWeb, clock: Clock) -> AsyncIterator[Desk]:
    """The program where list and article do not stand side by side."""
    await edition(library, web)
    async with at_desk(library, clock, (80, 24)) as desk:
        yield desk


async def opened(desk: Desk, web: FakeWeb) -> Slow:
    """A story opened whose page has not come yet."""
    slow = Slow(page("harbour", TITLE))
    web[f"{GAZETTE}/harbour/"] = slow
    await desk.press("l", "j")
    desk.app.simulate_key("enter")
    await desk.until(lambda: desk.reader.pane == "article" and slow.asked.is_set() and "Fetching" in desk.text)
    return slow


async def is_read(library: Library) -> bool:
    story = await library.ask(stories.story, f"{GAZETTE}/harbour/")
    assert story is not None
    return story.read


async def test_what_is_kept_is_shown_at_once_and_the_whole_story_when_it_comes(
    small: Desk, web: FakeWeb, library: Library
) -> None:
    slow = await opened(small, web)
    assert TITLE in small.article_text
    assert f"In short: {TITLE}." in small.article_text
    assert "23 November 2026 · The Harbour Gazette" in small.article_text
    assert "Fetching the whole story" in small.lines[-1]
    assert not await is_read(library)
    slow.free.set()
    await small.settle()
    assert "1. The council met on Monday" in small.article_text
    assert "Fetching" not in small.text
    assert await is_read(library)


@pytest.mark.parametrize("fails", [False, True])
async def test_a_story_without_a_summary_says_that_it_is_being_fetched(
    library: Library, web: FakeWeb, clock: Clock, fails: bool
) -> None:
    bare = Entry("Bare", f"{GAZETTE}/bare/", "bare", published=NOON)
    await library.do(sections.follow, SiteOffer("Bare", GAZETTE, (Offer("Bare", f"{GAZETTE}/b", entries=(bare,)),)))
    web[bare.url] = slow = Slow(page("bare", "Bare"), 404 if fails else 200)
    async with at_desk(library, clock, (80, 24)) as desk:
        desk.app.simulate_key("enter")
        desk.app.simulate_key("enter")
        await desk.until(lambda: slow.asked.is_set() and "Fetching the whole story…" in desk.article_text)
        assert "no text" not in desk.article_text
        slow.free.set()
        await desk.settle()
        assert "Fetching" not in desk.text
        assert ("The whole story is not here" if fails else "1. The council met") in desk.article_text


@pytest.mark.parametrize("key", ["n", "space"])
async def test_who_goes_on_to_the_next_unread_story_has_read_what_there_was_of_this(
    small: Desk, web: FakeWeb, library: Library, key: str
) -> None:
    slow = await opened(small, web)
    small.app.simulate_key(key)
    await small.until(lambda: small.opened == "The moon, explained")
    slow.free.set()
    await small.settle()
    assert await is_read(library)
    assert small.opened == "The moon, explained"


@pytest.mark.parametrize("fails", [False, True])
async def test_who_left_is_not_brought_back_and_nothing_is_marked(
    small: Desk, web: FakeWeb, library: Library, fails: bool
) -> None:
    slow = await opened(small, web)
    small.app.simulate_key("q")
    await small.until(lambda: small.reader.pane == "stories")
    small.app.simulate_key("j")
    await small.until(lambda: small.headline == "The moon, explained")
    before = small.lines
    if fails:
        web[f"{GAZETTE}/harbour/"] = Answer("", 404)
        slow.text = ""
    slow.free.set()
    await small.settle()
    assert small.lines == before
    assert not await is_read(library)


async def test_a_story_opened_meanwhile_stays(small: Desk, web: FakeWeb, library: Library) -> None:
    slow = await opened(small, web)
    small.app.simulate_key("J")
    await small.until(lambda: small.opened == "The moon, explained")
    slow.free.set()
    await small.settle()
    assert small.opened == "The moon, explained"
    assert not await is_read(library)


async def test_a_link_that_comes_late_does_not_bring_back_who_left(small: Desk, web: FakeWeb) -> None:
    slow = Slow(page("old-story", "An old story"))
    web[f"{GAZETTE}/old-story/"] = slow
    await small.press("l", "enter", "]")
    while (link := small.reader.reading.focused_link) is None or link.title != "Old-Story":
        await small.press("]")
    small.app.simulate_key("enter")
    await small.until(slow.asked.is_set)
    small.app.simulate_key("q")
    await small.until(lambda: small.reader.pane == "stories")
    slow.free.set()
    await small.settle()
    assert small.reader.pane == "stories"
    assert small.opened.startswith("Ferry strike")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (OFFLINE, "The whole story is not here: there is no network. D queues it until there is a network."),
        (Answer("no", 404), "o opens it in the browser."),
    ],
)
async def test_a_page_that_cannot_be_fetched_leaves_what_is_kept_and_says_why(
    small: Desk, web: FakeWeb, library: Library, answer: Answer, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    web[f"{GAZETTE}/harbour/"] = answer
    laid_out, swap = 0, small.reader.reading.swap

    def counted(*shown: Any) -> None:
        nonlocal laid_out
        laid_out += 1
        swap(*shown)

    monkeypatch.setattr(small.reader.reading, "swap", counted)
    await small.press("l", "j", "enter")
    assert laid_out == 1  # with all that stands under it
    for part in (
        TITLE,
        f"In short: {TITLE}.",
        "23 November 2026",
        "The Harbour Gazette",
        "The whole story is not here:",
    ):
        assert part in small.article_text
    assert said in small.article_text
    assert await is_read(library)


async def test_the_feeds_own_text_however_short_is_shown_and_the_line_being_read_stays(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    words = "The ferry is late again and nobody on the quay can say why. "
    own = "".join(f"<p>{number}. {words * 3}</p>" for number in range(1, 12))
    entry = Entry("Late", "https://quay.example/late", "1", content=own, published=NOON)
    short = Entry("Two words", "https://quay.example/short", "2", content="<p>Not now.</p>", published=NOON)
    await library.do(
        sections.follow, SiteOffer("Quay", "https://quay.example/", (Offer("Quay", "https://quay.example/feed", entries=(entry, short)),))
    )  # fmt: skip
    slow = Slow(
        f"<html lang=en><title>Late</title><article><h1>Late</h1><p>A longer beginning. {words * 9}</p>{own}</article>"
    )
    web["https://quay.example/late"] = slow
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("j", "l", "g")
        if desk.headline != "Late":
            await desk.press("j")
        desk.app.simulate_key("enter")
        await desk.until(lambda: "1. The ferry is late" in desk.article_text)
        for _ in range(9):
            desk.app.simulate_key("j")
        await desk.until(lambda: desk.reader.reading.percent > 20 and "Fetching" in desk.text)
        line = desk.lines[2]
        assert line.strip()
        slow.free.set()
        await desk.settle()
        assert desk.lines[2] == line
        await desk.press("g")
        assert "A longer beginning." in desk.article_text
        await desk.press("q", "k" if desk.reader.stories.cursor else "j", "enter")
        assert "Not now." in desk.article_text
        assert "The whole story is not here" in desk.article_text


async def test_a_refresh_asked_for_while_another_goes_on_unasked_comes_next(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    slow = Slow("broken")
    web["https://tides.example/feed"] = slow
    async with at_desk(library, clock) as desk:
        desk.reader.refreshing.ask(None, quiet=True)
        await desk.until(slow.asked.is_set)
        desk.app.simulate_key("R")
        await desk.until(lambda: desk.reader.refreshing._asked_next is not None)
        slow.free.set()
        await desk.settle()
        assert "did not answer" in desk.lines[-1]


async def test_the_way_back_has_the_list_where_the_story_is(small: Desk) -> None:
    await small.press("l", "enter", "J")
    assert small.opened.startswith("Harbour")
    assert "2 of" in small.lines[0]
    await small.press("backspace")
    assert small.opened.startswith("Ferry strike")
    assert "1 of" in small.lines[0]
    await small.press(")")
    assert "2 of" in small.lines[0]
    await small.press("q")
    assert small.headline.startswith("Harbour")
