"""A feed's bytes -> its entries: RSS 0.9 to 2.0 and 1.0, Atom 0.3 and 1.0, JSON Feed.

Well-formed XML is read by expat; whatever expat refuses goes to feedparser, which loses the fewest stories of what is
broken, at five times the cost. A document type is cut away before either sees it, so there are no entities to expand and
nothing outside to fetch. feedparser can still be made to hang: it must be called where it can be killed.
"""

import base64
import binascii
import html
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from xml.parsers import expat

from tui import address, text
from tui.errors import ParseError
from tui.model import Entry, Feed
from tui.parse import dates
from tui.parse.encoding import document, unpacked

TAG_LIMIT = 128 * 1024
"""Characters of a start tag at most: longer ones are attacks on feedparser's regular expressions."""
DEPTH_LIMIT = 200
"""Elements within elements at most."""
SUMMARY = 400
"""Characters of a summary at most."""
LONGEST_TTL = 24 * 60
"""Minutes for which a feed may ask to be left alone."""


def feed(body: bytes, url: str = "", content_type: str = "") -> Feed:
    """The feed in a body, recognised by its bytes alone; ParseError for what is none.

    With `url`, the feed's own address, links come out absolute and clean. Without it they stay as the feed gives them
    (resolved only against its own xml:base).
    """
    source = document(unpacked(body), content_type)
    if source.lstrip().startswith("{"):
        return _json_feed(source, url)
    start = _root(source)
    if start < 0:
        raise ParseError("This is not a feed.")
    netscape = (
        "//my.netscape.com/publish/formats/rss-0.91.dtd" in source[:start]
        or "netscape.com/rdf" in source[start : start + 2000]
    )
    return _xml_feed(source[start:], netscape, url)


def looks_like_feed(body: bytes) -> bool:
    """Whether a body is worth handing to `feed`, by its first 64 KB."""
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
    """Where the feed's root element begins, or -1. Server noise may stand before it, a page must not."""
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


# Facts: what stands in an item, before it is an entry


@dataclass(slots=True)
class _Fact:
    """One element: its attributes (local names), its text or markup, and the xml:base it stands under."""

    attributes: Mapping[str, str]
    value: str
    base: str


_Facts = dict[str, list[_Fact]]
"""The elements of an item or a channel by their names; nested ones as "author/name"."""


@dataclass(slots=True)
class _Element:
    """An open element while expat reads."""

    name: str
    attributes: Mapping[str, str]
    base: str
    parts: list[str] = field(default_factory=list)
    facts: _Facts | None = None
    """Set for an item or a channel: the elements in it are collected there."""


_NAMESPACES = {
    "": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0": "",
    "http://purl.org/net/rss1.1#": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://purl.org/rss/1.0/modules/content": "content:",
    "http://purl.org/dc/elements/1.1": "dc:",
    "http://purl.org/dc/elements/1.0": "dc:",
    "http://purl.org/dc/terms": "dcterms:",
    "http://search.yahoo.com/mrss": "media:",
    "http://tools.search.yahoo.com/mrss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://purl.org/rss/1.0/modules/syndication": "sy:",
    "http://purl.org/rss/modules/syndication": "sy:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
}
"""Namespace, lower case and without its closing slash -> the prefix used here."""

_MARKUP = frozenset(
    "title description summary content content:encoded subtitle tagline xhtml:body xhtml:div media:description".split()
)
"""Elements whose children are markup, to be kept as it stands."""
_CONTAINERS = frozenset({"item", "entry", "channel", "feed"})
_ABOVE = frozenset({"author", "image", "media:group", "media:content"})
"""Elements whose children count as the item's own."""
_VOID = frozenset({"br", "img", "hr", "input", "wbr", "source", "embed"})
_XML = "http://www.w3.org/XML/1998/namespace "


_Root = tuple[str, str, Mapping[str, str]]
"""The root element's local name in lower case, its namespace and its attributes."""


