"""What dates a story if neither its head nor a line near its headline does: the end of its text, elements and
attributes named after dates, the dateline of its first paragraph, the data of a script."""

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from selectolax.lexbor import LexborNode

from tui.parse.dates import stated
from tui.parse.page import nearby
from tui.parse.page.nearby import TextLine
from tui.parse.page.roles import BYLINE, is_date_line, named
from tui.parse.page.signature import dates_another_thing
from tui.parse.page.tree import upward
from tui.parse.page.words import words
from tui.parse.words import moments, pattern

_ATTRIBUTES = (
    "datetime data-date data-datetime data-timestamp data-published data-publish-date data-pubdate data-time data-epoch"
).split()
_MARKED = ",".join([*(f"[{name}]" for name in _ATTRIBUTES), "abbr[title]", "[class*=date i][title]"])
_NAMED = "[class],[id]"
_MOST_NAMED = 3_000
_MOST_ELEMENTS = 12
_ELSEWHERE = frozenset("a nav aside footer li".split())
_STORY = frozenset(("article", "main"))
_SAID = re.compile(pattern(moments.PUBLISHED))
_UPDATED = re.compile(pattern(moments.UPDATED))
_LONGEST = 160
_LONGEST_BEFORE = 40
_LONGEST_DATE = 60
_LONGEST_DATED = 80
_LONGEST_BEHIND = 30
"""Characters of a line that says when the story was published, of what stands in it before ("This article was first"),
of the date behind; where the date is before, of all before and behind. Further in, a sentence speaks of something
else."""
_DATELINE = re.compile(r"[A-ZÀ-Þ][^.!?]{2,50}?,\s(?P<date>[^()/–—]{6,30}?)\s?(?:[–—(/]|-{1,2}\s)")
""" "HARBOUR TOWN, March 9, 2024 (Lantern) – ..." """
_OPENING = re.compile(
    r"(?:[A-ZÀ-Þ][\w .-]{2,40},?\s)?\(?(?P<date>\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.?\s[^\W\d_]{3,12}\.?\s\d{4}"
    r"|[^\W\d_]{3,12}\s\d{1,2},\s\d{4}|\d{4}[-./]\d\d[-./]\d\d)\s?(?:[).:–—|„“«]|-\s)"
)
""" "(9.3.2024) The ferry has …", "Harbour Town, (9.3.2024). The ferry …", "9 March 2024. The ferry …" """
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


def below(lines: Iterable[TextLine], language: str) -> datetime | None:
    """When a line within the story's own element says that it was published, wherever the line stands."""
    for each in lines:
        dated = len(each.text) < _LONGEST and _FIGURE.search(each.text) is not None
        said = _SAID.search(each.text.lower()) if dated else None
        if said is None:
            continue
        before, behind = each.text[: said.start()], each.text[said.start() : said.end() + _LONGEST_DATE]
        if len(before) <= _LONGEST_BEFORE and (found := stated(behind, language)):
            return found
        ends = len(each.text) - said.end() <= _LONGEST_BEHIND
        if ends and len(before) <= _LONGEST_DATED and (found := stated(before, language)):
            return found  # "This story was on 9 March 2024 published"
    return None


_FIGURE = re.compile(r"\d")


def lines_of(root: LexborNode | None) -> Iterator[TextLine]:
    """The lines of the story's own element, or of the page if it has none."""
    home = next(filter(None, map(root.css_first, ("article", "main", "body"))), None) if root is not None else None
    return nearby.whole(home) if home is not None else iter(())


def anywhere(root: LexborNode | None, lines: Iterable[TextLine], language: str) -> datetime | None:
    """The date of an element outside links, menus and lists; else of a dateline, of one of the lines of the story's own
    element, or of a script."""
    if root is None:
        return None
    for node in root.css(_MARKED)[:_MOST_ELEMENTS]:
        if (found := _marked(node, language)) and not leads_elsewhere(node):
            return found
    return _in_dateline(root, language) or _in_named(root, language) or _alone(lines, language) or _in_scripts(root)


def _marked(node: LexborNode, language: str) -> datetime | None:
    """The date that an element's attributes give, or that it shows."""
    attributes = node.attributes
    for name in (*_ATTRIBUTES, "title"):
        if (value := attributes.get(name)) and (found := stated(value[:60], language)):
            return found
    return _shown(node, language)


def _shown(node: LexborNode, language: str) -> datetime | None:
    text = words(node)
    return stated(text, language) if is_date_line(text, language) else None


def _in_named(root: LexborNode, language: str) -> datetime | None:
    """The day shown by elements that are named after dates and signatures, if all in the story's own element, or on the
    page, show the same; updates count only if nothing else is dated."""
    own: dict[date, datetime] = {}
    all_of_them: dict[date, datetime] = {}
    updates: dict[date, datetime] = {}
    for node in root.css(_NAMED)[:_MOST_NAMED]:
        attributes = node.attributes
        if not named(f"{attributes.get('class') or ''} {attributes.get('id') or ''}") & BYLINE:
            continue
        if (found := _shown(node, language)) and not leads_elsewhere(node):
            days = updates if _UPDATED.search(words(node).lower()) else all_of_them
            days.setdefault(found.date(), found)
            if days is all_of_them and _within(node.parent, _STORY):
                own.setdefault(found.date(), found)
    return next((next(iter(days.values())) for days in (own, all_of_them, updates) if len(days) == 1), None)


def _alone(lines: Iterable[TextLine], language: str) -> datetime | None:
    """The one day named by lines of the story's element that hold nothing else; None if there are several."""
    found: dict[date, datetime] = {}
    for text in (each.text for each in lines if not each.linked and len(each.text) < _LONGEST_DATE):
        is_date = is_date_line(text, language) and len(_WORD.findall(text)) <= _WORDS_OF_DATE
        if is_date and not dates_another_thing(text) and (moment := stated(text, language)):
            found.setdefault(moment.date(), moment)
    return next(iter(found.values())) if len(found) == 1 else None


_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_OF_DATE = 5
"""Words of a line that only dates: "Monday, August 11th, 2025 at 11:00 am" has them; a sentence has more."""


def leads_elsewhere(node: LexborNode) -> bool:
    """Whether an element stands in a link, a menu or beside the story, and so dates something else."""
    return _within(node, _ELSEWHERE)


def _within(node: LexborNode | None, tags: Container[str]) -> bool:
    """Whether an element is one of these, or inside one."""
    return any(each.tag in tags for each in upward(node))


def _in_dateline(root: LexborNode, language: str) -> datetime | None:
    long = (text for node in root.css("p")[:_MOST_ELEMENTS] if len(text := words(node)) > _SHORTEST_PARAGRAPH)
    for text in islice(long, _PARAGRAPHS):
        opening = _OPENING.match(text) or _DATELINE.match(text)
        if opening and (found := stated(opening["date"], language)):
            return found
    return None


def _in_scripts(root: LexborNode) -> datetime | None:
    """The one day on which anything was published, by the data in the page's scripts; None if there are several."""
    found = {moment.date(): moment for text in _scripts(root) if (moment := stated(text))}
    return next(iter(found.values())) if len(found) == 1 else None


def _scripts(root: LexborNode) -> Iterator[str]:
    left = _MOST_SCRIPT
    for node in root.css("script:not([src])"):
        text = node.text()[:left]
        left -= len(text)
        yield from (each[1] for each in islice(_IN_SCRIPT.finditer(text), 40))
