"""The library: every verb, and the only thing a face may talk to. It joins the gathering wing and the keeping wing.

`Reading` answers questions with one connection and nothing else, `Writing` makes changes too: what the command line's verbs
need that gather nothing. `Library` is for an event loop: one reading and one writing thread, each with its own store, and a
gathering process that is started at the first trip. asyncio and what goes with it is imported where it is needed, so that a
verb starts quickly.
"""

import json
import os
import random
import re
import zlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

from tui import address, config, guide, text
from tui.blocks import plain
from tui.config import Config
from tui.errors import AskError, FetchError, ParseError, StoreError
from tui.model import (
    FOLDERS,
    Article,
    Counts,
    Discovered,
    DiscoverTrip,
    Downloaded,
    DownloadTrip,
    Entry,
    ExplainTrip,
    Failure,
    Followed,
    Gathered,
    Kind,
    Offer,
    Outcome,
    ReadTrip,
    RefreshTrip,
    Related,
    Search,
    Section,
    Session,
    Site,
    SiteOffer,
    Story,
    StoryFilter,
    Subscription,
    Trip,
    Update,
)
from tui.storage.store import Store
from tui.values import replace

if TYPE_CHECKING:
    import asyncio
    from array import array
    from concurrent.futures import ThreadPoolExecutor

P = ParamSpec("P")
R = TypeVar("R")
Gathering = Callable[[Trip], Awaitable[Outcome]]
"""What makes a trip: the gathering process, or in tests the gatherer itself over a fake web."""

LEASE_SECONDS = 600.0
"""How long a section belongs to the process that is asking it, at most: a refresh gives its sections back, and one that was killed loses them."""

WORTH_READING = 400
"""Characters from which on a feed's own text can stand for a story; a shorter one is the summary that the list shows anyway."""

_UNDER_WAY = 100
"""Stories of a download that are asked for at once: enough to keep every host busy, and no more of their texts in memory."""

_KEPT_AS_THEY_ARE = frozenset({401, 402, 403, 404, 410, 451})
"""Answers that another try tomorrow will not change: the feed's own text is kept as the article."""


def now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


def story_number(text: int | str) -> int | str:
    """A story as a person names it: its id as a number, or its address."""
    return int(text) if isinstance(text, str) and re.fullmatch(r"[0-9]{1,18}", text) else text


