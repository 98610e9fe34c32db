"""The marks that a terminal can show."""

import pytest

from tui.app.chrome import ASCII, Glyphs, glyphs


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
