"""What a page marks for machines."""

import pytest

from tui.parse.page.markup import base_of, look
from tui.parse.page.tree import tree

URL = "https://news.example/2024/05/06/bridge/"


def test_a_meta_element_is_found_by_property_name_or_itemprop_whatever_its_case() -> None:
    page = look(
        tree(
            '<meta property="OG:title" content="One"><meta name="author" content=""><meta itemprop="date" content="2">'
        )
    )
    assert page.get("og:title") == "One"
    assert page.get("author", "date") == "2"
    assert page.get("nothing") == ""


def test_the_title_of_a_drawing_is_not_the_pages() -> None:
    assert look(tree("<svg><title>Logo</title></svg><title>The fair</title>")).title == "The fair"


def test_what_is_marked_is_gathered_by_kind() -> None:
    page = look(
        tree(
            '<h1>A</h1><time datetime="2024">x</time><a rel="author" href="/a">Ann</a><a rel="category" href="/c">C</a>'
            '<span itemprop="name author">Ben</span><link rel="next" href="/2">'
            '<script type="application/ld+json">{"@type": "Article"}</script>'
        )
    )
    assert (len(page.h1), len(page.times), len(page.authors), len(page.categories)) == (1, 1, 2, 1)
    assert page.props.keys() == {"name", "author"}
    assert page.links[0][:2] == ("next", "/2")
    assert page.objects == [{"@type": "Article"}]


@pytest.mark.parametrize(
    ("head", "base"),
    [
        ("", URL),
        ("<base href='https://cdn.example/docs/'>", "https://cdn.example/docs/"),
        ("<base href='/other/'>", "https://news.example/other/"),
        ("<base target='_top'>", URL),
    ],
)
def test_base(head: str, base: str) -> None:
    assert base_of(look(tree(f"<head>{head}</head>")), URL) == base
