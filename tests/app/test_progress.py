"""A refresh or a download under way."""

from collections.abc import AsyncIterator

from tui.app.chrome import Glyphs
from tui.app.progress import EpisodesProgress, Progress
from tui.episodes import Coming, Episode
from tui.model import Update


async def test_an_errand_counts_what_comes() -> None:
    async def updates() -> AsyncIterator[Update]:
        yield Update(1, 3, new=4)
        yield Update(2, 3, error="no answer", offline=True)
        yield Update(3, 3, new=1)

    told: list[str] = []
    progress = Progress("refreshing")
    await progress.run(updates(), lambda: told.append(progress.line(Glyphs())))
    assert told == ["refreshing 1 of 3", "refreshing 2 of 3", "refreshing 3 of 3"]
    assert progress.summary() == "5 new stories; 1 section did not answer."
    assert not progress.offline


async def test_an_errand_that_meets_no_network_says_so() -> None:
    async def updates() -> AsyncIterator[Update]:
        yield Update(1, 1, error="no network", offline=True)

    progress = Progress("refreshing")
    await progress.run(updates(), lambda: None)
    assert progress.offline
    assert progress.summary() == "No network. What is kept can be read."


async def test_the_one_story_that_could_not_be_fetched_says_why() -> None:
    async def updates(total: int) -> AsyncIterator[Update]:
        for done in range(1, total + 1):
            yield Update(done, total, story_id=done, error="news.example did not answer within 20 seconds")

    alone, several = Progress("downloading"), Progress("downloading")
    await alone.run(updates(1), lambda: None)
    await several.run(updates(2), lambda: None)
    assert alone.summary() == "It could not be fetched: news.example did not answer within 20 seconds."
    assert several.summary() == "0 stories downloaded, 2 could not be fetched."


async def test_episodes_say_how_far_they_are_and_what_came() -> None:
    here = Episode(1, 1, "https://talks.example/a.mp3", "A talk", "Talks")

    async def updates() -> AsyncIterator[Coming]:
        yield Coming(1_000_000, 4_000_000)
        yield Coming(3_000_000, 4_000_000)
        yield Coming(4_000_000, 4_000_000, here)

    told: list[str] = []
    progress = EpisodesProgress(told.append, lambda: told.append(progress.line(Glyphs())))
    await progress.run(updates(), lambda: None)
    assert told == [
        "██░░░░░░ fetching 1 of 4 MB",
        "██████░░ fetching 3 of 4 MB",
        "1 episode fetched.",
        "1 episode fetched.",
    ]


async def test_a_long_errand_is_told_in_fifty_steps() -> None:
    async def updates() -> AsyncIterator[Update]:
        for done in range(1, 501):
            yield Update(done, 500)

    told: list[int] = []
    progress = Progress("refreshing")
    await progress.run(updates(), lambda: told.append(progress.done))
    assert told == list(range(10, 501, 10))
