"""What a page marks up for machines, gathered in one look over its tree: meta, link, title, base, h1, time, itemprop,
rel and JSON-LD; and its links, which several rooms read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui.parse.page import jsonld

_SELECTOR = 'meta, link[rel="canonical" i][href], link[rel="next" i][href], title, base[href], h1, time, script[type*="json"], [itemprop], [property], [rel~="author"], [rel~="category"], a[href], header, footer'


@dataclass(slots=True)
class Markup:
    """The elements that one look over a page's tree finds."""

    root: LexborNode | None
    body: LexborNode | None
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: list[tuple[str, str, dict[str, str | None]]] = field(default_factory=list)
    title: str = ""
    base: str = ""
    """What its base element says that relative addresses are meant against."""
    h1: list[LexborNode] = field(default_factory=list)
    times: list[LexborNode] = field(default_factory=list)
    objects: list[dict[str, Any]] = field(default_factory=list)
    props: dict[str, list[LexborNode]] = field(default_factory=dict)
    leads: list[tuple[LexborNode, dict[str, str | None]]] = field(default_factory=list)
    """Its links, with their attributes."""
    frames: list[LexborNode] = field(default_factory=list)
    """What may frame it: headers and footers."""
    authors: list[LexborNode] = field(default_factory=list)
    categories: list[LexborNode] = field(default_factory=list)

    def get(self, *names: str) -> str:
        """The content of the first meta element with one of these names that is not empty, or ""."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return ""

    @property
    def canonical(self) -> str:
        """The address that the page's head gives for the page, as written; "" if there is none."""
        return next((href for rel, href, _ in self.links if rel == "canonical"), "")

    def add_meta(self, attributes: dict[str, str | None], prop: str | None) -> None:
        """Take a meta element under its name."""
        name = attributes.get("property") or attributes.get("name") or prop or attributes.get("http-equiv")
        content = attributes.get("content")
        if name and content:
            self.meta.setdefault(name.lower(), []).append(content)
            if name.endswith("ld+json") and (loaded := jsonld.load(content)) is not None:  # so Remix, by mistake
                self.objects.extend(jsonld.objects(loaded))

    def add_rdfa(self, node: LexborNode, prop: str) -> None:
        """Take an element of RDFa that describes the story, under the name that microdata has for it."""
        for name in prop.split():
            local = name.rpartition(":")[2]
            if known := _RDFA.get(local):
                self.props.setdefault(known, []).append(node)

    def add_link(self, _: LexborNode, attributes: dict[str, str | None]) -> None:
        """Take a link in the page's head."""
        self.links.append(((attributes.get("rel") or "").lower(), attributes.get("href") or "", attributes))

    def add_base(self, attributes: dict[str, str | None]) -> None:
        """Take the base of relative addresses: the first that is given."""
        self.base = self.base or attributes.get("href") or ""

    def add_title(self, node: LexborNode) -> None:
        """Take the page's title: the first one that is not a drawing's."""
        if not self.title and (node.parent is None or node.parent.tag != "svg"):
            self.title = node.text()

    def add_script(self, node: LexborNode, attributes: dict[str, str | None]) -> None:
        """Take the objects of a JSON-LD script."""
        if "ld+json" in (attributes.get("type") or "") and (loaded := jsonld.load(node.text())) is not None:
            self.objects.extend(jsonld.objects(loaded))


def base_of(page: Markup, url: str) -> str:
    """The address that relative addresses are resolved against: the page's own, or what its base element gives."""
    return address.join(url, page.base) or url if page.base else url


def look(tree: LexborHTMLParser) -> Markup:
    """Gather all of it, in one query over the tree."""
    root = tree.root
    page = Markup(root, tree.body)
    if root is None:
        return page
    last = 0
    for node in root.css(_SELECTOR):
        if node.mem_id == last:
            continue  # found twice, as an h1 and by its itemprop
        last = node.mem_id
        attributes = node.attributes
        tag = node.tag or ""
        prop = attributes.get("itemprop")
        if tag == "meta":
            page.add_meta(attributes, prop)
            continue
        if tag == "a" and "href" in attributes:
            page.leads.append((node, attributes))
            if len(attributes) == 1:
                continue  # the address alone
        elif tag in _FRAMES:
            page.frames.append(node)
        rel = attributes.get("rel")
        if tag in _TAKEN:
            _TAKEN[tag](page, node, attributes)
        elif rel and "category" in rel.split():
            page.categories.append(node)
        elif (rel and "author" in rel.split()) or (prop and "author" in prop):
            page.authors.append(node)
        if rdfa := attributes.get("property"):
            page.add_rdfa(node, rdfa)
        if prop:
            for name in prop.split():
                page.props.setdefault(name, []).append(node)
    return page


_RDFA = {
    "datePublished": "datePublished",
    "issued": "datePublished",
    "created": "dateCreated",
    "date": "dateCreated",
    "dateCreated": "dateCreated",
    "headline": "headline",
    "author": "author",
}
"""Names of schema.org and Dublin Core, without their vocabulary -> the name used here."""

_FRAMES = ("header", "footer")

_TAKEN: dict[str, Callable[[Markup, LexborNode, dict[str, str | None]], None]] = {
    "link": Markup.add_link,
    "title": lambda page, node, _: page.add_title(node),
    "base": lambda page, _, attributes: page.add_base(attributes),
    "script": Markup.add_script,
    "h1": lambda page, node, _: page.h1.append(node),
    "time": lambda page, node, _: page.times.append(node),
}
"""How elements are taken that are known by their name."""
