"""A page's links with their places: the elements around each link, the names of these, how many links and words they
hold."""

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.front.home import Home, target
from tui.parse.page.addresses import FILES, leads_to_a_list, word_count
from tui.parse.page.lines import JOINED, Lines, clean_line, lines_of
from tui.parse.page.roles import NAME_WORD, tokens
from tui.parse.page.tree import HEADS, first_of
from tui.parse.words import names as words
from tui.parse.words import split

LINKS = 6000
"""How many links of a page are looked at; the rest are ignored."""

NAV, FOOT, HEAD, ASIDE, AD, JUNK, TRAIL, EDITION, CARD, MAIN, ARTICLE, CRUMB = (1 << bit for bit in range(12))

_PLACES = NAV | FOOT | HEAD | TRAIL | EDITION | JUNK | CRUMB

_A_LIST = 3
"""Links of a box that is more than a card."""

_BITS: dict[str, int] = {}
for _rows, _bit in (
    (words.NAVIGATION, NAV), (words.FOOT, FOOT), ({"en": "banner|header|masthead|topbar"}, HEAD),
    ({"en": "complementary|sidebar"}, ASIDE), (words.ADVERTISING, AD), (words.SHARING, JUNK), (words.TRAIL, TRAIL),
    (words.CRUMBS, CRUMB), (words.EDITIONS, EDITION), (words.CARDS, CARD),
):  # fmt: skip
    for _word in split(_rows):
        _BITS[_word] = _BITS.get(_word, 0) | _bit

_LINKS = 'a, area, option[value^="/"], option[value^="http"]'
"""Links, and what a script makes a link of: the sections in a menu that drops down."""

_TAG_BITS = {"nav": NAV, "footer": FOOT, "header": HEAD, "aside": ASIDE, "article": CARD | ARTICLE, "main": MAIN}


@lru_cache(maxsize=1024)
def _called(names: str) -> int:
    """What an element's class, id and role say about it."""
    found = 0
    for name in names.split():
        found |= _called_one(name)
    return found


@lru_cache(maxsize=1024)
def _called_one(name: str) -> int:
    """What one of an element's names says, kept because a page repeats the same few names in many combinations."""
    low = name.lower()
    found = _BITS.get(low, 0)
    for word in NAME_WORD.findall(name):
        found |= _BITS.get(word.lower(), 0)
    if "nav" in low and any(word.endswith("nav") for word in tokens(name)):
        found |= NAV
    return found


@lru_cache(maxsize=4096)
def _read(tag: str, names: str | None, marked: str | None, role: str | None) -> tuple[int, str]:
    """What an element's tag, class, id and role say about it, and what it looks like."""
    said = _TAG_BITS.get(tag, 0)
    if tag != "body":
        for given in (names, marked, role):
            if given:
                said |= _called(given[:300])
    return said, f"{tag}.{names[:24]}" if names else tag


_MENU = 4
"""Links of the smallest menu."""


class LinkBox:
    """An element with links somewhere inside it."""

    __slots__ = ("anchors", "flags", "heading", "only", "parent", "path", "said", "story", "tag", "units")

    def __init__(self, node: LexborNode, parent: "LinkBox | None"):
        self.parent = parent
        self.tag = tag = node.tag or ""
        self.anchors = 0
        self.units = 0.0
        self.story: str | None = None
        self.only: str | None = None
        """The one page of the site that its links lead to, lists and files apart; "" where they lead to several."""
        self.flags = 0
        self.heading: bool = tag in HEADS or (parent is not None and parent.heading)
        attributes = node.attributes
        if attributes:
            get = attributes.get
            self.said, signature = _read(tag, get("class"), get("id"), get("role"))
        else:
            self.said, signature = _TAG_BITS.get(tag, 0), tag
        self.path: tuple[str, ...] = (signature, *parent.path[:3]) if parent is not None else (signature,)
        """What it and the elements around it are and are called: of one template, in one kind of place."""

    def lead(self, key: str) -> None:
        """Note that it holds a link to the page with this key."""
        box: LinkBox | None = self
        while box is not None and box.only != "":
            if box.only == key:
                return
            box.only = key if box.only is None else ""
            box = box.parent

    @property
    def in_menu(self) -> bool:
        """Whether it stands among links of a word or two each."""
        box: LinkBox | None = self
        while box is not None and box.anchors < _MENU:
            box = box.parent
        return box is not None and box.units <= 2.5 * box.anchors

    def settle(self, total: int) -> None:
        """Work out its place, once the number of links in it is known."""
        said = self.said
        if said:
            few = self.anchors < 12
            # a wrapper of nearly the whole page says nothing, whatever it is called
            if self.anchors > 0.7 * total and total > 12:
                said &= MAIN | ARTICLE
            # nor does a menu of whole sentences, unless it says so by its tag
            elif self.units >= 4.5 * self.anchors:
                said &= ~(_PLACES if self.tag not in ("nav", "footer", "header") else TRAIL | EDITION | JUNK)
            if said & CRUMB and self.anchors > 7:
                said &= ~CRUMB  # a path to the page has few steps
            if said & AD and self.anchors > 0.3 * total:
                said &= ~AD
            if self.parent is not None and self.parent.flags & ARTICLE and few:
                said &= ~(HEAD | FOOT)  # of the card, not of the page
        around = self.parent.flags if self.parent is not None else 0
        if self.anchors >= _A_LIST and self.units >= 4.5 * self.anchors:
            around &= ~(_PLACES & ~(NAV | HEAD))  # what is read most, in the foot of a page
        self.flags = said | around


