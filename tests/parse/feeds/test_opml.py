"""Subscription files are read as far as they go, run nothing, and come back as they went out."""

import re
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


# What is written, and read, in detail


def outlines(*rows: str) -> Subscriptions:
    return subscriptions(f"<opml version='2.0'><body>{''.join(rows)}</body></opml>".encode())


def test_folders_are_opened_and_closed_as_they_come_and_only_once() -> None:
    lines = [
        Subscription("https://a.example/", "A", folders=("News", "World")),
        Subscription("https://b.example/", "B", folders=("News", "World")),
        Subscription("https://c.example/", "C", folders=("News",)),
        Subscription("https://d.example/", "D", folders=("Sport",)),
        Subscription("https://e.example/", "E"),
    ]
    written = opml(lines, "Mine", folders={("News",), ("Sport",)})
    body = written.partition("<body>\n")[2].partition("  </body>")[0]
    assert re.sub(r' (?:title|type|xmlUrl|broadsheet:folder)="[^"]*"', "", body) == (
        '    <outline text="News">\n'
        '      <outline text="World">\n'
        '        <outline text="A"/>\n'
        '        <outline text="B"/>\n'
        "      </outline>\n"
        '      <outline text="C"/>\n'
        "    </outline>\n"
        '    <outline text="Sport">\n'
        '      <outline text="D"/>\n'
        "    </outline>\n"
        '    <outline text="E"/>\n'
    )
    assert [name for name in ("News", "World", "Sport") if f'title="{name}" broadsheet:folder="true"' in written] == [
        "News",
        "Sport",
    ]


def test_an_empty_folder_comes_back() -> None:
    written = opml([Subscription("", "", folders=("News", "Empty"))], "Mine", folders={("News",), ("News", "Empty")})
    found = subscriptions(written.encode())
    assert (found.lines, found.folders, found.refused) == ((), (("News",), ("News", "Empty")), ())


def test_what_only_this_program_knows_comes_back() -> None:
    line = Subscription(
        "https://a.example/", "A", "https://a.example/page", ("News",), Kind.PAGE, ("sea", "ships"), True, "The A"
    )
    assert subscriptions(opml([line], "Mine").encode()).lines == (line,)
    assert "xmlUrl" not in opml([line], "Mine")


def test_a_feed_without_a_folder_stands_in_that_of_its_first_category() -> None:
    (one,) = outlines('<outline text="A" category="/News/World,sea" xmlUrl="https://a.example/"/>').lines
    assert (one.folders, one.tags) == (("News", "World"), ("sea",))
    (one,) = outlines('<outline text="F"><outline category="/News/World,sea" xmlUrl="https://a.example/"/>').lines
    assert (one.folders, one.tags) == (("F",), ("/News/World", "sea"))


@pytest.mark.parametrize(
    ("row", "url", "kind"),
    [
        ('<outline url="https://a.example/x"/>', "https://a.example/x", Kind.FEED),
        ('<outline xmlUrl="" url="https://a.example/x"/>', "https://a.example/x", Kind.FEED),
        ('<outline type="HTML+XPath" xmlUrl="https://a.example/x"/>', "https://a.example/x", Kind.PAGE),
        ('<outline broadsheet:kind="sitemap" xmlUrl="https://a.example/x"/>', "https://a.example/x", Kind.SITEMAP),
        ('<outline broadsheet:kind="nonsense" xmlUrl="https://a.example/x"/>', "https://a.example/x", Kind.FEED),
        ("<OUTLINE XMLURL=https://a.example/x />", "https://a.example/x", Kind.FEED),
        ('<outline xmlUrl="a.example/x"/>', "https://a.example/x", Kind.FEED),
    ],
)
def test_an_outline_says_what_it_stands_for_in_several_ways(row: str, url: str, kind: Kind) -> None:
    (one,) = outlines(row).lines
    assert (one.url, one.kind) == (url, kind)


def test_of_two_lines_for_one_feed_in_one_folder_the_first_counts() -> None:
    twice = '<outline text="{}" xmlUrl="https://a.example/"/>'
    assert [one.title for one in outlines(twice.format("One"), twice.format("Two")).lines] == ["One"]


def test_closing_tags_that_close_nothing_are_passed_over() -> None:
    found = outlines(
        "</outline></outline>",
        '<outline text="News"><outline text="A" xmlUrl="https://a.example/"/></outline>',
        "</outline>",
        '<outline text="B" xmlUrl="https://b.example/"/>',
    )
    assert [(one.title, one.folders) for one in found.lines] == [("A", ("News",)), ("B", ())]


def test_the_head_of_a_file_lists_nothing() -> None:
    source = (
        "<opml><head><outline text='X' xmlUrl='https://x.example/'/></head>"
        "<body><outline text='A' xmlUrl='https://a.example/'/></body></opml>"
    )
    assert [one.title for one in subscriptions(source.encode()).lines] == ["A"]


def test_one_that_cannot_be_read_is_said_with_its_files_name() -> None:
    assert subscriptions(b"\x1f\x8bbroken", "mine.opml").refused[0].startswith("mine.opml cannot be read: ")
    assert subscriptions(b"\x1f\x8bbroken").refused[0].startswith("The file cannot be read: ")
    assert subscriptions(b"[1]", "mine.opml").refused == ("mine.opml is not a list of subscriptions.",)


def test_a_plain_list_of_addresses_and_a_few_lines_that_are_none() -> None:
    found = subscriptions(b'a.example/feed\nhttps://b.example/ !hidden "News/World" sea ~B\nwords\n')
    assert [(one.url, one.title, one.folders, one.tags, one.hidden) for one in found.lines] == [
        ("https://a.example/feed", "", (), (), False),
        ("https://b.example/", "B", ("hidden",), ("News/World", "sea"), True),
    ]
    assert found.refused == ("words: not a web address",) and found.plain


def test_of_a_list_of_nothing_up_to_twenty_lines_are_told() -> None:
    assert len(subscriptions(b"words\n" * 20).refused) == 20
    assert subscriptions(b"words\n" * 21).refused == ("The file lists no subscriptions.",)


def test_an_address_may_have_a_port_and_no_scheme() -> None:
    assert [one.url for one in subscriptions(b"a.example:8080/feed\nlocalhost/feed\n").lines] == [
        "https://a.example:8080/feed"
    ]
