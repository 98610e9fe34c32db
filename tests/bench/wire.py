"""What goes over the wire for a key, and how soon: Broadsheet beside stock Textual widgets and newsboat.

    nice python -m tests.bench.wire [--stories 100000] [--folder PATH] [--sizes 80x24 120x30 200x50] [--themes "" nord] [--keys 20]

Every program runs under `ptybench.py`, whose folder is given with --ptybench. All three show stories of one library, which is made
in the folder where it is not there yet. Bytes are medians and exact; milliseconds are from the key to the last byte of its answer.
`python -m tests.bench.keys` times keys while feeds are refreshed.
"""

import argparse
import html
import importlib.util
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.store import fill
from tests.terminal import environment
from tui.library.opening import writing
from tui.model import StoryFilter
from tui.storage import downloads, stories
from tui.storage.file import File

FEEDS, ITEMS = 10, 100
"""What newsboat is given: so many feeds of so many stories of the library."""

ROWS = (
    ("first paint", "5000 / 14000"),
    ("cursor down", "320 / 520"),
    ("cursor down, the list jumps", "2000 / 6000"),
    ("article, a line, alone", "300 / 450"),
    ("article, a line, side by side", "1500 / 2600"),
    ("article, a page", "2000 / 5000"),
    ("next pane", "400"),
    ("focus out and in", "0"),
    ("mouse motion", "0"),
    ("idle", "0"),
    ("key to last byte, ms, p50", "5"),
    ("key to last byte, ms, p95", "16"),
)
"""What is measured, and what is wanted of it at 80x24 and at 200x50."""

Figures = dict[str, float]


@dataclass(frozen=True)
class Program:
    """A program and the keys that it is driven with."""

    name: str
    command: tuple[str, ...]
    env: dict[str, str]
    ready: str
    to_list: tuple[str, ...] = ()
    """From the first screen to the top of a list of stories."""
    to_article: tuple[str, ...] = ("enter",)
    down: str = "down"
    up: str = "up"
    page: tuple[str, str] = ("space", "b")
    pane: str = "tab"
    leave: tuple[str, ...] = ("q",)


@dataclass
class Bench:
    """A program on a terminal, and what has been found about it."""

    session: Any
    keys: int
    found: Figures = field(default_factory=dict)
    times: list[float] = field(default_factory=list)

    def go(self, *keys: str) -> None:
        """Press keys that are not measured."""
        for key in keys:
            self.session.press(key)
        self.session.settle(0.4)

    def bytes_of(self, keys: Sequence[str], *, timed: bool = False) -> tuple[list[float], list[float]]:
        """The bytes of each key: of those that left most of the screen as it was, and of the others."""
        still: list[float] = []
        moving: list[float] = []
        for key in keys:
            before = self.session.screen.display
            pressed = self.session.press(key)
            if timed and pressed["bytes"]:
                self.times.append(pressed["last_ms"])
            changed = sum(one != other for one, other in zip(before, self.session.screen.display, strict=True))
            if pressed["bytes"]:
                (moving if 3 * changed > len(before) else still).append(pressed["bytes"])
        return still, moving

    def send(self, data: str, times: int = 1) -> float:
        """The median of the bytes that something other than a key costs."""
        costs: list[float] = []
        for _ in range(times):
            before = self.session.total
            os.write(self.session.fd, data.encode())
            self.session.settle(0.15)
            costs.append(self.session.total - before)
        return statistics.median(costs)

    def hears(self, mode: int) -> bool:
        """The program asked the terminal for such reports (a private mode)."""
        return mode << 5 in self.session.screen.mode

    def keep(self, row: str, costs: Sequence[float]) -> None:
        """Note a median."""
        if costs:
            self.found[row] = statistics.median(costs)


