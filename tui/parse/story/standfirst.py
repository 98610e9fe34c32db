"""Finds the standfirst: it stands between headline and story and is named as one, or says what the page says about
itself.

A story's own first paragraph is not a standfirst, even if the page describes itself by it and however it is set."""

import re
from collections.abc import Sequence
from itertools import dropwhile, islice
from typing import NamedTuple

from tui import address
from tui.parse.page import roles
from tui.parse.page.bylines import byline, is_byline
from tui.parse.page.metadata import Metadata
from tui.parse.page.openings import Openings
from tui.parse.page.signature import is_caption, opens_with_date
from tui.parse.page.tree import HEADS, first_of, upward
from tui.parse.page.words import words
from tui.parse.story.boxes import BY_NAME, COMMENTS, Box, inside, order
from tui.parse.words import interruptions
from tui.scripts import said
from tui.text import folded, line

_SHORTEST = 25
_LONGEST = 900
"""Characters of a standfirst."""
_SHORTEST_UNNAMED = 50
"""Characters that one has more of which nothing but its place speaks for."""
_MOST_LINES = 4
_LONGEST_LINE = 250
"""Lines behind the first, and characters of one."""
_OPENING = 60
"""Characters by which a description is known to be the story's first paragraph."""
_CREDIT = re.compile(r"\b(?:reports|writes)\s+(?P<who>[^.…]{2,60})[.…]*$")
_BEFORE_CREDIT = re.compile(r"[.…–—-]$")
_NOTE = re.compile(
    r"\bmay be compensated|\b(?:for|to) (?:our )?subscribers\b|\bsubscribers? only|already a subscriber"
    r"|\b(?:log|sign) in to\b|(?:nur|exklusiv) für (?:unsere )?(?:abonnent|leser|mitglied)"
    r"|réservée? (?:à nos|aux) abonnés|(?:solo|exclusivo) para (?:suscriptores|assinantes)"
    r"|riservat[oa] agli abbonati|alleen voor abonnees|tylko dla (?:subskrybentów|prenumeratorów)"
    r"|redaktionell (?:nicht )?bearbeitet|nicht von der redaktion|amazon associate|qualifying purchases"
    r"|earn (?:an? )?(?:\w+ )?commission"
    r"|^\W*(?:editor(?:['’]?s|ial) note|note de la rédaction|nota d(?:e la redacción|el editor|ella redazione))\b"
    r"|listen to this (?:article|story)|(?:by registering|register) (?:for free|here)",
    re.IGNORECASE,
)
"""What a page says of access, of money and of where it has its words from, in the place of a standfirst."""
_OF_ACCESS = re.compile(
    "subs|abonn|suscr|assin|mitgl|leser|compens|in to|prenu|reda[kcz]|editor|rédac|amazon|commission|purchases|listen|regist"
)
"""Without one of these, in lower case, it says nothing of the kind: looked for first, which costs a tenth."""
_OF_ITSELF = Openings(interruptions.OF_ITSELF)
_ASKS = re.compile(
    r"whatsapp[- ](?:channel|kanal|kanaal)|(?:canal|canale|chaîne|kanał|kanál|канал)\w{0,4}(?: (?:de|do|di|su|na|no|en|on|в))? whatsapp"
    r"|(?:preferred|bevorzugte|préférée|preferida|preferita) (?:source|quelle|fuente|fonte)|(?:source|fuente|fonte) (?:préférée|preferida|preferita)"
    r"|join the (?:discussion|conversation)|we may earn|generated (?:by|with) (?:ai|artificial)|mit ki erstellt|generad\w (?:por|con) ia|généré\w{0,2} par (?:l.)?ia"
)
"""What is said there of channels to follow, of money and of machines that wrote it; found on made pages."""
_LONGEST_NOTE = 160
_OF_THE_SITE = re.compile(r"(?:site|blog)[-_]*(?:desc|tag|sub)|tag-?line|slogan|claim", re.IGNORECASE)
"""How the words below an outlet's own name are named."""
_LONGEST_CAPTION = 100
_SMALL = 300
"""Characters: a caption, and the box of a picture that holds one."""
_SAME = 0.6
_NEARLY_ALL = 0.85
_WORDS_BEFORE = 8
"""Words of a description that stand in the story's opening, as a share, behind a dateline of so many words."""
_SHORTEST_BOLD = 60
_LONGEST_BOLD = 500
_LEADS = roles.LEAD | roles.INTRO

