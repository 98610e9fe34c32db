"""Fetching: what is asked for and how, what comes back, who is left alone, and what is refused."""

import asyncio
import errno
import gzip
import socket
import zlib
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import brotli  # type: ignore[import-untyped] # it has no stubs
import h2.config
import h2.connection
import h2.events
import httpcore
import httpx
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tests.web import NOON, PEM, Answer, Clock, FakeWeb, Loopback, tls
from tui.errors import FetchError
from tui.fetching.client import AT_ONCE, BODY_BYTES, Fetcher, Page, _Turns, home_page
from tui.model import Manners, Validators

FEED = "https://news.example/feed"


async def got(page: Answer, **asked: object) -> Page:
    """The page of one address that answers like this."""
    return await FakeWeb({FEED: page}).fetcher().get(FEED, **asked)  # type: ignore[arg-type] # passed through


async def sentence(fetcher: Fetcher, url: str, **asked: object) -> str:
    """What is said where an address cannot be had."""
    with pytest.raises(FetchError) as caught:
        await fetcher.get(url, **asked)  # type: ignore[arg-type] # passed through
    return str(caught.value)


# What is asked


async def test_a_request_says_who_asks_and_nothing_about_the_reader() -> None:
    web = FakeWeb({FEED: "words"})
    await web.fetcher().get(FEED)
    await Fetcher(web.transport(), version="2.0", home="https://paper.example/").get(FEED)
    assert web.requests[1].headers["user-agent"] == "Broadsheet/2.0 (+https://paper.example/)"
    headers = web.requests[0].headers
    assert headers["user-agent"].startswith("Broadsheet/1.0 (+https://")
    assert headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}


def test_the_home_page_is_the_one_that_the_installed_package_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    for name, rows in (
        ("plain", ""),
        ("homely", "Project-URL: Changelog, https://x.example/\nProject-URL: Homepage, https://paper.example\n"),
    ):
        folder = tmp_path / f"{name}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{rows}")
    assert home_page("homely") == "https://paper.example/"
    assert home_page("plain") == ""
    assert home_page("not-installed-anywhere") == ""


async def test_cookies_are_not_kept_nor_given_back() -> None:
    web = FakeWeb({FEED: Answer("words", headers={"Set-Cookie": "who=you; Path=/"})})
    fetcher = web.fetcher()
    for _ in range(2):
        await fetcher.get(FEED)
    assert "cookie" not in web.requests[1].headers


async def test_validators_go_back_byte_for_byte_and_unchanged_means_no_body() -> None:
    odd = 'W/"caf\xe9, \\x"'
    sent = [(b"if-none-match", odd.encode("latin-1")), (b"if-modified-since", b"yesterday, about noon")]
    web = FakeWeb({FEED: lambda asked: Answer("words", 304 if asked.headers.raw[-2:] == sent else 200)})
    page = await web.fetcher().get(FEED, validators=Validators(odd, "yesterday, about noon", "digest", NOON))
    assert page.unchanged
    assert page.body == b""
    assert page.validators == Validators(odd, "yesterday, about noon", "digest", NOON)


async def test_new_validators_come_with_the_moment_they_came() -> None:
    page = await got(Answer("words", headers={"ETag": '"2"', "Last-Modified": "today"}))
    assert page.validators == Validators('"2"', "today", "", NOON)
    assert not page.unchanged


async def test_unchanged_may_bring_new_validators_and_keeps_the_old_date() -> None:
    before = Validators('"1"', "then", "digest", NOON - timedelta(days=3))
    page = await got(Answer(status=304, headers={"ETag": '"2"'}), validators=before)
    assert page.validators == Validators('"2"', "then", "digest", NOON - timedelta(days=3))


async def test_manners_are_for_the_site_they_were_written_for() -> None:
    web = FakeWeb({"https://other.example/": "words"})
    web.redirect(FEED, "https://other.example/", 302)
    manners = Manners((("X-Key", "secret"), ("Accept", "text/plain")), "Mine/1", auth=("ann", "pass:word"))
    await web.fetcher().get(FEED, manners=manners)
    first, second = (request.headers for request in web.requests)
    assert (first["x-key"], first["accept"], first["user-agent"]) == ("secret", "text/plain", "Mine/1")
    assert first["authorization"] == "Basic YW5uOnBhc3M6d29yZA=="
    assert "x-key" not in second
    assert "authorization" not in second


async def test_a_name_and_password_in_the_address_become_authorisation() -> None:
    web = FakeWeb({FEED: "words"})
    await web.fetcher().get("https://ann:p%40ss@news.example/feed")
    assert web.asked == [FEED]
    assert web.requests[0].headers["authorization"] == "Basic YW5uOnBAc3M="


