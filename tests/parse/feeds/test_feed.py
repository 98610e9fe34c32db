"""Feeds are read as their authors meant them, whatever state they are in, and nothing in them can do harm."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.bench.feeds import body_of, differences
from tui.errors import ParseError
from tui.model import Enclosure, Entry, Feed
from tui.parse.encoding import document as characters
from tui.parse.encoding import unpacked
from tui.parse.feeds import feed as room
from tui.parse.feeds import links
from tui.parse.feeds.feed import feed, looks_like_feed
from tui.parse.feeds.markup import SUMMARY

GOLDEN = sorted(
    path for path in (Path(__file__).parent.parent.parent / "feeds").iterdir() if "expected" not in path.name
)
SHARED = Path(__file__).parents[4] / "shared" / "feeds"
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of real feeds is not here")


def plain(value: object) -> object:
    """A feed as the golden files hold it: without what is empty."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, Feed | Entry | Enclosure):
        return {name: plain(part) for name, part in vars(value).items() if part not in ("", (), None, 0)}
    return value


def strings(found: Feed) -> Iterator[tuple[str, str]]:
    """(field, text) of everything in a feed."""
    enclosures = (one for entry in found.entries for one in entry.enclosures)
    owners: tuple[Feed | Entry | Enclosure, ...] = (found, *found.entries, *enclosures)
    for owner in owners:
        for name, value in vars(owner).items():
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, str):
                    yield name, part


def is_safe(found: Feed) -> bool:
    return not any(UNSAFE.search(text) or ("\n" in text and name != "content") for name, text in strings(found))


def rss(items: str, head: str = "") -> bytes:
    return f'<rss version="2.0"><channel><title>T</title>{head}{items}</channel></rss>'.encode()


def only(body: bytes, url: str = "") -> Entry:
    (entry,) = feed(body, url).entries
    return entry


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_a_feed_is_read_as_the_file_beside_it_says(path: Path) -> None:
    expected = json.loads(path.with_name(path.name + ".expected.json").read_text(encoding="utf-8"))
    assert plain(feed(path.read_bytes())) == expected


@pytest.mark.parametrize("path", [path for path in GOLDEN if path.suffix != ".json"], ids=lambda path: path.name)
def test_both_ways_of_reading_find_the_same_stories(path: Path) -> None:
    source = characters(path.read_bytes())
    source = source[room._root(source) :]
    quick = feed(path.read_bytes())
    loose = room._loose_feed(source, ("", "", {}), False, "")
    assert [(entry.title, entry.url, entry.published) for entry in quick.entries] == [
        (entry.title, entry.url, entry.published) for entry in loose.entries
    ]


@needs_shared
def test_real_feeds_agree_with_what_four_readers_make_of_them() -> None:
    wanted = json.loads((SHARED / "expected.json").read_text(encoding="utf-8"))
    wrong = {name: found for name in wanted if (found := differences(body_of(SHARED / name), wanted[name], feed))}
    assert len([name for name in wrong if name.startswith("real/")]) <= 4, wrong
    assert not [name for name in wrong if name.startswith("edge/")], wrong


@needs_shared
def test_no_real_feed_loses_a_story_on_the_quick_way() -> None:
    for path in sorted((SHARED / "real").iterdir())[::5]:
        source = characters(unpacked(body_of(path)))
        start = room._root(source)
        if start < 0 or source.lstrip().startswith("{"):
            continue
        titles = {entry.title for entry in feed(body_of(path)).entries}
        loose = room._loose_feed(source[start:], ("", "", {}), False, "")
        # feedparser leaves half of a character that was encoded twice at the end of a title
        assert {entry.title.rstrip("Â") for entry in loose.entries} <= titles, path.name


def test_with_its_own_address_a_feeds_links_are_absolute_and_as_they_were_given() -> None:
    body = rss(
        "<item><title>A</title><link>/a?utm_source=x&amp;p=1</link><guid>/a</guid><enclosure url='i.png' type='image/png'/></item>",
        "<link>/</link>",
    )
    found = feed(body, "https://gazette.example/news/feed.xml")
    assert found.url == "https://gazette.example/"
    assert found.entries[0].url == "https://gazette.example/a?utm_source=x&p=1"
    assert found.entries[0].picture == "https://gazette.example/news/i.png"
    assert found.entries[0].guid == "/a"
    assert feed(body).entries[0].url == "/a?utm_source=x&p=1"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JaVaScript:x"])
