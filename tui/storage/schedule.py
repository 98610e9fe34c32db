"""When a section is asked again: decided here, from plain numbers, and nowhere done."""

DAY = 86_400.0
"""Seconds; nobody is left alone for longer, whatever they ask."""


def after_success(interval: float, fresh_for: float = 0.0) -> float:
    """Seconds to wait after an answer: the interval, or longer where the server or the feed asks for it."""
    return max(interval, min(fresh_for, DAY))


SOON = 300.0
"""Seconds to the first retry where nobody answered: a server that is started anew, a line that was down, are back in minutes."""


def after_failure(
    interval: float,
    failures: int,
    jitter: float = 0.0,
    retry_after: float | None = None,
    unreached: bool = False,
) -> float:
    """Seconds to wait after a failure that follows `failures` others: what the server asks for, else an interval more each time.

    Where nobody answered (`unreached`) the first retries come sooner, each after twice as long. `jitter`, 0 to 1, adds up to a
    tenth, and to those up to as much again, so that sections that failed together are not all asked together.
    """
    if retry_after is not None:
        return min(retry_after, DAY)
    regular = min(interval * (failures + 2) * (1 + jitter / 10), DAY)
    return min(SOON * 2 ** min(failures, 20) * (1 + jitter), regular) if unreached else regular
