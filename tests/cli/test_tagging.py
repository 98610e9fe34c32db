"""Tags and notes from the command line."""

import io
import json

import pytest

from tests.cli.conftest import Verb


@pytest.fixture
def ids(verb: Verb) -> list[str]:
    verb("save", "https://a.example/ferry", "https://a.example/tram", "https://a.example/port")
    return [line.split("\t")[0] for line in verb("list", "--section", "Later").out.splitlines()]


def test_stories_are_tagged_and_listed_by_their_tag(verb: Verb, ids: list[str]) -> None:
    assert verb("tag").err == "there are no tags: `broadsheet tag NAME ID`\n"
    assert verb("tag", "#ports", *ids[:2]).err == "2 stories tagged ports; `broadsheet undo` takes it back\n"
    assert (
        verb("tag", "towns", "--search", "tram | ferry").err
        == "2 stories tagged towns; `broadsheet undo` takes it back\n"
    )
    assert verb("tag").out == "2/2\tports\n2/2\ttowns\n"
    assert len(verb("list", "--section", "#ports").out.splitlines()) == 2
    assert (
        verb("tag", "ports", ids[0], "--off").err == "1 story no longer tagged ports; `broadsheet undo` takes it back\n"
    )
    assert json.loads(verb("tag", "--json").out)[0] == {"name": "ports", "stories": 1, "unread": 1}


def test_a_tag_is_renamed_and_removed_and_both_are_taken_back(verb: Verb, ids: list[str]) -> None:
    verb("tag", "ports", *ids)
    assert "ports is called harbours" in verb("tag", "ports", "--rename", "harbours").err
    assert verb("tag").out == "3/3\tharbours\n"
    assert "its stories stay" in verb("tag", "Harbours", "--remove").err
    assert verb("tag").out == ""
    verb("undo")
    verb("undo")
    assert verb("tag").out == "3/3\tports\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing", "--remove"], "there is no tag called nothing"),
        (["nothing", "--rename", "x"], "there is no tag called nothing"),
        (["ports", "99999"], "there is no story 99999"),
    ],
)
def test_what_cannot_be_is_one_sentence(verb: Verb, words: list[str], said: str) -> None:
    refused = verb("tag", *words)
    assert (refused.code, refused.err) == (1, f"broadsheet: {said}\n")


@pytest.mark.parametrize("words", ["--rename harbours", "--remove"])
def test_a_tag_is_renamed_or_removed_as_a_whole(verb: Verb, ids: list[str], words: str) -> None:
    verb("tag", "ports", *ids)
    refused = verb("tag", "ports", ids[0], *words.split())
    assert (refused.code, refused.err) == (2, "broadsheet: a tag is renamed or removed as a whole: without stories\n")
    assert verb("tag").out == "3/3\tports\n"
    same = verb("tag", "ports", "--rename", "ports")
    assert same.err == "ports is called so already\n", "undo would take back something else"
    assert verb("tag", "ports", "--rename", "#").err == "broadsheet: a tag has a name\n"
    assert verb("tag", "ports", "--rename", "#harbours").err.startswith("ports is called harbours; ")
    assert verb("tag").out == "3/3\tharbours\n"


def test_a_note_is_written_printed_and_taken_away(verb: Verb, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "there is no note on" in verb("note", ids[0]).err
    assert (
        verb("note", ids[0], "Ask", "about", "the price.").err == "the note is kept; `broadsheet undo` takes it back\n"
    )
    assert verb("note", ids[0]).out == "Ask about the price.\n"
    assert json.loads(verb("note", ids[0], "--json").out) == {"id": ids[0], "note": "Ask about the price."}
    monkeypatch.setattr("sys.stdin", io.StringIO("From a pipe"))
    verb("note", ids[0], "-")
    assert verb("note", ids[0]).out == "From a pipe\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(" \n"))
    refused = verb("note", ids[0], "-")
    assert (refused.code, refused.err) == (1, "broadsheet: standard input has no words: --remove takes a note away\n")
    assert verb("note", ids[0], "--remove").err == "the note is removed; `broadsheet undo` takes it back\n"
    assert verb("note", ids[0]).code == 1
    assert verb("note", ids[0], "--remove").err == f"there is no note on {ids[0]}\n"
    verb("undo")
    assert verb("note", ids[0]).out == "From a pipe\n"


def test_later_is_a_mark_like_others(verb: Verb, ids: list[str]) -> None:
    assert (
        verb("mark", "not-later", ids[0]).err
        == "1 story taken off the list of later; `broadsheet undo` takes it back\n"
    )
    assert len(verb("list", "--section", "later").out.splitlines()) == 2
    assert (
        verb("mark", "later", "--search", "is:unread site:a.example").err
        == "1 story put on the list of later; `broadsheet undo` takes it back\n"
    )
