"""A long session, accelerated: many keys at random and many refreshes, and what they do to memory and to the time of a key.

    nice python -m tests.bench.session [--keys 100000] [--refreshes 500] [--minutes 30]

The program runs in a pseudo-terminal over sites on the loopback that have a new story in every section at each refresh. Its own
process is watched, not those that gather and go away. The first tenth of the session warms it up: growth is told from there on.
"""

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

from tests.terminal import Terminal, environment
from tests.web import Answer, Loopback, Threaded

FEEDS, STORIES = 20, 30
"""Sections that are followed, and stories that each offers at a time."""
KEYS = (
    *["j"] * 24, *["k"] * 10, *["space"] * 6, *["b"] * 3, *["tab"] * 6, *["h"] * 4, *["l"] * 4, *["enter"] * 6, *["n"] * 5,
    "N", *["J"] * 4, "K", "g", "G", "]", "]", "[", "backspace", ")", "ctrl+d", "ctrl+u", "s", "s", "m", "ctrl+l", "?\x1b",
    "/ferry\r", "/tunnel orchestra\r", "/harbour*\r",
)  # fmt: skip
WORDS = "ferry harbour tunnel council budget orchestra museum railway strike winter storm bridge market school river".split()


class Press:
    """The sites: at each refresh every section has one more story."""

    def __init__(self) -> None:
        self.edition = STORIES

    def __call__(self, path: str, _headers: dict[str, str]) -> Answer:
        where = re.fullmatch(r"/(\d+)/(feed|\d+)", path)
        if where is None:
            return Answer("", 404)
        section, what = int(where[1]), where[2]
        if what != "feed":
            return Answer(self._page(section, int(what)))
        items = "".join(
            f"<item><title>{self._words(section, number, 9).capitalize()}</title><link>/{section}/{number}</link>"
            f"<guid>{section}-{number}</guid><description>{self._words(number, section, 30)}</description></item>"
            for number in range(self.edition - STORIES, self.edition)
        )
        return Answer(
            f'<rss version="2.0"><channel><title>Section {section}</title>{items}</channel></rss>',
            content_type="application/rss+xml",
        )

    def _words(self, one: int, other: int, count: int) -> str:
        chance = random.Random(1000 * one + other)
        return " ".join(chance.choices(WORDS, k=count)) + f" {one} {other}"

    def _page(self, section: int, number: int) -> str:
        title = self._words(section, number, 9).capitalize()
        text = "".join(f"<p>{self._words(number, part, 50)}.</p>" for part in range(5 + number % 20))
        return f"<html lang=en><title>{title}</title><article><h1>{title}</h1>{text}</article>"


def memory(process: int) -> float:
    """The resident memory of a process, in MiB."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def busy(process: int) -> float:
    """Seconds of processor that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def answered(terminal: Terminal, key: str) -> float:
    """Milliseconds from a press to its first byte; 0 where nothing came."""
    before, pressed = len(terminal.output), time.perf_counter()
    terminal.press(key)
    terminal._read(0.02)
    taken = 1000 * (time.perf_counter() - pressed)
    while key.endswith("\x1b") and terminal._read(0.06):
        pass  # an escape stands alone only where nothing follows it soon
    return taken if len(terminal.output) > before else 0.0


def session(terminal: Terminal, press: Press, keys: int, refreshes: int, minutes: float) -> None:
    """Presses the keys, and prints what is seen a tenth of the way at a time."""
    chance = random.Random(1)
    began, process = time.monotonic(), terminal.pid
    pressed = asked = 0
    recent: deque[str] = deque(maxlen=12)
    seen: list[tuple[float, float, float]] = []
    print(f"{'keys':>8}{'refreshes':>11}{'minutes':>9}{'MiB':>8}{'ms a key':>10}{'cpu ms a key':>14}{'editions':>10}")
    for part in range(1, 11):
        times: list[float] = []
        cpu, start = busy(process), pressed
        while pressed < keys * part // 10 and time.monotonic() - began < 60 * minutes * part / 10:
            if pressed * refreshes >= asked * keys:
                asked += 1
                press.edition += 1
                terminal.press("R")
            key = chance.choice(KEYS)
            taken = answered(terminal, key)
            pressed += 1
            if key in "jk" and taken:
                times.append(taken)
            recent.append(key)
            assert not terminal.ended(), (
                f"it ended ({terminal.process.returncode}) after {pressed} keys, the last {list(recent)}"
            )
            del terminal.output[:-4096]
        while terminal._read(0.5):
            pass
        made = pressed - start or 1
        seen.append((memory(process), statistics.median(times), 1000 * (busy(process) - cpu) / made))
        print(
            f"{pressed:>8}{asked:>11}{(time.monotonic() - began) / 60:>9.1f}{seen[-1][0]:>8.1f}{seen[-1][1]:>10.2f}"
            f"{seen[-1][2]:>14.2f}{press.edition - STORIES:>10}",
            flush=True,
        )
    first, last = seen[0], seen[-1]
    print(
        f"memory: {100 * (last[0] / first[0] - 1):+.1f} % (5 is allowed); a key: {100 * (last[1] / first[1] - 1):+.0f} %, "
        f"its processor time {100 * (last[2] / first[2] - 1):+.0f} %"
    )


def main() -> None:
    """Makes the sites and the library, and runs the session."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=100_000)
    parser.add_argument("--refreshes", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=30.0, help="no longer than this")
    given = parser.parse_args()
    press = Press()
    with tempfile.TemporaryDirectory() as name, Threaded(Loopback(press)) as server:
        home = Path(name)
        env = environment(home)
        config = home / "config" / "broadsheet" / "config.toml"
        config.parent.mkdir(parents=True)
        config.write_text("auto_refresh = false\n")
        urls = home / "urls"
        urls.write_text("".join(f"{server.url}/{section}/feed\n" for section in range(FEEDS)))
        program = [sys.executable, "-m", "tui"]
        subprocess.run([*program, "import", str(urls)], check=True, env=env, capture_output=True)
        with Terminal(program, env, 120, 36) as terminal:
            terminal.wait_for("No stories yet", "move")
            session(terminal, press, given.keys, given.refreshes, given.minutes)
            terminal.press("Q")
            terminal.wait_end()


if __name__ == "__main__":
    main()
