"""Verbs that move a subscription life in and out: import and export."""

import argparse
import sys
from pathlib import Path

from tui import config
from tui.cli.opening import reading, writing
from tui.errors import AskError
from tui.output import gate, lists
from tui.text import counted


def import_file(arguments: argparse.Namespace) -> int:
    """`import FILE`: exit code 1 where nothing of it could be followed."""
    from tui.library.subscriptions import import_subscriptions
    from tui.storage import searches, sections

    name, body = _contents(arguments.file)
    if body.startswith(_WHOLE_LIBRARY):
        return _import_all(arguments.file, body)
    with writing() as file:
        before, known = set(searches.saved(file)), {section.id for section in sections.sections(file)}
        taken, refused = import_subscriptions(file, body, name)
        saved = set(searches.saved(file)) - before
    for reason in refused:
        gate.say(reason)
    gate.put(lists.followed(taken))
    new = sum(section.id not in known for section in taken)
    said = [f"{counted(new, 'section', 'sections')} followed"]
    said += [f"{len(taken) - new} were followed already"] if len(taken) > new else []
    said += [f"{counted(len(saved), 'search', 'searches')} saved"] if saved else []
    said += [f"{counted(len(refused), 'line', 'lines')} skipped"] if refused else []
    gate.say(", ".join(said))
    return 1 if refused and not taken and not saved else 0


_WHOLE_LIBRARY = b'{"broadsheet-library"'
"""How an export of all begins."""


def _import_all(name: str, body: bytes) -> int:
    """A whole library into one in which nothing is followed yet; in place of another it is put only by `restore`."""
    import tempfile

    from tui.storage import backups, sections

    with writing() as file:
        if sections.sections(file):
            raise AskError(
                f"{name} is a whole library, and you follow sections already: `broadsheet restore {name}` replaces them"
            )
    # From standard input too: what is restored is read more than once.
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(body)
        kept.flush()
        gate.say(backups.restore(config.library_file(), Path(kept.name)))
    return 0


def _contents(name: str) -> tuple[str, bytes]:
    """(name, what is in it) for a file, or for - standard input."""
    if name == "-":
        return "", sys.stdin.buffer.read()
    path = Path(name)
    try:
        return path.name, path.read_bytes()
    except OSError as error:
        raise AskError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}") from error


def export(arguments: argparse.Namespace) -> int:
    """`export`: OPML; with `--all` everything, also of a library that a newer Broadsheet made."""
    if arguments.all:
        return _export_all()
    from tui.library.subscriptions import export

    with reading() as file:
        gate.put(export(file).rstrip("\n"))
    return 0


def _export_all() -> int:
    import contextlib

    from tui.storage import rows

    with contextlib.closing(rows.look(config.library_file())) as db:
        for line in rows.dump(db):
            gate.put_line(line)
    return 0
