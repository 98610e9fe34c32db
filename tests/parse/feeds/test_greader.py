"""The answers of the Google Reader API: what of them is read, and that no answer does more than fail."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tui.errors import ParseError
from tui.model import Enclosure
from tui.parse.feeds.greader import auth_of, feeds_of, ids_of, items_of, tags_of
from tui.remote import RemoteFeed, RemoteItem, RemoteTags

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


def item(**given: Any) -> RemoteItem:
    (found,) = items_of(json.dumps({"items": [{"id": "1", **given}]}).encode())
    return found


@pytest.mark.parametrize(
    ("tag", "read", "labels"),
    [
        ("user/1/state/com.google/read", True, ()),
        ("user/1/state/com.google/read/later", False, ()),
        ("user/1/state/com.example/read", False, ()),
        ("user/1/state/com.google/kept-unread", False, ()),
        ("user/1/label/read", False, ("read",)),
    ],
)
def test_a_mark_is_told_by_the_whole_of_its_tag(tag: str, read: bool, labels: tuple[str, ...]) -> None:
    assert (item(categories=[tag, 3]).read, item(categories=[tag]).labels) == (read, labels)
    assert not item(categories=[tag]).starred


def test_an_item_without_its_whole_text_has_its_summary_and_one_without_either_none() -> None:
    assert item(summary={"content": " <p>Short</p> "}).entry.content == "<p>Short</p>"
    nothing = item(content={"content": ""}, author=" ").entry
    assert (nothing.content, nothing.summary, nothing.words, nothing.authors) == ("", "", "", ())


def test_the_canonical_address_goes_before_others_and_one_of_the_web_before_all() -> None:
    links = {"canonical": [{"href": "mailto:a@b.example"}, {"href": "https://a.example/1"}]}
    assert item(**links, alternate=[{"href": "https://b.example/1"}]).entry.url == "https://a.example/1"
    assert item(alternate=[{"href": "ftp://a.example/1"}]).entry.url == ""


@pytest.mark.parametrize(
    ("stamp", "number"), [("17", 17), (17, 17), ("9" * 18, int("9" * 18)), ("9" * 19, 0), ("-1", 0)]
)
def test_a_stamp_is_a_number_or_none(stamp: object, number: int) -> None:
    assert item(timestampUsec=stamp).stamp == number


def test_what_is_enclosed_may_be_named_either_way_and_its_length_be_nonsense() -> None:
    given = [{"url": "https://a.example/1.mp3", "length": "long"}, {"href": "ftp://a.example/2.mp3"}]
    assert item(enclosure=given).entry.enclosures == (Enclosure("https://a.example/1.mp3", "", 0),)


@pytest.mark.parametrize(
    "given", [f"{ITEM}00000000000000010", f"{ITEM}", f"{ITEM}xyz", "1.5", "-", "123456789012345678901", ""]
)
def test_what_is_no_id_is_none(given: str) -> None:
    assert ids_of(json.dumps({"itemRefs": [{"id": given}]}).encode()) == ((), "")


def test_a_feed_without_an_id_or_a_folder_that_is_none() -> None:
    rows = [{"url": "https://a.example/feed"}, {"id": "feed/1", "url": "https://a.example/feed", "categories": []}]
    (feed,) = feeds_of(json.dumps({"subscriptions": rows}).encode())
    assert (feed.id, feed.folder, feed.page) == ("feed/1", "", "")


@pytest.mark.parametrize(("body", "said"), [(b"[]", "it does not offer that"), (b"<html>", "its answer is not JSON")])
def test_an_answer_that_is_none_is_one_sentence(body: bytes, said: str) -> None:
    for read in (feeds_of, ids_of, items_of, tags_of):
        with pytest.raises(ParseError) as refused:
            read(body)
        assert str(refused.value) == said
