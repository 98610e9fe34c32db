"""Writes the blocks of the chosen part of a page, without what only surrounds a story."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from selectolax.lexbor import LexborNode

from tui.blocks import Block
from tui.parse.page import roles
from tui.parse.page.blocks import blocks
from tui.parse.page.embeds import is_card
from tui.parse.page.labels import is_also_read, label
from tui.parse.page.tree import HEADS, called, upward
from tui.parse.page.words import words
from tui.parse.story.belonging import TOLD
from tui.parse.story.boxes import Box, inside, is_told_paragraph, order
from tui.parse.story.lead_picture import lead_picture
from tui.parse.story.opening import opening, text_of
from tui.parse.story.reading import Reading, find_standfirst
from tui.parse.story.recipes import ingredients_beside, open_up
from tui.text import shorten


def story_blocks(
    boxes: list[Box], part: Box, reading: Reading, opened: set[int], removed: set[int], *, lead: bool = True
) -> list[Block]:
    """The blocks of the story's part, without clutter."""
    held = find_standfirst(boxes, part, reading) if lead else ()
    reading.lead = reading.lead or bool(held)
    lines = order(part)
    beside = ingredients_beside(boxes, part) if lead else None
    own = {id(box) for box in order(beside)} if beside is not None and open_up(beside, part) else set()
    reading.know_lines(lines)
    scene = _Scene(
        dropped=removed | {box.node.mem_id for box in held if box is not part},
        lines=lines,
        whole_page=lead,
    )
    for place, box in enumerate(lines):
        if box is part:
            continue
        if box.parent is not None and box.parent.node.mem_id in scene.dropped:
            scene.dropped.add(box.node.mem_id)
        elif id(box) in own:
            continue
        elif box.node.mem_id in removed:
            reading.left_out_box("a rule for this site", box)
        elif why := scene.judge(box, place):
            reading.left_out_box(why, box)
    for head in list(_left_alone(lines, scene.dropped)):
        reading.left_out_box("heads nothing that is left", head)
        scene.dropped.add(head.node.mem_id)
    reading.unlinked.update(_unlinked_labels(lines, scene.dropped))
    for node in scene.popups:
        reading.left_out("a card that opens over a name", words(node), called(node))
    scene.dropped.update(node.mem_id for node in scene.popups)
    found = list(blocks(part.node, reading.base, scene.dropped, scene.pictured, opened))
    if beside is not None:
        reading.note(f"the ingredients of a recipe: {called(beside.node)}")
        if not own:
            found[:0] = blocks(beside.node, reading.base)
    if lead:
        _begin(boxes, part, held, found, reading)
    return found


def _begin(boxes: list[Box], part: Box, held: Sequence[Box], found: list[Block], reading: Reading) -> None:
    """Set before the blocks what belongs to the story and stands above its part."""
    whole = order(boxes[0])
    first = opening(whole, part, held, reading)
    if first and not held:
        reading.standfirst, reading.lead = text_of(first.pop(0)), True
        reading.note("standfirst: the paragraph above the story's part")
    for box in reversed(first):
        reading.note(f"begins above its part: {shorten(text_of(box), 70)}")
        found[:0] = blocks(box.node, reading.base)
    if (picture := lead_picture(whole, part, found, reading)) is not None:
        reading.note(f"opens with a picture above its part: {shorten(picture.caption or picture.url, 70)}")
        found.insert(0, picture)


def _left_alone(lines: Sequence[Box], dropped: set[int]) -> Iterator[Box]:
    """The headings of boxes of which all else was left out: an invitation whose form and sentence are gone.

    On dev2 four pages of four publishers gain by it and one loses; it was found on a made page of a news site.
    """
    for box in lines[1:]:
        if len(box.kids) < 2 or box.node.mem_id in dropped:
            continue
        heads = [kid for kid in box.kids if kid.tag in HEADS and not kid.cut and 0 < len(kid.own) <= _LONGEST_BARE]
        others = [kid for kid in box.kids if kid not in heads and (kid.text or kid.cut or kid.images)] if heads else ()
        if others and all(kid.cut or kid.node.mem_id in dropped for kid in others):
            yield from heads


