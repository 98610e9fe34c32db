"""Reads a story that a page offers: title, address, excerpt, date."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from selectolax.lexbor import LexborNode

from tui import address
from tui.model import Related, Relation
from tui.parse import dates
from tui.parse.page.labels import Label, is_spaceless, label, says_only_more
from tui.parse.page.lines import BLOCK_NAME, head_of, lines_of
from tui.parse.page.tree import HEADS, first_of
from tui.parse.page.words import words
from tui.parse.story.groups import HEADINGS, SILENT, Teaser, first_words
from tui.parse.story.leads import STEPS, is_headline, squeezed
from tui.text import line, one_line, shorten
from tui.values import replace

MOST_PARTS = 300
"""Elements of one item that are looked at."""

_TITLE_NAMES = re.compile(r"title|headline|heading|hed(?![a-z])", re.IGNORECASE)

_EXCERPT_NAMES = re.compile(r"excerpt|summary|desc|standfirst|dek(?![a-z])", re.IGNORECASE)

_DATE_NAMES = re.compile(r"date|time", re.IGNORECASE)

_DIGIT = re.compile(r"\d")

ARROWS = " \t\n→←»«›‹▶►>|"


@dataclass(slots=True, eq=False)
class _Parts:
    """The parts of an item: its elements, by what they look like."""

    headings: list[LexborNode] = field(default_factory=list)
    titled: list[LexborNode] = field(default_factory=list)
    excerpts: list[LexborNode] = field(default_factory=list)
    times: list[LexborNode] = field(default_factory=list)
    dated: list[LexborNode] = field(default_factory=list)
    pictures: list[LexborNode] = field(default_factory=list)
    links: list[LexborNode] = field(default_factory=list)


@lru_cache(maxsize=2048)
def _roles(names: str) -> str:
    """The lists of `_Parts` that a class suggests."""
    patterns = (("titled", _TITLE_NAMES), ("excerpts", _EXCERPT_NAMES), ("dated", _DATE_NAMES))
    own = BLOCK_NAME.sub("", names[:300])  # of block__element, the element says what it is
    return " ".join(role for role, pattern in patterns if pattern.search(own))


def _parts(node: LexborNode) -> _Parts:
    """Sort the elements of an item, in one pass."""
    parts = _Parts()
    for number, inner in enumerate(node.traverse()):
        if number > MOST_PARTS:
            break
        tag = inner.tag or ""
        attributes = inner.attributes
        if tag == "a":
            if attributes.get("href"):
                parts.links.append(inner)
        elif tag == "img":
            parts.pictures.append(inner)
        elif tag == "time":
            parts.times.append(inner)
        elif len(tag) == 2 and tag in HEADINGS:
            parts.headings.append(inner)
        elif tag == "p":
            parts.excerpts.append(inner)
        names = attributes.get("class")
        if names and tag not in SILENT:
            for role in _roles(names).split():
                getattr(parts, role).append(inner)
    return parts


def tell(item: Teaser, relation: Relation, heading: str, hint: str, base: str, language: str) -> Related | None:
    """An item's title, address, excerpt and date."""
    node = item.node
    parts = _parts(node)
    last = item.key.rpartition("/")[2]
    own = [link for link in parts.links if last in (link.attributes.get("href") or "")]
    if not own:
        return None
    url = address.clean(address.join(base, own[0].attributes.get("href") or ""))
    if not url.startswith(("http", "guide:")):
        return None
    title, relation = _named(item, relation, line(_title(node, parts, own, hint)).strip(ARROWS))
    if relation in STEPS:
        title = line(_unseen(own)) or title
    if not title and (relation in STEPS or not any(squeezed(link) for link in parts.links)):
        title = line(_from_address(item.key))
    if not title or title == _DOOR:
        return None
    return Related(relation, title, url, _excerpt(item, parts, title), _published(parts, language), heading)


_DOOR = "…"
"""Stands for the title of a link that leads to a list ("More similar stories")."""


def _named(item: Teaser, relation: Relation, title: str) -> tuple[str, Relation]:
    """The title without a label before it, and the relation that this label corrects."""
    title, said = _without_label(title, item.node)
    if said is None:
        return title, relation
    if not said.punctuated and said.relation is Relation.RELATED and len(title) < 32:
        return _DOOR, relation
    if said.relation is Relation.ALSO_READ and relation is Relation.RELATED:
        relation = Relation.ALSO_READ
    if relation in STEPS and said.relation in STEPS:
        relation = said.relation  # the words that are seen; themes disagree what rel="next" means
    return title, relation


def _without_label(title: str, node: LexborNode) -> tuple[str, Label | None]:
    """A title without the label before it, and that label if there is one."""
    opening = first_words(node).strip(ARROWS)
    found, said = label(title), label(opening)
    if (
        said is not None
        and title.startswith(opening)
        and 8 <= len(title) - len(opening) < len(found.rest if found else title)
    ):
        return title[len(opening) :].strip(ARROWS + ":"), replace(said, rest=title)  # "Also on our site" + the title
    if found is None:
        step = said if said is not None and said.relation in STEPS and not said.rest else None
        return title, step  # "Previous" on a line of its own, over the title
    if len(found.rest) >= 8 and found.punctuated:
        return found.rest, found
    if len(found.rest) >= 8 and not found.rest[0].islower() and (found.clear or found.relation in STEPS):
        return re.sub(r"^\w{1,6}:\s+", "", found.rest), found
    return title, found


