"""What is found at an address. A whole world of sites is in test_world.py; here are single ones."""

import json
from typing import Any

import pytest

from tests.fetching.newsroom import (
    FEED,
    HEADLINES,
    NEW,
    STORIES,
    World,
    front_page,
    page,
    posts,
    rss,
    sends_on,
    sitemap,
)
from tests.web import Answer
from tui.fetching import discover
from tui.fetching.child import well_known
from tui.fetching.client import Page
from tui.fetching.discover import (
    CATEGORIES,
    FEEDS,
    FEW_REQUESTS,
    OWN_FEEDS,
    REQUESTS,
    SITEMAPS,
    Search,
    _belongs,
    _category_feed,
    _has_more,
    _is_front,
    _named,
    _Pattern,
    _same,
    _with_link_header,
)
from tui.fetching.parsing import InlineParser
from tui.jobs import RefreshJob, RequestOptions, Validators
from tui.model import Entry, FrontPage, Kind, Offer, SiteOffer
from tui.parse.feeds.wordpress import categories_url, posts_url
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


async def test_an_address_is_asked_as_browsers_write_it(world: World) -> None:
    asked = "https://news.example/caf%C3%A9%20feed"
    world.web[asked] = rss("Ferry strike")
    site = await world.site("https://news.example/café feed")
    assert (site.asked, [each.url for each in site.sections]) == (asked, [asked])


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


async def test_whoever_is_sent_on_without_end_gives_up_after_three_pages(world: World) -> None:
    for number in range(9):
        world.web[f"https://news.example/{number}"] = sends_on(f"/{number + 1}")
    world.web["https://news.example/9"] = front_page()
    assert (await world.discover("https://news.example/0")).failure
    assert "https://news.example/4" not in world.web.asked
    assert (await world.site("https://news.example/6")).sections[0].url == "https://news.example/9"


def declares(*feeds: str) -> str:
    return "".join(f'<link rel=alternate type="application/rss+xml" title="{feed}" href="{feed}">' for feed in feeds)


async def test_a_site_offers_nothing_on_this_machine_or_a_private_network(world: World) -> None:
    home = "http://192.168.0.5/feed"
    world.web["https://news.example/"] = front_page(declares("/feed", home, "http://localhost/feed"))
    world.web[FEED] = rss("Ferry strike", *HEADLINES)
    for url in (home, "http://localhost/feed"):
        world.web[url] = rss("Of the router", "Of the printer", title="Home", site="http://192.168.0.5")
    offered = [each.url for each in (await world.site("https://news.example/")).sections]
    assert offered == [FEED]


async def test_a_machine_at_home_that_a_person_named_offers_its_own_feeds(world: World) -> None:
    home = "http://192.168.0.5"
    world.web[f"{home}/"] = front_page(declares("/feed", "http://192.168.0.6/feed"))
    for url in (f"{home}/feed", "http://192.168.0.6/feed"):
        world.web[url] = rss(*HEADLINES, site=home)
    offered = [each.url for each in (await world.site(f"{home}/")).sections]
    assert f"{home}/feed" in offered and "http://192.168.0.6/feed" not in offered


async def test_a_feed_without_stories_is_offered_only_where_no_other_has_any(world: World) -> None:
    world.web["https://news.example/"] = front_page(declares("/empty", "/feed"))
    world.web["https://news.example/empty"] = rss(title="Nothing yet")
    world.web[FEED] = rss("Ferry strike", *HEADLINES)
    assert [url for _, url, _ in kinds(await world.site("https://news.example/"))] == ["/feed"]
    world.web["https://news.example/"] = front_page(declares("/empty"))
    assert "/empty" in [url for _, url, _ in kinds(await world.site("https://news.example/"))]


async def test_feeds_of_stories_stand_before_feeds_of_comments_and_these_are_not_asked(world: World) -> None:
    world.web["https://news.example/"] = front_page(declares("/comments/feed", "/feed"))
    world.web[FEED] = rss("Ferry strike", *HEADLINES)
    site = await world.site("https://news.example/")
    assert [(each.url, each.comments) for each in site.sections] == [
        (FEED, False),
        ("https://news.example/comments/feed", True),
    ]
    assert world.web.count("https://news.example/comments/feed") == 0


# What a page says, and where sections have their feeds


NAV = "".join(f"<li><a href='/{name}/'>{name.title()}</a></li>" for name in ("world", "sport", "culture", "money"))


def kinds(site: SiteOffer) -> list[tuple[str, str, Kind]]:
    return [(each.name, each.url.removeprefix("https://news.example"), each.kind) for each in site.sections]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ('</feed>; rel="alternate"; type="application/rss+xml"; title="All"', True),
        ("<https://news.example/feed>; rel=alternate; type=application/atom+xml", True),
        ('</feed>; rel="alternate"; type="text/html"', False),
        ('</feed>; rel="next"; type="application/rss+xml"', False),
        ('<javascript:x>; rel="alternate"; type="application/rss+xml"', False),
    ],
)
async def test_a_feed_may_be_named_in_a_header(world: World, header: str, found: bool) -> None:
    world.web["https://news.example/"] = Answer(front_page(), headers={"Link": header})
    world.web[FEED] = rss("Ferry strike", *HEADLINES)
    site = await world.site("https://news.example/")
    assert (site.sections[0].url == FEED) is found


