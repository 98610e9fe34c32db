"""Which stories tell the same event: headlines grouped as they arrive, by their words alone. Pure: it knows no
database.

A headline is drawn from what its event says and from what is said everywhere. How much likelier its words are in a
group than in the window as a whole says whether it belongs there; so a word that the whole window shares (a war, a
championship) says nothing, and a word of one event says most, in any language, with no list of words and no model.
Words that stand in many groups alike (the small words of a language, "report", "video") are found by that very fact and
left out. In a dense field, where every word stands in many groups, a headline that says nearly what a group says
belongs there too, by all of its words, the rare ones most.

Two scales: an *event* is what is told once, and merges rarely; a *story so far* holds the events that belong together.
"""

import re
import unicodedata
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from math import exp, log, sqrt

from tui.values import Value, replace

_WORD = re.compile(r"[^\W_]+")
_STEM = 7
"""Letters of a word that are looked at: endings differ ("elects", "elected"). 5 to 8 are alike on real headlines."""


class Scale(Value):
    """How readily headlines are put together.

    Tuned on two days of 44 topics, on the parts of these that are one dense field each (markets, shops, films), and
    on made streams of one topic (a war; games, in three languages), together: `python -m tests.bench.events FILE`
    judges a change, `--curve` how precision and recall go with `joins`.
    """

    noise: float
    """The share of a headline's words that are not its event's own."""
    doubt: float
    """So many unseen headlines are added to a group before its words are believed."""
    joins: float
    """The evidence, in nats, that a headline needs to join a group."""
    shared: int
    """Words that it must share with a small group."""
    merges: float
    """The likeness (0 to 1) of their leading words from which on two groups are one."""
    hours: float
    """How long a group waits for its next headline before it asks for more evidence."""
    loose: float = 0.0
    """A large group without a word that so large a part of it has is looked at again by itself, where what it shares
    says nothing."""
    name_share: float = 1.0
    """A word of which so large a part stands in one group is that group's name; a lone headline with it belongs
    there. 1: never."""
    name_cover: float = 0.0
    """The part of the group that must have the name."""
    near: float = 1.0
    """The likeness (0 to 1) to a group as a whole from which on a headline belongs there anyway. 1: never."""
    field: float = 0.0
    """The part that is taken off the evidence of what speaks for the third best group too: what a headline shares with
    three groups is its field's, and no event's."""
    near_field: float = 0.0
    """Likewise, of the likeness."""
    unsure: float = 0.0
    """So many nats more are needed in an empty window, and half of them among `_BEGINNING` headlines: among a few, words of
    the language may look like a story's own ("finds that")."""
    agree: float = 0.0
    """The part of a group that must have a word before it counts as shared: what two of a hundred say is no word of the
    group's."""


CHUNK = 500
"""Headlines after which what was grouped is settled."""
WINDOW = 72
"""Hours that an event waits for its next telling."""
EVENT = Scale(
    noise=0.3,
    doubt=1.5,
    joins=5.0,
    shared=3,
    merges=0.3,
    hours=6.0,
    loose=0.75,
    near=0.45,
    field=0.6,
    near_field=0.4,
    agree=0.2,
)
STORY = Scale(
    noise=0.4,
    doubt=2.0,
    joins=2.0,
    shared=2,
    merges=0.2,
    hours=48.0,
    loose=0.5,
    name_share=0.7,
    name_cover=0.3,
    field=0.6,
    unsure=3.0,
    agree=0.05,
)

_SMALL = 8
"""A group of fewer headlines is small: its words may yet be chance."""
_EVERYWHERE = 0.5
"""A word in more of the window than this says nothing of an event."""
_SPREAD = 0.2
"""A word that is spread over so many groups, as a share of the headlines that have it, is a word of the language."""
_FREQUENT = 10
"""Headlines that must have a word before its spread is judged."""
_UNSEEN = 300
"""So many headlines are added to a window, in which words are as common as their length lets expect: among a handful
each word would seem rare, the small words of the language too."""
_BEGINNING = 50
"""So many headlines are half a beginning: what they share may be their language's."""
_EXPECTED = (0.1, 0.1, 0.06, 0.03, 0.012, 0.006, 0.004, 0.003)
"""The part of headlines that has a word of 1, 2, … letters, roughly: the common words of a language are short (Zipf
1935)."""
_DENSE = "\u2e80"
_DENSE_PAIR = 0.003
"""Likewise, a pair of letters of a script without blanks."""
_HANDFUL = 10
"""Headlines that a window is taken to have at least where a word is asked to be rarer than half of it."""
_STRONG = 0.7
"""Nats from which on a word counts as shared."""
_NAMED = 6
"""Headlines that a word and a group must have before the word can be the group's name."""
_SHARED = 0.06
"""A word in more of the window than this is its topic's, and says nothing of how near a headline is to a group."""
_LIKE = 2
"""Words that a headline must share with a group to be near it, or with a large one to belong there."""
_FADES = 12
"""Hours in which the likeness to a group that nobody tells any more falls to a third, after the first `_FRESH`."""
_FRESH = 6
_FEW = 40
"""Headlines that a window is taken to have at least where a word is asked whether it is the topic's."""
_TURNS = 2
"""Headlines that are looked at again for each that came, though nothing came near them."""
_AGAIN = 8
"""Headlines that are looked at again at most for each that came, the newest: groups of a full window are large."""
_NEIGHBOURS = 100
"""A word that leads a group makes lone headlines be looked at again, where it stands in no more groups than this."""
_POSTINGS = 250
"""So many groups are looked at for one headline, those of its rarest words: this bounds what a headline costs. 600 give
the same on real headlines and on made ones, and take half as long again where a window is dense."""


