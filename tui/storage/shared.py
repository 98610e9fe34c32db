"""How many stories stand in several sections: a folder or a site counts each of them once."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Set
from itertools import chain

from tui.values import Value


class Shared(Value):
    """The stories that stand in all of some sections, two at least, and in no other: how many, and how many unread."""

    section_ids: frozenset[int]
    stories: int
    unread: int


def again(group: Set[int], section_ids: Set[int]) -> int:
    """How many times too often a story of a group of sections is counted by adding up what these sections count."""
    return max(0, len(group & section_ids) - 1)


class Several:
    """Every group of sections that have stories in common, as the triggers count them."""

    def __init__(self, db: sqlite3.Connection):
        rows = db.execute("SELECT sections, stories, unread FROM shared WHERE stories > 0")
        self._every = [Shared(frozenset(map(int, ids.split())), stories, unread) for ids, stories, unread in rows]
        self._of_section: dict[int, list[int]] = {}
        for place, each in enumerate(self._every):
            for section_id in each.section_ids:
                self._of_section.setdefault(section_id, []).append(place)

    def of(self, section_ids: Iterable[int]) -> tuple[Shared, ...]:
        """Those with at least two of these sections."""
        times = Counter(chain.from_iterable(self._of_section.get(each, ()) for each in section_ids))
        return tuple(self._every[place] for place, number in times.items() if number > 1)