async def test_a_feed_in_the_header_and_on_the_page_is_one(world: World) -> None:
    declared = '<link rel=alternate type="application/rss+xml" title="Feed" href="/feed">'
    header = '</feed>; rel="alternate"; type="application/rss+xml"'
    world.web["https://news.example/"] = Answer(front_page(declared), headers={"Link": header})
    world.web[FEED] = rss(*HEADLINES)
    assert kinds(await world.site("https://news.example/")) == [("News Example", "/feed", Kind.FEED)]
    assert world.web.count(FEED) == 1


async def test_a_wordpress_may_be_named_in_a_header(world: World) -> None:
    header = '<https://news.example/wp-json/>; rel="https://api.w.org/"'
    world.web["https://news.example/"] = Answer(front_page(), headers={"Link": header})
    await world.discover("https://news.example/")
    assert any(url.startswith("https://news.example/wp-json/") for url in world.web.asked)


async def test_sections_have_their_feeds_where_the_first_one_has_its(world: World) -> None:
    world.web["https://news.example/"] = front_page(nav=NAV)
    world.web[FEED] = rss(*HEADLINES)
    declared = '<link rel=alternate type="application/rss+xml" title="World" href="/rss/world.xml">'
    world.web["https://news.example/world/"] = front_page(declared)
    for name in ("world", "sport", "money"):
        world.web[f"https://news.example/rss/{name}.xml"] = rss(f"A story of {name}", title=name)
    found = {name: (url, kind) for name, url, kind in kinds(await world.site("https://news.example/"))}
    assert found["World"] == ("/rss/world.xml", Kind.FEED)
    assert found["Money"] == ("/rss/money.xml", Kind.FEED)
    assert found["Culture"] == ("/culture/", Kind.PAGE)


async def test_or_where_such_feeds_usually_stand(world: World) -> None:
    world.web["https://news.example/"] = front_page(nav=NAV)
    for name in ("world", "sport"):
        world.web[f"https://news.example/{name}/feed/"] = rss(f"A story of {name}", title=name)
        world.web[f"https://news.example/{name}/feed"] = rss(f"A story of {name}", title=name)
    found = {name: kind for name, _, kind in kinds(await world.site("https://news.example/"))}
    assert (found["World"], found["Sport"], found["Money"]) == (Kind.FEED, Kind.FEED, Kind.PAGE)


async def test_a_usual_place_that_leads_elsewhere_is_no_feed_of_the_section(world: World) -> None:
    world.web["https://news.example/"] = front_page(nav=NAV)
    world.web[FEED] = rss(*HEADLINES)
    for name in ("world", "sport", "culture", "money"):
        world.web.redirect(f"https://news.example/{name}/feed/", FEED)
        world.web.redirect(f"https://news.example/{name}/feed", FEED)
    found = {name: kind for name, _, kind in kinds(await world.site("https://news.example/"))}
    assert (found["World"], found["Money"]) == (Kind.PAGE, Kind.PAGE)


@pytest.mark.parametrize(("shared", "one"), [(10, True), (9, True), (8, False)])
async def test_feeds_that_offer_nine_of_ten_stories_alike_are_one(world: World, shared: int, one: bool) -> None:
    names = (("All", "feed"), ("All as Atom", "atom"))
    declared = "".join(f'<link rel=alternate type="application/rss+xml" title="{name}" href="/{path}">' for name, path in names)  # fmt: skip
    world.web["https://news.example/"] = front_page(declared)
    first = [f"Story {number}" for number in range(10)]
    world.web[FEED] = rss(*first)
    world.web["https://news.example/atom"] = rss(*first[:shared], *(f"Other {number}" for number in range(shared, 10)))
    feeds = [each for each in (await world.site("https://news.example/")).sections if each.kind is Kind.FEED]
    assert (len(feeds) == 1) is one


@pytest.mark.parametrize(
    ("category", "feed"),
    [
        ("https://news.example/?cat=7", "https://news.example/?cat=7&feed=rss2"),
        ("https://news.example/sea/", "https://news.example/sea/feed/"),
        ("https://news.example/sea", "https://news.example/sea/feed/"),
    ],
)
def test_where_wordpress_has_the_feed_of_a_category(category: str, feed: str) -> None:
    assert _category_feed(category) == feed


