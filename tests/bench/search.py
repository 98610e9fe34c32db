"""How soon the first screen of a search's results is there, beside newsboat's search of the bodies of the same stories.

    nice python -m tests.bench.search [--stories 100000] [--folder PATH]

Words are taken from the newest headlines, frequent ones first. Ours is the store's answer with its snippets; newsboat's is what
passes between Enter and its list of results, in a pseudo-terminal. The library is made in the folder where it is not there yet.
"""

import argparse
import re
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.bench.start import newsboat, programs
from tests.terminal import Terminal
from tui.model import StoryFilter
from tui.storage import stories
from tui.storage.file import File

SCREEN = 60
"""Results of a first screen."""


def words_of(store: File) -> list[str]:
    """Seven words of the newest headlines, from frequent to less frequent."""
    counted: Counter[str] = Counter()
    for story in stories.window(store, StoryFilter(), 2000):
        counted.update(set(re.findall(r"[a-z]{4,}", story.title.casefold())))
    return [word for word, _ in counted.most_common(300)][20:300:40]


def ours(store: File, words: str) -> list[float]:
    """Milliseconds of seven searches."""
    taken = []
    for _ in range(7):
        began = time.perf_counter()
        stories.window(store, StoryFilter(words=words), SCREEN)
        taken.append(1000 * (time.perf_counter() - began))
    return taken


def theirs(folder: Path, stories: int, words: list[str]) -> list[float]:
    """Milliseconds of newsboat's search for each word; nothing where it is not installed."""
    program = newsboat(folder, stories)
    if program is None:
        return []
    taken = []
    with Terminal(program.command, program.env, 80, 24) as terminal:
        terminal.wait_for("Section 1")
        for word in words:
            terminal.press("/")
            terminal.wait_for("earch")
            terminal.press(*word)
            began = time.perf_counter()
            terminal.press("enter")
            terminal.wait_for("esult")
            taken.append(1000 * (time.perf_counter() - began))
            terminal.press("q")
            terminal.wait_for("Section 1")
    return taken


def main() -> None:
    """Prints a line for each word and for two phrases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        programs(folder, [given.stories])  # which makes the library
        library = folder / str(given.stories) / "data" / "broadsheet" / "library.db"
        with File(library, readonly=True) as store:
            words = words_of(store)
            beside = theirs(folder, given.stories, words)
            every: list[float] = []
            for place, searched in enumerate((*words, f'"{words[0]} {words[1]}"', f'"{words[1]} {words[0]}"')):
                taken = ours(store, searched)
                every += taken
                other = f"{beside[place]:>12.0f}" if place < len(beside) else ""
                print(f"{searched:<24}{statistics.median(taken):>8.1f}{max(taken):>8.1f}{other}")
        every.sort()
        print(f"ours: median {statistics.median(every):.1f} ms, p95 {every[int(0.95 * len(every))]:.1f} ms")
        if beside:
            print(f"newsboat's median is {statistics.median(beside) / statistics.median(every):.0f} times ours")


if __name__ == "__main__":
    main()