class _Scene:
    """What is known about a part while its boxes are judged in order."""

    def __init__(self, dropped: set[int], lines: Sequence[Box], whole_page: bool):
        self.lines = lines
        """The boxes of the part."""
        told = [place for place, box in enumerate(lines) if is_told_paragraph(box)]
        self.dropped = dropped
        """What is left out, by `mem_id`."""
        self.pictured: set[int] = set()
        """The elements of a picture and the little that stands under it."""
        self.popups: list[LexborNode] = []
        """Cards that open over a name in the text."""
        self.shapes: Counter[tuple[str, str]] = Counter()
        """How many boxes with pictures are of one shape, once it has been asked for."""
        self.last = told[-1] if told else _NOWHERE
        """The place of the last paragraph."""
        self.first = told[0] if len(told) >= _FEWEST else -1
        """That of the first one, where the story is told in paragraphs: what stands in none is then no part of it."""
        self.late = told[int(_LATE * len(told))] if len(told) > _FEWEST else _NOWHERE
        """That of one near the end, behind which the author is told of."""
        self.whole_page = whole_page
        """Whether the part stands on a page, and is not a feed's own text, of which a list of links may be all."""
        self.before = ""
        """The line before this one."""
        self.headed = False
        """Whether that is a heading."""
        self.labelled = False
        """Whether it was a line that leads up to links ("Read more:") and was left out, or such a link."""

    def judge(self, box: Box, place: int) -> str:
        """Leave out a box, or parts of it; why all of it is left out, or ""."""
        why = box.cut if box.cut != "a caption" or not _with_picture(box, self.pictured) else ""
        why = why or self.why(box, place)
        if box.own:
            if self.labelled and not why and box.tag not in HEADS and box.linked > _ALL_LINKED * len(box.own):
                why = _BELOW_LABEL
            self.labelled = why == _BELOW_LABEL or bool(why and box.own.endswith((":", "："))) or _leads_up(box.own)
        if why:
            self.dropped.add(box.node.mem_id)
        elif _is_picture(box) and not self._is_item(box):
            self.pictured.add(box.node.mem_id)
        if not why and box.leaf and box.linked > 40:
            self.popups += _popups(box.node)
        if box.own:
            self.before, self.headed = box.own, box.tag in HEADS and not why
        return why

    def _is_item(self, box: Box) -> bool:
        """Whether a picture with a heading and a sentence that leads nowhere else is one of several of the same shape:
        a dish, a product, an entry of a list that the story is."""
        if box.prose <= _ITEM_PROSE or box.links > _ITEM_LINKS * box.text:
            return False
        if not any(each.tag in HEADS and each.own and not each.cut for each in order(box)):
            return False
        self.shapes = self.shapes or Counter(_shape(each) for each in self.lines if each.images and not each.leaf)
        return self.shapes[_shape(box)] >= _ITEMS

    def why(self, box: Box, place: int) -> str:
        """Why a box is left out, or ""."""
        found = ""
        if self.whole_page or box.leaf:
            found = _not_read(box, place > self.last and self.whole_page, self.before)
            amid = self.headed and self.first < place < self.last
            if found == "a list of links" and amid and _is_section(box, self.before, self.last == _NOWHERE):
                found = ""
        return found or (self._beside(box, place) if self.whole_page else "")

    def _beside(self, box: Box, place: int) -> str:
        """Why a box only stands beside the story, by its name and place, or ""."""
        if place >= self.late and box.flags & roles.BYLINE and not box.flags & roles.BODY:
            return "about the author"
        outside = self.first > 0 and not self.first < place < self.last
        return "words in no paragraph" if outside and _is_bare(box) else ""


def _leads_up(text: str) -> bool:
    """Whether a line is nothing but the label of links to other stories."""
    said = label(text)
    return said is not None and not said.rest


def _shape(box: Box) -> tuple[str, str]:
    """The shape of a box: its element and the first of its names."""
    return box.tag, box.names.partition(" ")[0]


_BELOW_LABEL = "a link below a label"
_ALL_LINKED = 0.9
"""Share of a line's letters from which it is such a link. Found on made pages of papers in Spanish; no page of both
sets is changed by it."""
_ITEMS = 3
_ITEM_PROSE = 30
_ITEM_LINKS = 0.25
"""Items from which they are a list; characters of prose, and the largest share of links, of one: more of them, and it
is a teaser. Tuned on both page sets: five pages of five publishers gain (dev2 .9607 to .9622), none loses."""
_FEWEST = 3
_LATE = 0.8
"""Paragraphs of a story that is told in paragraphs; the share of them behind which a box that is named like a byline is
about the author. Tuned on both page sets: five pages and eleven gain by them, none and three lose."""
_NOWHERE = 1_000_000
_BARE = frozenset("a center div footer header section small span".split())
_HOLD = frozenset("blockquote dl li ol table td th ul".split())
_LONGEST_BARE = 80


