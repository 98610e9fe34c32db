"""Which stories tell the same event: headlines grouped as they arrive, by their words alone. Pure: it knows no
database.

A headline is drawn from what its event says and from what is said everywhere. How much likelier its words are in a
group than in the window as a whole says whether it belongs there; so a word that the whole window shares (a war, a
championship) says nothing, and a word of one event says most, in any language, with no list of words and no model.
Words that stand in many groups alike (the small words of a language, "report", "video") are found by that very fact and
left out. What many tell is told again, so that of two groups that suit alike the larger does.

In a dense field, where every word stands in many groups, a headline that is like those of a group belongs there too: by
the mean of its likeness to each of them, the rare words most, and what is hours away less. How like it must be grows
with how crowded the window is: a championship has many near misses, a quiet day has few.

Two scales: an *event* is what is told once, and merges rarely; a *story so far* holds the events that belong together.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from heapq import nlargest
from itertools import islice, pairwise
from math import exp, log, sqrt

from tui.storage.contradictions import each_its_own, lacking
from tui.storage.headlines import Headlines
from tui.storage.rarity import DENSE, Rarity, part
from tui.storage.scales import CHUNK, WINDOW, Scale
from tui.values import replace

_SMALL = 8
"""A group of fewer headlines is small: its words may yet be chance."""
_BEGINNING = 50
"""So many headlines are half a beginning: what they share may be their language's."""
_STRONG = 0.7
"""Nats from which on a word counts as shared."""
_NAMED = 6
"""Headlines that a word and a group must have before the word can be the group's name."""
_OWN = 0.5
"""The part of the headlines with a word that two groups must have between them for the word to make them one: a name
that many groups share is the field's."""
_OWN_COVER = 0.4
"""The part of each of the two, as their commonest word counts it, that must have it."""
_CROWD = 20
"""How like the twentieth nearest headline is says how crowded a window is."""
_CROWDED = 1.05
"""How the likeness that is asked for grows with that: .15 on one strait, .4 to .5 on made wars and games, where half
the words of two events are the same."""
_LOOKS = 300
"""So many headlines how crowded it is is the mean of."""
_PAIR = 0.4
"""The part by which more likeness is asked of a group of one, by half of it of a group of two, and so on: chance makes
pairs."""
_GROWN = 1.2
"""So many times the likeness is asked for of two groups that are to be one."""
_TOP = 40
"""Words of a group by which others like it are looked for."""
_APART = 9.0
"""Hours: the likeness of what is so far apart is taken down to .6, and at the double to .14 (a normal distribution)."""
_FAINT = 0.02
"""Less likeness is none."""
_LIKE = 2
"""Words that a headline must share with a group to be like it, or with a large one to belong there."""
_BRIEF = 3
"""A headline of fewer words says too little to begin an event with another: "Privacy Policy", "Weekly links"."""
_TURNS = 2
"""Headlines that are looked at again for each that came, though nothing came near them."""
_AGAIN = 2
"""Headlines that are looked at again at most for each that came, the newest: groups of a full window are large."""
_NEIGHBOURS = 100
"""A word that leads a group makes lone headlines be looked at again, where it stands in no more groups than this."""
_NAMESAKES = 3
"""Headlines of a group that call somebody by a first and a last word before another's first word speaks against it."""
_CALLED = 0.6
"""The part of the group that must have the last word."""
_MOSTLY = 0.7
"""The part of those that must have one and the same word before it."""
_NAME = 4.0
"""Nats of a word of a name: one headline of fifty at most has it."""
_FORM = 4
"""Letters by which two words are taken for forms or spellings of one ("strong" and "stronger", "defence" and
"defense")."""
_Near = dict[int, tuple[float, float, float]]
"""What groups share with a headline, by label."""
_POSTINGS = 150
"""So many groups are looked at for one headline, those of its rarest words: this bounds what a headline costs. 250 give
the same on real headlines at twice the time; of six wars in one window .80 at .68 for .79 at .73."""


