"""Times what a person's own searches cost in a library of many stories: views, mutes and highlights, and the lists, counts
and searches beside them.

    nice python -m tests.bench.queries --stories 100000 [--file PATH] [--keep] [--plans]

The library is filled as `tests.bench.store`'s, though by twenty stories of a section at a time; a third of it read, with tags, stars, folders, eight views, six mutes that hide a twentieth, and
four highlights. A first screen may take 5 ms and a key 16 (p95), by the processor. `--plans` prints how SQLite goes about each search.
"""

import argparse
import random
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.store import fill, measure, words
from tui.jobs import Gathered
from tui.model import Entry, StoryFilter
from tui.storage import folders, hits, marks, refreshes, searches, sections, stories, tags
from tui.storage.file import File

SCREEN = 60
FOUND = 12
"""So many of what a search finds the screen asks for at 80x24, with what its words stand in."""


def furnish(file: File, chance: random.Random) -> None:
    """What a person does with a library in some years."""
    vocabulary, _ = words(random.Random(1))
    ids = list(stories.order(file, StoryFilter()))
    marks.mark(file, chance.sample(ids, len(ids) // 3), read=True)
    marks.mark(file, chance.sample(ids, len(ids) // 200), starred=True)
    for name in ("ports", "towns", "slow"):
        tags.tag(file, chance.sample(ids, len(ids) // 300), name)
    sites = sections.sites(file)
    for number, site in enumerate(sites):
        path = (f"Folder {number % 5}",) if number % 3 else (f"Folder {number % 5}", "Inner")
        folders.put(file, [section.id for section in site.sections], folders.at(file, path))
    for number in range(8):
        searches.save(file, f"View {number}", f"is:unread {vocabulary[200 + 37 * number]}")
    for number in range(6):
        searches.save(file, f"Mute {number}", f"headline:{vocabulary[300 + 91 * number]}", "mute")
    for number in range(4):
        searches.save(file, f"Highlight {number}", vocabulary[2000 + 91 * number], "highlight")


def asked(chance: random.Random) -> dict[str, Callable[[], str]]:
    """Searches as they are typed, by what they are."""
    vocabulary, _ = words(random.Random(1))

    def common() -> str:
        return vocabulary[chance.randrange(20, 500)]

    def middling() -> str:
        return vocabulary[chance.randrange(500, 10_000)]

    def site() -> str:
        return f'site:"site {chance.randrange(50)}"'

    return {
        "a word -word": lambda: f"{common()} -{common()}",
        "is:unread word -word": lambda: f"is:unread {common()} -{common()}",
        "is:unread site: word -word": lambda: f"is:unread {site()} {common()} -{common()}",
        "is:unread site: word word": lambda: f"is:unread {site()} {common()} {middling()}",
        "is:unread site: rare -word": lambda: f"is:unread {site()} {middling()} -{common()}",
        "site: -site: word": lambda: f"{site()} -{site()} {common()}",
        "folder: word": lambda: f'folder:"folder {chance.randrange(5)}" {common()}',
        "folder: is:unread -word": lambda: f'folder:"folder {chance.randrange(5)}" is:unread -{common()}',
        "-word alone": lambda: f"-{common()}",
        "is:unread": lambda: "is:unread",
        "is:read -is:starred": lambda: "is:read -is:starred",
        "tag: word": lambda: f"tag:ports {common()}",
        "is:muted": lambda: "is:muted",
        "since:7d word": lambda: f"since:7d {common()}",
        "before:2025-01-01 word": lambda: f"before:2025-01-01 {common()}",
        "word | word | word": lambda: f"{common()} | {common()} | {middling()}",
        "is:unread word | site: word": lambda: f"is:unread {common()} | {site()} {middling()}",
        "headline:word -headline:word": lambda: f"headline:{common()} -headline:{common()}",
        '"word word" is:unread': lambda: f'"{common()} {common()}" is:unread',
        "is:starred site: -word": lambda: f"is:starred {site()} -{common()}",
        "a word that no story has": lambda: f"is:unread {site()} zzzqqq{chance.randrange(100)}",
    }


def search(file: File, typed: Callable[[], str]) -> None:
    """The first screen of a search."""
    stories.window(file, StoryFilter(words=typed()), FOUND)


def times(path: Path, chance: random.Random) -> None:
    """Prints the figures."""
    vocabulary, _ = words(random.Random(1))
    with File(path) as writer, File(path, readonly=True) as reader:
        print(f"{stories.counts(reader).stories:,} stories; ms: median and p95 by the clock, by the processor")
        views, tree, ids = searches.saved(reader), folders.tree(reader), stories.order(reader, StoryFilter())
        every = tags.every(reader)
        measure("counts", lambda: stories.counts(reader))
        measure("rows of the pane: sites", lambda: sections.sites(reader))
        measure("rows of the pane: folders", lambda: folders.tree(reader))
        measure("rows of the pane: tags", lambda: tags.every(reader))
        measure("rows of the pane: views", lambda: searches.saved(reader))
        for name, wanted in {
            "All": StoryFilter(news=True),
            "Unread": StoryFilter(unread=True, news=True),
            "Today": StoryFilter(today=True),
            "Starred": StoryFilter(starred=True),
            "a folder": StoryFilter(folder_id=tree[0].id),
            "a folder, unread": StoryFilter(folder_id=tree[0].id, unread=True),
            "a folder, by site": StoryFilter(folder_id=tree[0].id, order="site"),
            "All, unread first": StoryFilter(news=True, order="unread"),
            "All, oldest first": StoryFilter(news=True, order="oldest"),
            "All, by section": StoryFilter(news=True, order="section"),
            "a tag": StoryFilter(tag_id=every[0].id),
        }.items():
            measure(f"first screen: {name}", partial(stories.window, reader, wanted, SCREEN))
        measure("first screen: a view", lambda: stories.window(reader, chance.choice(views).filter, FOUND), 60)
        measure("whole order: All", lambda: stories.order(reader, StoryFilter(news=True)), 5)
        measure("whole order: a view", lambda: stories.order(reader, chance.choice(views).filter), 20)
        for name, typed in asked(chance).items():
            measure(f"search: {name}", partial(search, reader, typed), 60)
        measure("would hide", lambda: searches.count(reader, chance.choice(vocabulary[20:5000])), 40)
        new = iter(range(1000))

        def mute() -> None:
            kept = searches.save(writer, f"New {next(new)}", f"headline:{chance.choice(vocabulary[100:2000])}", "mute")
            searches.drop(writer, kept.id)

        measure("a mute made and let go", mute, 20)
        measure("mark one story", lambda: marks.mark(writer, [chance.choice(ids)], read=chance.random() < 0.5), 100)
        section = sections.sections(reader)[0].id

        def arrive() -> None:
            words = " ".join(chance.choices(vocabulary[:5000], k=200))
            entries = tuple(
                Entry(
                    words[at : at + 60],
                    f"https://site0.example/new/{next(fresh)}",
                    summary=words[:160],
                    published=writer.clock(),
                )
                for at in range(10)
            )
            refreshes.keep(writer, Gathered(section, entries))

        fresh = iter(range(100_000))
        measure("ten stories arrive", arrive, 30)


def plans(path: Path, chance: random.Random) -> None:
    """Prints how SQLite goes about each search."""
    with File(path, readonly=True) as reader, reader.reading() as db:
        for name, typed in asked(chance).items():
            statements: list[str] = []
            db.set_trace_callback(statements.append)
            hits.found(db, StoryFilter(words=typed()), reader.clock(), SCREEN, 0)
            db.set_trace_callback(None)
            print(f"== {name}\n{statements[-1][:600]}")
            for *_, detail in db.execute(f"EXPLAIN QUERY PLAN {statements[-1]}"):
                print(f"     {detail}")


def main() -> None:
    """Makes the library where it is not there, and times a copy of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--file", type=Path, help="a library that is there, which is left as it is")
    parser.add_argument("--plans", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        if given.file:
            shutil.copyfile(given.file, path)
        else:
            with File(path) as store:
                fill(store, given.stories, random.Random(1), batch=20)
        with File(path) as store:
            furnish(store, random.Random(3))
        (plans if given.plans else times)(path, random.Random(2))


if __name__ == "__main__":
    main()
