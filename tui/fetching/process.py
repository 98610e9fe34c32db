"""The fetching process as those see it who ask: a job goes in, its answer comes back."""

from pathlib import Path
from typing import overload

from tui.fetching.workers import Worker
from tui.model import (
    Discovered,
    DiscoverTrip,
    Downloaded,
    DownloadTrip,
    ExplainTrip,
    Gathered,
    Outcome,
    ReadTrip,
    RefreshTrip,
    Trip,
)

IDLE_SECONDS = 60.0
"""Without a job for so long, the process is sent away; the next job starts another."""

STANDSTILL_SECONDS = 20.0
"""Processor time for which its loop may stand still. All that can take long is done in children of its own: more than a second is a bug."""


class FetchingProcess:
    """Does jobs in a process of its own, started at the first. `nice` is added to its niceness; `log` is where it prints."""

    def __init__(self, *, nice: int = 0, log: Path | None = None) -> None:
        self._worker = Worker(
            "tui.fetching.jobs:fetching", nice=nice, idle=IDLE_SECONDS, limit=STANDSTILL_SECONDS, log=log
        )

    @overload
    async def __call__(self, job: RefreshTrip, /) -> Gathered: ...
    @overload
    async def __call__(self, job: DownloadTrip | ReadTrip | ExplainTrip, /) -> Downloaded: ...
    @overload
    async def __call__(self, job: DiscoverTrip, /) -> Discovered: ...
    @overload
    async def __call__(self, job: Trip, /) -> Outcome: ...
    async def __call__(self, job: Trip, /) -> Outcome:
        """What a job brought back. LostError where the process ended over it."""
        match job:
            case RefreshTrip():
                kind: type[Outcome] = Gathered
            case DiscoverTrip():
                kind = Discovered
            case _:
                kind = Downloaded
        found: Outcome = await self._worker.ask(job, kind)
        return found

    def kill(self) -> None:
        """End the process: jobs under way fail with a LostError."""
        self._worker.kill()
