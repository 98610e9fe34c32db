"""The headline of a story, among all that its links say."""

import re
from typing import NamedTuple

from tui.parse.front.links import FOOT, HEAD, NAV, PlacedLink
from tui.parse.page.addresses import word_count
from tui.parse.page.lines import CLOCK, head_of, lines_of


class _Weights(NamedTuple):
    """What speaks for a text as the headline of a story, and what against it.

    Tuned on the front pages of both sets, site by site left out; `score.py` beside them, with
    `tests.bench.adapters:discover`, judges a change."""

    in_heading: float = 3.0
    marked: float = 2.8
    """Marked as a headline inside its link."""
    alone: float = 2.0
    among: float = 1.8
    """Among other lines that nothing marks."""
    named: float = -0.5
    """What a link or its picture is called."""
    over: float = 1.5
    """The heading of the card that the link stands in, itself not linked."""
    doubtful: float = 1.0
    """Below it, what a link is called is asked too, and the heading of its card."""
    beside: float = 0.8
    """Marked as something else."""
    byline: float = -3.0
    """Who wrote it, in a link to the story."""
    two_words: float = -2.0
    one_short_word: float = -1.0
    endless: float = -2.5
    in_navigation: float = -1.0
    in_prose: float = -1.5


_WEIGHTS = _Weights()


def headline(links: list[PlacedLink], worn: set[str]) -> str:
    """The best headline that a story is linked with; `worn` are texts that stand on links of several stories."""
    best, score = "", -99.0
    for link in links:
        if score < _WEIGHTS.in_heading and link.lines:
            found = _weighed(link, *_headline(link, worn), worn)
            if found[1] > score:
                best, score = found
    if score < _WEIGHTS.doubtful:
        for link in links[:6]:
            if label := link.label:
                found = _weighed(link, label, _WEIGHTS.named, worn)
                if found[1] > score:
                    best, score = found
            if not link.flags & (NAV | FOOT | HEAD) and (text := _heading_of_card(link)):
                found = _weighed(link, text, _WEIGHTS.over, worn)
                if found[1] > score:
                    best, score = found
    return best


def _weighed(link: PlacedLink, text: str, score: float, worn: set[str]) -> tuple[str, float]:
    """A text without what stands at its edges, and how much it looks like a headline where it stands."""
    text = trimmed(text[:500])
    units = word_count(text)
    if not units or text in worn or (not text[0].isalpha() and CLOCK.match(text)):
        return "", -99.0
    if units <= 6 and _BYLINE.fullmatch(text):
        score += _WEIGHTS.byline
    if units < 3:
        score += _WEIGHTS.two_words
    if units < 2 and len(text) < 8:
        score += _WEIGHTS.one_short_word
    if units > 30:
        score += _WEIGHTS.endless
    if link.flags & (NAV | FOOT):
        score += _WEIGHTS.in_navigation
    if link.prose:
        score += _WEIGHTS.in_prose
    return text, score


_BYLINE = re.compile(r"(?i:by|von|par|por|di|door|av|af|przez|от|автор):?(?: [^\W\d_a-z]\S*){1,5}")
_EDGES = " •·●▪■▶►»›|/-–—:,"
_PAIRS = {"»": "«", "›": "‹"}
_LAST_DATE = re.compile(
    r"(?<!\s)\s++[|(,–—-]?\s*+(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d)(?:[ ,|T-]+\d{1,2}[:.]\d\d(?::\d\d)?)?[)]?$"
)
"""When it was written, behind a headline."""
_COUNT = re.compile(r"(?<!\s)\s*+[(\[]\s*+(?!(?:19|20)\d\d\s*[)\]])\d[\d.,:\s]{0,9}[kK]?\s*[)\]]$|(?<!\s)\s++[(\[]$")
"""Comments or views behind a headline, or the bracket that is left of them; a year in brackets is a word of it."""
_FIRST_CLOCK = re.compile(
    r"^[(\[]?\d{1,2}:\d\d(?:\s?(?:uhr|h|[ap]\.?m\.?))?[)\]]?(?:\s*+[|•·–—-])?\s++(?=\S+\s+\S+\s+\S+\s+\S)",
    re.IGNORECASE,
)
"""The time of a news ticker before a headline."""


def trimmed(text: str) -> str:
    """A headline without the bullets, arrows, counts and times at its edges; a quotation mark stays where its other is
    there."""
    if text[:1].isalpha() and text[-1:].isalpha():
        return _said_once(text)
    if text[:1].isdigit() or text[:1] in "([":
        text = _FIRST_CLOCK.sub("", text)
    if text[-1:].isdigit() or text[-1:] == ")":
        text = _LAST_DATE.sub("", text) or text
    while text:
        if text[-1] in _EDGES and text.count(text[-1]) > text.count(_PAIRS.get(text[-1], "\0")):
            text = text[:-1]
        elif text[0] in _EDGES and text.count(text[0]) > text[1:].count(_PAIRS.get(text[0], "\0")):
            text = text[1:]
        elif text[-1] in ")]([" and (count := _COUNT.search(text)) is not None and count.start() > 0:
            text = text[: count.start()]
        else:
            break
    return _said_once(text)


def _said_once(text: str) -> str:
    """A headline that is written twice over, once for those who do not see the other, without the second."""
    if len(text) < 17 or text.find(text[-8:]) == len(text) - 8:
        return text
    for size in range(len(text) // 2, 7, -1):
        if text[-size - 1] == " " and text[: -size - 1].endswith(text[-size:]):
            return text[: -size - 1]
    return text


def _headline(link: PlacedLink, worn: set[str]) -> tuple[str, float]:
    """What could be the headline in a link, and how much it looks like one."""
    if len(link.lines) == 1:
        kind, text = link.lines[0]
        return text, getattr(_WEIGHTS, "in_heading" if link.box.heading else _KINDS[kind])
    text, sign = head_of(link.lines, worn, link.box.heading, max(link.key.split("/"), key=len))
    if link.box.heading:
        sign = "in_heading"
    return text, getattr(_WEIGHTS, sign)


_KINDS = {"title": "marked", "plain": "alone", "mark": "alone", "aside": "beside", "summary": "beside"}


def _heading_of_card(link: PlacedLink) -> str:
    """The heading of the largest element around a link that leads nowhere else: it may not be linked itself."""
    node, box = link.node, link.box
    while box.parent is not None and box.only == link.key and box.tag not in ("body", "main"):
        node, box = node.parent or node, box.parent
    if node is link.node:
        return ""
    heading = node.css_first("h1, h2, h3, h4, h5, h6")
    return head_of(lines_of(heading), in_heading=True).text if heading is not None else ""
