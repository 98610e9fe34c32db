"""The sections of a site, as the navigation of its pages names them.

A section is a short link to a shallow address of the site, in a list of such links: a menu, a header, a list before the stories. Stories
under its address speak for it, a login or a shop beside it against its list; a list that holds many known sections holds sections.
"""

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from tui.model import Kind, Offer
from tui.parse.front.home import Home
from tui.parse.front.links import AD, CRUMB, EDITION, FOOT, HEAD, JUNK, NAV, TRAIL, Box, Link
from tui.parse.page.addresses import FILES, word_count
from tui.parse.words import sections as words
from tui.parse.words import split

SECTIONS = 80
"""At most so many sections of one page."""

_NO_SECTION = frozenset(split(words.NO_SECTION))
_STRONG_NO = frozenset(split(words.NEVER_A_SECTION))

_NO_SECTION_PHRASES = re.compile(
    r"^(?:sign (?:in|up|out)|log (?:in|out)|skip |jump |go to|about |contact|terms|privacy|cookie|follow |share |switch|find a|"
    r"make .* home|my |your |all (?:sections|topics|news)|view |see |read |more |back |close|open |what is|how to|who we|work for|advertis|"
    r"newsletter|mobile|e-?paper|digital edition|print edition|today'?s paper|ad ?choices|do not sell|gift|buy |get )"
)
"""How names begin, in lower case, that no section has."""

_SECTION = 3.0

_LIST_QUERY = re.compile(r"(?:^|&)(?:cat|category|section|rubrik|s|c|id)=")

_FRONT = re.compile(r"(?:index|default|home)\.\w+")

_NUMBERS = re.compile(r"\d+")

_NAME_EDGES = re.compile(r"^[\W_]+|[\s»›>→▸▾▼:|+\-–—/]+$")

_NAME_WORDS = re.compile(r"[\s/&]+")


class _Fit(NamedTuple):
    """A link that could be a section."""

    link: Link
    name: str
    under: int
    """Stories that stand under its address."""
    score: float
    """How much it looks like a section by itself."""


class _Group(NamedTuple):
    """A list of links, some of which could be sections."""

    box: Box
    fit: list[_Fit]
    score: float
    """How much the list looks like the navigation between sections."""


def sections_of(links: list[Link], stories: set[str], home: Home) -> tuple[Offer, ...]:
    """The sections that the page's navigation names."""
    lists: dict[Box, list[Link]] = defaultdict(list)
    for link in links:
        lists[_list_of(link.box)].append(link)
    folders = _folders(stories)
    first_story = min(
        (link.order for link in links if link.key in stories and not link.flags & (NAV | HEAD)), default=10**9
    )
    groups: list[_Group] = []
    for box, members in lists.items():
        fit: list[_Fit] = []
        for link in members:
            if link.own and link.key not in stories and (name := _section_name(link, home)):
                under = _under(link.key, folders)
                fit.append(_Fit(link, name, under, _link_score(link, under, home)))
        if fit:
            groups.append(_Group(box, fit, _group_score(box, members, fit, first_story, home)))
    scores: dict[str, float] = defaultdict(lambda: -9.0)
    for group in groups:
        for each in group.fit:
            scores[each.link.key] = max(scores[each.link.key], group.score + each.score)
    # a list that keeps company with sections is a list of sections
    sure = {key for key, score in scores.items() if score >= _SECTION}
    for group in groups:
        keys = {each.link.key for each in group.fit}
        common = len(keys & sure)
        bonus = (
            3.0
            if common >= 4 and common >= 0.5 * len(keys)
            else 1.5
            if common >= 3 and common >= 0.2 * len(keys)
            else 0.0
        )
        if bonus and not group.box.flags & (TRAIL | EDITION | AD):
            for each in group.fit:
                scores[each.link.key] = max(scores[each.link.key], group.score + bonus + each.score)
    offers: dict[str, Offer] = {}
    taken: set[tuple[str, str]] = set()
    for group in sorted(groups, key=lambda each: -each.score):
        for link, name, _, _ in group.fit:
            same = (name.casefold(), link.host)
            if scores[link.key] >= _SECTION and link.key not in offers and same not in taken:
                taken.add(same)
                offers[link.key] = Offer(name, link.url, Kind.PAGE, link.url)
    order = {link.key: link.order for link in reversed(links)}
    chosen = list(offers)[:SECTIONS]
    return tuple(offers[key] for key in sorted(chosen, key=lambda key: order[key]))


