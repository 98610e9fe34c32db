"""An item's elements become the entry that its author meant: the first of several names that says anything wins."""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from tui.model import Entry
from tui.parse.feeds.entries import LONGEST_TTL, _usual, shaped
from tui.parse.feeds.facts import XML, Fact, Facts

URL = "https://paper.example/feeds/all.xml"


def facts(**elements: str | Mapping[str, str] | Fact) -> Facts:
    """Elements by their names, "__" for a colon: a text, or nothing but attributes."""
    found: Facts = {}
    for name, said in elements.items():
        fact = said if isinstance(said, Fact) else Fact({}, said, "") if isinstance(said, str) else Fact(said, "", "")
        found[name.replace("__", ":")] = [fact]
    return found


def rss(**elements: str | Mapping[str, str] | Fact) -> Entry:
    return shaped("rss20", {}, [facts(**elements)], URL, {}).entries[0]


def atom(channel: Facts | None = None, **elements: str | Mapping[str, str] | Fact) -> Entry:
    return shaped("atom10", channel or {}, [facts(**elements)], URL, {}).entries[0]


# The feed


def test_a_feed_is_called_by_its_channel_and_lives_at_its_page() -> None:
    feed = shaped("rss20", facts(title="The Paper", link="https://paper.example/"), [], URL, {})
    assert (feed.format, feed.title, feed.url, feed.entries) == ("rss20", "The Paper", "https://paper.example/", ())


def test_an_item_in_which_nothing_stands_is_none() -> None:
    assert [entry.title for entry in shaped("rss20", {}, [{}, facts(title="One")], URL, {}).entries] == ["One"]


@pytest.mark.parametrize(
    ("channel", "root", "language"),
    [
        (facts(language="de-AT"), {XML + "lang": "fr"}, "de-AT"),
        (facts(dc__language="it"), {}, "it"),
        ({}, {XML + "lang": "fr"}, "fr"),
        ({}, {}, ""),
    ],
)
def test_the_language_of_the_channel_goes_before_that_of_the_root(
    channel: Facts, root: Mapping[str, str], language: str
) -> None:
    assert shaped("rss20", channel, [], URL, root).language == language


@pytest.mark.parametrize(
    ("channel", "minutes"),
    [
        (facts(ttl="45"), 45),
        (facts(ttl="45", sy__updateperiod="hourly"), 45),
        (facts(ttl="99999"), LONGEST_TTL),
        (facts(ttl="soon", sy__updateperiod="hourly"), 60),
        (facts(sy__updateperiod="Daily", sy__updatefrequency="4"), 6 * 60),
        (facts(sy__updateperiod="daily", sy__updatefrequency="0"), LONGEST_TTL),
        (facts(sy__updateperiod="weekly", sy__updatefrequency="2"), LONGEST_TTL),
        (facts(sy__updateperiod="weekly", sy__updatefrequency="14"), 12 * 60),
        (facts(sy__updatefrequency="4"), 0),
        ({}, 0),
    ],
)
def test_a_feed_may_ask_for_rest_of_a_day_at_most(channel: Facts, minutes: int) -> None:
    assert shaped("rss20", channel, [], URL, {}).ttl_minutes == minutes


def test_a_podcast_says_where_it_has_moved() -> None:
    channel = {"itunes:new-feed-url": [Fact({}, "/new.xml", "")]}
    assert shaped("rss20", channel, [], URL, {}).moved_to == "https://paper.example/new.xml"
    assert shaped("rss20", {}, [], URL, {}).moved_to == ""


# The address


