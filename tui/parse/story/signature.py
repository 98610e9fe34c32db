"""Who signed a story and when, as the lines near its headline say: what a page shows and says nowhere else."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from tui.parse.dates import moment
from tui.parse.page import roles
from tui.parse.page.authors import is_own
from tui.parse.page.bylines import byline, names
from tui.parse.page.metadata import Metadata
from tui.parse.page.published import url_date
from tui.parse.story.boxes import HEADS, Box, order
from tui.text import folded

_NEAR = 25
"""Boxes before and after the headline in which its date and byline are looked for."""
_LONGEST = 160
"""Characters of a line that could be either."""


def _near(boxes: Sequence[Box], facts: Metadata, headline: str) -> list[Box]:
    """The boxes with text that stand near the headline, those behind it first."""
    headlines = {folded(text) for text in (headline, *facts.headlines)}
    spoken = [box for box in order(boxes[0]) if box.own]
    place = next((number for number, box in enumerate(spoken) if box.tag in HEADS and folded(box.own) in headlines), 0)
    return spoken[place + 1 : place + _NEAR] + spoken[max(0, place - _NEAR) : place][::-1]


def visible_date(boxes: Sequence[Box], facts: Metadata, headline: str, url: str) -> datetime | None:
    """The date that stands near the headline, or that the address names."""
    named = url_date(url)
    for box in _near(boxes, facts, headline):
        if len(box.own) < _LONGEST and (box.flags & roles.BYLINE or roles.is_date_line(box.own, facts.language)):
            found = moment(box.own, facts.language)
            if found and (named is None or abs(found - named) < timedelta(days=2)):
                return found
    return named


def signed(boxes: Sequence[Box], facts: Metadata, headline: str, url: str) -> tuple[tuple[str, ...], str]:
    """(authors, role): as the facts say, or as a line near the headline does; the role often stands only there."""
    if facts.unsigned:
        found, role = _visible_byline(boxes, facts, headline, url)
        return (found, role) if found else (facts.authors, facts.byline_role)
    if facts.byline_role:
        return facts.authors, facts.byline_role
    first = facts.authors[0]
    lines = (box.own for box in _near(boxes, facts, headline))
    line = next((own for own in lines if len(own) < _LONGEST and first in own), "")
    return facts.authors, names(line)[1] if line else ""


def _visible_byline(boxes: Sequence[Box], facts: Metadata, headline: str, url: str) -> tuple[tuple[str, ...], str]:
    """Who wrote it, by a line near the headline that says so."""
    for box in _near(boxes, facts, headline):
        found, role = byline(box.own)
        people = tuple(name for name in found if not is_own(name, facts.site_name, url))
        if people and len(people) < 6:
            return people, role
    return (), ""
