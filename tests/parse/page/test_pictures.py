"""The best address of a picture, and what is said under it."""

import pytest

from tui.parse.page.pictures import captioned, late_picture, picture_of, same_picture, tells_more
from tui.parse.page.tree import tree

BASE = "https://news.example/story"


def url(markup: str) -> str:
    node = tree(markup).css_first("img")
    assert node is not None
    found = picture_of(node, BASE)
    return found.url if found else ""


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<img src='/a.jpg'>", "https://news.example/a.jpg"),
        ("<img src='/s.jpg' srcset='/m.jpg 800w, /l.jpg 1600w'>", "https://news.example/l.jpg"),
        ("<img src='data:image/gif;base64,R0' data-src='/a.jpg'>", "https://news.example/a.jpg"),
        ("<picture><source srcset='/w.webp 1200w'><img src='/a.jpg'></picture>", "https://news.example/w.webp"),
        ("<img src='/pixel.gif' width=1 height=1>", ""),
        ("<img src='/icons/x.png'>", ""),
        ("<img>", ""),
    ],
)
def test_the_best_candidate(markup: str, address: str) -> None:
    assert url(markup) == address


def test_sizes_of_one_picture_are_one() -> None:
    assert same_picture("https://a.example/b-300x200.jpg?x=1") == same_picture("https://a.example/b-scaled.jpg")


@pytest.mark.parametrize(
    ("title", "alt", "more"),
    [
        ("He never liked the pump anyway.", "A sailor", True),
        ("A sailor beside a pump.", "A sailor beside a pump.", False),
        ("IMG_2034", "", False),
        ("Harbour at night", "", False),
    ],
)
def test_titles(title: str, alt: str, more: bool) -> None:
    assert tells_more(title, alt) is more


def test_what_a_script_draws_late() -> None:
    node = tree("<figure><div data-bg='/y.jpg' aria-label='The yard'></div></figure>").css_first("figure")
    assert node is not None
    assert late_picture(node, BASE) == ("https://news.example/y.jpg", "The yard")
    bare = tree("<figure><svg></svg></figure>").css_first("figure")
    assert bare is not None
    assert late_picture(bare, BASE) == ("", "")


def test_a_caption_and_its_credit() -> None:
    node = tree("<figure><figcaption>The bow <span class='credit'>Photo: A. Moor</span></figcaption></figure>").css_first("figure")  # fmt: skip
    assert node is not None
    assert captioned(node) == ("The bow", "A. Moor")
