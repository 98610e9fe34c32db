"""What hosts are spared: requests at once, requests while they ask to be left alone, requests for what is still fresh."""

import asyncio
from datetime import timedelta
from email.utils import format_datetime

import httpx
import pytest

from tests.web import NOON, Answer, Clock, FakeWeb, sentence
from tui.errors import FetchError
from tui.fetching.hosts import AT_ONCE, Turns, duration, fresh_for, held_until

FEED = "https://news.example/feed"


# Whose turn it is


async def test_one_at_a_time_per_host_and_eight_in_all() -> None:
    web = FakeWeb({f"https://news{number % 20}.example/{number}": "words" for number in range(200)})
    fetcher = web.fetcher()
    await asyncio.gather(*(fetcher.get(url) for url in web.pages))
    assert web.count() == 200
    assert web.most_per_host == 1
    assert AT_ONCE - 1 <= web.most_at_once <= AT_ONCE == 8


async def test_a_hanging_host_keeps_nobody_else_waiting() -> None:
    never = asyncio.Event()

    async def hang(_request: httpx.Request) -> Answer:
        await never.wait()
        return Answer()

    web = FakeWeb({f"https://news{number}.example/": "words" for number in range(49)})
    web["https://slow.example/"] = hang
    fetcher = web.fetcher()
    slow = asyncio.create_task(fetcher.get("https://slow.example/"))
    pages = await asyncio.gather(*(fetcher.get(url) for url in web.pages if "slow" not in url))
    assert len(pages) == 49
    never.set()
    assert (await slow).status == 200


async def test_what_a_person_waits_for_goes_first_and_has_a_place_of_its_own() -> None:
    gate = asyncio.Event()

    async def wait(_request: httpx.Request) -> Answer:
        await gate.wait()
        return Answer("words")

    web = FakeWeb({f"https://news{number}.example/": wait for number in range(20)})
    for number in range(3):
        web[f"https://news0.example/{number}"] = "words"
    web["https://opened.example/"] = "words"
    fetcher = web.fetcher()
    tasks = [asyncio.create_task(fetcher.get(url)) for url in web.pages if "opened" not in url]
    await fetcher.get("https://opened.example/", urgent=True)  # though every other place hangs
    tasks.append(asyncio.create_task(fetcher.get("https://news0.example/story", urgent=True)))
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert [url for url in web.asked if "news0" in url] == [
        "https://news0.example/",
        "https://news0.example/story",
        *(f"https://news0.example/{number}" for number in range(3)),
    ]


async def test_who_stops_waiting_gives_the_turn_to_the_next() -> None:
    gate = asyncio.Event()

    async def wait(_request: httpx.Request) -> Answer:
        await gate.wait()
        return Answer("words")

    web = FakeWeb(
        {"https://news.example/1": wait, "https://news.example/2": "words", "https://news.example/3": "words"}
    )
    fetcher = web.fetcher()
    first, second, third = (asyncio.create_task(fetcher.get(url)) for url in web.pages)
    for _ in range(3):
        await asyncio.sleep(0)
    second.cancel()
    first.cancel()
    assert (await third).body == b"words"
    assert web.asked == ["https://news.example/1", "https://news.example/3"]
    assert (await fetcher.get("https://news.example/2")).body == b"words"


async def test_a_turn_is_not_given_to_who_has_stopped_waiting_and_not_noticed_yet() -> None:
    turns = Turns()
    taken: list[str] = []

    async def take(name: str) -> None:
        async with turns.take("news.example", False):
            taken.append(name)

    held = turns.take("news.example", False)
    await held.__aenter__()
    second, third = asyncio.create_task(take("second")), asyncio.create_task(take("third"))
    await asyncio.sleep(0)
    second.cancel()
    await held.__aexit__(None, None, None)
    await third
    assert taken == ["third"]
    assert second.cancelled()
    await take("fourth")


# Who is left alone


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ("120", 120),
        (format_datetime(NOON + timedelta(minutes=5), usegmt=True), 300),
        ("99999999999999", 24 * 3600),
        (format_datetime(NOON + timedelta(days=900), usegmt=True), 24 * 3600),
    ],
)
async def test_retry_after_holds_the_whole_host(status: int, given: str, seconds: float) -> None:
    clock = Clock()
    web = FakeWeb({FEED: Answer("too much", status, headers={"Retry-After": given}), "https://other.example/": "words"})
    web["https://news.example/2"] = "words"
    fetcher = web.fetcher(clock)
    for url in (FEED, FEED, "https://news.example/2"):
        with pytest.raises(FetchError) as caught:
            await fetcher.get(url, urgent=True)
        assert caught.value.retry_after == seconds
        assert caught.value.status == status
    assert web.asked == [FEED]
    await fetcher.get("https://other.example/")
    clock.move(seconds=seconds - 1)
    assert "asks to be left alone for 2 seconds" in await sentence(fetcher, FEED)
    clock.move(seconds=1)
    assert (await fetcher.get("https://news.example/2")).body == b"words"


