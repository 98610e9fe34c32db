"""The picture that a story opens with, where it stands outside the story's part: between headline and text, or above
both."""

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.blocks import Block, Picture, pictures
from tui.parse.page import roles
from tui.parse.page.pictures import captioned, credited, picture_of, same_picture
from tui.parse.page.tree import HEADS
from tui.parse.page.words import words
from tui.parse.story.boxes import Box, order
from tui.parse.story.opening import in_header
from tui.parse.story.reading import Reading
from tui.text import folded
from tui.values import replace

_SMALL = 300
"""Characters that stand with a picture at most: a caption and a credit."""
_LABEL = 12
"""Characters of what is left of a caption without its credit at most where that is only its label ("Photos by")."""
_FIRST = 3
"""Blocks of a story of which none is a picture where it opens with one that stands outside."""


def lead_picture(whole: Sequence[Box], part: Box, found: Sequence[Block], reading: Reading) -> Picture | None:
    """The picture that stands before the story's part: a figure below the headline, or the one by which the page is
    shown elsewhere (Open Graph's og:image). None where the story has it, or begins with another. `whole` is all
    of the page in its order."""
    if any(isinstance(block, Picture) for block in found[:_FIRST]):
        return None
    known = {same_picture(picture.url) for picture in pictures(found)}
    shown = same_picture(reading.facts.picture)
    headlines = reading.headlines()
    headed = False
    for box in whole:
        if box is part:
            break
        if box.tag in HEADS and box.own and folded(box.own) in headlines:
            headed = True
        elif (headed and box.tag == "figure" and (not box.cut or in_header(box))) or (
            box.pictures and shown and _shows(box.node, shown, reading.base)
        ):
            given = _shown(_with_caption(box), reading.base)
            if given is not None and same_picture(given.url) not in known:
                return given
    return None


def _shown(box: Box, base: str) -> Picture | None:
    """The first picture in a box, with what is named as its caption."""
    given = next(filter(None, (picture_of(each, base) for each in box.node.css("img, amp-img"))), None)
    if given is None:
        return None
    caption, credit = captioned(box.node)
    if not caption:
        below = next((words(each.node) for each in order(box) if each.flags & roles.CAPTION), "")
        caption, said = credited(below.replace(credit, "").strip(" |/–—-:()"))
        caption, credit = caption if len(caption) > _LABEL else "", credit or said
    return replace(given, caption=caption, credit=credit)


def _shows(node: LexborNode, shown: str, base: str) -> bool:
    """Whether a picture right in an element is that one."""
    images = (picture_of(each, base) for each in node.iter() if each.tag in ("img", "amp-img"))
    return any(given is not None and same_picture(given.url) == shown for given in images)


def _with_caption(box: Box) -> Box:
    """The largest element around a picture that holds only it and a few words."""
    while box.parent is not None and box.tag != "figure":
        around = box.parent
        heads = around.node.css_first("h1, h2, h3, time, a[href]") is not None
        if heads or len(around.node.text()) > _SMALL or len(around.node.css("img, amp-img")) > 1:
            break
        box = around
    return box
