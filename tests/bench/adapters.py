"""How the product is measured from outside: four thin functions over its own code, kept working for ever."""

import asyncio
import atexit
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tests.bench.events import Told, labels
from tui.blocks import plain
from tui.errors import ParseError
from tui.fetching import child
from tui.fetching.coding import Body
from tui.fetching.parsing import ParsingWorkers
from tui.model import Feed, Offer, Related
from tui.parse.front.frontpage import frontpage
from tui.parse.story.article import article as read
from tui.storage.scales import EVENT, STORY


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the scorers of the page sets want it."""

    title: str
    authors: list[str]
    date: datetime | None
    standfirst: str
    body: str
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed as `expected.json` has it: None for what the feed does not give."""

    id: str | None
    title: str | None
    link: str | None
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Source:
    """A feed as `expected.json` has it."""

    format: str
    title: str | None
    entries: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What `discover` gives: addresses of feeds, (name, url) sections, (title, url) entries."""

    feeds: list[str]
    sections: tuple[Offer, ...]
    entries: tuple[object, ...]


def article(html: str, url: str) -> Page:
    """Read a story page; a page that is no article gives an empty one."""
    try:
        found = read(html, url)
    except ParseError:
        return Page("", [], None, "", "", ())
    return Page(
        found.headline, list(found.byline), found.published, found.standfirst, plain(found.blocks), found.related
    )


_runner = asyncio.Runner()
_guard = ParsingWorkers(1)
atexit.register(_guard.kill)


def guarded_feed(body: bytes, url: str = "") -> Feed:
    """A feed read in a child that ends where it takes too long, as in a refresh. Raises ParseError."""
    return _runner.run(_guard.run(child.feed, Body(body, url)))


def feed(body: bytes) -> Source:
    """Read a feed in a guarded child, as a refresh does; ParseError for what is not a feed."""
    found = guarded_feed(body)
    entries = tuple(
        Item(entry.guid or None, entry.title or None, entry.url or None, entry.published or entry.updated)
        for entry in found.entries
    )
    return Source(found.format, found.title or None, entries)


def events(rows: Iterable[Mapping[str, str]]) -> list[int]:
    """A label per headline row (title, timestamp_ms, publisher where it is known), the same for rows that tell one
    event."""
    return labels(_told(rows), EVENT)


def stories_so_far(rows: Iterable[Mapping[str, str]]) -> list[int]:
    """A label per headline row, the same for rows whose events belong together over days."""
    return labels(_told(rows), STORY)


def _told(rows: Iterable[Mapping[str, str]]) -> list[Told]:
    return [
        Told(int(row["timestamp_ms"]) / 1000, row["title"], row.get("event", ""), row.get("publisher", ""))
        for row in rows
    ]


def discover(html: str, url: str) -> Found:
    """What a front or section page offers."""
    page = frontpage(html, url)
    return Found([offer.url for offer in page.feeds], page.sections, page.entries)
