"""Makes an Article of a story's page: finds which of its parts are the story, and which only surround it.

A page is read in four steps: one walk over the tree makes a box of every element that can hold text; boxes named or
shaped like clutter are set aside; the smallest part of the page that holds the story's prose is found; its blocks are
written, and lines that are not part of the story are dropped. `story.explain` tells what was decided, and why."""

from collections.abc import Iterable
from typing import Literal

from selectolax.lexbor import LexborNode

from tui import text as safe
from tui.blocks import Blocks, plain
from tui.errors import ParseError
from tui.model import Article
from tui.parse.page.blocks import blocks
from tui.parse.page.markup import base_of, look
from tui.parse.page.metadata import Metadata, metadata
from tui.parse.page.tree import called, tree, uncollected
from tui.parse.rules import Rules, rules_for
from tui.parse.story.boxes import Box, let_go, set_aside, walk, weigh
from tui.parse.story.cuts import story_blocks
from tui.parse.story.elsewhere import LITTLE, lenient, second_look, told_elsewhere
from tui.parse.story.length import minutes
from tui.parse.story.paging import next_page
from tui.parse.story.part import choose
from tui.parse.story.parting import parted_words
from tui.parse.story.reading import Reading
from tui.parse.story.related import related as related_of
from tui.parse.story.rest import tell_the_rest
from tui.parse.story.ruled import ruled_blocks, ruled_headline, ruled_out, ruled_related
from tui.parse.story.trim import trim
from tui.parse.story.walls import refusal
from tui.scripts import said


def article(html: str, url: str, *, title: str = "", rules: Iterable[Rules] = ()) -> Article:
    """The story of a page; ParseError, one sentence, for a page that is not a story."""
    found, _ = read(html, url, title, rules_for(url, rules))
    return found


def read(
    html: str, url: str, title: str, rules: Rules | None = None, notes: list[str] | None = None
) -> tuple[Article, Reading]:
    """The story of a page and what is known about it; each decision goes into `notes`. ParseError as for `article`."""
    with uncollected():
        return _read(html, url, title, rules, notes)


def _read(html: str, url: str, title: str, rules: Rules | None, notes: list[str] | None) -> tuple[Article, Reading]:
    page = tree(html)
    marked = look(page)
    facts = metadata(marked, url)
    body = page.body
    if body is None:
        raise ParseError("This page holds no text.")
    headline = ruled_headline(page, rules) or facts.headline or safe.line(title)
    reading = Reading(url, base_of(marked, url), facts, headline, facts.authors, facts.byline_role, notes=notes)
    related = ruled_related(page, url, rules) or related_of(marked, url, headline=headline)
    boxes, opened = _boxes(body, reading)
    part = boxes[0]
    ruled = found = ruled_blocks(page, boxes, rules, reading) if rules and rules.body else []
    if not found:
        part = choose(boxes, headline)
        reading.note(f"chosen: {called(part.node)} with {part.prose:.0f} of {boxes[0].prose:.0f} characters of prose")
        found = story_blocks(boxes, part, reading, opened, ruled_out(page, rules))
    kept = trim(found, reading)
    text = plain(kept)
    looked = False
    if not ruled:
        whole = told_elsewhere(kept, len(text), page, reading)
        looked = said(text) < LITTLE
        if looked:
            whole = second_look(html, body, whole, reading)
        if whole is not kept:
            kept, text = whole, plain(whole)
    tell_the_rest(boxes, part, reading, text)
    size = said(text)
    if not (kept and ruled) and (why := refusal(html, page, boxes, kept, size, headline, url, facts)):
        kept = lenient(kept, reading) or (() if looked else lenient(second_look(html, body, kept, reading), reading))
        if not kept:
            raise ParseError(why)
        text = plain(kept)
        size = said(text)
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
        parted=parted_words(html, f"{headline} {reading.standfirst} {text}"),
        site_name=facts.site_name,
        publisher=facts.publisher,
        tags=facts.tags,
        paywalled=facts.paywalled,
        reading_minutes=minutes(text),
        related=related,
        next_page=next_page(marked, boxes, url, facts),
        notice=_SHORTENED if facts.paywalled and size < 1000 else "",
    )
    let_go(boxes)
    return found_article, reading


_SHORTENED = "This page shows only the beginning; the rest is for subscribers."


def _boxes(body: LexborNode, reading: Reading) -> tuple[list[Box], set[int]]:
    """The page's boxes with clutter set aside, and those that are read although they are hidden."""
    walled: list[LexborNode] = []
    boxes = walk(body, walled)
    set_aside(boxes)
    if walled and sum(len(line.text()) for node in walled for line in node.css("p")) > max(400, boxes[0].prose / 2):
        reading.note("opened what a script would show")
        let_go(boxes)
        boxes = walk(body)
        set_aside(boxes)
        return boxes, {node.mem_id for node in walled}
    if boxes[0].prose < 400 and (walled or any(box.cut for box in boxes)):
        let_go(boxes)
        boxes = walk(body)  # perhaps the story stands in what is named like clutter
        set_aside(boxes)
    return boxes, set()


def fragment(html: str, url: str, *, title: str = "", source: Literal["page", "feed", "guide"] = "feed") -> Article:
    """A feed's own HTML of a story as an article. All of it is story, except lines that point elsewhere."""
    headline = safe.line(title)
    reading = Reading(url, url, Metadata(headline=headline), headline)
    body = tree(html).body
    kept: Blocks = ()
    if body is not None:
        boxes = walk(body)
        weigh(boxes)
        kept = trim(story_blocks(boxes, boxes[0], reading, set(), set(), lead=False), reading, whole_is_story=True)
        kept = kept or blocks(body, url)  # what would leave nothing is not left out
    text = plain(kept)
    return Article(
        url=url,
        headline=headline,
        blocks=kept,
        parted=parted_words(html, f"{headline} {text}"),
        reading_minutes=minutes(text),
        source=source,
    )
