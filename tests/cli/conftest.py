"""What tests of verbs share: the program's folders in a place of their own, and its streams left to pytest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui import cli

Verb = Callable[..., "Done"]


class Done:
    """What a verb did: its exit code, what it printed and what it narrated."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which everything of the program is."""
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setattr("tui.output.gate.give_up", lambda: None)  # the streams are pytest's
    return tmp_path


@pytest.fixture
def verb(home: Path, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Runs a verb in this process."""

    def run(*words: str) -> Done:
        capsys.readouterr()
        code = cli.main(words)
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run