@pytest.mark.parametrize(
    ("elements", "url"),
    [
        (facts(link="/a", guid="https://paper.example/b"), "https://paper.example/a"),
        (facts(guid="https://paper.example/b"), "https://paper.example/b"),
        (facts(guid=Fact({"isPermaLink": "False"}, "https://paper.example/b", "")), ""),
        (facts(guid=Fact({"isPermaLink": "true"}, "https://paper.example/b", "")), "https://paper.example/b"),
        (facts(guid="a number: 17 of https://paper.example/b"), ""),
        (facts(guid="17"), ""),
        (facts(enclosure={"url": "/talk.mp3", "type": "audio/mpeg"}), "https://paper.example/talk.mp3"),
        (facts(content={"src": "/text.html", "type": "text/html"}), "https://paper.example/text.html"),
    ],
)
def test_where_a_story_stands(elements: Facts, url: str) -> None:
    assert shaped("rss20", {}, [elements], URL, {}).entries[0].url == url


def test_a_guid_is_kept_as_it_is_but_on_one_line() -> None:
    assert rss(guid=" tag:paper,\n2026:17 ").guid == "tag:paper, 2026:17"
    assert rss(id="urn:17").guid == "urn:17"
    assert rss(title="No guid").guid == ""


# Words


@pytest.mark.parametrize(
    ("elements", "content"),
    [
        (facts(content__encoded="<p>All</p>", description="Some"), "<p>All</p>"),
        (facts(content__encoded="  ", description="Some"), "Some"),
        (facts(xhtml__body="<p>Body</p>"), "<p>Body</p>"),
        (facts(itunes__summary="Spoken"), "Spoken"),
        (facts(media__description="Seen"), "Seen"),
        ({"title": [Fact({}, "T", "")]}, ""),
    ],
)
def test_the_text_is_the_fullest_that_is_offered(elements: Facts, content: str) -> None:
    assert shaped("rss20", {}, [elements], URL, {}).entries[0].content == content


def test_the_summary_is_what_the_item_says_of_itself_or_else_how_its_text_begins() -> None:
    assert rss(content__encoded="<p>All of it</p>", description="<b>In</b> short").summary == "In short"
    assert rss(content__encoded="<p>All of it</p>").summary == "All of it"


def test_atoms_text_is_plain_unless_it_says_otherwise() -> None:
    assert atom(title="1 <b>2</b>").title == "1 <b>2</b>"
    assert atom(title=Fact({"type": "html"}, "1 <b>2</b>", "")).title == "1 2"
    assert rss(title="1 <b>2</b>").title == "1 2"
    assert atom(content="5 < 6\n\nand on").content == "<p>5 &lt; 6</p><p>and on</p>"
    assert atom(content=Fact({"type": "html"}, "<p>5</p>", "")).content == "<p>5</p>"
    assert atom(content=Fact({"type": "text/plain"}, "<p>", "")).content == "<p>&lt;p&gt;</p>"


def test_base64_is_decoded_and_nonsense_in_it_is_nothing() -> None:
    packed = base64.b64encode("<p>Über</p>".encode()).decode()
    assert rss(content=Fact({"mode": "base64", "type": "text/html"}, packed, "")).content == "<p>Über</p>"
    assert rss(content=Fact({"mode": "base64", "type": "text/html"}, "abc", "")).content == ""
    assert rss(content=Fact({"mode": "base64", "type": "text/html"}, "ü", "")).content == ""


def test_links_hang_on_the_storys_page_unless_it_is_elsewhere_or_xml_base_says_so() -> None:
    link = '<a href="more">x</a>'
    own = rss(link="https://paper.example/news/a.html", description=link)
    assert 'href="https://paper.example/news/more"' in own.content
    elsewhere = rss(link="https://other.example/news/a.html", description=link)
    assert 'href="https://paper.example/feeds/more"' in elsewhere.content
    based = rss(description=Fact({}, link, "https://base.example/"))
    assert 'href="https://base.example/more"' in based.content


def test_controls_of_windows_are_what_was_meant() -> None:
    assert rss(description="a \x96 b").content == "a \u2013 b"


