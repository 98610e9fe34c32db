"""How like headlines and groups of them are: which groups share words with a headline, what these say for each, and how
much they weigh; which groups have the words of another. It decides nothing (that does `events`).

It is asked ten times for each headline that comes, so whatever cannot come to enough is left out as soon as that is
known: what has nothing but its likeness is not asked for nats, what is days apart not for its likeness."""

from collections.abc import Collection, Iterable, Mapping, Set
from heapq import nlargest
from itertools import chain
from math import exp, inf, log, sqrt

from tui.storage.headlines import Company, Headlines, Member
from tui.storage.rarity import Rarity, part
from tui.storage.scales import Scale

STRONG = 0.7
"""Nats from which on a word counts as shared."""
LIKE = 2
"""Words that a headline must share with a group to be like it, or with a large one to belong there."""
POSTINGS = 100
"""So many groups are looked at for one headline, those of its rarest words: this bounds what a headline costs. 150 are
no better on real headlines and take longer, 80 lose .015 of recall there."""
_TOP = 40
"""Words of a group by which others like it are looked for."""
_APART = 9.0
"""Hours: the likeness of what is so far apart is taken down to .6, and at the double to .14 (a normal distribution)."""
_FAINT = 0.02
"""Less likeness is none."""
IN_LEAD = 0.6
"""The part of its weight that a word has which one has in the lead alone. Leads of 836 made headlines let 4 to 5 of 100
more be found at the same precision, whatever from .5 to .65 it is; with 1 they cost .05 of it."""
_CROWD = 20
"""How like the twentieth nearest headline is says how crowded a window is."""
LOOKS = 300
"""So many headlines how crowded it is is the mean of."""
_OWN = 0.5
"""The part of the headlines with a word that two groups must have between them for the word to make them one: a name
that many groups share is the field's."""
_OWN_COVER = 0.4
"""The part of each of the two, as their commonest word counts it, that must have it."""


_Says = tuple[bool, float, float, float, float]
"""Whether a word tells, how common it is, the square of its weight, the part of a word that it is, and the nats by
which it speaks for a group of one headline that has it."""
_Shared = tuple[Member | Company, list[tuple[_Says, int]], float]
"""A group, and what it shares with a headline: what each word says, and how many there have it; and what the words
weigh that one has in the headline and the other in the lead alone."""


class Near:
    """The groups that share words with a headline, at least `LIKE` each."""

    __slots__ = ("every", "says", "shared")

    def __init__(self, shared: dict[int, _Shared], says: list[tuple[_Says, dict[int, int]]]) -> None:
        self.every = shared
        self.shared = shared
        """Likewise, without those that are not to be looked at."""
        self.says = says
        """What the words of the headline say, the rarest first, and where each stands how often, as far as it named
        groups."""

    def leave_out(self, labels: Set[int]) -> None:
        """Some of the groups are not to be looked at."""
        if labels:
            self.shared = {label: shared for label, shared in self.every.items() if label not in labels}


