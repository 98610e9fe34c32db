"""What each outlet adds to an event: the paragraphs that say what no paragraph of another telling says.

Two paragraphs say the same where the words of one that are rare in the event stand in the other too: so it needs no
list of words, in any language."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from tui.blocks import plain
from tui.model import Addition, Event, Telling
from tui.storage import texts
from tui.storage.file import File
from tui.storage.rarity import words
from tui.text import words as words_of

TELLINGS = 20
"""Tellings that are compared, the newest: nobody reads more of them."""
PARAGRAPHS = 60
"""Paragraphs of each that are looked at."""
SAME = 0.4
"""The part of a paragraph's weight that another has where both say the same. Two agencies' accounts of one thing share
half of it, their accounts of two things a fifth."""
LEAST = 8
"""Words that a paragraph has at least: shorter ones are subheads and captions."""

_ENDS = re.compile(r"</(?:p|div|li|h[1-6]|blockquote)>|(?=<p[ >])|<br[ /]*>", re.IGNORECASE)
"""Where a paragraph ends, in a feed's HTML."""

Said = tuple[str, frozenset[str]]
"""A paragraph and the words that it is compared by."""


def additions(file: File, event: Event) -> tuple[Addition, ...]:
    """What each telling of an event adds, for those that add something, in the event's order; copies add nothing."""
    held = [telling for telling in event.tellings if not telling.copy_of][:TELLINGS]
    said = [_paragraphs(file, telling) for telling in held]
    return tuple(
        Addition(telling, found) for telling, found in zip(held, added(said), strict=True) if found and len(held) > 1
    )


def added(told: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Of each telling (its paragraphs) those that no other has."""
    every = [[(text, frozenset(words(text))) for text in paragraphs] for paragraphs in told]
    counts = Counter(word for paragraphs in every for _, its in paragraphs for word in its)
    number = sum(map(len, every))
    weights = {word: log((number + 1) / count) for word, count in counts.items()}
    return [
        tuple(
            text
            for text, its in paragraphs
            if len(its) >= LEAST
            and not _is_said(its, (each for other in every if other is not paragraphs for each in other), weights)
        )
        for paragraphs in every
    ]


def _is_said(its: frozenset[str], others: Iterable[Said], weights: dict[str, float]) -> bool:
    """Whether a paragraph's words stand in one of the others."""
    whole = sum(weights[word] for word in its) or 1.0
    return any(sum(weights[word] for word in its & there) >= SAME * whole for _, there in others)


def _paragraphs(file: File, telling: Telling) -> list[str]:
    """The paragraphs of a story: of its article where that is kept, else of the feed's own text, or its summary."""
    story = telling.story
    article = texts.article(file, story.id) if story.kept else None
    if article is not None:
        return plain(article.blocks).split("\n\n")[:PARAGRAPHS]
    own = parted(texts.content(file, story.id))
    return own[:PARAGRAPHS] if own else [story.summary] * bool(story.summary)


def parted(html: str) -> list[str]:
    """The paragraphs of a feed's own text."""
    return [text for part in re.split(_ENDS, html) if (text := words_of(part).strip())]
