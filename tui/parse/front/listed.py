"""The stories that a page lists for machines: in schema.org's lists, and in the data that its scripts render."""

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tui import address
from tui.model import Entry
from tui.parse.dates import moment
from tui.parse.front.home import Home, host_of, web_address, whole
from tui.parse.front.stories import STORIES
from tui.parse.page import jsonld
from tui.parse.page.addresses import day_of, word_count
from tui.text import line, shorten

FEW = 4
"""With fewer stories linked than this, a page's JSON is looked into."""

_JSON_LIMIT = 3_000_000

_NODES = 120_000


_NOT_LISTS = frozenset(
    "BreadcrumbList SiteNavigationElement VideoObject VideoGallery Person Product FAQPage ImageGallery LiveBlogPosting".split()
)


_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")


def _said(value: Any) -> str:
    """A JSON value as one line of text, or ""."""
    if isinstance(value, dict):
        value = next(
            (
                value[name]
                for name in ("rendered", "basic", "text", "default", "title", "headline", "name", "value")
                if name in value
            ),
            "",
        )
    return line(_TAG.sub(" ", unescape(value[:4000])))[:400] if isinstance(value, str) else ""


def listed(parser: LexborHTMLParser, home: Home) -> dict[str, Entry]:
    """Key → entry of the stories that the page lists for machines (schema.org ItemList and its like)."""
    found: dict[str, Entry] = {}
    for script in parser.css('script[type="application/ld+json"]')[:20]:
        text = script.text()
        if len(text) > _JSON_LIMIT or not re.search(r"ItemList|itemListElement|hasPart|blogPost|NewsArticle", text):
            continue
        waiting: list[tuple[Any, bool]] = [(jsonld.load(text), False)]
        for _ in range(5_000):
            if not waiting:
                break
            value, in_list = waiting.pop()
            if isinstance(value, list):
                waiting.extend((each, in_list) for each in reversed(value[:STORIES]))
            elif isinstance(value, dict) and not jsonld.types(value) & _NOT_LISTS:
                inner = value.get("item") if isinstance(value.get("item"), dict) else value
                if in_list and isinstance(inner, dict) and not jsonld.types(inner) & _NOT_LISTS:
                    _list_entry(inner, value, found, home)
                waiting.extend(
                    (value[name], name not in ("mainEntity", "@graph"))
                    for name in ("itemListElement", "hasPart", "blogPost", "blogPosts", "mainEntity", "@graph")
                    if isinstance(value.get(name), list | dict)
                )
    return found if len(found) >= 2 else {}


def _list_entry(item: dict[str, Any], outer: dict[str, Any], found: dict[str, Entry], home: Home) -> None:
    """Keep one story of a list, if it is the site's own."""
    given = item.get("url") or item.get("@id") or outer.get("url") or ""
    if not isinstance(given, str) or not given or len(found) >= STORIES:
        return
    url = whole(web_address(address.join(home.base, given)))
    key = address.key(url) if url else ""
    if not url or key == home.key or not home.owns(host_of(url)) or home.judge(url).score <= _NO_STORY:
        return
    date = item.get("datePublished") or item.get("dateCreated") or ""
    image = _image(item)
    found.setdefault(
        key,
        Entry(
            title=_said(item.get("headline") or item.get("name") or outer.get("name")),
            url=url,
            summary=shorten(_said(item.get("description")), 600),
            published=moment(date, home.language) if isinstance(date, str) else None,
            picture=web_address(address.join(home.base, image)) if image else "",
        ),
    )


_NO_STORY = -4.0
"""What the address of a listed story must not say: that it leads to a list, a film or a service."""


def _image(item: dict[str, Any]) -> str:
    """The address of the first picture of an item."""
    image = item.get("image") or item.get("thumbnailUrl") or ""
    while isinstance(image, list):
        image = image[0] if image else ""
    if isinstance(image, dict):
        image = image.get("url") or image.get("@id") or ""
    return image if isinstance(image, str) else ""


_STATE = re.compile(
    r"(?:(?:^|[;\n}])[ \t]*\(?(?:var|let|const)\s[\w$]{1,60}|\b(?:window|self|globalThis)[.\[][\w.$\[\]'\"]{1,80})\s*=\s*(?:JSON\.parse\()?(?=[{\[\"'])"
)
"""Where a script is given what it renders, at its beginning or further down."""
_MOST_STATES = 8

_IN_ATTRIBUTES = (
    "[data-page], [data-props], [data-react-props], [data-state], [data-initial-state], [data-initial-props]"
)
"""Elements that frameworks put it into (Inertia, react-rails)."""

_FLIGHT = "self.__next_f.push("

_TITLE_NAMES = (
    "headline",
    "title",
    "titulo",
    "titre",
    "promoTitle",
    "shortHeadline",
    "displayTitle",
    "headlines",
    "name",
)

