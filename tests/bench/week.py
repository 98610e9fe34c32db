"""A simulated week in which outlets share events: `python -m tests.bench.week [SEED...]`.

Printed are how many lines are saved by telling each event once, of how many that could be, and how many stories stand with
another event, by truth; and what became of the stories themselves (lost, kept twice, unread again).
"""

import argparse
import tempfile
from pathlib import Path

from tests.shared_week import SharedWeek, told
from tests.week import told as told_of_stories


def main() -> None:
    """Print two lines a seed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("seeds", nargs="*", type=int, default=[1, 2, 3])
    for seed in parser.parse_args().seeds:
        with tempfile.TemporaryDirectory() as folder:
            week = SharedWeek(Path(folder) / "library.db", seed)
            with week.file:
                *_, last = week.days_together()
                print(f"seed {seed}: {told(last)}")
                print(f"        {told_of_stories(week.counted())}", flush=True)


if __name__ == "__main__":
    main()
