"""A JSON Feed is read as versions 1 and 1.1 have it, and whatever else stands in its members does no harm."""

import json
from datetime import UTC, datetime

import pytest

from tui.errors import ParseError
from tui.model import Enclosure, Entry, Feed
from tui.parse.feeds.jsonfeed import json_feed
from tui.parse.feeds.links import ENCLOSURES

URL = "https://paper.example/feeds/all.json"


def feed(**members: object) -> Feed:
    return json_feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", **members}), URL)


def entry(**members: object) -> Entry:
    return feed(items=[members]).entries[0]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{", "its JSON is broken"),
        ("[" * 100_000, "its JSON is broken"),
        ("[]", "not a JSON Feed"),
        ('{"version": 1}', "not a JSON Feed"),
        ('{"items": []}', "not a JSON Feed"),
    ],
)
def test_what_is_no_json_feed_is_refused(source: str, says: str) -> None:
    with pytest.raises(ParseError, match=says):
        json_feed(source, URL)


def test_a_line_break_within_a_string_is_forgiven() -> None:
    assert json_feed('{"version": "https://jsonfeed.org/version/1", "title": "A\nB"}', URL).title == "A B"


def test_the_feed_itself() -> None:
    found = feed(title="The <b>Paper</b>", home_page_url="/", language="de", items=[])
    assert (found.format, found.title, found.url, found.language, found.entries) == (
        "jsonfeed",
        "The Paper",
        "https://paper.example/",
        "de",
        (),
    )


@pytest.mark.parametrize("items", [None, "x", {"title": "x"}, [None, "x", ["x"]]])
def test_items_that_are_none_are_left_out(items: object) -> None:
    assert feed(items=items).entries == ()


def test_html_goes_before_text_and_its_links_hang_on_the_story() -> None:
    link = '<a href="more">x</a>'
    assert entry(content_html=link, content_text="no", url="/news/a").content == (
        '<a href="https://paper.example/news/more">x</a>'
    )
    assert entry(content_html=link, url="https://other.example/a").content == (
        '<a href="https://paper.example/feeds/more">x</a>'
    )
    assert entry(content_text="1 < 2\n\n3").content == "<p>1 &lt; 2</p><p>3</p>"


def test_the_summary_is_its_own_or_else_how_its_text_begins() -> None:
    assert entry(summary="In short", content_text="All of it").summary == "In short"
    assert entry(content_text="All of it").summary == "All of it"


def test_where_a_story_stands() -> None:
    assert entry(url="/a", external_url="https://other.example/b").url == "https://paper.example/a"
    assert entry(external_url="https://other.example/b").url == "https://other.example/b"
    assert entry(attachments=[{"url": "/talk.mp3", "mime_type": "audio/mpeg"}]).url == "https://paper.example/talk.mp3"
    assert entry(title="T").url == ""


@pytest.mark.parametrize(("id", "guid"), [("u:1", "u:1"), (17, "17"), (True, ""), (["x"], ""), ("  ", "")])
def test_an_id_may_be_a_number(id: object, guid: str) -> None:
    assert entry(id=id).guid == guid


def test_moments_since_1990_and_an_update_that_stands_for_a_publication() -> None:
    found = entry(date_published="2026-11-20T08:00:00Z", date_modified="2026-11-21T08:00:00Z")
    assert found.published == datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert found.updated == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert entry(date_modified="2026-11-21T08:00:00Z").published == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert entry(date_published="1989-12-31T00:00:00Z").published is None
    assert entry(date_published="1990-01-01T00:00:00Z").published == datetime(1990, 1, 1, tzinfo=UTC)


def test_a_picture_is_the_image_or_else_the_banner() -> None:
    assert entry(image="/i.png", banner_image="/b.png").picture == "https://paper.example/i.png"
    assert entry(banner_image="/b.png").picture == "https://paper.example/b.png"


@pytest.mark.parametrize(
    ("members", "authors"),
    [
        ({"authors": [{"name": "Ada"}, {"name": "Bo"}, {"name": "Ada"}, {"url": "x"}, "Cy"]}, ("Ada", "Bo")),
        ({"author": {"name": "Ada"}}, ("Ada",)),
        ({"author": "Ada"}, ("Desk",)),
        ({}, ("Desk",)),
    ],
)
def test_a_story_without_authors_has_the_feeds(members: dict[str, object], authors: tuple[str, ...]) -> None:
    assert feed(authors=[{"name": "Desk"}], items=[members]).entries[0].authors == authors


def test_attachments_are_enclosures_but_for_pictures() -> None:
    found = entry(
        attachments=[
            {"url": "/a.mp3", "mime_type": "Audio/MPEG", "size_in_bytes": 1200, "duration_in_seconds": 61.5},
            {"url": "/p.png", "mime_type": "image/png"},
            {"mime_type": "audio/mpeg"},
            "x",
        ]
    )
    assert found.enclosures == (Enclosure("https://paper.example/a.mp3", "audio/mpeg", 1200, 61),)
    many = entry(attachments=[{"url": f"/{n}.mp3", "mime_type": "audio/mpeg"} for n in range(ENCLOSURES + 5)])
    assert len(many.enclosures) == ENCLOSURES
    assert entry(attachments="x").enclosures == ()
