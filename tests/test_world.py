"""Any news site: what is found at each kind of site of the test world, and how politely it is found."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from tests import world
from tests.web import Answer, Loopback
from tests.world import SECTIONS, STORIES, Site, serve
from tui.fetching.client import Fetcher
from tui.fetching.discover import REQUESTS
from tui.fetching.jobs import Gatherer
from tui.fetching.parsing import InlineParser
from tui.jobs import Discovered, DiscoverJob, RefreshJob
from tui.model import Kind, SiteOffer

Visit = Callable[[str], Awaitable[Discovered]]


@pytest.fixture
async def gatherer() -> AsyncIterator[Gatherer]:
    fetcher = Fetcher(version="1.0")
    yield Gatherer(fetcher, InlineParser())
    await fetcher.aclose()


async def site_at(gatherer: Gatherer, url: str) -> SiteOffer:
    found = await gatherer.go(DiscoverJob(url))
    assert found.site, found.failure
    return found.site


def told(site: SiteOffer, root: str) -> list[tuple[str, str, Kind]]:
    """(name, path, kind) of every section but comments."""
    return [(each.name, each.url.removeprefix(root), each.kind) for each in site.sections if not each.comments]


MAIN = "The Harbour Times"
CASES: list[tuple[Site, tuple[str, Kind], Callable[[str], str], Kind]] = [
    (world.with_feeds, ("/feed.xml", Kind.FEED), lambda name: f"/{name}/rss.xml", Kind.FEED),
    (world.listed, ("/feed.xml", Kind.FEED), lambda name: f"/{name}/rss.xml", Kind.FEED),
    (world.undeclared, ("/feed/", Kind.FEED), lambda name: f"/{name}/", Kind.PAGE),
    (world.wordpress, ("/feed/", Kind.FEED), lambda name: f"/{name}/feed/", Kind.FEED),
    (world.wordpress_without_interface, ("/feed/", Kind.FEED), lambda name: f"/{name}/feed/", Kind.FEED),
    (world.front_only, ("/", Kind.PAGE), lambda name: f"/{name}/", Kind.PAGE),
    (world.moved, ("/all/feed.xml", Kind.FEED), lambda name: f"/{name}/rss.xml", Kind.FEED),
]


@pytest.mark.parametrize(("site", "main", "path", "kind"), CASES, ids=[case[0].__name__ for case in CASES])
async def test_the_right_sections_are_found(
    gatherer: Gatherer, site: Site, main: tuple[str, Kind], path: Callable[[str], str], kind: Kind
) -> None:
    async with serve(site) as (served,):
        found = await site_at(gatherer, served.root)
        assert found.name == MAIN
        assert told(found, served.root) == [(MAIN, *main), *((name, path(name.lower()), kind) for name in SECTIONS)]
        assert len(served.server.seen) <= REQUESTS


async def test_wordpress_without_feeds_is_followed_by_its_interface(gatherer: Gatherer) -> None:
    async with serve(world.wordpress_by_interface_only) as (served,):
        found = await site_at(gatherer, served.root)
        assert [(name, kind) for name, _, kind in told(found, served.root)] == [
            (name, Kind.WORDPRESS) for name in (MAIN, *SECTIONS)
        ]
        for number, section in enumerate(found.sections):
            wanted = world.STORIES[:30] if not number else world.of(section.name)
            assert await stories(gatherer, section.url, section.kind) == {served.root + each.path for each in wanted}


async def test_a_site_of_scripts_is_followed_by_its_sitemap_for_news(gatherer: Gatherer) -> None:
    async with serve(world.sitemap_only) as (served,):
        (section,) = (await site_at(gatherer, served.root)).sections
        assert (section.url, section.kind, len(section.entries)) == (
            f"{served.root}/news-index.xml",
            Kind.SITEMAP,
            len(STORIES),
        )


async def stories(gatherer: Gatherer, url: str, kind: Kind) -> set[str]:
    """The addresses that a refresh of a section brings."""
    found = await gatherer.go(RefreshJob(1, url, kind, trusted=True))
    assert found.failure is None, found.failure
    return {entry.url for entry in found.entries}


async def test_pages_without_a_feed_give_their_stories_and_little_else(gatherer: Gatherer) -> None:
    async with serve(world.front_only) as (served,):
        found = await site_at(gatherer, served.root)
        for section in found.sections:
            wanted = {
                served.root + each.path
                for each in STORIES
                if f'"{each.path}"' in str(served.pages[section.url.removeprefix(served.root)].body)
            }
            given = await stories(gatherer, section.url, section.kind)
            assert len(wanted & given) >= 0.95 * len(wanted), section.name
            assert len(wanted & given) >= 0.95 * len(given), section.name


async def test_every_section_that_is_offered_can_be_refreshed(gatherer: Gatherer) -> None:
    sites = [case[0] for case in CASES]
    async with serve(*sites) as all_served:
        for served in all_served:
            for section in (await site_at(gatherer, served.root)).sections:
                if not section.comments:
                    assert await stories(gatherer, section.url, section.kind)


async def test_following_shows_stories_at_once(gatherer: Gatherer) -> None:
    async with serve(world.with_feeds) as (served,):
        found = await site_at(gatherer, served.root)
        assert all(section.entries for section in found.sections)
        assert all(entry.title for section in found.sections for entry in section.entries)


async def test_feeds_of_comments_are_offered_last_and_marked(gatherer: Gatherer) -> None:
    async with serve(world.wordpress) as (served,):
        found = await site_at(gatherer, served.root)
        assert [section.comments for section in found.sections] == [False] * (1 + len(SECTIONS)) + [True]
        assert not served.asked("/comments")


async def test_a_section_page_is_followed_as_that_section(gatherer: Gatherer) -> None:
    async with serve(world.with_feeds, world.front_only) as (feeds, pages):
        found = await site_at(gatherer, f"{feeds.root}/science/")
        assert told(found, feeds.root) == [("Science", "/science/rss.xml", Kind.FEED)]
        found = await site_at(gatherer, f"{pages.root}/science/")
        assert told(found, pages.root) == [("Science", "/science/", Kind.PAGE)]


async def test_a_story_leads_to_its_site(gatherer: Gatherer) -> None:
    async with serve(world.with_feeds, world.front_only) as all_served:
        for served in all_served:
            found = await site_at(gatherer, served.root + STORIES[3].path)
            assert found.article and found.article.headline == STORIES[3].title
            assert [section.name for section in found.sections] == [MAIN, *SECTIONS]


async def test_a_feeds_own_address_is_followed_whatever_it_is_called(gatherer: Gatherer) -> None:
    async with serve(world.undeclared) as (served,):
        (section,) = (await site_at(gatherer, f"{served.root}/feed/")).sections
        assert (section.name, section.kind) == ("Harbour", Kind.FEED)
        assert [entry.url for entry in section.entries] == [served.root + each.path for each in STORIES[:20]]
        assert len(served.server.seen) == 1


WALLS = [(world.scripts_only, "script"), (world.login, "login"), (world.cookie_wall, "cookie")]


@pytest.mark.parametrize(("site", "word"), WALLS, ids=[site.__name__ for site, _ in WALLS])
async def test_a_page_that_gives_nothing_is_said_to_in_one_sentence(gatherer: Gatherer, site: Site, word: str) -> None:
    async with serve(site) as (served,):
        found = await gatherer.go(DiscoverJob(served.root))
        assert found.site is None and found.failure
        assert word in found.failure.sentence.lower()
        assert "\n" not in found.failure.sentence
        assert len(served.server.seen) <= 20


async def test_a_page_leads_nobody_into_a_private_place(gatherer: Gatherer) -> None:
    async with serve(world.with_feeds) as (victim,):

        def sly(root: str) -> world.Pages:
            head = (
                world.declared(f"{victim.root}/feed.xml")
                + f'<link rel="https://api.w.org/" href="{victim.root}/wp-json/">'
            )
            return {"/": world.front(root, head), "/robots.txt": Answer(f"Sitemap: {victim.root}/news.xml")}

        async with serve(sly) as (served,):
            found = await site_at(gatherer, served.root)
            assert {section.url.startswith(served.root) for section in found.sections} == {True}
            assert victim.server.connections == 0


async def test_a_search_asks_one_thing_at_a_time(gatherer: Gatherer) -> None:
    running = most = 0
    pages: world.Pages = {}

    async def script(path: str, asked: dict[str, str]) -> Answer:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return pages.get(path, Answer("none", 404))

    async with Loopback(script) as server:
        pages |= world.with_feeds(server.url)
        await site_at(gatherer, server.url)
    assert most == 1


# A whole refresh


async def test_one_server_that_hangs_and_one_that_lies_keep_nobody_waiting(gatherer: Gatherer) -> None:
    never = asyncio.Event()

    async def hang(_path: str, _asked: dict[str, str]) -> Answer:
        await never.wait()
        return Answer()

    def small(root: str) -> world.Pages:
        return {"/feed": world.feed(world.rss(root, "Small", STORIES[:3]))}

    async with (
        serve(*[small] * 12) as all_served,
        Loopback(hang) as hanging,
        Loopback({"/feed": b"HTTP/1.1 200 OK\r\nContent-Le"}) as lying,
    ):
        slow = asyncio.create_task(gatherer.go(RefreshJob(99, f"{hanging.url}/feed", Kind.FEED, trusted=True)))
        jobs = [
            RefreshJob(number, f"{served.root}/feed", Kind.FEED, trusted=True)
            for number, served in enumerate(all_served)
        ]
        ends = await asyncio.gather(
            *(gatherer.go(job) for job in [*jobs, RefreshJob(98, f"{lying.url}/feed", Kind.FEED, trusted=True)])
        )
        assert not slow.done()
        assert [len(end.entries) for end in ends] == [3] * 12 + [0]
        slow.cancel()


async def test_an_unchanged_world_costs_one_small_answer_each(gatherer: Gatherer) -> None:
    async with serve(world.with_feeds) as (served,):
        job = RefreshJob(1, f"{served.root}/feed.xml", Kind.FEED, trusted=True)
        first = await gatherer.go(job)
        again = await gatherer.go(RefreshJob(1, job.url, Kind.FEED, first.validators, trusted=True))
        assert again.unchanged
        assert [asked.get("if-none-match") for _, asked in served.server.seen] == [None, first.validators.etag]


def test_the_world_is_as_large_as_it_says() -> None:
    assert len({each.path for each in STORIES}) == len(STORIES) == 48
