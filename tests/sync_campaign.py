"""Syncs with real servers: `python -m tests.sync_campaign URL...` runs all of it against each server at these addresses (a
FreshRSS, a Miniflux, anything that speaks the Google Reader API), in an account that is for nothing else: it is emptied first.

Two machines of a person follow, import, read, star, tag, mark whole lists, and make marks while they are offline; one of
their clocks is two days behind. Then a proxy fails in every way at every request. After each part both libraries and the
server are compared with what the person did: subscriptions, names, folders, read, starred, tags. `--short` is for a minute.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tests.fault_proxy import KINDS, FaultProxy
from tests.web import Answer, Loopback, Threaded
from tui import credentials
from tui.config import Config
from tui.credentials import Credential
from tui.errors import NewsError
from tui.fetching.client import Fetcher
from tui.fetching.greader import GreaderSession, find
from tui.fetching.jobs import Gatherer
from tui.fetching.parsing import InlineParser
from tui.jobs import RequestOptions
from tui.library import syncing
from tui.library.library import Library
from tui.library.subscriptions import import_subscriptions
from tui.model import Offer, SiteOffer, StoryFilter
from tui.remote import LABEL, READ, READING_LIST, STARRED, Login
from tui.storage import accounts, actions, folders, marks, sections, stories, tags

FULL_WIDTH = "A & B <c> \"d\" 'e'"
"""What servers write otherwise."""


def news(path: str, asked: Mapping[str, str]) -> Answer:
    """Feeds on this machine: `/sea?20` has twenty stories."""
    return Answer(feed(path, f"http://{asked['host']}"), content_type="application/rss+xml")


def feed(path: str, base: str) -> str:
    """The feed at a path."""
    parts = urlsplit(path)
    name, count = parts.path.strip("/"), int(parts.query or 20)
    now = time.time() - 3600
    rows = "".join(
        f"<item><title>{escape(f'{name} {number}: {FULL_WIDTH}')}</title><link>{base}/story/{name}/{number}</link>"
        f"<guid>{name}-{number}</guid><pubDate>{formatdate(now - 60 * number)}</pubDate>"
        f"<description>&lt;p&gt;What happened in {name}, number {number}.&lt;/p&gt;</description></item>"
        for number in range(count)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title><link>{base}/{name}/</link>{rows}</channel></rss>'


class Marked(NamedTuple):
    """What a person did with a story."""

    read: bool = False
    starred: bool = False
    tags: frozenset[str] = frozenset()


class Person:
    """What a person did, whichever machine it was on: what every machine and the server have to show in the end."""

    def __init__(self, *, tags: bool) -> None:
        self.marked: dict[str, Marked] = {}
        self.feeds: dict[str, tuple[str, str]] = {}
        """name and folder, by address."""
        self.tags = tags
        self.acts = 0

    def act(self, url: str, **given: Any) -> None:
        self.acts += 1
        self.marked[url] = self.marked.get(url, Marked())._replace(**given)


class Machine:
    """A library of the person's, whose clock may be wrong."""

    def __init__(self, library: Library, clock: "Clock", person: Person) -> None:
        self.library, self.clock, self.person = library, clock, person

    async def sync(self) -> str:
        """Sync; what went wrong. Hosts that asked to be left alone are asked an hour later."""
        error = ""
        self.clock.move(3)
        for account in await self.library.ask(accounts.every):
            async for update in self.library.sync(account):
                error = update.error
        self.clock.move(3)
        if error:
            self.clock.move(2 * 3600)
        return error

    async def ids(self) -> dict[str, int]:
        return {row.url: row.id for row in await self.rows()}

    async def rows(self) -> list[Any]:
        return list(await self.library.ask(stories.window, StoryFilter(news=True), 1_000_000))

    async def follow(self, url: str, name: str, folder: tuple[str, ...] = ()) -> None:
        offer = SiteOffer(name, url.partition("?")[0] + "/", (Offer(name, url),))
        await self.library.do(sections.follow, offer, folder=folder)
        self.person.feeds[url] = name, " / ".join(folder)

    async def mark(self, urls: Iterable[str], **given: bool) -> None:
        wanted, ids = list(urls), await self.ids()
        await self.library.do(marks.mark, [ids[url] for url in wanted], **given)
        for url in wanted:
            self.person.act(url, **given)

    async def tag(self, urls: Iterable[str], name: str, *, on: bool = True) -> None:
        wanted, ids = list(urls), await self.ids()
        await self.library.do(tags.tag if on else tags.untag, [ids[url] for url in wanted], name)
        for url in wanted if self.person.tags else ():
            before = self.person.marked.get(url, Marked()).tags
            self.person.act(url, tags=before | {name} if on else before - {name})

    async def state(self) -> tuple[dict[str, Marked], dict[str, tuple[str, str]], int]:
        """Marks and subscriptions as they are shown here, and stories that are here twice."""
        rows = await self.rows()
        marked = {
            row.url: Marked(row.read, row.starred, frozenset(row.tags) if self.person.tags else frozenset())
            for row in rows
        }
        feeds = {
            each.url: (site.name if len(site.sections) == 1 else each.name, " / ".join((*each.folders, ())[0]))
            for site in await self.library.ask(sections.sites)
            for each in site.sections
        }
        return marked, feeds, len(rows) - len(marked)


