"""Jobs: what a refresh asks, keeps and believes, and how a story is fetched and read."""

import gzip
import zlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.feed_server import BASE, FeedServer, Printed
from tests.feed_server import LOGIN as ACCOUNT
from tests.fetching.newsroom import (
    FEED,
    NEW,
    SENTENCE,
    STORIES,
    Counting,
    Failing,
    World,
    front_page,
    page,
    posts,
    rss,
    sends_on,
    sitemap,
)
from tests.images import png
from tests.web import NOON, Answer, Loopback
from tui.blocks import plain
from tui.errors import ParseError
from tui.fetching import child, wire
from tui.fetching.coding import Body
from tui.fetching.jobs import PICTURE_BYTES, Gatherer
from tui.fetching.parsing import kinds
from tui.fetching.process import FetchingProcess
from tui.jobs import (
    Downloaded,
    DownloadJob,
    EpisodeJob,
    ExplainJob,
    Failure,
    FetchedFile,
    PictureJob,
    Raster,
    ReadJob,
    RefreshJob,
    RequestOptions,
    Validators,
)
from tui.model import Kind
from tui.remote import READ, READING_LIST, STARRED, Served, ServerJob
from tui.values import replace


@pytest.fixture
def world() -> World:
    return World()


TRIP = RefreshJob(7, FEED, Kind.FEED)


# A section's stories


async def test_a_refresh_brings_the_stories_and_what_makes_the_next_one_cheap(world: World) -> None:
    world.web.feed(FEED, rss("Ferry strike", "Harbour dredged"), ETag='"1"', Last_Modified="then")
    found = await world.refresh(TRIP)
    assert [entry.title for entry in found.entries] == ["Ferry strike", "Harbour dredged"]
    assert (found.section_id, found.title, found.unchanged, found.failure) == (7, "News Example", False, None)
    assert (found.validators.etag, found.validators.modified, found.validators.since) == ('"1"', "then", NOON)
    assert len(found.validators.digest) == 64


async def test_what_the_server_says_is_unchanged_is_not_read(world: World) -> None:
    world.web.feed(FEED, rss("Ferry strike"), ETag='"1"', Cache_Control="max-age=60")
    first = await world.refresh(TRIP)
    second = await world.again(TRIP, first)
    assert (second.unchanged, second.entries, second.failure, second.fresh_for) == (True, (), None, 60)
    assert second.validators == first.validators
    assert world.web.requests[1].headers["if-none-match"] == '"1"'
    assert world.parser.done == ["section"]


async def test_the_same_bytes_are_not_read_again(world: World) -> None:
    world.web.feed(FEED, rss("Ferry strike"))
    first = await world.refresh(TRIP)
    second = await world.again(TRIP, first)
    assert second.unchanged
    assert world.parser.done == ["section"]
    world.web.feed(FEED, rss("Ferry strike", "Harbour dredged"))
    assert len((await world.again(TRIP, second)).entries) == 2


async def test_a_server_that_says_unchanged_for_ever_is_asked_for_the_whole_after_eight_days(world: World) -> None:
    world.web[FEED] = lambda asked: (
        Answer(status=304) if "if-none-match" in asked.headers else Answer(rss("Ferry strike"), headers={"ETag": '"1"'})
    )
    found = await world.refresh(TRIP)
    for _ in range(8):
        world.clock.move(days=1)
        found = await world.again(TRIP, found)
        assert found.unchanged
    world.clock.move(minutes=1)
    found = await world.again(TRIP, found)
    assert len(found.entries) == 1
    assert found.validators.since == world.clock()
    assert [("if-none-match" in asked.headers) for asked in world.web.requests] == [False, *[True] * 8, False]


async def test_a_failure_keeps_what_was_known(world: World) -> None:
    known = Validators('"1"', "then", "digest", NOON)
    job = replace(TRIP, validators=known, moving_to="https://new.example/", moving_since=NOON)
    world.web[FEED] = Answer("out of order", 500)
    found = await world.refresh(job)
    assert found.failure
    assert (found.failure.sentence, found.failure.status) == ("news.example answers 500 Internal Server Error", 500)
    assert (found.validators, found.moving_to, found.moving_since) == (known, "https://new.example/", NOON)


