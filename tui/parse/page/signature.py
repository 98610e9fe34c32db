"""Who signed a story and when, as the lines around its headline say: most pages show this, and some say it nowhere
else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from tui.parse.dates import stated
from tui.parse.page import nearby
from tui.parse.page.bylines import (
    behind_date,
    byline,
    goes_on,
    is_agency,
    is_label,
    is_other_hand,
    is_person,
    is_role,
    may_sign,
    named_in,
    names,
    opens_clearly,
)
from tui.parse.page.nearby import TextLine
from tui.parse.page.pictures import credited
from tui.parse.page.roles import is_clutter, is_date_line
from tui.parse.page.tree import HEADS
from tui.parse.page.words import words
from tui.parse.words import moments, pattern, split
from tui.text import folded

_PROSE = 110
"""Characters of a line that is the story or its standfirst. The numbers here were tuned on the second set (486
pages)."""
_LONGEST = 160
"""Characters of a line that could be a byline or a date."""
_BARE = 60
"""Characters of a line that holds a name or a date and nothing else."""


class Signed(NamedTuple):
    """What the lines around a headline say; empty where they say nothing."""

    names: tuple[str, ...] = ()
    role: str = ""
    said: bool = False
    """The line says that they wrote it, and does not only stand beside a date."""
    published: datetime | None = None
    updated: datetime | None = None
    lines: tuple[TextLine, ...] = ()
    standfirst: tuple[str, ...] = ()
    """The sentences that stand between the headline and the line that signs, a line each."""
    days: frozenset[date] = frozenset()
    """Every day that a line around the headline names, but those of updates."""
    overhead: bool = False
    """When it was published is only a date above the headline, which may be the day of the page in its masthead."""

    def shows(self, name: str) -> bool:
        """Whether a folded name is in one of the lines around the headline."""
        return any(name in folded(each.text) for each in self.lines)

    def role_of(self, name: str) -> str:
        """What the first line that names somebody says about them, or the line below it."""
        for place, each in enumerate(self.lines):
            if name in each.text and len(each.text) < _LONGEST:
                return named_in(each.pieces)[1] or names(each.text)[1] or _role(self.lines[place + 1 : place + 2])
        return ""


def signed_near(headline: LexborNode, language: str) -> Signed:
    """Who signed the story with this headline, and when. Without a headline, the story's own element may be given."""
    whole = headline.tag not in HEADS
    below = _before_prose(nearby.inside(headline) if whole else nearby.after(headline))
    above = [] if whole else nearby.before(headline)
    lines = [*above[::-1], *below]
    found, role, said = _byline(lines, len(above), set() if whole else set(folded(words(headline)).split()))
    inside = () if whole else _dated_pieces(headline)
    published, updated, days = _dates([*inside, *below[:_CLOSE], *above, *below[_CLOSE:]], language)
    overhead = published is not None and _dates(above, language)[0] == published
    overhead = overhead and _dates([*inside, *below[:_CLOSE]], language)[0] is None
    if overhead and updated and published and updated < published:
        published = None  # the day on which the page was asked for, as papers set it in their masthead
    return Signed(found, role, said, published, updated, tuple(lines), _between(below, found), days, overhead)


_CLOSE = 12
"""Lines below a headline within which nine of ten stories sign (486 pages of the second set); a date above the headline
is nearer than one further down."""


def _dated_pieces(headline: LexborNode) -> list[TextLine]:
    """The dates in a headline's element that have elements of their own."""
    spoken = nearby.pieces(headline)
    return [TextLine(piece, (piece,)) for piece in spoken if is_date(piece)] if len(spoken) > 1 else []


def _before_prose(lines: Iterable[TextLine]) -> list[TextLine]:
    """The lines before the story's second paragraph: the first may be its standfirst."""
    kept: list[TextLine] = []
    prose = 0
    for each in lines:
        prose += len(each.text) > _PROSE
        if prose > 1:
            break
        kept.append(each)
    return kept


