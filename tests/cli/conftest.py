"""What tests of verbs share: the program's folders in a place of their own, and its streams left to pytest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import site
from tests.web import FakeWeb
from tui import cli
from tui.fetching.jobs import Gatherer
from tui.fetching.parsing import InlineParser
from tui.library.library import Library

GAZETTE = "https://gazette.example"
"""Where the Harbour Gazette is, in the web that verbs ask."""

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
def online(web: FakeWeb, home: Path, monkeypatch: pytest.MonkeyPatch) -> FakeWeb:
    """The web in memory, which verbs ask in place of the real one; on it stands the Harbour Gazette."""
    for path in ("/", "/category/world/feed/", "/category/culture/feed/", *(f"/{slug}/" for slug in site.HEADLINES)):
        web[f"{GAZETTE}{path}"] = site.answer(GAZETTE, path)
    monkeypatch.setattr(Library, "fetch", property(lambda _library: Gatherer(web.fetcher(), InlineParser()).go))
    return web


@pytest.fixture
def verb(home: Path, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Runs a verb in this process."""

    def run(*words: str) -> Done:
        capsys.readouterr()
        code = cli.main(words)
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run
