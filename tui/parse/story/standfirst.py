"""The standfirst: what stands between headline and story and is named so, or says what the page says of itself.

A story's own first paragraph is none, even where the page describes itself by it and however it is set.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.parse.page import roles
from tui.parse.page.bylines import is_byline
from tui.parse.page.metadata import Metadata
from tui.parse.page.words import words
from tui.parse.story.boxes import HEADS, Box, inside, order
from tui.text import folded, line

_SHORTEST = 25
_LONGEST = 900
"""Characters of a standfirst."""
_OPENING = 60
"""Characters by which a description is known to be the story's first paragraph."""
_CREDIT = re.compile(r"\s*(?:…+|\.{2,}|\s[-–—])[\s.…]*(?:reports|writes)\s+(?P<who>[^.…]{2,60})[.…]*\s*$")
_LEADS = roles.LEAD | roles.INTRO

_NAMED = 2.0
"""The score of what is named so; the ones below were tuned with it on the first page set (150 pages)."""
_DESCRIBED = 1.5
_BETWEEN_HEADING = 1.0
_BETWEEN_TEXT = 0.7


class Standfirst(NamedTuple):
    """A standfirst, the outlet that it credits, the box that holds it where it stands on the page, and how it was known."""

    text: str
    credit: str
    box: Box | None
    where: str


class _Scene:
    """What is known of a page while its standfirst is looked for."""

    def __init__(self, part: Box, facts: Metadata, headline: str, authors: Sequence[str]):
        self.headline = folded(headline)
        self.headlines = {self.headline, *map(folded, facts.headlines)}
        self.language = facts.language
        self.authors = [folded(name) for name in authors]
        self.descriptions = [folded(each) for each in facts.descriptions]
        self.home = _home(part)
        self.in_home = {id(box) for box in order(self.home)}
        self.plain_names = {kid.names for kid in self.home.kids if kid.leaf and kid.prose > 60}
        """How the story's own paragraphs are named."""
        self.chain: set[int] = set()
        above: Box | None = self.home
        while above is not None:
            self.chain.add(id(above))
            above = above.parent if above is not part else None

    def at_home(self, box: Box) -> bool:
        """Inside the box that holds most of the story's paragraphs."""
        return box is not self.home and id(box) in self.in_home

    def in_story(self, box: Box) -> bool:
        """At home, beside it in the story's part, or in a part that is built like it."""
        parent = box.parent
        return self.at_home(box) or (
            parent is not None
            and ((id(parent) in self.chain and id(box) not in self.chain) or _alike(parent, self.home))
        )

    def is_lead(self, box: Box) -> bool:
        """Named as a standfirst; at home a name that says only "beginning" is the first paragraph's."""
        return box is not self.home and _named(box, roles.LEAD if self.at_home(box) else _LEADS)

    def is_signature(self, text: str, small: str) -> bool:
        """A short line that says who wrote a story, or when."""
        return len(text) < 120 and (is_byline(small, self.authors) or roles.is_date_line(text, self.language))

    def is_described(self, small: str) -> bool:
        """What the page says of itself."""
        return any(
            small == each or (len(small) > 40 and len(each) > 40 and (small in each or each in small))
            for each in self.descriptions
        )


def standfirst_of(
    boxes: Sequence[Box], part: Box, facts: Metadata, headline: str, authors: Sequence[str]
) -> Standfirst:
    """The standfirst of the story that stands in `part`; empty where the page shows and says none."""
    scene = _Scene(part, facts, headline, authors)
    text, box, where, begins = _shown(boxes, scene)
    if not text and (text := _described(facts.descriptions, scene, begins)):
        where = "the page's description"
    credit = ""
    if ("reports" in text or "writes" in text) and (found := _CREDIT.search(text)):
        credit = line(found["who"])
        text = text[: found.start()]
    return Standfirst(line(text), credit, box, where)


