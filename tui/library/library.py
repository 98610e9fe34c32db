"""An open library: what needs the web besides the file, and what storage answers.

Refreshing, downloading, opening a story, finding what can be followed. A fetching process is started at the first job.
asyncio and what goes with it is imported where it is needed, so that a verb starts quickly."""

import os
import zlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, overload

from tui import address, config, credentials
from tui.blocks import plain
from tui.config import Config
from tui.errors import AskError, ConfigError, FetchError, ParseError
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
    Pictured,
    PictureJob,
    ReadJob,
    RefreshJob,
)
from tui.library import logins, opening
from tui.library.lanes import FOR_READING_ONLY, Lanes
from tui.library.previews import headed, preview
from tui.library.refusals import held, left_alone, refused
from tui.model import Article, SiteOffer, Story, StoryFilter, Update
from tui.remote import Account, Served, ServerJob
from tui.storage import accounts, downloads, refreshes, schedule, sections, stories, texts
from tui.storage.file import File
from tui.values import replace

if TYPE_CHECKING:
    import asyncio

    from tui.fetching.process import FetchingProcess
    from tui.storage import grouping

LEASE_SECONDS = 600.0
"""How long at most a section belongs to the process that is refreshing it: a refresh that ends gives its sections back,
one that was killed loses them."""

WORTH_READING = 400
"""Characters from which on a feed's own text can stand for a story; a shorter one is the summary that the list shows
anyway."""

_UNDER_WAY = 100
"""Stories that a download asks for at once: enough to keep every host busy, few enough to hold their texts in
memory."""

_KEPT_AS_THEY_ARE = frozenset({401, 402, 403, 404, 410, 451})
"""Answers that another try tomorrow will not change: the feed's own text is kept as the article."""


class Fetch(Protocol):
    """What does a job: the fetching process, or in tests the fetcher itself over a fake web."""

    @overload
    def __call__(self, job: RefreshJob, /) -> Awaitable[Gathered]: ...
    @overload
    def __call__(self, job: DownloadJob | ReadJob | ExplainJob, /) -> Awaitable[Downloaded]: ...
    @overload
    def __call__(self, job: DiscoverJob, /) -> Awaitable[Discovered]: ...
    @overload
    def __call__(self, job: EpisodeJob, /) -> Awaitable[FetchedFile]: ...
    @overload
    def __call__(self, job: PictureJob, /) -> Awaitable[Pictured]: ...
    @overload
    def __call__(self, job: ServerJob, /) -> Awaitable[Served]: ...