def _group_score(box: Box, links: list[Link], fit: list[_Fit], first_story: int, home: Home) -> float:
    """How much a list of links looks like the navigation between sections."""
    flags = box.flags
    distinct = len({each.link.key for each in fit})
    share = distinct / len({link.key for link in links})
    score = 0.0
    if flags & NAV:
        score += 2.0
    if flags & HEAD:
        score += 1.0
    if fit[0].link.order < first_story:
        score += 1.0
    size = len({link.key for link in links if link.units <= 5 and len(link.lines) == 1})
    if size >= 4:
        score += 1.0
    if flags & FOOT:
        score -= 0.5 if flags & NAV and size >= 8 else 1.0
    if size >= 8:
        score += 0.5
    if flags & (TRAIL | CRUMB | EDITION | AD):
        score -= 3.0
    if flags & JUNK:
        score -= 2.0
    refused = {link.key for link in links if home.judge(link.url).service}
    if len(refused) >= 2:
        score -= 3.0 * len(refused) / (len(refused) + distinct)
    if share < 0.5:
        score -= 1.5
    if size < 3:
        score -= 1.0
    return score + 2.0 * len([each for each in fit if each.under]) / len(fit)


def _link_score(link: Link, under: int, home: Home) -> float:
    """How much one link of such a list looks like a section."""
    score = 2.0 if under >= 2 else 1.2 if under else 0.0
    judged = home.judge(link.url)
    if judged.depth > 2:
        score -= 0.7
    if judged.numbered and not under:
        score -= 1.0
    if not under and home.sub(link.host) > 1:
        score -= 0.7
    return score


def _list_of(box: Box) -> Box:
    """The list that a link stands in: the nearest element with several links."""
    found = box
    while (above := found.parent) is not None and above.tag not in ("body", "html"):
        small = found.anchors < 4 and found.flags & above.flags & NAV
        if not (found.anchors < 2 or small or found.tag in ("li", "h2", "h3")):
            break
        found = above
    return found


def _folders(stories: set[str]) -> Counter[str]:
    """How many stories stand under each beginning of an address."""
    found: list[str] = []
    for key in stories:
        host, *parts = key.partition("?")[0].split("/")[:6]
        found.append(host)
        for part in parts[:-1]:
            host += "/" + part
            found.append(host)
    return Counter(found)


def _under(key: str, folders: Counter[str]) -> int:
    """How many stories stand under a section's address."""
    key = key.partition("?")[0].rstrip("/")
    return folders[key] if "/" in key or key.count(".") >= 2 else 0


def _section_name(link: Link, home: Home) -> str:
    """What a section is called, or "" for a link that is none."""
    text = next((text for kind, text in link.lines if kind != "aside"), link.text)
    if not text or len(text) > 44:
        return ""
    if not (text[0].isalnum() and text[-1].isalnum()):
        text = _NAME_EDGES.sub("", text)
    if not text or len(text) > 34 or word_count(text) > 5:
        return ""
    if not text[0].isalpha() and not any(letter.isalpha() for letter in text):
        return ""
    folded = text.casefold()
    if folded in _NO_SECTION or folded == home.name.casefold() or _NO_SECTION_PHRASES.match(folded):
        return ""
    if not _STRONG_NO.isdisjoint([folded] if folded.isalpha() else _NAME_WORDS.split(folded)):
        return ""
    judged = home.judge(link.url)
    if judged.media or judged.service or judged.dated or judged.depth > 4 or judged.slug > 5:
        return ""
    if (judged.numbered and judged.slug >= 3) or home.host_score(link.host) < 0:
        return ""
    path, query, host = judged.path, judged.query, link.host
    if FILES.search(path) or len(_NUMBERS.findall(path)) > 4:
        return ""
    if not path.strip("/") or _FRONT.fullmatch(path):
        if host == home.host or (not query and host.removeprefix("www.") == home.host.removeprefix("www.")):
            return text if _LIST_QUERY.search(query) else ""
    elif link.flags & FOOT and (link.key == home.key or link.key in home.keys):
        return ""
    if "nofollow" in link.rel and link.flags & FOOT:
        return ""
    return text
