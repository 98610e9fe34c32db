"""Which links of a page lead to stories.

A story is recognised by the shape of its address, by the place of its link (a headline, a card, a picture and a
headline of one address, not a menu) and by its words. Then addresses and places that many sure stories share speak for
the doubtful ones there, and those that none has speak against them."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tui.model import Entry
from tui.parse.dates import moment
from tui.parse.front.headlines import headline, places_of
from tui.parse.front.home import Home
from tui.parse.front.links import AD, ARTICLE, CARD, CRUMB, EDITION, FOOT, HEAD, JUNK, NAV, TRAIL, LinkBox, PlacedLink
from tui.parse.page.addresses import Address, names_service, telling, word_count
from tui.parse.page.labels import counts_comments, fold, says_only_more
from tui.parse.page.tree import first_of
from tui.parse.words import addresses as address_words
from tui.parse.words import split

STORIES = 400
"""The most stories that are taken from one page."""


@dataclass(slots=True)
class LinkedStory:
    """A story as it is linked, perhaps several times."""

    key: str
    url: str
    links: list[PlacedLink]
    score: float = 0.0
    title: str = ""


class _Weights(NamedTuple):
    """What the words and the place of a link weigh, for a story or against one; `addresses` weighs its address.

    Tuned on the front pages of both sets, site by site left out; `score.py` beside them, with
    `tests.bench.adapters:discover`, judges a change."""

    story: float = 3.0
    """The score from which on a link is a story."""
    most: float = 7.2
    """The most that words, place and company can add to what an address says."""
    listed: float = 3.0
    """The page lists it as a story for machines."""
    words: tuple[float, ...] = (-4.0, -2.0, -0.5, 0.5, 1.5, 1.5, 2.0)
    """By the words of its headline, none to six."""
    company: float = 1.0
    """For a place or a shape of address whose links are stories, against one whose links are none."""
    sure: float = 3.5
    """A story that speaks for its company."""
    worded: float = 1.0
    """For a shape of address with figures or long names whose links nearly all say five words or more."""
    worded_place: float = 2.5
    """For a kind of place whose links do so, on a page whose addresses tell few of its headlines; the sets have no such
    page, but where every name in their addresses is cut to two words, page F1 is .928 and .856 with it, .936 and .716
    without."""
    worded_folder: float = 3.0
    """For a folder of the site whose links do nearly all say three words or more, whatever its names are."""
    heading: float = 2.0
    card: float = 0.5
    dated: float = 2.5
    """In a card with a date or a sentence, which a story may be though its address is short (Ghost, WordPress, a
    magazine); then a short headline says nothing against it."""
    pictured: float = 0.7
    prose: float = -2.5
    short_in_menu: float = -1.5
    menu: float = -2.5
    foot: float = -2.5
    head: float = -0.7
    trail: float = -2.0
    sharing: float = -1.5
    advertising: float = -2.5
    edition: float = -2.0
    tagged: float = -5.0
    """Its rel says tag, author or sponsored."""
    named_like_its_address: float = -1.5
    """Three words at most, those of its address without number or date, and linked from a menu: a section."""
    named_like_a_folder: float = -3.0
    """One word or two, those of a folder in its address: a section too, whatever its last name is."""


_WEIGHTS = _Weights()


def heed_habits(links: list[PlacedLink], home: Home) -> None:
    """Ignore what is a habit of the site: a word or host of films, lists or services that most headlines of the page
    have, and a word of services in the address of the page itself: press releases stand below /press."""
    home.silent = frozenset(filter(names_service, telling(home.url)))
    spoken = {link.key: link for link in links if link.own and link.units >= 4 and not link.flags & (NAV | FOOT)}
    if len(spoken) < 4:
        return
    times = Counter(word for link in spoken.values() for word in telling(link.url))
    times.update(link.host for link in spoken.values())
    home.silent |= frozenset(
        word for word, count in times.items() if count >= (_MOST if names_service(word) else _MOSTLY) * len(spoken)
    )


_MOST = 0.6
"""The share for the words of services: a small paper may have many classified advertisements on its front page."""
_MOSTLY = 0.3
"""The share of a page's headlines whose addresses have a word, or a host, that therefore says nothing. No page of both
sets has one over .21, but for a host of stories at .27."""


def stories_of(links: list[PlacedLink], listed: dict[str, Entry], home: Home) -> dict[str, LinkedStory]:
    """Key → story, in order of first mention, for all links that look like one."""
    groups = _grouped(links, home)
    worn, places = _worn(links), places_of(links)
    for story in groups.values():
        story.score = home.judge(story.url).score + home.host_score(story.links[0].host)
        if story.key in listed:
            story.score += _WEIGHTS.listed
        if story.score + _WEIGHTS.most >= _WEIGHTS.story:
            story.title = headline(story.links, worn, places)
            units = word_count(story.title)
            words = _WEIGHTS.words[min(int(units), 6)]
            story.score += words + _place_score(story, units)
            if units <= 4 and _is_named_like_its_address(story, home):
                story.score += _WEIGHTS.named_like_its_address
            if _is_named_like_a_folder(story, home):
                story.score += _WEIGHTS.named_like_a_folder
            if story.score < _WEIGHTS.story and units and _is_told_of(story):
                story.score += _WEIGHTS.dated - min(words, 0.0)
    _heed_company(groups, home)
    found = {key: story for key, story in groups.items() if story.score >= _WEIGHTS.story and story.title}
    chosen: dict[str, LinkedStory] = {}
    told: set[tuple[str, str]] = set()
    for key, story in found.items():
        same = (story.title, _name_of(key))
        if not _is_view(key, found) and same not in told:
            told.add(same)
            chosen[key] = story
    return chosen


def _grouped(links: list[PlacedLink], home: Home) -> dict[str, LinkedStory]:
    """The site's links by the page they lead to, without those to this page."""
    groups: dict[str, LinkedStory] = {}
    here = {home.key, *home.keys}
    for link in links:
        key = link.key
        if not link.own or key in here or ("/" in home.key and key.startswith(home.key + "?")):
            continue  # this page, or another view of it: its next part, or another order
        if key in groups:
            groups[key].links.append(link)
        elif "/" in key or "?" in key:
            groups[key] = LinkedStory(key, link.url, [link])
    return groups


