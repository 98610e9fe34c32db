"""The trips that the gathering wing makes: to a section for its stories, to a story for its text, to a site for its sections.

`Gatherer.go` answers each trip with a plain value. What fails as trips do fail is a `Failure` in it; a bug crashes.
Reading what came back is work for a `Parser`: in the program for child processes that can be killed, in tests for nobody else.
"""

import asyncio
import atexit
import zlib
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, TypeVarTuple, assert_never

from tui import address
from tui.courier import Courier, Errand
from tui.errors import FetchError, LostError, NewsError, ParseError
from tui.model import (
    Article,
    Discovered,
    DiscoverTrip,
    Downloaded,
    DownloadTrip,
    ExplainTrip,
    Failure,
    Feed,
    FrontPage,
    Gathered,
    Kind,
    Offer,
    Outcome,
    ReadTrip,
    RefreshTrip,
    SiteOffer,
    Trip,
    Validators,
)

if TYPE_CHECKING:
    from tui.fetch import Fetcher, Page

VALIDATORS_FOR = timedelta(days=8)
"""How long validators are used: a server that says 304 for ever is asked for the whole at least this often."""
MOVED_AFTER = timedelta(days=3)
"""How long a permanent redirect has to lead to the same place before it is believed."""
PARSE_SECONDS = 10.0
"""What one feed or page may cost before its reader is killed."""
PAGES = 5
"""Pages of one story that are joined."""

_T = TypeVar("_T")
_Given = TypeVarTuple("_Given")


# Reading, as a parser does it. Each imports what it needs where it runs, so that the gathering process itself reads nothing.


def _feed(body: bytes, url: str) -> Feed:
    from tui.parse.feed import feed

    return feed(body, url)


def _front(body: bytes, content_type: str, url: str) -> FrontPage:
    from tui.parse.frontpage import frontpage
    from tui.parse.html import decode

    return frontpage(decode(body, content_type), url)


def _article(body: bytes, content_type: str, url: str, title: str) -> tuple[Article, bytes]:
    from tui.parse.article import article
    from tui.parse.html import decode

    html = decode(body, content_type)
    return article(html, url, title=title), zlib.compress(html.encode("utf-8", "replace"))


def _read(html: str, url: str, title: str, source: Literal["page", "feed", "guide"]) -> Article:
    from tui.parse.article import article, fragment

    if source == "feed":
        return fragment(html, url, title=title, source="feed")
    return replace(article(html, url, title=title), source=source)


def _joined(first: Article, rest: tuple[Article, ...]) -> Article:
    from tui.parse.article import join

    return join(first, rest)


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
        self._limit = limit
        self._children = [Courier("tui.gather:parsing", nice=nice, alarm=int(limit) + 2, log=log) for _ in range(count)]
        self._free = list(self._children)
        self._waiting: deque[asyncio.Future[Courier]] = deque()

    async def run(self, work: Callable[[*_Given], _T], *given: *_Given, urgent: bool = False) -> _T:
        """Hand it to the next child that is free."""
        child = await self._take(urgent)
        try:
            async with asyncio.timeout(self._limit):
                answer: _T = await child.ask((work, given))
                return answer
        except TimeoutError:
            child.kill()
            raise ParseError(f"reading it took more than {self._limit:.0f} seconds") from None
        except LostError:
            raise ParseError("it could not be read: reading it ended its reader") from None
        except asyncio.CancelledError:
            child.kill()  # it is busy with what nobody wants any more
            raise
        finally:
            self._leave(child)

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


