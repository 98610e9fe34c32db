"""Verbs that search, run in this process."""

import json

import pytest

from tests.cli.conftest import Verb
from tui.cli.searching import said


def test_a_search_is_saved_and_listed(verb: Verb) -> None:
    assert "no searches are saved yet" in verb("searches").err
    saved = verb("search", "welcome", "--save", "Welcome")
    assert (
        saved.code == 0
        and "saved: `broadsheet list --section Welcome` lists what it finds; `broadsheet undo` takes it back"
        in saved.err
    )
    assert "Welcome is saved already" in verb("search", "welcome", "--save", "Welcome").err
    assert verb("searches").out == "Welcome\twelcome\t0\n"
    assert verb("unfollow", "welcome").err == "removed the saved search Welcome; `broadsheet undo` takes it back\n"


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
    verb("save", "https://a.example/dirigible", "https://a.example/dirigible/strike")
    assert len(verb("search", "dirigible").out.splitlines()) == 2
    assert len(verb("search", "dirigible", "-strike").out.splitlines()) == 1
    assert verb("search", "-h").out.startswith("usage: broadsheet search")
    assert verb("search", "ferry", "--purple").code == 2


def test_nothing_found_says_so_and_a_mistake_is_named(verb: Verb) -> None:
    nothing = verb("search", "zeppelins", "-hangar")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "nothing found for zeppelins -hangar\n")
    assert verb("search", "zeppelins", "--json").out == "[]\n"
    wrong = verb("search", "war", "is:purple")
    assert wrong.code == 1 and wrong.err.startswith("broadsheet: is:purple: a story is unread, read, starred,")


def test_a_mute_is_tried_kept_listed_and_let_go(verb: Verb) -> None:
    every = len(verb("list", "--limit", "0").out.splitlines())
    assert "nothing is muted" in verb("mute").err
    save = verb("save", "https://a.example/ferry")
    assert save.code == 0
    tried = verb("mute", "--try", "example")
    assert tried.err == "would hide 1 story: `broadsheet search example` lists them\n"
    tried = verb("mute", "--try", "example", "--json")
    assert (json.loads(tried.out), tried.err) == ({"words": "example", "stories": 1}, "")
    assert verb("mute", "--try", "zeppelin").err == "would hide 0 stories\n"
    assert verb("mute", "--try", "a | example").err.endswith("`broadsheet search 'a | example'` lists them\n")
    assert verb("mute", "example", "-harbour", "--name", "Examples").err == (
        "Examples: 1 story hidden; `broadsheet undo` takes it back\n"
    )
    assert verb("mute").out == "Examples\texample -harbour\t1\n"
    assert len(verb("list", "--limit", "0").out.splitlines()) == every
    assert verb("mute", "--show", "examples").out.split("\t")[0] == save.out.split("\t")[0]
    assert verb("mute", "--remove", "Example").err == "broadsheet: there is no mute called Example; there is Examples\n"
    assert verb("mute", "--remove", "Examples").err == "removed the mute Examples; `broadsheet undo` takes it back\n"
    assert verb("undo").err == "undone: unmute Examples\n"
    assert verb("mute", "is:purple").err.startswith("broadsheet: is:purple: a story is")


def test_a_rule_and_a_highlight(verb: Verb) -> None:
    assert verb("rule", "ferry").err.startswith("broadsheet: say what the rule does: mark stories read,")
    for nothing in ("#", " # "):
        assert verb("rule", "ferry", "--tag", nothing).err == "broadsheet: a tag has a name\n"
    kept = verb("rule", "ferry", "-strike", "--read", "--tag", "#boats")
    assert kept.err == "ferry -strike: read, #boats as it arrives; `broadsheet undo` takes it back\n"
    assert verb("rule").out == "ferry -strike\tferry -strike\tread, #boats\n"
    assert json.loads(verb("rule", "--json").out)[0]["tags"] == ["boats"]
    assert verb("highlight", "key").err == "key: 0 stories highlighted; `broadsheet undo` takes it back\n"
    assert verb("highlight", "--show", "key", "--json").out == "[]\n"


def test_other_forms_of_a_word_are_offered(verb: Verb) -> None:
    pytest.importorskip("snowballstemmer")
    verb("save", "https://a.example/elephants")
    offered = verb("search", "elephant")
    assert offered.err == "nothing found for elephant\nelephants: 1 more: `broadsheet search 'elephant | elephants'`\n"
    assert len(verb("search", "elephant | elephants").out.splitlines()) == 1
