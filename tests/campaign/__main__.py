"""Runs the campaign: see the package."""

import argparse
import sys
import time
from random import Random

from tests.campaign import Part, disks, fuzz, kills, payloads, power, screens, shells

PARTS: dict[str, tuple[Part, int, int]] = {
    "kills": (kills.run, 25, 500),
    "power": (power.run, 8, 200),
    "shells": (shells.run, 3, 100),
    "screens": (screens.run, 6, 400),
    "disks": (disks.run, 12, 200),
    "payloads": (payloads.run, 2, 100),
    "fuzz": (fuzz.run, 40, 7500),
}
"""Part -> what runs it, and its rounds in the short form and in the long one."""


MOST = 1500
"""Characters of what is said of something lost."""


def main() -> int:
    """Runs all of it, or the parts that are named; the exit code is 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaign", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--long", action="store_true", help="some hours instead of a minute")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--rounds", type=int, help="this many rounds of each part")
    given = parser.parse_args()
    lost = 0
    for name in given.only:
        run, short, long = PARTS[name]
        since = time.monotonic()
        tally = run(Random(f"{given.seed} {name}"), given.rounds or (long if given.long else short))
        print(
            f"{name:9} tried {tally.tried:7,}  survived {tally.tried - len(tally.lost):7,}  lost {len(tally.lost):3}"
            f"  in {time.monotonic() - since:.0f} s (seed {given.seed})",
            flush=True,
        )
        if tally.told:
            print(f"    {tally.told}")
        for wrong in tally.lost:
            print(f"    {wrong}".encode("unicode_escape").decode()[:MOST])
        lost += len(tally.lost)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
