"""What is not part of the chosen story, for an explanation: what was set aside, what was nearly chosen, and what was
nearly left out."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.parse.page import roles
from tui.parse.page.tree import UNREAD, called, hidden, holds, is_shown_later, upward
from tui.parse.page.words import words
from tui.parse.story.boxes import Box, order
from tui.parse.story.length import squeezed
from tui.parse.story.reading import Reading
from tui.text import shorten

_MOST = 5_000
"""Boxes that are told of; the largest real pages have some thousand that were set aside."""
_NEARLY = 3
"""Parts that nearly won."""


def tell_the_rest(boxes: list[Box], part: Box, reading: Reading, shown: str) -> None:
    """Note the parts with the most prose besides the chosen one, every box outside it (set aside and why, or in no
    chosen part), what is hidden, and elements that are never read; `shown` is what the story says."""
    if reading.notes is None:
        return
    within = {id(box) for box in order(part)}
    _tell_what_nearly_won(boxes, part, within, reading)
    _tell_what_nearly_went(part, reading, shown)
    told = 0
    for box in order(boxes[0]):
        if id(box) in within or box.cut == "inside":
            continue
        if why := box.cut or ("outside the chosen part" if box.own else ""):
            told += 1
            if told <= _MOST:
                reading.left_out_box(why, box)
    if told > _MOST:
        reading.note(f"left out besides: {told - _MOST} boxes")
    said = squeezed(shown)
    for node in _hidden(boxes[0].node):
        if squeezed(_words(node)) not in said:  # the answers of an accordion are read all the same
            _tell("hidden", node, reading)
    for node in boxes[0].node.css(_UNREAD)[:_MOST]:
        if squeezed(_words(node)) not in said:
            _tell(_CALLED.get(node.tag or "", f"a {node.tag}"), node, reading)


def _tell(why: str, node: LexborNode, reading: Reading) -> None:
    """Note an element that no box stands for, unless it is inside one that was noted."""
    if any(above.mem_id in reading.told for above in upward(node)):
        return
    reading.told.add(node.mem_id)
    reading.left_out(why, _words(node), called(node))


def _words(node: LexborNode) -> str:
    """The words of an element, or of what in it is never read."""
    return words(node) or ("" if node.css_first("script, style") is not None else node.text(separator=" "))


def _tell_what_nearly_won(boxes: list[Box], part: Box, within: set[int], reading: Reading) -> None:
    """Note the parts with the most prose besides the chosen one and those around it."""
    around = within.union(map(id, upward(part.parent)))
    tops = [box for box in boxes if id(box) not in around and box.parent is not None and id(box.parent) in around]
    for box in sorted((box for box in tops if not box.cut), key=lambda box: -box.prose)[:_NEARLY]:
        if box.prose > 0:
            reading.note(f"nearly chosen: {called(box.node)} with {box.prose:.0f} characters of prose")


def _tell_what_nearly_went(part: Box, reading: Reading, shown: str) -> None:
    """Note the boxes of the story that are named like clutter and are read all the same."""
    for box in order(part):
        name = next((name for name in box.names.split() if roles.named(name) & (roles.JUNK | roles.LOOSE)), "")
        if name and not box.cut and box.prose > 0 and (text := words(box.node))[:_BEGINNING] in shown:
            reading.note(f"kept although named like clutter, {shorten(name, 40)}: {shorten(text, 70)}")


_BEGINNING = 60
_UNREAD = "nav, form, dialog, menu, button, label, object, canvas, noframes"
"""Elements of `UNREAD` that have words for the eye."""
_CALLED = {"nav": "navigation", "object": "an object"}


def _hidden(root: LexborNode) -> Iterator[LexborNode]:
    """The outermost elements with text that are hidden from the eye."""
    past: LexborNode | None = None
    for node in root.css("[hidden], [style], [aria-hidden], [class]")[:100_000]:
        if past is not None and holds(past, node):
            continue
        attributes = node.attributes
        silent = attributes.get("aria-hidden") == "true"
        if (silent or hidden(attributes)) and node.tag not in UNREAD and not is_shown_later(node, attributes):
            past = node
            if node.text(strip=True):
                yield node
