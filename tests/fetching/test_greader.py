"""The Google Reader API, spoken with a server in memory that behaves as FreshRSS or Miniflux do."""

import json

import httpcore
import httpx
import pytest

from tests.feed_server import BASE, LOGIN, NOON, FeedServer, Held, Printed
from tests.web import Clock
from tui.errors import FetchError, ParseError
from tui.fetching import greader
from tui.fetching.client import Fetcher
from tui.fetching.greader import GreaderSession, RefusedError, find
from tui.fetching.parsing import InlineParser
from tui.jobs import RequestOptions
from tui.remote import LABEL, READ, READING_LIST, STARRED, Login, RemoteFeed, RemoteTags
from tui.values import replace

THREE = (10, 16, 1795745941404058)


@pytest.fixture(params=[False, True], ids=["lenient", "strict"])
def server(request: pytest.FixtureRequest) -> FeedServer:
    made = FeedServer(strict=request.param)
    made.state.feeds["feed/1"] = ["https://news.example/feed", "News", "Sea"]
    made.state.last_feed = 1
    fill(made, THREE)
    return made


def fill(server: FeedServer, numbers: tuple[int, ...]) -> None:
    server.state.items = {
        number: Held("feed/1", Printed("Fish & <chips>", f"https://news.example/{number}")) for number in numbers
    }


def session(server: FeedServer, login: Login = LOGIN) -> GreaderSession:
    return GreaderSession(server.fetcher(), InlineParser(), login)


async def test_what_is_unread_and_starred_is_told_by_sets_of_ids(server: FeedServer) -> None:
    one = session(server)
    await one.mark([10, 16], READ)
    await one.mark([16], STARRED)
    await one.mark([16], READ, on=False)
    assert set((await one.ids(READING_LIST))[0]) == set(THREE)
    assert set((await one.ids(READING_LIST, without=READ))[0]) == {16, 1795745941404058}
    assert await one.ids(STARRED) == ((16,), True)
    assert server.asked.count("POST accounts/ClientLogin") == server.asked.count("GET token") == 1


async def test_items_come_by_their_long_ids_with_titles_as_they_were_written(server: FeedServer) -> None:
    one = session(server)
    await one.mark([10], READ)
    item, _ = await one.items([10, 16, 99])
    assert (item.id, item.feed_id, item.read, item.starred) == (10, "feed/1", True, False)
    assert (item.entry.title, item.entry.url, item.entry.published) == (
        "Fish & <chips>",
        "https://news.example/10",
        NOON,
    )
    assert item.entry.summary == "Words of the story."


async def test_ids_come_in_pages_and_a_page_that_comes_again_ends_it() -> None:
    server = FeedServer()
    fill(server, tuple(range(1, 26)))
    server.page = 10
    assert set((await session(server).ids(READING_LIST))[0]) == set(range(1, 26))
    assert server.asked.count("GET stream/items/ids") == 3
    newest, whole = await session(server).ids(READING_LIST, most=10)
    assert (newest, whole) == (tuple(range(25, 15, -1)), False)
    again = json.dumps({"itemRefs": [{"id": "1"}], "continuation": "x"}).encode()
    server._ids = lambda query: httpx.Response(200, content=again)  # type: ignore[method-assign]
    assert await session(server).ids(READING_LIST) == ((1,), True)


async def test_items_that_are_no_more_are_none(server: FeedServer) -> None:
    assert await session(server).items([99]) == ()


async def test_many_marks_go_in_parts(server: FeedServer) -> None:
    fill(server, tuple(range(1, 251)))
    await session(server).mark(tuple(server.state.items), READ)
    assert all(held.tags == {READ} for held in server.state.items.values())
    assert server.asked.count("POST edit-tag") == 3


async def test_items_are_asked_for_a_hundred_at_a_time(server: FeedServer) -> None:
    for many, requests in ((100, 1), (101, 2)):
        server.asked.clear()
        fill(server, tuple(range(1, many + 1)))
        one = session(server)
        assert len(await one.items(tuple(server.state.items))) == many
        await one.mark(tuple(server.state.items), READ)
        counted = [server.asked.count(f"POST {what}") for what in ("stream/items/contents", "edit-tag")]
        assert counted == [requests, requests]


