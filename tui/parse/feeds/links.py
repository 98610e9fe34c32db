"""The addresses in a feed: which link is the story's, which its picture, and its enclosures."""

import html
import re

from tui import address, text
from tui.model import Enclosure
from tui.parse.feeds.facts import Fact, Facts

ENCLOSURES = 20
"""Enclosures of a story that are kept at most."""

_SCHEME = re.compile(r"([a-zA-Z][\w+.-]*):(?!\d)")
_BREAKS = re.compile(r"[\t\r\n]")


def link_address(link: str, base: str, url: str) -> str:
    """A link of a feed, always safe, and absolute if `url`, the feed's own address, is known. Its parameters are kept:
    any of them may be what identifies the story."""
    link = text.clean(_BREAKS.sub("", link.strip()))  # as browsers read an attribute: blanks within it are part of it
    if "&amp;" in link:
        link = html.unescape(link)
    if not link:
        return ""
    if base or url:
        link = address.join(address.join(url, base) if url else base, link)
    if url:
        return address.safe(link)
    scheme = _SCHEME.match(link)
    return "" if scheme and scheme[1].lower() not in address.OPENABLE else link


def page_link(facts: Facts, url: str) -> str:
    """The address of the story's page: RSS's link, else Atom's alternate. One that is no web address is passed over."""
    links = facts.get("link", ())
    given = [(fact.value, fact.base) for fact in links if "href" not in fact.attributes]
    given += [
        (fact.attributes.get("href", ""), fact.base)
        for fact in sorted(links, key=lambda fact: "html" not in fact.attributes.get("type", "html"))
        if _relation(fact) in ("", "alternate")
    ]
    return _first(given, url)


def _relation(fact: Fact) -> str:
    """A link's relation, lower case: a registered name may be written as an address (RFC 4287, 4.2.7.2)."""
    written = fact.attributes.get("rel", "").strip().lower()
    return re.sub(r"^https?://www\.iana\.org/assignments/(?:link-relations|relation)[/#]", "", written)


def last_resort(facts: Facts, url: str) -> str:
    """For an item without a link: the page that holds its content (Atom's content/@src), or ""."""
    given = [
        (fact.attributes.get("src", ""), fact.base)
        for fact in facts.get("content", ())
        if "html" in fact.attributes.get("type", "html")
    ]
    return _first(given, url)


def _first(given: list[tuple[str, str]], url: str) -> str:
    """The first of these (link, base) that is a web address, else the first for another program."""
    found = [link for link in (link_address(link, base, url) for link, base in given) if link]
    return next((link for link in found if _is_web(link)), found[0] if found else "")


def _is_web(link: str) -> bool:
    scheme = _SCHEME.match(link)
    return not scheme or scheme[1].lower() in ("http", "https")


_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])", re.IGNORECASE)


def picture(facts: Facts, url: str) -> str:
    """The address of the entry's picture, or ""."""
    for name in ("media:content", "media:thumbnail", "enclosure", "link", "itunes:image", "image/url", "image"):
        for fact in facts.get(name, ()):
            given = fact.attributes
            link = given.get("url") or given.get("href") or (fact.value if name in ("image/url", "image") else "")
            if name == "link" and (_relation(fact) != "enclosure" or not _kind(fact).startswith("image")):
                continue
            if name in ("media:content", "enclosure") and not _is_picture(fact, link):
                continue
            if link and (found := link_address(link, fact.base, url)):
                return found
    return ""


def _kind(fact: Fact) -> str:
    return text.line(fact.attributes.get("type") or fact.attributes.get("medium") or "").lower()


def _is_picture(fact: Fact, link: str) -> bool:
    kind = _kind(fact)
    return kind.startswith("image") or (not kind and _PICTURE.search(link) is not None)


def enclosures(facts: Facts, url: str) -> tuple[Enclosure, ...]:
    """The enclosures other than pictures: audio and video, each address once, the item's own enclosures first."""
    found: dict[str, Enclosure] = {}
    spoken = seconds(facts["itunes:duration"][0].value) if facts.get("itunes:duration") else 0
    for name in ("enclosure", "link", "media:content"):
        for fact in facts.get(name, ()):
            given = fact.attributes
            link = given.get("url") or given.get("href") or ""
            if not link or _is_picture(fact, link) or (name == "link" and _relation(fact) != "enclosure"):
                continue
            if name == "media:content" and not _kind(fact).startswith(("audio", "video")):
                continue
            where = link_address(link, fact.base, url)
            size = whole(given.get("length") or given.get("filesize") or given.get("fileSize") or "")
            lasts = seconds(given.get("duration", "")) or spoken
            if where and where not in found:
                found[where] = Enclosure(where, _kind(fact), size, lasts)
    return tuple(found.values())[:ENCLOSURES]


def whole(written: str) -> int:
    """A number in a feed, without its fraction; 0 for anything else."""
    found = re.match(r"\s*(\d{1,15})(?:\.\d*)?\s*$", written)
    return int(found[1]) if found else 0


def seconds(written: str) -> int:
    """A duration in seconds, as itunes:duration has it ("3600", "60:00", "1:00:00"); 0 for anything else."""
    parts = written.strip().split(":")
    if not 1 <= len(parts) <= 3 or not all(re.fullmatch(r"\d{1,6}(?:\.\d*)?", part) for part in parts):
        return 0
    total = 0
    for part in parts:
        total = 60 * total + whole(part)
    return total
