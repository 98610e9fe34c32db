"""Verbs on what matters, run in this process."""

import json

import pytest

from tests.cli.conftest import Verb
from tests.storage.events_paper import BRIDGE, VOTE, arrive, together
from tui import config
from tui.storage.file import File
from tui.storage.grouping import Window


@pytest.fixture
def told(verb: Verb) -> Verb:
    """Two events of the last hour: a verb goes by this machine's clock."""
    verb("list")
    with File(config.library_file()) as file:
        arrive(file, BRIDGE, now=file.clock())
        arrive(file, VOTE, minutes=10, now=file.clock())
        together(file, Window())
    return verb


def test_the_front_page_and_the_reasons_of_its_ranks(told: Verb) -> None:
    first, second = told("front").out.splitlines()
    assert first.split("\t")[2:] == ["•", "Paper 3, Paper 2, Paper 1, …", BRIDGE[3]] and second.endswith(VOTE[2])
    assert "4 independent outlets, last told within the hour: 2." in told("front", "--explain").out
    (record, _) = json.loads(told("front", "--json").out)
    assert (record["tellings"], record["weight"], len(record["independent"])) == (4, 1.0, 4)


def test_a_person_weighs_and_says_who_owns_what(told: Verb) -> None:
    assert (
        told("front", "--weigh", "Paper 3", "0").err
        == "1 section weighs 0 on the front page; `broadsheet undo` takes it back\n"
    )
    assert told("front", "--owner", "Press", "paper0.example", "paper1.example", "paper2.example").code == 0
    assert "3 tellings" in told("front", "--explain").out
    assert told("front", "--owner", "Press").err == "Press owns nothing any more; `broadsheet undo` takes it back\n"
    assert told("front", "--owner", "Press").err == "Press owns nothing\n", "undo would take back something else"
    assert told("front", "--weigh", "Paper 3", "much").err == "broadsheet: much is not a number\n"


def test_catching_up_says_what_is_left_out(told: Verb) -> None:
    said = told("catchup", "--minutes", "12").out
    assert BRIDGE[3] in said and said.endswith("2 stories, less than a minute; nothing is left out\n")
    found = json.loads(told("catchup", "--minutes", "0", "--json").out)
    assert (found["stories"], found["left_out"]) == ([], 2)
    assert told("catchup", "--since", "soon").code == 1


def test_nothing_to_read_is_said(verb: Verb) -> None:
    assert (verb("front").out, verb("front").err) == ("", "there is nothing on the front page\n")
    assert verb("front", "--unread").err == "nothing on the front page is unread\n"
    assert verb("front", "--json").out == "[]\n"
    assert (verb("catchup").out, verb("catchup").err) == ("", "there is nothing to catch up on\n")
