"""Addresses: what may be kept, what is the same story, what belongs together."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import address


@pytest.mark.parametrize(
    ("given_url", "kept"),
    [
        ("HTTPS://News.Example/a?utm_source=x&id=3&fbclid=1", "https://news.example/a?id=3"),
        ("https://news.example/a b\x1b]8;;", "https://news.example/a%20b%1B]8;;"),
        ("https://news.example/ä#:~:text=x", "https://news.example/%C3%A4"),
        ("https://news.example", "https://news.example/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("guide:/start/keys", "guide:/start/keys"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("https://", ""),
        ("https://[broken", ""),
        ("nonsense", ""),
    ],
)
def test_clean_keeps_what_can_be_opened(given_url: str, kept: str) -> None:
    assert address.clean(given_url) == kept


@pytest.mark.parametrize(
    "other",
    [
        "http://www.news.example/2026/story/",
        "https://m.news.example/2026/story",
        "https://news.example/2026/story/amp/",
        "https://amp.news.example/2026/story?utm_campaign=x#comments",
        "https://news-example.cdn.ampproject.org/c/s/News.Example/2026/story",
        "https://news-example.cdn.ampproject.org/v/s/www.news.example/2026/story/amp/",
        "https://www.google.co.uk/amp/s/www.news.example/2026/story",
        "https://www.bing-amp.com/c/s/m.news.example/2026/story",
        "https://news.example/2026/story?source=rss----1c2b3d---4",
        "https://news.example/2026/story?src=RSS",
        "https://news.example/2026/story/index.html",
    ],
)
def test_the_addresses_of_one_story_share_a_key(other: str) -> None:
    assert address.key(other) == address.key("https://news.example/2026/story")


def test_two_stories_do_not() -> None:
    assert address.key("https://news.example/?p=1") != address.key("https://news.example/?p=2")
    assert address.key("https://news.example/campus") != address.key("https://news.example/c/us")


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("https://edition.news.example/", "news.example"),
        ("https://someone.github.io/blog", "someone.github.io"),
        ("http://127.0.0.1:8000/x", "127.0.0.1:8000"),
        ("guide:/start/keys", "guide"),
    ],
)
def test_registrable_domain(url: str, domain: str) -> None:
    assert address.registrable(url) == domain


@pytest.mark.parametrize(
    "name",
    [
        "localhost",
        "127.0.0.1",
        "10.1.2.3",
        "[::1]",
        "192.168.1.1",
        "printer",
        "nas.local",
        "169.254.1.1",
        "64:ff9b::10.0.0.1",
        "[2002:7f00:1::1]",
        "fe80::1%eth0",
        "127.1",
        "0x7f.0x1",
        "0177.0.0.1",
        "64:ff9b:1::8.8.8.8",
        "::127.0.0.1",
        "::ffff:0:10.0.0.1",
        "fec0::1",
        "3fff::1",
        "ff02::1",
        "224.0.0.1",
        "１２７.0.0.1",
        "2130706433",
        "017700000001",
    ],
)
def test_private_names(name: str) -> None:
    assert address.is_private_name(name)


@pytest.mark.parametrize(
    "name", ["news.example", "8.8.8.8", "[2606:4700::1]", "64:ff9b::8.8.8.8", "2002:0808:0808::1", "::ffff:8.8.8.8"]
)
def test_public_names(name: str) -> None:
    assert not address.is_private_name(name)


def test_links_of_the_guide_are_joined() -> None:
    assert address.join("guide:/start/welcome", "/start/keys") == "guide:/start/keys"
    assert address.join("https://news.example/a/b", "../c") == "https://news.example/c"


@given(st.text())
def test_any_text_gives_printable_ascii_or_nothing(text: str) -> None:
    for url in (address.clean(text), address.clean("https://news.example/" + text), address.openable("http:" + text)):
        assert url.isascii()
        assert all("\x21" <= char <= "\x7e" for char in url)
        assert address.clean(url) == url
    address.key(text)
    address.registrable(text)
    address.join("https://news.example/", text)


@pytest.mark.parametrize(
    ("given_url", "kept"),
    [
        ("HTTPS://News.Example/a?utm_source=x&feedName=World", "https://news.example/a?utm_source=x&feedName=World"),
        ("http://Ann:Se%20Cret@News.Example/a", "http://Ann:Se%20Cret@news.example/a"),
        ("http://sQi:u&e@x.example:8000/rss", "http://sQi:u&e@x.example:8000/rss"),
        ("https://x.example/a b", "https://x.example/a%20b"),
        ("ftp://x.example/", ""),
    ],
)
def test_a_safe_address_is_as_it_was_given(given_url: str, kept: str) -> None:
    assert address.safe(given_url) == kept


@given(
    st.builds(
        "{}://{}{}{}{}".format,
        st.sampled_from(["http", "https", "HTTP", "ftp"]),
        st.sampled_from(
            [
                "news.example",
                "News.Example",
                "news.example:80",
                "ann:pw@news.example",
                "[::1]",
                "1.2.3.4:8080",
                "a.example:44312",
                "a.example:70000",
                "a.example:443",
                "",
            ]
        ),
        st.text(st.sampled_from("/ab%2?#&=;:@\t\x00 é\u2028"), max_size=8),
        st.text(st.sampled_from("/ab?#&=[]"), max_size=8),
        st.text(st.sampled_from(" #\n\x1f"), max_size=2),
    )
)
def test_an_address_is_split_as_the_standard_library_does(url: str) -> None:
    try:
        parts = urlsplit(url.strip())
        port = {"http": 80, "https": 443}.get(parts.scheme)
        netloc = parts.netloc.rpartition("@")[2].lower()
        expected = (parts.scheme, netloc.removesuffix(f":{port}") if parts.port else netloc, parts.path, parts.query)
    except ValueError:
        expected = ("", "", "", "")
    assert address.split(url) == expected


def test_what_names_a_story_on_some_sites_tracks_nobody() -> None:
    for name in ("ncid", "cmp", "spm", "scm", "feedName", "feedtype", "id", "p"):
        assert not address.tracks(name)


@pytest.mark.parametrize(
    ("written", "address_meant"),
    [
        ("feed://x.example/rss", "http://x.example/rss"),
        ("feed:https://x.example/rss", "https://x.example/rss"),
        ("FEED:x.example/rss", "http://x.example/rss"),
        ("feed://https://x.example/rss", "https://x.example/rss"),
        ("itpc://x.example/rss", "http://x.example/rss"),
        ("x.example/rss", "https://x.example/rss"),
        ("localhost:8000/rss", "http://localhost:8000/rss"),
        (" https://x.example/?feedName=a ", "https://x.example/?feedName=a"),
        ("mailto:a@x.example", ""),
        ("gemini://x.example/", ""),
        ("no site of this name", ""),
        ("x.example/a b", "https://x.example/a%20b"),
        ("", ""),
    ],
)
def test_every_spelling_of_an_address_to_follow(written: str, address_meant: str) -> None:
    assert address.meant(written) == address_meant


def test_name_and_password_are_told_to_the_letter_and_shown_to_nobody() -> None:
    url = "http://Ann:p%40ss:w@x.example/rss"
    assert address.credentials(url) == ("Ann", "p@ss:w")
    assert address.credentials("http://x.example/@ann") is None
    assert address.public(url) == "http://x.example/rss"
    assert (
        address.masked(f"{url}: 401; http://x.example/@ann") == "http://***@x.example/rss: 401; http://x.example/@ann"
    )
    assert address.public("https://x.example/a@b") == "https://x.example/a@b"


def test_sections_are_told_apart_by_every_parameter_and_by_who_asks() -> None:
    same = ["https://x.example/rss?feedName=a", "http://www.x.example/rss/?feedName=a#latest"]
    assert len({address.section_key(url) for url in same}) == 1
    others = [
        "https://x.example/rss?feedName=b",
        "https://x.example/rss",
        "https://ann:1@x.example/rss?feedName=a",
        "https://bob:1@x.example/rss?feedName=a",
    ]
    assert len({address.section_key(url) for url in [same[0], *others]}) == 5


def test_a_place_on_a_page_has_a_key_of_its_own() -> None:
    page = "https://news.example/live"
    assert address.place_key(f"{page}#goal-2") == f"{address.key(page)}#goal-2"
    assert address.place_key(f"{page}#:~:text=goal") == address.place_key(page) == address.key(page)
    assert address.place_key("") == ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (" https://a.example/1?utm_source=x ", "https://a.example/1"),
        ("a.example/1", "https://a.example/1"),
        ("http://nas/story", "http://nas/story"),
        ("a story", ""),
        ("story", ""),
        ("See a.example", ""),
        ("mailto:ann@a.example", ""),
        ("ftp://a.example/1", ""),
        ("../page.html", ""),
        ("C:\\page.html", ""),
        ("https://a..example/", ""),
        ("http://a b/", ""),
        ("http://a.example:1x/", ""),
        ("http://[::1/", ""),
        ("http://[fe80::1%25eth0]/x", "http://[fe80::1%25eth0]/x"),
        ("a.example./1", "https://a.example./1"),
        ("", ""),
    ],
)
def test_the_address_of_a_story_as_it_is_typed(typed: str, expected: str) -> None:
    assert address.of_story(typed) == expected
