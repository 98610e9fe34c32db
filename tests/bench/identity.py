"""What it costs to tell which story each entry of a refresh is, in libraries of growing size.

    nice python -m tests.bench.identity 10000 100000 1000000

Prints for each size the milliseconds of the processor for one entry: the median and the 95th percentile of refreshes of 30
entries, of which 10 are new and 20 have another headline than before. The stories have names and titles and no texts.
"""

import argparse
import random
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.model import Entry, Offer, SiteOffer
from tui.storage import arrivals, identity, membership, sections
from tui.storage.file import File
from tui.storage.scope import SLOTS

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SITES = 100
REFRESHES = 60


def titled(chance: random.Random) -> str:
    """A headline of eight words out of 20,000."""
    return " ".join(f"w{chance.randrange(20_000)}" for _ in range(8))


def fill(file: File, many: int, chance: random.Random) -> list[int]:
    """Stories over a thousand days; the sections they stand for."""
    site_of = []
    for number in range(SITES):
        offer = SiteOffer(
            f"Site {number}", f"https://s{number}.example/", (Offer("News", f"https://s{number}.example/feed"),)
        )
        site_of.append(sections.follow(file, offer).added[0])
    with file.writing() as db:
        for number in range(many):
            section, title = site_of[number % SITES], titled(chance)
            url = f"https://s{number % SITES}.example/{number}/story"
            date = int((NOW - timedelta(days=1000) * (1 - number / many)).timestamp())
            added = db.execute(
                "INSERT INTO stories (rank, identity, site_id, published, seen, url, title, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    date * SLOTS + number % SLOTS,
                    f"{number}",
                    section.site_id,
                    date,
                    date,
                    url,
                    title,
                    identity.told(title, "", date, url),
                ),
            )
            for name in (url.removeprefix("https://"), f"{section.site_id}\x1fguid-{number}"):
                db.execute("INSERT INTO names VALUES (?, ?)", (name, added.lastrowid))
    return [section.id for section in site_of]


def refresh(many: int, site: int, chance: random.Random) -> list[Entry]:
    """Ten new entries, and twenty that are stories under another headline."""
    new = [
        Entry(
            titled(chance),
            f"https://s{site}.example/new/{chance.random()}",
            f"new-{chance.random()}",
            "A standfirst.",
            published=NOW,
        )
        for _ in range(10)
    ]
    known = (chance.randrange(many // SITES) * SITES + site for _ in range(20))
    return new + [
        Entry(titled(chance), f"https://s{site}.example/{number}/story", f"guid-{number}", "Another.", published=NOW)
        for number in known
    ]


def measure(many: int) -> list[float]:
    """Milliseconds an entry, a figure for each refresh, the quickest first."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder, File(Path(folder) / "library.db", clock=lambda: NOW) as file:
        section_ids = fill(file, many, chance)
        figures = []
        for _ in range(REFRESHES):
            site = chance.randrange(SITES)
            entries = refresh(many, site, chance)
            with file.reading() as db:
                place = membership.of_section(db, section_ids[site])
                began = time.process_time()
                arrivals.find(db, identity.offered(entries, place), {}, place)
                figures.append((time.process_time() - began) * 1000 / len(entries))
        return sorted(figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=int, nargs="+")
    for many in parser.parse_args().stories:
        figures = measure(many)
        print(
            f"{many:>9,} stories: {statistics.median(figures):.3f} ms an entry, {figures[int(REFRESHES * 0.95)]:.3f} at the 95th percentile",
            flush=True,
        )


if __name__ == "__main__":
    main()
