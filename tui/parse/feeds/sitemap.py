"""Reads news sitemaps: the newest stories, and the sitemaps that an index or a robots.txt names.

Sitemaps 0.9 (sitemaps.org) with Google's extension for news.
"""

import re
from datetime import UTC, datetime
from xml.parsers import expat

from tui import address, text
from tui.errors import ParseError
from tui.model import Entry
from tui.parse import dates
from tui.parse.encoding import document, unpacked
from tui.values import Value

NEWEST = 500
"""Stories, and sitemaps of an index, that are kept: the newest."""
READ = 60_000
"""Addresses that are read at most; the protocol allows 50,000."""


class Child(Value):
    """A sitemap named in an index, and when it last changed."""

    url: str
    modified: datetime | None = None


class Sitemap(Value):
    """What a sitemap holds: stories or further sitemaps, newest first."""

    entries: tuple[Entry, ...] = ()
    """An entry without a title is an address that the sitemap says nothing more about."""
    children: tuple[Child, ...] = ()
    language: str = ""
    """What most of its stories are written in, as it says; "" where it does not."""
    name: str = ""
    """The publication's name, or ""."""


def sitemap(body: bytes, url: str) -> Sitemap:
    """The sitemap in a body, as far as it can be read; ParseError if it is not one. Addresses on other sites are left
    out."""
    source = document(unpacked(body))
    root = _ROOT.search(source[:65536])
    if not root:
        raise ParseError("This is not a sitemap.")
    reader = _Reader(url)
    reader.read(source[root.start() :])
    return reader.sitemap()


def robots_sitemaps(text: str, url: str) -> tuple[str, ...]:
    """The sitemaps that a robots.txt names, those for news first (the line is sitemaps.org's, not RFC 9309's)."""
    found = (address.clean(address.join(url, line)) for line in _ROBOTS.findall(text[:500_000]))
    named = dict.fromkeys(link for link in found if link.startswith("http"))
    # only what follows the host: a paper with "news" in its name has it in every address
    return tuple(sorted(named, key=lambda link: _NEWS.search(link.partition("://")[2].partition("/")[2]) is None))[:50]


_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex)[\s>]")
_ROBOTS = re.compile(r"^[ \t\ufeff]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_NEWS = re.compile(r"news|nachrichten|noticias|actualites|notizie", re.IGNORECASE)
_SHORT = {
    "loc": "loc", "lastmod": "lastmod",
    "news title": "title", "news publication_date": "date", "news language": "language", "news name": "name",
    "image loc": "picture", "image caption": "caption",
}  # fmt: skip
_OLDEST = datetime(1, 1, 1, tzinfo=UTC)


class _Enough(Exception):  # noqa: N818 - no error, but the way out of a parser
    """Ends reading: as many addresses as a sitemap may hold have been read."""


class _Reader:
    """The handlers for expat, which gather addresses."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.entries: list[Entry] = []
        self.children: list[Child] = []
        self.languages: dict[str, int] = {}
        self.names: dict[str, int] = {}
        self._facts: dict[str, str] | None = None
        self._name = ""
        self._parts: list[str] = []

    def read(self, source: str) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(source, True)
        except (expat.ExpatError, _Enough):
            return  # what was read up to here is good

    def sitemap(self) -> Sitemap:
        """The newest of what was read, newest first."""
        entries = sorted(self.entries, key=lambda entry: entry.published or _OLDEST, reverse=True)
        children = sorted(self.children, key=lambda child: child.modified or _OLDEST, reverse=True)
        language = max(self.languages, key=self.languages.__getitem__, default="")
        name = max(self.names, key=self.names.__getitem__, default="")
        return Sitemap(tuple(entries[:NEWEST]), tuple(children[:NEWEST]), language, name)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if local in ("url", "sitemap"):
            self._facts = {}
        extension = "news " if "sitemap-news" in space else "image " if "sitemap-image" in space else ""
        self._name = _SHORT.get(extension + local, "")
        self._parts = []

    def _text(self, data: str) -> None:
        if self._name:
            self._parts.append(data)

    def _end(self, name: str) -> None:
        if self._name and self._facts is not None:
            self._facts.setdefault(self._name, "".join(self._parts))
        self._name = ""
        local = name.rpartition(" ")[2]
        if local in ("url", "sitemap") and self._facts is not None:
            self._keep(self._facts, local)
            self._facts = None

    def _address(self, written: str) -> str:
        return address.clean(address.join(self.url, written)) if written.strip() else ""

    def _keep(self, facts: dict[str, str], kind: str) -> None:
        """Keep the address whose element just ended."""
        link = self._address(facts.get("loc", ""))
        modified = _moment(facts.get("lastmod", ""))
        if not link.startswith("http"):
            return
        if kind == "sitemap":
            self.children.append(Child(link, modified))
        elif not self.url or address.same_site(link, self.url):
            published = _moment(facts.get("date", ""))
            for counts, value in ((self.languages, facts.get("language", "")), (self.names, facts.get("name", ""))):
                if value := text.shorten(value, 100):
                    counts[value] = counts.get(value, 0) + 1
            picture = self._address(facts.get("picture", ""))
            title = text.line(facts.get("title", ""))
            self.entries.append(Entry(title, link, published=published or modified, updated=modified, picture=picture))
        if len(self.entries) + len(self.children) >= READ:
            raise _Enough


def _moment(written: str) -> datetime | None:
    found = dates.moment(written.strip()) if written else None
    return found.replace(microsecond=0) if found and found.year >= 1990 else None
