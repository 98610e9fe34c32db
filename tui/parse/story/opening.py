"""How a story begins outside its part: whole sentences between headline and part, neither shown nor said elsewhere, are
the story's own."""

import re
from collections.abc import Sequence

from tui.parse.page import roles
from tui.parse.page.signature import is_caption
from tui.parse.page.tree import HEADS
from tui.parse.page.words import words
from tui.parse.story.belonging import ENDS
from tui.parse.story.boxes import BY_NAME, Box, inside
from tui.parse.story.reading import Reading
from tui.parse.story.standfirst import is_note
from tui.text import folded, line

_SHORTEST = 80
_MOST = 4
_LINKED = 0.2
"""Characters of a paragraph that is believed, the most paragraphs, and the share of links in one. Tuned on both page
sets."""
_ENDS = re.compile(rf"{ENDS.pattern}|:$")


def opening(whole: Sequence[Box], part: Box, held: Sequence[Box], reading: Reading) -> list[Box]:
    """The paragraphs between the page's headline and the part that is its story; `held` are the boxes of its
    standfirst, `whole` all of the page in its order."""
    found: list[Box] = []
    begun = False
    known = {id(box) for box in held}
    headlines = reading.headlines()
    said = folded(reading.standfirst)
    names = [folded(name) for name in reading.authors]
    for box in whole:
        if box is part:
            break
        if box.tag in HEADS and box.own and folded(box.own) in headlines:
            begun = True
            found.clear()
        elif begun and id(box) not in known and (_is_told(box) if not box.cut or in_header(box) else _is_teaser(box)):
            small = folded(text_of(box))
            if small not in said and not any(small.startswith(name.split(" ")[0]) for name in names if name):
                found.append(box)
    else:
        return []
    return found if 0 < len(found) <= _MOST else []


def in_header(box: Box) -> bool:
    """Whether it was set aside only because it is in the header of the page's story."""
    while box.cut == "inside" and box.parent is not None:
        box = box.parent
    return box.cut == "a header"


def text_of(box: Box) -> str:
    """The words of a box, even if it was set aside before it was walked."""
    return line(box.own or words(box.node))


def _is_teaser(box: Box) -> bool:
    """Whether it was set aside as a teaser by its name, but is whole sentences with neither link, picture nor heading:
    the story's own, as German sites name its beginning."""
    if box.cut != BY_NAME or "teaser" not in box.names.lower() or box.node.css_first(_OFFERS) is not None:
        return False
    text = text_of(box)
    return _SHORTEST < len(text) < _LONGEST and _ENDS.search(text) is not None and not roles.is_clutter(text)


_OFFERS = "a[href], img, picture, h1, h2, h3, h4, h5, h6, button, input"
_LONGEST = 900


def _is_told(box: Box) -> bool:
    """Whether it is a paragraph of whole sentences, without links, that is not under a picture."""
    own = box.own
    if (
        len(own) < _SHORTEST
        or box.kids
        or box.linked > _LINKED * len(own)
        or box.tag not in ("p", "div")
        or _ENDS.search(own) is None
    ):
        return False
    if roles.is_clutter(own) or roles.sells(own) or is_note(own) or is_caption(own):
        return False
    return not box.flags & (roles.CAPTION | roles.BYLINE | roles.JUNK) and not inside(box, "figure")
