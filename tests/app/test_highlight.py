"""Program text told apart: by its language, in bounds, with nothing else changed."""

import subprocess
import sys

import pytest

from tui.app import highlight
from tui.app.highlight import LONGEST, WIDEST, language_of, stretches

PROGRAM = 'def count(boats):\n    """How many."""\n    return 2  # at least\n'


def test_keywords_strings_numbers_and_comments_are_told_apart() -> None:
    found = {(PROGRAM[start:end], look) for start, end, look in stretches(PROGRAM, "language-python3")}
    assert {("def", "keyword"), ("return", "keyword"), ("2", "string"), ("# at least", "comment")} <= found
    assert ('"""How many."""', "string") in found
    assert not any(words == "count" for words, _ in found)


@pytest.mark.parametrize(("said", "known"), [("language-js", "js"), ("lang-c++", "c++"), ("PY3", "py"), ("brush: sql", "sql"), ("brainfuck", ""), ("", "")])  # fmt: skip
def test_a_language_goes_by_what_the_page_calls_it(said: str, known: str) -> None:
    assert language_of(said) == known


@pytest.mark.parametrize("text", [PROGRAM * (LONGEST // len(PROGRAM) + 1), "x" * (WIDEST + 1)])
def test_what_is_too_long_stays_plain(text: str) -> None:
    assert stretches(text, "python") == ()


def test_what_takes_too_long_stays_plain_from_there_on(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    monkeypatch.setattr(highlight, "perf_counter", lambda: next(clock) / 50)
    begun = stretches(PROGRAM, "python")
    monkeypatch.undo()
    assert begun == stretches(PROGRAM, "python")[: len(begun)]
    assert len(begun) < 3


def test_pygments_is_not_imported_before_a_program_is_shown() -> None:
    code = "import sys, tui.app.article; print('pygments' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
