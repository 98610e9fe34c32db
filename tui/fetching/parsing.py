"""Where foreign bytes are worked on: in child processes that can be killed. This is their asking side; `child` is
what runs in them."""

import asyncio
from collections import deque
from collections.abc import Callable
from functools import cache
from typing import Any, Protocol, TypeVar, TypeVarTuple, get_type_hints

from tui import log
from tui.errors import LostError, ParseError
from tui.fetching import wire
from tui.fetching.workers import Worker

PARSE_SECONDS = 10.0
"""Processor time that one feed or page may cost before its reader is killed."""

_PATIENCE = 10.0
"""How many times its limit of processor time a reader may take by the clock, if it ends by itself at all (the system
gives it six)."""

_T = TypeVar("_T")
_Given = TypeVarTuple("_Given")


class Parser(Protocol):
    """Where reading runs."""

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        """The result of `work`; its NewsErrors are raised. `urgent`: a person is waiting."""
        ...


class InlineParser:
    """Reads in this process, for tests."""

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        """Do it at once."""
        return work(*given)


class ParsingWorkers:
    """Reads in child processes, one task at a time each: a task past its limit is killed with its child, and no other
    is lost.

    `target` gives what runs in them. A task is a function that it knows by name.
    """

    def __init__(
        self,
        count: int = 2,
        *,
        target: str = "tui.fetching.child:parsing",
        limit: float = PARSE_SECONDS,
        printed: int | None = None,
    ) -> None:
        self._limit = limit
        self._workers = [Worker(target, limit=limit, printed=printed) for _ in range(count)]
        self._free = list(self._workers)
        self._waiting: deque[asyncio.Future[Worker]] = deque()

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        """Hand it to the next child that is free."""
        _, answer_kind = kinds(work)
        task = work.__name__, wire.encode(given)
        worker = await self._take(urgent)
        try:
            async with asyncio.timeout(self._limit * _PATIENCE):
                answer: _T = await worker.ask(task, answer_kind)
        except TimeoutError:
            worker.kill()  # the system should have done so long ago: it has been taken over
            log.problem("%s: its reader would not end", work.__name__)
            raise _unread(LostError("", overran=True)) from None
        except LostError as error:
            log.problem("%s: its reader was lost: %s", work.__name__, error)
            raise _unread(error) from None
        except asyncio.CancelledError:
            worker.kill()  # it is busy with what is no longer wanted
            raise
        finally:
            self._leave(worker)
        return answer

    def kill(self) -> None:
        """End the children."""
        for worker in self._workers:
            worker.kill()

    async def _take(self, urgent: bool) -> Worker:
        turn: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        if urgent:
            self._waiting.appendleft(turn)
        else:
            self._waiting.append(turn)
        self._call_next()
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._leave(turn.result())
            raise

    def _leave(self, worker: Worker) -> None:
        self._free.append(worker)
        self._call_next()

    def _call_next(self) -> None:
        while self._waiting and self._free:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(self._free.pop())


@cache
def kinds(work: Callable[..., Any]) -> tuple[Any, Any]:
    """What a task is given, as one kind, and the kind of its answer: by its annotations."""
    hints = get_type_hints(work)
    answer = hints.pop("return")
    return tuple[tuple(hints.values())], answer  # type: ignore[misc]  # mypy knows only the tuples that are written out


def _unread(error: LostError) -> ParseError:
    """What is said of bytes that cost their reader its life."""
    return ParseError("reading it took too long" if error.overran else "it cannot be read: it ended what read it")