class Reading:
    """A library that is only read: a verb per question."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, file: Path) -> "Reading":
        """The library of a file. At the first time of all it is made, and the Guide taken in; an older one is brought up to date."""
        if not file.exists():
            make(file)
        try:
            reading = cls(Store(file, readonly=True))
        except StoreError as error:
            if not error.older:
                raise
            make(file)
            reading = cls(Store(file, readonly=True))
        if reading._store.guide_version() != str(guide.EDITION):
            reading.close()
            make(file)
            reading = cls(Store(file, readonly=True))
        return reading

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def sites(self) -> tuple[Site, ...]:
        """What is followed, with kept counts; the Guide is not among them."""
        return self._store.sites()

    def sections(self) -> tuple[Section, ...]:
        """Every section that is followed."""
        return tuple(section for site in self.sites() for section in site.sections)

    def counts(self) -> Counts:
        """The standing rows' counts. Once something is followed, All and Unread are without the Guide."""
        counts = self._store.counts()
        if not self._store.follows():
            return counts
        return replace(counts, stories=counts.stories - counts.guide, unread=counts.unread - counts.guide_unread)

    def meant(self, wanted: StoryFilter) -> StoryFilter:
        """A list as a person means it: once something is followed, All and Unread are without the Guide."""
        everywhere = not (wanted.section_id or wanted.site_id or wanted.guide or wanted.starred or wanted.words)
        return replace(wanted, news=True) if everywhere and self._store.follows() else wanted

    def stories(self, wanted: StoryFilter, limit: int = 100, offset: int = 0) -> tuple[Story, ...]:
        """A window of a list, newest first; all of it where `limit` is 0."""
        return self._store.stories(self.meant(wanted), limit, offset)

    def order(self, wanted: StoryFilter) -> "array[int]":
        """The ids of a whole list."""
        return self._store.order(self.meant(wanted))

    def story(self, id_or_url: int | str) -> Story | None:
        """A story by its id (a number, or its text) or by any address it is known under."""
        wanted = story_number(id_or_url)
        return self._store.story(wanted if isinstance(wanted, int) else address.clean(wanted) or wanted)

    def kept(self, story_id: int) -> Article | None:
        """The article as it was kept, or None."""
        return self._store.article(story_id)

    def related(self, article: Article) -> tuple[Related, ...]:
        """The stories an article leads to, those in the library with their ids."""
        ids = self._store.ids_of([item.url for item in article.related])
        return tuple(
            replace(item, story_id=story_id)
            for item, story_id in zip(article.related, ids, strict=True)
            if not story_id or story_id != article.story_id
        )

    def similar(self, story_id: int, limit: int = 5) -> tuple[Story, ...]:
        """Stories of the library that share this one's rare words."""
        return self._store.similar(story_id, limit)

    def find_sections(self, text: str) -> tuple[Section, ...]:
        """The sections that a person means by an id, an address, a section's or a site's name, or "Site › Section"."""
        wanted = text.strip().casefold()
        sections = self.sections()
        for meant in (
            [section for section in sections if wanted == str(section.id)],
            [
                section
                for section in sections
                if address.key(text) in (address.key(section.url), address.key(section.page))
            ],
            [section for section in sections if wanted == f"{section.site} › {section.name}".casefold()],
            [section for site in self.sites() if wanted == site.name.casefold() for section in site.sections],
        ):
            if meant:
                return tuple(meant)
        named = [section for section in sections if wanted == section.name.casefold()]
        if len(named) > 1:
            said = "; ".join(f"{section.site} › {section.name} ({section.id})" for section in named)
            raise AskError(f"several sections are called {text}: {said}")
        if not named:
            raise AskError(f"nothing that is followed is called {text}")
        return tuple(named)

    def searches(self) -> tuple[Search, ...]:
        """The searches that are kept."""
        return self._store.searches()

    def find_search(self, text: str) -> Search | None:
        """The kept search of a name, or None."""
        wanted = text.strip().casefold()
        return next((search for search in self.searches() if search.name.casefold() == wanted), None)

    def filter(self, section: str | None = None, *, unread: bool = False, starred: bool = False) -> StoryFilter:
        """The list that a person means by the name of a kept search, a section or a site; AskError where there is none."""
        wanted = StoryFilter(unread=unread, starred=starred)
        if not section:
            return wanted
        if search := self.find_search(section):
            return replace(search.filter, unread=unread, starred=starred)
        edition = self._store.guide()
        for part in edition.sections:
            if section.casefold() == part.name.casefold():
                return replace(wanted, section_id=part.id)
        if section.casefold() in ("guide", guide.NAME.casefold()):
            return replace(wanted, guide=True)
        found = self.find_sections(section)
        if len(found) == 1:
            return replace(wanted, section_id=found[0].id)
        return replace(wanted, site_id=found[0].site_id)

    def export(self) -> str:
        """What is followed, as OPML."""
        from tui.parse.feeds.opml import opml

        lines = []
        for site in self.sites():
            for section in site.sections:
                folders = tuple(filter(None, section.folder.split(FOLDERS)))
                if len(site.sections) > 1:
                    folders = (*folders, site.name)
                lines.append(
                    Subscription(
                        section.url,
                        section.name or site.name,
                        section.page or site.url,
                        folders,
                        section.kind,
                        section.tags,
                    )
                )
        searches = [(search.name, search.words) for search in self.searches()]
        return opml(lines, "Broadsheet subscriptions", searches)

    def facts(self) -> dict[str, object]:
        """What a report about a fault should say of the library."""
        sizes = self._store.sizes()
        return {"sqlite": self._store.engine(), "stories": sizes.stories, "library_bytes": sizes.bytes}


