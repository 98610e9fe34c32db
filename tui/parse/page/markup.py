"""What a page marks for machines, gathered in one look over its tree: meta, link, title, h1, time, itemprop, rel and
JSON-LD."""

from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.page import jsonld

_SELECTOR = 'meta, link[rel="canonical" i][href], link[rel="next" i][href], title, h1, time, script[type*="json"], [itemprop], [rel~="author"], [rel~="category"]'


@dataclass(slots=True)
class Markup:
    """What one look over a page's tree brings home."""

    root: LexborNode | None
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: list[tuple[str, str, dict[str, str | None]]] = field(default_factory=list)
    title: str = ""
    h1: list[LexborNode] = field(default_factory=list)
    times: list[LexborNode] = field(default_factory=list)
    objects: list[dict[str, Any]] = field(default_factory=list)
    props: dict[str, list[LexborNode]] = field(default_factory=dict)
    authors: list[LexborNode] = field(default_factory=list)
    categories: list[LexborNode] = field(default_factory=list)

    def get(self, *names: str) -> str:
        """The first meta element of one of these names that says something, or ""."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return ""


def look(tree: LexborHTMLParser) -> Markup:
    """Gather it, in one query over the tree."""
    root = tree.root
    page = Markup(root)
    if root is None:
        return page
    for node in root.css(_SELECTOR):
        attributes = node.attributes
        tag = node.tag
        prop = attributes.get("itemprop")
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or prop or attributes.get("http-equiv")
            content = attributes.get("content")
            if name and content:
                page.meta.setdefault(name.lower(), []).append(content)
        elif tag == "link":
            page.links.append(((attributes.get("rel") or "").lower(), attributes.get("href") or "", attributes))
        elif tag == "title":
            if not page.title and (node.parent is None or node.parent.tag != "svg"):
                page.title = node.text()
        elif tag == "script":
            if "ld+json" in (attributes.get("type") or ""):
                loaded = jsonld.load(node.text())
                if loaded is not None:
                    page.objects.extend(jsonld.objects(loaded))
        elif tag == "h1":
            page.h1.append(node)
        elif tag == "time":
            page.times.append(node)
        elif "category" in (attributes.get("rel") or "").split():
            page.categories.append(node)
        elif not prop or "author" in prop:
            page.authors.append(node)
        if prop and tag != "meta":
            for name in prop.split():
                page.props.setdefault(name, []).append(node)
    return page
