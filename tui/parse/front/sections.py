"""The sections of a site, as the navigation of its pages names them.

A section is a short link to a shallow address of the site, in a list of such links: a menu, a header, a list before the
stories. Stories under its address speak for it; a login or a shop beside it speaks against its list; a list with many
known sections is a list of sections."""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import NamedTuple

from tui.model import Kind, Offer
from tui.parse.front.home import Home
from tui.parse.front.links import AD, CRUMB, EDITION, FOOT, HEAD, JUNK, NAV, TRAIL, LinkBox, PlacedLink
from tui.parse.page.addresses import FILES, PAGE_FILE, word_count
from tui.parse.page.labels import fold
from tui.parse.page.lines import Lines, clean_line, without_marks
from tui.parse.words import addresses as address_words
from tui.parse.words import sections as words
from tui.parse.words import split

SECTIONS = 80
"""The most sections that are taken from one page."""

_NO_SECTION = frozenset(split(words.NO_SECTION))
_STRONG_NO = frozenset(split(words.NEVER_A_SECTION))

_OPENINGS: dict[str, list[str]] = {}
for _phrase in split(words.OPENINGS):
    _OPENINGS.setdefault(_phrase.partition(" ")[0], []).append(_phrase + " ")
_STEMS = split(words.STEMS)
_PEOPLE = frozenset(split(address_words.PEOPLE))
_FILED = frozenset((*split(address_words.CATEGORIES), *split(address_words.FILED)))
_KNOWN = frozenset(map(fold, split(words.SECTIONS)))


class _Weights(NamedTuple):
    """What speaks for a list of links as the navigation between sections, and for one link in it; a section has
    `section` of both.

    Tuned on the front pages of both sets, site by site left out; `score.py` beside them, with
    `tests.bench.adapters:discover`, judges a change."""

    section: float = 3.0
    navigation: float = 2.0
    head: float = 1.0
    before_stories: float = 1.0
    several: float = 1.0
    """Four links or more."""
    many: float = 0.5
    """Eight or more."""
    foot: float = -1.0
    foot_navigation: float = -0.5
    elsewhere: float = -3.0
    """Named as tags, a path, editions or advertising."""
    sharing: float = -2.0
    dropped: float = -6.0
    """For a menu that drops down beside or behind the stories: programmes, archives; on one page of the sets."""
    refused: float = -3.0
    """Times the share of links to services."""
    home: float = 1.0
    """For four links or more before the stories, all short, one of which leads to the front page of the site."""
    longest: float = 1.0
    """For the list before the stories that holds most that could be sections, where none is named as navigation."""
    few_fit: float = -1.5
    small: float = -1.0
    supported: float = 2.0
    """Times the share of links with stories under their addresses."""
    spelled: float = 1.0
    """Times the share of links whose addresses spell their names (Politics, /politics)."""
    alike: float = 1.0
    """For five links or more that nearly all could be sections, before the stories, with addresses of one shape."""
    company: float = 3.0
    some_company: float = 1.5
    """For a list that half, or a fifth, of the sections found elsewhere stand in."""
    known: float = 2.0
    """For a list of which three names or more, and a third, are ones that sites call their sections by."""
    known_name: float = 0.5
    filed: float = 1.0
    """Its address says that what follows is a section, or a category."""
    two_stories: float = 2.0
    one_story: float = 1.2
    deep: float = -0.7
    numbered: float = -1.0
    sub_host: float = -0.7
    other_host: float = -6.0
    """Another host of the site with no story here, unless the site is cut into hosts; from -5 to -7 all do
    alike."""


_WEIGHTS = _Weights()

_LIST_QUERY = re.compile(r"(?:^|&)(?:cat|category|section|rubrik|s|c|id)=")

_PERSON = ("~", "@")
"""How the names of persons begin in addresses."""
_PAGED = re.compile(r"(?:^|&)(?:p|page|paged|pagen_\d|pg|pagina|seite|offset|start)=\d+(?:&|$)", re.IGNORECASE)
"""What asks for a further page of a list."""

