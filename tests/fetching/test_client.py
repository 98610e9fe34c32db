"""Fetching: what is asked for and how, what comes back, who is left alone, and what is refused."""

import asyncio
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

import httpcore
import httpx
import pytest

from tests.web import NOON, Answer, FakeWeb, Loopback, sentence
from tui.errors import FetchError
from tui.fetching.client import Fetcher, Page, home_page
from tui.jobs import BODY_BYTES, RequestOptions, Validators
from tui.values import replace

FEED = "https://news.example/feed"


async def got(page: Answer, **asked: object) -> Page:
    """The page of one address that answers like this."""
    return await FakeWeb({FEED: page}).fetcher().get(FEED, **asked)  # type: ignore[arg-type] # passed through


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


async def test_options_are_for_the_site_they_were_written_for() -> None:
    web = FakeWeb({"https://other.example/": "words"})
    web.redirect(FEED, "https://other.example/", 302)
    options = RequestOptions((("X-Key", "secret"), ("Accept", "text/plain")), "Mine/1", auth=("ann", "pass:word"))
    await web.fetcher().get(FEED, options=options)
    first, second = (request.headers for request in web.requests)
    assert (first["x-key"], first["accept"], first["user-agent"]) == ("secret", "text/plain", "Mine/1")
    assert first["authorization"] == "Basic YW5uOnBhc3M6d29yZA=="
    assert "x-key" not in second
    assert "authorization" not in second


async def test_a_password_manager_is_asked_once_and_its_failure_is_one_of_the_fetch() -> None:
    web = FakeWeb({FEED: "words"})
    code = "import os; print(os.getpid())"
    options = RequestOptions(auth=("ann", ""), password_command=(sys.executable, "-c", code))
    fetcher = web.fetcher()
    for _ in range(2):
        await fetcher.get(FEED, options=options)
    first, second = (request.headers["authorization"] for request in web.requests)
    assert first == second != "Basic YW5uOg=="
    with pytest.raises(FetchError, match="gave no password"):
        await fetcher.get(FEED, options=replace(options, password_command=(sys.executable, "-c", "pass")))


async def test_a_name_and_password_in_the_address_become_authorisation() -> None:
    web = FakeWeb({FEED: "words"})
    await web.fetcher().get("https://ann:p%40ss@news.example/feed")
    assert web.asked == [FEED]
    assert web.requests[0].headers["authorization"] == "Basic YW5uOnBAc3M="


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        ("http://ann:Se%20cret@news.example/feed", "http://news.example/feed/", True),
        ("http://ann:Se%20cret@news.example/feed", "https://news.example/feed", True),
        ("http://ann:Se%20cret@news.example/feed", "/feed/", True),
        ("https://ann:Se%20cret@news.example/feed", "http://news.example/feed", False),  # everybody could read it
        ("http://ann:Se%20cret@news.example/feed", "http://news.example:8080/feed", False),
        ("http://ann:Se%20cret@news.example/feed", "http://www.news.example/feed", False),
        ("http://ann:Se%20cret@news.example/feed", "http://bob:other@evil.example/feed", False),
    ],
)
async def test_name_and_password_go_along_on_the_host_and_no_further(first: str, second: str, again: bool) -> None:
    there = urljoin("http://news.example/", second).replace("bob:other@", "")
    web = FakeWeb({there: "words"})
    web.redirect(first.replace("ann:Se%20cret@", ""), second)
    page = await web.fetcher().get(first)
    told = [request.headers.get("authorization") for request in web.requests]
    assert told == ["Basic YW5uOlNlIGNyZXQ=", "Basic YW5uOlNlIGNyZXQ=" if again else None]
    assert page.url == there
    assert page.moved_to == (there.replace("://", "://ann:Se%20cret@") if again else there)


# What comes back


async def test_a_page_comes_with_what_was_said_of_it() -> None:
    page = await got(Answer("wörds", content_type="text/xml", headers={"Link": "</feed>; rel=alternate"}))
    assert (page.url, page.status, page.body.decode()) == (FEED, 200, "wörds")
    assert (page.content_type, page.link_header, page.moved_to) == ("text/xml", "</feed>; rel=alternate", "")


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
    assert "is not an address on the web" in await sentence(web.fetcher(), FEED)
    assert web.count() == 1


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "gemini://news.example/", "news.example", "", "https://", "http://[/"]
)
async def test_what_is_no_address_is_not_asked(url: str) -> None:
    web = FakeWeb()
    assert "is not an address on the web" in await sentence(web.fetcher(), url, trusted=True)
    assert web.count() == 0


