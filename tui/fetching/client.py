"""Pages from the network, asked for politely: conditionally, one at a time per host, never more than the reader would want.

`Fetcher.get` gives a `Page` or raises a `FetchError` with one sentence. RFC 9110 (HTTP semantics) is meant where a section is named.
"""

import asyncio
import errno
import io
import socket
import ssl
import zlib
from base64 import b64encode
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

import brotli  # type: ignore[import-untyped] # it has no stubs
import httpcore
import httpx
import zstandard

from tui import address, text
from tui.errors import FetchError
from tui.model import Manners, Validators
from tui.values import replace

NOWHERE = "https://broadsheet.invalid/"
"""What stands for the program's home page until it has one: .invalid never leads astray (RFC 2606)."""

BODY_BYTES = 15_000_000
"""The largest body that is taken, as it comes and after decompression."""
CONNECT_SECONDS = 10.0
WHOLE_SECONDS = 30.0
REDIRECTS = 10
AT_ONCE = 8
"""Requests in all at one moment; the last place is kept for what a person waits for."""
LONGEST_HOLD = timedelta(hours=24)
LONGEST_FRESH = 6 * 3600.0
"""Seconds for which Cache-Control and Expires are believed."""

_KEPT_OPEN = 64
_ACCEPT = (
    "text/html, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
)
_NO_NAMES = {socket.EAI_AGAIN, socket.EAI_FAIL}

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""A name service: host and port to literal addresses; OSError (socket.gaierror) where it has none."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server gave. `url` is the address after redirects; `body` is decompressed, and empty where nothing has changed (304)."""

    url: str
    status: int
    body: bytes = b""
    content_type: str = ""
    link_header: str = ""
    validators: Validators = Validators()
    """For the next request; `digest` is not filled in."""
    moved_to: str = ""
    """Where every redirect on the way was permanent (301, 308): the address to use from now on; "" otherwise."""
    fresh_for: float = 0.0
    """Seconds for which the server says that this will not change (Cache-Control, Expires; RFC 9111, 4.2.1), at most six hours."""

    @property
    def unchanged(self) -> bool:
        """The validators of the request still hold (304): there is no body."""
        return self.status == HTTPStatus.NOT_MODIFIED


