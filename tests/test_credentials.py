"""Passwords: in a file of their own that nobody else may read, or asked of a password manager."""

import os
import stat
import sys
from pathlib import Path

import pytest

from tui import address, credentials
from tui.credentials import Credential
from tui.errors import ConfigError, OutputError

KEPT = (
    Credential("*.example.com", "ann", 'pa"ss\\wörd'),
    Credential("https://b.example/feed*", "bob", command=("pass", "show", "b")),
)


def test_what_is_saved_is_read_again_by_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "credentials.toml"
    before = os.umask(0)
    try:
        credentials.save(file, KEPT)
    finally:
        os.umask(before)
    assert credentials.load(file) == KEPT
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    credentials.save(file, KEPT[:1])
    assert credentials.load(file) == KEPT[:1]
    assert [path.name for path in file.parent.iterdir()] == ["credentials.toml"]


def test_an_address_has_the_first_that_it_matches() -> None:
    found = credentials.find(KEPT, "https://news.example.com/feed")
    assert found is not None and found.user == "ann"
    found = credentials.find(KEPT, "https://b.example/feed?page=2")
    assert found is not None and found.user == "bob"
    assert credentials.find(KEPT, "https://c.example/") is None


def test_the_password_of_an_address_is_kept_for_its_name_and_host_and_another_one_for_it_alone(tmp_path: Path) -> None:
    file = tmp_path / "credentials.toml"
    assert credentials.keep_apart(file, "https://news.example/feed") == "https://news.example/feed"
    assert credentials.keep_apart(file, "https://token@news.example/feed") == "https://token@news.example/feed"
    assert not file.exists()
    given = [
        ("https://ann:p%40ss@news.example:8443/a", "p@ss"),
        ("https://bob:b@news.example:8443/a", "b"),
        ("https://ann:other@news.example:8443/b?x=1", "other"),
    ]
    for url, _ in given:
        assert credentials.keep_apart(file, url) == address.without_password(url)
    kept = credentials.load(file)
    assert len(kept) == 3 and stat.S_IMODE(file.stat().st_mode) == 0o600
    for url, password in given:
        found = credentials.find(kept, address.without_password(url))
        assert found is not None and found.password == password
    for stranger in ("https://news.example:8443/a", "https://ann@evil.example/a", "https://eve@news.example:8443/a"):
        assert credentials.find(kept, stranger) is None
    credentials.keep_apart(file, "https://ann:new@news.example:8443/b?x=1")
    assert [one.password for one in credentials.load(file)] == ["new", "b", "p@ss"]


@pytest.mark.parametrize(
    ("body", "mode", "said"),
    [
        ("[a]\nuser = 'x'", 0o644, "can be read by others: chmod 600"),
        ("[a]\nusr = 'x'", 0o600, "line 2: a.usr is not a setting; did you mean user?"),
        ("[a]\nuser = 3", 0o600, "line 2: a.user must be text in quotes, not 3"),
        ("[a", 0o600, "not TOML"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path, body: str, mode: int, said: str) -> None:
    file = tmp_path / "credentials.toml"
    file.write_text(body)
    file.chmod(mode)
    with pytest.raises(ConfigError, match=said.replace("?", r"\?")):
        credentials.load(file)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert credentials.load(tmp_path / "none") == ()
    os.mkfifo(tmp_path / "pipe", 0o600)
    with pytest.raises(ConfigError, match="is not a regular file"):
        credentials.load(tmp_path / "pipe")
    with pytest.raises(OutputError, match="cannot be written"):
        credentials.save(tmp_path / "pipe" / "x", KEPT)


def test_a_password_manager_is_asked_and_its_words_are_never_repeated() -> None:
    python = (sys.executable, "-c")
    assert credentials.printed((*python, "print('secret'); print('notes')")) == "secret"
    with pytest.raises(ConfigError) as caught:
        credentials.printed((*python, "print('secret'); raise SystemExit(3)"))
    assert "gave no password (exit code 3)" in str(caught.value) and "secret" not in str(caught.value)
    with pytest.raises(ConfigError, match="gave no password"):
        credentials.printed((*python, "pass"))
    with pytest.raises(ConfigError, match="cannot be used: No such file"):
        credentials.printed(("/no/such/program",))


def test_one_that_waits_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credentials, "COMMAND_SECONDS", 0.05)
    with pytest.raises(ConfigError, match="took too long"):
        credentials.printed((sys.executable, "-c", "import time; time.sleep(60)"))


@pytest.mark.parametrize(
    ("site", "pattern"),
    [
        ("news.example", "news.example"),
        ("https://news.example/feed?a=1", "news.example"),
        ("https://*.news.example/", "https://*.news.example/"),
        ("*.news.example", "*.news.example"),
    ],
)
def test_a_site_is_named_by_its_host_or_its_pattern(site: str, pattern: str) -> None:
    assert credentials.pattern_of(site) == pattern