def _is_bare(box: Box) -> bool:
    """Whether a few words outside paragraphs, headings, lists and tables are no sentence: a label, a button, a
    signature."""
    own = box.own
    if box.tag not in _BARE or box.kids or not 1 < len(own) <= _LONGEST_BARE or own.endswith(_STOPS):
        return False
    return label(own) is None and not any(inside(box, tag) for tag in _HOLD)


_STOPS = (".", "!", "?", "…", "。", ":", "：")


def _unlinked_labels(lines: Sequence[Box], dropped: set[int]) -> Iterator[str]:
    """The labels of links ("Related coverage") right before something that was left out.

    What such a label stands over is judged by itself: leaving it out with the label lost tables and lists of 12
    publishers on both page sets, and left out clutter of six.
    """
    gone = False
    for box in reversed(lines):
        if box.node.mem_id in dropped:
            gone = gone or bool(box.own or box.cut)
        elif box.own:
            said = label(box.own) if gone else None
            gone = said is not None and (not said.rest or box.tag in HEADS or box.own.endswith((":", "：")))
            if gone:
                yield box.own


def _with_picture(box: Box, pictured: set[int]) -> bool:
    """Whether it is a caption beside its picture, so that the two are read together."""
    return any(above.tag == "figure" or above.node.mem_id in pictured for above in islice(upward(box.parent), 4))


def _is_picture(box: Box) -> bool:
    """Whether an element is a picture and the little text under it."""
    if not box.images or box.leaf or box.text >= 300 or box.prose >= 300 or box.tag in _NO_PICTURES:
        return False
    if sum(kid.images > 0 and kid.text > 0 for kid in box.kids) > 1:
        return False  # several, each with its own
    return (box.text > 0 or _has_caption(box)) and not _has_leaf(box) and not _tells(box)


def _tells(box: Box) -> bool:
    """Whether words beside a picture are not a caption: a heading alone, or more than a line in paragraphs, with no
    link."""
    said = [each for each in order(box) if each.own and not each.cut]
    if all(each.tag in HEADS for each in said):
        return bool(said)
    return box.text > _CAPTION and not box.links and any(each.tag == "p" for each in said)


_CAPTION = 150
"""Characters above which paragraphs beside a picture are no caption: of seven pages that hold such a box, by both page
sets, six have it in their story."""


_NO_PICTURES = frozenset("figure li td tr tbody table a ul ol".split())


def _has_caption(box: Box, depth: int = 0) -> bool:
    return any(kid.cut == "a caption" or (depth < 3 and _has_caption(kid, depth + 1)) for kid in box.kids)


def _has_leaf(box: Box) -> bool:
    return any(
        (kid.leaf and kid.tag == "p" and len(kid.own) > 120) or (not kid.leaf and _has_leaf(kid)) for kid in box.kids
    )


_LISTS = frozenset("ul ol div section nav dl table".split())


_CELLS = ("td", "th")
_COUNTED = frozenset("p h1 h2 h3 h4 h5 h6 li dd dt pre".split())
"""Elements whose figures are the story's: a heading that is a year, a paragraph that is a price."""


def _not_read(box: Box, ended: bool, before: str) -> str:
    """Why a box in the chosen part is left out, or "". `ended`: after the last paragraph; `before`: the line before
    it."""
    own = box.own
    told = box.leaf or (box.tag in _BARE and not box.kids)
    if told and box.linked and (is_also_read(own) or _leads_up(own[: len(own) - box.linked].strip())):
        return "also read"
    if box.leaf:
        if not own or box.tag == "pre":
            return ""
        return "a line pages write around stories" if _is_around(box, ended) else ""
    if box.tag == "td" and box.parent is not None and box.links > 0.65 * box.text > 0 and box.parent.prose > 300:
        return "a list of links"
    return _list_not_read(box, ended, before) if (box.tag in _LISTS or "-" in box.tag) and box.text > 0 else ""


def _list_not_read(box: Box, ended: bool, before: str) -> str:
    """The same for a box that may hold a list."""
    if box.links > 0.65 * box.text:
        told = _is_told_list(box, ended, before) or _is_sentence(box, ended) or _is_post(box) or _is_data(box)
        told = told or (not ended and _is_wrapped(box))
        return "" if told else "a list of links"
    if box.linked > _LABELLED * len(box.own) > 0 and all(kid.tag in HEADS for kid in box.kids if kid.text):
        return "a list of links"
    if not box.kids and _is_around(box, ended):
        return "a line pages write around stories"
    return ""