_ADDRESS_NAMES = (
    "url", "link", "href", "canonical_url", "canonicalUrl", "website_url", "websiteUrl", "webUrl", "permalink", "fullUrl", "articleUrl",
    "pageUrl", "shareUrl", "uri", "path", "locators", "seoUrl", "slug",
)  # fmt: skip

_DATE_NAMES = (
    "publishedAt", "datePublished", "published", "publishDate", "publish_date", "display_date", "displayDate", "firstPublished", "date",
    "pubDate", "publicationDate", "publishedDate", "first_publish_date", "published_at", "createdAt", "timestamp",
)  # fmt: skip

_SUMMARY_NAMES = (
    "description",
    "summary",
    "standfirst",
    "excerpt",
    "dek",
    "subtitle",
    "lead",
    "teaser",
    "abstract",
    "teaserText",
    "intro",
    "ingress",
)


def with_state(entries: tuple[Entry, ...], parser: LexborHTMLParser, home: Home) -> tuple[Entry, ...]:
    """The entries, and those that stand only in the data that the page's scripts render."""
    found = {address.key(entry.url): entry for entry in entries}
    for value in _states(parser):
        waiting = [value]
        for _ in range(_NODES):
            if not waiting or len(found) >= STORIES:
                break
            each = waiting.pop()
            if isinstance(each, list):
                waiting.extend(part for part in reversed(each) if isinstance(part, dict | list))
            elif isinstance(each, dict):
                entry = _state_entry(each, home)
                if entry is not None:
                    found.setdefault(address.key(entry.url), entry)
                waiting.extend(part for part in reversed(list(each.values())) if isinstance(part, dict | list))
    return tuple(found.values()) if len(found) - len(entries) >= 2 else entries


def _states(parser: LexborHTMLParser) -> Iterator[Any]:
    """The values in a page's scripts that are JSON."""
    room = _JSON_LIMIT
    flight: list[str] = []
    for script in parser.css("script:not([src])")[:80]:
        kind = (script.attributes.get("type") or "").lower()
        text = script.text()
        room -= len(text)
        if room < 0:
            return
        if "ld+json" in kind:
            continue
        if "json" in kind or (kind and text.lstrip()[:1] in ("{", "[")):
            yield _without_references(jsonld.load(text))
        elif kind in ("", "text/javascript", "application/javascript") and len(text) > 200:
            _, pushed, rest = text.partition(_FLIGHT)
            if pushed:
                part = _opened(rest)
                if isinstance(part, list) and len(part) > 1 and isinstance(part[1], str):
                    flight.append(part[1])
            else:
                for opened in islice(_STATE.finditer(text), _MOST_STATES):
                    yield _opened(text[opened.end() :])
    for node in parser.css(_IN_ATTRIBUTES)[:_MOST_STATES]:
        for name, value in node.attributes.items():
            if name.startswith("data-") and value and value[:1] in ("{", "[") and len(value) <= room:
                yield jsonld.load(value)
    for row in "".join(flight).split("\n"):
        _, mark, body = row.partition(":")
        if mark and body[:1] in ("[", "{"):
            yield _opened(body)


def _without_references(value: Any) -> Any:
    """A value that is written as one flat list, in which numbers stand for places in it (Nuxt, SvelteKit), with what
    stands there in the objects; any other as it is."""
    if not isinstance(value, list) or not value or not isinstance(value[0], list | dict):
        return value
    objects = [each for each in value if isinstance(each, dict) and each]
    if not objects or not all(isinstance(place, int) for each in objects for place in each.values()):
        return value
    texts = {place: each for place, each in enumerate(value) if isinstance(each, str)}
    return [{name: texts[place] for name, place in each.items() if place in texts} for each in objects]


_DECODER = json.JSONDecoder(strict=False)


def _opened(text: str) -> Any:
    """The JSON value at the beginning of a text; what follows it is ignored."""
    text = text.lstrip()
    try:
        value, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return jsonld.load(value) if isinstance(value, str) and value[:1] in ("{", "[") else value


def _state_entry(given: dict[str, Any], home: Home) -> Entry | None:
    title = next((said for name in _TITLE_NAMES if name in given and word_count(said := _said(given[name])) >= 3), "")
    if not title:
        return None
    for name in _ADDRESS_NAMES:
        value = given.get(name)
        if not isinstance(value, str) or not value or len(value) > 1000:
            continue
        if not value.startswith(("http", "/")) and not (name == "slug" and "/" in value):
            continue
        url = whole(web_address(address.join(home.base, value)))
        if not url or not home.owns(host_of(url)) or address.key(url) in (home.key, *home.keys):
            continue
        if home.judge(url).score + home.host_score(host_of(url)) + (1.0 if word_count(title) >= 4 else 0.0) < 2.0:
            continue
        date = next((given[name] for name in _DATE_NAMES if isinstance(given.get(name), str | int)), "")
        summary = next((said for name in _SUMMARY_NAMES if name in given and (said := _said(given[name]))), "")
        return Entry(
            title=title,
            url=url,
            summary=shorten(summary, 600),
            published=moment(str(date), home.language) or day_of(home.judge(url)),
        )
    return None
