"""Which address of a feed is which: the story's page, its picture, what is enclosed."""

import pytest

from tui.model import Enclosure
from tui.parse.feeds.facts import Fact, Facts
from tui.parse.feeds.links import ENCLOSURES, enclosures, last_resort, link_address, page_link, picture, seconds, whole

URL = "https://paper.example/feeds/all.xml"


def elements(name: str, *attributes: dict[str, str], value: str = "") -> Facts:
    return {name: [Fact(each, value, "") for each in attributes]}


@pytest.mark.parametrize(
    ("link", "base", "url", "address"),
    [
        (" /a ", "", URL, "https://paper.example/a"),
        ("a\n b", "", URL, "https://paper.example/feeds/a%20b"),
        ("/a?x=1&amp;y=2", "", URL, "https://paper.example/a?x=1&y=2"),
        ("/a?utm_source=feed", "", URL, "https://paper.example/a?utm_source=feed"),
        ("a", "https://base.example/x/", URL, "https://base.example/x/a"),
        ("a", "/x/", URL, "https://paper.example/x/a"),
        ("a", "https://base.example/x/", "", "https://base.example/x/a"),
        ("a", "", "", "a"),
        ("javascript:alert(1)", "", URL, ""),
        ("javascript:alert(1)", "", "", ""),
        ("https://paper.example/a", "", "", "https://paper.example/a"),
        ("", "https://base.example/", URL, ""),
    ],
)
def test_a_link_is_made_whole_and_safe(link: str, base: str, url: str, address: str) -> None:
    assert link_address(link, base, url) == address


def test_the_page_is_rsss_link_or_else_atoms_alternate_of_html() -> None:
    atom = [
        Fact({"rel": "self", "href": "/self"}, "", ""),
        Fact({"href": "/feed.json", "type": "application/json"}, "", ""),
        Fact({"rel": "alternate", "href": "/page", "type": "text/html"}, "", ""),
    ]
    assert page_link({"link": atom}, URL) == "https://paper.example/page"
    assert page_link({"link": [*atom, Fact({}, "/rss", "")]}, URL) == "https://paper.example/rss"
    assert page_link({"link": atom[:1]}, URL) == ""
    assert page_link({}, URL) == ""


@pytest.mark.parametrize("relation", ["alternate", "Alternate", "http://www.iana.org/assignments/relation/alternate"])
def test_a_relation_may_be_written_as_its_registered_address(relation: str) -> None:
    links = elements("link", {"rel": "related", "href": "/other"}, {"rel": relation, "href": "/page"})
    assert page_link(links, URL) == "https://paper.example/page"


def test_a_link_of_the_web_goes_before_one_of_another_program() -> None:
    mail, page = Fact({}, "mailto:desk@paper.example", ""), Fact({}, "/page", "")
    assert page_link({"link": [mail, page]}, URL) == "https://paper.example/page"
    assert page_link({"link": [mail]}, URL) == "mailto:desk@paper.example"


def test_a_story_without_a_link_stands_where_its_content_does() -> None:
    assert last_resort(elements("content", {"src": "/a", "type": "text/html"}), URL) == "https://paper.example/a"
    assert last_resort(elements("content", {"src": "/a"}), URL) == "https://paper.example/a"
    assert last_resort(elements("content", {"src": "/a.mp3", "type": "audio/mpeg"}), URL) == ""


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (elements("media:content", {"url": "/p", "type": "image/jpeg"}), "/p"),
        (elements("media:content", {"url": "/p", "medium": "image"}), "/p"),
        (elements("media:content", {"url": "/p.JPG?w=9"}), "/p.JPG?w=9"),
        (elements("media:content", {"url": "/p.jpgs"}), ""),
        (elements("media:content", {"url": "/p.jpg", "type": "video/mp4"}), ""),
        (elements("media:thumbnail", {"url": "/t"}), "/t"),
        (elements("enclosure", {"url": "/e.png"}), "/e.png"),
        (elements("enclosure", {"url": "/e.mp3", "type": "audio/mpeg"}), ""),
        (elements("link", {"href": "/l", "rel": "enclosure", "type": "image/png"}), "/l"),
        (elements("link", {"href": "/l", "rel": "enclosure", "type": "audio/mpeg"}), ""),
        (elements("link", {"href": "/l.png", "type": "image/png"}), ""),
        (elements("itunes:image", {"href": "/i"}), "/i"),
        (elements("image/url", {}, value="/u"), "/u"),
        (elements("image", {}, value="/v"), "/v"),
        (elements("itunes:image", {}, value="/v"), ""),
        ({**elements("enclosure", {"url": "/e.png"}), **elements("media:thumbnail", {"url": "/t"})}, "/t"),
        ({}, ""),
    ],
)
def test_a_picture_is_looked_for_where_feeds_have_theirs(facts: Facts, found: str) -> None:
    assert picture(facts, URL) == (f"https://paper.example{found}" if found else "")


def test_what_is_enclosed_is_told_once_with_its_size_and_how_long_it_lasts() -> None:
    facts = {
        **elements("enclosure", {"url": "/a.mp3", "type": "audio/mpeg", "length": "1200"}),
        **elements(
            "media:content",
            {"url": "/a.mp3", "type": "audio/mpeg"},
            {"url": "/v.mp4", "medium": "video", "fileSize": "9", "duration": "30"},
            {"url": "/text.pdf", "type": "application/pdf"},
        ),
        **elements("link", {"href": "/l.ogg", "rel": "enclosure", "type": "audio/ogg"}, {"href": "/page"}),
        "itunes:duration": [Fact({}, "1:00", "")],
    }
    assert enclosures(facts, URL) == (
        Enclosure("https://paper.example/a.mp3", "audio/mpeg", 1200, 60),
        Enclosure("https://paper.example/l.ogg", "audio/ogg", 0, 60),
        Enclosure("https://paper.example/v.mp4", "video", 9, 30),
    )


def test_pictures_and_what_has_no_address_are_not_enclosed_and_there_is_a_limit() -> None:
    assert enclosures(elements("enclosure", {"url": "/p.png"}, {"type": "audio/mpeg"}), URL) == ()
    many = elements("enclosure", *({"url": f"/{n}.mp3"} for n in range(ENCLOSURES + 5)))
    assert len(enclosures(many, URL)) == ENCLOSURES


@pytest.mark.parametrize(
    ("written", "number"),
    [(" 17 ", 17), ("17.9", 17), ("-1", 0), ("1 200", 0), ("", 0), ("9" * 15, int("9" * 15)), ("9" * 16, 0)],
)
def test_whole_numbers(written: str, number: int) -> None:
    assert whole(written) == number


@pytest.mark.parametrize(
    ("written", "lasts"),
    [
        ("3600", 3600),
        ("60:00", 3600),
        (" 1:00:05 ", 3605),
        ("90.7", 90),
        ("1:2:3:4", 0),
        ("an hour", 0),
        ("1::5", 0),
        ("", 0),
    ],
)
def test_durations(written: str, lasts: int) -> None:
    assert seconds(written) == lasts
