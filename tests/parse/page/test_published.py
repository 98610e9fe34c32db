"""When a story was written, as its page says."""

from datetime import UTC, datetime

import pytest

from tests.parse.page.examples import STORY, facts, ld
from tui.parse.page.published import url_date


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (ld(STORY), ""),
        ('<meta property="article:published_time" content="2024-05-20T12:00:00+02:00">', ""),
        ('<meta name="pubdate" content="Mon, 20 May 2024 10:00:00 GMT">', ""),
        ("", '<time datetime="2024-05-20T10:00Z">today</time>'),
        ("", '<span itemprop="datePublished" content="2024-05-20T10:00:00Z"></span>'),
        ("", "<time>May 20, 2024, 10:00</time>"),
    ],
)
def test_when_it_was_published_is_said_in_many_places(head: str, body: str) -> None:
    assert facts(head, body).published == datetime(2024, 5, 20, 10, tzinfo=UTC)


def test_an_update_is_later_than_the_story() -> None:
    assert facts(ld(STORY | {"dateModified": "2024-05-21T08:00:00Z"})).updated == datetime(2024, 5, 21, 8, tzinfo=UTC)
    assert facts(ld(STORY | {"dateModified": "2024-05-20T08:00:00Z"})).updated is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/05/20/fair.html", (2024, 5, 20)),
        ("https://a.example/2024/5/2/fair.html", (2024, 5, 2)),
        ("https://a.example/20240520-fair", (2024, 5, 20)),
        ("https://a.example/2024/13/45/fair", None),
        ("https://a.example/story-123456789", None),
    ],
)
def test_an_address_may_name_the_day(url: str, day: tuple[int, int, int] | None) -> None:
    assert url_date(url) == (datetime(*day, tzinfo=UTC) if day else None)


def test_an_element_that_is_named_after_a_date_dates_the_story_where_nothing_else_does() -> None:
    story = (
        "<p>The fair opened with stalls along the river, and people came from far to see it, rain or not, until the lamps went out.</p>"
        * 4
    )
    dated = facts("", f'<h1>The fair</h1>{story}<p class="pub-dates dateline">20 May 2024</p>', "https://a.example/x")
    assert dated.visible == datetime(2024, 5, 20, tzinfo=UTC)
    other = facts(
        "", f'<h1>The fair</h1>{story}<a href="/b"><p class="dateline">1 May 2024</p></a>', "https://a.example/x"
    )
    assert other.visible is None