async def test_gone_is_told_by_its_status(world: World) -> None:
    world.web[FEED] = Answer("gone", 410)
    found = await world.refresh(TRIP)
    assert found.failure and found.failure.status == 410


async def test_being_held_off_is_told_in_seconds_and_holds_the_other_sections_of_the_host(world: World) -> None:
    world.web[FEED] = Answer("slow down", 429, headers={"Retry-After": "600"})
    world.web["https://news.example/sport"] = rss("Cup final")
    first = await world.refresh(TRIP)
    second = await world.refresh(RefreshJob(8, "https://news.example/sport", Kind.FEED))
    assert first.failure and second.failure
    assert (first.failure.retry_after, second.failure.retry_after, second.failure.status) == (600, 600, 429)
    assert world.web.asked == [FEED]


async def test_without_a_network_that_is_said(world: World) -> None:
    from tui.errors import FetchError

    world.web[FEED] = FetchError("there is no network", offline=True)
    found = await world.refresh(TRIP)
    assert found.failure and found.failure.offline


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (page("Please log in"), "there is a web page where the feed was"),
        ("", "not a feed"),
        ('{"error": "no"}', "news.example: "),
        ("\x00\x01\x02", "not a feed"),
    ],
)
async def test_what_is_no_feed_is_said_in_one_sentence(world: World, body: str, said: str) -> None:
    world.web[FEED] = body
    found = await world.refresh(TRIP)
    assert found.failure
    assert found.failure.sentence.startswith("news.example: ")
    assert said in found.failure.sentence
    assert found.validators == TRIP.validators  # so that the next good body is read


async def test_a_feed_with_the_wrong_content_type_is_one(world: World) -> None:
    world.web[FEED] = Answer(rss("Ferry strike"), content_type="text/html")
    assert len((await world.refresh(TRIP)).entries) == 1


async def test_links_are_made_absolute_where_the_feed_stands_now(world: World) -> None:
    world.web.redirect(FEED, "https://cdn.example/all/feed", 302)
    world.web.feed(
        "https://cdn.example/all/feed", rss("Ferry", site="..").replace("../ferry", "../ferry?utm_source=rss")
    )
    (entry,) = (await world.refresh(TRIP)).entries
    assert entry.url == "https://cdn.example/ferry?utm_source=rss"


async def test_how_long_a_feed_asks_to_be_left_alone(world: World) -> None:
    world.web.feed(FEED, rss("Ferry strike", ttl=90), Cache_Control="max-age=60")
    assert (await world.refresh(TRIP)).fresh_for == 90 * 60


async def test_a_bug_is_not_a_failure(world: World) -> None:
    world.web.feed(FEED, rss("Ferry strike"))
    with pytest.raises(KeyError):
        await Gatherer(world.web.fetcher(), Failing(KeyError("a bug"))).go(TRIP)


# A feed that moves


async def test_a_move_is_believed_after_three_days_at_one_place(world: World) -> None:
    world.web.redirect(FEED, NEW, 301)
    world.web.feed(NEW, rss("Ferry strike"), ETag='"1"')
    found = await world.refresh(TRIP)
    assert (found.moving_to, found.moving_since, found.moved_to, len(found.entries)) == (NEW, NOON, "", 1)
    for _ in range(2):
        world.clock.move(days=1)
        found = await world.again(TRIP, found)
        assert (found.moving_since, found.moved_to, found.unchanged) == (NOON, "", True)
    world.clock.move(days=1)
    found = await world.again(TRIP, found)
    assert (found.moved_to, found.unchanged) == (NEW, True)


async def test_a_move_to_another_place_starts_anew(world: World) -> None:
    world.web.redirect(FEED, NEW, 308)
    world.web.feed(NEW, rss("Ferry strike"))
    found = await world.refresh(TRIP)
    world.web.redirect(FEED, "https://newer.example/feed", 308)
    world.web.feed("https://newer.example/feed", rss("Ferry strike"))
    world.clock.move(days=4)
    found = await world.again(TRIP, found)
    assert (found.moving_to, found.moving_since, found.moved_to) == ("https://newer.example/feed", world.clock(), "")


