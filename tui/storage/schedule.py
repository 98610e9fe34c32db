"""When a section is asked again: decided here, from plain numbers, and nowhere done."""

DAY = 86_400.0
"""Seconds; nobody is left alone for longer, whatever they ask."""


def after_success(interval: float, fresh_for: float = 0.0) -> float:
    """Seconds to wait after an answer: the interval, or longer where the server or the feed asks for it."""
    return max(interval, min(fresh_for, DAY))


def after_failure(interval: float, failures: int, jitter: float = 0.0, retry_after: float | None = None) -> float:
    """Seconds to wait after a failure that follows `failures` others: what the server asks for, else an interval more each time.

    `jitter`, 0 to 1, adds up to a tenth, so that sections that failed together are not all asked together.
    """
    if retry_after is not None:
        return min(retry_after, DAY)
    return min(interval * (failures + 2) * (1 + jitter / 10), DAY)
