"""The labels that news pages write over, or before, links to other stories: what a line says about the stories after
it."""

import re
import unicodedata
from functools import lru_cache

from tui.model import Relation
from tui.parse.words import also_read, any_of, latest, most_read, related, split, steps
from tui.parse.words import labels as words
from tui.scripts import WIDE
from tui.text import line
from tui.values import Value

_PHRASES = (
    (Relation.PREVIOUS, steps.PREVIOUS),
    (Relation.NEXT, steps.NEXT),
    (Relation.MOST_READ, most_read.MOST_READ),
    (Relation.LATEST, latest.LATEST),
    (Relation.ALSO_READ, also_read.ALSO_READ),
    (Relation.RELATED, related.RELATED),
)
"""What a label says, and the phrases; compared as `fold` leaves them, at the beginning of a text."""

_DOOR = re.compile(r"(?:view|see|show|browse|explore|load|read) (?:more|all|every)\b(?!\s*:)", re.IGNORECASE)
"""How a link to a list begins."""
_WORD = r"\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff"
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c]")
_BETWEEN_EDGES = re.compile(f"[{_WORD}](?:.*[{_WORD}])?", re.DOTALL)
_START = re.compile(f"[^{_WORD}]*([{_WORD}]*)")
_WORDS = re.compile(f"[{_WORD}]+")
_LETTER = re.compile(f"[{_WORD}]")


def is_spaceless(text: str) -> bool:
    """Whether a text holds a character of a script that is written without spaces between words."""
    return not text.isascii() and WIDE.search(text) is not None


_BEHIND = re.compile(r"\s*(?:[:：|>»→►▶⇒…\]】》)〉-]|–|—)")
_LEAD = " \t\n:：|>»→►▶⇒–—-…]】》)〉"


def _fold(text: str) -> str:
    """A text reduced to what labels are compared by: no case, no accents, one shape of the Arabic alef, plain
    apostrophes."""
    text = text.casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    return text.replace("ı", "i").replace("’", "'").replace("ß", "ss")


def fold(text: str) -> str:
    """A text reduced to what labels and headlines are compared by: no case, no accents, nothing at its ends."""
    text = _fold(text)
    if text and text[0].isalnum() and text[-1].isalnum():
        return text
    found = _BETWEEN_EDGES.search(text)
    return found[0] if found is not None else ""


def _first(word: str) -> str:
    """What a phrase is filed under: its first word, or its first two characters in scripts without spaces."""
    return word if word.isascii() or not WIDE.match(word) else word[:2]


def filed_under(folded: str) -> str:
    """What a folded text is filed under, by its beginning."""
    found = _WORDS.match(folded)
    return _first(found.group()) if found is not None else ""


def goes_on(folded: str, end: int) -> bool:
    """Whether the word before a place in a folded text continues after it."""
    return end < len(folded) and WIDE.match(folded[end - 1]) is None and _LETTER.match(folded[end]) is not None


def _filed() -> dict[str, list[tuple[str, Relation]]]:
    index: dict[str, dict[str, Relation]] = {}
    for relation, rows in _PHRASES:
        for phrase in split(rows):
            folded = fold(phrase)
            index.setdefault(filed_under(folded), {}).setdefault(folded, relation)
    return {first: sorted(found.items(), key=lambda pair: -len(pair[0])) for first, found in index.items()}


_INDEX = _filed()
_MORE = frozenset(map(fold, split(words.MORE)))
_COMMENTS = frozenset(map(fold, split(words.COMMENTS)))
_COUNTED = _COMMENTS | frozenset(map(fold, split(words.READERS)))
_BROAD = frozenset(map(fold, split(words.BROAD)))
_LOOSE = frozenset(map(fold, split(words.LOOSE)))
_WHOLE = frozenset(map(fold, split(words.WHOLE)))
_ABOUT = re.compile(rf"{any_of(split(words.ABOUT))}\s", re.IGNORECASE)
_FOLLOWING = re.compile(rf"{any_of(split(words.FOLLOWING))}(?!\w)", re.IGNORECASE)
_NO_STORIES = re.compile(rf"{any_of(split(words.NO_STORIES))}(?:\W*$|:|(?-i:(?=[A-Z])))", re.IGNORECASE)


class Label(Value):
    """A label that was read: its meaning, its words, and what follows them in the same text."""

    relation: Relation
    phrase: str
    rest: str
    punctuated: bool
    """A colon, dash, bar or arrow stands behind it."""

    @property
    def clear(self) -> bool:
        """Whether it is several words that no ordinary sentence begins with."""
        return (" " in self.phrase or WIDE.match(self.phrase) is not None) and self.phrase not in _LOOSE


_STEPS = frozenset({Relation.PREVIOUS, Relation.NEXT})
_FIRST_OF_STEPS = frozenset(
    first for first, phrases in _INDEX.items() if any(relation in _STEPS for _, relation in phrases)
)


