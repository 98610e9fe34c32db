"""When a section is asked again: decided here, from plain numbers; done elsewhere."""

DAY = 86_400.0
"""Seconds; no host is left alone for longer, whatever it asks."""


def after_success(interval: float, fresh_for: float = 0.0) -> float:
    """Seconds to wait after an answer: the interval, or longer where the server or the feed asks for it."""
    return max(interval, min(fresh_for, DAY))


SOON = 300.0
"""Seconds to the first retry where nobody answered: a server that is started anew, a line that was down, is back in
minutes."""


HELD = 900.0
"""Seconds for which a host is left alone that asks for it (429, 503) and does not say for how long, the first time."""

BUSY = frozenset({429, 503})
"""The answers by which a host asks to be left alone."""

GONE_AFTER = 2 * DAY
"""Seconds from a first 410 on after which a second one is believed: the first is a server's mistake often enough."""


def held_for(times: int, retry_after: float | None = None) -> float:
    """Seconds for which to leave a host alone that asked for it, after it did so `times` times in a row already: what
    it asks for, else a quarter of an hour, and each time twice as long."""
    return min(HELD * 2 ** min(times, 20) if retry_after is None else retry_after, DAY)


def is_gone(since: float, now: float) -> bool:
    """Whether a section is gone for good that answers 410 now and did so first at another moment (seconds)."""
    return now - since >= GONE_AFTER


def after_failure(
    interval: float,
    failures: int,
    jitter: float = 0.0,
    retry_after: float | None = None,
    unreached: bool = False,
) -> float:
    """Seconds to wait after a failure that follows `failures` others: what the server asks for, else an interval more
    each time.

    Where nobody answered (`unreached`) the first retries come sooner, each after twice as long. `jitter`, 0 to 1,
    adds up to a tenth, and to those up to as much again, so that sections that failed together are not all asked
    together.
    """
    if retry_after is not None:
        return min(retry_after, DAY)
    regular = min(interval * (failures + 2) * (1 + jitter / 10), DAY)
    return min(SOON * 2 ** min(failures, 20) * (1 + jitter), regular) if unreached else regular
