"""WordPress's own interface: what it gives becomes entries and categories, whatever it gives."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import ParseError
from tui.model import Entry
from tui.parse.feeds.wordpress import Category, categories, categories_url, posts, posts_url

SITE = "https://news.example/"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "id name slug link count title rendered guid content excerpt date_gmt _embedded author".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("root", "start"),
    [
        ("https://news.example/wp-json/", "https://news.example/wp-json/wp/v2/posts?per_page=30&"),
        ("https://news.example/wp-json", "https://news.example/wp-json/wp/v2/posts?per_page=30&"),
        ("https://news.example/?rest_route=/", "https://news.example/?rest_route=/wp/v2/posts&per_page=30&"),
    ],
)
def test_addresses_stand_below_the_root_in_both_its_forms(root: str, start: str) -> None:
    assert posts_url(root, 7).startswith(start)
    assert posts_url(root, 7).endswith("&categories=7")
    assert "categories=" not in posts_url(root)
    assert categories_url(root).count("?") == 1


def test_categories_are_those_with_posts_in_their_order() -> None:
    given = [
        {"id": 2, "name": "Arts &amp; Books", "slug": "arts", "link": "/arts/", "count": 9},
        {"id": 3, "name": "Empty", "slug": "empty", "link": "/empty/", "count": 0},
        {"id": 1, "name": "Uncategorized", "slug": "uncategorized", "link": "/uncategorized/", "count": 5},
        {"id": "4", "name": "Odd", "link": "/odd/"},
        {"id": 5, "name": "Nowhere", "link": "javascript:alert(1)", "count": 1},
    ]
    assert categories(json.dumps(given).encode(), SITE) == (
        Category(2, "Arts & Books", "https://news.example/arts/", 9),
    )


def test_nothing_dangerous_comes_through() -> None:
    sly = {
        "title": {"rendered": "A <script>alert(1)</script>\x1b[2Jtitle"},
        "link": "file:///etc/passwd",
        "guid": {"rendered": "\x1b]0;x"},
        "content": {"rendered": "\ud800"},
    }
    (entry,) = posts(json.dumps([sly]).encode(), SITE)
    assert entry.content.encode() == b"?"
    assert (entry.title, entry.url, entry.guid) == ("A [2Jtitle", "", "]0;x")


@given(VALUES)
@settings(deadline=None, max_examples=100)
def test_any_json_gives_entries_or_one_sentence(value: Any) -> None:
    for read in (posts, categories):
        try:
            read(json.dumps(value).encode(), SITE)
        except ParseError as error:
            assert "\n" not in str(error)


@given(st.binary(max_size=100))
@settings(deadline=None, max_examples=50)
def test_any_bytes_give_one_sentence(body: bytes) -> None:
    try:
        posts(body, SITE)
    except ParseError as error:
        assert "\n" not in str(error)


POST = {
    "id": 7,
    "guid": {"rendered": "https://news.example/?p=7"},
    "link": "/ferry/",
    "date_gmt": "2026-11-23T10:00:00",
    "modified_gmt": "2026-11-24T11:00:00",
    "title": {"rendered": "The <em>ferry</em> &#8211; again"},
    "excerpt": {"rendered": "<p>In short &amp; plain [&hellip;]</p>"},
    "content": {"rendered": "<p>The whole of it.</p>"},
    "_embedded": {
        "author": [{"name": "Ann &amp; Bo"}, {"code": "rest_user_invalid_id"}, {"name": "Cy"}],
        "wp:featuredmedia": [{"code": "rest_forbidden"}, {"source_url": "/a.jpg"}, {"source_url": "/b.jpg"}],
    },
}


def test_a_post_is_an_entry_with_its_authors_and_its_picture() -> None:
    (entry,) = posts(json.dumps([POST]).encode(), SITE)
    assert entry == Entry(
        "The ferry – again",
        "https://news.example/ferry/",
        guid="https://news.example/?p=7",
        summary="In short & plain…",
        content="<p>The whole of it.</p>",
        authors=("Ann & Bo", "Cy"),
        published=datetime(2026, 11, 23, 10, tzinfo=UTC),
        updated=datetime(2026, 11, 24, 11, tzinfo=UTC),
        picture="https://news.example/a.jpg",
    )


@pytest.mark.parametrize(
    ("post", "taken"),
    [
        ({"title": "Ferry"}, True),
        ({"link": "/ferry/", "title": {}}, True),
        ({"link": "javascript:x"}, False),
        (7, False),
    ],
)
def test_a_post_has_a_title_or_an_address(post: object, taken: bool) -> None:
    assert bool(posts(json.dumps([post]).encode(), SITE)) is taken


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            '{"code": "rest_no_route", "message": "No <b>route</b>\\nwas found"}',
            "its WordPress says: No route was found",
        ),
        ('{"code": "rest_no_route"}', "its WordPress returned no posts"),
        ("<html>", "WordPress's answer cannot be read"),
        ("[" * 100_000, "WordPress's answer cannot be read"),
    ],
)
def test_what_wordpress_says_instead_is_handed_on(answer: str, said: str) -> None:
    for read in (posts, categories):
        with pytest.raises(ParseError) as refused:
            read(answer.encode(), SITE)
        assert str(refused.value) == said


def test_a_category_may_leave_out_how_many_posts_it_has() -> None:
    given = [{"id": 2, "name": "Arts", "link": "/arts/"}, {"id": 3, "name": "Sea", "link": "/sea/", "count": "many"}]
    assert [category.posts for category in categories(json.dumps(given).encode(), SITE)] == [0, 0]