class Library(Lanes):
    """A library for an event loop. Opened by `Library.open`; every failure that people meet is a NewsError.

    `nice` is added to the niceness of the fetching process: a refresh gives way to whoever is moving about the screen
    meanwhile."""

    def __init__(
        self,
        path: Path,
        settings: Config,
        *,
        fetch: Fetch | None = None,
        clock: Callable[[], datetime] = opening.now,
        nice: int = 0,
    ) -> None:
        super().__init__(path, clock, for_reading_only=settings.kiosk is not None and settings.kiosk.is_shared)
        self.settings = settings
        self._nice = nice
        self._fetch = fetch
        self._process: FetchingProcess | None = None
        self._holder = f"{os.uname().nodename}/{os.getpid()}/{os.urandom(6).hex()}"
        self._grouping: tuple[grouping.Window, asyncio.Lock] | None = None
        self._closed = False

    @classmethod
    async def open(
        cls,
        path: Path,
        settings: Config | None = None,
        *,
        fetch: Fetch | None = None,
        clock: Callable[[], datetime] = opening.now,
        nice: int = 0,
    ) -> "Library":
        """The library of a file; made, with the Guide in it, where there is none."""
        library = cls(path, settings or Config(), fetch=fetch, clock=clock, nice=nice)
        try:
            if not library.for_reading_only:
                await library.do(File.data_version)
            await library.ask(File.data_version)
        except BaseException:
            await library.close()
            raise
        return library

    async def close(self) -> None:
        """End the fetching process, wait for what is being written, let go of the file, as `close_lanes` does."""
        if self._closed:
            return
        self._closed = True
        if self._process is not None:
            self._process.kill()
        if self.is_open and not await self.ask(File.is_lost):
            for lent in (refreshes, accounts):
                if self._holder in await self.ask(lent.lease_holders):  # else nothing is written at the end
                    await self.do(lent.release_lease, self._holder)
        await self.close_lanes()

    # Jobs

    @property
    def fetch(self) -> Fetch:
        """Does a job: in the fetching process, which is started when it is first needed."""
        if self._fetch is None:
            from tui.fetching.process import FetchingProcess

            printed = config.state_folder() / "gathering.log"
            self._fetch = self._process = FetchingProcess(nice=self._nice, printed=printed)
        return self._fetch

    def refuse_if_for_reading_only(self) -> None:
        """FetchError for a library that nothing is fetched for."""
        if self.for_reading_only:
            raise FetchError(FOR_READING_ONLY)

    async def left_alone_until(self, url: str) -> datetime | None:
        """Until when the host of an address asks to be left alone, None where it does not."""
        return dict(await self.ask(refreshes.held)).get(address.host(url))

    async def hold(self, url: str, failure: Failure | None) -> None:
        """Where a host asked to be left alone, keep that for every other job and process."""
        if failure and (failure.retry_after or failure.status in schedule.BUSY):
            await self.do(refreshes.hold_back, address.host(url), failure.retry_after)

    async def _fetch_page(self, job: DownloadJob) -> Downloaded:
        """Fetch and read a story's page; where its host asks to be left alone, read the feed's own text."""
        if until := await self.left_alone_until(job.url):
            failure = held(address.host(job.url), until, self.clock())
            if not job.content:
                return Downloaded(job.url, job.story_id, failure=failure)
            own = await self.fetch(ReadJob(job.content, job.url, job.title, "feed", job.story_id))
            return Downloaded(job.url, job.story_id, own.article, failure=failure)
        found = await self.fetch(job)
        await self.hold(job.url, found.failure)
        return found

    # Refreshing

    async def refresh(
        self, section_ids: Sequence[int] | None = None, *, due: bool = False
    ) -> AsyncGenerator[Update, None]:
        """Ask sections (all where None) for new stories; an Update each, as they come in. A failed section is one of
        them.

        Left out are those that are gone, that another process asks, or (with `due`) whose next check is to come."""
        import asyncio

        self.refuse_if_for_reading_only()
        self._take_logins()
        shared = await self.ask(accounts.concerned, section_ids, due=due)
        jobs = await self._leased(await self.ask(refreshes.jobs, section_ids, due=due))
        total = len(jobs) + len(shared)
        named = {section.id: section.full_name for section in await self.ask(sections.sections)}
        resting = dict(await self.ask(refreshes.held))
        done = 0
        for job in jobs:
            if until := resting.get(address.host(job.url)):
                done += 1
                said = left_alone("", until)
                name = named[job.section_id]
                yield Update(done, total, job.section_id, name=name, error=said, host_held=True)
        asked = [job for job in jobs if address.host(job.url) not in resting]
        tasks = [asyncio.create_task(self._ask_section(job, named[job.section_id])) for job in asked]
        eager: list[int] = []
        tasks += [asyncio.create_task(self._sync_whole(account, eager)) for account in shared]
        full = {job.section_id for job in asked if self._fetches_at_once(job.url, job.full_text)}
        try:
            for coming in asyncio.as_completed(tasks):
                update = await coming
                done += 1
                if update.new and update.section_id in full:
                    eager.append(update.section_id)
                yield replace(update, done=done, total=total)
        finally:
            await _end(tasks)
            await self.do(refreshes.release_lease, self._holder)
        async for update in self._download_new(eager):
            yield replace(update, done=done, total=total)
        await self.group()
        from tui.storage import backups

        await self.background(backups.roll)

    def _take_logins(self) -> None:
        """The credentials as they are now: what is followed may bring some, and `login` of another shell."""
        with suppress(ConfigError):  # where the file has become unreadable, those that are known stay
            if kept := credentials.load(logins.file_of(self.path)):
                self.settings = replace(self.settings, credentials=kept)

    async def group(self) -> None:
        """Group by event what has come in: looked at on the background lane, and kept a part at a time; one after
        another, whoever asks."""
        import asyncio

        from tui.storage import grouping

        if not self.settings.events:
            return
        window, turn = self._grouping = self._grouping or (grouping.Window(), asyncio.Lock())
        async with turn:
            while found := await self.background(window.go):
                if await self.do(grouping.keep, found):
                    window.kept()

    async def _download_new(self, section_ids: Sequence[int]) -> AsyncGenerator[Update, None]:
        """Keep the full text of what came into sections; an Update for each that could not be fetched."""
        for section_id in section_ids:
            async for update in self.download(StoryFilter(section_id=section_id, unread=True), queued=False):
                if update.error:
                    yield update

    def _fetches_at_once(self, url: str, full_text: str) -> bool:
        """Whether a section's whole stories are fetched when they come; `full_text` is its own setting."""
        return (full_text or self.settings.rules(url).full_text) == "refresh"

    async def _leased(self, jobs: Sequence[RefreshJob]) -> list[RefreshJob]:
        """Those of these jobs that are now ours to do."""
        for holder in await self.ask(refreshes.lease_holders):
            if _has_died(holder):
                await self.do(refreshes.release_lease, holder)
        ids = [job.section_id for job in jobs]
        mine = set(await self.do(refreshes.take_lease, ids, self._holder, LEASE_SECONDS))
        return [job for job in jobs if job.section_id in mine]

    async def _ask_section(self, job: RefreshJob, name: str) -> Update:
        """Ask one section, and keep what it said."""
        import random

        rules = self.settings.rules(job.url)
        found = await self.fetch(replace(job, options=rules.options))
        new = await self.do(
            refreshes.keep,
            found,
            interval_minutes=job.minutes or rules.interval_minutes,
            jitter=random.random(),  # noqa: S311 - it spreads requests, and hides nothing
        )
        failure = found.failure or Failure("")
        return Update(0, 0, job.section_id, name=name, new=new, error=failure.sentence, offline=failure.offline)

    # Accounts on servers of feeds

    async def sync(self, account: Account) -> AsyncGenerator[Update, None]:
        """Tell an account's server and the library of each other; an Update as its stories come in, and a last one
        with what went wrong. Nothing where another process is syncing it."""
        async for update in self._sync(account):
            yield update
        await self.group()

    async def _sync(self, account: Account) -> AsyncGenerator[Update, None]:
        from tui.library import syncing

        if until := await self.left_alone_until(account.url):
            yield Update(1, 1, name=account.name, error=left_alone("", until), host_held=True)
            return
        for holder in await self.ask(accounts.lease_holders):
            if _has_died(holder):
                await self.do(accounts.release_lease, holder)
        async for update in syncing.sync(self, self.fetch, self.settings, account, self._holder):
            yield update

    async def _sync_whole(self, account: Account, eager: list[int]) -> Update:
        """The same, as one step of a refresh. Where stories came, its sections whose whole stories are fetched at once
        are `eager`."""
        last, new = Update(0, 0, name=account.name), 0
        async for update in self._sync(account):
            last, new = update, new + update.new
        if new:
            from tui.storage import remote_feeds  # late: a verb that only reads has no account to sync

            for section_id, url, full_text in await self.ask(remote_feeds.full_texts, account.id):
                if self._fetches_at_once(url, full_text):
                    eager.append(section_id)
        return replace(last, new=new)

    # Stories

    async def download(
        self, wanted: StoryFilter | None = None, *, queued: bool = True, with_pictures: bool = False
    ) -> AsyncGenerator[Update, None]:
        """Keep the full text of a list's unread stories, and of what waits in the queue; an Update each, as they come
        in.

        Their pictures are taken along where `with_pictures`, or where the configuration says so. Closing the iterator
        cancels what is under way; what was kept is kept, and the next call goes on from there.
        """
        import asyncio

        self.refuse_if_for_reading_only()
        self._take_logins()
        jobs = list(await self.ask(downloads.unread, wanted or StoryFilter(unread=True)))
        if queued:
            known = {job.story_id for job in jobs}
            jobs += [job for job in await self.ask(downloads.queued) if job.story_id not in known]
        under_way = asyncio.Semaphore(_UNDER_WAY)

        async def fetch(job: DownloadJob) -> Update:
            async with under_way:
                whole = await self.ask(downloads.job, job.story_id)
                failure = (await self._fetch_article(whole or job)).failure or Failure("")
                if with_pictures or self.settings.pictures == "keep":
                    from tui.library import pictures  # late, as few libraries keep any

                    await pictures.keep_all(self, job.story_id)
            name = job.title or job.url
            return Update(
                0, len(jobs), story_id=job.story_id, name=name, error=failure.sentence, offline=failure.offline
            )

        tasks = [asyncio.create_task(fetch(job)) for job in jobs]
        try:
            for done, coming in enumerate(asyncio.as_completed(tasks), 1):
                yield replace(await coming, done=done)
        finally:
            await _end(tasks)

    async def _fetch_article(self, job: DownloadJob) -> Downloaded:
        """Fetch and read a story, and keep what is to be kept: its page's article, or the feed's own text where the
        page will not be had tomorrow either."""
        rules = self.settings.rules(job.url)
        if job.content and (job.full_text or rules.full_text) == "feed":
            found = await self.fetch(ReadJob(job.content, job.url, job.title, "feed", job.story_id))
            story = await self.ask(stories.story, job.story_id)
            if found.article is not None and story is not None:
                found = replace(found, article=headed(found.article, story))
        else:
            found = await self._fetch_page(replace(job, options=rules.options))
        if found.article and found.failure:
            if len(plain(found.article.blocks)) < WORTH_READING:
                return replace(found, article=None)
            found = replace(found, page=b"")
        if found.article and (not found.failure or found.failure.status in _KEPT_AS_THEY_ARE):
            await self.do(texts.keep_article, job.story_id, found.article, found.page)
        return found

    async def own_text(self, story_id: int) -> Article:
        """What is kept of a story without its page: the feed's own text, however short, under headline, outlet and
        date."""
        story = await self.ask(stories.story, story_id)
        if story is None:
            raise AskError("there is no such story in the library")
        content = await self.ask(texts.content, story_id)
        if not content:
            return preview(story)
        found = await self.fetch(ReadJob(content, story.url, story.title, "feed", story_id))
        return headed(found.article, story) if found.article else preview(story)

    async def whole_story(self, story_id: int, *, urgent: bool = True) -> Article:
        """A story's article: as it was kept, else fetched, kept and indexed. FetchError or ParseError where its page
        cannot be had.

        Where a story has no address, the feed's own text is all there is.
        """
        kept = await self.ask(texts.article, story_id)
        return kept or await self.fetch_again(story_id, urgent=urgent)

    async def fetch_again(self, story_id: int, *, urgent: bool = True) -> Article:
        """A story's article fetched anew, kept and indexed; what it said before is kept beside it."""
        job = await self.ask(downloads.job, story_id)
        if job is None:
            return await self.own_text(story_id)
        self.refuse_if_for_reading_only()
        found = await self._fetch_article(replace(job, urgent=urgent))
        if found.article is None or found.failure is not None:
            raise refused(found.failure)
        return await self.ask(texts.article, story_id) or replace(found.article, story_id=story_id)

    async def read_article(self, story_id: int, *, urgent: bool = True) -> Article:
        """The same; where the page cannot be had the feed's own text is given, with a notice that says why."""
        try:
            return await self.whole_story(story_id, urgent=urgent)
        except (FetchError, ParseError) as error:
            return replace(await self.own_text(story_id), notice=f"The whole story is not here: {error}.")

    async def open_link(
        self, url: str, *, from_url: str = "", trusted: bool = False, title: str = ""
    ) -> tuple[Story, Article]:
        """A story at an address: known, or fetched, kept and indexed. `from_url` led there; where none did, `trusted`
        says that a person typed the address."""
        clean = address.clean(url if ":" in url else f"https://{url}")
        if clean.partition(":")[0] not in ("http", "https", "guide"):
            raise AskError(f"{url} is not an address that can be read here")
        story = await self.ask(stories.story, clean)
        if story is not None:
            return story, await self.read_article(story.id)
        if from_url and not trusted:
            trusted = await self.ask(sections.trusts, from_url)
        if clean.startswith("guide:"):
            raise AskError(f"the Guide has no story {clean}")
        self.refuse_if_for_reading_only()
        options = self.settings.rules(clean).options
        found = await self._fetch_page(
            DownloadJob(clean, from_url=from_url, trusted=trusted, urgent=True, title=title, options=options)
        )
        if found.article is None:
            raise refused(found.failure)
        story = await self.do(texts.keep_article, clean, found.article, found.page)
        return story, replace(found.article, story_id=story.id)

    async def discover(self, text: str) -> SiteOffer:
        """What can be followed at an address a person gave, or at the starter site of that name."""
        wanted = text.strip()
        offered = config.starters(self.settings.kiosk)
        for starter in offered:
            if wanted.casefold() == starter.name.casefold():
                wanted = starter.url
        url = address.meant(wanted)
        if not url:
            raise AskError(f"{text} is not an address that can be followed")
        if self.settings.kiosk is not None and url not in [address.meant(site.url) for site in offered]:
            raise AskError("only the sites of the list can be followed here")
        if until := await self.left_alone_until(url):
            raise refused(held(address.host(url), until, self.clock()))
        found = await self.fetch(DiscoverJob(url, self.settings.rules(url).options))
        await self.hold(url, found.failure)
        if found.site is None or not found.site.sections:
            raise refused(found.failure or Failure(f"there is nothing to follow at {address.public(url)}"))
        return found.site

    async def explain(self, url: str, page: bytes | None = None) -> str:
        """How a page is read: what was taken, what was dropped, and why."""
        found = await self.fetch(ExplainJob(url, page or b"", self.settings.rules(url).options))
        if found.failure:
            raise refused(found.failure)
        return found.explanation

    async def reparse(self, story_ids: Sequence[int] | None = None) -> AsyncGenerator[Update, None]:
        """Read kept pages again, with this version's reading of a page; an Update each. What fails stays as it was."""
        ids = list(story_ids) if story_ids else list(await self.ask(texts.pages))
        for done, story_id in enumerate(ids, 1):
            story = await self.ask(stories.story, story_id)
            page = await self.ask(texts.page, story_id)
            if story is None or not page:
                yield Update(done, len(ids), story_id=story_id, name=str(story_id), error="its page is not kept")
                continue
            html = zlib.decompress(page).decode("utf-8")
            found = await self.fetch(ReadJob(html, story.url, story.title, "page", story_id))
            if found.article is not None:
                await self.do(texts.keep_article, story_id, found.article, page, fetched=False)
            error = found.failure.sentence if found.failure else ""
            yield Update(done, len(ids), story_id=story_id, name=story.title, error=error)


def _has_died(holder: str) -> bool:
    """Was a holder of leases a process of this machine that has ended (killed in the middle of a refresh)?"""
    node, _, rest = holder.partition("/")
    pid = rest.partition("/")[0]
    if node != os.uname().nodename or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False  # somebody else's, and alive
    return False


async def _end(tasks: "Sequence[asyncio.Task[Any]]") -> None:
    """Cancel what is still under way, and wait for it to end."""
    import asyncio

    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
