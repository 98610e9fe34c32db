"""The elements of a feed's channel and items by name, read by expat; `entries` makes entries of them."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from tui import address
from tui.errors import ParseError

DEPTH_LIMIT = 200
"""Elements within elements at most."""
XML = "http://www.w3.org/XML/1998/namespace "
"""What expat puts before xml:base and xml:lang."""


@dataclass(slots=True)
class Fact:
    """One element: its attributes (local names), its text or markup, and the xml:base it stands under."""

    attributes: Mapping[str, str]
    value: str
    base: str


Facts = dict[str, list[Fact]]
"""The elements of an item or a channel by their names; nested ones as "author/name"."""


@dataclass(slots=True)
class _Element:
    """An element that expat has opened and not yet closed."""

    name: str
    attributes: Mapping[str, str]
    base: str
    parts: list[str] = field(default_factory=list)
    facts: Facts | None = None
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


Root = tuple[str, str, Mapping[str, str]]
"""The root element's local name in lower case, its namespace and its attributes."""


class Reader:
    """The handlers for expat, which gather the facts of the channel and of each item."""

    def __init__(self) -> None:
        self.root: Root = ("", "", {})
        self.channel: Facts = {}
        self.items: list[Facts] = []
        self._open: list[_Element] = []
        self._markup = 0
        """Depth within an element whose children are markup."""
        self._escape = False
        self._names: dict[str, str] = {}

    def read(self, source: str) -> None:
        """Read a feed from its root element on; ExpatError if it is not well-formed, ParseError if it is
        nested too deeply."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 65536
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(source, True)

    def _name(self, name: str) -> str:
        """The name used here for an element; one of an unknown namespace begins with "?"."""
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
        if attributes and (own := attributes.get(XML + "base")):
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
                element.facts.setdefault("rdf:about", []).append(Fact({}, about, ""))
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
            fact = Fact(element.attributes, "".join(element.parts), element.base)
            facts.setdefault("/".join(names), []).append(fact)

    def _text(self, data: str) -> None:
        if self._open:
            escaped = self._markup > 1 or (self._markup and self._escape)
            self._open[-1].parts.append(html.escape(data, quote=False) if escaped else data)
