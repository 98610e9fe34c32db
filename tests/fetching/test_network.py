"""The way there: which addresses are asked, what names lead to, heads that can be read, certificates, and what broke."""

import asyncio
import errno
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import httpcore
import pytest

from tests.web import PEM, Answer, FakeWeb, Keeping, Loopback, sentence, tls
from tui import address
from tui.errors import FetchError
from tui.fetching import network
from tui.fetching.client import Fetcher
from tui.fetching.network import Network, _Backend, _Pinned, _resolve, _Stream, digest_of_pem, readable
from tui.jobs import RequestOptions

FEED = "https://news.example/feed"

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
    monkeypatch.setattr("tui.fetching.network._any_route", lambda: True)
    assert await sentence(fetcher, "https://nwes.example/") == "there is no host called nwes.example"
    monkeypatch.setattr("tui.fetching.network._any_route", lambda: False)
    assert await sentence(fetcher, "https://nwes.example/") == "there is no network"


@pytest.mark.parametrize("host", ["x" * 64, f"a.{'x' * 70}.example", "a..example", ".example"])
async def test_what_is_no_name_is_no_host(host: str) -> None:
    with pytest.raises(FetchError, match="there is no host called"):
        await _Backend(_resolve, private=False).connect_tcp(host, 80)


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


# Heads