class Fetcher:
    """Asks for pages, as the program of this `version` that `home` tells a site's people about. `transport` stands in for the network, `resolve` for the name service; `clock` tells the time."""

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None = None,
        *,
        version: str,
        home: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        resolve: Resolve | None = None,
    ) -> None:
        self._transport = transport or _Network(resolve or _resolve)
        self._user_agent = f"Broadsheet/{version} (+{home or NOWHERE})"
        self._clock = clock
        self._turns = _Turns()
        self._held: dict[str, tuple[datetime, int]] = {}

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

    async def get(
        self,
        url: str,
        *,
        validators: Validators = Validators(),  # noqa: B008 - frozen
        manners: Manners = Manners(),  # noqa: B008 - frozen
        urgent: bool = False,
        trusted: bool = False,
        from_url: str = "",
        redirects: int = REDIRECTS,
    ) -> Page:
        """The page at an http or https address.

        `urgent` goes before what waits for the same host. This machine and private networks are asked only where `trusted` (a
        person typed or imported the address); where `from_url` led here only on its host, and only where that one was `trusted` or
        is private by its very name. Raises FetchError; a status of 400 or more is one.
        """
        own = trusted
        if from_url:
            private = trusted or address.is_private_name(urlsplit(from_url).hostname or "")
            own = private and address.host(url) == address.host(from_url)
        seconds = asyncio.get_running_loop().time
        here, moved_to, left = url, "", WHOLE_SECONDS
        for hop in range(redirects + 1):
            host = _checked_host(here, private=own and address.host(here) == address.host(url))
            async with self._turns.take(host, urgent):
                self._refuse_if_held(host)
                began = seconds()
                try:
                    async with asyncio.timeout(max(left, 0.0)):
                        answer = await self._ask(here, url, validators, manners, own)
                except TimeoutError:
                    raise FetchError(f"{_shown(here)} did not answer within {WHOLE_SECONDS:.0f} seconds") from None
                left -= seconds() - began
                self._hold_if_asked(host, answer)
            if answer.location and redirects:
                permanent = answer.status in (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
                here = address.join(here, answer.location).partition("#")[0]
                moved_to = here if permanent and (hop == 0 or moved_to) else ""
                continue
            return self._page(answer, here, moved_to, validators)
        raise FetchError(f"{_shown(url)} sends us from one address to the next without end")

    async def _ask(self, url: str, first: str, validators: Validators, manners: Manners, own: bool) -> "_Answer":
        """One request; what is personal (headers, authorisation) goes to the first address's host only."""
        at_home = address.host(url) == address.host(first)
        bare, auth = _without_userinfo(url)
        headers = [
            (b"host", _netloc(bare)),
            (b"user-agent", (manners.user_agent or self._user_agent).encode("latin-1", "replace")),
            (b"accept", _ACCEPT.encode()),
            (b"accept-encoding", b"gzip, deflate, br, zstd"),
        ]
        if validators.etag:
            headers.append((b"if-none-match", validators.etag.encode("latin-1")))
        if validators.modified:
            headers.append((b"if-modified-since", validators.modified.encode("latin-1")))
        if at_home and (auth or manners.auth):
            user, password = auth or manners.auth or ("", "")
            headers.append((b"authorization", b"Basic " + b64encode(f"{user}:{password}".encode())))
        if at_home and manners.headers:
            own_names = {name.lower().encode("latin-1", "replace") for name, _ in manners.headers}
            headers = [(name, value) for name, value in headers if name not in own_names]
            headers += [
                (n.lower().encode("latin-1", "replace"), v.encode("latin-1", "replace")) for n, v in manners.headers
            ]
        extensions = {
            "timeout": {"connect": CONNECT_SECONDS},
            "private": own and at_home,
            "proxy": manners.proxy or _system_proxy(bare),
        }
        try:
            request = httpx.Request("GET", bare, headers=headers, extensions=extensions)
        except (httpx.InvalidURL, ValueError):
            raise FetchError(f"{_shown(url)} stands in an address that cannot be read") from None
        try:
            return await self._read(request)
        except httpcore.TimeoutException:
            raise FetchError(f"{_shown(url)} did not answer within {CONNECT_SECONDS:.0f} seconds") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
            raise FetchError(_broken(url, error)) from error

    async def _read(self, request: httpx.Request) -> "_Answer":
        response = await self._transport.handle_async_request(request)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        status, headers = response.status_code, response.headers
        location = headers.get("location", "") if status in (301, 302, 303, 307, 308) else ""
        wanted = 200 <= status < 300
        try:
            raw = await _taken(response.stream, BODY_BYTES if wanted else 65_536, wanted)
        except _TooLargeError:
            raise FetchError(
                f"{_shown(str(request.url))} sends more than {BODY_BYTES // 1_000_000} MB", status=status
            ) from None
        finally:
            await response.stream.aclose()
        body = b""
        if wanted:
            try:
                body = _decoded(raw, headers.get("content-encoding", ""))
            except _TooLargeError:
                raise FetchError(
                    f"{_shown(str(request.url))} sends more than {BODY_BYTES // 1_000_000} MB", status=status
                ) from None
            except _UndecodableError:
                raise FetchError(
                    f"{_shown(str(request.url))} sends what cannot be decompressed", status=status
                ) from None
        return _Answer(status, location, body, headers)

    def _page(self, answer: "_Answer", url: str, moved_to: str, asked: Validators) -> Page:
        headers = answer.headers
        if answer.status >= 300 and answer.status != HTTPStatus.NOT_MODIFIED:
            held = self._held.get(address.host(url))
            wait = (held[0] - self._clock()).total_seconds() if held else None
            raise FetchError(
                f"{_shown(url)} answers {_status_in_words(answer.status)}", status=answer.status, retry_after=wait
            )
        if answer.status == HTTPStatus.NOT_MODIFIED:
            validators = replace(
                asked,
                etag=_raw(headers, "etag") or asked.etag,
                modified=_raw(headers, "last-modified") or asked.modified,
            )
        else:
            validators = Validators(_raw(headers, "etag"), _raw(headers, "last-modified"), since=self._clock())
        return Page(
            url=url,
            status=answer.status,
            body=answer.body,
            content_type=headers.get("content-type", ""),
            link_header=headers.get("link", ""),
            validators=validators,
            moved_to=moved_to,
            fresh_for=_fresh_for(headers, self._clock()),
        )

    def _hold_if_asked(self, host: str, answer: "_Answer") -> None:
        if answer.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
            until = _retry_after(answer.headers, self._clock())
            if until:
                self._held[host] = until, answer.status

    def _refuse_if_held(self, host: str) -> None:
        until, status = self._held.get(host, (None, 0))
        if until is None:
            return
        wait = (until - self._clock()).total_seconds()
        if wait <= 0:
            del self._held[host]
            return
        raise FetchError(
            f"{text.line(host)} asks to be left alone for {_duration(wait)}", status=status, retry_after=wait
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    """One response, read."""

    status: int
    location: str
    body: bytes
    headers: httpx.Headers


class _TooLargeError(Exception):
    """More than is taken."""


class _UndecodableError(Exception):
    """Not the compression that it says."""


class _Turns:
    """Whose turn it is: one request at a time per host, AT_ONCE in all, a person's before the others."""

    def __init__(self) -> None:
        self._busy: set[str] = set()
        self._urgent: dict[str, deque[asyncio.Future[None]]] = {}
        self._patient: dict[str, deque[asyncio.Future[None]]] = {}

    @asynccontextmanager
    async def take(self, host: str, urgent: bool) -> AsyncIterator[None]:
        queue = self._urgent if urgent else self._patient
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.setdefault(host, deque()).append(turn)
        self._call_next()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self._leave(host)
            elif turn in queue.get(host, ()):
                queue[host].remove(turn)
                if not queue[host]:
                    del queue[host]
            raise
        try:
            yield
        finally:
            self._leave(host)

    def _leave(self, host: str) -> None:
        self._busy.discard(host)
        self._call_next()

    def _call_next(self) -> None:
        for queue, places in ((self._urgent, AT_ONCE), (self._patient, AT_ONCE - 1)):
            while len(self._busy) < places:
                host = next((host for host in queue if host not in self._busy), None)
                if host is None:
                    break
                turns = queue.pop(host)
                turn = turns.popleft()
                if turns:
                    queue[host] = turns  # at the end: every host in its turn
                if not turn.cancelled():  # whoever waited may have stopped just now, and not have noticed yet
                    turn.set_result(None)
                    self._busy.add(host)


class _Network(httpx.AsyncBaseTransport):
    """The real network: a pool per origin, connections that are checked before they are made."""

    def __init__(self, resolve: Resolve) -> None:
        self._backends = {private: _Backend(resolve, private) for private in (True, False)}
        self._pools: OrderedDict[tuple[str, bool, str], httpcore.AsyncConnectionPool] = OrderedDict()
        self._tls: ssl.SSLContext | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        pool = await self._pool(url, request.extensions["private"], request.extensions["proxy"])
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        used_before = bool(pool.connections)
        asked = httpcore.Request("GET", target, headers=request.headers.raw, extensions=request.extensions)
        try:
            answer = await pool.handle_async_request(asked)
        except (httpcore.RemoteProtocolError, httpcore.ReadError):
            if not used_before:
                raise
            answer = await pool.handle_async_request(asked)  # the server had closed the connection that we kept open
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    async def aclose(self) -> None:
        while self._pools:
            await self._pools.popitem()[1].aclose()

    async def _pool(self, url: httpx.URL, private: bool, proxy: str) -> httpcore.AsyncConnectionPool:
        key = f"{url.scheme}://{url.netloc.decode('ascii')}", private, proxy
        pool = self._pools.get(key)
        if pool is None:
            if url.scheme == "https" and self._tls is None:
                self._tls = httpx.create_ssl_context()
                self._tls.load_default_certs()
            if proxy and address.split(proxy)[0] not in ("http", "https"):
                raise FetchError("the proxy that is configured is no http or https address")
            pool = httpcore.AsyncConnectionPool(
                ssl_context=self._tls,
                http2=True,
                keepalive_expiry=30.0,
                proxy=httpcore.Proxy(proxy) if proxy else None,
                # A proxy resolves names itself: behind one, only names that are private by themselves are refused.
                network_backend=httpcore.AnyIOBackend() if proxy else self._backends[private],
            )
            self._pools[key] = pool
            if len(self._pools) > _KEPT_OPEN:
                await self._pools.popitem(last=False)[1].aclose()  # the longest unused: never one of AT_ONCE
        self._pools.move_to_end(key)
        return pool


def home_page(package: str = "broadsheet") -> str:
    """The program's home page, as its installed package names it ([project.urls]); "" where it names none."""
    from importlib import metadata

    try:
        named = metadata.metadata(package).get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""  # a checkout that is not installed
    pages = {label.strip().lower(): url.strip() for label, _, url in (row.partition(",") for row in named)}
    return next((address.clean(pages[label]) for label in ("homepage", "source", "repository") if label in pages), "")


class _Stream(httpx.AsyncByteStream):
    """The body of a response, as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._answer.aiter_stream()

    async def aclose(self) -> None:
        await self._answer.aclose()


class _Backend(httpcore.AsyncNetworkBackend):
    """Connections to addresses that were looked at first: what is checked is what is connected to, whatever the name says later."""

    def __init__(self, resolve: Resolve, private: bool) -> None:
        self._resolve = resolve
        self._private = private
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: object = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                found = await self._resolve(host, port)
                if not self._private and any(address.is_private_name(each) for each in found):
                    raise FetchError(_refusal(host))
                return await self._connect(host, port, found)
        except TimeoutError:
            raise httpcore.ConnectTimeout from None
        except socket.gaierror as error:
            if error.errno in _NO_NAMES or not _any_route():
                raise FetchError("there is no network", offline=True) from error
            raise FetchError(f"there is no host called {text.line(host)}") from error

    async def _connect(self, host: str, port: int, found: list[str]) -> httpcore.AsyncNetworkStream:
        failed: Exception | None = None
        for place in found[:6]:
            try:
                # A first address that swallows packets (IPv6 without a way out) must not use up the time of the second.
                return await self._sockets.connect_tcp(place, port, timeout=None if place == found[-1] else 3.0)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        match _number(failed):
            case errno.ENETUNREACH | errno.ENETDOWN:
                raise FetchError("there is no network", offline=True) from failed
            case errno.ECONNREFUSED:
                raise FetchError(f"{text.line(host)} accepts no connection on port {port}") from failed
            case _:
                raise FetchError(f"{text.line(host)} cannot be reached") from failed


def _number(error: BaseException | None) -> int:
    """The system's number of what failed, which stands in the causes; 0 where there is none."""
    while error is not None and not (isinstance(error, OSError) and error.errno):
        error = error.__cause__ or error.__context__
    return error.errno or 0 if isinstance(error, OSError) else 0


async def _resolve(host: str, port: int) -> list[str]:
    try:
        return [str(ip_address(host.strip("[]")))]
    except ValueError:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(each[4][0]) for each in found))


