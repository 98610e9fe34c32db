"""Setting by setting, newsboat's configuration has an equal here or a sentence that says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse.feeds.newsboat_config import Filter, read


def equals(source: str) -> dict[str, object]:
    return {".".join(each.path): each.value for each in read(source).equals}


def unlike(source: str) -> str:
    (sentence,) = read(source).unlike
    return sentence


def test_what_has_an_equal() -> None:
    assert equals(
        "# mine\n"
        "text-width 66   # columns\n"
        'reload-time "45"\n'
        "auto-reload yes\n"
        'browser "w3m -T text/html %u"\n'
        "proxy localhost:3128\n"
        'user-agent "Me/1.0"\n'
        "notify-program notify-send\n"
    ) == {
        "notify": ["notify-send", "{count} new: {titles}"],
        "measure": 66,
        "interval_minutes": 45,
        "auto_refresh": True,
        "browser": ["w3m", "-T", "text/html"],
        "proxy": "http://localhost:3128",
        "user_agent": "Me/1.0",
    }


def test_the_last_line_of_a_setting_holds_and_numbers_are_within_what_is_possible() -> None:
    assert equals("text-width 66\ntext-width 500\nreload-time 1") == {"measure": 120, "interval_minutes": 5}


def test_keys() -> None:
    assert equals("bind-key j down\nbind-key ^D pagedown\nbind-key , quit\nbind-key q quit\nbind-key F5 reload\n") == {
        "keys.down": "j,down",
        "keys.page_on": "ctrl+d,pagedown",
        "keys.out": "comma,q",
        "keys.refresh": "f5",
    }


def test_a_key_that_was_bound_and_unbound_is_free() -> None:
    assert equals("bind-key p prev-unread\nunbind-key p\nbind-key p quit") == {"keys.out": "p"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("color background white black", "colours here are a theme's"),
        ("made-up-setting yes", "there is nothing like it here"),
        ("text-width wide", "its value is no number"),
        ("text-width", "it has no value"),
        ('browser "firefox %u &"', "a shell would have to read it"),
        ('browser "`touch /tmp/x`"', "a shell would have to read it"),
        ('browser "open %u --new"', "the address has to stand at its end"),
        ("bind-key p random-unread", "there is no such command here"),
        ("bind-key", "it has no operation"),
        ("unbind-key", "it has no key"),
        ("bind-key COMPOSE quit", "the key has no name here"),
        ('ignore-article "*" "author = \\"Ann\\""', "cannot be expressed as a search"),
        ('ignore-article "regex:x" "title =~ \\"a\\""', "feeds are named one by one here"),
        ('ignore-article "*"', "it has no expression"),
    ],
)
def test_what_has_none_is_told(line: str, why: str) -> None:
    assert why in unlike(line)
    assert not equals(line)


def test_a_key_in_two_dialogs_keeps_its_first_meaning() -> None:
    source = "bind-key p prev-unread articlelist\nbind-key p open feedlist"
    assert equals(source) == {"keys.previous_unread": "p"} and "already" in unlike(source)


def test_the_kill_file_and_what_is_highlighted() -> None:
    found = read(
        'ignore-article "*" "title =~ \\"Gentoo\\""\n'
        'ignore-article "https://a.example/feed" "content =~ \\"boats\\""\n'
        'highlight-article "title =~ \\"sea\\"" red default bold\n'
    )
    assert not found.unlike
    assert [(each.expression, each.feed, each.highlight) for each in found.filters] == [
        ('title =~ "Gentoo"', "", False),
        ('content =~ "boats"', "https://a.example/feed", False),
        ('title =~ "sea"', "", True),
    ]
    assert all(isinstance(each, Filter) for each in found.filters)


@given(st.text())
def test_whatever_stands_in_it_is_read(source: str) -> None:
    found = read(source)
    assert all("\x1b" not in sentence for sentence in found.unlike)
