"""The headlines of a window, and in which group each stands: what is counted of their words, times and outlets. It
decides nothing (that does `events`), and knows no database.

Most headlines stand alone, so that one is a group by itself, without anything that would have to be kept for that."""

from collections import defaultdict
from collections.abc import Mapping, Set
from heapq import nsmallest
from math import sqrt

from tui.storage.rarity import Rarity

_LEAD = 8
"""Words of a lead that are looked at, the rarest: names, most of them."""
_RARE = 0.03
"""A word of a lead that more of the headlines have is none of these."""


class Member:
    """A headline, as a group has it; and while nothing stands with it, the group of it alone."""

    __slots__ = ("at", "label", "leads", "length", "number", "outlet", "said")

    size = 1

    def __init__(
        self, number: int, said: tuple[str, ...], at: float, outlet: str, length: float, lead: tuple[str, ...] = ()
    ) -> None:
        self.number = number
        self.said = said
        self.leads = lead
        """Words of its lead that it has not itself."""
        self.at = at
        """When it was told, in seconds."""
        self.outlet = outlet
        """Who told it, "" where that is not known."""
        self.length = length
        """Of its words as a vector, weighed."""
        self.label: int | None = None
        """Its group's; None while it stands in none."""

    @property
    def members(self) -> Set[int]:
        """As a group's."""
        return {self.number}

    @property
    def counts(self) -> Mapping[str, int]:
        """As a group's."""
        return dict.fromkeys(self.said, 1)

    @property
    def time(self) -> float:
        """As a group's."""
        return self.at

    @property
    def last(self) -> float:
        """As a group's."""
        return self.at

    @property
    def teller(self) -> str:
        """As a group's."""
        return self.outlet


class Company:
    """A group of headlines that stand together, or did."""

    __slots__ = ("_tellers", "counts", "last", "leads", "length", "members", "size", "time")

    def __init__(self, first: Member) -> None:
        self.members = {first.number}
        self.size = 1
        self.counts = dict.fromkeys(first.said, 1)
        """How many of them have each word."""
        self.leads = dict.fromkeys(first.leads, 1)
        """How many of them have each word in their leads alone."""
        self.length = first.length
        """The sum of theirs."""
        self.time = self.last = first.at
        """The sum of when they were told, and when the last was of all that ever stood here."""
        self._tellers = {first.outlet: 1}

    def add(self, headline: Member) -> None:
        """A headline has joined it, with its words counted already."""
        self.members.add(headline.number)
        self.size += 1
        self.length += headline.length
        self.time += headline.at
        self.last = max(self.last, headline.at)
        self._tellers[headline.outlet] = self._tellers.get(headline.outlet, 0) + 1
        for word in headline.leads:
            self.leads[word] = self.leads.get(word, 0) + 1

    def remove(self, headline: Member) -> None:
        """A headline has left it, with its words counted already."""
        self.members.remove(headline.number)
        self.size -= 1
        self.length -= headline.length
        self.time -= headline.at
        self._tellers[headline.outlet] -= 1
        if not self._tellers[headline.outlet]:
            del self._tellers[headline.outlet]
        for word in headline.leads:
            self.leads[word] -= 1
            if not self.leads[word]:
                del self.leads[word]

    @property
    def teller(self) -> str:
        """The outlet that alone tells it, "" where several do, or it is not known."""
        return next(iter(self._tellers)) if len(self._tellers) == 1 else ""


