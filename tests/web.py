"""The web as tests see it: `FakeWeb` in memory, and `Loopback`, a small real server for what only a real one can show."""

import asyncio
import ssl
import threading
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

import httpx
import pytest

from tui.errors import FetchError
from tui.fetching.client import Fetcher

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""When tests take place."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        """Let some time pass: `minutes=5`, `days=3`."""
        self.moment += timedelta(**by)


@dataclass(frozen=True)
class Answer:
    """What a server says. One with an ETag or Last-Modified answers 304 to who has it already."""

    body: bytes | str = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def sent(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body

    def to(self, asked: Mapping[str, str]) -> "Answer":
        """This answer, or 304 where the validators of the request hold."""
        etag, modified = self.headers.get("ETag"), self.headers.get("Last-Modified")
        held = (etag and asked.get("if-none-match") == etag) or (
            modified and asked.get("if-modified-since") == modified
        )
        return Answer(b"", 304, self.content_type, self.headers) if held else self


class Keeping(bytes):
    """The very bytes of an answer, after which the connection stays open."""


Page = Answer | Exception | Callable[[httpx.Request], Answer | Awaitable[Answer]]


class FakeWeb:
    """A web in memory: pages by address; whatever else is asked for is a 404. It counts what it is asked."""

    def __init__(self, pages: Mapping[str, Page | str | bytes] | None = None) -> None:
        self.pages: dict[str, Page] = {}
        self.requests: list[httpx.Request] = []
        self.running = 0
        self.most_at_once = 0
        self.running_hosts: list[str] = []
        self.most_per_host = 0
        for url, page in (pages or {}).items():
            self[url] = page

    def __setitem__(self, url: str, page: Page | str | bytes) -> None:
        self.pages[url] = Answer(page) if isinstance(page, str | bytes) else page

    def feed(self, url: str, body: str | bytes, **headers: str) -> None:
        """A page that is a feed. Header names are written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self[url] = Answer(body, content_type="application/rss+xml", headers=named)

    def redirect(self, url: str, to: str, status: int = 301) -> None:
        self[url] = Answer(status=status, headers={"Location": to})

    def count(self, start: str = "") -> int:
        """How many requests there were to addresses that start like this."""
        return sum(url.startswith(start) for url in self.asked)

    @property
    def asked(self) -> list[str]:
        """The addresses that were asked for, in order."""
        return [str(request.url) for request in self.requests]

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        host = request.url.netloc.decode()
        self.running += 1
        self.running_hosts.append(host)
        self.most_at_once = max(self.most_at_once, self.running)
        self.most_per_host = max(self.most_per_host, self.running_hosts.count(host))
        try:
            await asyncio.sleep(0)  # so that requests at the same moment overlap
            page = self.pages.get(str(request.url), Answer("<h1>Not found</h1>", 404))
            if isinstance(page, Exception):
                raise page
            if callable(page):
                given = page(request)
                page = given if isinstance(given, Answer) else await given
            answer = page.to(request.headers)
        finally:
            self.running -= 1
            self.running_hosts.remove(host)
        headers = {"Content-Type": answer.content_type, **answer.headers}
        return httpx.Response(answer.status, headers=headers, stream=httpx.ByteStream(answer.sent))

    def transport(self) -> httpx.AsyncBaseTransport:
        return httpx.MockTransport(self._answer)

    def fetcher(self, clock: Callable[[], datetime] | None = None) -> Fetcher:
        """A fetcher that meets this web instead of the real one."""
        return Fetcher(self.transport(), version="1.0", clock=clock or Clock())


async def sentence(fetcher: Fetcher, url: str, **asked: Any) -> str:
    """What is said where an address cannot be fetched."""
    with pytest.raises(FetchError) as caught:
        await fetcher.get(url, **asked)
    return str(caught.value)


PEM = Path(__file__).parent / "localhost.pem"
"""A key and a certificate for localhost that nobody trusts, made for these tests."""


def tls(*protocols: str) -> ssl.SSLContext:
    """A server's side of TLS, as localhost."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    context.set_alpn_protocols(protocols or ("http/1.1",))
    return context


Script = Callable[[str, dict[str, str]], Answer | bytes | Awaitable[Answer | bytes]]
"""A path and request headers (lower case) to an answer, or to the very bytes to send before closing."""


class Loopback:
    """A real HTTP/1.1 server on this machine for as long as an `async with` lasts."""

    def __init__(
        self,
        script: Script | Mapping[str, Answer | bytes],
        host: str = "127.0.0.1",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._script = script
        self._host = host
        self._tls = tls
        self.connections = 0
        self.seen: list[tuple[str, dict[str, str]]] = []

    async def __aenter__(self) -> Self:
        self._open: set[asyncio.Task[Any]] = set()
        self._server = await asyncio.start_server(self._serve, self._host, 0, ssl=self._tls)
        self.port: int = self._server.sockets[0].getsockname()[1]
        self.url = f"http{'s' if self._tls else ''}://{self._host}:{self.port}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        self.connections += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                path = head[0].split(" ")[1]
                asked = {
                    name.lower(): value.strip() for name, _, value in (row.partition(":") for row in head[1:] if row)
                }
                await reader.readexactly(int(asked.get("content-length", 0)))
                self.seen.append((path, asked))
                answer = self._found(path, asked)
                if not isinstance(answer, Answer | bytes):
                    answer = await answer
                if isinstance(answer, bytes):
                    writer.write(answer)
                    await writer.drain()
                    if isinstance(answer, Keeping):
                        continue
                    return
                writer.write(_sent(answer.to(asked)))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            writer.close()

    def _found(self, path: str, asked: dict[str, str]) -> Answer | bytes | Awaitable[Answer | bytes]:
        if callable(self._script):
            return self._script(path, asked)
        return self._script.get(path, Answer("no such page", 404))


def _sent(answer: Answer) -> bytes:
    headers = {"Content-Type": answer.content_type, "Content-Length": str(len(answer.sent)), **answer.headers}
    rows = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {answer.status} As it is\r\n{rows}\r\n".encode() + answer.sent


class Threaded:
    """A server in a thread of its own, for tests that wait without an event loop. Gives the server, as long as a `with` lasts."""

    def __init__(self, server: Loopback) -> None:
        self._server = server
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Loopback:
        self._thread.start()
        return asyncio.run_coroutine_threadsafe(self._server.__aenter__(), self._loop).result()

    def __exit__(self, *_error: object) -> None:
        asyncio.run_coroutine_threadsafe(self._server.__aexit__(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        # A connection that was accepted in the last moment has a task that the server never met.
        while left := asyncio.all_tasks(self._loop):
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.close()
