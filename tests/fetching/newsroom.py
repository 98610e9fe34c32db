"""What the tests of fetching share: a small web with a clock and a gatherer over both, and feeds, pages and sitemaps to put there."""

import json
from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

from tests.web import Clock, FakeWeb
from tui.fetching.jobs import Gatherer
from tui.fetching.parsing import InlineParser
from tui.jobs import Discovered, DiscoverJob, Downloaded, DownloadJob, Gathered, RefreshJob
from tui.model import SiteOffer
from tui.values import replace

FEED = "https://news.example/feed"
NEW = "https://new.example/feed"

_T = TypeVar("_T")
_Given = TypeVarTuple("_Given")


class Counting(InlineParser):
    """Reads at once, and counts what it reads."""

    def __init__(self) -> None:
        self.done: list[str] = []

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        self.done.append(work.__name__)
        return work(*given)


class Failing(InlineParser):
    """Reads nothing, and raises this."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        raise self.error


def rss(*titles: str, title: str = "News Example", ttl: int = 0, site: str = "https://news.example") -> str:
    items = "".join(
        f"<item><title>{each}</title><link>{site}/{each.lower().replace(' ', '-')}</link><guid>{each}</guid></item>"
        for each in titles
    )
    asks = f"<ttl>{ttl}</ttl>" if ttl else ""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{asks}{items}</channel></rss>'


SENTENCE = "The river rose during the night and the lower streets of the town were closed to traffic until noon. "


def page(headline: str, *paragraphs: str, head: str = "", after: str = "") -> str:
    text = "".join(f"<p>{each}</p>" for each in paragraphs or (SENTENCE * 3, SENTENCE * 4, SENTENCE * 3))
    return (
        f"<!doctype html><html lang=en><head><title>{headline} - News Example</title><meta property=og:type content=article>"
        f"<meta property=og:site_name content='News Example'>{head}</head>"
        f"<body><main><article><h1>{headline}</h1>{text}{after}</article></main></body></html>"
    )


class World:
    """A web, a clock and a gatherer over both."""

    def __init__(self) -> None:
        self.web, self.clock, self.parser = FakeWeb(), Clock(), Counting()
        self.gatherer = Gatherer(self.web.fetcher(self.clock), self.parser, clock=self.clock)

    async def refresh(self, job: RefreshJob) -> Gathered:
        return await self.gatherer.go(job)

    async def again(self, job: RefreshJob, found: Gathered) -> Gathered:
        """The next refresh, with what the last one brought."""
        return await self.refresh(following(job, found))

    async def download(self, url: str, **given: Any) -> Downloaded:
        return await self.gatherer.go(DownloadJob(url, **given))

    async def discover(self, url: str) -> Discovered:
        return await self.gatherer.go(DiscoverJob(url))

    async def site(self, url: str) -> SiteOffer:
        found = await self.discover(url)
        assert found.site, found.failure
        return found.site


def following(job: RefreshJob, found: Gathered) -> RefreshJob:
    return replace(job, validators=found.validators, moving_to=found.moving_to, moving_since=found.moving_since)


def sends_on(to: str, seconds: int = 0) -> str:
    return f'<!doctype html><html><head><meta http-equiv="refresh" content="{seconds}; URL={to}"></head><body></body></html>'


def sitemap(*titles: str, root: str = "https://news.example") -> str:
    rows = "".join(
        f"<url><loc>{root}/2026/11/23/{each.lower().replace(' ', '-')}</loc><news:news><news:publication><news:name>News Example"
        f"</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-23T10:00:00Z"
        f"</news:publication_date><news:title>{each}</news:title></news:news></url>"
        for each in titles
    )
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'
    )


def posts(*titles: str) -> str:
    return json.dumps(
        [
            {
                "id": number,
                "guid": {"rendered": f"https://news.example/?p={number}"},
                "link": f"https://news.example/{number}/",
                "date_gmt": "2026-11-23T10:00:00",
                "title": {"rendered": title},
                "excerpt": {"rendered": "<p>In short &amp; plain [&hellip;]</p>"},
                "content": {"rendered": f"<p>{SENTENCE}</p>"},
                "_embedded": {"author": [{"name": "Ann Author"}], "wp:featuredmedia": [{"source_url": "/a.jpg"}]},
            }
            for number, title in enumerate(titles, 1)
        ]
    )


HEADLINES = [
    f"The council of {town} votes on its new harbour plan" for town in ("Ayton", "Beford", "Calden", "Dunmere", "Esk")
]
STORIES = {f"https://news.example/2026/11/23/{title.lower().replace(' ', '-')}" for title in HEADLINES}


def front_page(head: str = "", nav: str = "") -> str:
    cards = "".join(
        f'<article><h2><a href="/2026/11/23/{title.lower().replace(" ", "-")}">{title}</a></h2><p>{SENTENCE}</p></article>'
        for title in HEADLINES
    )
    return (
        f"<!doctype html><html lang=en><head><title>News Example</title><meta property=og:site_name content='News Example'>{head}</head>"
        f"<body><header><nav><ul>{nav}</ul></nav></header><main>{cards}</main></body></html>"
    )