def _any_route() -> bool:
    """Whether packets could leave this machine at all (nothing is sent: a datagram socket is only given an address)."""
    for family, place in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((place, 9))
                return True
        except OSError:
            continue
    return False


def _checked_host(url: str, private: bool) -> str:
    """The host of an address that may be asked; FetchError for one that may not."""
    scheme, host, _, _ = address.split(url)
    if scheme not in ("http", "https") or not host:
        raise FetchError(f"{text.shorten(url, 80) or 'nothing'} is no address on the web")
    name = urlsplit(url.strip()).hostname or ""
    if not private and address.is_private_name(name):
        raise FetchError(_refusal(name))
    return host


def _refusal(host: str) -> str:
    return f"{text.line(host)} is on this machine or a private network, and only a link or a redirect leads there"


def _shown(url: str) -> str:
    return text.line(address.host(url))


def _netloc(url: str) -> bytes:
    return address.host(url).encode("ascii", "replace")


def _without_userinfo(url: str) -> tuple[str, tuple[str, str] | None]:
    """An address without the name and password in it, and these."""
    parts = urlsplit(url.strip())
    userinfo, at, place = parts.netloc.rpartition("@")
    bare = urlunsplit((parts.scheme, place, parts.path or "/", parts.query, ""))
    user, _, password = userinfo.partition(":")
    return bare, (unquote(user), unquote(password)) if at else None