def signed_below(root: LexborNode | None, language: str) -> tuple[str, ...]:
    """The author whom a line in the page's main part names, wherever it stands: for pages that sign below."""
    home = root.css_first("article, main, body") if root is not None else None
    if home is None or not may_sign(home.text(), language):
        return ()
    lines = list(nearby.whole(home))
    for place, each in enumerate(lines):
        if len(each.text) > _BARE or is_other_hand(each.text):
            continue
        if is_label(each.text):
            found = named_in(lines[place + 1].pieces)[0] if place + 1 < len(lines) else ()
            if found and _SEVERAL.search(each.text):
                found = (*found, *_listed(lines[place + 2 :]))
        elif opens_clearly(each.text):
            found = byline(each.pieces)[0]
        else:
            continue
        if 0 < len(found) < _MOST_BELOW and all(map(is_person, found)):
            return found
    return ()


_MOST_BELOW = 5


# -- who --------------------------------------------------------------------------------------------------------


def _byline(lines: Sequence[TextLine], headline: int, told: set[str]) -> tuple[tuple[str, ...], str, bool]:
    """(names, role, whether the line says that it is a byline). The headline precedes the line of that number and has
    the words `told`: words of the headline beside a date name its topic and nobody ("Digital Nomad")."""
    short = (place for place, each in enumerate(lines) if len(each.text) <= _LONGEST)
    # who edited or reviewed it counts where nobody signs as having written it
    for place in sorted(short, key=lambda place: is_other_hand(lines[place].text)):
        if found := _said(lines, place):
            return (*found, not is_other_hand(lines[place].text))
    for place in range(headline, len(lines)):
        if (found := _with_date(lines[place])) and not told.issuperset(folded(found[0][0]).split()):
            linked = place > headline and lines[place - 1].linked and len(lines[place - 1].text) < _BARE
            return (*((_beside_date(lines, place - 1, headline) if linked else None) or found), False)
    for place, each in enumerate(lines):
        found = _beside_date(lines, place, headline) if place >= headline and len(each.text) < _BARE else None
        if found and not told.issuperset(folded(" ".join(found[0])).split()):
            return (*found, False)
    return (), "", False


def _said(lines: Sequence[TextLine], place: int) -> tuple[tuple[str, ...], str] | None:
    """The names of a line that begins like a byline, or that is a byline's label above the names."""
    each = lines[place]
    following = lines[place + 1 : place + 2]
    if is_label(each.text):
        if not following or len(following[0].text) > _BARE:
            return None
        found, role = named_in(following[0].pieces)
        if found and _SEVERAL.search(each.text):
            found = (*found, *_listed(lines[place + 2 :]))
        place += 1
    else:
        found, role = behind_date(each.pieces) or byline(each.pieces)
    if not found or len(found) > 6:
        return None
    while goes_on(lines[place].text) and (more := _named_alone(lines[place + 1 : place + 2])):
        found = (*found, *more)
        place += 1
    return found, role or _role(lines[place + 1 : place + 2])


_SEVERAL = re.compile(r"(?:s|\(s\)|en)\s*[:：]?$")
"""How a label of several names ends: "Authors", "Author(s)", "Autoren"."""


def _listed(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """The people whom the next lines name, one each and nothing else; what they are may stand below each."""
    listed = takewhile(lambda each: is_person(each.text) or is_role(each.text), lines[: 2 * _MOST_BELOW])
    return tuple(each.text for each in listed if is_person(each.text))


def _named_alone(following: Sequence[TextLine]) -> tuple[str, ...]:
    """The people whom a line names, if it holds nothing else."""
    found = named_in(following[0].pieces)[0] if following and len(following[0].text) < _BARE else ()
    return found if all(map(is_person, found)) else ()


_SIGN = re.compile(r"(?:^|\s)[/–—-](?:\s|$)|[|•·⋅]")
_MOST_PARTS = 6


def _with_date(each: TextLine) -> tuple[tuple[str, ...], str] | None:
    """The one person whom a line names beside a date, in an element of its own or between separators ("9 May 2024 · 3
    min · Jane Doe"); of two, either may be a section."""
    if len(each.text) > _LONGEST or not _DIGIT.search(each.text):
        return None
    parts = [part for piece in each.pieces for part in map(str.strip, _SIGN.split(piece)) if _SPOKEN.search(part)]
    people = [part for part in parts if is_person(part)]
    if len(people) != 1 or len(parts) > _MOST_PARTS or not any(map(is_date, parts)):
        return None
    return (people[0],), next((part for part in parts if part != people[0] and is_role(part)), "")


_SPOKEN = re.compile(r"[^\W_]")


def _beside_date(lines: Sequence[TextLine], place: int, headline: int) -> tuple[tuple[str, ...], str] | None:
    """The names of a line that holds nothing else and stands beside a date, at most two lines below it."""
    around = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 3]]
    if place == headline:
        around += lines[max(0, place - 2) : place - 1]
    own = " ".join(lines[place].pieces[1:])
    if not (_DIGIT.search(own) or any(_DIGIT.search(each.text) for each in around)):
        return None
    small = lines[place].text.lower()
    if _UPDATED.search(small) or _PUBLISHED.search(small):
        return None
    found, role = named_in(lines[place].pieces)
    if not found or len(found) > 4 or not all(is_person(name) or is_agency(name) for name in found):
        return None
    if any(is_date(each.text) for each in around) or (own and is_date(own)):
        return found, role or _role(lines[place + 1 : place + 2])
    return None