_ARCHIVE = re.compile(r"[a-z]*/?(?:19|20)\d\d(?:/|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FRONT = re.compile(r"(?:index|default|home)\.\w+")

_NUMBERS = re.compile(r"\d+")

_NAME_EDGES = re.compile(r"^[^\w(]+|^_+|[\s»›>→▸▾▼:|+\-–—/]+$")

_NAME_WORDS = re.compile(r"[\s/&]+")


class _Fit(NamedTuple):
    """A link that could be a section."""

    link: PlacedLink
    name: str
    under: int
    """Stories that stand under its address."""
    spelled: bool
    """Its address spells its name."""
    known: bool
    """Sites call their sections so."""
    score: float
    """How much it looks like a section by itself."""
    elsewhere: bool = False
    """It stands on another host of the site, with no story here."""


class _Group(NamedTuple):
    """A list of links, some of which could be sections."""

    box: LinkBox
    fit: list[_Fit]
    score: float
    """How much the list looks like the navigation between sections."""


def sections_of(links: list[PlacedLink], stories: set[str], home: Home) -> tuple[Offer, ...]:
    """The sections that the page's navigation names."""
    groups = _groups(links, stories, home)
    scores = _scored(groups)
    offers: dict[str, Offer] = {}
    taken: set[tuple[str, str]] = set()
    plain = {link.key for link in links if link.own}
    for group in sorted(groups, key=lambda each: -each.score):
        for link, name, *_ in group.fit:
            same = (name.casefold(), link.host)
            place, view, _ = link.key.partition("?")
            if (
                scores[link.key] < _WEIGHTS.section
                or link.key in offers
                or same in taken
                or (view and place in plain and "/" in place)
            ):
                continue
            taken.add(same)
            offers[link.key] = Offer(name, link.url, Kind.PAGE, link.url)
    order = {link.key: link.order for link in reversed(links)}
    chosen = list(offers)[:SECTIONS]
    return tuple(offers[key] for key in sorted(chosen, key=lambda key: order[key]))


def _groups(links: list[PlacedLink], stories: set[str], home: Home) -> list[_Group]:
    """The page's lists of links, those with a link that could be a section."""
    lists = _lists(links)
    folders = _folders(stories)
    first_story = min(
        (link.order for link in links if link.key in stories and not link.flags & (NAV | HEAD)), default=10**9
    )
    groups: list[_Group] = []
    names: dict[tuple[str, str, int], str] = {}  # menus stand twice on many pages, for large screens and small
    for box, members in lists:
        fit: list[_Fit] = []
        for link in members:
            if not link.own or link.key in stories:
                continue
            same = (link.key, link.text, link.flags & FOOT)
            if same not in names:
                names[same] = _section_name(link, home)
            if name := names[same]:
                spelled = _spelled(name, home.judge(link.url).path)
                under = _under(link.key, spelled, folders)
                known = fold(name) in _KNOWN
                fit.append(_Fit(link, name, under, bool(spelled), known, _link_score(link, under, known, home)))
        if fit:
            groups.append(_Group(box, fit, _group_score(box, members, fit, first_story, home)))
    return _without_other_hosts(_with_longest(groups, first_story), home)


def _with_longest(groups: list[_Group], first_story: int) -> list[_Group]:
    """The lists; if none is named as navigation, the longest before the stories gains."""
    if any(group.box.flags & NAV for group in groups):
        return groups
    before = [group for group in groups if group.fit[0].link.order < first_story and not group.box.flags & FOOT]
    longest = max(before, key=lambda group: len({each.link.key for each in group.fit}), default=None)
    if longest is None or len({each.link.key for each in longest.fit}) < _SHORTEST_MENU:
        return groups
    more = longest._replace(score=longest.score + _WEIGHTS.longest)
    return [more if group is longest else group for group in groups]


_SHORTEST_MENU = 3


def _lists(links: list[PlacedLink]) -> list[tuple[LinkBox, list[PlacedLink]]]:
    """The lists of a page; small ones in boxes of one kind, like the heads of menus, count as one list."""
    lists: dict[LinkBox, list[PlacedLink]] = defaultdict(list)
    for link in links:
        lists[_list_of(link.box)].append(link)
    rows: dict[tuple[LinkBox, int, str], list[LinkBox]] = defaultdict(list)
    for box, members in lists.items():
        if len({link.key for link in members}) <= 2:
            above = box.parent
            for level in range(_LEVELS):
                if above is None or above.tag in ("body", "html"):
                    break
                rows[above, level, box.path[0]].append(box)
                above = above.parent
    for (above, level, _), boxes in sorted(rows.items(), key=lambda row: row[0][1]):
        left = [box for box in boxes if box in lists]
        if len(left) >= _ROW and (level or above.anchors > len(left)):
            together = lists.pop(above, [])
            for box in left:
                together.extend(lists.pop(box))
            lists[above] = sorted(together, key=lambda link: link.order)
    return list(lists.items())


_LEVELS = 4
"""So far above a small list, others like it are looked for."""
_ROW = 3
"""So many small lists, of one or two links, make one; three links and rows of four do less well on both sets without
class names."""


def _without_other_hosts(groups: list[_Group], home: Home) -> list[_Group]:
    """Count links to other hosts of the site less, unless the site is divided into hosts."""
    here = {each.link.key: home.is_here(each.link.host) for group in groups for each in group.fit}
    if sum(here.values()) <= _CUT * len(here):
        return groups
    return [group._replace(fit=[_elsewhere(each, here) for each in group.fit]) for group in groups]


def _elsewhere(fit: _Fit, here: dict[str, bool]) -> _Fit:
    if here[fit.link.key] or fit.under:
        return fit
    return fit._replace(score=fit.score + _WEIGHTS.other_host, elsewhere=True)


_CUT = 0.2
"""Where at most this share of what could be sections stands on the page's own host, the site is cut into hosts (Sohu,
Terra)."""


def _scored(groups: list[_Group]) -> dict[str, float]:
    """Key → how much the address looks like a section, at the link where it does most."""
    scores: dict[str, float] = defaultdict(lambda: -9.0)
    for group in groups:
        for each in group.fit:
            scores[each.link.key] = max(scores[each.link.key], group.score + each.score)
    # a list that keeps company with sections is a list of sections
    sure = {key for key, score in scores.items() if score >= _WEIGHTS.section}
    for group in groups:
        keys = {each.link.key for each in group.fit}
        common = len(keys & sure)
        if group.box.flags & (TRAIL | EDITION | AD):
            continue
        if common >= 4 and common >= 0.5 * len(keys):
            bonus = _WEIGHTS.company
        elif common >= 3 and common >= 0.2 * len(keys):
            bonus = _WEIGHTS.some_company
        else:
            continue
        for each in group.fit:
            if not each.elsewhere:
                scores[each.link.key] = max(scores[each.link.key], group.score + bonus + each.score)
    return scores


def _group_score(box: LinkBox, links: list[PlacedLink], fit: list[_Fit], first_story: int, home: Home) -> float:
    """How much a list of links looks like the navigation between sections."""
    distinct = len({each.link.key for each in fit})
    to_home = {link.key for link in links if link.text and _leads_home(link, home)}
    share = distinct / len({link.key for link in links} - to_home)
    size = len({link.key for link in links if link.units <= 5})
    refused = len({link.key for link in links if home.judge(link.url).service})
    before_stories = fit[0].link.order < first_story
    score = _place_score(box.flags, size) + _order_score(box.tag, before_stories)
    if before_stories and size >= 4 and size >= _NEARLY_ALL * len({link.key for link in links}):
        score += _WEIGHTS.home * bool(to_home)
    if refused >= 2:
        score += _WEIGHTS.refused * refused / (refused + distinct)
    if share < 0.5:
        score += _WEIGHTS.few_fit
    score += _WEIGHTS.supported * sum(each.under > 0 for each in fit) / len(fit)
    spelled = sum(each.spelled for each in fit) / len(fit)
    if size >= 3:
        score += _WEIGHTS.spelled * spelled
    if distinct >= 5 and share >= _NEARLY_ALL and (before_stories or spelled >= _NEARLY_ALL) and _are_alike(fit, home):
        score += _WEIGHTS.alike
    return score + _WEIGHTS.known * _are_known(fit, distinct)


def _order_score(tag: str, before_stories: bool) -> float:
    """The weight of a list's place before the stories, or of a drop-down menu elsewhere."""
    return _WEIGHTS.before_stories if before_stories else _WEIGHTS.dropped * (tag == "select")


def _are_known(fit: list[_Fit], distinct: int) -> bool:
    """Whether several of the links, and a third of them at least, have names usual for sections."""
    known = len({each.link.key for each in fit if each.known})
    return known >= _SOME and known >= _A_THIRD * distinct


def _are_alike(fit: list[_Fit], home: Home) -> bool:
    """Whether nearly all links have addresses of one shape."""
    shapes = Counter(home.judge(each.link.url).shape for each in fit)
    return max(shapes.values()) >= _NEARLY_ALL * len(fit)


def _leads_home(link: PlacedLink, home: Home) -> bool:
    """Whether a link leads to the site's front page, which is no section."""
    return home.is_here(link.host) and not home.judge(link.url).path.strip("/") and not home.judge(link.url).query


def _place_score(flags: int, size: int) -> float:
    """The weight of a list's place on its page and of its number of short links."""
    score = 0.0
    if flags & NAV:
        score += _WEIGHTS.navigation
    if flags & HEAD:
        score += _WEIGHTS.head
    if flags & FOOT:
        score += _WEIGHTS.foot_navigation if flags & NAV and size >= 8 else _WEIGHTS.foot
    if size >= 4:
        score += _WEIGHTS.several
    if size >= 8:
        score += _WEIGHTS.many
    if size < 3:
        score += _WEIGHTS.small
    if flags & (TRAIL | CRUMB | EDITION | AD):
        score += _WEIGHTS.elsewhere
    if flags & JUNK:
        score += _WEIGHTS.sharing
    return score


_NEARLY_ALL = 0.7
_SOME, _A_THIRD = 3, 0.33


def _link_score(link: PlacedLink, under: int, known: bool, home: Home) -> float:
    """How much one link in such a list looks like a section."""
    score = _WEIGHTS.two_stories if under >= 2 else _WEIGHTS.one_story if under else 0.0
    if known:
        score += _WEIGHTS.known_name
    filed = not _FILED.isdisjoint(link.key.split("/")[1:-1])
    if filed:
        score += _WEIGHTS.filed
    judged = home.judge(link.url)
    if judged.depth > 2 + filed:
        score += _WEIGHTS.deep
    if judged.numbered and not under:
        score += _WEIGHTS.numbered
    if not under and home.sub(link.host) > 1:
        score += _WEIGHTS.sub_host
    return score


def _spelled(name: str, path: str) -> str:
    """The path down to the part that spells a section's name, or "" if none does."""
    wanted = _squashed(name)
    if len(wanted) < 3:
        return ""
    parts = path.strip("/").split("/")
    for place, part in enumerate(parts[:4], 1):
        if _squashed(PAGE_FILE.sub("", part) if "." in part else part) == wanted:
            return "/".join(parts[:place])
    return ""


@lru_cache(maxsize=2048)
def _squashed(text: str) -> str:
    return _NO_LETTER.sub("", fold(text)).replace("and", "")


_NO_LETTER = re.compile(r"[\W_]+")


def _list_of(box: LinkBox) -> LinkBox:
    """The list that a link belongs to: the nearest element with several links."""
    found = box
    while (above := found.parent) is not None and above.tag not in ("body", "html"):
        small = found.anchors < 4 and found.flags & above.flags & NAV
        if not (found.anchors < 2 or small or found.tag in ("li", "h2", "h3")):
            break
        found = above
    return found


def _folders(stories: set[str]) -> Counter[str]:
    """How many stories have addresses below each folder."""
    found: list[str] = []
    for key in stories:
        host, *parts = key.partition("?")[0].split("/")[:6]
        found.append(host)
        for part in parts[:-1]:
            host += "/" + part
            found.append(host)
    return Counter(found)


def _under(key: str, spelled: str, folders: Counter[str]) -> int:
    """How many stories have addresses below a section's, or below the part of it that spells the section's name."""
    key = key.partition("?")[0].rstrip("/")
    if not ("/" in key or key.count(".") >= 2):
        return 0
    at = folders.get(key, 0)
    return at or (folders.get(f"{key.partition('/')[0]}/{spelled}", 0) if spelled else 0)


def _section_name(link: PlacedLink, home: Home) -> str:
    """The name of a section, or "" for a link that is not one."""
    text = _written_name(link)
    if not text or not _may_be_a_section(text.casefold().replace("’", "'"), home):
        return ""
    if home.host_score(link.host) < 0 or not _has_a_sections_address(link, text, home):
        return ""
    if link.flags & FOOT and ("nofollow" in link.rel or link.key == home.key or link.key in home.keys):
        return ""
    return text


def _written_name(link: PlacedLink) -> str:
    """The short name written in a link, or ""."""
    lines = without_marks(link.lines)
    text = next((text for kind, text in lines if kind not in _BESIDE_NAMES), "") or _over_summary(lines)
    if not text or len(text) > 44:
        return ""
    if not (text[0].isalnum() and text[-1].isalnum()):
        text = _NAME_EDGES.sub("", text)
    if len(text) > 34 or word_count(text) > 5:
        text = _first_of_two(link)
    if not text or len(text) > 34 or word_count(text) > 5:
        return ""
    return text if text[0].isalpha() or any(letter.isalpha() for letter in text) else ""


_BESIDE_NAMES = ("aside", "summary")


def _over_summary(lines: Lines) -> str:
    """The name among a link's lines, where others describe it: a label over a summary, else the summary, else the
    last."""
    kinds = [kind for kind, _ in lines]
    if kinds[:2] == ["aside", "summary"] and any(map(str.isalpha, lines[0][1])):
        return lines[0][1]
    return next((text for kind, text in lines if kind == "summary"), lines[-1][1] if lines else "")


def _first_of_two(link: PlacedLink) -> str:
    """The first of two names in a link, each in an element of its own, or ""."""
    parts = [clean_line(child.text()) for child in link.node.iter() if child.text().strip()]
    return parts[0] if len(parts) == 2 and " ".join(parts) == link.text else ""


def _may_be_a_section(folded: str, home: Home) -> bool:
    """Whether a name can be a section's: it is no service, no language, and not the site's own."""
    if folded in _NO_SECTION or folded == home.name.casefold() or _begins_otherwise(folded):
        return False
    return _STRONG_NO.isdisjoint([folded] if folded.isalpha() else _NAME_WORDS.split(folded))


def _begins_otherwise(folded: str) -> bool:
    """Whether a name begins as no section's name does."""
    if folded.startswith(_STEMS):
        return True
    plain = _BETWEEN_WORDS.sub(" ", folded) + " "
    openings = _OPENINGS.get(plain[: plain.index(" ")])
    return openings is not None and any(map(plain.startswith, openings))


_BETWEEN_WORDS = re.compile(r"[^\w'-]+")


def _has_a_sections_address(link: PlacedLink, name: str, home: Home) -> bool:
    """Whether an address leads to no story, film or service, and not back to this page."""
    judged = home.judge(link.url)
    path = judged.path
    if judged.media or judged.service or judged.depth > 4 or judged.slug > 5:
        return False
    if judged.path.rpartition("/")[2].startswith(_PERSON) or _PAGED.search(judged.query):
        return False
    if judged.dated and (judged.slug > 2 or _ARCHIVE.match(path) or _YEAR.search(name)):
        return False  # a story, or an archive; /politics/2014/12/ is a section
    if judged.numbered and judged.slug >= 3 and not _spelled(name, path):
        return False
    if not _PEOPLE.isdisjoint(path.split("/")):
        return False
    if FILES.search(path) or len(_NUMBERS.findall(path)) > 4:
        return False
    if path.strip("/") and not _FRONT.fullmatch(path):
        return True
    here = link.host == home.host or (not judged.query and home.is_here(link.host))
    return not here or _LIST_QUERY.search(judged.query) is not None
