"""The headline of a story, among all that its links say."""

import re

from tui.parse.front.links import FOOT, NAV, Link
from tui.parse.page.addresses import word_count

_CLOCK = re.compile(
    r"^[\W\d]*$|^(?:\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?|uhr|h)?\b.{0,12}|\d+\s*(?:[smhd]|min|mins|hrs?)\b.{0,6})$",
    re.IGNORECASE,
)


def headline(links: list[Link], worn: set[str]) -> str:
    """The best headline that a story is linked with."""
    best, best_score = "", -99.0
    for link in links:
        for text, score in (_headline(link), (link.label, -0.5)):
            if score <= best_score or not text:
                continue
            text = text[:500].strip(_EDGES)
            units = word_count(text)
            if not units or text in worn or (not text[0].isalpha() and _CLOCK.match(text)):
                continue
            if units < 3:
                score -= 2.0
            if units < 2 and len(text) < 8:
                score -= 1.0
            if units > 30:
                score -= 2.5
            if link.flags & (NAV | FOOT):
                score -= 1.0
            if link.prose:
                score -= 1.5
            if score > best_score:
                best, best_score = text, score
    return best


_EDGES = " •·●▪■▶►»›|/-–—:"


def _headline(link: Link) -> tuple[str, float]:
    """What could be the headline in a link, and how much it looks like one."""
    titles: list[str] = []
    plain: list[str] = []
    rest: list[str] = []
    for kind, text in link.lines:
        if kind == "title":
            titles.append(text)
        elif kind != "plain":
            rest.append(text)
        elif text[0].isalpha() or not _CLOCK.match(text):
            plain.append(text)
    if link.box.heading:
        return " ".join(titles or plain or [text for _, text in link.lines]), 3.0
    if titles:
        return titles[0] if len(titles[0]) > 12 or len(titles) == 1 else max(titles, key=len), 2.8
    if plain:
        return (plain[0], 2.0) if len(plain) == 1 else (_head_of(plain), 1.8)
    return max(rest, key=len, default=""), 0.8


def _head_of(plain: list[str]) -> str:
    """The headline among lines that nothing marks as one: the first that is more than a label, or what the label stands over."""
    for place, text in enumerate(plain[:4]):
        units = word_count(text)
        after = plain[place + 1] if place + 1 < len(plain) else ""
        label = units <= 4 and 5 <= word_count(after) <= 25 and after[-1] not in ".。।…"
        if units >= 4 and not label:
            return text
    return max(plain[:4], key=len)