# What fails


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "404 Not Found"),
        (401, "401 Unauthorized: it wants a login (broadsheet login news.example)"),
        (403, '403 Forbidden (another user_agent under [sites."news.example"] in config.toml may help)'),
        (304, "304 Not Modified although it was not asked for changes alone"),
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
    ("ways", "login", "said"),
    [
        ('Basic realm="news"', None, "it wants a login (broadsheet login news.example)"),
        ('Digest realm="a", nonce="b", Basic realm="c"', None, "it wants a login (broadsheet login news.example)"),
        (
            'Basic realm="news"',
            ("ann", "old"),
            "it does not take the name and password that are kept for it (broadsheet login news.example keeps others)",
        ),
        (
            'Digest realm="news", nonce="1"',
            ("ann", "old"),
            "it wants a login of a kind that is not known here (Digest)",
        ),
    ],
)
async def test_where_a_login_is_wanted_what_helps_is_said(ways: str, login: tuple[str, str] | None, said: str) -> None:
    web = FakeWeb({FEED: Answer("", 401, headers={"WWW-Authenticate": ways})})
    told = await sentence(web.fetcher(), FEED, options=RequestOptions(auth=login))
    assert told == f"news.example answers 401 Unauthorized: {said}"


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


@pytest.mark.parametrize(
    ("status", "headers", "said", "told"),
    [
        (429, {"Retry-After": "120"}, "429 Too Many Requests, and is left alone for 2 minutes", 120.0),
        (503, {}, "503 Service Unavailable, and is left alone for 15 minutes", None),
        (503, {"Retry-After": "0"}, "503 Service Unavailable", None),
    ],
)
async def test_a_host_that_asks_to_be_left_alone_is_and_what_it_said_itself_is_told(
    status: int, headers: dict[str, str], said: str, told: float | None
) -> None:
    with pytest.raises(FetchError) as caught:
        await got(Answer("later", status, headers=headers))
    assert str(caught.value) == f"news.example answers {said}"
    assert caught.value.retry_after == told


async def test_redirects_without_end_may_be_about_a_cookie() -> None:
    web = FakeWeb({FEED: Answer(status=302, headers={"Location": FEED, "Set-Cookie": "seen=1"})})
    said = await sentence(web.fetcher(), FEED)
    assert said.startswith("news.example sends us from one address to the next without end: it wants a cookie back")
    assert 'under [sites."news.example"]' in said


async def test_an_address_longer_than_any_is_one_sentence() -> None:
    web = FakeWeb()
    said = await sentence(web.fetcher(), f"https://news.example/{'a' * 70_000}")
    assert said == "news.example stands in an address that cannot be read"


@pytest.mark.parametrize(
    ("to", "followed"),
    [("/there", True), ("https://other.example/there", False), ("http://news.example/there", False)],
)
async def test_a_redirect_that_keeps_the_body_is_followed_on_the_host_alone(to: str, followed: bool) -> None:
    there = urljoin("https://news.example/do", to)
    web = FakeWeb({there: "done"})
    web.redirect("https://news.example/do", to, 307)
    if followed:
        assert (await web.fetcher().send("https://news.example/do", b"a=1")).body == b"done"
        assert [(request.method, request.content) for request in web.requests] == [("POST", b"a=1")] * 2
    else:
        with pytest.raises(FetchError, match="which is not told what was meant for it"):
            await web.fetcher().send("https://news.example/do", b"a=1")
        assert web.asked == ["https://news.example/do"]


async def test_a_page_on_this_machine_is_asked_where_a_page_of_its_own_leads_to_it() -> None:
    here = "http://127.0.0.1:8000/story"
    web = FakeWeb({here: "words"})
    assert (await web.fetcher().get(here, from_url="http://127.0.0.1:8000/")).body == b"words"
    for led_from in (FEED, "http://127.0.0.1:8001/", ""):
        assert "private network" in await sentence(web.fetcher(), here, from_url=led_from)
    assert "private network" in await sentence(web.fetcher(), here, from_url=FEED, trusted=True)


async def test_no_more_of_a_body_is_taken_than_is_wanted() -> None:
    web = FakeWeb({FEED: bytes(2_000_001)})
    assert await sentence(web.fetcher(), FEED, most=2_000_000) == "news.example sends more than 2 MB"
    assert len((await web.fetcher().get(FEED, most=2_000_001)).body) == 2_000_001


async def test_of_an_unwanted_body_only_a_little_is_read() -> None:
    sent = 0

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self):  # type: ignore[no-untyped-def] # an endless iterator of bytes
            nonlocal sent
            while True:
                sent += 10_000
                yield bytes(10_000)

    fetcher = Fetcher(httpx.MockTransport(lambda _: httpx.Response(404, stream=Endless())), version="1")
    assert await sentence(fetcher, FEED) == "news.example answers 404 Not Found"
    assert sent == 70_000


# A real server


async def test_a_body_and_its_headers_are_sent_and_a_passing_redirect_makes_it_a_question() -> None:
    web = FakeWeb({"https://news.example/there": "done"})
    web.redirect("https://news.example/do", "/there", 303)
    page = await web.fetcher().send("https://news.example/do", b"a=1", headers=(("X-Key", "secret"),))
    assert page.body == b"done"
    first, second = web.requests
    assert (first.method, first.content, first.headers["content-length"]) == ("POST", b"a=1", "3")
    assert (second.method, second.content, second.headers["x-key"]) == ("GET", b"", "secret")