# What comes back


async def test_a_page_comes_with_what_was_said_of_it() -> None:
    page = await got(Answer("wörds", content_type="text/xml", headers={"Link": "</feed>; rel=alternate"}))
    assert (page.url, page.status, page.body.decode()) == (FEED, 200, "wörds")
    assert (page.content_type, page.link_header, page.moved_to) == ("text/xml", "</feed>; rel=alternate", "")


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": lambda body: gzip.compress(body[:100]) + gzip.compress(body[100:]),
    "deflate": zlib.compress,
    "Deflate": lambda body: zlib.compress(body, wbits=-15),
    "br": brotli.compress,
    "zstd": zstandard.compress,
    "identity": lambda body: body,
    "UTF-8": lambda body: body,
    "gzip, br": lambda body: brotli.compress(gzip.compress(body)),
}


@pytest.mark.parametrize("coding", PACKED)
async def test_every_coding_that_is_accepted_is_undone(coding: str) -> None:
    body = b"a story of some length, " * 5000
    page = await got(Answer(PACKED[coding](body), headers={"Content-Encoding": coding}))
    assert page.body == body


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
async def test_a_bomb_is_refused_before_it_has_gone_off(coding: str) -> None:
    bomb = PACKED[coding](bytes(BODY_BYTES + 1))
    assert len(bomb) < 20_000
    web = FakeWeb({FEED: Answer(bomb, headers={"Content-Encoding": coding})})
    assert await sentence(web.fetcher(), FEED) == "news.example sends more than 15 MB"


async def test_a_bomb_within_a_bomb_is_refused_at_its_first_layer() -> None:
    bomb = gzip.compress(gzip.compress(bytes(4 * BODY_BYTES), 9), 9)
    web = FakeWeb({FEED: Answer(bomb, headers={"Content-Encoding": "gzip, gzip"})})
    assert await sentence(web.fetcher(), FEED) == "news.example sends more than 15 MB"


async def test_a_body_that_never_ends_is_cut_off() -> None:
    sent = 0

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self):  # type: ignore[no-untyped-def] # an endless iterator of bytes
            nonlocal sent
            while True:
                sent += 1_000_000
                yield bytes(1_000_000)

    fetcher = Fetcher(httpx.MockTransport(lambda _: httpx.Response(200, stream=Endless())), version="1")
    assert await sentence(fetcher, FEED) == "news.example sends more than 15 MB"
    assert sent <= BODY_BYTES + 1_000_000


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate", "gzip, gzip, gzip, gzip"])
async def test_what_cannot_be_decompressed_is_said(coding: str) -> None:
    web = FakeWeb({FEED: Answer(b"\xff not packed at all", headers={"Content-Encoding": coding})})
    assert await sentence(web.fetcher(), FEED) == "news.example sends what cannot be decompressed"


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br", "nonsense"]))
def test_no_bytes_crash_the_decompression(body: bytes, coding: str) -> None:
    try:
        asyncio.run(got(Answer(body, headers={"Content-Encoding": coding})))
    except FetchError as error:
        assert "decompressed" in str(error)


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
async def test_how_long_a_page_stays_fresh(headers: dict[str, str], seconds: float) -> None:
    assert (await got(Answer("words", headers=headers))).fresh_for == seconds


# Redirects


async def test_redirects_are_followed_and_permanent_ones_told() -> None:
    web = FakeWeb({"https://new.example/c": "words"})
    web.redirect(FEED, "/b", 301)
    web.redirect("https://news.example/b", "//new.example/c", 308)
    page = await web.fetcher().get(FEED)
    assert (page.url, page.moved_to) == ("https://new.example/c",) * 2


@pytest.mark.parametrize("passing", [302, 303, 307])
@pytest.mark.parametrize("order", [1, -1])
async def test_one_passing_redirect_makes_the_way_a_passing_one(passing: int, order: int) -> None:
    first, second = [301, passing][::order]
    web = FakeWeb({"https://news.example/c": "words"})
    web.redirect(FEED, "/b", first)
    web.redirect("https://news.example/b", "/c", second)
    page = await web.fetcher().get(FEED)
    assert (page.url, page.moved_to) == ("https://news.example/c", "")