async def test_a_move_that_ends_or_was_only_passing_is_forgotten(world: World) -> None:
    world.web.redirect(FEED, NEW, 301)
    world.web.feed(NEW, rss("Ferry strike"))
    found = await world.refresh(TRIP)
    world.web.redirect(FEED, NEW, 302)
    world.clock.move(days=4)
    found = await world.again(TRIP, found)
    assert (found.moving_to, found.moving_since, found.moved_to) == ("", None, "")


async def test_a_place_without_a_feed_is_not_moved_to(world: World) -> None:
    world.web.redirect(FEED, NEW, 301)
    world.web[NEW] = page("This domain is for sale")
    job = replace(TRIP, moving_to=NEW, moving_since=NOON - timedelta(days=10))
    found = await world.refresh(job)
    assert found.failure and not found.moved_to


# A feed that has moved by other means than HTTP


async def test_a_page_that_sends_browsers_on_is_followed_and_is_never_for_good(world: World) -> None:
    world.web[FEED] = sends_on("/new&amp;feed")
    world.web.feed("https://news.example/new&feed", rss("Ferry strike"), ETag='"1"')
    found = await world.refresh(TRIP)
    assert ([entry.title for entry in found.entries], found.moving_to, found.failure) == (["Ferry strike"], "", None)
    assert found.validators == Validators()
    assert len((await world.again(TRIP, found)).entries) == 1


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (sends_on("/none"), "leads to https://news.example/none, but news.example answers 404 Not Found"),
        (sends_on("/page"), "leads to https://news.example/page, but there is a web page where the feed was"),
        (sends_on("/again"), "leads to https://news.example/again, but one page leads to the next"),
        (sends_on("http://127.0.0.1/"), "leads to http://127.0.0.1/, but 127.0.0.1 is on this machine"),
        (sends_on("/\x1b[2J\u202e"), "leads to https://news.example/%1B[2J%E2%80%AE, but news.example answers 404"),
        (sends_on("http://ann:secret@news.example/x"), "leads to http://news.example/x, but news.example answers 404"),
        (sends_on("/feed", 300), "there is a web page where the feed was"),
        (sends_on("javascript:alert(1)"), "there is a web page where the feed was"),
        (page("Members") + "<form><input type=password></form>", "there is a login page where the feed was"),
    ],
)
async def test_where_a_page_leads_to_no_feed_that_is_named(world: World, page: str, said: str) -> None:
    world.web[FEED] = page
    world.web["https://news.example/page"] = "<html><body>words</body></html>"
    world.web["https://news.example/again"] = sends_on("/none")
    found = await world.refresh(TRIP)
    assert found.failure and said in found.failure.sentence


def says_moved(to: str, *titles: str) -> str:
    moved = f"<itunes:new-feed-url>{to}</itunes:new-feed-url>"
    return (
        rss(*titles)
        .replace("<rss ", '<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" ')
        .replace("<channel>", f"<channel>{moved}")
    )


async def test_a_feed_that_says_where_it_stands_now_is_read_there_and_moved_after_three_days(world: World) -> None:
    world.web.feed(FEED, says_moved(NEW, "Old"), ETag='"1"')
    world.web.feed(NEW, says_moved(NEW, "New"))
    found = await world.refresh(TRIP)
    assert ([entry.title for entry in found.entries], found.moving_to, found.moved_to) == (["New"], NEW, "")
    world.clock.move(days=3)
    found = await world.again(TRIP, found)
    assert (found.moved_to, len(found.entries)) == (NEW, 1)


@pytest.mark.parametrize(
    "to", [FEED, "https://www.news.example/feed/", "", "ftp://news.example/", "https://none.example/"]
)
async def test_a_feed_that_stands_nowhere_else_is_read_where_it_is(world: World, to: str) -> None:
    world.web.feed(FEED, says_moved(to, "Old"))
    found = await world.refresh(TRIP)
    assert ([entry.title for entry in found.entries], found.moving_to, found.failure) == (["Old"], "", None)


async def test_a_story_is_read_where_its_page_sends_browsers_on_to(world: World) -> None:
    world.web["https://t.example/x"] = sends_on(STORY)
    world.web[STORY] = page("The river rose")
    found = await world.download("https://t.example/x", from_url=FEED)
    assert found.article and (found.article.headline, found.url) == ("The river rose", STORY)


