"""What events cost in a large library: `nice python -m tests.bench.event_cost [--stories 1000000] [--window 100000]`.

So many stories are older than the window, and so many in it, told by 200 outlets, each event by as many as a heavy
tail gives it. They are put into the tables as they would stand there, so that a million are there in a minute. Printed
are processor times: a screenful of a list of stories and of the same list of events, the whole lists, the front page,
catching up, the window read anew, and each headline of those that come then, 500 at once and in refreshes of 20; and
the memory that the window takes, in a process that does nothing else. `--windows 5000 20000 50000 100000` prints what
depends on the window, for one after the other.
"""

import argparse
import gc
import multiprocessing
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psutil

from tui.model import StoryFilter
from tui.storage import front, grouped, grouping, stories
from tui.storage.file import File
from tui.storage.grouping import Window
from tui.storage.scope import SLOTS

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SITES = 200
TOLD = 0.4
"""The part of stories that others tell too."""
SCREEN = 60
NEW = 500
"""Headlines that are looked at in one go."""
FEW = 20
"""Headlines that a quiet refresh brings."""
TIMES = 5
_SYLLABLES = "ka lo mir ven tor sa du bel ra no zhi pol che mar ky ost lu han gre vi an de sti el jo pe".split()


def vocabulary(chance: random.Random, size: int = 30_000) -> list[str]:
    """Words, the first of which are the language's small ones."""
    return [
        "".join(chance.choice(_SYLLABLES) for _ in range(1 + (at > 40) + (at > 900) + (at % 5 == 0)))
        for at in range(size)
    ]


def headlines(chance: random.Random, number: int) -> Iterator[tuple[int, str, str]]:
    """(event, headline, lead): of an event's eight words each outlet takes six for the headline, and adds two that are
    common; the lead has all eight and eight words of its own besides."""
    known, made, event = vocabulary(random.Random(1)), 0, 0
    while made < number:
        event += 1
        own = [known[min(len(known) - 1, int(chance.paretovariate(0.45)) + 40)] for _ in range(8)]
        times = 1 if chance.random() > TOLD else min(40, 1 + int(chance.paretovariate(1.1)))
        for _ in range(min(times, number - made)):
            made += 1
            common = [known[min(40, int(chance.paretovariate(0.6)))] for _ in range(2)]
            others = [known[min(len(known) - 1, int(chance.paretovariate(0.45)))] for _ in range(8)]
            yield event, " ".join([*chance.sample(own, 6), *common]), " ".join([*own, *others])


def fill(file: File, old: int, window: int) -> None:
    """The stories, from the oldest to the newest, with what tells one event."""
    chance = random.Random(1)
    seconds, number = int(NOW.timestamp()), old + window
    rows, tellings = [], []
    last: tuple[int, int] = (0, 0)
    for at, (event, title, lead) in enumerate(headlines(chance, number), 1):
        ago = (number - at) * 71 * 3600 // window if at > old else 72 * 3600 + (old - at) * 60
        moment = seconds - ago
        site = chance.randrange(1, SITES + 1)
        rows.append(
            (
                at,
                moment * SLOTS + at % SLOTS,
                f"a{at}",
                site,
                moment,
                moment,
                f"https://s{site}.example/{at}",
                title,
                lead,
            )
        )
        first = last[1] if last[0] == event else at
        last = (event, first)
        tellings.append((at, first, first, moment))
    counts: dict[int, int] = {}
    for _, first, *_ in tellings:
        counts[first] = counts.get(first, 0) + 1
    with file.writing() as db:
        db.executemany(
            "INSERT INTO sites (id, key, kind, name, url, domain)"
            " VALUES (?1, 's' || ?1, 'followed', 'Site ' || ?1, '', 's' || ?1 || '.example')",
            [(site,) for site in range(1000, 1000 + SITES)],
        )
        db.executemany(
            "INSERT INTO sections (id, site_id, key, name, url, kind) VALUES (?1, ?1, 's' || ?1, 'News', '', 'feed')",
            [(site,) for site in range(1000, 1000 + SITES)],
        )
        db.executemany(
            "INSERT INTO stories (id, rank, identity, site_id, published, seen, url, title, summary)"
            " VALUES (?, ?, ?, 999 + ?, ?, ?, ?, ?, ?)",
            rows,
        )
        db.executemany(
            "INSERT INTO tellings (id, event_id, thread_id, at) VALUES (?, ?, ?, ?)",
            [row for row in tellings if counts[row[1]] > 1],
        )
        grouped.changed(db, number)


