"""Pages from the network, asked for politely: conditionally, one at a time per host, never more than the reader would
want.

`Fetcher.get` gives a `Page` or raises a `FetchError` with one sentence. RFC 9110 (HTTP semantics) is meant where a
section is named."""

import asyncio
from base64 import b64encode
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

import httpcore
import httpx

from tui import address, credentials, jobs, log, text
from tui.errors import ConfigError, FetchError
from tui.fetching import network
from tui.fetching.coding import Body
from tui.fetching.hosts import Holds, Turns, duration, fresh_for
from tui.jobs import BODY_BYTES, RequestOptions, Validators
from tui.values import Value, replace

NOWHERE = "https://broadsheet.invalid/"
"""What stands for the program's home page until it has one: .invalid never leads astray (RFC 2606)."""

WHOLE_SECONDS = 30.0
REDIRECTS = 10
PAGES = "text/html, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
"""What is accepted where a page is wanted, or where it is not known what is there."""
FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9,"
    " application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)
"""What is accepted where a feed is wanted: some addresses give a page to whoever names text/html first."""

IMAGES = "image/webp, image/jpeg, image/png, image/gif, image/*;q=0.5"

_CODINGS = "gzip, deflate, br, zstd"
_IN_PASSING = 65_536
"""Bytes that are read of an unwanted body, so that the connection can be used again."""
_REDIRECT = frozenset({301, 302, 303, 307, 308})


class Page(Value):
    """What a server gave. `url` is the address after redirects, without name and password; `body` is as it was sent,
    and empty where nothing has changed (304)."""

    url: str
    status: int
    body: bytes = b""
    coding: str = ""
    """How `body` is compressed (Content-Encoding, for `coding.decoded`)."""
    content_type: str = ""
    link_header: str = ""
    validators: Validators = Validators()
    """For the next request; `digest` is not filled in."""
    moved_to: str = ""
    """Where every redirect on the way was permanent (301, 308): the address to use from now on; "" otherwise."""
    fresh_for: float = 0.0
    """Seconds for which the server says that this will not change (Cache-Control, Expires; RFC 9111, 4.2.1), at most
    six hours."""
    cut: bool = False
    """The connection ended before the whole body had come."""

    @property
    def sent(self) -> Body:
        """The body with what was said of it, for a process that may be killed over reading it."""
        return Body(self.body, self.url, self.content_type, self.coding, self.cut)

    @property
    def unchanged(self) -> bool:
        """The validators of the request still hold (304): there is no body."""
        return self.status == HTTPStatus.NOT_MODIFIED


class Asked(Value):
    """A request as it is made at every hop. `headers` are its own, names in lower case."""

    url: str
    method: str = "GET"
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    accept: str = PAGES
    coding: str = _CODINGS
    validators: Validators = Validators()
    options: RequestOptions = RequestOptions()
    home: str = ""
    """The address that `options` are written for, where it is another: what is personal in them goes to its host
    alone."""
    private: bool = False
    """The address's own host may stand on a private network."""
    seconds: float | None = None
    """Seconds that the whole way may take, over all hops; None where no end can be known (a file)."""

    @property
    def conditional(self) -> bool:
        """It asks for what has changed only."""
        return bool(self.validators.etag or self.validators.modified)