@pytest.mark.parametrize("url", ["", "https://gazette.example/feed"])
def test_no_link_of_another_scheme_than_the_webs_comes_through(link: str, url: str) -> None:
    assert only(rss(f"<item><title>A</title><link>{link}</link></item>"), url).url == ""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tue, 01 Sep 2026 08:00:00 +0200", datetime(2026, 9, 1, 6, tzinfo=UTC)),
        ("1 Sep 2026 08:00:00 GMT", datetime(2026, 9, 1, 8, tzinfo=UTC)),
        ("Tue, 01 Sep 2026 08:00:00 -03:30", datetime(2026, 9, 1, 11, 30, tzinfo=UTC)),
        ("2026-09-01T08:00:00", datetime(2026, 9, 1, 8, tzinfo=UTC)),
        ("2026/9/1 08:00:00", datetime(2026, 9, 1, 8, tzinfo=UTC)),
        ("Tue, 1 Sep 2026 8:0:5 +0200", datetime(2026, 9, 1, 6, 0, 5, tzinfo=UTC)),
        ("2026-09-01T08:00:5Z", datetime(2026, 9, 1, 8, 0, 5, tzinfo=UTC)),
        ("Thu, 31 Feb 2026 08:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("yesterday", None),
    ],
)
def test_dates_are_moments_in_utc_or_none(written: str, read: datetime | None) -> None:
    assert only(rss(f"<item><title>A</title><pubDate>{written}</pubDate></item>")).published == read


def test_a_title_is_plain_text_and_only_html_is_taken_for_html() -> None:
    titles = [
        entry.title
        for entry in feed(
            rss(
                "<item><title>Q&amp;amp;A: &lt;b&gt;bold&lt;/b&gt;</title></item>"
                "<item><title>x &lt; y and a &lt;placeholder&gt;</title></item>"
                "<item><title>two&lt;br&gt;lines\n  here&amp;nbsp;</title></item>"
                "<item><title><i>inline</i> markup</title></item>"
            )
        ).entries
    ]
    assert titles == ["Q&A: bold", "x < y and a <placeholder>", "two lines here", "inline markup"]


def test_a_story_without_a_title_keeps_none_and_its_summary_says_what_it_is() -> None:
    entry = only(
        rss(
            "<item><description>&lt;p&gt;Low tide&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt; at nine</description></item>"
        )
    )
    assert (entry.title, entry.summary) == ("", "Low tide at nine")


def test_a_summary_ends_at_a_word_and_does_not_outgrow_its_place() -> None:
    entry = only(
        rss(f"<item><title>A</title><description>{'<![CDATA[' + '<p>word</p>' * 9999 + ']]>'}</description></item>")
    )
    assert len(entry.summary) <= 400
    assert entry.summary.endswith("word…")


def test_an_empty_element_does_not_hide_a_full_one() -> None:
    entry = only(
        b'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>'
        b"<item><title/><dc:title>T</dc:title><dc:creator/><author>Ann</author><c:encoded> </c:encoded>"
        b"<description>Text</description></item></channel></rss>"
    )
    assert (entry.title, entry.authors, entry.content) == ("T", ("Ann",), "Text")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-r", "iso-8859-5", "windows-1256", "gbk", "shift_jis"],
)
def test_encodings(encoding: str) -> None:
    words = {"gbk": "港口新闻", "shift_jis": "港のニュース", "windows-1256": "أخبار الميناء"}.get(
        encoding, "Новости порта"
    )
    declared = encoding.removesuffix("-sig")
    written = (
        f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>{words}</title></channel></rss>'
    )
    assert feed(written.encode(encoding)).title == words


@pytest.mark.parametrize(
    "name", ["utf-16", "unicode_escape", "hex", "rot13", "no-such-thing", "punycode", "utf-7", "zlib"]
)
def test_an_impossible_declaration_is_ignored(name: str) -> None:
    assert (
        feed(
            f'<?xml version="1.0" encoding="{name}"?><rss version="2.0"><channel><title>café</title></channel></rss>'.encode()
        ).title
        == "café"
    )


def test_one_wrong_byte_does_not_spoil_the_others() -> None:
    assert (
        feed("<rss version='2.0'><channel><title>Zoë ".encode() + b"\x93caf\xe9\x94</title></channel></rss>").title
        == "Zoë “café”"
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"not a feed",
        b"<!doctype html><html><head><title>x</title></head><body><p>the &lt;rss> tag</p></body></html>",
        b"<html><body><script>var x = '<rss version=\"2.0\">'</script></body></html>",
        b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>",
        b"<opml version='2.0'><body><outline text='x'/></body></opml>",
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://web.resource.org/cc/'></rdf:RDF>",
        b"{}",
        b"{",
        b'{"version": "2.0", "items": []}',
        b'{"rss": {"channel": {"title": "x"}}}',
        b'{"a": ' + b"[" * 100_000,
        b"\x1f\x8b\x08broken",
        b"/etc/hostname",
        b"https://127.0.0.1:1/feed",
    ],
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(ParseError):
        feed(body)
    assert not looks_like_feed(body) or body.startswith(b'{"version')


