"""Verbs about the program itself: help, where, env, log."""

import argparse
from typing import TYPE_CHECKING

from tui import config
from tui.cli.opening import reading
from tui.errors import AskError
from tui.output import gate, lists

if TYPE_CHECKING:
    from tui.library.about import Facts


def where(arguments: argparse.Namespace) -> int:
    """`where`: every folder and file of the program."""
    from tui.library import about

    return _put(about.places(), as_json=arguments.json)


def env(arguments: argparse.Namespace) -> int:
    """`env`: versions, sizes and the terminal; nothing of what a person reads."""
    from tui.library import about

    with reading() as file:
        facts = about.environment(file)
    return _put(facts, as_json=arguments.json)


def explain_verb(arguments: argparse.Namespace) -> int:
    """`help [VERB]`: the same as `VERB --help`."""
    from tui.cli import parser
    from tui.cli.verbs import VERBS
    from tui.text import nearest

    names = [verb.name for verb in VERBS]
    if arguments.name and arguments.name not in names:
        near = nearest(arguments.name, names)
        raise AskError(f"there is no verb {arguments.name}" + (f"; did you mean {near}?" if near else ""))
    made = parser(arguments.name or "")
    if arguments.name:
        (verbs,) = (action for action in made._actions if isinstance(action, argparse._SubParsersAction))
        made = verbs.choices[arguments.name]
    gate.put(made.format_help().rstrip("\n"))
    return 0


def log(arguments: argparse.Namespace) -> int:
    """`log`: its newest lines."""
    from tui.log.file import tail

    lines = tail(config.log_file(), arguments.lines)
    gate.put("\n".join(lines))
    if not lines:
        gate.say("the log is empty")
    return 0


def _put(facts: "Facts", *, as_json: bool) -> int:
    if as_json:
        gate.put_json(dict(facts))
    else:
        gate.put(lists.facts(facts))
    return 0
