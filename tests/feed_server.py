"""A server of feeds in memory, that behaves as FreshRSS or Miniflux were seen to: what both take and refuse, how they page,
which ids they give. It can be put back to an earlier state, and made to fail at any of its requests."""

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import parse_qsl

import httpx

from tests.web import Clock
from tui.fetching.client import Fetcher
from tui.fetching.greader import long_id
from tui.fetching.jobs import Gatherer
from tui.fetching.parsing import InlineParser
from tui.remote import LABEL, READ, READING_LIST, STARRED, Login

BASE = "http://127.0.0.1:8461/api/greader.php"
LOGIN = Login(BASE, "reader", "secret-api")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FULL_WIDTH = str.maketrans("&<>\"'", "＆＜＞＂＇")


@dataclass
class Printed:
    """A story as a feed has it: what the web offers to whoever asks."""

    title: str
    url: str
    published: int = int(NOON.timestamp())
    content: str = "<p>Words of the story.</p>"


@dataclass
class Held:
    """A story as the server has it."""

    feed_id: str
    story: Printed
    tags: set[str] = field(default_factory=set)


@dataclass
class State:
    """All that a backup of the server holds."""

    feeds: dict[str, list[str]] = field(default_factory=dict)
    """url, title, folder, by id."""
    items: dict[int, Held] = field(default_factory=dict)
    last_feed: int = 0
    last_item: int = 0


Fault = Callable[[int, str], httpx.Response | Exception | None]
"""What happens at the request of a number to a call, or None."""