async def test_where_every_address_gives_the_sites_own_feed_sections_are_pages(world: World) -> None:
    declared = '<link rel=alternate type="application/rss+xml" title="Feed" href="/feed">'
    world.web["https://news.example/"] = front_page(declared, nav=NAV)
    world.web[FEED] = rss(*HEADLINES)
    world.web["https://news.example/world/"] = front_page(
        '<link rel=alternate type="application/rss+xml" href="/rss/world.xml">'
    )
    for name in ("world", "sport", "culture", "money"):
        world.web[f"https://news.example/rss/{name}.xml"] = rss(*HEADLINES)
    found = {name: kind for name, _, kind in kinds(await world.site("https://news.example/"))}
    assert (found["World"], found["Money"]) == (Kind.PAGE, Kind.PAGE)


@pytest.mark.parametrize(
    ("section", "feed", "other", "learned"),
    [
        ("https://a.example/news/world/", "https://a.example/news/world/rss.xml", "/sport/", "https://a.example/sport/rss.xml"),
        ("https://a.example/world", "https://a.example/rss/World.xml", "/sport", "https://a.example/rss/sport.xml"),
        ("https://a.example/world", "https://a.example/f?{x}=world", "/sport", "https://a.example/f?%7Bx%7D=sport"),
        ("https://a.example/world", "https://a.example/rss.xml", "/sport", None),
        ("https://a.example/world", "https://a.example/world/world.xml", "/sport", None),
        ("https://a.example/uk", "https://a.example/rss-uk.xml", "/eu", None),
        ("https://a.example/nba", "https://a.example/rss-nba.xml", "/nfl", "https://a.example/rss-nfl.xml"),
    ],
)  # fmt: skip
def test_a_pattern_is_learned_from_one_section(section: str, feed: str, other: str, learned: str | None) -> None:
    pattern = _Pattern.learned(section, feed)
    assert (pattern.of(f"https://a.example{other}") if pattern else None) == learned


async def test_a_story_leads_to_its_site(world: World) -> None:
    declared = '<link rel=alternate type="application/rss+xml" title="Feed" href="/feed">'
    url = "https://news.example/2026/11/23/ferry-strike"
    world.web[url] = page("Ferry strike", head=declared)
    world.web[FEED] = rss("Ferry strike", *HEADLINES)
    site = await world.site(url)  # its front page is not there: what it declares itself is followed
    assert kinds(site) == [("News Example", "/feed", Kind.FEED)]
    assert site.article is not None
    assert site.article.headline == "Ferry strike"
    world.web["https://news.example/"] = front_page(nav=NAV)
    site = await world.site(url)
    assert site.article is not None
    assert {"World", "Sport"} <= {name for name, _, _ in kinds(site)}


async def test_a_page_that_has_more_than_its_feeds_stands_first(world: World) -> None:
    declared = '<link rel=alternate type="application/rss+xml" title="Sport" href="/sport/feed">'
    world.web["https://news.example/"] = front_page(declared, nav=NAV)
    world.web["https://news.example/sport/feed"] = rss("A story of sport", title="Sport")
    first = kinds(await world.site("https://news.example/"))[0]
    assert first == ("News Example", "/", Kind.PAGE)


async def test_one_search_asks_a_site_only_so_often(world: World) -> None:
    many = "".join(f"<li><a href='/part-{number}/'>Part number {number}</a></li>" for number in range(60))
    world.web["https://news.example/"] = front_page(nav=many)
    await world.discover("https://news.example/")
    assert world.web.count() <= REQUESTS


async def test_where_hosts_of_feeds_offer_comments_alone_it_is_looked_at_like_any_other(world: World) -> None:
    found = await world.discover("https://www.reddit.com/r/harbours/comments/abc/the_ferry/")
    assert found.failure
    assert found.failure.status == 404


async def test_a_page_of_a_section_is_followed_as_that_section_alone(world: World) -> None:
    world.web["https://news.example/world/"] = front_page(nav=NAV)
    assert kinds(await world.site("https://news.example/world/")) == [("World", "/world/", Kind.PAGE)]
    declared = '<link rel=alternate type="application/rss+xml" title="World" href="/world/feed">'
    world.web["https://news.example/world/"] = front_page(declared, nav=NAV)
    world.web["https://news.example/world/feed"] = rss("A story of the world", title="All the world")
    assert kinds(await world.site("https://news.example/world/")) == [("World", "/world/feed", Kind.FEED)]


async def test_a_front_page_whose_navigation_names_itself_is_the_whole_site(world: World) -> None:
    home = "<li><a href='/'>Home</a></li>"
    world.web["https://news.example/"] = front_page(nav=home + NAV)
    assert {name for name, _, _ in kinds(await world.site("https://news.example/"))} >= {"World", "Sport", "Money"}


async def test_so_is_an_edition_with_its_sections_below_it(world: World) -> None:
    below = "".join(f"<li><a href='/en/{name}/'>{name.title()}</a></li>" for name in ("world", "sport", "money"))
    world.web["https://news.example/en/"] = front_page(nav=f"<li><a href='/en/'>English</a></li>{below}")
    assert {name for name, _, _ in kinds(await world.site("https://news.example/en/"))} >= {"World", "Sport", "Money"}


