"""Power cuts: the library as the disk has it when all that was not synced is gone, or half of it.

Every sync of the program is seen (`watched`), and a copy of the file made as it was then. When the power goes, each file is what that copy
says; of what was written later nothing is there, or some of its blocks, as a disk may have taken them in any order. A file that was never
synced is empty under its name, and a log that was deleted may be there again, unless its folder was synced since.
"""

import os
import shutil
import signal
import stat
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests import site
from tests.campaign import Tally
from tests.campaign.kills import LONGEST
from tests.campaign.program import Program, wrong_with
from tests.campaign.watched import Syncs, can_be_watched, opened_as
from tests.terminal import Terminal
from tests.web import Loopback, Threaded

BLOCK = 4096
"""Bytes that a disk takes or does not take."""


class Disk:
    """What of the files of a folder is on the disk. Each file that was synced is held open: its number is not given to
    another one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._synced: dict[tuple[int, int], tuple[int, bytes]] = {}
        self._names: dict[tuple[int, int], Path] = {}
        self._deleted: set[tuple[int, int]] = set()
        for path in folder.rglob("*"):
            if path.is_file():
                self.sync(os.open(path, os.O_RDONLY))

    def sync(self, file: int) -> None:
        """A file is synced now; the descriptor is kept."""
        found = os.fstat(file)
        number = found.st_dev, found.st_ino
        if stat.S_ISDIR(found.st_mode):
            self._settle(opened_as(file))
            os.close(file)
            return
        if number in self._synced:
            os.close(file)
        held = self._synced[number][0] if number in self._synced else file
        self._synced[number] = held, os.pread(held, found.st_size, 0)
        self._names.setdefault(number, opened_as(held))

    def _settle(self, folder: Path) -> None:
        """What was deleted in a folder that is synced now stays so."""
        for number, name in self._names.items():
            if name.parent == folder and number != _number(name):
                self._deleted.add(number)

    def cut(self, chance: Random, image: Path) -> None:
        """The folder as it is found after a power cut."""
        how = chance.choice(("nothing", "nothing", "some", "all"))
        here = set()
        for path in self._folder.rglob("*"):
            if not path.is_file() or not (number := _number(path)):
                continue
            here.add(number)
            held = self._synced.get(number, (0, b""))[1]
            _write(image / path.relative_to(self._folder), _blocks(chance, how, held, path.read_bytes()))
        for number, (_, held) in reversed(self._synced.items()):
            name = self._names[number]
            log = name.name.endswith("-wal") and number not in here | self._deleted and self._folder in name.parents
            if log and chance.random() < 0.5 and not (back := image / name.relative_to(self._folder)).exists():
                _write(back, held)

    def close(self) -> None:
        """Lets go of the files."""
        for held, _ in self._synced.values():
            os.close(held)


def _number(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    path.chmod(0o600)


def _blocks(chance: Random, how: str, old: bytes, new: bytes) -> bytes:
    """A file of which none, some or all was written since it was synced."""
    if how == "nothing":
        return old
    if how == "all":
        return new
    length = chance.choice((len(old), len(new), max(len(old), len(new))))
    both = [old.ljust(length, b"\0"), new.ljust(length, b"\0")]
    return b"".join(chance.choice(both)[at : at + BLOCK] for at in range(0, length, BLOCK))[:length]


def run(chance: Random, rounds: int) -> Tally:
    """In each round a few verbs are done and said to be done, one more is begun, and the power goes."""
    tally = Tally()
    if not can_be_watched():
        return tally
    server = Loopback(lambda path, _headers: site.answer(server.url, path))
    with tempfile.TemporaryDirectory() as folder, Threaded(server):
        first = Program(Path(folder) / "first")
        first.folder.mkdir()
        tally.count(_born(chance, first, server.url, Path(folder)))
        first.run("follow", server.url)
        first.run("backup")
        for number in range(rounds):
            part = _on_the_screen if number % 4 == 3 else _verbs
            here, after = Path(folder) / f"{number}", Path(folder) / f"{number}-after"
            shutil.copytree(first.folder, here)
            tally.count(part(chance, Program(here), after))
            shutil.rmtree(here)
            shutil.rmtree(after, ignore_errors=True)
    return tally


def _born(chance: Random, program: Program, url: str, folder: Path) -> str:
    """A first library is whole or not there at all."""
    for number in range(4):
        disk = Disk(program.folder)
        _done(program, disk, ("list",), chance.random() if number else None)
        disk.cut(chance, after := folder / f"born-{number}")
        disk.close()
        found = Program(after)
        if found.library.exists() and (wrong := found.wrong()):
            return f"a library that was new: {wrong}"
        if (done := found.run("import", "/dev/null")).returncode == 2 or b"Traceback" in done.stderr:
            return f"after a new library, {url}: {done.stderr[-300:]!r}"
        shutil.rmtree(program.folder / "data", ignore_errors=True)
    return ""


def _verbs(chance: Random, program: Program, after: Path) -> str:
    ids = program.ids()
    disk = Disk(program.folder)
    measure, acts = "", []
    for _ in range(chance.randrange(1, 4)):
        some = chance.sample(ids, 2)
        measure_now = str(chance.randrange(50, 90))
        verb = chance.choice(
            [
                *[("mark", "star", *some)] * 3,
                ("mark", "unstar", *some),
                ("save", some[0]),
                ("config", "set", "measure", measure_now),
                ("backup",),
                ("undo",),
                ("tidy", "--yes", "--days", "0"),
            ]
        )
        acts.append(" ".join(verb))
        if (code := _done(program, disk, verb)) not in (0, 1):
            return f"{acts}: exit code {code}"
        if verb[0] == "config":
            measure = measure_now
    starred = program.starred()
    last = chance.choice(
        [("refresh",), ("mark", "read", *chance.sample(ids, 3)), ("download",), ("tidy", "--yes"), ("reparse",)]
    )
    _done(program, disk, last, chance.random() ** 2 * LONGEST)
    disk.cut(chance, after)
    disk.close()
    found = Program(after)
    wrong = found.wrong()
    if not wrong and (now := found.starred()) != starred:
        wrong = f"starred are {sorted(now)} and not {sorted(starred)}"
    if not wrong and measure and found.run("config", "get", "measure").stdout.decode().split()[-1:] != [measure]:
        wrong = f"the measure is not {measure}"
    copies = sorted((after / "data" / "broadsheet" / "backups").glob("*.db"))
    if not wrong and (bad := [str(each) for each in copies if _is_no_library(each)]):
        wrong = f"copies are not whole: {bad}"
    return f"{acts}, then {last}: {wrong}" if wrong else ""


def _is_no_library(path: Path) -> bool:
    return not path.stat().st_size or bool(wrong_with(path))


def _on_the_screen(chance: Random, program: Program, after: Path) -> str:
    """A star that the screen shows is on the disk."""
    disk = Disk(program.folder)
    syncs = Syncs(disk.sync)
    try:
        with Terminal(
            syncs.program(sys.executable, "-m", "tui"), program.env, 100, 30, keeps=(syncs.there.fileno(),)
        ) as terminal:
            terminal.wait_for("Starred", gone="★")
            terminal.press("l", *"j" * chance.randrange(4), "s")
            terminal.wait_for("★")
            os.killpg(terminal.pid, signal.SIGKILL)
            terminal.wait_end()
        disk.cut(chance, after)
    except AssertionError as error:
        return f"the screen: {error}"
    finally:
        syncs.close()
        disk.close()
    found = Program(after)
    wrong = found.wrong()
    if not wrong and len(found.starred()) != 1:
        wrong = "the star that was shown is gone"
    return f"a star on the screen: {wrong}" if wrong else ""


def _done(program: Program, disk: Disk, verb: tuple[str, ...], seconds: float | None = None) -> int:
    """A verb whose syncs are seen, done to its end or killed after some seconds; its exit code."""
    syncs = Syncs(disk.sync)
    process = program.start(*verb, under=syncs.program(), keeps=(syncs.there.fileno(),))
    syncs.there.close()
    if seconds is not None:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    process.communicate()
    syncs.close()
    return process.returncode