class Groups(Headlines):
    """Headlines in groups, at one scale, as they arrive.

    `add` costs the same however many there are: a bounded number of groups is looked at. `settle` looks again at what
    was touched since it last did (merging, and giving each headline to the group that suits it now).
    """

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._turns: deque[int] = deque()
        self._came = 0
        self._crowd = _Crowd()

    def add(self, headline: int, said: tuple[str, ...], at: float, beside: int | None = None, outlet: str = "") -> int:
        """Takes a headline in (`at` in seconds, `outlet` where it is known whose it is); the label of its group: where
        it is known that it tells what another (`beside`) tells, that one's."""
        self._take_in(headline, said, at, outlet)
        if beside is not None and beside in self._group:
            self._held |= {headline, beside}
            return self._put(headline, self._group[beside])
        if self._comes_back(headline):
            before = self._same[outlet, said] - {headline}
            self._touched.update(self._group[each] for each in before)
            return self._put(headline, self._new(headline))
        found, evidence = self._best(headline)
        return self._put(headline, found if evidence >= self._needed() else self._new(headline))

    def restore(self, headline: int, said: tuple[str, ...], at: float, label: int, outlet: str = "") -> None:
        """Takes a headline in where it is known to which group it belongs; `resume` comes after the last."""
        self._take_in(headline, said, at, outlet)
        self._put(headline, label)
        self.moved.discard(headline)

    def resume(self) -> None:
        """What was restored is as settled as it was: it is not looked at again, but for how crowded the window is."""
        self._hush()
        self._came = 0
        self._touched.clear()
        for headline in list(self._turns)[-_LOOKS:] if self._scale.alike < 1 else ():
            label = self._take(headline)
            self._all_alike(headline, self._near(self._words[headline])[0])
            self._put(headline, label, label)

    def _take_in(self, headline: int, said: tuple[str, ...], at: float, outlet: str) -> None:
        self._know(headline, said, at, outlet)
        self._turns.append(headline)
        self._came += 1

    def rule(self, one: int, other: int, *, same: bool) -> None:
        """A person said of two headlines that they tell the same, or not: they are not moved any more, or never stand
        together."""
        if same:
            self._held |= {one, other}
        else:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def why(self, headline: int, limit: int = 8) -> tuple[str, ...]:
        """The words that hold a headline in its group, the strongest first."""
        label = self._group[headline]
        gains = {word: self._gain(word, label) for word in self._words[headline] if self._rarity.tells(word)}
        strong = {word: gain for word, gain in gains.items() if gain > _STRONG}
        if not strong:  # each of its words stands in many groups: together they joined it
            shared = (word for word in self._words[headline] if self._counts[label][word] > 1)
            strong = {word: self._rarity.weight(word) for word in shared}
        return tuple(sorted(strong, key=lambda word: (-strong[word], word))[:limit])

    def settle(self, passes: int = 3, *, whole: bool = False) -> None:
        """Merges what has grown together, and gives each headline to the group that suits it best by now: of the groups
        that were touched since this was last done, of what stands near them, and of some others in turn (all, where
        `whole`), since what a word tells changes with the window."""
        self._hush()
        self._led.clear()
        if whole:
            self._touched.update(self._members)
        turns = [] if whole else self._in_turn(_TURNS * self._came)
        self._touched.update(self._group[headline] for headline in turns)
        most = passes * len(self._group) if whole else _AGAIN * max(self._came, _BEGINNING)
        self._came = 0
        every: set[int] = set()
        for _ in range(passes):
            touched, self._touched = self._touched & self._members.keys(), set()
            every |= touched
            moved = self._merge(touched)
            near = self._loose(touched)[-most:] if most else []
            most -= len(near)
            near, turns = sorted({*near, *turns}), []
            for headline in near:
                before = self._take(headline)
                found, evidence = self._best(headline)
                if evidence < self._needed():
                    found = before if before not in self._members else self._new(headline)
                self._put(headline, found, before)
                moved += found != before
            if not moved:
                break
        every |= self._touched
        if self._scale.loose:
            self._divide(every)
        if self._scale.name_share < 1:
            self._attach(every)
        self._part_columns(every)
        self._touched.clear()

    def _part_columns(self, touched: set[int]) -> None:
        """Parts what its outlet has again and again, and what one outlet alone tells: that is no event. What a person,
        or their text, holds together stays."""
        for label in touched & self._members.keys():
            held = self._members[label]
            alone = {headline for headline in held - self._held if self._comes_back(headline)}
            if self._is_one_outlets(label):
                alone = held - self._held
            for headline in sorted(alone, reverse=True):
                if len(self._members[label]) > 1:
                    self._put(headline, self._new(headline), self._take(headline))

    def _in_turn(self, number: int) -> list[int]:
        """The headlines that were not looked at for longest, but for those that nothing may move."""
        found = [self._turns.popleft() for _ in range(min(number, len(self._turns)))]
        found = [headline for headline in found if headline in self._group]
        self._turns.extend(found)
        return [each for each in found if each not in self._held and not self._comes_back(each)]

    def _loose(self, touched: set[int]) -> list[int]:
        """The headlines of groups that were touched, and lone ones that share a telling word with one of these; but for
        those that a person, or their text, holds where they are."""
        found: set[int] = set()
        for label in touched & self._members.keys():
            found |= self._members[label]
            if len(self._members[label]) > 1:
                for word in self._leading(label):
                    if len(self._where[word]) <= _NEIGHBOURS:
                        near = (self._members[other] for other in self._where[word])
                        found.update(*(held for held in near if len(held) == 1))
        return sorted(each for each in found - self._held if not self._comes_back(each))

    # Which group suits a headline

    def _needed(self) -> float:
        """The evidence, in nats, that a headline needs to join a group of this window."""
        return self._scale.joins + self._scale.unsure * _BEGINNING / (len(self._words) + _BEGINNING)

    def _best(self, headline: int) -> tuple[int, float]:
        """The group that a headline fits best, with the evidence in nats; very little where there is none."""
        scale, at, members = self._scale, self._at[headline], self._members
        near, lone = self._near(self._words[headline])
        near = self._allowed(headline, near)
        telling = filter(self._rarity.tells, self._words[headline])
        base = log(scale.noise) * sum(map(part, telling))
        likeness = self._all_alike(headline, near) if scale.alike < 1 else {}
        common, needed, asked = (
            _third([*(found[0] for found in near.values()), *lone], base),
            self._needed(),
            self._asked(),
        )
        brief = len(self._words[headline]) < _BRIEF
        found: dict[int, float] = {}
        for label, (gain, strong, _) in near.items():
            size, evidence = len(members[label]), -1.0
            if brief and size < _SMALL:
                continue
            if strong >= (scale.shared if size < _SMALL else _LIKE):
                gain += base
                late = max(0.0, abs(at - self._last[label]) / 3600 / scale.hours - 1)
                evidence = gain - scale.field * min(gain, common) - late + scale.prior * log(size)
                if evidence >= needed:
                    counts, rarity = self._counts[label], self._rarity
                    evidence -= lacking(self._words[headline], counts, size, scale.doubt, rarity)
            alike = likeness.get(label, 0.0) / (1 + _PAIR / size)
            if alike >= asked:
                evidence = max(evidence, 0.0) + needed * alike / asked
            if evidence >= needed:
                found[label] = evidence
        for label in sorted(found, key=found.__getitem__, reverse=True):
            if not self._tells_of_a_namesake(headline, label):
                return label, found[label]
        return 0, -1.0

    def _allowed(self, headline: int, near: _Near) -> _Near:
        """The groups that a headline may join: not those of which a person said no, nor what its outlet alone tells."""
        outlet, apart, tellers = self._outlet[headline], self._apart.get(headline), self._tellers
        if apart:
            near = {label: found for label, found in near.items() if not apart & self._members[label]}
        if outlet:
            near = {
                label: found for label, found in near.items() if len(tellers[label]) > 1 or outlet not in tellers[label]
            }
        return near

    def _tells_of_a_namesake(self, headline: int, label: int) -> bool:
        """Whether what a group tells of shares only the last word of its name with what a headline tells of: American
        Eagle Outfitters and Urban Outfitters. Another headline must have the whole name too."""
        counts, size, weight = self._counts[label], len(self._members[label]), self._rarity.weight
        for first, last in pairwise(self._words[headline]):
            if counts[last] < max(_NAMESAKES, _CALLED * size) or counts[first] or first[0] >= DENSE:
                continue
            if min(weight(first), weight(last)) >= _NAME and self._is_told(first, last, headline):
                firsts = Counter(filter(None, (self._before(held, last) for held in self._members[label])))
                other, often = firsts.most_common(1)[0] if firsts else ("", 0)
                mostly = often >= max(_NAMESAKES, _MOSTLY * firsts.total()) and firsts.total() >= _CALLED * size
                named = mostly and weight(other) >= _NAME and other[:_FORM] != first[:_FORM]
                if named and other not in self._words[headline]:
                    return True
        return False

    def _is_told(self, first: str, last: str, headline: int) -> bool:
        """Whether a headline other than this has two words together."""
        near = (held for label in islice(self._where[first], _POSTINGS) for held in self._members[label])
        return any(held != headline and self._before(held, last) == first for held in near)

    def _all_alike(self, headline: int, near: _Near) -> dict[int, float]:
        """How like a headline is to those of each group that shares words with it, on an average; and, on the way, how
        crowded it is around it."""
        at, length = self._at[headline], self._length[headline]
        likeness = {}
        for label, (_, _, alike) in near.items():
            alike /= length * self._lengths[label]
            if alike > _FAINT:
                likeness[label] = alike * _together(at - self._time(label))
        self._crowd.look((alike, len(self._members[label])) for label, alike in likeness.items())
        return likeness

    def _asked(self) -> float:
        """How like the headlines of a group another must be to belong there; more in a window that is nearly empty,
        where no word is known to be rare."""
        return self._scale.alike * (1 + _BEGINNING / (len(self._words) + _BEGINNING)) + _CROWDED * self._crowd.mean

    def _time(self, label: int) -> float:
        """When a group was told, on an average."""
        return self._times[label] / len(self._members[label])

    def _near(self, said: tuple[str, ...]) -> tuple[_Near, list[float]]:
        """The groups that share words with a headline: the nats these gain, how many of them are strong, and how much
        of the group's weight they have. The rarest words come first, and name the groups. Of those that share one word
        alone, the best three for each word: only their nats, roughly (as if they were of one headline each)."""
        where, members, rarity = self._where, self._members, self._rarity
        doubt, agree, odds = self._scale.doubt, self._scale.agree, (1 - self._scale.noise) / self._scale.noise
        ranked = sorted(said, key=lambda word: (len(where[word]), word))
        shared: Counter[int] = Counter()
        seen = 0
        for word in ranked:
            seen += len(where[word])
            shared.update(where[word].keys() if seen <= _POSTINGS else where[word].keys() & shared.keys())
        close = [label for label, number in shared.items() if number >= _LIKE]
        sizes = [len(members[label]) for label in close]
        gained, strong, alike = [0.0] * len(close), [0.0] * len(close), [0.0] * len(close)
        lone: list[float] = []
        seen = 0
        for word in ranked:
            there, common, square, whole = where[word], rarity.common(word), rarity.weight(word) ** 2, part(word)
            tells, hits = rarity.tells(word), 0
            for at, label in enumerate(close):
                count = there.get(label)
                if count:
                    hits += 1
                    alike[at] += square * count
                    if tells:  # as in `_gain`, which would be called a hundred times for each headline
                        gain = log(1 + odds * (count + doubt * common) / (sizes[at] + doubt) / common)
                        gained[at] += gain * whole
                        if gain > _STRONG and count >= agree * sizes[at]:
                            strong[at] += whole
            seen += len(there)
            if tells and seen <= _POSTINGS:
                gain = log(1 + odds * (1 + doubt * common) / (1 + doubt) / common)
                lone += [gain * whole] * min(3, len(there) - hits)
        return dict(zip(close, zip(gained, strong, alike, strict=True), strict=True)), lone

    def _gain(self, word: str, label: int) -> float:
        """How much a word speaks for a group, in nats above what a word speaks that is not the group's at all."""
        scale, common = self._scale, self._rarity.common(word)
        there = (self._counts[label][word] + scale.doubt * common) / (len(self._members[label]) + scale.doubt)
        return log(1 + (1 - scale.noise) / scale.noise * there / common)

    # Groups that are one

    def _merge(self, touched: Iterable[int]) -> int:
        """Makes one of the groups whose leading words are alike, the smaller first; how many went."""
        merged = 0
        for label in sorted(touched, key=lambda one: (len(self._members[one]), one)):
            if len(self._members[label]) < 2:
                continue
            other = self._one_with(label, self._named(label), self._scale.merges)
            if other is None and self._scale.alike < 1:
                other = self._one_with(label, self._averages(label), _GROWN * self._asked())
            if other is not None:
                for headline in list(self._members[label]):
                    self._put(headline, other, self._take(headline))
                merged += 1
        return merged

    def _one_with(self, label: int, alike: dict[int, float], least: float) -> int | None:
        """The group that is most like one, where it is like enough and nobody said that it is not the same."""
        near = [one for one, its in alike.items() if its >= least and self._may_be_one(one, label)]
        return max(near, key=lambda one: (alike[one], one), default=None)

    def _named(self, label: int) -> dict[int, float]:
        """The groups that have leading words of a group, as `_alike`, and one of them for themselves."""
        time, apart = self._time(label), self._scale.hours
        close = {
            other: its * _together(time - self._time(other), apart)
            for other, its in self._alike(label).items()
            if its >= self._scale.merges
        }
        return {
            other: its
            for other, its in close.items()
            if its >= self._scale.merges and _own_a_name(self._counts[label], self._counts[other], self._rarity)
        }

    def _averages(self, label: int) -> dict[int, float]:
        """How like the headlines of a group are to those of each that shares words with it, on an average."""
        counts, time, seen = self._counts[label], self._time(label), 0
        weights = {word: self._rarity.weight(word) ** 2 * count for word, count in counts.items()}
        found: defaultdict[int, float] = defaultdict(float)
        for word in sorted(nlargest(_TOP, weights, key=weights.__getitem__), key=lambda word: len(self._where[word])):
            there = self._where[word]
            seen += len(there)
            for other in there if seen <= 2 * _POSTINGS else there.keys() & found.keys():
                if other != label and len(self._members[other]) > 1:
                    found[other] += weights[word] * there[other]
        return {
            other: its / self._lengths[label] / self._lengths[other] * _together(time - self._time(other))
            for other, its in found.items()
        }

    def _alike(self, label: int) -> dict[int, float]:
        """The groups that have leading words of a group, each with how alike it is (a cosine)."""
        alike: defaultdict[int, float] = defaultdict(float)
        for word, weight in self._leading(label).items():
            there = self._where[word]
            for other in there if len(there) <= _POSTINGS else there.keys() & alike.keys():
                if other != label and len(self._members[other]) > 1:
                    alike[other] += weight * self._leading(other).get(word, 0.0)
        return alike

    def _divide(self, touched: set[int]) -> None:
        """Looks again at large groups without a leading word: chance has strung them together."""
        for label in touched & self._members.keys():
            held = self._members[label]
            if len(held) < 12 or max(self._counts[label].values()) >= self._scale.loose * len(held):
                continue
            within = Groups(replace(self._scale, loose=0.0, name_share=1.0, alike=1.0))
            for headline in sorted(held, key=self._at.__getitem__):
                within.add(headline, self._words[headline], self._at[headline], None, self._outlet[headline])
            within.settle(2)
            found = [set(held) for held in within._members.values()]
            for those in sorted(found, key=len)[:-1]:  # the largest keeps the name
                if those & self._held:
                    continue
                new = self._new(min(those))
                for headline in those:
                    self._put(headline, new, self._take(headline))

    def _may_be_one(self, one: int, other: int) -> bool:
        """Whether no person said of two groups that something in them is not the same, more than one outlet tells
        them, and they are not about two things."""
        if self._is_one_outlets(one) and self._tellers[one].keys() == self._tellers[other].keys():
            return False
        ours, theirs = self._counts[one], self._counts[other]
        if each_its_own(ours, len(self._members[one]), theirs, len(self._members[other]), self._rarity):
            return False
        if not self._apart:
            return True
        return not any(self._apart[each] & self._members[other] for each in self._members[one] if each in self._apart)

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

    def _attach(self, touched: set[int]) -> None:
        """Gives lone headlines to the group whose name they have."""
        for headline in self._loose(touched):
            label = self._group[headline]
            if len(self._members[label]) > 3:
                continue
            best, most = label, 0.0
            for word in self._words[headline]:
                if self._rarity.seen[word] < _NAMED or word in self._rarity.quiet or len(self._where[word]) > _POSTINGS:
                    continue
                for other in self._where[word]:
                    size = len(self._members[other])
                    share, cover = self._counts[other][word] / self._rarity.seen[word], self._counts[other][word] / size
                    named = share >= self._scale.name_share and cover >= self._scale.name_cover
                    if other != label and size >= _NAMED and named and share * cover > most:
                        best, most = other, share * cover
            if best != label:
                self._put(headline, best, self._take(headline))