class Gatherer:
    """Makes trips over a fetcher and a parser."""

    def __init__(
        self, fetcher: "Fetcher", parser: Parser, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._clock = clock

    async def go(self, trip: Trip) -> Outcome:
        """What a trip brought back."""
        match trip:
            case RefreshTrip():
                return await self._refresh(trip)
            case DownloadTrip():
                return await self._download(trip)
            case ReadTrip():
                return await self._read(trip)
            case DiscoverTrip():
                return await self._discover(trip)
            case ExplainTrip():
                return await self._explain(trip)
            case _:
                assert_never(trip)

    # A section's stories

    async def _refresh(self, trip: RefreshTrip) -> Gathered:
        """Ask on condition; then the digest; only then read."""
        held = trip.validators
        if held.since and self._clock() - held.since > VALIDATORS_FOR:
            held = Validators()
        try:
            page = await self._fetcher.get(trip.url, validators=held, manners=trip.manners, trusted=trip.trusted)
            digest = held.digest if page.unchanged else sha256(page.body).hexdigest()
            found = Gathered(
                trip.section_id,
                validators=replace(page.validators, digest=digest),
                fresh_for=page.fresh_for,
                unchanged=page.unchanged or digest == held.digest,
            )
            if not found.unchanged:
                found = await self._entries(trip, page, found)
        except NewsError as error:
            return Gathered(
                trip.section_id,
                validators=trip.validators,
                moving_to=trip.moving_to,
                moving_since=trip.moving_since,
                failure=_failure(error, trip.url),
            )
        return self._moving(trip, page.moved_to, found)

    async def _entries(self, trip: RefreshTrip, page: "Page", found: Gathered) -> Gathered:
        match trip.kind:
            case Kind.FEED:
                feed = await self._parser.run(_feed, page.body, page.url)
                fresh_for = max(found.fresh_for, feed.ttl_minutes * 60.0)
                return replace(found, entries=feed.entries, title=feed.title, fresh_for=fresh_for)
            case Kind.PAGE:
                front = await self._parser.run(_front, page.body, page.content_type, page.url)
                if not front.entries:
                    raise ParseError(front.notice or "there are no stories on this page")
                return replace(found, entries=front.entries, title=front.name)
            case Kind.SITEMAP | Kind.WORDPRESS | Kind.GUIDE:
                raise ParseError(f"a section of the kind {trip.kind} cannot be asked")
            case _:
                assert_never(trip.kind)

    def _moving(self, trip: RefreshTrip, target: str, found: Gathered) -> Gathered:
        """A permanent redirect is believed once it has led to the same place, with stories there, for long enough."""
        if not target or target == trip.url:
            return found
        since = trip.moving_since if target == trip.moving_to and trip.moving_since else self._clock()
        moved_to = target if self._clock() - since >= MOVED_AFTER else ""
        return replace(found, moving_to=target, moving_since=since, moved_to=moved_to)

    # A story's text

    async def _download(self, trip: DownloadTrip) -> Downloaded:
        url = trip.url
        try:
            page = await self._fetcher.get(
                url, manners=trip.manners, urgent=trip.urgent, trusted=trip.trusted, from_url=trip.from_url
            )
            url = page.url
            article, html = await self._story(page, trip)
            article = await self._with_next_pages(article, trip)
        except NewsError as error:
            failure = _failure(error, url)
            if not trip.content:
                return Downloaded(url, trip.story_id, failure=failure)
            own = await self._parser.run(_read, trip.content, url, trip.title, "feed", urgent=trip.urgent)
            return Downloaded(url, trip.story_id, own, failure=failure)
        return Downloaded(url, trip.story_id, article, html)

    async def _story(self, page: "Page", trip: DownloadTrip) -> tuple[Article, bytes]:
        kind = page.content_type.partition(";")[0].strip().lower()
        if kind.startswith(("image/", "audio/", "video/", "font/")) or kind in ("application/pdf", "application/zip"):
            raise ParseError(f"what stands there is a file ({kind}), not a page")
        return await self._parser.run(_article, page.body, page.content_type, page.url, trip.title, urgent=trip.urgent)

    async def _with_next_pages(self, first: Article, trip: DownloadTrip) -> Article:
        """A story that goes on over several pages, joined as far as they can be had."""
        rest: list[Article] = []
        seen, following, notice = {address.key(first.url)}, first.next_page, ""
        while following and len(rest) < PAGES - 1 and address.key(following) not in seen:
            seen.add(address.key(following))
            try:
                page = await self._fetcher.get(following, manners=trip.manners, urgent=trip.urgent, from_url=first.url)
                article, _ = await self._story(page, trip)
            except NewsError as error:
                notice = f"The story goes on at {following}, but {error}."
                break
            rest.append(article)
            following = article.next_page
        if rest:
            first = await self._parser.run(_joined, first, tuple(rest), urgent=trip.urgent)
        return replace(first, notice=notice) if notice else first

    async def _read(self, trip: ReadTrip) -> Downloaded:
        try:
            article = await self._parser.run(_read, trip.html, trip.url, trip.title, trip.source, urgent=True)
        except NewsError as error:
            return Downloaded(trip.url, trip.story_id, failure=_failure(error, trip.url))
        return Downloaded(trip.url, trip.story_id, article)

    async def _explain(self, trip: ExplainTrip) -> Downloaded:
        """How a page is read, in lines."""
        raise NotImplementedError

    # A site's sections

    async def _discover(self, trip: DiscoverTrip) -> Discovered:
        try:
            page = await self._fetcher.get(trip.url, manners=trip.manners, urgent=True, trusted=True)
            site = await self._site(page)
        except NewsError as error:
            return Discovered(trip.url, failure=_failure(error, trip.url))
        return Discovered(page.url, site)

    async def _site(self, page: "Page") -> SiteOffer:
        try:
            feed = await self._parser.run(_feed, page.body, page.url, urgent=True)
        except ParseError:
            front = await self._parser.run(_front, page.body, page.content_type, page.url, urgent=True)
        else:
            return _site_of_feed(feed, page.url)
        sections = front.feeds
        if front.entries and not any(not offer.comments for offer in sections):
            sections = (Offer(front.name, page.url, Kind.PAGE, page.url, entries=front.entries), *sections)
        if not sections:
            raise ParseError(front.notice or f"there is nothing to follow at {page.url}")
        return SiteOffer(front.name, front.url or page.url, sections, front.language)


def _site_of_feed(feed: Feed, url: str) -> SiteOffer:
    name = feed.title or address.host(url)
    return SiteOffer(
        name, feed.url or url, (Offer(name, url, Kind.FEED, feed.url, entries=feed.entries),), feed.language
    )


def _failure(error: NewsError, url: str) -> Failure:
    if isinstance(error, FetchError):
        return Failure(str(error), error.status, error.retry_after, error.offline)
    return Failure(f"{address.host(url)}: {error}")


# Processes


def gathering() -> Callable[[Trip], Awaitable[Outcome]]:
    """The gathering process: what `Courier("tui.gather:gathering")` starts."""
    from tui import __version__
    from tui.fetch import Fetcher

    parser = ParsingChildren(log=2)
    return Gatherer(Fetcher(version=__version__), parser).go


def parsing() -> Callable[[tuple[Callable[..., Any], tuple[Any, ...]]], Any]:
    """A parsing child: it does what it is handed."""
    return lambda task: task[0](*task[1])


_errand = Errand("tui.gather:parsing")
atexit.register(_errand.kill)


def guarded_feed(body: bytes, url: str = "") -> Feed:
    """A feed read in a child that is killed where it takes too long, as a refresh reads it; without an event loop. Raises ParseError."""
    try:
        feed = _errand.ask((_feed, (body, url)), PARSE_SECONDS)
    except TimeoutError:
        raise ParseError(f"reading it took more than {PARSE_SECONDS:.0f} seconds") from None
    except LostError:
        raise ParseError("it could not be read: reading it ended its reader") from None
    assert isinstance(feed, Feed)
    return feed
