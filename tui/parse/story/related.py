"""The stories that a story page leads to: also-read lines, previous and next, latest, most read, related.

A label decides, as it does for a reader: the page is walked once, down to its story links, and every link belongs to
the nearest label before it ("ALSO READ:", "Most read", "Latest from …"). Class names and the place in the text serve
where a page has no words for it."""

import re
from collections import Counter

from selectolax.lexbor import LexborNode

from tui import address
from tui.model import Related, Relation
from tui.parse.language import declared, language_tag
from tui.parse.page.labels import fold, label
from tui.parse.page.markup import Markup, base_of
from tui.parse.page.roles import is_date_line
from tui.parse.page.tree import upward
from tui.parse.story.groups import ARROW, Group, Teaser, first_words, walk
from tui.parse.story.leads import INLINE, LABEL_LENGTH, STEPS, Links, is_headline, links_of, squeezed
from tui.parse.story.teasers import ARROWS, tell
from tui.text import line, one_line
from tui.values import replace

MOST_ITEMS = 40
"""Stories taken from one group: a longer list is a page's endless stream."""

SERIES = 5
"""So many groups "More …" in a row are the whole site's sections, not what belongs to the story."""

_OFFER = re.compile(
    r"newsletter|e-?paper|subscri|suscri|abonn|\babo\b|anmeld|registr|log-?in|gewinnspiel|voucher|coupon|gutschein|premium-?vorteil",
    re.IGNORECASE,
)
"""What the address of an offer to readers says: a line of the text, but no story."""

_WORDS_OF_NAME = 3

_LINES = frozenset("a p li h2 h3 h4 h5 h6 strong em span".split())

_SAID_BY_LINKS = STEPS | {Relation.ALSO_READ, Relation.RELATED}

_RANK = re.compile(r"(\d{1,2})(?:[.)]\s*|\s+|(?=[^\W\d_]))")


def related(page: Markup, url: str, *, headline: str = "") -> tuple[Related, ...]:
    """The stories a page leads to, in reading order, each once; its tree is left unchanged."""
    if page.body is None:
        return ()
    base = base_of(page, url)
    links = links_of(page, url, base)
    if not links.owner:
        return ()
    return _tell_all(page, url, base, headline, walk(page.body, links), links)


def _tell_all(
    page: Markup, url: str, base: str, headline: str, items: list[Teaser], links: Links
) -> tuple[Related, ...]:
    """The items that a label, a class or their place speaks for, in full."""
    language = language_tag(*declared(page.root))
    own = {address.key(url)} | ({address.key(address.join(url, page.canonical))} if page.canonical else set())
    own_titles = {title for title in (*links.titles, fold(line(headline))) if title}
    company = Counter((frame, prose) for frame, prose, _ in {(id(item.frame), item.prose, item.key) for item in items})
    series = _Series(items)
    seen: set[str] = set()
    found: dict[str, Related] = {}
    listed: dict[Group, list[str]] = {}
    for item in items:
        if item.key in seen or item.key == "=" or item.place >= MOST_ITEMS or _is_offer(item.key):
            continue
        relation, group, hint = _relation(item, links, company[(id(item.frame), item.prose)])
        if relation is None or (group is not None and not series.keeps(group, relation)):
            continue
        told = tell(item, relation, _heading(group), hint, base, language)
        if told is None or is_date_line(told.title, language):
            continue  # the time of a comment leads to it
        seen.add(item.key)
        key = address.key(told.url)
        if key in own or key in found or fold(told.title) in own_titles:
            continue
        found[key] = told
        if item.group is not None:
            listed.setdefault(item.group, []).append(key)
    for keys in listed.values():
        _strip_ranks(keys, found)
    return tuple(found.values())


def _is_offer(key: str) -> bool:
    """Whether an address says only that something is offered, and names no story."""
    last = key.partition("?")[0].rpartition("/")[2]
    return last.count("-") < _WORDS_OF_NAME and _OFFER.search(last) is not None


_STRAY_DASH = re.compile(r"(?<=\s)[-–—](?=\w)")
"""As themes leave it where the name of a section was to follow: "Latest from -Top News"."""


def _heading(group: Group | None) -> str:
    """The heading over a group, without the punctuation at its ends."""
    return _STRAY_DASH.sub("", line(group.heading)).strip(" :：»>→-–|[]") if group is not None else ""


class _Series:
    """A series of groups with one label ("More …"): five and more are the site's sections, and only two of them are
    kept."""

    def __init__(self, items: list[Teaser]):
        groups = {item.group for item in items if item.group is not None}
        self._times = Counter(group.phrase for group in groups if group.phrase)
        self._taken: Counter[str] = Counter()
        self._kept: dict[Group, bool] = {}

    def keeps(self, group: Group, relation: Relation) -> bool:
        """Whether the group is one of the story's own."""
        if relation not in (Relation.RELATED, Relation.ALSO_READ) or self._times[group.phrase] < SERIES:
            return True
        if group not in self._kept:
            self._taken[group.phrase] += 1
            broad = group.heading.lower().startswith(("more ", "mehr ", "plus "))
            self._kept[group] = self._taken[group.phrase] <= 2 or not broad
        return self._kept[group]