class Clock:
    """A clock that is wrong by so much, and can be moved on."""

    def __init__(self, wrong_by: timedelta) -> None:
        self.wrong_by = wrong_by

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.wrong_by

    def move(self, seconds: float) -> None:
        self.wrong_by += timedelta(seconds=seconds)


class Campaign:
    """One server, two machines."""

    def __init__(self, session: GreaderSession, proxy: FaultProxy, news: str, *, short: bool, tags: bool) -> None:
        self.session, self.proxy, self.news, self.short = session, proxy, news, short
        self.person = Person(tags=tags)
        self.random = random.Random(7)
        self.machines: list[Machine] = []
        self.differences = 0

    def feed(self, name: str, count: int = 20) -> str:
        return f"{self.news}/{name}?{count}"

    def story(self, name: str, number: int) -> str:
        return f"{self.news}/story/{name}/{number}"

    async def server(self) -> tuple[dict[str, Marked], dict[str, tuple[str, str]]]:
        """What the server has, asked past the proxy."""
        unread = set((await self.session.ids(READING_LIST, without=READ))[0])
        starred = set((await self.session.ids(STARRED))[0])
        everything = (await self.session.ids(READING_LIST))[0]
        labels = {}
        if self.person.tags:
            for name in (await self.session.tags()).labels:
                labels[name] = set((await self.session.ids(LABEL + name))[0])
        marked = {}
        for item in await self.session.items(everything):
            own = frozenset(name for name, ids in labels.items() if item.id in ids)
            marked[item.entry.url] = Marked(item.id not in unread, item.id in starred, own)
        feeds = {each.url: (each.title, each.folder) for each in await self.session.feeds()}
        return marked, feeds

    async def compare(self, what: str, began: float) -> None:
        """Whether the server and both machines have what the person did."""
        for _ in range(2):  # what one sends the other gets
            for machine in self.machines:
                if error := await machine.sync():
                    print(f"    {error}")
        marked, feeds = await self.server()
        feeds = {url: (name, "" if folder in syncing.UNFILED else folder) for url, (name, folder) in feeds.items()}
        wanted = {url: self.person.marked.get(url, Marked()) for url in marked}
        lost = wrong = doubled = 0
        for shown, followed in [(marked, feeds), *[(await each.state())[:2] for each in self.machines]]:
            lost += sum(_marks(wanted[url], shown.get(url, Marked())) for url in wanted)
            wrong += sum(_marks(shown[url], wanted.get(url, Marked())) for url in shown)
            missing, strange = (
                self.person.feeds.items() - followed.items(),
                followed.items() - self.person.feeds.items(),
            )
            lost, wrong = lost + len(missing), wrong + len(strange)
            if missing or strange:
                print(f"    wanted {sorted(missing)}, found {sorted(strange)}")
        for machine in self.machines:
            here, _, twice = await machine.state()
            doubled += twice
            lost += len(marked.keys() - here.keys())
        self.differences += lost + wrong + doubled
        print(
            f"  {what:46} {len(marked):6} stories {self.person.acts:6} acts   lost {lost}  wrong {wrong}  doubled {doubled}"
            f"   {time.monotonic() - began:6.1f} s",
            flush=True,
        )

    # The parts

    async def empty(self) -> None:
        """Nothing is followed there any more."""
        for each in await self.session.feeds():
            await self.session.unfollow(each.id)

    async def follow_and_import(self) -> None:
        one, _ = self.machines
        await one.follow(self.feed("sea"), "The Sea & <more>", ("Water", "Deep"))
        await one.follow(self.feed("hills"), "Hills")
        body = (
            f'<opml version="2.0"><body><outline text="Land"><outline type="rss" text="Town"'
            f' xmlUrl="{escape(self.feed("town"))}"/></outline></body></opml>'
        )
        await one.library.do(import_subscriptions, body.encode(), "feeds.opml")
        self.person.feeds[self.feed("town")] = "Town", "Land"

    async def read_and_star(self) -> None:
        for machine, name in zip(self.machines, ("sea", "hills"), strict=True):
            urls = [self.story(name, number) for number in range(20)]
            await machine.mark(self.random.sample(urls, 8), read=True)
            await machine.mark(self.random.sample(urls, 5), starred=True)
            await machine.mark(self.random.sample(urls, 3), read=False)

    async def tag(self) -> None:
        one, two = self.machines
        await one.tag([self.story("sea", number) for number in range(4)], "Größe/weit & <breit>")
        await two.tag([self.story("town", number) for number in range(3)], "later reading")
        await one.sync()
        await two.sync()
        await two.tag([self.story("sea", 1)], "Größe/weit & <breit>", on=False)

    async def mark_all(self) -> None:
        one, _ = self.machines
        for url in await one.ids():
            if "/town/" in url:
                self.person.act(url, read=True)
        (town,) = [each for each in await one.library.ask(sections.sections) if each.name == "Town"]
        await one.library.do(marks.mark_all_read, StoryFilter(section_id=town.id))

    async def rename_and_move(self) -> None:
        _, two = self.machines
        (hills,) = [each for each in await two.library.ask(sections.sections) if each.url == self.feed("hills")]
        await two.library.do(sections.rename_site, hills.site_id, 'High "hills"')
        await two.library.do(folders.put, [hills.id], await two.library.do(folders.new, "Up & down"))
        self.person.feeds[hills.url] = 'High "hills"', "Up & down"

    async def unfollow(self) -> None:
        one, _ = self.machines
        await one.follow(self.feed("bog", 5), "Bog")
        await one.sync()
        (bog,) = [each for each in await one.library.ask(sections.sections) if each.name == "Bog"]
        await one.library.do(sections.unfollow, [bog.id])
        del self.person.feeds[bog.url]

    async def offline(self) -> None:
        """Both make marks without a sync between, of stories of their own; some are taken back."""
        for machine, name in zip(self.machines, ("hills", "sea"), strict=True):
            for _ in range(30):
                url = self.story(name, self.random.randrange(20))
                await machine.mark([url], **{self.random.choice(("read", "starred")): self.random.random() < 0.6})
            before = dict(self.person.marked)
            await machine.mark([self.story(name, 0)], starred=not before.get(self.story(name, 0), Marked()).starred)
            await machine.library.do(actions.undo)
            self.person.marked = before

    async def many(self, count: int) -> None:
        """So many marks at once, and back again for some."""
        one, two = self.machines
        await one.follow(self.feed("ocean", count), "Ocean")
        await one.sync()
        await two.sync()
        urls = [self.story("ocean", number) for number in range(count)]
        await one.mark(urls, read=True)
        await one.sync()
        await two.sync()
        await two.mark(urls[: count // 20], read=False)
        await two.mark(urls[count // 2 : count // 2 + count // 10], starred=True)

    async def faults(self) -> None:
        """Every kind of fault, at every request of a sync that has something to send."""
        one, two = self.machines
        kinds = KINDS[:: 4 if self.short else 1]
        requests = (2, 4, 7, 9) if self.short else range(1, 13)
        number = 0
        for kind in kinds:
            for at in requests:
                number += 1
                machine = (one, two)[number % 2]
                url = self.story("sea" if number % 2 else "hills", number % 20)
                known = self.person.marked.get(url, Marked())
                await machine.mark([url], read=not known.read, starred=not known.starred)
                self.proxy.fault = _at(self.proxy.count + at, kind)
                await machine.sync()
                self.proxy.fault = lambda count, path: ""
                await machine.sync()
        if "401" in kinds:
            # A refused login stops the account: the person sees it, and the next sync tries again.
            assert all([not await machine.sync() for machine in self.machines])

    async def emptied(self) -> None:
        """Another program unfollows everything: nothing goes here, and one undo brings all of it back."""
        one, two = self.machines
        await self.empty()
        await one.sync()
        kept = {row.url: row for row in await one.rows()}
        if kept or (await one.state())[1]:
            print("    what is followed no more is still listed")
            self.differences += 1
        await one.library.do(actions.undo)
        await one.sync()
        await two.sync()
        await two.sync()
        await two.library.do(_follow_again, tuple(self.person.feeds))

    async def run(self) -> int:
        """All of it; the number of differences."""
        await self.empty()
        parts: list[tuple[str, Callable[[], Any]]] = [
            ("followed and imported on one", self.follow_and_import),
            ("read and starred on both", self.read_and_star),
            ("tagged", self.tag),
            ("a section marked read", self.mark_all),
            ("renamed, moved to a folder", self.rename_and_move),
            ("unfollowed", self.unfollow),
            ("marks made offline on both, some undone", self.offline),
            (
                "3,000 marks at once" if not self.short else "300 marks at once",
                lambda: self.many(300 if self.short else 3000),
            ),
            ("faults of the proxy", self.faults),
            ("the account emptied, and undone", self.emptied),
        ]
        for what, part in parts:
            began = time.monotonic()
            await part()
            await self.compare(what, began)
        return self.differences


def _at(wanted: int, kind: str) -> Callable[[int, str], str]:
    """A fault at one request."""
    return lambda number, path: kind if number == wanted else ""


def _follow_again(file: Any, urls: tuple[str, ...]) -> None:
    """What a second machine had archived as well is followed by its person again."""
    for each in sections.archived(file):
        if each.url in urls:
            sections.follow(file, SiteOffer(each.site, each.url, (Offer(each.name, each.url),)))


def _marks(one: Marked, other: Marked) -> int:
    """Marks that one has and the other has not."""
    return (one.read and not other.read) + (one.starred and not other.starred) + len(one.tags - other.tags)


async def campaign(url: str, user: str, password: str, *, short: bool) -> int:
    """Everything against one server; the number of differences."""
    fetcher = Fetcher(version="test")
    session = await find(fetcher, InlineParser(), Login(url, user, password), RequestOptions())
    async with AsyncExitStack() as stack:
        feeds = stack.enter_context(Threaded(Loopback(news)))
        proxy = stack.enter_context(FaultProxy(session.login.url))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        one = Campaign(session, proxy, feeds.url, short=short, tags=await _has_labels(session, feeds.url))
        for name, wrong_by in (("one", timedelta()), ("two", timedelta(days=-2))):
            clock = Clock(wrong_by)
            made = Fetcher(version="test", clock=clock)
            stack.push_async_callback(made.aclose)
            (folder / name).mkdir()
            kept = Credential(syncing.pattern(proxy.url, user), user, password)
            credentials.save(folder / name / credentials.NAME, (kept,))
            gatherer = Gatherer(made, InlineParser(), clock=clock)
            library = await Library.open(folder / name / "library.db", Config(), fetch=gatherer.go, clock=clock)
            stack.push_async_callback(library.close)
            await library.do(accounts.add, "Server", proxy.url, user)
            one.machines.append(Machine(library, clock, one.person))
        print(f"{session.login.url}: tags of stories {'go there' if one.person.tags else 'stay here'}")
        began = time.monotonic()
        found = await one.run()
        print(
            f"  {one.person.acts} acts, {proxy.count} requests, {len(proxy.failed)} faults, {time.monotonic() - began:.0f} s"
        )
        print(f"  differences {found}")
    await fetcher.aclose()
    return found


async def _has_labels(session: GreaderSession, news: str) -> bool:
    """Whether the server keeps tags of stories: told by a trial."""
    for each in await session.feeds():
        await session.unfollow(each.id)
    await session.follow(f"{news}/trial?1")
    ids, _ = await session.ids(READING_LIST)
    try:
        await session.mark(ids[:1], f"{LABEL}trial")
        await session.mark(ids[:1], f"{LABEL}trial", on=False)
    except NewsError:
        return False
    return True


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", nargs="+", metavar="URL")
    parser.add_argument("--user", default="reader")
    parser.add_argument("--password", default="secret-api")
    parser.add_argument("--short", action="store_true")
    given = parser.parse_args()
    found = [asyncio.run(campaign(url, given.user, given.password, short=given.short)) for url in given.url]
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())
