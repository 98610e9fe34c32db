"""What of a page is its standfirst."""

import pytest

from tui.parse.story.article import article

URL = "https://www.lantern.example/local/fair.html"
PARAGRAPHS = "".join(
    f"<p>The fair opened on day {number} with stalls along the river, and people came from far to see it, rain or not.</p>"
    for number in range(6)
)


def standfirst(above: str = "", head: str = "", body: str = PARAGRAPHS) -> tuple[str, str]:
    found = article(
        f"<html lang=en><head><title>The fair returns</title>{head}</head><body><article><h1>The fair returns</h1>"
        f"{above}<div class=body>{body}</div></article></body></html>",
        URL,
    )
    return found.standfirst, found.standfirst_credit


TOLD = "After nine years without one, the town has its fair again."


@pytest.mark.parametrize(
    "above",
    [
        f'<p class="standfirst">{TOLD}</p>',
        f'<div class="article-summary"><p>{TOLD}</p></div>',
        f"<h2>{TOLD}</h2>",
    ],
)
def test_what_is_named_so_or_set_between_headline_and_story_is_the_standfirst(above: str) -> None:
    assert standfirst(above) == (TOLD, "")


def test_what_the_page_says_of_itself_stands_in_where_it_shows_none() -> None:
    assert standfirst(head=f'<meta name="description" content="{TOLD}">') == (TOLD, "")
    assert standfirst(head=f'<meta name="description" content="{TOLD[:40]}…">') == ("", "")


def test_the_storys_own_beginning_is_no_standfirst() -> None:
    beginning = "The fair opened on day 0 with stalls along the river, and people came from far to see it, rain or not."
    assert standfirst(head=f'<meta name="description" content="{beginning}">') == ("", "")


@pytest.mark.parametrize(
    "above",
    [
        '<p class="caption">Stalls along the river on Monday morning</p>',
        '<p class="byline">By Jane Doe in Lantern, Monday 20 May 2024</p>',
        '<p class="summary"><a href="/more">All that we know of fairs in this country</a></p>',
        '<p class="summary">The fair returns</p>',
    ],
)
def test_a_caption_a_byline_a_link_and_the_headline_are_none(above: str) -> None:
    assert standfirst(above) == ("", "")


def test_an_outlet_that_is_credited_is_told_apart() -> None:
    assert standfirst(f'<p class="standfirst">{TOLD[:-1]} … reports The Lantern.</p>') == (TOLD[:-1], "The Lantern")
