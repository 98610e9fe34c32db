"""What headlines are compared by, and how much each of it says: the words of a headline, and how rare they are in a
window. Pure; it knows no language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log
from sys import intern

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
"""Not the vowels of Indic letters, nor the voicing of kana, which make other words."""
_STEM = 7
"""Letters of a word that are looked at: endings differ ("elects", "elected"). 5 to 8 are alike on real headlines."""


_EVERYWHERE = 0.5
"""A word in more of the window than this says nothing of an event."""
_CHANCE = 3.0
"""So many times likelier than any two headlines must two that have a word stand in one group, or it is a word of the
language. Such words have 1 to 3 on real headlines and made ones, names and things 7 and more."""
_ENOUGH = 0.07
"""Likelier than this need they not be: in a window of a few large groups no word is much likelier than chance."""
_FREQUENT = 10
"""Headlines that must have a word before this is judged."""
_UNSEEN = 300
"""So many headlines are added to a window, in which words are as common as their length lets expect: among a handful
each word would seem rare, the small words of the language too."""
_EXPECTED = (0.1, 0.1, 0.06, 0.03, 0.012, 0.006, 0.004, 0.003)
"""The part of headlines that has a word of 1, 2, … letters, roughly: the common words of a language are short (Zipf
1935)."""
DENSE = "\u2e80"
"""Letters from here on are of scripts without blanks."""
_DENSE_PAIR = 0.003
"""Likewise, a pair of letters of a script without blanks."""
_PART = 0.5
"""The part of a word's evidence that such a pair has: a word of three letters is two pairs."""
_HANDFUL = 16
"""Headlines that a window is taken to have at least where a word is asked to be rarer than half of it."""


def words(title: str) -> tuple[str, ...]:
    """What a headline is compared by: its words in their order, each once, folded and without their endings; pairs of
    letters where words are not set apart."""
    bare = _bare(title).casefold().replace("’s", "").replace("'s", "")
    pieces = (piece for word in _WORD.findall(bare) for piece in _pieces(word))
    return tuple(map(intern, dict.fromkeys(pieces)))  # a window holds each word many thousand times


def _bare(title: str) -> str:
    """A headline without the accents of Latin, Greek and Cyrillic letters: one outlet writes Gisèle, another Gisele."""
    if title.isascii():
        return title
    return unicodedata.normalize("NFKC", _ACCENTS.sub("", unicodedata.normalize("NFKD", title)))


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


def part(word: str) -> float:
    """The part of a whole word's evidence that a piece of a headline has."""
    return 1.0 if word[0] < DENSE else _PART


def said_by(title: str, pieces: Iterable[str], lead: str = "") -> tuple[str, ...]:
    """The words of a headline that some pieces of it (`words`) stand for, in its own order; then those of its lead that
    stand for the others."""
    left, found = set(pieces), dict[str, None]()
    for text in (title, lead):
        there = set[str]()
        for word in _WORD.findall(unicodedata.normalize("NFKC", text)):
            if its := left.intersection(_pieces(_bare(word).casefold())):
                found[word] = None
                there |= its
        left -= there
    return tuple(found)


class Rarity:
    """How rare the words of a window are, and which of them are a language's own."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        """The headlines that have each word."""
        self.quiet: set[str] = set()
        """The words that stand in many groups alike."""
        self.squares: Counter[str] = Counter()
        """The sum over all groups of the square of how many there have each word."""
        self._headlines = 0
        self._frequent: set[str] = set()

    def add(self, said: Iterable[str]) -> None:
        """A headline of these words has come."""
        self._headlines += 1
        for word in said:
            self.seen[word] += 1
            if self.seen[word] == _FREQUENT:
                self._frequent.add(word)

    def drop(self, said: Iterable[str]) -> list[str]:
        """A headline has left; the words that left with it."""
        self._headlines -= 1
        gone = []
        for word in said:
            self.seen[word] -= 1
            if self.seen[word] == _FREQUENT - 1:
                self._frequent.discard(word)
            if not self.seen[word]:
                del self.seen[word], self.squares[word]
                gone.append(word)
        return gone

    def common(self, word: str) -> float:
        """The part of all headlines that has a word: as the window has it, where that is small as its length lets
        expect."""
        expected = _EXPECTED[min(len(word), len(_EXPECTED)) - 1] if word[0] < DENSE else _DENSE_PAIR
        return (self.seen[word] + _UNSEEN * expected) / (self._headlines + _UNSEEN)

    def weight(self, word: str) -> float:
        """What a word weighs where headlines are compared: the rarer the more; nothing where the window shares it."""
        return -log(self.common(word)) if self.seen[word] < self._most() else 0.0

    def tells(self, word: str) -> bool:
        """Whether a word can tell one event from another."""
        return 1 < self.seen[word] < self._most() and word not in self.quiet

    def hush(self, squares: int) -> None:
        """Finds the words that stand in many groups alike (of sizes with this sum of squares): chance puts together
        what has them. By chance half of a window have company at least."""
        number = self._headlines
        chance = _together(number, max(1.5 * number, squares))
        least = min(_CHANCE * chance, _ENOUGH)
        self.quiet = {word for word in self._frequent if _together(self.seen[word], self.squares[word]) < least}

    def _most(self) -> float:
        """So many headlines that have a word are too many."""
        return _EVERYWHERE * max(self._headlines, _HANDFUL)


def _together(number: int, squares: float) -> float:
    """How likely two of so many headlines stand in one group, by the sum of the squares of how many stand in each."""
    return (squares - number) / max(1, number * (number - 1))