class _Reader:
    """What expat calls: gathers the facts of the channel and of each item."""

    def __init__(self) -> None:
        self.root: _Root = ("", "", {})
        self.channel: _Facts = {}
        self.items: list[_Facts] = []
        self._open: list[_Element] = []
        self._markup = 0
        """Depth within an element whose children are markup."""
        self._escape = False
        self._names: dict[str, str] = {}

    def read(self, source: str) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 65536
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(source, True)

    def _name(self, name: str) -> str:
        """The name used here; "?" before one of an unknown namespace."""
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            prefix = "" if space == self.root[1] else _NAMESPACES.get(space.lower().rstrip("/"), "?")
            known = self._names[name] = prefix + local.lower()
        return known

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        if len(self._open) + self._markup > DEPTH_LIMIT:
            raise ParseError("The feed is nested too deeply.")
        if not self._open and not self.root[0]:
            space, _, local = full.rpartition(" ")
            self.root = (local.lower(), space, attributes)
        if self._markup:
            self._markup += 1
            local = full.rpartition(" ")[2]
            written = "".join(
                f' {name.rpartition(" ")[2]}="{html.escape(value)}"' for name, value in attributes.items()
            )
            self._open[-1].parts.append(f"<{local}{written}>")
            return
        name = self._name(full)
        above = self._open[-1] if self._open else None
        base = above.base if above else ""
        if attributes and (own := attributes.get(_XML + "base")):
            base = address.join(base, own) or base
        element = _Element(name, attributes, base)
        if name in _CONTAINERS:
            element.facts = self.channel if name in ("channel", "feed") else {}
            if element.facts is not self.channel:
                self.items.append(element.facts)
        elif name in _MARKUP:
            self._markup = 1
            self._escape = attributes.get("type") in ("xhtml", "application/xhtml+xml") or name.startswith("xhtml:")
        self._open.append(element)

    def _end(self, full: str) -> None:
        if self._markup > 1:
            self._markup -= 1
            local = full.rpartition(" ")[2]
            if local not in _VOID:
                self._open[-1].parts.append(f"</{local}>")
            return
        self._markup = 0
        element = self._open.pop()
        if element.facts is not None:
            about = element.attributes.get("http://www.w3.org/1999/02/22-rdf-syntax-ns# about")
            if about and element.facts is not self.channel:
                element.facts.setdefault("rdf:about", []).append(_Fact({}, about, ""))
            return
        if element.name.startswith("?"):
            return
        names, depth = [element.name], len(self._open) - 1
        while depth >= 0 and self._open[depth].facts is None:
            if self._open[depth].name not in _ABOVE:
                return
            if not self._open[depth].name.startswith("media:"):
                names.insert(0, self._open[depth].name)
            depth -= 1
        facts = self._open[depth].facts if depth >= 0 else None
        if facts is not None:
            fact = _Fact(element.attributes, "".join(element.parts), element.base)
            facts.setdefault("/".join(names), []).append(fact)

    def _text(self, data: str) -> None:
        if self._open:
            escaped = self._markup > 1 or (self._markup and self._escape)
            self._open[-1].parts.append(html.escape(data, quote=False) if escaped else data)


# Facts -> Feed


def _xml_feed(source: str, netscape: bool, url: str) -> Feed:
    """A feed from its root element on."""
    _guard(source)
    reader = _Reader()
    try:
        reader.read(source)
    except expat.ExpatError:
        return _loose_feed(source, reader.root, netscape, url)
    found = _shaped(_format(reader.root, netscape), reader.channel, reader.items, url, reader.root[2])
    if not found.entries:  # perhaps they stand where none should
        loose = _loose_feed(source, reader.root, netscape, url)
        return loose if loose.entries else found
    return found


_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|$)|<!--.*?(?:-->|$)", re.DOTALL)


def _guard(source: str) -> None:
    """Refuse what is made to break parsers: endless start tags."""
    if max(map(len, source.split(">")), default=0) > TAG_LIMIT:
        for piece in _CDATA.sub("", source).split(">"):
            if len(piece) - piece.rfind("<") > TAG_LIMIT and re.match(r"<[^\s<]", piece[piece.rfind("<") :]):
                raise ParseError("The feed has a tag of more than 128 KB.")


