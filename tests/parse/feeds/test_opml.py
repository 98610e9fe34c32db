"""Subscription files are read as far as they go, run nothing, and come back as they went out."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parse.feeds.test_feed import UNSAFE
from tui import address, text
from tui.model import Kind, Subscription, Subscriptions
from tui.parse.feeds.opml import DEPTH_LIMIT, opml, subscriptions
from tui.values import replace

FILES = Path(__file__).parent.parent.parent / "subscriptions"


def read(name: str) -> Subscriptions:
    return subscriptions((FILES / name).read_bytes(), name)


def test_folders_within_folders_titles_and_pages_are_kept() -> None:
    found = read("nested.opml")
    assert found.lines == (
        Subscription("https://gazette.example/feed", "Gazette", "https://gazette.example/", ("News & Views", "World")),
        Subscription("https://courier.example/rss?utm_source=opml&id=7", "Courier", "", ("News & Views",)),
        Subscription("http://loose.example/atom.xml", "Loose", "", ("Odds", "Ends"), tags=("Other",)),
        Subscription("https://page.example/news", "Scraped", kind=Kind.PAGE),
        Subscription("https://gazette.example/feed", "Gazette again"),
    )


def test_what_would_run_a_program_is_refused_with_a_sentence() -> None:
    assert read("nested.opml").refused == (
        "https://data.example/items.json: neither a feed nor a page (json+dotnotation)",
        "|~/fetch.sh: would run a program, and nothing in a file ever runs",
        "https://filtered.example/feed: would run a program, and nothing in a file ever runs",
        "file:///etc/passwd: not a web address",
    )


def test_a_broken_file_is_read_as_far_as_it_goes() -> None:
    assert read("broken.opml").lines == (
        Subscription("https://one.example/feed?a=1&b=2", "A&B", folders=("Fish & chips",)),
        Subscription("https://two.example/feed", "Less < more", folders=("Fish & chips",)),
        Subscription("https://three.example/feed/", "After é"),
    )


def test_newsboats_urls() -> None:
    found = read("urls")
    assert found.lines == (
        Subscription("https://gazette.example/feed", 'The "Gazette"', folders=("News", "World"), tags=("local",)),
        Subscription("https://courier.example/rss", "Courier"),
        Subscription("https://hidden.example/atom", folders=("tech",), hidden=True),
        Subscription("https://bare.example/#fragment"),
        Subscription("https://courier.example/other"),
        Subscription("http://old.example/rss"),
    )
    assert found.filters == (
        ("Unread Articles", "is:unread"),
        ("Long reads", "folder:local | headline:essay -folder:tech"),
    )
    assert found.refused == (
        "query:broken: a query without a name or an expression",
        'Mine: author = "Ann" cannot be expressed as a search',
        "exec:~/bin/make-feed.sh | sed 's/a/b/': would run a program, and nothing in a file ever runs",
        "filter:~/bin/keep.pl:https://filtered.example/feed: would run a program, and nothing in a file ever runs",
        "file:///home/ann/feed.xml: not a web address",
        "not an address: not a web address",
    )


@pytest.mark.parametrize(
    "body",
    [b"", b"\n\n", b"<html><body>no</body></html>", b'{"feeds": []}', b"<opml version='2.0'><body/></opml>", b"word\n" * 50, b"\x1f\x8bbroken", b"x" * 6_000_000],
    ids=["empty", "blank", "page", "json", "no outlines", "prose", "gzip", "too large"],
)  # fmt: skip
def test_a_file_without_subscriptions_says_so_in_one_sentence(body: bytes) -> None:
    found = subscriptions(body, "mine.opml")
    assert not found.lines
    assert len(found.refused) == 1


def test_a_plain_list_may_come_in_any_encoding_and_with_any_line_ends() -> None:
    listed = "https://a.example/feed\r\nhttps://b.example/café\r"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert [line.url for line in subscriptions(listed.encode(encoding)).lines] == [
            "https://a.example/feed",
            "https://b.example/caf%C3%A9",
        ]


def test_entities_are_not_expanded_and_nothing_outside_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    body = (
        f'<!DOCTYPE opml [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        '<opml><body><outline text="&x;&b;" xmlUrl="https://a.example/"/></body></opml>'
    )
    assert subscriptions(body.encode()).lines == (Subscription("https://a.example/", "&x;&b;"),)


@pytest.mark.parametrize(
    "piece", ["<outline text='", '<outline text="a', "<head", "<!DOCTYPE x [", "a", "a=", "<!--", "<outline x=1>"]
)
def test_nothing_in_a_file_takes_longer_than_its_length(piece: str) -> None:
    # each of these would take minutes if it were read again from every place in the file
    assert not subscriptions(b"<opml><outline " + piece.encode() * 100_000).lines


def test_folders_go_only_so_deep() -> None:
    found = subscriptions(
        b'<opml><outline text="f">' + b'<outline text="f">' * 1000 + b'<outline text="x" xmlUrl="https://a.example/"/>'
    )
    assert len(found.lines[0].folders) == DEPTH_LIMIT


NAMES = st.text(max_size=30).map(text.line)
ADDRESSES = st.builds(
    lambda host, path: address.clean(f"https://{host}.example/{path}"),
    st.from_regex(r"[a-z]{1,8}", fullmatch=True),
    st.text(max_size=20),
).filter(lambda url: url and address.clean(url) == url and text.line(url) == url)


SEARCHES = st.lists(st.tuples(NAMES.filter(bool), NAMES.filter(bool)), max_size=3, unique_by=lambda one: one[0])


@st.composite
def lists(draw: st.DrawFn) -> tuple[Subscription, ...]:
    folders = st.lists(NAMES.filter(bool), max_size=3).map(tuple)
    drawn = draw(
        st.lists(
            st.builds(
                Subscription, ADDRESSES, NAMES, st.one_of(st.just(""), ADDRESSES), folders, st.sampled_from(Kind)
            ),
            max_size=8,
            unique_by=lambda one: one.url,
        )
    )
    tags = st.lists(st.sampled_from(["local", "long reads", "a/b", "“&”"]), max_size=3, unique=True).map(tuple)
    # A tag without a folder would be the folder.
    return tuple(replace(one, tags=draw(tags)) if one.folders else one for one in drawn)


@settings(max_examples=100, deadline=None)
@given(lists(), NAMES, SEARCHES)
def test_what_is_exported_is_well_formed_and_imported_again_is_the_same(
    given_lines: tuple[Subscription, ...], title: str, searches: list[tuple[str, str]]
) -> None:
    written = opml(given_lines, title, searches)
    root = ElementTree.fromstring(written)
    assert root.findtext("head/title") == (title or "")
    assert [outline.get("xmlUrl") for outline in root.iter("outline") if outline.get("type") == "rss"] == [
        one.url for one in given_lines if one.kind is Kind.FEED
    ]
    found = subscriptions(written.encode())
    assert found.lines == given_lines
    assert found.filters == tuple(searches)
    assert found.refused == (() if given_lines or searches else ("The file lists no subscriptions.",))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(Subscription, ADDRESSES, NAMES, folders=st.just(("News",))), max_size=5, unique_by=lambda one: one.url
    )
)
def test_newsboats_file_comes_back_too(given_lines: list[Subscription]) -> None:
    def quoted(word: str) -> str:
        return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'

    written = "\n".join(f"{quoted(one.url)} {quoted('News')} {quoted('~' + one.title)}" for one in given_lines)
    assert subscriptions(written.encode()).lines == tuple(given_lines)


PIECES = ["<outline ", "</outline>", "<opml>", 'text="', "xmlUrl='https://a.example/x' ", '"', "'", "/>", ">", "<!--", "-->", "&#27;", "\x1b[2J", "\u202e", "category=", "exec:rm -rf", "query:a:b",
          "https://a.example/ ", '"~', "\\", "\n", "#", " "]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map("".join))
def test_any_file_is_read_and_nothing_unsafe_comes_of_it(source: str) -> None:
    found = subscriptions(source.encode("utf-8", "surrogatepass"))
    for one in found.lines:
        assert one.url.startswith(("http://", "https://"))
        assert one.page == "" or one.page.startswith(("http", "mailto", "gemini", "guide"))
        assert not UNSAFE.search("".join((one.url, one.title, one.page, *one.folders)))
    for sentence in (*found.refused, *(part for pair in found.filters for part in pair)):
        assert not UNSAFE.search(sentence)
        assert "\n" not in sentence


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(body: bytes) -> None:
    subscriptions(body)
    subscriptions(b"<opml>" + body)
