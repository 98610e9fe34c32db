"""The trips that the gathering wing makes: to a section for its stories, to a story for its text, to a site for its sections.

`Gatherer.go` answers each trip with a plain value. What fails as trips do fail is a `Failure` in it; a bug crashes.
Reading what came back is work for a `Parser`: in the program for child processes that can be killed, in tests for nobody else.
"""

import atexit
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, assert_never, overload

from tui import address
from tui.blocks import plain
from tui.errors import FetchError, LostError, NewsError, ParseError
from tui.fetching import child
from tui.fetching.child import InlineParser as InlineParser
from tui.fetching.child import Parser
from tui.fetching.child import ParsingChildren as ParsingChildren
from tui.fetching.discover import Search, newest
from tui.fetching.workers import Errand
from tui.model import (
    Article,
    Discovered,
    DiscoverTrip,
    Downloaded,
    DownloadTrip,
    ExplainTrip,
    Failure,
    Feed,
    Gathered,
    Kind,
    Outcome,
    ReadTrip,
    RefreshTrip,
    Trip,
    Validators,
)
from tui.values import replace

if TYPE_CHECKING:
    from tui.fetching.client import Fetcher, Page

VALIDATORS_FOR = timedelta(days=8)
"""How long validators are used: a server that says 304 for ever is asked for the whole at least this often."""
MOVED_AFTER = timedelta(days=3)
"""How long a permanent redirect has to lead to the same place before it is believed."""
PAGES = 5
"""Pages of one story that are joined."""


