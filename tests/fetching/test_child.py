"""A person's own rules for sites, as stories are read by them."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fetching.newsroom import FEED, HEADLINES, STORIES, front_page, page, posts, rss, sends_on, sitemap
from tests.images import png
from tui.blocks import plain
from tui.errors import ParseError
from tui.fetching import child, wire
from tui.fetching.coding import Body
from tui.jobs import Raster, Sixels
from tui.model import Entry, Kind

URL = "https://news.example/2024/story-of-the-river"
SENTENCE = "The river rose during the night and the lower streets of the town were closed to traffic until noon. "
PAGE = f"""<html><title>The river rose</title><body><article><h1>The river rose</h1><p>{SENTENCE * 4}</p><p>{SENTENCE * 3}</p>
<div class="wall"><p>Should the town build a wall against the river, or is it enough to wait? Say so here.</p></div></article>""".encode()
POLL = "Should the town build a wall"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the person's own rules stand, beside the configuration."""
    monkeypatch.setattr("tui.config.config_file", lambda: tmp_path / "config.toml")
    child.site_rules.cache_clear()
    yield tmp_path / "rules.toml"
    child.site_rules.cache_clear()


def text_of_the_story() -> str:
    found = child.story(Body(PAGE, URL, "text/html"), "").article
    assert found
    assert plain(found.blocks) == plain(child.kept(PAGE.decode(), URL, "", "page").blocks)
    return plain(found.blocks)


def test_stories_are_read_by_the_rules_beside_the_configuration(file: Path) -> None:
    file.write_text("['news.example']\nremove = '.wall'", "utf-8")
    text = text_of_the_story()
    assert SENTENCE.strip() in text and POLL not in text


def test_without_such_a_file_only_the_rules_that_ship_hold(file: Path) -> None:
    assert POLL in text_of_the_story()
    assert not child.site_rules().fault


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (b"[", "are not valid TOML"),
        (b"['news.example']\nremove = 'div['", "is not a valid selector: div["),
        (b"['news.example']\nbodies = 'p'", "not one of body, remove"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_broken_rules_are_one_sentence_and_stories_are_read_without_them(
    file: Path, rules: bytes, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(rules)
    assert POLL in text_of_the_story()
    said = capsys.readouterr().err
    assert said.startswith(str(file)) and sentence in said and said.count("\n") == 1
    first, _, rest = child.explained(Body(PAGE, URL, "text/html")).partition("\n")
    assert first == said.strip() and "headline: The river rose" in rest


def test_a_folder_in_the_place_of_the_file_breaks_nothing(file: Path) -> None:
    file.mkdir()
    assert POLL in text_of_the_story()
    assert "cannot be read" in child.site_rules().fault


def test_a_picture_is_drawn_in_sixels_only_where_the_terminal_draws_those() -> None:
    body = Body(png(), "https://news.example/flag.png", "image/png")
    assert isinstance(child.picture(body, (20, 10), (10, 20), "sixel", True), Sixels)
    assert isinstance(child.picture(body, (20, 10), (10, 20), "true", True), Raster)


def test_what_is_compiled_for_the_first_child_is_kept_for_the_next(tmp_path: Path) -> None:
    """A confined child writes nothing, so the rooms that read stories are compiled before it is confined."""
    root = Path(child.__file__).parent.parent.parent
    program = f"import sys; sys.path.insert(0, {str(root)!r}); from tui.fetching.child import parsing; parsing()"
    command = [sys.executable, "-I", "-X", f"pycache_prefix={tmp_path}", "-c", program]
    subprocess.run(command, check=True, capture_output=True)
    assert {file.name.partition(".")[0] for file in tmp_path.rglob("tui/parse/*/*.pyc")} >= {
        "article",
        "feed",
        "frontpage",
    }


def test_a_pipe_or_a_device_in_the_place_of_the_file_is_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    assert POLL in text_of_the_story()
    assert "cannot be read" in child.site_rules().fault
    child.site_rules.cache_clear()
    file.unlink()
    file.symlink_to("/dev/zero")
    assert POLL in text_of_the_story()


# What stands where a section is


def body(text: str | bytes, url: str = FEED, kind: str = "text/html; charset=utf-8") -> Body:
    return Body(text.encode() if isinstance(text, str) else text, url, kind)


def entries(found: child.Offered) -> list[str]:
    return [entry.title for entry in found.entries.open(tuple[Entry, ...])]


def test_a_section_gives_its_stories_and_a_digest_by_which_the_same_bytes_are_known() -> None:
    first = child.section(body(rss("Ferry strike", ttl=90)), Kind.FEED, "")
    assert (entries(first), first.title, first.ttl_minutes) == (["Ferry strike"], "News Example", 90)
    assert (first.unchanged, first.refused, first.leads_to, first.moved_to) == (False, "", "", "")
    again = child.section(body(rss("Ferry strike", ttl=90)), Kind.FEED, first.digest)
    assert (again.unchanged, again.digest, entries(again)) == (True, first.digest, [])
    packed = Body(gzip.compress(rss("Ferry strike", ttl=90).encode()), FEED, "text/xml", "gzip")
    assert child.section(packed, Kind.FEED, first.digest).unchanged


def test_sections_of_other_kinds_give_their_stories_too() -> None:
    assert entries(child.section(body(front_page(), "https://news.example/"), Kind.PAGE, "")) == HEADLINES
    assert entries(child.section(body(sitemap("Ferry strike")), Kind.SITEMAP, "")) == ["Ferry strike"]
    assert entries(child.section(body(posts("Ferry strike")), Kind.WORDPRESS, "")) == ["Ferry strike"]
    index = (
        '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<sitemap><loc>https://news.example/1.xml</loc></sitemap></sitemapindex>"
    )
    found = child.section(body(index), Kind.SITEMAP, "")
    assert (found.below, entries(found)) == (("https://news.example/1.xml",), [])


def test_a_page_without_stories_is_a_failure_only_where_it_says_why() -> None:
    empty = "<html><body><main><p>No stories today.</p></main></body></html>"
    assert entries(child.section(body(empty, "https://news.example/"), Kind.PAGE, "")) == []
    drawn = "<html><body><div id=root></div><script src=app.js></script></body></html>"
    with pytest.raises(ParseError, match="script"):
        child.section(body(drawn, "https://news.example/"), Kind.PAGE, "")


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("<html><form><input type=text><input name=p type='password'></form></html>", "a login page"),
        ("<!doctype html><html><body>Do you accept cookies?</body></html>", "a web page"),
        ("words and no more", "not a feed"),
    ],
)
def test_what_stands_in_the_place_of_a_feed_is_named(there: str, said: str) -> None:
    assert said in child.section(body(there), Kind.FEED, "").refused
    with pytest.raises(ParseError, match=said):
        child.feed(body(there))