# What is personal


LOGIN = RequestOptions((("X-Key", "secret"),), auth=("ann", "secret"))


def told(world: World) -> dict[str, bool]:
    """Hosts, and whether they were told a secret."""
    return {
        request.url.host: "secret" in str(request.headers.raw) or "authorization" in request.headers
        for request in world.web.requests
    }


async def test_what_is_personal_does_not_go_to_where_a_page_or_a_feed_leads(world: World) -> None:
    world.web["https://news.example/index.xml"] = (
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<sitemap><loc>https://news.example/1.xml</loc></sitemap></sitemapindex>"
    )
    world.web["https://news.example/1.xml"] = sitemap("One")
    await world.refresh(RefreshJob(1, "https://news.example/index.xml", Kind.SITEMAP, options=LOGIN))
    assert told(world) == {"news.example": True}
    world.web[FEED] = says_moved("https://other.example/feed", "Old")
    world.web["https://other.example/feed"] = rss("New")
    await world.refresh(replace(TRIP, options=LOGIN))
    assert told(world) == {"news.example": True, "other.example": False}
    world.web["https://news.example/x"] = sends_on("https://third.example/x")
    await world.download("https://news.example/x", options=LOGIN)
    assert told(world) == {"news.example": True, "other.example": False, "third.example": False}


# Sections of other kinds


async def test_a_page_is_read_for_the_stories_on_it(world: World) -> None:
    world.web["https://news.example/sport/"] = front_page()
    found = await world.refresh(RefreshJob(1, "https://news.example/sport/", Kind.PAGE))
    assert found.failure is None
    assert {entry.url for entry in found.entries} >= STORIES


async def test_a_page_without_stories_today_is_no_failure(world: World) -> None:
    url = "https://news.example/obituaries/"
    world.web[url] = (
        "<html><body><nav><a href=/sport>Sport</a></nav><h1>Obituaries</h1><p>Nothing today.</p></body></html>"
    )
    found = await world.refresh(RefreshJob(1, url, Kind.PAGE))
    assert (found.failure, found.entries, len(found.validators.digest)) == (None, (), 64)


async def test_a_page_without_stories_says_why(world: World) -> None:
    world.web["https://news.example/sport/"] = (
        "<html><body><div id=root></div><script src=app.js></script></body></html>"
    )
    found = await world.refresh(RefreshJob(1, "https://news.example/sport/", Kind.PAGE))
    assert found.failure and "script" in found.failure.sentence


async def test_a_sitemap_for_news_is_read_and_of_an_index_only_the_newest(world: World) -> None:
    root = "https://news.example"
    index = "".join(
        f"<sitemap><loc>{root}/news-{day}.xml</loc><lastmod>2026-11-{day}</lastmod></sitemap>" for day in range(10, 24)
    )
    world.web[f"{root}/index.xml"] = (
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{index}</sitemapindex>'
    )
    for day in range(10, 24):
        world.web[f"{root}/news-{day}.xml"] = sitemap(f"Story of day {day}")
    found = await world.refresh(RefreshJob(1, f"{root}/index.xml", Kind.SITEMAP))
    assert [entry.title for entry in found.entries] == ["Story of day 23", "Story of day 22", "Story of day 21"]
    assert world.web.count() == 4


async def test_wordpress_is_read_by_its_own_interface(world: World) -> None:
    url = "https://news.example/wp-json/wp/v2/posts"
    world.web[url] = Answer(posts("Ferry &#8216;strike&#8217; <em>ends</em>"), content_type="application/json")
    (entry,) = (await world.refresh(RefreshJob(1, url, Kind.WORDPRESS))).entries
    assert (entry.title, entry.url, entry.guid) == (
        "Ferry ‘strike’ ends",
        "https://news.example/1/",
        "https://news.example/?p=1",
    )
    assert (entry.summary, entry.authors, entry.picture) == (
        "In short & plain…",
        ("Ann Author",),
        "https://news.example/a.jpg",
    )
    assert entry.published == NOON - timedelta(hours=2)
    assert SENTENCE.strip() in entry.content


