"""Which links of a story's page lead to other stories of its site, and the elements around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from selectolax.lexbor import LexborNode

from tui import address
from tui.model import Relation
from tui.parse.page.addresses import STORY_QUERY, names_a_story, story_key, telling
from tui.parse.page.labels import fold, is_also_read, is_spaceless, label, may_be_a_step
from tui.parse.page.markup import Markup
from tui.parse.page.tree import first_of, upward
from tui.parse.story.box_names import says_step
from tui.parse.words import addresses as words
from tui.parse.words import split
from tui.text import one_line

_LONGEST_ADDRESS = 2000
"""Characters of a link's address; the patterns that look at it are not made for longer ones."""

MOST_LINKS = 4000
"""Links of a page that are looked at."""

LABEL_LENGTH = 75
"""Characters: no label of a group is longer."""

_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)

_OTHER_HOSTS = frozenset(split(words.OTHER_HOSTS))

_OWN_PAGE = re.compile(
    r"/(?:page|seite|pagina|p)?[/-]?\d{1,3}|/(?:amp|print|all|komplettansicht|comments?|feed)", re.IGNORECASE
)
"""What follows a story's own address on its further pages and other forms."""

INLINE = frozenset("a span strong b em i u font small mark".split())

STEPS = frozenset({Relation.PREVIOUS, Relation.NEXT})

_MOST_HEADINGS = 50


@dataclass(slots=True, eq=False)
class Links:
    """The story links of a page."""

    owner: dict[int, str] = field(default_factory=dict)
    """Every element that holds story links (by mem_id) -> the one story they lead to, "" where there are several."""
    headlines: set[int] = field(default_factory=set)
    """The page's first-level headings that are no labels, and every element around them (by mem_id)."""
    titles: set[str] = field(default_factory=set)
    """The words of those headings, folded: the story's own title."""
    sure: set[str] = field(default_factory=set)
    """Stories whose address alone says that it is a story's."""
    sections: set[str] = field(default_factory=set)
    """What the sections are called that the story stands in, folded: a list under such a name is more of them."""
    short: set[str] = field(default_factory=set)
    """Those that nothing but the heading of a card speaks for: they need a label."""


def links_of(page: Markup, url: str, base: str) -> Links:
    """Find the story links to the page's own site, and mark every element around them."""
    links = Links(sections=_sections(page, url))
    if page.body is None:
        return links
    leads = _Leads(url, base, _sites(page, url))
    spoken: set[str] = set()
    doubtful: list[tuple[LexborNode, str]] = []
    framing = set(_framing(page))
    for link, attributes in page.leads[:MOST_LINKS]:
        href = attributes["href"]
        if not href or link.mem_id in framing:
            continue
        key, sure = leads[href]
        if not key:
            continue
        if sure:
            links.sure.add(key)
        elif _speaks_of_a_story(link, attributes):
            spoken.add(key)
        elif _may_be_short(link, key, leads):
            links.short.add(key)
        else:
            if key.count("/") > 1:
                doubtful.append((link, key))
            continue
        _mark(link, key, links.owner)
    folders = {_folder(key) for key in links.sure | spoken | links.short} if doubtful else set()
    for link, key in doubtful:
        if _folder(key) in folders and _is_listed(link, key, links.owner):
            links.short.add(key)
            _mark(link, key, links.owner)
    links.short -= spoken | links.sure
    for heading in page.h1[:_MOST_HEADINGS]:
        _mark_headline(heading, links)
    return links


def _framing(page: Markup) -> Iterator[int]:
    """The links (by mem_id) of the site's own head and foot, a third of all: they lead to sections, not to stories."""
    for frame in page.frames:
        if frame.parent is not None and frame.parent.tag == "body":
            yield from (link.mem_id for link in frame.css("a[href]"))
        elif frame.tag == "header":
            yield from (link.mem_id for nav in frame.css("nav") for link in nav.css("a[href]"))


def _mark(link: LexborNode, key: str, owner: dict[int, str]) -> None:
    """Mark every element around a link with the story it leads to, or with "" if it holds links to several."""
    node: LexborNode | None = link
    while node is not None:
        place = node.mem_id
        had = owner.get(place)
        if had is None:
            owner[place] = key
        elif had == key or not had:
            break
        else:
            owner[place] = ""
        node = node.parent


