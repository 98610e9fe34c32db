"""What belongs to a story's text although its element or name suggests otherwise: notes and boxes that the text refers
to, a correction at its foot, a table between two paragraphs, prose that is hidden from screen readers."""

import re

from selectolax.lexbor import LexborNode

from tui.parse.page import roles
from tui.parse.page.tree import beside
from tui.text import one_line

ENDS = re.compile(r"[.!?…。！？؟।॥։。»”\"')）」』]\s*$")
"""How sentences end."""
HEARD = 400
HEARD_SHARE = 0.6
"""Characters of paragraphs, and their share of an element's text, from which it is prose though it is kept from screen
readers: an answer that is folded away, a page over which something lies. Of the pages of both sets one gains, of 1,409
others two, and none loses."""


def is_told_silently(node: LexborNode) -> bool:
    """Whether an element hidden only from screen readers (aria-hidden) consists almost entirely of paragraphs."""
    told = sum(len(each.text()) for each in node.css("p"))
    return told > HEARD and told > HEARD_SHARE * len(node.text())


TOLD = 80
"""Characters from which a paragraph is not cut by its name alone."""


def is_told(node: LexborNode) -> bool:
    """Whether an aside or footer belongs to the text: the text refers to it, or it is prose under a heading of its own
    without links."""
    if _is_led_to(node):
        return True
    if node.css_first("a[href]") is not None:
        return False
    told = sum(len(each.text()) for each in node.css("p")) > TOLD
    return told and (node.css_first("h2, h3, h4, h5, h6") is not None or (node.tag == "footer" and _is_remark(node)))


def _is_remark(footer: LexborNode) -> bool:
    """Whether these are whole sentences that close a story (a correction, a note on method), with none of the words
    that pages put around stories."""
    text = one_line(footer.text())
    return ENDS.search(text) is not None and "©" not in text and not roles.is_clutter(text) and not roles.sells(text)


_AN_ID = re.compile(r"[A-Za-z][\w-]{1,60}")


def _is_led_to(node: LexborNode) -> bool:
    """Whether a paragraph of the page links to an element by its id."""
    identity = node.attributes.get("id") or ""
    if not _AN_ID.fullmatch(identity):
        return False
    top = node
    while top.parent is not None and top.tag != "body":
        top = top.parent
    return top.css_first(f'p a[href="#{identity}"]') is not None


_PARTS = frozenset(("p", "table", "blockquote", "ul", "ol"))


def is_of_its_neighbours(node: LexborNode, tag: str) -> bool:
    """Whether it is a paragraph, table, quotation or list, or a box under a heading of its own, without links right
    between two paragraphs of the story: its name then describes its subject (`#cookie-law`, `table#ad-market`,
    `.menu-card`).

    No page of both sets has such a box; made pages of a buffet's menu, a poll and a paper's related work do."""
    if tag not in _PARTS and not (tag in _BOXES and _is_headed(node)):
        return False
    if node.css_first("a[href], button, input, form, img, iframe") is not None:
        return False
    if tag not in ("table", *_BOXES) and len(node.text()) < TOLD:
        return False
    return all(_is_plain(each) for each in (beside(node, back=True), beside(node)))


_BOXES = ("div", "section")
_SOLD = re.compile(
    r"promo|advert|sponsor|donat|partner|(?<![a-z])ads?(?![a-z])|newsletter|subscri|sign-?up|consent|cookie"
)
"""What the name of such a box is never a subject by."""


def _is_headed(node: LexborNode) -> bool:
    """Whether a box sells nothing, by its name and its words, and begins with a heading."""
    head = node.css_first("h2, h3, h4, h5, h6")
    text = one_line(node.text())
    if head is None or not text.startswith(one_line(head.text())) or roles.sells(text):
        return False
    return _SOLD.search(f"{node.attributes.get('class')} {node.attributes.get('id')}".lower()) is None


def _is_plain(node: LexborNode | None) -> bool:
    """Whether it is a paragraph of the story, with no class or id that says otherwise."""
    if node is None or node.tag != "p" or len(node.text()) < TOLD:
        return False
    return not roles.named(node.attributes.get("class") or "") & ~roles.BODY