_DESCRIBED_ITSELF = "as the page describes itself"
_NAMED = 2.0
"""The score of what is named so; the ones below were tuned with it on the first page set (150 pages)."""
_DESCRIBED = 1.5
_BETWEEN_HEADING = 1.0
_BETWEEN_TEXT = 0.7


class Standfirst(NamedTuple):
    """A standfirst, the outlet that it credits, the boxes that hold it if it is on the page, and how it was
    recognised."""

    text: str
    credit: str
    boxes: tuple[Box, ...]
    where: str


class _Scene:
    """What is known about a page while its standfirst is looked for."""

    def __init__(self, part: Box, facts: Metadata, headline: str, authors: Sequence[str]):
        self.headline = folded(headline)
        self.headlines = {self.headline, *map(folded, facts.headlines)}
        self.language = facts.language
        self.authors = [folded(name) for name in authors]
        self.descriptions = [folded(each) for each in facts.descriptions]
        inner = order(part)
        self.home = _home(part, inner)
        self.in_home = set(map(id, order(self.home)))
        self.in_part = set(map(id, inner))
        plain = [kid for kid in self.home.kids if kid.leaf and kid.prose > 60]
        self.plain_names = {kid.names for kid in plain}
        """How the story's own paragraphs are named."""
        self.plain_tags = {kid.tag for kid in plain}
        self.chain: set[int] = set()
        for above in upward(self.home):
            self.chain.add(id(above))
            if above is part:
                break
        self.header: Box | None = None
        """What was set aside with the headline in it, once that was met."""
        self.headless = False
        """No box holds the headline."""

    def begins_at(self, box: Box) -> bool:
        """Whether a box holds the beginning of the story, on a page without a box that holds the headline."""
        return self.headless and id(box) in self.chain

    def is_headed(self, box: Box) -> bool:
        """Whether it was set aside only together with the headline: then what they stand in is not clutter."""
        return box.cut != "" and self.header is not None and _set_aside_with(box) is self.header

    def at_home(self, box: Box) -> bool:
        """Whether it is in the box that holds most of the story's paragraphs."""
        return box is not self.home and id(box) in self.in_home

    def in_story(self, box: Box) -> bool:
        """Whether it is in that box, beside it in the story's part, or in a part of the same shape."""
        parent = box.parent
        if parent is None or id(box) not in self.in_part:
            return False
        return (
            self.at_home(box)
            or (id(parent) in self.chain and id(box) not in self.chain)
            or _alike(parent, self.home)
            or bool(parent.flags & self.home.flags & roles.PAYWALL)
        )

    def is_lead(self, box: Box) -> bool:
        """Whether it is named as a standfirst; in the box of the paragraphs a name that says only "beginning" is the
        first paragraph's."""
        if box is self.home or _OF_THE_SITE.search(box.names):
            return False
        return _named(box, roles.LEAD if self.at_home(box) else _LEADS)

    def is_signature(self, text: str, small: str) -> bool:
        """Whether it is a short line that says who wrote a story, or when."""
        return len(text) < 120 and (is_byline(small, self.authors) or roles.is_date_line(text, self.language))

    def is_described(self, small: str) -> bool:
        """Whether it says what the page says about itself."""
        return any(
            small == each or (len(small) > 40 and len(each) > 40 and (small in each or each in small))
            for each in self.descriptions
        )


def standfirst_of(
    boxes: Sequence[Box], part: Box, facts: Metadata, headline: str, authors: Sequence[str]
) -> Standfirst:
    """The standfirst of the story that is in `part`; empty if the page neither shows nor states one."""
    scene = _Scene(part, facts, headline, authors)
    text, box, where, first = _shown(boxes, scene)
    begins = folded(first.own) if first is not None else ""
    if where != _DESCRIBED_ITSELF and (lines := _above_signature(boxes, facts, scene)):
        text, box, where = facts.standfirst[0], lines[0], "between headline and signature"
    if not text and first is not None and _is_set_apart(first, boxes):
        text, box, where = first.own, first, "the first paragraph, set in bold"
    if not text and (text := _described(facts.descriptions, scene, begins)):
        where = "the page's description"
    further = _further(box, scene) if box is not None and box.own == text else []
    text = " ".join([text, *(each.own for each in further)])
    held = (box, *further) if box is not None else ()
    credit = ""
    if ("reports" in text or "writes" in text) and (found := _CREDIT.search(text)):
        head = text[: found.start()].rstrip()
        if _BEFORE_CREDIT.search(head):
            credit = line(found["who"])
            text = _without_ending(head)
    return Standfirst(line(text), credit, held, where)