def _system_proxy(url: str) -> str:
    """The proxy that the environment names for an address, or ""."""
    proxies = getproxies()
    if not proxies:
        return ""
    parts = urlsplit(url)
    proxy = proxies.get(parts.scheme) or proxies.get("all") or ""
    return "" if not proxy or proxy_bypass(parts.hostname or "") else proxy if "//" in proxy else f"http://{proxy}"


async def _taken(stream: httpx.AsyncByteStream, limit: int, wanted: bool) -> bytes:
    """The body as it is sent. Of one that is not wanted only a little, so that the connection can be used again."""
    taken = bytearray()
    async for part in stream:
        taken += part
        if len(taken) > limit:
            if wanted:
                raise _TooLargeError
            break
    return bytes(taken)


def _decoded(raw: bytes, codings: str) -> bytes:
    """A body without its content codings (RFC 9110, 8.4), never larger than BODY_BYTES on the way."""
    layers = [layer.strip().lower() for layer in codings.split(",") if layer.strip()]
    if len(layers) > 3:
        raise _UndecodableError
    for layer in reversed(layers):
        try:
            raw = _one_layer(raw, layer)
        except (zlib.error, brotli.error, zstandard.ZstdError) as error:
            raise _UndecodableError from error
        if len(raw) > BODY_BYTES:
            raise _TooLargeError
    return raw