async def test_sections_are_asked_for_feeds_of_their_own_up_to_a_bound(world: World) -> None:
    names = [f"quarter{number}" for number in range(OWN_FEEDS + 4)]
    world.web["https://news.example/"] = front_page(
        nav="".join(f"<li><a href='/{name}/'>{name.title()}</a></li>" for name in names)
    )
    world.web[FEED] = rss(*HEADLINES)
    declared = f'<link rel=alternate type="application/rss+xml" href="/rss/{names[0]}.xml">'
    world.web[f"https://news.example/{names[0]}/"] = front_page(declared)
    for name in names:
        world.web[f"https://news.example/rss/{name}.xml"] = rss(f"A story of {name}", title=name)
    found = kinds(await world.site("https://news.example/"))
    assert sum(kind is Kind.FEED and url.startswith("/rss/") for _, url, kind in found) == OWN_FEEDS


@pytest.mark.parametrize(
    ("offered", "page_first"),
    [(HEADLINES[:4], True), (HEADLINES, False), (HEADLINES[:3], True)],
    ids=["a fifth is lacking", "nothing is lacking", "two fifths are"],
)
async def test_a_page_with_a_fifth_more_than_the_feeds_of_its_sections_stands_first(
    world: World, offered: list[str], page_first: bool
) -> None:
    declared = '<link rel=alternate type="application/rss+xml" title="World" href="/world/rss.xml">'
    world.web["https://news.example/"] = front_page(declared, nav=NAV)
    items = rss(*offered).replace("https://news.example/the-", "https://news.example/2026/11/23/the-")
    world.web["https://news.example/world/rss.xml"] = items
    first, *_ = kinds(await world.site("https://news.example/"))
    assert (first[2] is Kind.PAGE and first[1] == "/") is page_first


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("News Example: World RSS feed", "World"),
        ("World - News Example (RSS 2.0)", "World"),
        ("News Example", "News Example"),
        ("NEWS EXAMPLE", "NEWS EXAMPLE"),
        ("RSS", ""),
        ("RSS2.0 World", "World"),
        ("World (Atom)", "World"),
        ("Feeding the world", "Feeding the world"),
        ("Atomkraft", "Atomkraft"),
    ],
)
def test_a_feed_is_called_by_what_is_its_own_in_its_title(title: str, name: str) -> None:
    assert _named(title, "News Example") == name


def test_where_the_site_has_no_name_a_feed_keeps_its_own() -> None:
    assert _named("The Gazette RSS", "") == "The Gazette"


async def test_sections_stand_behind_the_whole_site_and_before_its_other_feeds(world: World) -> None:
    world.web["https://news.example/"] = front_page(declares("/feed", "/elsewhere"), nav=NAV)
    stories = rss(*HEADLINES).replace("https://news.example/the-", "https://news.example/2026/11/23/the-")
    world.web[FEED] = stories
    world.web["https://news.example/elsewhere"] = rss("A ferry", "A tunnel", title="Elsewhere")
    urls = [url for _, url, _ in kinds(await world.site("https://news.example/"))]
    assert (urls[0], urls[-1]) == ("/feed", "/elsewhere")
    assert {"/world/", "/sport/", "/culture/", "/money/"} == set(urls[1:-1])


# WordPress


PRESS = '<link rel="https://api.w.org/" href="https://news.example/wp-json/">'


def press(world: World, *names: str, nav: str = "") -> None:
    """A site made with WordPress, with categories; none has a feed of its own yet."""
    rows = [
        {
            "id": 10 + number,
            "name": name,
            "slug": name.lower(),
            "link": f"https://news.example/{name.lower()}/",
            "count": 9,
        }
        for number, name in enumerate(names)
    ]
    world.web["https://news.example/"] = front_page(PRESS, nav=nav)
    world.web[posts_url("https://news.example/wp-json/")] = posts("Ferry strike", "Tunnel opens")
    world.web[categories_url("https://news.example/wp-json/")] = json.dumps(rows)


async def test_categories_of_a_wordpress_are_sections_called_and_ordered_as_in_the_navigation(world: World) -> None:
    press(world, "Harbour", "World", "Money", "Sport", "Switches", nav=NAV.replace("Sport", "The games"))
    site = await world.site("https://news.example/")
    assert [(each.name, each.kind) for each in site.sections[1:]] == [
        (name, Kind.WORDPRESS) for name in ("World", "The games", "Money")
    ]
    assert [each.url for each in site.sections[1:2]] == [posts_url("https://news.example/wp-json/", 11)]


async def test_categories_are_followed_by_their_feeds_where_these_are_given(world: World) -> None:
    press(world, "World", "Sport", "Money", nav=NAV)
    world.web["https://news.example/world/feed/"] = rss("A story of the world")
    found = {each.name: each for each in (await world.site("https://news.example/")).sections[1:]}
    assert {name: (each.url, each.kind) for name, each in found.items()} == {
        name: (f"https://news.example/{name.lower()}/feed/", Kind.FEED) for name in ("World", "Sport", "Money")
    }
    assert [name for name, each in found.items() if each.entries] == ["World"]  # the one that was asked