def _strip_ranks(keys: list[str], found: dict[str, Related]) -> None:
    """Remove the numbers from the titles of a list that is numbered throughout."""
    ranks = {key: rank for key in keys if (rank := _RANK.match(found[key].title))}
    if len(keys) > 1 and [rank[1] for rank in ranks.values()] == [str(number) for number in range(1, len(keys) + 1)]:
        for key, rank in ranks.items():
            found[key] = replace(found[key], title=found[key].title[rank.end() :])


def _relation(item: Teaser, links: Links, company: int) -> tuple[Relation | None, Group | None, str]:
    """An item's relation to the story, the group that gives it, and a heading over the item alone, which is its
    title."""
    in_text = item.prose > 0 and (item.frame.prose > item.prose or item.last)
    if item.relation is not None:
        return (Relation.ALSO_READ if item.relation is Relation.RELATED and in_text else item.relation), None, ""
    group, hint = item.group, ""
    while group is not None and group.relation is None:
        if len(group.keys) > 1:
            if fold(group.heading) in links.sections and not links.short.issuperset(group.keys):
                return Relation.RELATED, group, hint
            group = None
            break
        hint = hint or group.heading
        group = group.outer
    if group is None or group.relation is None:
        if (step := _by_arrow(item)) is not None:
            return step, None, ""
        if item.key in links.short:
            return None, None, ""
        return _by_itself(item, in_text and item.key in links.sure, company), None, ""
    relation = group.relation
    goes_on = group.prose > 0 and group.frame.prose > group.prose and in_text
    if relation is Relation.RELATED and (goes_on or group.amid):
        relation = Relation.ALSO_READ
    if relation in STEPS and item.place > 0:
        return None, None, ""
    return relation, group, hint


_BACK = re.compile(r"[←‹⟵⇐]|«\s*(?=[^\s»]{2})[^»]*+$")
_ON = re.compile(r"[→›⟶⇒]$|^[^«]*»$")


def _by_arrow(item: Teaser) -> Relation | None:
    """Whether an item is the previous or the next story, by an arrow before the one or after the other, in a box that
    holds both or one of them."""
    parent = item.node.parent
    if item.node.tag not in _STEPPING or parent is None:
        return None
    text = _with_arrows(item.node)
    back, on = _BACK.match(text), _ON.search(text)
    if len(text) > 2 * LABEL_LENGTH or not (back or on):
        return None
    around = squeezed(parent)
    if len(around) > 4 * LABEL_LENGTH or len(parent.css("a[href]")) > _MOST_STEPS:
        return None
    if back and around.startswith(text):
        return Relation.PREVIOUS
    if on and around.endswith(text) and around[0] in "←‹⟵⇐«":
        return Relation.NEXT
    return None


def _with_arrows(node: LexborNode) -> str:
    """The text of an element; of a link, with the arrows that stand beside it."""
    text = squeezed(node)
    if node.tag != "a":
        return text
    before, after = _signs(node.prev), _signs(node.next)
    return f"{before} {text} {after}".strip(" |")


def _signs(beside: LexborNode | None) -> str:
    """The text of a node beside a link, if that is a sign or two."""
    text = one_line(beside.text_content or "") if beside is not None and beside.tag == "-text" else ""
    return text if len(text) <= _FEW_SIGNS else ""


_FEW_SIGNS = 3


_STEPPING = frozenset("a p div span li".split())
_MOST_STEPS = 3
"""Links of a box with the stories before and behind: a third leads up to the list of them."""


def _by_itself(item: Teaser, in_text: bool, company: int) -> Relation | None:
    """The relation of an item without a label: its own words may tell, or its place in the running text."""
    if item.node.tag in _LINES:
        text, opening = squeezed(item.node)[:400], first_words(item.node)
        said = label(opening) if text != opening else None
        if said is not None and said.relation in _SAID_BY_LINKS and len(said.rest) <= 12:
            follows = text[len(opening) :].strip(ARROWS + ":")
            if is_headline(follows) or (said.relation in STEPS and len(follows) >= 8):
                return said.relation
        found = label(text)
        if found is not None and found.relation in STEPS and not found.rest:
            return found.relation
        if found is not None and found.relation in _SAID_BY_LINKS and is_headline(found.rest):
            clear = found.clear and found.relation is Relation.ALSO_READ
            if found.punctuated or clear:
                return found.relation
    return Relation.ALSO_READ if in_text and _stands_alone(item, company) else None


def _stands_alone(item: Teaser, company: int) -> bool:
    """Whether a story link has a line or a box of the running text to itself, with few others before the text
    continues."""
    node = item.node
    if node.tag == "figure" or company > 6 or _OFFER.search(item.key):
        return False
    if node.tag not in ("a", "p", "li") and any(
        is_headline(squeezed(head)) for head in node.css("h1, h2, h3, h4, h5, h6")
    ):
        return company <= 2
    links = [node] if node.tag == "a" else node.css("a[href]")
    if node.css_first("img") is not None:
        # a card; but a picture that opens larger has words in its caption only
        return (
            company <= 2 and node.css_first("figcaption") is None and any(is_headline(squeezed(link)) for link in links)
        )
    block = next(each for each in upward(links[0]) if each.tag not in INLINE)
    said, around = squeezed(links[0]), squeezed(block)
    if not is_headline(said):
        return False
    return len(around) - len(said) <= 15 or (ARROW.match(around) is not None and len(around) <= 2 * len(said) + 40)
