"""Syncs over a server in memory: what a person does on either side is on both afterwards, and nothing is lost on the way."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from tests.feed_server import BASE, LOGIN, FeedServer, Printed
from tests.storage.events_paper import BRIDGE, groups
from tests.web import NOON, Clock
from tui import credentials, log
from tui.config import Config, SiteRules
from tui.credentials import Credential
from tui.jobs import RequestOptions
from tui.library import syncing
from tui.library.library import Library
from tui.model import Entry, Kind, Offer, Section, SiteOffer, Story, StoryFilter, Update
from tui.remote import LABEL, READ, STARRED, Account
from tui.storage import accounts, actions, folders, marks, refreshes, remote_items, sections, stories, tags

SEA, HILLS = "https://sea.example/feed", "https://hills.example/feed"


class Machine:
    """A library of a person's, on a machine of theirs."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self.library, self.clock = library, clock

    async def add(self, *, everything: bool = False) -> Account:
        return await self.library.do(accounts.add, "Home", BASE, "reader", everything=everything)

    async def sync(self) -> Update:
        """A sync, a minute later."""
        self.clock.move(minutes=1)
        (account,) = await self.library.ask(accounts.every)
        last = Update(0, 0)
        async for update in self.library.sync(account):
            last = update
        self.clock.move(minutes=1)
        return last

    async def story(self, url: str) -> Story:
        found = await self.library.ask(stories.story, url)
        assert found is not None
        return found

    async def mark(self, url: str, **given: bool) -> None:
        await self.library.do(marks.mark, [(await self.story(url)).id], **given)

    async def sections(self) -> dict[str, tuple[str, tuple[tuple[str, ...], ...]]]:
        """Names and folders by address."""
        return {each.url: (each.full_name, each.folders) for each in await self.library.ask(sections.sections)}

    async def account(self) -> Account:
        (account,) = await self.library.ask(accounts.counted)
        return account


Making = Callable[..., Awaitable[Machine]]


@pytest.fixture(params=[False, True], ids=["lenient", "strict"])
def server(request: pytest.FixtureRequest) -> FeedServer:
    made = FeedServer(strict=request.param)
    made.web[SEA] = [story("sea", number) for number in range(3)]
    made.web[HILLS] = [story("hills", number) for number in range(2)]
    return made


def story(name: str, number: int) -> Printed:
    return Printed(f"{name} & story {number}", f"https://{name}.example/{number}", int(NOON.timestamp()) - 60 * number)


@pytest.fixture
async def machine(tmp_path: Path, server: FeedServer, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Making]:
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    kept = Credential(syncing.pattern(BASE, "reader"), "reader", LOGIN.password)
    credentials.save(tmp_path / credentials.NAME, (kept,))
    clock, opened = Clock(), []

    async def make(name: str = "one") -> Machine:
        library = await Library.open(tmp_path / f"{name}.db", Config(), fetch=server.gatherer(clock).go, clock=clock)
        opened.append(library)
        return Machine(library, clock)

    yield make
    for library in opened:
        await library.close()


async def test_a_first_sync_follows_all_and_takes_the_marks(server: FeedServer, machine: Making) -> None:
    server.follow(SEA, "The <Sea>", "Water / Deep")
    server.follow(HILLS, "Hills")
    server.mark("https://sea.example/1", READ)
    server.mark("https://sea.example/2", STARRED)
    one = await machine()
    await one.add()
    assert await one.sync() == Update(1, 1, name="Home")
    assert await one.sections() == {SEA: ("The <Sea>", (("Water", "Deep"),)), HILLS: ("Hills", ())}
    rows = await one.library.ask(stories.window, StoryFilter())
    assert {row.title for row in rows} == {f"sea & story {n}" for n in range(3)} | {
        f"hills & story {n}" for n in range(2)
    }
    assert [row.url for row in rows if row.read] == ["https://sea.example/1"]
    assert [row.url for row in rows if row.starred] == ["https://sea.example/2"]
    assert (await one.account()).whole