@pytest.mark.parametrize(("names", "sections"), [(("One", "Two"), 2), (("One",), 0), ((), 0)])
async def test_where_the_navigation_names_no_categories_the_largest_are_taken_but_never_one_alone(
    world: World, names: tuple[str, ...], sections: int
) -> None:
    press(world, *names)
    assert [each.name for each in (await world.site("https://news.example/")).sections[1:]] == list(names[:sections])


async def test_no_more_categories_are_offered_than_a_reader_would_look_through(world: World) -> None:
    press(world, *(f"Category{number}" for number in range(CATEGORIES + 5)))
    assert len((await world.site("https://news.example/")).sections) == 1 + CATEGORIES


async def test_a_wordpress_that_keeps_its_categories_to_itself_has_pages_for_sections(world: World) -> None:
    press(world, nav=NAV)
    world.web[categories_url("https://news.example/wp-json/")] = Answer("no", 401)
    found = {name: kind for name, _, kind in kinds(await world.site("https://news.example/"))}
    assert (found["World"], found["News Example"]) == (Kind.PAGE, Kind.WORDPRESS)


# Platforms, and doors that are closed


async def test_an_address_of_a_platform_leads_to_its_feed(world: World) -> None:
    world.web["https://medium.com/feed/@ann"] = rss("Ferry strike", title="Stories by Ann")
    site = await world.site("https://medium.com/@ann")
    assert [(each.name, each.url, each.page) for each in site.sections] == [
        ("Stories by Ann", "https://medium.com/feed/@ann", "https://medium.com/@ann")
    ]
    assert (site.name, site.url) == ("Stories by Ann", "https://medium.com/@ann")
    assert world.web.asked == ["https://medium.com/feed/@ann"]


async def test_where_the_platform_has_no_such_feed_its_page_is_looked_at(world: World) -> None:
    world.web["https://medium.com/@ann"] = front_page()
    assert [each.kind for each in (await world.site("https://medium.com/@ann")).sections] == [Kind.PAGE]


@pytest.mark.parametrize(("status", "found"), [(401, True), (403, True), (406, True), (404, False), (500, False)])
async def test_behind_a_closed_door_a_feed_may_stand_in_its_usual_place_and_nowhere_else(
    world: World, status: int, found: bool
) -> None:
    world.web["https://news.example/"] = Answer("no", status)
    usual = "https://news.example/rss.xml"
    world.web[usual] = rss("Ferry strike")
    assert bool((await world.discover("https://news.example/")).site) is found
    world.web.redirect(usual, NEW)
    world.web[NEW] = rss("Ferry strike")
    assert (await world.discover("https://news.example/")).site is None  # it leads elsewhere: to a feed of anything


async def test_a_feed_without_a_name_is_called_after_its_host(world: World) -> None:
    world.web[FEED] = rss("Ferry strike", title="")
    site = await world.site(FEED)
    assert (site.name, site.sections[0].name) == ("news.example", "news.example")
    assert site.url in (FEED, "https://news.example")


async def test_of_an_index_no_more_sitemaps_are_read_than_the_newest_and_no_story_twice(world: World) -> None:
    rows = "".join(f"<sitemap><loc>https://news.example/{number}.xml</loc></sitemap>" for number in range(6))
    index = (
        f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'
    )
    world.web["https://news.example/news.xml"] = Answer(index, content_type="application/xml")
    for number in range(6):
        world.web[f"https://news.example/{number}.xml"] = sitemap("Ferry strike", f"Story {number}")
    (section,) = (await world.site("https://news.example/news.xml")).sections
    assert len(section.entries) == SITEMAPS + 1
    assert world.web.count() == SITEMAPS + 1


async def test_without_a_feed_a_wordpress_is_asked_for_its_posts(world: World) -> None:
    header = '<https://news.example/wp-json/>; rel="https://api.w.org/"'
    world.web["https://news.example/"] = Answer(front_page(), headers={"Link": header})
    world.web[posts_url("https://news.example/wp-json/")] = posts("Ferry strike", "Tunnel opens")
    (section,) = (await world.site("https://news.example/")).sections
    assert (section.kind, [entry.title for entry in section.entries]) == (
        Kind.WORDPRESS,
        ["Ferry strike", "Tunnel opens"],
    )


async def test_an_index_of_sitemaps_has_the_stories_of_those_it_names(world: World) -> None:
    index = (
        '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<sitemap><loc>https://news.example/news-1.xml</loc></sitemap></sitemapindex>"
    )
    world.web["https://news.example/news.xml"] = Answer(index, content_type="application/xml")
    world.web["https://news.example/news-1.xml"] = Answer(sitemap("Ferry strike"), content_type="application/xml")
    (section,) = (await world.site("https://news.example/news.xml")).sections
    assert (section.kind, [entry.title for entry in section.entries]) == (Kind.SITEMAP, ["Ferry strike"])


