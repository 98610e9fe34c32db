"""A page's text -> tree, and what its elements are for. selectolax's tree is read, never changed."""

import re

from selectolax.lexbor import LexborHTMLParser

from tui.errors import ParseError
from tui.parse.page.roles import HIDDEN, named

LARGEST = 20_000_000
"""Characters of a page that is still read."""

_MANY_TAGS = 20_000
"""Tags from which on the nesting is measured before the page is parsed: the parser's time grows with its square."""

_DEEPEST = 2_000
"""Elements inside one another; real pages stay under 100."""

DEEP = 120
"""Depth from which on an element is read as its bare text."""

_FLAT = (
    "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|tbody|thead|tfoot|dt|dd|option|optgroup"
    "|colgroup|path|rect|circle|use|g|svg|polygon|line"
)
"""Elements that close by themselves, or hold nothing: they do not nest."""
_NESTING = re.compile(rf"<(/?)(?!(?:{_FLAT})(?![\w:-]))[a-z]")


def tree(html: str) -> LexborHTMLParser:
    """The page's tree; ParseError for a page too large, or nested too deeply to be anything but an attack."""
    if len(html) > LARGEST:
        raise ParseError("This page is larger than 20 MB, which is more than any story.")
    body = html.encode("utf-8", "replace")
    if body.count(b"<") > _MANY_TAGS and _depth(html) > _DEEPEST:
        raise ParseError("This page is nested too deeply to be read.")
    return LexborHTMLParser(body)


def _depth(html: str) -> int:
    depth = deepest = 0
    for closing in _NESTING.findall(html.lower()):
        if not closing:
            depth += 1
            if depth > deepest:
                deepest = depth
        elif depth:
            depth -= 1
    return deepest


UNREAD = frozenset(
    "script style template link meta head title svg math canvas map object param form button input select textarea"
    " label dialog option nav menu base applet noframes".split()
)
"""Elements whose content is never part of a story's text."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike"
    " strong sub sup time tt u var wbr nobr x-large amp-fit-text".split()
)
"""Elements that stand within a line."""

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def hidden(attributes: dict[str, str | None]) -> bool:
    """An element that is there, but not for the eye."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    names = attributes.get("class")
    return bool(names and named(names) & HIDDEN)