async def test_ten_redirects_are_followed_and_no_more() -> None:
    web = FakeWeb({"https://news.example/10": "words"})
    for number in range(11):
        web.redirect(f"https://news.example/{number - 1}", f"/{number}", 302)
    del web.pages["https://news.example/9"]
    web.redirect("https://news.example/9", "/10", 302)
    assert (await web.fetcher().get("https://news.example/0")).url == "https://news.example/10"
    said = await sentence(web.fetcher(), "https://news.example/-1")
    assert said == "news.example sends us from one address to the next without end"
    assert web.count() == 11 + 11


async def test_redirects_can_be_refused() -> None:
    web = FakeWeb({"https://news.example/b": "words"})
    web.redirect(FEED, "/b")
    assert await sentence(web.fetcher(), FEED, redirects=0) == "news.example answers 301 Moved Permanently"
    assert web.count() == 1


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://news.example/", "javascript:alert(1)", "http://", "https://[::1"]
)
async def test_a_redirect_leads_only_to_the_web(target: str) -> None:
    web = FakeWeb()
    web.redirect(FEED, target, 302)
    assert "is no address on the web" in await sentence(web.fetcher(), FEED)
    assert web.count() == 1


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "gemini://news.example/", "news.example", "", "https://", "http://[/"]
)
async def test_what_is_no_address_is_not_asked(url: str) -> None:
    web = FakeWeb()
    assert "is no address on the web" in await sentence(web.fetcher(), url, trusted=True)
    assert web.count() == 0


# What fails


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "404 Not Found"),
        (403, "403 Forbidden"),
        (410, "410 Gone"),
        (500, "500 Internal Server Error"),
        (599, "599"),
        (300, "300 Multiple Choices"),
    ],
)
async def test_a_refusal_is_said_in_words(status: int, words: str) -> None:
    with pytest.raises(FetchError) as caught:
        await got(Answer("a page about it", status))
    assert str(caught.value) == f"news.example answers {words}"
    assert caught.value.status == status
    assert caught.value.retry_after is None


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpcore.ConnectTimeout(), "news.example did not answer within 10 seconds"),
        (httpcore.ReadError(), "news.example broke off in the middle of its answer"),
        (httpcore.RemoteProtocolError(), "news.example broke off in the middle of its answer"),
        (TimeoutError(), "news.example did not answer within 30 seconds"),
    ],
)
async def test_a_broken_answer_is_said_in_words(error: Exception, said: str) -> None:
    assert await sentence(FakeWeb({FEED: error}).fetcher(), FEED) == said


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
    turns = _Turns()
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


@pytest.mark.parametrize("given", ["soon", "", "-5", "0", format_datetime(NOON - timedelta(hours=1))])
async def test_a_retry_after_that_says_nothing_holds_nobody(given: str) -> None:
    web = FakeWeb({FEED: Answer(status=429, headers={"Retry-After": given}), "https://news.example/2": "words"})
    fetcher = web.fetcher()
    assert await sentence(fetcher, FEED) == "news.example answers 429 Too Many Requests"
    await fetcher.get("https://news.example/2")


# Private places


PRIVATE = ["http://127.0.0.1:8000/", "http://localhost/", "http://10.1.2.3/", "http://192.168.1.1/", "http://[::1]/", "http://169.254.169.254/", "http://nas/", "http://printer.local/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://2130706433/"]  # fmt: skip


@pytest.mark.parametrize("url", PRIVATE)
async def test_a_private_place_is_asked_only_where_a_person_named_it_or_it_names_itself(url: str) -> None:
    web = FakeWeb({url: "words", url + "story": "words"})
    fetcher = web.fetcher()
    for led_from in ("", "https://news.example/", "http://127.0.0.2:8000/", "http://127.0.0.1:8001/"):
        assert "is on this machine or a private network" in await sentence(fetcher, url, from_url=led_from)
    assert web.count() == 0
    await fetcher.get(url, trusted=True)
    await fetcher.get(url + "story", from_url=url)
    assert web.count() == 2


async def test_what_led_there_is_believed_for_its_own_host_alone() -> None:
    web = FakeWeb({"http://10.1.2.3/": "words"})
    said = await sentence(web.fetcher(), "http://10.1.2.3/", trusted=True, from_url="https://news.example/")
    assert "is on this machine or a private network" in said
    assert web.count() == 0


@pytest.mark.parametrize("url", PRIVATE)
@pytest.mark.parametrize("start", [FEED, "http://10.9.9.9/"])
async def test_no_redirect_leads_into_a_private_place(url: str, start: str) -> None:
    web = FakeWeb({url: "words"})
    web.redirect(start, url, 302)
    assert "is on this machine or a private network" in await sentence(web.fetcher(), start, trusted=True)
    assert web.asked == [start]


