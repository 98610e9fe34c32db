"""A week of news in which nothing is lost, nothing is kept twice, and nothing that was read is unread again."""

from pathlib import Path

import pytest

from tests.week import ROUNDS, Counted, Week


@pytest.mark.parametrize("seed", [1, 2])
def test_a_week_of_news(tmp_path: Path, seed: int) -> None:
    week = Week(tmp_path / "library.db", seed)
    with week.file:
        days = list(week.days())
    assert len(days) == ROUNDS
    assert days[-1].offered > 400
    assert [counted for counted in days if counted != Counted(counted.offered, 0, 0, 0)] == []