class Writing(Reading):
    """A library that is changed too, by one connection and without an event loop: what verbs need that gather nothing."""

    @classmethod
    def open(cls, file: Path) -> "Writing":
        """The library of a file; made, with the Guide in it, where there is none."""
        return cls(opened(file))

    def mark(self, ids: Sequence[int], *, read: bool | None = None, starred: bool | None = None) -> int:
        """Mark stories; the number that changed."""
        return self._store.mark(ids, read=read, starred=starred, now=now())

    def unfollow(self, section_ids: Sequence[int]) -> int:
        """Stop following sections. Starred stories and all that a person touched stay."""
        return self._store.unfollow(section_ids)

    def keep_search(self, name: str, words: str) -> Search:
        """Keep a search under a name, in place of the one that has it already."""
        return keep_search(self._store, name, words)

    def drop_search(self, search: Search) -> None:
        """Let a kept search go; nothing becomes of the stories it finds."""
        self._store.drop_search(search.id)

    def import_subscriptions(self, body: bytes, name: str = "") -> tuple[tuple[Section, ...], tuple[str, ...]]:
        """Follow what a subscription file names, and keep its searches: (the sections taken or followed already, the lines left
        out with why)."""
        return import_subscriptions(self._store, body, name, now())

    def tidy(self, days: int, *, remove: bool = False) -> tuple[str, ...]:
        """What could be removed, a line each with its reason; with `remove` it is."""
        plan = self._store.plan(now(), timedelta(days=days))
        lines = tuple(f"{item.count} {item.what}, {item.bytes // 1024} KiB: {item.reason}" for item in plan)
        if remove and plan:
            return (*lines, f"{self._store.tidy(plan) // 1024} KiB given back")
        return lines or ("nothing to remove",)


def keep_search(store: Store, name: str, words: str) -> Search:
    """Keep a search; AskError where it has no name or is for nothing."""
    name, words = text.line(name), text.line(words)
    if not name or not words:
        raise AskError("a search is kept under a name, and is for something")
    return store.keep_search(name, words)


