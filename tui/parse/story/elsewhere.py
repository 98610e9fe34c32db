"""A story that its page does not show in the usual way: in the page's data, or in what a first reading set aside.

No page is refused before it has been read a second time, more leniently."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui.blocks import Block, Blocks, Heading, Paragraph, Span, plain, span_text
from tui.parse.page import roles
from tui.parse.page.addresses import names_a_story
from tui.parse.page.jsonld import told
from tui.parse.page.state import state
from tui.parse.page.tree import bare, called, scriptless
from tui.parse.story.boxes import CONSENT, let_go, set_aside, walk, weigh
from tui.parse.story.cuts import story_blocks
from tui.parse.story.part import choose
from tui.parse.story.reading import Reading
from tui.parse.story.trim import trim
from tui.scripts import said

LITTLE = 250
"""Characters of a story under which it is looked for once more."""
_DATA = 500
"""Characters from which the data of a page's scripts is believed to hold its story."""
_PARAGRAPH = 80
_PARAGRAPHS = 4
"""Paragraphs, and their characters, by which a page that looks like a list or a wall is a story all the same."""


def told_elsewhere(kept: Blocks, size: int, page: LexborHTMLParser, reading: Reading) -> Blocks:
    """The story from JSON-LD or from the page's data, if the page itself shows only `size` characters of it, or
    none."""
    if size < 0.5 * len(reading.facts.body) > 200:
        whole = told(reading.facts.body)
        if size < 0.5 * len(whole):
            reading.note("the story is JSON-LD's articleBody: the page shows less")
            return tuple(Paragraph((Span(text),)) for text in whole.split("\n") if text)
    if size < 300 and reading.facts.entries:
        live = tuple(_live(reading.facts.entries))
        if len(plain(live)) > 2 * size:
            reading.note("the story is JSON-LD's live blog: the page shows less")
            return (*kept, *live)
    if size < 300:
        drawn = state(page)
        if len(plain(drawn)) > max(_DATA, 2 * size):
            reading.note("the story is from the data of the page's scripts")
            return trim(list(drawn), reading)
    return kept


def _live(entries: Iterable[tuple[str, str]]) -> Iterator[Block]:
    for headline, text in entries:
        if headline:
            yield Heading(3, (Span(headline),))
        yield from (Paragraph((Span(line),)) for line in told(text).split("\n") if line)


def second_look(html: str, body: LexborNode, kept: Blocks, reading: Reading) -> Blocks:
    """A page that showed next to nothing, read again: no name is believed, and lists of links may be the story; then as
    it is without scripts; then as if nothing on it were hidden.

    A standfirst with nothing below it is the story itself.
    """
    size = said(plain(kept))
    enough = max(LITTLE, 3 * size)
    found = _again(body, reading, "whatever the names say")
    if said(plain(found)) <= enough and ("<noscript" in html or "<template" in html):
        found = _again(scriptless(html).body, reading, "as where no script runs")
    if said(plain(found)) <= enough and not (size and _is_told(kept)):
        found = _again(bare(html).body, reading, "as if nothing were hidden", wary=True)
        found = found if _is_told(found) else ()
    if said(plain(found)) > enough:
        return found
    if size < 60 and reading.lead and len(reading.standfirst) > 60:
        reading.note("the standfirst is the whole story")
        story, reading.standfirst = reading.standfirst, ""
        return (Paragraph((Span(story),)), *kept)
    return kept


def _is_told(found: Blocks) -> bool:
    """Whether these are whole paragraphs, and more than one."""
    return sum(isinstance(block, Paragraph) and len(span_text(block.spans)) > _PARAGRAPH for block in found) > 1


def lenient(found: Blocks, reading: Reading) -> Blocks:
    """What a page that would be refused tells in whole paragraphs all the same; nothing if it tells none."""
    told_below = reading.facts.kind != "list" and names_a_story(address.split(reading.url)[2])
    texts = [span_text(block.spans) for block in found if isinstance(block, Paragraph) and not block.spans[0].href]
    told_here = [text for text in texts if len(text) > _PARAGRAPH]
    linked = sum(isinstance(block, Heading) and all(span.href for span in block.spans) for block in found)
    enough = 1 if told_below and not linked else _PARAGRAPHS
    if len(told_here) < enough or len(told_here) <= 2 * linked or _repeats(told_here):
        return ()
    reading.note("a story all the same, by its paragraphs")
    return found


def _repeats(texts: list[str]) -> bool:
    """Whether many of these texts end where they were cut off, as teasers do."""
    return sum(text.endswith(("…", "...", "[…]", "»")) for text in texts) > len(texts) / 3


def _again(body: LexborNode | None, reading: Reading, how: str, *, wary: bool = False) -> Blocks:
    """The story of a page whose names are not believed; `wary`: except those of questions and comments."""
    if body is None:
        return ()
    boxes = walk(body)
    if wary:
        for box in boxes:
            box.cut = CONSENT if box.flags & _NEVER else ""
            box.flags &= roles.BODY
        set_aside(boxes)
    else:
        weigh(boxes)
    part = choose(boxes, reading.headline)
    found: Blocks = ()
    if part.prose >= LITTLE:
        found = trim(story_blocks(boxes, part, reading, set(), set(), lead=False), reading)
        reading.note(f"looked again, {how}: {called(part.node)}")
    let_go(boxes)
    return found


_NEVER = roles.CONSENT | roles.COMMENTS