@pytest.mark.parametrize(
    ("there", "leads_to"),
    [
        (sends_on("/new"), "https://news.example/new"),
        (sends_on("https://other.example/feed?a=1&amp;b=2"), "https://other.example/feed?a=1&b=2"),
        (sends_on("/new", seconds=5), "https://news.example/new"),
        (sends_on("/new", seconds=600), ""),
        (sends_on("/feed"), ""),
        (sends_on("javascript:alert(1)"), ""),
        (sends_on("mailto:ann@news.example"), ""),
        ("<html><head><meta name=refresh content='0; url=/new'></head></html>", ""),
        (f"<rss><!-- {sends_on('/new')} --></rss>", ""),
    ],
)
def test_where_a_page_sends_browsers_on_to(there: str, leads_to: str) -> None:
    assert child.section(body(there), Kind.FEED, "").leads_to == leads_to
    assert child.opened(body(there)).leads_to == leads_to


def test_the_words_of_a_text_come_with_it() -> None:
    with_text = rss("Ferry strike").replace(
        "<guid>", "<description>&lt;p&gt;No &lt;b&gt;ferry&lt;/b&gt;.&lt;/p&gt;</description><guid>"
    )
    (entry,) = child.feed(body(with_text)).entries
    assert "ferry" in entry.words and "<" not in entry.words
    (without,) = child.feed(body(rss("Ferry strike"))).entries
    assert not without.words


# What stands at an address that a person gave


def test_what_stands_at_an_address_is_told_by_itself() -> None:
    feed = child.opened(body(rss("Ferry strike"), kind="text/html"))
    assert feed.feed and feed.feed.title == "News Example" and feed.front is None
    front = child.opened(body(front_page(), "https://news.example/", "text/plain"))
    assert front.front and {entry.url for entry in front.front.entries} == STORIES
    assert (front.feed, front.story, front.sitemap) == (None, None, False)
    assert child.opened(body(sitemap("Ferry strike"))).sitemap
    assert child.opened(
        body(gzip.compress(sitemap("Ferry strike").encode()), "https://news.example/news.xml.gz")
    ).sitemap


STORY = "https://news.example/2026/11/23/river"
UNTOLD = page("The river rose").replace("<meta property=og:type content=article>", "")
DATE = "<meta property=article:published_time content=2026-11-23T10:00:00Z>"
CARDS = "".join(
    f'<article><h2><a href="/2026/11/22/{number}-the-council-votes">'
    f"The council of the town votes: {number}</a></h2></article>"
    for number in range(30)
)


