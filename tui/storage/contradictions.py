"""What speaks against telling the same: a name that nearly all of a group have and a headline lacks, where it has one
of its own; two groups that have a name each. Fires, verdicts and closures are told in the same words wherever they
happen: another place or person is all that sets two of them apart. Pure; it knows no language.

Its numbers were tuned on what `scales` was tuned on, with an eye on the simulated weeks
(`python -m tests.bench.week`)."""

from collections.abc import Collection, Mapping
from math import log

from tui.storage.rarity import Rarity

_NEARLY_ALL = 0.7
"""The part of a group that must have a word for the group to be about it."""
_HARDLY_ANY = 0.1
"""The part that may have it for the group to lack it."""
_KNOWN = 3.0
"""Nats of such a word: one headline of twenty at most has it."""
_OWN = 4.0
"""Nats of a word of a headline's own: one of fifty at most."""


def lacking(said: Collection[str], counts: Mapping[str, int], size: int, doubt: float, rarity: Rarity) -> float:
    """How much it speaks against a headline in a group, in nats, that it lacks what nearly all there have (`counts`,
    with so many unseen headlines added): nothing, unless it has a telling word that nobody there has."""
    if size < 2 or not any(word not in counts and rarity.tells(word) and rarity.weight(word) >= _OWN for word in said):
        return 0.0
    least = _NEARLY_ALL * size
    return -sum(
        log(1 - count / (size + doubt))
        for word, count in counts.items()
        if count >= least and word not in said and _names(word, rarity)
    )


def each_its_own(
    ours: Mapping[str, int], size: int, theirs: Mapping[str, int], their_size: int, rarity: Rarity
) -> bool:
    """Whether each of two groups of several headlines, by how many have each word, is about something that the other
    lacks."""
    if min(size, their_size) < 2:
        return False
    return _has_its_own(ours, size, theirs, their_size, rarity) and _has_its_own(theirs, their_size, ours, size, rarity)


def _has_its_own(
    ours: Mapping[str, int], size: int, theirs: Mapping[str, int], their_size: int, rarity: Rarity
) -> bool:
    return any(
        count >= _NEARLY_ALL * size and theirs.get(word, 0) <= _HARDLY_ANY * their_size and _names(word, rarity)
        for word, count in ours.items()
    )


def _names(word: str, rarity: Rarity) -> bool:
    return word not in rarity.quiet and rarity.weight(word) >= _KNOWN
