"""Failures of jobs as errors."""

from datetime import timedelta

from tests.web import NOON
from tui.errors import FetchError, ParseError
from tui.jobs import Failure
from tui.library.refusals import held, left_alone, refused


def test_the_networks_and_the_readings() -> None:
    found = refused(Failure("a.example answers 404 Not Found", 404))
    assert isinstance(found, FetchError) and found.status == 404
    assert isinstance(refused(Failure("there is no network", offline=True)), FetchError)
    assert isinstance(refused(Failure("it is damaged")), ParseError)


def test_a_host_that_is_left_alone() -> None:
    assert held("a.example", NOON + timedelta(minutes=2), NOON).retry_after == 120.0
    assert left_alone("a.example", NOON).startswith("a.example asks to be left alone until ")
    assert left_alone("", NOON).startswith("asks ")
