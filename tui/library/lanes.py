"""The three lanes of an open library, for an event loop: verbs of storage run on threads of their own.

`ask` is for questions, `do` for changes, `background` for questions that take long: each has one thread and one
connection, and gives the verb the open file as its first argument. asyncio and what goes with it is imported where
it is needed, so that a verb of the command line starts quickly.
"""

import contextlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from tui import log
from tui.errors import StoreError
from tui.library import opening
from tui.storage.file import File

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

P = ParamSpec("P")
R = TypeVar("R")

FOR_READING_ONLY = "This library is for reading only."

GIVES_WAY = 10
"""Added to the niceness of the background lane's thread, where the system knows one for a thread (Linux)."""


class Lanes:
    """A library file, open for reading and for writing."""

    def __init__(
        self, path: Path, clock: Callable[[], datetime] = opening.now, *, for_reading_only: bool = False
    ) -> None:
        self.path = path
        self.for_reading_only = for_reading_only
        """Nothing is changed in it, and nothing fetched for it."""
        self.clock = clock
        self._threads: dict[str, ThreadPoolExecutor] = {}
        self._files: dict[str, File] = {}
        self._version = -1
        self._writing: set[asyncio.Future[Any]] = set()

    async def ask(self, verb: Callable[Concatenate[File, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer of a verb that changes nothing."""
        return await self._run("reading", verb, *args, **kwargs)

    async def do(self, verb: Callable[Concatenate[File, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer of a verb that makes a change: committed when this returns, and even when whoever asked for it
        has gone."""
        import asyncio

        if self.for_reading_only:
            raise StoreError(FOR_READING_ONLY)
        task = asyncio.ensure_future(self._run("writing", verb, *args, **kwargs))
        self._writing.add(task)
        task.add_done_callback(self._made)
        return await asyncio.shield(task)

    def _made(self, change: "asyncio.Future[Any]") -> None:
        """A change is made, or has failed; where whoever asked for it has gone by then, only the log is told."""
        self._writing.discard(change)
        if not change.cancelled() and (error := change.exception()) is not None:
            log.problem("a change could not be made: %s", error)

    async def background(self, verb: Callable[Concatenate[File, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer of a verb that changes nothing and may take long, on a thread that gives way to the others."""
        return await self._run("background", verb, *args, **kwargs)

    async def changed(self) -> bool:
        """Whether anything was committed since this was last asked, here or by another process."""
        version = await self.ask(File.data_version)
        changed, self._version = version != self._version, version
        return changed

    async def _run(self, lane: str, verb: Callable[Concatenate[File, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        import asyncio
        from concurrent.futures import ThreadPoolExecutor

        def work() -> R:
            if lane not in self._files:
                self._files[lane] = self._open(lane)
            return verb(self._files[lane], *args, **kwargs)

        if lane not in self._threads:
            self._threads[lane] = ThreadPoolExecutor(1, thread_name_prefix=lane)
        return await asyncio.get_running_loop().run_in_executor(self._threads[lane], work)

    def _open(self, lane: str) -> File:
        """Opens a lane's file, in its thread."""
        if lane == "writing":
            return opening.writing(self.path, self.clock)
        if lane == "background":
            import threading

            with contextlib.suppress(OSError):  # elsewhere niceness is for whole processes
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), GIVES_WAY)
        file = File(self.path, readonly=True, clock=self.clock)
        if lane == "reading":
            self._version = file.data_version()
        return file

    @property
    def is_open(self) -> bool:
        """Whether the file is open for writing."""
        return "writing" in self._files

    async def close_lanes(self) -> None:
        """Waits for what is being written, and closes the file. StoreError where that is no longer at its place:
        what it held is then saved beside it."""
        import asyncio

        while self._writing:
            await asyncio.wait(self._writing)
        try:
            if self.is_open and await self.ask(File.is_lost):
                from tui.storage import backups  # late: it is hardly ever needed

                saved = await self.ask(backups.rescue)
                raise StoreError(
                    f"The library {self.path} was deleted, moved or replaced while it was open. What it held is saved:"
                    f" `broadsheet restore {saved}` puts it back."
                )
        finally:
            for lane in list(self._files):
                await self._run(lane, File.close)
            for thread in self._threads.values():
                thread.shutdown()
