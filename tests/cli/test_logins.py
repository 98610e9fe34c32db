"""Names and passwords are kept, listed without a secret, and forgotten."""

import io
import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tui import config


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("secret word\n"))


@pytest.mark.usefixtures("typed")
def test_a_password_is_read_from_standard_input_and_shown_nowhere(verb: Verb) -> None:
    done = verb("login", "https://news.example/feed", "--user", "ann")
    assert done.code == 0, done.err
    file = config.credentials_file()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    rules = config.load().rules("https://news.example/feed")
    assert rules.options.auth == ("ann", "secret word")
    assert config.load().rules("https://other.example/").options.auth is None
    assert verb("login", "--list").out == "news.example\tann\t…\n"
    for words in (
        ["login", "--list", "--json"],
        ["config"],
        ["export"],
        ["export", "--all"],
        ["where"],
        ["env"],
        ["log"],
        ["doctor"],
    ):
        said = verb(*words)
        assert "secret" not in said.out + said.err
    assert verb("logout", "news.example").code == 0
    assert config.load().credentials == ()
    assert verb("logout", "news.example").err == "broadsheet: no name and password are kept for news.example\n"


def test_a_password_manager_is_named_instead(verb: Verb) -> None:
    assert verb("login", "*.example.com", "--user", "bob", "--command", "pass", "show", "news").code == 0
    assert verb("login", "--list").out == "*.example.com\tbob\tpass show news\n"
    assert json.loads(verb("login", "--list", "--json").out) == [
        {"site": "*.example.com", "user": "bob", "command": ["pass", "show", "news"]}
    ]
    options = config.load().rules("https://a.example.com/").options
    assert (options.auth, options.password_command) == (("bob", ""), ("pass", "show", "news"))


def test_what_is_not_typed_is_not_kept(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    done = verb("login", "a.example", "--user", "x")
    assert (done.code, done.err) == (1, "broadsheet: nothing was typed, so nothing is kept\n")
    assert not config.credentials_file().exists()


def test_on_a_terminal_both_are_asked_for_and_the_password_is_not_shown(
    verb: Verb, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def typed(what: str) -> str:
        asked.append(what)
        return "secret"

    monkeypatch.setattr("getpass.getpass", typed)
    monkeypatch.setattr("tui.output.gate.is_terminal", lambda *_streams: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("ann\n"))
    done = verb("login", "a.example")
    assert done.err.splitlines() == ["Name: ", f"kept for a.example: {config.credentials_file()}"]
    assert asked == ["Password for ann at a.example: "]
    assert config.load().rules("https://a.example/").options.auth == ("ann", "secret")


def test_an_end_of_what_is_typed_is_no_password(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_what: str) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", ended)
    monkeypatch.setattr("tui.output.gate.is_terminal", lambda *_streams: True)
    assert verb("login", "a.example", "--user", "ann").err == "broadsheet: nothing was typed, so nothing is kept\n"


def test_a_name_in_the_configuration_goes_first(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("secret\n"))
    verb("login", "a.example", "--user", "ann")
    verb("config", "set", 'sites."a.example".user', "bob")
    assert config.load().rules("https://a.example/").options.auth == ("bob", "")


def test_a_password_without_an_end_is_cut(verb: Verb, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/zero").open(encoding="utf-8") as endless:
        monkeypatch.setattr("sys.stdin", endless)
        assert verb("login", "news.example", "--user", "ann").code == 0
    assert len((home / "data" / "broadsheet" / "credentials.toml").read_bytes()) < 200_000
