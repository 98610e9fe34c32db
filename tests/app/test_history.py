"""The history of stories read."""

from hypothesis import given
from hypothesis import strategies as st

from tui.app.history import History, Stop

A, B, C = Stop(1, (3, 14)), Stop(2), Stop(3, (0, 7))


def test_back_and_forward_lead_over_the_same_stops() -> None:
    history = History()
    history.push(A)
    history.push(B)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.back(A) is None
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert history.forward(C) is None


def test_another_way_forgets_what_was_ahead() -> None:
    history = History()
    history.push(A)
    assert history.back(B) == A
    history.push(A)
    assert history.forward(C) is None
    assert history.back(C) == A


def test_the_place_is_the_one_that_was_left_last() -> None:
    history = History()
    history.push(Stop(1, (0, 0)))
    history.back(Stop(2, (5, 5)))
    assert history.forward(Stop(1, (9, 9))) == Stop(2, (5, 5))
    assert history.back(Stop(2, (6, 6))) == Stop(1, (9, 9))


def test_a_new_walk_has_no_way_back() -> None:
    history = History()
    history.push(A)
    history.clear()
    assert history.back(B) is None
    assert history.forward(B) is None


@given(st.lists(st.sampled_from(["push", "back", "forward"]), max_size=30))
def test_it_walks_as_a_browser_does(steps: list[str]) -> None:
    history, pages, at, newest = History(), [0], 0, 0
    for step in steps:
        here = Stop(pages[at])
        if step == "push":
            newest += 1
            history.push(here)
            pages = [*pages[: at + 1], newest]
            at += 1
        elif step == "back":
            found = history.back(here)
            assert found == (Stop(pages[at - 1]) if at else None)
            at -= bool(found)
        else:
            found = history.forward(here)
            assert found == (Stop(pages[at + 1]) if at + 1 < len(pages) else None)
            at += bool(found)