@pytest.mark.parametrize(
    ("html", "url", "is_story"),
    [
        (page("The river rose"), STORY, True),
        (page("The river rose"), "https://news.example/", False),
        (page("The river rose", "Too short."), STORY, False),
        (page("The river rose").replace("content=article", "content=website"), STORY, False),
        (front_page(), "https://news.example/sport/", False),
        (UNTOLD, "https://news.example/about/river", False),
        (UNTOLD.replace("<head>", f"<head>{DATE}"), "https://news.example/about/river", True),
        (page("The river rose", after=CARDS), STORY, False),
    ],
    ids=[
        "a story",
        "at the root",
        "hardly a word",
        "it says that it is none",
        "a front page",
        "nothing says that it is one",
        "it is dated",
        "it leads to many others",
    ],
)
def test_whether_a_page_is_a_story(html: str, url: str, is_story: bool) -> None:
    assert (child.opened(body(html, url)).story is not None) is is_story


def test_what_a_robots_txt_names_and_what_a_page_without_a_feed_may_have() -> None:
    text = "User-agent: *\nSitemap: https://news.example/all.xml\nSitemap: https://news.example/news-sitemap.xml\n"
    assert child.robots(body(text, "https://news.example/robots.txt"))[0] == "https://news.example/news-sitemap.xml"
    assert child.well_known("https://news.example/sea/")
    assert all(url.startswith("https://news.example/") for url in child.well_known("https://news.example/sea/"))


def test_a_feeds_own_text_is_read_whole_and_a_page_without_what_stands_around_its_story() -> None:
    own = f"<p>{SENTENCE}</p><p>Share this</p><p>{SENTENCE * 2}</p>"
    found = child.kept(own, URL, "The river rose", "feed")
    assert (found.source, found.headline) == ("feed", "The river rose")
    assert SENTENCE.strip() in plain(found.blocks)
    kept = child.kept(page("The river rose"), URL, "", "guide")
    assert (kept.source, kept.headline) == ("guide", "The river rose")


def test_what_is_no_feed_asks_for_no_interval() -> None:
    found = child.section(Body(front_page().encode(), "https://news.example/", "text/html"), Kind.PAGE, "")
    assert (found.ttl_minutes, found.title, found.unchanged, found.refused) == (0, "News Example", False, "")
    found = child.section(Body(rss("Ferry strike", ttl=90).encode(), FEED, "text/xml"), Kind.FEED, "")
    assert found.ttl_minutes == 90


# What a child is asked by name


ITEM = {
    "id": "tag:google.com,2005:reader/item/000000000000000a",
    "title": "Ferry strike",
    "origin": {"streamId": "feed/1"},
    "alternate": [{"href": "https://news.example/1"}],
    "summary": {"content": "<p>No ferry.</p>"},
}


def test_the_answers_of_a_server_of_feeds_are_read() -> None:
    assert child.server_key(body("SID=a\nAuth=reader/abc\n")) == "reader/abc"
    feeds = {"subscriptions": [{"id": "feed/1", "title": "News", "url": FEED, "categories": []}]}
    assert [feed.title for feed in child.server_feeds(body(json.dumps(feeds)))] == ["News"]
    tags = {"tags": [{"id": "user/-/label/Sea", "type": "folder"}]}
    assert child.server_tags(body(json.dumps(tags))).folders == ("Sea",)
    ids = {"itemRefs": [{"id": "10"}], "continuation": "x"}
    assert child.server_ids(body(json.dumps(ids))) == ((10,), "x")
    assert [item.entry.title for item in child.server_items(body(json.dumps({"items": [ITEM]})))] == ["Ferry strike"]


def test_categories_of_a_wordpress_are_read() -> None:
    rows = [{"id": 7, "name": "Sea", "slug": "sea", "link": "https://news.example/sea/", "count": 3}]
    assert [category.name for category in child.categories(body(json.dumps(rows)))] == ["Sea"]


def test_a_story_of_several_pages_is_joined() -> None:
    first, second = (
        child.story(body(page("The river rose", SENTENCE * 4, end), STORY), "").article
        for end in (
            "The first page ends with these words, which nothing else on it says.",
            "The second page ends with others, which are to be found on it alone.",
        )
    )
    assert first and second
    whole = plain(child.joined(first, (second,)).blocks)
    assert "The first page ends" in whole and "The second page ends" in whole


def test_a_page_without_a_story_that_sends_browsers_on_tells_where() -> None:
    found = child.story(body(sends_on("/new"), STORY), "")
    assert (found.article, found.html, found.leads_to) == (None, b"", "https://news.example/new")
    with pytest.raises(ParseError):
        child.story(body("<html><body><p>Hello.</p></body></html>", STORY), "")


def test_a_task_is_done_by_its_name_and_what_digs_without_end_is_a_failure() -> None:
    def double(number: int) -> int:
        return 2 * number

    def dig(number: int) -> int:
        return dig(number)

    work = child.serving({"double": double, "dig": dig})
    assert work(("double", wire.encode((21,)))) == 42
    with pytest.raises(ParseError, match="made so that it cannot be read"):
        work(("dig", wire.encode((21,))))
    with pytest.raises(wire.WireError):
        work(("double", wire.encode(("words",))))
