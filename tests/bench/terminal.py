"""Both tables of the terminal in one run: the wire, then the start; stock widgets and newsboat beside Broadsheet.

nice python -m tests.bench.terminal [--folder PATH] [--stories 100000] [--runs 15] [what `tests.bench.wire` takes]
"""

import argparse
import tempfile
from pathlib import Path

from tests.bench import start, wire


def main() -> None:
    """Makes the libraries where they are not there yet, and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wire.options(parser)
    parser.add_argument("--runs", type=int, default=15, help="starts of each program")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(temporary) / "scratch"
        scratch.mkdir()
        folder = given.folder or Path(temporary)
        wire.run(given, folder, scratch)
        print()
        start.verbs(folder, 1_000, given.runs)
        start.screens(folder, sorted({1_000, given.stories}), given.runs, 80, 24)


if __name__ == "__main__":
    main()