def _worn(links: list[PlacedLink]) -> set[str]:
    """Texts on the links of several stories ("Read more", "Comments"), or that only open one: no headlines."""
    keys: dict[str, set[str]] = {}
    worn: set[str] = set()
    for link in links:
        if not link.own or not link.lines:
            continue
        texts = [link.text] if len(link.lines) == 1 else [link.text, *[text for _, text in link.lines]]
        for text in texts:
            if text in keys:
                keys[text].add(link.key)
            else:
                keys[text] = {link.key}
                short = len(text) <= _LONGEST_DOOR and not link.flags & (NAV | HEAD | FOOT)
                if short and (says_only_more(text) or counts_comments(text)):
                    worn.add(text)
    counted: dict[str, list[str]] = defaultdict(list)
    for text, found in keys.items():
        if len(found) > 1:
            names = len(set(map(_name_of, found)))
            if names > 2 or (names == 2 and word_count(text) <= 2):
                worn.add(text)
        if len(text) <= _LONGEST_DOOR and _FIGURES.search(text):
            counted[_FIGURES.sub("0", text)].append(text)
    for texts in counted.values():
        if len(texts) > 2:
            worn.update(texts)  # "Feature (4 pages)", "Feature (5 pages)"
    return worn


_FIGURES = re.compile(r"\d+")


_LONGEST_DOOR = 24
"""Characters of a link that only opens a story."""


def _name_of(key: str) -> str:
    """The part of an address that identifies its story, which may have several: the longest name of its path if it is a
    headline's, whatever is asked behind it (`?ref=home`), otherwise all of it."""
    longest = max(key.partition("?")[0].split("/"), key=len)
    return longest if longest.count("-") >= 3 else key


def _heed_company(groups: dict[str, LinkedStory], home: Home) -> None:
    """Let sure stories that share a shape of address, or a place, speak for or against the others that do."""
    shapes: dict[str, list[LinkedStory]] = defaultdict(list)
    folders: dict[str, list[LinkedStory]] = defaultdict(list)
    places: dict[tuple[str, tuple[str, ...]], list[LinkedStory]] = defaultdict(list)
    for story in groups.values():
        judged = home.judge(story.url)
        shapes[judged.shape].append(story)
        if judged.score >= -_SHORT and not judged.dated and not judged.numbered:
            folders[story.key.partition("?")[0].rpartition("/")[0]].append(story)
        for place in {(link.signature, link.box.path) for link in story.links}:
            places[place].append(story)
    for shape, members in shapes.items():
        if shape.strip("/?w"):
            _heed_words(members, _WEIGHTS.worded)
    for members in folders.values():
        _heed_folder(members)
    _heed_families(shapes, places, groups)
    for members in places.values():
        if len(members) >= _FAMILY and any(member.score < _WEIGHTS.story for member in members):
            _heed_list(members, groups, home)
            _heed_dates(members, home)
    spoken = [story for story in groups.values() if word_count(story.title) >= 4.5]
    told = sum([story.score >= _WEIGHTS.story for story in spoken])
    if len(spoken) >= _FAMILY and told < _HALF * len(spoken):
        # the addresses of this site say nothing, or little: its headlines do
        for members in places.values():
            _heed_words([each for each in members if _has_a_name(home.judge(each.url))], _WEIGHTS.worded_place)