@pytest.mark.parametrize(
    "body", ["", "[", "null", "3", '{"code": "rest_forbidden", "message": "Not for you."}', "[1, null]", "[[]]"]
)
async def test_what_wordpress_will_not_say_is_a_failure_or_nothing(world: World, body: str) -> None:
    world.web["https://news.example/wp-json/wp/v2/posts"] = body
    found = await world.refresh(RefreshJob(1, "https://news.example/wp-json/wp/v2/posts", Kind.WORDPRESS))
    assert found.entries == ()
    assert found.failure is None or "\n" not in found.failure.sentence


# A story's text

STORY = "https://news.example/2026/11/23/river"


async def test_a_story_is_had_with_its_page_to_keep(world: World) -> None:
    html = page("The river rose")
    world.web[STORY] = html
    found = await world.download(STORY, story_id=3)
    assert found.article and found.failure is None
    assert (found.article.headline, found.story_id, found.url) == ("The river rose", 3, STORY)
    assert zlib.decompress(found.page).decode() == html


async def test_a_page_in_another_charset_is_kept_as_utf_8(world: World) -> None:
    html = page("Der Fluß steigt").replace("<head>", "<head><meta charset=iso-8859-1>")
    world.web[STORY] = Answer(html.encode("iso-8859-1"), content_type="text/html")
    found = await world.download(STORY)
    assert found.article and found.article.headline == "Der Fluß steigt"
    assert "Fluß" in zlib.decompress(found.page).decode()


async def test_where_the_page_cannot_be_had_the_feeds_own_text_must_do(world: World) -> None:
    found = await world.download(STORY, title="The river rose", content=f"<p>{SENTENCE * 3}</p>")
    assert found.article and found.failure
    assert (found.failure.status, found.article.source, found.article.headline, found.page) == (
        404,
        "feed",
        "The river rose",
        b"",
    )
    assert plain(found.article.blocks) == (SENTENCE * 3).strip()


async def test_where_the_page_holds_little_and_the_feed_the_whole_the_feeds_text_is_read(world: World) -> None:
    world.web[STORY] = page("The river rose", SENTENCE * 3, SENTENCE * 2)
    for times, source in ((4, "page"), (20, "feed")):
        found = await world.download(STORY, content=f"<p>{SENTENCE * times}</p>")
        assert found.article and found.failure is None
        assert (found.article.source, found.article.site_name, bool(found.page)) == (
            source,
            "News Example",
            source == "page",
        )
    assert found.article and plain(found.article.blocks) == (SENTENCE * 20).strip()


async def test_a_text_that_cannot_be_read_either_is_no_bug(world: World) -> None:
    found = await Gatherer(world.web.fetcher(), Failing(ParseError("it cannot be read"))).go(
        DownloadJob(STORY, content="<p>words</p>")
    )
    assert found.article is None
    assert found.failure and found.failure.status == 404


async def test_without_either_it_is_one_sentence(world: World) -> None:
    for content in ("", "<p> </p>"):
        found = await world.download(STORY, content=content)
        assert found.article is None
        assert found.failure and found.failure.sentence == "news.example answers 404 Not Found"


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "video/mp4; codecs=x"])
async def test_a_file_is_no_page(world: World, kind: str) -> None:
    world.web[STORY] = Answer(b"%PDF-1.7", content_type=kind)
    found = await world.download(STORY)
    assert found.failure and "is a file" in found.failure.sentence


async def test_a_story_of_several_pages_is_joined_up_to_five(world: World) -> None:
    for number in range(1, 8):
        world.web[f"{STORY}/{number}"] = page(
            "The river rose",
            f"On page {number}. " + SENTENCE * 4,
            f"Still on page {number}. " + SENTENCE * 4,
            head=f'<link rel=next href="{STORY}/{number + 1}">',
        )
    found = await world.download(f"{STORY}/1")
    assert found.article
    text = plain(found.article.blocks)
    assert [f"On page {number}." in text for number in range(1, 8)] == [True] * 5 + [False] * 2
    assert world.web.count() == 5