def _mark_headline(heading: LexborNode, links: Links) -> None:
    """Mark a first-level heading and all around it, if it is the story's own."""
    text = squeezed(heading)
    if text and len(text) <= LABEL_LENGTH and label(text) is not None:
        return
    around = links.owner.get(heading.mem_id) or (heading.parent is not None and links.owner.get(heading.parent.mem_id))
    if around and around != "=":
        return  # another story's: some pages give every teaser one
    links.titles.add(fold(text))
    for node in upward(heading):
        if node.mem_id in links.headlines:
            break
        links.headlines.add(node.mem_id)


def _sections(page: Markup, url: str) -> set[str]:
    """The names of the sections that a story belongs to, from its address and its head."""
    said = [part.replace("-", " ") for part in address.split(url)[2].split("/")[1:-1]]
    said += page.meta.get("article:section", ())[:3]
    return {name for each in said if len(name := fold(each[:60])) >= 4 and not name.isdecimal()} - _NO_SECTIONS


_NO_SECTIONS = frozenset("news story stories article articles blog blogs post posts archive archives content".split())


def _sites(page: Markup, url: str) -> set[str]:
    """The registrable domains that are the page's own: of the address it was fetched from, and of the one it gives
    itself (a mirror, a copy)."""
    said = [page.canonical, *page.meta.get("og:url", ())[:3]]
    return {address.registrable(each) for each in (url, *said) if each.startswith("http")} - {""}


class _Leads(dict[str, tuple[str, bool]]):
    """Where the links of a page lead, by their href: (the story's key, whether the address says that it is a story's).

    The key tells the stories of a page apart: it is "=" for the page itself, and "" for anything but a story of the
    site.
    """

    def __init__(self, url: str, base: str, sites: set[str]):
        super().__init__()
        _, own_host, own_path, _ = address.split(url)
        self._base = base
        self._own_path = own_path.rstrip("/")
        self._sites = sites
        self._hosts = {own_host: True}
        """Host -> whether the site's stories stand there."""
        self._of_the_guide = url.startswith("guide:")

    def __missing__(self, href: str) -> tuple[str, bool]:
        told = self[href] = self._told(href.strip())
        return told

    def _told(self, href: str) -> tuple[str, bool]:
        if not href or href[0] == "#" or len(href) > _LONGEST_ADDRESS:
            return "", True
        if href[0] != "/" and not href.startswith(("http:", "https:")):
            if self._of_the_guide and href.startswith("guide:/"):
                href = href.removeprefix("guide:")
            elif _OTHER_SCHEME.match(href):
                return "", True
            else:
                href = address.join(self._base, href)
        path = href
        if href[:1] != "/" or href[:2] == "//":
            host, slash, path = href.partition("//")[2].partition("/")
            host = host.lower()
            known = self._hosts.get(host)
            if not (self._is_own(host) if known is None else known):
                return "", True
            path = slash + path
        if "#" in path:
            path = path.partition("#")[0]
        path, _, query = path.partition("?")
        path = path.rstrip("/")
        if self._own_path and path.startswith(self._own_path):
            if path == self._own_path and not (query and STORY_QUERY.search("?" + query) and not names_a_story(path)):
                return "=", True
            if _OWN_PAGE.fullmatch(path, len(self._own_path)):
                return "=", True
        key = story_key(path, query)
        return (path, False) if key is None else (key, True)

    def is_beside(self, key: str) -> bool:
        """Whether an address stands in the folder of a page that has a name of one word itself, as /posts/moss does
        beside /posts/bees, and says nothing of a list. Beside longer names stand categories, as dev2 shows."""
        folder, _, last = key.rpartition("/")
        home, _, own = self._own_path.rpartition("/")
        return bool(home) and folder == home and own.isalpha() and not telling(f"//h/{last}")

    def _is_own(self, host: str) -> bool:
        name = host.rpartition("@")[2]
        ours = any(name == site or name.endswith("." + site) for site in self._sites)
        own = self._hosts[host] = ours and name.partition(".")[0] not in _OTHER_HOSTS
        return own


