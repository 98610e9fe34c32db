"""Which stories tell the same event: headlines grouped as they arrive, by their words. Pure: it knows no
database.

A headline is drawn from what its event says and from what is said everywhere. How much likelier its words are in a
group than in the window as a whole says whether it belongs there; so a word that the whole window shares (a war, a
championship) says nothing, and a word of one event says most, in any language, with no list of words and no model.
Words that stand in many groups alike (the small words of a language, "report", "video") are found by that very fact and
left out. What many tell is told again, so that of two groups that suit alike the larger does.

In a dense field, where every word stands in many groups, a headline that is like those of a group belongs there too: by
the mean of its likeness to each of them, the rare words most, and what is hours away less. How like it must be grows
with how crowded the window is: a championship has many near misses, a quiet day has few. What a headline has not and
its lead has is compared too, with the headlines of others.

Two scales: an *event* is what is told once, and merges rarely; a *story so far* holds the events that belong together.
"""

from collections import Counter, deque
from collections.abc import Container, Iterable
from itertools import islice, pairwise
from math import log

from tui.storage.contradictions import each_its_own, lacking
from tui.storage.likeness import IN_LEAD, LIKE, LOOKS, POSTINGS, STRONG, Likeness, Near
from tui.storage.rarity import DENSE
from tui.storage.scales import CHUNK, WINDOW, Scale
from tui.values import replace

_SMALL = 8
"""A group of fewer headlines is small: its words may yet be chance."""
_BEGINNING = 50
"""So many headlines are half a beginning: what they share may be their language's."""
_EMPTY = 0.3
"""The part by which more is asked at most where a window is nearly empty. Without a bound, windows of 14 to 53
headlines told by hand lost .09 of recall for .02 of precision; larger ones are as they were."""
_NAMED = 6
"""Headlines that a word and a group must have before the word can be the group's name."""
_FEW = 10
"""Headlines of a group that may be part of another's story by its name alone."""
_MOST = 0.6
"""The part of the headlines with a word that the two must have between them for it to be their name. .5 and .7 gain the
same F1 on halves of the real topics and lose precision."""
_CROWDED = 1.05
"""How the likeness that is asked for grows with that: .15 on one strait, .4 to .5 on made wars and games, where half
the words of two events are the same."""
_PAIR = 0.4
"""The part by which more likeness is asked of a group of one, by half of it of a group of two, and so on: chance makes
pairs."""
_GROWN = 1.2
"""So many times the likeness is asked for of two groups that are to be one."""
_BRIEF = 3
"""A headline of fewer words says too little to begin an event with another: "Privacy Policy", "Weekly links"."""
_TURNS = 2
"""Headlines that are looked at again for each that came, though nothing came near them."""
_AGAIN = 1
"""Headlines that are looked at again at most for each that came, the newest: groups of a full window are large. 2 take
a quarter longer; of two made wars they are surer (by .016 and .030 of precision, at .012 and .014 less of recall), of
two days of real headlines less (by .016)."""
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