def _role(following: Sequence[TextLine]) -> str:
    """The line below a byline, if it says what somebody is."""
    return next((each.text for each in following if len(each.text) < _BARE and is_role(each.text)), "")


# -- what stands above the signature ----------------------------------------------------------------------------

_FIRST_LINES = 8
_SHORTEST_STANDFIRST = 40
_LONGEST_STANDFIRST = 600
_WORDS_OF_SENTENCE = 8
_NO_SENTENCE = re.compile(r" [|/»›>•·] |[:!]$|©")
_OF_A_PICTURE = re.compile(
    r"\bfile (?:photo|photograph|image|picture)\b|\b(?:photo(?:graph)?|picture|image|illustration)s? (?:by|courtesy|credit|via)\b|\bGetty Images\b"
    r"|[—–/]\s?(?:AP|AFP|Reuters|EPA|Shutterstock|iStock|Unsplash)\b|\b(?:AP|AFP|Reuters)\s?/|^Courtesy of\b|\((?:photo|foto|bild|image|picture)\b",
    re.IGNORECASE,
)
"""What captions say and standfirsts do not."""
_MAY_PICTURE = re.compile(r"photo|pictu|image|illus|courtesy|[—–/]|\((?:foto|bild)")
"""Without one of these, in lower case, they say nothing of the kind: looked for first, which costs a tenth."""


def _between(below: Sequence[TextLine], people: Sequence[str]) -> tuple[str, ...]:
    """The lines below the headline that are sentences and stand above its byline or date, or between its date and its
    byline; what follows a byline describes the author."""
    start = 0
    for place, each in enumerate(below[:_FIRST_LINES]):
        text = each.text
        if is_date(text) or _said(below, place) or (len(text) < _LONGEST and any(name in text for name in people)):
            if found := tuple(_sentences(below[start:place])):
                return found
            if not is_date(text):
                return ()
            start = place + 1
    return ()


def _sentences(lines: Sequence[TextLine]) -> Iterator[str]:
    """The lines that are sentences without links, and not above a picture's credit."""
    for place, each in enumerate(lines):
        credited_below = any(is_caption(following.text) for following in lines[place + 1 : place + 2])
        if not each.linked and _is_sentence(each.text) and not credited_below:
            yield each.text


def is_caption(text: str) -> bool:
    """Whether a line names who made a picture, or where it was filed."""
    told = _MAY_PICTURE.search(text.lower()) is not None and _OF_A_PICTURE.search(text) is not None
    return told or credited(text)[1] != ""


def _is_sentence(text: str) -> bool:
    if is_caption(text) or opens_with_date(text):
        return False
    if not _SHORTEST_STANDFIRST <= len(text) <= _LONGEST_STANDFIRST or _NO_SENTENCE.search(text) or is_clutter(text):
        return False
    return text.endswith((".", "?", "…", "”", '"', "।", "。")) or text.count(" ") >= _WORDS_OF_SENTENCE


