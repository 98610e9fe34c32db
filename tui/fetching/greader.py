"""The Google Reader API, as servers of feeds speak it (FreshRSS, Miniflux): requests and answers, and a session over
the client.

What is said here of servers was seen in their answers; the tests have a server in memory that behaves so. An item is
named by its long id everywhere: a short one is read as hexadecimal by some and as decimal by others. OK proves nothing
of what was done: who marks compares the sets of ids afterwards."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from tui import address, text
from tui.errors import FetchError, ParseError
from tui.fetching.client import Fetcher
from tui.jobs import RequestOptions
from tui.values import Value

READING_LIST = "user/-/state/com.google/reading-list"
READ = "user/-/state/com.google/read"
STARRED = "user/-/state/com.google/starred"

IDS_AT_ONCE = 10_000
"""Ids of a page: FreshRSS gives 100,000 in one answer, Miniflux all there are whatever is asked for."""
CONTENTS_AT_ONCE = 100
MARKS_AT_ONCE = 100
"""Items of one edit-tag: FreshRSS takes 5 s for 250, and 84 for 3,000."""
PAGES = 100
"""Pages of ids that are asked for: a server that gives the first one again and again is not asked for ever."""
SECONDS = 60.0

_LONG = "tag:google.com,2005:reader/item/"
_MOST_ITEMS = 1000
_FULL_WIDTH = str.maketrans("＆＜＞＂＇", "&<>\"'")
"""FreshRSS writes titles with these in place of what HTML would take for its own."""


class Feed(Value):
    """A feed that the account follows. `id` is the server's ("feed/3"); `folder` is the first it stands in, or ""."""

    id: str
    url: str
    title: str = ""
    page: str = ""
    folder: str = ""


class Item(Value):
    """A story as the server has it. `url` is its page; `content` is HTML as the server gives it."""

    id: int
    feed_id: str
    title: str = ""
    url: str = ""
    published: datetime | None = None
    content: str = ""
    read: bool = False
    starred: bool = False
    labels: tuple[str, ...] = ()


class Tags(Value):
    """What the account sorts by."""

    folders: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """Labels of stories. Where a server has none it may refuse them (Miniflux does)."""


# Answers


def auth_of(body: bytes) -> str:
    """The key that a login gives; ParseError where there is none."""
    found = re.search(rb"^Auth=([\x21-\x7e]{1,1000})\s{0,2}$", body[:10_000], re.MULTILINE)
    if not found:
        raise ParseError("its answer to the login holds no key: it may not speak the Google Reader API")
    return found[1].decode()


def feeds_of(body: bytes) -> tuple[Feed, ...]:
    """The feeds of a subscription/list."""
    found = []
    for row in _rows(_object(body), "subscriptions"):
        folders = [_last(_text(each, "id")) for each in _rows(row, "categories")]
        url = address.safe(_text(row, "url"))
        if _text(row, "id") and url:
            folder = text.line(folders[0]) if folders else ""
            page = address.safe(_text(row, "htmlUrl"))
            found.append(Feed(_text(row, "id"), url, _title(row), page, folder))
    return tuple(found)


def ids_of(body: bytes) -> tuple[tuple[int, ...], str]:
    """The ids of a page of a stream, and how to ask for the next; "" at the end."""
    found = _object(body)
    ids = (_number(_text(row, "id")) for row in _rows(found, "itemRefs"))
    return tuple(each for each in ids if each is not None), _text(found, "continuation")


def items_of(body: bytes) -> tuple[Item, ...]:
    """The stories of an items/contents."""
    found = (_item(row) for row in _rows(_object(body), "items")[:_MOST_ITEMS])
    return tuple(item for item in found if item)


