"""newsboat's keys and macros have an equal here, or a sentence that says why not."""

import pytest

from tests.parse.feeds.test_newsboat_config import equals, unlike


def test_keys() -> None:
    assert equals("bind-key j down\nbind-key ^D pagedown\nbind-key , quit\nbind-key q quit\nbind-key F5 reload\n") == {
        "keys.down": "j,down",
        "keys.page_on": "ctrl+d,pagedown",
        "keys.out": "comma,q",
        "keys.refresh": "f5,r",
    }


def test_a_key_that_was_bound_and_unbound_is_free() -> None:
    assert equals("bind-key p prev-unread\nunbind-key p\nbind-key p quit") == {"keys.out": "p,q"}


def test_keys_that_both_programs_have_stay_unless_they_are_unbound_or_are_something_else() -> None:
    assert equals("bind-key x quit\nbind-key e open-in-browser-and-mark-read") == {
        "keys.out": "x,q",
        "keys.browser": "e,o",
    }
    assert equals("unbind-key q\nbind-key x quit") == {"keys.out": "x"}
    assert equals("bind-key o open\nbind-key e open-in-browser") == {"keys.open": "o,enter", "keys.browser": "e"}


def test_a_key_in_two_dialogs_keeps_its_first_meaning() -> None:
    source = "bind-key p prev-unread articlelist\nbind-key p open feedlist"
    assert equals(source) == {"keys.previous_unread": "p"} and "already" in unlike(source)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("bind-key p random-unread", "there is no such command here"),
        ("bind-key", "it has no operation"),
        ("unbind-key", "it has no key"),
        ("bind-key COMPOSE quit", "the key has no name here"),
        ("macro", "it has no key or does nothing"),
        ("macro k", "it has no key or does nothing"),
        ("macro k set text-width 60", "settings are not changed by a key here"),
        ("macro k open ; random-unread", "there is no such command as random-unread here"),
        ('macro k toggle-article-read "read"', "no such command as toggle-article-read read here"),
        ('macro k pipe-to "pandoc | less"', "a shell would have to read it"),
        ('macro k set browser "mpv %u &" ; open-in-browser', "a shell would have to read it"),
    ],
)
def test_what_has_none_is_told(line: str, why: str) -> None:
    assert why in unlike(line)
    assert not equals(line)


def test_a_macro_of_operations() -> None:
    assert equals('macro m mark-feed-read; next-unread ; open -- "catch up"') == {
        "macros.m.do": ["mark_all", "next_unread", "open"],
        "macros.m.key": "comma m",
    }


@pytest.mark.parametrize("back", ["", ' ; set browser "firefox %u"'])
def test_a_macro_that_opens_another_program_is_a_command(back: str) -> None:
    assert equals(f'macro v set browser "/usr/bin/mpv --fs %u"; open-in-browser{back}') == {
        "commands.mpv-v.run": ["/usr/bin/mpv", "--fs", "{url}"],
        "commands.mpv-v.key": "comma v",
    }


def test_a_macro_that_pipes_gives_the_article_to_a_program() -> None:
    assert equals("macro = pipe-to less") == {
        "commands.less-U003D.run": ["less"],
        "commands.less-U003D.input": "text",
        "commands.less-U003D.shows": "screen",
        "commands.less-U003D.key": "comma =",
    }


def test_the_last_macro_of_a_key_holds() -> None:
    assert equals("macro m open\nmacro m pipe-to less\nmacro m quit") == {
        "macros.m.do": ["out"],
        "macros.m.key": "comma m",
    }