class Gatherer:
    """Makes trips over a fetcher and a parser."""

    def __init__(
        self, fetcher: "Fetcher", parser: Parser, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._clock = clock

    @overload
    async def go(self, trip: RefreshTrip, /) -> Gathered: ...
    @overload
    async def go(self, trip: DownloadTrip | ReadTrip | ExplainTrip, /) -> Downloaded: ...
    @overload
    async def go(self, trip: DiscoverTrip, /) -> Discovered: ...
    async def go(self, trip: Trip, /) -> Outcome:
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
                try:
                    feed = await self._feed(page)
                except ParseError:
                    if not trip.unknown:
                        raise
                    return await self._instead(trip, page, found)
                fresh_for = max(found.fresh_for, feed.ttl_minutes * 60.0)
                return replace(found, entries=feed.entries, title=feed.title, fresh_for=fresh_for)
            case Kind.PAGE:
                front = await self._parser.run(child.front, page.body, page.content_type, page.url)
                if not front.entries:
                    raise ParseError(front.notice or "there are no stories on this page")
                return replace(found, entries=front.entries, title=front.name)
            case Kind.SITEMAP:
                trusted = trip.trusted and address.host(page.url) == address.host(trip.url)
                entries = await newest(self._fetcher, self._parser, page, trip.manners, trusted=trusted)
                return replace(found, entries=entries)
            case Kind.WORDPRESS:
                return replace(found, entries=await self._parser.run(child.posts, page.body, page.url))
            case Kind.GUIDE:
                raise ParseError("the Guide comes with the program, and is not asked")
            case _:
                assert_never(trip.kind)

    async def _instead(self, trip: RefreshTrip, page: "Page", found: Gathered) -> Gathered:
        """What can be followed at an address of a list, where no feed stands."""
        search = Search(self._fetcher, self._parser, trip.manners, sections=False)
        offer = await search.instead(trip.url, page)
        validators = found.validators if offer.url == trip.url else Validators()
        return replace(found, entries=offer.entries, title=offer.name, instead=offer, validators=validators)

    async def _feed(self, page: "Page") -> Feed:
        try:
            return await self._parser.run(child.feed, page.body, page.url, page.content_type)
        except ParseError:
            if re.match(rb"\s*<(?:!doctype html|html)\b", page.body[:1000], re.IGNORECASE):
                raise ParseError(
                    "there is a web page where the feed was: a login, perhaps, or a question about cookies"
                ) from None
            raise

    def _moving(self, trip: RefreshTrip, target: str, found: Gathered) -> Gathered:
        """A permanent redirect is believed once it has led to the same place, with stories there, for long enough."""
        if not target or target == trip.url or found.instead:
            return found
        since = trip.moving_since if target == trip.moving_to and trip.moving_since else self._clock()
        moved_to = target if self._clock() - since >= MOVED_AFTER else ""
        return replace(found, moving_to=target, moving_since=since, moved_to=moved_to)

    # A story's text

    async def _download(self, trip: DownloadTrip) -> Downloaded:
        url, failure, html = trip.url, None, b""
        article: Article | None = None
        try:
            page = await self._fetcher.get(
                url, manners=trip.manners, urgent=trip.urgent, trusted=trip.trusted, from_url=trip.from_url
            )
            url = page.url
            article, html = await self._story(page, trip)
            article = await self._with_next_pages(article, trip)
        except NewsError as error:
            failure = _failure(error, url)
        own = await self._own_text(trip, url)
        if own and article and len(plain(own.blocks)) > 2 * len(plain(article.blocks)):
            # The page is an empty shell or ends at a paywall, and the feed has the story whole.
            article, html = replace(article, blocks=own.blocks, reading_minutes=own.reading_minutes, source="feed"), b""
        return Downloaded(url, trip.story_id, article or own, html, failure)

    async def _own_text(self, trip: DownloadTrip, url: str) -> Article | None:
        """What the feed itself holds of the story, or None."""
        if not trip.content:
            return None
        try:
            own = await self._parser.run(child.kept, trip.content, url, trip.title, "feed", urgent=trip.urgent)
        except NewsError:
            return None  # the page's own failure says more
        return own if own.blocks else None

    async def _story(self, page: "Page", trip: DownloadTrip) -> tuple[Article, bytes]:
        kind = page.content_type.partition(";")[0].strip().lower()
        if kind.startswith(("image/", "audio/", "video/", "font/")) or kind in ("application/pdf", "application/zip"):
            raise ParseError(f"what stands there is a file ({kind}), not a page")
        return await self._parser.run(
            child.story, page.body, page.content_type, page.url, trip.title, urgent=trip.urgent
        )

    async def _with_next_pages(self, first: Article, trip: DownloadTrip) -> Article:
        """A story that goes on over several pages, joined as far as they can be had."""
        rest: list[Article] = []
        seen, following, notice = {address.key(first.url)}, first.next_page, ""
        while following and len(rest) < PAGES - 1 and address.key(following) not in seen:
            seen.add(address.key(following))
            try:
                page = await self._fetcher.get(
                    following,
                    manners=trip.manners,
                    urgent=trip.urgent,
                    trusted=trip.trusted and address.host(first.url) == address.host(trip.url),
                    from_url=first.url,
                )
                article, _ = await self._story(page, trip)
            except NewsError as error:
                notice = f"The story goes on at {following}, but {error}."
                break
            rest.append(article)
            following = article.next_page
        if rest:
            first = await self._parser.run(child.joined, first, tuple(rest), urgent=trip.urgent)
        return replace(first, notice=notice) if notice else first

    async def _read(self, trip: ReadTrip) -> Downloaded:
        try:
            article = await self._parser.run(child.kept, trip.html, trip.url, trip.title, trip.source, urgent=True)
        except NewsError as error:
            return Downloaded(trip.url, trip.story_id, failure=_failure(error, trip.url))
        return Downloaded(trip.url, trip.story_id, article)

    async def _explain(self, trip: ExplainTrip) -> Downloaded:
        try:
            if trip.page:
                lines = await self._parser.run(child.explained, trip.page, "", trip.url, urgent=True)
                return Downloaded(trip.url, explanation=lines)
            page = await self._fetcher.get(trip.url, manners=trip.manners, urgent=True, trusted=True)
            lines = await self._parser.run(child.explained, page.body, page.content_type, page.url, urgent=True)
        except NewsError as error:
            return Downloaded(trip.url, failure=_failure(error, trip.url))
        return Downloaded(page.url, explanation=lines)

    # A site's sections

    async def _discover(self, trip: DiscoverTrip) -> Discovered:
        try:
            site = await Search(self._fetcher, self._parser, trip.manners).site(trip.url)
        except NewsError as error:
            return Discovered(trip.url, failure=_failure(error, trip.url))
        return Discovered(site.url, site)


def _failure(error: NewsError, url: str) -> Failure:
    if isinstance(error, FetchError):
        return Failure(str(error), error.status, error.retry_after, error.offline)
    return Failure(f"{address.host(url)}: {str(error).rstrip('.')}")


# Processes


def gathering() -> Callable[[Trip], Awaitable[Outcome]]:
    """The gathering process: what `Courier("tui.fetching.jobs:gathering")` starts."""
    from tui import __version__
    from tui.fetching.client import Fetcher, home_page

    parser = ParsingChildren(log=2)
    return Gatherer(Fetcher(version=__version__, home=home_page()), parser).go


_errand = Errand("tui.fetching.child:parsing", limit=child.PARSE_SECONDS)
atexit.register(_errand.kill)


def guarded_feed(body: bytes, url: str = "") -> Feed:
    """A feed read in a child that ends where it takes too long, as in a refresh, but without an event loop. Raises ParseError."""
    try:
        feed = _errand.ask((child.feed, (body, url)))
    except LostError as error:
        raise child.unread(error) from None
    assert isinstance(feed, Feed)
    return feed
