"""The plain values, and what is said of them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tui.model import day_of

WEST = timezone(timedelta(hours=-7))
EAST = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2024, 5, 20, 23, 30, tzinfo=WEST), "20 May 2024"),  # the page's own day, wherever it is read
        (datetime(2024, 5, 20, tzinfo=UTC), "20 May 2024"),  # a day without a time is no other day elsewhere
        (datetime(2024, 5, 20, 23, 30, tzinfo=UTC), "21 May 2024"),
    ],
)
def test_the_day_that_is_shown_is_the_pages_own_where_it_has_one(moment: datetime, day: str) -> None:
    assert day_of(moment, EAST) == day
