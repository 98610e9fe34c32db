"""Verbs that move a subscription life in and out: import and export."""

import argparse
import sys
from pathlib import Path

from tui.cli.opening import reading, writing
from tui.errors import AskError
from tui.output import gate, lists
from tui.text import counted


def import_file(arguments: argparse.Namespace) -> int:
    """`import FILE`: exit code 1 where nothing of it could be followed."""
    from tui.library.subscriptions import import_subscriptions
    from tui.storage import searches

    name, body = _contents(arguments.file)
    with writing() as file:
        before = set(searches.saved(file))
        taken, refused = import_subscriptions(file, body, name)
        saved = set(searches.saved(file)) - before
    for reason in refused:
        gate.say(reason)
    gate.put(lists.followed(taken))
    said = [f"{counted(len(taken), 'section', 'sections')} followed"]
    said += [f"{counted(len(saved), 'search', 'searches')} saved"] if saved else []
    said += [f"{counted(len(refused), 'line', 'lines')} skipped"] if refused else []
    gate.say(", ".join(said))
    return 1 if refused and not taken and not saved else 0


def _contents(name: str) -> tuple[str, bytes]:
    """(name, what is in it) for a file, or for - standard input."""
    if name == "-":
        return "", sys.stdin.buffer.read()
    path = Path(name)
    try:
        return path.name, path.read_bytes()
    except OSError as error:
        raise AskError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}") from error


def export(_: argparse.Namespace) -> int:
    """`export`."""
    from tui.library.subscriptions import export

    with reading() as file:
        gate.put(export(file).rstrip("\n"))
    return 0
