"""Times a refresh of many feeds, first and unchanged, beside newsboat's in the same run.

    nice python -m tests.bench.refresh [--server ../shared/bench/feedserver.py] [--feeds 500] [--stories 30] [--hosts 50] [--rounds 3]

The server is a script that serves /feed/N.xml on loopback and counts at /stats. Ours are the library's own verbs, with a fetching
process started anew for every refresh and its start counted in; newsboat runs with 8 reload threads, where it is installed.
"""

import argparse
import asyncio
import json
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

from tui.config import Config
from tui.library import subscriptions
from tui.library.library import Library


def served(port: int) -> dict[str, int]:
    """What the server has counted."""
    with urlopen(f"http://127.0.0.1:{port}/stats") as answer:
        counted: dict[str, int] = json.load(answer)
    return counted


def listening(port: int) -> bool:
    """Somebody answers there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


async def ours(file: Path, given: bytes) -> tuple[float, int]:
    """Seconds of one refresh and the stories that were new. The subscriptions are taken in first, untimed."""
    library = await Library.open(file, Config())
    try:
        await library.do(subscriptions.import_subscriptions, given)
        began, new = time.perf_counter(), 0
        async for update in library.refresh():
            new += update.new
            assert not update.error, update.error
        return time.perf_counter() - began, new
    finally:
        await library.close()


def theirs(newsboat: str, folder: Path, urls: Path) -> float:
    """Seconds of one reload."""
    config = folder / "config"
    config.write_text("reload-threads 8\n")
    began = time.perf_counter()
    command = [newsboat, "-C", str(config), "-u", str(urls), "-c", str(folder / "cache.db"), "-x", "reload"]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def timed(port: int, name: str, run: Callable[[], tuple[float, int]]) -> float:
    """Run, and print what it took and what the server saw of it."""
    before = served(port)
    seconds, new = run()
    after = served(port)
    asked, unchanged = (after[key] - before[key] for key in ("requests", "not_modified"))
    print(
        f"{name:<24} {seconds:7.2f} s   {asked - 1:5} requests, {unchanged:5} unchanged, {new:6} new stories",
        flush=True,
    )
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", type=Path, default=Path("../shared/bench/feedserver.py"))
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--stories", type=int, default=30)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    newsboat = shutil.which("newsboat")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        urls = folder / "urls"
        command = [sys.executable, str(given.server), "--feeds", str(given.feeds), "--stories", str(given.stories)]
        command += ["--hosts", str(given.hosts), "--port", str(port), "--urls", str(urls)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            print(server.stdout.readline().strip(), flush=True)
            while not listening(port):
                time.sleep(0.05)
            times: dict[str, list[float]] = {}
            try:
                for number in range(given.rounds):
                    round_folder = folder / str(number)
                    round_folder.mkdir()
                    for kind in ("first", "unchanged"):
                        run = lambda: asyncio.run(ours(round_folder / "library.db", urls.read_bytes()))  # noqa: B023, E731 - run at once
                        times.setdefault(f"ours {kind}", []).append(timed(port, f"ours, {kind}", run))
                    for kind in ("first", "second", "third") if newsboat else ():
                        run = lambda: (theirs(newsboat or "", round_folder, urls), 0)  # noqa: B023, E731 - likewise
                        times.setdefault(f"newsboat {kind}", []).append(timed(port, f"newsboat, {kind}", run))
            finally:
                server.terminate()
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    print("\nmedians: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in medians.items()))
    if newsboat:
        print(f"first: {medians['ours first'] / medians['newsboat first']:.2f} of newsboat's (0.6 is asked)")
        print(
            f"unchanged: {medians['ours unchanged'] / medians['newsboat third']:.2f} of newsboat's third (0.1 is asked)"
        )


if __name__ == "__main__":
    main()
