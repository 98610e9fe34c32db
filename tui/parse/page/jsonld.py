"""What a page says in JSON-LD: its objects, the one that describes the story, and values as plain text."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from tui import address
from tui.text import folded, line, prose

STORY_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle BackgroundNewsArticle AskPublicNewsArticle"
    " ReviewNewsArticle AdvertiserContentArticle SatiricalArticle BlogPosting LiveBlogPosting SocialMediaPosting Report"
    " TechArticle ScholarlyArticle MedicalScholarlyArticle Review CriticReview ClaimReview Recipe HowTo".split()
)
"""What schema.org calls a story."""

LIST_TYPES = frozenset("ItemList CollectionPage SearchResultsPage".split())

_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_RAW_CONTROL = re.compile(r"[\x00-\x1f]+")
_OPENED = re.compile(r"<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?")
_CLOSED = re.compile(r"(?:-->|(?://|/\*)?(?:(?<!\s)\s+)?\]\]>(?:\s*\*/)?)\s*$")
_TAGS = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_MOST_OBJECTS = 3_000


def load(text: str) -> Any:
    """What a JSON-LD script holds; None where it cannot be read even leniently."""
    text = text.strip()
    if opened := _OPENED.match(text):
        text = text[opened.end() :]
        if closed := _CLOSED.search(text, max(0, len(text) - 40)):
            text = text[: closed.start()]
    text = text.strip().rstrip(";")
    if text[:20].lstrip("[{ \n\t").startswith(("&quot;", "&#34;", "&#x22;")):
        text = unescape(text)  # written as if it stood in a text
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass  # many sites leave a comma or a control character behind
    try:
        return json.loads(_TRAILING_COMMA.sub(r"\1", _RAW_CONTROL.sub(" ", text)), strict=False)
    except (ValueError, RecursionError):
        return None


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that may be a story, from the outside in; not what stands in a list of other stories."""
    waiting = [(value, 0)]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        each, depth = waiting.pop()
        if isinstance(each, list):
            waiting.extend((part, depth) for part in reversed(each[:500]))
        elif isinstance(each, dict):
            yield each
            if depth < 4:
                waiting.extend(
                    (each[name], depth + 1)
                    for name in ("mainEntity", "mainEntityOfPage", "@graph", "article")
                    if isinstance(each.get(name), dict | list)
                )


def types(given: dict[str, Any]) -> set[str]:
    """The bare names of an object's types, whatever vocabulary they are written in."""
    kind = given.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {each.rpartition("/")[2].rpartition(":")[2] for each in kinds if isinstance(each, str)}


def text_of(value: Any) -> str:
    """A JSON-LD value as one line: a string, the first of a list, an object's name or value."""
    while isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline") or ""
        if isinstance(value, list):
            value = value[0] if value else ""
    return plain_text(value) if isinstance(value, str) else ""


def plain_text(value: str) -> str:
    """One line of a text that may hold entities (also twice) and tags."""
    if "&" in value:
        value = unescape(unescape(value))
    if "<" in value:
        value = _ANY_TAG.sub("", _TAGS.sub(" ", value))
    return line(value)


def url_of(value: Any) -> str:
    """The address that a JSON-LD value is or has, as it stands, or ""."""
    while isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id") or value.get("contentUrl") or ""
    return value if isinstance(value, str) else ""


def story_of(found: Sequence[dict[str, Any]], url: str, titles: Iterable[str]) -> dict[str, Any]:
    """The object that describes this page's story: by its address, its headline, and how much it says."""
    key = address.key(url)
    known = {folded(title) for title in titles}
    best: dict[str, Any] = {}
    best_score = 0.0
    for each in found:
        kinds = types(each)
        if not kinds & STORY_TYPES:
            continue
        score = (
            1.0
            + ("datePublished" in each)
            + ("author" in each)
            + 2 * ("NewsArticle" in kinds)
            + 2 * bool(each.get("articleBody"))
        )
        addresses = [url_of(each.get(name)) for name in ("url", "mainEntityOfPage", "@id")]
        if any(address.key(address.join(url, given)) == key for given in addresses if given):
            score += 3
        headline = folded(text_of(each.get("headline") or each.get("name")))
        if headline and any(headline in title or title in headline for title in known if title):
            score += 4
        if not headline:
            score -= 2
        if score > best_score:
            best, best_score = each, score
    return best


def referred(value: Any, found: Sequence[dict[str, Any]]) -> Any:
    """A value whose references ({"@id": …}) are replaced by the objects of the page that they name."""
    if isinstance(value, list):
        return [referred(each, found) for each in value[:_MOST_REFERRED]]
    if not isinstance(value, dict) or value.get("name") or not isinstance(name := value.get("@id"), str):
        return value
    return next((each for each in found if each.get("@id") == name and each.get("name")), value)


_MOST_REFERRED = 20


def untagged(text: str) -> str:
    """A JSON-LD text without its tags and entities."""
    if "&" in text:
        text = unescape(text)
    return _ANY_TAG.sub("", _TAGS.sub("\n", text)) if "<" in text else text


def told(text: str) -> str:
    """An articleBody as plain text, a line each paragraph."""
    return prose(untagged(text))
