"""What dates a story that neither its head nor a line near its headline dates: the end of its text, elements and
attributes that are named after dates, the dateline of its first paragraph, the data of a script."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from selectolax.lexbor import LexborNode

from tui.parse.dates import stated
from tui.parse.page import nearby
from tui.parse.page.roles import is_date_line
from tui.parse.page.words import words
from tui.parse.words import moments, pattern

_CLASSES = "dateline publish pub-date pubdate post-date entry-date article-date timestamp"
_ATTRIBUTES = (
    "datetime data-date data-datetime data-timestamp data-published data-publish-date data-pubdate data-time data-epoch"
).split()
_ELEMENTS = ",".join(
    [f"[class*={name} i]" for name in _CLASSES.split()]
    + [f"[{name}]" for name in _ATTRIBUTES]
    + ["abbr[title]", "[class*=date i][title]"]
)
_MOST_ELEMENTS = 12
_ELSEWHERE = frozenset("a nav aside footer li".split())
_SAID = re.compile(pattern(moments.PUBLISHED))
_LONGEST = 160
_LONGEST_BEFORE = 40
_LONGEST_DATE = 60
"""Characters of a line that says when the story was published, of what stands in it before ("This article was first")
and of the date behind; further in, a sentence speaks of something else."""
_DATELINE = re.compile(r"[A-ZÀ-Þ][^.!?]{2,50}?,\s(?P<date>[^()/–—]{6,30}?)\s?(?:[–—(/]|-{1,2}\s)")
""" "HARBOUR TOWN, March 9, 2024 (Lantern) – ..." """
_PARAGRAPHS = 3
_SHORTEST_PARAGRAPH = 60
_IN_SCRIPT = re.compile(
    r"\"(?:date_?published|published_?(?:at|date|time|on)?|publish_?(?:date|time|at)|publication_?date"
    r"|first_?published?(?:_?date|_?at)?|pub_?date|display_?date|date_?created)"
    r"\\?\"\s{0,4}:\s{0,4}\\?\"?(\d{4}-\d\d-\d\d[^\"\\,}]{0,30}|\d{10}(?:\d{3})?(?=\D))",
    re.IGNORECASE,
)
_MOST_SCRIPT = 400_000
"""Characters of scripts that are looked through."""


def below(root: LexborNode | None, language: str) -> datetime | None:
    """When a line within the story's own element says that it was published, wherever it stands."""
    home = root.css_first("article") or root.css_first("main") if root is not None else None
    for each in nearby.whole(home) if home is not None else ():
        said = _SAID.search(each.text.lower()) if len(each.text) < _LONGEST else None
        if said is None or said.start() > _LONGEST_BEFORE:
            continue
        if found := stated(each.text[said.start() : said.end() + _LONGEST_DATE], language):
            return found
    return None


def anywhere(root: LexborNode | None, language: str) -> datetime | None:
    """What an element is dated by that stands in no link, menu or list; else a dateline, or a script."""
    if root is None:
        return None
    for node in root.css(_ELEMENTS)[:_MOST_ELEMENTS]:
        if (found := _dated(node, language)) and not leads_elsewhere(node):
            return found
    return _in_dateline(root, language) or _in_scripts(root)


def _dated(node: LexborNode, language: str) -> datetime | None:
    """The date that an element shows or that its attributes give."""
    attributes = node.attributes
    for name in (*_ATTRIBUTES, "title"):
        if (value := attributes.get(name)) and (found := stated(value[:60], language)):
            return found
    text = words(node)
    return stated(text, language) if is_date_line(text, language) else None


def leads_elsewhere(node: LexborNode) -> bool:
    """Whether an element stands in a link, a menu or what stands beside the story: it dates another one."""
    above: LexborNode | None = node
    while above is not None:
        if above.tag in _ELSEWHERE:
            return True
        above = above.parent
    return False


def _in_dateline(root: LexborNode, language: str) -> datetime | None:
    long = (text for node in root.css("p")[:_MOST_ELEMENTS] if len(text := words(node)) > _SHORTEST_PARAGRAPH)
    for text in islice(long, _PARAGRAPHS):
        if (opening := _DATELINE.match(text)) and (found := stated(opening["date"], language)):
            return found
    return None


def _in_scripts(root: LexborNode) -> datetime | None:
    """The one day on which anything was published, by the data in the page's scripts; None where there are more."""
    found = {moment.date(): moment for text in _scripts(root) if (moment := stated(text))}
    return next(iter(found.values())) if len(found) == 1 else None


def _scripts(root: LexborNode) -> Iterator[str]:
    left = _MOST_SCRIPT
    for node in root.css("script:not([src])"):
        text = node.text()[:left]
        left -= len(text)
        yield from (each[1] for each in islice(_IN_SCRIPT.finditer(text), 40))
