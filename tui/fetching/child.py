"""What runs in a parsing child: each task turns a stranger's bytes into values, and may be killed over it.

The functions in `TASKS` can be asked for, by name. Each imports what it needs where it runs, so that a
process that only asks reads nothing itself.
"""

import contextlib
import re
import sys
import zlib
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tui import address
from tui.errors import ParseError
from tui.fetching import confine, wire
from tui.fetching.coding import Body
from tui.fetching.parsing import kinds
from tui.fetching.wire import Sealed
from tui.jobs import Colours, Raster, Sixels
from tui.model import Article, Entry, Feed, FrontPage, Kind
from tui.parse.feeds.wordpress import Category
from tui.remote import RemoteFeed, RemoteItem, RemoteTags
from tui.text import words
from tui.values import Value, replace

if TYPE_CHECKING:
    from tui.parse.rules import Rules

_HTML = re.compile(
    rb"\s{0,200}(?:<\?xml[^<>]{0,200}>\s{0,200})?(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype html|html)\b", re.I | re.S
)
_META = re.compile(rb"<meta\b([^<>]{1,2000})>", re.I)
_REFRESH = re.compile(rb"http-equiv\s{0,9}=\s{0,9}[\"']?refresh\b", re.I)
_TARGET = re.compile(
    rb"content\s{0,9}=\s{0,9}[\"']?\s{0,9}(\d{1,4})[\d.]{0,9}\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?[\"']?([^\"'>\s]{1,2000})",
    re.I,
)
_PASSWORD = re.compile(rb"<input\b[^<>]{0,500}\btype\s{0,9}=\s{0,9}[\"']?password\b", re.I)
_SITEMAP = re.compile(rb"<(?:[\w.-]{1,30}:)?(?:urlset|sitemapindex)[\s>]")
_HEAD_BYTES = 20_000
"""Where a page's meta refresh is looked for."""
_SOON = 30
"""Seconds after which a meta refresh leads on; one that takes longer reloads a page that is meant to be read."""


NOTHING = Sealed.of(())


class Offered(Value):
    """What stands where a section's stories are."""

    digest: str
    """SHA-256 of the body without its coding, hexadecimal."""
    unchanged: bool = False
    """It is the digest that was known: nothing was read."""
    entries: Sealed = NOTHING
    """The stories, `tuple[Entry, ...]`, sealed: most are only handed on to whoever asked."""
    title: str = ""
    ttl_minutes: int = 0
    moved_to: str = ""
    """Where the feed itself says that it stands now, or ""."""
    leads_to: str = ""
    """Where the page that stands instead sends browsers (meta refresh), or ""."""
    refused: str = ""
    """Why it is no feed, or ""."""
    below: tuple[str, ...] = ()
    """The sitemaps that an index names, the newest first."""


def section(body: Body, kind: Kind, known: str) -> Offered:
    """What stands where a section of some kind is; nothing is read where its digest is `known`. ParseError for what
    is no such thing."""
    data = body.plain()
    digest = sha256(data).hexdigest()
    if digest == known:
        return Offered(digest, unchanged=True)
    body = replace(body, data=data, coding="", cut=False)
    match kind:
        case Kind.FEED:
            if leads_to := _leads_to(data, body.url):
                return Offered(digest, leads_to=leads_to)
            try:
                found = feed(body)
            except ParseError as error:
                return Offered(digest, refused=str(error))
            return Offered(digest, False, Sealed.of(found.entries), found.title, found.ttl_minutes, found.moved_to)
        case Kind.PAGE:
            from tui.parse.front.frontpage import EMPTY

            page = front(body)
            if not page.entries and page.notice not in ("", EMPTY):
                raise ParseError(page.notice)
            return Offered(digest, False, Sealed.of(page.entries), page.name)
        case Kind.SITEMAP:
            entries, below, _ = sitemap(body)
            return Offered(digest, False, Sealed.of(entries), below=below)
        case _:
            return Offered(digest, False, Sealed.of(posts(body)))


def feed(body: Body) -> Feed:
    """A feed; ParseError for what is none."""
    from tui.parse.feeds.feed import feed

    data = body.plain()
    try:
        found = feed(data, body.url, body.content_type)
    except ParseError:
        raise _no_feed(data) or ParseError("this is not a feed") from None
    return replace(found, entries=_with_words(found.entries))


def _no_feed(data: bytes) -> ParseError | None:
    """What is said of a page in the place of a feed."""
    if not _HTML.match(data[:_HEAD_BYTES]):
        return None
    if _PASSWORD.search(data[:500_000]):
        return ParseError("there is a login page where the feed was")
    return ParseError("there is a web page where the feed was: a login, perhaps, or a question about cookies")


