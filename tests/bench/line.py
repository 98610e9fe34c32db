"""A slow line: the program over a real SSH connection through a proxy that lets so many bytes a second through.

    nice python -m tests.bench.line [--rates 8 32] [--trip 150] [--sizes 80x24] [--stories 2000]

Textual's own writer and the layer of `app/terminal.py`, each with and without `ssh -C`. "A key" is the median time from a press to
the last byte of its answer; "the lag" is how long the screen goes on changing after a key was held for three seconds, thirty
presses a second. Both hold the round trip.
"""

import argparse
import asyncio
import contextlib
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import ssh
from tests.bench.store import fill
from tests.terminal import Terminal, environment
from tui.library.opening import writing

PRESSES, SECONDS = 30, 3.0
"""How often a second a key repeats that is held, and for how long it is held."""
CHUNK = 512
"""Bytes that pass the proxy at once."""


class Line:
    """A proxy in front of a port: downstream so many bytes a second, both ways half a round trip late."""

    def __init__(self, port: int, rate: float, trip: float) -> None:
        self._port, self._rate, self._late = port, rate, trip / 2
        self._ready = threading.Event()
        self.port = 0

    async def _serve(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        async with await asyncio.start_server(self._connect, "127.0.0.1", 0) as server:
            self.port = server.sockets[0].getsockname()[1]
            self._ready.set()
            await self._over.wait()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._port)
        with contextlib.suppress(ConnectionError, asyncio.CancelledError):  # either end has gone, or the bench is over
            await asyncio.gather(self._carry(reader, far_writer, 0), self._carry(far_reader, writer, self._rate))

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, rate: float) -> None:
        free = 0.0  # when the line has let through what came before
        while data := await reader.read(CHUNK):
            now = self._loop.time()
            free = max(free, now) + (len(data) / rate if rate else 0)
            await asyncio.sleep(free - now)
            self._loop.call_later(self._late, writer.write, data)
        self._loop.call_later(self._late, writer.close)

    def __enter__(self) -> "Line":
        self._thread = threading.Thread(target=asyncio.run, args=(self._serve(),), daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()


def last_byte(terminal: Terminal, quiet: float, limit: float = 120.0) -> float:
    """The moment of the last byte before so many seconds of silence."""
    last, end = time.monotonic(), time.monotonic() + limit
    while time.monotonic() < end:
        before = len(terminal.output)
        terminal._read(0.01)
        if len(terminal.output) > before:
            last = time.monotonic()
        elif time.monotonic() - last > quiet:
            break
    return last


def key(terminal: Terminal, times: int = 7) -> float:
    """Milliseconds from a press to the last byte of its answer, the median."""
    taken = []
    for _ in range(times):
        last_byte(terminal, 0.6)
        pressed = time.monotonic()
        terminal.press("down")
        taken.append(1000 * (last_byte(terminal, 1.0) - pressed))
    return statistics.median(taken)


def hold(terminal: Terminal, turn: int) -> tuple[float, int]:
    """How many seconds the screen goes on changing after a key was held, and the bytes of it all; the other way every few presses."""
    last_byte(terminal, 0.6)
    before = len(terminal.output)
    began = pressed = time.monotonic()
    for number in range(int(PRESSES * SECONDS)):
        while time.monotonic() < began + number / PRESSES:
            terminal._read(0.002)
        terminal.press("up" if number // turn % 2 else "down")
        pressed = time.monotonic()
    return last_byte(terminal, 1.5) - pressed, len(terminal.output) - before


@contextmanager
def program(folder: Path, port: int, thin: bool, compressed: bool, columns: int, rows: int) -> Iterator[Terminal]:
    """Broadsheet on the far side, at the head of a list."""
    env = environment(folder, BROADSHEET_THIN=str(int(thin)), BROADSHEET_FIRST_FRAME="0")
    command = ssh.over_ssh(folder / "keys", port, ssh.READER, env, *(["-C"] if compressed else []))
    with Terminal(command, env, columns, rows) as terminal:
        while "unread" not in terminal.text():
            terminal._read(0.5)
        last_byte(terminal, 1.0)
        terminal.press("h", "h", "g", "l", "g")
        last_byte(terminal, 1.0)
        yield terminal


def main() -> None:
    """Sets everything up, and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rates", nargs="*", type=float, default=[8.0, 32.0], help="KB a second")
    parser.add_argument("--trip", type=float, default=150.0, help="the round trip, in ms")
    parser.add_argument("--sizes", nargs="*", default=["80x24"])
    parser.add_argument("--stories", type=int, default=2000)
    given = parser.parse_args()
    if reason := ssh.missing():
        raise SystemExit(reason)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "keys").mkdir()
        (folder / "config" / "broadsheet").mkdir(parents=True)
        (folder / "config" / "broadsheet" / "config.toml").write_text('auto_refresh = false\nfull_text = "feed"\n')
        with writing(folder / "data" / "broadsheet" / "library.db") as store:
            fill(store, given.stories, random.Random(1))
        print(
            f"round trip {given.trip:.0f} ms; a key in ms, the lag after holding it for {SECONDS:.0f} s in s, and its bytes"
        )
        with ssh.sshd(folder / "keys") as port:
            for size in given.sizes:
                columns, rows = map(int, size.split("x"))
                for rate in given.rates:
                    for thin, compressed in ((False, False), (False, True), (True, False), (True, True)):
                        with (
                            Line(port, rate * 1000, given.trip / 1000) as line,
                            program(folder, line.port, thin, compressed, columns, rows) as terminal,
                        ):
                            said = [key(terminal), *hold(terminal, 1000)]
                            terminal.press("enter")
                            last_byte(terminal, 1.5)
                            terminal.press("g")
                            said += [key(terminal, 5), *hold(terminal, 25)]
                        writer = ("the layer" if thin else "Textual's own") + (", ssh -C" if compressed else "")
                        print(
                            f"{rate:>4.0f} KB/s  {size:<7} {writer:<24} list: {said[0]:>5.0f} ms {said[1]:>6.2f} s {said[2]:>7} B"
                            f"   article: {said[3]:>5.0f} ms {said[4]:>6.2f} s {said[5]:>7} B",
                            flush=True,
                        )


if __name__ == "__main__":
    main()
