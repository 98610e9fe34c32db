"""The folders are those that platformdirs names, and naming them does not import it."""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from tui import paths
from tui.errors import AskError, ConfigError

KINDS = ("DATA", "CONFIG", "STATE")


def asked(kind: str) -> str:
    """What platformdirs says."""
    said: str = getattr(platformdirs, f"user_{kind.lower()}_dir")("broadsheet", appauthor=False)
    return said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("home", ["/home/ann", "/home/ann/", None, "ann", ""])
@pytest.mark.parametrize("chosen", [None, "/srv/ann", "/srv/ann/", "", "ann", "~/ann"])
def test_they_are_platformdirs_own(
    kind: str, home: str | None, chosen: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("HOME", home), (f"XDG_{kind}_HOME", chosen)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert paths.folder(kind) == asked(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_home_it_is_said_what_helps(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_given: object, **_named: object) -> str:
        raise RuntimeError("could not determine the home directory")

    for name in ("HOME", f"XDG_{kind}_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(platformdirs, f"user_{kind.lower()}_dir", nobody)
    with pytest.raises(ConfigError, match=f"no home here: set HOME, or XDG_{kind}_HOME, to a folder"):
        paths.folder(kind)


def test_on_a_mac_they_stand_where_its_programs_have_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", "/Users/ann")
    for kind in KINDS:
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
        assert paths.folder(kind) == "/Users/ann/Library/Application Support/broadsheet"


def test_other_systems_are_left_to_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd14")
    for kind in KINDS:
        assert paths.folder(kind) == asked(kind)


@pytest.mark.parametrize(
    ("home", "path", "said"),
    [
        ("/home/ann", "/home/ann/news/a.db", "~/news/a.db"),
        ("/home/ann/", "/home/ann", "~"),
        ("/home/ann", "/home/anna/a.db", "/home/anna/a.db"),
        ("", "/srv/a.db", "/srv/a.db"),
        ("/", "/srv/a.db", "/srv/a.db"),
    ],
)
def test_a_path_in_the_home_is_said_with_a_tilde(
    home: str, path: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", home)
    assert paths.short(Path(path)) == said


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="elsewhere platformdirs is asked")
def test_it_is_not_imported_for_that() -> None:
    code = "import sys; from tui import paths; paths.folder('DATA'); print('platformdirs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_typed_path_may_begin_with_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert paths.typed("~/news") == Path("/home/ann/news")
    assert paths.typed("a ~ b") == Path("a ~ b")
    with pytest.raises(AskError, match="there is no home ~nobody-here"):
        paths.typed("~nobody-here/news")