async def test_what_a_sync_brings_is_grouped_by_event(server: FeedServer, machine: Making) -> None:
    for name, titles in (("sea", BRIDGE[:2]), ("hills", BRIDGE[2:])):
        server.web[f"https://{name}.example/feed"] = [
            Printed(title, f"https://{name}.example/{number}", int(NOON.timestamp()) - 60)
            for number, title in enumerate(titles)
        ]
    server.follow(SEA)
    server.follow(HILLS)
    one = await machine()
    await one.add()
    await one.sync()
    assert await one.library.ask(groups) == {frozenset(BRIDGE)}


async def test_whole_stories_are_fetched_when_they_come_where_a_section_says_so(
    server: FeedServer, machine: Making
) -> None:
    server.follow(SEA)
    server.follow(HILLS)
    one = await machine()
    await one.add()
    await one.sync()
    sea = next(each for each in await one.library.ask(sections.sections) if each.url == SEA)
    await one.library.do(sections.set_full_text, [sea.id], "refresh")
    one.clock.move(hours=1)
    for url, name in ((SEA, "sea"), (HILLS, "hills")):
        server.web[url].append(story(name, 9))
    server.fetch()
    asked = [update.name async for update in one.library.refresh() if update.story_id]
    assert set(asked) == {f"sea & story {number}" for number in (0, 1, 2, 9)}, (
        "their pages are not there, which is said"
    )