@pytest.mark.parametrize(
    ("feed", "section", "belongs"),
    [
        ("https://a.example/rss/war.xml", "https://a.example/war/", True),
        ("https://a.example/rss/uk.xml", "https://a.example/uk/", False),
        ("https://a.example/rss/warsaw.xml", "https://a.example/war/", False),
        ("https://a.example/World_feed", "https://a.example/news/world.html", True),
    ],
)
def test_a_feed_belongs_to_a_section_whose_name_is_a_part_of_its_address(
    feed: str, section: str, belongs: bool
) -> None:
    assert _belongs(feed, section) is belongs


async def test_a_sitemap_without_stories_is_nothing_to_follow(world: World) -> None:
    world.web["https://news.example/news.xml"] = Answer(sitemap(), content_type="application/xml")
    found = await world.discover("https://news.example/news.xml")
    assert found.site is None and found.failure


async def test_a_feed_that_no_page_names_is_found_in_its_usual_place_under_the_sites_name(world: World) -> None:
    world.web["https://news.example/"] = front_page()
    world.web["https://news.example/rss.xml"] = rss(*HEADLINES, title="rss")
    (section,) = (await world.site("https://news.example/")).sections
    assert (section.name, section.url, section.kind) == (
        "News Example",
        "https://news.example/rss.xml",
        Kind.FEED,
    )


async def test_without_a_feed_the_sitemap_for_news_that_robots_txt_names_is_followed(world: World) -> None:
    world.web["https://news.example/"] = front_page()
    world.web["https://news.example/robots.txt"] = Answer(
        "User-agent: *\nSitemap: https://news.example/empty.xml\nSitemap: https://news.example/latest.xml\n",
        content_type="text/plain",
    )
    world.web["https://news.example/empty.xml"] = Answer(sitemap(), content_type="application/xml")
    world.web["https://news.example/latest.xml"] = Answer(sitemap("Ferry strike"), content_type="application/xml")
    (section,) = (await world.site("https://news.example/")).sections
    assert (section.kind, section.url) == (Kind.SITEMAP, "https://news.example/latest.xml")
    assert [entry.title for entry in section.entries] == ["Ferry strike"]


async def test_a_story_whose_front_page_has_nothing_to_follow_leads_to_what_it_declares_itself(world: World) -> None:
    url = "https://news.example/2026/11/23/ferry-strike"
    world.web[url] = page("Ferry strike", head='<link rel=alternate type="application/rss+xml" href="/feed">')
    world.web["https://news.example/"] = "<!doctype html><title>News Example</title><p>Welcome.</p>"
    world.web[FEED] = rss("Ferry strike")
    site = await world.site(url)
    assert kinds(site) == [("News Example", "/feed", Kind.FEED)]
    assert site.article and site.article.headline == "Ferry strike"


async def test_of_many_declared_feeds_each_is_asked_once_and_only_so_many(world: World) -> None:
    def declared(number: int) -> str:
        return f'<link rel=alternate type="application/rss+xml" title="Part {number}" href="/part-{number}.xml">'

    world.web["https://news.example/"] = front_page("".join(map(declared, range(FEEDS + 5))))
    for number in range(FEEDS + 5):
        world.web[f"https://news.example/part-{number}.xml"] = rss(f"Story of part {number}", title=f"Part {number}")
    # One is a page of feeds instead, and names the others once more.
    world.web["https://news.example/part-0.xml"] = f"<!doctype html><head>{declared(1)}{declared(2)}</head><p>Feeds"
    site = await world.site("https://news.example/")
    asked = [url for url in world.web.asked if "/part-" in url]
    assert len(asked) == len(set(asked)) == FEEDS
    assert sum(section.kind == Kind.FEED for section in site.sections) == FEEDS - 1


async def test_where_the_first_section_names_no_feed_of_its_own_the_second_may(world: World) -> None:
    world.web["https://news.example/"] = front_page(nav=NAV)
    world.web[FEED] = rss(*HEADLINES)
    of_all = '<link rel=alternate type="application/rss+xml" title="All" href="/feed">'
    of_sport = '<link rel=alternate type="application/rss+xml" title="Sport" href="/rss/sport.xml">'
    world.web["https://news.example/world/"] = front_page(of_all)
    world.web["https://news.example/sport/"] = front_page(of_all + of_sport)
    for name in ("sport", "money"):
        world.web[f"https://news.example/rss/{name}.xml"] = rss(f"A story of {name}", title=name)
    found = {name: (url, kind) for name, url, kind in kinds(await world.site("https://news.example/"))}
    assert found["Sport"] == ("/rss/sport.xml", Kind.FEED)
    assert found["Money"] == ("/rss/money.xml", Kind.FEED)
    assert found["World"] == ("/world/", Kind.PAGE)