def _title(node: LexborNode, parts: _Parts, own: list[LexborNode], hint: str) -> str:
    """The headline: a heading in the item, or else linked text that is not "read more"; `own` are the links to the
    story."""
    said = [text for text in map(_said, own) if text and not says_only_more(text)]
    if headed := _headed(parts, said):
        return headed
    longest = _linked(said)
    if node.tag in ("li", "p") and longest and not is_headline(longest) and not is_spaceless(longest):
        whole = _spoken(node)
        if len(longest) * 2 < len(whole) <= 250:
            return whole  # a line with a link in it
    if len(longest) >= 8 or is_spaceless(longest):
        return longest
    return hint or _called(own) or _beside(node, parts) or longest


def _headed(parts: _Parts, said: list[str]) -> str:
    """The heading in an item, or what is named as its headline."""
    for titled in (parts.headings, parts.titled):
        best = ""
        for part in titled:
            text = _spoken(part)
            if is_headline(text) and not says_only_more(text) and (not best or text in best) and not _is_card(part):
                best = text
        if best:
            inner = max((text for text in said if text in best), key=len, default="")
            return inner if is_headline(inner) else best
    return ""


def _is_card(part: LexborNode) -> bool:
    """Whether what is named as a headline is all of a card: a heading over a paragraph."""
    return part.tag not in HEADINGS and first_of(part, HEADS) is not None and first_of(part, ("p",)) is not None


def _linked(said: list[str]) -> str:
    """The headline among the linked texts of an item: the longest, but not a sentence of its excerpt if there is a
    headline too."""
    heads = [text for text in said if is_headline(text) and len(text) <= _LONGEST_HEADLINE and text[-1] not in ".…。"]
    return max(heads or said, key=len, default="")


_LONGEST_HEADLINE = 140
"""Characters; more is an excerpt that is linked too."""


def _called(own: list[LexborNode]) -> str:
    """The label of an item's links, if they show no text."""
    for link in own:
        for told in (link.attributes.get("title"), link.attributes.get("aria-label")):
            if told and is_headline(told[:300]) and not says_only_more(told):
                return told[:300]
    return ""


def _unseen(own: list[LexborNode]) -> str:
    """The headline that links on and back tell only those who cannot see their arrows (Joomla)."""
    for link in own:
        for inner in link.traverse():
            said = label(squeezed(inner)[:300]) if inner is not link and inner.tag == "span" else None
            if said is not None and said.relation in STEPS and said.punctuated and len(said.rest) >= _SHORTEST:
                return said.rest
    return ""


_SHORTEST = 8
"""Characters of a headline behind its label."""


def _beside(node: LexborNode, parts: _Parts) -> str:
    """The headline of an item that is not linked, or is the description of its picture."""
    whole = _spoken(node)
    for text in filter(None, map(squeezed, parts.links)):
        whole = whole.replace(text, " ").strip(" :")
    if is_headline(whole) and len(whole) <= 300:
        return whole
    for picture in parts.pictures[:2]:
        alt = (picture.attributes.get("alt") or "")[:300]
        if is_headline(alt):
            return alt
    return ""


def _spoken(node: LexborNode) -> str:
    """The text of an element that is shown: no scripts, no markup for pages without scripts."""
    text = node.text()
    if "<" in text or "{" in text:
        text = " ".join(
            inner.text_content or ""
            for inner in node.traverse(include_text=True)
            if inner.tag == "-text" and (inner.parent is None or inner.parent.tag not in SILENT)
        )
    return one_line(text[:2000])[:600]


def _said(link: LexborNode) -> str:
    """The text of a link; for a link around a whole card, its headline."""
    first = link.first_child
    if first is None or first.next is None:
        return _spoken(link)
    href = (link.attributes.get("href") or "").partition("?")[0].rstrip("/")
    lines = lines_of(link)
    lines = [each for each in lines if not says_only_more(each[1])] or lines
    return head_of(lines, slug=href.rpartition("/")[2]).text[:600]


def _from_address(key: str) -> str:
    """The words of an address, for a page that names a story by its label only."""
    last = re.sub(r"\.\w+$", "", key.rpartition("/")[2])
    words = " ".join(re.sub(r"[-_+]+", " ", last).split())
    if "%" in words or "?" in words or not re.search(r"[^\W\d_]{3}", words):
        return ""
    return words[:1].upper() + words[1:]


def _excerpt(item: Teaser, parts: _Parts, title: str) -> str:
    """The lines under the headline, if the page gives them."""
    for part in parts.excerpts:
        text = words(part)[:600]
        if len(text) >= 40 and title not in text and text not in title:
            return shorten(text, 400)
    return shorten(item.after, 400) if len(item.after) >= 40 else ""


def _published(parts: _Parts, language: str) -> datetime | None:
    """The date in the item."""
    for time in parts.times[:1]:
        return dates.moment((time.attributes.get("datetime") or "")[:60] or squeezed(time)[:60], language)
    for part in parts.dated[:2]:
        text = squeezed(part)[:60]
        if _DIGIT.search(text) and (moment := dates.moment(text, language)) is not None:
            return moment
    return None
