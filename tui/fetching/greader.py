"""The Google Reader API, as servers of feeds speak it (FreshRSS, Miniflux): a session over the client.

What is said here of servers was seen in their answers; the tests have a server in memory that behaves so. An item is
named by its long id everywhere: a short one is read as hexadecimal by some and as decimal by others. OK proves nothing:
whoever marks compares the sets of ids afterwards. Answers are read where they can be killed over it (`child`)."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urlencode

from tui import address, credentials, text
from tui.errors import FetchError, ParseError
from tui.fetching import child
from tui.fetching.client import Fetcher
from tui.fetching.coding import Body
from tui.fetching.parsing import Parser
from tui.jobs import RequestOptions
from tui.remote import LABEL, Login, RemoteFeed, RemoteItem, RemoteTags

IDS_AT_ONCE = 10_000
"""Ids of a page: FreshRSS gives 100,000 in one answer, Miniflux all there are whatever is asked for."""
CONTENTS_AT_ONCE = 100
MARKS_AT_ONCE = 100
"""Items of one edit-tag: FreshRSS takes 5 s for 250, and 84 for 3,000."""
PAGES = 1_000
"""Pages of ids that are asked for: a server that gives the first one again and again is not asked for ever."""
SECONDS = 60.0

_UNKNOWN = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED})
"""What a server answers to an address where no such API stands."""

_T = TypeVar("_T")


class RefusedError(ParseError):
    """The server does not do what it was asked, whoever asks."""


async def find(fetcher: Fetcher, parser: Parser, login: Login, options: RequestOptions) -> "GreaderSession":
    """A session at the address that a person gave, or where such a server keeps its API below that (FreshRSS).
    Raises what the given address answers where none is found."""
    base = login.url.rstrip("/")
    first: FetchError | ParseError | None = None
    for url in dict.fromkeys((base, f"{base}/api/greader.php", f"{base}/p/api/greader.php")):
        session = GreaderSession(fetcher, parser, Login(url, login.user, login.password, login.command), options)
        try:
            await session.log_in()
        except ParseError as error:
            first = first or error
        except FetchError as error:
            if error.status not in _UNKNOWN:
                raise
            first = first or error
        else:
            return session
    assert first is not None
    raise ParseError(f"no Google Reader API was found at {base}: {first}") from first


class GreaderSession:
    """An account on a server. Raises FetchError and ParseError.

    It logs in when it is first asked, and once more where the server has forgotten it.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        parser: Parser,
        login: Login,
        options: RequestOptions = RequestOptions(),  # noqa: B008 - frozen
    ) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self.login = login
        self._base = login.url.rstrip("/")
        self._options = options
        self._auth = ""
        self._token = ""

    async def feeds(self) -> tuple[RemoteFeed, ...]:
        """What the account follows."""
        return await self._read(child.server_feeds, "subscription/list", {"output": "json"})

    async def tags(self) -> RemoteTags:
        """The account's folders and labels."""
        return await self._read(child.server_tags, "tag/list", {"output": "json"})

    async def ids(self, stream: str, *, without: str = "", most: int = 0) -> tuple[tuple[int, ...], bool]:
        """The ids of a stream, without those that are also in another (`remote.READ`), and whether they are all: `most`
        are enough where the server gives them in parts. Never ask for READ itself: FreshRSS gives everything."""
        found: dict[int, None] = {}
        asked = {"output": "json", "s": stream, "n": str(min(most, IDS_AT_ONCE) or IDS_AT_ONCE)}
        asked |= {"xt": without} if without else {}
        for _ in range(PAGES):
            page, further = await self._read(child.server_ids, "stream/items/ids", asked)
            before = len(found)
            found |= dict.fromkeys(page)
            if not further or len(found) == before:
                return tuple(found), True  # a server that takes no notice of where to go on gives the first page again
            if most and len(found) >= most:
                return tuple(found), False
            asked["c"] = further
        return tuple(found), False

    async def items(self, numbers: Sequence[int]) -> tuple[RemoteItem, ...]:
        """The stories with these ids, those that the server still has."""
        found: list[RemoteItem] = []
        for some in _parts(numbers, CONTENTS_AT_ONCE):
            found += await self._items(some)
        return tuple(found)

    async def _items(self, numbers: Sequence[int]) -> tuple[RemoteItem, ...]:
        form = [("output", "json"), *(("i", long_id(number)) for number in numbers)]
        try:
            return await self._read(child.server_items, "stream/items/contents", {}, form)
        except FetchError as error:
            if error.status == HTTPStatus.BAD_REQUEST:
                return ()  # what Miniflux says where it has none of them any more
            if error.status != HTTPStatus.OK or len(numbers) < 2:
                raise
            half = len(numbers) // 2  # a hundred long texts may be more than is taken at once
            return (*await self._items(numbers[:half]), *await self._items(numbers[half:]))

    async def mark(self, numbers: Sequence[int], tag: str, *, on: bool = True) -> None:
        """Give stories a tag, or take it away: one a request, since FreshRSS heeds only the last."""
        for some in _parts(numbers, MARKS_AT_ONCE):
            form = [("a" if on else "r", tag), *(("i", long_id(number)) for number in some)]
            await self._done("edit-tag", form)

    async def mark_all_read(self, stream: str, until: int) -> None:
        """Mark a stream read as far as it was seen, in microseconds. RefusedError where the server does no such
        thing: then `mark` does."""
        if (await self._post("mark-all-as-read", [("s", stream), ("ts", str(until))])).strip() != b"OK":
            raise RefusedError(f"{self._host} does not mark a whole feed read")

    async def follow(self, url: str, title: str = "", folder: str = "") -> None:
        """Follow a feed, which must not be among `feeds` yet: some servers answer 500 then."""
        form = [("ac", "subscribe"), ("s", f"feed/{url}")]
        form += [("t", title)] if title else []
        form += [("a", LABEL + folder)] if folder else []
        await self._done("subscription/edit", form)

    async def unfollow(self, feed_id: str) -> None:
        """Stop following a feed; its stories go, and would come back unread."""
        await self._done("subscription/edit", [("ac", "unsubscribe"), ("s", feed_id)])

    async def edit(self, feed_id: str, *, title: str = "", folder: str = "", old_folder: str = "") -> None:
        """Rename a feed, or move it out of `old_folder` into another."""
        form = [("ac", "edit"), ("s", feed_id)]
        form += [("t", title)] if title else []
        form += [("a", LABEL + folder)] if folder else []
        form += [("r", LABEL + old_folder)] if old_folder and not folder else []
        await self._done("subscription/edit", form)

    async def log_in(self) -> None:
        """Get a key to the account: twice where it is refused, for Miniflux refuses the right password now and then."""
        login = self.login
        password = login.password
        if not password and login.command:
            password = await asyncio.to_thread(credentials.remembered, login.command)
        self._auth = self._token = ""  # a key that has expired is not sent along when another is asked for
        form = [("Email", login.user), ("Passwd", password)]
        for again in (True, False):
            try:
                body = await self._send(f"{self._base}/accounts/ClientLogin", form)
                self._auth = await self._parser.run(child.server_key, body, urgent=True)
            except FetchError as error:
                if error.status != HTTPStatus.UNAUTHORIZED or not again:
                    raise self._unwelcome(error) from error
            else:
                return

    async def _done(self, call: str, form: list[tuple[str, str]]) -> None:
        answer = (await self._post(call, form)).strip()
        if answer != b"OK":
            said = text.shorten(answer[:500].decode("utf-8", "replace"), 80)
            raise RefusedError(f"{self._host} did not carry that out ({call}): {said or 'an empty answer'}")

    async def _post(self, call: str, form: list[tuple[str, str]]) -> bytes:
        return (await self._ask(call, {}, form)).data

    async def _read(
        self,
        reads: Callable[[Body], _T],
        call: str,
        query: dict[str, str],
        form: list[tuple[str, str]] | None = None,
    ) -> _T:
        body = await self._ask(call, query, form)
        try:
            return await self._parser.run(reads, body, urgent=True)
        except ParseError as error:
            raise ParseError(f"{self._host} ({call}): {error}") from error

    async def _ask(self, call: str, query: dict[str, str], form: list[tuple[str, str]] | None = None) -> Body:
        """The answer to a call. A 401 is met with one new login."""
        url = f"{self._base}/reader/api/0/{call}" + (f"?{urlencode(query)}" if query else "")
        for again in (True, False):
            if not self._auth:
                await self.log_in()
            try:
                if form is None:
                    return await self._send(url, None)
                if not self._token:
                    token = await self._send(f"{self._base}/reader/api/0/token", None)
                    self._token = token.data[:1000].decode("latin-1").strip()
                return await self._send(url, [*form, ("T", self._token)])
            except FetchError as error:
                if error.status != HTTPStatus.UNAUTHORIZED or not again:
                    raise self._unwelcome(error) from error
                self._auth = self._token = ""
        raise AssertionError("the second try returns or raises")

    def _unwelcome(self, error: FetchError) -> FetchError:
        """What is said of a login that was refused."""
        if error.status != HTTPStatus.UNAUTHORIZED:
            return error
        return FetchError(f"{self._host} refused the name or the password", status=error.status)

    async def _send(self, url: str, form: Iterable[tuple[str, str]] | None) -> Body:
        key = (("Authorization", f"GoogleLogin auth={self._auth}"),) if self._auth else ()
        kind = (("Content-Type", "application/x-www-form-urlencoded"),) if form is not None else ()
        page = await self._fetcher.send(
            url,
            urlencode(list(form)).encode() if form is not None else b"",
            method="GET" if form is None else "POST",
            headers=(*key, *kind),
            options=self._options,
            trusted=True,
            seconds=SECONDS,
        )
        if page.cut:
            raise FetchError(f"{self._host} broke off in the middle of its answer", unreached=True)
        return page.sent

    @property
    def _host(self) -> str:
        return text.line(address.host(self._base))


def long_id(number: int) -> str:
    """The only form of an id that every server reads alike."""
    return f"tag:google.com,2005:reader/item/{number % (1 << 64):016x}"


def _parts(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
