"""Sitemaps give their newest stories, an index its newest sitemaps, and neither can do harm."""

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parse.feeds.test_feed import UNSAFE
from tui.errors import ParseError
from tui.model import Entry
from tui.parse.feeds import sitemap as room
from tui.parse.feeds.sitemap import NEWEST, Child, Sitemap, robots_sitemaps, sitemap

URL = "https://gazette.example/news-sitemap.xml"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
)


def urlset(rows: str) -> bytes:
    return f"{HEAD}{rows}</urlset>".encode()


def story(number: int, date: str = "2026-09-01T08:00:00Z", language: str = "de") -> str:
    return (
        f"<url><loc>https://gazette.example/{number}</loc><n:news><n:publication><n:name>Gazette</n:name><n:language>{language}"
        f"</n:language></n:publication><n:publication_date>{date}</n:publication_date><n:title>Story {number}</n:title></n:news></url>"
    )


def test_a_news_sitemap_gives_titles_dates_and_its_language() -> None:
    found = sitemap(
        urlset(
            story(1, "2026-09-01T08:00:00+02:00", "en")
            + story(2, "2026-09-02")
            + story(3, "no date")
            + "<url><loc>\n /about?utm_source=x \n</loc><lastmod>2026-08-01</lastmod>"
            "<image:image><image:loc>/a.jpg</image:loc><image:title>Not the title</image:title></image:image></url>"
        ),
        URL,
    )
    assert found == Sitemap(
        (
            Entry("Story 2", "https://gazette.example/2", published=datetime(2026, 9, 2, tzinfo=UTC)),
            Entry("Story 1", "https://gazette.example/1", published=datetime(2026, 9, 1, 6, tzinfo=UTC)),
            Entry(
                "",
                "https://gazette.example/about",
                published=datetime(2026, 8, 1, tzinfo=UTC),
                updated=datetime(2026, 8, 1, tzinfo=UTC),
                picture="https://gazette.example/a.jpg",
            ),
            Entry("Story 3", "https://gazette.example/3"),
        ),
        language="de",
        name="Gazette",
    )


def test_an_index_gives_its_sitemaps_newest_first() -> None:
    found = sitemap(
        b"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://gazette.example/old.xml.gz</loc>"
        b"<lastmod>2026-01-01</lastmod></sitemap><sitemap><loc>new.xml</loc><lastmod>2026-09-01T00:00:00Z</lastmod></sitemap>"
        b"<sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>",
        URL,
    )
    assert found.children == (
        Child("https://gazette.example/new.xml", datetime(2026, 9, 1, tzinfo=UTC)),
        Child("https://gazette.example/old.xml.gz", datetime(2026, 1, 1, tzinfo=UTC)),
    )
    assert not found.entries


def test_only_the_newest_are_kept() -> None:
    rows = "".join(
        story(number, f"2026-09-01T{number // 60:02}:{number % 60:02}:00Z") for number in range(NEWEST + 100)
    )
    found = sitemap(gzip.compress(urlset(rows)), URL)
    assert len(found.entries) == NEWEST
    assert found.entries[0].title == f"Story {NEWEST + 99}"


def test_addresses_of_other_sites_are_left_out() -> None:
    row = "<url><loc>https://elsewhere.example.net/1</loc></url><url><loc>javascript:x</loc></url><url></url>"
    assert sitemap(urlset(row), URL).entries == ()


def test_a_broken_sitemap_is_read_as_far_as_it_goes() -> None:
    assert [
        entry.title for entry in sitemap((HEAD + story(1) + story(2) + "<url><loc>&nbsp;").encode(), URL).entries
    ] == ["Story 1", "Story 2"]


def test_no_entity_is_expanded() -> None:
    body = (
        '<!DOCTYPE urlset [<!ENTITY x "expanded">]>'
        + HEAD
        + story(1)
        + "<url><loc>https://gazette.example/&x;</loc></url></urlset>"
    )
    assert "expanded" not in str(sitemap(body.encode(), URL))


@pytest.mark.parametrize(
    "body",
    [b"", b"<html></html>", b"<rss version='2.0'/>", b"User-agent: *", b"\x1f\x8bno", gzip.compress(bytes(16_000_000))],
)
def test_what_is_no_sitemap_is_refused(body: bytes) -> None:
    with pytest.raises(ParseError):
        sitemap(body, URL)


def test_robots_name_their_sitemaps_those_for_news_first() -> None:
    written = (
        "\ufeffSitemap: /all.xml\r\nUser-agent: *\r\nDisallow: /x\r\n  SITEMAP:https://gazette.example/news.xml # the newest\r\n"
        "# Sitemap: /commented.xml\r\nSitemap: javascript:x\r\nSitemap: /all.xml\r\nSitemap:\r\n"
    )
    assert robots_sitemaps(written, "https://gazette.example/robots.txt") == (
        "https://gazette.example/news.xml",
        "https://gazette.example/all.xml",
    )


def test_a_paper_called_news_has_its_sitemap_for_news_first_too() -> None:
    written = "Sitemap: /archive-1990.xml\nSitemap: /archive-1991.xml\nSitemap: /NEWS_sitemap.xml\n"
    first, *_ = robots_sitemaps(written, "https://www.citynews.example/robots.txt")
    assert first == "https://www.citynews.example/NEWS_sitemap.xml"


def test_what_most_stories_say_is_the_sitemaps_language() -> None:
    rows = story(1, language="en") + story(2, language="fr") + story(3, language="fr") + story(4, language="")
    assert sitemap(urlset(rows), URL).language == "fr"


def test_no_more_addresses_are_read_than_a_sitemap_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "READ", 3)
    assert len(sitemap(urlset("".join(map(story, range(9)))), URL).entries) == 3


def test_a_date_before_there_were_feeds_is_none_and_parts_of_seconds_go() -> None:
    first, second = sitemap(urlset(story(1, "2026-09-01T08:00:00.75Z") + story(2, "1989-12-31")), URL).entries
    assert (first.published, second.published) == (datetime(2026, 9, 1, 8, tzinfo=UTC), None)


def test_a_sitemap_whose_own_address_is_unknown_is_of_any_site() -> None:
    assert [entry.url for entry in sitemap(urlset(story(1)), "").entries] == ["https://gazette.example/1"]


PIECES = ["<url>", "</url>", "<loc>", "</loc>", "https://gazette.example/a", "<n:title>", "</n:title>", "<n:language>", "&#27;", "\x1b", "&#x9b;", "\u202e", "<![CDATA[", "]]>", "<lastmod>", "2026-09-01"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map("".join))
def test_any_sitemap_is_read_and_nothing_unsafe_comes_of_it(rows: str) -> None:
    found = sitemap((HEAD + story(1) + rows).encode("utf-8", "surrogatepass"), URL)
    assert found.entries
    for entry in found.entries:
        assert not UNSAFE.search(entry.title + entry.url + entry.picture)
        assert entry.url.startswith("https://gazette.example/")
    assert not UNSAFE.search(found.language + found.name)