def _shown(boxes: Sequence[Box], scene: _Scene) -> tuple[str, Box | None, str, str]:
    """(the standfirst that the page shows, its box, how it was known, how the story itself begins, folded)."""
    best, best_score, best_box, where = "", 0.0, None, ""
    seen_headline = False
    begins = ""
    for box in order(boxes[0]):
        own = box.own
        if own and box.tag in HEADS and (folded(own) in scene.headlines or (box.tag == "h1" and not seen_headline)):
            seen_headline = True
            continue
        if box is best_box or not _may_be(box, seen_headline):
            continue
        lead = scene.is_lead(box)
        if not ((seen_headline and len(own) >= _SHORTEST) or (lead and (box.kids or len(own) >= _SHORTEST))):
            continue
        text = _text_of(box)
        small = folded(text)
        if not text or _is_other(box, text, small, scene):
            continue
        described = scene.is_described(small)
        if not (
            described or seen_headline or (_named(box, roles.LEAD) and (inside(box, "article") or inside(box, "main")))
        ):
            continue  # above the headline a page describes itself, or sells something
        in_story = scene.in_story(box)
        score = _score(box, lead, described, in_story, scene)
        if not score and not in_story and seen_headline and not begins and not box.cut and len(text) > 50:
            score = _BETWEEN_HEADING if box.tag == "h2" else _BETWEEN_TEXT if box.prose > 50 and not box.kids else 0.0
        if score > best_score and not (best and text in best):
            best, best_score, best_box = text, score, box
            where = (
                "named so" if lead else "as the page describes itself" if described else "between headline and story"
            )
        if in_story and not box.cut and not lead and box.prose > 80:
            begins = begins or small
            if box is not best_box:
                break
    return best, best_box, where, begins


def _may_be(box: Box, seen_headline: bool) -> bool:
    """Whether a box is looked at: above the headline only what is named so, below it what has text."""
    if not seen_headline:
        return bool(box.flags & _LEADS or (box.parent is not None and box.parent.flags & _LEADS))
    return bool(box.own) or bool(box.flags & _LEADS)


def _text_of(box: Box) -> str:
    """A box's words, where they are as long as a standfirst and no links, caption or byline."""
    if box.text > 2 * _LONGEST:
        return ""  # not written out to be told so
    if box.links > 0.5 * box.text > 0 or box.flags & (roles.CAPTION | roles.BYLINE):
        return ""
    text = box.own if box.leaf or not box.kids else words(box.node)
    return text if _SHORTEST <= len(text) <= _LONGEST else ""


def _is_other(box: Box, text: str, small: str, scene: _Scene) -> bool:
    """The headline again, a line that pages write around stories, or a signature."""
    return (
        small == scene.headline
        or roles.is_clutter(text)
        or scene.is_signature(text, small)
        or bool(box.kids and not box.leaf and scene.headline in small)
    )


def _score(box: Box, lead: bool, described: bool, in_story: bool, scene: _Scene) -> float:
    score = _NAMED if lead and box.cut in ("", "a header", "inside") else 0.0
    if described and (lead or not in_story or (not scene.at_home(box) and box.names not in scene.plain_names)):
        score += _DESCRIBED
    return score


def _described(descriptions: Sequence[str], scene: _Scene, begins: str) -> str:
    """What the page's head says of it, where it is whole and not the story's own beginning."""
    given = next((text for text in descriptions if not text.endswith(("…", "..."))), "")
    small = folded(given)
    if len(given) <= _SHORTEST or small == scene.headline or scene.is_signature(given, small):
        return ""
    if begins and (begins.startswith(small[:_OPENING]) or small.startswith(begins[:_OPENING])):
        return ""
    return given


def _home(part: Box) -> Box:
    """The box that holds most of the story's paragraphs itself."""
    best, most = part, 0.0
    for box in order(part):
        if not box.leaf and not box.cut:
            prose = sum(kid.prose for kid in box.kids if kid.leaf)
            if prose > most:
                best, most = box, prose
    return best


def _alike(box: Box, home: Box) -> bool:
    """A box built like the one that holds most of the story: another part of it."""
    return (
        box is not home
        and box.tag == home.tag
        and bool(box.names)
        and (box.names == home.names or bool(box.flags & home.flags & roles.BODY))
    )


def _named(box: Box, names: int) -> bool:
    """Whether a box, or a small one around it, is named so."""
    if box.flags & names and not box.flags & roles.JUNK:
        return True
    parent = box.parent
    return (
        parent is not None
        and bool(parent.flags & names)
        and not parent.flags & (roles.BODY | roles.JUNK)
        and len(parent.kids) < 4
    )