class Groups(Likeness):
    """Headlines in groups, at one scale, as they arrive.

    `add` costs the same however many there are: a bounded number of groups is looked at. `settle` looks again at what
    was touched since it last did (merging, and giving each headline to the group that suits it now).
    """

    def __init__(self, scale: Scale) -> None:
        super().__init__(scale)
        self._turns: deque[int] = deque()
        self._came = 0

    def add(
        self,
        headline: int,
        said: tuple[str, ...],
        at: float,
        beside: int | None = None,
        outlet: str = "",
        lead: tuple[str, ...] = (),
    ) -> int:
        """Takes a headline in (`at` in seconds, `outlet` where it is known whose it is, the words of its `lead`); the
        label of its group: where it is known that it tells what another (`beside`) tells, that one's."""
        self._take_in(headline, said, at, outlet, lead)
        if beside is not None and beside in self._headlines:
            self._held |= {headline, beside}
            return self._put(headline, self.label(beside))
        if self._comes_back(headline):
            before = self._same[outlet, said][:-1]
            self._touched.update(self.label(each) for each in before)
            return self._put(headline, self._new(headline))
        found, evidence = self._best(headline)
        return self._put(headline, found if evidence >= self._needed() else self._new(headline))

    def restore(
        self,
        headline: int,
        said: tuple[str, ...],
        at: float,
        label: int,
        outlet: str = "",
        lead: tuple[str, ...] = (),
    ) -> None:
        """Takes a headline in where it is known to which group it belongs; `resume` comes after the last."""
        self._take_in(headline, said, at, outlet, lead)
        self._put(headline, label)
        self.moved.discard(headline)

    def resume(self) -> None:
        """What was restored is as settled as it was: it is not looked at again, but for how crowded the window is."""
        self._hush()
        self._came = 0
        self._touched.clear()
        for headline in list(self._turns)[-LOOKS:] if self._scale.alike < 1 else ():
            label = self._take(headline)
            self._all_alike(headline, self._near(headline))
            self._put(headline, label, label)

    def _take_in(self, headline: int, said: tuple[str, ...], at: float, outlet: str, lead: tuple[str, ...]) -> None:
        self._know(headline, said, at, outlet, lead)
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

    def join(self, headline: int, beside: int) -> None:
        """It is known by now that a headline tells what another tells, unless a person said that it does not."""
        if beside not in self._apart.get(headline, ()):
            self._held |= {headline, beside}
            before = self.label(headline)
            if before != self.label(beside):
                self._put(headline, self.label(beside), self._take(headline))

    def why(self, headline: int, limit: int = 8) -> tuple[str, ...]:
        """The words that hold a headline in its group, the strongest first; those of its lead too that others have in
        their headlines, and the other way round."""
        label, its = self.label(headline), self._headlines[headline]
        counts, leads = self._groups[label].counts, self._groups[label].leads
        gains = {word: self._gain(word, label) for word in its.said if self._rarity.tells(word)}
        strong = {word: gain for word, gain in gains.items() if gain > STRONG}
        if not strong:  # each of its words stands in many groups: together they joined it
            strong = {word: self._rarity.weight(word) for word in its.said if counts[word] > 1}
        told = [word for word in its.said if word in leads and counts[word] == 1]
        told += [word for word in its.leads if word in counts]
        strong |= {word: IN_LEAD * self._rarity.weight(word) for word in told}
        return tuple(sorted(strong, key=lambda word: (-strong[word], word))[:limit])

    def settle(self, passes: int = 3, *, whole: bool = False) -> None:
        """Merges what has grown together, and gives each headline to the group that suits it best by now: of the groups
        that were touched since this was last done, of what stands near them, and of some others in turn (all, where
        `whole`), since what a word tells changes with the window."""
        self._hush()
        self._led.clear()
        if whole:
            self._touched.update(self._groups)
        turns = [] if whole else self._in_turn(_TURNS * self._came)
        self._touched.update(self.label(headline) for headline in turns)
        least = _BEGINNING if self._scale.alike < 1 else 0  # a story so far is found as well without
        most = passes * len(self._headlines) if whole else _AGAIN * max(self._came, least)
        self._came = 0
        every: set[int] = set()
        for _ in range(passes):
            touched, self._touched = self._touched & self._groups.keys(), set()
            every |= touched
            moved = self._merge(touched)
            near = self._loose(touched)[-most:] if most else []
            most -= len(near)
            near, turns = sorted({*near, *turns}), []
            for headline in near:
                before = self._take(headline)
                found, evidence = self._best(headline)
                if evidence < self._needed():
                    found = before if before not in self._groups else self._new(headline)
                self._put(headline, found, before)
                moved += found != before
            if not moved:
                break
        every |= self._touched
        if self._scale.loose:
            self._divide(every)
        if self._scale.name_share < 1:
            self._attach(every)
            self._attach_small(every)
        self._part_columns(every)
        self._touched.clear()

    def _part_columns(self, touched: set[int]) -> None:
        """Parts what its outlet has again and again, and what one outlet alone tells: that is no event. What a person,
        or their text, holds together stays."""
        for label in touched & self._groups.keys():
            group = self._groups[label]
            if group.size == 1:
                continue
            alone = group.members - self._held
            if not group.teller:
                alone = {headline for headline in alone if self._comes_back(headline)}
            for headline in sorted(alone, reverse=True):
                if group.size > 1:
                    self._put(headline, self._new(headline), self._take(headline))

    def _in_turn(self, number: int) -> list[int]:
        """The headlines that were not looked at for longest, but for those that nothing may move."""
        found = [self._turns.popleft() for _ in range(min(number, len(self._turns)))]
        found = [headline for headline in found if headline in self._headlines]
        self._turns.extend(found)
        return [each for each in found if each not in self._held and not self._comes_back(each)]

    def _loose(self, touched: set[int]) -> list[int]:
        """The headlines of groups that were touched, and lone ones that share a telling word with one of these; but for
        those that a person, or their text, holds where they are."""
        found: set[int] = set()
        for label in touched & self._groups.keys():
            found |= self._groups[label].members
            if self._groups[label].size > 1:
                for word in self._leading(label):
                    if len(self._where[word]) <= _NEIGHBOURS:
                        near = (self._groups[other] for other in self._where[word])
                        found.update(*(group.members for group in near if group.size == 1))
        return sorted(each for each in found - self._held if not self._comes_back(each))

    # Which group suits a headline

    def _needed(self) -> float:
        """The evidence, in nats, that a headline needs to join a group of this window."""
        return self._scale.joins + self._scale.unsure * _BEGINNING / (len(self._headlines) + _BEGINNING)

    def _best(self, headline: int) -> tuple[int, float]:
        """The group that a headline fits best, with the evidence in nats; very little where there is none."""
        scale, said = self._scale, self._headlines[headline].said
        near = self._near(headline)
        near.leave_out(self._forbidden(headline, near))
        likeness = self._all_alike(headline, near) if scale.alike < 1 else {}
        needed, asked = self._needed(), self._asked()
        alike = {
            label: its / (1 + _PAIR / near.shared[label][0].size) for label, its in likeness.items() if its >= asked
        }
        spoken = self._spoken_for(headline, near, alike)
        found: dict[int, float] = {}
        for label in dict.fromkeys((*spoken, *alike)):
            evidence, group = spoken.get(label, -1.0), self._groups[label]
            if evidence >= needed and group.size > 1:
                evidence -= lacking(said, group.counts, group.size, scale.doubt, self._rarity)
            if alike.get(label, 0.0) >= asked:
                evidence = max(evidence, 0.0) + needed * alike[label] / asked
            if evidence >= needed and (len(said) >= _BRIEF or group.size >= _SMALL):
                found[label] = evidence
        for label in sorted(found, key=found.__getitem__, reverse=True):
            if not self._tells_of_a_namesake(headline, label):
                return label, found[label]
        return 0, -1.0

    def _spoken_for(self, headline: int, near: Near, alike: Container[int]) -> dict[int, float]:
        """The nats by which its words speak for a headline in each group near it that may come to enough by them, or by
        them and by being alike."""
        scale, at, needed = self._scale, self._headlines[headline].at, self._needed()
        base = log(scale.noise) * sum(whole for (tells, _, _, whole, _), _ in near.says if tells)
        enough = [
            label
            for label, (group, having, _) in near.shared.items()
            if len(having) >= (scale.shared if group.size < _SMALL else LIKE)
        ]
        gains = self._gains(near, enough)
        likely = {}
        for label, (gain, strong) in gains.items():
            group = self._groups[label]
            if strong >= (scale.shared if group.size < _SMALL else LIKE):
                gain += base
                late = max(0.0, abs(at - group.last) / 3600 / scale.hours - 1)
                prior = scale.prior * log(group.size)
                most = max(gain, (1 - scale.field) * gain) - late + prior
                if most >= needed or (most > 0 and label in alike):
                    likely[label] = gain, late, prior
        if not likely:
            return {}
        gains |= self._gains(near, near.shared.keys() - gains.keys())
        common = self._third_best(near, (gain for gain, _ in gains.values()), base)
        return {
            label: gain - scale.field * min(gain, common) - late + prior
            for label, (gain, late, prior) in likely.items()
        }

    def _forbidden(self, headline: int, near: Near) -> set[int]:
        """The groups that a headline may not join: those of which a person said no, and what its outlet alone tells."""
        outlet, apart = self._headlines[headline].outlet, self._apart.get(headline)
        found = set()
        if apart:
            found = {label for label, (group, *_) in near.shared.items() if apart & group.members}
        if outlet:
            found |= {label for label, (group, *_) in near.shared.items() if group.teller == outlet}
        return found

    def _tells_of_a_namesake(self, headline: int, label: int) -> bool:
        """Whether what a group tells of shares only the last word of its name with what a headline tells of: American
        Eagle Outfitters and Urban Outfitters. Another headline must have the whole name too."""
        group, said, weight = self._groups[label], self._headlines[headline].said, self._rarity.weight
        counts, size = group.counts, group.size
        for first, last in pairwise(said):
            if counts.get(last, 0) < max(_NAMESAKES, _CALLED * size) or first in counts or first[0] >= DENSE:
                continue
            if min(weight(first), weight(last)) >= _NAME and self._is_told(first, last, headline):
                firsts = Counter(filter(None, (self._before(held, last) for held in group.members)))
                other, often = firsts.most_common(1)[0] if firsts else ("", 0)
                mostly = often >= max(_NAMESAKES, _MOSTLY * firsts.total()) and firsts.total() >= _CALLED * size
                named = mostly and weight(other) >= _NAME and other[:_FORM] != first[:_FORM]
                if named and other not in said:
                    return True
        return False

    def _is_told(self, first: str, last: str, headline: int) -> bool:
        """Whether a headline other than this has two words together."""
        near = (held for label in islice(self._where[first], POSTINGS) for held in self._groups[label].members)
        return any(held != headline and self._before(held, last) == first for held in near)

    def _asked(self) -> float:
        """How like the headlines of a group another must be to belong there; more in a window that is nearly empty,
        where no word is known to be rare."""
        return (
            self._scale.alike * (1 + min(_EMPTY, _BEGINNING / (len(self._headlines) + _BEGINNING)))
            + _CROWDED * self._crowd.mean
        )

    # Groups that are one

    def _merge(self, touched: Iterable[int]) -> int:
        """Makes one of the groups whose leading words are alike, the smaller first; how many went."""
        merged = 0
        for label in sorted(touched, key=lambda one: (self._groups[one].size, one)):
            if self._groups[label].size < 2:
                continue
            other = self._one_with(label, self._named(label), self._scale.merges)
            if other is None and self._scale.alike < 1:
                least = _GROWN * self._asked()
                other = self._one_with(label, self._averages(label, least), least)
            if other is not None:
                for headline in list(self._groups[label].members):
                    self._put(headline, other, self._take(headline))
                merged += 1
        return merged

    def _one_with(self, label: int, alike: dict[int, float], least: float) -> int | None:
        """The group that is most like one, where it is like enough and nobody said that it is not the same."""
        near = [one for one, its in alike.items() if its >= least and self._may_be_one(one, label)]
        return max(near, key=lambda one: (alike[one], one), default=None)

    def _divide(self, touched: set[int]) -> None:
        """Looks again at large groups without a leading word: chance has strung them together."""
        for label in touched & self._groups.keys():
            held, size = self._groups[label].members, self._groups[label].size
            if size < 12 or max(self._groups[label].counts.values()) >= self._scale.loose * size:
                continue
            within = Groups(replace(self._scale, loose=0.0, name_share=1.0, alike=1.0))
            for headline in sorted((self._headlines[each] for each in held), key=lambda each: each.at):
                within.add(headline.number, headline.said, headline.at, None, headline.outlet)
            within.settle(2)
            found = [group.members for group in within._groups.values()]
            for those in sorted(found, key=len)[:-1]:  # the largest keeps the name
                if those & self._held:
                    continue
                new = self._new(min(those))
                for each in those:
                    self._put(each, new, self._take(each))

    def _may_be_one(self, one: int, other: int) -> bool:
        """Whether no person said of two groups that something in them is not the same, more than one outlet tells
        them, and they are not about two things."""
        ours, theirs = self._groups[one], self._groups[other]
        if ours.teller and ours.teller == theirs.teller:
            return False
        if each_its_own(ours.counts, ours.size, theirs.counts, theirs.size, self._rarity):
            return False
        return not any(self._apart[each] & theirs.members for each in ours.members if each in self._apart)

    def _attach(self, touched: set[int]) -> None:
        """Gives lone headlines to the group whose name they have."""
        scale, called = self._scale, dict[str, int | None]()
        for headline in self._loose(touched):
            label, said = self.label(headline), self._headlines[headline].said
            if self._groups[label].size > 3:
                continue
            best, most = label, 0.0
            for word in said:
                if word not in called:
                    called[word] = self._called(word, scale.name_share * self._rarity.seen[word])
                other = called[word]
                if other is not None and other != label:
                    count, size = self._where[word][other], self._groups[other].size
                    share, cover = count / self._rarity.seen[word], count / size
                    named = share >= scale.name_share and cover >= scale.name_cover and size >= _NAMED
                    if named and share * cover > most:
                        best, most = other, share * cover
            if best != label:
                self._put(headline, best, self._take(headline))
                for word in said:
                    del called[word]

    def _attach_small(self, touched: set[int]) -> None:
        """Gives small groups, whole, to the larger one whose name most of each have: what is left over once a story's
        name is known."""
        for label in sorted(touched & self._groups.keys(), key=lambda one: (self._groups[one].size, one)):
            small, best, most = self._groups[label].size, label, 0.0
            if not 1 < small <= _FEW:
                continue
            for word, count in self._groups[label].counts.items():
                seen = self._rarity.seen[word]
                other = self._called(word, max(0.0, _MOST * seen - count)) if count >= _CALLED * small else None
                if other is not None and other != label:
                    there, size = self._where[word][other], self._groups[other].size
                    share, cover = (there + count) / seen, there / size
                    named = share >= _MOST and cover >= self._scale.name_cover and size >= max(_NAMED, small)
                    if named and share * cover > most and self._may_be_one(label, other):
                        best, most = other, share * cover
            if best != label:
                for headline in list(self._groups[label].members):
                    self._put(headline, best, self._take(headline))

    def _called(self, word: str, enough: float) -> int | None:
        """The group that has most of the headlines with a word; None where none has enough, or so many have the word
        that it is nobody's name. Few words have one, as the squares of what each group has say at once."""
        seen, there = self._rarity.seen[word], self._where[word]
        if seen < _NAMED or word in self._rarity.quiet or self._rarity.squares[word] < enough * enough:
            return None
        return max(there, key=there.__getitem__) if len(there) <= POSTINGS else None


def grouped(
    headlines: Iterable[tuple[tuple[str, ...], float, str, tuple[str, ...]]], scale: Scale, every: int = CHUNK
) -> list[int]:
    """A label for each headline (its words, its time in seconds, its outlet, the words of its lead) of a stream,
    settled after `every` so many and at the end; what is older than the window keeps its label."""
    groups = Groups(scale)
    left: dict[int, int] = {}
    count = 0
    for count, (said, at, outlet, lead) in enumerate(headlines, 1):
        groups.add(count, said, at, None, outlet, lead)
        if not count % every:
            groups.settle(1)
            for headline in groups.older(at - WINDOW * 3600):
                left[headline] = groups.label(headline)
                groups.drop(headline)
    groups.settle(whole=True)
    return [left[headline] if headline in left else groups.label(headline) for headline in range(1, count + 1)]
