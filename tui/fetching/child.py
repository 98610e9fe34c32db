"""Where what came back is read: in child processes, which can be killed when a page is made to hang them.

What can be asked for are the functions of this room. Each imports what it needs where it runs, so that a process that only asks
reads nothing itself.
"""

import asyncio
import contextlib
import resource
import sys
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, TypeVarTuple

from tui.errors import LostError, ParseError
from tui.fetching.workers import Courier
from tui.model import Article, Entry, Feed, FrontPage
from tui.parse.feeds.wordpress import Category
from tui.text import words
from tui.values import replace

if TYPE_CHECKING:
    from tui.parse.rules import Rules

PARSE_SECONDS = 10.0
"""What one feed or page may cost before its reader is killed."""
MEMORY_BYTES = 2 << 30
"""The address space of a parsing child."""

_T = TypeVar("_T")
_Given = TypeVarTuple("_Given")


def feed(body: bytes, url: str, content_type: str = "") -> Feed:
    """A feed; ParseError for what is none."""
    from tui.parse.feeds.feed import feed

    found = feed(body, url, content_type)
    return replace(found, entries=_with_words(found.entries))


def _with_words(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries as a library takes them fastest: their words told here, where there is time for it."""
    return tuple(replace(entry, words=words(entry.content)) if entry.content else entry for entry in entries)


def front(body: bytes, content_type: str, url: str) -> FrontPage:
    """What a page of a site offers."""
    from tui.parse import encoding
    from tui.parse.front.frontpage import frontpage

    return frontpage(encoding.page(body, content_type), url)


def sitemap(body: bytes, url: str) -> tuple[tuple[Entry, ...], tuple[str, ...], str]:
    """A sitemap's stories (those with a title), the sitemaps it names, the publication's name; ParseError for what is none."""
    from tui.parse.feeds.sitemap import sitemap

    found = sitemap(body, url)
    return tuple(e for e in found.entries if e.title), tuple(child.url for child in found.children), found.name


def robots(body: bytes, url: str) -> tuple[str, ...]:
    """The sitemaps that a robots.txt names, those for news first."""
    from tui.parse.feeds.sitemap import robots_sitemaps

    return robots_sitemaps(body.decode("utf-8", "replace"), url)


def well_known(url: str) -> tuple[str, ...]:
    """Addresses where a page's feed may stand though it names none."""
    from tui.parse.front.feed_links import well_known_feeds

    return well_known_feeds(url)


def posts(body: bytes, url: str) -> tuple[Entry, ...]:
    """What WordPress's own interface gives as the newest posts."""
    from tui.parse.feeds.wordpress import posts

    return _with_words(posts(body, url))


def categories(body: bytes, url: str) -> tuple[Category, ...]:
    """What WordPress's own interface gives as its categories."""
    from tui.parse.feeds.wordpress import categories

    return categories(body, url)


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The rules for single sites that stories are read by; `fault`: why the person's own are left out, or ""."""

    rules: "tuple[Rules, ...]"
    fault: str = ""


@cache
def site_rules() -> SiteRules:
    """The rules that ship and, before them, a person's own: read once a process. What is wrong with these goes to the log too."""
    from tui import config
    from tui.parse.rules import load

    ours = load(config.asset("rules.toml").read_text("utf-8"))
    file = config.config_file().parent / "rules.toml"
    try:
        return SiteRules(ours + load(file.read_text("utf-8")))
    except FileNotFoundError:
        return SiteRules(ours)
    except (OSError, UnicodeDecodeError) as error:
        fault = f"{file} cannot be read: {error}"
    except ParseError as error:
        fault = f"{file}: {error}"
    print(fault, file=sys.stderr)
    return SiteRules(ours, fault)


def story(body: bytes, content_type: str, url: str, title: str) -> tuple[Article, bytes]:
    """A story's page, read, and its HTML to keep (UTF-8, zlib); ParseError for a page without a story."""
    from tui.parse import encoding
    from tui.parse.story.article import article

    html = encoding.page(body, content_type)
    return article(html, url, title=title, rules=site_rules().rules), zlib.compress(html.encode("utf-8", "replace"))


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


def explained(body: bytes, content_type: str, url: str) -> str:
    """How a page is read, in lines."""
    from tui.parse import encoding
    from tui.parse.story.explain import explain

    known = site_rules()
    told = explain(encoding.page(body, content_type), url, rules=known.rules).text()
    return f"{known.fault}\n\n{told}" if known.fault else told


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands at an address that a person gave: a feed, or else a page and, where it is a story's, the story."""

    feed: Feed | None = None
    front: FrontPage | None = None
    story: Article | None = None


def opened(body: bytes, content_type: str, url: str) -> Opened:
    """What a body is, told by itself and not by its Content-Type."""
    from tui.parse import encoding
    from tui.parse.feeds.feed import feed, looks_like_feed
    from tui.parse.front.frontpage import frontpage

    if looks_like_feed(body):
        try:
            return Opened(feed=feed(body, url, content_type))
        except ParseError:
            pass  # a page that only begins like one
    html = encoding.page(body, content_type)
    page = frontpage(html, url)
    return Opened(front=page, story=_story_of(html, url, page))


def _story_of(html: str, url: str, page: FrontPage) -> Article | None:
    """The story, where the address is one's: its page says so, or is dated and holds more prose than links to other stories."""
    from tui.blocks import plain
    from tui.parse.page.metadata import metadata
    from tui.parse.page.tree import tree
    from tui.parse.story.article import article

    facts = metadata(tree(html), url)
    if facts.kind not in ("story", "") or not url.partition("://")[2].partition("/")[2]:
        return None
    try:
        found = article(html, url, rules=site_rules().rules)
    except ParseError:
        return None
    told = facts.kind == "story" or found.published is not None
    return found if told and len(plain(found.blocks)) > max(300, 80 * len(page.entries)) else None


class Parser(Protocol):
    """Where reading runs."""

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        """What `work` makes of what it is given; its NewsErrors are raised. `urgent`: a person is waiting."""
        ...


class InlineParser:
    """Reads where it is asked: for tests."""

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        """Do it at once."""
        return work(*given)


class ParsingChildren:
    """Reads in child processes, one task at a time each: a task past its limit is killed with its child, and no other is lost."""

    def __init__(self, count: int = 2, *, limit: float = PARSE_SECONDS, nice: int = 0, log: int | None = None) -> None:
        self._children = [Courier("tui.fetching.child:parsing", nice=nice, limit=limit, log=log) for _ in range(count)]
        self._free = list(self._children)
        self._waiting: deque[asyncio.Future[Courier]] = deque()

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        """Hand it to the next child that is free."""
        child = await self._take(urgent)
        try:
            answer: _T = await child.ask((work, given))
        except LostError as error:
            raise unread(error) from None
        except asyncio.CancelledError:
            child.kill()  # it is busy with what nobody wants any more
            raise
        finally:
            self._leave(child)
        return answer

    def kill(self) -> None:
        """End the children."""
        for child in self._children:
            child.kill()

    async def _take(self, urgent: bool) -> Courier:
        turn: asyncio.Future[Courier] = asyncio.get_running_loop().create_future()
        if urgent:
            self._waiting.appendleft(turn)
        else:
            self._waiting.append(turn)
        self._call_next()
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._leave(turn.result())
            raise

    def _leave(self, child: Courier) -> None:
        self._free.append(child)
        self._call_next()

    def _call_next(self) -> None:
        while self._waiting and self._free:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(self._free.pop())


def unread(error: LostError) -> ParseError:
    """What is said of bytes that cost their reader its life."""
    return ParseError("reading it took too long" if error.overran else "it cannot be read: it ended what read it")


def parsing() -> Callable[[tuple[Callable[..., Any], tuple[Any, ...]]], Any]:
    """A parsing child: it does what it is handed, in a bounded space."""
    with contextlib.suppress(ValueError, OSError):  # where the system sets a lower limit, or none can be set
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))

    def work(task: tuple[Callable[..., Any], tuple[Any, ...]]) -> Any:
        try:
            return task[0](*task[1])
        except (MemoryError, RecursionError):
            raise ParseError("it is made so that it cannot be read") from None

    return work