async def test_a_private_place_may_redirect_within_itself() -> None:
    web = FakeWeb({"http://127.0.0.1:8000/b": "words"})
    web.redirect("http://127.0.0.1:8000/a", "/b")
    assert (await web.fetcher().get("http://127.0.0.1:8000/a", trusted=True)).url == "http://127.0.0.1:8000/b"


def resolving(**names: str | OSError) -> Callable[[str, int], object]:
    """A name service that knows these (dots written as underscores)."""

    async def resolve(host: str, _port: int) -> list[str]:
        found = names[host.replace(".", "_")]
        if isinstance(found, OSError):
            raise found
        return found.split()

    return resolve


async def test_what_a_name_resolves_to_is_what_counts() -> None:
    async with Loopback({"/": Answer("words")}) as server:
        fetcher = Fetcher(version="1", resolve=resolving(sly_example="127.0.0.1", half_example="192.0.43.8 10.0.0.1"))  # type: ignore[arg-type] # a coroutine function is what is wanted
        url = f"http://sly.example:{server.port}/"
        assert "is on this machine or a private network" in await sentence(fetcher, url)
        assert "is on this machine or a private network" in await sentence(fetcher, "http://half.example/")
        assert server.connections == 0
        assert (await fetcher.get(url, trusted=True)).body == b"words"
        assert "is on this machine or a private network" in await sentence(
            fetcher, url
        )  # not over the open connection either
        # A name that was public when it was found, and has moved into the house since.
        assert "is on this machine or a private network" in await sentence(fetcher, url, from_url=url)
        assert len(server.seen) == 1
        assert (await fetcher.get(url, from_url=url, trusted=True)).body == b"words"
        await fetcher.aclose()


@pytest.mark.parametrize(
    ("error", "offline"), [(socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), True)]
)
async def test_without_a_name_service_there_is_no_network(error: OSError, offline: bool) -> None:
    fetcher = Fetcher(version="1", resolve=resolving(news_example=error))  # type: ignore[arg-type] # likewise
    with pytest.raises(FetchError, match="there is no network") as caught:
        await fetcher.get(FEED)
    assert caught.value.offline is offline


async def test_a_host_that_nobody_knows_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    fetcher = Fetcher(version="1", resolve=resolving(nwes_example=unknown))  # type: ignore[arg-type] # likewise
    monkeypatch.setattr("tui.fetching.client._any_route", lambda: True)
    assert await sentence(fetcher, "https://nwes.example/") == "there is no host called nwes.example"
    monkeypatch.setattr("tui.fetching.client._any_route", lambda: False)
    assert await sentence(fetcher, "https://nwes.example/") == "there is no network"


async def test_a_network_that_leads_nowhere_is_no_network() -> None:
    fetcher = Fetcher(version="1", resolve=resolving(news_example="2001:4860:4860::8888"))  # type: ignore[arg-type] # likewise

    class Nowhere(httpcore.AsyncNetworkBackend):
        async def connect_tcp(self, *_given: object, **_named: object) -> httpcore.AsyncNetworkStream:
            raise httpcore.ConnectError(OSError(errno.ENETUNREACH, "Network is unreachable")) from OSError(
                errno.ENETUNREACH, "Network is unreachable"
            )

    fetcher._transport._backends[False]._sockets = Nowhere()  # type: ignore[attr-defined] # the network itself is what is missing here
    with pytest.raises(FetchError, match="there is no network") as caught:
        await fetcher.get(FEED)
    assert caught.value.offline


# A real server


async def test_one_connection_serves_a_host_and_a_closed_one_is_opened_again() -> None:
    async with Loopback({"/": Answer("words")}) as server:
        fetcher = Fetcher(version="1")
        for _ in range(3):
            assert (await fetcher.get(server.url, trusted=True)).body == b"words"
        assert server.connections == 1
        for task in server._open:
            task.cancel()
        assert (await fetcher.get(server.url, trusted=True)).body == b"words"
        assert server.connections == 2
        await fetcher.aclose()


async def test_an_error_leaves_the_connection_open() -> None:
    async with Loopback({"/": Answer("words")}) as server:
        fetcher = Fetcher(version="1")
        assert "404" in await sentence(fetcher, f"{server.url}/none", trusted=True)
        await fetcher.get(server.url, trusted=True)
        assert server.connections == 1
        await fetcher.aclose()


CUT_OFF = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nwor"


@pytest.mark.parametrize("sent", [CUT_OFF, b"", b"what?\r\n\r\n"])
async def test_a_server_that_breaks_off_is_asked_once_and_said(sent: bytes) -> None:
    async with Loopback({"/": sent}) as server:
        fetcher = Fetcher(version="1")
        assert "broke off in the middle of its answer" in await sentence(fetcher, server.url, trusted=True)
        assert len(server.seen) == 1
        await fetcher.aclose()