def import_subscriptions(
    store: Store, body: bytes, name: str, moment: datetime
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """Follow what a subscription file names, and keep its searches: (the sections taken or followed already, the lines left out with why)."""
    from tui.parse.feeds.opml import subscriptions

    read = subscriptions(body, name)
    taken: list[Section] = []
    tags = {line.url: line.tags for line in read.lines}
    for folder, offer in _offers(read.lines):
        followed = store.follow(offer, None, now=moment, folder=folder, tags=tags, trusted=True, unknown=read.plain)
        wanted = {address.key(section.url) for section in offer.sections}
        taken += [section for section in followed.site.sections if address.key(section.url) in wanted]
    for title, words in read.filters:
        keep_search(store, title, words)
    return tuple(taken), read.refused


def make(file: Path) -> None:
    """Make a library where there is none, and take the Guide in where it is not there or older."""
    opened(file).close()


def opened(file: Path) -> Store:
    """A library to write in: made where there is none, the Guide taken in where it is not there or older."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{file.parent} cannot be made: {error.strerror}") from error
    store = Store(file)
    try:
        take_guide(store)
    except BaseException:
        store.close()
        raise
    return store


def take_guide(store: Store) -> None:
    """The Guide's own edition into a library that does not have it yet; marks stay."""
    if store.guide_version() == str(guide.EDITION):
        return
    articles = guide.edition()
    sections = tuple(
        Offer(
            name,
            f"guide:/{path}",
            Kind.GUIDE,
            entries=tuple(
                Entry(
                    article.headline,
                    article.url,
                    article.url,
                    article.standfirst,
                    authors=article.byline,
                    published=article.published,
                )
                for article in articles
                if article.url.startswith(f"guide:/{path}/")
            ),
        )
        for path, name in guide.SECTIONS
    )
    store.take_guide(SiteOffer(guide.NAME, "guide:/", sections, "en"), articles, str(guide.EDITION), now=now())


class Library:
    """A library for an event loop. Opened by `Library.open`; every failure that people meet is a NewsError.

    `nice` is added to the niceness of the gathering process: a refresh gives way to who moves about a screen meanwhile.
    """

    def __init__(
        self,
        file: Path,
        settings: Config,
        *,
        gathering: Gathering | None = None,
        clock: Callable[[], datetime] = now,
        nice: int = 0,
    ) -> None:
        self.file = file
        self._nice = nice
        self.settings = settings
        self._gathering = gathering
        self._clock = clock
        self._holder = f"{os.uname().nodename}/{os.getpid()}/{random.getrandbits(48):x}"
        self._threads: dict[str, ThreadPoolExecutor] = {}
        self._reader: Reading
        self._writer: Store
        self._version = -1
        self._closed = False
        self._courier: Any = None
        self._writing: set[asyncio.Future[Any]] = set()

    @classmethod
    async def open(
        cls,
        file: Path,
        settings: Config | None = None,
        *,
        gathering: Gathering | None = None,
        clock: Callable[[], datetime] = now,
        nice: int = 0,
    ) -> "Library":
        """The library of a file; made, with the Guide in it, where there is none."""
        from concurrent.futures import ThreadPoolExecutor

        library = cls(file, settings or Config(), gathering=gathering, clock=clock, nice=nice)
        library._threads = {name: ThreadPoolExecutor(1, thread_name_prefix=name) for name in ("reading", "writing")}
        try:
            await library._in("writing", library._open_writer)
            await library._in("reading", library._open_reader)
        except BaseException:
            await library.close()
            raise
        return library

    def _open_writer(self) -> None:
        self._writer = opened(self.file)

    def _open_reader(self) -> None:
        self._reader = Reading(Store(self.file, readonly=True))
        self._version = self._reader._store.data_version()

    async def close(self) -> None:
        """End the gathering process, wait for what is being written, let go of the file."""
        import asyncio

        if self._closed:
            return
        self._closed = True
        if self._courier is not None:
            self._courier.kill()
        while self._writing:
            await asyncio.wait(self._writing)
        if hasattr(self, "_writer"):
            await self._in("writing", self._writer.release_lease, self._holder)
            await self._in("writing", self._writer.close)
        if hasattr(self, "_reader"):
            await self._in("reading", self._reader.close)
        for thread in self._threads.values():
            thread.shutdown()

    async def _in(self, thread: str, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        import asyncio
        from functools import partial

        return await asyncio.get_running_loop().run_in_executor(self._threads[thread], partial(work, *args, **kwargs))

    async def _ask(self, verb: Callable[Concatenate[Reading, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        return await self._in("reading", verb, self._reader, *args, **kwargs)

    async def _write(self, verb: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """A change, made even when whoever asked for it has gone."""
        import asyncio

        task = asyncio.ensure_future(self._in("writing", verb, self._writer, *args, **kwargs))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)
        return await asyncio.shield(task)

    # Asking

    async def sites(self) -> tuple[Site, ...]:
        """What is followed, with kept counts; the Guide is not among them."""
        return await self._ask(Reading.sites)

    async def guide(self) -> Site:
        """The Guide with its sections."""
        return await self._in("reading", self._reader._store.guide)

    async def counts(self) -> Counts:
        """The standing rows' counts."""
        return await self._ask(Reading.counts)

    async def stories(self, wanted: StoryFilter, limit: int = 100, offset: int = 0) -> tuple[Story, ...]:
        """A window of a list, newest first; all of it where `limit` is 0."""
        return await self._ask(Reading.stories, wanted, limit, offset)

    async def order(self, wanted: StoryFilter) -> "array[int]":
        """The ids of a whole list."""
        return await self._ask(Reading.order, wanted)

    async def lines(self, ids: Sequence[int], words: str = "") -> tuple[Story, ...]:
        """The stories of these ids, in that order; with snippets where `words` are a search."""
        return await self._in("reading", self._reader._store.lines, ids, words)

    async def story(self, id_or_url: int | str) -> Story | None:
        """A story by its id or by any address it is known under."""
        return await self._ask(Reading.story, id_or_url)

    async def kept(self, story_id: int) -> Article | None:
        """The article as it was kept, or None."""
        return await self._ask(Reading.kept, story_id)

    async def related(self, article: Article) -> tuple[Related, ...]:
        """The stories an article leads to, those in the library with their ids."""
        return await self._ask(Reading.related, article)

    async def similar(self, story_id: int, limit: int = 5) -> tuple[Story, ...]:
        """Stories of the library that share this one's rare words."""
        return await self._ask(Reading.similar, story_id, limit)

    async def find_sections(self, text: str) -> tuple[Section, ...]:
        """The sections that a person means by an id, an address or a name."""
        return await self._ask(Reading.find_sections, text)

    async def filter(self, section: str | None = None, *, unread: bool = False, starred: bool = False) -> StoryFilter:
        """The list that a person means by the name of a kept search, a section or a site; AskError where there is none."""
        return await self._ask(Reading.filter, section, unread=unread, starred=starred)

    async def searches(self) -> tuple[Search, ...]:
        """The searches that are kept."""
        return await self._ask(Reading.searches)

    async def keep_search(self, name: str, words: str) -> Search:
        """Keep a search under a name, in place of the one that has it already."""
        return await self._write(keep_search, name, words)

    async def drop_search(self, search: Search) -> None:
        """Let a kept search go; nothing becomes of the stories it finds."""
        await self._write(Store.drop_search, search.id)

    async def changed(self) -> bool:
        """Whether anything was committed since this was last asked, here or by another process."""
        version = await self._in("reading", self._reader._store.data_version)
        changed, self._version = version != self._version, version
        return changed

    async def place(self, story_id: int) -> tuple[int, int]:
        """Where reading stopped: (block, offset)."""
        return await self._in("reading", self._reader._store.place, story_id)

    async def keep_place(self, story_id: int, block: int, offset: int) -> None:
        """Keep where reading stopped."""
        await self._write(Store.keep_place, story_id, block, offset, now=self._clock())

    async def session(self) -> Session | None:
        """Where a person was when the screen was left, or None."""
        kept = await self._in("reading", self._reader._store.setting, "session")
        if not kept:
            return None
        value = json.loads(kept)
        return Session(**value | {"filter": StoryFilter(**value["filter"])})

    async def keep_session(self, session: Session) -> None:
        """Keep where a person is."""
        await self._write(Store.keep_setting, "session", json.dumps(vars(session) | {"filter": vars(session.filter)}))

    # Marks

    async def mark(self, ids: Sequence[int], *, read: bool | None = None, starred: bool | None = None) -> int:
        """Mark stories; committed when this returns, and even when the one who asked has gone. The number that changed."""
        return await self._write(Store.mark, ids, read=read, starred=starred, now=self._clock())

    async def mark_all_read(self, wanted: StoryFilter) -> int:
        """Mark a whole list read; the number that changed."""
        return await self._write(Store.mark_all_read, await self._ask(Reading.meant, wanted), now=self._clock())

    # Gathering

    async def _visit(self, trip: DownloadTrip | DiscoverTrip) -> Downloaded | Discovered:
        """Make a trip to a host that does not ask to be left alone; where it asks so now, keep that for every other trip and process."""
        host, moment = address.host(trip.url), self._clock()
        if until := dict(await self._in("reading", self._reader._store.held, moment)).get(host):
            failure = Failure(_left_alone(host, until), 429, (until - moment).total_seconds())
            if isinstance(trip, DiscoverTrip):
                return Discovered(trip.url, failure=failure)
            own: Outcome | None = None
            if trip.content:
                own = await self._go(ReadTrip(trip.content, trip.url, trip.title, "feed", trip.story_id))
            article = own.article if isinstance(own, Downloaded) else None
            return Downloaded(trip.url, trip.story_id, article, failure=failure)
        found = await self._go(trip)
        assert isinstance(found, Downloaded | Discovered)
        if found.failure and found.failure.retry_after:
            await self._write(Store.hold, host, moment + timedelta(seconds=found.failure.retry_after))
        return found

    async def _go(self, trip: Trip) -> Outcome:
        if self._gathering is None:
            from tui.fetching.workers import Courier

            log = config.state_folder() / "gathering.log"
            log.parent.mkdir(parents=True, exist_ok=True)
            self._courier = Courier("tui.fetching.jobs:gathering", nice=self._nice, idle=60.0, log=log)
            self._gathering = self._courier.ask
        return await self._gathering(trip)

    async def refresh(
        self, section_ids: Sequence[int] | None = None, *, due: bool = False
    ) -> AsyncGenerator[Update, None]:
        """Ask sections (all where None) for new stories; an Update each, as they come in. A failed section is one of them.

        Sections that are gone, that another process is asking, or (with `due`) whose next check is to come are left out.
        """
        import asyncio

        moment = self._clock()
        trips = await self._in("reading", self._reader._store.trips, section_ids, now=moment, due=due)
        named = {section.id: section for section in await self._ask(Reading.sections)}
        held = dict(await self._in("reading", self._reader._store.held, moment))
        for holder in await self._in("reading", self._reader._store.lease_holders):
            if _has_died(holder):
                await self._write(Store.release_lease, holder)
        mine = set(
            await self._write(
                Store.take_lease, [trip.section_id for trip in trips], self._holder, LEASE_SECONDS, now=moment
            )
        )
        trips = tuple(trip for trip in trips if trip.section_id in mine)
        asked = [trip for trip in trips if address.host(trip.url) not in held]
        done = 0
        for trip in trips:
            if (until := held.get(address.host(trip.url))) is not None:
                done += 1
                said = _left_alone("", until)
                yield Update(
                    done, len(trips), trip.section_id, name=named[trip.section_id].full_name, error=said, host_held=True
                )

        async def ask(trip: RefreshTrip) -> Update:
            rules = self.settings.rules(trip.url)
            found = await self._go(replace(trip, manners=rules.manners))
            assert isinstance(found, Gathered)
            new = await self._write(
                Store.keep,
                found,
                self._clock(),
                interval_minutes=rules.interval_minutes,
                jitter=random.random(),  # noqa: S311 - it spreads requests, and hides nothing
            )
            failure = found.failure or Failure("")
            return Update(
                0,
                len(trips),
                trip.section_id,
                new=new,
                error=failure.sentence,
                offline=failure.offline,
                name=named[trip.section_id].full_name,
            )

        tasks = [asyncio.create_task(ask(trip)) for trip in asked]
        eager = []
        try:
            for coming in asyncio.as_completed(tasks):
                update = await coming
                done += 1
                if update.new and self.settings.rules(named[update.section_id].url).full_text == "refresh":
                    eager.append(update.section_id)
                yield replace(update, done=done)
        finally:
            await _end(tasks)
            await self._write(Store.release_lease, self._holder)
        for section_id in eager:
            async for update in self.download(StoryFilter(section_id=section_id, unread=True), queued=False):
                if update.error:
                    yield replace(update, done=done, total=len(trips))

    async def download(self, wanted: StoryFilter | None = None, *, queued: bool = True) -> AsyncGenerator[Update, None]:
        """Keep the full text of a list's unread stories, and of what waits in the queue; an Update each, as they come in.

        Closing the iterator cancels what is under way; what was kept is kept, and the next call goes on from there.
        """
        import asyncio

        asked = await self._ask(Reading.meant, wanted or StoryFilter(unread=True))
        trips = list(await self._in("reading", self._reader._store.unread_to_download, asked))
        if queued:
            known = {trip.story_id for trip in trips}
            trips += [
                trip for trip in await self._in("reading", self._reader._store.queued) if trip.story_id not in known
            ]

        under_way = asyncio.Semaphore(_UNDER_WAY)

        async def fetch(trip: DownloadTrip) -> Update:
            async with under_way:
                whole = await self._in("reading", self._reader._store.download_trip, trip.story_id)
                failure = (await self._gather_article(whole or trip)).failure or Failure("")
            return Update(
                0,
                len(trips),
                story_id=trip.story_id,
                name=trip.title or trip.url,
                error=failure.sentence,
                offline=failure.offline,
            )

        tasks = [asyncio.create_task(fetch(trip)) for trip in trips]
        try:
            for done, coming in enumerate(asyncio.as_completed(tasks), 1):
                yield replace(await coming, done=done)
        finally:
            await _end(tasks)

    async def _gather_article(self, trip: DownloadTrip) -> Downloaded:
        """Fetch and read a story, and keep what is to be kept: its page's article, or the feed's own text where the page will
        not be had tomorrow either."""
        rules = self.settings.rules(trip.url)
        if trip.content and (rules.full_text == "feed" or not trip.url):
            found = await self._go(ReadTrip(trip.content, trip.url, trip.title, "feed", trip.story_id))
        else:
            found = await self._visit(replace(trip, manners=rules.manners))
        assert isinstance(found, Downloaded)
        if found.article and found.failure:
            if len(plain(found.article.blocks)) < WORTH_READING:
                return replace(found, article=None)
            found = replace(found, page=b"")
        if found.article and (not found.failure or found.failure.status in _KEPT_AS_THEY_ARE):
            await self._write(Store.keep_article, trip.story_id, found.article, found.page, now=self._clock())
        return found

    async def read_article(self, story_id: int, *, urgent: bool = True) -> Article:
        """A story's article: as it was kept, else gathered, kept and indexed. FetchError where it cannot be had.

        Where the page cannot be had the feed's own text is given, with a notice.
        """
        kept = await self.kept(story_id)
        if kept is not None:
            return kept
        trip = await self._in("reading", self._reader._store.download_trip, story_id)
        if trip is None:
            raise AskError("this story has no address and no text")
        found = await self._gather_article(replace(trip, urgent=urgent))
        if found.article is None:
            raise _refused(found.failure)
        if found.failure is None:
            return replace(found.article, story_id=story_id)
        notice = f"{found.failure.sentence[:1].upper()}{found.failure.sentence[1:]}; this is the feed’s own text."
        return replace(found.article, story_id=story_id, notice=notice)

    async def open_link(
        self, url: str, *, from_url: str = "", trusted: bool = False, title: str = ""
    ) -> tuple[Story, Article]:
        """A story at an address: known, or fetched, kept and indexed. `from_url` led there; where none did, `trusted` says that a person
        typed the address."""
        clean = address.clean(url if ":" in url else f"https://{url}")
        if clean.partition(":")[0] not in ("http", "https", "guide"):
            raise AskError(f"{url} is not an address that can be read here")
        story = await self.story(clean)
        if story is not None:
            return story, await self.read_article(story.id)
        if from_url and not trusted:
            trusted = await self._in("reading", self._reader._store.trusts, from_url)
        if clean.startswith("guide:"):
            raise AskError(f"the Guide has no story {clean}")
        manners = self.settings.rules(clean).manners
        found = await self._visit(
            DownloadTrip(clean, from_url=from_url, trusted=trusted, urgent=True, title=title, manners=manners)
        )
        assert isinstance(found, Downloaded)
        if found.article is None:
            raise _refused(found.failure)
        story = await self._write(Store.keep_article, clean, found.article, found.page, now=self._clock())
        return story, replace(found.article, story_id=story.id)

    async def queue(self, url: str, *, from_url: str = "", title: str = "") -> Story:
        """Put a story in the queue, to be fetched when there is a network again."""
        clean = address.clean(url)
        if clean.partition(":")[0] not in ("http", "https"):
            raise AskError(f"{url} is not an address that can be read here")
        return await self._write(Store.queue, clean, from_url=from_url, title=title, now=self._clock())

    async def discover(self, text: str) -> SiteOffer:
        """What can be followed at an address a person gave, or at the starter site of that name."""
        wanted = text.strip()
        for starter in config.starters():
            if wanted.casefold() == starter.name.casefold():
                wanted = starter.url
        if "://" not in wanted:
            private = address.is_private_name(wanted.partition("/")[0].partition(":")[0])
            wanted = f"{'http' if private else 'https'}://{wanted}"
        clean = address.clean(wanted)
        if not clean or not re.match(r"https?:", clean):
            raise AskError(f"{text} is not an address that can be followed")
        found = await self._visit(DiscoverTrip(clean, self.settings.rules(clean).manners))
        assert isinstance(found, Discovered)
        if found.site is None or not found.site.sections:
            raise _refused(found.failure or Failure(f"there is nothing to follow at {clean}"))
        return found.site

    async def follow(self, offer: SiteOffer, chosen: Sequence[int] | None = None) -> Followed:
        """Follow sections of an offer: the chosen ones, by their place in it, or all but comment feeds."""
        return await self._write(Store.follow, offer, chosen, now=self._clock())

    async def unfollow(self, section_ids: Sequence[int]) -> int:
        """Stop following sections. Starred stories and all that a person touched stay."""
        return await self._write(Store.unfollow, section_ids)

    async def starters(self) -> tuple[SiteOffer, ...]:
        """The sites to start from."""
        return config.starters()

    async def import_subscriptions(self, body: bytes, name: str = "") -> tuple[tuple[Section, ...], tuple[str, ...]]:
        """Follow what a subscription file names, and keep its searches: (the sections taken or followed already, the lines left
        out with why)."""
        return await self._write(import_subscriptions, body, name, self._clock())

    async def explain(self, url: str, page: bytes | None = None) -> str:
        """How a page is read: what was taken, what was dropped, and why."""
        found = await self._go(ExplainTrip(url, page or b"", self.settings.rules(url).manners))
        assert isinstance(found, Downloaded)
        if found.failure:
            raise _refused(found.failure)
        return found.explanation

    async def reparse(self, story_ids: Sequence[int] | None = None) -> AsyncGenerator[Update, None]:
        """Read kept pages again, with this version's reading of a page; an Update each. What fails stays as it was."""
        ids = list(story_ids) if story_ids else list(await self._in("reading", self._reader._store.pages))
        for done, story_id in enumerate(ids, 1):
            story = await self.story(story_id)
            page = await self._in("reading", self._reader._store.page, story_id)
            if story is None or not page:
                yield Update(done, len(ids), story_id=story_id, name=str(story_id), error="its page is not kept")
                continue
            html = zlib.decompress(page).decode("utf-8")
            found = await self._go(ReadTrip(html, story.url, story.title, "page", story_id))
            assert isinstance(found, Downloaded)
            if found.article is not None:
                await self._write(Store.keep_article, story_id, found.article, page, now=self._clock())
            error = found.failure.sentence if found.failure else ""
            yield Update(done, len(ids), story_id=story_id, name=story.title, error=error)


def _has_died(holder: str) -> bool:
    """Was a holder of leases a process of this machine that is no more (killed in the middle of a refresh)?"""
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


def _left_alone(host: str, until: datetime) -> str:
    return f"{host} asks to be left alone until {until.astimezone():%H:%M}".strip()


def _refused(failure: Failure | None) -> FetchError | ParseError:
    assert failure is not None
    if failure.status or failure.offline or failure.retry_after:
        return FetchError(
            failure.sentence, status=failure.status, retry_after=failure.retry_after, offline=failure.offline
        )
    return ParseError(failure.sentence)


async def _end(tasks: "list[asyncio.Task[Update]]") -> None:
    """Cancel what is still under way, and see it out."""
    import asyncio

    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _offers(lines: Sequence[Subscription]) -> list[tuple[str, SiteOffer]]:
    """(folder, site) for the lines of a subscription file: a folder whose lines are all of one site is that site."""
    folders: dict[tuple[str, ...], list[Subscription]] = {}
    for line in lines:
        folders.setdefault(line.folders, []).append(line)
    found = []
    for path, members in folders.items():
        domains = {address.registrable(line.page or line.url) for line in members}
        if path and len(members) > 1 and len(domains) == 1:
            page = next((line.page for line in members if line.page), members[0].url)
            sections = tuple(Offer(line.title or path[-1], line.url, line.kind, line.page) for line in members)
            found.append((FOLDERS.join(path[:-1]), SiteOffer(path[-1], page, sections)))
            continue
        for line in members:
            name = line.title or address.host(line.page or line.url)
            offer = Offer(name, line.url, line.kind, line.page)
            found.append((FOLDERS.join(path), SiteOffer(name, line.page or line.url, (offer,))))
    return found
