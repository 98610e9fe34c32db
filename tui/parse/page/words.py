"""The words of a part of a page, on one line: those of a link, a heading or a caption."""

from selectolax.lexbor import LexborNode

from tui import text as safe
from tui.parse.page.tree import DEEP, INLINE, UNREAD, hidden

_MOST_PARTS = 50_000
"""Pieces of text that are read of one element."""
_SILENT = (UNREAD | {"noscript", "iframe", "video", "audio", "rp", "rt", "-comment"}) - {"form"}
"""Elements that say nothing here."""


def words(node: LexborNode) -> str:
    """The text of a node on one line, without what is hidden from the eye; words never run together."""
    first = node.first_child
    if first is None:
        return ""
    if first.next is None and first.tag == "-text":
        return safe.line(first.text_content or "")
    said: list[str] = []
    _gather(first, said, 0)
    return safe.line("".join(said))


def _gather(first: LexborNode | None, said: list[str], depth: int) -> None:
    """Add the text of an element and of those after it; the text of blocks is set apart."""
    child = first
    while child is not None and len(said) < _MOST_PARTS:
        tag = child.tag or ""
        if tag == "-text":
            said.append(child.text_content or "")
        elif tag == "br":
            said.append(" ")
        elif tag in _PICTURES:
            said.append(_drawn_letter(child))
        elif tag not in _SILENT and not (tag == "figure" and child.css_first("img, amp-img, figcaption") is not None):
            attributes = child.attributes
            if not (attributes and (hidden(attributes) or (tag == "a" and is_permalink(child, attributes)))):
                before, behind = ("“", "”") if tag == "q" else ("", "") if tag in INLINE else (" ", " ")
                said.append(before)
                if depth > DEEP:
                    said.append(child.text(separator=" "))
                else:
                    _gather(child.first_child, said, depth + 1)
                said.append(behind)
        child = child.next


def is_permalink(link: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether a link is the sign beside a heading by which its address is copied: ¶, #, §."""
    return (attributes.get("href") or "").startswith("#") and not any(map(str.isalnum, link.text()))


_PICTURES = frozenset(("img", "amp-img"))


def _drawn_letter(image: LexborNode) -> str:
    """The emoji that a picture in a line of text stands for."""
    attributes = image.attributes
    if "emoji" in (attributes.get("class") or "") or "/emoji/" in (attributes.get("src") or ""):
        return attributes.get("alt") or ""
    return ""
