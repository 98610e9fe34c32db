"""Where a word may be parted at a line's end, and lines that part them: at the soft hyphens of the page, and in filled
lines as its language has it.

The patterns are those of `pyphen`, which is an extra (`broadsheet[hyphens]`): where it is not installed no word is
parted."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tui.app.layout import lines_from, width

Places = Callable[[str], Sequence[int]]
"""Where a word may be parted: the numbers of letters before each place, rising."""

LONGEST = 40
"""Letters of a word that is looked at: German ones have up to thirty."""
IN_A_ROW = 2
"""Lines that may end in a hyphen one under another, as most style guides have it."""
_BEFORE, _BEHIND = 2, 3
"""Letters that stay together at the ends of a word, as in TeX."""
_CAPITALISED = frozenset({"de", "lb", "nds"})
"""Languages whose nouns have capitals: in others a word with one is a name, and stays whole."""
_BEGUN, _ENDED = r"[“„\"'‘«»(\[¿¡]*", r"[.,;:!?)’”“\"'»«\]…]*"
_WORD = re.compile(rf"({_BEGUN})([^\W\d_]{{5,{LONGEST}}})(?={_ENDED}[ \n\xa0])")
"""Nothing but a word and its punctuation: no address, no number, no word with a hyphen of its own."""
_LONG_WORD = re.compile(rf"{_BEGUN}([^\W\d_]{{5,{2 * LONGEST}}}){_ENDED}(?:[ \n\xa0]|\Z)")
"""The same of one that is longer than its line; it may be the last."""
_SOFT = "\u00ad"


class Set(NamedTuple):
    """Where a line stands in its text, and whether it ends within a word."""

    start: int
    end: int
    parted: bool = False


_read: dict[str, Places | None] = {}
"""What was read, by language."""


def known(language: str) -> Places | None:
    """Where words of a language may be parted, if that was read already."""
    return _read.get(language)


def places_in(language: str) -> Places | None:
    """Where words of a language (BCP 47: "en-GB") may be parted; None where nobody knows.

    Reading the patterns takes some 50 ms of the processor for English, 10 for French, and 400 for German and Hungarian,
    whose files are the longest; the first time alone (pyphen 0.18)."""
    if language not in _read:
        _read[language] = _places_in(language)
    return _read[language]


def _places_in(language: str) -> Places | None:
    try:
        import pyphen
    except ImportError:
        return None
    found = pyphen.language_fallback(language) if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{1,8}){0,3}", language) else None
    if found is None:
        return None
    patterns = pyphen.Pyphen(lang=found, left=_BEFORE, right=_BEHIND)
    capitalised = found.partition("_")[0] in _CAPITALISED

    def places(word: str) -> list[int]:
        if not (word.islower() or (capitalised and word[1:].islower())):
            return []
        return [int(at) for at in patterns.positions(word) if at.data is None]  # no word is spelt otherwise at a place

    return places


def own_places(words: Iterable[str]) -> Places:
    """Where words may be parted that have soft hyphens there; others nowhere."""
    held = {
        word.replace(_SOFT, ""): [found.start() - number for number, found in enumerate(re.finditer(_SOFT, word))]
        for word in words
    }
    return lambda word: held.get(word, ())


def either(first: Places, then: Places) -> Places:
    """Where a word may be parted as the first has it; where that knows none, as the second."""
    return lambda word: first(word) or then(word)


def parted(text: str, cells: int, places: Places, owed: int = 0) -> list[Set]:
    """The lines of a text of at most `cells` cells (`owed` fewer in the first), words parted where a line would
    otherwise be filled with more than a blank and a half between words, and where one is longer than its line."""
    found: list[Set] = []
    start, row = 0, 0
    while start < len(text):
        lines = lines_from(text, start, cells, owed)
        begin, end = next(lines, (len(text), len(text)))
        if begin == len(text):
            break
        at = _within(text, begin, end, cells - owed, places)
        if (
            not at
            and row < IN_A_ROW
            and 2 * (spare := cells - owed - width(text[begin:end])) > text.count(" ", begin, end)
        ):
            at = _place(text, end, spare, places)
        found.append(Set(begin, at or end, bool(at)))
        start, row, owed = at or end, row + 1 if at else 0, 0
    return found or [Set(0, 0)]


def _within(text: str, begin: int, end: int, cells: int, places: Places) -> int:
    """Where a word that is longer than its line is parted, so that a hyphen has room behind it; 0 where no line ends
    within a word, or nobody knows."""
    if text[end : end + 1] in ("", " ", "\n"):
        return 0
    word = _LONG_WORD.match(text, max(text.rfind(blank, 0, end) for blank in " \n\xa0") + 1)
    if word is None or word.end(1) <= end:
        return 0
    fits = (word.start(1) + at for at in reversed(places(word[1])))
    return next((at for at in fits if begin < at < end and width(text[begin:at]) < cells), 0)


def _place(text: str, end: int, spare: int, places: Places) -> int:
    """Where the word behind a line is parted so that its beginning fills the line; 0 where it stays whole."""
    if text[end : end + 1] != " " or (word := _WORD.match(text, end + 1)) is None:
        return 0
    begun = spare - 2 - width(word[1])  # the blank before the word, and the hyphen
    return next((word.start(2) + at for at in reversed(places(word[2])) if width(word[2][:at]) <= begun), 0)
