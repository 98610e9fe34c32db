"""Several shells at once: every mark that was said to be made is made, and nobody is told that the library is locked."""

import tempfile
from pathlib import Path
from random import Random

from tests import site
from tests.campaign import Tally
from tests.campaign.program import Program, in_one_sentence
from tests.web import Loopback, Threaded

SHELLS = 4


def run(chance: Random, rounds: int) -> Tally:
    """In each round several verbs begin together, among them a refresh now and then."""
    tally = Tally()
    server = Loopback(lambda path, _headers: site.answer(server.url, path))
    with tempfile.TemporaryDirectory() as folder, Threaded(server):
        program = Program(Path(folder))
        program.run("follow", server.url)
        ids = program.ids()
        starred: set[str] = set()
        for number in range(rounds):
            mine = [chance.sample(ids, 2) for _ in range(SHELLS - 1)]
            begun = [program.start("mark", "star", *some) for some in mine]
            begun.append(program.start(*(("refresh",) if number % 3 == 0 else ("list", "--unread"))))
            for process, some in zip(begun, [*mine, []], strict=True):
                _, err = process.communicate()
                tally.count("" if process.returncode == 0 else f"exit code {process.returncode}: {err[-200:].decode()}")
                starred |= set(some)
            if wrong := program.wrong():
                tally.lost.append(wrong)
            if missing := starred - program.starred():
                tally.lost.append(f"stars of {missing} were made and are gone")
            if number % 5 == 4 and starred:
                program.run("mark", "unstar", *starred)
                starred = set()
        tally.count(in_one_sentence(program.run("doctor")))
    return tally
