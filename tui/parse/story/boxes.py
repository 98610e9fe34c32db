"""The page as boxes: every element that can hold text, how much prose is in it, and which are clutter.

A box is an element with its own text; clutter is set aside by its name and shape, unless it holds much of the page's
prose. `story.part` chooses the box that is the story."""

import re
from collections.abc import Sequence
from itertools import islice

from selectolax.lexbor import LexborNode

from tui.parse.page import roles
from tui.parse.page.tree import HEADS, INLINE, UNREAD, first_of, hidden, is_shown_later, is_whole_page, upward
from tui.parse.story.belonging import (
    ENDS,
    TOLD,
    is_of_its_neighbours,
    is_told,
    is_told_silently,
)
from tui.scripts import WIDE
from tui.text import one_line


class Box:
    """An element, and how much text, linked text and prose it holds."""

    __slots__ = (
        "cut",
        "flags",
        "images",
        "kids",
        "leaf",
        "linked",
        "links",
        "names",
        "node",
        "own",
        "parent",
        "pictures",
        "prose",
        "tag",
        "text",
        "told",
    )

    def __init__(self, node: LexborNode, tag: str, parent: "Box | None", names: str = "", flags: int = 0):
        self.node = node
        self.tag = tag
        self.parent = parent
        self.names = names
        self.flags = flags
        self.kids: Sequence[Box] = ()
        self.own = ""
        """The text that stands in it and in no box inside it."""
        self.linked = 0
        """Characters of `own` that stand in links."""
        self.pictures = 0
        """Pictures that stand in it and in no box inside it."""
        self.images: int
        self.leaf = False
        """Read as a whole: a paragraph, a heading."""
        self.text: int
        """This and the three beside it are there once the boxes are weighed."""
        self.links: int
        self.prose: float
        self.cut = ""
        """Why it was set aside, or ""."""
        self.told = -1.0
        """How much of `own` is prose, once it has been asked for."""


_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 pre dt summary figcaption".split())
_WITHIN = INLINE - {"acronym", "label", "rp", "rt", "ruby", "strike", "nobr", "x-large", "amp-fit-text", "big", "font"}
_IMAGES = frozenset(("img", "picture", "amp-img"))
_NEVER = (
    UNREAD
    | _IMAGES
    | frozenset(("noscript", "iframe", "video", "audio", "amp-ad", "amp-analytics", "source", "br", "hr", "-comment"))
)
_MOST_BOXES = 100_000
"""Elements that are looked at; the largest real pages have some ten thousand."""

_UNNAMED = frozenset(("html", "body", "main"))


def walk(root: LexborNode, walled: list[LexborNode] | None = None) -> list[Box]:
    """A box for every element that can hold text, parents before children.

    Hidden elements are passed over. One that is named like a story behind a wall is added to `walled`; without this
    list, it is opened.
    """
    top = Box(root, "body", None)
    boxes = [top]
    waiting: list[tuple[Box, int]] = [(top, 0)]
    while waiting and len(boxes) < _MOST_BOXES:
        box, depth = waiting.pop()
        own: list[str] = []
        kids: list[Box] = []
        for child in islice(box.node.iter(include_text=True, skip_empty=True), _MOST_BOXES):
            tag = child.tag or ""
            if tag == "-text":
                text = child.text_content
                if text and not text.isspace():
                    own.append(text)
            elif tag in _NEVER:
                if tag in _IMAGES:
                    box.pictures += 1
                elif tag == "form" and is_whole_page(child):
                    kids.append(Box(child, "div", box))
            else:
                names, flags, attributes = "", 0, child.attributes
                if attributes:
                    names, flags, seen = _told_by(child, tag, attributes, walled)
                    if not seen:
                        continue
                if tag in _WITHIN and not flags & roles.JUNK and _is_line(child, tag, own, box):
                    continue
                kid = Box(child, tag, box, names, flags)
                kids.append(kid)
                if walled is not None and not flags & roles.BODY and (flags & roles.JUNK or tag in _ASIDE):
                    kid.cut = _cut_at_once(kid)
        if own:
            box.own = one_line(" ".join(own))
        box.kids = kids
        if kids and depth < _DEEPEST:
            _go_on(kids, depth + 1, waiting)
        boxes.extend(kids)
    return boxes


