"""Questions, changes and what takes long run on lanes of their own; a change that was begun is made."""

import asyncio
import threading
from datetime import datetime
from pathlib import Path

import pytest

from tests.web import Clock
from tui import log
from tui.errors import StoreError
from tui.library.lanes import FOR_READING_ONLY, Lanes
from tui.model import StoryFilter
from tui.storage import marks, stories
from tui.storage.file import File


def thread(file: File) -> tuple[str, bool]:
    """The lane that a verb runs on, and whether it may write there."""
    with file.reading() as db:
        readonly = bool(db.execute("PRAGMA query_only").fetchone()[0])
    return threading.current_thread().name, readonly


@pytest.fixture
async def lanes(library_file: Path, clock: Clock) -> Lanes:
    return Lanes(library_file, clock)


async def test_each_lane_has_a_thread_and_a_file_of_its_own(lanes: Lanes) -> None:
    asked, done, background = await lanes.ask(thread), await lanes.do(thread), await lanes.background(thread)
    assert [name.split("_")[0] for name, _ in (asked, done, background)] == ["reading", "writing", "background"]
    assert [readonly for _, readonly in (asked, done, background)] == [True, False, True]
    assert await lanes.ask(thread) == asked
    await lanes.close_lanes()


async def test_a_verb_is_given_its_arguments_and_the_clock(lanes: Lanes, clock: Clock) -> None:
    def verb(file: File, one: int, *, other: int) -> tuple[datetime, int, int]:
        return file.clock(), one, other

    clock.move(days=1)
    assert await lanes.do(verb, 1, other=2) == (clock.moment, 1, 2)
    await lanes.close_lanes()


async def test_the_file_is_open_for_writing_once_something_was_written(lanes: Lanes) -> None:
    await lanes.ask(thread)
    opened = [lanes.is_open]
    await lanes.do(thread)
    opened.append(lanes.is_open)
    assert opened == [False, True]
    await lanes.close_lanes()


async def test_a_library_for_reading_only_refuses_changes_and_answers_questions(library_file: Path) -> None:
    lanes = Lanes(library_file, for_reading_only=True)
    with pytest.raises(StoreError, match=FOR_READING_ONLY):
        await lanes.do(thread)
    assert not lanes.is_open
    assert await lanes.ask(thread)
    await lanes.close_lanes()


async def test_a_change_is_seen_once_whoever_made_it(lanes: Lanes, library_file: Path) -> None:
    assert not await lanes.changed()
    (story_id, *_) = await lanes.ask(stories.order, StoryFilter())
    await lanes.do(marks.mark, (story_id,), read=True)
    assert await lanes.changed()
    assert not await lanes.changed()
    with File(library_file) as other:
        marks.mark(other, (story_id,), read=False)
    assert await lanes.changed()
    await lanes.close_lanes()


async def test_a_change_is_made_when_whoever_asked_for_it_has_gone(lanes: Lanes) -> None:
    begun, go_on, made = threading.Event(), threading.Event(), threading.Event()

    def change(_: File) -> None:
        begun.set()
        go_on.wait(20)
        made.set()

    asking = asyncio.ensure_future(lanes.do(change))
    await asyncio.to_thread(begun.wait, 20)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    closing = asyncio.ensure_future(lanes.close_lanes())
    await asyncio.sleep(0)
    assert not closing.done()
    go_on.set()
    await closing
    assert made.is_set()


async def test_a_change_that_fails_when_nobody_waits_is_told_to_the_log(
    lanes: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(log, "problem", lambda sentence, error: told.append(sentence % error))

    def fail(_: File) -> None:
        raise StoreError("The disk is full.")

    with pytest.raises(StoreError):
        await lanes.do(fail)
    assert told == ["a change could not be made: The disk is full."]
    await lanes.do(thread)
    assert len(told) == 1
    await lanes.close_lanes()


async def test_only_what_takes_long_gives_way(lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr("os.setpriority", lambda which, thread, by: given.append((thread, by)))
    await lanes.ask(thread)
    await lanes.do(thread)
    assert given == []
    number = await lanes.background(lambda _: threading.get_native_id())
    assert given == [(number, 10)]
    await lanes.close_lanes()
