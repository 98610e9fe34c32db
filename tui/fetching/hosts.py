"""What hosts are owed: one request at a time each, a few in all, and being left alone when they ask for it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from tui import log, text
from tui.errors import FetchError

AT_ONCE = 8
"""Requests in all at one moment; the last place is kept for what a person waits for."""
FIRST_HOLD = timedelta(minutes=15)
"""How long a host that says 429 or 503 and no more is left alone: the shortest interval at which the crowded ones
let readers ask."""
LONGEST_HOLD = timedelta(hours=24)
LONGEST_FRESH = 6 * 3600.0
"""Seconds for which Cache-Control and Expires are believed."""

_EPOCH = 1_000_000_000
"""A number of seconds from which on x-ratelimit-reset is a moment (GitHub) and not a while (Reddit)."""


class Turns:
    """Whose turn it is: one request at a time per host, AT_ONCE in all, a person's before the others."""

    def __init__(self) -> None:
        self._busy: set[str] = set()
        self._urgent: dict[str, deque[asyncio.Future[None]]] = {}
        self._patient: dict[str, deque[asyncio.Future[None]]] = {}

    @asynccontextmanager
    async def take(self, host: str, urgent: bool) -> AsyncIterator[None]:
        """Wait for a turn at a host, and have it for as long as the block lasts."""
        queue = self._urgent if urgent else self._patient
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.setdefault(host, deque()).append(turn)
        self._call_next()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self._leave(host)
            elif turn in queue.get(host, ()):
                queue[host].remove(turn)
                if not queue[host]:
                    del queue[host]
            raise
        try:
            yield
        finally:
            self._leave(host)

    def _leave(self, host: str) -> None:
        self._busy.discard(host)
        self._call_next()

    def _call_next(self) -> None:
        for queue, places in ((self._urgent, AT_ONCE), (self._patient, AT_ONCE - 1)):
            while len(self._busy) < places:
                host = next((host for host in queue if host not in self._busy), None)
                if host is None:
                    break
                turns = queue.pop(host)
                turn = turns.popleft()
                if turns:
                    queue[host] = turns  # at the end: every host in its turn
                if not turn.cancelled():  # whoever waited may have stopped just now, and not have noticed yet
                    turn.set_result(None)
                    self._busy.add(host)


class Holds:
    """The hosts that are left alone, and until when. `clock` tells the time."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._held: dict[str, tuple[datetime, int]] = {}
        self._refusals: dict[str, int] = {}

    def heed(self, host: str, status: int, headers: Mapping[str, str]) -> tuple[float, bool] | None:
        """Hold a host that answers so, if that asks for it: the seconds from now, and whether it said so itself; None
        for any other.

        `headers` have names in lower case. Where it does not say for how long it is FIRST_HOLD, and twice as long at
        every further such answer in a row, as far as this process knows."""
        if status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
            self._refusals.pop(host, None)
            return None
        now = self._clock()
        until = told = held_until(headers, now)
        if until is None:
            before = self._refusals.get(host, 0)
            self._refusals[host] = before + 1
            until = now + min(FIRST_HOLD * 2 ** min(before, 10), LONGEST_HOLD)
        if until <= now:
            return None
        self._held[host] = until, status
        log.info("%s answers %d, and is left alone for %s", host, status, duration((until - now).total_seconds()))
        return (until - now).total_seconds(), told is not None

    def check(self, host: str) -> None:
        """FetchError where a host is to be left alone."""
        until, status = self._held.get(host, (None, 0))
        if until is None:
            return
        wait = (until - self._clock()).total_seconds()
        if wait <= 0:
            del self._held[host]
            return
        raise FetchError(
            f"{text.line(host)} asks to be left alone for {duration(wait)}", status=status, retry_after=wait
        )


def held_until(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Until when a host asks to be left alone (RFC 9110, 10.2.3; x-ratelimit-reset), at most LONGEST_HOLD ahead;
    None where it does not say."""
    given = headers.get("retry-after", "").strip()
    seconds = _whole(given)
    if seconds is None:
        moment = http_date(given)
        if moment:
            return min(moment, now + LONGEST_HOLD)
        reset = headers.get("x-ratelimit-reset") or headers.get("ratelimit-reset") or ""
        seconds = _whole(reset.partition(".")[0].strip())
        if seconds is not None and seconds >= _EPOCH:
            seconds -= int(now.timestamp())
        if seconds is not None and seconds <= 0:
            return None  # a window that is over, or a wrong clock: it says nothing about the next one
    return None if seconds is None else now + min(timedelta(seconds=seconds), LONGEST_HOLD)


def fresh_for(headers: Mapping[str, str], now: datetime) -> float:
    """Seconds for which an answer says that it will not change (RFC 9111, 4.2.1), at most LONGEST_FRESH."""
    given = (part.partition("=") for part in headers.get("cache-control", "").lower().split(","))
    directives = {name.strip(): value.strip('" ') for name, _, value in given}
    if "no-cache" in directives or "no-store" in directives:
        return 0.0
    spent = float(_whole(headers.get("age", "")) or 0)
    longest = _whole(directives.get("max-age", ""))
    if longest is not None:
        return max(0.0, min(longest - spent, LONGEST_FRESH))
    expires = http_date(headers.get("expires", ""))
    if expires is None:
        return 0.0
    dated = http_date(headers.get("date", "")) or now
    return max(0.0, min((expires - dated).total_seconds() - spent, LONGEST_FRESH))


def http_date(given: str) -> datetime | None:
    """A moment as headers write it, or None."""
    try:
        moment = parsedate_to_datetime(given[:100])
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError, TypeError):
        return None


def duration(seconds: float) -> str:
    """A duration in words: "2 seconds", "15 minutes", "3 hours"."""
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size * 1.5:
            return f"{seconds / size:.0f} {name}s"
    return f"{max(2, round(seconds))} seconds"


def _whole(given: str) -> int | None:
    """A whole number of seconds, bounded; None for anything else."""
    return int(given[:11]) if given.isascii() and given.isdigit() else None
