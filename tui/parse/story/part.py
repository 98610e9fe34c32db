"""Which part of a page is the story: the smallest box that holds its prose."""

from itertools import dropwhile

from tui.parse.page import roles
from tui.parse.page.tree import INLINE, upward
from tui.parse.story.boxes import Box, is_told_paragraph, order


def choose(boxes: list[Box], headline: str = "") -> Box:
    """The smallest part of the page that holds the story's prose."""
    box = boxes[0]
    titled = _under_headline(boxes, headline)
    within = False
    while True:
        best = max((kid for kid in box.kids if not kid.cut), key=lambda kid: kid.prose, default=None)
        if best is None:
            return box
        home = next((kid for kid in box.kids if kid in titled), None)
        if home is not None and (_is_first_of(box, home) or _is_rather(box, home, best)):
            box = home
            continue
        within = within or bool(box.flags & roles.BODY)
        if _is_smallest(box, best) or (within and any(kid is not best and _speaks(kid) for kid in box.kids)):
            return box
        box = best


_MOST_OF_IT = 0.75
"""The share of a part's prose from which the story is looked for inside one of its boxes. Tuned on both page sets."""


def _is_first_of(box: Box, home: Box) -> bool:
    """Whether the box with the headline is followed by other stories, appended for endless scrolling."""
    return any(kid is not home and _begins_another(kid, home) for kid in box.kids)


def _is_rather(box: Box, home: Box, best: Box) -> bool:
    """Whether the box with the headline is the story, rather than the one with the most prose."""
    if home is best and best.prose >= _MOST_OF_IT * box.prose:
        return False
    return _told_in(home, best) and not any(kid is not home and _kin(kid, home) for kid in box.kids)


def _is_smallest(box: Box, best: Box) -> bool:
    """Whether the story fills this box: the best box inside it is only a piece of the story."""
    if best.leaf or best.tag in ("table", "ul", "ol") or best.prose < _MOST_OF_IT * box.prose:
        return True
    if best.tag in INLINE and box.told > 0:
        return True  # words set in italics amid a line
    if box.told > 60 and best.told > 60:
        return True  # paragraphs that were never closed, one inside the other
    beside = sum(kid.prose for kid in box.kids if kid.leaf and not kid.cut and kid.tag == "p" and kid.prose > 60)
    if beside > 60 and not (best.flags & roles.BODY and not box.flags & roles.BODY):
        return True
    return any(kid is not best and _kin(kid, best) for kid in box.kids)


def _under_headline(boxes: list[Box], headline: str) -> set[Box]:
    """The boxes around the page's own h1; none if it has no h1, or several of which none is the headline."""
    heads = [box for box in boxes if box.tag == "h1"]
    if len(heads) > 1:
        wanted = "".join(headline.split())
        heads = [head for head in heads if "".join(head.node.text().split()) == wanted]
    return set(upward(heads[0].parent)) if heads else set()


def _told_in(home: Box, best: Box) -> bool:
    """Whether the part with the headline holds a whole story, although there is more text elsewhere (comments, older
    posts).

    No page of the two sets needs it; it was found on public pages of blogs (trafilatura's), where older posts
    follow, and on made ones with three short paragraphs beside a column of opinions. What stands
    above the headline does not count: menus describe things in whole sentences too.
    """
    if home.cut or home.leaf or home.prose < max(300, 0.15 * best.prose):
        return False
    below = dropwhile(lambda box: box.tag != "h1", order(home))
    return sum(map(is_told_paragraph, below)) >= 3


def _begins_another(box: Box, home: Box) -> bool:
    """Whether a sibling of the same shape has a headline of its own: another story, appended for endless scrolling. If
    the headings within the story are h1 too, as Medium writes them, one says nothing."""
    if box.cut or box.leaf or home.leaf or home.prose < 250 or box.tag != home.tag or box.names != home.names:
        return False
    return box.node.css_first("h1") is not None and len(home.node.css("h1")) < 2


def _speaks(box: Box) -> bool:
    """Whether an element beside the best one holds whole paragraphs of its own."""
    if box.cut or box.leaf or box.prose < 200 or box.links > 0.2 * box.text:
        return False
    return sum(kid.prose for kid in order(box) if is_told_paragraph(kid)) > 0.8 * box.prose


def _kin(box: Box, best: Box) -> bool:
    """Whether a sibling continues the story: of the same shape as the best one, with prose of its own."""
    if box.cut or box.leaf or box.prose < 150 or box.links > 0.3 * box.text:
        return False
    if box.flags & best.flags & (roles.BODY | roles.PAYWALL):
        return True
    if box.tag != best.tag:
        return False
    return (bool(box.names) and box.names == best.names) or _leads_into(box, best)


def _leads_into(box: Box, best: Box) -> bool:
    """Whether a story begins in a sibling that has most of the best one's names, as builders of pages number their
    boxes.

    Of both page sets one page gains by it, of public ones two, and none loses; boxes after the best one are mostly
    about the author, or sell something.
    """
    siblings = best.parent.kids if best.parent is not None else ()
    if next((each for each in siblings if each is box or each is best), None) is not box:
        return False
    own, other = set(box.names.split()), set(best.names.split())
    return 2 * len(own & other) >= len(own | other) and any(map(is_told_paragraph, order(box)))
