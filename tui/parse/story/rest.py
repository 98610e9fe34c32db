"""What of a page is no part of the chosen story, told for an explanation: what was set aside, and what nearly won."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.parse.page.tree import UNREAD, hidden, holds, is_shown_later
from tui.parse.page.words import words
from tui.parse.story.boxes import Box, order, path
from tui.parse.story.reading import Reading

_MOST = 5_000
"""Boxes that are told of; the largest real pages have some thousand that were set aside."""
_NEARLY = 3
_HIDDEN = 40
"""Parts that nearly won; characters from which something hidden is told of."""


def tell_the_rest(boxes: list[Box], part: Box, reading: Reading) -> None:
    """Note the parts with the most prose beside the chosen one, and every box outside it: what was set aside and why,
    what stands in no chosen part, what is hidden."""
    within = {id(box) for box in order(part)}
    above: Box | None = part
    while above is not None:
        within.add(id(above))
        above = above.parent
    tops = [box for box in boxes if id(box) not in within and box.parent is not None and id(box.parent) in within]
    uncut = [box for box in tops if not box.cut]
    for box in sorted(uncut, key=lambda box: -box.prose)[:_NEARLY]:
        if box.prose > 0:
            reading.note(f"nearly chosen: {path(box)} with {box.prose:.0f} characters of prose")
    told = 0
    for box in boxes:
        if id(box) in within or box.cut == "inside":
            continue
        if why := box.cut or ("outside the chosen part" if box.own else ""):
            told += 1
            if told <= _MOST:
                reading.left_out_box(why, box)
    if told > _MOST:
        reading.note(f"left out besides: {told - _MOST} boxes")
    for node in _hidden(boxes[0].node):
        reading.left_out("hidden", words(node) or ("" if node.css_first("script, style") is not None else node.text()))


def _hidden(root: LexborNode) -> Iterator[LexborNode]:
    """The outermost elements with text that are not for the eye."""
    past: LexborNode | None = None
    for node in root.css("[hidden], [style], [aria-hidden], [class]")[:100_000]:
        if past is not None and holds(past, node):
            continue
        attributes = node.attributes
        silent = attributes.get("aria-hidden") == "true"
        if (silent or hidden(attributes)) and node.tag not in UNREAD and not is_shown_later(node, attributes):
            past = node
            if len(node.text()) > _HIDDEN:
                yield node