def test_what_is_a_feed_looks_like_one() -> None:
    for path in GOLDEN:
        assert looks_like_feed(path.read_bytes()), path.name
        assert looks_like_feed(gzip.compress(path.read_bytes())), path.name
    assert looks_like_feed(b"<br />\n<b>Warning</b>: x in <b>/srv/w.php</b><br />\n" + rss(""))


def test_entities_are_never_expanded_and_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    bomb = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 12))
    for subset, name in ((f'<!ENTITY e0 "ha">{bomb}', "e11"), (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "x")):
        for broken in ("", "<b>"):  # read by expat, and by feedparser
            body = f"<!DOCTYPE rss [{subset}]>".encode() + rss(
                f"<item><title>before &{name}; after{broken}</title></item>"
            )
            found = feed(body)
            assert len(str(found)) < 2000
            assert "the secret" not in str(found)


def test_a_document_type_within_the_feed_declares_nothing() -> None:
    body = b'<rss version="2.0"><!DOCTYPE rss [<!ENTITY a "declared">]><channel><title>T &a;</title></channel></rss>'
    assert "declared" not in feed(body).title


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(bytes(16_000_000)),
        b"<rss>" + b" " * 15_000_000,
        rss("<item " + "a='1' " * 30_000 + "/>"),
        rss("<item><title>" + "<b>" * 1000 + "</b>" * 1000 + "</title></item>"),
        rss("<a>" * 1000 + "</a>" * 1000),
    ],
    ids=["gzip bomb", "too large", "endless tag", "deep markup", "deep elements"],
)
def test_what_is_made_to_break_parsers_is_refused(body: bytes) -> None:
    with pytest.raises(ParseError):
        feed(body)


def test_a_picture_in_the_text_is_no_endless_tag() -> None:
    picture = f'<p>Seen.</p><img src="data:image/png;base64,{"A" * 300_000}">'
    assert (
        only(rss(f"<item><title>A</title><description><![CDATA[{picture}]]></description></item>")).summary == "Seen."
    )


def test_hostile_text_is_harmless_in_every_field() -> None:
    evil = "a&#x1b;[31m&#x9b;1m\u202eb\u2066\x07&#7;\u200b\ufeff&amp;#27;&amp;#x202e;\x1b]52;c;x\x07c"
    for broken in ("", "<unclosed>"):
        found = feed(
            rss(
                f"<item><title>{evil}</title><link>https://x.example/{evil}</link><guid>{evil}</guid><author>{evil}</author>"
                f"<description>{evil}{broken}</description></item>",
                f"<link>https://x.example/{evil}</link><language>{evil}</language>",
            )
        )
        assert is_safe(found)
        assert found.entries[0].title.startswith("a[31m")


def test_control_characters_in_json_are_removed() -> None:
    given = {
        "id": "\x1b1",
        "title": "a\u202eb\x9bc\ud800",
        "content_text": "x\x07\n\ny",
        "url": "https://x.example/\x1b",
        "authors": [{"name": "\x1bZ"}],
    }
    found = feed(json.dumps({"version": "https://jsonfeed.org/version/1", "title": "\x1bT", "items": [given]}).encode())
    assert is_safe(found)
    assert found.entries[0].title == "ab›c"  # C1 is Windows-1252 that lost its way


def atom(entry: str) -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry>{entry}</entry></feed>'.encode()


HERE = "https://gazette.example/news/feed.xml"


@pytest.mark.parametrize(
    ("item", "url"),
    [
        pytest.param(
            "<link>\n https://x.example/a b.html\t</link>", "https://x.example/a%20b.html", id="blanks within"
        ),
        pytest.param("<link>https://x.example/a\nb</link>", "https://x.example/ab", id="a broken line"),
        pytest.param(
            "<link>https://x.example/v?ncid=7&amp;utm_source=f</link>",
            "https://x.example/v?ncid=7&utm_source=f",
            id="every parameter",
        ),
        pytest.param("<link>javascript:x()</link><link>/a</link>", "https://gazette.example/a", id="the next link"),
        pytest.param(
            "<link>mailto:a@x.example</link><guid>https://x.example/g</guid>", "mailto:a@x.example", id="a letter"
        ),
        pytest.param("<guid>https://x.example/g?a=1&b=2</guid>", "https://x.example/g?a=1&b=2", id="a bare ampersand"),
        pytest.param("<guid isPermaLink='false'>https://x.example/g</guid>", "", id="no permalink"),
        pytest.param(
            "<enclosure url='/1.mp3' type='audio/mpeg'/>", "https://gazette.example/1.mp3", id="the sound, at last"
        ),
        pytest.param("<enclosure url='/1.jpg' type='image/jpeg'/>", "", id="a picture is no story"),
    ],
)
def test_the_address_of_an_item(item: str, url: str) -> None:
    assert only(rss(f"<item><title>A</title>{item}</item>"), HERE).url == url


