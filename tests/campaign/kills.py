"""Verbs that are killed at any moment: the library stays sound, and what was done stays done."""

import signal
import tempfile
import time
from pathlib import Path
from random import Random

from tests import site
from tests.campaign import Tally
from tests.campaign.program import Program
from tests.web import Loopback, Threaded

LONGEST = 0.6
"""Seconds within which a verb is killed: most are done in a tenth of it, a refresh takes all."""


def run(chance: Random, rounds: int) -> Tally:
    """Kill verbs, one a round."""
    tally = Tally()
    server = Loopback(lambda path, _headers: site.answer(server.url, path))
    with tempfile.TemporaryDirectory() as folder, Threaded(server):
        program = Program(Path(folder))
        program.run("follow", server.url)
        program.run("backup")
        ids = program.ids()
        opml = Path(folder) / "subscriptions.opml"
        opml.write_bytes(program.run("export").stdout)
        starred = set(ids[:2])
        program.run("mark", "star", *starred)
        for _ in range(rounds):
            verb = chance.choice(_verbs(chance, ids, starred, opml))
            process = program.start(*verb)
            time.sleep(chance.random() ** 2 * LONGEST)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            wrong = program.wrong()
            now = program.starred()
            if not wrong and (verb[:2] != ("mark", "unstar") and not starred <= now):
                wrong = f"stars of {starred - now} are gone"
            tally.count(f"{' '.join(verb)}, killed: {wrong}" if wrong else "")
            starred = now
    return tally


def _verbs(chance: Random, ids: list[str], starred: set[str], opml: Path) -> list[tuple[str, ...]]:
    """What may be killed now."""
    some = chance.sample(ids, min(3, len(ids)))
    verbs: list[tuple[str, ...]] = [
        ("mark", "star", *some),
        ("mark", "read", *some),
        ("mark", "unread", *some),
        ("refresh",),
        ("download",),
        ("import", str(opml)),
        ("search", "ferry", "--save", f"Search {chance.randrange(5)}"),
        ("tidy", "--days", "0", "--yes"),
        ("reparse",),
        ("backup",),
        ("doctor", "--fix"),
        ("list", "--json"),
    ]
    if starred:
        verbs.append(("mark", "unstar", chance.choice(sorted(starred))))
    return verbs