def _one_layer(raw: bytes, coding: str) -> bytes:
    if not raw:
        return raw
    match coding:
        case "gzip" | "x-gzip":
            return _gunzipped(raw)
        case "deflate":
            bits = zlib.MAX_WBITS if raw[0] & 0x0F == 8 and int.from_bytes(raw[:2]) % 31 == 0 else -zlib.MAX_WBITS
            return zlib.decompressobj(bits).decompress(raw, BODY_BYTES + 1)
        case "br":
            unpacking = brotli.Decompressor()
            parts = [unpacking.process(raw, output_buffer_limit=BODY_BYTES + 1)]
            while not unpacking.is_finished() and sum(map(len, parts)) <= BODY_BYTES:
                part = unpacking.process(b"", output_buffer_limit=BODY_BYTES + 1)
                if not part:
                    break
                parts.append(part)
            return b"".join(parts)
        case "zstd":
            with zstandard.ZstdDecompressor(max_window_size=1 << 25).stream_reader(
                io.BytesIO(raw), read_across_frames=True
            ) as reader:
                return reader.read(BODY_BYTES + 1)
        case _:
            return raw  # "identity", or what is no coding at all ("utf-8", "none"), which browsers take as it is too


def _gunzipped(raw: bytes) -> bytes:
    """Every member of a gzip file; what stands behind the last one is ignored, and a cut-off one is taken as far as it goes."""
    whole = b""
    while raw[:2] == b"\x1f\x8b" and len(whole) <= BODY_BYTES:
        member = zlib.decompressobj(31)
        whole += member.decompress(raw, BODY_BYTES + 1 - len(whole))
        raw = member.unused_data
    if not whole and raw:
        raise _UndecodableError
    return whole


def _raw(headers: httpx.Headers, name: str) -> str:
    """A header byte for byte, one character a byte."""
    wanted = name.encode()
    return next((value.decode("latin-1") for key, value in headers.raw if key.lower() == wanted), "")


def _retry_after(headers: httpx.Headers, now: datetime) -> datetime | None:
    """Until when the host asks to be left alone (RFC 9110, 10.2.3), at most LONGEST_HOLD ahead."""
    given = headers.get("retry-after", "").strip()
    if given.isascii() and given.isdigit():
        return now + min(timedelta(seconds=int(given[:9])), LONGEST_HOLD)
    moment = _http_date(given)
    return min(moment, now + LONGEST_HOLD) if moment else None


def _fresh_for(headers: httpx.Headers, now: datetime) -> float:
    given = (part.partition("=") for part in headers.get("cache-control", "").lower().split(","))
    directives = {name.strip(): value.strip('" ') for name, _, value in given}
    if "no-cache" in directives or "no-store" in directives:
        return 0.0
    age = headers.get("age", "")
    spent = float(age[:9]) if age.isascii() and age.isdigit() else 0.0
    longest = directives.get("max-age", "")
    if longest.isascii() and longest.isdigit():
        return max(0.0, min(float(longest[:9]) - spent, LONGEST_FRESH))
    expires = _http_date(headers.get("expires", ""))
    if expires is None:
        return 0.0
    dated = _http_date(headers.get("date", "")) or now
    return max(0.0, min((expires - dated).total_seconds() - spent, LONGEST_FRESH))


def _http_date(given: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(given)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError, TypeError):
        return None


def _broken(url: str, error: Exception) -> str:
    """What broke on the way, in a sentence."""
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"{_shown(url)} does not prove who it is ({text.line(cause.verify_message)})"
    if isinstance(cause, ssl.SSLError):
        return f"{_shown(url)} cannot agree with us on encryption"
    if isinstance(error, httpcore.ProxyError):
        return f"the proxy does not lead to {_shown(url)}"
    if isinstance(error, httpcore.ConnectError):
        return f"{_shown(url)} cannot be reached"
    return f"{_shown(url)} broke off in the middle of its answer"


def _status_in_words(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _duration(seconds: float) -> str:
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size * 1.5:
            return f"{seconds / size:.0f} {name}s"
    return f"{max(2, round(seconds))} seconds"
