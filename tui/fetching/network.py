"""The way to a server: which addresses may be asked, names resolved and checked, connections made, and what broke on
the way in words."""

import asyncio
import errno
import re
import socket
import ssl
from base64 import b64decode
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from hashlib import sha256
from hmac import compare_digest
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from tui import address, text
from tui.errors import FetchError

CONNECT_SECONDS = 10.0

_KEPT_OPEN = 64
"""Origins to which connections are kept open."""
_HEAD_BYTES = 65_536
"""What the head of an answer is looked through for odd lines; h11 refuses more than that itself."""
_NO_NAMES = {socket.EAI_AGAIN, socket.EAI_FAIL}

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""A name service: host and port to literal addresses; OSError (socket.gaierror) where it has none."""


class Network(httpx.AsyncBaseTransport):
    """The real network: a pool per origin, connections that are checked before they are made.

    A request's extensions say how: `private` (it may be on a private network), `proxy` (an address, or ""),
    `certificate` (the one that is believed there instead of those that the system vouches for: "sha256:" and
    hexadecimal digits; or "")."""

    def __init__(self, resolve: Resolve | None = None) -> None:
        self._resolve = resolve or _resolve
        self._backends = {private: _Backend(self._resolve, private) for private in (True, False)}
        self._pools: OrderedDict[tuple[str, bool, str, str], httpcore.AsyncConnectionPool] = OrderedDict()
        self._tls: ssl.SSLContext | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to one request. Raises FetchError, and httpcore's errors where the way breaks."""
        url, asked_for = request.url, request.extensions
        pool = await self._pool(url, asked_for["private"], asked_for["proxy"], asked_for.get("certificate", ""))
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        used_before = bool(pool.connections)
        asked = httpcore.Request(
            request.method,
            target,
            headers=request.headers.raw,
            content=request.content or None,
            extensions=request.extensions,
        )
        try:
            answer = await pool.handle_async_request(asked)
        except (httpcore.RemoteProtocolError, httpcore.ReadError):
            if not used_before or request.method != "GET":
                raise  # a POST may already have taken effect
            answer = await pool.handle_async_request(asked)  # the server had closed the connection that we kept open
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    async def aclose(self) -> None:
        """Close the connections."""
        while self._pools:
            await self._pools.popitem()[1].aclose()

    async def _pool(self, url: httpx.URL, private: bool, proxy: str, pin: str) -> httpcore.AsyncConnectionPool:
        key = f"{url.scheme}://{url.netloc.decode('ascii')}", private, proxy, pin
        pool = self._pools.get(key)
        if pool is None:
            if proxy and address.split(proxy)[0] not in ("http", "https"):
                raise FetchError("the configured proxy is not an http or https address")
            # A proxy resolves names itself: behind one, only names that are private by themselves are refused.
            backend = _Backend(None, True) if proxy else self._backends[private]
            pool = httpcore.AsyncConnectionPool(
                ssl_context=self._context(pin) if url.scheme == "https" else None,
                http2=True,
                keepalive_expiry=30.0,
                proxy=httpcore.Proxy(proxy) if proxy else None,
                network_backend=backend,
            )
            self._pools[key] = pool
            await self._close_surplus(key)
        self._pools.move_to_end(key)
        return pool

    async def _close_surplus(self, wanted: tuple[str, bool, str, str]) -> None:
        """Close the connections that were asked for the longest ago, and that nothing comes over now: a slow answer,
        or an episode of an hour, is not broken off because many other hosts were asked meanwhile."""
        surplus = len(self._pools) - _KEPT_OPEN
        idle = [key for key, pool in self._pools.items() if key != wanted and not _in_use(pool)]
        for pool in [self._pools.pop(key) for key in idle[: max(surplus, 0)]]:
            await pool.aclose()

    def _context(self, pin: str) -> ssl.SSLContext:
        """How a server proves who it is: by the authorities that are trusted here, or by the one certificate of a
        pin."""
        if pin:
            return _Pinned.to(pin)
        if self._tls is None:
            self._tls = httpx.create_ssl_context()
            self._tls.load_default_certs()
        return self._tls


