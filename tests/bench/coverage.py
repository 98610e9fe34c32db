"""Branch coverage with every child process counted: those that are killed, and those that may write nowhere.

    nice python -m tests.bench.coverage [--lines ROOM] [pytest's arguments]

It needs the package `coverage` (in the extra `bench`). While it runs, a `.pth` file among the installed packages has
each Python process that the tests start measure itself. What a process has run stands in memory that it shares with a
file, mapped before anything is given up: a parsing child, whose every write the system refuses and which ends by a
signal, leaves there what it knew when it last answered. Some tests of times and of what is imported may fail while
they are measured; that they do is printed, and their lines count.
"""

import argparse
import atexit
import json
import mmap
import os
import struct
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

from tests.house import ROOT

FOLDER = "BROADSHEET_MEASURED"
"""The variable of the environment that names the folder where processes leave what they ran."""
SLOT_BYTES = 4 << 20
"""Room for all that one process ran: the largest, the whole suite in one, takes less than half a megabyte."""
QUIET = ("run:disable_warnings", ["no-data-collected"])
"""Nothing is said of a process that has run nothing of the program."""
HEAD = struct.Struct("=II")
"""Which of the two slots holds the last that was written whole (0: none, 1, 2), and its length."""


class Measured:
    """This process, measured."""

    def __init__(self, folder: Path) -> None:
        import coverage

        self._folder = folder
        self._measure = coverage.Coverage(data_file=None, branch=True, include=[f"{ROOT}/*"])
        self._measure.set_option(*QUIET)  # its tests read what a process prints
        self._map()
        self._measure.start()

    def _map(self) -> None:
        file = os.open(self._folder / f"{os.getpid()}-{os.urandom(6).hex()}", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        os.ftruncate(file, HEAD.size + 2 * SLOT_BYTES)
        self._memory = mmap.mmap(file, 0)
        os.close(file)
        self._slot = 0
        self._pid = os.getpid()

    def save(self) -> None:
        """Leave what has been run so far, so that a process killed meanwhile leaves what it left before."""
        with suppress(OSError):  # a confined child that forks cannot: it has nothing of its own to leave
            if self._pid != os.getpid():
                self._map()
            known = self._measure.get_data().dumps()
            slot = 1 if self._slot != 1 else 2
            start = HEAD.size + (slot - 1) * SLOT_BYTES
            self._memory[start : start + len(known)] = known
            self._memory[: HEAD.size] = HEAD.pack(slot, len(known))
            self._slot = slot


def begin() -> None:
    """Measure this process, which the interpreter's start has called. Nothing where no folder is named."""
    if not (folder := os.environ.get(FOLDER)) or not Path(folder).is_dir():
        return
    measured = Measured(Path(folder))
    atexit.register(measured.save)
    for name in ("_exit", "execv", "execve"):
        setattr(os, name, _saving_before(getattr(os, name), measured))
    if any(each.endswith("/fetching/start.py") for each in sys.orig_argv):
        _save_at_answers(measured)


def _saving_before(end: Callable[..., NoReturn], measured: Measured) -> Callable[..., NoReturn]:
    """A way in which a process ends without its own end: what it ran is left first."""

    def ending(*given: Any) -> NoReturn:
        measured.save()
        end(*given)

    return ending


def _save_at_answers(measured: Measured) -> None:
    """A child that answers is ended by a signal: what it ran is left before each of its answers."""
    from tui.fetching import workers

    message = workers._message

    def saved(number: int, sign: int, body: bytes = b"") -> bytes:
        measured.save()
        return message(number, sign, body)

    workers._message = saved


@contextmanager
def _every_process(folder: Path) -> Iterator[dict[str, str]]:
    """The environment in which each Python process measures itself."""
    hook = Path(sysconfig.get_path("purelib")) / "zz_measured.pth"  # after the file that says where the checkout is
    known = f'os.environ.get("{FOLDER}") and __import__("tests.bench.coverage", fromlist=["begin"]).begin()'
    hook.write_text(f"import os; {known}\n", encoding="utf-8")
    try:
        yield {**os.environ, FOLDER: str(folder)}
    finally:
        hook.unlink()


def _gathered(folder: Path) -> Any:
    """What all processes ran, as one measure."""
    import coverage

    whole = coverage.Coverage(data_file=None, branch=True, source=[str(ROOT)])
    whole.exclude("assert_never")
    whole.set_option(*QUIET)
    data = whole.get_data()
    for file in folder.iterdir():
        with file.open("rb") as written:
            if len(head := written.read(HEAD.size)) < HEAD.size:
                continue  # of a process that may write no files so large, as where a full disk is played
            slot, length = HEAD.unpack(head)
            written.seek(HEAD.size + (slot - 1) * SLOT_BYTES if slot else 0)
            known = written.read(length)
        if known:
            one = coverage.CoverageData(no_disk=True)
            one.loads(known)
            data.update(one)
    return whole


def _printed(whole: Any, lines: str) -> None:
    """Say for each wing, and for each room below 95 %, how much was run; for one room, what was not."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        whole.json_report(outfile=file.name)
        files = json.loads(Path(file.name).read_text("utf-8"))["files"]
    ran: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for path, found in files.items():
        inside = Path(path).resolve().relative_to(ROOT).with_suffix("")
        room, told = ".".join(inside.parts), found["summary"]
        wing = ".".join(inside.parts[:-1]) or "the roof"
        for name in (wing, "in all", f" {room}"):
            ran[name] += told["covered_lines"] + told["covered_branches"]
            of[name] += told["num_statements"] + told["num_branches"]
        if room == lines:
            print(f"{room}: lines {found['missing_lines']}, branches {found['missing_branches']}")
    for name in sorted(of):
        share = 100 * ran[name] / max(of[name], 1)
        if of[name] and (not name.startswith(" ") or share < 95):
            print(f"{share:6.1f} %  {of[name]:6}  {name.strip()}")


def main() -> int:
    """Run the tests, measured, and print what they ran."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.coverage")
    parser.add_argument("--lines", metavar="ROOM", default="", help="say which lines of this room none ran")
    given, tests = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder, _every_process(Path(folder)) as environment:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
        code = subprocess.run(command, cwd=ROOT.parent, env=environment, check=False).returncode
        _printed(_gathered(Path(folder)), given.lines)
    return code


if __name__ == "__main__":
    sys.exit(main())
