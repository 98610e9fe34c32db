"""The trail of stories read."""

from hypothesis import given
from hypothesis import strategies as st

from tui.app.trail import Stop, Trail

A, B, C = Stop(1, (3, 14)), Stop(2), Stop(3, (0, 7))


def test_back_and_forward_lead_over_the_same_stops() -> None:
    trail = Trail()
    trail.push(A)
    trail.push(B)
    assert trail.back(C) == B
    assert trail.back(B) == A
    assert trail.back(A) is None
    assert trail.forward(A) == B
    assert trail.forward(B) == C
    assert trail.forward(C) is None


def test_another_way_forgets_what_was_ahead() -> None:
    trail = Trail()
    trail.push(A)
    assert trail.back(B) == A
    trail.push(A)
    assert trail.forward(C) is None
    assert trail.back(C) == A


def test_the_place_is_the_one_that_was_left_last() -> None:
    trail = Trail()
    trail.push(Stop(1, (0, 0)))
    trail.back(Stop(2, (5, 5)))
    assert trail.forward(Stop(1, (9, 9))) == Stop(2, (5, 5))
    assert trail.back(Stop(2, (6, 6))) == Stop(1, (9, 9))


def test_a_new_walk_has_no_way_back() -> None:
    trail = Trail()
    trail.push(A)
    trail.clear()
    assert trail.back(B) is None
    assert trail.forward(B) is None


@given(st.lists(st.sampled_from(["push", "back", "forward"]), max_size=30))
def test_it_walks_as_a_browser_does(steps: list[str]) -> None:
    trail, pages, at, newest = Trail(), [0], 0, 0
    for step in steps:
        here = Stop(pages[at])
        if step == "push":
            newest += 1
            trail.push(here)
            pages = [*pages[: at + 1], newest]
            at += 1
        elif step == "back":
            found = trail.back(here)
            assert found == (Stop(pages[at - 1]) if at else None)
            at -= bool(found)
        else:
            found = trail.forward(here)
            assert found == (Stop(pages[at + 1]) if at + 1 < len(pages) else None)
            at += bool(found)