def _in_use(pool: httpcore.AsyncConnectionPool) -> bool:
    """Whether a connection is being made, or an answer comes over one."""
    return not all(each.is_idle() or each.is_closed() for each in pool.connections)


class _Body(httpx.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._answer.aiter_stream()

    async def aclose(self) -> None:
        await self._answer.aclose()


# Certificates


class _Pinned(ssl.SSLContext):
    """Believes one certificate, whoever signed it: for a server at home that vouches for itself."""

    digest: bytes

    @classmethod
    def to(cls, pin: str) -> "_Pinned":
        context = cls(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # `check` does it instead, before a byte is sent
        context.digest = bytes.fromhex(pin.partition(":")[2].replace(":", ""))
        return context

    def check(self, stream: httpcore.AsyncNetworkStream, host: str) -> None:
        """FetchError where another certificate is shown."""
        shown = stream.get_extra_info("ssl_object").getpeercert(binary_form=True) or b""
        found = sha256(shown).digest()
        if not compare_digest(found, self.digest):
            raise FetchError(
                f"{text.line(host)} shows another certificate than the one in config.toml"
                f" (it shows sha256:{found.hex()})"
            )


def digest_of_pem(pem: str) -> str:
    """The pin of the first certificate in a PEM text, as the configuration writes it. Raises ValueError for a text
    without one."""
    body = pem.partition("-----BEGIN CERTIFICATE-----")[2].partition("-----END CERTIFICATE-----")[0]
    if not body:
        raise ValueError("there is no certificate in it")
    return f"sha256:{sha256(b64decode(body)).hexdigest()}"


# Connections


class _Backend(httpcore.AsyncNetworkBackend):
    """Connections to addresses that were looked at first: what is checked is what is connected to, whatever the name
    says later.

    Without `resolve` (to a proxy) the system looks the name up, and nothing is checked.
    """

    def __init__(self, resolve: Resolve | None, private: bool) -> None:
        self._resolve = resolve
        self._private = private
        self._sockets: httpcore.AsyncNetworkBackend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: object = None,
    ) -> httpcore.AsyncNetworkStream:
        if self._resolve is None:
            return _Stream(await self._sockets.connect_tcp(host, port, timeout=timeout))
        try:
            async with asyncio.timeout(timeout):
                found = await self._resolve(host, port)
                if not self._private and any(address.is_private_name(each) for each in found):
                    raise FetchError(refusal(host))
                return _Stream(await self._connect(host, port, found))
        except TimeoutError:
            raise httpcore.ConnectTimeout from None
        except socket.gaierror as error:
            if error.errno in _NO_NAMES or not _any_route():
                raise FetchError("there is no network", offline=True) from error
            raise FetchError(f"there is no host called {text.line(host)}") from error
        except UnicodeError as error:  # for what is not a name at all (RFC 1035, 2.3.4: labels of 1 to 63 letters)
            raise FetchError(f"there is no host called {text.shorten(host, 80)}") from error

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
                raise FetchError(f"{text.line(host)} refused the connection on port {port}", unreached=True) from failed
            case _:
                raise FetchError(f"{text.line(host)} cannot be reached", unreached=True) from failed


class _Stream(httpcore.AsyncNetworkStream):
    """A connection that hands on the head of each answer of HTTP/1 as h11 can read it, and checks a pinned
    certificate."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, *, plain: bool = True) -> None:
        self._inner = inner
        self._plain = plain
        """It speaks HTTP/1, as far as is known."""
        self._in_head = False
        self._held = b""
        self._left = b""

    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> bytes:
        while not self._left:
            data = await self._inner.read(max_bytes, timeout)
            if not self._in_head:
                return data
            self._held += data
            self._take_heads(ended=not data)
            if not data:
                break
        given, self._left = self._left[:max_bytes], self._left[max_bytes:]
        return given

    def _take_heads(self, ended: bool) -> None:
        """Hand on what has come of the head; and of the answer's own behind one that only announces it (100, 103)."""
        while self._in_head and (end := _HEAD_END.search(self._held)):
            head, self._held = self._held[: end.end()], self._held[end.end() :]
            self._in_head = head.partition(b" ")[2][:1] == b"1"
            self._left += readable(head)
        if ended or len(self._held) > _HEAD_BYTES or not b"HTTP".startswith(self._held[:4]):
            self._in_head = False
        if not self._in_head:
            self._left, self._held = self._left + self._held, b""

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        self._in_head = self._plain
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        inner = await self._inner.start_tls(ssl_context, server_hostname, timeout)
        if isinstance(ssl_context, _Pinned):
            try:
                ssl_context.check(inner, server_hostname or "")
            except FetchError:
                await inner.aclose()
                raise
        spoken = inner.get_extra_info("ssl_object").selected_alpn_protocol()
        return _Stream(inner, plain=spoken != "h2")

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


_HEAD_END = re.compile(rb"\n\r?\n")
_FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,256})[ \t]{0,8}:")
_UNPRINTABLE = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")