def _format(root: tuple[str, str, Mapping[str, str]], netscape: bool) -> str:
    """The format's name as feedparser has it."""
    name, space, attributes = root
    if name == "feed":
        return "atom03" if "purl.org/atom" in space else "atom10"
    if name == "rdf":
        return "rss090" if netscape else "rss10"
    version = attributes.get("version", "").strip()
    named = {"0.91": "rss091n" if netscape else "rss091u", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"}
    return named.get(version, "rss20")


def _shaped(form: str, channel: _Facts, items: Sequence[_Facts], url: str, root: Mapping[str, str]) -> Feed:
    """A feed from the facts of its channel and of its items."""
    language = _language(_first(channel, "language", "dc:language") or root.get(_XML + "lang", ""))
    atom = form.startswith("atom")
    shared = _authors(channel) if atom else ()
    entries = tuple(_entry(item, url, language, atom, shared) for item in items if item)
    return Feed(
        format=form,
        title=_title(channel, atom),
        entries=entries,
        url=_link(channel, url),
        language=language,
        ttl_minutes=_ttl(channel),
        moved_to=_address(_first(channel, "itunes:new-feed-url"), "", url),
    )


def _entry(facts: _Facts, url: str, language: str, atom: bool, shared: tuple[str, ...]) -> Entry:
    """An entry from the facts of its item. `shared` are the authors of the whole feed."""
    guid = _fact(facts, "guid", "id", "rdf:about")
    link = _link(facts, url)
    if not link and guid and guid.attributes.get("isPermaLink", "true").lower() != "false" and "://" in guid.value[:12]:
        link = _address("".join(guid.value.split()), guid.base, url)
    offered = _fact(facts, "content:encoded", "xhtml:body", "xhtml:div", "content")
    described = _fact(facts, "description", "summary", "itunes:summary", "media:description")
    content = _markup(offered, atom) or _markup(described, atom)
    summary = _plain(_markup(described, atom)) or _plain(content)
    published = _moment(
        facts, language, "published", "pubdate", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created"
    )
    updated = _moment(facts, language, "updated", "modified", "dcterms:modified")
    return Entry(
        title=_title(facts, atom),
        url=link,
        guid=text.line(guid.value) if guid else "",
        summary=summary,
        content=content,
        authors=_authors(facts) or shared,
        published=published or updated,
        updated=updated,
        picture=_picture(facts, url),
    )


def _fact(facts: _Facts, *names: str) -> _Fact | None:
    """The first element of these names that is not empty."""
    for name in names:
        for fact in facts.get(name, ()):
            if fact.value and not fact.value.isspace():
                return fact
    return None


def _first(facts: _Facts, *names: str) -> str:
    """Its text on one line, or ""."""
    fact = _fact(facts, *names)
    return text.line(fact.value) if fact else ""


_TAGS = re.compile(
    r"<!--.*?-->|<!\[CDATA\[|\]\]>|</?(?:a|abbr|b|bdi|big|blockquote|br|center|cite|code|del|dfn|div|em|figure|font|h[1-6]|hr|i|img|ins"
    r"|kbd|li|mark|nobr|ol|p|q|s|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul|var|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
"""Tags of HTML, and nothing that only looks like one ("<3", "the <blink> years")."""
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var|wbr)\b",
    re.I,
)


def _title(facts: _Facts, atom: bool) -> str:
    """The title as plain text, or ""."""
    fact = _fact(facts, "title", "dc:title", "media:title")
    if not fact:
        return ""
    return _headline(_whole(fact), tags=not (atom and fact.attributes.get("type", "text") in ("text", "text/plain")))


def _headline(value: str, *, tags: bool = True) -> str:
    """A title's plain text: without its tags, where it may have any."""
    if tags and "<" in value:
        value = _TAGS.sub(_gap, value)
    return text.line(_unescape(value))


