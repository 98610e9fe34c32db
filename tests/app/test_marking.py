"""A mark is in the library before it is shown as one."""

import asyncio
import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.paper import Desk, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.app import marking
from tui.errors import StoreError
from tui.library.journal import Journal, Wish
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import marks, stories


class Held:
    """A library whose marks wait until they are let go, or fail as often as is said."""

    def __init__(self, library: Library, monkeypatch: pytest.MonkeyPatch, failures: int = 0) -> None:
        self.asked, self.free = asyncio.Event(), asyncio.Event()
        self.failures = failures
        self._do = library.do
        monkeypatch.setattr(library, "do", self.do)

    async def do(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if verb is marks.mark:
            self.asked.set()
            if self.failures:
                self.failures -= 1
                raise StoreError("The library is in use by another program.")
            await self.free.wait()
        return await self._do(verb, *args, **kwargs)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(marking, "GRACE", 0.0)
    monkeypatch.setattr(marking, "AGAIN", 0.01)
    monkeypatch.setattr("tui.config.state_folder", lambda: tmp_path / "state")


async def test_no_mark_is_drawn_before_it_is_kept(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await edition(library, web)
    monkeypatch.setattr(marking, "GRACE", 3600.0)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "j")
        before = desk.text
        held = Held(library, monkeypatch)
        for key in ("s", "m"):
            desk.app.simulate_key(key)
        await held.asked.wait()
        for _ in range(3):
            await desk.pilot.pause()
        assert desk.text == before
        held.free.set()
        await desk.until(lambda: "▌★  4 h  Harbour" in desk.text and "9 unread" in desk.lines[-1])


async def test_a_mark_that_waits_has_its_own_sign_and_the_counts_stay(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "j")
        held = Held(library, monkeypatch)
        for key in ("s", "m"):
            desk.app.simulate_key(key)
        await desk.until(lambda: "▌…  4 h  Harbour" in desk.text and desk.reader.marking.journal.path.exists())
        assert "10 unread" in desk.lines[-1]
        held.free.set()
        await desk.until(lambda: "▌★  4 h  Harbour" in desk.text and "9 unread" in desk.lines[-1])
        await desk.until(lambda: not desk.reader.marking.journal.path.exists())
        kept = await library.ask(stories.window, StoryFilter(), 2)
        assert (kept[1].starred, kept[1].read) == (True, True)


async def test_a_mark_that_fails_is_said_and_tried_again(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "j")
        held = Held(library, monkeypatch, failures=3)
        held.free.set()
        said: list[str] = []
        monkeypatch.setattr(desk.reader, "say", said.append)
        desk.app.simulate_key("s")
        await desk.until(lambda: "▌★  4 h  Harbour" in desk.text)
        assert said == ["1 mark waits to be kept: The library is in use by another program."] * 3


async def test_what_cannot_be_kept_at_the_end_is_named_and_kept_by_the_next_session(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "j")
        with monkeypatch.context() as meanwhile:
            held = Held(library, meanwhile, failures=10_000)
            desk.app.simulate_key("s")
            await desk.until(lambda: held.failures < 10_000)
            said = await desk.reader.leave()
        assert said.startswith("1 mark could not be kept (“Harbour to be dredged before the winter”); the next start")
        left = desk.reader.marking.journal.path
        assert str(left) in said
        desk.reader.marking.journal._held.close()  # as the end of its process does
    async with at_desk(library, clock) as again:
        await again.until(lambda: not list(left.parent.glob("marks-*")))
        kept = await library.ask(stories.window, StoryFilter(starred=True), 5)
        assert [story.title for story in kept][-1] == "Harbour to be dredged before the winter"


async def test_what_could_not_even_be_written_down_is_not_promised_to_the_next_session(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await edition(library, web)

    def full(_wishes: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    async with at_desk(library, clock) as desk:
        await desk.press("l", "j")
        monkeypatch.setattr(desk.reader.marking.journal, "write", full)
        with monkeypatch.context() as meanwhile:
            held = Held(library, meanwhile, failures=10_000)
            desk.app.simulate_key("s")
            await desk.until(lambda: held.failures < 10_000)
            said = await desk.reader.leave()
    assert said == (
        "1 mark could not be kept (“Harbour to be dredged before the winter”), and not be written down for the next"
        " start either"
    )


async def test_two_presses_while_the_first_waits_end_where_they_began(
    desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.press("l", "j")
    held = Held(library, monkeypatch)
    for key in ("s", "s"):
        desk.app.simulate_key(key)
    await desk.until(lambda: "▌…" in desk.text)
    held.free.set()
    await desk.until(lambda: "▌●  4 h  Harbour" in desk.text)
    assert [story.title[:5] for story in await library.ask(stories.window, StoryFilter(starred=True), 5)] == ["Ferry"]


async def test_a_mark_left_behind_goes_to_its_story_whatever_number_that_has_now(
    library: Library, web: FakeWeb, clock: Clock, tmp_path: Path
) -> None:
    await edition(library, web)
    (first, second) = (await library.ask(stories.window, StoryFilter(unread=True, news=True), 5))[:2]
    journal = Journal(tmp_path / "state", library.path)
    journal.write(
        [
            Wish(second.id, "https://other.example/", "of a story that is gone", starred=True),
            Wish(10_000 + first.id, first.url, "of a library that was restored since", read=True),
        ]
    )
    journal._held.close()
    starred = await library.ask(stories.window, StoryFilter(starred=True), 5)
    async with at_desk(library, clock) as desk:
        await desk.until(lambda: not list((tmp_path / "state").glob("marks-*")))
        after = await library.ask(stories.window, StoryFilter(starred=True), 5)
        assert [story.id for story in after] == [story.id for story in starred]
        marked = await library.ask(stories.story, first.id)
        assert marked is not None and marked.read


async def test_what_is_older_than_some_days_is_marked(desk: Desk) -> None:
    await desk.press("l", "3", "O")
    assert desk.lines[-1].strip().startswith("1 story older than 3 days marked read · u undo")
    await desk.press("O")
    assert desk.lines[-1].strip().startswith("2 stories older than 1 day marked read · u undo")
    await desk.press("u")
    assert "Taken back: 2 stories marked read (All, older than 1 day)" in desk.lines[-1]


async def test_a_key_means_the_row_highlighted_though_its_list_has_not_come_yet(desk: Desk, library: Library) -> None:
    rows = desk.reader.sections
    rows.jump(next(index for index, choice in enumerate(rows.choices) if choice.name == "Business"))
    await desk.reader.marking.mark_all()
    assert "2 marked read · u undo" in desk.lines[-1] or desk.reader.note.startswith("2 marked read")
    assert (await library.ask(stories.counts)).unread == 8
    await desk.reader.marking.mark_all()
    assert desk.reader.note == "Nothing here is unread."