def back_and_forth(keys: tuple[str, str], count: int, turn: int) -> list[str]:
    """So many keys, the other way after every few, so that no end is reached."""
    return [keys[at // turn % 2] for at in range(count)]


def measure(ptybench: Any, program: Program, columns: int, rows: int, keys: int, idle: float) -> Figures:
    """All rows for one program at one size."""
    bench = Bench(ptybench.Session(list(program.command), columns, rows, program.env), keys)
    session = bench.session
    try:
        assert session.until(program.ready, 120) is not None, f"{program.name} did not start:\n{session.text()}"
        session.settle(0.5)
        bench.found["first paint"] = session.total
        bench.go(*program.to_list)
        still, moving = bench.bytes_of([program.down] * max(3 * keys, rows), timed=True)
        bench.keep("cursor down", still)
        bench.keep("cursor down, the list jumps", moving)
        bench.go(*program.to_article)
        still, moving = bench.bytes_of(back_and_forth((program.down, program.up), keys, 4), timed=True)
        beside = columns >= 120 and not program.name.startswith("newsboat")
        bench.keep("article, a line, side by side" if beside else "article, a line, alone", still + moving)
        still, moving = bench.bytes_of(back_and_forth(program.page, keys, 1))
        bench.keep("article, a page", still + moving)
        if program.pane and columns >= 120:
            still, moving = bench.bytes_of([program.pane] * keys)
            bench.keep("next pane", still + moving)
        bench.found["focus out and in"] = bench.send("\x1b[O", 3) + bench.send("\x1b[I", 3) if bench.hears(1004) else 0
        motions = [f"\x1b[<35;{8 + 3 * n};{6 + n}M" for n in range(6)]
        bench.found["mouse motion"] = max(map(bench.send, motions)) if bench.hears(1003) else 0
        before = session.total
        end = time.monotonic() + idle
        while time.monotonic() < end:
            session.read(0.2)
        bench.found["idle"] = session.total - before
        bench.found["key to last byte, ms, p50"] = statistics.median(bench.times)
        bench.found["key to last byte, ms, p95"] = statistics.quantiles(bench.times, n=20)[18]
        bench.go(*program.leave)
    finally:
        session.close()
    return bench.found


def library_in(folder: Path, stories: int) -> Path:
    """A folder with a library of so many stories, made where it is not there."""
    home = folder / str(stories)
    file = home / "data" / "broadsheet" / "library.db"
    there = file.exists()
    with writing(file) as store:  # which makes one of an older version fit, too
        if not there:
            fill(store, stories, random.Random(1))
    return home


def broadsheet(home: Path, folder: Path, theme: str = "") -> Program:
    """The program itself, with a configuration of its own."""
    config = folder / f"config-{theme}" / "broadsheet" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(f'auto_refresh = false\nfull_text = "feed"\ntheme = "{theme}"\n')
    env = environment(home, XDG_CONFIG_HOME=str(config.parents[1]), BROADSHEET_FIRST_FRAME="0")
    sections = ("h", "h")
    lists = (*sections, "g", "l", "g")
    leave = (*sections, "Q")  # the next one starts where this one is left: not in the article
    name = f"broadsheet{f', {theme}' if theme else ''}"
    return Program(name, (sys.executable, "-m", "tui"), env, "unread", lists, leave=leave)


def stock(home: Path) -> Program:
    """The same stories in stock widgets, animations off."""
    file = home / "data" / "broadsheet" / "library.db"
    env = environment(home, TEXTUAL_ANIMATIONS="none")
    return Program(
        "stock Textual widgets",
        (sys.executable, "-m", "tests.bench.stock", str(file)),
        env,
        "Site 0",
        page=("pgdn", "pgup"),
    )


def newsboat(home: Path, folder: Path) -> Program | None:
    """The same stories in newsboat, with a configuration and a cache of its own; None where there is none."""
    program = shutil.which("newsboat")
    if program is None:
        return None
    urls = []
    with File(home / "data" / "broadsheet" / "library.db", readonly=True) as store:
        order = stories.order(store, StoryFilter(news=True), FEEDS * ITEMS)
        for feed in range(FEEDS):
            ids = order[feed * ITEMS : (feed + 1) * ITEMS]
            items = "".join(
                f"<item><title>{html.escape(story.title)}</title><link>{html.escape(story.url)}</link>"
                f"<guid>{story.id}</guid><description>{html.escape(job.content)}</description></item>"
                for story in stories.lines(store, ids)
                if (job := downloads.job(store, story.id)) is not None
            )
            file = folder / f"feed{feed}.xml"
            file.write_text(
                f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {feed}</title><link>https://site.example/</link>'
                f"<description>A feed</description>{items}</channel></rss>"
            )
            urls.append(file.as_uri())
    (folder / "urls").write_text("\n".join(urls) + "\n")
    (folder / "newsboat").write_text("auto-reload no\nconfirm-exit no\nshow-read-articles yes\ngoto-next-feed no\n")
    own = ("-C", str(folder / "newsboat"), "-u", str(folder / "urls"), "-c", str(folder / "cache.db"))
    subprocess.run([program, *own, "-x", "reload"], check=True, capture_output=True, env=environment(folder))
    return Program(
        "newsboat",
        (program, *own),
        environment(folder),
        "Feed 0",
        ("enter",),
        down="\x1bOB",  # it puts the cursor keys into their application mode
        up="\x1bOA",
        pane="",
        leave=("Q",),
    )


def table(size: str, found: dict[str, Figures]) -> None:
    """Prints what was found at one size."""
    print(f"\n{size:<32}{'wanted (80x24 / 200x50)':>26}" + "".join(f"{name:>24}" for name in found))
    for row, wanted in ROWS:
        cells = [
            f"{figures[row]:.1f}"
            if row in figures and "ms" in row
            else f"{figures[row]:.0f}"
            if row in figures
            else "–"
            for figures in found.values()
        ]
        print(f"{row:<32}{wanted:>26}" + "".join(f"{cell:>24}" for cell in cells), flush=True)


def loaded(folder: Path) -> Any:
    """The module that drives programs through a pseudo-terminal."""
    spec = importlib.util.spec_from_file_location("ptybench", folder / "ptybench.py")
    assert spec is not None and spec.loader is not None, f"there is no ptybench.py in {folder}"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(given: argparse.Namespace, folder: Path, scratch: Path) -> None:
    """Measures and prints."""
    ptybench = loaded(given.ptybench)
    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "NO_COLOR"):
        os.environ.pop(name, None)
    home = library_in(folder, given.stories)
    programs = [broadsheet(home, scratch, theme) for theme in given.themes]
    if not given.alone:
        programs.append(stock(home))
        other = newsboat(home, scratch)
        if other is None:
            print("newsboat is not installed: its column is left out")
        else:
            programs.append(other)
    print(
        f"{given.stories:,} stories, COLORTERM=truecolor; medians of {given.keys} keys and more; idle for {given.idle:.0f} s"
    )
    for size in given.sizes:
        columns, rows = map(int, size.split("x"))
        table(size, {each.name: measure(ptybench, each, columns, rows, given.keys, given.idle) for each in programs})


def options(parser: argparse.ArgumentParser) -> None:
    """What can be asked of this bench."""
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where libraries are kept from one run to the next")
    parser.add_argument("--sizes", nargs="*", default=["80x24", "120x30", "200x50"])
    parser.add_argument(
        "--themes", nargs="*", default=["", "nord"], help="Broadsheet's themes; empty for the default one"
    )
    parser.add_argument("--keys", type=int, default=20)
    parser.add_argument("--idle", type=float, default=60.0, help="seconds")
    parser.add_argument("--ptybench", type=Path, default=Path("../shared/bench"), help="the folder of ptybench.py")
    parser.add_argument("--alone", action="store_true", help="Broadsheet only")


def main() -> None:
    """Makes the library where it is not there, and measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options(parser)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(temporary) / "scratch"
        scratch.mkdir()
        run(given, given.folder or Path(temporary), scratch)


if __name__ == "__main__":
    main()