async def test_an_answer_that_is_compressed_though_it_was_asked_not_to_be_is_refused() -> None:
    web = FakeWeb({FEED: Answer(b"x", headers={"Content-Encoding": "gzip"})})
    with pytest.raises(FetchError, match="answers compressed"):
        await web.fetcher().send(FEED)


async def test_an_error_leaves_the_connection_open() -> None:
    async with Loopback({"/": Answer("words")}) as server:
        fetcher = Fetcher(version="1")
        assert "404" in await sentence(fetcher, f"{server.url}/none", trusted=True)
        await fetcher.get(server.url, trusted=True)
        assert server.connections == 1
        await fetcher.aclose()


CUT_OFF = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nwor"


@pytest.mark.parametrize("sent", [b"", b"what?\r\n\r\n"])
async def test_a_server_that_breaks_off_is_asked_once_and_said(sent: bytes) -> None:
    async with Loopback({"/": sent}) as server:
        fetcher = Fetcher(version="1")
        assert "broke off in the middle of its answer" in await sentence(fetcher, server.url, trusted=True)
        assert len(server.seen) == 1
        await fetcher.aclose()


async def test_a_body_that_breaks_off_comes_as_far_as_it_came() -> None:
    async with Loopback({"/": CUT_OFF}) as server:
        fetcher = Fetcher(version="1")
        page = await fetcher.get(server.url, trusted=True)
        assert (page.body, page.cut) == (b"wor", True)
        with pytest.raises(FetchError, match="broke off in the middle of its answer"):
            page.sent.plain()
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


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LATE, BROKE_OFF = "did not answer within 30 seconds", "broke off in the middle of its answer"


@pytest.mark.parametrize(
    ("begins", "goes_on", "said"),
    [
        (b"", OK[:1], LATE),
        (OK + b"Content-Length: 99999\r\n\r\n", b" ", LATE),
        (CHUNKED, b"1\r\n \r\n", LATE),
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", LATE),
        (b"SSH-2.0-OpenSSH_9\r\n", b"", LATE),
        (OK, b"X-A: " + b"a" * 60_000, BROKE_OFF),
        (OK, b"X-A: a\r\n" * 1_000, BROKE_OFF),
        (CHUNKED + b"1;a=", b"b" * 60_000, BROKE_OFF),
        (CHUNKED + b"1\r\n \r\n0\r\n", b"X-A: a\r\n" * 1_000, BROKE_OFF),
        (CHUNKED, b"100000\r\n" + b" " * 0x100000 + b"\r\n", "sends more than 15 MB"),
        (CHUNKED + b"-5\r\nhello\r\n", b"", BROKE_OFF),
        (OK + b"Content-Length: 5\r\nContent-Length: 50\r\n\r\nhello", b"", BROKE_OFF),
        (OK + b"Content-Length: " + b"9" * 400 + b"\r\n\r\nhello", b"", BROKE_OFF),
    ],
    ids=lambda given: None if isinstance(given, bytes) else str(given),
)
async def test_an_answer_without_end_or_sense_is_ended(
    monkeypatch: pytest.MonkeyPatch, begins: bytes, goes_on: bytes, said: str
) -> None:
    limits: list[asyncio.Timeout] = []
    limited, ended = asyncio.timeout, asyncio.Event()

    def timeout(seconds: float | None) -> asyncio.Timeout:
        limits.append(limited(seconds))
        return limits[-1]

    monkeypatch.setattr("tui.fetching.client.asyncio.timeout", timeout)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(begins)
            written = 0
            while not (writer.is_closing() or reader.at_eof()):
                writer.write(goes_on)
                await writer.drain()
                await asyncio.sleep(0)
                written += 1
                if said is LATE and written == 9:  # its time has passed, though more of it comes all along
                    limits[0].reschedule(0)
        except ConnectionError:
            pass
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
            ended.set()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        fetcher = Fetcher(version="1")
        with pytest.raises(FetchError, match=said):
            (await fetcher.get(url, trusted=True)).sent.plain()
        await fetcher.aclose()
        await ended.wait()


async def test_a_proxy_is_asked_where_one_is_configured() -> None:
    async def through(path: str, _asked: dict[str, str]) -> Answer:
        return Answer(path)

    async with Loopback(through) as proxy:
        fetcher = Fetcher(version="1")
        page = await fetcher.get("http://news.example/feed", options=RequestOptions(proxy=proxy.url))
        assert page.body == b"http://news.example/feed"
        assert "private network" in await sentence(
            fetcher, "http://127.0.0.1/", options=RequestOptions(proxy=proxy.url)
        )
        assert "is not an http" in await sentence(
            fetcher, "http://news.example/", options=RequestOptions(proxy="socks5://127.0.0.1:1")
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
