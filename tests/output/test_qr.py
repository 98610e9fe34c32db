"""A code holds its address: what is drawn is read back, module by module."""

import pytest

from tui.errors import OutputError
from tui.output.qr import QUIET, code

segno = pytest.importorskip("segno")
URL = "https://a.example/2026/11/a-story-of-some-length?id=1234567890"


def modules(drawn: str, *, inverted: bool) -> list[list[bool]]:
    """The dark modules of a drawn code, its margin taken off."""
    rows = []
    for line in drawn.split("\n"):
        rows += [[sign in "▀█" for sign in line], [sign in "▄█" for sign in line]]
    size = len(rows[0]) - 2 * QUIET
    return [[lit is inverted for lit in row[QUIET : QUIET + size]] for row in rows[QUIET : QUIET + size]]


@pytest.mark.parametrize("inverted", [False, True])
def test_it_is_drawn_as_it_is(inverted: bool) -> None:
    wanted = [
        [bool(module) for module in row] for row in segno.make(URL, micro=False, error="l", boost_error=False).matrix
    ]
    drawn = code(URL, inverted=inverted)
    assert modules(drawn, inverted=inverted) == wanted
    assert len({len(line) for line in drawn.split("\n")}) == 1


def test_it_fits_a_small_terminal() -> None:
    drawn = code("https://news.example/world/harbour/").split("\n")
    assert len(drawn) <= 20 and len(drawn[0]) <= 60


def test_an_address_without_end_is_a_sentence() -> None:
    with pytest.raises(OutputError, match="too long"):
        code("https://a.example/" + "x" * 5000)