async def test_a_site_at_home_that_a_person_names_is_found_and_leads_to_no_other_machine_there(world: World) -> None:
    home, other = "http://192.168.1.9:8080", "http://192.168.1.10"
    links = "".join(
        f'<link rel=alternate type="application/rss+xml" title="{name}" href="{url}/feed">'
        for name, url in (("Mine", home), ("Router", other))
    )
    world.web[f"{home}/"] = front_page(links)
    world.web[f"{home}/feed"] = rss("Ferry strike", site=home)
    world.web[f"{other}/feed"] = rss("Passwords", site=other)
    site = await world.site(f"{home}/")
    assert f"{home}/feed" in [section.url for section in site.sections]
    assert not any(section.url.startswith(other) for section in site.sections)
    assert world.web.count(other) == 0


@pytest.mark.parametrize(
    ("url", "below", "beside", "front"),
    [
        ("https://news.example/", 0, 3, True),
        ("https://news.example/en/", 2, 1, True),
        ("https://news.example/en/", 2, 2, False),
        ("https://news.example/en", 1, 3, False),
        ("https://news.example/world/", 0, 3, False),
    ],
)
def test_a_page_is_a_sites_first_at_the_root_or_above_most_of_what_it_names(
    url: str, below: int, beside: int, front: bool
) -> None:
    sections = [Offer(f"Below {number}", f"https://news.example/en/part-{number}/") for number in range(below)]
    sections += [Offer(f"Beside {number}", f"https://news.example/part-{number}/") for number in range(beside)]
    assert _is_front(url, FrontPage("News Example", url, sections=tuple(sections))) is front