def may_be_a_step(text: str) -> bool:
    """Whether a text can begin with a label of the previous or next story, judging by its first word."""
    first = text.partition(" ")[0]
    if first.isascii() and first.isalnum():
        return first.lower() in _FIRST_OF_STEPS
    start = _START.match(text)
    return start is not None and _first(_fold(start[1][:40])) in _FIRST_OF_STEPS


@lru_cache(maxsize=1024)
def label(text: str) -> Label | None:
    """The label that a line begins with, or None."""
    start = _START.match(text)
    if start is None or not start[1]:
        return None
    phrases = _INDEX.get(_first(_fold(start[1][:40])))
    if phrases is None:
        return None
    body = text[start.start(1) : start.start(1) + 400]
    folded = _fold(body)
    for phrase, relation in phrases:
        if not folded.startswith(phrase) or goes_on(folded, len(phrase)):
            continue
        rest = body[len(phrase) if len(folded) == len(body) else _end_of(body, phrase) :]
        punctuated = _BEHIND.match(rest) is not None
        rest = rest.lstrip(_LEAD)
        rest = rest if _LETTER.search(rest) else ""
        if rest and ((phrase in _WHOLE and not punctuated and not _FOLLOWING.match(rest)) or _NO_STORIES.match(rest)):
            continue
        if rest and not punctuated and (phrase in _BROAD or (relation is Relation.LATEST and _ABOUT.match(rest))):
            relation = Relation.RELATED
        return Label(relation, phrase, rest, punctuated)
    return None


_WITHIN = tuple(
    (relation, re.compile(any_of(map(_fold, split(rows)))))
    for relation, rows in (
        (Relation.MOST_READ, words.MOST_READ_WITHIN),
        (Relation.RELATED, words.RELATED_WITHIN),
        (Relation.LATEST, words.LATEST_WITHIN),
    )
)


_LATEST_AT_END = tuple(f" {_fold(phrase)}" for phrase in split(words.LATEST_AT_END))


@lru_cache(maxsize=1024)
def inside(text: str) -> Relation | None:
    """The label somewhere within a heading that begins with something else."""
    if len(text) > 60:
        return None
    folded = _fold(text)
    if folded.endswith(_LATEST_AT_END):
        return Relation.LATEST
    return next((relation for relation, pattern in _WITHIN if pattern.search(folded)), None)


def _end_of(body: str, phrase: str) -> int:
    """Where a phrase ends in a text whose folded form has another length."""
    count = len(_WORDS.findall(phrase))
    for number, word in enumerate(_WORDS.finditer(body), 1):
        if number == count:
            return word.end() if not WIDE.match(phrase) else min(word.end(), word.start() + len(phrase))
    return len(body)


def says_only_more(text: str) -> bool:
    """Whether a text is what a link says beside a headline, and never a headline: "Read more", "View all",
    "Weiterlesen"."""
    if len(text) > 40:
        return False
    if fold(text) in _MORE or _DOOR.match(text):
        return True
    found = label(text)
    return found is not None and not found.rest


_FIGURE = re.compile(r"\d")
_FIGURES = re.compile(r"\d[\d.,]*\s?[kKmM]?(?![^\W\d_])|[^\w\s]")


def counts_comments(text: str) -> bool:
    """Whether a text is only a number of comments or readers: "12 comments", "Kommentare (7)", "댓글 204"."""
    if len(text) > 40 or _FIGURE.search(text) is None:
        return False
    return _uncounted(text) in _COUNTED


_QUOTES = re.compile("[\"'„“”«‹「『]")


def heads_comments(text: str) -> bool:
    """Whether a heading or short line says that readers' comments follow: "Comments (3)", "34 responses to “Bridge
    closed”"."""
    said, quoted, _ = _QUOTES.sub('"', text).partition('"')
    if len(said) > 60 or text.rstrip().endswith(("?", "？")) or not (folded := _uncounted(said)):
        return False
    if not quoted:
        return folded in _COMMENTS
    first, _, rest = folded.partition(" ")
    return first in _COMMENTS and rest.count(" ") < 3 and _FIGURE.search(said) is not None


def _uncounted(text: str) -> str:
    """A text without its numbers and signs, folded."""
    return fold(" ".join(_FIGURES.sub(" ", text).split()))


def is_also_read(text: str) -> bool:
    """Whether a line begins with an also-read label ("ALSO READ: …", "Lesen Sie auch …", "関連記事：…").

    Give it a paragraph's whole text; its caller knows whether a link follows.
    """
    text = line(text[:500])
    if not text or len(text) > 400:
        return False
    found = label(text)
    if found is None or found.relation not in (Relation.ALSO_READ, Relation.RELATED):
        return False
    if found.punctuated and len(found.rest) < 250:
        return True
    if found.relation is Relation.RELATED:
        return not found.rest and (len(found.phrase) > 6 or WIDE.match(found.phrase) is not None)
    return not found.rest or (found.clear and len(text) <= 220)