async def test_an_unchanged_sync_takes_six_requests(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    del server.asked[:]
    again = Machine(one.library, one.clock)
    assert await again.sync() == Update(1, 1, name="Home")
    assert len(server.asked) == 5  # and a login in another process


async def test_marks_go_both_ways(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one, two = await machine("one"), await machine("two")
    for each in (one, two):
        await each.add()
        await each.sync()
    await one.mark("https://sea.example/0", read=True)
    await one.mark("https://sea.example/1", read=True, starred=True)
    await one.sync()
    assert server.marked("https://sea.example/0") == {READ}
    assert server.marked("https://sea.example/1") == {READ, STARRED}
    await two.sync()
    assert (await two.story("https://sea.example/1")).starred
    await two.mark("https://sea.example/1", starred=False)
    await two.mark("https://sea.example/0", read=False)
    await two.sync()
    await one.sync()
    first, second = await one.story("https://sea.example/0"), await one.story("https://sea.example/1")
    assert (first.read, second.read, second.starred) == (False, True, False)
    assert (await one.account()).unsent == 0


async def test_what_a_person_did_here_is_newer_than_what_the_server_says(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    await one.mark("https://sea.example/0", read=True)
    server.mark("https://sea.example/0", READ)
    await one.library.do(actions.undo)
    await one.sync()
    assert not (await one.story("https://sea.example/0")).read
    assert server.marked("https://sea.example/0") == set()
    server.mark("https://sea.example/0", READ)
    await one.sync()
    assert (await one.story("https://sea.example/0")).read


async def test_marks_of_before_the_account_are_kept_and_sent(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    offer = Offer("My sea", SEA, entries=tuple(entry(each) for each in server.web[SEA]))
    await one.library.do(sections.follow, SiteOffer("My sea", "https://sea.example/", (offer,)))
    await one.mark("https://sea.example/0", read=True, starred=True)
    await one.add()
    await one.sync()
    assert server.marked("https://sea.example/0") == {READ, STARRED}
    assert len(await one.library.ask(stories.window, StoryFilter())) == 3  # joined, and not a second time
    assert await one.sections() == {SEA: ("My sea", ())}


def entry(printed: Printed) -> Entry:
    return Entry(printed.title, printed.url, f"guid-{printed.url}", published=NOON)


async def test_subscriptions_go_both_ways(server: FeedServer, machine: Making) -> None:
    server.follow(SEA, "Sea")
    one, two = await machine("one"), await machine("two")
    await one.add()
    await one.sync()
    await one.library.do(sections.follow, SiteOffer("Hills", "https://hills.example/", (Offer("Hills", HILLS),)))
    (hills,) = [each for each in await one.library.ask(sections.sections) if each.url == HILLS]
    await one.library.do(folders.put, [hills.id], await one.library.do(folders.new, "Land"))
    await one.sync()
    assert [feed[:2] for feed in server.state.feeds.values()] == [[SEA, "Sea"], [HILLS, "Hills"]]
    assert [feed[2] for feed in server.state.feeds.values()] == [server.unfiled, "Land"]
    await two.add()
    await two.sync()
    assert await two.sections() == {SEA: ("Sea", ()), HILLS: ("Hills", (("Land",),))}

    await two.library.do(sections.rename_site, hills_of(await two.library.ask(sections.sections)).site_id, "High hills")
    await two.library.do(
        folders.take_out,
        [hills_of(await two.library.ask(sections.sections)).id],
        (await two.library.ask(folders.tree))[0].id,
    )
    await two.sync()
    feed = server.state.feeds["feed/2"]
    assert feed[1:] == ["High hills", server.unfiled]
    feed[1], feed[2] = "Hills & dales", "Up / Down"
    await one.sync()
    assert (await one.sections())[HILLS] == ("Hills & dales", (("Up", "Down"),))

    await one.library.do(sections.unfollow, [hills.id])
    await one.sync()
    assert list(server.state.feeds) == ["feed/1"]
    await two.sync()
    assert list(await two.sections()) == [SEA]
    assert "taken away there" in (await two.account()).notice
    await two.library.do(actions.undo)
    await two.sync()
    assert HILLS in {feed[0] for feed in server.state.feeds.values()}


def hills_of(found: tuple[Section, ...]) -> Section:
    return next(each for each in found if each.url == HILLS)


async def test_only_feeds_go_to_the_server(server: FeedServer, machine: Making) -> None:
    one = await machine()
    await one.add()
    parts = (
        Offer("Page", "https://page.example/", Kind.PAGE),
        Offer("Own", "https://me:secret@own.example/feed"),
        Offer("Sea", SEA),
    )
    for part in parts:
        await one.library.do(sections.follow, SiteOffer(part.name, part.url, (part,)))
    await one.sync()
    assert [feed[0] for feed in server.state.feeds.values()] == [SEA]
    assert len(await one.sections()) == 3


async def test_tags_go_where_the_server_has_them_and_stay_where_not(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one, two = await machine("one"), await machine("two")
    for each in (one, two):
        await each.add()
        await each.sync()
    first = (await one.story("https://sea.example/0")).id
    await one.library.do(tags.tag, [first], "Harbour/East & more")
    await one.sync()
    if server.strict:
        assert "keeps no tags" in (await one.account()).notice
        assert (await one.story("https://sea.example/0")).tags == ("Harbour/East & more",)
        return
    assert server.marked("https://sea.example/0") == {LABEL + "Harbour/East & more"}
    await two.sync()
    other = await two.story("https://sea.example/0")
    assert other.tags == ("Harbour/East & more",)
    await two.library.do(tags.untag, [other.id], "Harbour/East & more")
    await two.sync()
    assert server.marked("https://sea.example/0") == set()
    await one.sync()
    assert (await one.story("https://sea.example/0")).tags == ()


async def test_many_marks_are_one_request_where_the_server_does_that(server: FeedServer, machine: Making) -> None:
    server.web[SEA] = [story("sea", number) for number in range(300)]
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    server.web[SEA].insert(0, story("sea", 1000))
    server.fetch()
    await one.library.do(marks.mark_all_read, StoryFilter())
    del server.asked[:]
    await one.sync()
    assert server.asked.count("POST edit-tag") == (3 if server.strict else 0)
    assert all(READ in server.marked(f"https://sea.example/{number}") for number in range(300))
    assert server.marked("https://sea.example/1000") == set()  # nobody saw it
    assert not (await one.story("https://sea.example/1000")).read


async def test_of_many_stars_and_many_stories_that_are_unread_again_none_is_marked_read_there(
    server: FeedServer, machine: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "WORTH_MARKING_ALL", 3)
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    urls = [f"https://sea.example/{number}" for number in range(3)]
    for given, there in (
        ({"starred": True}, {STARRED}),
        ({"read": True}, {STARRED, READ}),
        ({"read": False}, {STARRED}),
        ({"starred": False}, set()),
    ):
        for url in urls:
            await one.mark(url, **given)
        await one.sync()
        assert [server.marked(url) for url in urls] == [there] * 3


async def test_a_server_put_back_from_a_backup_takes_no_mark_back(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    backup = server.backup()
    server.web[SEA] = [story("sea", number) for number in (7, 8, 0, 1, 2)]
    server.fetch()
    await one.mark("https://sea.example/0", read=True, starred=True)
    await one.sync()
    await one.mark("https://sea.example/7", starred=True)
    await one.sync()
    server.restore(backup)
    server.web[SEA] = [story("sea", number) for number in (9, 8, 7, 0, 1, 2)]  # ids name other stories now
    server.fetch()
    await one.sync()
    assert "put back from a backup" in (await one.account()).notice
    for number, tag in ((0, {READ, STARRED}), (7, {STARRED}), (8, set()), (9, set())):
        assert server.marked(f"https://sea.example/{number}") == tag
    again = await one.story("https://sea.example/0")
    assert (again.read, again.starred) == (True, True)


async def test_a_backup_takes_no_tag_back(server: FeedServer, machine: Making) -> None:
    if server.strict:
        return  # it has none
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    backup = server.backup()
    server.web[SEA].insert(0, story("sea", 7))
    server.fetch()
    await one.sync()
    await one.library.do(tags.tag, [(await one.story("https://sea.example/0")).id], "Harbour")
    await one.sync()
    server.restore(backup)
    server.state.last_item += 1_000_000  # its ids are moments: a second later they are others
    server.fetch()
    await one.sync()
    assert server.marked("https://sea.example/0") == {LABEL + "Harbour"}
    assert (await one.story("https://sea.example/0")).tags == ("Harbour",)


async def test_what_was_taken_away_is_said_even_where_the_sync_fails_then(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    server.unfollow("feed/1")
    server.before = lambda number, call: httpx.Response(503) if call == "stream/items/ids" else None
    assert "503" in (await one.sync()).error
    assert "taken away there" in (await one.account()).notice


async def test_an_account_that_is_emptied_deletes_nothing_here(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    server.mark("https://sea.example/0", STARRED)
    one = await machine()
    await one.add()
    await one.sync()
    await one.mark("https://sea.example/1", read=True)
    server.unfollow("feed/1")
    await one.sync()
    assert await one.sections() == {}
    rows = {each: await one.story(f"https://sea.example/{each}") for each in range(3)}
    assert [(row.read, row.starred) for row in rows.values()] == [(False, True), (True, False), (False, False)]
    assert "taken away there, archived here" in (await one.account()).notice
    await one.library.do(actions.undo)
    await one.sync()
    assert server.marked("https://sea.example/1") == {READ}
    assert server.marked("https://sea.example/0") == {STARRED}


async def test_a_story_that_goes_at_the_server_is_not_taken_for_read(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    oldest = min(server.state.items)
    url = server.state.items[oldest].story.url
    del server.state.items[oldest]
    await one.sync()
    assert not (await one.story(url)).read


async def test_a_refused_login_stops_and_says_so(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    await one.add()
    server.password = "another"
    said = await one.sync()
    assert said.error == "127.0.0.1:8461 refused the name or the password"
    account = await one.account()
    assert account.error == said.error
    server.password = "secret-api"
    assert not (await one.sync()).error
    assert not (await one.account()).error


async def test_leaving_keeps_everything(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    account = await one.add()
    await one.sync()
    await one.mark("https://sea.example/1", starred=True)
    assert await one.library.do(accounts.remove, account.id) == 1
    assert list(await one.sections()) == [SEA]
    assert (await one.story("https://sea.example/1")).starred
    assert list(server.state.feeds) == ["feed/1"]
    assert [job.url for job in await one.library.ask(refreshes.jobs)] == [SEA]  # asked again by itself


async def test_a_sync_that_is_cut_off_anywhere_loses_nothing(server: FeedServer, machine: Making) -> None:
    """Every request fails once, before it was done or after."""
    server.follow(SEA, "Sea", "Water")
    for number in range(0, 40, 3):
        before = bool(number % 2)
        one = await machine(f"cut{number}")
        await one.add()
        await one.library.do(sections.follow, SiteOffer("Hills", "https://hills.example/", (Offer("Hills", HILLS),)))
        start = len(server.asked)

        def fault(at: int, call: str, start: int = start, number: int = number) -> httpx.Response | None:
            return httpx.Response(502) if at - start == number // 2 + 1 else None

        setattr(server, "before" if before else "after", fault)
        await one.sync()
        if HILLS in {each.url for each in await one.library.ask(sections.sections)}:
            stories_here = await one.library.ask(stories.window, StoryFilter())
            if stories_here:
                await one.library.do(marks.mark, [stories_here[0].id], read=not stories_here[0].read)
        await one.sync()
        await one.sync()
        server.before = server.after = lambda number, call: None
        await one.sync()
        await agree(server, one)


async def agree(server: FeedServer, machine: Machine) -> None:
    """Both sides have the same feeds, stories and marks."""
    assert set(await machine.sections()) == {feed[0] for feed in server.state.feeds.values()}
    rows = {row.url: row for row in await machine.library.ask(stories.window, StoryFilter(), 1000)}
    assert set(rows) == {held.story.url for held in server.state.items.values()}
    for held in server.state.items.values():
        row = rows[held.story.url]
        assert (row.read, row.starred) == (READ in held.tags, STARRED in held.tags)
    assert await machine.library.ask(remote_items.to_mark, 1) == ()


async def test_what_comes_is_told_as_it_comes(
    server: FeedServer, machine: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "AT_ONCE", 2)
    server.web[SEA] = [story("sea", number) for number in range(5)]
    server.follow(SEA)
    one = await machine()
    account = await one.add()
    told = [update async for update in one.library.sync(account)]
    assert [(update.done, update.total, update.new) for update in told] == [(2, 5, 2), (4, 5, 2), (5, 5, 1), (1, 1, 0)]


async def test_what_was_read_before_it_came_is_taken_in_too_and_asked_for_once(
    server: FeedServer, machine: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "NEWEST", 2)
    server.web[SEA] = [story("sea", number) for number in range(6)]
    server.follow(SEA)
    for number in range(6):
        server.mark(f"https://sea.example/{number}", READ)
    one = await machine()
    await one.add()
    await one.sync()
    rows = await one.library.ask(stories.window, StoryFilter())
    assert [row.read for row in rows] == [True] * 6
    assert (await one.account()).whole
    del server.asked[:]
    await one.sync()
    assert server.asked.count("GET stream/items/ids") == 3


async def test_while_another_process_syncs_an_account_nothing_is_asked(server: FeedServer, machine: Making) -> None:
    server.follow(SEA)
    one = await machine()
    account = await one.add()
    assert await one.library.do(accounts.take_lease, account.id, "elsewhere/1/x", 3600.0)
    assert [update async for update in one.library.sync(account)] == []
    assert server.asked == []
    await one.library.do(accounts.release_lease, "elsewhere/1/x")
    assert not (await one.sync()).error
    assert await one.library.ask(accounts.lease_holders) == ()


async def test_without_a_password_nothing_is_asked_and_how_to_give_one_is_said(
    server: FeedServer, machine: Making, tmp_path: Path
) -> None:
    one = await machine()
    await one.add()
    credentials.save(tmp_path / credentials.NAME, ())
    said = (await one.sync()).error
    assert said == f"no password is kept for Home: `broadsheet sync add {BASE} --user reader`"
    assert server.asked == []
    assert (await one.account()).error == said


async def test_a_server_without_tags_is_not_asked_for_them_again(server: FeedServer, machine: Making) -> None:
    if not server.strict:
        return  # it has some
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    await one.library.do(tags.tag, [(await one.story("https://sea.example/0")).id], "Harbour")
    await one.sync()
    assert (await one.account()).labels is False
    del server.asked[:]
    await one.sync()
    assert "POST edit-tag" not in server.asked
    assert (await one.account()).notice == ""


async def test_a_server_that_had_tags_and_refuses_one_now_has_a_bad_moment(server: FeedServer, machine: Making) -> None:
    if server.strict:
        return  # it has none
    server.follow(SEA)
    one = await machine()
    await one.add()
    await one.sync()
    first, second = [(await one.story(f"https://sea.example/{number}")).id for number in range(2)]
    await one.library.do(tags.tag, [first], "Harbour")
    await one.sync()
    assert (await one.account()).labels is True
    await one.library.do(tags.tag, [second], "Harbour")
    server.before = lambda number, call: httpx.Response(400) if call == "edit-tag" else None
    assert (await one.sync()).error
    account = await one.account()
    assert (account.labels, "keeps no tags" in account.notice) == (True, False)
    server.before = lambda number, call: None
    await one.sync()
    assert server.marked("https://sea.example/1") == {LABEL + "Harbour"}


async def test_a_tag_of_a_server_is_learned_with_it(server: FeedServer, machine: Making) -> None:
    if server.strict:
        return
    server.follow(SEA)
    server.mark("https://sea.example/0", LABEL + "Harbour")
    one = await machine()
    await one.add()
    await one.sync()
    assert (await one.story("https://sea.example/0")).tags == ("Harbour",)
    assert (await one.account()).labels is True


async def test_many_that_were_taken_away_are_named_a_few(server: FeedServer, machine: Making) -> None:
    names = ["A", "B", "C", "D", "E"]
    for name in names:
        server.web[f"https://{name.lower()}.example/feed"] = []
        server.follow(f"https://{name.lower()}.example/feed", name)
    one = await machine()
    await one.add()
    await one.sync()
    for number in (1, 2, 3, 4):
        server.unfollow(f"feed/{number}")
    await one.sync()
    assert (await one.account()).notice.endswith("(`broadsheet undo` takes it back): A, B, C and 1 more")


async def test_what_a_server_does_not_follow_stays_here_and_is_said(server: FeedServer, machine: Making) -> None:
    one = await machine()
    await one.add()
    await one.library.do(sections.follow, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", SEA),)))
    server.before = lambda number, call: httpx.Response(400) if call == "subscription/edit" else None
    for _ in range(3):
        assert not (await one.sync()).error
        assert f"{SEA} stays as it is here: " in (await one.account()).notice
    await one.sync()
    assert (await one.account()).notice == "", "it is asked a few times, and no more"
    assert list(await one.sections()) == [SEA]


async def test_a_feed_with_a_password_of_this_machine_is_not_followed_there(
    server: FeedServer, machine: Making
) -> None:
    one = await machine()
    await one.add()
    one.library.settings = Config(sites=(SiteRules("sea.example", RequestOptions(auth=("me", "secret"))),))
    await one.library.do(sections.follow, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", SEA),)))
    await one.sync()
    assert server.state.feeds == {}
    assert list(await one.sections()) == [SEA]


async def test_a_new_feed_without_a_folder_stands_where_the_server_puts_such(
    server: FeedServer, machine: Making
) -> None:
    server.follow(SEA, "Sea", "Aaa")
    one = await machine()
    await one.add()
    await one.sync()
    await one.library.do(sections.follow, SiteOffer("Hills", "https://hills.example/", (Offer("Hills", HILLS),)))
    await one.sync()
    assert {feed[0]: feed[2] for feed in server.state.feeds.values()} == {SEA: "Aaa", HILLS: server.unfiled}
    await one.sync()
    assert (await one.sections())[HILLS] == ("Hills", ())


async def test_where_a_server_puts_feeds_without_a_folder_is_learned_from_the_first(
    server: FeedServer, machine: Making
) -> None:
    server.unfiled = "Diverses"
    one = await machine()
    await one.add()
    for name, url in (("Hills", HILLS), ("Sea", SEA)):
        offer = SiteOffer(name, url.removesuffix("feed"), (Offer(name, url),))
        await one.library.do(sections.follow, offer, folder=("Land",) if url == SEA else ())
    await one.sync()
    assert (await one.account()).unfiled == "Diverses"
    assert {feed[0]: feed[2] for feed in server.state.feeds.values()} == {HILLS: "Diverses", SEA: "Land"}
    await one.sync()
    assert await one.sections() == {HILLS: ("Hills", ()), SEA: ("Sea", (("Land",),))}


async def test_what_a_sync_failed_of_stands_in_the_log(
    server: FeedServer, machine: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[str] = []
    monkeypatch.setattr(log, "problem", lambda said, *given: logged.append(said % given))
    server.password = "another"
    one = await machine()
    await one.add()
    await one.sync()
    assert "Home: 127.0.0.1:8461 refused the name or the password" in logged
