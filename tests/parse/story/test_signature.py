"""Who signed a story and when, as the lines near its headline say."""

from datetime import UTC, datetime

import pytest

from tui.model import Article
from tui.parse.story.article import article

STORY = "".join(
    f"<p>The fair opened on day {number} with stalls along the river, and people came from far to see it, rain or not.</p>"
    for number in range(6)
)


def read(near: str, url: str = "https://www.lantern.example/fair.html", head: str = "") -> Article:
    return article(
        f"<html lang=en><head>{head}</head><body><article><h1>The fair returns</h1>{near}{STORY}</article></body></html>",
        url,
    )


@pytest.mark.parametrize("near", ["<div>20 May 2024</div>", "<p>Posted on May 20, 2024</p>"])
def test_a_date_near_the_headline_is_the_storys(near: str) -> None:
    assert read(near).published == datetime(2024, 5, 20, tzinfo=UTC)


def test_an_address_that_names_the_day_is_believed_before_a_line_that_names_another() -> None:
    found = read("<div>1 March 2020</div>", "https://www.lantern.example/2024/05/20/fair.html")
    assert found.published == datetime(2024, 5, 20, tzinfo=UTC)


def test_a_line_near_the_headline_names_the_author_where_nothing_else_does() -> None:
    assert read("<div>By Jane Doe, Fairs Editor</div>").byline == ("Jane Doe",)


def test_the_role_may_stand_on_the_page_alone() -> None:
    found = read("<div>By Jane Doe, Fairs Editor</div>", head='<meta name="author" content="Jane Doe">')
    assert (found.byline, found.byline_role) == (("Jane Doe",), "Fairs Editor")
