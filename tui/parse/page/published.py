"""When a story was written and changed, as its page's head, its marked elements and its address say."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from selectolax.lexbor import LexborNode

from tui import address
from tui.parse.dates import moment
from tui.parse.page import jsonld
from tui.parse.page.markup import Markup
from tui.parse.page.words import words

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
_URL_DATE = re.compile(
    r"(?<!\d)(20[0-3]\d|19[89]\d)[/_-]?([01]\d)[/_-]?([0-3]\d)(?!\d)|/(20[0-3]\d)/(\d{1,2})/(\d{1,2})/"
)


Dated = tuple[datetime | None, str]
"""(a moment, where the page says it)."""


def published_of(page: Markup, story: dict[str, Any], language: str) -> Dated:
    """When the story was first published, from the most reliable place that says so."""
    for text, where in _said(page, story):
        if found := moment(text, language):
            return found, where
    return None, "nowhere"


def _said(page: Markup, story: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(what may be a date, where it stands), the most reliable place first."""
    for name in ("datePublished", "dateCreated", "uploadDate"):
        yield jsonld.text_of(story.get(name)), f"JSON-LD {name}"
    for name in _METAS_PUBLISHED:
        yield page.get(name), f"meta {name}"
    for prop in ("datePublished", "dateCreated"):
        for node in page.props.get(prop, ())[:2]:
            attributes = node.attributes
            yield attributes.get("datetime") or attributes.get("content") or words(node), f"itemprop {prop}"
    for each in page.objects:
        if not jsonld.types(each) & jsonld.LIST_TYPES:
            yield jsonld.text_of(each.get("datePublished")), "JSON-LD datePublished"
    for node in sorted(page.times[:12], key=_is_published, reverse=True):
        yield node.attributes.get("datetime") or "", "time"
        yield words(node), "time"


def _is_published(time: LexborNode) -> bool:
    attributes = time.attributes
    return "pubdate" in attributes or "publish" in (attributes.get("class") or "")


def updated_of(page: Markup, story: dict[str, Any], language: str) -> datetime | None:
    """When the story was last changed, as the head says."""
    texts = (jsonld.text_of(story.get("dateModified")), *map(page.get, _METAS_UPDATED))
    return next((found for text in texts if (found := moment(text, language))), None)


def url_date(url: str) -> datetime | None:
    """The day that an address names ("/2021/05/20/"), or None."""
    found = _URL_DATE.search(address.split(url)[2])
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
