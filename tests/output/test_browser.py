"""The browser: whether one is started, and what is said of it."""

import sys

import pytest

from tui.output import browser


@pytest.mark.parametrize(
    ("open_links", "program", "environment", "wanted"),
    [
        ("browser", (), {"SSH_CONNECTION": "x"}, True),
        ("copy", (), {"DISPLAY": ":0"}, False),
        ("auto", (), {"DISPLAY": ":0"}, True),
        ("auto", (), {"WAYLAND_DISPLAY": "w"}, True),
        ("auto", (), {"DISPLAY": ":0", "SSH_CONNECTION": "x"}, False),
        ("auto", ("lynx",), {}, True),
        ("auto", ("lynx",), {"SSH_CONNECTION": "x"}, False),
    ],
)
def test_over_ssh_an_address_is_copied_unless_a_person_says_otherwise(
    open_links: str, program: tuple[str, ...], environment: dict[str, str], wanted: bool
) -> None:
    assert browser.wanted(open_links, program, environment) is wanted


def test_a_program_is_started_with_the_address_last_and_by_no_shell() -> None:
    url = "https://a.example/?a=1&b=$(id)"
    assert browser.start(url, (sys.executable, "-c", "pass")) == f"Opened: {url}"
    assert browser.start(url, ("/no/such/program",)) == "/no/such/program cannot be started: No such file or directory"


def test_where_there_is_none_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def nowhere(url: str) -> bool:
        asked.append(url)
        return False

    monkeypatch.setattr("webbrowser.open", nowhere)
    assert browser.start("https://a.example/") == "No browser was found for https://a.example/"
    assert asked == ["https://a.example/"]