def _item(row: dict[str, Any]) -> Item | None:
    number = _number(_text(row, "id"))
    if number is None:
        return None
    links = [_text(each, "href") for name in ("canonical", "alternate") for each in _rows(row, name)]
    categories = [str(each) for each in _list(row, "categories")]
    content = _text(_dict(row, "content"), "content") or _text(_dict(row, "summary"), "content")
    return Item(
        number,
        _text(_dict(row, "origin"), "streamId"),
        _title(row),
        next((url for url in map(address.safe, links) if url.startswith("http")), ""),
        _moment(row.get("published")),
        content,
        any(_state(each) == "read" for each in categories),
        any(_state(each) == "starred" for each in categories),
        tuple(text.line(_last(each)) for each in categories if "/label/" in each),
    )


def tags_of(body: bytes) -> Tags:
    """The folders and labels of a tag/list: a server that says which is which is believed, and else they are
    folders."""
    rows = [row for row in _rows(_object(body), "tags") if "/label/" in _text(row, "id")]
    labels = [row for row in rows if _text(row, "type") == "tag"]
    folders = [row for row in rows if row not in labels]
    return Tags(*(tuple(text.line(_last(_text(row, "id"))) for row in part) for part in (folders, labels)))


def _object(body: bytes) -> dict[str, Any]:
    """An answer's JSON; ParseError for a list, which servers give for what they do not have, and for what is not
    JSON."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise ParseError("its answer is not JSON") from None
    if not isinstance(found, dict):
        raise ParseError("it does not offer that")
    return found


def _rows(value: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [row for row in _list(value, name) if isinstance(row, dict)]


def _list(value: dict[str, Any], name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []


def _dict(value: dict[str, Any], name: str) -> dict[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else str(found) if type(found) is int else ""


def _title(row: dict[str, Any]) -> str:
    return text.line(_text(row, "title").translate(_FULL_WIDTH))


def _last(tag: str) -> str:
    """What a tag is called: what follows its third slash (user/1/label/Sea, user/-/label/A/B)."""
    return "/".join(tag.split("/")[3:])


def _state(tag: str) -> str:
    """The state that a tag means, whoever's it is (user/-/state/com.google/read, user/1/state/com.google/read)."""
    parts = tag.split("/")
    return parts[4] if parts[2:4] == ["state", "com.google"] and len(parts) == 5 else ""


def _number(id_: str) -> int | None:
    """An item's number by any of the forms that answers have: long, or decimal (which may be negative: they are 64
    bits)."""
    if id_.startswith(_LONG) and re.fullmatch(r"[0-9a-fA-F]{1,16}", id_[len(_LONG) :]):
        return int(id_[len(_LONG) :], 16)
    return int(id_) % (1 << 64) if re.fullmatch(r"-?\d{1,20}", id_) else None


def _moment(seconds: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC) if type(seconds) in (int, float) else None  # type: ignore[arg-type]
    except (ValueError, OverflowError, OSError):
        return None


def long_id(number: int) -> str:
    """The only form of an id that every server reads alike."""
    return f"{_LONG}{number:016x}"


# A session


