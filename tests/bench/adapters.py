"""How the product is measured from outside: four thin functions over its own code, kept working for ever."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tui.blocks import plain
from tui.errors import ParseError
from tui.gather import guarded_feed
from tui.model import Feed, Offer, Related
from tui.parse.article import article as read
from tui.parse.frontpage import frontpage


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


def feed(body: bytes) -> Feed:
    """Read a feed in a guarded child, as a refresh does; ParseError for what is not a feed."""
    return guarded_feed(body)


def events(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """One group label per headline row: comes with a later issue."""
    raise NotImplementedError


def discover(html: str, url: str) -> Found:
    """What a front or section page offers."""
    page = frontpage(html, url)
    return Found([offer.url for offer in page.feeds], page.sections, page.entries)