def _go_on(kids: list[Box], depth: int, waiting: list[tuple[Box, int]]) -> None:
    """Note the boxes with more inside them; leaves are read at once."""
    for kid in kids:
        if kid.cut:
            continue
        if kid.tag in _LEAVES:
            _read_leaf(kid)
        else:
            waiting.append((kid, depth))


_DEEPEST = 200
_ASIDE = frozenset(("aside", "footer"))


def _told_by(
    node: LexborNode, tag: str, attributes: dict[str, str | None], walled: list[LexborNode] | None
) -> tuple[str, int, bool]:
    """(class and id, the roles they name, whether the element needs to be walked) of an element."""
    names = attributes.get("class") or ""
    flags = roles.named(names) if names else 0
    if identity := attributes.get("id"):
        said = roles.named(identity)
        if said & roles.JUNK & ~flags and _is_slug(identity, node, tag):
            said = 0
        flags |= said
        names = f"{names} {identity}"
    if (flags & roles.HIDDEN or not _SHOWING.isdisjoint(attributes)) and _is_hidden(node, attributes):
        if walled is not None:
            if flags & (roles.PAYWALL | roles.BODY):
                walled.append(node)
            return names, flags, False
        if not flags & (roles.PAYWALL | roles.BODY):
            return names, flags, False
    if "itemprop" in attributes:
        marked = attributes["itemprop"]
        if marked in ("articleBody", "reviewBody"):
            flags |= roles.BODY
        elif marked == "description" and flags & roles.JUNK:
            flags = flags & ~roles.JUNK | roles.LEAD  # TYPO3 names its standfirsts "teaser-text"
    if tag in _UNNAMED or tag.startswith("mjx-"):
        flags = 0  # MathJax names its formulas for the menu that it attaches to them
    elif tag in HEADS:
        flags &= _HEADING_FLAGS  # never cut by its name: ids are slugs of its words, or of what it heads
    elif "role" in attributes and (attributes["role"] or "").startswith(_OF_A_PUBLICATION):
        flags = flags & ~(roles.JUNK | roles.LOOSE) | NOTED
    return names, flags, True


_HEADING_FLAGS = ~(roles.JUNK | roles.LOOSE | roles.CAPTION | roles.CONSENT)
_SHOWING = frozenset(("hidden", "style", "aria-hidden"))
"""What may say of an element that it is not shown, beside its names."""
_OF_A_PUBLICATION = ("doc-", "note")
NOTED = 1 << 20
"""A box of a publication's own parts (notes, a foreword), or a note beside the text, by its role (ARIA)."""


