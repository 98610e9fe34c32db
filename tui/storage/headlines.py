"""The headlines of a window, and in which group each stands: what is counted of their words, times and outlets. It
decides nothing (that does `events`), and knows no database."""

from collections import Counter, defaultdict
from math import sqrt

from tui.storage.rarity import Rarity


class Headlines:
    """Headlines in groups. A headline is a number of the caller's; a group's label is one of its own."""

    def __init__(self) -> None:
        self._words: dict[int, tuple[str, ...]] = {}
        self._at: dict[int, float] = {}
        self._outlet: dict[int, str] = {}
        self._group: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}
        self._counts: dict[int, Counter[str]] = {}
        self._tellers: dict[int, dict[str, int]] = {}
        self._last: dict[int, float] = {}
        self._rarity = Rarity()
        self._where: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._length: dict[int, float] = {}
        self._lengths: dict[int, float] = {}
        self._times: dict[int, float] = {}
        self._squares = 0
        self._same: defaultdict[tuple[str, tuple[str, ...]], set[int]] = defaultdict(set)
        self._held: set[int] = set()
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        self._touched: set[int] = set()
        self._led: dict[int, dict[str, float]] = {}
        self.moved: set[int] = set()
        """The headlines that came into another group since somebody emptied this."""

    def drop(self, headline: int) -> None:
        """Forgets a headline that has left the window."""
        self._take(headline)
        said, outlet = self._words.pop(headline), self._outlet.pop(headline)
        for word in self._rarity.drop(said):
            del self._where[word]
        if outlet:
            self._same[outlet, said].discard(headline)
            if not self._same[outlet, said]:
                del self._same[outlet, said]
        del self._at[headline], self._length[headline]
        self._held.discard(headline)
        self.moved.discard(headline)
        for other in self._apart.pop(headline, ()):
            self._apart[other].discard(headline)

    def older(self, at: float) -> list[int]:
        """The headlines from before a moment."""
        return [headline for headline, its in self._at.items() if its < at]

    def label(self, headline: int) -> int:
        """The group of a headline."""
        return self._group[headline]

    def members(self, label: int) -> frozenset[int]:
        """The headlines of a group."""
        return frozenset(self._members[label])

    def _is_one_outlets(self, label: int) -> bool:
        """Whether one outlet alone tells what a group tells."""
        tellers = self._tellers[label]
        return len(tellers) == 1 and "" not in tellers

    def _comes_back(self, headline: int) -> bool:
        """Whether its outlet has this headline more than once: a column's, a forecast's. Two that a person, or their
        text, holds together are no such."""
        outlet = self._outlet[headline]
        return bool(outlet) and headline not in self._held and len(self._same[outlet, self._words[headline]]) > 1

    def _know(self, headline: int, said: tuple[str, ...], at: float, outlet: str) -> None:
        self._words[headline], self._at[headline], self._outlet[headline] = said, at, outlet
        if outlet:
            self._same[outlet, said].add(headline)
        self._rarity.add(said)
        self._length[headline] = sqrt(sum(self._rarity.weight(word) ** 2 for word in said)) or 1.0

    def _hush(self) -> None:
        self._rarity.hush(self._squares)

    def _before(self, headline: int, word: str) -> str:
        """What stands right before a word of a headline; nothing where it has no such word, or begins with it."""
        said = self._words[headline]
        at = said.index(word) if word in said else 0
        return said[at - 1] if at else ""

    def _new(self, headline: int) -> int:
        """A label that no group has: that of the headline it begins with, unless a group that went on without it is
        called so."""
        label = headline
        while label in self._members:
            label = another(label)
        return label

    def _put(self, headline: int, label: int, before: int | None = None) -> int:
        at, length, outlet = self._at[headline], self._length[headline], self._outlet[headline]
        if label != before:
            self.moved.add(headline)
            self._touched.add(label)
        if label in self._members:
            self._squares += 2 * len(self._members[label]) + 1
            self._members[label].add(headline)
            self._last[label] = max(self._last[label], at)
            self._lengths[label] += length
            self._times[label] += at
        else:
            self._squares += 1
            self._members[label], self._counts[label], self._tellers[label] = {headline}, Counter(), {}
            self._last[label], self._lengths[label], self._times[label] = at, length, at
        self._led.pop(label, None)
        counts, tellers = self._counts[label], self._tellers[label]
        for word in self._words[headline]:
            before_it = counts[word]
            counts[word] = before_it + 1
            self._rarity.stands(word, 2 * before_it + 1)
            self._where[word][label] = before_it + 1
        tellers[outlet] = tellers.get(outlet, 0) + 1
        self._group[headline] = label
        return label

    def _take(self, headline: int) -> int:
        label = self._group.pop(headline)
        held, counts = self._members[label], self._counts[label]
        held.discard(headline)
        self._squares -= 2 * len(held) + 1
        self._led.pop(label, None)
        tellers = self._tellers[label]
        tellers[self._outlet[headline]] -= 1
        if not tellers[self._outlet[headline]]:
            del tellers[self._outlet[headline]]
        self._lengths[label] -= self._length[headline]
        self._times[label] -= self._at[headline]
        for word in self._words[headline]:
            counts[word] -= 1
            self._rarity.stands(word, -2 * counts[word] - 1)
            if counts[word]:
                self._where[word][label] = counts[word]
            else:
                del counts[word], self._where[word][label]
        if not held:
            del self._members[label], self._counts[label], self._last[label], self._lengths[label], self._times[label]
            del self._tellers[label]
        return label


def another(label: int) -> int:
    """A label to try where one is taken already: those below 0 are no headline's, and each comes up once."""
    return -abs(label) - (label <= 0)