async def test_texts_that_are_too_long_together_come_in_smaller_parts(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.fetching.client.BODY_BYTES", 15_000)
    fill(server, tuple(range(1, 5)))
    for held in server.state.items.values():
        held.story.content = "<p>long</p>" * 1_000
    assert len(await session(server).items((1, 2, 3, 4))) == 4
    assert server.asked.count("POST stream/items/contents") == 7


async def test_a_forgotten_login_is_made_once_more_and_no_more_often(server: FeedServer) -> None:
    one = session(server)
    await one.mark([10], READ)
    server.forgetful = 1
    await one.mark([16], READ)
    assert server.state.items[16].tags == {READ}
    server.forgetful = 99
    with pytest.raises(FetchError, match="refused the name or the password"):
        await one.ids(READING_LIST)
    assert server.asked.count("POST accounts/ClientLogin") == 3


async def test_a_wrong_password_is_tried_twice_and_never_said(server: FeedServer) -> None:
    with pytest.raises(FetchError, match="refused the name or the password") as caught:
        await session(server, replace(LOGIN, password="wr0ng")).feeds()
    assert server.asked == ["POST accounts/ClientLogin"] * 2
    assert "wr0ng" not in str(caught.value)


async def test_a_password_is_what_its_owners_program_prints(server: FeedServer) -> None:
    login = replace(LOGIN, password="", command=("printf", "%s\n", "secret-api"))
    assert len(await session(server, login).feeds()) == 1


async def test_a_password_is_not_carried_to_another_host() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(308, headers={"Location": "http://10.0.0.1/accounts/ClientLogin"})

    fetcher = Fetcher(httpx.MockTransport(answer), version="1", clock=Clock())
    with pytest.raises(FetchError, match="is not told what was meant for it"):
        await GreaderSession(fetcher, InlineParser(), LOGIN).feeds()
    assert asked == ["127.0.0.1"]


async def test_feeds_are_followed_edited_and_left(server: FeedServer) -> None:
    one = session(server)
    await one.follow("https://paper.example/feed", "Paper", "Sea")
    _, feed = await one.feeds()
    assert feed == RemoteFeed("feed/2", "https://paper.example/feed", "Paper", "", "Sea")
    await one.edit(feed.id, title="Newer & better", folder="Land / Hills")
    assert [(each.title, each.folder) for each in await one.feeds()][1] == ("Newer & better", "Land / Hills")
    await one.unfollow(feed.id)
    assert len(await one.feeds()) == 1
    with pytest.raises(FetchError):
        await one.follow("https://news.example/feed")


async def test_folders_and_labels_are_told_apart() -> None:
    server = FeedServer()
    server.state.feeds["feed/1"] = ["https://news.example/feed", "News", "Sea"]
    fill(server, (1,))
    server.state.items[1].tags.add(LABEL + "a/b")
    assert await session(server).tags() == RemoteTags(("Sea", "Uncategorized"), ("a/b",))


async def test_whether_all_can_be_marked_at_once_is_told_by_ok_alone(server: FeedServer) -> None:
    if server.strict:
        with pytest.raises(RefusedError):
            await session(server).mark_all_read("feed/1", 16)
    else:
        await session(server).mark_all_read("feed/1", 16)
    assert [bool(held.tags) for held in server.state.items.values()] == [not server.strict] * 2 + [False]


async def test_the_api_is_found_below_the_address_that_a_person_gives(server: FeedServer) -> None:
    login = replace(LOGIN, url="http://127.0.0.1:8461/")
    found = await find(server.fetcher(), InlineParser(), login, RequestOptions())
    assert found.login.url == BASE
    with pytest.raises(ParseError, match=r"no Google Reader API was found at .*/elsewhere"):
        await find(server.fetcher(), InlineParser(), replace(LOGIN, url=login.url + "elsewhere"), RequestOptions())


async def test_what_a_server_does_not_do_is_one_sentence(server: FeedServer) -> None:
    one = session(server)
    server._does = lambda call, *_given: httpx.Response(200, text=server.token if call == "token" else "[]")  # type: ignore[method-assign]
    with pytest.raises(ParseError, match="does not offer that"):
        await one.feeds()
    with pytest.raises(RefusedError, match="did not carry that out"):
        await one.mark([10], READ)


async def test_a_server_without_end_is_read_so_far_and_not_called_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(greader, "PAGES", 3)
    server = FeedServer()
    fill(server, tuple(range(1, 51)))
    server.page = 10
    ids, whole = await session(server).ids(READING_LIST)
    assert (len(ids), whole) == (30, False)


async def test_a_server_that_is_ill_is_not_looked_for_elsewhere(server: FeedServer) -> None:
    server.before = lambda _number, _call: httpx.Response(503)
    with pytest.raises(FetchError) as failed:
        await find(server.fetcher(), InlineParser(), LOGIN, RequestOptions())
    assert failed.value.status == 503
    assert len(server.asked) == 1


async def test_stories_that_a_server_refuses_are_not_asked_for_in_parts(server: FeedServer) -> None:
    server.before = lambda _number, call: httpx.Response(403) if call == "stream/items/contents" else None
    with pytest.raises(FetchError) as failed:
        await session(server).items(THREE)
    assert failed.value.status == 403
    assert server.asked.count("POST stream/items/contents") == 1


async def test_an_answer_that_breaks_off_is_none(server: FeedServer) -> None:
    class Broken(httpx.AsyncByteStream):
        async def __aiter__(self):  # type: ignore[no-untyped-def] # an iterator of bytes that breaks
            yield b"Auth=reader"
            raise httpcore.ReadError

    server.after = lambda _number, _call: httpx.Response(200, stream=Broken())
    with pytest.raises(FetchError, match=r"127\.0\.0\.1:8461 broke off in the middle of its answer") as caught:
        await session(server).feeds()
    assert caught.value.unreached


async def test_a_page_at_the_address_given_is_no_api_and_it_is_looked_for_below() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        below = request.url.path.startswith("/api/greader.php/")
        return httpx.Response(200, text="Auth=reader/abc" if below else "<html><title>A reader</title>")

    fetcher = Fetcher(httpx.MockTransport(answer), version="1", clock=Clock())
    login = replace(LOGIN, url=BASE.removesuffix("/api/greader.php"))
    assert (await find(fetcher, InlineParser(), login, RequestOptions())).login.url == BASE
