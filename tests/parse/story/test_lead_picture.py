"""The picture a story opens with, where it stands outside the story's part."""

import pytest

from tests.parse.story.examples import P
from tui.blocks import Picture
from tui.parse.story.article import article

URL = "https://www.lantern.example/local/bridge.html"
STORY = "".join(f"<p>{P} Line {number}.</p>" for number in range(5))
NAMED = "<meta property='og:image' content='https://www.lantern.example/i/bridge.jpg?w=1200'>"
DRAWN = "<img src='/i/bridge.jpg?w=800' alt='A bridge'>"


def pictures(above: str, *, head: str = "", story: str = STORY, before: str = "") -> list[tuple[str, str, str]]:
    page = (
        f"<html><head>{head}</head><body>{before}<main><h1>Bridge closed</h1>{above}"
        f"<div class='article-body'>{story}</div></main></body></html>"
    )
    found = article(page, URL)
    return [(block.url, block.caption, block.credit) for block in found.blocks if isinstance(block, Picture)]


def test_a_figure_between_headline_and_text_opens_the_story_with_its_caption_and_credit() -> None:
    figure = f"<figure>{DRAWN}<figcaption>The bridge in May. Photo: Jo Ik</figcaption></figure>"
    assert pictures(figure) == [("https://www.lantern.example/i/bridge.jpg?w=800", "The bridge in May", "Jo Ik")]


@pytest.mark.parametrize("where", ["above", "before"])
def test_the_picture_by_which_the_page_is_shown_elsewhere_opens_it_from_any_element(where: str) -> None:
    hero = f"<div class=hero><div>{DRAWN}</div><p class=caption>The bridge in May</p></div>"
    shown = pictures("", head=NAMED, before=hero) if where == "before" else pictures(hero, head=NAMED)
    assert shown == [("https://www.lantern.example/i/bridge.jpg?w=800", "The bridge in May", "")]


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f"<div class=logo>{DRAWN}</div>", ""),
        (f"<aside><figure>{DRAWN}<figcaption>Another story</figcaption></figure></aside>", ""),
        ("<figure><img src='/i/dot.gif' width=1></figure>", ""),
    ],
)
def test_no_other_picture_above_the_text_does(above: str, head: str) -> None:
    assert pictures(above, head=head) == []


def test_a_picture_is_not_shown_twice() -> None:
    assert (
        len(pictures(f"<figure>{DRAWN}</figure>", story=f"{STORY}<img src='/i/bridge.jpg?w=300' width=300>{STORY}"))
        == 1
    )


def test_a_story_that_begins_with_a_picture_has_its_own() -> None:
    own = f"<figure><img src='/i/own.jpg' width=800></figure>{STORY}"
    assert [url for url, _, _ in pictures(f"<figure>{DRAWN}</figure>", story=own)] == [
        "https://www.lantern.example/i/own.jpg"
    ]