def _gap(tag: re.Match[str]) -> str:
    return "" if _INLINE.match(tag[0]) else " "


def _whole(fact: _Fact) -> str:
    """The element's text, decoded where it is base64 (Atom 0.3), repaired where it was encoded twice."""
    value = fact.value
    if fact.attributes.get("mode") == "base64":
        try:
            value = base64.b64decode(value, validate=False).decode("utf-8", "replace")
        except binascii.Error:
            value = ""
    return _once(value)


_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_AS_BYTES = {
    ord(bytes([code]).decode("cp1252")): code for code in range(128, 160) if code not in (129, 141, 143, 144, 157)
}


def _once(value: str) -> str:
    """Text that was encoded as UTF-8 twice, read once more; anything that is not wholly such text stays."""
    if value.isascii() or not _TWICE.search(value):
        return value
    try:
        return value.translate(_AS_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(128, 160)}
"""C1 controls are Windows-1252 that went through a reference ("&#151;")."""


def _unescape(value: str) -> str:
    """Entities decoded once, C1 controls read as what was meant."""
    if "&" in value:
        value = html.unescape(value)
    return value if value.isascii() else value.translate(_C1)


def _markup(fact: _Fact | None, atom: bool) -> str:
    """The element's HTML, its links absolute where it stands under an xml:base; plain text as paragraphs."""
    if fact is None:
        return ""
    value = _whole(fact)
    if atom and fact.attributes.get("type", "text") in ("text", "text/plain"):
        value = _paragraphs(value)
    if not value.isascii():
        value = value.translate(_C1)
    return text.clean(_rebased(value, fact.base) if fact.base else value).strip()


def _paragraphs(value: str) -> str:
    """Plain text as HTML."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", value))
    return "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in parts if part)


_LINKS = re.compile(r"""(\s(?:href|src)\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)


def _rebased(value: str, base: str) -> str:
    """HTML with its links resolved against a base."""

    def absolute(found: re.Match[str]) -> str:
        link = address.join(base, html.unescape(found[2] if found[2] is not None else found[3]))
        return f'{found[1]}"{html.escape(link)}"'

    return _LINKS.sub(absolute, value)


_NOT_TEXT = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)|<!\[CDATA\[|\]\]>", re.IGNORECASE | re.DOTALL
)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*(?:>|$)")


def _plain(markup: str) -> str:
    """The first `SUMMARY` characters that a reader of this HTML would see."""
    for window in (4096, 65536):
        head = markup[:window]
        if "<" in head:
            head = _ANY_TAG.sub(_gap, _NOT_TEXT.sub(" ", head))
        found = text.shorten(_unescape(head), SUMMARY)
        if len(found) > SUMMARY // 2 or len(markup) <= window:
            break
    return found


def _link(facts: _Facts, url: str) -> str:
    """The address of the page: RSS's link, else Atom's alternate."""
    links = facts.get("link", ())
    for fact in links:
        if "href" not in fact.attributes and (value := "".join(fact.value.split())):
            return _address(value, fact.base, url)
    for fact in sorted(links, key=lambda fact: "html" not in fact.attributes.get("type", "html")):
        value = "".join(fact.attributes.get("href", "").split())
        if value and fact.attributes.get("rel", "alternate") == "alternate":
            return _address(value, fact.base, url)
    return ""


_SCHEME = re.compile(r"([a-zA-Z][\w+.-]*):(?!\d)")


def _address(link: str, base: str, url: str) -> str:
    """A link as a feed gives it: absolute and clean where `url` is known, safe in any case."""
    link = text.line(html.unescape(link) if "&amp;" in link else link)
    if not link:
        return ""
    if base or url:
        link = address.join(address.join(url, base) if url else base, link)
    if url:
        return address.clean(link)
    scheme = _SCHEME.match(link)
    return "" if scheme and scheme[1].lower() not in address.OPENABLE else link


