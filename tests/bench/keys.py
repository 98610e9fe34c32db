"""Times cursor keys while the open screen refreshes many feeds: from the press to the first byte and to the sight of its answer.

    nice -n -5 python -m tests.bench.keys [--server ../shared/bench/feedserver.py] [--feeds 500] [--stories 30] [--hosts 50] [--every 100]

The program runs in a pseudo-terminal; R starts the refresh, and a cursor key is pressed every so many milliseconds until it is over.
"First byte" is anything that is written after the press; "in sight" is the moment when the highlight stands on another row;
"last byte" is the end of what is written until nothing comes for 25 ms (or the next key is pressed): other changes that fall
into that time are in it. What comes is only noted with its moment, and shown to a terminal when all is over.
"""

import argparse
import os
import select
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.refresh import listening
from tests.terminal import ANSWERS, UNKNOWN_TO_PYTE, Terminal, environment
from tui.library.opening import reading
from tui.storage import sections

QUIET = 0.025
"""Seconds without output after which an answer is over."""
LIMIT = 120.0
"""Seconds that a refresh may take."""


@dataclass(frozen=True, slots=True)
class Press:
    """A key's answer, in milliseconds since it was pressed; `sight` is 0 where the highlight could not move."""

    first: float
    sight: float
    last: float
    bytes: int


@contextmanager
def serving(server: Path, folder: Path, port: int, feeds: int, stories: int, hosts: int) -> Iterator[Path]:
    """The feeds' server, and the OPML file that names them."""
    opml = folder / "feeds.opml"
    command = [sys.executable, str(server), "--feeds", str(feeds), "--stories", str(stories), "--hosts", str(hosts)]
    with subprocess.Popen([*command, "--port", str(port), "--opml", str(opml)], stdout=subprocess.DEVNULL) as process:
        try:
            while not listening(port):
                time.sleep(0.05)
            yield opml
        finally:
            process.terminate()


class Watched(Terminal):
    """A terminal that only notes what comes, and when."""

    def note(self, seconds: float, noted: list[tuple[float, bytes]]) -> bool:
        """Wait so long for output; whether some came."""
        if not select.select([self.line], [], [], max(seconds, 0))[0]:
            return False
        data = os.read(self.line, 1 << 20)
        noted.append((time.perf_counter(), data))
        for question, answer in ANSWERS:
            for found in question.finditer(data):
                os.write(self.line, answer % found.groups() if found.groups() else answer)
        return True

    def show(self, data: bytes) -> None:
        """Put on the screen what was noted."""
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))

    def highlighted(self, pane: int) -> str:
        """The line of the highlight in a pane, counted from the left; among the sections without its count."""
        for line in self.screen.display:
            parts = line.split("│")
            if len(parts) > pane and parts[pane].startswith("▌"):
                return parts[pane][: None if pane else 18]
        return ""

    def go_to(self, pane: int) -> None:
        """To the first row of the sections, or of the list, wherever the session before this one ended."""
        if "enter read" not in (said := self.wait_for("? help")) and "enter stories" not in said:
            self.press("h")
            self.wait_for("enter read")
        if "enter stories" not in self.text():
            self.press("h")
            self.wait_for("enter stories")
        self.press("g")
        if pane:
            self.press("l", "g")
            self.wait_for("enter read")


def pressed(
    env: dict[str, str], size: tuple[int, int], pane: int, every: float, over: Callable[[], bool] | None
) -> tuple[list[Press], float]:
    """The answers to the keys pressed during one refresh, until it is `over` (or for five seconds without one), and its seconds."""
    noted: list[tuple[float, bytes]] = []
    presses: list[float] = []
    with Watched([sys.executable, "-m", "tui"], env, *size) as terminal:
        terminal.go_to(pane)
        while terminal.note(1.0, noted):
            pass
        began = time.perf_counter()
        if over:
            terminal.press("R")
        end, due = began + (LIMIT if over else 5.0), began + every
        while (now := time.perf_counter()) < end:
            if now >= due:
                presses.append(now)
                terminal.press("j")
                due += every
                if over and len(presses) % 10 == 0 and end - now > 1.0 and over():
                    end = now + 0.5  # the last of it is being kept
            terminal.note(due - time.perf_counter(), noted)
        seconds = end - began
        assert seconds < LIMIT, "the refresh did not end"
        while terminal.note(0.3, noted):
            pass
        found = list(answers(terminal, pane, noted, presses))
        terminal.press("Q")
        terminal.wait_end()
        return found, seconds


