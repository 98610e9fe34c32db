"""Folders from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tests.storage.paper import entries, offer
from tui import config
from tui.library import opening
from tui.storage import sections


@pytest.fixture
def followed(home: Path) -> None:
    with opening.writing(config.library_file()) as file:
        sections.follow(file, offer(("World", entries(2)), ("Sport", ()), ("Arts", ())))


def paths(verb: Verb) -> list[str]:
    return [line.split("\t")[1] for line in verb("folder").out.splitlines()]


def test_a_folder_is_made_renamed_moved_and_removed_and_all_of_it_taken_back(verb: Verb, followed: None) -> None:
    assert verb("folder").err.startswith("there are no folders")
    verb("change", "World", "--into", "News / Daily")
    assert verb("folder", "Slow").err == "made the folder Slow; `broadsheet undo` takes it back\n"
    assert paths(verb) == ["News", "News / Daily", "Slow"]
    verb("folder", "Slow", "--place", "1", "--rename", "Weekly")
    assert paths(verb) == ["Weekly", "News", "News / Daily"]
    verb("folder", "Daily", "--into", "Weekly")
    assert paths(verb) == ["Weekly", "Weekly / Daily", "News"]
    verb("folder", "Weekly", "--remove")
    assert paths(verb) == ["Daily", "News"]
    for _ in range(3):
        verb("undo")
    assert paths(verb) == ["News", "News / Daily", "Slow"]
    assert json.loads(verb("folder", "--json").out)[1]["path"] == "News / Daily"


def test_a_change_of_a_folder_is_its_own_and_how_it_is_asked_goes_for_what_stands_in_it(
    verb: Verb, followed: None
) -> None:
    for name in ("World", "Sport"):
        verb("change", name, "--into", "News")
    assert verb("change", "News", "--name", "Papers", "--every", "2h").err.startswith("changed the folder News")
    with opening.reading(config.library_file()) as file:
        assert [(each.name, each.minutes, each.folders) for each in sections.sections(file)] == [
            ("World", 120, (("Papers",),)),
            ("Sport", 120, (("Papers",),)),
            ("Arts", 0, ()),
        ]
        assert sections.sites(file)[0].name == "The Paper"
    verb("undo")
    assert paths(verb) == ["News"]
    assert "--into ''" in verb("change", "News", "--out-of", "Papers").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Nowhere", "--remove"], "there is no folder called Nowhere"),
        (["News"], "there is already a folder called News"),
        (["news"], "there is already a folder called News"),
        (["/"], "a folder needs a name"),
        (["News", "--into", "News"], "the folder News cannot stand in itself"),
    ],
)
def test_what_cannot_be_is_one_sentence(verb: Verb, words: list[str], said: str) -> None:
    verb("folder", "News")
    refused = verb("folder", *words)
    assert (refused.code, refused.err) == (1, f"broadsheet: {said}\n")
    assert paths(verb) == ["News"]


def test_a_folder_may_be_called_like_one_within_another(verb: Verb, home: Path) -> None:
    assert verb("folder", "News / Europe").err.startswith("made the folder News / Europe")
    assert verb("folder", "Europe").err.startswith("made the folder Europe")
    assert paths(verb) == ["News", "News / Europe", "Europe"]


def test_a_folder_inside_another_is_put_into_by_its_name_alone_where_one_is_called_so(
    verb: Verb, followed: None
) -> None:
    verb("folder", "News / Europe")
    verb("folder", "North")
    verb("folder", "North", "--into", "europe")
    verb("change", "World", "--into", "North")
    assert paths(verb) == ["News", "News / Europe", "News / Europe / North"]
    verb("folder", "Sport / Europe")
    for words in (("folder", "News / Europe / North"), ("change", "Arts")):
        refused = verb(*words, "--into", "Europe")
        assert (refused.code, refused.err) == (
            1,
            "broadsheet: several folders are called Europe: News / Europe; Sport / Europe\n",
        )
    verb("change", "Arts", "--into", "Asia")
    assert paths(verb)[-1] == "Asia"


def test_what_is_so_already_offers_no_undo_of_something_else(verb: Verb, home: Path) -> None:
    verb("folder", "News")
    assert verb("folder", "News", "--rename", "News").err == "the folder News is so already\n"
    assert verb("mute", "rugby").err.endswith("; `broadsheet undo` takes it back\n")
    assert verb("mute", "rugby").err == "rugby: 0 stories hidden, as before\n"
