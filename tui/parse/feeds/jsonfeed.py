"""Reads JSON Feed 1 and 1.1 (jsonfeed.org)."""

import json
from collections.abc import Mapping

from tui import address, text
from tui.errors import ParseError
from tui.model import Enclosure, Entry, Feed
from tui.parse import dates
from tui.parse.feeds.links import ENCLOSURES, link_address, whole
from tui.parse.feeds.markup import SUMMARY, headline, once, paragraphs, plain, rebased
from tui.parse.language import language_tag


def json_feed(source: str, url: str) -> Feed:
    """The feed; ParseError if it is not one. `url` is the feed's own address."""
    try:
        given = json.loads(source, strict=False)
    except (ValueError, RecursionError) as error:
        raise ParseError("This is not a feed: its JSON is broken.") from error
    if not isinstance(given, dict) or "jsonfeed.org/version" not in str(given.get("version")):
        raise ParseError("This is not a feed: it is JSON, but not a JSON Feed.")
    items = given.get("items")
    shared = _authors(given)
    language = language_tag(_text(given, "language"))
    return Feed(
        format="jsonfeed",
        title=headline(once(_text(given, "title"))),
        entries=tuple(
            _entry(item, url, language, shared)
            for item in (items if isinstance(items, list) else ())
            if isinstance(item, dict)
        ),
        url=link_address(_text(given, "home_page_url"), "", url),
        language=language,
    )


def _entry(item: Mapping[str, object], url: str, language: str, shared: tuple[str, ...]) -> Entry:
    content = text.clean(once(_text(item, "content_html"))) or paragraphs(text.clean(once(_text(item, "content_text"))))
    published, updated = (dates.moment(_text(item, name), language) for name in ("date_published", "date_modified"))
    published, updated = (moment if moment and moment.year >= 1990 else None for moment in (published, updated))
    link = link_address(_text(item, "url", "external_url"), "", url)
    enclosures = _enclosures(item, url)
    if url and content:
        content = rebased(content, link if link and address.same_site(link, url) else url)
    return Entry(
        title=headline(once(_text(item, "title"))),
        url=link or next((one.url for one in enclosures), ""),
        guid=text.line(_text(item, "id")),
        summary=text.shorten(once(_text(item, "summary")), SUMMARY) or plain(content),
        content=content.strip(),
        authors=_authors(item) or shared,
        published=published or updated,
        updated=updated,
        picture=link_address(_text(item, "image", "banner_image"), "", url),
        enclosures=enclosures,
    )


def _text(given: Mapping[str, object], *names: str) -> str:
    """The first of these members that is a string (or a number: some feeds write ids as numbers)."""
    for name in names:
        value = given.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _authors(given: Mapping[str, object]) -> tuple[str, ...]:
    """Version 1.1's authors, or version 1's author."""
    listed = given.get("authors")
    people = listed if isinstance(listed, list) else [given.get("author")]
    names = (text.line(_text(person, "name")) for person in people if isinstance(person, dict))
    return tuple(dict.fromkeys(filter(None, names)))[:20]


def _enclosures(item: Mapping[str, object], url: str) -> tuple[Enclosure, ...]:
    """The attachments other than pictures."""
    listed = item.get("attachments")
    found = []
    for one in listed if isinstance(listed, list) else ():
        if not isinstance(one, dict):
            continue
        link, kind = link_address(_text(one, "url"), "", url), text.line(_text(one, "mime_type")).lower()
        if link and not kind.startswith("image/"):
            found.append(
                Enclosure(link, kind, whole(_text(one, "size_in_bytes")), whole(_text(one, "duration_in_seconds")))
            )
    return tuple(found[:ENCLOSURES])