_HALF = 0.5
_SHORT = 2.0
"""What is held against the shortest address; one that has more against it leads to a list, a film or a service."""


def _heed_families(
    shapes: dict[str, list[LinkedStory]],
    places: dict[tuple[str, tuple[str, ...]], list[LinkedStory]],
    groups: dict[str, LinkedStory],
) -> None:
    """Let the sure stories of a family speak for the others in it, and the lack of any against them."""
    before = {story.key: story.score for story in groups.values()}
    for families in (shapes.values(), places.values()):
        for members in families:
            if len(members) < 3:
                continue
            sure = sum([before[member.key] >= _WEIGHTS.sure for member in members])
            share = sure / len(members)
            for member in members:
                if sure >= 3 and share >= 0.6:
                    member.score += _WEIGHTS.company
                elif len(members) >= 4 and share < 0.2:
                    member.score -= _WEIGHTS.company


def _heed_list(members: list[LinkedStory], groups: dict[str, LinkedStory], home: Home) -> None:
    """Let a list of stories take in those that have a short name ("Bees", /posts/bees): it stands among them in one
    kind of place, its address in their folder, and no other address is below it."""
    told = [story for story in members if story.score >= _WEIGHTS.story]
    if len(told) < _LISTED * len(members):
        return
    folders = Counter(_folder_of(story.key) for story in told)
    for story in members:
        folder = _folder_of(story.key)
        alike = folders[folder] >= _LISTED * len(told)
        filed = alike and "/" in folder
        below = story.key + "/"
        if filed and home.judge(story.url).score >= -_SHORT and not any(key.startswith(below) for key in groups):
            story.score = max(story.score, _WEIGHTS.story)


def _heed_dates(members: list[LinkedStory], home: Home) -> None:
    """Take a list for one of stories where a date stands beside each, whatever its name is: a person's own pages are
    often a list of days and titles."""
    if sum([_stands_by_a_date(member.links[0], home.language) for member in members]) >= _LISTED * len(members):
        for member in members:
            if home.judge(member.url).score >= -_SHORT:
                member.score = max(member.score, _WEIGHTS.story)


def _stands_by_a_date(link: PlacedLink, language: str) -> bool:
    """Whether all else that is written in a link's card is a day, and the card is one of a list, so that the link is no
    author's in a larger card."""
    card, around = link.card
    if link.flags & (NAV | FOOT) or not link.text or card is link.node or around.anchors < _FAMILY:
        return False
    written = " ".join(card.text().split())
    beside = written.replace(link.text, "", 1).strip(_AROUND_DATES)
    return bool(beside) and len(beside) <= _LONGEST_DATE and moment(beside, language) is not None


_AROUND_DATES = " \t-–—:·•|/()[]»"
_LONGEST_DATE = 40


def _folder_of(key: str) -> str:
    return key.partition("?")[0].rpartition("/")[0]


_LISTED = 0.8
"""The share of stories in a list that takes in the rest; made pages have lists of posts with one in twelve of one
word."""

_FAMILY = 5
_NEARLY_ALL = 0.7


def _has_a_name(judged: Address) -> bool:
    """Whether an address has more than one word: /sea-storm and /sea/1204 do, /politics does not."""
    return judged.slug >= 2 or judged.numbered or judged.dated or (judged.depth >= 2 and judged.slug == 1)


def _heed_words(members: list[LinkedStory], weight: float) -> None:
    """Let links of one kind speak for each other if nearly all of them hold whole headlines."""
    if len(members) >= _FAMILY:
        spoken = sum([word_count(member.title) >= 4.5 for member in members])
        if spoken >= _NEARLY_ALL * len(members):
            for member in members:
                member.score += weight


def _heed_folder(members: list[LinkedStory]) -> None:
    """Let the links to one folder speak for each other if hardly any has fewer than three words, unlike any menu."""
    if len(members) >= _FOLDER:
        words = [word_count(member.title) for member in members]
        if sum([each >= 3 for each in words]) >= _NEXT_TO_ALL * len(words) and sum(words) >= _SPOKEN * len(words):
            for member in members:
                member.score += _WEIGHTS.worded_folder