def words(title: str) -> frozenset[str]:
    """What a headline is compared by: its words, folded and without their endings; pairs of letters where words are
    not set apart."""
    folded = unicodedata.normalize("NFKC", title).casefold().replace("’s", "").replace("'s", "")
    return frozenset(piece for word in _WORD.findall(folded) for piece in _pieces(word))


def _pieces(word: str) -> Iterator[str]:
    if word.isdigit():
        if len(word) > 2:  # a day of the month, a score: everywhere
            yield word
    elif "\u2e80" <= word[0] <= "\u9fff" or "\u0e00" <= word[0] <= "\u0eff":
        yield from (word[at : at + 2] for at in range(max(1, len(word) - 1)))
    elif len(word) > 1:
        if word.endswith("s") and not word.endswith("ss") and len(word) > 4:
            word = word[:-1]
        yield word[:_STEM]


class Groups:
    """Headlines in groups, at one scale, as they arrive. A headline is a number of the caller's; a group's label is one
    of its own.

    `add` costs the same however many there are: a bounded number of groups is looked at. `settle` looks again at what
    was touched since it last did (merging, and giving each headline to the group that suits it now).
    """

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._words: dict[int, frozenset[str]] = {}
        self._at: dict[int, float] = {}
        self._group: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}
        self._counts: dict[int, Counter[str]] = {}
        self._last: dict[int, float] = {}
        self._seen: Counter[str] = Counter()
        self._where: defaultdict[str, set[int]] = defaultdict(set)
        self._squares: Counter[str] = Counter()
        self._lengths: dict[int, float] = {}
        self._touched: set[int] = set()
        self._quiet: set[str] = set()
        self._turns: deque[int] = deque()
        self._came = 0
        self._held: set[int] = set()
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        self.moved: set[int] = set()
        """The headlines that came into another group since somebody emptied this."""

    def add(self, headline: int, said: frozenset[str], at: float, beside: int | None = None) -> int:
        """Takes a headline in (`at` in seconds); the label of its group: where it is known that it tells what another
        (`beside`) tells, that one's."""
        self._know(headline, said, at)
        if beside is not None and beside in self._group:
            self._held |= {headline, beside}
            return self._put(headline, self._group[beside])
        found, evidence = self._best(headline)
        return self._put(headline, found if evidence >= self._needed() else self._new(headline))

    def restore(self, headline: int, said: frozenset[str], at: float, label: int) -> None:
        """Takes a headline in where it is known to which group it belongs."""
        self._know(headline, said, at)
        self._put(headline, label)
        self.moved.discard(headline)

    def rule(self, one: int, other: int, *, same: bool) -> None:
        """A person said of two headlines that they tell the same, or not: they are not moved any more, or never stand
        together."""
        if same:
            self._held |= {one, other}
        else:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def drop(self, headline: int) -> None:
        """Forgets a headline that has left the window."""
        self._take(headline)
        for word in self._words.pop(headline):
            self._seen[word] -= 1
            if not self._seen[word]:
                del self._seen[word], self._squares[word], self._where[word]
        del self._at[headline]
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

    def why(self, headline: int, limit: int = 8) -> tuple[str, ...]:
        """The words that hold a headline in its group, the strongest first."""
        label = self._group[headline]
        held = {word: self._gain(word, label) for word in self._words[headline] if self._tells(word)}
        return tuple(
            sorted((word for word, gain in held.items() if gain > _STRONG), key=lambda word: -held[word])[:limit]
        )

    def settle(self, passes: int = 3, *, whole: bool = False) -> None:
        """Merges what has grown together, and gives each headline to the group that suits it best by now: of the groups
        that were touched since this was last done, of what stands near them, and of some others in turn (all, where
        `whole`), since what a word tells changes with the window."""
        self._hush()
        self._take_turns(len(self._turns) if whole else _TURNS * self._came)
        most = len(self._group) if whole else _AGAIN * max(self._came, _FEW)
        self._came = 0
        every: set[int] = set()
        for _ in range(passes):
            touched, self._touched = self._touched & self._members.keys(), set()
            every |= touched
            for label in touched:
                self._measure(label)
            moved = self._merge(touched)
            for headline in self._loose(touched)[-most:]:
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
        self._touched.clear()

    def _take_turns(self, number: int) -> None:
        """Marks the headlines that were not looked at for longest."""
        for _ in range(min(number, len(self._turns))):
            headline = self._turns.popleft()
            if headline in self._group:
                self._touched.add(self._group[headline])
                self._turns.append(headline)

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
        return sorted(found - self._held)

    # Which group suits a headline

    def _needed(self) -> float:
        """The evidence, in nats, that a headline needs to join a group of this window."""
        return self._scale.joins + self._scale.unsure * _BEGINNING / (len(self._words) + _BEGINNING)

    def _best(self, headline: int) -> tuple[int, float]:
        """The group that a headline fits best, with the evidence in nats; very little where there is none."""
        scale, at = self._scale, self._at[headline]
        rarity = {word: self._rarity(word) for word in self._words[headline]}
        length = sqrt(sum(weight * weight for weight in rarity.values())) or 1.0
        near = {
            label: found
            for label, found in self._near(rarity).items()
            if headline not in self._apart or not self._apart[headline] & self._members[label]
        }
        base = log(scale.noise) * sum(map(self._tells, rarity))
        gains = {label: found[0] + base for label, found in near.items()}
        likeness = self._all_alike(near, length, at) if scale.near < 1 else {}
        common_gain, common_likeness = _third(gains), _third(likeness)
        best, most = 0, -1.0
        for label, gain in gains.items():
            late = max(0.0, abs(at - self._last[label]) / 3600 / scale.hours - 1)
            evidence = -1.0
            if near[label][1] >= (scale.shared if len(self._members[label]) < _SMALL else _LIKE):
                evidence = gain - scale.field * min(gain, common_gain) - late
            alike = likeness.get(label, 0.0)
            alike -= scale.near_field * min(alike, common_likeness)
            if alike >= scale.near:
                evidence = max(evidence, 0.0) + scale.joins * alike / scale.near
            if evidence > most:
                best, most = label, evidence
        return best, most

    def _all_alike(self, near: dict[int, list[float]], length: float, at: float) -> dict[int, float]:
        """How like a headline is to each of the groups that share words with it."""
        return {
            label: self._likeness(label, alike / length, at)
            for label, (_, _, alike, shared) in near.items()
            if shared >= _LIKE
        }

    def _likeness(self, label: int, alike: float, at: float) -> float:
        """How like a headline is to a group as a whole, from the weight that they share. The group is measured only
        where that would be enough, for how rare a word is changes with the window."""
        away = abs(at - self._last[label]) / 3600
        alike /= exp(max(0.0, away - _FRESH) / _FADES)
        if alike >= self._scale.near * sqrt(max(self._lengths[label], 1.0)):
            self._measure(label)
        return alike / sqrt(max(self._lengths[label], 1.0))

    def _near(self, rarity: dict[str, float]) -> dict[int, list[float]]:
        """The groups that share words with a headline: the nats these gain, how many of them are strong, how much of
        the group's weight they have, and how many these are. The rarest words come first, and name the groups."""
        found: dict[int, list[float]] = {}
        all_counts, members, doubt, agree = self._counts, self._members, self._scale.doubt, self._scale.agree
        odds = (1 - self._scale.noise) / self._scale.noise
        seen = 0
        for word in sorted(rarity, key=lambda word: len(self._where[word])):
            there, square = self._where[word], rarity[word] ** 2
            tells = self._tells(word)
            if not (square or tells):
                continue
            seen += len(there)
            common = self._common(word)
            for label in there if seen <= _POSTINGS else there & found.keys():
                sums = found.get(label)
                if sums is None:
                    sums = found[label] = [0.0, 0.0, 0.0, 0.0]
                count = all_counts[label][word]
                if tells:  # as in `_gain`, which would be called a hundred times for each headline
                    gain = log(1 + odds * (count + doubt * common) / (len(members[label]) + doubt) / common)
                    sums[0] += gain
                    sums[1] += gain > _STRONG and count >= agree * len(members[label])
                if square:
                    sums[2] += square * count
                    sums[3] += 1
        return found

    def _rarity(self, word: str) -> float:
        """What a word weighs where a headline is held beside a group as a whole: nothing where the window shares it."""
        count, window = self._seen[word], len(self._words)
        return -log(self._common(word)) if 1 < count <= _SHARED * max(window, _FEW) else 0.0

    def _gain(self, word: str, label: int) -> float:
        """How much a word speaks for a group, in nats above what a word speaks that is not the group's at all."""
        scale, common = self._scale, self._common(word)
        there = (self._counts[label][word] + scale.doubt * common) / (len(self._members[label]) + scale.doubt)
        return log(1 + (1 - scale.noise) / scale.noise * there / common)

    def _common(self, word: str) -> float:
        """The part of all headlines that has a word: as the window has it, where that is small as its length lets
        expect."""
        expected = _EXPECTED[min(len(word), len(_EXPECTED)) - 1] if word[0] < _DENSE else _DENSE_PAIR
        return (self._seen[word] + _UNSEEN * expected) / (len(self._words) + _UNSEEN)

    def _tells(self, word: str) -> bool:
        """Whether a word can tell one event from another."""
        count, window = self._seen[word], len(self._words)
        return 1 < count < _EVERYWHERE * max(window, _HANDFUL) and word not in self._quiet

    def _hush(self) -> None:
        """Finds the words that stand in many groups alike: in an effective number of them that is a large part of the
        headlines that have them."""
        self._quiet = {
            word for word, count in self._seen.items() if count >= _FREQUENT and count > _SPREAD * self._squares[word]
        }

    # Groups that are one

    def _merge(self, touched: Iterable[int]) -> int:
        """Makes one of the groups whose leading words are alike, the smaller first; how many went."""
        leading: dict[int, dict[str, float]] = {}
        merged = 0
        for label in sorted(touched, key=lambda one: (len(self._members[one]), one)):
            if len(self._members[label]) < 2:
                continue
            alike = self._alike(label, leading)
            near = [one for one in alike if self._together(one, label) and self._may_be_one(one, label)]
            other = max(near, key=lambda one: (alike[one], one), default=label)
            if other != label and alike[other] >= self._scale.merges:
                for headline in list(self._members[label]):
                    self._put(headline, other, self._take(headline))
                leading.pop(other, None)
                merged += 1
        return merged

    def _alike(self, label: int, leading: dict[int, dict[str, float]]) -> dict[int, float]:
        """The groups that have leading words of a group, each with how alike it is (a cosine)."""
        alike: defaultdict[int, float] = defaultdict(float)
        for word, weight in self._known(leading, label).items():
            there = self._where[word]
            for other in there if len(there) <= _POSTINGS else there & alike.keys():
                if other != label and len(self._members[other]) > 1:
                    alike[other] += weight * self._known(leading, other).get(word, 0.0)
        return alike

    def _known(self, leading: dict[int, dict[str, float]], label: int) -> dict[str, float]:
        if label not in leading:
            leading[label] = self._leading(label)
        return leading[label]

    def _divide(self, touched: set[int]) -> None:
        """Looks again at large groups without a leading word: chance has strung them together."""
        for label in touched & self._members.keys():
            held = self._members[label]
            if len(held) < 12 or max(self._counts[label].values()) >= self._scale.loose * len(held):
                continue
            within = Groups(replace(self._scale, loose=0.0, name_share=1.0, near=1.0))
            for headline in sorted(held, key=self._at.__getitem__):
                within.add(headline, self._words[headline], self._at[headline])
            within.settle(2)
            parts = [set(part) for part in within._members.values()]
            for part in sorted(parts, key=len)[:-1]:  # the largest keeps the name
                if part & self._held:
                    continue
                new = self._new(min(part))
                for headline in part:
                    self._put(headline, new, self._take(headline))

    def _together(self, one: int, other: int) -> bool:
        """Whether two groups overlap in time, or nearly."""
        return abs(self._last[one] - self._last[other]) <= 3 * self._scale.hours * 3600

    def _may_be_one(self, one: int, other: int) -> bool:
        """Whether no person said of two groups that something in them is not the same."""
        if not self._apart:
            return True
        return not any(self._apart[each] & self._members[other] for each in self._members[one] if each in self._apart)

    def _leading(self, label: int) -> dict[str, float]:
        """The words that make a group, weighed; of length 1 as a vector."""
        size, counts = len(self._members[label]), self._counts[label]
        weights = {}
        for word, count in counts.items():
            if count > 1 and self._tells(word):
                common = self._common(word)
                there = (count + self._scale.doubt * common) / (size + self._scale.doubt)
                if there > common:
                    weights[word] = count / size * log(there / common)
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def _attach(self, touched: set[int]) -> None:
        """Gives lone headlines to the group whose name they have."""
        for headline in self._loose(touched):
            label = self._group[headline]
            if len(self._members[label]) > 3:
                continue
            best, most = label, 0.0
            for word in self._words[headline]:
                if self._seen[word] < _NAMED or word in self._quiet or len(self._where[word]) > _POSTINGS:
                    continue
                for other in self._where[word]:
                    size = len(self._members[other])
                    share, cover = self._counts[other][word] / self._seen[word], self._counts[other][word] / size
                    named = share >= self._scale.name_share and cover >= self._scale.name_cover
                    if other != label and size >= _NAMED and named and share * cover > most:
                        best, most = other, share * cover
            if best != label:
                self._put(headline, best, self._take(headline))

    # Bookkeeping

    def _know(self, headline: int, said: frozenset[str], at: float) -> None:
        self._words[headline], self._at[headline] = said, at
        self._turns.append(headline)
        self._came += 1
        self._seen.update(said)

    def _new(self, headline: int) -> int:
        """A label that no group has: that of the headline it begins with, unless a group that went on without it is
        called so."""
        label = headline
        while label in self._members:
            label = another(label)
        return label

    def _put(self, headline: int, label: int, before: int | None = None) -> int:
        if label != before:
            self.moved.add(headline)
            self._touched.add(label)
        if label not in self._members:
            self._members[label], self._counts[label], self._last[label] = set(), Counter(), self._at[headline]
            self._lengths[label] = 0.0
        counts = self._counts[label]
        for word in self._words[headline]:
            before_it = counts[word]
            counts[word] = before_it + 1
            self._squares[word] += 2 * before_it + 1
            self._lengths[label] += (2 * before_it + 1) * self._rarity(word) ** 2
            self._where[word].add(label)
        self._members[label].add(headline)
        self._last[label] = max(self._last[label], self._at[headline])
        self._group[headline] = label
        return label

    def _take(self, headline: int) -> int:
        label = self._group.pop(headline)
        held, counts = self._members[label], self._counts[label]
        held.discard(headline)
        for word in self._words[headline]:
            counts[word] -= 1
            self._squares[word] -= 2 * counts[word] + 1
            self._lengths[label] -= (2 * counts[word] + 1) * self._rarity(word) ** 2
            if not counts[word]:
                del counts[word]
                self._where[word].discard(label)
        if not held:
            del self._members[label], self._counts[label], self._last[label], self._lengths[label]
        return label

    def _measure(self, label: int) -> None:
        """Reckons the length of a group as a vector anew: how rare a word is changes with the window."""
        self._lengths[label] = sum((count * self._rarity(word)) ** 2 for word, count in self._counts[label].items())


