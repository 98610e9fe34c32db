"""Keys are done in their order, one after another; one that takes long holds up neither the program nor the key that
ends the wait."""

import asyncio
from collections.abc import Coroutine

import pytest
from textual.events import Event, Key

from tests.app.paper import Desk
from tui.app import keyqueue
from tui.app.keyqueue import KeyQueue
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import marks, stories


class Acts:
    """Keys that are acted on when the test lets them be."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.said: list[bool] = []
        self.failed: list[Exception] = []
        self.let = {"slow": asyncio.Event(), "bad": asyncio.Event()}
        self.queue = KeyQueue(self.act, self.said.append, self.failed.append)

    async def act(self, event: Event) -> None:
        assert isinstance(event, Key)
        if event.key in self.let:
            await self.let[event.key].wait()
        if event.key == "bad":
            raise ValueError(event.key)
        self.done.append(event.key)

    async def put(self, *keys: str) -> None:
        for key in keys:
            await self.queue.put(Key(key, None))

    async def rest(self) -> None:
        if (work := self.queue._work) is not None:
            await asyncio.wait({work})
            await asyncio.sleep(0)  # what is called when it has ended


@pytest.fixture
def acts(monkeypatch: pytest.MonkeyPatch) -> Acts:
    monkeypatch.setattr(keyqueue, "PATIENCE", 0.01)
    return Acts()


async def test_a_key_is_done_when_it_was_put(acts: Acts) -> None:
    await acts.put("a", "b")
    assert acts.done == ["a", "b"] and not acts.queue.busy and acts.said == []


async def test_a_key_that_is_done_while_its_task_is_made_leaves_the_keyboard_free(
    acts: Acts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Textual has it from Python 3.12 on, with `asyncio.eager_task_factory`."""

    def at_once(work: Coroutine[object, object, None]) -> asyncio.Future[None]:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        with pytest.raises(StopIteration):
            work.send(None)
        done.set_result(None)
        return done

    with monkeypatch.context() as eager:
        eager.setattr(asyncio, "create_task", at_once)
        await acts.put("a")
        await acts.put("b")
    assert acts.done == ["a", "b"] and not acts.queue.busy


async def test_what_takes_long_is_said_and_the_rest_keeps_its_order(acts: Acts) -> None:
    await acts.put("slow", "a", "b")
    assert acts.done == [] and acts.said == [True] and acts.queue.late
    acts.let["slow"].set()
    await acts.rest()
    assert acts.done == ["slow", "a", "b"] and acts.said == [True, False]


async def test_a_wait_is_given_up_with_what_was_typed_behind_it(acts: Acts) -> None:
    await acts.put("slow", "a")
    await acts.queue.give_up()
    await acts.rest()
    await acts.put("b")
    assert acts.done == ["b"]
    await acts.queue.give_up()  # where nothing waits, nothing happens


async def test_a_mistake_is_heard_of_however_late(acts: Acts) -> None:
    acts.let["bad"].set()
    await acts.put("bad")
    assert [str(error) for error in acts.failed] == ["bad"] and acts.said == []
    acts.let["bad"].clear()
    await acts.put("bad")
    acts.let["bad"].set()
    await acts.rest()
    assert [str(error) for error in acts.failed] == ["bad", "bad"] and acts.said == [True]


@pytest.fixture
def stalled(desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """The library takes no change until this is set."""
    monkeypatch.setattr(keyqueue, "PATIENCE", 0.01)
    moves, change = asyncio.Event(), library.do

    async def do(*given: object, **named: object) -> object:
        if given[0] is marks.mark_all_read:
            await moves.wait()
        return await change(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(library, "do", do)
    return moves


async def type_behind(desk: Desk, *keys: str) -> None:
    """Keys that nobody waits for."""
    for key in keys:
        desk.app.simulate_key(key)
    await desk.until(lambda: desk.app.typed.late)


async def test_a_library_that_stalls_is_said_at_once(desk: Desk, library: Library, stalled: asyncio.Event) -> None:
    await desk.press("l")
    first = desk.headline
    await type_behind(desk, "A", "j")
    assert desk.reader.note == "Waiting for the library… ctrl+c stops waiting, Q quits."
    stalled.set()
    await desk.settle()
    assert desk.headline != first and len(await library.ask(stories.order, StoryFilter(unread=True, news=True))) == 0


async def test_ctrl_c_stops_the_waiting(desk: Desk, stalled: asyncio.Event) -> None:
    await desk.press("l")
    first = desk.headline
    await type_behind(desk, "A", "j")
    desk.app.simulate_key("ctrl+c")
    await desk.until(lambda: "Not waited for any longer" in desk.reader.note)
    await desk.settle()
    assert desk.headline == first
    await desk.press("j")
    assert desk.headline != first and not stalled.is_set()


@pytest.mark.usefixtures("stalled")
async def test_the_program_ends_while_a_key_waits(desk: Desk) -> None:
    await type_behind(desk, "A")
    desk.app.simulate_key("Q")
    await desk.until(lambda: desk.app._exit)


async def test_what_is_typed_behind_the_key_that_ends_the_program_is_for_nobody(desk: Desk) -> None:
    for key in ("Q", "slash", "x"):
        desk.app.simulate_key(key)
    await desk.until(lambda: not desk.app.typed.busy and desk.app.message_queue_size == 0)
    assert desk.app._exit and desk.reader._entry is None