async def test_a_private_place_is_not_asked_because_a_feed_leads_there(world: World) -> None:
    world.web["http://127.0.0.1:9000/admin"] = page("Secrets")
    refused = await world.download("http://127.0.0.1:9000/admin", from_url="http://127.0.0.1:8000/feed")
    assert refused.failure and "private network" in refused.failure.sentence
    assert world.web.count() == 0
    assert (await world.download("http://127.0.0.1:9000/admin", from_url="http://127.0.0.1:9000/feed")).article
    assert (await world.download("http://127.0.0.1:9000/admin", trusted=True)).article


async def test_trust_ends_with_the_host_that_a_person_named(world: World) -> None:
    home, other = "http://127.0.0.1:8000", "http://127.0.0.1:9000"
    following = f"<a rel=next href='{home}/b'>Next page</a>"
    world.web[f"{home}/a"] = page("Story", head=f"<link rel=next href='{other}/b'>")
    world.web[f"{home}/index.xml"] = f"<sitemapindex><sitemap><loc>{other}/news.xml</loc></sitemap></sitemapindex>"
    world.web[f"{home}/list"] = front_page(f'<link rel=alternate type="application/rss+xml" href="{other}/feed">')
    world.web[f"{other}/b"] = page("Story", after=following)
    world.web[f"{other}/news.xml"] = sitemap("Ferry strike")
    world.web[f"{other}/feed"] = rss("Ferry strike")
    await world.download(f"{home}/a", trusted=True)
    assert (await world.refresh(RefreshJob(1, f"{home}/index.xml", Kind.SITEMAP, trusted=True))).failure
    listed = await world.refresh(RefreshJob(1, f"{home}/list", Kind.FEED, trusted=True, unknown=True))
    assert listed.instead and listed.instead.url == f"{home}/list"
    assert (await world.refresh(RefreshJob(1, f"{home}/a", Kind.PAGE))).failure
    assert world.web.count(other) == 0


async def test_kept_html_is_read_again_without_a_network(world: World) -> None:
    for source, html in (
        ("page", page("The river rose")),
        ("guide", page("The river rose")),
        ("feed", f"<p>{SENTENCE}</p>"),
    ):
        found = await world.gatherer.go(ReadJob(html, STORY, "The river rose", source, 5))  # type: ignore[arg-type] # one of the three
        assert found.article
        assert (found.article.source, found.article.headline, found.story_id) == (source, "The river rose", 5)
    assert world.web.count() == 0


async def test_how_a_page_is_read_can_be_explained(world: World) -> None:
    world.web[STORY] = page("The river rose")
    for job in (ExplainJob(STORY), ExplainJob("file.html", page("The river rose").encode())):
        found = await world.gatherer.go(job)
        assert "The river rose" in found.explanation
    missing = await world.gatherer.go(ExplainJob(STORY + "/none"))
    assert missing.failure and missing.failure.status == 404


# Pictures, files, accounts


PHOTO = "https://news.example/river.png"


async def test_a_picture_is_drawn_and_its_bytes_are_kept_where_they_were_fetched(world: World) -> None:
    world.web[PHOTO] = Answer(png(), content_type="image/png")
    job = PictureJob(PHOTO, columns=20, rows=10, from_url=STORY)
    found = await world.gatherer.go(job)
    assert isinstance(found.drawn, Raster) and found.drawn.sound and found.failure is None
    assert found.data == png()
    again = await world.gatherer.go(replace(job, data=found.data))
    assert (again.drawn, again.data) == (found.drawn, b"")
    assert world.web.count() == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer("<h1>Log in</h1>"), "a page where the picture was"),
        (Answer(b"no picture", content_type="image/png"), ""),
        (Answer(b"", 404), "404"),
        (Answer(png() + bytes(PICTURE_BYTES), content_type="image/png"), ""),
    ],
    ids=["a page", "no picture", "not there", "too large"],
)
async def test_what_is_no_picture_is_one_sentence(world: World, answer: Answer, said: str) -> None:
    world.web[PHOTO] = answer
    found = await world.gatherer.go(PictureJob(PHOTO))
    assert found.failure and said in found.failure.sentence
    assert (found.drawn, found.data) == (None, b"")


async def test_a_picture_may_be_sent_as_plain_text_by_a_server_that_knows_no_better(world: World) -> None:
    world.web[PHOTO] = Answer(png(), content_type="text/plain; charset=utf-8")
    assert (await world.gatherer.go(PictureJob(PHOTO))).drawn