def _leads_to(data: bytes, url: str) -> str:
    """Where a page sends browsers on to, without its HTTP saying so; "" for what is not a page, and for one that only
    reloads itself."""
    if not _HTML.match(data[:_HEAD_BYTES]):
        return ""
    for inside in _META.findall(data[:_HEAD_BYTES]):
        target = _TARGET.search(inside) if _REFRESH.search(inside) else None
        if target and int(target[1]) <= _SOON:
            link = target[2].decode("utf-8", "replace").replace("&amp;", "&")
            there = address.public(address.safe(address.join(url, link)))  # it may be told to a person
            return there if there.startswith(("http://", "https://")) and address.key(there) != address.key(url) else ""
    return ""


def _with_words(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries in the form that a library takes fastest: their words are found here, where there is time for it."""
    return tuple(replace(entry, words=words(entry.content)) if entry.content else entry for entry in entries)


def front(body: Body) -> FrontPage:
    """What a page of a site offers."""
    from tui.parse import encoding
    from tui.parse.front.frontpage import frontpage

    return frontpage(encoding.page(body.plain(), body.content_type), body.url)


def sitemap(body: Body) -> tuple[tuple[Entry, ...], tuple[str, ...], str]:
    """A sitemap's stories (those with a title), the sitemaps it names, the publication's name; ParseError for what
    is none."""
    from tui.parse.feeds.sitemap import sitemap

    found = sitemap(body.plain(), body.url)
    return tuple(e for e in found.entries if e.title), tuple(child.url for child in found.children), found.name


def robots(body: Body) -> tuple[str, ...]:
    """The sitemaps that a robots.txt names, those for news first."""
    from tui.parse.feeds.sitemap import robots_sitemaps

    return robots_sitemaps(body.plain().decode("utf-8", "replace"), body.url)


def well_known(url: str) -> tuple[str, ...]:
    """Addresses where a page's feed may stand though it names none."""
    from tui.parse.front.feed_links import well_known_feeds

    return well_known_feeds(url)


def posts(body: Body) -> tuple[Entry, ...]:
    """What WordPress's own interface gives as the newest posts."""
    from tui.parse.feeds.wordpress import posts

    return _with_words(posts(body.plain(), body.url))


def categories(body: Body) -> tuple[Category, ...]:
    """What WordPress's own interface gives as its categories."""
    from tui.parse.feeds.wordpress import categories

    return categories(body.plain(), body.url)


# Answers of a server of feeds


def server_key(body: Body) -> str:
    """The key that a login gives."""
    from tui.parse.feeds.greader import auth_of

    return auth_of(body.plain())


def server_feeds(body: Body) -> tuple[RemoteFeed, ...]:
    """What an account follows."""
    from tui.parse.feeds.greader import feeds_of

    return feeds_of(body.plain())


def server_tags(body: Body) -> RemoteTags:
    """An account's folders and labels."""
    from tui.parse.feeds.greader import tags_of

    return tags_of(body.plain())


def server_ids(body: Body) -> tuple[tuple[int, ...], str]:
    """A page of the ids of a stream, and how to ask for the next."""
    from tui.parse.feeds.greader import ids_of

    return ids_of(body.plain())


def server_items(body: Body) -> tuple[RemoteItem, ...]:
    """Stories, with their texts."""
    from tui.parse.feeds.greader import items_of

    return items_of(body.plain())


# Stories


class LoadedRules(Value):
    """The rules for single sites that stories are read by; `fault`: why the person's own are left out, or ""."""

    rules: "tuple[Rules, ...]"
    fault: str = ""


@cache
def site_rules() -> LoadedRules:
    """The rules that ship and, before them, a person's own: read once a process. What is wrong with these goes to
    the log too."""
    from tui import bounded, config
    from tui.parse.rules import load

    ours = load(config.asset("rules.toml").read_text("utf-8"))
    file = config.config_file().parent / "rules.toml"
    try:
        return LoadedRules(ours + load(bounded.body(file, config.MOST_BYTES).decode("utf-8")))
    except FileNotFoundError:
        return LoadedRules(ours)
    except (OSError, UnicodeDecodeError) as error:
        fault = f"{file} cannot be read: {error}"
    except ParseError as error:
        fault = f"{file}: {error}"
    with contextlib.suppress(OSError):  # a confined child cannot write to a log that is a file
        print(fault, file=sys.stderr)
    return LoadedRules(ours, fault)


class StoryPage(Value):
    """A story's page, read."""

    article: Article | None = None
    html: bytes = b""
    """Its HTML to keep: UTF-8, compressed with zlib."""
    leads_to: str = ""
    """Where the page, which holds no story, sends browsers on to (meta refresh), or ""."""


def story(body: Body, title: str) -> StoryPage:
    """A story's page, read; ParseError for a page without a story."""
    from tui.parse import encoding
    from tui.parse.story.article import article

    data = body.plain()
    html = encoding.page(data, body.content_type)
    try:
        found = article(html, body.url, title=title, rules=site_rules().rules)
    except ParseError:
        if leads_to := _leads_to(data, body.url):
            return StoryPage(leads_to=leads_to)
        raise
    return StoryPage(found, zlib.compress(html.encode("utf-8", "replace")))


def kept(html: str, url: str, title: str, source: Literal["page", "feed", "guide"]) -> Article:
    """Kept HTML, read again."""
    from tui.parse.story.article import article, fragment

    if source == "feed":
        return fragment(html, url, title=title, source="feed")
    return replace(article(html, url, title=title, rules=site_rules().rules), source=source)


def joined(first: Article, rest: tuple[Article, ...]) -> Article:
    """One story of several pages."""
    from tui.parse.story.paging import join

    return join(first, rest)


def explained(body: Body) -> str:
    """How a page is read, in lines."""
    from tui.parse import encoding
    from tui.parse.story.explain import explain

    known = site_rules()
    told = explain(encoding.page(body.plain(), body.content_type), body.url, rules=known.rules).text()
    return f"{known.fault}\n\n{told}" if known.fault else told


class Opened(Value):
    """What stands at an address that a person gave: a feed, or else a page and, where it is a story's, the story."""

    feed: Feed | None = None
    front: FrontPage | None = None
    story: Article | None = None
    sitemap: bool = False
    """It begins as a sitemap does."""
    leads_to: str = ""
    """Where the page sends browsers on to (meta refresh), or ""."""


def opened(body: Body) -> Opened:
    """What a body is, told by itself and not by its Content-Type."""
    from tui.parse import encoding
    from tui.parse.feeds.feed import feed, looks_like_feed
    from tui.parse.front.frontpage import frontpage

    data = body.plain()
    if looks_like_feed(data):
        try:
            return Opened(feed=feed(data, body.url, body.content_type))
        except ParseError:
            pass  # a page that only begins like one
    html = encoding.page(data, body.content_type)
    page = frontpage(html, body.url)
    packed = data[:2] == b"\x1f\x8b"  # news.xml.gz: the file itself is compressed, whatever HTTP does
    is_sitemap = packed or bool(_SITEMAP.search(data[:4096]))
    return Opened(None, page, _story_of(html, body.url, page), is_sitemap, _leads_to(data, body.url))


def _story_of(html: str, url: str, page: FrontPage) -> Article | None:
    """The story, where the address is one's: its page says so, or is dated and holds more prose than links to other
    stories."""
    from tui.blocks import plain
    from tui.parse.page.markup import look
    from tui.parse.page.metadata import metadata
    from tui.parse.page.tree import tree
    from tui.parse.story.article import article

    facts = metadata(look(tree(html)), url)
    if facts.kind not in ("story", "") or not url.partition("://")[2].partition("/")[2]:
        return None
    try:
        found = article(html, url, rules=site_rules().rules)
    except ParseError:
        return None
    told = facts.kind == "story" or found.published is not None
    return found if told and len(plain(found.blocks)) > max(300, 80 * len(page.entries)) else None


# Pictures


def picture(body: Body, box: tuple[int, int], cell: tuple[int, int], colours: Colours, dark: bool) -> Raster | Sixels:
    """A picture as pixels or sixels for a box of cells; ParseError for what is none."""
    from tui.parse import raster

    if colours == "sixel":
        return raster.in_sixels(body.plain(), box, cell, dark=dark)
    return raster.raster(body.plain(), *box, colours, dark=dark)


# The process


TASKS: dict[str, Callable[..., Any]] = {
    task.__name__: task
    for task in (
        *(section, feed, front, sitemap, robots, well_known, posts, categories),
        *(story, kept, joined, explained, opened),
        *(server_key, server_feeds, server_tags, server_ids, server_items),
    )
}


def serving(tasks: dict[str, Callable[..., Any]]) -> Callable[[tuple[str, bytes]], Any]:
    """A handler for these tasks: it takes a task's name and, as a message, its arguments."""

    def work(asked: tuple[str, bytes]) -> Any:
        name, given = asked
        task = tasks[name]
        try:
            return task(*wire.decode(given, kinds(task)[0]))
        except (MemoryError, RecursionError):
            raise ParseError("it is made so that it cannot be read") from None

    return work


def drawing() -> tuple[Any, Callable[[tuple[str, bytes]], Any]]:
    """A child that decodes pictures and does nothing else: what it needs is there before it is confined, and costs no
    picture its second."""
    from tui.parse import raster

    raster.begin()
    confine.give_up()
    return tuple[str, bytes], serving({picture.__name__: picture})


def parsing() -> tuple[Any, Callable[[tuple[str, bytes]], Any]]:
    """A parsing child, as `Worker("tui.fetching.child:parsing")` starts it: confined before it reads anything."""
    story_rooms = find_spec("tui.parse.story.article")
    if story_rooms is None or not story_rooms.cached or not Path(story_rooms.cached).exists():
        # Not compiled yet (a checkout, an installer that leaves it to the first run): a confined child could keep
        # nothing of it, and every one would compile them anew.
        for room in ("story.article", "feeds.feed", "front.frontpage"):
            import_module(f"tui.parse.{room}")
    confine.give_up()
    return tuple[str, bytes], serving(TASKS)