class PlacedLink:
    """A link and its place on the page."""

    __slots__ = (
        "_prose",
        "box",
        "called",
        "flags",
        "host",
        "image",
        "key",
        "lines",
        "node",
        "order",
        "own",
        "rel",
        "signature",
        "text",
        "units",
        "url",
    )  # fmt: skip

    def __init__(
        self,
        url: str,
        key: str,
        host: str,
        own: bool,
        node: LexborNode,
        box: LinkBox,
        lines: "Lines",
        order: int,
    ):
        self.url = url
        self.key = key
        self.host = host
        self.own = own
        """It leads to the same site."""
        self.node = node
        self.box = box
        """The element that the link stands in."""
        self.flags = 0
        self.signature = "a"
        self.lines = lines
        self.text = lines[0][1] if len(lines) == 1 else " ".join([text for _, text in lines])
        self.units = word_count(self.text)
        """Words of its text."""
        self.order = order
        self.image: LexborNode | None = None
        self.called = ""
        """What it or its picture is called, as it is written."""
        self.rel = ""
        self._prose: bool | None = None

    @property
    def label(self) -> str:
        """The label of the link or of its picture, if that could be a headline."""
        return clean_line(self.called) if self.called and word_count(self.called) >= 3 else ""

    @property
    def card(self) -> tuple[LexborNode, "LinkBox"]:
        """The largest element around it that leads nowhere else on the site, itself where it stands among others; and
        what that stands in."""
        node, box = self.node, self.box
        while box.parent is not None and box.only == self.key and box.tag not in ("body", "main"):
            node, box = node.parent or node, box.parent
        return node, box

    @property
    def prose(self) -> bool:
        """Whether it stands inside a sentence."""
        if self._prose is None:
            self._prose = self.own and _in_sentence(self.node)
        return self._prose


def links_of(parser: LexborHTMLParser, home: Home) -> list[PlacedLink]:
    """The links of a page in order, each with the boxes around it."""
    boxes: dict[int, LinkBox] = {}
    if (top := parser.root) is not None:
        boxes[top.mem_id] = LinkBox(top, None)
    found: list[PlacedLink] = []
    targets: dict[str, tuple[str, str, str, bool]] = {}
    leads: dict[str, bool] = {}
    for order, node in enumerate(parser.css(_LINKS)[:LINKS]):
        attributes = node.attributes
        href = attributes.get("href") or attributes.get("value") or ""
        if href not in targets:
            targets[href] = target(href.strip(), home)
        url, key, host, own = targets[href]
        if not url:
            continue
        box = _box_of(node, boxes)
        if own:
            link = PlacedLink(url, key, host, own, node, box, lines_of(node), order)
            _name(link, attributes)
            if not link.lines and not link.called and (named := attributes.get("aria-labelledby")):
                link.called = _text_of_id(parser, named)
            if url not in leads:
                leads[url] = not leads_to_a_list(url) and FILES.search(url) is None
            if leads[url]:
                box.lead(key)
        else:
            text = clean_line(node.text())
            link = PlacedLink(url, key, host, own, node, box, [("plain", text)] if text else [], order)
        link.rel = attributes.get("rel") or ""
        if names := attributes.get("class"):
            link.signature = "a." + names[:24]
            link.flags = _called(names[:300])
        if role := attributes.get("role"):
            link.flags |= _called(role[:300])
        if link.units >= 4.5:
            link.flags &= ~_PLACES
        found.append(link)
        box.anchors += 1
        box.units += link.units
    _settle(list(boxes.values()), found)
    return found


def _box_of(node: LexborNode, boxes: dict[int, LinkBox]) -> LinkBox:
    """The box around a link, made together with those around it if they are new."""
    up = node.parent
    if up is not None and (near := boxes.get(up.mem_id)) is not None:
        return near
    chain: list[LexborNode] = []
    while up is not None and up.mem_id not in boxes:
        chain.append(up)
        up = up.parent
    assert up is not None  # every element hangs on the root
    box = boxes[up.mem_id]
    for element in reversed(chain):
        box = boxes[element.mem_id] = LinkBox(element, box)
    return box


def _name(link: PlacedLink, attributes: dict[str, str | None]) -> None:
    """Find a link's picture, and the names of both."""
    link.called = attributes.get("title") or attributes.get("aria-label") or ""
    first = link.node.first_child
    if first is not None and (first.next is not None or first.tag != "-text"):
        link.image = first if first.tag == "img" else first_of(link.node, ("img",))
        if link.image is not None and not link.called:
            link.called = link.image.attributes.get("alt") or ""


def _text_of_id(parser: LexborHTMLParser, name: str) -> str:
    """The text of the element with an id, which names a link without words of its own; "" where there is none."""
    found = parser.css_first(f"[id={name}]") if _PLAIN_ID.fullmatch(name) else None
    return found.text()[:500] if found is not None else ""


_PLAIN_ID = re.compile(r"[A-Za-z][\w-]{0,80}")


def _settle(boxes: list[LinkBox], links: list[PlacedLink]) -> None:
    """Count the links in every box, then note the place of every link."""
    for box in reversed(boxes):
        if box.parent is not None:
            box.parent.anchors += box.anchors
            box.parent.units += box.units
    for box in boxes:
        box.settle(len(links))
    for link in links:
        link.flags |= link.box.flags


def _in_sentence(node: LexborNode) -> bool:
    """Whether words of running text stand right before the link."""
    before = node.prev
    for _ in range(3):
        if before is None:
            return False
        if before.tag == "-text":
            if text := (before.text_content or "").strip():
                return len(text) > 12 and word_count(text) >= 3 and text[-1] not in ".!?:|»›–—•·"
        elif before.tag not in JOINED:
            return False
        before = before.prev
    return False