async def test_pictures_are_decoded_apart_from_pages(world: World) -> None:
    painter = Counting()
    gatherer = Gatherer(world.web.fetcher(world.clock), world.parser, painter=painter)
    await gatherer.go(PictureJob(PHOTO, png()))
    assert (painter.done, world.parser.done) == (["picture"], [])


AUDIO = "https://news.example/episode.mp3"


async def test_an_episode_becomes_a_file_and_a_page_in_its_place_none(world: World, tmp_path: Path) -> None:
    job = EpisodeJob(AUDIO, str(tmp_path / "episode.mp3"), 1_000)
    world.web[AUDIO] = Answer(b"sound" * 100, content_type="audio/mpeg")
    assert await world.gatherer.go(job) == FetchedFile(500, "audio/mpeg")
    assert (tmp_path / "episode.mp3").read_bytes() == b"sound" * 100
    for answer in (Answer("<h1>Log in</h1>"), Answer(b"sound" * 1_000, content_type="audio/mpeg"), Answer(b"", 404)):
        world.web[AUDIO] = answer
        found = await world.gatherer.go(replace(job, file=str(tmp_path / f"{answer.status}-{len(answer.sent)}.mp3")))
        assert found.failure and found.size == 0, answer


async def test_a_file_that_cannot_be_written_is_said_with_its_name(world: World, tmp_path: Path) -> None:
    world.web[AUDIO] = Answer(b"sound", content_type="audio/mpeg")
    file = str(tmp_path / "gone" / "episode.mp3")
    found = await world.gatherer.go(EpisodeJob(AUDIO, file, 1_000))
    assert found.failure and found.failure.sentence.startswith(f"{file} cannot be written: no such file")


async def test_an_account_is_asked_and_told_in_one_session() -> None:
    server = FeedServer()
    gatherer = server.gatherer()
    feed = "https://news.example/feed"
    server.web[feed] = [Printed("Ferry strike", "https://news.example/1"), Printed("Harbour", "https://news.example/2")]

    async def ask(call: str, **given: Any) -> Served:
        return await gatherer.go(ServerJob(ACCOUNT, call, **given))  # type: ignore[arg-type]

    assert (await ask("follow", url=feed, title="News", folder="Sea")).done
    (followed,) = (await ask("feeds")).feeds
    assert (followed.url, followed.title, followed.folder) == (feed, "News", "Sea")
    ids = (await ask("ids", stream=READING_LIST)).ids
    assert len(ids) == 2
    assert [item.entry.title for item in (await ask("items", ids=ids)).items] == ["Ferry strike", "Harbour"]
    await ask("mark", ids=ids[:1], tag=STARRED)
    assert (await ask("ids", stream=STARRED)).ids == ids[:1]
    await ask("mark", ids=ids[:1], tag=STARRED, on=False)
    assert (await ask("ids", stream=STARRED)).ids == ()
    assert (await ask("mark all read", stream=followed.id, until=max(ids))).done
    assert (await ask("ids", stream=READING_LIST, without=READ)).ids == ()
    assert (await ask("edit", feed_id=followed.id, title="Papers", folder="Land", old_folder="Sea")).done
    (edited,) = (await ask("feeds")).feeds
    assert (edited.title, edited.folder) == ("Papers", "Land")
    assert "Land" in (await ask("tags")).tags.folders
    assert (await ask("unfollow", feed_id=followed.id)).done
    assert (await ask("feeds")).feeds == ()
    assert server.asked.count("POST accounts/ClientLogin") == 1
    await gatherer.go(ServerJob(replace(ACCOUNT, password="another"), "feeds"))
    assert server.asked.count("POST accounts/ClientLogin") > 1


@pytest.mark.parametrize(
    ("status", "refused"), [(400, True), (404, True), (405, True), (500, True), (501, True), (503, False), (403, False)]
)
async def test_what_a_server_does_not_do_is_told_apart_from_what_failed(status: int, refused: bool) -> None:
    server = FeedServer()
    server.before = lambda _, call: httpx.Response(status) if call == "tag/list" else None
    found = await server.gatherer().go(ServerJob(ACCOUNT, "tags"))
    assert found.failure and found.refused is refused