def _speaks_of_a_story(link: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether a link with a plain address is written like a headline, or like "next story"."""
    text = link.text()
    if len(text) > 600:
        return False
    text = one_line(text)
    if (len(text) >= 24 and text.count(" ") >= 3) or (len(text) >= 14 and is_spaceless(text)):
        return True
    if says_step(attributes) is not None:
        return True
    found = label(text) if 3 < len(text) <= 40 and may_be_a_step(text) else None
    return (found is not None and found.relation in STEPS) or (bool(text) and _is_told_of(link))


_HEADS = frozenset("h2 h3 h4 h5 h6".split())
_WORDS_JOINED = re.compile(r"[^\W\d_]{2}[-_][^\W_]{2}|\d|[^\x00-\x7f]")


def _is_named_in_words(key: str) -> bool:
    """Whether the last name of an address has several words, or a number: a section's has one word, mostly."""
    last = key.rpartition("/")[2]
    return not (last.isascii() and last.isalpha()) and _WORDS_JOINED.search(last) is not None


def _reads_like_a_headline(link: LexborNode) -> bool:
    """Whether a link says a few words more than the names of most sections."""
    text = squeezed(link)
    return len(text) <= _LONGEST_SHORT and is_headline(text) and label(text) is None


def _may_be_short(link: LexborNode, key: str, leads: _Leads) -> bool:
    """Whether a link may lead to a story that has only a few words, if a label says so."""
    if _is_named_in_words(key) and (_reads_like_a_headline(link) or _heads_a_card(link)):
        return True
    return leads.is_beside(key) and 3 < len(squeezed(link)) <= _LONGEST_SHORT


_LONGEST_SHORT = 200


def _is_listed(link: LexborNode, key: str, owner: dict[int, str]) -> bool:
    """Whether a link is all that an item of a list leads to, and an item of the same kind leads to a story in the same
    folder of the site."""
    if not (_FIGURE.search(key) or _is_named_in_words(key)):
        return False
    folder, item = _folder(key), link
    for _ in range(_MOST_LEVELS):
        above = item.parent
        if above is None or above.tag in ("p", "body", "main"):
            return False
        if above.mem_id in owner:
            break
        item = above
    else:
        return False
    text = squeezed(link)
    if (
        above.tag == "li"
        or owner.get(item.mem_id) is not None
        or not 3 < len(text) <= _LONGEST_SHORT
        or label(text) is not None
    ):
        return False
    if len(item.css("a[href]")) > _MOST_OF_AN_ITEM or 2 * len(text) < len(squeezed(item)):
        return False
    made = item.tag, item.attributes.get("class")
    return any(
        (told := owner.get(other.mem_id))
        and _folder(told) == folder
        and (other.tag, other.attributes.get("class")) == made
        for other in above.iter()
    )


def _folder(key: str) -> tuple[str, int]:
    """The first folder of a story's address, whatever year it is, and how deep the story stands in it."""
    first = key[1:].partition("/")[0]
    return "" if first.isdecimal() else first, key.count("/")


_FIGURE = re.compile(r"\d")
_MOST_LEVELS = 5
_MOST_OF_AN_ITEM = 3
"""Links of an item: its picture, its headline, its author."""


def _heads_a_card(link: LexborNode) -> bool:
    """Whether a link with a plain address is the heading of a card with a picture, a date or an excerpt. Its headline
    may be short."""
    heading = link.parent
    for _ in range(2):
        if heading is None or heading.tag in _HEADS:
            break
        heading = heading.parent
    if heading is None or heading.tag not in _HEADS:
        heading = first_of(link, _HEADS)
    text = squeezed(link)
    if heading is None or not 3 < len(text) <= _LONGEST_SHORT or label(text) is not None:
        return False
    card = heading.parent
    for _ in range(3):
        if card is None or first_of(card, ("img", "picture", "time", "p")) is not None:
            break
        card = card.parent
    return card is not None and card.tag not in ("body", "main") and len(card.css("a[href]")) <= 8


def _is_told_of(link: LexborNode) -> bool:
    """Whether a link is in a paragraph that begins "Also read:". Then the shortest headline and the plainest address
    will do."""
    around = link.parent
    while around is not None and (tag := around.tag) in INLINE:
        around = around.parent
    return around is not None and tag == "p" and is_also_read(" ".join(start_of(around, 200).split()))


def start_of(node: LexborNode, most: int) -> str:
    """The first characters of an element's text."""
    parts: list[str] = []
    size = 0
    for inner in node.traverse(include_text=True):
        if inner.tag == "-text":
            parts.append(inner.text_content or "")
            size += len(parts[-1])
            if size >= most:
                break
    return "".join(parts)[:most]


def squeezed(node: LexborNode) -> str:
    """All text of an element on one line, not yet made safe."""
    return one_line(node.text())


@lru_cache(maxsize=2048)
def is_headline(text: str) -> bool:
    """Whether a text is long enough to be a headline: four words, or a dozen characters of a script without spaces."""
    return (len(text) >= 18 and text.count(" ") >= 3) or (len(text) >= 11 and is_spaceless(text))
