"""When a story was written and changed, as its page's head, its marked elements and its address say."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import tee
from typing import Any

from selectolax.lexbor import LexborNode

from tui import address
from tui.parse.dates import stated
from tui.parse.page import jsonld, traces
from tui.parse.page.markup import Markup
from tui.parse.page.signature import Signed
from tui.parse.page.words import words
from tui.parse.words import moments, pattern

_METAS_PUBLISHED = (
    "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "article.published",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "published_at", "article_date_original", "originalpublicationdate", "displaydate", "date.issued", "ptime", "bt:pubdate", "rnews:datepublished", "timestamp", "last-modified", "created", "vr:published_time", "iptc:publicationdate", "mediator_published_time",
)  # fmt: skip
_METAS_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
    "article:updated_time",
    "og:modified_time",
)
_NAMED_PUBLISHED = re.compile(
    r"publi(?:sh(?:ed|ing)?|cation)(?:date|time|on|at|s?)$|(?:date|time|first|original)publi(?:sh(?:ed)?|cation)"
    r"|^(?:first)?publi(?:shed|cation)|date(?:created|posted|issued|released?)|(?:created?|posted)at$"
    r"|(?:pub|post|release|create|creation|issue|article|content|doc|item|citation|search|news|story)d?(?:date|time)"
    r"|(?:terms|article)(?:issued|created)$|^(?:p|msapplication)date$|^(?:datum|fecha|issued|created)$"
)
"""How other meta elements are called that say it, without the signs in their names ("w-published-date")."""
_NAMED_OTHERWISE = re.compile(
    r"modif|updat|expir|unpubl|remov|event|start|end(?:date|time)|copyright|review|valid|lastpubli"
)
_NO_LETTER = re.compile(r"[\W_]+")
_URL_DATE = re.compile(
    r"(?<!\d)(20[0-3]\d|19[89]\d)[/_.-]?([01]\d)[/_.-]?([0-3]\d)(?:\d{4,8})?(?!\d)|/(20[0-3]\d)/(\d{1,2})/(\d{1,2})/"
)
_URL_DAY_FIRST = re.compile(r"(?<!\d)([0-3]\d)-([01]\d)-(20[0-3]\d)(?!\d)")
_URL_MONTH = re.compile(r"/(20[0-3]\d|19[89]\d)/([a-z]{3,9})/(\d{1,2})/", re.IGNORECASE)


_MONTHS = 12
_TIME = "time"
_MOST_TIMES = 12
_NEAR = "a line near the headline"

Dated = tuple[datetime | None, str]
"""(a moment, where the page says it)."""


def published_of(page: Markup, story: dict[str, Any], language: str, near: Signed, url: str) -> Dated:
    """When the story was first published, from the most reliable place in its markup."""
    for text, where in _said(page, story):
        if found := stated(text, language):
            settled = _settled(found, near, text) if near.published is not None else found
            return settled, where if settled is found else _NEAR
    return _timed(page, near, url, language)


def _timed(page: Markup, near: Signed, url: str, language: str) -> Dated:
    """What a time element says, if it agrees with the day that a line near the headline shows or the address names:
    lists of other stories have such elements too."""
    found: list[tuple[datetime, LexborNode]] = []
    for node in sorted(page.times[:_MOST_TIMES], key=_rank):
        texts = (node.attributes.get("datetime") or "", words(node))
        if moment := next((moment for text in texts if (moment := stated(text, language))), None):
            found.append((moment, node))
    if shown := _shown(near, url):
        return next(((moment, _TIME) for moment, _ in found if moment.date() == shown.date()), (None, "nowhere"))
    own = [moment for moment, node in found if not traces.leads_elsewhere(node)] or [moment for moment, _ in found]
    return (own[0], _TIME) if own else (None, "nowhere")


def _settled(said: datetime, near: Signed, text: str) -> datetime:
    """Which date to believe if the page's data and what it shows differ: no story shows a day before its own."""
    shown = near.published
    if shown is None or said.date() in near.days:
        return said
    apart = shown.date() - said.date()
    if abs(apart) == timedelta(days=1) and not said.utcoffset() and (said.hour or said.minute):
        # Said in UTC by a paper that stands elsewhere: the moment stays, the day becomes the paper's own.
        west = said.hour + 1 if apart < timedelta(0) else said.hour - 24
        return said.astimezone(timezone(timedelta(hours=-west))) if -14 <= west <= 12 else said
    if _swapped(said, shown):
        return said if text[:4].isdecimal() else shown
    return shown if apart < timedelta(0) else said


