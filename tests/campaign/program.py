"""The program as a campaign runs it: with a library of its own, sound before and examined after."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.forking import Stem
from tests.terminal import environment
from tui.errors import StoreError
from tui.storage import repair, rows
from tui.storage.file import File

LIMIT = 120
"""Seconds after which a verb hangs."""


_LIMITED = 'trap "" XFSZ; ulimit -f "$1"; shift; exec "$@"'


class Program:
    """A folder with a library in it, and verbs that run there as other processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "data" / "broadsheet" / "library.db"
        self.env = environment(folder)

    def start(
        self,
        *words: str,
        largest: int | None = None,
        env: Mapping[str, str] | None = None,
        under: Sequence[str] = (),
        keeps: Sequence[int] = (),
    ) -> subprocess.Popen[bytes]:
        """A verb that runs; none of its files may grow over `largest` bytes: as on a full disk, writing fails in the middle.
        `under` is a program that starts it, and `keeps` the descriptors that go to that."""
        limited = () if largest is None else ("sh", "-c", _LIMITED, "sh", str(largest // 512))
        return subprocess.Popen(
            [*under, *limited, sys.executable, "-m", "tui", *words],
            # Python 3.11 takes a half-written .pyc for a whole one: what is tried here is our files, not its own.
            env={**self.env, "PYTHONDONTWRITEBYTECODE": "1", **(env or {})},
            pass_fds=tuple(keeps),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *words: str, **given: Any) -> subprocess.CompletedProcess[bytes]:
        """A verb, run to its end."""
        process = self.start(*words, **given)
        out, err = process.communicate(timeout=LIMIT)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def forked(
        self, stem: Stem, *words: str, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """A verb, run to its end in a process that is forked from one that is there already."""
        return stem.run(words, {**self.env, **(env or {})})

    def ids(self) -> list[str]:
        """The ids of all stories."""
        done = self.run("list", "--limit", "0")
        return [line.split("\t")[0] for line in done.stdout.decode().splitlines()]

    def starred(self) -> set[str]:
        """The ids of the starred stories, as the library itself has them."""
        with closing(rows.look(self.library)) as db:
            return {str(row[0]) for row in db.execute("SELECT id FROM stories WHERE starred = 1")}

    def follow(self, urls: Sequence[str]) -> None:
        """Follow feeds without asking them."""
        (self.folder / "urls").write_text("\n".join(urls) + "\n", encoding="utf-8")
        done = self.run("import", str(self.folder / "urls"))
        assert done.returncode == 0, done.stderr

    def wrong(self) -> str:
        """What is wrong with the library, "" where nothing is."""
        return wrong_with(self.library)


def wrong_with(library: Path) -> str:
    """What is wrong with a library, "" where nothing is."""
    try:
        with File(library) as file:
            return "; ".join(finding.sentence for finding in repair.examine(file))
    except StoreError as error:
        return str(error)


def in_one_sentence(done: subprocess.CompletedProcess[bytes]) -> str:
    """What is wrong with how a verb ended: it may fail, with one sentence and no traceback."""
    said = done.stderr.decode("utf-8", "replace")
    if "Traceback" in said or done.returncode not in (0, 1, 2):
        return f"{' '.join(map(str, done.args))}: exit code {done.returncode}: {said[:1500]}"
    return ""


def as_nobody_special() -> bool:
    """Do modes of files mean anything to this process?"""
    with tempfile.NamedTemporaryFile() as locked:
        os.fchmod(locked.fileno(), 0)
        return not os.access(locked.name, os.R_OK)
