"""What is typed, done in its order: each key before the next is looked at, but for those that end a wait."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable

from textual.events import Event

PATIENCE = 0.6
"""Seconds after which a person hears that a key is waited for: a mark on a slow disk takes a tenth of that."""


class KeyQueue:
    """Keys and pastes that wait for their turn.

    A key may wait for the library (another program writes to it, a disk stalls). Whoever brings the keys is let go
    after a moment all the same, or nobody would see the key that stops the waiting."""

    def __init__(
        self,
        act: Callable[[Event], Awaitable[object]],
        late: Callable[[bool], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """`act` does what a key says; `late` says that one is waited for (True), and that it is done (False); `failed`
        is given what went wrong with one."""
        self._act, self._say_late, self._failed = act, late, failed
        self._waiting: deque[Event] = deque()
        self._work: asyncio.Task[None] | None = None
        self.busy = False
        """A key is being acted on."""
        self.late = False
        """A key takes so long that a person was told."""

    async def put(self, event: Event) -> None:
        """Act on a key when its turn comes; returns once that is done, or takes long."""
        self._waiting.append(event)
        if self.busy:
            return
        self.busy = True  # not known by the task: from Python 3.12 on, Textual's tasks run while they are being made
        work = self._work = asyncio.create_task(self._go())
        finished, _ = await asyncio.wait({work}, timeout=PATIENCE)
        if finished:
            self._ended(work)
        else:
            self.late = True
            self._say_late(True)
            work.add_done_callback(self._ended)

    async def _go(self) -> None:
        try:
            while self._waiting:
                await self._act(self._waiting.popleft())
        finally:
            self.busy = False

    def _ended(self, work: "asyncio.Task[None]") -> None:
        late, self.late = self.late, False
        try:
            work.result()
        except asyncio.CancelledError:
            pass
        except Exception as error:
            self._failed(error)
        else:
            if late:
                self._say_late(False)

    async def give_up(self) -> None:
        """Wait no longer for the key that is late, and forget those behind it. What it began goes on."""
        self._waiting.clear()
        if self.busy and (work := self._work) is not None:
            work.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await work