def _above_signature(boxes: Sequence[Box], facts: Metadata, scene: _Scene) -> Sequence[Box | None]:
    """The box of the sentence between headline and signature (None if no single box holds it), or several of the same
    shape; empty if what is there is not a standfirst."""
    told = facts.standfirst[0] if facts.standfirst else ""
    if not told or is_note(told) or _alike_words(told, scene.headline):
        return ()
    first = next((each for each in boxes if each.own == told), None)
    if first is not None and _is_caption(first, told):
        return ()
    lines = [first, *(_further(first, scene) if first is not None else ())]
    shown = {each.own for each in lines if each is not None}
    return lines if len(facts.standfirst) == 1 or shown.issuperset(facts.standfirst) else ()


def _without_ending(text: str) -> str:
    """A text without the dots or the dash at its end."""
    return text.rstrip(" .…–—-")


def _shown(boxes: Sequence[Box], scene: _Scene) -> tuple[str, Box | None, str, Box | None]:
    """(the standfirst that the page shows, its box, how it was recognised, the box with which the story itself
    begins)."""
    best, best_score, best_box, where = "", 0.0, None, ""
    seen_headline = False
    begins: Box | None = None
    rows = order(boxes[0])[:_MOST_ROWS]
    scene.headless = _is_headless(rows, scene)
    over = min(_first_heading(rows, scene), _unparted(rows, scene))
    for place, box in enumerate(rows[:over]):
        if _is_headline(box, seen_headline, scene):
            seen_headline = True
            scene.header = _set_aside_with(box)
            continue
        seen_headline = seen_headline or scene.begins_at(box)
        if not _may_be(box, seen_headline):
            continue
        lead = scene.is_lead(box)
        text = _candidate(box, lead, seen_headline, scene)
        described = bool(text) and scene.is_described(folded(text))
        if not text or not (described or seen_headline):
            continue  # above the headline a page describes itself, or sells something
        in_story = scene.in_story(box)
        score = _score(box, lead, described, in_story, scene)
        if not score and begins is None and seen_headline:
            score = _score_by_place(rows, place, text, scene)
        if score > best_score and not (best and text in best):
            best, best_score, best_box = text, score, box
            where = _how(lead, described)
        if lead or not _tells(box):
            continue
        begins = begins or (box if in_story or (box is not best_box and _is_plain(box, scene)) else None)
        if in_story and box is not best_box:
            break
    return best, best_box, where, begins or _first_told(rows[over:])


_MOST_ROWS = 5_000
"""Boxes among which a standfirst is looked for; the largest page of the first set has 923."""


def _is_headless(rows: Sequence[Box], scene: _Scene) -> bool:
    """Whether no box holds the headline."""
    return not any(_is_headline(box, False, scene) for box in rows if box.tag in HEADS)


def _unparted(rows: Sequence[Box], scene: _Scene) -> int:
    """The place of the story's box if most of the story stands in no paragraph inside it: no standfirst is below it."""
    if not 2 * scene.home.told > scene.home.prose > _PARAGRAPH:
        return len(rows)
    return next((place for place, box in enumerate(rows) if box is scene.home), len(rows))


def _first_told(rows: Sequence[Box]) -> Box | None:
    """The first box with more than a line of prose of its own."""
    return next((box for box in rows if box.own and box.told > _SHORTEST_UNNAMED), None)


def _first_heading(rows: Sequence[Box], scene: _Scene) -> int:
    """The place of the first heading of a part of the story, where its standfirst is over, whatever the page says about
    itself; the heading of a standfirst that is named as one does not count. Of dev and dev2 seven pages gain."""
    seen_headline = False
    for place, box in enumerate(rows):
        if box.tag not in HEADS and not scene.headless:
            continue
        if _is_headline(box, seen_headline, scene) or scene.begins_at(box):
            seen_headline = True
        elif seen_headline and id(box) in scene.in_part and _heads_part(box, scene) and not _leads(rows[place + 1 :]):
            return place
    return len(rows)


