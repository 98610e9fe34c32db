"""How like headlines and groups of them are: which groups share words with a headline, what these say for each, and how
much they weigh; which groups have the words of another. It decides nothing (that does `events`).

It is asked ten times for each headline that comes, so whatever cannot come to enough is left out as soon as that is
known: what has nothing but its likeness is not asked for nats, what is days apart not for its likeness."""

from collections import Counter
from collections.abc import Collection, Iterable, Set
from heapq import nlargest
from math import exp, inf, log, sqrt

from tui.storage.headlines import Headlines
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
_CROWD = 20
"""How like the twentieth nearest headline is says how crowded a window is."""
LOOKS = 300
"""So many headlines how crowded it is is the mean of."""
_OWN = 0.5
"""The part of the headlines with a word that two groups must have between them for the word to make them one: a name
that many groups share is the field's."""
_OWN_COVER = 0.4
"""The part of each of the two, as their commonest word counts it, that must have it."""


class Near:
    """The groups that share words with a headline, at least `LIKE` each."""

    __slots__ = ("having", "shared", "sizes")

    def __init__(self, shared: dict[int, int], sizes: dict[int, int], having: "list[_Having]") -> None:
        self.shared = shared
        """How many words each group shares."""
        self.sizes = sizes
        """How many headlines each group has, at least of those that are in `shared`."""
        self.having = having
        """The words of the headline, the rarest first."""

    def leave_out(self, labels: Set[int]) -> None:
        """Some of the groups are not to be looked at."""
        for label in labels:
            del self.shared[label]
        if labels:
            kept = self.shared.keys()
            self.having = [(says, there, hits & kept, lone) for says, there, hits, lone in self.having]