def _is_hidden(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether an element is never seen. One that a script reveals as the reader scrolls to it is seen: it holds several
    paragraphs and is just not visible yet."""
    if hidden(attributes):
        return not is_shown_later(node, attributes)
    return attributes.get("aria-hidden") == "true" and not is_told_silently(node)


def _is_slug(identity: str, node: LexborNode, tag: str) -> bool:
    """Whether an id says nothing: it repeats the words that the element begins with, or is random."""
    if _RANDOM.fullmatch(identity):
        return True
    head = node if tag in _LEAVES else node.css_first("h1, h2, h3, h4, h5, h6, dt, summary")
    if head is None:
        return False
    said = _SIGNS.sub("", head.text().casefold())
    slug = _SIGNS.sub("", identity.casefold())
    return len(slug) > 2 and (slug in said or (len(said) > 2 and said in slug))


_SIGNS = re.compile(r"[\W_]+")
_RANDOM = re.compile(r"(?:[a-z]{1,4}-)?(?=\w*\d|\w*[a-z][A-Z])[A-Za-z0-9]{5,8}")


def _is_line(node: LexborNode, tag: str, own: list[str], box: Box) -> bool:
    """Add the text of an element within a line, if it holds nothing but text; the letters of a link count as linked."""
    inner = node.first_child
    if inner is None:
        return True
    if inner.next is not None or inner.tag != "-text":
        return False
    text = inner.text_content or ""
    own.append(text)
    if tag == "a":
        box.linked += len(text)
    return True


def _cut_at_once(box: Box) -> str:
    """Why a box is set aside before its contents are walked (it holds little prose and no code), or ""."""
    if box.flags & NOTED or not _small(box.node) or box.node.css_first("pre") is not None:
        return ""
    if box.flags & roles.JUNK:
        if is_of_its_neighbours(box.node, box.tag) or _has_headline(box):
            return ""
        return "" if box.tag == "p" and len(box.node.text()) > TOLD else _by_name(box.flags)
    return "" if is_told(box.node) else _by_element(box)


def _has_headline(box: Box) -> bool:
    """Whether it is an article with a headline of its own, whatever its name (Substack's "newsletter-post")."""
    return box.tag == "article" and box.node.css_first("h1") is not None


BY_NAME = "named like clutter"
"""Why a box with one of these names in its class or id is set aside."""
CONSENT, COMMENTS = "asks for consent", "comments"
"""The same, where the name says more."""


def _by_name(flags: int) -> str:
    """Why a box named like clutter is set aside: the strongest thing its name says."""
    return CONSENT if flags & roles.CONSENT else COMMENTS if flags & roles.COMMENTS else BY_NAME


def _by_element(box: Box) -> str:
    """Why a box is set aside whose element is meant for what surrounds a story."""
    return f"an {box.tag}" if box.tag in ("aside", "address") else f"a {box.tag}"


def _small(node: LexborNode) -> bool:
    """Whether it holds so little prose that it cannot be the story, and need not be walked. Not every story is in
    paragraphs: much text outside links may be one too."""
    size = len(node.text())
    if size < 500:
        return True
    if sum(len(each.text()) for each in node.css("p")) >= 500:
        return False
    return size - sum(len(each.text()) for each in node.css("a, script, style")) < 1500


def _read_leaf(box: Box) -> None:
    node = box.node
    box.leaf = True
    box.own = one_line(node.text())
    if box.own:
        first = node.first_child
        if first is not None and first.next is None and first.tag in ("-text", "a"):
            box.linked = len(box.own) if first.tag == "a" else 0
        elif first is not None:
            box.linked = sum(len(inner.text()) for inner in node.traverse() if inner.tag == "a")
    elif first_of(node, ("img",)) is not None:
        box.pictures = 1


_QUIET = frozenset("h1 h2 h3 h4 h5 h6 figcaption dt summary a th button".split())
_SPARE = frozenset(("li", "td", "dd", "span", "strong", "b", "em"))


def _prose(box: Box) -> float:
    """How much of a box's own text is prose, counting three characters for each sign in scripts without spaces."""
    own = box.own
    size = len(own) - box.links
    if not own.isascii() and WIDE.search(own, 0, 60):
        size *= 3
    if size <= 20 or (size < 80 and box.tag in _SPARE):
        return 0.0
    prose = size if size > 80 or ENDS.search(own) else size / 3
    return prose if box.links * 2 < box.text else prose / 4


def weigh(boxes: list[Box]) -> None:
    """Add up text, links, pictures and prose from the leaves to the root; what was cut counts for nothing."""
    for box in boxes:
        box.images = box.pictures
        size = box.text = len(box.own)
        box.links = box.linked if box.linked < size else size
        box.prose = 0.0
        if size > 12 and not box.cut and box.tag not in _QUIET:
            if box.told < 0:
                box.told = _prose(box)
            box.prose = box.told
    for box in reversed(boxes):
        if (box.text or box.images) and not box.cut and (parent := box.parent) is not None:
            if box.tag == "a":
                box.links = box.text
            if box.links > 0.65 * box.text and box.text < 600 and not box.leaf:
                box.prose = 0.0
            parent.text += box.text
            parent.links += box.links
            parent.images += box.images
            parent.prose += box.prose


_GUARDED = frozenset("aside footer header address".split())

SHARES = {
    "guarded": 0.75,  # an aside, header, footer or address with more of the page's prose than this is the page
    "consent": 0.9,  # likewise what is named as a question about cookies
    "named": 0.4,  # what holds so much of the prose is the story, whatever its name
}
"""Shares of a page's prose that judge a box. Tuned on both page sets; `python -m tests.bench.articles` judges a
change."""


def set_aside(boxes: list[Box]) -> None:
    """Cut what is named or shaped like clutter, unless it holds much of the page's prose."""
    weigh(boxes)
    total = boxes[0].prose
    belied: dict[int, list[str]] = {}
    for box in boxes:
        parent = box.parent
        if parent is None or box.cut:
            continue
        if belied and box.flags & roles.JUNK:
            box.flags = _said_besides(box, belied)
        if parent.cut:
            box.cut = "inside"
        elif box.flags or box.tag in _GUARDED or parent.tag == "header":
            box.cut = _clutter(box, parent, total)
            if not box.cut and box.flags & roles.JUNK and box.prose >= total * SHARES["named"]:
                belied[id(box)] = [name for name in box.names.split() if roles.named(name) & roles.JUNK]
        if not box.cut and len(box.kids) > 2 and not box.leaf and box.prose < total * SHARES["named"] and _cards(box):
            for kid in box.kids:
                kid.cut = kid.cut or "one of many cards"
    weigh(boxes)


def _said_besides(box: Box, belied: dict[int, list[str]]) -> int:
    """What the names of a box say behind the name of a box around it that is the story, whatever it is called: each
    "ticker-entry" of a "ticker" has its name from it.

    No page of both sets needs it; it was found on a made ticker of a German paper, which was reduced to one entry."""
    whole = [name for above in upward(box.parent) for name in belied.get(id(above), ())]
    names = [_behind(name, whole) for name in box.names.split()] if whole else []
    if " ".join(names) == box.names or not names:
        return box.flags
    return (box.flags & ~roles.JUNK) | roles.named(" ".join(names))


def _behind(name: str, beginnings: Sequence[str]) -> str:
    """A name without the first of its parts that is the name of something else ("ticker__entry": "entry")."""
    for each in beginnings:
        rest = name.removeprefix(each)
        if rest != name and not rest[:1].islower():
            return rest.lstrip("-_")
    return name


_NAMED_SO = roles.JUNK | roles.CONSENT | roles.COMMENTS | roles.BYLINE


def _clutter(box: Box, parent: Box, total: float) -> str:
    """Why a box is not part of the story, judging by its element, its name and its share of the page's prose; or ""."""
    flags = box.flags
    if parent.tag == "header" and _stands_beside(box):
        return "a header"
    if box.tag in _GUARDED and box.prose <= total * SHARES["guarded"] and not _of_the_text(box):
        return _by_element(box)
    if not flags or (flags & _NAMED_SO and is_of_its_neighbours(box.node, box.tag)):
        return ""
    if flags & roles.CONSENT and box.prose <= total * SHARES["consent"]:
        return CONSENT
    if flags & roles.COMMENTS and not flags & roles.BODY and _below(box, total):
        return COMMENTS
    if flags & roles.GALLERY and box.prose > 300 and _amid(box, parent):
        return "pictures amid the story"
    if box.prose >= total * SHARES["named"] and box.prose > 0:
        return ""
    if flags & (roles.JUNK | roles.LOOSE) and not _told_all_the_same(box):
        return _by_name(flags)
    return _small_print(box)


def _small_print(box: Box) -> str:
    """A caption or a byline by its name, where it is no longer than one; or ""."""
    if box.flags & (roles.CAPTION | roles.BYLINE) and box.text < 600 and box.tag != "figure":
        if box.flags & roles.CAPTION:
            return "a caption" if box.prose < 300 else ""
        return "a byline" if box.prose < 150 and not _dates_an_entry(box) else ""
    return ""


def _dates_an_entry(box: Box) -> bool:
    """Whether it is the time of one of several entries alike: of a live blog, a table of years."""
    entry = box.parent
    if entry is None or entry.parent is None or entry.text < 2 * box.text or box.prose or box.links:
        return False
    entries = [kid for kid in entry.parent.kids if (kid.tag, kid.names) == (entry.tag, entry.names) and not kid.cut]
    return len(entries) > 1 and all(any(each.names == box.names for each in kid.kids) for kid in entries)


def _of_the_text(box: Box) -> bool:
    """Whether an aside, header or footer belongs to the text: notes, a heading within the story, prose without
    links."""
    if box.flags & NOTED:
        return True
    if box.tag == "header":
        if box.node.css_first("h1") is not None:
            return False
        heads = box.parent is not None and box.parent.prose > _HEADED
        return box.text < _HEADER and (heads or not box.links) and _heads(box)
    return box.tag in _ASIDE and inside(box, "article") and is_told(box.node)


_HEADER = 200
_HEADED = 100
"""Characters that a header within the story has at most; of prose beside it, from which what it heads is told, so that
its heading is no other story's though it is a link, as in lists of places and products. On dev2 three pages of three
publishers gain by that, none loses."""


def _heads(header: Box) -> bool:
    """Whether a header holds the heading of a part of the story."""
    return header.node.css_first("h2, h3, h4, h5, h6") is not None


def _stands_beside(box: Box) -> bool:
    """Whether links stand beside the heading in a header: an address, where to buy."""
    return box.tag not in HEADS and box.links > 0.3 * box.text and not _heads(box)


def _told_all_the_same(box: Box) -> bool:
    """Whether a box named like clutter is a paragraph, code or part of the story after all, judging by its content."""
    if _has_headline(box):
        return True
    if box.leaf and box.tag == "p":
        return box.prose > TOLD and box.links < 0.3 * box.text and not box.flags & roles.BYLINE
    if not box.flags & roles.JUNK and box.prose > TOLD and box.links < 0.3 * box.text and _within(box):
        return True
    return box.prose < 100 and box.node.css_first("pre") is not None


def _below(box: Box, total: float) -> bool:
    """Whether a box is what readers wrote below the page: some prose is elsewhere, and the headline is."""
    return total - box.prose > max(150, min(600, total / 4)) and box.node.css_first("h1") is None


def _amid(box: Box, parent: Box) -> bool:
    """Whether the story carries on after this box as it did before it, in whole paragraphs."""
    told = [kid is box or is_told_paragraph(kid) for kid in parent.kids]
    place = parent.kids.index(box)
    return sum(told[:place]) >= 2 and sum(told[place + 1 :]) >= 2


def _within(box: Box) -> bool:
    """Whether the box is inside an element that is marked or named as the text of a story."""
    for above in upward(box.parent):
        if above.tag in _GUARDED:
            return False
        if above.flags & roles.BODY or above.tag in _MAIN:
            return True
    return False


_MAIN = ("article", "main")


def inside(box: Box, tag: str) -> bool:
    """Whether the box is inside an element of that name."""
    return any(above.tag == tag for above in upward(box.parent))


def _cards(box: Box) -> bool:
    """Whether it has three or more children of one shape, each with a linked heading: other stories on offer, not the
    text of this one."""
    alike: dict[tuple[str, str], int] = {}
    for kid in box.kids:
        if kid.tag in ("div", "article", "li", "section") and kid.names and not kid.leaf:
            alike[(kid.tag, kid.names.split(" ", 1)[0])] = alike.get((kid.tag, kid.names.split(" ", 1)[0]), 0) + 1
    if not alike or max(alike.values()) < 3:
        return False
    linked = plain_ones = 0
    for kid in box.kids:
        if kid.leaf and kid.prose > 60:
            plain_ones += 1
        elif not kid.leaf and kid.text and _linked_heading(kid):
            linked += 1
    if linked < 3 or plain_ones:
        return False
    return box.images >= linked


def _linked_heading(box: Box, depth: int = 0) -> bool:
    for kid in box.kids:
        if kid.tag in HEADS and kid.own:
            return kid.linked > 0.7 * len(kid.own) or box.tag == "a"
        if depth < 4 and kid.kids and _linked_heading(kid, depth + 1):
            return True
    return False


def is_told_paragraph(box: Box) -> bool:
    """Whether it is a paragraph of a story, judging by its length."""
    return box.leaf and box.tag == "p" and not box.cut and box.prose > TOLD


def order(box: Box) -> list[Box]:
    """A box and all inside it, in the order of the page."""
    found: list[Box] = []
    waiting = [box]
    while waiting:
        each = waiting.pop()
        found.append(each)
        if each.kids:
            waiting.extend(each.kids[::-1])
    return found


def first_text(box: Box) -> str:
    """The first words in a box, or ""."""
    return next((each.own for each in order(box) if each.own), "")


def let_go(boxes: list[Box]) -> None:
    """Break the cycles between parents and children, which would keep the whole tree alive until the garbage collector
    runs."""
    for box in boxes:
        box.parent = None
