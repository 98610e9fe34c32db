"""What is found at an address. A whole world of sites is in test_world.py; here are single ones."""

import pytest

from tests.fetching.newsroom import FEED, HEADLINES, NEW, STORIES, World, front_page, rss, sends_on, sitemap
from tests.web import Answer
from tui.fetching.discover import FEW_REQUESTS
from tui.jobs import RefreshJob, Validators
from tui.model import Kind
from tui.values import replace


@pytest.fixture
def world() -> World:
    return World()


async def test_a_feed_is_followed_as_one_section_called_as_it_calls_itself(world: World) -> None:
    world.web[FEED] = Answer(rss("Ferry strike"), content_type="text/plain")
    site = await world.site(FEED)
    assert (site.name, [(each.name, each.url, each.kind, len(each.entries)) for each in site.sections]) == (
        "News Example",
        [("News Example", FEED, Kind.FEED, 1)],
    )
    assert world.web.count() == 1


async def test_nothing_to_follow_is_one_sentence(world: World) -> None:
    world.web["https://news.example/"] = "<html><body><div id=root></div><script src=app.js></script></body></html>"
    found = await world.discover("https://news.example/")
    assert found.site is None and found.failure
    assert "script" in found.failure.sentence and "\n" not in found.failure.sentence
    assert (await world.discover("https://nowhere.example/")).failure


async def test_a_feeds_address_is_kept_as_given_unless_it_has_moved_for_good(world: World) -> None:
    world.web[NEW] = rss("Ferry strike")
    for status, kept in ((302, FEED), (301, NEW)):
        world.web.redirect(FEED, NEW, status)
        assert [each.url for each in (await world.site(FEED)).sections] == [kept]


async def test_a_site_that_shows_its_pages_to_browsers_alone_may_still_have_its_feed(world: World) -> None:
    world.web["https://news.example/"] = Answer("no machines", 403)
    found = await world.discover("https://news.example/")
    assert found.failure and found.failure.status == 403
    assert world.web.count() <= 5
    world.web["https://news.example/rss.xml"] = rss("Ferry strike")
    (section,) = (await world.site("https://news.example/")).sections
    assert (section.name, section.url) == ("News Example", "https://news.example/rss.xml")


LISTED = RefreshJob(1, "https://news.example/", Kind.FEED, unknown=True)


async def test_an_address_of_a_list_may_be_a_feed(world: World) -> None:
    world.web[FEED] = rss("Ferry strike")
    found = await world.refresh(replace(LISTED, url=FEED))
    assert (found.instead, len(found.entries), found.failure) == (None, 1, None)
    assert world.web.count() == 1


async def test_an_address_of_a_list_may_be_a_front_page_with_a_feed(world: World) -> None:
    declared = '<link rel=alternate type="application/rss+xml" title="Feed" href="/feed">'
    world.web["https://news.example/"] = front_page(declared, nav="<li><a href='/sport/'>Sport</a></li>")
    world.web[FEED] = rss("Ferry strike", *HEADLINES)
    found = await world.refresh(LISTED)
    assert found.instead and found.failure is None
    assert (found.instead.name, found.instead.url, found.instead.kind) == ("News Example", FEED, Kind.FEED)
    assert [entry.title for entry in found.entries] == ["Ferry strike", *HEADLINES]
    assert found.validators == Validators()
    assert world.web.asked == ["https://news.example/", FEED]


async def test_an_address_of_a_list_may_be_a_front_page_without_a_feed(world: World) -> None:
    world.web["https://news.example/"] = front_page(nav="<li><a href='/sport/'>Sport</a></li>")
    found = await world.refresh(LISTED)
    assert found.instead and found.failure is None
    assert (found.instead.url, found.instead.kind) == ("https://news.example/", Kind.PAGE)
    assert {entry.url for entry in found.entries} >= STORIES
    assert world.web.count("https://news.example/sport") == 0
    assert world.web.count() <= FEW_REQUESTS + 1
    next_time = replace(LISTED, kind=Kind.PAGE, unknown=False, validators=found.validators)
    before = world.web.count()
    assert (await world.refresh(next_time)).unchanged
    assert world.web.count() == before + 1


async def test_an_address_of_a_list_may_be_a_sitemap_for_news(world: World) -> None:
    world.web["https://news.example/news.xml"] = sitemap("Ferry strike", "Harbour plan")
    found = await world.refresh(replace(LISTED, url="https://news.example/news.xml"))
    assert found.instead and (found.instead.kind, len(found.entries)) == (Kind.SITEMAP, 2)


async def test_where_nobody_doubts_that_it_is_a_feed_nothing_else_is_looked_for(world: World) -> None:
    world.web["https://news.example/"] = front_page()
    found = await world.refresh(replace(LISTED, unknown=False))
    assert found.failure and found.instead is None
    assert world.web.count() == 1


async def test_an_address_of_a_list_with_nothing_behind_it_is_one_sentence(world: World) -> None:
    world.web["https://news.example/"] = "<html><body><div id=root></div><script src=app.js></script></body></html>"
    found = await world.refresh(LISTED)
    assert found.failure and "script" in found.failure.sentence and found.instead is None
    assert world.web.count() <= FEW_REQUESTS + 1


async def test_what_is_offered_works(world: World) -> None:
    declared = "".join(f'<link rel=alternate type="application/rss+xml" title="{name}" href="/{path}">' for name, path in (("Dead", "dead"), ("Comments", "comments/feed"), ("Feed", "feed")))  # fmt: skip
    world.web["https://news.example/"] = front_page(declared)
    world.web[FEED] = rss("Ferry strike")
    site = await world.site("https://news.example/")
    assert [(each.name, each.url, each.comments) for each in site.sections] == [
        ("News Example", FEED, False),
        ("Comments", "https://news.example/comments/feed", True),
    ]


async def test_a_login_in_an_address_is_used_for_its_host_and_kept_with_its_sections(world: World) -> None:
    links = "<link rel=alternate type=application/rss+xml href=/feed><link rel=alternate type=application/rss+xml href=https://other.example/feed>"
    world.web["https://news.example/"] = front_page().replace("<head>", f"<head>{links}")
    world.web[FEED] = rss("Ferry strike", "Harbour dredged")
    world.web["https://other.example/feed"] = rss("Other", site="https://other.example")
    site = await world.site("https://Ann:Se%20cret@news.example/")
    assert site.url == "https://news.example/"
    assert [section.url for section in site.sections if "other" not in section.url] == [
        "https://Ann:Se%20cret@news.example/feed"
    ]
    assert all("@" not in section.url for section in site.sections if "other" in section.url)
    assert {request.url.host: request.headers.get("authorization") for request in world.web.requests} == {
        "news.example": "Basic QW5uOlNlIGNyZXQ=",
        "other.example": None,
    }


async def test_a_front_page_that_only_sends_browsers_on_is_found_where_it_leads(world: World) -> None:
    world.web["https://news.example/"] = sends_on("/en/")
    world.web["https://news.example/en/"] = front_page()
    site = await world.site("https://news.example/")
    assert [section.url for section in site.sections] == ["https://news.example/en/"]
    found = await world.refresh(LISTED)
    assert found.instead and found.instead.url == "https://news.example/en/"
    for number in range(5):
        world.web[f"https://news.example/{number}"] = sends_on(f"/{number + 1}")
    assert (await world.discover("https://news.example/0")).failure