class Fetcher:
    """Asks for pages, as the program of this `version` that `home` tells a site's people about. `transport` stands in
    for the network, `resolve` for the name service; `clock` tells the time."""

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None = None,
        *,
        version: str,
        home: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        resolve: network.Resolve | None = None,
    ) -> None:
        self._transport = transport or network.Network(resolve)
        self._user_agent = f"Broadsheet/{version} (+{home or NOWHERE})"
        self._clock = clock
        self._turns = Turns()
        self._holds = Holds(clock)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

    async def get(
        self,
        url: str,
        *,
        validators: Validators = Validators(),  # noqa: B008 - frozen
        options: RequestOptions = RequestOptions(),  # noqa: B008 - frozen
        urgent: bool = False,
        trusted: bool = False,
        from_url: str = "",
        home: str = "",
        redirects: int = REDIRECTS,
        accept: str = PAGES,
        most: int = 0,
    ) -> Page:
        """The page at an http or https address.

        `urgent` goes before what waits for the same host. This machine and private networks are asked only where
        `trusted` (a person typed or imported the address) or a person allows the host; where `from_url` led here only
        on its host, and only where that one was `trusted` or is private by its very name. Headers, name and password of
        `options` are for the host of `home`, an address that led here, or of this one. At most `most` bytes are
        taken (0: what a page may have). Raises FetchError; a status of 400 or more is one."""
        private = trusted
        if from_url:
            own = trusted or address.is_private_name(urlsplit(from_url).hostname or "")
            private = own and address.host(url) == address.host(from_url)
        asked = Asked(
            url,
            accept=accept,
            validators=validators,
            options=options,
            home=home,
            private=private,
            seconds=WHOLE_SECONDS,
        )
        return await self._walk(asked, urgent, redirects, partial(_in_memory, most=most))

    async def send(
        self,
        url: str,
        body: bytes = b"",
        *,
        method: str = "POST",
        headers: tuple[tuple[str, str], ...] = (),
        options: RequestOptions = RequestOptions(),  # noqa: B008 - frozen
        trusted: bool = False,
        seconds: float = WHOLE_SECONDS,
    ) -> Page:
        """What a service answers to a request with a body, uncompressed; `headers` are sent to its own host alone. As
        `get` otherwise.

        A person is waiting, and it is not tried twice: the first try may have taken effect.
        """
        asked = Asked(url, method, body, headers, "*/*", "identity", options=options, private=trusted, seconds=seconds)
        page = await self._walk(asked, True, REDIRECTS)
        if page.coding.strip().lower() not in ("", "identity"):
            raise FetchError(f"{_shown(url)} answers compressed, though it was asked not to", status=page.status)
        return page

    async def _walk(self, asked: Asked, urgent: bool, redirects: int, read: "Reading | None" = None) -> Page:
        """From the address to where it leads at last."""
        url, moved_to, answer = await self.last_hop(asked, urgent, redirects, read)
        return self._page(answer, url, moved_to, asked)

    async def last_hop(
        self, asked: Asked, urgent: bool, redirects: int, read: "Reading | None" = None
    ) -> "tuple[str, str, Answer]":
        """Follow redirects: where they end, where that is for good (`Page.moved_to`), and what is answered there, as
        `read` takes it in."""
        here, moved_to, spent, cookie = address.public(asked.url), "", 0.0, False
        for hop in range(redirects + 1):
            left = None if asked.seconds is None else max(asked.seconds - spent, 0.0)
            answer, took = await self._turn(here, asked, urgent, left, read or _in_memory)
            spent += took
            if not (answer.location and redirects):
                return here, personal(moved_to, asked.url), answer
            cookie = cookie or "set-cookie" in answer.headers
            here = address.public(address.join(here, answer.location).partition("#")[0])
            permanent = answer.status in (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
            moved_to = here if permanent and (hop == 0 or moved_to) else ""
            if answer.status < HTTPStatus.TEMPORARY_REDIRECT and asked.method != "GET":
                asked = replace(asked, method="GET", body=b"")  # as browsers do (15.4.3, 15.4.4)
            elif asked.method != "GET" and not _at_home(here, asked.url):
                raise FetchError(
                    f"{_shown(asked.url)} sends us to {_shown(here)}, which is not told what was meant for it"
                )
        raise _round_and_round(asked.url, cookie)

    async def _turn(
        self, url: str, asked: Asked, urgent: bool, left: float | None, read: "Reading"
    ) -> "tuple[Answer, float]":
        """One hop, when its host can be asked: the answer, and the seconds that it took of those `left`."""
        seconds = asyncio.get_running_loop().time
        own = asked.private and address.host(url) == address.host(asked.url)
        host = network.checked_host(url, own, asked.options.private_hosts)
        # A file takes minutes: it waits for other files of its host, and no page waits for it.
        async with self._turns.take(host if asked.seconds else f"{host} files", urgent):
            self._holds.check(host)
            began = seconds()
            try:
                async with asyncio.timeout(left):
                    answer = await self._exchange(url, asked, read)
            except TimeoutError:
                said = f"{_shown(url)} did not answer within {asked.seconds or 0:.0f} seconds"
                raise FetchError(said, unreached=True) from None
            took = seconds() - began
            log.detail("%s %s: %d, %d bytes, %.0f ms", asked.method, url, answer.status, len(answer.body), took * 1000)
            answer = replace(answer, held=self._holds.heed(host, answer.status, answer.headers))
        return answer, took

    async def _exchange(self, url: str, asked: Asked, read: "Reading") -> "Answer":
        """One request and its answer."""
        if asked.options.password_command:
            asked = replace(asked, options=await _unlocked(asked.options))
        request = self._request(url, asked)
        try:
            response = await self._transport.handle_async_request(request)
            assert isinstance(response.stream, httpx.AsyncByteStream)
            try:
                return await read(response, url)
            finally:
                await response.stream.aclose()
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
            raise network.broken(url, error) from error

    def _request(self, url: str, asked: Asked) -> httpx.Request:
        """A request to one hop: what is personal (headers, name and password) goes to the first address's host only."""
        options, at_home = asked.options, _at_home(url, asked.home or asked.url)
        headers = {
            "host": address.host(url),
            "user-agent": options.user_agent or self._user_agent,
            "accept": asked.accept,
            "accept-encoding": asked.coding,
        }
        if asked.validators.etag:
            headers["if-none-match"] = asked.validators.etag
        if asked.validators.modified:
            headers["if-modified-since"] = asked.validators.modified
        if at_home:
            headers |= _personal(asked)
        if asked.method != "GET":
            headers["content-length"] = str(len(asked.body))
        own = asked.private and address.host(url) == address.host(asked.url)
        extensions = {
            "timeout": {"connect": network.CONNECT_SECONDS, "read": None if asked.seconds else WHOLE_SECONDS},
            "private": own or network.is_home(url, options.private_hosts),
            "proxy": options.proxy or network.system_proxy(url),
            "certificate": options.certificate if at_home else "",
        }
        rows = [
            (name.encode("latin-1", "replace"), said.encode("latin-1", "replace")) for name, said in headers.items()
        ]
        try:
            return httpx.Request(asked.method, _bare(url), headers=rows, content=asked.body, extensions=extensions)
        except (httpx.InvalidURL, ValueError):
            raise FetchError(f"{_shown(url)} stands in an address that cannot be read") from None

    def _page(self, answer: "Answer", url: str, moved_to: str, asked: Asked) -> Page:
        headers, now = answer.headers, self._clock()
        unchanged = answer.status == HTTPStatus.NOT_MODIFIED
        if answer.status >= HTTPStatus.MULTIPLE_CHOICES and not (unchanged and asked.conditional):
            raise refused(url, answer, asked)
        etag, modified = _raw(headers, "etag"), _raw(headers, "last-modified")
        if unchanged:
            before = asked.validators
            validators = replace(before, etag=etag or before.etag, modified=modified or before.modified)
        else:
            validators = Validators(etag, modified, since=now)
        return Page(
            url=url,
            status=answer.status,
            body=answer.body,
            coding=headers.get("content-encoding", ""),
            content_type=headers.get("content-type", ""),
            link_header=headers.get("link", ""),
            validators=validators,
            moved_to=moved_to,
            fresh_for=fresh_for(headers, now),
            cut=answer.cut,
        )


class Answer(Value):
    """One response, read. `held` are the seconds for which its host is left alone now, or None, and whether it said so
    itself."""

    status: int
    location: str
    body: bytes
    headers: httpx.Headers
    cut: bool = False
    held: tuple[float, bool] | None = None


Reading = Callable[[httpx.Response, str], Awaitable[Answer]]
"""What takes in the answer of an address."""


async def _in_memory(response: httpx.Response, url: str, most: int = 0) -> Answer:
    """An answer with its body, at most so many bytes as they were sent (0: BODY_BYTES). One that is cut off is taken as
    far as it came."""
    most = most or BODY_BYTES
    status, headers = response.status_code, response.headers
    location = headers.get("location", "") if status in _REDIRECT else ""
    wanted = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    taken, cut = bytearray(), False
    assert isinstance(response.stream, httpx.AsyncByteStream)
    try:
        async for part in response.stream:
            taken += part
            if not wanted and len(taken) > _IN_PASSING:
                break
            if len(taken) > most:
                raise FetchError(f"{_shown(url)} sends more than {most // 1_000_000} MB", status=status)
    except (httpcore.RemoteProtocolError, httpcore.ReadError):
        if wanted and not taken:
            raise
        cut = True
    return Answer(status, location, bytes(taken) if wanted else b"", headers, cut)


def refused(url: str, answer: Answer, asked: Asked) -> FetchError:
    """What a status other than success means at an address that `asked` led to, with what helps."""
    shown, status = _shown(url), answer.status
    said = f"{shown} answers {_status_in_words(status)}"
    match status:
        case HTTPStatus.NOT_MODIFIED:
            said += " although it was not asked for changes alone"
        case HTTPStatus.UNAUTHORIZED:
            said += f": {_about_login(url, answer, asked)}"
        case HTTPStatus.FORBIDDEN:
            said += f' (another user_agent under [sites."{shown}"] in config.toml may help)'
        case _ if answer.held:
            said += f", and is left alone for {duration(answer.held[0])}"
    # Where it did not say for how long, whoever knows how often it has said so before decides.
    told = answer.held[0] if answer.held and answer.held[1] else None
    return FetchError(said, status=status, retry_after=told)


def _about_login(url: str, answer: Answer, asked: Asked) -> str:
    """What helps where a login is wanted."""
    keeps, ways = f"broadsheet login {_shown(url)}", answer.headers.get("www-authenticate", "")
    if ways and "basic" not in ways.lower():
        return f"it wants a login of a kind that is not known here ({text.shorten(ways.split(' ')[0], 20)})"
    if jobs.login(asked.options, asked.url) and _at_home(url, asked.home or asked.url):
        return f"it does not take the name and password that are kept for it ({keeps} keeps others)"
    return f"it wants a login ({keeps})"


def _round_and_round(url: str, cookie: bool) -> FetchError:
    """What is said of redirects without an end, with what helps."""
    shown = _shown(url)
    said = f"{shown} sends us from one address to the next without end"
    if cookie:
        said += (
            f': it wants a cookie back (headers = {{Cookie = "…"}} under [sites."{shown}"] in config.toml sends one)'
        )
    return FetchError(said)


def home_page(package: str = "broadsheet") -> str:
    """The program's home page, as its installed package names it ([project.urls]); "" where it names none."""
    from importlib import metadata

    try:
        named = metadata.metadata(package).get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""  # a checkout that is not installed
    pages = {label.strip().lower(): url.strip() for label, _, url in (row.partition(",") for row in named)}
    return next((address.clean(pages[label]) for label in ("homepage", "source", "repository") if label in pages), "")


def _personal(asked: Asked) -> dict[str, str]:
    """The headers that are for the host that was meant, and no other."""
    login = jobs.login(asked.options, asked.url)
    basic = {"authorization": "Basic " + b64encode(":".join(login).encode()).decode()} if login else {}
    return basic | {name.lower(): value for name, value in (*asked.options.headers, *asked.headers)}


def _shown(url: str) -> str:
    return text.line(address.host(url))


async def _unlocked(options: RequestOptions) -> RequestOptions:
    """The options with the password that a program of their owner's prints: it is asked once, and only this process
    keeps what it said."""
    try:
        password = await asyncio.to_thread(credentials.remembered, options.password_command)
    except ConfigError as error:
        raise FetchError(str(error)) from None
    return replace(options, auth=(options.auth[0] if options.auth else "", password), password_command=())


def _at_home(url: str, first: str) -> bool:
    """A hop may be told what is meant for the first address: it is on its host, and as safe from listeners."""
    safe = urlsplit(url).scheme == "https" or not first.strip().lower().startswith("https:")
    return safe and address.host(url) == address.host(first)


def _bare(url: str) -> str:
    """An address as it is asked for: without name, password and fragment."""
    parts = urlsplit(url.strip())
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path or "/", parts.query, ""))


def personal(url: str, first: str) -> str:
    """An address to store, with the name and password of the one that led to it, where it stands on the same host."""
    userinfo, at, _ = urlsplit(first.strip()).netloc.rpartition("@")
    if not (url and at and _at_home(url, first)):
        return url
    return address.public(url).replace("://", f"://{userinfo}@", 1)


def _status_in_words(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _raw(headers: httpx.Headers, name: str) -> str:
    """A header byte for byte, one character a byte."""
    wanted = name.encode()
    return next((value.decode("latin-1") for key, value in headers.raw if key.lower() == wanted), "")