@pytest.mark.parametrize(
    ("head", "read"),
    [
        (b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n", b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nWarning, line 3\r\nA: b\r\n\r\n", b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
        (b"HTTP/1.1 200 OK\nA : b\n\n", b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nA: b\r\n  c\r\n\r\n", b"HTTP/1.1 200 OK\r\nA: b c\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\n<b>A</b>: b\r\nC: \x1b[2J\r\n\r\n", b"HTTP/1.1 200 OK\r\nC: [2J\r\n\r\n"),
    ],
)
def test_odd_lines_of_a_head_do_not_lose_the_answer(head: bytes, read: bytes) -> None:
    assert readable(head) == read


async def test_an_answer_with_odd_lines_is_read_and_so_is_the_next_on_its_connection() -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    odd = early + b"HTTP/1.1 200 OK\r\nPHP Warning in line 3\r\nContent-Length: 5\r\n\r\nwords"

    async with Loopback({"/odd": Keeping(odd), "/even": Answer("\r\n\r\nmore words")}) as server:
        fetcher = Fetcher(version="1")
        for _ in range(2):
            assert (await fetcher.get(f"{server.url}/odd", trusted=True)).body == b"words"
            assert (await fetcher.get(f"{server.url}/even", trusted=True)).body == b"\r\n\r\nmore words"
        assert server.connections == 1
        await fetcher.aclose()


# Certificates


async def test_one_certificate_is_believed_where_it_is_named(tmp_path: Path) -> None:
    pin = digest_of_pem(PEM.read_text())
    async with Loopback({"/": Answer("words")}, tls=tls()) as server:
        fetcher = Fetcher(version="1")
        page = await fetcher.get(server.url, trusted=True, options=RequestOptions(certificate=pin))
        assert page.body == b"words"
        other = pin[:-1] + ("0" if pin[-1] != "0" else "1")
        said = await sentence(fetcher, server.url, trusted=True, options=RequestOptions(certificate=other))
        assert "shows another certificate" in said and pin in said
        assert "does not prove who it is" in await sentence(fetcher, server.url, trusted=True)
        assert len(server.seen) == 1
        await fetcher.aclose()


def test_the_authorities_that_are_trusted_here_are_read_once() -> None:
    way = Network()
    trusted = way._context("")
    assert trusted.verify_mode is ssl.CERT_REQUIRED and trusted.check_hostname
    assert way._context("") is trusted


def test_a_text_without_a_certificate_has_no_pin() -> None:
    with pytest.raises(ValueError, match="no certificate"):
        digest_of_pem("words")


def test_a_pin_may_be_written_as_openssl_prints_it() -> None:
    pin = digest_of_pem(PEM.read_text())
    digits = pin.removeprefix("sha256:").upper()
    printed = "sha256:" + ":".join(digits[at : at + 2] for at in range(0, 64, 2))
    assert _Pinned.to(printed).digest == _Pinned.to(pin).digest == bytes.fromhex(digits)


@pytest.mark.parametrize(
    ("error", "said", "unreached"),
    [
        (httpcore.ConnectError(ssl.SSLCertVerificationError("self-signed")), "does not prove who it is", False),
        (httpcore.ConnectError(ssl.SSLError("no common cipher")), "cannot agree with us on encryption", False),
        (httpcore.ConnectTimeout(), "did not answer within 10 seconds", True),
        (httpcore.ProxyError("502"), "the proxy does not lead to news.example", False),
        (httpcore.ConnectError("no way"), "news.example cannot be reached", True),
        (httpcore.RemoteProtocolError("nonsense"), "broke off in the middle of its answer", False),
    ],
)
def test_what_breaks_on_the_way_is_said(error: Exception, said: str, unreached: bool) -> None:
    if isinstance(error.args[0] if error.args else None, ssl.SSLCertVerificationError):
        error.args[0].verify_message = "self-signed certificate \x1b[2J"
    found = network.broken("https://news.example/feed", error)
    assert said in str(found) and "\x1b" not in str(found)
    assert found.unreached is unreached


@pytest.mark.parametrize(("ways", "any_route"), [((), False), ((socket.AF_INET6,), True), ((socket.AF_INET,), True)])
def test_whether_there_is_any_way_out(
    monkeypatch: pytest.MonkeyPatch, ways: tuple[socket.AddressFamily, ...], any_route: bool
) -> None:
    class Probe:
        def __init__(self, family: socket.AddressFamily, _kind: int) -> None:
            self.family = family

        def connect(self, _place: object) -> None:
            if self.family not in ways:
                raise OSError(errno.ENETUNREACH, "no route")

        def __enter__(self) -> "Probe":
            return self

        def __exit__(self, *_: object) -> None:
            return None

    monkeypatch.setattr(socket, "socket", Probe)
    assert network._any_route() is any_route


async def test_an_address_that_fails_in_a_way_of_its_own_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    async def found(_host: str, _port: int) -> list[str]:
        return ["192.0.2.1", "192.0.2.2"]

    async def fails(*_: object, **__: object) -> None:
        raise httpcore.ConnectError("odd")

    backend = _Backend(found, True)
    monkeypatch.setattr(backend._sockets, "connect_tcp", fails)
    with pytest.raises(FetchError, match=r"^news.example cannot be reached$") as caught:
        await backend.connect_tcp("news.example", 443)
    assert caught.value.unreached


async def test_a_name_service_that_does_not_answer_costs_its_time_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(_host: str, _port: int) -> list[str]:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(network, "CONNECT_SECONDS", 0.01)
    fetcher = Fetcher(version="1", resolve=never)
    assert (await sentence(fetcher, FEED)).startswith("news.example did not answer within")


async def test_names_are_looked_up_and_numbers_are_not() -> None:
    assert await _resolve("[::1]", 80) == ["::1"]
    assert set(await _resolve("localhost", 80)) <= {"127.0.0.1", "::1"}


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


async def test_what_may_have_been_done_is_not_asked_for_twice() -> None:
    async with Loopback({"/": Answer("words"), "/do": b""}) as server:
        fetcher = Fetcher(version="1")
        await fetcher.get(server.url, trusted=True)
        with pytest.raises(FetchError, match="broke off"):
            await fetcher.send(f"{server.url}/do", b"a=1", trusted=True)
        assert [path for path, _ in server.seen] == ["/", "/do"]
        await fetcher.aclose()


async def test_a_port_where_nobody_listens_is_said() -> None:
    async with Loopback({}) as server:
        port = server.port
    fetcher = Fetcher(version="1")
    said = await sentence(fetcher, f"http://127.0.0.1:{port}/", trusted=True)
    assert said == f"127.0.0.1 refused the connection on port {port}"
    await fetcher.aclose()


async def test_who_cannot_prove_who_it_is_gets_no_request() -> None:
    async with Loopback({"/": Answer("words")}, tls=tls()) as server:
        fetcher = Fetcher(version="1")
        said = await sentence(fetcher, server.url, trusted=True)
        assert said.startswith(f"127.0.0.1:{server.port} does not prove who it is (self-signed certificate)")
        assert f'certificate = "sha256:…" under [sites."127.0.0.1:{server.port}"]' in said
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


async def anywhere(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


async def test_many_hosts_do_not_keep_many_connections_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.fetching.network._KEPT_OPEN", 2)
    async with Loopback({"/": Answer("words")}) as server:
        names = [f"news{number}.example" for number in range(5)]
        fetcher = Fetcher(version="1", resolve=anywhere)
        for name in names:
            await fetcher.get(f"http://{name}:{server.port}/", trusted=True)
        await fetcher.get(f"http://news0.example:{server.port}/", trusted=True)
        assert server.connections == 6
        await fetcher.get(f"http://news0.example:{server.port}/", trusted=True)
        assert server.connections == 6
        await fetcher.aclose()


async def test_a_slow_answer_is_not_broken_off_because_many_other_hosts_are_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.fetching.network._KEPT_OPEN", 2)
    asked, others_are_done = asyncio.Event(), asyncio.Event()

    async def after_the_others() -> Answer:
        asked.set()
        await others_are_done.wait()
        return Answer("late words")

    async with Loopback(lambda path, _: after_the_others() if path == "/slow" else Answer("words")) as server:
        fetcher = Fetcher(version="1", resolve=anywhere)
        slow = asyncio.create_task(fetcher.get(f"http://slow.example:{server.port}/slow", trusted=True))
        await asked.wait()
        for number in range(5):
            await fetcher.get(f"http://news{number}.example:{server.port}/", trusted=True)
        others_are_done.set()
        assert (await slow).body == b"late words"
        await fetcher.aclose()


# Connections


class Fed(httpcore.AsyncNetworkStream):
    """A connection on which these bytes come, piece by piece."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = list(pieces)
        self.sent = b""

    async def read(self, _max_bytes: int, _timeout: float | None = None) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""

    async def write(self, buffer: bytes, _timeout: float | None = None) -> None:
        self.sent += buffer


async def came(stream: _Stream) -> list[bytes]:
    """What is read of a stream, at most nine bytes at a time."""
    return [part async for part in _parts(stream)]


async def _parts(stream: _Stream) -> AsyncIterator[bytes]:
    while part := await stream.read(9):
        yield part


ODD = b"HTTP/1.1 200 OK\r\nPHP Warning\r\nA: b\r\n\r\n"
EVEN = b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n"


@pytest.mark.parametrize(
    ("pieces", "read"),
    [
        ((ODD + b"words",), EVEN + b"words"),
        ((ODD[:20], ODD[20:-1], ODD[-1:] + b"wor", b"ds"), EVEN + b"words"),
        ((b"HTTP/1.1 103 Early\r\nodd\r\n\r\n", ODD), b"HTTP/1.1 103 Early\r\n\r\n" + EVEN),
        ((b"SSH-2.0\r\n\r\n",), b"SSH-2.0\r\n\r\n"),
        ((b"HTTP/1.1 200 OK\r\nodd line",), b"HTTP/1.1 200 OK\r\nodd line"),
        ((), b""),
    ],
    ids=["at once", "in pieces", "announced", "no HTTP", "cut off", "nothing"],
)
async def test_a_head_is_handed_on_as_it_can_be_read_however_it_comes(pieces: tuple[bytes, ...], read: bytes) -> None:
    stream = _Stream(Fed(*pieces))
    await stream.write(b"GET / HTTP/1.1\r\n\r\n")
    assert b"".join(await came(stream)) == read


async def test_a_head_that_is_longer_than_any_is_handed_on_as_it_is() -> None:
    stream = _Stream(Fed(b"HTTP/1.1 200 OK\r\nodd\r\n" + b"x" * 70_000, b"\r\n\r\n"))
    await stream.write(b"GET / HTTP/1.1\r\n\r\n")
    assert b"".join(await came(stream)).startswith(b"HTTP/1.1 200 OK\r\nodd\r\n")


async def test_what_follows_an_answer_or_is_of_another_protocol_is_not_looked_at() -> None:
    inner = Fed(ODD)
    stream = _Stream(inner, plain=False)
    await stream.write(b"PRI")
    assert await stream.read(1_000) == ODD
    assert inner.sent == b"PRI"
    assert await _Stream(Fed(ODD)).read(1_000) == ODD  # nothing was asked


class Dialled(httpcore.AsyncNetworkBackend):
    """Sockets that fail in their ways, one after another, and then connect."""

    def __init__(self, *failures: Exception) -> None:
        self._failures = list(failures)
        self.tried: list[tuple[str, float | None]] = []

    async def connect_tcp(  # type: ignore[override] # as it is called here
        self,
        host: str,
        _port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        self.tried.append((host, timeout))
        if self._failures:
            raise self._failures.pop(0)
        return Fed(EVEN)


def dialling(sockets: Dialled, *places: str) -> _Backend:
    async def found(_host: str, _port: int) -> list[str]:
        return list(places)

    backend = _Backend(found, True)
    backend._sockets = sockets
    return backend


async def test_a_first_address_that_swallows_packets_leaves_time_for_the_next() -> None:
    sockets = Dialled(httpcore.ConnectTimeout())
    await dialling(sockets, "2001:db8::1", "192.0.2.1").connect_tcp("news.example", 443)
    assert sockets.tried == [("2001:db8::1", 3.0), ("192.0.2.1", None)]


async def test_of_many_addresses_the_first_few_are_tried() -> None:
    sockets = Dialled(*(httpcore.ConnectError() for _ in range(9)))
    with pytest.raises(FetchError, match="cannot be reached"):
        await dialling(sockets, *(f"192.0.2.{number}" for number in range(9))).connect_tcp("news.example", 443)
    assert len(sockets.tried) == 6


@pytest.mark.parametrize(
    ("number", "said", "offline", "unreached"),
    [
        (errno.ENETUNREACH, "there is no network", True, False),
        (errno.ENETDOWN, "there is no network", True, False),
        (errno.ECONNREFUSED, "news.example refused the connection on port 443", False, True),
        (errno.EHOSTUNREACH, "news.example cannot be reached", False, True),
    ],
)
async def test_why_nobody_is_there_stands_in_the_causes(number: int, said: str, offline: bool, unreached: bool) -> None:
    error = httpcore.ConnectError()
    error.__context__ = OSError("without a number")
    error.__context__.__cause__ = OSError(number, "why")
    with pytest.raises(FetchError) as caught:
        await dialling(Dialled(error), "192.0.2.1").connect_tcp("news.example", 443)
    assert (str(caught.value), caught.value.offline, caught.value.unreached) == (said, offline, unreached)


async def test_a_proxy_is_connected_to_wherever_it_stands() -> None:
    async with Loopback({"/": Answer("words")}) as server:
        stream = await _Backend(None, False).connect_tcp("127.0.0.1", server.port)
        await stream.write(b"GET / HTTP/1.1\r\n\r\n")
        assert (await stream.read(1_000)).startswith(b"HTTP/1.1 200 ")
        await stream.aclose()


# Addresses


@pytest.mark.parametrize(
    ("url", "home", "asked"),
    [
        ("http://nas:8080/feed", "nas", True),
        ("http://nas:8080/feed", "NAS:8080", True),
        ("http://nas:8080/feed", "nas:80", False),
        ("http://nas/feed", "printer", False),
        ("http://[::1]:80/", "[::1]", True),
        ("http://[::1]:80/", "::1", True),
    ],
)
def test_a_private_host_that_a_person_allows_may_be_asked(url: str, home: str, asked: bool) -> None:
    assert network.is_home(url, ["another", home]) is asked
    if asked:
        assert network.checked_host(url, False, [home]) == address.host(url)
    else:
        with pytest.raises(FetchError, match="private network"):
            network.checked_host(url, False, [home])
    assert network.checked_host(url, True) == address.host(url)


@pytest.mark.parametrize(
    ("named", "url", "proxy"),
    [
        ({"http": "proxy.example:3128"}, "http://news.example/", "http://proxy.example:3128"),
        ({"http": "http://proxy.example"}, "https://news.example/", ""),
        ({"all": "https://proxy.example"}, "https://news.example/", "https://proxy.example"),
        ({"https": "http://a.example", "all": "http://b.example"}, "https://news.example/", "http://a.example"),
        ({"http": "http://proxy.example"}, "http://home.example/", ""),
        ({}, "http://news.example/", ""),
    ],
)
def test_the_environment_names_a_proxy_by_the_kind_of_address(
    monkeypatch: pytest.MonkeyPatch, named: dict[str, str], url: str, proxy: str
) -> None:
    monkeypatch.setattr(network, "getproxies", lambda: named)
    monkeypatch.setattr(network, "proxy_bypass", lambda host: host == "home.example")
    assert network.system_proxy(url) == proxy


async def test_each_way_to_a_host_has_connections_of_its_own() -> None:
    async with Loopback({"/": Answer("words"), "http://news.example/": Answer("through")}) as server:
        fetcher = Fetcher(version="1", resolve=anywhere)
        through = RequestOptions(proxy=server.url)
        assert (await fetcher.get("http://news.example/", options=through)).body == b"through"
        direct = f"http://news.example:{server.port}/"
        assert (await fetcher.get(direct, trusted=True)).body == b"words"
        assert "private network" in await sentence(fetcher, direct)
        socks = RequestOptions(proxy="socks5://127.0.0.1:1")
        assert "is not an http or https address" in await sentence(fetcher, direct, options=socks)
        assert server.connections == 2
        await fetcher.aclose()
