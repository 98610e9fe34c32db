"""The fetching process: what ends it costs one job, and its owner may end it."""

import asyncio

import pytest

from tests.web import NOON
from tui.errors import LostError
from tui.fetching.process import FetchingProcess
from tui.jobs import (
    Discovered,
    DiscoverJob,
    Downloaded,
    DownloadJob,
    EpisodeJob,
    ExplainJob,
    FetchedFile,
    Gathered,
    Job,
    Outcome,
    Pictured,
    PictureJob,
    ReadJob,
    RefreshJob,
    Validators,
)
from tui.model import Kind
from tui.remote import Login, Served, ServerJob
from tui.values import replace

URL = "https://news.example/"


async def test_a_job_that_ends_the_process_costs_no_other_its_answer() -> None:
    process = FetchingProcess("tests.children:fetching")
    jobs = [DownloadJob(f"{URL}{number}", number) for number in range(6)]
    jobs[3] = DownloadJob(f"{URL}3", 3, title="ends it")
    ends = await asyncio.gather(*(process(job) for job in jobs))
    process.kill()
    failure = ends.pop(3).failure
    assert failure and "ended before it was done" in failure.sentence
    assert ends == [Downloaded(f"{URL}{number}") for number in (0, 1, 2, 4, 5)]


KNOWN = RefreshJob(
    7, f"{URL}feed", Kind.FEED, validators=Validators(etag='"1"'), moving_to=f"{URL}new", moving_since=NOON
)


@pytest.mark.parametrize(
    ("job", "answer"),
    [
        (
            KNOWN,
            Gathered(7, validators=KNOWN.validators, moving_to=KNOWN.moving_to, moving_since=NOON),
        ),
        (DownloadJob(URL, 4), Downloaded(URL, 4)),
        (ReadJob("<p>Words</p>", URL, "", "feed", 5), Downloaded(URL, 5)),
        (ExplainJob(URL), Downloaded(URL)),
        (DiscoverJob(URL), Discovered(URL)),
        (EpisodeJob(f"{URL}1.mp3", "/gone", 1), FetchedFile()),
        (PictureJob(f"{URL}1.png"), Pictured(f"{URL}1.png")),
        (ServerJob(Login(URL, "ann", "secret"), "feeds"), Served()),
    ],
    ids=lambda given: type(given).__name__,
)
async def test_a_job_that_ends_the_process_is_a_failure_and_what_was_known_stays_known(
    job: Job | ServerJob, answer: Outcome | Served
) -> None:
    process = FetchingProcess("tests.children:ending")
    found = await process(job)
    process.kill()
    assert found.failure and "ended before it was done" in found.failure.sentence
    assert replace(found, failure=None) == answer


async def test_who_ends_it_is_not_served_again() -> None:
    process = FetchingProcess("tests.children:fetching")
    await process(DownloadJob(URL))
    waiting = asyncio.create_task(process(DownloadJob(URL)))
    await asyncio.sleep(0)
    process.kill()
    with pytest.raises(LostError):
        await waiting


async def test_who_ends_it_while_a_job_is_tried_again_is_not_told_that_the_job_ended_it() -> None:
    process = FetchingProcess("tests.children:ending")

    async def ends(_job: object, _kind: object) -> None:
        process.kill()
        raise LostError("the process doing this work ended before it was done")

    process._worker.ask = ends  # type: ignore[method-assign,assignment] # it ends in that very moment
    with pytest.raises(LostError):
        await process._again(DownloadJob(URL), Downloaded)