def _is_data(box: Box) -> bool:
    """Whether a table tells something of each thing that it links to: most of its rows have a cell without a link."""
    rows = [row for row in order(box) if row.tag == "tr" and row.text]
    told = sum(any(cell.own and not cell.links for cell in row.kids) for row in rows)
    return box.tag == "table" and len(rows) > 1 and 2 * told > len(rows)


_LABELLED = 0.65


_MEASURED = re.compile(r"[%‰$€£¥₹₩]")
"""What is no count that a page gives (of pictures, lines, comments) but the story's own figure, in whatever element:
a price, a share. Of dev2 three pages of three publishers gain, none of both sets loses."""


def _is_around(box: Box, ended: bool) -> bool:
    """Whether a line is one that pages put around a story, judging by its words and its place."""
    own = box.own
    if not roles.is_around(own, linked=box.linked > 0, ended=ended):
        return False
    dates = box.flags & roles.BYLINE
    if roles.is_number(own) and (box.tag in _COUNTED or _MEASURED.search(own) or (dates and not ended)):
        return False
    heads = box.tag in HEADS and box.parent is not None and _heads_some(box, box.parent, ended)
    if heads and not roles.is_of_the_page(own.lower()):
        return False
    return not any(inside(box, cell) for cell in _CELLS)


def _heads_some(box: Box, parent: Box, ended: bool) -> bool:
    """Whether a heading has a paragraph right below it, or the heading of one of its own parts within the story."""
    place = next((number for number, kid in enumerate(parent.kids) if kid is box), len(parent.kids))
    following = next((kid for kid in parent.kids[place + 1 :] if kid.text), None)
    if following is None:
        return False
    return is_told_paragraph(following) or (not ended and following.tag in HEADS and following.tag > box.tag)


def _is_told_list(box: Box, ended: bool, before: str) -> bool:
    """Whether the text leads up to a list of links within the story: by a colon, or by the paragraph before it."""
    if box.tag not in ("ul", "ol") or ended or (len(before) < 90 and label(before) is not None):
        return False
    return before.rstrip().endswith((":", "：")) or len(before) > 90


def _is_section(box: Box, heading: str, of_lists: bool) -> bool:
    """Whether a list of links within the story is all that stands between two headings, without which the first would
    head nothing; or the last of such lists, where the story has no paragraph (`of_lists`)."""
    if box.tag not in _LISTED or box.parent is None or label(heading) is not None:
        return False
    siblings = [kid for kid in box.parent.kids if kid is box or (kid.text and not kid.cut)]
    place = next(number for number, kid in enumerate(siblings) if kid is box)
    if place + 1 < len(siblings) and siblings[place + 1].tag in HEADS:
        return True
    above = siblings[place - 2] if place > 1 else box
    return of_lists and above.tag == box.tag and above.links > 0.65 * above.text


_LISTED = ("ul", "ol", "table")
"""What such a list is. Tuned on both page sets: six pages of six publishers gain, three newsletters lose; of public
pages three gain."""


_SENTENCE = 60
"""Characters from which a paragraph that is wholly a link, and ends like a sentence, is a sentence of the story."""


def _is_sentence(box: Box, ended: bool) -> bool:
    """Whether it is a paragraph of the story that happens to be one link."""
    if ended or len(box.kids) != 1 or box.own:
        return False
    own = box.kids[0].own
    return (
        box.kids[0].leaf and len(own) > _SENTENCE and own.endswith((".", "!", "?", "…", "。", "！", "？", ".”", ".»"))
    )


def _is_wrapped(box: Box) -> bool:
    """Whether each paragraph of the story is wrapped in a box of its own, as builders of pages do, and this is one of
    them; whether a line that is a link is told is then judged where paragraphs are."""
    if len(box.kids) > 1 or box.parent is None or (box.kids and not box.kids[0].leaf):
        return False
    alike = [kid for kid in box.parent.kids if _shape(kid) == _shape(box)]
    return sum(kid.prose > TOLD and kid.links < _FEW_LINKS * kid.text for kid in alike) >= _FEWEST


_FEW_LINKS = 0.3
"""Links' share of such a box. On dev2 four pages of three publishers gain by the rule, none of both sets loses."""


def _is_post(box: Box) -> bool:
    """Whether it is a post from another site, shown as one link."""
    return any(is_card(around.names) for around in islice(upward(box), 3))


def _popups(node: LexborNode) -> list[LexborNode]:
    """The small cards of links that open over a name in the text: a span of links right after a link."""
    found = []
    for span in node.css("a + span"):
        links = span.css("a")
        if len(links) > 1 and sum(len(link.text()) for link in links) > max(40, 0.6 * len(span.text())):
            found.append(span)
    return found