_FOLDER = 8
_NEXT_TO_ALL = 0.9
_SPOKEN = 4.5
"""Where all stories of a page are put into one folder, under names that say nothing, .95 of them and more say three
words and the mean is over 4.7; of the sections and topics of both sets .43 say so at most, and the mean is under 3.2; a
list of reporters has 4.0."""


def _is_view(key: str, stories: dict[str, LinkedStory]) -> bool:
    """Whether it is another view of a story on this page: its comments, its printed form, a further page."""
    place, mark, query = key.partition("?")
    if mark:
        asked = query.split("&")
        fewer = ["&".join(asked[:number] + asked[number + 1 :]) for number in range(len(asked))]
        return place in stories or any(f"{place}?{rest}" in stories for rest in fewer)
    before, _, last = place.rpartition("/")
    return before in stories and (last in _VIEWS or (last.isdecimal() and len(last) <= 2))


_VIEWS = frozenset(split(address_words.VIEWS))


def _is_named_like_a_folder(story: LinkedStory, home: Home) -> bool:
    """Whether one of its links has just the word or two of a folder in its address, and none has more than three."""
    if any(link.units > 3 for link in story.links):
        return False
    folders = home.judge(story.url).path.split("/")[:-1]
    return any(link.text and link.units <= 2 and fold(link.text) in folders for link in story.links)


def _is_named_like_its_address(story: LinkedStory, home: Home) -> bool:
    """Whether its links, one of them in a menu, say no more than its address, which has neither number nor date."""
    judged = home.judge(story.url)
    if judged.dated or judged.numbered or judged.slug > 3:
        return False
    if not any(link.flags & (NAV | HEAD) or (link.box.in_menu and not link.box.heading) for link in story.links):
        return False
    last = judged.path.rstrip("/").rpartition("/")[2]
    said = [word for word in _LETTERS.findall(fold(story.title)) if word != "and"]
    return said == [word for word in _LETTERS.findall(fold(last)) if word != "and"]


_LETTERS = re.compile(r"[^\W_]+")


def _is_told_of(story: LinkedStory) -> bool:
    """Whether a card tells of a story: has a date or a sentence about it. What more than two cards have is a topic."""
    told = {card for link in story.links if (card := _told_in(link))}
    return 0 < len(told) <= _CARDS


_CARDS = 2


def _told_in(link: PlacedLink) -> int:
    """The card (by its mem_id) that a link is the heading of, or stands in, if it has a date or a sentence; or 0."""
    if not link.flags & ARTICLE:
        return 0
    box: LinkBox | None = link.box
    card = link.node.parent
    while card is not None and box is not None and card.tag != "article":
        card, box = card.parent, box.parent
    if card is None or box is None or box.anchors >= _LARGE:
        return 0
    said = first_of(card, ("time", "p"))
    told = said is not None and (said.tag == "time" or len(said.text(strip=True)) > _SENTENCE)
    return card.mem_id if told else 0


_SENTENCE = 40
"""Characters of a paragraph that says what a story is about."""
_LARGE = 12
"""Links of an article that is a page of stories, and no card."""


def _place_score(story: LinkedStory, units: float) -> float:
    """The weight of the best place where a story is linked."""
    best = -9.0
    for link in story.links:
        score = _flags_score(link.flags)
        if not link.box.heading and link.prose:
            score += _WEIGHTS.prose
        if units < 3 and link.flags & (NAV | FOOT):
            score += _WEIGHTS.short_in_menu
        if link.box.heading or any(kind == "title" for kind, _ in link.lines):
            score += _WEIGHTS.heading
        if link.rel and ("tag" in link.rel or "author" in link.rel or "sponsored" in link.rel):
            score += _WEIGHTS.tagged
        best = max(best, score)
    if len(story.links) > 1 and any(link.image is not None for link in story.links):
        best += _WEIGHTS.pictured
    return best


@lru_cache(maxsize=512)
def _flags_score(flags: int) -> float:
    """The weight of the kinds of places that a link stands in."""
    weights = _WEIGHTS._asdict()
    return sum([float(weights[name]) for flag, name in _PLACES if flags & flag])


_PLACES = (
    (NAV, "menu"), (FOOT, "foot"), (HEAD, "head"), (TRAIL | CRUMB, "trail"), (JUNK, "sharing"), (AD, "advertising"),
    (EDITION, "edition"), (CARD, "card"),
)  # fmt: skip
