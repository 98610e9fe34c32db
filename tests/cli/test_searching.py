"""Verbs that search, run in this process."""

import pytest

from tests.cli.conftest import Verb
from tui.cli.searching import said


def test_a_search_is_saved_and_listed(verb: Verb) -> None:
    assert "no searches are saved yet" in verb("searches").err
    saved = verb("search", "welcome", "--save", "Welcome")
    assert saved.code == 0 and '`broadsheet list --section "Welcome"`' in saved.err
    assert verb("searches").out == "Welcome\twelcome\n"
    assert verb("unfollow", "welcome").err == "removed the saved search Welcome\n"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["is:unread port -football"], "is:unread port -football"),
        (["port", "strike"], "port strike"),
        (["port strike", " -football"], '"port strike" -football'),
        (["site:Arab News", "war"], 'site:"Arab News" war'),
        ([" -port strike", "war"], '-"port strike" war'),
        (['"port strike" | ferry', "war"], '"port strike" | ferry war'),
        (["note: well", "war"], '"note: well" war'),
    ],
)
def test_what_the_shell_kept_together_is_a_phrase(words: list[str], meant: str) -> None:
    assert said(words) == meant


def test_a_minus_word_needs_no_quotation_marks(verb: Verb) -> None:
    with_it = verb("search", "key", "--limit", "0").out.splitlines()
    without = verb("search", "key", "-clutter", "--limit", "0").out.splitlines()
    assert 0 < len(without) < len(with_it)
    assert verb("search", "-h").out.startswith("usage: broadsheet search")
    assert verb("search", "welcome", "--purple").code == 2


def test_nothing_found_says_so_and_a_mistake_is_named(verb: Verb) -> None:
    nothing = verb("search", "zeppelins", "-hangar")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "nothing found for zeppelins -hangar\n")
    assert verb("search", "zeppelins", "--json").out == "[]\n"
    wrong = verb("search", "war", "is:purple")
    assert wrong.code == 1 and wrong.err.startswith("broadsheet: is:purple: a story is unread, read, starred,")
