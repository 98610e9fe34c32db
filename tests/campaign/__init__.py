"""The long campaign against the program: kills, power cuts, shells at once, disks that fail, hostile text in every field, bytes that no parser expects.

    python -m tests.campaign --seed 7 [--long] [--only kills power shells screens disks payloads fuzz] [--rounds N]

Each part prints how much it tried, how much survived, and what was lost, each with what is needed to see it again. The short form of every
part runs with the tests.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random


@dataclass
class Tally:
    """What a part of the campaign tried, and what was lost."""

    tried: int = 0
    lost: list[str] = field(default_factory=list)
    told: str = ""
    """What else was measured."""

    def count(self, wrong: str = "") -> None:
        """One more trial; `wrong` says what it lost."""
        self.tried += 1
        if wrong:
            self.lost.append(wrong)


Part = Callable[[Random, int], Tally]
"""A part of the campaign: chance, and how many rounds of it."""
