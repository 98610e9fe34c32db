"""Verbs that move subscriptions and all that belongs to them in and out: import and export."""

import argparse
import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui import bounded, config
from tui.cli.opening import Acting, reading, refuse, writing
from tui.errors import AskError
from tui.output import gate, lists

if TYPE_CHECKING:
    from io import BufferedReader

    from tui.model import Imported


def import_file(arguments: argparse.Namespace) -> int:
    """`import FILE`, `import --newsboat [FOLDER]`: exit code 1 where nothing of it could be taken."""
    from tui.library.imports import MOST_BYTES, import_file
    from tui.library.newsboat import files, import_newsboat

    if arguments.newsboat is not None and arguments.file:
        refuse("import takes a file or --newsboat, not both")
    if arguments.newsboat is not None:
        there = files(Path(arguments.newsboat) if arguments.newsboat else None, Path.home())
        with Acting() as (file, act):
            return _told(import_newsboat(file, there), act)
    if not arguments.file:
        refuse("import needs a file, or --newsboat")
    try:
        with _opened(arguments.file) as given:
            if given.peek(len(_WHOLE_LIBRARY)).startswith(_WHOLE_LIBRARY):
                return _import_all(arguments.file, given)
            body = bounded.read(given, MOST_BYTES)
    except OSError as error:
        raise AskError(f"{arguments.file} cannot be read: {bounded.why(error)}") from error
    with Acting() as (file, act):
        return _told(import_file(file, body, "" if arguments.file == "-" else Path(arguments.file).name), act)


def _told(found: "Imported", act: Acting) -> int:
    for reason in (*found.refused, *found.told):
        gate.say(reason)
    gate.put(lists.followed(found.sections))
    gate.say(act.told(lists.imported(found)))
    return 1 if found.refused and found.empty else 0


_WHOLE_LIBRARY = b'{"broadsheet-library"'
"""How an export of all begins."""


def _import_all(name: str, given: "BufferedReader") -> int:
    """Imports a whole library into one in which nothing is followed yet; only `restore` puts it in place of another."""
    from tui.storage import backups, sections

    with writing() as file:
        if sections.sections(file):
            raise AskError(
                f"{name} is a whole library, and you follow sections already: `broadsheet restore {name}` replaces them"
            )
    gate.say(lists.restored(backups.restore(config.library_file(), Path(name), given)))
    return 0


def _opened(name: str) -> "contextlib.AbstractContextManager[BufferedReader]":
    """A file or a pipe, open to be read; for - standard input."""
    if name == "-":
        return contextlib.nullcontext(cast("BufferedReader", sys.stdin.buffer))
    return bounded.opened(Path(name), pipes=True)


def export(arguments: argparse.Namespace) -> int:
    """`export`: OPML; with `--all` everything, also of a library that a newer Broadsheet made."""
    if arguments.all:
        return _export_all()
    from tui.library.subscriptions import export

    with reading() as file:
        gate.put(export(file).rstrip("\n"))
    return 0


def _export_all() -> int:
    from tui.storage import rows

    with contextlib.closing(rows.look(config.library_file())) as db:
        for line in rows.dump(db):
            gate.put_line(line)
    return 0
