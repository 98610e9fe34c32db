"""Writing systems."""

import pytest

from tui.scripts import WIDE


@pytest.mark.parametrize(
    ("text", "found"), [("harbour", 0), ("гавань", 0), ("港口", 2), ("みなと", 3), ("항구", 2), ("ท่า", 3)]
)
def test_letters_that_say_much(text: str, found: int) -> None:
    assert len(WIDE.findall(text)) == found