def _leads(rows: Sequence[Box]) -> bool:
    """Whether one of the next boxes is named as a standfirst."""
    return any(_named(each, roles.LEAD) for each in rows[:_LINES_TO_STORY])


def _heads_part(box: Box, scene: _Scene) -> bool:
    """Whether it is a short heading, neither signature nor standfirst."""
    if box.tag not in HEADS:
        return False
    small = folded(box.own)
    return (
        0 < len(box.own) <= _SHORTEST_UNNAMED
        and not box.cut
        and not box.flags & roles.LEAD
        and (len(box.own) < _SHORTEST or not scene.is_described(small))
        and not scene.is_signature(box.own, small)
    )


def _how(lead: bool, described: bool) -> str:
    """How a standfirst that the page shows was recognised."""
    if described:
        return _DESCRIBED_ITSELF
    return "named so" if lead else "between headline and story"


def _is_headline(box: Box, seen_headline: bool, scene: _Scene) -> bool:
    """Whether it is the story's headline: in its words, which a kicker may precede, or the first h1."""
    if not box.own or box.tag not in HEADS:
        return False
    aside = _set_aside_with(box) if box.cut else None
    small = folded(box.own)
    if small in scene.headlines or (len(scene.headline) > _SHORTEST and small.endswith(f" {scene.headline}")):
        return aside is None or aside.cut != COMMENTS  # whoever answers repeats it
    if box.linked and box.tag == "h1" and _leads_home(box):
        return False
    return box.tag == "h1" and not seen_headline and (aside is None or aside.cut != BY_NAME)


def _leads_home(box: Box) -> bool:
    """Whether a heading is a link to the front page: the name of the site."""
    link = box.node.css_first("a[href]")
    href = (link.attributes.get("href") or "") if link is not None else ""
    return address.split(href)[2].strip("/") == "" and href[:1] not in ("", "#", "?")


def _candidate(box: Box, lead: bool, seen_headline: bool, scene: _Scene) -> str:
    """The text of a box that may be the standfirst, or ""."""
    long = said(box.own) >= _SHORTEST or (lead and _ENDED.search(box.own) is not None)
    if not ((seen_headline and long) or (lead and (box.kids or long))):
        return ""
    text = _text_of(box)
    return "" if not text or _is_other(box, text, folded(text), scene) else text


def _score_by_place(rows: Sequence[Box], place: int, text: str, scene: _Scene) -> float:
    """The score of a box that only its place speaks for: between headline and story."""
    box = rows[place]
    headed = scene.is_headed(box)
    if (
        box is scene.home
        or (box.cut and not headed)
        or said(text) <= _SHORTEST_UNNAMED
        or _alike_words(text, scene.headline)
    ):
        return 0.0
    if not _is_before(rows, place, scene):
        return 0.0
    if not _ENDED.search(text) and sum("-" in word for word in text.split()) * 2 > text.count(" "):
        return 0.0  # a list of tags
    if box.tag == "h2" or (box.tag in HEADS and _ENDED.search(text)):
        return 0.0 if scene.headless else _BETWEEN_HEADING
    return _BETWEEN_TEXT if (headed or box.prose > 50) and not box.kids and not inside(box, "figure") else 0.0


def _is_before(rows: Sequence[Box], place: int, scene: _Scene) -> bool:
    """Whether a box stands before the story: beside the headline, outside the story, or separated from its
    paragraphs."""
    box = rows[place]
    if scene.is_headed(box):
        return True
    following = next((each for each in rows[place + 1 : place + _LINES_TO_STORY] if each.own), None)
    if box.tag in HEADS and _ENDED.search(box.own) and following is not None and following.tag not in HEADS:
        return True
    if scene.headless or scene.in_story(box):
        return _is_of_another_make(box, scene) and _is_parted(rows, place, scene)
    return not _is_plain(box, scene) or _is_parted(rows, place, scene)


def _set_aside_with(box: Box) -> Box | None:
    """The outermost box that was set aside together with this one; None if there is none."""
    outermost = None
    for above in upward(box):
        outermost = above if above.cut else outermost
    return outermost