async def test_a_port_where_nobody_listens_is_said() -> None:
    async with Loopback({}) as server:
        port = server.port
    fetcher = Fetcher(version="1")
    said = await sentence(fetcher, f"http://127.0.0.1:{port}/", trusted=True)
    assert said == f"127.0.0.1 accepts no connection on port {port}"
    await fetcher.aclose()


async def test_a_hanging_server_costs_its_time_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.fetching.client.WHOLE_SECONDS", 0.02)

    async def never(_path: str, _asked: dict[str, str]) -> Answer:
        await asyncio.Event().wait()
        return Answer()

    async with Loopback(never) as server:
        fetcher = Fetcher(version="1")
        assert "did not answer within 0 seconds" in await sentence(fetcher, server.url, trusted=True)
        await fetcher.aclose()


async def test_who_cannot_prove_who_it_is_gets_no_request() -> None:
    async with Loopback({"/": Answer("words")}, tls=tls()) as server:
        fetcher = Fetcher(version="1")
        said = await sentence(fetcher, server.url, trusted=True)
        assert said == f"127.0.0.1:{server.port} does not prove who it is (self-signed certificate)"
        assert server.seen == []
        await fetcher.aclose()


async def test_where_encryption_was_promised_and_none_is_there_that_is_said() -> None:
    async def plain(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    fetcher = Fetcher(version="1")
    said = await sentence(fetcher, f"https://127.0.0.1:{port}/", trusted=True)
    assert said == f"127.0.0.1:{port} cannot agree with us on encryption"
    await fetcher.aclose()
    server.close()


async def test_a_server_that_speaks_http_2_is_spoken_to_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(PEM))
    asked: list[dict[bytes, bytes]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding=None))
        line.initiate_connection()
        writer.write(line.data_to_send())
        while data := await reader.read(65536):
            for event in line.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    assert event.headers and event.stream_id
                    asked.append(dict(event.headers))
                    line.send_headers(event.stream_id, [(":status", "200"), ("etag", '"1"')])
                    line.send_data(event.stream_id, b"words", end_stream=True)
            writer.write(line.data_to_send())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls("h2", "http/1.1"))
    url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    fetcher = Fetcher(version="1")
    for _ in range(2):
        page = await fetcher.get(url, trusted=True)
        assert (page.body, page.validators.etag) == (b"words", '"1"')
    await fetcher.aclose()
    server.close()
    assert [request[b":path"] for request in asked] == [b"/", b"/"]
    assert b"cookie" not in asked[1]


async def test_a_proxy_is_asked_where_one_is_configured() -> None:
    async def through(path: str, _asked: dict[str, str]) -> Answer:
        return Answer(path)

    async with Loopback(through) as proxy:
        fetcher = Fetcher(version="1")
        page = await fetcher.get("http://news.example/feed", manners=Manners(proxy=proxy.url))
        assert page.body == b"http://news.example/feed"
        assert "private network" in await sentence(fetcher, "http://127.0.0.1/", manners=Manners(proxy=proxy.url))
        assert "is no http" in await sentence(
            fetcher, "http://news.example/", manners=Manners(proxy="socks5://127.0.0.1:1")
        )
        assert len(proxy.seen) == 1
        await fetcher.aclose()


async def test_the_environments_proxy_is_asked_unless_it_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Loopback({"http://news.example/": Answer("through"), "/": Answer("directly")}) as server:
        monkeypatch.setenv("http_proxy", server.url)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        fetcher = Fetcher(version="1")
        assert (await fetcher.get("http://news.example/")).body == b"through"
        assert (await fetcher.get(server.url, trusted=True)).body == b"directly"
        await fetcher.aclose()


async def test_many_hosts_do_not_keep_many_connections_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.fetching.client._KEPT_OPEN", 2)
    async with Loopback({"/": Answer("words")}) as server:
        names = {f"news{number}_example": "127.0.0.1" for number in range(5)}
        fetcher = Fetcher(version="1", resolve=resolving(**names))  # type: ignore[arg-type] # likewise
        for name in names:
            await fetcher.get(f"http://{name.replace('_', '.')}:{server.port}/", trusted=True)
        await fetcher.get(f"http://news0.example:{server.port}/", trusted=True)
        assert server.connections == 6
        await fetcher.get(f"http://news0.example:{server.port}/", trusted=True)
        assert server.connections == 6
        await fetcher.aclose()
