"""A story that its page does not show as others do: told in the page's data, or by what a first reading set aside.

No page is refused before it was read a second time, more leniently.
"""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import text as safe
from tui.blocks import Block, Blocks, Heading, Paragraph, Span, plain, span_text
from tui.parse.page.jsonld import told
from tui.parse.page.state import state
from tui.parse.page.tree import scriptless
from tui.parse.story.boxes import choose, let_go, path, walk, weigh
from tui.parse.story.cuts import story_blocks
from tui.parse.story.length import said
from tui.parse.story.reading import Reading
from tui.parse.story.trim import trim

LITTLE = 250
"""Characters of a story under which it is looked for once more."""
_DATA = 500
"""Characters from which the data of a page's scripts is believed to hold its story."""
_PARAGRAPH = 80
_PARAGRAPHS = 4
"""Paragraphs, and their characters, by which a page that looks like a list or a wall is a story all the same."""


def told_elsewhere(kept: Blocks, size: int, html: str, page: LexborHTMLParser, reading: Reading) -> Blocks:
    """The story from JSON-LD or from the page's data, where the page itself shows `size` characters of it, or none."""
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
    if size < 300 and ("{" in html or "[" in html):
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
    """A page that showed next to nothing, read again: no name is believed, and lists of links may be the story.

    A standfirst with nothing below it is the story itself.
    """
    size = said(plain(kept))
    found = _again(body, reading, "whatever the names say")
    if said(plain(found)) <= max(LITTLE, 3 * size) and ("<noscript" in html or "<template" in html):
        bare = scriptless(html).body
        if bare is not None:
            found = _again(bare, reading, "as where no script runs")
    if said(plain(found)) > max(LITTLE, 3 * size):
        return found
    if size < 60 and reading.lead and len(reading.standfirst) > 60:
        reading.note("the standfirst is the whole story")
        story, reading.standfirst = reading.standfirst, ""
        return (Paragraph((Span(story),)), *kept)
    return kept


def lenient(html: str, body: LexborNode, kept: Blocks, reading: Reading) -> Blocks:
    """What a page that would be refused tells in whole paragraphs all the same; nothing where it tells none."""
    for found in (kept, second_look(html, body, kept, reading)):
        texts = [span_text(block.spans) for block in found if isinstance(block, Paragraph) and not block.spans[0].href]
        told_here = [text for text in texts if len(text) > _PARAGRAPH]
        linked = sum(isinstance(block, Heading) and all(span.href for span in block.spans) for block in found)
        if len(told_here) >= _PARAGRAPHS and len(told_here) > 2 * linked and not _repeats(told_here):
            reading.note("a story all the same, by its paragraphs")
            return found
    return ()


def _repeats(texts: list[str]) -> bool:
    """Teasers end as they were cut off."""
    return sum(text.endswith(("…", "...", "[…]", "»")) for text in texts) > len(texts) / 3


def _again(body: LexborNode, reading: Reading, how: str) -> Blocks:
    boxes = walk(body)
    weigh(boxes)
    part = choose(boxes, reading.headline)
    found: Blocks = ()
    if part.prose >= LITTLE:
        found = trim(story_blocks(boxes, part, reading, set(), set(), lead=False), reading)
        reading.note(f"looked again, {how}: {safe.shorten(path(part), 60)}")
    let_go(boxes)
    return found
