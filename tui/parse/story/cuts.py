"""The chosen part of a page -> its blocks, without what only stands around a story."""

from selectolax.lexbor import LexborNode

from tui import text as safe
from tui.blocks import Block
from tui.parse.page import roles
from tui.parse.page.blocks import blocks
from tui.parse.page.labels import is_also_read, label
from tui.parse.story.boxes import HEADS, Box, order, path
from tui.parse.story.reading import Reading, find_standfirst


def story_blocks(
    boxes: list[Box], part: Box, reading: Reading, opened: set[int], removed: set[int], *, lead: bool = True
) -> list[Block]:
    """The blocks of the story's part, clutter left out."""
    dropped = set(removed)
    pictured: set[int] = set()
    held = find_standfirst(boxes, part, reading) if lead else ()
    reading.lead = reading.lead or bool(held)
    dropped.update(box.node.mem_id for box in held if box is not part)
    places: dict[int, int] = {}
    for box in order(part):
        if box is part:
            continue
        if box.parent is not None and (box.parent.node.mem_id in dropped):
            dropped.add(box.node.mem_id)
            continue
        why = box.cut if box.cut != "a caption" or not _with_picture(box, pictured) else ""
        if not why:
            why = _not_read(box) if lead or box.leaf else ""  # a feed's list of links is its story
        if not why and box.own and len(box.own) < 70 and (run := _under_label(box, places)):
            why = "a label of links"
            dropped.update(each.node.mem_id for each in run)
        if not why and box.leaf and box.linked > 40:
            dropped.update(_popups(box.node))
        if why:
            dropped.add(box.node.mem_id)
            if box.text > 20:
                reading.note(f"left out ({why}): {safe.shorten(box.own or path(box), 70)}")
        elif _is_picture(box):
            pictured.add(box.node.mem_id)
    return list(blocks(part.node, reading.url, dropped, pictured, opened))


def _under_label(box: Box, places: dict[int, int]) -> list[Box]:
    """The boxes that go with a label of links ("More great stories"): itself and what is linked right behind it.

    `places` keeps the places of boxes among their siblings, by id.
    """
    own = box.own
    if len(own) > 70 or (box.kids and not box.leaf) or (found := label(own)) is None:
        return []
    siblings = box.parent.kids if box.parent is not None else []
    if id(box) not in places:
        places.update((id(each), number) for number, each in enumerate(siblings))
    place = places.get(id(box), -1)
    taken = [box]
    for each in siblings[place + 1 : place + 12]:
        linked = each.links > 0.35 * each.text
        if not each.text or (linked and not (each.leaf and each.prose > 200)):
            taken.append(each)
        else:
            break
    if len(taken) > 1 or (not found.rest and (box.tag not in HEADS or place == len(siblings) - 1)):
        return taken
    return []


def _with_picture(box: Box, pictured: set[int]) -> bool:
    """A caption whose picture stands beside it, so that the two are read together."""
    parent = box.parent
    for _ in range(4):
        if parent is None:
            return False
        if parent.tag == "figure" or parent.node.mem_id in pictured:
            return True
        parent = parent.parent
    return False


def _is_picture(box: Box) -> bool:
    """An element of a picture and the little that stands under it."""
    if not box.images or box.leaf or box.text >= 300 or box.prose >= 300 or box.tag in _NO_PICTURES:
        return False
    return (box.text > 0 or _has_caption(box)) and not _has_leaf(box)


_NO_PICTURES = frozenset("figure li td tr tbody table a ul ol".split())


def _has_caption(box: Box, depth: int = 0) -> bool:
    return any(kid.cut == "a caption" or (depth < 3 and _has_caption(kid, depth + 1)) for kid in box.kids)


def _has_leaf(box: Box) -> bool:
    return any(
        (kid.leaf and kid.tag == "p" and len(kid.own) > 120) or (not kid.leaf and _has_leaf(kid)) for kid in box.kids
    )


_LISTS = frozenset("ul ol div section nav dl table".split())


def _not_read(box: Box) -> str:
    """Why a box of the chosen part is left out, or ""."""
    if box.leaf:
        own = box.own
        if not own:
            return ""
        if box.linked and is_also_read(own):
            return "also read"
        if roles.is_clutter(own):
            return "a line pages write around stories"
        return ""
    if box.tag == "td" and box.parent is not None and box.links > 0.65 * box.text > 0 and box.parent.prose > 300:
        return "a list of links"
    if box.tag in _LISTS and box.text > 0:
        if box.links > 0.65 * box.text:
            return "a list of links"
        if box.links and box.text < 400 and is_also_read(box.own or _first_text(box)):
            return "also read"
        if not box.kids and roles.is_clutter(box.own):
            return "a line pages write around stories"
    return ""


def _popups(node: LexborNode) -> list[int]:
    """Small cards of links that open over a name in the text: a span of links right behind a link."""
    found = []
    for span in node.css("a + span"):
        links = span.css("a")
        if len(links) > 1 and sum(len(link.text()) for link in links) > max(40, 0.6 * len(span.text())):
            found.append(span.mem_id)
    return found


def _first_text(box: Box) -> str:
    for each in order(box):
        if each.own:
            return each.own
    return ""
