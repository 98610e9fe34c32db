"""The table of verbs: each row is whole, and what it names is there."""

import argparse
from pathlib import Path

import pytest

from tui import cli
from tui.cli.verbs import VERBS, Verb, number


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_verb_has_its_function_and_one_line(verb: Verb) -> None:
    assert callable(verb.function())
    assert verb.about and not verb.about.endswith(".") and "\n" not in verb.about
    assert [one.name for one in VERBS].count(verb.name) == 1


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_verb_stands_in_the_readme(verb: Verb) -> None:
    readme = Path(__file__).parent.parent.parent / "README.md"
    if not readme.exists():
        pytest.skip("the README is not beside the installed wheel's tests")
    assert f"broadsheet {verb.name}" in readme.read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_the_parser_of_one_verb_is_what_it_is_among_all(verb: Verb) -> None:
    def choices(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
        (found,) = (action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction))
        return found

    assert list(choices(cli.parser(verb.name))) == [verb.name]
    alone, among = choices(cli.parser(verb.name))[verb.name], choices(cli.parser())[verb.name]
    assert alone.format_help() == among.format_help()


def test_an_unknown_verb_is_told_of_all() -> None:
    assert cli.parser("nonsense").format_help() == cli.parser().format_help() == cli.parser("--help").format_help()


def test_a_number_is_not_less_than_none() -> None:
    assert number("0") == 0
    with pytest.raises(argparse.ArgumentTypeError, match="-1 is less than 0"):
        number("-1")