def _third(evidence: dict[int, float]) -> float:
    """What speaks for the third best group; nothing where there are fewer."""
    best = nlargest(3, evidence.values())
    return max(0.0, best[2]) if len(best) == 3 else 0.0


def another(label: int) -> int:
    """A label to try where one is taken already: those below 0 are no headline's, and each comes up once."""
    return -abs(label) - (label <= 0)


def grouped(headlines: Iterable[tuple[frozenset[str], float]], scale: Scale, every: int = CHUNK) -> list[int]:
    """A label for each headline (its words, its time in seconds) of a stream, settled after `every` so many and at
    the end; what is older than the window keeps its label."""
    groups = Groups(scale)
    left: dict[int, int] = {}
    count = 0
    for count, (said, at) in enumerate(headlines, 1):
        groups.add(count, said, at)
        if not count % every:
            groups.settle(1)
            for headline in groups.older(at - WINDOW * 3600):
                left[headline] = groups.label(headline)
                groups.drop(headline)
    groups.settle(whole=True)
    return [left[headline] if headline in left else groups.label(headline) for headline in range(1, count + 1)]


def labels(titles: Sequence[str], times: Sequence[float], scale: Scale) -> list[int]:
    """A label for each title of a stream (times in seconds)."""
    return grouped(((words(title), at) for title, at in zip(titles, times, strict=True)), scale)


def said_by(title: str, pieces: Iterable[str]) -> tuple[str, ...]:
    """The words of a headline that some pieces of it (`words`) stand for, in its own order."""
    wanted = set(pieces)
    folded = unicodedata.normalize("NFKC", title)
    found = (word for word in _WORD.findall(folded) if wanted.intersection(_pieces(word.casefold())))
    return tuple(dict.fromkeys(found))
