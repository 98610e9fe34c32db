"""Summary, date and picture of a story, from the card that it stands in."""

from datetime import UTC, datetime

import pytest

from tui.model import Entry
from tui.parse.front.frontpage import frontpage

STORY = "/2024/05/17/ferry-crews-wait-for-the-storm-to-leave"


def entries(body: str) -> tuple[Entry, ...]:
    return frontpage(f'<html lang="en"><body>{body}</body></html>', "https://news.example/").entries


def card(number: int, inside: str) -> str:
    return f'<article><h2><a href="{STORY}-{number}/">The headline of story number {number}</a></h2>{inside}</article>'


def test_a_card_says_more_than_its_headline() -> None:
    first, second = entries(
        card(1, '<p>Nothing sails before Monday, says the harbour.</p><time datetime="2024-05-17T10:00Z">10:00</time>'
                '<img src="/a.jpg">') + card(2, "")
    )  # fmt: skip
    assert first.summary == "Nothing sails before Monday, says the harbour."
    assert first.published == datetime(2024, 5, 17, 10, tzinfo=UTC)
    assert first.picture == "https://news.example/a.jpg"
    assert (second.summary, second.picture) == ("", "")
    assert second.published == datetime(2024, 5, 17, tzinfo=UTC)  # from its address


def test_read_more_is_no_part_of_a_summary() -> None:
    first, _ = entries(
        card(1, f'<p>Nothing sails before Monday, says the harbour. <a href="{STORY}-1/">Read more</a> »</p>')
        + card(2, "")
    )
    assert first.summary == "Nothing sails before Monday, says the harbour. Read more »"[: len(first.summary)]
    assert not first.summary.endswith("Read more")


def test_what_stands_with_another_story_is_not_taken() -> None:
    first, second = entries(
        "<div>" + card(1, "") + "<p>Nothing sails before Monday, says the harbour.</p>" + card(2, "") + "</div>"
    )
    assert first.summary == second.summary == ""


@pytest.mark.parametrize(
    "beside",
    [
        "<div>May 17, 2024</div>",
        "<div>Published on 17 May 2024</div>",
        "<p>17 May 2024, by Jane Doe of the harbour</p>",
        '<time datetime="2024-05-17">17.5.</time>',
    ],
)
def test_a_line_that_only_says_when_dates_a_story_and_is_no_summary(beside: str) -> None:
    body = "".join(
        f'<li><a href="/news/{name}-1204{place}">{name.replace("-", " ")}</a>{beside}</li>'
        for place, name in enumerate(("ferries-wait-for-wind", "harbour-votes-once-more"))
    )
    found = entries(f"<ul>{body}</ul>")
    assert [entry.published for entry in found] == [datetime(2024, 5, 17, tzinfo=UTC)] * 2
    assert [entry.summary for entry in found] == ["", ""]
