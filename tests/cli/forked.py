"""Every verb of the command line, one after another, each in a process of its own that is forked from one that has
imported them: for what no verb may do, whatever its streams and its library are like.

    python -m tests.cli.forked WAY HARM

prints a line of JSON for each verb: what it was, its exit code, and what it said."""

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from tests import forking
from tui import cli, config
from tui.cli.verbs import VERBS

WORDS = {
    **dict.fromkeys(("show", "explain-event", "not-the-same", "pictures", "save-as", "qr"), ("1",)),
    **dict.fromkeys(("unfollow", "logout", "login", "follow"), ("no such thing",)),
    **dict.fromkeys(("import", "explain", "save"), ("/no/such/thing",)),
    "change": ("no such thing", "--name", "Another"),
    "search": ("welcome",),
    "same": ("1", "2"),
    "mark": ("read", "2"),
    "note": ("1", "words"),
    "export": ("--all",),
    "doctor": ("--fix",),
    "tidy": ("--yes",),
    "save-as": ("1", "--to", "-"),
    "sync": ("status",),
}
"""What stands behind a verb that cannot stand alone, or does most where this stands behind it."""


def _closed(*descriptors: int) -> None:
    for descriptor in descriptors:
        os.close(descriptor)
        setattr(sys, ("stdin", "stdout", "stderr")[descriptor], None)  # as a new interpreter has them


def _onto(place: str, *descriptors: int) -> None:
    opened = os.open(place, os.O_WRONLY)
    for descriptor in descriptors:
        os.dup2(opened, descriptor)


def _no_reader(*descriptors: int) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    for descriptor in descriptors:
        os.dup2(writer, descriptor)


WAYS: dict[str, Callable[[], None]] = {
    "as ever": lambda: None,
    "<&-": lambda: _closed(0),
    ">&-": lambda: _closed(1),
    "2>&-": lambda: _closed(2),
    "<&- >&- 2>&-": lambda: _closed(0, 1, 2),
    "> /dev/full": lambda: _onto("/dev/full", 1),
    "> /dev/full 2>&1": lambda: _onto("/dev/full", 1, 2),
    "| true": lambda: _no_reader(1),
    "2>&1 | true": lambda: _no_reader(1, 2),
}
"""What a shell may do with the streams of a verb."""


def _newer(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 1000")
    db.commit()
    db.close()


def _another(path: Path) -> None:
    path.unlink()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE recipes (name)")
    db.close()


def _overwritten(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[8192:-8192] = bytes(len(body) - 16384)
    path.write_bytes(body)


def _instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def harm(path: Path) -> None:
        path.unlink()
        make(path)

    return harm


def _no_folder(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.touch()


def _locked(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0)


HARMS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: None,
    "emptied": lambda path: path.write_bytes(b""),
    "cut off": lambda path: os.truncate(path, path.stat().st_size // 2),
    "all zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "overwritten": _overwritten,
    "another program's": _another,
    "of a newer version": _newer,
    "a folder": _instead(Path.mkdir),
    "a pipe": _instead(os.mkfifo),
    "a link to nowhere": _instead(lambda path: path.symlink_to("/no/such/library.db")),
    "a link in a circle": _instead(lambda path: path.symlink_to(path)),
    "in a folder that is a file": _no_folder,
    "locked": lambda path: path.chmod(0),
    "in a folder that is locked": lambda path: path.parent.chmod(0),
    "without its log, which is locked": lambda _: _locked(config.log_file().parent),
    "without its configuration, which is locked": lambda _: _locked(config.config_file().parent),
}
"""What may become of a library."""
LOCKED = frozenset(harm for harm in HARMS if harm.endswith("locked"))
"""Which of these do nothing to root."""


def main(way: str, harm: str) -> None:
    """Each verb, on a library of its own that was harmed before."""
    path = config.library_file()
    whole = path.parent.with_name("whole")
    assert cli.main(["mark", "star", "1"]) == 0
    path.parent.rename(whole)
    forking.import_verbs()
    for verb in VERBS:
        if path.parent.is_dir():
            path.parent.chmod(0o700)
        shutil.rmtree(path.parent, ignore_errors=True) if path.parent.is_dir() else path.parent.unlink(missing_ok=True)
        shutil.copytree(whole, path.parent)
        HARMS[harm](path)
        said = whole.with_name("said")
        words = (verb.name, *WORDS.get(verb.name, ()))
        code = forking.run(words, os.devnull, str(said), before=WAYS[way])
        print(json.dumps([verb.name, code, said.read_text(encoding="utf-8", errors="replace")]))


if __name__ == "__main__":
    main(*sys.argv[1:])