# Moments


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Mon, 23 Nov 2026 08:05:09 GMT", datetime(2026, 11, 23, 8, 5, 9, tzinfo=UTC)),
        ("3 Nov 2026 8:05:09 +0130", datetime(2026, 11, 3, 6, 35, 9, tzinfo=UTC)),
        ("3 Nov 2026 08:05:09 -01:30", datetime(2026, 11, 3, 9, 35, 9, tzinfo=UTC)),
        ("2026-11-23T08:05:09.75Z", datetime(2026, 11, 23, 8, 5, 9, tzinfo=UTC)),
        ("2026-11-23 8:0:5", datetime(2026, 11, 23, 8, 0, 5, tzinfo=UTC)),
        ("Tue, 31 Dec 1989 23:59:59 GMT", None),
        ("Mon, 1 Jan 1990 00:00:00 GMT", datetime(1990, 1, 1, tzinfo=UTC)),
        ("31 Feb 2026 08:05:09 GMT", None),
        ("some day", None),
    ],
)
def test_when_it_was_published(written: str, moment: datetime | None) -> None:
    assert rss(pubdate=written).published == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        (" Mon, 23 Nov 2026 08:05:09 GMT\n", datetime(2026, 11, 23, 8, 5, 9, tzinfo=UTC)),
        ("3 Nov 2026 8:05:09 +0130", datetime(2026, 11, 3, 6, 35, 9, tzinfo=UTC)),
        ("3 Nov 2026 08:05:9 -01:30", datetime(2026, 11, 3, 9, 35, 9, tzinfo=UTC)),
        ("31 Feb 2026 08:05:09 GMT", None),
        ("1 Jan 0001 00:00:00 +0100", None),
        ("2026-11-23T08:05:09Z", None),
    ],
)
def test_the_form_of_nearly_every_feed_is_read_without_trying_others(written: str, moment: datetime | None) -> None:
    assert _usual(written) == moment


def test_a_date_of_publication_goes_before_one_of_creation_and_an_update_stands_for_it() -> None:
    published, created, updated = "2026-11-20T00:00:00Z", "2026-11-19T00:00:00Z", "2026-11-22T00:00:00Z"
    entry = atom(published=published, created=created, updated=updated)
    assert (entry.published, entry.updated) == (datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=UTC))
    assert atom(created=created).published == datetime(2026, 11, 19, tzinfo=UTC)
    alone = atom(updated=updated)
    assert alone.published == alone.updated == datetime(2026, 11, 22, tzinfo=UTC)


# Authors


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ("Ada Byron", ("Ada Byron",)),
        ("ada@paper.example (Ada Byron)", ("Ada Byron",)),
        ("Ada Byron <ada@paper.example>", ("Ada Byron",)),
        ("ada@paper.example", ()),
        ("@ada", ("@ada",)),
        ("<b>Ada</b> Byron &amp; co", ("Ada Byron & co",)),
    ],
)
def test_who_wrote_it_is_a_name_and_no_address(said: str, author: tuple[str, ...]) -> None:
    assert rss(author=said).authors == author


def test_the_surest_kind_of_author_wins_and_each_is_named_once() -> None:
    creators = {"dc:creator": [Fact({}, name, "") for name in ("Ada", "Bo", "Ada")], "author": [Fact({}, "Desk", "")]}
    assert shaped("rss20", {}, [creators], URL, {}).entries[0].authors == ("Ada", "Bo")
    many = {"dc:creator": [Fact({}, f"Ada {n}", "") for n in range(30)]}
    assert len(shaped("rss20", {}, [many], URL, {}).entries[0].authors) == 20


def test_an_atom_feeds_authors_are_those_of_stories_without_any_and_an_rss_channels_are_not() -> None:
    channel = {"author/name": [Fact({}, "Ada", "")]}
    assert atom(channel, title="T").authors == ("Ada",)
    assert atom(channel, title="T", author="Bo").authors == ("Bo",)
    assert shaped("rss20", channel, [facts(title="T")], URL, {}).entries[0].authors == ()
