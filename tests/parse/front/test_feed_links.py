"""Feeds that a page declares or links."""

import pytest

from tui.parse.front.feed_links import well_known_feeds
from tui.parse.front.frontpage import frontpage

HOME = "https://news.example/"


def feeds(body: str, head: str = "") -> list[str]:
    return [offer.url for offer in frontpage(f"<head>{head}</head><body>{body}</body>", HOME).feeds]


@pytest.mark.parametrize(
    "href", ["/rss.xml", "/feed/", "/news/atom.xml", "/?feed=rss2", "feed:https://news.example/rss"]
)
def test_a_link_that_looks_like_a_feed(href: str) -> None:
    assert len(feeds(f'<a href="{href}">RSS</a>')) == 1 or href.startswith("feed:")


@pytest.mark.parametrize("href", ["/feeding-the-birds.html", "/rss", "/xml-course.html"])
def test_a_page_about_feeds_is_none(href: str) -> None:
    assert feeds(f'<a href="{href}.html">Feeds</a>') == []


def test_declared_feeds_come_first() -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/a.xml">'
    assert feeds('<a href="/rss/all.xml">All</a>', head) == [HOME + "a.xml", HOME + "rss/all.xml"]


def test_the_folder_is_tried_before_the_root() -> None:
    tries = well_known_feeds("https://news.example/blog/post.html")
    assert tries[0] == "https://news.example/blog/feed/"
    assert "https://news.example/rss.xml" in tries
    assert len(tries) <= 10
