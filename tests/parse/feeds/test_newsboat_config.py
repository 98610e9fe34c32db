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
        "use-proxy yes\n"
        "proxy localhost:3128\n"
        "player mpv\n"
        'user-agent "Me/1.0"\n'
        "notify-program notify-send\n"
    ) == {
        "notify": ["notify-send", "{count} new: {titles}"],
        "measure": 66,
        "interval_minutes": 45,
        "auto_refresh": True,
        "browser": ["w3m", "-T", "text/html"],
        "proxy": "http://localhost:3128",
        "player": ["mpv", "{file}"],
        "user_agent": "Me/1.0",
    }


def test_the_last_line_of_a_setting_holds_and_numbers_are_within_what_is_possible() -> None:
    assert equals("text-width 66\ntext-width 500\nreload-time 1") == {"measure": 120, "interval_minutes": 5}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("color background white black", "colours here are a theme's"),
        ("made-up-setting yes", "there is nothing like it here"),
        ("text-width wide", "its value is not a number"),
        ("text-width", "it has no value"),
        ('browser "firefox %u &"', "a shell would have to read it"),
        ('browser "`touch /tmp/x`"', "a shell would have to read it"),
        ('browser "open %u --new"', "the address must come last"),
        ('ignore-article "*" "author = \\"Ann\\""', "cannot be expressed as a search"),
        ('ignore-article "regex:x" "title =~ \\"a\\""', "feeds are named one by one here"),
        ('ignore-article "*"', "it has no expression"),
        ("confirm-exit yes", "everything can be taken back"),
        ('highlight article "sea" red', "only stories of the lists"),
        ('highlight all "(^Feed:.*)" red', "cannot be expressed as a search"),
        ("proxy localhost:3128", "no proxy is used there"),
    ],
)
def test_what_has_none_is_told(line: str, why: str) -> None:
    assert why in unlike(line)
    assert not equals(line)


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


@pytest.mark.parametrize(
    ("lines", "proxy"),
    [
        ("use-proxy true\nproxy https://a.example:1", "https://a.example:1"),
        ("use-proxy yes\nproxy a.example:1\nproxy-type https", "http://a.example:1"),
        ("use-proxy no\nproxy a.example:1", None),
        ("use-proxy yes", None),
    ],
)
def test_a_proxy_is_asked_where_one_is_used_that_speaks_http(lines: str, proxy: str | None) -> None:
    assert equals(lines).get("proxy") == proxy


def test_keys_and_macros_have_their_equals_too() -> None:
    found = read('bind-key j down\nmacro y set browser "mpv %u" ; open-in-browser\nunbind-key q')
    assert found.equals or found.unlike
    assert not any("there is nothing like it here" in sentence for sentence in found.unlike)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("browser 'w3m'", None),
        ("browser w3m", ["w3m"]),
        ('browser "w3m %f"', ["w3m"]),
        ('browser "%u"', None),
        ('browser "open %u %u"', None),
        ('browser ""', None),
    ],
)
def test_a_command_is_its_words_without_the_address_at_its_end(line: str, words: list[str] | None) -> None:
    assert equals(line).get("browser") == words


def test_a_line_that_is_very_long_is_told_in_short_and_empty_ones_not_at_all() -> None:
    (sentence,) = read("\n \n# nothing\nmade-up " + "x" * 500).unlike
    assert len(sentence) < 120 and sentence.endswith("there is nothing like it here")


def test_a_highlight_without_words_or_an_expression_that_is_refused_is_told() -> None:
    found = read('highlight all\nhighlight-article\nignore-article "*" "age between"')
    assert not found.filters and len(found.unlike) == 3


def test_a_proxy_of_another_kind_is_not_asked() -> None:
    found = read("proxy localhost:9050\nproxy-type socks5\nuse-proxy yes")
    assert not found.equals and found.unlike == ("proxy localhost:9050: a proxy has to speak HTTP here, not socks5",)


def test_words_that_are_coloured_in_lists_are_highlighted() -> None:
    found = read('highlight all "elephant|ivory" red default bold\nhighlight articlelist sea blue')
    assert [each.expression for each in found.filters] == ['title =~ "elephant|ivory"', 'title =~ "sea"']
    assert all(each.highlight for each in found.filters)


@given(st.text())
def test_whatever_stands_in_it_is_read(source: str) -> None:
    found = read(source)
    assert all("\x1b" not in sentence for sentence in found.unlike)
