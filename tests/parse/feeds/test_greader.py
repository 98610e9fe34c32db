"""The answers of the Google Reader API: what of them is read, and that no answer does more than fail."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tui.errors import ParseError
from tui.model import Enclosure
from tui.parse.feeds.greader import auth_of, feeds_of, ids_of, items_of, tags_of
from tui.remote import RemoteFeed, RemoteTags

ITEM = "tag:google.com,2005:reader/item/"


def test_a_key_stands_on_a_line_of_its_own() -> None:
    assert auth_of(b"SID=x\nLSID=null\nAuth=reader/abc\n") == "reader/abc"
    with pytest.raises(ParseError, match="holds no key"):
        auth_of(b"<html>Auth=reader/abc</html>")


def test_an_item_has_its_marks_its_text_and_what_is_enclosed() -> None:
    row = {
        "id": f"{ITEM}0006613d59407c06",
        "title": "Fish ＆amp; ＜chips＞",
        "published": 1795760000,
        "timestampUsec": "1795765978561542",
        "author": "A. Writer",
        "alternate": [{"href": "https://news.example/1"}],
        "categories": ["user/1/state/com.google/read", "user/-/label/a/b", "user/-/state/com.google/starred"],
        "origin": {"streamId": "feed/2"},
        "summary": {"content": "<p>Short</p>"},
        "content": {"content": "<p>Long\x1b[2J words</p>"},
        "enclosure": [
            {"href": "https://news.example/1.mp3", "type": "audio/mpeg", "length": 9},
            {"href": "javascript:x"},
        ],
    }
    (item,) = items_of(json.dumps({"items": [row]}).encode())
    assert (item.id, item.feed_id, item.stamp) == (1795765978561542, "feed/2", 1795765978561542)
    assert (item.read, item.starred, item.labels) == (True, True, ("a/b",))
    entry = item.entry
    assert (entry.title, entry.url, entry.authors) == ("Fish & <chips>", "https://news.example/1", ("A. Writer",))
    assert (entry.summary, entry.words) == ("Long[2J words", "Long[2J words")
    assert entry.published == datetime.fromtimestamp(1795760000, UTC)
    assert entry.enclosures == (Enclosure("https://news.example/1.mp3", "audio/mpeg", 9),)


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("16", 16),
        (f"{ITEM}0000000000000010", 16),
        ("-1", -1),
        (f"{ITEM}ffffffffffffffff", -1),
        ("18446744073709551615", -1),
    ],
)
def test_ids_of_every_form_are_one_number(given: str, number: int) -> None:
    assert ids_of(json.dumps({"itemRefs": [{"id": given}, {"id": "x"}], "continuation": "9"}).encode()) == (
        (number,),
        "9",
    )


def test_feeds_have_the_first_of_their_folders() -> None:
    row = {
        "id": "feed/3",
        "url": "https://news.example/feed",
        "title": "The ＂Sea＂",
        "htmlUrl": "https://news.example/",
        "categories": [{"id": "user/1/label/Water / Deep"}, {"id": "user/1/label/Other"}],
    }
    assert feeds_of(json.dumps({"subscriptions": [row]}).encode()) == (
        RemoteFeed("feed/3", "https://news.example/feed", 'The "Sea"', "https://news.example/", "Water / Deep"),
    )


def test_what_is_not_called_a_label_is_a_folder() -> None:
    rows = [
        {"id": "user/1/state/com.google/starred"},
        {"id": "user/1/label/All"},
        {"id": "user/-/label/x", "type": "tag"},
    ]
    assert tags_of(json.dumps({"tags": rows}).encode()) == RemoteTags(("All",), ("x",))


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"3", b"null", b"[" * 100_000, b'{"items": {}, "tags": 3}'])
def test_no_answer_does_more_than_fail(body: bytes) -> None:
    for read in (auth_of, feeds_of, ids_of, items_of, tags_of):
        try:
            read(body)
        except ParseError as error:
            assert "\n" not in str(error)


def test_odd_rows_are_passed_over() -> None:
    rows: list[Any] = [3, {}, {"id": "x"}, {"id": "-1", "categories": "x", "canonical": [3], "published": 1e99}]
    (item,) = items_of(json.dumps({"items": rows}).encode())
    assert (item.id, item.entry.url, item.entry.published) == (-1, "", None)
    assert feeds_of(b'{"subscriptions": [{"id": "feed/1", "url": "javascript:x"}]}') == ()