class Session:
    """An account on a server. `base` is where its API stands (for FreshRSS with api/greader.php). Raises FetchError and
    ParseError.

    It logs in when it is first asked, and once more where the server has forgotten it.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        base: str,
        user: str,
        password: str,
        options: RequestOptions = RequestOptions(),  # noqa: B008 - frozen
    ) -> None:
        self._fetcher = fetcher
        self._base = base.rstrip("/")
        self._login = {"Email": user, "Passwd": password}
        self._options = options
        self._auth = ""
        self._token = ""

    async def feeds(self) -> tuple[Feed, ...]:
        """What the account follows."""
        return feeds_of(await self._ask("subscription/list", {"output": "json"}))

    async def tags(self) -> Tags:
        """The account's folders and labels."""
        return tags_of(await self._ask("tag/list", {"output": "json"}))

    async def ids(self, stream: str, *, without: str = "") -> tuple[int, ...]:
        """All ids of a stream, without those that are also in another (`READ`). Never ask for READ itself: FreshRSS
        gives everything."""
        found: dict[int, None] = {}
        asked = {"output": "json", "s": stream, "n": str(IDS_AT_ONCE)} | ({"xt": without} if without else {})
        for _ in range(PAGES):
            page, further = ids_of(await self._ask("stream/items/ids", asked))
            before = len(found)
            found |= dict.fromkeys(page)
            if not further or len(found) == before:
                break  # a server that takes no notice of where to go on gives the first page again
            asked["c"] = further
        return tuple(found)

    async def items(self, numbers: Sequence[int]) -> tuple[Item, ...]:
        """The stories with these ids, those that the server still has."""
        found: list[Item] = []
        for some in _parts(numbers, CONTENTS_AT_ONCE):
            form = [("output", "json"), *(("i", long_id(number)) for number in some)]
            found += items_of(await self._post("stream/items/contents", form))
        return tuple(found)

    async def mark(self, numbers: Sequence[int], *, add: str = "", remove: str = "") -> None:
        """Give stories a tag, or take one away: one a request, since FreshRSS heeds only the last."""
        assert bool(add) != bool(remove)
        for some in _parts(numbers, MARKS_AT_ONCE):
            form = [("a", add) if add else ("r", remove), *(("i", long_id(number)) for number in some)]
            await self._done("edit-tag", form)

    async def mark_all_read(self, stream: str, until: datetime) -> bool:
        """Mark a stream read as far as it was seen. Whether the server does such a thing: where not, `mark` does."""
        micros = str(int(until.timestamp() * 1_000_000))
        return (await self._post("mark-all-as-read", [("s", stream), ("ts", micros)])).strip() == b"OK"

    async def follow(self, url: str, title: str = "", folder: str = "") -> None:
        """Follow a feed, which must not be among `feeds` yet: some servers answer 500 then."""
        form = [("ac", "subscribe"), ("s", f"feed/{url}")]
        form += [("t", title)] if title else []
        form += [("a", f"user/-/label/{folder}")] if folder else []
        await self._done("subscription/edit", form)

    async def unfollow(self, feed_id: str) -> None:
        """Follow a feed no longer; its stories go, and come back unread."""
        await self._done("subscription/edit", [("ac", "unsubscribe"), ("s", feed_id)])

    async def rename(self, feed_id: str, title: str) -> None:
        """Call a feed otherwise."""
        await self._done("subscription/edit", [("ac", "edit"), ("s", feed_id), ("t", title)])

    async def _done(self, call: str, form: list[tuple[str, str]]) -> None:
        answer = (await self._post(call, form)).strip()
        if answer != b"OK":
            raise ParseError(f"{self._host} did not do it: {text.shorten(answer[:500].decode('utf-8', 'replace'), 80)}")

    async def _post(self, call: str, form: list[tuple[str, str]]) -> bytes:
        return await self._ask(call, {}, form)

    async def _ask(self, call: str, query: dict[str, str], form: list[tuple[str, str]] | None = None) -> bytes:
        """The answer to a call. A 401 is met with one new login (Miniflux gives one to the right password now and
        then)."""
        url = f"{self._base}/reader/api/0/{call}" + (f"?{urlencode(query)}" if query else "")
        for again in (True, False):
            try:
                if not self._auth:
                    await self._log_in()
                if form is None:
                    return await self._send(url, None)
                if not self._token:
                    self._token = (await self._send(f"{self._base}/reader/api/0/token", None)).decode("latin-1").strip()
                return await self._send(url, [*form, ("T", self._token)])
            except FetchError as error:
                self._auth = self._token = ""
                if error.status != HTTPStatus.UNAUTHORIZED:
                    raise
                if not again:
                    raise FetchError(f"{self._host} refused the name or the password", status=error.status) from error
        raise AssertionError("the second try returns or raises")

    async def _log_in(self) -> None:
        body = await self._send(f"{self._base}/accounts/ClientLogin", list(self._login.items()))
        self._auth = auth_of(body)

    async def _send(self, url: str, form: Iterable[tuple[str, str]] | None) -> bytes:
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
        return page.body

    @property
    def _host(self) -> str:
        return text.line(address.host(self._base))


def _parts(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
