"""Walks through an empty account on a real server, and writes what was said: `python -m tests.exchanges URL NAME`."""

import asyncio
import json
import sys

import httpx

from tests.exchanges import FOLDER, walk
from tests.sync_campaign import news
from tests.web import Loopback, Threaded
from tui.fetching.client import Fetcher
from tui.fetching.greader import find
from tui.fetching.network import Network
from tui.fetching.parsing import InlineParser
from tui.jobs import RequestOptions
from tui.remote import Login


class Recorder(httpx.AsyncBaseTransport):
    """The network, which remembers what was said."""

    def __init__(self) -> None:
        self.network = Network()
        self.said: list[dict[str, object]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Ask, and keep the answer."""
        response = await self.network.handle_async_request(request)
        body = await httpx.Response(200, stream=response.stream).aread()
        headers = {
            name: value
            for name, value in response.headers.items()
            if name in ("content-type", "retry-after", "location")
        }
        asked = [request.method, str(request.url), request.content.decode()]
        self.said.append({"asked": asked, "status": response.status_code, "headers": headers, "body": body.decode()})
        return httpx.Response(response.status_code, headers=headers, content=body)

    async def aclose(self) -> None:
        """Let go of the network."""
        await self.network.aclose()


async def record(url: str, name: str) -> None:
    """Walk, and write the file."""
    recorder = Recorder()
    fetcher = Fetcher(recorder, version="1")
    session = await find(fetcher, InlineParser(), Login(url, "reader", "secret-api"), RequestOptions())
    for each in await session.feeds():
        await session.unfollow(each.id)
    session = await find(fetcher, InlineParser(), session.login, RequestOptions())
    session._auth = ""
    recorder.said.clear()
    with Threaded(Loopback(news)) as feeds:
        feed = f"{feeds.url}/sea?3"
        found = await walk(session, feed)
    kept = {"base": session.login.url, "feed": feed, "found": found, "exchanges": recorder.said}
    (FOLDER / f"{name}.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(found))
    await fetcher.aclose()


if __name__ == "__main__":
    asyncio.run(record(*sys.argv[1:3]))
