"""What a job could not do, as the error that is raised for it."""

from datetime import datetime

from tui.errors import FetchError, ParseError
from tui.jobs import Failure


def left_alone(host: str, until: datetime) -> str:
    """What is said of a host that asks to be left alone; without its name where that stands before it."""
    return f"{host} asks to be left alone until {until.astimezone():%H:%M}".strip()


def held(host: str, until: datetime, now: datetime) -> Failure:
    """The answer to a job whose host is left alone."""
    return Failure(left_alone(host, until), 429, (until - now).total_seconds())


def refused(failure: Failure | None) -> FetchError | ParseError:
    """The error of a failure: the network's, or the reading's."""
    assert failure is not None
    if failure.status or failure.offline or failure.retry_after:
        return FetchError(
            failure.sentence, status=failure.status, retry_after=failure.retry_after, offline=failure.offline
        )
    return ParseError(failure.sentence)
