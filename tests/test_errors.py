"""Whatever can go wrong for reasons outside the program is one tree, and says what whoever tries again has to know."""

import inspect

import pytest

from tui import errors
from tui.errors import FetchError, LostError, NewsError, StoreError

EVERY = [one for _, one in inspect.getmembers(errors, inspect.isclass)]


def test_every_error_stands_in_the_tree_and_in_its_picture() -> None:
    assert errors.__doc__ is not None
    for error in EVERY:
        assert issubclass(error, NewsError)
        assert error.__name__ in errors.__doc__


@pytest.mark.parametrize("error", EVERY, ids=lambda error: error.__name__)
def test_an_error_is_its_sentence(error: type[NewsError]) -> None:
    assert str(error("One clear sentence.")) == "One clear sentence."


def test_a_page_that_could_not_be_fetched_says_how_it_failed() -> None:
    plain = FetchError("x")
    assert (plain.status, plain.retry_after, plain.offline, plain.unreached) == (0, None, False, False)
    told = FetchError("x", status=429, retry_after=0.0, offline=True, unreached=True)
    assert (told.status, told.retry_after, told.offline, told.unreached) == (429, 0.0, True, True)


def test_an_older_library_and_work_that_overran_are_told_apart() -> None:
    assert (StoreError("x").older, StoreError("x", older=True).older) == (False, True)
    assert (StoreError("x").damaged, StoreError("x", damaged=True).damaged) == (False, True)
    assert (LostError("x").overran, LostError("x", overran=True).overran) == (False, True)
