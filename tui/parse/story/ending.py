"""Where a story ends: what follows is about its author or its sender, by its readers, or leads to other stories."""

from collections.abc import Sequence

from tui.blocks import Block, Heading, Paragraph, plain, span_text, spans_of
from tui.model import Relation
from tui.parse.page.labels import fold, heads_comments, label
from tui.parse.page.openings import Openings
from tui.parse.words import endings

_AUTHORS = Openings(endings.AUTHORS)
_COMMENTS = Openings(endings.COMMENTS)
_ABOUT = Openings(endings.ABOUT)
_CONTACTS = Openings(endings.CONTACTS)
_REMARKS = Openings(endings.REMARKS)
_MOST = 0.25
"""The share of a page's text that what stands below its story has at most.

This and the numbers below were tuned on both page sets, where such a part is known on 13 pages of 13 hosts, and taken
for one on none that has it in its story; `python -m tests.bench.articles --ablation` judges a change."""
_LINE = 80
"""Characters of a line that names a part, where it is no heading."""
_LINKED = 0.3
_TEASER = 160
"""Links' share of a paragraph, and characters, by which it offers a story; longer ones with fewer links tell one."""
_LINES = (Paragraph, Heading)
_STEPS = frozenset({Relation.PREVIOUS, Relation.NEXT})


def ending(found: Sequence[Block], site: str = "") -> int:
    """The index of the first block after the story; the number of blocks if it runs to the end. `site` holds what the
    page's outlet is called, by itself and by its host."""
    texts = [len(_text(block)) for block in found]
    left = _MOST * sum(texts)
    behind = told = 0
    over = len(found)
    released = False
    for place in range(len(found) - 1, 0, -1):
        block = found[place]
        name = _name(block)
        asked = bool(name) and bool(_CONTACTS.begins(name))
        released = released or asked
        ends = asked or _AUTHORS.begins(name) or _presents(name, site, released)
        if _REMARKS.begins(_text(block)) or (name and (ends or (2 * told <= behind and _offers(name)))):
            over = place
        behind += texts[place]
        if behind > left:
            break
        if texts[place] > _TEASER and _linked(block) < _LINKED:
            told += texts[place]
    return over


def comments(found: Sequence[Block]) -> int:
    """The index of the line that stands over what readers wrote below a story; the number of blocks if none does. There
    may be more of that than of the story, which is told in two paragraphs at least."""
    told = 0
    for place, block in enumerate(found):
        if told > 1:
            if (name := _name(block)) and (heads_comments(name) or _COMMENTS.begins(name)):
                return place
        elif isinstance(block, Paragraph) and len(span_text(block.spans)) > _TEASER and _linked(block) < _LINKED:
            told += 1
    return len(found)


def _text(block: Block) -> str:
    """The words of a block."""
    return span_text(block.spans).strip() if isinstance(block, Paragraph) else plain((block,))


def _name(block: Block) -> str:
    """The words of a block that may head what follows, or ""."""
    if not isinstance(block, _LINES):
        return ""
    text = span_text(block.spans).strip()
    first = text.partition("\n")[0]
    return text if isinstance(block, Heading) or len(text) < _LINE else first if len(first) < _LINE else ""


def _presents(name: str, site: str, released: bool) -> bool:
    """Whether a line stands over what the sender of a press release says of themselves: the page's own outlet, or
    anybody where it also says whom newspapers may ask. Found on made pages of institutes and companies; no page of both
    sets has such a part."""
    phrase = _ABOUT.begins(name)
    if not phrase or name.endswith(("?", ":")):
        return False
    subject = fold(name)[len(phrase) :].split()
    called = fold(site).split()
    return bool(subject) and (released or "".join(subject) in called or set(subject) <= set(called))


def _offers(name: str) -> bool:
    """Whether a line leads to other stories."""
    said = label(name)
    return said is not None and (said.relation not in _STEPS or not said.rest)


def _linked(block: Block) -> float:
    """The share of a block's text that is linked."""
    spans = list(spans_of((block,)))
    return sum(len(span.text) for span in spans if span.href) / (sum(len(span.text) for span in spans) or 1)