async def test_those_who_queue_for_a_host_are_not_asked_once_it_is_held() -> None:
    web = FakeWeb(
        {f"https://news.example/{number}": Answer(status=429, headers={"Retry-After": "60"}) for number in range(10)}
    )
    fetcher = web.fetcher()
    ends = await asyncio.gather(*(fetcher.get(url) for url in web.pages), return_exceptions=True)
    assert [getattr(end, "retry_after", None) for end in ends] == [60] * 10
    assert web.count() == 1


@pytest.mark.parametrize("given", ["0", format_datetime(NOON - timedelta(hours=1))])
async def test_a_wait_that_is_over_holds_nobody(given: str) -> None:
    web = FakeWeb({FEED: Answer(status=429, headers={"Retry-After": given}), "https://news.example/2": "words"})
    fetcher = web.fetcher()
    assert await sentence(fetcher, FEED) == "news.example answers 429 Too Many Requests"
    await fetcher.get("https://news.example/2")


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("headers", [{}, {"Retry-After": "soon"}, {"Retry-After": "-5"}, {"X-RateLimit-Reset": "0"}])
async def test_a_host_that_does_not_say_for_how_long_is_held_longer_each_time(
    status: int, headers: dict[str, str]
) -> None:
    clock, web = Clock(), FakeWeb({FEED: Answer("too much", status, headers=headers)})
    fetcher = web.fetcher(clock)
    for minutes in (15, 30, 60, 120):
        with pytest.raises(FetchError, match=f"is left alone for {duration(minutes * 60)}") as caught:
            await fetcher.get(FEED)
        assert (caught.value.status, caught.value.retry_after) == (status, None)
        assert "asks to be left alone" in await sentence(fetcher, "https://news.example/other")
        clock.move(minutes=minutes)
    web[FEED] = "words"
    await fetcher.get(FEED)
    web[FEED] = Answer("too much", status, headers=headers)
    assert "left alone for 15 minutes" in await sentence(fetcher, FEED)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"x-ratelimit-reset": "321.5"}, 321),
        ({"ratelimit-reset": "60"}, 60),
        ({"x-ratelimit-reset": str(int(NOON.timestamp()) + 90)}, 90),
        ({"x-ratelimit-reset": str(int(NOON.timestamp()) - 90)}, None),
        ({"x-ratelimit-reset": "9" * 40}, 24 * 3600),
        ({"x-ratelimit-reset": "tomorrow"}, None),
        ({"retry-after": "5", "x-ratelimit-reset": "60"}, 5),
    ],
)
def test_when_a_window_of_requests_begins_anew(headers: dict[str, str], seconds: float | None) -> None:
    until = held_until(headers, NOON)
    assert (until and (until - NOON).total_seconds()) == seconds


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.1, "2 seconds"),
        (89, "89 seconds"),
        (90, "2 minutes"),
        (900, "15 minutes"),
        (5399, "90 minutes"),
        (5400, "2 hours"),
        (86400, "24 hours"),
        (129599, "36 hours"),
        (129600, "2 days"),
        (2592000, "30 days"),
    ],
)
def test_a_while_is_said_in_words(seconds: float, said: str) -> None:
    assert duration(seconds) == said


# How long an answer stays fresh


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Cache-Control": "public, max-age=600"}, 600),
        ({"Cache-Control": "max-age=600", "Age": "500"}, 100),
        ({"Cache-Control": "max-age=600", "Age": "700"}, 0),
        ({"Cache-Control": "max-age=999999"}, 6 * 3600),
        ({"Cache-Control": "no-cache, max-age=600"}, 0),
        ({"Cache-Control": "no-store", "Expires": format_datetime(NOON + timedelta(hours=1))}, 0),
        ({"Cache-Control": "max-age=soon"}, 0),
        ({"Cache-Control": "max-age=10", "Expires": format_datetime(NOON + timedelta(hours=1))}, 10),
        ({"Expires": format_datetime(NOON + timedelta(hours=1))}, 3600),
        ({"Expires": format_datetime(NOON), "Date": format_datetime(NOON - timedelta(minutes=2))}, 120),
        ({"Expires": format_datetime(NOON + timedelta(days=300))}, 6 * 3600),
        ({"Expires": format_datetime(NOON - timedelta(hours=1))}, 0),
        ({"Expires": "0"}, 0),
        ({}, 0),
    ],
)
def test_how_long_a_page_stays_fresh(headers: dict[str, str], seconds: float) -> None:
    assert fresh_for(httpx.Headers(headers), NOON) == seconds


async def test_a_turn_that_came_in_the_moment_of_giving_up_goes_to_the_next() -> None:
    turns = Turns()
    taken: list[str] = []

    async def take(name: str) -> None:
        async with turns.take("news.example", False):
            taken.append(name)

    async with turns.take("news.example", False):
        second, third = asyncio.create_task(take("second")), asyncio.create_task(take("third"))
        await asyncio.sleep(0)
    second.cancel()  # it has its turn, and has not noticed
    await third
    assert taken == ["third"]
