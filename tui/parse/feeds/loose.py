"""Reads a feed that is not well-formed with feedparser, which loses the fewest stories of a broken feed, at five times
the cost.

A feed can make feedparser hang: call this only in a process that can be killed.
"""

import io
from collections.abc import Mapping

from tui.errors import ParseError
from tui.parse.feeds.facts import Fact, Facts


def loose_facts(source: str) -> tuple[str, Facts, list[Facts]]:
    """(the format's name, the channel, the items) of a feed from its root element on."""
    import feedparser  # slow to import, and most runs never meet such a feed

    document = '<?xml version="1.0" encoding="utf-8"?>' + source
    try:
        # A stream, because it would open a body that looks like a file's name; no base, because that rewrites Atom's
        # ids.
        parsed = feedparser.parse(
            io.BytesIO(document.encode("utf-8", "replace")), sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # feedparser and sgmllib raise nearly any error if a feed is broken enough
        raise ParseError("This feed is too broken to be read.") from error
    return str(parsed.get("version") or ""), _facts(parsed.feed), [_facts(entry) for entry in parsed.entries]


def _facts(given: Mapping[str, object]) -> Facts:
    """The same facts as `facts.Reader` gathers, from one of feedparser's dictionaries."""
    facts: Facts = {}

    plain = dict(given)  # feedparser's own dictionary answers "updated" with "published", and "summary" with "content"

    def add(name: str, value: object, attributes: Mapping[str, object] | None = None) -> None:
        kept = {key: str(entry) for key, entry in (attributes or {}).items() if isinstance(entry, str)}
        if value or kept:
            facts.setdefault(name, []).append(Fact(kept, value if isinstance(value, str) else "", kept.pop("base", "")))

    def each(name: str) -> list[Mapping[str, object]]:
        found = plain.get(name)
        return [entry for entry in found if isinstance(entry, Mapping)] if isinstance(found, list | tuple) else []

    for name in ("title", "subtitle", "summary"):
        detail = plain.get(f"{name}_detail")
        add(name, plain.get(name), detail if isinstance(detail, Mapping) else None)
    for content in each("content"):
        add("content", content.get("value"), content)
    for name in ("link", "language", "ttl", "published", "updated", "created"):
        add(name, plain.get(name))
        parsed = plain.get(f"{name}_parsed")
        if isinstance(parsed, tuple) and len(parsed) >= 6:
            add(name, "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}Z".format(*parsed[:6]))
    add("guid", plain.get("id"))
    add("itunes:duration", plain.get("itunes_duration"))
    add("sy:updateperiod", plain.get("sy_updateperiod"))
    add("sy:updatefrequency", plain.get("sy_updatefrequency"))
    for author in each("authors"):
        add("author/name", author.get("name"))
    add("author", plain.get("author"))
    for name in ("media_content", "media_thumbnail"):
        for media in each(name):
            add(name.replace("_", ":"), "", media)
    picture = plain.get("image")
    if isinstance(picture, Mapping):
        add("itunes:image", "", picture)
    for link in each("links"):
        add("link", "", link)
    return facts
