"""What of a page is no part of the chosen story, told for an explanation: what was set aside, and what nearly won."""

from tui.parse.story.boxes import Box, order, path
from tui.parse.story.reading import Reading

_MOST = 200
"""Boxes that are told of."""


def tell_the_rest(boxes: list[Box], part: Box, reading: Reading) -> None:
    """Note the parts with the most prose beside the chosen one, and every box outside it that was set aside."""
    within = {id(box) for box in order(part)}
    above: Box | None = part
    while above is not None:
        within.add(id(above))
        above = above.parent
    others = [box for box in boxes if id(box) not in within and not box.cut and box.prose > 0]
    tops = [box for box in others if box.parent is not None and id(box.parent) in within]
    for box in sorted(tops, key=lambda box: -box.prose)[:3]:
        reading.note(f"nearly chosen: {path(box)} with {box.prose:.0f} characters of prose")
    cut = [box for box in boxes if id(box) not in within and box.cut not in ("", "inside")]
    for box in cut[:_MOST]:
        reading.left_out_box(box.cut, box)
