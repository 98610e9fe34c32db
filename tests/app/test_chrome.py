"""The marks that a terminal can show."""

import pytest

from tui.app.chrome import ASCII, Glyphs, glyphs, keys_in


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Glyphs()),
        ({"LANG": "en_GB.UTF-8"}, Glyphs()),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, ASCII),
        ({"LANG": "en_GB.ISO-8859-1"}, ASCII),
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, ASCII),
        ({"LC_ALL": "de_DE.utf8", "LANG": "C"}, Glyphs()),
        ({"TERM": "linux", "LANG": "de_DE.UTF-8"}, ASCII),
    ],
)
def test_the_marks_that_a_terminal_can_show(environ: dict[str, str], expected: Glyphs) -> None:
    assert glyphs(environ) is expected if expected is ASCII else glyphs(environ) == expected
    assert glyphs(environ, "latin-1") is ASCII


def test_keys_without_room_are_left_out_whole_and_the_last_stays() -> None:
    entries = (("enter", "plays"), ("D", "fetches"), ("q", "closes"))
    said = ["".join(text for text, _ in keys_in(entries, cells)) for cells in (32, 31, 21, 20, 1)]
    assert said[0] == "enter plays  D fetches  q closes"
    assert said[1] == said[2] == "enter plays  q closes"
    assert said[3] == said[4] == "q closes"