@pytest.mark.parametrize(
    ("entry", "url"),
    [
        ('<link href="xmpp:a@b"/><link type="text/html" href="https://x.example/s"/>', "https://x.example/s"),
        (
            '<link rel="enclosure" href="/a.mp3"/><link rel="related" href="/r"/><link href="/s"/>',
            "https://gazette.example/s",
        ),
        ('<content type="text/html" src="/media/1.html"/>', "https://gazette.example/media/1.html"),
        ('<content type="image/png" src="/1.png"/>', ""),
        (
            '<link rel="enclosure" type="audio/ogg" href="/a.ogg"/><content src="/a.html"/>',
            "https://gazette.example/a.html",
        ),
    ],
)
def test_the_address_of_an_atom_entry(entry: str, url: str) -> None:
    assert only(atom(f"<title>A</title>{entry}"), HERE).url == url


@pytest.mark.parametrize(
    "title", ["&lt;![CDATA[Open letter]]&gt;", "<![CDATA[<![CDATA[Open letter]]>", "&lt;![CDATA[Open letter"]
)
def test_a_title_within_an_escaped_cdata_section(title: str) -> None:
    assert only(atom(f"<title>{title}</title>")).title == "Open letter"
    assert only(rss(f"<item><title>{title}</title><guid>1</guid></item>")).title == "Open letter"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&#xD83D;&#xDE00;", "A😀Z"),
        ("&#55357;&#56832;", "A😀Z"),
        ("&#xD83D;", "AZ"),
        ("&#xDE00;&#xD83D;", "AZ"),
        ("&#57000;", "AZ"),
    ],
)
def test_halves_of_a_character_are_put_together_or_left_out(written: str, read: str) -> None:
    escaped = written.replace("&", "&amp;")
    entry = only(rss(f"<item><title>A{written}Z</title><description>A{escaped}Z</description><guid>1</guid></item>"))
    assert (entry.title, entry.content, entry.summary) == (read, read, read)


def test_a_feed_with_bare_ampersands_loses_nothing_of_them() -> None:
    entry = only(
        rss("<item><title>Q&A &copy; R&D</title><link>https://x.example/?a=1&copy=2</link><guid>R&D-7</guid></item>")
    )
    assert (entry.title, entry.url, entry.guid) == ("Q&A © R&D", "https://x.example/?a=1&copy=2", "R&D-7")


@pytest.mark.parametrize(
    ("link", "src", "read"),
    [
        ("https://gazette.example/blog/how/", "wheels.png", "https://gazette.example/blog/how/wheels.png"),
        ("https://elsewhere.example/post", "/img/a.png", "https://gazette.example/img/a.png"),
        ("https://elsewhere.example/post", "https://cdn.example/a.png", "https://cdn.example/a.png"),
        ("https://gazette.example/a", "data:image/gif;base64,R0", "data:image/gif;base64,R0"),
        ("https://gazette.example/a", "#note", "#note"),
    ],
)
def test_what_is_relative_in_a_text_belongs_to_the_feeds_own_site(link: str, src: str, read: str) -> None:
    described = f"<description>&lt;img src='{src}'&gt;</description>"
    content = only(rss(f"<item><title>A</title><link>{link}</link>{described}</item>"), HERE).content
    assert read in content.replace("&amp;", "&")


def test_a_relative_base_is_applied_once() -> None:
    entry = only(
        atom('<title>A</title><link href="T"/><content type="html">&lt;img src="p.png"&gt;</content>').replace(
            b"<entry>", b"<entry xml:base='When/201x/'>"
        ),
        HERE,
    )
    assert entry.url == "https://gazette.example/news/When/201x/T"
    assert 'src="https://gazette.example/news/When/201x/p.png"' in entry.content