def _tells(box: Box) -> bool:
    """Whether it is a paragraph of some length that was not set aside."""
    return not box.cut and box.prose > _PARAGRAPH


def _is_plain(box: Box, scene: _Scene) -> bool:
    """Whether it has the shape of the story's own paragraphs."""
    return box.tag in scene.plain_tags and box.names in scene.plain_names


def _is_of_another_make(box: Box, scene: _Scene) -> bool:
    """Whether its name differs from that of the story's paragraphs; if it is among them, where a first paragraph's does
    too, whether its element differs."""
    if box.names in scene.plain_names or not box.names:
        return False
    return not scene.at_home(box) or (box.tag == "div" and box.tag not in scene.plain_tags)


def _is_parted(rows: Sequence[Box], place: int, scene: _Scene) -> bool:
    """Whether a signature or a picture separates a line from the story's next paragraph."""
    for each in rows[place + 1 : place + _LINES_TO_STORY]:
        if each.prose > _SHORTEST_UNNAMED:
            return False
        if each.images or (each.own and scene.is_signature(each.own, folded(each.own))):
            return True
    return False


_PARAGRAPH = 80
_LINES_TO_STORY = 12
_ENDED = re.compile(r"[.?!…。？！।»”\"]$")


def _further(first: Box, scene: _Scene) -> list[Box]:
    """The further lines of a standfirst, directly after its first one and of the same shape."""
    if first.parent is None or scene.at_home(first):
        return []
    if not (first.names or first.tag in HEADS or first.tag == "li" or _is_small(first.parent)):
        return []
    siblings = first.parent.kids[first.parent.kids.index(first) + 1 :]
    found: list[Box] = []
    for each in siblings[:_MOST_LINES]:
        if (each.tag, each.names) != (first.tag, first.names) or not _SHORTEST <= said(each.own) <= _LONGEST_LINE:
            break
        if each.links or each.cut not in ("", first.cut) or _is_other(each, each.own, folded(each.own), scene):
            break
        found.append(each)
    return found


def _is_small(box: Box) -> bool:
    """Whether a box holds some lines and nothing else that is longer."""
    return box.text <= _LONGEST and all(kid.leaf for kid in box.kids if kid.text)


def _may_be(box: Box, seen_headline: bool) -> bool:
    """Whether a box is looked at: above the headline only if its name says so, below it if it has text."""
    if not seen_headline:
        return bool(box.flags & _LEADS or (box.parent is not None and box.parent.flags & _LEADS))
    return bool(box.own) or bool(box.flags & _LEADS)


def _text_of(box: Box) -> str:
    """A box's words, if they have the length of a standfirst and are no links, caption or byline."""
    if box.text > 2 * _LONGEST:
        return ""  # not written out to be told so
    if box.links > 0.5 * box.text > 0 or box.flags & (roles.CAPTION | roles.BYLINE):
        return ""
    if box.kids and not box.own and all(kid.flags & roles.CAPTION for kid in box.kids if kid.text or kid.cut):
        return ""  # a picture that is named as leading, and what stands under it
    broken = box.leaf and first_of(box.node, ("br", "li")) is not None
    text = _words_below_label(box) if broken or (box.kids and not box.leaf) else box.own
    return text if (said(text) >= _SHORTEST or _ENDED.search(text)) and len(text) <= _LONGEST else ""


def _words_below_label(box: Box) -> str:
    """The words of a box without a short heading over its sentences ("Abstract", "In brief"); the heading over a list
    of points is read with them, as the truth of dev2 has it."""
    text = words(box.node)
    first = next((kid for kid in box.kids if kid.text), None)
    if first is None or first.tag not in HEADS or len(first.own) >= _SHORTEST or box.node.css_first("li") is not None:
        return text
    return text.removeprefix(first.own).lstrip()


def _is_other(box: Box, text: str, small: str, scene: _Scene) -> bool:
    """Whether it is the headline again, a line that pages write around stories, or a signature."""
    return (
        small == scene.headline
        or _is_caption(box, text)
        or opens_with_date(text)
        or is_note(text)
        or bool(byline((text,))[0])
        or any(small.startswith(f"{name.split(' ')[0]} is ") for name in scene.authors)
        or roles.is_clutter(text)
        or scene.is_signature(text, small)
        or bool(box.kids and not box.leaf and scene.headline in small)
    )