_Says = tuple[bool, float, float, float, float]
"""Whether a word tells, how common it is, the square of its weight, the part of a word that it is, and the nats by
which it speaks for a group of one headline that has it."""
_Having = tuple[_Says, dict[int, int], Set[int], int]
"""What a word of a headline says, in which groups it stands how often, those of them that are near the headline, and
how many others, as far as they matter."""


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

    def _know(self, headline: int, said: tuple[str, ...], at: float, outlet: str) -> None:
        super()._know(headline, said, at, outlet)
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

    def _near(self, said: tuple[str, ...]) -> Near:
        """The groups that share words with a headline. Its rarest words come first, and name the groups; what shares
        one word alone counts only as one of the three best for that word."""
        where, members = self._where, self._members
        shared: Counter[int] = Counter()
        found: list[tuple[str, dict[int, int], Set[int], bool]] = []
        seen = 0
        for _, word in sorted([(len(where[word]), word) for word in said]):
            there = where[word]
            seen += len(there)
            hits: Set[int] = there.keys() if seen <= POSTINGS else there.keys() & shared.keys()
            shared.update(hits)
            found.append((word, there, hits, seen <= POSTINGS))
        close = {label: number for label, number in shared.items() if number >= LIKE}
        having: list[_Having] = []
        for word, there, hits, names in found:
            near = hits & close.keys()
            having.append((self._weigh(word), there, near, min(3, len(there) - len(near)) if names else 0))
        return Near(close, {label: len(members[label]) for label in close}, having)

    def _all_alike(self, headline: int, near: Near) -> dict[int, float]:
        """How like a headline is to those of each group that shares words with it, on an average; and, on the way, how
        crowded it is around it."""
        lengths, times, sizes = self._lengths, self._times, near.sizes
        alike = dict.fromkeys(near.shared, 0.0)
        for (_, _, square, *_), there, hits, _ in near.having:
            for label in hits:
                alike[label] += square * there[label]
        at, length = self._at[headline], self._length[headline]
        likeness = {}
        for label, weighed in alike.items():
            its = weighed / (length * lengths[label])
            if its > _FAINT:
                likeness[label] = its * together(at - times[label] / sizes[label])
        self._crowd.look((its, sizes[label]) for label, its in likeness.items())
        return likeness

    def _gains(self, near: Near, labels: Collection[int]) -> dict[int, tuple[float, float]]:
        """Of some groups near a headline, the nats that they gain by the words they share with it, and how many of
        these are strong."""
        sizes, doubt, agree = near.sizes, self._scale.doubt, self._scale.agree
        odds = (1 - self._scale.noise) / self._scale.noise
        gained, strong = dict.fromkeys(labels, 0.0), dict.fromkeys(labels, 0.0)
        for (tells, common, _, whole, once), there, hits, _ in near.having:
            if not tells:
                continue
            for label in hits & gained.keys():
                size, count = sizes[label], there[label]
                # as in `_gain`, which would be called a hundred times for each headline
                gain = log(1 + odds * (count + doubt * common) / (size + doubt) / common) if size > 1 else once
                gained[label] += gain * whole
                if gain > STRONG and count >= agree * size:
                    strong[label] += whole
        return {label: (gained[label], strong[label]) for label in labels}

    def _gain(self, word: str, label: int) -> float:
        """How much a word speaks for a group, in nats above what a word speaks that is not the group's at all."""
        scale, common = self._scale, self._rarity.common(word)
        there = (self._counts[label][word] + scale.doubt * common) / (len(self._members[label]) + scale.doubt)
        return log(1 + (1 - scale.noise) / scale.noise * there / common)

    @staticmethod
    def _third_best(near: Near, gains: Iterable[float], base: float) -> float:
        """What speaks for the third best group; nothing where there are fewer. Those that share one word alone gain by
        it as if they were of one headline each."""
        every = list(gains)
        for (tells, _, _, whole, once), _, _, lone in near.having:
            if tells and lone:
                every += [once * whole] * lone
        return third(every, base)

    # A group and others

    def _time(self, label: int) -> float:
        """When a group was told, on an average."""
        return self._times[label] / len(self._members[label])

    def _named(self, label: int) -> dict[int, float]:
        """The groups that have leading words of a group, and one of them for themselves; each with how alike it is (a
        cosine), the less the further apart they were told."""
        time, least = self._time(label), self._scale.merges
        found = {}
        for other in self._namesakes(label):
            alike = self._cosine(label, other)
            if alike >= least:
                alike *= together(time - self._time(other), self._scale.hours)
                if alike >= least and own_a_name(self._counts[label], self._counts[other], self._rarity):
                    found[other] = alike
        return found

    def _namesakes(self, label: int) -> set[int]:
        """The groups that, with this one, have most of the headlines with some word: few words can be so, as the
        squares of what each group has say at once."""
        counts, rarity, found = self._counts[label], self._rarity, set[int]()
        least = max(2.0, _OWN_COVER * max(counts.values(), default=0))
        for word, count in counts.items():
            if count >= least and rarity.tells(word):
                others = max(2.0, _OWN * rarity.seen[word] - count)
                if rarity.squares(word) - count * count >= others * others:
                    found.update(other for other, its in self._where[word].items() if its >= others)
        return {other for other in found if other != label and len(self._members[other]) > 1}

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
        counts, members, times, time, seen = self._counts[label], self._members, self._times, self._time(label), 0
        # Twice as alike as is asked is more than groups are on an average: what is further apart cannot come to enough.
        near = _APART * 3600 * sqrt(2 * log(2 / least)) if least else inf
        weights = {word: self._rarity.weight(word) ** 2 * count for word, count in counts.items()}
        found: dict[int, float] = {}
        for word in sorted(nlargest(_TOP, weights, key=weights.__getitem__), key=lambda word: len(self._where[word])):
            there, weight = self._where[word], weights[word]
            seen += len(there)
            for other in there if seen <= 2 * POSTINGS else there.keys() & found.keys():
                if other in found:
                    found[other] += weight * there[other]
                elif other != label:
                    size = len(members[other])
                    if size > 1 and abs(time - times[other] / size) <= near:
                        found[other] = weight * there[other]
        likeness = {}
        for other, its in found.items():
            its *= together(time - self._time(other)) / self._lengths[label] / self._lengths[other]
            if its >= least:
                likeness[other] = its
        return likeness

    def _leading(self, label: int) -> dict[str, float]:
        """The words that make a group, weighed; of length 1 as a vector. Known until the group changes."""
        if label in self._led:
            return self._led[label]
        size, counts = len(self._members[label]), self._counts[label]
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


def own_a_name(ours: Counter[str], theirs: Counter[str], rarity: Rarity) -> bool:
    """Whether two groups, each by how many have each word, have most of the headlines with some word between them."""
    least, least_too = (max(2.0, _OWN_COVER * max(counts.values())) for counts in (ours, theirs))
    return any(
        theirs[word] >= least_too and count + theirs[word] >= _OWN * rarity.seen[word] and rarity.tells(word)
        for word, count in ours.items()
        if count >= least
    )


def third(gains: Collection[float], base: float) -> float:
    """What speaks for the third best group; nothing where there are fewer."""
    best = nlargest(3, gains)
    return max(0.0, best[2] + base) if len(best) == 3 else 0.0