def test_enclosures_are_kept_with_kind_bytes_and_seconds() -> None:
    entry = only(
        b'<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"><channel><item>'
        b'<title>A</title><itunes:duration>1:02:03</itunes:duration><enclosure url="https://r.example/1.mp3" length="7000" type="audio/mpeg"/>'
        b'<enclosure url="https://r.example/1.jpg" type="image/jpeg"/><media:content url="https://r.example/1.mp4" type="video/mp4" fileSize="9" duration="61.5"/>'
        b'<media:content url="https://r.example/1.mp3" type="audio/mpeg"/></item></channel></rss>'
    )
    assert entry.enclosures == (
        Enclosure("https://r.example/1.mp3", "audio/mpeg", 7000, 3723),
        Enclosure("https://r.example/1.mp4", "video/mp4", 9, 61),
    )
    assert entry.picture == "https://r.example/1.jpg"


def test_attachments_of_a_json_feed() -> None:
    attached = [
        {"url": "/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5, "duration_in_seconds": 60},
        {"url": "/1.png", "mime_type": "image/png"},
        "x",
    ]
    item = {"id": 1, "content_html": "<img src='/p.png'>", "attachments": attached}
    entry = only(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}).encode(), HERE)
    assert entry.enclosures == (Enclosure("https://gazette.example/1.mp3", "audio/mpeg", 5, 60),)
    assert (entry.url, entry.content) == ("https://gazette.example/1.mp3", '<img src="https://gazette.example/p.png">')


@pytest.mark.parametrize(
    ("written", "read"),
    [("3600", 3600), ("60:00", 3600), ("1:00:00", 3600), ("90.7", 90), ("long", 0), ("1:2:3:4", 0), ("", 0)],
)
def test_durations(written: str, read: int) -> None:
    assert links.seconds(written) == read


PIECES = [b"<", b">", b"]]>", b"<![CDATA[", b"&", b"&#27;", b"&#x9b;", b"\x00", b"\x1b[2J", b"\xff\xfe", b"</item>", b"<item>", b"<entry>", b"</channel>",
          b'"', b"'", b"<!--", b"\xe2\x80\xae", b"<!DOCTYPE x [", b"<?xml", b"&nbsp;", b"<title>", b"\xc3", b" xmlns='x'", b"{", b"0" * 50]  # fmt: skip


@st.composite
def spoiled_feeds(draw: st.DrawFn) -> bytes:
    """A good feed with something wrong in a few places."""
    body = draw(st.sampled_from(GOLDEN)).read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(body)))
        body = body[:at] + draw(st.sampled_from(PIECES)) + body[at + draw(st.integers(0, 30)) :]
    return body[: draw(st.integers(len(body) // 2, len(body)))]


def check(body: bytes, url: str) -> None:
    try:
        found = feed(body, url)
    except ParseError as error:
        assert "\n" not in str(error)
        return
    assert is_safe(found)
    for entry in found.entries:
        assert entry.published is None or (entry.published.tzinfo is UTC and entry.published.year >= 1990)
        assert len(entry.summary) <= SUMMARY


@settings(max_examples=80, deadline=None)
@given(spoiled_feeds(), st.sampled_from(["", "https://x.example/feed"]))
def test_a_spoiled_feed_is_read_safely_or_refused(body: bytes, url: str) -> None:
    check(body, url)


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from(
        [b"", b"<rss version='2.0'><channel>", b"<feed>", b'{"version":"https://jsonfeed.org/version/1","items":[']
    ),
)
@example(b"\xff", b"<feed>")
def test_any_bytes_are_a_feed_or_refused(body: bytes, before: bytes) -> None:
    check(before + body, "")
    looks_like_feed(before + body)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff"),
            min_size=1,
            max_size=20,
        ),
        max_size=5,
    )
)
def test_both_ways_of_reading_agree_on_any_titles(titles: list[str]) -> None:
    items = "".join(
        f"<item><title><![CDATA[{title.replace(']]>', '')}]]></title><guid>{number}</guid></item>"
        for number, title in enumerate(titles)
    )
    body = rss(items)
    quick, loose = feed(body), room._loose_feed(body.decode(), ("", "", {}), False, "")
    assert (
        [entry.guid for entry in quick.entries]
        == [entry.guid for entry in loose.entries]
        == [str(n) for n in range(len(titles))]
    )


def test_base64_that_is_none_is_an_empty_text() -> None:
    body = (
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title><entry><title>The ferry</title>'
        '<link rel="alternate" href="https://a.example/1"/><id>1</id><content mode="base64">d2Ă€</content></entry></feed>'
    )
    (entry,) = feed(body.encode(), "https://a.example/feed").entries
    assert (entry.title, entry.content) == ("The ferry", "")