_USUAL_DATE = re.compile(
    r"\s*(?:[A-Za-z]{3}, )?(\d\d?) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d):(\d\d) "
    r"(?:GMT|UTC|Z|([+-])(\d\d):?(\d\d))\s*"
)
_MONTHS = {name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}


def _moment(facts: _Facts, language: str, *names: str) -> datetime | None:
    """The first of these elements that is a date since 1990."""
    for name in names:
        for fact in facts.get(name, ()):
            moment = _usual(fact.value) or dates.moment(fact.value, language)
            if moment and moment.year >= 1990:
                return moment.replace(microsecond=0)
    return None


def _usual(value: str) -> datetime | None:
    """A date as nearly every feed writes it, at a fifth of the cost of trying all the others (a refresh reads thousands)."""
    found = _USUAL_DATE.fullmatch(value)
    if not found:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        moment = datetime(int(year), _MONTHS[month], int(day), int(hour), int(minute), int(second), tzinfo=UTC)
        offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        return moment + offset if sign == "-" else moment - offset
    except (ValueError, OverflowError):
        return None


_MAILBOX = re.compile(r"^\S+@\S+\s*\(([^()]+)\)$|^([^<>@]+?)\s*<[^<>@]+@[^<>]+>$")


def _authors(facts: _Facts) -> tuple[str, ...]:
    """The names of who wrote it, without addresses of mail."""
    for kind in ("author/name", "dc:creator", "author", "itunes:author"):
        names: list[str] = []
        for fact in facts.get(kind, ()):
            value = text.line(_unescape(_TAGS.sub(_gap, _once(fact.value))))
            if mailbox := _MAILBOX.match(value):
                value = text.line(mailbox[1] or mailbox[2])
            if value and "@" not in value.strip("@") and value not in names:
                names.append(value)
        if names:
            return tuple(names[:20])
    return ()


_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])", re.IGNORECASE)


def _picture(facts: _Facts, url: str) -> str:
    """The address of the entry's picture, or ""."""
    for name in ("media:content", "media:thumbnail", "enclosure", "link", "itunes:image", "image/url", "image"):
        for fact in facts.get(name, ()):
            given = fact.attributes
            link = given.get("url") or given.get("href") or (fact.value if name in ("image/url", "image") else "")
            kind = given.get("medium") or given.get("type", "")
            if name == "link" and (given.get("rel") != "enclosure" or not kind.startswith("image")):
                continue
            if name in ("media:content", "enclosure") and not (
                kind.startswith("image") or (not kind and _PICTURE.search(link))
            ):
                continue
            if link and (found := _address(link.strip(), fact.base, url)):
                return found
    return ""


_PERIODS = {"hourly": 60, "daily": 24 * 60, "weekly": 7 * 24 * 60, "monthly": 30 * 24 * 60, "yearly": 365 * 24 * 60}


def _ttl(channel: _Facts) -> int:
    """Minutes for which the feed asks not to be fetched again, at most a day."""
    if (ttl := _first(channel, "ttl")).isdecimal():
        return min(int(ttl[:9]), LONGEST_TTL)
    period = _PERIODS.get(_first(channel, "sy:updateperiod").lower(), 0)
    often = _first(channel, "sy:updatefrequency")
    return min(period // max(int(often[:9]) if often.isdecimal() else 1, 1), LONGEST_TTL)


_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")


def _language(given: str) -> str:
    """A BCP 47 tag in its usual case, or ""."""
    found = _LANGUAGE.match(given.strip())
    if not found:
        return ""
    tag, script, region = found.groups()
    return "-".join(filter(None, (tag.lower(), script and script.title(), region and region.upper())))


# What expat refuses


def _loose_feed(source: str, root: _Root, netscape: bool, url: str) -> Feed:
    """A feed that is not well-formed, read by feedparser. `root` is what expat saw of its root element, if anything."""
    import feedparser  # slow to import, and most runs never meet such a feed

    document = '<?xml version="1.0" encoding="utf-8"?>' + _ILLEGAL.sub("", source)
    try:
        # A stream, because it would open a body that looks like a file's name; no base, because that rewrites Atom's ids.
        parsed = feedparser.parse(
            io.BytesIO(document.encode("utf-8", "replace")), sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # feedparser and sgmllib raise nearly anything on what is broken enough
        raise ParseError("This feed is too broken to be read.") from error
    form = _format(root, netscape) if root[0] else str(parsed.get("version") or "rss20")
    channel = _loose_facts(parsed.feed)
    items = [_loose_facts(entry) for entry in parsed.entries]
    found = _shaped(form, channel, items, url, root[2])
    if not found.title and not found.entries:
        raise ParseError("This is not a feed, or it is too broken to be read.")
    return found


_ILLEGAL = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bceBCEfF]|1[0-9a-fA-F]));")
"""References to controls, which no version of XML allows."""


