"""The Google Reader API, spoken with a server in memory that behaves as FreshRSS or Miniflux do."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from tests.web import Clock
from tui.errors import FetchError, ParseError
from tui.fetching.client import Fetcher
from tui.fetching.greader import (
    READ,
    READING_LIST,
    STARRED,
    Feed,
    Item,
    Session,
    Tags,
    auth_of,
    feeds_of,
    ids_of,
    items_of,
    long_id,
    tags_of,
)

BASE = "http://127.0.0.1:8461/api/greader.php"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Server:
    """A server of feeds. `strict` is Miniflux's way: no mark-all, a token is looked at, short ids are hexadecimal."""

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict
        self.password, self.auth, self.token = "secret-api", "reader/abc", "t" * 57
        self.items: dict[int, set[str]] = {number: set() for number in (10, 16, 1795745941404058)}
        self.feeds: dict[str, tuple[str, str, str]] = {}
        self.asked: list[str] = []
        self.page = 10_000
        self.forgetful = 0
        """How often it still forgets who has logged in."""

    def fetcher(self) -> Fetcher:
        return Fetcher(httpx.MockTransport(self._answer), version="1", clock=Clock())

    def session(self, password: str = "secret-api") -> Session:
        return Session(self.fetcher(), BASE + "/", "reader", password)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        call = request.url.path.removeprefix("/api/greader.php").removeprefix("/reader/api/0")
        form = parse_qsl(request.content.decode())
        self.asked.append(f"{request.method} {call}")
        if call == "/accounts/ClientLogin":
            right = dict(form) == {"Email": "reader", "Passwd": self.password}
            return httpx.Response(200, text=f"SID=x\nLSID=null\nAuth={self.auth}\n") if right else httpx.Response(401)
        known = request.headers.get("authorization") == f"GoogleLogin auth={self.auth}"
        if not known or self.forgetful or (form and self.strict and dict(form).get("T") != self.token):
            self.forgetful = max(0, self.forgetful - 1)
            return httpx.Response(401, text="Unauthorized!")
        return self._does(call, dict(request.url.params), form)

    def _does(self, call: str, query: dict[str, str], form: list[tuple[str, str]]) -> httpx.Response:
        match call:
            case "/token":
                return httpx.Response(200, text=self.token + "\n")
            case "/stream/items/ids":
                return self._ids(query)
            case "/stream/items/contents":
                rows = [self._row(number) for number in self._named(form)]
                return httpx.Response(200, json={"items": rows})
            case "/edit-tag":
                tags = [(name, value) for name, value in form if name in "ar"]
                for number in self._named(form):
                    (self.items[number].add if tags[-1][0] == "a" else self.items[number].discard)(tags[-1][1])
                return httpx.Response(200, text="OK")
            case "/mark-all-as-read" if not self.strict:
                return httpx.Response(200, text="OK")
            case "/subscription/list":
                rows = [
                    {
                        "id": id_,
                        "url": url,
                        "title": title,
                        "categories": [{"id": f"user/1/label/{folder}"}] if folder else [],
                    }
                    for id_, (url, title, folder) in self.feeds.items()
                ]
                return httpx.Response(200, json={"subscriptions": rows})
            case "/subscription/edit":
                said = dict(form)
                if said["ac"] == "subscribe":
                    folder = said.get("a", "").rpartition("/")[2]
                    self.feeds[f"feed/{len(self.feeds) + 1}"] = (
                        said["s"].removeprefix("feed/"),
                        said.get("t", ""),
                        folder,
                    )
                elif said["ac"] == "unsubscribe":
                    del self.feeds[said["s"]]
                return httpx.Response(200, text="OK")
            case "/tag/list":
                return httpx.Response(
                    200,
                    json={
                        "tags": [
                            {"id": STARRED},
                            {"id": "user/-/label/Sea", "type": "folder"},
                            {"id": "user/-/label/a/b", "type": "tag"},
                        ]
                    },
                )
        return httpx.Response(200, json=[])

    def _ids(self, query: dict[str, str]) -> httpx.Response:
        numbers = [
            n
            for n, tags in self.items.items()
            if (query["s"] == READING_LIST or query["s"] in tags) and query.get("xt") not in tags
        ]
        start = int(query.get("c", "0"))
        further = {"continuation": str(start + self.page)} if start + self.page < len(numbers) else {}
        rows = [{"id": str(number)} for number in numbers[start : start + self.page]]
        return httpx.Response(200, json={"itemRefs": rows} | further)

    def _named(self, form: list[tuple[str, str]]) -> list[int]:
        ids = [value for name, value in form if name == "i"]
        numbers = [int(id_.rpartition("/")[2], 16 if self.strict or "/" in id_ else 10) for id_ in ids]
        return [number for number in numbers if number in self.items]

    def _row(self, number: int) -> dict[str, Any]:
        return {
            "id": long_id(number),
            "title": "Fish ＆ ＜chips＞",
            "published": int(NOON.timestamp()),
            "canonical": [{"href": f"https://news.example/{number}"}],
            "origin": {"streamId": "feed/1"},
            "summary": {"content": "<p>words</p>"},
            "categories": ["user/-/label/a/b", *self.items[number]],
        }