def opens_with_date(text: str) -> bool:
    """Whether a line begins by saying when the story was published or changed ("Updated 5 May: ...")."""
    small = text[:_BARE].lower()
    said = _UPDATED.match(small) or _PUBLISHED.match(small)
    return said is not None and _WHEN.match(small, said.end()) is not None


# -- when -------------------------------------------------------------------------------------------------------

_DIGIT = re.compile(r"\d")
_UPDATED = re.compile(pattern(moments.UPDATED))
_PUBLISHED = re.compile(pattern(moments.PUBLISHED))
_WHEN = re.compile(r"\s*[:：]|\D{0,12}\d")
_SIGNS = re.compile(r"[|•·⋅]")
_KINDS = re.compile(rf"(?={pattern(moments.PUBLISHED)}|{pattern(moments.UPDATED)})", re.IGNORECASE)
_LABEL = re.compile(r"\W*([^\W\d_]{3,})\s*[:：]")
_LABELS = frozenset(split(moments.DATE))
"""What stands before a colon and a date, and says no more than that; "Received:" and "Deadline:" say something else."""
_LONGEST_DATED = 80
"""Characters between two signs of a line that dates a story; a longer piece is a sentence that tells of some day."""


def is_date(text: str) -> bool:
    """Whether a line says when, and little else; the year may be missing."""
    longest = 2 * _BARE if _UPDATED.search(text.lower()) else _BARE  # "Publié le … à 08:12, mis à jour le … à 09:00"
    return len(text) < longest and (is_date_line(text) or _day_of_month(text) or _is_ago(text))


def _is_ago(text: str) -> bool:
    """Whether a line says only how long ago something was: "4 hours ago", "vor 3 Tagen"."""
    return len(text) <= _LONGEST_AGO and _DIGIT.search(text) is not None and _AGO.search(text.lower()) is not None


_AGO = re.compile(pattern(moments.AGO))
_LONGEST_AGO = 20
_DAY = re.compile(r"\W*(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?)\W*")


def _day_of_month(text: str) -> bool:
    """Whether it is a day without a year: "Dec 10"."""
    return _DAY.fullmatch(text) is not None and _stated(f"{text} 2001") is not None


_stated = lru_cache(maxsize=256)(stated)
"""When a line says, kept because the lines around a headline are read up to three times."""


def _dates(lines: Sequence[TextLine], language: str) -> tuple[datetime | None, datetime | None, frozenset[date]]:
    """(when it was published, when updated, all days but those of updates): the first date of each kind; a date of no
    kind says when it was published."""
    published = updated = plain = None
    days: set[date] = set()
    label = ""
    for text in _joined([each.text for each in lines]):
        if len(text) > _LONGEST or not _DIGIT.search(text):
            label = text if len(text) < 30 else ""
            continue
        for part in _dated_parts(text):
            moment = _stated(part, language)
            if moment is None:
                continue
            told = f"{label} {part}".lower()
            if _UPDATED.search(told):
                updated = updated or moment
                label = ""
                continue
            days.add(moment.date())
            if _PUBLISHED.search(told):
                published = published or moment
            elif not dates_another_thing(part):
                plain = plain or moment
            label = ""
    return published or plain, updated, frozenset(days)


def dates_another_thing(text: str) -> bool:
    """Whether a label before a date says that it dates something else ("Deadline: 3 May")."""
    named = _LABEL.match(text)
    return named is not None and named[1].casefold() not in _LABELS and not is_label(named[1])


def _joined(texts: Sequence[str]) -> Iterator[str]:
    """The lines, with day, month and year joined if each has a line of its own."""
    place = 0
    while place < len(texts):
        three = texts[place : place + 3]
        if max(map(len, three)) < _LONGEST_PART and is_date(date := " ".join(three)) and not any(map(is_date, three)):
            yield date
            place += 3
            continue
        yield texts[place]
        place += 1


_LONGEST_PART = 12
"""Characters of a line that holds a day, a month or a year alone."""


def _dated_parts(text: str) -> Iterator[str]:
    """The pieces of a line that may each hold a date: "Published on 3 May 2024", "Updated on 9 May 2024"."""
    for piece in _SIGNS.split(text):
        if len(piece) < _LONGEST_DATED:
            yield from (part for part in _KINDS.split(piece) if _DIGIT.search(part))