def answers(terminal: Watched, pane: int, noted: list[tuple[float, bytes]], presses: list[float]) -> Iterator[Press]:
    """What each press brought about, told from what came when."""
    place = 0
    for number, at in enumerate(presses):
        until = presses[number + 1] if number + 1 < len(presses) else float("inf")
        while place < len(noted) and noted[place][0] < at:
            terminal.show(noted[place][1])
            place += 1
        before = terminal.highlighted(pane)
        first = sight = last = 0.0
        size = 0
        while place < len(noted) and noted[place][0] < until:
            moment, data = noted[place]
            if last and sight and moment - last > QUIET:
                break
            terminal.show(data)
            place += 1
            first, last, size = first or moment, moment, size + len(data)
            if not sight and terminal.highlighted(pane) != before:
                sight = moment
        if first:
            yield Press(1000 * (first - at), 1000 * (sight - at) if sight else 0.0, 1000 * (last - at), size)


def told(name: str, found: list[Press], seconds: float) -> None:
    """Print a row for each moment."""
    seen = [press for press in found if press.sight]
    print(
        f"{name}: {seconds:.1f} s, {len(found)} keys, the highlight moved {len(seen)} times; load {os.getloadavg()[0]:.1f}"
    )
    for word, figures in (
        ("first byte", sorted(press.first for press in found)),
        ("in sight", sorted(press.sight for press in seen)),
        ("last byte", sorted(press.last for press in found)),
    ):
        if figures:
            p95 = figures[min(len(figures) - 1, round(0.95 * len(figures)))]
            print(f"    {word:<11} p50 {statistics.median(figures):6.1f}   p95 {p95:6.1f}   max {figures[-1]:6.1f} ms")
    if found:
        print(f"    {statistics.median(press.bytes for press in found):.0f} bytes (median)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", type=Path, default=Path("../shared/bench/feedserver.py"))
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--stories", type=int, default=30)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--every", type=float, default=100.0, help="milliseconds between two keys")
    parser.add_argument("--columns", type=int, default=80)
    parser.add_argument("--rows", type=int, default=24)
    parser.add_argument("--env", action="append", default=[], metavar="NAME=VALUE")
    given = parser.parse_args()
    size, every = (given.columns, given.rows), given.every / 1000
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def kept() -> Callable[[], bool]:
            """Whether every section was asked, and what came is kept, since now."""
            now = datetime.now(UTC).replace(microsecond=0)

            def over() -> bool:
                with reading(folder / "data" / "broadsheet" / "library.db") as file:
                    return all(section.checked and section.checked >= now for section in sections.sections(file))

            return over

        env = environment(folder, **dict(pair.split("=", 1) for pair in given.env))
        config = folder / "config" / "broadsheet" / "config.toml"
        config.parent.mkdir(parents=True)
        config.write_text("auto_refresh = false\n")
        fewer = max(1, given.stories * 2 // 3)
        with serving(given.server, folder, port, given.feeds, fewer, given.hosts) as opml:
            subprocess.run([sys.executable, "-m", "tui", "import", str(opml)], env=env, check=True, capture_output=True)
            told("sections, at rest", *pressed(env, size, 0, every, None))
            told(f"sections, first refresh ({fewer} stories each)", *pressed(env, size, 0, every, kept()))
            told("stories, at rest", *pressed(env, size, 1, every, None))
            told("stories, unchanged refresh", *pressed(env, size, 1, every, kept()))
        with serving(given.server, folder, port, given.feeds, given.stories, given.hosts):
            told(f"stories, {given.stories - fewer} new ones in each", *pressed(env, size, 1, every, kept()))


if __name__ == "__main__":
    main()