def _swapped(one: datetime, other: datetime) -> bool:
    """The same date with day and month swapped: 9/3/2026 is the third of September or the ninth of March."""
    return (one.year, one.month, one.day) == (other.year, other.day, other.month)


def visible_of(page: Markup, near: Signed, url: str, language: str) -> datetime | None:
    """When a line near the headline says that the story was published; the address's day if that differs.

    Failing both, the date that anything else on the page gives.
    """
    shown = _shown(near, url)
    if shown and not (near.overhead and shown == near.published):
        return shown
    lines, again = tee(traces.lines_of(page.root))
    told = traces.below(lines, language) or shown or near.updated
    return told or traces.anywhere(page.root, again, language)


def _shown(near: Signed, url: str) -> datetime | None:
    """When a line near the headline says that the story was published, or the day in its address if that differs."""
    named = url_date(url)
    if near.published is not None and (named is None or abs(near.published - named) < timedelta(days=2)):
        return near.published
    return named


def _said(page: Markup, story: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(what may be a date, where it stands), the most reliable place first."""
    for name in ("datePublished", "dateCreated", "uploadDate"):
        value = story.get(name)
        yield str(value) if isinstance(value, int) else jsonld.text_of(value), f"JSON-LD {name}"
    for name in _METAS_PUBLISHED:
        yield page.get(name), f"meta {name}"
    for prop in ("datePublished", "dateCreated"):
        for node in page.props.get(prop, ())[:2]:
            attributes = node.attributes
            told = attributes.get("datetime") or attributes.get("content")
            if not told and node.tag == "abbr":
                told = attributes.get("title")  # Blogger shows the hour alone
            yield told or words(node), f"itemprop {prop}"
    named = [(values[0], name) for name, values in page.meta.items() if _is_named_published(name)]
    for value, name in sorted(named, key=lambda each: each[0]):  # what was published twice has the earlier day first
        yield value, f"meta {name}"
    for each in page.objects:
        if not jsonld.types(each) & jsonld.LIST_TYPES:
            yield jsonld.text_of(each.get("datePublished")), "JSON-LD datePublished"


def _is_named_published(name: str) -> bool:
    run = _NO_LETTER.sub("", name)
    return _NAMED_PUBLISHED.search(run) is not None and _NAMED_OTHERWISE.search(run) is None


def _rank(time: LexborNode) -> int:
    """0 for a time element that says that the story was published then, 2 for one that says that it was changed."""
    attributes = time.attributes
    named = attributes.get("class") or ""
    if "pubdate" in attributes or "publish" in named:
        return 0
    said = words(time.parent).lower() if time.parent is not None else ""
    changed = "updat" in named or "modif" in named or (len(said) < _LONGEST and _UPDATED.match(said))
    return 2 if changed else 1


_LONGEST = 60
"""Characters of a line that says no more than when a story was changed."""
_UPDATED = re.compile(rf"\W*(?:{pattern(moments.UPDATED)})")


def updated_of(page: Markup, story: dict[str, Any], language: str) -> datetime | None:
    """When the story was last changed, as the head says."""
    texts = (jsonld.text_of(story.get("dateModified")), *map(page.get, _METAS_UPDATED))
    return next((found for text in texts if (found := stated(text, language))), None)


def url_date(url: str) -> datetime | None:
    """The day in an address ("/2021/05/20/"), or None."""
    path = address.split(url)[2]
    if worded := _URL_MONTH.search(path):
        return stated(" ".join(worded.groups()[::-1]), "en")
    figures = [int(part) for part in found.groups() if part] if (found := _URL_DATE.search(path)) else []
    if not figures and (found := _URL_DAY_FIRST.search(path)) and int(found[1]) > _MONTHS:
        # The month stands first on some, so that 03-04 says nothing.
        figures = [int(part) for part in found.groups()[::-1]]
    if not figures:
        return None
    year, month, day = figures
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