def readable(head: bytes) -> bytes:
    """The head of an answer without the lines that are no fields (a program's warning, printed too early); blanks
    before a colon go.

    Browsers and curl pass over such lines; h11 refuses the whole answer for them.
    """
    status, *rows = head.rstrip(b"\r\n").split(b"\n")
    kept = [status.rstrip(b"\r")]
    for row in rows:
        row = row.rstrip(b"\r")
        if row[:1] in (b" ", b"\t") and len(kept) > 1:
            kept[-1] += b" " + _UNPRINTABLE.sub(b"", row.strip())  # a field that goes on (RFC 9112, 5.2)
        elif field := _FIELD.match(row):
            kept.append(field[1] + b":" + _UNPRINTABLE.sub(b"", row[field.end() :]))
    return b"\r\n".join(kept) + b"\r\n\r\n"


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


# Addresses


def checked_host(url: str, private: bool, homes: Iterable[str] = ()) -> str:
    """The host of an address that may be asked; FetchError for one that may not. `homes` are private hosts that always
    may."""
    scheme, host, _, _ = address.split(url)
    if scheme not in ("http", "https") or not host:
        raise FetchError(f"{text.shorten(address.public(url), 80) or 'nothing'} is not an address on the web")
    name = urlsplit(url.strip()).hostname or ""
    if not private and address.is_private_name(name) and not is_home(url, homes):
        raise FetchError(refusal(name))
    return host


def is_home(url: str, homes: Iterable[str]) -> bool:
    """Whether an address stands on a private host that a person allows, named with or without its port."""
    host, name = address.host(url), urlsplit(url.strip()).hostname or ""
    return any(each.lower() in (host, name, f"[{name}]") for each in homes)


def refusal(host: str) -> str:
    """What is said of an address that is not asked, and what helps."""
    shown = text.line(host)
    return (
        f"{shown} is on this machine or a private network, and only a link or a redirect leads there"
        f' (private_hosts = ["{shown}"] in config.toml allows it)'
    )


def system_proxy(url: str) -> str:
    """The proxy that the environment names for an address, or ""."""
    proxies = getproxies()
    if not proxies:
        return ""
    parts = urlsplit(url)
    proxy = proxies.get(parts.scheme) or proxies.get("all") or ""
    return "" if not proxy or proxy_bypass(parts.hostname or "") else proxy if "//" in proxy else f"http://{proxy}"


def broken(url: str, error: Exception) -> FetchError:
    """What broke on the way, in a sentence."""
    shown = text.line(address.host(url))
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchError(
            f"{shown} does not prove who it is ({text.line(cause.verify_message)}); if it is your own server,"
            f' certificate = "sha256:…" under [sites."{shown}"] in config.toml names the one to believe'
        )
    if isinstance(cause, ssl.SSLError):
        return FetchError(f"{shown} cannot agree with us on encryption")
    if isinstance(error, httpcore.TimeoutException):
        return FetchError(f"{shown} did not answer within {CONNECT_SECONDS:.0f} seconds", unreached=True)
    if isinstance(error, httpcore.ProxyError):
        return FetchError(f"the proxy does not lead to {shown}")
    if isinstance(error, httpcore.ConnectError):
        return FetchError(f"{shown} cannot be reached", unreached=True)
    return FetchError(f"{shown} broke off in the middle of its answer")
