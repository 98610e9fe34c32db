"""Verbs about the program itself: help, where, env, log."""

import argparse
import os
import sys
from pathlib import Path

from tui import __version__, config, frame
from tui.cli.opening import reading
from tui.errors import AskError
from tui.output import gate, lists


def where(arguments: argparse.Namespace) -> int:
    """`where`: every folder and file of the program."""
    file = config.library_file()
    parts = file.parent.glob(file.name + "*") if os.path.lexists(file) else ()
    size = sum(part.stat().st_size for part in parts if part.exists())
    places: dict[str, object] = {
        "library": str(file),
        "library_bytes": size,
        "config": str(config.config_file()),
        "state": str(config.state_folder()),
        "screen": frame.file(),
        "log": str(config.log_file()),
        "assets": str(config.asset("")),
    }
    return _put(places, as_json=arguments.json)


def env(arguments: argparse.Namespace) -> int:
    """`env`: versions, sizes and the terminal; nothing of what a person reads."""
    from tui.storage import pictures, retention
    from tui.storage.file import ENGINE

    # The folders' names say what importlib.metadata takes 15 ms to say; the first on the path is the one that is
    # imported.
    folders = (found.stem for place in reversed(sys.path) for found in Path(place).glob("*-*.dist-info"))
    installed = dict(folder.split("-", 1) for folder in folders)
    with reading() as file:
        sizes = retention.sizes(file)
        count, taken = pictures.sizes(file)
    libraries = ("textual", "httpx", "selectolax", "feedparser", "platformdirs")
    facts: dict[str, object] = {
        "broadsheet": __version__,
        "python": sys.version.split()[0],
        "platform": " ".join(os.uname()[part] for part in (0, 2, 4)),
        **{name: installed.get(name, "not installed") for name in libraries},
        "sqlite": ENGINE,
        "stories": sizes.stories,
        "library_bytes": sizes.bytes,
        "pictures": count,
        "picture_bytes": taken,
        **{name: os.environ.get(name, "") for name in ("TERM", "COLORTERM", "LANG", "LC_ALL")},
        **{name: name in os.environ for name in ("TMUX", "SSH_CONNECTION")},
        "stdout_encoding": getattr(sys.stdout, "encoding", None),
    }
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


def _put(facts: dict[str, object], *, as_json: bool) -> int:
    if as_json:
        gate.put_json(facts)
    else:
        gate.put(lists.facts(facts))
    return 0
