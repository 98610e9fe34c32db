"""When a section is asked again, as plain numbers."""

import pytest

from tui.storage.schedule import DAY, after_failure, after_success, held_for, is_gone

HOUR = 3600.0


@pytest.mark.parametrize(
    ("interval", "fresh_for", "wait"),
    [(HOUR, 0, HOUR), (HOUR, 2 * HOUR, 2 * HOUR), (HOUR, 9 * DAY, DAY), (9 * DAY, 0, 9 * DAY)],
)
def test_after_an_answer(interval: float, fresh_for: float, wait: float) -> None:
    assert after_success(interval, fresh_for) == wait


@pytest.mark.parametrize(("failures", "hours"), [(0, 2), (1, 3), (10, 12), (500, 24)])
def test_after_a_failure_an_interval_more_each_time(failures: int, hours: float) -> None:
    assert after_failure(HOUR, failures) == hours * HOUR
    assert after_failure(HOUR, failures, 1.0) == min(hours * 1.1 * HOUR, DAY)


def test_what_a_server_asks_for_comes_first() -> None:
    assert after_failure(HOUR, 7, 1.0, 90.0) == 90
    assert after_failure(HOUR, 7, 1.0, 9 * DAY, unreached=True) == DAY


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, 5), (1, 10), (2, 20), (4, 80), (5, 160), (6, 320), (9, 660), (5000, 1440)]
)
def test_where_nobody_answered_the_first_retries_come_sooner(failures: int, minutes: float) -> None:
    assert after_failure(HOUR, failures, unreached=True) == minutes * 60
    assert after_failure(HOUR, failures, 1.0, unreached=True) == min(
        2 * minutes * 60, after_failure(HOUR, failures, 1.0)
    )


@pytest.mark.parametrize(
    ("times", "said", "seconds"),
    [
        (0, None, 900),
        (1, None, 1800),
        (3, None, 7200),
        (99, None, DAY),
        (0, 90.0, 90),
        (5, 90.0, 90),
        (0, 9 * DAY, DAY),
    ],
)
def test_a_host_that_asks_for_it_is_left_alone_for_longer_each_time(
    times: int, said: float | None, seconds: float
) -> None:
    assert held_for(times, said) == seconds


def test_one_410_is_not_the_end() -> None:
    assert not is_gone(0, 0)
    assert not is_gone(DAY, 3 * DAY - 1)
    assert is_gone(DAY, 3 * DAY)
