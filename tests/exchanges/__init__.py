"""Exchanges with real servers, word for word: a walk through all that is asked of one, and what FreshRSS and Miniflux answered.

`python -m tests.exchanges URL NAME` walks through an empty account on a server and writes what was said to NAME.json."""

import json
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import httpx

from tests.web import Clock
from tui.errors import NewsError
from tui.fetching.client import Fetcher
from tui.fetching.greader import GreaderSession
from tui.fetching.parsing import InlineParser
from tui.remote import LABEL, READ, READING_LIST, STARRED, Login
from tui.values import Value, replace

FOLDER = Path(__file__).parent


async def walk(session: GreaderSession, feed: str) -> list[str]:
    """All that is asked of a server, in an account that follows nothing; what came of it, a line each."""
    found: list[str] = []

    async def say(what: str, asked: Awaitable[Any]) -> Any:
        try:
            answer = await asked
        except NewsError as error:
            found.append(f"{what}: {type(error).__name__}: {error}")
            return None
        shown = answer if isinstance(answer, tuple) else (answer,)
        lines = [_shown(each) for each in shown]
        found.append(f"{what}: {'; '.join(lines)}")
        return answer

    wrong = replace(session.login, password="wrong")
    await say("a wrong password", GreaderSession(session._fetcher, InlineParser(), wrong).feeds())
    await say("feeds of none", session.feeds())
    await say("follow", session.follow(feed, "The “Sea” & <more>", "Water / Deep"))
    await say("follow again", session.follow(feed))
    feeds = await say("feeds", session.feeds())
    await say("tags", session.tags())
    ids, _ = await say("ids", session.ids(READING_LIST))
    await say("items", session.items(ids))
    await say("items that are not there", session.items((7_000_000_000,)))
    await say("read", session.mark(ids[:2], READ))
    await say("starred", session.mark(ids[1:], STARRED))
    await say("labelled", session.mark(ids[:1], LABEL + "Größe/weit & <breit>"))
    await say("unread ids", session.ids(READING_LIST, without=READ))
    await say("starred ids", session.ids(STARRED))
    await say("labelled ids", session.ids(LABEL + "Größe/weit & <breit>"))
    await say("tags then", session.tags())
    await say("edit", session.edit(feeds[0].id, title="Sea", folder="Land"))
    await say("feeds then", session.feeds())
    await say("all read", session.mark_all_read(feeds[0].id, 9_999_999_999_999_999))
    await say("unread ids then", session.ids(READING_LIST, without=READ))
    await say("what it does not have", session._read(_whole, "stream/contents", {"output": "json"}))
    await say("unfollow", session.unfollow(feeds[0].id))
    await say("feeds at last", session.feeds())
    return found


def _whole(body: Any) -> tuple[str, ...]:
    from tui.parse.feeds.greader import items_of

    return tuple(str(item.id) for item in items_of(body.plain()))


def _shown(value: Any) -> str:
    return repr(value) if isinstance(value, Value | tuple | int) else str(value)


def replayed(name: str) -> tuple[GreaderSession, str, list[str]]:
    """A session with a server that says what it once did, to the same requests alone; the feed, and what came of it."""
    kept = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    left = list(kept["exchanges"])

    def answer(request: httpx.Request) -> httpx.Response:
        known = left.pop(0)
        assert [request.method, str(request.url), request.content.decode()] == known["asked"]
        return httpx.Response(known["status"], headers=known["headers"], content=known["body"].encode())

    fetcher = Fetcher(httpx.MockTransport(answer), version="1", clock=Clock())
    login = Login(kept["base"], "reader", "secret-api")
    return GreaderSession(fetcher, InlineParser(), login), kept["feed"], kept["found"]
