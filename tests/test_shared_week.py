"""A week of news in which outlets share events: most further tellings are no lines of their own, and few stories stand wrongly."""

from pathlib import Path

from tests.shared_week import SharedWeek, told
from tests.week import ROUNDS


def test_a_week_of_shared_events(tmp_path: Path) -> None:
    week = SharedWeek(tmp_path / "library.db", 1)
    with week.file:
        days = list(week.days_together())
    assert len(days) == ROUNDS
    last = days[-1]
    assert last.possible > 100, told(last)
    assert last.saved - last.wrong - last.columns >= 0.5 * last.possible, told(last)
    assert last.wrong <= 0.06 * last.stories, told(last)
    assert last.columns <= 0.12 * last.stories, told(last)
