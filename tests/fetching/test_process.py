"""The fetching process: what ends it costs one job, and its owner may end it."""

import asyncio

import pytest

from tui.errors import LostError
from tui.fetching.process import FetchingProcess
from tui.jobs import Downloaded, DownloadJob

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


async def test_who_ends_it_is_not_served_again() -> None:
    process = FetchingProcess("tests.children:fetching")
    await process(DownloadJob(URL))
    waiting = asyncio.create_task(process(DownloadJob(URL)))
    await asyncio.sleep(0)
    process.kill()
    with pytest.raises(LostError):
        await waiting
