"""What is asked of the web goes on behind the screen, says where it is, and can be stopped."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.app.paper import OFFLINE, Desk
from tests.web import FakeWeb
from tui.library.library import Library
from tui.model import Entry, Offer, SiteOffer, Update
from tui.storage import downloads, sections, stories
from tui.values import replace


class Web:
    """A library whose refreshes and downloads are let go on by the test."""

    def __init__(self, library: Library, monkeypatch: pytest.MonkeyPatch, updates: tuple[Update, ...] = ()) -> None:
        self.updates = updates
        self.asked: list[tuple[Any, ...]] = []
        self.free = asyncio.Event()
        monkeypatch.setattr(library, "refresh", self._refresh)
        monkeypatch.setattr(library, "download", self._download)

    def _refresh(self, section_ids: list[int] | None, *, due: bool = False) -> AsyncIterator[Update]:
        self.asked.append((section_ids, due))
        return self._go()

    def _download(self, wanted: object) -> AsyncIterator[Update]:
        self.asked.append((wanted,))
        return self._go()

    async def _go(self) -> AsyncIterator[Update]:
        await self.free.wait()
        for update in self.updates:
            yield update


@pytest.fixture
def jobs(desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch) -> Web:
    return Web(library, monkeypatch)


async def ended(desk: Desk, web: Web) -> None:
    web.free.set()
    await desk.settle()
    assert desk.reader.jobs == {}


async def key(desk: Desk, name: str) -> None:
    """A key whose job goes on."""
    desk.app.simulate_key(name)
    await desk.until(lambda: any(word in desk.lines[0] for word in ("refreshing", "downloading")))


async def test_a_section_is_asked_by_itself_and_all_by_all(desk: Desk, jobs: Web) -> None:
    jobs.free.set()
    await desk.choose("Business")
    await desk.press("r")
    (business,) = desk.reader.sections.chosen.sections
    await desk.press("R", "g", "r")
    assert jobs.asked == [([business], False), (None, False), (None, False)]


async def test_the_guide_has_nobody_to_ask(desk: Desk, jobs: Web) -> None:
    await desk.choose("Guide")
    await desk.press("r")
    assert "there is nothing to refresh" in desk.lines[-1]
    assert jobs.asked == []


async def test_where_nothing_is_followed_it_says_how_to_begin(desk: Desk, jobs: Web) -> None:
    desk.reader.sites = ()
    await desk.press("R")
    assert desk.lines[-1].strip() == "Nothing is followed yet: a follows a site."
    assert jobs.asked == []


async def test_one_refresh_at_a_time_and_its_progress_is_on_the_masthead(desk: Desk, jobs: Web) -> None:
    await key(desk, "R")
    assert "refreshing" in desk.lines[0]
    desk.app.simulate_key("R")
    await desk.pilot.pause()
    assert len(jobs.asked) == 1
    await ended(desk, jobs)
    assert "refreshing" not in desk.lines[0]


async def test_what_a_person_asks_during_one_that_nobody_asked_for_comes_next(desk: Desk, jobs: Web) -> None:
    refreshing = desk.reader.refreshing
    refreshing.ask(None, due=True, quiet=True)
    refreshing.ask([7], quiet=True)
    refreshing.ask([8])
    refreshing.ask([9])
    assert jobs.asked == [(None, True)]
    await ended(desk, jobs)
    assert jobs.asked == [(None, True), ([9], False)]


async def test_what_nobody_asked_for_says_nothing(desk: Desk, jobs: Web) -> None:
    before = desk.lines[-1]
    desk.reader.refreshing.ask(None, due=True, quiet=True)
    await ended(desk, jobs)
    assert desk.lines[-1] == before


async def test_stopping_ends_what_is_under_way_and_keeps_what_came(desk: Desk, jobs: Web) -> None:
    await key(desk, "R")
    await desk.press("ctrl+c")
    assert desk.lines[-1].strip() == "Stopped. What came is kept."
    assert desk.reader.jobs == {}
    await desk.press("ctrl+c")
    assert desk.lines[-1].strip().endswith("quits.")


async def test_a_download_again_is_its_end(desk: Desk, jobs: Web) -> None:
    await key(desk, "D")
    assert "downloading" in desk.lines[0]
    assert jobs.asked == [(desk.reader.wanted,)]
    await desk.press("D")
    assert "the next refresh goes on from there" in desk.lines[-1]
    assert desk.reader.jobs == {}
    assert len(jobs.asked) == 1


async def test_another_rooms_work_is_stopped_with_the_rest(desk: Desk, jobs: Web) -> None:
    async def wait() -> None:
        await asyncio.Event().wait()

    refreshing = desk.reader.refreshing
    worker = desk.reader.work("sync", wait)
    refreshing.attend("sync", worker)
    await desk.press("ctrl+c")
    assert worker.is_cancelled
    refreshing.forget("sync")
    await desk.press("ctrl+c")
    assert desk.lines[-1].strip().endswith("quits.")


async def test_what_came_is_on_the_screen_and_counted(desk: Desk, library: Library, jobs: Web) -> None:
    before = desk.reader.counts.stories
    jobs.updates = (Update(1, 2, new=1), Update(2, 2, error="broken"))
    await key(desk, "R")
    new = Entry("A new story", "https://new.example/1", "n1")
    await library.do(
        sections.follow, SiteOffer("New", "https://new.example", (Offer("N", "https://new.example/f", entries=(new,)),))
    )
    await ended(desk, jobs)
    assert desk.reader.counts.stories == before + 1
    assert "1 new" in desk.lines[-1]


async def test_a_person_who_wants_to_be_told_is_but_of_nothing_when_nothing_came(
    desk: Desk, jobs: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[object, ...]] = []
    monkeypatch.setattr("tui.output.commands.notify", lambda *given: told.append(given))
    desk.reader.settings = replace(desk.reader.settings, notify=("notify",))
    jobs.updates = (Update(1, 1, new=0),)
    await key(desk, "R")
    await ended(desk, jobs)
    assert told == []
    jobs.free.clear()
    jobs.updates = (Update(1, 1, new=2),)
    await key(desk, "R")
    await ended(desk, jobs)
    assert [given[:2] for given in told] == [(("notify",), 2)]


async def test_only_a_reader_that_may_is_asked_now_and_then(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    timers: list[float] = []
    monkeypatch.setattr(desk.reader, "set_timer", lambda seconds, _: timers.append(seconds))
    monkeypatch.setattr(desk.reader, "set_interval", lambda seconds, _: timers.append(seconds))
    desk.reader.refreshing.ask_now_and_then()
    assert timers == []  # auto_refresh is off
    desk.reader.settings = replace(desk.reader.settings, auto_refresh=True)
    desk.reader.refreshing.ask_now_and_then()
    assert timers == [2.0, 60.0]
    monkeypatch.setattr(desk.reader.library, "for_reading_only", True)
    desk.reader.refreshing.ask_now_and_then()
    assert timers == [2.0, 60.0]


async def test_a_story_or_a_selection_is_downloaded_read_or_not(desk: Desk, library: Library) -> None:
    await desk.press("l", "j", "m", "D")
    await desk.until(lambda: "1 story downloaded" in desk.lines[-1])
    await desk.press("D")
    assert "It is kept here already." in desk.lines[-1]
    await desk.press("j", "j", "v", "j", "D")
    await desk.until(lambda: "stories downloaded" in desk.lines[-1] or "could not be fetched" in desk.lines[-1])
    kept = [story.kept for story in await library.ask(stories.window, desk.reader.wanted)]
    assert kept[1] and sum(kept) == 3, "and no more of the list than was asked for"


async def test_what_cannot_be_fetched_waits_in_the_queue(desk: Desk, library: Library, web: FakeWeb) -> None:
    for address in web.pages:
        web[address] = OFFLINE
    await desk.press("l", "j", "D")
    await desk.until(lambda: "No network. What is queued waits for it." in desk.lines[-1])
    assert len(await library.ask(downloads.queued)) == 1
