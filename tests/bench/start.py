"""How soon the command line's verbs are done, and the screen is there: to the first text, and to the answer to a key typed at once.

    nice python -m tests.bench.start [--runs 15] [--stories 1000 100000] [--folder PATH] [--columns 80 --rows 24]

The verbs run over the first of the libraries, in turn with `python -c "import sqlite3, json"`, which they are set against.
For the screen each program runs in a pseudo-terminal, all of them in turn: a bare interpreter that prints, a Textual app of one line, and
Broadsheet over a library of each size, with the first frame and without. "usable" is when the answer to a `j` is shown that was
typed before the program was there; for the Textual app it is its first paint that the others are set against. Libraries are
made in the folder where they are not there yet, and stay there where it is named. newsboat, where it is installed, starts over the
same 100,000 stories.
"""

import argparse
import fcntl
import os
import pty
import random
import select
import shutil
import signal
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pyte

from tests.bench.store import NOW, fill
from tests.terminal import ANSWERS, UNKNOWN_TO_PYTE, environment
from tui.blocks import Paragraph, Span
from tui.library.opening import writing
from tui.model import Article, Section, StoryFilter
from tui.storage import downloads, sections, stories, texts
from tui.storage.file import File

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("Ready")

    def on_key(self, event):
        self.query_one(Static).update(f"Answered {event.key}")

Bare().run()
"""
LIMIT = 120.0
"""Seconds after which a program that has not answered is given up."""

Shows = Callable[[list[str]], bool]
"""Says of the lines of a screen whether they show what is waited for."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is started, and how its first text and its answer to `j` look."""

    name: str
    command: tuple[str, ...]
    env: dict[str, str]
    painted: Shows
    answered: Shows | None = None
    leave: bytes = b""
    """What ends it in good order."""


@dataclass(frozen=True, slots=True)
class Run:
    """One start, in milliseconds since exec; cpu is what it had used when it had ended."""

    painted: float
    answered: float
    cpu: float
    bytes: int


def start(program: Program, columns: int, rows: int, *, orderly: bool = False) -> Run:
    """Start a program, type a key at once, wait until it is answered, kill it. Orderly: type what ends it instead."""
    screen = pyte.Screen(columns, rows)
    stream = pyte.ByteStream(screen)
    line, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    modes = termios.tcgetattr(inner)
    modes[3] &= ~termios.ECHO  # the key's own echo is no text of the program's
    termios.tcsetattr(inner, termios.TCSANOW, modes)
    began = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os.login_tty(inner)
        os.execve(program.command[0], program.command, program.env)
    os.close(inner)
    if program.answered and not orderly:
        os.write(line, b"j")
    painted = answered = 0.0
    total = 0
    while time.perf_counter() - began < LIMIT and not answered:
        if not select.select([line], [], [], 1.0)[0]:
            continue
        try:
            data = os.read(line, 1 << 20)
        except OSError:  # it has ended
            break
        now = time.perf_counter()
        total += len(data)
        for question, answer in ANSWERS:
            for found in question.finditer(data):
                os.write(line, answer % found.groups() if found.groups() else answer)
        stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        if not painted and program.painted(screen.display):
            painted = now
            if orderly:
                os.write(line, program.leave)
        if painted and not orderly and (program.answered is None or program.answered(screen.display)):
            answered = now
    if not orderly:
        os.kill(pid, signal.SIGKILL)
    os.close(line)
    _, _, used = os.wait4(pid, 0)
    assert answered or orderly, f"{program.name} did not answer:\n" + "\n".join(screen.display)
    return Run(1000 * (painted - began), 1000 * (answered - began), 1000 * (used.ru_utime + used.ru_stime), total)


def _shows(text: str) -> Shows:
    return lambda lines: any(text in line for line in lines)


def _unread_chosen(lines: list[str]) -> bool:
    """The cursor stands on the second row of the sections."""
    return any(line.startswith("▌Unread") for line in lines)


def _library(folder: Path, stories: int) -> Path:
    """A folder with a library of so many stories in it, made where it is not there."""
    home = folder / str(stories)
    file = home / "data" / "broadsheet" / "library.db"
    if not file.exists():
        with writing(file) as store:
            fill(store, stories, random.Random(1))
    config = home / "config" / "broadsheet" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("auto_refresh = false\n")
    return home


def verbs(folder: Path, count: int, runs: int) -> None:
    """Prints the table of the command line's starts: from exec to the exit, by the clock and by the processor."""
    home = _library(folder, count)
    with writing(home / "data" / "broadsheet" / "library.db") as store:
        story = stories.window(store, StoryFilter(news=True), 1)[0]
        article = Article(story.url, story.title, (Paragraph((Span("The ferry is back. " * 20),)),) * 20)
        texts.keep_article(store, story.id, article)
    lines = f"""--version
        --help
        where
        env
        sections
        list --limit 5
        list
        search {story.title.split()[0]} --limit 5
        show {story.id}
        show {story.id} --json
        mark star {story.id}
        mark unstar {story.id}
        tidy""".splitlines()
    python = sys.executable
    commands = {'python -c "import sqlite3, json"': [python, "-c", "import sqlite3, json"]}
    commands |= {line.strip(): [python, "-m", "tui", *line.split()] for line in lines}
    script = Path(python).with_name("broadsheet")
    if script.exists():
        commands["list --limit 5, by the script"] = [str(script), "list", "--limit", "5"]
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for turn in range(-1, runs):  # the first round warms the caches
        for name, command in commands.items():
            run = _ran(command, environment(home))
            if turn >= 0:
                taken[name].append(run)
    print(
        f"{runs} starts each, {count:,} stories, ms: the median, and how many times the first{'clock':>14}{'processor':>16}"
    )
    medians = {
        name: [statistics.median(figures) for figures in zip(*all_runs, strict=True)]
        for name, all_runs in taken.items()
    }
    bare = next(iter(medians.values()))
    for name, figures in medians.items():
        cells = [f"{figure:>9.1f}{figure / first:>6.2f}x" for figure, first in zip(figures, bare, strict=True)]
        print(f"{name:<62}{''.join(cells)}")