class FeedServer:
    """A server. `strict` is Miniflux's way: no mark-all, no labels, a token that is looked at, offsets as cursors."""

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict
        self.password, self.auth, self.token = "secret-api", "reader/abc", "t" * 57
        self.unfiled = "All" if strict else "Uncategorized"
        self.web: dict[str, list[Printed]] = {}
        """What stands at the addresses of feeds."""
        self.state = State(last_item=0 if strict else 1_795_745_941_000_000)
        self.asked: list[str] = []
        self.page = 10_000
        self.forgetful = 0
        """How often it still forgets who has logged in."""
        self.before: Fault = lambda number, call: None
        self.after: Fault = lambda number, call: None

    # What people do there by other means

    def fetch(self) -> None:
        """Asks the feeds for what is new."""
        for feed_id, (url, _, _) in self.state.feeds.items():
            known = {held.story.url for held in self.state.items.values() if held.feed_id == feed_id}
            for story in reversed(self.web.get(url, [])):
                if story.url not in known:
                    self.state.last_item += 1
                    self.state.items[self.state.last_item] = Held(feed_id, copy.copy(story))

    def follow(self, url: str, title: str = "", folder: str = "") -> str:
        """Follows a feed, and asks it."""
        self.state.last_feed += 1
        feed_id = f"feed/{self.state.last_feed}"
        self.state.feeds[feed_id] = [url, title or url, folder or self.unfiled]
        self.fetch()
        return feed_id

    def unfollow(self, feed_id: str) -> None:
        """Follows a feed no longer: its stories go."""
        del self.state.feeds[feed_id]
        self.state.items = {number: held for number, held in self.state.items.items() if held.feed_id != feed_id}

    def backup(self) -> State:
        """All it has."""
        return copy.deepcopy(self.state)

    def restore(self, state: State) -> None:
        """Goes back to what it had."""
        self.state = copy.deepcopy(state)

    def marked(self, url: str) -> set[str]:
        """The tags of the story at an address."""
        (held,) = [held for held in self.state.items.values() if held.story.url == url]
        return held.tags

    def mark(self, url: str, tag: str, *, on: bool = True) -> None:
        """Marks a story, as another program of the person's would."""
        (self.marked(url).add if on else self.marked(url).discard)(tag)

    # HTTP

    def fetcher(self, clock: Clock | None = None) -> Fetcher:
        """A client of this server alone."""
        return Fetcher(httpx.MockTransport(self._answer), version="1", clock=clock or Clock())

    def gatherer(self, clock: Clock | None = None) -> Gatherer:
        """The fetching wing over this server alone."""
        return Gatherer(self.fetcher(clock), InlineParser())

    def _answer(self, request: httpx.Request) -> httpx.Response:
        call = request.url.path.removeprefix("/api/greader.php").removeprefix("/reader/api/0").lstrip("/")
        self.asked.append(f"{request.method} {call}")
        number = len(self.asked)
        fault = self.before(number, call)
        answer = fault or self._known(request, call)
        fault = fault or self.after(number, call)
        if isinstance(fault, Exception):
            raise fault
        assert isinstance(answer, httpx.Response)
        return fault or answer

    def _known(self, request: httpx.Request, call: str) -> httpx.Response:
        form = parse_qsl(request.content.decode())
        if not request.url.path.startswith("/api/greader.php"):
            return httpx.Response(404)
        if call == "accounts/ClientLogin":
            right = dict(form) == {"Email": "reader", "Passwd": self.password}
            return httpx.Response(200, text=f"SID=x\nLSID=null\nAuth={self.auth}\n") if right else httpx.Response(401)
        known = request.headers.get("authorization") == f"GoogleLogin auth={self.auth}"
        if not known or self.forgetful or (form and self.strict and dict(form).get("T") != self.token):
            self.forgetful = max(0, self.forgetful - 1)
            return httpx.Response(401, text="Unauthorized!")
        return self._does(call, dict(request.url.params), form)

    def _does(self, call: str, query: dict[str, str], form: list[tuple[str, str]]) -> httpx.Response:
        match call:
            case "token":
                return httpx.Response(200, text=self.token + "\n")
            case "stream/items/ids":
                return self._ids(query)
            case "stream/items/contents":
                rows = [self._row(number) for number in self._named(form)]
                return httpx.Response(200, json={"items": rows}) if rows or not self.strict else httpx.Response(400)
            case "edit-tag":
                return self._edit_tag(form)
            case "mark-all-as-read" if not self.strict:
                said = dict(form)
                for number, held in self.state.items.items():
                    if held.feed_id == said["s"] and number <= int(said["ts"]):
                        held.tags.add(READ)
                return httpx.Response(200, text="OK")
            case "subscription/list":
                rows = [
                    {
                        "id": feed_id,
                        "url": url,
                        "title": self._title(title),
                        "categories": [{"id": self._label(folder)}],
                    }
                    for feed_id, (url, title, folder) in self.state.feeds.items()
                ]
                return httpx.Response(200, json={"subscriptions": rows})
            case "subscription/edit":
                return self._edit(dict(form))
            case "tag/list":
                labels = {tag for held in self.state.items.values() for tag in held.tags if tag.startswith(LABEL)}
                folders = {folder for _, _, folder in self.state.feeds.values()} | {self.unfiled}
                rows = [{"id": STARRED}]
                rows += [{"id": self._label(name), "type": "folder"} for name in sorted(folders)]
                rows += [{"id": tag, "type": "tag"} for tag in sorted(labels)]
                return httpx.Response(200, json={"tags": rows})
        return httpx.Response(200, json=[])

    def _label(self, name: str) -> str:
        return f"user/{'1' if self.strict else '-'}/label/{name}"

    def _title(self, title: str) -> str:
        return title if self.strict else title.translate(FULL_WIDTH)

    def _edit(self, said: dict[str, str]) -> httpx.Response:
        folder = said.get("a", "").removeprefix(LABEL)
        if said["ac"] == "subscribe":
            url = said["s"].removeprefix("feed/")
            if url in {feed[0] for feed in self.state.feeds.values()}:
                return httpx.Response(500 if self.strict else 400)
            first = min((feed[2] for feed in self.state.feeds.values()), default="") if self.strict else ""
            self.follow(url, said.get("t", ""), folder or first)  # Miniflux: the first folder by name
        elif said["ac"] == "unsubscribe":
            if said["s"] in self.state.feeds:
                self.unfollow(said["s"])
        else:
            feed = self.state.feeds[said["s"]]
            feed[1] = said.get("t", feed[1])
            feed[2] = folder or ("" if self.strict or "r" not in said else self.unfiled) or feed[2]
        return httpx.Response(200, text="OK")

    def _edit_tag(self, form: list[tuple[str, str]]) -> httpx.Response:
        name, tag = [(name, value) for name, value in form if name in "ar"][-1]
        if self.strict and tag.startswith(LABEL):
            return httpx.Response(500)
        for number in self._named(form):
            tags = self.state.items[number].tags
            (tags.add if name == "a" else tags.discard)(tag)
        return httpx.Response(200, text="OK")

    def _ids(self, query: dict[str, str]) -> httpx.Response:
        stream = query["s"]
        if self.strict and stream.startswith(LABEL):
            return httpx.Response(500)
        known = {tag for held in self.state.items.values() for tag in held.tags}
        everything = stream == READING_LIST or (
            not self.strict and (stream == READ or (stream.startswith(LABEL) and stream not in known))
        )
        numbers = [
            number
            for number, held in sorted(self.state.items.items(), reverse=True)
            if (everything or stream in held.tags) and query.get("xt") not in held.tags
        ]
        size = len(numbers) if self.strict else min(self.page, int(query.get("n", "20")))
        start = 0
        if cursor := query.get("c"):
            start = int(cursor) if self.strict else numbers.index(int(cursor)) + 1
        shown = numbers[start : start + size]
        further: dict[str, Any] = {}
        if start + size < len(numbers):
            further = {"continuation": str(start + size if self.strict else shown[-1])}
        return httpx.Response(200, json={"itemRefs": [{"id": str(number)} for number in shown]} | further)

    def _named(self, form: list[tuple[str, str]]) -> list[int]:
        ids = [value for name, value in form if name == "i"]
        # A short id is read as hexadecimal by one, and as decimal by the other.
        numbers = [int(id_.rpartition("/")[2], 16 if self.strict or "/" in id_ else 10) for id_ in ids]
        return [number for number in numbers if number in self.state.items]

    def _row(self, number: int) -> dict[str, Any]:
        held = self.state.items[number]
        stamp = held.story.published * 1_000_000 if self.strict else number
        _, _, folder = self.state.feeds[held.feed_id]
        return {
            "id": long_id(number),
            "title": self._title(escape(held.story.title) if not self.strict else held.story.title),
            "published": held.story.published,
            "timestampUsec": str(stamp),
            "canonical": [{"href": held.story.url}],
            "origin": {"streamId": held.feed_id},
            "summary": {"content": held.story.content},
            "categories": [READING_LIST, self._label(folder), *sorted(held.tags)],
        }
