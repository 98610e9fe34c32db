"""The library: every verb, over a web in memory."""

import asyncio
import os
import shutil
import sys
import threading
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from tests.conftest import Opening
from tests.feed_server import LOGIN, FeedServer, Printed
from tests.storage import events_paper
from tests.web import NOON, Answer, Clock, FakeWeb
from tui import address, config, guide
from tui.blocks import plain
from tui.config import Config, Kiosk
from tui.errors import AskError, FetchError, NewsError, ParseError, StoreError
from tui.fetching import child
from tui.jobs import Downloaded, DownloadJob, Failure
from tui.library import joining, pictures, subscriptions
from tui.library.library import WORTH_READING, Library
from tui.library.opening import reading, take_guide
from tui.model import Article, Entry, Kind, Offer, Relation, Session, SiteOffer, Story, StoryFilter, Update
from tui.storage import (
    accounts,
    backups,
    downloads,
    grouping,
    marks,
    naming,
    refreshes,
    searches,
    sections,
    settings,
    stories,
    texts,
)
from tui.storage import guide as kept_guide
from tui.storage.file import File
from tui.values import replace

SITE = "https://news.example"


def rss(*items: tuple[str, str], title: str = "Example News", site: str = SITE) -> str:
    """A feed of (slug, headline) items, the first the newest."""
    rows = "".join(
        f"<item><title>{headline}</title><link>{site}/{slug}</link><guid>{slug}</guid>"
        f"<pubDate>Fri, {20 - i} Nov 2026 08:00:00 GMT</pubDate><description>About {headline}.</description></item>"
        for i, (slug, headline) in enumerate(items)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>{site}/</link>{rows}</channel></rss>'


def page(slug: str, headline: str, also: tuple[str, str] | None = None) -> str:
    """A story page of news.example."""
    words = f"The council met on Monday to discuss {headline.lower()}, and heard from residents, officers and experts. "
    line = f'<p>ALSO READ: <a href="{SITE}/{also[0]}">{also[1]}</a></p>' if also else ""
    return (
        f"<!doctype html><html lang=en><head><title>{headline} - Example News</title>"
        f'<meta property="og:type" content="article"><meta property="og:site_name" content="Example News">'
        f'<meta property="article:published_time" content="2026-11-20T08:00:00Z"></head><body>'
        f"<nav><a href='/'>Home</a><a href='/sport'>Sport</a></nav><article><h1>{headline}</h1>"
        + "".join(f"<p>{words * 3}</p>" for _ in range(4))
        + f"{line}</article><footer>All rights reserved</footer></body></html>"
    )


STORIES = (("ferry", "Ferry strike ends"), ("harbour", "Harbour to be dredged"), ("tunnel", "Tunnel opens early"))


@pytest.fixture
async def followed(library: Library, web: FakeWeb) -> Library:
    web.feed(f"{SITE}/feed", rss(*STORIES), ETag='"1"')
    for slug, headline in STORIES:
        web[f"{SITE}/{slug}"] = page(slug, headline, STORIES[0] if slug != "ferry" else STORIES[1])
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    await refreshed(library)
    return library


async def refreshed(library: Library, *sections: int, due: bool = False) -> list[Update]:
    return [update async for update in library.refresh(sections or None, due=due)]


async def downloaded(library: Library, wanted: StoryFilter | None = None) -> list[Update]:
    return [update async for update in library.download(wanted)]


async def titled(library: Library, title: str) -> Story:
    return next(story for story in await library.ask(stories.window, StoryFilter(), 0) if story.title == title)


def unplug(web: FakeWeb) -> None:
    """Take the network away."""
    web.pages = dict.fromkeys(web.pages, FetchError("there is no network", offline=True))


# The Guide


async def test_a_fresh_library_holds_the_guide(library: Library, web: FakeWeb) -> None:
    edition = await library.ask(kept_guide.site)
    assert [section.name for section in edition.sections] == [name for _, name in guide.SECTIONS]
    counts = await library.ask(stories.counts)
    assert counts.stories == counts.unread == len(guide.pages()) >= 12
    first = (await library.ask(stories.window, StoryFilter(), 1))[0]
    assert (first.title, first.site, first.section) == ("Welcome to Broadsheet", "The Guide", "First Steps")
    assert web.requests == []


async def test_a_story_of_the_guide_has_all_that_a_page_can_have(library: Library) -> None:
    story = await library.ask(stories.story, "guide:/reading/marks")
    assert story is not None
    article = await library.read_article(story.id)
    assert (article.source, article.byline, article.byline_role) == ("guide", ("Broadsheet",), "")
    assert article.standfirst.startswith("Read, unread, starred")
    titles: dict[str, list[str]] = {}
    for item in await library.ask(stories.related, article):
        assert item.story_id
        titles.setdefault(item.relation, []).append(item.title)
    assert titles[Relation.ALSO_READ] == ["Three panes, or two, or one"]
    assert titles[Relation.PREVIOUS] == ["The same event, told once"]
    assert titles[Relation.LATEST] == ["The story and nothing but the story", "From a story to what belongs to it"]
    assert len(titles[Relation.MOST_READ]) == 3
    welcome = await library.read_article((await titled(library, "Welcome to Broadsheet")).id)
    (there,) = [item for item in welcome.related if item.relation == Relation.NEXT]
    assert (await library.open_link(there.url))[0].title == "Three panes, or two, or one"


async def test_a_newer_guide_replaces_the_older_and_keeps_marks(
    library_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with File(library_file) as store:
        story = stories.story(store, "guide:/start/keys")
        assert story
        marks.mark(store, [story.id], starred=True, read=True)
    fewer = {url: html for url, html in guide.pages().items() if url != "guide:/road/ssh"}
    monkeypatch.setattr(guide, "pages", lambda: fewer)
    monkeypatch.setattr(guide, "EDITION", 99)
    with File(library_file) as store:
        take_guide(store)
        kept = stories.story(store, "guide:/start/keys")
        assert kept and kept.starred and kept.read
        assert sum(section.stories for section in kept_guide.site(store).sections) == len(fewer)


async def test_once_something_is_followed_all_is_without_the_guide(followed: Library) -> None:
    assert {story.site for story in await followed.ask(stories.window, StoryFilter(), 0)} == {"Example News"}
    assert (await followed.ask(stories.counts)).stories == 3
    assert {story.site for story in await followed.ask(stories.window, StoryFilter(guide=True), 0)} == {"The Guide"}
    assert len(await followed.ask(stories.order, StoryFilter())) == 3


async def test_the_guide_is_like_itself_alone(followed: Library, web: FakeWeb) -> None:
    headline = "Follow any site: give it an address over SSH on a slow line"
    web[f"{SITE}/manual"] = page("manual", headline)
    await followed.open_link(f"{SITE}/manual")
    assert await followed.ask(stories.similar, (await titled(followed, headline)).id) == ()
    (welcome, *_) = await followed.ask(stories.window, StoryFilter(guide=True))
    assert {story.site for story in await followed.ask(stories.similar, welcome.id)} <= {"The Guide"}


# Following, refreshing


async def test_follow_and_refresh_keep_stories_newest_first(followed: Library) -> None:
    found = await followed.ask(stories.window, StoryFilter())
    assert [story.title for story in found] == [headline for _, headline in STORIES]
    assert not any(story.read for story in found)
    (site,) = await followed.ask(sections.sites)
    assert (site.name, site.sections[0].stories, site.sections[0].unread) == ("Example News", 3, 3)


async def test_an_unchanged_feed_is_not_read_again(followed: Library, web: FakeWeb) -> None:
    before = len(web.requests)
    (update,) = await refreshed(followed)
    assert (update.new, update.error, update.done, update.total) == (0, "", 1, 1)
    assert len(web.requests) == before + 1
    assert web.requests[-1].headers["if-none-match"] == '"1"'


async def test_due_asks_nothing_before_its_time(followed: Library, web: FakeWeb, clock: Clock) -> None:
    before = len(web.requests)
    assert await refreshed(followed, due=True) == []
    clock.move(hours=2)
    assert len(await refreshed(followed, due=True)) == 1
    assert len(web.requests) == before + 1


async def test_a_failed_section_is_one_update_and_stops_no_other(followed: Library, web: FakeWeb) -> None:
    web.feed("https://other.example/feed", rss(("a", "Another story"), title="Other", site="https://other.example"))
    await followed.do(sections.follow, await followed.discover("https://other.example/feed"))
    web["https://other.example/feed"] = Answer("no", 500)
    updates = {update.name: update for update in await refreshed(followed)}
    assert updates["Example News"].error == ""
    assert "500" in updates["Other"].error
    errors = {section.site: section for site in await followed.ask(sections.sites) for section in site.sections}
    assert "500" in errors["Other"].error
    assert errors["Example News"].error == ""


async def test_a_held_host_is_left_alone_and_gone_sections_are_not_asked(
    followed: Library, web: FakeWeb, clock: Clock
) -> None:
    web[f"{SITE}/feed"] = Answer("slow down", 429, headers={"Retry-After": "3600"})
    await refreshed(followed)
    before = len(web.requests)
    (update,) = await refreshed(followed)
    assert update.host_held and "left alone until" in update.error
    assert len(web.requests) == before
    clock.move(hours=2)
    web[f"{SITE}/feed"] = Answer("gone", 410)
    await refreshed(followed)
    clock.move(days=3)
    await refreshed(followed)
    before = len(web.requests)
    assert await refreshed(followed) == []
    assert len(web.requests) == before
    assert (await followed.ask(stories.counts)).stories == 3


async def test_sections_of_a_host_that_is_left_alone_are_counted_among_the_others(
    followed: Library, web: FakeWeb
) -> None:
    other = "https://other.example"
    web.feed(f"{other}/feed", rss(("a", "Another story"), title="Other", site=other))
    await followed.do(sections.follow, await followed.discover(f"{other}/feed"))
    await followed.hold(f"{other}/a", Failure("busy", 503))
    await followed.hold(f"{SITE}/x", Failure("none", 500))
    held, asked = await refreshed(followed)
    until = await followed.left_alone_until(f"{other}/b")
    assert until is not None
    assert (held.done, held.total, held.name, held.host_held) == (1, 2, "Other", True)
    assert held.error == f"asks to be left alone until {until.astimezone():%H:%M}"
    assert (asked.done, asked.total, asked.name, asked.error, asked.host_held) == (2, 2, "Example News", "", False)
    assert await followed.left_alone_until(f"{SITE}/x") is None


async def test_a_host_that_says_for_how_long_is_left_alone_so_long_whatever_its_status(
    followed: Library, clock: Clock
) -> None:
    await followed.hold(f"{SITE}/x", Failure("later", 403, retry_after=120))
    assert await followed.left_alone_until(f"{SITE}/y") == clock() + timedelta(seconds=120)
    clock.move(seconds=121)
    assert await followed.left_alone_until(f"{SITE}/y") is None
    await followed.hold(f"{SITE}/x", None)
    assert await followed.left_alone_until(f"{SITE}/y") is None


async def test_whoever_was_asked_to_leave_a_host_alone_every_trip_and_process_does(
    followed: Library, open_library: Opening, web: FakeWeb, clock: Clock
) -> None:
    ferry = await titled(followed, "Ferry strike ends")
    web[f"{SITE}/ferry"] = Answer("slow down", 503, headers={"Retry-After": "3600"})
    with pytest.raises(FetchError, match="503"):
        await followed.whole_story(ferry.id)
    before = len(web.requests)
    other = await open_library()
    with pytest.raises(FetchError, match="asks to be left alone until"):
        await other.open_link(f"{SITE}/elsewhere")
    with pytest.raises(FetchError, match="asks to be left alone until"):
        await other.discover(SITE)
    assert ["left alone" in update.error for update in await downloaded(other)] == [True] * 3
    (update,) = await refreshed(other)
    assert update.host_held
    assert len(web.requests) == before
    clock.move(hours=2)
    web[f"{SITE}/ferry"] = page("ferry", "Ferry strike ends")
    assert (await other.read_article(ferry.id)).headline == "Ferry strike ends"


async def test_the_feeds_own_text_is_there_while_a_host_is_left_alone(library: Library, web: FakeWeb) -> None:
    whole = f"<![CDATA[<p>{'The council met and heard from residents, officers and experts. ' * 10}</p>]]>"
    feed = rss(*STORIES).replace("</item>", f"<content:encoded>{whole}</content:encoded></item>")
    web.feed(f"{SITE}/feed", feed.replace("<rss ", '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '))
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    web[f"{SITE}/ferry"] = Answer("slow down", 429, headers={"Retry-After": "3600"})
    for title in ("Ferry strike ends", "Tunnel opens early"):
        article = await library.read_article((await titled(library, title)).id)
        assert article.source == "feed" and "The whole story is not here" in article.notice
    assert web.count(f"{SITE}/tunnel") == 0


async def test_two_libraries_share_one_file_and_ask_once(
    followed: Library, open_library: Opening, web: FakeWeb
) -> None:
    other = await open_library()
    started = asyncio.Event()
    release = asyncio.Event()

    async def slow(_request: httpx.Request) -> Answer:
        started.set()
        await release.wait()
        return Answer(rss(*STORIES))

    web[f"{SITE}/feed"] = slow
    first = asyncio.create_task(refreshed(followed))
    await started.wait()
    assert await refreshed(other) == []
    release.set()
    assert len(await first) == 1


async def test_a_process_that_was_killed_in_a_refresh_holds_nothing(followed: Library, clock: Clock) -> None:
    """A child that has ended and been waited for stands for the one that was killed: its id is nobody's."""
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await child.wait()
    (section,) = (await followed.ask(sections.sites))[0].sections
    with File(followed.path) as store:
        dead = f"{os.uname().nodename}/{child.pid}/1"
        assert refreshes.take_lease(store, [section.id], dead, 90) == (section.id,)
        assert refreshes.lease_holders(store) == (dead,)
    assert len(await refreshed(followed)) == 1
    with File(followed.path) as store:
        refreshes.take_lease(store, [section.id], f"elsewhere/{child.pid}/1", 90)
    assert await refreshed(followed) == []
    with File(followed.path) as store:
        refreshes.release_lease(store, f"elsewhere/{child.pid}/1")
        refreshes.take_lease(store, [section.id], f"{os.uname().nodename}/{os.getppid()}/1", 90)
    assert await refreshed(followed) == [], "that one lives"


async def test_another_process_is_noticed(followed: Library, open_library: Opening) -> None:
    other = await open_library()
    await followed.changed()
    assert not await followed.changed()
    story = await titled(other, "Ferry strike ends")
    await other.do(marks.mark, [story.id], starred=True)
    assert await followed.changed()


@pytest.mark.parametrize("replaced", [False, True])
async def test_what_an_open_library_held_that_was_deleted_is_saved(tmp_path: Path, replaced: bool) -> None:
    path = tmp_path / "library.db"
    library = await Library.open(path)
    (story, *_) = await library.ask(stories.window, StoryFilter())
    await library.do(marks.mark, [story.id], starred=True)
    assert await library.do(refreshes.take_lease, [1], library._holder, 90), "it is asking a section"
    for end in ("", "-wal", "-shm"):
        os.unlink(f"{path}{end}")  # noqa: PTH108 - Path's is not for async functions
    if replaced:
        File(path).close()
    with pytest.raises(
        StoreError, match=r"What it held is saved: `broadsheet restore .*\.saved` puts it back"
    ) as raised:
        await library.close()
    saved = str(raised.value).split("`")[1].removeprefix("broadsheet restore ")
    assert os.stat(saved).st_mode & 0o777 == 0o600  # noqa: PTH116 - likewise
    backups.restore(path, Path(saved))
    with File(path) as file:
        assert stories.counts(file).starred == 1


async def test_full_text_at_refresh(library_file: Path, open_library: Opening, web: FakeWeb) -> None:
    library = await open_library(Config(full_text="refresh"))
    web.feed(f"{SITE}/feed", rss(STORIES[0]))
    web[f"{SITE}/ferry"] = page(*STORIES[0])
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    web.feed(f"{SITE}/feed", rss(*STORIES[:2]))
    web[f"{SITE}/harbour"] = page(*STORIES[1])
    await refreshed(library)
    assert await library.ask(texts.article, (await titled(library, "Harbour to be dredged")).id)


async def test_of_whole_stories_at_a_refresh_only_those_that_failed_are_told(
    open_library: Opening, web: FakeWeb
) -> None:
    library = await open_library(Config(full_text="refresh"))
    web.feed(f"{SITE}/feed", rss(STORIES[0]))
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    web[f"{SITE}/harbour"] = page(*STORIES[1])
    web[f"{SITE}/ferry"] = Answer("none", 500)
    web.feed(f"{SITE}/feed", rss(*STORIES[:2]))
    section, failed = await refreshed(library)
    assert (section.new, section.done, section.total) == (1, 1, 1)
    assert (failed.name, failed.done, failed.total, failed.section_id) == ("Ferry strike ends", 1, 1, 0)
    assert "500" in failed.error and failed.story_id == (await titled(library, "Ferry strike ends")).id


async def test_whole_stories_are_not_fetched_at_a_refresh_that_brought_none(
    open_library: Opening, web: FakeWeb
) -> None:
    library = await open_library(Config(full_text="refresh"))
    web.feed(f"{SITE}/feed", rss(STORIES[0]))
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    await refreshed(library)
    assert web.count(f"{SITE}/ferry") == 0, "it was there before"


@pytest.mark.parametrize("wanted", [True, False])
async def test_events_are_looked_for_after_a_refresh_unless_a_person_wants_none(
    open_library: Opening, web: FakeWeb, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    looked: list[str] = []
    go = grouping.Window.go

    def noted(window: grouping.Window, file: File) -> object:
        looked.append(threading.current_thread().name.split("_")[0])
        return go(window, file)

    monkeypatch.setattr(grouping.Window, "go", noted)
    library = await open_library(Config(events=wanted))
    web.feed(f"{SITE}/feed", rss(*STORIES))
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    await refreshed(library)
    assert set(looked) == ({"background"} if wanted else set())


async def test_whoever_groups_meanwhile_waits_and_a_stop_loses_nothing(open_library: Opening) -> None:
    library = await open_library()
    await library.do(lambda file: events_paper.arrive(file, events_paper.VOTE, now=NOON))
    first = asyncio.ensure_future(library.group())
    await asyncio.sleep(0)
    second = asyncio.ensure_future(library.group())
    await asyncio.sleep(0)
    first.cancel()
    await second
    assert await library.ask(events_paper.groups) == {frozenset(events_paper.VOTE)}
    await library.do(lambda file: events_paper.arrive(file, events_paper.BRIDGE, minutes=5, now=NOON))
    await asyncio.gather(library.group(), library.group())
    assert len(await library.ask(events_paper.groups)) == 2


async def test_a_section_may_have_an_interval_and_full_texts_of_its_own(
    library_file: Path, open_library: Opening, web: FakeWeb
) -> None:
    library = await open_library(Config(full_text="feed"))
    web.feed(f"{SITE}/feed", rss(STORIES[0]))
    web[f"{SITE}/ferry"] = page(*STORIES[0])
    followed = await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    ids = [section.id for section in followed.added]
    await library.do(sections.set_interval, ids, 240)
    await library.do(sections.set_full_text, ids, "refresh")
    web.feed(f"{SITE}/feed", rss(*STORIES[:2]))
    web[f"{SITE}/harbour"] = page(*STORIES[1])
    await refreshed(library)
    assert await library.ask(texts.article, (await titled(library, "Harbour to be dredged")).id)
    (section,) = await library.ask(sections.sections)
    assert section.checked is not None and section.next_check == section.checked + timedelta(minutes=240)


# Reading


async def test_opening_a_story_keeps_its_article_and_does_not_mark_it(followed: Library, web: FakeWeb) -> None:
    story = await titled(followed, "Ferry strike ends")
    article = await followed.read_article(story.id)
    assert article.headline == "Ferry strike ends"
    assert "Also read" not in "".join(str(block) for block in article.blocks)
    before = len(web.requests)
    assert (await followed.read_article(story.id)).blocks == article.blocks
    assert len(web.requests) == before
    again = await followed.ask(stories.story, story.id)
    assert again and again.kept and not again.read


async def test_a_related_story_is_walked_to_and_kept(followed: Library, web: FakeWeb) -> None:
    web[f"{SITE}/older"] = page("older", "An older story")
    web[f"{SITE}/ferry"] = page("ferry", "Ferry strike ends", ("older", "An older story"))
    story = await titled(followed, "Ferry strike ends")
    article = await followed.read_article(story.id)
    (also,) = [item for item in await followed.ask(stories.related, article) if item.relation == Relation.ALSO_READ]
    assert (also.title, also.story_id) == ("An older story", 0)
    found, older = await followed.open_link(also.url, from_url=story.url)
    assert (found.title, found.site, older.headline) == ("An older story", "Example News", "An older story")
    (also,) = [item for item in await followed.ask(stories.related, article) if item.relation == Relation.ALSO_READ]
    assert also.story_id == found.id
    unplug(web)
    assert (await followed.open_link(also.url))[1].headline == "An older story"


async def test_the_feeds_own_text_is_shown_where_the_page_is_not_to_be_had(library: Library, web: FakeWeb) -> None:
    text = "<p>" + "The strike ended on Friday after long talks between the sides. " * 12 + "</p>"
    feed = rss(STORIES[0]).replace(
        "</description>", f"</description><content:encoded><![CDATA[{text}]]></content:encoded>"
    )
    web.feed(f"{SITE}/feed", feed.replace("<rss ", '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '))
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    await refreshed(library)
    story = await titled(library, "Ferry strike ends")
    article = await library.read_article(story.id)
    assert article.source == "feed"
    assert article.notice == "The whole story is not here: news.example answers 404 Not Found."
    assert "The strike ended on Friday" in plain(article.blocks)


@pytest.mark.parametrize(
    ("status", "words", "kept"),
    [
        (401, 12, True),
        (404, 12, True),
        (410, 12, True),
        (451, 12, True),
        (405, 12, False),
        (500, 12, False),
        (404, 3, False),
    ],
)
async def test_the_feeds_own_text_is_kept_where_the_page_will_not_be_there_tomorrow_either(
    library: Library, web: FakeWeb, status: int, words: int, kept: bool
) -> None:
    text = "<p>" + "The strike ended on Friday after long talks between the sides. " * words + "</p>"
    feed = rss(STORIES[0]).replace(
        "</description>", f"</description><content:encoded><![CDATA[{text}]]></content:encoded>"
    )
    web.feed(f"{SITE}/feed", feed.replace("<rss ", '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '))
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    await refreshed(library)
    web[f"{SITE}/ferry"] = Answer("none", status)
    story = await titled(library, "Ferry strike ends")
    (update,) = await downloaded(library)
    assert update.story_id == story.id and str(status) in update.error
    article = await library.ask(texts.article, story.id)
    assert (article is not None) is kept  # a short text of the feed stands in the list anyway


async def test_a_story_without_an_address_is_what_its_feed_says(library: Library, web: FakeWeb) -> None:
    web.feed(f"{SITE}/feed", rss(STORIES[0]).replace(f"<link>{SITE}/ferry</link>", ""))
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    await refreshed(library)
    story = await titled(library, "Ferry strike ends")
    before = web.count()
    for article in (await library.whole_story(story.id), await library.fetch_again(story.id)):
        assert (article.headline, plain(article.blocks)) == ("Ferry strike ends", "About Ferry strike ends.")
    assert web.count() == before
    with pytest.raises(AskError, match="no such story"):
        await library.own_text(99_999)


@pytest.mark.parametrize("url", [f"{SITE}/ferry", "https://elsewhere.example/ferry"])
async def test_where_no_page_is_fetched_the_feeds_text_is_the_story_with_its_outlet_and_date(
    open_library: Opening, web: FakeWeb, url: str
) -> None:
    library = await open_library(Config(full_text="feed"))
    text = "The strike ended on Friday after long talks between the sides. " * 12
    feed = rss(STORIES[0]).replace("</description>", f"{text}</description>").replace(f"{SITE}/ferry", url)
    web.feed(f"{SITE}/feed", feed)
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    story = await titled(library, "Ferry strike ends")
    article = await library.read_article(story.id)
    assert "long talks" in plain(article.blocks)
    assert (article.source, article.site_name, article.published) == ("feed", story.site, story.published)
    assert url not in [request.url for request in web.requests]


async def test_a_text_of_the_feed_that_cannot_be_read_is_one_sentence(
    open_library: Opening, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> Article:
        raise ParseError("it is made so that it cannot be read")

    library = await open_library(Config(full_text="feed"))
    web.feed(f"{SITE}/feed", rss(STORIES[0]))
    await library.do(sections.follow, await library.discover(f"{SITE}/feed"))
    story = await titled(library, "Ferry strike ends")
    monkeypatch.setattr(child, "kept", unreadable)
    with pytest.raises(ParseError, match="cannot be read"):
        await library.whole_story(story.id)
    assert plain((await library.own_text(story.id)).blocks)  # the summary


async def test_without_a_network_everything_kept_is_there_and_the_rest_is_one_sentence(
    followed: Library, web: FakeWeb
) -> None:
    kept = await titled(followed, "Ferry strike ends")
    await followed.read_article(kept.id)
    unplug(web)
    (update,) = await refreshed(followed)
    assert update.offline and update.error and "\n" not in update.error
    assert (await followed.read_article(kept.id)).headline == "Ferry strike ends"
    assert [story.id for story in await followed.ask(stories.window, StoryFilter(words="residents officers"))] == [
        kept.id
    ]
    other = await titled(followed, "Tunnel opens early")
    with pytest.raises(FetchError) as caught:
        await followed.whole_story(other.id)
    assert caught.value.offline
    own = await followed.read_article(other.id)
    assert (own.headline, own.site_name, own.published) == ("Tunnel opens early", other.site, other.published)
    assert own.notice.startswith("The whole story is not here: ")
    queued = await followed.do(downloads.queue, f"{SITE}/elsewhere", from_url=f"{SITE}/ferry", title="Elsewhere")
    assert queued.queued and queued.title == "Elsewhere"


async def test_what_is_queued_is_fetched_when_there_is_a_network(followed: Library, web: FakeWeb) -> None:
    await followed.do(downloads.queue, f"{SITE}/elsewhere", from_url=f"{SITE}/ferry", title="Elsewhere")
    web[f"{SITE}/elsewhere"] = page("elsewhere", "Elsewhere at last")
    updates = await downloaded(followed)
    assert [update.error for update in updates] == [""] * 4
    story = await followed.ask(stories.story, f"{SITE}/elsewhere")
    assert story and story.kept and not story.queued
    assert await downloaded(followed) == []


async def test_each_story_of_a_download_is_told_with_its_name_and_how_many_there_are(
    followed: Library, web: FakeWeb
) -> None:
    (ferry,) = [each for each in await followed.ask(stories.window, StoryFilter()) if each.title.startswith("Ferry")]
    await followed.do(downloads.queue, ferry.url)  # it is among the unread too, and is fetched once
    await followed.do(downloads.queue, f"{SITE}/untitled")
    updates = await downloaded(followed)
    assert [(update.done, update.total) for update in updates] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    failed = {update.name: update.error for update in updates if update.error}
    assert failed == {f"{SITE}/untitled": "news.example answers 404 Not Found"}
    assert web.count(f"{SITE}/ferry") == 1


async def test_a_list_may_be_downloaded_without_what_waits(followed: Library, web: FakeWeb) -> None:
    web[f"{SITE}/elsewhere"] = page("elsewhere", "Elsewhere at last")
    await followed.do(downloads.queue, f"{SITE}/elsewhere", title="Elsewhere")
    updates = [update async for update in followed.download(StoryFilter(words="tunnel", unread=True), queued=False)]
    assert [(update.name, update.total) for update in updates] == [("Tunnel opens early", 1)]
    assert web.count(f"{SITE}/elsewhere") == 0


@pytest.mark.parametrize(("setting", "asked"), [("ask", False), ("ask", True), ("keep", False)])
async def test_pictures_are_downloaded_with_their_stories_where_somebody_said_so(
    followed: Library, monkeypatch: pytest.MonkeyPatch, setting: str, asked: bool
) -> None:
    told = []

    async def keep_all(_library: Library, story_id: int) -> None:
        told.append(story_id)

    monkeypatch.setattr(pictures, "keep_all", keep_all)
    followed.settings = replace(followed.settings, pictures=setting)
    updates = [update async for update in followed.download(with_pictures=asked)]
    assert sorted(told) == sorted(update.story_id for update in updates if asked or setting == "keep")
    assert updates


async def test_a_cancelled_download_goes_on_where_it_stopped(followed: Library, web: FakeWeb) -> None:
    never = asyncio.Event()

    async def silent(_request: httpx.Request) -> Answer:
        await never.wait()
        return Answer("")

    web[f"{SITE}/harbour"] = silent
    web[f"{SITE}/tunnel"] = page(*STORIES[2])
    iterator = followed.download()
    first = await anext(iterator)
    await iterator.aclose()
    assert first.name == "Ferry strike ends"
    assert (await titled(followed, "Ferry strike ends")).kept
    web[f"{SITE}/harbour"] = page(*STORIES[1])
    assert [update.name for update in await downloaded(followed)] == ["Harbour to be dredged", "Tunnel opens early"]
    assert all(story.kept for story in await followed.ask(stories.window, StoryFilter()))
    assert web.asked.count(f"{SITE}/ferry") == 1


async def test_addresses_that_cannot_be_read_are_refused(library: Library) -> None:
    for url in ("file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.example", "guide:/no/where"):
        with pytest.raises(AskError):
            await library.open_link(url)
    with pytest.raises(AskError):
        await library.do(downloads.queue, "ftp://x.example/")
    with pytest.raises(AskError):
        await library.discover("file:///etc/passwd")


async def test_an_address_may_be_typed_without_its_scheme(followed: Library, web: FakeWeb) -> None:
    ferry = await titled(followed, "Ferry strike ends")
    story, article = await followed.open_link("news.example/ferry")
    assert (story.id, article.headline) == (ferry.id, "Ferry strike ends")
    web[f"{SITE}/elsewhere"] = page("elsewhere", "Elsewhere at last")
    story, article = await followed.open_link("news.example/elsewhere", title="Elsewhere")
    assert (story.title, article.story_id) == ("Elsewhere at last", story.id)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mailto:a@b.example", "mailto:a@b.example is not an address that can be read here"),
        ("guide:/no/where", "the Guide has no story guide:/no/where"),
    ],
)
async def test_why_an_address_cannot_be_read(library: Library, url: str, said: str) -> None:
    with pytest.raises(AskError) as caught:
        await library.open_link(url)
    assert str(caught.value) == said


async def test_what_can_be_followed_may_be_asked_for_by_the_name_of_a_starter_site(
    library: Library, web: FakeWeb
) -> None:
    starter = config.starters()[0]
    web.feed(starter.url, rss(*STORIES, title="As it calls itself"))
    for typed in (starter.name, f"  {starter.name.upper()} "):
        assert (await library.discover(typed)).name == "As it calls itself"
    with pytest.raises(AskError, match=r"^no site of this name is not an address that can be followed$"):
        await library.discover("no site of this name")


async def test_where_there_is_nothing_to_follow_the_address_is_named_without_its_password(
    library: Library, web: FakeWeb
) -> None:
    web[f"{SITE}/"] = "<html lang=en><head><title>Under construction</title></head><body><p>Soon.</p></body></html>"
    with pytest.raises(NewsError) as caught:
        await library.discover("https://ann:secret@news.example/")
    assert "secret" not in str(caught.value)


async def test_in_a_kiosk_only_the_sites_of_the_list_are_followed(open_library: Opening, web: FakeWeb) -> None:
    web.feed(f"{SITE}/feed", rss(*STORIES))
    web.feed("https://other.example/feed", rss(*STORIES))
    library = await open_library(Config(kiosk=Kiosk(follow=(f"{SITE}/feed",))))
    for typed in (f"{SITE}/feed", "news.example"):
        assert (await library.discover(typed)).name == "Example News"
    with pytest.raises(AskError, match=r"^only the sites of the list can be followed here$"):
        await library.discover("https://other.example/feed")
    assert web.count("https://other.example") == 0


async def test_for_a_library_that_many_read_nothing_is_fetched(
    followed: Library, open_library: Opening, web: FakeWeb
) -> None:
    ferry = await titled(followed, "Ferry strike ends")
    await followed.read_article(ferry.id)
    shared = await open_library(Config(kiosk=Kiosk(library="library.db")))
    before = web.count()
    for fetching in (
        refreshed(shared),
        downloaded(shared),
        shared.open_link(f"{SITE}/elsewhere"),
        shared.fetch_again(ferry.id),
    ):
        with pytest.raises(FetchError, match=r"^This library is for reading only\.$"):
            await fetching
    assert (await shared.read_article(ferry.id)).headline == "Ferry strike ends", "what is kept is there"
    assert web.count() == before


async def test_how_a_page_is_read_is_told_of_a_page_that_is_given_and_else_of_its_address(
    library: Library, web: FakeWeb
) -> None:
    web[f"{SITE}/ferry"] = page(*STORIES[0])
    assert "Harbour to be dredged" in await library.explain(f"{SITE}/ferry", page(*STORIES[1]).encode())
    assert web.count() == 0
    assert "Ferry strike ends" in await library.explain(f"{SITE}/ferry")
    with pytest.raises(FetchError, match="404"):
        await library.explain(f"{SITE}/nowhere")


async def test_a_library_may_be_closed_twice_and_gives_its_leases_back(followed: Library) -> None:
    (section,) = await followed.ask(sections.sections)
    await followed.do(refreshes.take_lease, [section.id], followed._holder, 90)
    await followed.close()
    await followed.close()
    with File(followed.path) as file:
        assert refreshes.lease_holders(file) == ()


async def test_a_link_into_this_machine_is_refused_unless_typed(followed: Library, web: FakeWeb) -> None:
    web["http://127.0.0.1:8080/secret"] = page("secret", "Printer settings")
    with pytest.raises(NewsError):
        await followed.open_link("http://127.0.0.1:8080/secret", from_url=f"{SITE}/ferry")
    story, _ = await followed.open_link("http://127.0.0.1:8080/secret", trusted=True)
    assert story.title == "Printer settings"


async def test_only_the_host_that_a_person_named_may_be_private(library: Library, web: FakeWeb) -> None:
    intranet, other = "http://10.0.0.5", "http://10.0.0.6"
    web.feed(f"{intranet}/feed", rss(*STORIES, site=intranet).replace(f"{intranet}/tunnel", f"{other}/tunnel"))
    for site in (intranet, other):
        for slug, headline in STORIES:
            web[f"{site}/{slug}"] = page(slug, headline).replace(SITE, site)
    await library.do(sections.follow, await library.discover(f"{intranet}/feed"))
    assert [update.error for update in await refreshed(library)] == [""]
    ferry, tunnel = await titled(library, "Ferry strike ends"), await titled(library, "Tunnel opens early")
    assert (await library.read_article(ferry.id)).headline == "Ferry strike ends"
    assert (await library.open_link(f"{intranet}/harbour", from_url=ferry.url))[1].headline == "Harbour to be dredged"
    with pytest.raises(NewsError, match="private network"):
        await library.whole_story(tunnel.id)
    with pytest.raises(NewsError, match="private network"):
        await library.open_link(f"{other}/ferry", from_url=ferry.url)
    assert web.count(other) == 0


async def test_kept_pages_are_read_again(followed: Library, web: FakeWeb) -> None:
    story = await titled(followed, "Ferry strike ends")
    await followed.read_article(story.id)
    before = len(web.requests)
    updates = [update async for update in followed.reparse()]
    assert [(update.story_id, update.error) for update in updates] == [(story.id, "")]
    assert len(web.requests) == before
    other = await titled(followed, "Tunnel opens early")
    said = [
        (update.done, update.total, update.error) async for update in followed.reparse([story.id, other.id, 99_999])
    ]
    assert said == [(1, 3, ""), (2, 3, "its page is not kept"), (3, 3, "its page is not kept")]


async def test_a_page_that_can_no_longer_be_read_leaves_its_story_as_it_was(
    followed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> Article:
        raise ParseError("it is made so that it cannot be read")

    story = await titled(followed, "Ferry strike ends")
    before = await followed.read_article(story.id)
    monkeypatch.setattr(child, "kept", unreadable)
    (update,) = [update async for update in followed.reparse()]
    assert (update.name, update.error) == ("Ferry strike ends", "news.example: it is made so that it cannot be read")
    assert await followed.ask(texts.article, story.id) == before


# Marks, places, sessions


async def test_marks_are_kept_across_a_restart(followed: Library, open_library: Opening) -> None:
    story = await titled(followed, "Harbour to be dredged")
    assert await followed.do(marks.mark, [story.id], starred=True, read=True) == 1
    await followed.close()
    again = await open_library()
    found = await again.ask(stories.story, story.id)
    assert found and found.starred and found.read
    assert [other.id for other in await again.ask(stories.window, StoryFilter(starred=True))] == [story.id]


async def test_a_mark_is_kept_when_the_one_who_asked_is_gone(followed: Library) -> None:
    story = await titled(followed, "Harbour to be dredged")
    task = asyncio.create_task(followed.do(marks.mark, [story.id], starred=True))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await followed.close()
    with reading(followed.path) as file:
        found = stories.story(file, story.id)
        assert found and found.starred


async def test_mark_all_read(followed: Library) -> None:
    assert await followed.do(marks.mark_all_read, StoryFilter()) == 3
    assert (await followed.ask(stories.counts)).unread == 0
    assert (await followed.ask(stories.counts)).guide_unread > 0


async def test_place_and_session_are_kept(followed: Library) -> None:
    story = await titled(followed, "Ferry strike ends")
    await followed.do(marks.keep_place, story.id, 4, 17)
    assert await followed.ask(marks.place, story.id) == (4, 17)
    assert await followed.ask(settings.session) is None
    session = Session(StoryFilter(unread=True), story.id, story.id)
    await followed.do(settings.keep_session, session)
    assert await followed.ask(settings.session) == session


async def test_unfollowing_keeps_what_was_starred(followed: Library) -> None:
    story = await titled(followed, "Ferry strike ends")
    await followed.do(marks.mark, [story.id], starred=True)
    await followed.do(
        sections.unfollow, [section.id for site in await followed.ask(sections.sites) for section in site.sections]
    )
    assert await followed.ask(sections.sites) == ()
    assert [found.id for found in await followed.ask(stories.window, StoryFilter(starred=True))] == [story.id]


# Asking for things by name


async def test_sections_are_found_as_people_name_them(followed: Library) -> None:
    (section,) = await followed.ask(naming.find_sections, "example news")
    assert await followed.ask(naming.find_sections, str(section.id)) == (section,)
    assert await followed.ask(naming.find_sections, "https://www.news.example/feed/") == (section,)
    with pytest.raises(AskError, match="nothing you follow is called Sport"):
        await followed.ask(naming.find_sections, "Sport")


async def test_export_and_import_are_one_another(followed: Library, tmp_path: Path) -> None:
    with reading(followed.path) as file:
        text = subscriptions.export(file)
    other = await Library.open(tmp_path / "other.db")
    try:
        taken, refused = await other.do(subscriptions.import_subscriptions, text.encode(), "x.opml")
        assert refused == ()
        assert [(section.site, section.url) for section in taken] == [("Example News", f"{SITE}/feed")]
    finally:
        await other.close()
    with reading(tmp_path / "other.db") as file:
        assert subscriptions.export(file) == text


URLS = b"""
https://news.example/feed World "long reads" "~Example News"
https://quiet.example/feed World/Quiet "~Quiet"
"query:Unread, long:unread = \\"yes\\" and tags # \\"long reads\\""
"query:Videos:author =~ \\"Ann\\""
"""


async def test_newsboats_tags_and_query_feeds_are_kept_and_come_back(
    library: Library, web: FakeWeb, tmp_path: Path
) -> None:
    taken, refused = await library.do(subscriptions.import_subscriptions, URLS, "urls")
    assert [section.folders for section in taken] == [(("World",), ("long reads",)), (("World", "Quiet"),)]
    assert refused == ('Videos: author =~ "Ann" cannot be expressed as a search',)
    (search,) = await library.ask(searches.saved)
    assert (search.name, search.words) == ("Unread, long", 'is:unread folder:"long reads"')
    for site in (SITE, "https://quiet.example"):
        web.feed(f"{site}/feed", rss(*STORIES, site=site))
    assert [update.new for update in await refreshed(library)] == [3, 3]
    found = await library.ask(stories.window, search.filter)
    assert [(story.site, story.title) for story in found] == [("Example News", title) for _, title in STORIES]
    await library.do(marks.mark, [found[0].id], read=True)
    assert await library.ask(stories.window, search.filter) == found[1:]
    with reading(library.path) as file:
        written = subscriptions.export(file)
        assert naming.find_list(file, "unread, LONG", starred=True) == replace(search.filter, starred=True)
        assert stories.window(file, naming.find_list(file, "Unread, long")) == found[1:]
    other = await Library.open(tmp_path / "other.db")
    try:
        assert (await other.do(subscriptions.import_subscriptions, written.encode(), "x.opml"))[1] == ()
        assert [one.words for one in await other.ask(searches.saved)] == [search.words]
    finally:
        await other.close()
    with reading(tmp_path / "other.db") as file:
        assert subscriptions.export(file) == written


async def test_a_plain_list_may_name_anything_that_can_be_followed(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    front, bare, gone = "https://front.example/", "https://bare.example/", "https://gone.example/"
    cards = "".join(
        f'<article><h2><a href="/2026/11/23/{slug}-and-what-comes-of-it">{title}, and what comes of it</a></h2></article>'
        for slug, title in STORIES * 2
    )
    web.feed(f"{SITE}/feed", rss(*STORIES), ETag='"1"')
    web[front] = (
        f'<html><head><title>Front</title><link rel=alternate type="application/rss+xml" href="/rss"></head><body>{cards}</body></html>'
    )
    web.feed("https://front.example/rss", rss(*STORIES, title="The Front Page", site="https://front.example"))
    web[bare] = f"<html><head><title>Bare News</title></head><body><main>{cards}</main></body></html>"
    taken, refused = await library.do(
        subscriptions.import_subscriptions, "\n".join((f"{SITE}/feed", front, bare, gone)).encode(), "list"
    )
    assert (len(taken), refused) == (4, ())
    updates = await refreshed(library)
    assert [bool(update.error) for update in updates if update.name != "gone.example"] == [False] * 3
    known = await library.ask(sections.sections)
    assert [(section.name, section.url, section.kind) for section in known] == [
        ("Example News", f"{SITE}/feed", Kind.FEED),
        ("Front", "https://front.example/rss", Kind.FEED),
        ("Bare News", bare, Kind.PAGE),
        ("gone.example", gone, Kind.FEED),
    ]
    assert [section.stories for section in known] == [3, 3, 3, 0]
    assert web.count(front) == 2 and web.count(gone) == 1
    before = len(web.requests)
    assert [update.new for update in await refreshed(library)] == [0] * 4
    assert len(web.requests) == before + 4
    with reading(library.path) as file:
        assert 'xmlUrl="https://front.example/rss"' in subscriptions.export(file)


async def test_a_search_is_kept_under_its_name_and_let_go(library: Library) -> None:
    kept = await library.do(searches.save, " The\nharbour ", "harbour is:unread")
    assert kept.name == "The harbour"
    again = await library.do(searches.save, "the HARBOUR", "ferry")
    assert await library.ask(searches.saved) == (again,)
    assert (again.id, again.name, again.words) == (kept.id, "the HARBOUR", "ferry")
    await library.do(searches.drop, again.id)
    assert await library.ask(searches.saved) == ()
    with pytest.raises(AskError, match="needs a name"):
        await library.do(searches.save, "\x00", "ferry")


async def test_a_kept_search_finds_news_and_not_the_guide(followed: Library) -> None:
    search = await followed.do(searches.save, "Unread", "is:unread")
    assert {story.site for story in await followed.ask(stories.window, search.filter, 0)} == {"Example News"}


async def test_a_library_of_an_older_version_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(Path(__file__).parents[1] / "libraries" / "v1.db", path)
    with reading(path) as file:
        assert [section.name for section in sections.sections(file)] == ["World", "Sport"]
        assert searches.saved(file) == ()


# Lanes


async def test_each_lane_has_its_own_thread_and_file(library: Library) -> None:
    def named(file: File) -> tuple[str, int]:
        return threading.current_thread().name.split("_")[0], id(file)

    ways = [await lane(named) for lane in (library.ask, library.do, library.background)]
    assert [name for name, _ in ways] == ["reading", "writing", "background"]
    assert len({file for _, file in ways}) == 3


async def test_questions_change_nothing(library: Library) -> None:
    for lane in (library.ask, library.background):
        with pytest.raises(StoreError, match="read-only"):
            await lane(settings.keep_setting, "a", "b")


SEA = "https://sea.example/feed"


@pytest.fixture
def server(library: Library, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> FeedServer:
    """A server of feeds, in place of the web."""
    made = FeedServer()
    made.web[SEA] = [Printed(f"Story {n}", f"https://sea.example/{n}") for n in range(2)]
    made.follow(SEA, "Sea")
    monkeypatch.setattr(library, "_fetch", made.gatherer(clock).go)
    return made


async def test_an_account_is_a_part_of_a_refresh_as_a_section_is(
    library: Library, server: FeedServer, clock: Clock
) -> None:
    account = await joining.join(library, LOGIN, name="Home")
    told = [(one.done, one.total, one.name, one.new, one.error) async for one in library.refresh(due=True)]
    assert told == [(1, 1, "Home", 2, "")]
    assert [one async for one in library.refresh(due=True)] == [], "it is not due"
    clock.move(hours=1)
    (section,) = (await library.ask(sections.sites))[0].sections
    await library.do(sections.set_full_text, [section.id], "refresh")
    server.web[SEA].append(Printed("Story 7", "https://sea.example/7"))
    server.fetch()
    whole = [(one.name, one.new, bool(one.error), bool(one.story_id)) async for one in library.refresh([section.id])]
    assert whole[0] == ("Home", 1, False, False)
    assert {name for name, *_ in whole[1:]} == {"Story 0", "Story 1", "Story 7"}
    assert all(failed and of_story for _, _, failed, of_story in whole[1:])
    assert account.id


async def test_a_server_that_asks_to_be_left_alone_is_and_says_so(library: Library, server: FeedServer) -> None:
    account = await joining.join(library, LOGIN, name="Home")
    await library.do(refreshes.hold_back, address.host(account.url), 3600.0)
    del server.asked[:]
    (update,) = [one async for one in library.sync(account)]
    assert (update.done, update.total, update.name, update.host_held) == (1, 1, "Home", True)
    assert "asks to be left alone until" in update.error
    assert server.asked == []


async def test_a_process_that_was_killed_in_a_sync_holds_no_account(library: Library, server: FeedServer) -> None:
    account = await joining.join(library, LOGIN, name="Home")
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await child.wait()
    for holder, syncs in (
        (f"{os.uname().nodename}/{os.getppid()}/1", False),
        (f"{os.uname().nodename}/{child.pid}/1", True),
    ):
        assert await library.do(accounts.take_lease, account.id, holder, 90.0)
        assert bool([one async for one in library.sync(account)]) is syncs
        await library.do(accounts.release_lease, holder)


async def test_where_a_server_is_is_found_out_and_a_wrong_password_said(library: Library, server: FeedServer) -> None:
    assert await joining.server_at(library, replace(LOGIN, url="http://127.0.0.1:8461")) == LOGIN.url
    with pytest.raises(FetchError, match="refused the name or the password"):
        await joining.server_at(library, replace(LOGIN, password="wrong"))


async def test_each_page_that_is_read_again_is_told_with_how_many_there_are(followed: Library, web: FakeWeb) -> None:
    story, other = await titled(followed, "Ferry strike ends"), await titled(followed, "Tunnel opens early")
    await followed.whole_story(story.id)
    told = [one async for one in followed.reparse([other.id, 999, story.id])]
    assert [(one.done, one.total, one.story_id, one.error) for one in told] == [
        (1, 3, other.id, "its page is not kept"),
        (2, 3, 999, "its page is not kept"),
        (3, 3, story.id, ""),
    ]
    assert [one.name for one in told] == [str(other.id), "999", story.title]
    assert [one.story_id async for one in followed.reparse()] == [story.id]


async def test_what_is_not_in_the_library_has_no_text_of_its_own(library: Library) -> None:
    with pytest.raises(AskError, match="there is no such story"):
        await library.own_text(999)


@pytest.mark.parametrize(("more", "kept"), [("", False), ("s", True)])
async def test_a_feeds_own_text_stands_for_a_page_that_is_gone_where_it_is_long_enough(
    library: Library, web: FakeWeb, more: str, kept: bool
) -> None:
    text = ("word " * 80).strip() + more
    assert len(text) == WORTH_READING - 1 + len(more)
    entry = Entry("Of ports", f"{SITE}/gone", "g", content=f"<p>{text}</p>")
    await library.do(sections.follow, SiteOffer("A", SITE, (Offer("N", f"{SITE}/f", entries=(entry,)),)))
    story = await titled(library, "Of ports")
    with pytest.raises(FetchError, match="404"):
        await library.whole_story(story.id)
    assert bool(await library.ask(texts.article, story.id)) is kept


async def test_what_a_person_opens_is_urgent_and_what_is_downloaded_is_not(
    followed: Library, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    urgent: list[bool] = []
    web[f"{SITE}/far"] = page("far", "Far away")
    fetch = followed.fetch

    async def noting(job: DownloadJob) -> Downloaded:
        urgent.append(job.urgent)
        return await fetch(job)

    monkeypatch.setattr(followed, "_fetch", noting)
    ids = {story.title: story.id for story in await followed.ask(stories.window, StoryFilter(news=True))}
    await followed.whole_story(ids["Ferry strike ends"])
    await followed.fetch_again(ids["Ferry strike ends"])
    await followed.read_article(ids["Tunnel opens early"])
    await followed.open_link(f"{SITE}/far", trusted=True)
    assert urgent and all(urgent)
    urgent.clear()
    await followed.whole_story(ids["Harbour to be dredged"], urgent=False)
    await downloaded(followed)
    assert urgent and not any(urgent)


async def test_what_is_downloaded_without_a_list_is_what_is_unread(followed: Library) -> None:
    read = await titled(followed, "Tunnel opens early")
    await followed.do(marks.mark, [read.id], read=True)
    assert sorted(one.name for one in await downloaded(followed)) == ["Ferry strike ends", "Harbour to be dredged"]
    assert await followed.ask(texts.article, read.id) is None