async def test_a_server_that_marks_no_whole_feed_says_so_and_has_not_failed() -> None:
    found = await FeedServer(strict=True).gatherer().go(ServerJob(ACCOUNT, "mark all read", stream="feed/1", until=1))
    assert found.refused and found.failure and "does not mark a whole feed read" in found.failure.sentence


async def test_the_address_of_a_servers_interface_is_found_at_the_login() -> None:
    found = await FeedServer().gatherer().go(ServerJob(replace(ACCOUNT, url="http://127.0.0.1:8461"), "log in"))
    assert (found.url, found.done) == (BASE, True)


# The process


async def test_the_fetching_process_does_jobs() -> None:
    async with Loopback({"/feed": Answer(rss("Ferry strike"), content_type="application/rss+xml")}) as server:
        process = FetchingProcess()
        try:
            found = await process(RefreshJob(1, f"{server.url}/feed", Kind.FEED, trusted=True))
            missing = await process(RefreshJob(2, f"{server.url}/none", Kind.FEED, trusted=True))
        finally:
            process.kill()
    assert [entry.title for entry in found.entries] == ["Ferry strike"]
    assert missing.failure and missing.failure.status == 404


def test_a_feeds_entries_come_with_their_words() -> None:
    item = "<item><title>One</title><description>&lt;p>All of &lt;b>it&lt;/b>&lt;/p></description></item>"
    body = f"<rss version='2.0'><channel>{item}<item><title>Two</title></item></channel></rss>"
    assert [entry.words for entry in child.feed(Body(body.encode(), FEED)).entries] == ["All of it", ""]


@pytest.mark.parametrize("name", child.TASKS)
def test_what_can_be_asked_of_a_child_says_what_it_takes_and_gives(name: str) -> None:
    for kind in kinds(child.TASKS[name]):
        with pytest.raises(wire.WireError):
            wire.decode(wire.encode(("something", b"else", 0.5, None)), kind)


async def test_the_guide_is_not_asked_of_anybody(world: World) -> None:
    found = await world.refresh(RefreshJob(1, "guide:/start", Kind.GUIDE))
    assert found.failure and "comes with the program" in found.failure.sentence
    assert world.web.count() == 0


async def test_what_is_the_same_once_it_is_unpacked_is_unchanged(world: World) -> None:
    def packed(level: int) -> Answer:
        return Answer(gzip.compress(rss("Ferry strike").encode(), level), headers={"Content-Encoding": "gzip"})

    world.web[FEED] = packed(1)
    first = await world.refresh(TRIP)
    world.web[FEED] = packed(9)
    again = await world.again(TRIP, first)
    assert (len(first.entries), again.unchanged, again.entries) == (1, True, ())


async def test_pages_that_lead_to_one_another_and_to_no_story_are_said(world: World) -> None:
    world.web[STORY] = sends_on(f"{STORY}/2")
    world.web[f"{STORY}/2"] = sends_on(STORY)
    found = await world.download(STORY)
    assert found.failure and "one page leads to the next, and none to a story" in found.failure.sentence
    assert found.article is None
    assert world.web.count() < 10


async def test_a_story_whose_next_page_is_missing_is_kept_and_says_where_it_goes_on(world: World) -> None:
    world.web[f"{STORY}/1"] = page("The river rose", head=f'<link rel=next href="{STORY}/2">')
    found = await world.download(f"{STORY}/1")
    assert found.article and found.failure is None
    assert "The river rose during the night" in plain(found.article.blocks)
    assert found.article.notice.startswith(f"The story goes on at {STORY}/2, but news.example answers 404")
    assert found.article.notice.count(".") == f"{STORY}/2, but news.example".count(".") + 1


async def test_kept_html_that_cannot_be_read_again_is_one_sentence(world: World) -> None:
    gatherer = Gatherer(world.web.fetcher(world.clock), Failing(ParseError("it is made so that it cannot be read")))
    found = await gatherer.go(ReadJob("<p>", STORY, "", "page", 5))
    assert found == Downloaded(STORY, 5, failure=Failure("news.example: it is made so that it cannot be read"))
