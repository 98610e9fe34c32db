"""A feed that is not well-formed gives the same facts as one that is."""

import sys
from types import SimpleNamespace

import pytest

from tui.errors import ParseError
from tui.parse.feeds.facts import Fact
from tui.parse.feeds.loose import loose_facts

RSS = """<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Paper & Sons</title><link>https://paper.example/</link><language>de</language><ttl>45</ttl>
<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
<item><title>A & B</title><link>https://paper.example/a</link><guid isPermaLink="false">17</guid>
<pubDate>Mon, 23 Nov 2026 08:05:09 GMT</pubDate><author>Ada Byron</author><description>Some <b>words</b></description>
<itunes:duration>1:00</itunes:duration><media:thumbnail url="https://paper.example/t.png"/>
<enclosure url="https://paper.example/a.mp3" type="audio/mpeg" length="9"/></item>
<item><title>C</title></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title>
<entry><id>u:1</id><title type="html">A &amp;amp; B</title><link rel="alternate" href="https://paper.example/a"/>
<author><name>Ada</name></author><updated>2026-11-23T08:05:09Z</updated>
<content type="html">&lt;p>All&lt;/p></content><x>&nbsp;</x></entry></feed>"""


def values(facts: dict[str, list[Fact]], name: str) -> list[str]:
    return [fact.value for fact in facts.get(name, ())]


def test_an_rss_with_bare_ampersands_is_read_whole() -> None:
    form, channel, items = loose_facts(RSS)
    assert form == "rss20"
    assert values(channel, "title") == ["Paper & Sons"]
    assert values(channel, "link")[0] == "https://paper.example/"
    assert values(channel, "language") == ["de"]
    assert values(channel, "ttl") == ["45"]
    assert (values(channel, "sy:updateperiod"), values(channel, "sy:updatefrequency")) == (["daily"], ["2"])
    first, second = items
    assert values(first, "title") == ["A & B"]
    assert values(first, "guid") == ["17"]
    assert values(first, "published") == ["Mon, 23 Nov 2026 08:05:09 GMT", "2026-11-23T08:05:09Z"]
    assert values(first, "author") == values(first, "author/name") == ["Ada Byron"]
    assert values(first, "summary") == ["Some <b>words</b>"]
    assert values(first, "itunes:duration") == ["1:00"]
    assert first["media:thumbnail"][0].attributes["url"] == "https://paper.example/t.png"
    enclosed = [fact.attributes for fact in first["link"] if fact.attributes.get("rel") == "enclosure"]
    assert [(each["href"], each["type"], each["length"]) for each in enclosed] == [
        ("https://paper.example/a.mp3", "audio/mpeg", "9")
    ]
    assert set(second) == {"title"}


def test_an_atom_with_entities_of_html_is_read_whole() -> None:
    form, channel, (entry,) = loose_facts(ATOM)
    assert (form, values(channel, "title")) == ("atom10", ["Paper"])
    assert entry["title"][0].attributes["type"] == "text/html"
    assert values(entry, "content") == ["<p>All</p>"]
    assert values(entry, "updated") == ["2026-11-23T08:05:09Z", "2026-11-23T08:05:09Z"]
    assert "published" not in entry  # feedparser would answer with the update
    assert values(entry, "guid") == ["u:1"]


def test_a_name_of_a_file_is_not_opened() -> None:
    form, _, items = loose_facts("/etc/hostname")
    assert (form, items) == ("", [])


def test_whatever_the_parser_raises_is_a_feed_that_is_too_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object, **__: object) -> None:
        raise AssertionError("we should not get here")  # sgmllib's own words

    monkeypatch.setitem(sys.modules, "feedparser", SimpleNamespace(parse=parse))
    with pytest.raises(ParseError, match="too broken to be read"):
        loose_facts(RSS)


def test_pictures_and_contents_of_an_item_come_with_it() -> None:
    item = (
        '<item><title>A & B</title><itunes:image href="https://paper.example/i.png"/>'
        '<media:content url="https://paper.example/p.jpg" type="image/jpeg"/></item>'
    )
    _, _, (found,) = loose_facts(RSS[: RSS.index("<item>")] + item + "</channel></rss>")
    assert found["itunes:image"][0].attributes["href"] == "https://paper.example/i.png"
    assert found["media:content"][0].attributes["type"] == "image/jpeg"


def test_what_stands_under_an_xml_base_keeps_it() -> None:
    based = ATOM.replace("<content ", '<content xml:base="https://base.example/x/" ')
    _, _, (entry,) = loose_facts(based)
    assert entry["content"][0].base == "https://base.example/x/"
    assert "base" not in entry["content"][0].attributes