def _together(seconds: float, apart: float = _APART) -> float:
    """What is left of a likeness across a distance in time: .6 at so many hours."""
    return exp(-((seconds / 3600 / apart) ** 2) / 2)


class _Crowd:
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
        self._looks = min(self._looks + 1, _LOOKS)
        self.mean += (found - self.mean) / self._looks


def _own_a_name(ours: Counter[str], theirs: Counter[str], rarity: Rarity) -> bool:
    """Whether two groups, each by how many have each word, have most of the headlines with some word between them."""
    least, least_too = (max(2.0, _OWN_COVER * max(counts.values())) for counts in (ours, theirs))
    return any(
        theirs[word] >= least_too and count + theirs[word] >= _OWN * rarity.seen[word] and rarity.tells(word)
        for word, count in ours.items()
        if count >= least
    )


def _third(gains: list[float], base: float) -> float:
    """What speaks for the third best group; nothing where there are fewer."""
    best = nlargest(3, gains)
    return max(0.0, best[2] + base) if len(best) == 3 else 0.0


def grouped(headlines: Iterable[tuple[tuple[str, ...], float, str]], scale: Scale, every: int = CHUNK) -> list[int]:
    """A label for each headline (its words, its time in seconds, its outlet) of a stream, settled after `every` so
    many and at the end; what is older than the window keeps its label."""
    groups = Groups(scale)
    left: dict[int, int] = {}
    count = 0
    for count, (said, at, outlet) in enumerate(headlines, 1):
        groups.add(count, said, at, None, outlet)
        if not count % every:
            groups.settle(1)
            for headline in groups.older(at - WINDOW * 3600):
                left[headline] = groups.label(headline)
                groups.drop(headline)
    groups.settle(whole=True)
    return [left[headline] if headline in left else groups.label(headline) for headline in range(1, count + 1)]