def _loose_facts(given: Mapping[str, object]) -> _Facts:
    """The same facts as `_Reader` gathers, from one of feedparser's dictionaries."""
    facts: _Facts = {}

    plain = dict(given)  # feedparser's own dictionary answers "updated" with "published", and "summary" with "content"

    def add(name: str, value: object, attributes: Mapping[str, object] | None = None) -> None:
        kept = {key: str(entry) for key, entry in (attributes or {}).items() if isinstance(entry, str)}
        if value or kept:
            facts.setdefault(name, []).append(
                _Fact(kept, value if isinstance(value, str) else "", kept.pop("base", ""))
            )

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


# JSON Feed


def _json_feed(source: str, url: str) -> Feed:
    """JSON Feed 1 and 1.1 (jsonfeed.org)."""
    try:
        given = json.loads(source, strict=False)
    except (ValueError, RecursionError) as error:
        raise ParseError("This is not a feed: its JSON is broken.") from error
    if not isinstance(given, dict) or "jsonfeed.org/version" not in str(given.get("version")):
        raise ParseError("This is not a feed: it is JSON, but not a JSON Feed.")
    items = given.get("items")
    shared = _json_authors(given)
    language = _language(_json_text(given, "language"))
    return Feed(
        format="jsonfeed",
        title=_headline(_once(_json_text(given, "title"))),
        entries=tuple(
            _json_entry(item, url, language, shared)
            for item in (items if isinstance(items, list) else ())
            if isinstance(item, dict)
        ),
        url=_address(_json_text(given, "home_page_url").strip(), "", url),
        language=language,
    )


def _json_entry(item: Mapping[str, object], url: str, language: str, shared: tuple[str, ...]) -> Entry:
    content = text.clean(_once(_json_text(item, "content_html"))) or _paragraphs(
        text.clean(_once(_json_text(item, "content_text")))
    )
    published, updated = (
        dates.moment(_json_text(item, name), language) for name in ("date_published", "date_modified")
    )
    published, updated = (moment if moment and moment.year >= 1990 else None for moment in (published, updated))
    return Entry(
        title=_headline(_once(_json_text(item, "title"))),
        url=_address(_json_text(item, "url", "external_url").strip(), "", url),
        guid=text.line(_json_text(item, "id")),
        summary=text.shorten(_once(_json_text(item, "summary")), SUMMARY) or _plain(content),
        content=content.strip(),
        authors=_json_authors(item) or shared,
        published=published or updated,
        updated=updated,
        picture=_address(_json_text(item, "image", "banner_image").strip(), "", url),
    )


def _json_text(given: Mapping[str, object], *names: str) -> str:
    """The first of these members that is a text (or a number: some write ids so)."""
    for name in names:
        value = given.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _json_authors(given: Mapping[str, object]) -> tuple[str, ...]:
    """Version 1.1's authors, or version 1's author."""
    listed = given.get("authors")
    people = listed if isinstance(listed, list) else [given.get("author")]
    names = (text.line(_json_text(person, "name")) for person in people if isinstance(person, dict))
    return tuple(dict.fromkeys(filter(None, names)))[:20]
