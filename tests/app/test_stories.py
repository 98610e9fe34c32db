"""Orders of stories, and places in them."""

from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.app.stories import find, keep_in, nearest

ids = st.lists(st.integers(1, 5000), unique=True, max_size=60)


@given(ids, st.integers(0, 60), st.integers(0, 70))
def test_an_id_is_found_from_any_hint(order: list[int], place: int, hint: int) -> None:
    expected = order[place] if place < len(order) else 99_999
    assert find(array("q", order), expected, hint) == (place if place < len(order) else None)


def test_an_id_far_from_the_hint_is_found() -> None:
    assert find(array("q", range(20_000)), 19_000, 3) == 19_000


@settings(max_examples=60)
@given(ids, st.data())
def test_held_stories_stay_behind_the_ones_they_stood_behind(before: list[int], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(before), unique=True)) if before else []
    new = [6000 + n for n in range(data.draw(st.integers(0, 3)))]
    order = array("q", new + [story for story in before if story not in gone])
    held = data.draw(st.lists(st.sampled_from(gone), unique=True)) if gone else []
    kept = keep_in(order, array("q", before), held).tolist()
    assert set(kept) == set(order) | set(held)
    assert [story for story in kept if story in before] == [s for s in before if s not in gone or s in held]


@given(st.lists(st.booleans(), max_size=20), st.integers(-1, 20), st.sampled_from([1, -1]))
def test_the_nearest_wanted_row(unread: list[bool], start: int, step: int) -> None:
    order = array("q", range(len(unread)))
    wanted = [row for row in order if unread[row]]
    on_the_way = [row for row in wanted if (row >= start if step > 0 else row <= start)]
    inside = 0 <= start < len(order)
    expected = (min if step > 0 else max)(on_the_way) if on_the_way and inside else None
    assert nearest(order, wanted, start, step) == expected
