"""Reads a feed's bytes: RSS 0.9 to 2.0 and 1.0, Atom 0.3 and 1.0, JSON Feed.

Well-formed XML is read by expat. If expat refuses it, its bare ampersands are escaped and it is tried again; then it
goes to feedparser (`loose`). The document type is removed before either sees it, so there are no entities to expand
and nothing external to fetch.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from tui.errors import ParseError
from tui.model import Feed
from tui.parse.encoding import document, unpacked
from tui.parse.feeds.entries import shaped
from tui.parse.feeds.facts import Reader, Root
from tui.parse.feeds.jsonfeed import json_feed
from tui.parse.feeds.loose import loose_facts
from tui.parse.feeds.markup import paired

TAG_LIMIT = 128 * 1024
"""Characters of a start tag at most: longer ones are attacks on feedparser's regular expressions."""


def feed(body: bytes, url: str = "", content_type: str = "") -> Feed:
    """The feed in a body, recognised by its bytes alone; ParseError if it is not a feed.

    With `url`, the feed's own address, links come out absolute. `content_type` is the server's, for its charset.
    Without `url` they stay as the feed gives them (resolved only against its own xml:base).
    """
    source = document(unpacked(body), content_type)
    if source.lstrip().startswith("{"):
        return json_feed(source, url)
    start = _root(source)
    if start < 0:
        raise ParseError("This is not a feed.")
    netscape = (
        "//my.netscape.com/publish/formats/rss-0.91.dtd" in source[:start]
        or "netscape.com/rdf" in source[start : start + 2000]
    )
    return _xml_feed(source[start:], netscape, url)


def looks_like_feed(body: bytes) -> bool:
    """Whether a body may be a feed, judged by its first 64 KB."""
    try:
        head = document(unpacked(body[:65536], 65536, cut=True))
    except ParseError:
        return False
    if head.lstrip().startswith("{"):
        return _JSON_VERSION.search(head) is not None
    return _root(head) >= 0


# What is a feed

_JSON_VERSION = re.compile(r"jsonfeed\.org\\?/version")
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:(rss)|(feed)|(rdf)|(channel))(?=[\s>/])([^>]*)", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)


def _root(source: str) -> int:
    """Where the feed's root element begins, or -1. A server's warnings may precede it, a page may not."""
    head = source[:65536]
    page = _HTML.search(head)
    for found in _ROOT.finditer(head):
        _, atom, rdf, channel, attributes = found.groups()
        if rdf and "purl.org/rss" not in attributes and "netscape.com/rdf" not in attributes:
            continue
        if page and page.start() < found.start() and not (atom and "w3.org/2005/Atom" in attributes):
            return -1
        if channel and head[: found.start()].rstrip()[-1:] not in ("", ">"):
            continue
        return found.start()
    return -1


# XML


def _xml_feed(source: str, netscape: bool, url: str) -> Feed:
    """The XML feed that begins at `root`."""
    _guard(source)
    source = _mended(source)
    reader = Reader()
    try:
        reader.read(source)
    except expat.ExpatError:
        return _unsound_feed(source, reader.root, netscape, url)
    found = shaped(_format(reader.root, netscape), reader.channel, reader.items, url, reader.root[2])
    if not found.entries:  # perhaps they stand where none should
        loose = _loose_feed(source, reader.root, netscape, url)
        return loose if loose.entries else found
    return found


def _unsound_feed(source: str, root: Root, netscape: bool, url: str) -> Feed:
    """A feed that expat refuses. The most common fault is an ampersand that was not escaped: then nothing else is
    touched."""
    escaped = _AMPERSAND.sub(lambda found: found[0] if found[0] != "&" else "&amp;", source)
    if escaped != source:
        reader = Reader()
        try:
            reader.read(escaped)
            return shaped(_format(reader.root, netscape), reader.channel, reader.items, url, reader.root[2])
        except expat.ExpatError:
            pass  # it has other faults
    return _loose_feed(source, root, netscape, url)


def _loose_feed(source: str, root: Root, netscape: bool, url: str) -> Feed:
    """The feed as feedparser reads it. `root` is the root element if expat got as far as that."""
    version, channel, items = loose_facts(source)
    form = _format(root, netscape) if root[0] else version or "rss20"
    found = shaped(form, channel, items, url, root[2])
    if not found.title and not found.entries:
        raise ParseError("This is not a feed, or it is too broken to be read.")
    return found


_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|$)|<!--.*?(?:-->|$)", re.DOTALL)
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|$)|<!--.*?(?:-->|$)|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)", re.DOTALL
)
"""An ampersand that begins no reference, outside of what may hold any; an entity of HTML is its letters, read later."""
_ILLEGAL = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bceBCEfF]|1[0-9a-fA-F]));")
"""References to controls, which no version of XML allows."""


def _mended(source: str) -> str:
    """The source without references that XML forbids: surrogate pairs become one character, controls are left out."""
    return _ILLEGAL.sub("", paired(source)) if "&#" in source else source


def _guard(source: str) -> None:
    """Refuse a body made to break parsers: endless start tags."""
    if max(map(len, source.split(">")), default=0) > TAG_LIMIT:
        for piece in _CDATA.sub("", source).split(">"):
            if len(piece) - piece.rfind("<") > TAG_LIMIT and re.match(r"<[^\s<]", piece[piece.rfind("<") :]):
                raise ParseError("The feed has a tag of more than 128 KB.")


def _format(root: tuple[str, str, Mapping[str, str]], netscape: bool) -> str:
    """The format's name in feedparser's spelling."""
    name, space, attributes = root
    if name == "feed":
        return "atom03" if "purl.org/atom" in space else "atom10"
    if name == "rdf":
        return "rss090" if netscape else "rss10"
    version = attributes.get("version", "").strip()
    named = {"0.91": "rss091n" if netscape else "rss091u", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"}
    return named.get(version, "rss20")