@pytest.fixture(params=[False, True], ids=["lenient", "strict"])
def server(request: pytest.FixtureRequest) -> Server:
    return Server(strict=request.param)


async def test_what_is_unread_and_starred_is_told_by_sets_of_ids(server: Server) -> None:
    session = server.session()
    await session.mark([10, 16], add=READ)
    await session.mark([16], add=STARRED)
    await session.mark([16], remove=READ)
    assert set(await session.ids(READING_LIST)) == {10, 16, 1795745941404058}
    assert set(await session.ids(READING_LIST, without=READ)) == {16, 1795745941404058}
    assert await session.ids(STARRED) == (16,)
    assert server.asked.count("POST /accounts/ClientLogin") == server.asked.count("GET /token") == 1


async def test_items_come_by_their_long_ids_with_titles_as_they_were_written(server: Server) -> None:
    session = server.session()
    await session.mark([10], add=READ)
    item, _ = await session.items([10, 16, 99])
    assert item == Item(
        10, "feed/1", "Fish & <chips>", "https://news.example/10", NOON, "<p>words</p>", True, False, ("a/b",)
    )


async def test_ids_come_in_pages_and_a_page_that_comes_again_ends_it(server: Server) -> None:
    server.items = {number: set() for number in range(1, 26)}
    server.page = 10
    assert await server.session().ids(READING_LIST) == tuple(range(1, 26))
    asked = server.asked.count("GET /stream/items/ids")
    assert asked == 3
    again = json.dumps({"itemRefs": [{"id": "1"}], "continuation": "x"}).encode()
    server._ids = lambda query: httpx.Response(200, content=again)  # type: ignore[method-assign]
    assert await server.session().ids(READING_LIST) == (1,)
    assert server.asked.count("GET /stream/items/ids") == asked + 2


async def test_many_marks_go_in_parts(server: Server) -> None:
    server.items = {number: set() for number in range(1, 251)}
    await server.session().mark(tuple(server.items), add=READ)
    assert all(tags == {READ} for tags in server.items.values())
    assert server.asked.count("POST /edit-tag") == 3


async def test_a_forgotten_login_is_made_once_more_and_no_more_often(server: Server) -> None:
    session = server.session()
    await session.mark([10], add=READ)
    server.forgetful = 1
    await session.mark([16], add=READ)
    assert server.items[16] == {READ}
    server.forgetful = 99
    with pytest.raises(FetchError, match="refused the name or the password"):
        await session.ids(READING_LIST)
    assert server.asked.count("POST /accounts/ClientLogin") == 3


async def test_a_wrong_password_is_tried_twice_and_never_said(server: Server) -> None:
    with pytest.raises(FetchError, match="refused the name or the password") as caught:
        await server.session("wr0ng").feeds()
    assert server.asked == ["POST /accounts/ClientLogin"] * 2
    assert "wr0ng" not in str(caught.value)


async def test_a_password_is_not_carried_to_another_host() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(308, headers={"Location": "http://10.0.0.1/accounts/ClientLogin"})

    fetcher = Fetcher(httpx.MockTransport(answer), version="1", clock=Clock())
    with pytest.raises(FetchError, match="is not told what was meant for it"):
        await Session(fetcher, BASE, "reader", "secret").feeds()
    assert asked == ["127.0.0.1"]


async def test_feeds_are_followed_renamed_and_left(server: Server) -> None:
    session = server.session()
    await session.follow("https://news.example/feed", "News", "Sea")
    (feed,) = await session.feeds()
    assert feed == Feed("feed/1", "https://news.example/feed", "News", "", "Sea")
    await session.rename(feed.id, "Newer")
    await session.unfollow(feed.id)
    assert await session.feeds() == ()
    assert await session.tags() == Tags(("Sea",), ("a/b",))


async def test_whether_all_can_be_marked_at_once_is_told_by_ok_alone(server: Server) -> None:
    assert await server.session().mark_all_read(READING_LIST, NOON) is not server.strict


async def test_what_a_server_does_not_do_is_one_sentence(server: Server) -> None:
    server._does = lambda call, *_given: httpx.Response(200, text=server.token if call == "/token" else "[]")  # type: ignore[method-assign]
    with pytest.raises(ParseError, match="does not offer that"):
        await server.session().feeds()
    with pytest.raises(ParseError, match="did not do it"):
        await server.session().mark([10], add=READ)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"3", b"null", b"[" * 100_000, b'{"items": {}, "tags": 3}'])
def test_no_answer_does_more_than_fail(body: bytes) -> None:
    for read in (auth_of, feeds_of, ids_of, items_of, tags_of):
        try:
            read(body)
        except ParseError as error:
            assert "\n" not in str(error)


def test_odd_rows_are_passed_over() -> None:
    rows: list[Any] = [3, {}, {"id": "x"}, {"id": "-1", "categories": "x", "canonical": [3], "published": 1e99}]
    assert items_of(json.dumps({"items": rows}).encode()) == (Item((1 << 64) - 1, ""),)
    assert feeds_of(b'{"subscriptions": [{"id": "feed/1", "url": "javascript:x"}]}') == ()