def _score(box: Box, lead: bool, described: bool, in_story: bool, scene: _Scene) -> float:
    score = _NAMED if lead and (box.cut in ("", "a header") or _in_header(box)) else 0.0
    if described and (lead or not in_story or (not scene.at_home(box) and box.names not in scene.plain_names)):
        score += _DESCRIBED
    return score


def _in_header(box: Box) -> bool:
    """Whether a box was set aside only because it stands in a header."""
    outermost = _set_aside_with(box)
    return outermost is not None and outermost.cut == "a header"


def _described(descriptions: Sequence[str], scene: _Scene, begins: str) -> str:
    """The description in the page's head, if it is complete and not the story's own beginning."""
    given = next((text for text in descriptions if not text.endswith(("…", "..."))), "")
    small = folded(given)
    if len(given) <= _SHORTEST or small == scene.headline or scene.is_signature(given, small):
        return ""
    if begins and (begins.startswith(small[:_OPENING]) or small.startswith(begins[:_OPENING])):
        return ""
    told = small.split()
    opening = set(begins.split()[: len(told) + _WORDS_BEFORE])
    return "" if sum(word in opening for word in told) > _NEARLY_ALL * len(told) else given


def is_note(text: str) -> bool:
    """Whether it is a note of the page about itself."""
    small = text.lower()
    if _OF_ACCESS.search(small) is not None and _NOTE.search(text) is not None:
        return True
    return len(text) <= _LONGEST_NOTE and (bool(_OF_ITSELF.begins(small)) or _ASKS.search(small) is not None)


def _alike_words(text: str, headline: str) -> bool:
    """Whether it is the headline again, in nearly the same words."""
    told, known = set(folded(text).split()), set(folded(headline).split())
    return len(told & known) > _SAME * len(told)


def _is_caption(box: Box, text: str) -> bool:
    """Whether it is a line that names who made a picture, stands in a caption, or shares a small box with a picture."""
    if is_caption(text):
        return True
    if any(above.flags & roles.CAPTION and above.text < _SMALL for above in islice(upward(box.parent), 2)):
        return True
    if len(text) > _LONGEST_CAPTION or text.endswith((".", "?", "!", "…")):
        return False
    around = (box, box.parent) if box.parent is not None else (box,)
    return any(each.images and each.text < _SMALL and each.node.css_first("h1") is None for each in around)


def _is_set_apart(first: Box, boxes: Sequence[Box]) -> bool:
    """Whether it is a first paragraph all in bold, before two that are not."""
    if first.tag not in ("p", "div") or not _SHORTEST_BOLD <= len(first.own) <= _LONGEST_BOLD or not _is_bold(first):
        return False
    later = dropwhile(lambda each: each is not first, order(boxes[0]))
    following = list(islice((each for each in later if each.own and _tells(each) and each is not first), 2))
    return len(following) == 2 and not any(map(_is_bold, following))


def _is_bold(box: Box) -> bool:
    bold = sum(len(each.text(strip=True)) for each in box.node.css("strong, b"))
    return bold > 0.95 * len(box.own)


def _home(part: Box, inner: Sequence[Box]) -> Box:
    """The box that directly holds most of the story's paragraphs, of a part and all inside it."""
    best, most = part, 0.0
    for box in inner:
        if box.kids and not box.leaf and not box.cut:
            prose = sum([kid.prose for kid in box.kids if kid.leaf])
            if prose > most:
                best, most = box, prose
    return best


def _alike(box: Box, home: Box) -> bool:
    """Whether a box has the shape of the one that holds most of the story: another part of it."""
    return (
        box is not home
        and box.tag == home.tag
        and bool(box.names)
        and (box.names == home.names or bool(box.flags & home.flags & roles.BODY))
    )


def _named(box: Box, names: int) -> bool:
    """Whether a box, or a small one around it, has such a name."""
    if box.flags & names and not box.flags & roles.JUNK:
        return True
    parent = box.parent
    return (
        parent is not None
        and bool(parent.flags & names)
        and not parent.flags & (roles.BODY | roles.JUNK)
        and len(parent.kids) < 4
    )
