"""The page itself: whose it is, and where its links lead."""

import pytest

from tui.parse.front.home import Head, Home, host_of, picture_of, target, web_address, whole
from tui.parse.page.tree import tree

URL = "https://www.news.example/world/"


def home(head: str = "", url: str = URL) -> Home:
    return Home(Head(tree(f"<html><head>{head}</head><body></body></html>"), url), url, "News", "en")


@pytest.mark.parametrize(
    ("href", "url", "key"),
    [
        ("/politics/", "https://www.news.example/politics/", "news.example/politics"),
        ("bridge.html", "https://www.news.example/world/bridge.html", "news.example/world/bridge.html"),
        ("//sport.news.example/a", "https://sport.news.example/a", "sport.news.example/a"),
        ("/a?utm_source=x&id=7", "https://www.news.example/a?id=7", "news.example/a?id=7"),
        ("/a/index.html", "https://www.news.example/a/index.html", "news.example/a"),
        ("/a#comments", "https://www.news.example/a", "news.example/a"),
    ],
)
def test_where_a_link_leads(href: str, url: str, key: str) -> None:
    assert target(href, home())[:2] == (url, key)


@pytest.mark.parametrize(
    "href", ["", "#top", "javascript:void(0)", "mailto:ann@news.example", "/a?" + "b=1&" * 60, "x" * 2000]
)
def test_what_leads_nowhere(href: str) -> None:
    assert target(href, home())[0] == ""


def test_the_hosts_of_a_site() -> None:
    here = home('<link rel="canonical" href="https://www.news-world.test/world/">')
    assert here.owns("sport.news.example") and here.owns("news-world.test")
    assert not here.owns("news.example.other.test")
    assert here.is_here("news.example") and here.is_here("www2.news.example") and not here.is_here("sport.news.example")
    assert home().host_score("jobs.news.example") < 0 == home().host_score("sport.news.example")


def test_a_base_moves_relative_links() -> None:
    assert target("a", home('<base href="https://cdn.news.example/x/">'))[0] == "https://cdn.news.example/x/a"


def test_an_address_is_judged_as_the_site_writes_it() -> None:
    here = home()
    here.silent = frozenset({"live"})
    assert not here.judge("https://www.news.example/live/bridge-opens-after-repairs").media
    assert home().judge("https://www.news.example/live/bridge-opens-after-repairs").media


def test_a_place_for_a_picture_is_none() -> None:
    page = tree('<img src="/a.jpg"><img src="/spacer.gif"><img data-src="/b.jpg" src="data:image/gif;base64,R0">')
    found = [picture_of(image, home()) for image in page.css("img")]
    assert found == ["https://www.news.example/a.jpg", "", "https://www.news.example/b.jpg"]


def test_small_things_about_addresses() -> None:
    assert whole("https://a.test/#!/story") == "https://a.test/#!/story"
    assert whole("https://a.test/x#part") == "https://a.test/x"
    assert host_of("https://user@a.test:8080/x") == "a.test:8080"
    assert web_address("ftp://a.test/x") == ""