def _ran(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Milliseconds that a program takes by the clock and by the processor; what it prints is thrown away."""
    null = os.open(os.devnull, os.O_RDWR)
    began = time.perf_counter()
    pid = os.posix_spawn(command[0], command, env, file_actions=[(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1, 2)])
    _, status, used = os.wait4(pid, 0)
    ended = time.perf_counter()
    os.close(null)
    assert status == 0, f"{command} failed"
    return 1000 * (ended - began), 1000 * (used.ru_utime + used.ru_stime)


def _named(stories: int) -> str:
    return f"broadsheet, {stories:,} stories"


def programs(folder: Path, stories: Sequence[int]) -> list[Program]:
    """What is set beside one another."""
    python = sys.executable
    plain = environment(folder)
    found = [
        Program("python -c print", (python, "-c", "print('Ready')"), plain, _shows("Ready")),
        Program(
            "a Textual app of one line", (python, "-c", BARE), plain, _shows("Ready"), _shows("Answered j"), b"\x11"
        ),
    ]
    for number in stories:
        home = _library(folder, number)
        for said, frame in (("", "0"), (", with the first frame", "1")):
            env = environment(home, BROADSHEET_FIRST_FRAME=frame)
            found.append(
                Program(
                    _named(number) + said,
                    (python, "-m", "tui"),
                    env,
                    _shows("All"),
                    _unread_chosen,
                    b"Q",
                )
            )
    return found


def newsboat(folder: Path, stories: int) -> Program | None:
    """newsboat with the stories of a library in its cache, a feed for each section; None where it is not installed."""
    program = shutil.which("newsboat")
    if program is None:
        return None
    home = _library(folder, stories)
    own = home / "newsboat"
    command = (program, "-C", str(own / "config"), "-u", str(own / "urls"), "-c", str(own / "cache.db"))
    if not own.exists():
        own.mkdir()
        with File(home / "data" / "broadsheet" / "library.db", readonly=True) as store:
            followed = sections.sections(store)
            (own / "config").write_text("auto-reload no\n")
            (own / "urls").write_text("".join(f"{section.url}\n" for section in followed))
            subprocess.run([*command, "-x", "print-unread"], check=True, capture_output=True, env=environment(home))
            _fill_cache(own / "cache.db", store, followed)
    return Program(f"newsboat, {stories:,} stories", command, environment(home), _shows("Section 1"), None, b"Q")


def _fill_cache(file: Path, store: File, followed: Sequence[Section]) -> None:
    """The stories in the order in which many refreshes would have brought them: one of each feed in turn."""
    feeds = [stories.window(store, StoryFilter(section_id=section.id), 0)[::-1] for section in followed]
    cache = sqlite3.connect(file)
    with cache:
        for section in followed:
            told = (section.url, section.url, section.full_name)
            cache.execute("INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)", told)
        for issue in zip_longest(*feeds):
            for section, story in zip(followed, issue, strict=True):
                if story is not None and (job := downloads.job(store, story.id)) is not None:
                    published = int((story.published or NOW).timestamp())
                    cache.execute(
                        "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)"
                        " VALUES (?, ?, '', ?, ?, ?, ?, 1)",
                        (str(story.id), story.title, story.url, section.url, published, job.content),
                    )
    cache.close()


def screens(folder: Path, stories: Sequence[int], runs: int, columns: int, rows: int) -> None:
    """Prints the table of the screen's starts."""
    lineup = programs(folder, stories)
    taken: dict[str, list[Run]] = {program.name: [] for program in lineup}
    for turn in range(-1, runs):  # the first round warms the caches, and leaves a first frame
        for program in lineup:
            run = start(program, columns, rows, orderly=turn < 0)
            if turn >= 0:
                taken[program.name].append(run)
    other = newsboat(folder, 100_000) if 100_000 in stories else None
    if other is not None:
        taken[other.name] = [start(other, columns, rows) for _ in range(2)]
    bare = statistics.median(run.painted for run in taken["a Textual app of one line"])
    print(
        f"{columns}x{rows}, {runs} starts each (newsboat 2), ms: the least and the median{'first text':>24}{'usable':>18}{'':>9}{'cpu':>9}{'bytes':>8}"
    )
    for name, all_runs in taken.items():
        cells = [
            f"{min(figures):>9.0f}{statistics.median(figures):>9.0f}"
            for figures in ([run.painted for run in all_runs], [run.answered for run in all_runs])
        ]
        ratio = statistics.median(run.answered for run in all_runs) / bare
        cpu = statistics.median(run.cpu for run in all_runs)
        print(f"{name:<62}{''.join(cells)}{ratio:>8.2f}x{cpu:>9.0f}{all_runs[0].bytes:>8}")
    if other is not None:
        theirs, ours = (min(run.answered for run in taken[name]) for name in (other.name, _named(100_000)))
        print(f"newsboat takes {theirs / ours:.0f} times as long as Broadsheet")


def main() -> None:
    """Makes the libraries where they are not there, and times the starts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--stories", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--columns", type=int, default=80)
    parser.add_argument("--rows", type=int, default=24)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        verbs(folder, given.stories[0], given.runs)
        screens(folder, given.stories, given.runs, given.columns, given.rows)


if __name__ == "__main__":
    main()
