"""A story's page -> Article: which of its parts are the story, and which only stand around it.

Read in four steps: one walk over the tree makes a box of every element that can hold text; boxes named or shaped like
clutter are set aside; the smallest part of the page that holds the story's prose is found; its blocks are written, and
lines that are no part of the story are dropped. `story.explain` tells what was decided, and why.
"""

from collections.abc import Iterable
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import text as safe
from tui.blocks import Blocks, Paragraph, Span, plain
from tui.errors import ParseError
from tui.model import Article
from tui.parse.page.jsonld import told
from tui.parse.page.metadata import Metadata, metadata
from tui.parse.page.state import state
from tui.parse.page.tree import tree
from tui.parse.rules import Rules, rules_for
from tui.parse.story.boxes import Box, choose, path, set_aside, walk, weigh
from tui.parse.story.cuts import story_blocks
from tui.parse.story.length import minutes, reading_minutes, said
from tui.parse.story.paging import next_page
from tui.parse.story.reading import Reading
from tui.parse.story.related import related as related_of
from tui.parse.story.ruled import ruled_blocks, ruled_headline, ruled_out, ruled_related
from tui.parse.story.trim import trim
from tui.parse.story.walls import is_list, refuse


def article(html: str, url: str, *, title: str = "", rules: Iterable[Rules] = ()) -> Article:
    """The story of a page; ParseError, one sentence, for a page that is none."""
    found, _ = read(html, url, title, rules_for(url, rules))
    return found


def read(
    html: str, url: str, title: str, rules: Rules | None = None, notes: list[str] | None = None
) -> tuple[Article, Reading]:
    """The story of a page and what was decided about it; notes of each decision go into `notes`. ParseError as for `article`."""
    page = tree(html)
    facts = metadata(page, url)
    body = page.body
    if body is None:
        raise ParseError("This page holds no text.")
    headline = ruled_headline(page, rules) or facts.headline or safe.line(title)
    reading = Reading(url, facts, headline, notes=notes)
    related = ruled_related(page, url, rules) or related_of(page, url, headline=headline)
    boxes, opened = _boxes(body, reading)
    reading.authors, reading.role = facts.authors, facts.byline_role
    ruled = found = ruled_blocks(page, boxes, rules, reading) if rules and rules.body else []
    if not found:
        part = choose(boxes, headline)
        reading.note(f"chosen: {path(part)} with {part.prose:.0f} of {boxes[0].prose:.0f} characters of prose")
        found = story_blocks(boxes, part, reading, opened, ruled_out(page, rules))
    kept = trim(found, reading)
    text = plain(kept)
    elsewhere = _told_elsewhere(kept, len(text), html, page, reading)
    if elsewhere is not kept:
        kept, text = elsewhere, plain(elsewhere)
    size = said(text)
    if (
        size < _LITTLE
        and not ruled
        and (facts.kind == "story" or (facts.published and not is_list(page, boxes, kept, size, url, facts)))
    ):
        kept = _second_look(body, kept, size, reading)
        text = plain(kept)
        size = said(text)
    if not (kept and ruled):
        refuse(html, page, boxes, kept, size, headline, url, facts)
    found_article = Article(
        url=url,
        headline=headline,
        blocks=kept,
        kicker=facts.kicker,
        section_url=facts.section_url,
        standfirst=reading.standfirst,
        standfirst_credit=reading.credit,
        byline=reading.authors,
        byline_role=reading.role,
        published=facts.published or facts.visible,
        updated=facts.updated,
        language=facts.language,
        site_name=facts.site_name,
        tags=facts.tags,
        paywalled=facts.paywalled,
        reading_minutes=minutes(text),
        related=related,
        next_page=next_page(boxes, url, facts),
        notice=_SHORTENED if facts.paywalled and size < 1000 else "",
    )
    _let_go(boxes)
    return found_article, reading


def _let_go(boxes: list[Box]) -> None:
    """Break the circles of parents and children, which would keep the whole tree until the collector comes by."""
    for box in boxes:
        box.parent = None


_SHORTENED = "This page shows only the beginning; the rest is for subscribers."


def _boxes(body: LexborNode, reading: Reading) -> tuple[list[Box], set[int]]:
    """The page's boxes with clutter set aside, and what of them is read though it is hidden."""
    walled: list[LexborNode] = []
    boxes = walk(body, walled)
    set_aside(boxes)
    if walled and sum(len(line.text()) for node in walled for line in node.css("p")) > max(400, boxes[0].prose / 2):
        reading.note("opened what a script would show")
        _let_go(boxes)
        boxes = walk(body)
        set_aside(boxes)
        return boxes, {node.mem_id for node in walled}
    if boxes[0].prose < 400:
        _let_go(boxes)
        boxes = walk(body)  # perhaps the story stands in what is named like clutter
        set_aside(boxes)
    return boxes, set()


def _told_elsewhere(kept: Blocks, size: int, html: str, page: LexborHTMLParser, reading: Reading) -> Blocks:
    """The story from JSON-LD or from the page's JSON state, where the page itself shows little or nothing of it."""
    if size < 0.5 * len(reading.facts.body) > 200:
        reading.note("the story is JSON-LD's articleBody: the page shows less")
        whole = told(reading.facts.body)
        if size < 0.5 * len(whole):
            return tuple(Paragraph((Span(text),)) for text in whole.split("\n") if text)
    if size < 300 and "{" in html:
        drawn = state(page)
        if len(plain(drawn)) > max(500, 2 * size):
            reading.note("the story is from the page's JSON state")
            return trim(list(drawn), reading)
    return kept


_LITTLE = 250
"""Characters of a story under which it is looked for once more."""


def _second_look(body: LexborNode, kept: Blocks, size: int, reading: Reading) -> Blocks:
    """A story's page that showed next to nothing, read again: no name is believed, and lists of links may be the story.

    A standfirst with nothing below it is the story itself.
    """
    boxes = walk(body)
    weigh(boxes)
    part = choose(boxes, reading.headline)
    found: Blocks = ()
    if part.prose >= _LITTLE:
        found = trim(story_blocks(boxes, part, reading, set(), set(), lead=False), reading)
    _let_go(boxes)
    if said(plain(found)) > max(_LITTLE, 3 * size):
        reading.note(f"looked again, whatever the names say: {path(part)}")
        return found
    if size < 60 and reading.lead and len(reading.standfirst) > 60:
        reading.note("the standfirst is the whole story")
        story, reading.standfirst = reading.standfirst, ""
        return (Paragraph((Span(story),)), *kept)
    return kept


def fragment(html: str, url: str, *, title: str = "", source: Literal["page", "feed", "guide"] = "feed") -> Article:
    """A feed's own HTML of a story, as an article. All of it is story, but for lines that point elsewhere."""
    headline = safe.line(title)
    reading = Reading(url, Metadata(headline=headline), headline)
    body = tree(html).body
    kept: Blocks = ()
    if body is not None:
        boxes = walk(body)
        weigh(boxes)
        kept = trim(story_blocks(boxes, boxes[0], reading, set(), set(), lead=False), reading, whole_is_story=True)
    return Article(url=url, headline=headline, blocks=kept, reading_minutes=reading_minutes(kept), source=source)
