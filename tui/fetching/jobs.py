"""The jobs of the fetching wing: a section asked for its stories, a story for its text, a site for its sections.

`Gatherer.go` answers each job with a plain value. What fails as jobs do fail is a `Failure` in it; a bug crashes. What
came back is read by a `Parser`: in the program in child processes that can be killed, in tests at once."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, assert_never, cast, overload

from tui import __version__, address, log, text
from tui.blocks import plain
from tui.errors import FetchError, NewsError, ParseError
from tui.fetching import child
from tui.fetching.child import Offered
from tui.fetching.client import FEEDS, IMAGES, PAGES, Fetcher, Page, home_page
from tui.fetching.coding import Body
from tui.fetching.discover import LEADS, Search, below
from tui.fetching.greader import GreaderSession, RefusedError, find
from tui.fetching.parsing import Parser, ParsingWorkers
from tui.jobs import (
    Discovered,
    DiscoverJob,
    Downloaded,
    DownloadJob,
    EpisodeJob,
    ExplainJob,
    Failure,
    FetchedFile,
    Gathered,
    Job,
    Outcome,
    Pictured,
    PictureJob,
    ReadJob,
    RefreshJob,
    Validators,
)
from tui.model import Article, Entry, Kind
from tui.remote import Served, ServerJob
from tui.values import replace

VALIDATORS_FOR = timedelta(days=8)
"""How long validators are used: a server that says 304 for ever is asked for the whole at least this often."""
MOVED_AFTER = timedelta(days=3)
"""How long a permanent redirect has to lead to the same place before it is believed."""
STORY_PAGES = 5
"""Pages of one story that are joined."""

PICTURE_BYTES = 5_000_000
"""The largest picture that is fetched: a few times the largest that papers print in a story."""
PICTURE_SECONDS = 1.0
"""Processor time that one picture may cost before its decoder is killed."""

_NOT_DONE = frozenset({400, 404, 405, 500, 501})
"""What servers of feeds answer to what they do not do."""
AUDIBLE = ("audio/", "video/", "application/octet-stream", "binary/octet-stream", "application/ogg", "application/mp4")
"""How the media types begin that a file of audio or video is sent as; many servers know no better than "bytes"."""
_FILES = frozenset({"application/pdf", "application/zip", "application/epub+zip"})


class Gatherer:
    """Does jobs over a fetcher and a parser. Where it `seals`, it leaves the stories of sections for its asker to
    open."""

    def __init__(
        self,
        fetcher: Fetcher,
        parser: Parser,
        *,
        painter: Parser | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        seals: bool = False,
    ) -> None:
        self._seals = seals
        self._fetcher = fetcher
        self._parser = parser
        self._painter = painter or parser
        """Where pictures are decoded: apart, so that no page waits for one."""
        self._clock = clock
        self._sessions: dict[tuple[str, str], GreaderSession] = {}

    @overload
    async def go(self, job: RefreshJob, /) -> Gathered: ...
    @overload
    async def go(self, job: DownloadJob | ReadJob | ExplainJob, /) -> Downloaded: ...
    @overload
    async def go(self, job: DiscoverJob, /) -> Discovered: ...
    @overload
    async def go(self, job: EpisodeJob, /) -> FetchedFile: ...
    @overload
    async def go(self, job: PictureJob, /) -> Pictured: ...
    @overload
    async def go(self, job: ServerJob, /) -> Served: ...
    @overload
    async def go(self, job: Job | ServerJob, /) -> Outcome | Served: ...
    async def go(self, job: Job | ServerJob, /) -> Outcome | Served:
        """The answer to a job."""
        match job:
            case RefreshJob():
                return await self._refresh(job)
            case DownloadJob():
                return await self._download(job)
            case ReadJob():
                return await self._read(job)
            case DiscoverJob():
                return await self._discover(job)
            case ExplainJob():
                return await self._explain(job)
            case EpisodeJob():
                return await self._episode(job)
            case PictureJob():
                return await self._picture(job)
            case ServerJob():
                return await self._serve(job)
            case _:
                assert_never(job)

    # Audio and video

    async def _episode(self, job: EpisodeJob) -> FetchedFile:
        """A file of audio or video. A page in its place (a login, a notice) is none."""
        from tui.fetching import files  # late: few sessions fetch any

        try:
            saved = await files.download(
                self._fetcher,
                job.url,
                Path(job.file),
                options=job.options,
                trusted=job.trusted,
                limit=job.limit,
                kinds=AUDIBLE,
            )
        except NewsError as error:
            return FetchedFile(failure=_failure(error, job.url))
        except OSError as error:
            return FetchedFile(
                failure=Failure(f"{job.file} cannot be written: {(error.strerror or str(error)).lower()}")
            )
        return FetchedFile(saved.size, saved.content_type)

    # A section's stories

    async def _refresh(self, job: RefreshJob) -> Gathered:
        """Ask conditionally; then compare the digest; only then read."""
        held = job.validators
        if held.since and self._clock() - held.since > VALIDATORS_FOR:
            held = Validators()
        try:
            if job.kind == Kind.GUIDE:
                raise ParseError("the Guide comes with the program, and is not asked")
            accept = FEEDS if job.kind == Kind.FEED else PAGES
            page = await self._fetcher.get(
                job.url, validators=held, options=job.options, trusted=job.trusted, accept=accept
            )
            found = await self._found(job, page, held)
        except NewsError as error:
            return Gathered(
                job.section_id,
                validators=job.validators,
                moving_to=job.moving_to,
                moving_since=job.moving_since,
                failure=_failure(error, job.url),
            )
        return found

    async def _found(self, job: RefreshJob, page: Page, held: Validators) -> Gathered:
        """What a section's answer holds; read only where it differs from the last one."""
        validators = replace(page.validators, digest=held.digest)
        same = Gathered(job.section_id, validators=validators, fresh_for=page.fresh_for, unchanged=True)
        if page.unchanged or (not page.coding and sha256(page.body).hexdigest() == held.digest):
            return self._moving(job, page.moved_to, same)
        offered = await self._parser.run(child.section, page.sent, job.kind, held.digest)
        if job.unknown and (offered.refused or offered.leads_to):
            return await self._instead(job, page, offered.digest)
        if offered.refused:
            raise ParseError(offered.refused)
        if offered.unchanged:
            return self._moving(job, page.moved_to, same)
        if leads_to := offered.leads_to or self._elsewhere(job, page, offered):
            return await self._led(job, page, offered, leads_to)
        return self._moving(job, page.moved_to, await self._gathered(job, page, offered))

    async def _gathered(self, job: RefreshJob, page: Page, offered: Offered) -> Gathered:
        """The stories on offer; of an index of sitemaps those of the newest it names."""
        if self._seals and not offered.below:
            entries = cast("tuple[Entry, ...]", offered.entries)  # `wire` opens it at the other end
        else:
            entries = offered.entries.open(tuple[Entry, ...])
        if offered.below:
            trusted = job.trusted and address.host(page.url) == address.host(job.url)
            more = await below(
                self._fetcher, self._parser, page.url, offered.below, job.options, trusted=trusted, home=job.url
            )
            entries = (*entries, *more)
        return Gathered(
            job.section_id,
            entries,
            offered.title,
            validators=replace(page.validators, digest=offered.digest),
            fresh_for=max(page.fresh_for, offered.ttl_minutes * 60.0),
        )

    @staticmethod
    def _elsewhere(job: RefreshJob, page: Page, offered: Offered) -> str:
        """Where the feed itself says that it stands now (itunes:new-feed-url), or ""."""
        there = offered.moved_to
        here = {address.key(job.url), address.key(page.url)}
        return there if there.startswith(("http://", "https://")) and address.key(there) not in here else ""

    async def _led(self, job: RefreshJob, page: Page, offered: Offered, there: str) -> Gathered:
        """What stands where a page (for now) or a feed (for good) leads on to; a feed's own stories where nothing does.

        Without validators: the next refresh has to be led here again, until the section is moved.
        """
        trusted = job.trusted and address.host(there) == address.host(job.url)
        try:
            further = await self._fetcher.get(
                there, options=job.options, trusted=trusted, from_url=page.url, home=job.url, accept=FEEDS
            )
            read = await self._parser.run(child.section, further.sent, job.kind, "")
            if read.leads_to or read.refused:
                raise ParseError(read.refused or "one page leads to the next, and none to a feed")
        except NewsError as error:
            if offered.leads_to:
                raise ParseError(f"there is a page where the feed was, which leads to {there}, but {error}") from error
            return self._moving(job, page.moved_to, await self._gathered(job, page, offered))
        found = replace(await self._gathered(job, further, read), validators=Validators())
        return self._moving(job, "" if offered.leads_to else further.url, found)

    async def _instead(self, job: RefreshJob, page: Page, digest: str) -> Gathered:
        """What can be followed at an address of a list, where no feed stands."""
        search = Search(self._fetcher, self._parser, job.options, sections=False)
        offer = await search.instead(job.url, page)
        validators = replace(page.validators, digest=digest) if offer.url == job.url else Validators()
        return Gathered(
            job.section_id,
            offer.entries,
            offer.name,
            validators=validators,
            fresh_for=page.fresh_for,
            instead=offer,
        )

    def _moving(self, job: RefreshJob, target: str, found: Gathered) -> Gathered:
        """A permanent redirect is believed once it has led to the same place, with stories there, for long enough."""
        if not target or target == job.url or found.instead:
            return found
        since = job.moving_since if target == job.moving_to and job.moving_since else self._clock()
        moved_to = target if self._clock() - since >= MOVED_AFTER else ""
        if moved_to:
            log.info("%s has moved to %s", job.url, moved_to)
        return replace(found, moving_to=target, moving_since=since, moved_to=moved_to)

    # A story's text

    async def _download(self, job: DownloadJob) -> Downloaded:
        url, failure, html = job.url, None, b""
        article: Article | None = None
        try:
            page = await self._fetcher.get(
                url, options=job.options, urgent=job.urgent, trusted=job.trusted, from_url=job.from_url
            )
            url = page.url
            page, article, html = await self._story(page, job)
            url = page.url
            article = await self._with_next_pages(article, job)
        except NewsError as error:
            failure = _failure(error, url)
        own = await self._own_text(job, url)
        if own and article and len(plain(own.blocks)) > 2 * len(plain(article.blocks)):
            # The page is an empty shell or ends at a paywall, and the feed has the story whole.
            article, html = replace(article, blocks=own.blocks, reading_minutes=own.reading_minutes, source="feed"), b""
        return Downloaded(url, job.story_id, article or own, html, failure)

    async def _own_text(self, job: DownloadJob, url: str) -> Article | None:
        """What the feed itself holds of the story, or None."""
        if not job.content:
            return None
        try:
            own = await self._parser.run(child.kept, job.content, url, job.title, "feed", urgent=job.urgent)
        except NewsError:
            return None  # the page's own failure says more
        return own if own.blocks else None

    async def _story(self, page: Page, job: DownloadJob) -> tuple[Page, Article, bytes]:
        """The story of a page, or of the one that it sends browsers on to; the page it was found on and its HTML, to
        keep."""
        for _ in range(LEADS):
            kind = page.content_type.partition(";")[0].strip().lower()
            if kind.startswith(("image/", "audio/", "video/", "font/")) or kind in _FILES:
                raise ParseError(f"that is a file ({text.line(kind)}), not a page")
            told = await self._parser.run(child.story, page.sent, job.title, urgent=job.urgent)
            if told.article:
                return page, told.article, told.html
            page = await self._fetcher.get(
                told.leads_to,
                options=job.options,
                urgent=job.urgent,
                trusted=job.trusted and address.host(page.url) == address.host(job.url),
                from_url=page.url,
                home=job.url,
            )
        raise ParseError("one page leads to the next, and none to a story")

    async def _with_next_pages(self, first: Article, job: DownloadJob) -> Article:
        """A story that goes on over several pages, joined as far as they can be fetched."""
        rest: list[Article] = []
        seen, following, notice = {address.key(first.url)}, first.next_page, ""
        while following and len(rest) < STORY_PAGES - 1 and address.key(following) not in seen:
            seen.add(address.key(following))
            try:
                page = await self._fetcher.get(
                    following,
                    options=job.options,
                    urgent=job.urgent,
                    trusted=job.trusted and address.host(first.url) == address.host(job.url),
                    from_url=first.url,
                    home=job.url,
                )
                _, article, _ = await self._story(page, job)
            except NewsError as error:
                notice = f"The story goes on at {following}, but {error}."
                break
            rest.append(article)
            following = article.next_page
        if rest:
            first = await self._parser.run(child.joined, first, tuple(rest), urgent=job.urgent)
        return replace(first, notice=notice) if notice else first

    async def _read(self, job: ReadJob) -> Downloaded:
        try:
            article = await self._parser.run(child.kept, job.html, job.url, job.title, job.source, urgent=True)
        except NewsError as error:
            return Downloaded(job.url, job.story_id, failure=_failure(error, job.url))
        return Downloaded(job.url, job.story_id, article)

    async def _explain(self, job: ExplainJob) -> Downloaded:
        try:
            if job.page:
                lines = await self._parser.run(child.explained, Body(job.page, job.url), urgent=True)
                return Downloaded(job.url, explanation=lines)
            page = await self._fetcher.get(job.url, options=job.options, urgent=True, trusted=True)
            lines = await self._parser.run(child.explained, page.sent, urgent=True)
        except NewsError as error:
            return Downloaded(job.url, failure=_failure(error, job.url))
        return Downloaded(page.url, explanation=lines)

    # A story's pictures

    async def _picture(self, job: PictureJob) -> Pictured:
        try:
            body = Body(job.data, job.url) if job.data else await self._fetched_picture(job)
            drawn = await self._painter.run(
                child.picture, body, (job.columns, job.rows), job.cell, job.colours, job.dark, urgent=job.urgent
            )
        except NewsError as error:
            return Pictured(job.url, failure=_failure(error, job.url))
        fetched = body.data if not job.data and not body.coding else b""
        return Pictured(job.url, fetched, drawn)

    async def _fetched_picture(self, job: PictureJob) -> Body:
        """The bytes of a picture; ParseError where the server itself says that it is none."""
        page = await self._fetcher.get(
            job.url,
            options=job.options,
            urgent=job.urgent,
            trusted=job.trusted,
            from_url=job.from_url,
            accept=IMAGES,
            most=PICTURE_BYTES,
        )
        kind = page.content_type.partition(";")[0].strip().lower()
        if kind.startswith("text/") and kind != "text/plain":
            raise ParseError("there is a page where the picture was")
        return page.sent

    # A site's sections

    async def _discover(self, job: DiscoverJob) -> Discovered:
        try:
            site = await Search(self._fetcher, self._parser, job.options).site(job.url)
        except NewsError as error:
            return Discovered(job.url, failure=_failure(error, job.url))
        return Discovered(site.url, site)

    # An account on a server of feeds

    async def _serve(self, job: ServerJob) -> Served:
        try:
            return await self._served(job)
        except RefusedError as error:
            return Served(refused=True, failure=_failure(error, job.login.url))
        except NewsError as error:
            refused = isinstance(error, FetchError) and error.status in _NOT_DONE
            return Served(refused=refused, failure=_failure(error, job.login.url))

    async def _served(self, job: ServerJob) -> Served:
        """The answer to a call, in the session of its account."""
        account = job.login.url, job.login.user
        session = self._sessions.get(account)
        if session is None or session.login != job.login:
            session = self._sessions[account] = GreaderSession(self._fetcher, self._parser, job.login, job.options)
        match job.call:
            case "log in":
                return Served(
                    url=(await find(self._fetcher, self._parser, job.login, job.options)).login.url, done=True
                )
            case "feeds":
                return Served(await session.feeds())
            case "tags":
                return Served(tags=await session.tags())
            case "ids":
                ids, whole = await session.ids(job.stream, without=job.without, most=job.most)
                return Served(ids=ids, whole=whole)
            case "items":
                return Served(items=await session.items(job.ids))
            case "mark":
                await session.mark(job.ids, job.tag, on=job.on)
            case "mark all read":
                await session.mark_all_read(job.stream, job.until)
            case "follow":
                await session.follow(job.url, job.title, job.folder)
            case "unfollow":
                await session.unfollow(job.feed_id)
            case "edit":
                await session.edit(job.feed_id, title=job.title, folder=job.folder, old_folder=job.old_folder)
        return Served(done=True)


def _failure(error: NewsError, url: str) -> Failure:
    """What failed, in one sentence; where that does not name the host, the log and a person are told of it before."""
    said, host = str(error), address.host(url)
    named = said if host in said else f"{host}: {said}"
    log.problem("%s", named)
    if isinstance(error, FetchError):
        return Failure(said, error.status, error.retry_after, error.offline, error.unreached)
    return Failure(named.rstrip("."))


# The process


def fetching() -> tuple[Any, Callable[[Job | ServerJob], Awaitable[Outcome | Served]]]:
    """The fetching process, as `Worker("tui.fetching.jobs:fetching")` starts it."""
    parser = ParsingWorkers(printed=2)
    painter = ParsingWorkers(1, target="tui.fetching.child:drawing", limit=PICTURE_SECONDS, printed=2)
    fetcher = Fetcher(version=__version__, home=home_page())
    return Job | ServerJob, Gatherer(fetcher, parser, painter=painter, seals=True).go