class Headlines:
    """Headlines in groups. A headline is a number of the caller's; a group's label is one of its own."""

    def __init__(self) -> None:
        self._headlines: dict[int, Member] = {}
        self._groups: dict[int, Member | Company] = {}
        self._rarity = Rarity()
        self._where: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._squares = 0
        self._same: dict[tuple[str, tuple[str, ...]], tuple[int, ...]] = {}
        self._held: set[int] = set()
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        self._touched: set[int] = set()
        self._led: dict[int, dict[str, float]] = {}
        self.moved: set[int] = set()
        """The headlines that came into another group since somebody emptied this."""

    def drop(self, headline: int) -> None:
        """Forgets a headline that has left the window."""
        self._take(headline)
        gone = self._headlines.pop(headline)
        for word in self._rarity.drop(gone.said):
            del self._where[word]
        if gone.outlet:
            others = tuple(each for each in self._same.pop((gone.outlet, gone.said)) if each != headline)
            if others:
                self._same[gone.outlet, gone.said] = others
        self._held.discard(headline)
        self.moved.discard(headline)
        for other in self._apart.pop(headline, ()):
            self._apart[other].discard(headline)

    def older(self, at: float) -> list[int]:
        """The headlines from before a moment."""
        return [number for number, headline in self._headlines.items() if headline.at < at]

    def label(self, headline: int) -> int:
        """The group of a headline."""
        label = self._headlines[headline].label
        if label is None:
            raise KeyError(headline)
        return label

    def members(self, label: int) -> frozenset[int]:
        """The headlines of a group."""
        return frozenset(self._groups[label].members)

    def _comes_back(self, headline: int) -> bool:
        """Whether its outlet has this headline more than once: a column's, a forecast's. Two that a person, or their
        text, holds together are no such."""
        its = self._headlines[headline]
        return bool(its.outlet) and headline not in self._held and len(self._same[its.outlet, its.said]) > 1

    def _know(
        self, headline: int, said: tuple[str, ...], at: float, outlet: str = "", lead: tuple[str, ...] = ()
    ) -> None:
        if outlet:
            self._same[outlet, said] = (*self._same.get((outlet, said), ()), headline)
        self._rarity.add(said)
        length = sqrt(sum(self._rarity.weight(word) ** 2 for word in said)) or 1.0
        common = {word: its for word in lead if word not in said and (its := self._rarity.common(word)) <= _RARE}
        led = tuple(nsmallest(_LEAD, common, key=common.__getitem__))
        self._headlines[headline] = Member(headline, said, at, outlet, length, led)

    def _hush(self) -> None:
        self._rarity.hush(self._squares)

    def _before(self, headline: int, word: str) -> str:
        """What stands right before a word of a headline; nothing where it has no such word, or begins with it."""
        said = self._headlines[headline].said
        at = said.index(word) if word in said else 0
        return said[at - 1] if at else ""

    def _new(self, headline: int) -> int:
        """A label that no group has: that of the headline it begins with, unless a group that went on without it is
        called so."""
        label = headline
        while label in self._groups:
            label = another(label)
        return label

    def _put(self, number: int, label: int, before: int | None = None) -> int:
        headline, group, squares = self._headlines[number], self._groups.get(label), self._rarity.squares
        if label != before:
            self.moved.add(number)
            self._touched.add(label)
        if group is None:
            self._groups[label] = headline
            self._squares += 1
            for word in headline.said:
                squares[word] += 1
                self._where[word][label] = 1
        else:
            if isinstance(group, Member):
                group = self._groups[label] = Company(group)
            self._squares += 2 * group.size + 1
            counts = group.counts
            for word in headline.said:
                count = counts[word] = counts.get(word, 0) + 1
                squares[word] += 2 * count - 1
                self._where[word][label] = count
            group.add(headline)
        self._led.pop(label, None)
        headline.label = label
        return label

    def _take(self, number: int) -> int:
        headline, label, squares = self._headlines[number], self.label(number), self._rarity.squares
        group, headline.label = self._groups[label], None
        if isinstance(group, Member):
            for word in headline.said:
                squares[word] -= 1
                del self._where[word][label]
            left = 0
        else:
            counts = group.counts
            for word in headline.said:
                count = counts[word] = counts[word] - 1
                squares[word] -= 2 * count + 1
                if count:
                    self._where[word][label] = count
                else:
                    del counts[word], self._where[word][label]
            group.remove(headline)
            left = group.size
        self._squares -= 2 * left + 1
        if not left:
            del self._groups[label]
        self._led.pop(label, None)
        return label


def another(label: int) -> int:
    """A label to try where one is taken already: those below 0 are no headline's, and each comes up once."""
    return -abs(label) - (label <= 0)