async def test_a_search_ends_with_what_it_has_where_it_has_asked_too_often(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.web["https://news.example/"] = front_page(declares("/feed"), nav=NAV)
    world.web[FEED] = rss(*HEADLINES)
    monkeypatch.setattr(discover, "REQUESTS", 2)
    site = await world.site("https://news.example/")
    assert world.web.asked == ["https://news.example/", FEED]
    assert {kind for name, _, kind in kinds(site) if name in ("World", "Sport")} == {Kind.PAGE}
    monkeypatch.setattr(discover, "REQUESTS", 1)
    assert ("News Example", "/", Kind.PAGE) in kinds(await world.site("https://news.example/"))
    assert world.web.count() == 3


async def test_a_page_of_feeds_is_looked_through_and_no_feed_is_asked_for_twice(world: World) -> None:
    world.web["https://news.example/"] = front_page(declares("/feeds", "/a.xml"))
    world.web["https://news.example/feeds"] = f"<!doctype html><head>{declares('/a.xml', '/b.xml')}</head><p>Feeds"
    for name in ("a", "b"):
        world.web[f"https://news.example/{name}.xml"] = rss(f"A story of {name}", title=name)
    site = await world.site("https://news.example/")
    assert [url for _, url, kind in kinds(site) if kind is Kind.FEED] == ["/a.xml", "/b.xml"]
    assert world.web.asked == [f"https://news.example/{path}" for path in ("", "feeds", "a.xml", "b.xml")]


async def test_a_person_waits_for_all_that_a_search_asks_and_reads(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.web["https://news.example/"] = front_page(declares("/feed"), nav=NAV)
    world.web[FEED] = rss(*HEADLINES)
    fetcher, parser, urgent = world.web.fetcher(), InlineParser(), list[bool]()
    get, run = fetcher.get, parser.run

    async def asked(*given: Any, **terms: Any) -> Any:
        urgent.append(terms["urgent"])
        return await get(*given, **terms)

    async def read(*given: Any, **terms: Any) -> Any:
        urgent.append(terms["urgent"])
        return await run(*given, **terms)

    monkeypatch.setattr(fetcher, "get", asked)
    monkeypatch.setattr(parser, "run", read)
    await Search(fetcher, parser, RequestOptions()).site("https://news.example/")
    assert len(urgent) > 4 and all(urgent)


async def test_an_address_of_a_list_may_be_one_of_a_platform(world: World) -> None:
    world.web["https://medium.com/@ann"] = front_page()
    world.web["https://medium.com/feed/@ann"] = rss("Ferry strike", title="Stories by Ann")
    found = await world.refresh(replace(LISTED, url="https://medium.com/@ann"))
    assert found.instead and (found.instead.name, found.instead.url) == (
        "Stories by Ann",
        "https://medium.com/feed/@ann",
    )


async def test_a_platforms_feeds_of_comments_stand_behind_and_are_not_asked(world: World) -> None:
    feed = "https://www.reddit.com/r/sea/.rss"
    world.web[feed] = rss("Ferry strike", title="")
    site = await world.site("https://www.reddit.com/r/sea/comments/abc/the_ferry/")
    assert (site.name, site.url) == ("r/sea", "https://www.reddit.com/r/sea/")
    assert [(each.name, each.comments) for each in site.sections] == [("r/sea", False), ("r/sea: comments", True)]
    assert world.web.asked == [feed]


async def test_a_story_is_one_though_its_page_would_reload_itself_as_another(world: World) -> None:
    url = "https://news.example/2026/11/23/ferry-strike"
    world.web[url] = page("Ferry strike", head="<meta http-equiv=refresh content='0; url=/elsewhere'>")
    world.web["https://news.example/"] = front_page(nav=NAV)
    site = await world.site(url)
    assert site.article and site.article.headline == "Ferry strike"
    assert "https://news.example/elsewhere" not in world.web.asked


async def test_a_feed_in_its_usual_place_that_has_no_stories_is_passed_over(world: World) -> None:
    world.web["https://news.example/"] = front_page()
    usual = well_known("https://news.example/")
    world.web[usual[0]] = rss(title="Nothing yet")
    world.web[usual[1]] = rss("Ferry strike")
    assert [each.url for each in (await world.site("https://news.example/")).sections] == [usual[1]]


async def test_of_an_index_of_news_only_the_newest_sitemap_is_read_in_a_search(world: World) -> None:
    rows = "".join(f"<sitemap><loc>https://news.example/{number}.xml</loc></sitemap>" for number in range(3))
    index = (
        f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'
    )
    world.web["https://news.example/"] = front_page()
    world.web["https://news.example/news-sitemap.xml"] = Answer(index, content_type="application/xml")
    for number in range(3):
        world.web[f"https://news.example/{number}.xml"] = sitemap(f"Story {number}")
    (section,) = (await world.site("https://news.example/")).sections
    assert (section.kind, section.url) == (Kind.SITEMAP, "https://news.example/news-sitemap.xml")
    assert sum(url in world.web.asked for url in (f"https://news.example/{number}.xml" for number in range(3))) == 1


async def test_of_a_section_its_own_feeds_are_followed_and_neither_its_comments_nor_others(world: World) -> None:
    declared = declares("/feed", "/world/comments/feed", "/world/feed")
    world.web["https://news.example/world/"] = front_page(declared, nav=NAV)
    for path in ("feed", "world/feed", "world/comments/feed"):
        world.web[f"https://news.example/{path}"] = rss(f"A story of {path}", title=path)
    assert kinds(await world.site("https://news.example/world/")) == [("World", "/world/feed", Kind.FEED)]
    world.web["https://news.example/world/feed"] = Answer("no", 404)
    assert kinds(await world.site("https://news.example/world/")) == [("World", "/world/", Kind.PAGE)]


async def test_a_section_without_a_feed_and_without_stories_is_nothing_to_follow(world: World) -> None:
    empty = f"<!doctype html><title>News Example</title><nav><ul>{NAV}</ul></nav><main><p>Nothing today.</p></main>"
    world.web["https://news.example/world/"] = empty
    assert (await world.discover("https://news.example/world/")).failure


def test_a_feed_that_a_header_names_is_called_as_it_says() -> None:
    header = (
        '</feed>; rel="alternate home"; type="application/rss+xml"; title="Of the harbour",'
        " </icon.png>; rel=icon, <https://news.example/wp-json/>; rel=https://api.w.org/"
    )
    front = FrontPage("News Example", "https://news.example/")
    found = _with_link_header(front, Page("https://news.example/", 200, link_header=header))
    assert [(each.name, each.url, each.page) for each in found.feeds] == [
        ("Of the harbour", FEED, "https://news.example/")
    ]
    assert found.wordpress == "https://news.example/wp-json/"


def test_a_wordpress_that_the_page_names_is_the_one_and_feeds_it_names_come_first() -> None:
    declared = Offer("All", "https://news.example/all.xml")
    front = FrontPage("News Example", "", feeds=(declared,), wordpress="https://news.example/blog/wp-json/")
    header = "<https://news.example/wp-json/>; rel=https://api.w.org/, </feed>; rel=alternate; type=application/rss+xml"
    found = _with_link_header(front, Page("https://news.example/", 200, link_header=header))
    assert found.wordpress == "https://news.example/blog/wp-json/"
    assert [(each.name, each.url) for each in found.feeds] == [("All", declared.url), ("News Example", FEED)]


@pytest.mark.parametrize(
    ("offered", "led_to", "more"), [(4, 5, True), (5, 5, False), (9, 10, False), (8, 10, True), (0, 0, False)]
)
def test_a_front_page_has_more_where_a_fifth_of_its_stories_are_in_no_feed(
    offered: int, led_to: int, more: bool
) -> None:
    entries = tuple(Entry(f"Story {number}", f"https://news.example/{number}") for number in range(led_to))
    feed = Offer("All", FEED, entries=entries[:offered])
    assert _has_more(FrontPage("News Example", "", entries=entries), [feed]) is more


def test_feeds_without_addresses_of_stories_are_not_the_same() -> None:
    nothing = Offer("Nothing", FEED)
    story = Offer("All", FEED, entries=(Entry("Ferry strike", "https://news.example/1"),))
    nameless = Offer("Notes", FEED, entries=(Entry("Ferry strike", ""),))
    assert _same(story, story)
    assert not any(_same(one, other) for one in (nothing, nameless) for other in (nothing, story, nameless))
