"""The ingredients of a recipe: many pages put this list in an aside or a column beside the steps."""

from collections.abc import Sequence

from tui.parse.page import roles
from tui.parse.page.tree import HEADS, upward
from tui.parse.page.words import words
from tui.parse.story.boxes import Box, order
from tui.text import folded

_NAMES = ("ngredient", "zutaten", "sastojci", "skladniki")
_HEADINGS = frozenset(
    (
        *"ingredients ingrédients ingredientes ingredienti ingrediënten ingredienser ingrediente ingredienten zutaten".split(),
        *"składniki suroviny ingrediencie hozzávalók ainekset ainesosat malzemeler ингредиенты інгредієнти υλικά".split(),
        *"sastojci съставки bahan 材料 재료 المكونات המצרכים מצרכים सामग्री".split(),
        "the ingredients",
        "what you need",
        "what you ll need",
        "you will need",
        "das brauchen wir",
        "nguyên liệu",
    )
)
"""What stands over such a list, folded."""
_HEADED = HEADS | {"aside"}
"""Elements that say it by a heading."""
_LONGEST_HEADING = 40
_FEWEST, _MOST = 3, 80
"""Items of such a list."""
_LINKED = 0.6
"""The share of links from which a list is one of other pages: some shops link what they sell."""


def ingredients_beside(boxes: Sequence[Box], part: Box) -> Box | None:
    """The list of ingredients that a page sets aside from its story, or outside it; None if the story has its own.

    Made after one page of dev2 and made examples; of the other pages of both sets none changes.
    """
    if not _says_so("\n".join([box.names for box in boxes])):  # a question to all, for one to each
        boxes = [box for box in boxes if box.tag in _HEADED]
    lists = [box for box in map(_named, boxes) if box is not None and _is_list(box)]
    if not lists:
        return None
    within = {id(box) for box in order(part)}
    if any(id(box) in within and not box.cut for box in lists):
        return None
    return lists[0]


def _says_so(names: str) -> bool:
    """Whether class and id speak of ingredients."""
    names = names.lower()
    return any(name in names for name in _NAMES)


def _named(box: Box) -> Box | None:
    """The box of a list of ingredients, given the box that announces it: itself by its name, or by its heading if it
    was set aside before it was walked, or the box around a heading."""
    if box.tag in HEADS:
        return box.parent if len(box.own) < _LONGEST_HEADING and folded(box.own) in _HEADINGS else None
    if _says_so(box.names):
        return box
    if box.tag == "aside" and not box.kids and (head := box.node.css_first("h2, h3, h4, h5")) is not None:
        return box if folded(words(head)) in _HEADINGS else None
    return None


def _is_list(box: Box) -> bool:
    """Whether it has some lines, most of which lead nowhere, and no comments."""
    if _is_of_readers(box):
        return False
    items = box.node.css("li, tr")
    if not _FEWEST <= len(items) <= _MOST:
        return False
    linked = sum(len(link.text()) for link in box.node.css("a[href]"))
    return linked < _LINKED * sum(len(item.text()) for item in items)


def _is_of_readers(box: Box) -> bool:
    """Whether a box is among what readers wrote, or in a menu."""
    return any(above.flags & roles.COMMENTS or above.tag in ("nav", "footer") for above in upward(box))


def open_up(box: Box, part: Box) -> bool:
    """Take a box and all in it back into the part around it; False if there is none."""
    around: list[Box] = []
    above: Box | None = box
    while above is not None and above is not part:
        around.append(above)
        above = above.parent
    if above is None:
        return False
    for each in (*around, *order(box)):
        each.cut = ""
    return True
