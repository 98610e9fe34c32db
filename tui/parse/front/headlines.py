"""Which text of a story's links is its headline."""

import re
from statistics import median
from typing import NamedTuple

from tui.parse.front.links import FOOT, HEAD, NAV, PlacedLink
from tui.parse.page.addresses import word_count
from tui.parse.page.labels import counts_comments
from tui.parse.page.lines import CLOCK, clean_line, head_of, lines_of


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

_Form = tuple[str, tuple[str, ...], tuple[str, ...]]
"""What a link and the elements around it are, and the kinds of its lines."""

Places = dict[_Form, int]
"""Which line of the links of one form is the headline."""


def places_of(links: list[PlacedLink]) -> Places:
    """Where the headline stands in links of one form that mark no line as the headline.

    One link does not tell a kicker over a headline from a headline over its standfirst; many of one template do: by the
    words of their addresses, or else as the first line that mostly has some words and mostly other ones."""
    forms: dict[_Form, dict[str, PlacedLink]] = {}
    for link in links:
        if len(link.lines) > 1 and link.own and link.lines[0][0] in _UNMARKED:
            for form in _forms(link):
                forms.setdefault(form, {}).setdefault(link.key, link)
    places: Places = {}
    for form, members in forms.items():
        if len(members) >= (_ALIKE if form[0] else 2 * _ALIKE) and not _MARKED.intersection(form[2]):
            place = _place_in(list(members.values()), len(form[2]))
            if place is not None and form[2][place] == "plain":
                places[form] = place
    return places


_ALIKE = 4
"""So many links of one form say where their headlines stand; twice so many, wherever they are, for the others on the
page that have the same kinds of lines."""

_UNMARKED = frozenset(("plain", "aside"))
_MARKED = frozenset(("title", "mark"))


def _forms(link: PlacedLink) -> tuple[_Form, _Form]:
    """The form of one link, and the form of all links with such lines."""
    kinds = tuple([kind for kind, _ in link.lines])
    return (link.signature, link.box.path, kinds), ("", (), kinds)


def _place_in(members: list[PlacedLink], lines: int) -> int | None:
    """Which line of such links is the headline; None if that cannot be told."""
    votes = [0] * lines
    for link in members:
        named = {word for word in _WORDS.findall(_slug(link).casefold()) if len(word) > 2}
        shared = [len(named.intersection(_WORDS.findall(text.casefold()))) for _, text in link.lines]
        if max(shared) >= 2:
            votes[shared.index(max(shared))] += 1
    if max(votes) > len(members) / 2:
        return votes.index(max(votes))
    for place in range(lines):
        texts = [link.lines[place][1] for link in members]
        if len(set(texts)) > _MOSTLY_OTHERS * len(texts) and not all(map(CLOCK.match, texts)):
            return place if median(map(word_count, texts)) >= 3 else None
    return None


_MOSTLY_OTHERS = 0.6
"""Of the texts over the headlines of many links so few are the same where they are no labels."""


_WORDS = re.compile(r"[^\W_]+")


def _slug(link: PlacedLink) -> str:
    """The longest name in a link's address, behind the host: it is mostly made of the words of the headline."""
    return max(link.key.partition("/")[2].split("/"), key=len)


def headline(links: list[PlacedLink], worn: set[str], places: Places) -> str:
    """The best headline on a story's links; `worn` are texts that stand on links to several stories, `places`
    where in links of one form the headline stands."""
    best, score = "", -99.0
    for link in links:
        if score < _WEIGHTS.in_heading and link.lines:
            found = _weighed(link, *_headline(link, worn, places), worn)
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
    """A text without the ornaments at its ends, and how much it looks like a headline where it stands."""
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
_FIGURE = re.compile(r"\d")
_LONGEST_COUNT = 32
_COMMENTS = re.compile(r"(?<=\S)\s++[(\[|]?\s*+\d[\d.,]{0,6}\s++[^\W\d_]{4,20}[)\]]?$")
"""Figures and a word behind a headline: the number of its comments, where the word says so."""
_FIRST_CLOCK = re.compile(
    r"^[(\[]?\d{1,2}:\d\d(?:\s?(?:uhr|h|[ap]\.?m\.?))?[)\]]?(?:\s*+[|•·–—-])?\s++(?=\S+\s+\S+\s+\S+\s+\S)",
    re.IGNORECASE,
)
"""The time of a news ticker before a headline."""


def trimmed(text: str) -> str:
    """A headline without the bullets, arrows, counts and times at its ends; a quotation mark stays if its partner is
    there."""
    if _FIGURE.search(text, max(0, len(text) - _LONGEST_COUNT)):
        counted = _COMMENTS.search(text)
        if counted is not None and counts_comments(counted[0]):
            text = text[: counted.start()]
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
    """A headline once, if the page writes it a second time for screen readers."""
    half = len(text) // 2
    if half >= 4 and (text[:half] == text[-half:] and word_count(text[:half]) >= 3):
        return text[:half].strip()
    if len(text) < 17 or text.find(text[-8:]) == len(text) - 8:
        return text
    for size in range(len(text) // 2, 7, -1):
        if text[-size - 1] == " " and text[: -size - 1].endswith(text[-size:]):
            return text[: -size - 1]
    return text


def _headline(link: PlacedLink, worn: set[str], places: Places) -> tuple[str, float]:
    """The text in a link that could be the headline, and how much it looks like one."""
    if len(link.lines) == 1:
        kind, text = link.lines[0]
        return text, getattr(_WEIGHTS, "in_heading" if link.box.heading else _KINDS[kind])
    place = next((places[form] for form in _forms(link) if form in places), None) if places else None
    label = clean_line(link.called) if link.called else ""
    if any(label == text for kind, text in link.lines if kind in _COULD_HEAD):
        text, sign = label, "among"
    elif place is not None and not (place and link.lines[place - 1][1].endswith((":", "："))):
        text, sign = link.lines[place][1], "among"
    else:
        text, sign = head_of(link.lines, worn, link.box.heading, _slug(link))
    if link.box.heading:
        sign = "in_heading"
    return text, getattr(_WEIGHTS, sign)


_COULD_HEAD = frozenset(("title", "plain"))
"""Lines of these kinds are the headline where the link is called the same."""

_KINDS = {"title": "marked", "plain": "alone", "mark": "alone", "aside": "beside", "summary": "beside"}


def _heading_of_card(link: PlacedLink) -> str:
    """The heading in the largest element around a link that leads nowhere else; it may not be linked itself."""
    card, _ = link.card
    if card is link.node:
        return ""
    heading = card.css_first("h1, h2, h3, h4, h5, h6")
    return head_of(lines_of(heading), in_heading=True).text if heading is not None else ""