class Likeness(Headlines):
    """Headlines in groups, and how like they are, at one scale."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._crowd = Crowd()
        self._says: dict[str, _Says] = {}

    def drop(self, headline: int) -> None:
        """Forgets a headline that has left the window."""
        super().drop(headline)
        self._says.clear()

    def _know(
        self, headline: int, said: tuple[str, ...], at: float, outlet: str = "", lead: tuple[str, ...] = ()
    ) -> None:
        super()._know(headline, said, at, outlet, lead)
        self._says.clear()

    def _hush(self) -> None:
        super()._hush()
        self._says.clear()

    def _weigh(self, word: str) -> _Says:
        """What a word says, known until the window changes."""
        found = self._says.get(word)
        if found is None:
            rarity, doubt, noise = self._rarity, self._scale.doubt, self._scale.noise
            common, whole = rarity.common(word), part(word)
            once = log(1 + (1 - noise) / noise * (1 + doubt * common) / (1 + doubt) / common)
            found = self._says[word] = rarity.tells(word), common, rarity.weight(word) ** 2, whole, once
        return found

    # A headline and groups

    def _near(self, headline: int) -> Near:
        """The groups that share words with a headline. Its rarest words come first, and name the groups; what shares
        one word alone counts only as one of the three best for that word. A word of a lead is looked for in headlines,
        and one of the headline in leads: what two leads share is how their outlets write."""
        where, its = self._where, self._headlines[headline]
        every = [(word, self._weigh(word)) for _, word in sorted([(len(where[word]), word) for word in its.said])]
        squares = {word: says[2] for word, says in every}
        led = {word: self._weigh(word)[2] for word in its.leads if word in where}
        naming = self._naming([word for word, _ in every])
        shared: dict[int, _Shared] = {}
        for label in dict.fromkeys(chain.from_iterable(naming)):
            group = self._groups[label]
            having = _having(group, every)
            told = _told(group, squares, led) if led or group.leads else []
            if len(having) + len(told) >= LIKE:
                shared[label] = group, having, sum(told)
        return Near(shared, [(says, there) for (_, says), there in zip(every, naming, strict=True)])

    def _naming(self, said: Iterable[str]) -> list[dict[int, int]]:
        """Where each of some words stands, the rarest first, and how often; nowhere once so many groups are named as
        are looked at."""
        found, seen = [], 0
        for word in said:
            seen += len(self._where[word])
            found.append(self._where[word] if seen <= POSTINGS else {})
        return found

    def _all_alike(self, headline: int, near: Near) -> dict[int, float]:
        """How like a headline is to those of each group that shares words with it, on an average; and, on the way, how
        crowded it is around it."""
        at, length = self._headlines[headline].at, self._headlines[headline].length
        likeness, sizes = {}, []
        for label, (group, having, told) in near.shared.items():
            weighed = IN_LEAD * told
            for says, count in having:
                weighed += says[2] * count
            its = weighed / (length * group.length)
            if its > _FAINT:
                likeness[label] = its * together(at - group.time / group.size)
                sizes.append((likeness[label], group.size))
        self._crowd.look(sizes)
        return likeness

    def _gains(self, near: Near, labels: Iterable[int]) -> dict[int, tuple[float, float]]:
        """Of some groups near a headline, the nats that they gain by the words they share with it, and how many of
        these are strong."""
        doubt, agree = self._scale.doubt, self._scale.agree
        odds = (1 - self._scale.noise) / self._scale.noise
        found = {}
        for label in labels:
            group, having, _ = near.shared[label]
            size, gained, strong = group.size, 0.0, 0.0
            for (tells, common, _, whole, once), count in having:
                if tells:
                    # as in `_gain`, which would be called a hundred times for each headline
                    gain = log(1 + odds * (count + doubt * common) / (size + doubt) / common) if size > 1 else once
                    gained += gain * whole
                    if gain > STRONG and count >= agree * size:
                        strong += whole
            found[label] = gained, strong
        return found

    def _gain(self, word: str, label: int) -> float:
        """How much a word speaks for a group, in nats above what a word speaks that is not the group's at all."""
        scale, common = self._scale, self._rarity.common(word)
        group = self._groups[label]
        there = (group.counts.get(word, 0) + scale.doubt * common) / (group.size + scale.doubt)
        return log(1 + (1 - scale.noise) / scale.noise * there / common)

    @staticmethod
    def _third_best(near: Near, gains: Iterable[float], base: float) -> float:
        """What speaks for the third best group; nothing where there are fewer. Those that share one word alone gain by
        it as if they were of one headline each."""
        every = list(gains)
        for (tells, _, _, whole, once), there in near.says:
            if tells and there:
                every += [once * whole] * min(3, len(there) - len(there.keys() & near.every.keys()))
        return third(every, base)

    # A group and others

    def _time(self, label: int) -> float:
        """When a group was told, on an average."""
        group = self._groups[label]
        return group.time / group.size

    def _named(self, label: int) -> dict[int, float]:
        """The groups that have leading words of a group, and one of them for themselves; each with how alike it is (a
        cosine), the less the further apart they were told."""
        time, least = self._time(label), self._scale.merges
        found = {}
        for other in self._namesakes(label):
            alike = self._cosine(label, other)
            if alike >= least:
                alike *= together(time - self._time(other), self._scale.hours)
                if alike >= least and own_a_name(self._groups[label].counts, self._groups[other].counts, self._rarity):
                    found[other] = alike
        return found

    def _namesakes(self, label: int) -> set[int]:
        """The groups that, with this one, have most of the headlines with some word: few words can be so, as the
        squares of what each group has say at once."""
        counts, rarity, found = self._groups[label].counts, self._rarity, set[int]()
        least = max(2.0, _OWN_COVER * max(counts.values(), default=0))
        for word, count in counts.items():
            if count >= least and rarity.tells(word):
                others = max(2.0, _OWN * rarity.seen[word] - count)
                if rarity.squares[word] - count * count >= others * others:
                    found.update(other for other, its in self._where[word].items() if its >= others)
        return {other for other in found if other != label and self._groups[other].size > 1}

    def _cosine(self, label: int, other: int) -> float:
        """How alike the leading words of two groups are; nothing where all that they share are in many groups."""
        alike, near = 0.0, False
        theirs = self._leading(other)
        for word, weight in self._leading(label).items():
            there = self._where[word]
            if other in there and (near or len(there) <= POSTINGS):
                near = True
                alike += weight * theirs.get(word, 0.0)
        return alike

    def _averages(self, label: int, least: float = 0.0) -> dict[int, float]:
        """How like the headlines of a group are to those of each that shares words with it, on an average, where it is
        so much at least."""
        group, where, time, seen = self._groups[label], self._where, self._time(label), 0
        # Twice as alike as is asked is more than groups are on an average: what is further apart cannot come to enough.
        near = _APART * 3600 * sqrt(2 * log(2 / least)) if least else inf
        weights = {word: self._rarity.weight(word) ** 2 * count for word, count in group.counts.items()}
        top = sorted(nlargest(_TOP, weights, key=weights.__getitem__), key=lambda word: len(where[word]))
        named: dict[int, int] = {}
        for word in top:
            seen += len(where[word])
            if seen > 2 * POSTINGS:
                break
            named.update(where[word])
        named.pop(label, None)
        likeness = {}
        for label in named:
            other = self._groups[label]
            apart = time - other.time / other.size
            if other.size > 1 and abs(apart) <= near:
                counts, its = other.counts, 0.0
                for word in top:
                    if word in counts:
                        its += weights[word] * counts[word]
                its *= together(apart)
                its = its / group.length / other.length
                if its >= least:
                    likeness[label] = its
        return likeness

    def _leading(self, label: int) -> dict[str, float]:
        """The words that make a group, weighed; of length 1 as a vector. Known until the group changes."""
        if label in self._led:
            return self._led[label]
        size, counts = self._groups[label].size, self._groups[label].counts
        weights = {}
        for word, count in counts.items():
            if count > 1 and self._rarity.tells(word):
                common = self._rarity.common(word)
                there = (count + self._scale.doubt * common) / (size + self._scale.doubt)
                if there > common:
                    weights[word] = count / size * log(there / common)
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        self._led[label] = {word: weight / length for word, weight in weights.items()}
        return self._led[label]


