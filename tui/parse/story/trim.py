"""The story's blocks without the lines around it: headline, byline and date at its head, clutter between and at its end."""

from collections.abc import Sequence

from tui import text as safe
from tui.blocks import Block, Blocks, Heading, Paragraph, Quote, Rule, Spans, plain, span_text
from tui.parse.page import roles
from tui.parse.page.bylines import is_byline
from tui.parse.page.jsonld import untagged
from tui.parse.page.labels import label
from tui.parse.story.length import squeezed
from tui.parse.story.reading import Reading
from tui.text import folded


def trim(found: list[Block], reading: Reading, *, whole_is_story: bool = False) -> Blocks:
    """The blocks without headline, standfirst, byline and date at their head, clutter between and at their end, and repeated quotations."""
    headlines = {folded(text) for text in (reading.headline, *reading.facts.headlines)}
    names = [folded(name) for name in reading.authors]
    headline = folded(reading.headline)
    standfirst = folded(reading.standfirst)
    kept: list[Block] = []
    begun = False
    whole = ""
    for block in found:
        if isinstance(block, Heading | Paragraph):
            text = span_text(block.spans).strip()
            if not text:
                continue
            if begun and len(text) > roles.LONGEST:
                kept.append(block)
                continue
            if not begun or isinstance(block, Heading):
                small = folded(text)
                if not small or small in headlines:
                    continue
            if not begun:
                if len(small) > 0.6 * len(headline) and small in headline:
                    continue
                if small == standfirst or roles.is_date_line(text, reading.facts.language):
                    continue
                if len(text) < 120 and is_byline(small, names):
                    continue
                begun = isinstance(block, Paragraph) and len(text) > 80
            if roles.is_clutter(text):
                continue
            if not whole_is_story and block.spans[0].href and isinstance(block, Paragraph) and _all_linked(block.spans):
                continue
        elif isinstance(block, Quote):
            text = squeezed(plain(block.blocks))
            whole = whole or squeezed(plain(each for each in found if not isinstance(each, Quote)))
            if len(text) > 14 and text in whole:
                continue
        kept.append(block)
    kept = _confirmed(kept, reading)
    while kept and _is_tail(kept[-1], reading, names):
        kept.pop()
    return tuple(block for place, block in enumerate(kept) if not _heads_nothing(kept, place))


def _confirmed(kept: list[Block], reading: Reading) -> list[Block]:
    """Without the paragraphs that JSON-LD's articleBody does not have, where it has nearly all the others."""
    if len(reading.facts.body) < 400:
        return kept
    body = untagged(reading.facts.body)
    texts = {id(block): span_text(block.spans) for block in kept if isinstance(block, Paragraph)}
    missing = {key for key, text in texts.items() if text[:80] not in body and text[-80:] not in body}
    if missing:
        known = squeezed(body)
        missing = {
            key
            for key in missing
            if squeezed(texts[key][:80])[:60] not in known and squeezed(texts[key][-80:])[-60:] not in known
        }
    total = sum(map(len, texts.values()))
    lost = sum(len(texts[key]) for key in missing)
    if not missing or lost > 0.15 * total:
        return kept
    first = next((block for block in kept if isinstance(block, Paragraph)), None)
    if id(first) in missing and not reading.lead:
        opening = texts[id(first)]
        described = [folded(text) for text in reading.facts.descriptions if len(text) > 40]
        if any(text in folded(opening) for text in described):
            reading.standfirst, reading.lead = safe.line(opening), True
            reading.note("standfirst: the first paragraph, which articleBody does not have")
    reading.note(f"left out, since articleBody lacks them: {len(missing)} paragraphs")
    return [block for block in kept if id(block) not in missing]


def _heads_nothing(kept: list[Block], place: int) -> bool:
    """A label of links whose links are gone."""
    block = kept[place]
    if not isinstance(block, Heading):
        return False
    following = kept[place + 1] if place + 1 < len(kept) else None
    if following is not None and not isinstance(following, Heading):
        return False
    return label(span_text(block.spans)) is not None


def _is_tail(block: Block, reading: Reading, names: Sequence[str]) -> bool:
    if isinstance(block, Heading | Rule):
        return True
    if not isinstance(block, Paragraph):
        return False
    text = span_text(block.spans).strip()
    if len(text) >= 400:
        return False
    small = folded(text)
    if roles.is_date_line(text, reading.facts.language):
        return True
    return (len(text) < 120 and is_byline(small, names)) or any(small.startswith(name + " ") for name in names)


def _all_linked(spans: Spans) -> bool:
    linked = sum(len(span.text) for span in spans if span.href)
    return linked > 12 and linked >= 0.9 * sum(len(span.text) for span in spans)
