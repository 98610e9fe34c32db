"""Makes a library of many stories and times what the store does in it.

    nice python -m tests.bench.store --stories 100000 [--file PATH] [--keep]

Words are Zipf-distributed over a vocabulary of 100,000; each story has a headline, a standfirst and a text of 4 KB (the
feed's own). The file is removed afterwards, unless it is to be kept; one that is there already is used as it is.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from tests.moments import at
from tui.blocks import Paragraph, Span
from tui.jobs import Gathered
from tui.model import Article, Entry, Offer, SiteOffer, StoryFilter
from tui.storage import marks, refreshes, retention, sections, stories, texts
from tui.storage.file import File

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
VOCABULARY = 100_000
SITES, SECTIONS = 50, 10
BATCH = 200


def words(chance: random.Random) -> tuple[list[str], list[float]]:
    """The vocabulary, the most frequent word first, with the weights as `random.choices` wants them."""
    letters = "etaoinshrdlcumwfgypbvkjxqz"
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        length = min(2 + len(found) // 400, 5) + chance.randrange(4)
        found["".join(chance.choices(letters, k=length))] = None
    return list(found), list(accumulate(1 / (rank + 1) for rank in range(VOCABULARY)))


def fill(store: File, stories: int, chance: random.Random, batch: int = BATCH) -> None:
    """Follows the sites and keeps the stories, in batches as refreshes bring them, over three years. Their words are told
    beforehand, as the child does that reads a feed; making them up is not counted."""
    vocabulary, weights = words(chance)
    for site in range(SITES):
        host = f"https://site{site}.example"
        offers = tuple(Offer(f"Section {section}", f"{host}/{section}/feed") for section in range(SECTIONS))
        sections.follow(at(store, NOW - timedelta(days=1100)), SiteOffer(f"Site {site}", host + "/", offers))
    followed = sections.sections(store)
    took, busy = 0.0, 0.0
    for start in range(0, stories, batch):
        section = followed[start // batch % len(followed)]
        then = NOW - timedelta(days=1095) * (1 - start / stories)
        entries = []
        for number in range(start, min(start + batch, stories)):
            text = " ".join(chance.choices(vocabulary, cum_weights=weights, k=780))[:4096]
            title, standfirst = text[1000:1060].capitalize(), text[2000:2160]
            entries.append(
                Entry(
                    title,
                    section.url.replace("feed", f"story-{number}"),
                    f"guid-{number}",
                    standfirst,
                    f"<p>{text[:2000]}</p><p>{text[2000:]}</p>",
                    published=then - timedelta(seconds=chance.randrange(200_000)),
                    words=f"{text[:2000]} {text[2000:]}",
                )
            )
        began, worked = time.perf_counter(), time.process_time()
        refreshes.keep(at(store, then), Gathered(section.id, tuple(entries)))
        took, busy = took + time.perf_counter() - began, busy + time.process_time() - worked
        if start and start % (batch * 40) == 0:
            print(f"  {start:>9,} stories, {start / took:,.0f} a second", flush=True)
    rates = f"{stories / took:,.0f} a second by the clock, {stories / busy:,.0f} by the processor"
    print(f"filled: {stories:,} stories in {took:.0f} s ({rates})", flush=True)


def measure(name: str, action: Callable[[], Any], times: int = 30) -> None:
    """Prints the median and the 95th percentile of some runs, by the clock and by the processor (which other programs disturb less)."""
    clock, processor = [], []
    for _ in range(times):
        began, busy = time.perf_counter(), time.process_time()
        action()
        processor.append((time.process_time() - busy) * 1000)
        clock.append((time.perf_counter() - began) * 1000)
    figures = [
        figure
        for taken in (sorted(clock), sorted(processor))
        for figure in (statistics.median(taken), taken[min(int(times * 0.95), times - 1)])
    ]
    print(f"  {name:<44}" + "".join(f"{figure:>9.2f}" for figure in figures), flush=True)


def times(path: Path, chance: random.Random) -> None:
    """Prints the figures."""
    vocabulary, _ = words(random.Random(1))
    with File(path) as writer, File(path, readonly=True) as reader:
        sizes = retention.sizes(reader)
        print(
            f"library: {sizes.stories:,} stories, {sizes.bytes / 1e6:,.0f} MB; times in ms: median and p95 by the clock, by the processor"
        )
        sites = sections.sites(reader)
        filled = [section.id for site in sites for section in site.sections if section.stories]
        ids = stories.order(reader, StoryFilter())

        def opened() -> None:
            File(path, readonly=True).close()

        measure("open and close, reading", opened)
        measure("counts", lambda: stories.counts(reader))
        measure("data_version", reader.data_version)
        measure("sites (500 sections)", lambda: sections.sites(reader))
        measure("first screen: All", lambda: stories.window(reader, StoryFilter(), 60))
        measure("first screen: All without the Guide", lambda: stories.window(reader, StoryFilter(news=True), 60))
        measure("first screen: Unread", lambda: stories.window(reader, StoryFilter(unread=True), 60))
        measure("first screen: Starred", lambda: stories.window(reader, StoryFilter(starred=True), 60))
        measure(
            "first screen: any section",
            lambda: stories.window(reader, StoryFilter(section_id=chance.choice(filled)), 60),
            200,
        )
        measure(
            "first screen: any section, unread",
            lambda: stories.window(reader, StoryFilter(section_id=chance.choice(filled), unread=True), 60),
            200,
        )
        measure(
            "first screen: any site (10 sections)",
            lambda: stories.window(reader, StoryFilter(site_id=chance.choice(sites).id), 60),
            100,
        )
        measure("order: All", lambda: stories.order(reader, StoryFilter()), 5)
        measure("order: a site", lambda: stories.order(reader, StoryFilter(site_id=chance.choice(sites).id)), 5)
        measure(
            "60 lines anywhere in All",
            lambda: stories.lines(reader, ids[(at := chance.randrange(len(ids))) : at + 60]),
            100,
        )
        measure(
            "mark one story",
            lambda: marks.mark(writer, [chance.choice(ids)], read=chance.random() < 0.5, starred=chance.random() < 0.1),
            200,
        )
        measure(
            "mark a section read",
            lambda: marks.mark_all_read(writer, StoryFilter(section_id=chance.choice(filled))),
            5,
        )
        text = " ".join(chance.choices(vocabulary[:20000], k=600))
        article = Article("", "Headline", (Paragraph((Span(text),)),))
        measure("keep an article", lambda: texts.keep_article(writer, chance.choice(ids), article, b"x" * 20000), 60)
        measure(
            "keep a refresh of 30 stories, 10 new",
            lambda: refreshes.keep(writer, Gathered(filled[0], tuple(new_entries(chance, vocabulary)))),
            30,
        )
        measure("story by its address", lambda: stories.ids_of(reader, ["https://site3.example/4/story-77"]))
        measure("similar stories", lambda: stories.similar(reader, chance.choice(ids)), 60)
        for band, (low, high) in {
            "the commonest": (0, 20),
            "common": (20, 500),
            "middling": (500, 10_000),
            "rare": (10_000, VOCABULARY),
        }.items():

            def one(low: int = low, high: int = high) -> str:
                return vocabulary[chance.randrange(low, high)]

            measure(f"search: a word, {band}", lambda: stories.window(reader, StoryFilter(words=one()), 60), 60)
            measure(
                f"search: two words, {band}",
                lambda: stories.window(reader, StoryFilter(words=f"{one()} {one()}"), 60),
                60,
            )
        by_rank = random.choices(vocabulary, [1 / (rank + 1) for rank in range(VOCABULARY)], k=60)
        queue = iter(by_rank * 9)
        measure(
            "search: a word, as frequent as in texts",
            lambda: stories.window(reader, StoryFilter(words=next(queue)), 60),
            60,
        )
        measure(
            "  the same without snippets (order)", lambda: stories.order(reader, StoryFilter(words=next(queue)), 60), 60
        )
        measure(
            "search: two such",
            lambda: stories.window(reader, StoryFilter(words=f"{next(queue)} {next(queue)}"), 60),
            60,
        )
        measure(
            "search: a phrase of two such",
            lambda: stories.window(reader, StoryFilter(words=f'"{next(queue)} {next(queue)}"'), 60),
            60,
        )
        queue = iter(by_rank * 9)
        measure(
            "search: such a prefix of 3",
            lambda: stories.window(reader, StoryFilter(words=next(queue)[:3] + "*"), 60),
            60,
        )
        measure(
            "search: such a prefix of 4",
            lambda: stories.window(reader, StoryFilter(words=next(queue)[:4] + "*"), 60),
            60,
        )
        measure(
            "search: such a prefix of 5",
            lambda: stories.window(reader, StoryFilter(words=next(queue)[:5] + "*"), 60),
            60,
        )
        measure(
            "search: such a word is:unread",
            lambda: stories.window(reader, StoryFilter(words=next(queue) + " is:unread"), 60),
            60,
        )
        measure(
            "search: such a word is:starred",
            lambda: stories.window(reader, StoryFilter(words=next(queue) + " is:starred"), 60),
            60,
        )
        queue = iter(by_rank * 9)
        measure(
            "search: such a word in a section",
            lambda: stories.window(reader, StoryFilter(words=next(queue), section_id=chance.choice(filled)), 60),
            60,
        )
        measure(
            'search: such a word site:"site 7"',
            lambda: stories.window(reader, StoryFilter(words=next(queue) + ' site:"site 7"'), 60),
            60,
        )
        measure(
            "search: such a word since:30d",
            lambda: stories.window(reader, StoryFilter(words=next(queue) + " since:30d"), 60),
            60,
        )
        measure(
            "search by relevance: such a word",
            lambda: stories.window(reader, StoryFilter(words=next(queue), order="relevance"), 60),
            30,
        )
        measure(
            "search by relevance: two such",
            lambda: stories.window(reader, StoryFilter(words=f"{next(queue)} {next(queue)}", order="relevance"), 60),
            30,
        )


def new_entries(chance: random.Random, vocabulary: list[str]) -> list[Entry]:
    """Thirty stories, twenty of them always the same."""
    fresh = [f"fresh-{chance.randrange(1 << 60)}" for _ in range(10)]
    return [
        Entry(
            f"Headline {name}",
            f"https://site0.example/0/{name}",
            name,
            "A standfirst",
            "<p>" + " ".join(random.Random(name).choices(vocabulary[:20000], k=200)) + "</p>",
            published=NOW,
        )
        for name in (*fresh, *(f"lasting-{number}" for number in range(20)))
    ]


def main() -> None:
    """Makes the library where it is not there, and times it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.file or Path(folder) / "library.db"
        if not path.exists():
            with File(path) as store:
                fill(store, given.stories, random.Random(1))
        times(path, random.Random(2))
        if not given.keep:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)


if __name__ == "__main__":
    main()