def _having(group: Member | Company, every: list[tuple[str, _Says]]) -> list[tuple[_Says, int]]:
    """What the words of a headline say that a group has, and how many there have them."""
    if isinstance(group, Member):
        theirs = group.said
        return [(says, 1) for word, says in every if word in theirs]
    counts = group.counts
    return [(says, counts[word]) for word, says in every if word in counts]


def _told(group: Member | Company, squares: dict[str, float], led: dict[str, float]) -> list[float]:
    """What the words of a headline, of these `squares` of weights, weigh in the leads of a group, and those of its lead
    (`led`) in the headlines there."""
    if isinstance(group, Member):
        told = [led[word] for word in group.said if word in led]
        return told + [squares[word] for word in group.leads if word in squares]
    told = [weight * group.counts[word] for word, weight in led.items() if word in group.counts]
    return told + [weight * group.leads[word] for word, weight in squares.items() if word in group.leads]


def together(seconds: float, apart: float = _APART) -> float:
    """What is left of a likeness across a distance in time: .6 at so many hours."""
    return exp(-((seconds / 3600 / apart) ** 2) / 2)


class Crowd:
    """How crowded a window is: how like its twentieth nearest is to a headline, in the mean of the last."""

    def __init__(self) -> None:
        self.mean = 0.0
        self._looks = 0

    def look(self, near: Iterable[tuple[float, int]]) -> None:
        """Takes in what is near a headline: how like each group is, and its size."""
        left, found = _CROWD, 0.0
        for alike, size in sorted(near, reverse=True):
            left -= size
            if left <= 0:
                found = alike
                break
        self._looks = min(self._looks + 1, LOOKS)
        self.mean += (found - self.mean) / self._looks


def own_a_name(ours: Mapping[str, int], theirs: Mapping[str, int], rarity: Rarity) -> bool:
    """Whether two groups, each by how many have each word, have most of the headlines with some word between them."""
    least, least_too = (max(2.0, _OWN_COVER * max(counts.values())) for counts in (ours, theirs))
    return any(
        theirs.get(word, 0) >= least_too and count + theirs[word] >= _OWN * rarity.seen[word] and rarity.tells(word)
        for word, count in ours.items()
        if count >= least
    )


def third(gains: Collection[float], base: float) -> float:
    """What speaks for the third best group; nothing where there are fewer."""
    best = nlargest(3, gains)
    return max(0.0, best[2] + base) if len(best) == 3 else 0.0
