"""What the program says of itself."""

import json
import sys
from pathlib import Path

import pytest

import tui
from tests.cli.conftest import Verb
from tui import config
from tui.cli.verbs import VERBS


def test_where_everything_is(verb: Verb, home: Path) -> None:
    places = json.loads(verb("where", "--json").out)
    assert places["library_bytes"] == 0 and places["log"].startswith(str(home / "state"))
    verb("list")
    assert json.loads(verb("where", "--json").out)["library_bytes"] > 0
    assert f"config\t{config.config_file()}" in verb("where").out.splitlines()


def test_what_a_report_should_say(verb: Verb) -> None:
    facts = json.loads(verb("env", "--json").out)
    assert facts["stories"] > 10 and facts["TMUX"] in (True, False)
    assert "textual\t" in verb("env").out


def test_the_log_has_what_failed_and_no_titles(verb: Verb) -> None:
    assert verb("log").err == "the log is empty\n"
    verb("show", "https://a.example:1/secret-story?token=abc")
    lines = verb("log").out.splitlines()
    assert "WARNING cli: show: failed after" in lines[-1]
    assert not [line for line in lines if "secret-story" in line or "abc" in line]
    assert verb("log", "--lines", "1").out.splitlines() == lines[-1:]


def test_a_verb_narrates_what_it_does(verb: Verb) -> None:
    assert verb("list", "--limit", "1").err == ""
    assert "cli: list: " in verb("-v", "list", "--limit", "1").err
    assert "cli: list: " in verb("list", "--limit", "1", "-v").err


def test_help_is_that_of_the_verb(verb: Verb) -> None:
    assert verb("help").out == verb("--help").out
    assert verb("help", "list").out == verb("list", "--help").out != ""
    refused = verb("help", "lst")
    assert (refused.code, refused.err) == (1, "broadsheet: there is no verb lst; did you mean list?\n")


@pytest.mark.wheel
@pytest.mark.parametrize(
    "place",
    [
        "share/bash-completion/completions/broadsheet",
        "share/zsh/site-functions/_broadsheet",
        "share/fish/vendor_completions.d/broadsheet.fish",
        "share/man/man1/broadsheet.1",
    ],
)
def test_an_installed_wheel_has_completions_and_a_man_page(place: str) -> None:
    if not Path(tui.__file__).is_relative_to(sys.prefix):
        pytest.skip("it runs from its source")
    text = (Path(sys.prefix) / place).read_text(encoding="utf-8").replace("\\-", "-")  # a hyphen, as roff has it
    assert [verb.name for verb in VERBS if verb.name not in text] == []
