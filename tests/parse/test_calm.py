"""Fewer changes of colour: within the bound where it can be, and nothing changed where nothing has to."""

from hypothesis import given
from hypothesis import strategies as st

from tui.parse.calm import Rows, calmed

COLOURS = ((0, 0, 0), (10, 10, 10), (250, 250, 250), (200, 30, 40), (30, 60, 200))
SEQUENCE = 11


def written(rows: Rows) -> int:
    """The bytes of drawing rows, a terminal's two colours kept along each."""
    spent = 0
    for top, bottom in zip(rows[::2], rows[1::2], strict=True):
        ink = ground = -1
        for high, low in zip(top, bottom, strict=True):
            missing = {high, low} - {ink, ground}
            spent += SEQUENCE * len(missing) + 3
            if len(missing) == 2:
                ink, ground = high, low
            elif missing:
                kept = ink if ink in (high, low) else ground
                ink, ground = missing.pop(), kept
    return spent


def test_what_is_calm_stays_as_it_is() -> None:
    rows = [[2] * 30, [2] * 30, [2] * 15 + [3] * 15, [3] * 30]
    assert calmed(rows, COLOURS, sequence=SEQUENCE, bytes_a_cell=6.0) == rows


def test_what_is_restless_is_drawn_within_its_bound() -> None:
    rows = [[(x * x + 3 * y) % 5 for x in range(60)] for y in range(40)]
    calm = calmed(rows, COLOURS, sequence=SEQUENCE, bytes_a_cell=6.0)
    assert written(calm) <= 60 * 20 * 7 < written(rows)
    same = sum(a == b for one, other in zip(rows, calm, strict=True) for a, b in zip(one, other, strict=True))
    assert same > 60 * 40 / 3  # it is still that picture


def test_what_is_nearly_alike_gives_way_first() -> None:
    rows = [[0, 1] * 20, [2, 3] * 20]
    calm = calmed(rows, COLOURS, sequence=SEQUENCE, bytes_a_cell=16.0)
    assert set(calm[1]) == {2, 3} and len(set(calm[0])) == 1


@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=9), min_size=1, max_size=4), st.floats(0.0, 30.0))
def test_of_everything_the_shape_stays(pairs: list[list[int]], bound: float) -> None:
    rows = [row for pair in pairs for row in (pair, pair[::-1])]
    calm = calmed(rows, COLOURS, sequence=SEQUENCE, bytes_a_cell=bound)
    assert [len(row) for row in calm] == [len(row) for row in rows]
    assert all(0 <= pixel < len(COLOURS) for row in calm for pixel in row)
