"""The fetching process as its callers see it: a job goes in, its answer comes back."""

import asyncio
from pathlib import Path
from typing import overload

from tui import log
from tui.errors import LostError
from tui.fetching.workers import Worker
from tui.jobs import (
    Discovered,
    DiscoverJob,
    Downloaded,
    DownloadJob,
    EpisodeJob,
    ExplainJob,
    Failure,
    FetchedFile,
    Gathered,
    Job,
    Outcome,
    Pictured,
    PictureJob,
    ReadJob,
    RefreshJob,
)
from tui.remote import Served, ServerJob

IDLE_SECONDS = 60.0
"""Without a job for so long, the process is sent away; the next job starts another."""
STANDSTILL_SECONDS = 20.0
"""Processor time for which its loop may stand still. All that can take long is done in children of its own: more than a
second is a bug."""


class FetchingProcess:
    """Does jobs in a process of its own, started at the first. `nice` is added to its niceness; `printed` is where it
    prints.

    A process that ends over its jobs costs each of them a second try, and the one that ends it again its answer: that
    is a failure."""

    def __init__(
        self, target: str = "tui.fetching.jobs:fetching", *, nice: int = 0, printed: Path | None = None
    ) -> None:
        self._worker = Worker(target, nice=nice, idle=IDLE_SECONDS, limit=STANDSTILL_SECONDS, printed=printed)
        self._alone = asyncio.Lock()
        self._killed = False

    @overload
    async def __call__(self, job: RefreshJob, /) -> Gathered: ...
    @overload
    async def __call__(self, job: DownloadJob | ReadJob | ExplainJob, /) -> Downloaded: ...
    @overload
    async def __call__(self, job: DiscoverJob, /) -> Discovered: ...
    @overload
    async def __call__(self, job: EpisodeJob, /) -> FetchedFile: ...
    @overload
    async def __call__(self, job: PictureJob, /) -> Pictured: ...
    @overload
    async def __call__(self, job: ServerJob, /) -> Served: ...
    @overload
    async def __call__(self, job: Job | ServerJob, /) -> Outcome | Served: ...
    async def __call__(self, job: Job | ServerJob, /) -> Outcome | Served:
        """The answer to a job. LostError where the process was killed by its owner."""
        kind = type(_lost(job, ""))
        try:
            found: Outcome | Served = await self._worker.ask(job, kind)
        except LostError as error:
            if self._killed:
                raise
            log.problem("the fetching process was lost: %s", error)
            found = await self._again(job, kind)
        return found

    async def _again(self, job: Job | ServerJob, kind: type[Outcome | Served]) -> Outcome | Served:
        """Do a job again that was under way in a process that ended: one after another, to find out which one ends
        it."""
        async with self._alone:
            try:
                found: Outcome | Served = await self._worker.ask(job, kind)
            except LostError as error:
                if self._killed:
                    raise
                return _lost(job, str(error))
        return found

    def kill(self) -> None:
        """End the process for good: jobs under way fail with a LostError."""
        self._killed = True
        self._worker.kill()


def _lost(job: Job | ServerJob, sentence: str) -> Outcome | Served:
    """The answer to a job that was lost with its process: what was known before stays known."""
    failure = Failure(sentence)
    match job:
        case RefreshJob():
            return Gathered(
                job.section_id,
                validators=job.validators,
                moving_to=job.moving_to,
                moving_since=job.moving_since,
                failure=failure,
            )
        case ServerJob():
            return Served(failure=failure)
        case DiscoverJob():
            return Discovered(job.url, failure=failure)
        case ExplainJob():
            return Downloaded(job.url, failure=failure)
        case EpisodeJob():
            return FetchedFile(failure=failure)
        case PictureJob():
            return Pictured(job.url, failure=failure)
        case _:
            return Downloaded(job.url, job.story_id, failure=failure)
