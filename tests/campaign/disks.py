"""Disks that are full or fail: a verb says so in one sentence, the library stays sound, and who can read it reads it."""

import contextlib
import tempfile
from pathlib import Path
from random import Random

from tests import site
from tests.campaign import Tally
from tests.campaign.program import Program, as_nobody_special, in_one_sentence
from tests.web import Loopback, Threaded


def run(chance: Random, rounds: int) -> Tally:
    """In each round a verb meets a disk that takes no more."""
    tally = Tally()
    server = Loopback(lambda path, _headers: site.answer(server.url, path))
    with tempfile.TemporaryDirectory() as folder, Threaded(server):
        program = Program(Path(folder))
        program.run("follow", server.url)
        ids = program.ids()
        program.run("mark", "star", *ids[:2])
        for _ in range(rounds):
            room = chance.choice([0, 512, 4096, 30_000, program.library.stat().st_size + chance.randrange(50_000)])
            verb = chance.choice(
                [
                    ("mark", "read", *chance.sample(ids, 2)),
                    ("refresh",),
                    ("download",),
                    ("search", "ferry", "--save", "Ferries"),
                    ("backup",),
                    ("tidy", "--yes", "--days", "0"),
                    ("list",),
                    ("export", "--all"),
                    ("config", "set", "measure", "66"),
                ]
            )
            done = program.run(*verb, largest=room)
            wrong = in_one_sentence(done) or program.wrong()
            if not wrong and not set(ids[:2]) <= program.starred():
                wrong = "stars are gone"
            tally.count(f"{' '.join(verb)} with room for {room} bytes: {wrong}" if wrong else "")
        _read_only(program, tally)
    return tally


def _read_only(program: Program, tally: Tally) -> None:
    """A folder that may not be written: reading goes on."""
    if not as_nobody_special():
        return  # to root no folder is read-only
    folder = program.library.parent
    folder.chmod(0o500)
    program.library.chmod(0o400)
    try:
        for verb in (("list",), ("export",), ("export", "--all"), ("search", "ferry"), ("sections",)):
            done = program.run(*verb)
            tally.count("" if done.returncode == 0 else f"{verb} in a read-only folder: {done.stderr[-200:]!r}")
        tally.count(in_one_sentence(program.run("mark", "read", "1")))
    finally:
        with contextlib.suppress(OSError):
            folder.chmod(0o700)
            program.library.chmod(0o600)
