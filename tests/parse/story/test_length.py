"""How much a story says."""

import pytest

from tui.parse.story.length import minutes, squeezed


@pytest.mark.parametrize(
    ("text", "long"),
    [("", 1), ("word " * 230, 1), ("word " * 2300, 10), ("字" * 5000, 10), ("字 word " * 20, 1)],
)
def test_minutes(text: str, long: int) -> None:
    assert minutes(text.strip()) == long


def test_squeezed() -> None:
    assert squeezed("“Well —\nSAID”, she.") == "wellsaidshe"