def came(file: File, number: int) -> None:
    """Stories come in, of the same vocabulary, but told anew."""
    seconds = int(NOW.timestamp())
    with file.writing() as db:
        start, rank = db.execute("SELECT max(id) + 1, max(rank) + 1 FROM stories").fetchone()
        db.executemany(
            "INSERT INTO stories (id, rank, identity, site_id, published, seen, url, title, summary)"
            " VALUES (?, ?, ?, ?, ?, ?, '', ?, ?)",
            [
                (start + at, rank + at, f"n{start + at}", 1000 + at % SITES, seconds, seconds, title, lead)
                for at, (_, title, lead) in enumerate(headlines(random.Random(start), number))
            ],
        )


def looked_at(file: File, window: Window) -> None:
    """All that is new is grouped, and kept."""
    while found := window.go(file, NEW):
        if grouping.keep(file, found):
            window.kept()


def timed(name: str, act: Callable[[], object], times: int = 9) -> None:
    """Print how long an act takes, of several times the one in the middle, by the processor."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        act()
        spent.append(time.process_time() - began)
    print(f"{name:44} {sorted(spent)[times // 2] * 1000:10.2f} ms", flush=True)


def taken(path: Path) -> float:
    """By how many MB a process grows that reads the window anew."""
    with File(path, clock=lambda: NOW) as file:
        before, window = psutil.Process().memory_info().rss, Window()
        window.go(file, NEW)
        gc.collect()
        return float(psutil.Process().memory_info().rss - before) / 1024 / 1024


def lists(file: File) -> None:
    """What opens."""
    for events, name in ((False, "stories"), (True, "events")):
        wanted = StoryFilter(events=events)
        timed(f"a screenful of a list of {name}", partial(stories.window, file, wanted, SCREEN))
        timed(f"the order of all of it, {name}", partial(stories.order, file, wanted), 3)
    timed("counts", lambda: stories.counts(file))
    timed("the front page", lambda: front.page(file), 3)
    timed("what there is time for in 12 minutes", lambda: front.catch_up(file, 12), 3)


def headlines_that_come(file: File, path: Path) -> None:
    """What is done for headlines, and what it takes to know the window."""
    came(file, 1)
    with multiprocessing.get_context("spawn").Pool(1) as other:
        print(f"{'memory of the window':44} {other.apply(taken, (path,)):10.0f} MB", flush=True)
    window = Window()
    timed("the window read anew, and one headline", lambda: looked_at(file, window), 1)
    for number in (NEW, FEW):
        spent = []
        for _ in range(TIMES):
            came(file, number)
            began = time.process_time()
            looked_at(file, window)
            spent.append((time.process_time() - began) * 1000 / number)
        print(f"{f'a headline, of {number} that come':44} {sorted(spent)[TIMES // 2]:10.2f} ms", flush=True)


def main() -> None:
    """Fill libraries and print what each thing takes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--stories", type=int, default=1_000_000)
    parser.add_argument("--window", type=int, default=100_000)
    parser.add_argument("--windows", type=int, nargs="+", help="only what depends on the window, for each of these")
    given = parser.parse_args()
    for size in given.windows or [given.window]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "library.db"
            with File(path, clock=lambda: NOW) as file:
                print(f"{given.stories} stories and {size} in the window")
                fill(file, given.stories, size)
                if not given.windows:
                    lists(file)
                headlines_that_come(file, path)


if __name__ == "__main__":
    main()
