"""Walks a page once, down to its links to other stories, and gives every story to the nearest label before it.

The lengths here were tuned on the labelled pages of the first page set, with the groups of all pages of both sets read
by eye; `score_related.py` beside them, with `tests.bench.adapters:article`, judges a change."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborNode

from tui.model import Relation
from tui.parse.page.labels import Label, fold, inside, is_spaceless, label, says_only_more
from tui.parse.page.tree import HEADS, first_of
from tui.parse.story.box_names import POST_NAV, kind, names_clutter, names_of, says_step, step
from tui.parse.story.leads import LABEL_LENGTH, STEPS, Links, is_headline, squeezed
from tui.text import line, one_line

ITEM_LENGTH = 900
"""Characters: more text around one link is no teaser."""

LABEL_REST = 50
"""Characters that may follow a label's words ("Latest from …")."""

MOST_DEPTH = 100
"""Levels of nesting that are walked into: real pages have some forty."""

AROUND = 2
"""Paragraphs before and after what stands amid a text."""

_NEAR = 4
"""Elements, from the inside out, of which one holds the text that a label stands amid."""

PROSE_LENGTH = 90
"""Characters: a paragraph of a story, not a line of a teaser."""
PROSE_LENGTH_SPACELESS = 60
"""The same in a script without spaces between words, which says as much in fewer characters."""

SILENT = frozenset(
    "script style noscript template svg iframe select option button -comment video audio head textarea math object".split()
)

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 legend summary caption dt".split())

_NEWS = re.compile(
    r" (?:news|nachrichten|haberleri|notizie|nyheter|nyheder|nieuws|новости|новини|uutiset|vijesti|vesti|zpravy|spravy|hirek|stiri)$"
)

ARROW = re.compile(r"^(?:>>?|»|→|➡|►|▶|👉|🔴|▸|⇒|🔗|☞|✅|📌|\+{2,3}|▪|■|◆|●)")


@dataclass(slots=True, eq=False)
class Group:
    """Links under one label. `relation` is None under a heading that does not say how they are related."""

    relation: Relation | None
    heading: str
    phrase: str
    outer: "Group | None"
    frame: "StackFrame"
    """Where it was written; `prose` is how many paragraphs stood there before it."""
    prose: int
    text: "StackFrame | None" = None
    """The running text that it stands in; `told` is how many paragraphs stood in that before it."""
    told: int = 0
    keys: "list[str]" = field(default_factory=list)
    """The stories under it, each once, in order."""
    shape: str = ""
    """Tag and class of the first block behind the label."""
    tabs: "list[tuple[Relation, str]]" = field(default_factory=list)
    """Its labels, where there are several; each holds for a list."""
    lists: "list[Group]" = field(default_factory=list)
    """The groups of those lists."""

    @property
    def amid(self) -> bool:
        """Whether paragraphs of one running text stand before it and after it."""
        return self.text is not None and self.text.paragraphs >= self.told + AROUND


@dataclass(slots=True, eq=False)
class StackFrame:
    """A container while it is walked."""

    outer: "StackFrame | None"
    depth: int = 0
    in_article: bool = False
    group: Group | None = None
    prose: int = 0
    """Paragraphs of running text met in it so far."""
    paragraphs: int = 0
    """Those of them that stand in it directly."""
    begun: bool = False
    """Something stood in it already."""
    offered: "Teaser | None" = None
    """The item just before, while its excerpt may still follow."""


@dataclass(slots=True, eq=False)
class Teaser:
    """One story on offer: the largest element with links to it alone."""

    node: LexborNode
    key: str
    group: Group | None
    frame: StackFrame
    """The running text it stands in; `prose` is how many paragraphs stood there before it."""
    prose: int
    relation: Relation | None
    """What its own class or rel says."""
    place: int
    """Its number in the group."""
    last: bool = False
    """It stands right behind the paragraphs of its frame."""
    after: str = ""
    """The text right behind it: its excerpt, where it is one."""


def walk(body: LexborNode, links: Links) -> list[Teaser]:
    """Walk the page once, down to its story links, and give every story to its label."""
    items: list[Teaser] = []
    early: int | None = None
    stack = [(StackFrame(None), body.iter(include_text=True, skip_empty=True))]
    while stack:
        frame, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            frame.group = frame.offered = None  # circles would keep the whole tree until the collector comes by
            continue
        tag = child.tag or ""
        if tag == "-text":
            _hear(frame, child.text_content or "", None, "")
            continue
        if tag in SILENT:
            continue
        place = child.mem_id
        key = links.owner.get(place)
        headline = place in links.headlines
        if headline and (key is None or key == "="):
            _forget(frame)  # no label from before the headline reaches behind it
            early = len(items) if early is None else early
        if key is None:
            raw = child.text()
            if not headline or len(raw) > ITEM_LENGTH:
                _hear(frame, raw, child, tag)
        elif (inner := _entered(child, tag, key, headline, frame, items)) is not None:
            stack.append((inner, child.iter(include_text=True, skip_empty=True)))
    # above the headline, a class alone ("trending") marks the site's navigation
    return [
        item
        for number, item in enumerate(items)
        if number >= (early or 0) or item.relation in STEPS or (item.group is not None and item.group.heading)
    ]


def _entered(
    child: LexborNode, tag: str, key: str, headline: bool, frame: StackFrame, items: list[Teaser]
) -> StackFrame | None:
    """The frame to walk for an element with story links; None for clutter, prose, and an item, which is taken."""
    if key and tag in HEADINGS and not headline and _is_linked_label(child):
        _hear(frame, child.text(), child, tag)
        return None
    attributes = child.attributes
    names = names_of(attributes)
    if not headline and _is_clutter(child, tag, attributes, names, frame):
        return None
    _end_of_list(frame, tag, names)
    if key or tag == "p":
        meant = _meaning(child, tag, frame)
        if meant == "prose":
            _prose(frame, "")
            return None
        if meant == "item" and key:
            _offer(child, tag, key, attributes, names, frame, items)
            return None
    if frame.depth >= MOST_DEPTH:
        return None
    inner = StackFrame(frame, frame.depth + 1, frame.in_article or tag in ("article", "main"))
    _name_group(inner, tag, attributes, names, headline)
    return inner


def _is_linked_label(heading: LexborNode) -> bool:
    """Whether a heading over other stories links to the list of them all ("More from Politics"), and is not a story's
    own."""
    text = squeezed(heading)
    found = label(text) if len(text) <= LABEL_LENGTH else None
    if found is None or len(found.rest) > LABEL_REST or found.relation in STEPS:
        return False
    return not found.rest or (found.clear and not found.punctuated and found.relation is not Relation.ALSO_READ)


def _offer(
    node: LexborNode,
    tag: str,
    key: str,
    attributes: dict[str, str | None],
    names: str,
    frame: StackFrame,
    items: list[Teaser],
) -> None:
    """Add an item to the group of its place."""
    flow: StackFrame = frame
    for _ in range(2):
        if flow.prose or flow.outer is None:
            break
        flow = flow.outer
    relation = step(names)
    if relation is None:
        link = node if tag == "a" else _first_link(node)
        if link is not None:
            relation = says_step(attributes if link is node else link.attributes)
    group = _group_at(frame)
    if group is not None and group.tabs:
        group = _list_behind(group, frame)
    if relation is None and group is None:
        relation = kind(names)
    place = 0
    if group is not None:
        if key not in group.keys:
            group.keys.append(key)
        place = group.keys.index(key)
    frame.begun = True
    item = Teaser(node, key, group, flow, flow.prose, relation, place)
    item.last = frame.paragraphs >= 3
    items.append(item)
    frame.offered = item


def _first_link(node: LexborNode) -> LexborNode | None:
    return next((inner for inner in node.traverse() if inner.tag == "a" and "href" in inner.attributes), None)


def _list_behind(group: Group, frame: StackFrame) -> Group:
    """The group of one list among those that follow a head with several labels."""
    for found in group.lists:
        if found.frame is frame:
            return found
    relation, heading = group.tabs[min(len(group.lists), len(group.tabs) - 1)]
    found = Group(relation, heading, group.phrase, group.outer, frame, frame.prose)
    group.lists.append(found)
    return found


def _is_clutter(node: LexborNode, tag: str, attributes: dict[str, str | None], names: str, frame: StackFrame) -> bool:
    """Whether it is navigation, a footer, comments or a network of paid links: nothing in there is a related story."""
    if tag in ("nav", "header", "footer"):
        if frame.in_article:
            return False
        return tag != "nav" or not (POST_NAV.search(names) or _lists_stories(node, attributes, frame))
    if names and names_clutter(names):
        return node.css_first("main, article p") is None
    return False


def _lists_stories(nav: LexborNode, attributes: dict[str, str | None], frame: StackFrame) -> bool:
    """Whether navigation is between stories and not between sections: a label stands over it or is its own (the lists
    of WordPress), or its links lead on and back."""
    over = nav.prev
    while over is not None and over.tag == "-text":
        over = over.prev
    group = frame.group
    if over is not None and over.tag in HEADINGS and group is not None and group.relation is not None:
        return group.heading == squeezed(over)
    spoken = line((attributes.get("aria-label") or "")[:200])
    if spoken and (found := label(spoken)) is not None and not found.rest:
        return True
    first = _first_link(nav)
    return first is not None and says_step(first.attributes) is not None


def _meaning(node: LexborNode, tag: str, frame: StackFrame) -> str:
    """What an element with story links is: an "item", "prose" with a link in passing, or a "frame" to walk."""
    if tag == "a":
        return "item"
    raw = node.text()
    if len(raw) > 20 * ITEM_LENGTH:
        return "frame"
    text = one_line(raw[: 2 * ITEM_LENGTH])
    if len(text) > ITEM_LENGTH and tag != "p":
        return "frame"
    if len(raw) > 2 * ITEM_LENGTH:
        text = one_line(raw)
        if len(text) > ITEM_LENGTH and tag != "p":
            return "frame"
    opening = first_words(node) if len(text) > 3 else ""
    found = label(opening) if 0 < len(opening) <= LABEL_LENGTH else None
    if found is not None and _names_a_group(found.rest, opening):
        return "frame"
    if tag in ("p", "blockquote", "td", "li") and not _mostly_linked(node, text):
        return "prose" if tag != "li" or _group_at(frame) is None else "item"
    if len(text) >= 2 * PROSE_LENGTH_SPACELESS and _runs_on(node):
        return "frame"
    return "item"


def _runs_on(node: LexborNode) -> bool:
    """Whether this is running text with a story in it, not a card: two paragraphs, or a line that begins with a
    label."""
    paragraphs = 0
    for number, part in enumerate(node.css("p")):
        text = squeezed(part)
        found = label(text[:200]) if number and text else None
        if found is not None and (found.punctuated or not found.rest):
            return True
        paragraphs += _is_prose(text)
    return paragraphs >= 2


def _names_a_group(rest: str, text: str) -> bool:
    """Whether a text that begins with a label is nothing but a label, judging by what follows in it."""
    return len(rest) <= LABEL_REST or text.endswith((":", "："))


def _mostly_linked(node: LexborNode, text: str) -> bool:
    links = (inner for inner in node.traverse() if inner.tag == "a" and "href" in inner.attributes)
    return 2 * sum(len(squeezed(link)) for link in links) >= len(text)


def first_words(node: LexborNode) -> str:
    """The first words in an element."""
    for inner in node.traverse(include_text=True, skip_empty=True):
        if inner.tag == "-text" and (text := (inner.text_content or "").strip()):
            parent = inner.parent
            if parent is None or parent.tag not in SILENT:
                return " ".join(text[:200].split())
    return ""


def _hear(frame: StackFrame, raw: str, node: LexborNode | None, tag: str) -> None:
    """Take note of text without story links: a label, another heading, a paragraph, or nothing of interest."""
    if not raw or raw.isspace():
        return
    if len(raw) > 2000:
        _prose(frame, "", 1 + len(raw) // 600)
        return
    said = text = one_line(raw)
    amid, frame.begun = frame.begun and node is None, True
    if _is_prose(said) and not (text := _label_over(said, node, tag)):
        _prose(frame, said)
        return
    found = label(text) if len(text) <= 130 and not amid else None
    if found is not None and _names_a_group(found.rest, text):
        _hear_label(frame, found, text, node, tag)
    elif node is not None and len(text) <= LABEL_LENGTH and _GLUED.search(text) and (tabs := _tabs(node)):
        _open_group(frame, tabs[0][0], tabs[0][1], "")
        if frame.group is not None:
            frame.group.tabs = tabs
    elif node is not None and (tag in HEADINGS or first_of(node, HEADS) is not None or _may_head(text, node)):
        _hear_heading(frame, text, node)


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE_LENGTH or (len(text) >= PROSE_LENGTH_SPACELESS and is_spaceless(text))


_LONGEST_INSIDE = 40


def _may_head(text: str, node: LexborNode) -> bool:
    """Whether a line outside headings says in a few words, anywhere in them, which stories follow."""
    if len(text) > _LONGEST_INSIDE or text[-1] in ".,;!?" or (inside(text) is None and not _NEWS.search(fold(text))):
        return False
    return node.css_first("a, button, input, img") is None


_OVER = frozenset(("h2", "h3", "h4"))


def _label_over(text: str, node: LexborNode | None, tag: str) -> str:
    """The label in a long text: its own heading, over a line of explanation, or all of it if it ends with a colon."""
    if node is not None and len(text) < 400 and tag not in ("p", "li"):
        first = first_of(node, _OVER)
        if first is not None:
            return squeezed(first)
    return text if tag == "p" and len(text) < 130 and text.endswith((":", "：")) and label(text[:200]) else ""


def _hear_label(frame: StackFrame, found: Label, text: str, node: LexborNode | None, tag: str) -> None:
    """Open a group for a label, unless the last one has none of its stories yet."""
    group = frame.group
    another = group is not None and group.frame is frame and _opens_another(found)
    amid = frame.offered is not None and tag not in HEADINGS and not another
    if amid and says_only_more(text) and not found.punctuated and not _is_broad(found, node):
        return
    if found.relation in STEPS and 0 < len(found.rest) < 12:
        return
    if group is None or group.relation is None or group.keys or not group.heading or tag in HEADINGS:
        _open_group(frame, found.relation, text, found.phrase)
        if frame.group is not None and found.rest and node is not None:
            frame.group.tabs = _tabs(node)


def _is_broad(found: Label, node: LexborNode | None) -> bool:
    """Whether a label after a story is about other stories and not that story's own link: it has several words, and an
    element to itself."""
    return node is not None and found.relation is Relation.RELATED and found.clear


def _opens_another(found: Label) -> bool:
    """Whether a line beside a label heads the next list: a link that only opens a story never does."""
    return found.relation in (Relation.LATEST, Relation.MOST_READ) or (found.relation in STEPS and found.clear)


_GLUED = re.compile("[a-zß-ÿа-яёα-ω][A-ZÀ-ÞА-ЯЁΑ-Ω]")
"""Two words without a blank between them: two elements ("LatestMost read")."""
_TABS = "a, li, button, span, label, h2, h3, h4"


def _tabs(node: LexborNode) -> list[tuple[Relation, str]]:
    """The labels of a head with several of them ("Latest | Most read"), whose lists follow in the same order."""
    found: list[tuple[Relation, str]] = []
    for part in node.css(_TABS)[:12]:
        text = squeezed(part)
        said = label(text) if 0 < len(text) <= 30 else None
        if said is not None and not said.rest and said.relation not in [relation for relation, _ in found]:
            found.append((said.relation, text))
    return found if len(found) > 1 else []


def _hear_heading(frame: StackFrame, text: str, node: LexborNode) -> None:
    """Take note of a heading that begins with no label: it ends the label before it, or names the group that a class
    opened."""
    group = frame.group
    if group is not None and group.relation is not None and not group.heading and not group.keys:
        group.heading = text
        return
    if any(is_headline(squeezed(link)) for link in node.css("a[href]")):
        return  # a card that leads off the site, among others
    relation = inside(text) or (Relation.RELATED if _NEWS.search(fold(text)) else None)
    _open_group(frame, relation, text, "")


def _open_group(frame: StackFrame, relation: Relation | None, heading: str, phrase: str) -> None:
    text = next((each for each in islice(_around(frame), _NEAR) if each.paragraphs >= AROUND), None)
    told = text.paragraphs if text is not None else 0
    frame.group = Group(relation, heading, phrase, _group_at(frame), frame, frame.prose, text, told)
    frame.offered = None


def _around(frame: StackFrame | None) -> Iterator[StackFrame]:
    while frame is not None:
        yield frame
        frame = frame.outer


def _forget(frame: StackFrame | None) -> None:
    """Take note of the story's own headline: no label before it reaches past it."""
    while frame is not None:
        frame.group = None
        frame = frame.outer


def _prose(frame: StackFrame, text: str, paragraphs: int = 1) -> None:
    """Take note of a paragraph: it ends the links of the label before it, unless it is the excerpt of the story just
    offered."""
    group = frame.group
    if (
        frame.offered is not None
        and group is not None
        and group.relation is not Relation.ALSO_READ
        and 0 < len(text) < 500
    ):
        frame.offered.after = text
        frame.offered = None
        return
    frame.offered = None
    if group is not None and group.relation is not None:
        frame.group = None
    frame.paragraphs += paragraphs
    at: StackFrame | None = frame
    while at is not None:
        at.prose += paragraphs
        at = at.outer


def _group_at(frame: StackFrame) -> Group | None:
    """The label that applies to what comes next in a frame; one from outside does not reach into running text."""
    at: StackFrame | None = frame
    while at is not None:
        if at.group is not None:
            return at.group
        if at.prose >= 2:
            return None
        at = at.outer
    return None


def _end_of_list(frame: StackFrame, tag: str, names: str) -> None:
    """End a label after its list: a block of another shape after that list is something else."""
    group = frame.group
    if group is None or group.relation is None:
        return
    shape = f"{tag} {names.partition(' ')[0]}"
    if not group.shape:
        group.shape = shape
    elif shape != group.shape and not group.shape.startswith("=") and len(group.keys) >= 2:
        frame.group = None
    else:
        group.shape = "=" + shape if group.shape != shape else shape


def _name_group(frame: StackFrame, tag: str, attributes: dict[str, str | None], names: str, headline: bool) -> None:
    """Take a container's aria-label, or else its class, as a label if no words are one already."""
    spoken = attributes.get("aria-label") if tag in ("section", "aside", "div", "nav", "ul", "ol") else None
    found = label(line(spoken[:200])) if spoken else None
    relation, heading, phrase = None, "", ""
    if found is not None and len(found.rest) <= LABEL_REST and spoken:
        relation, heading, phrase = found.relation, line(spoken), found.phrase
    if relation is None and names:
        relation = kind(names)
        if relation is not None and (current := _group_at(frame)) is not None and current.relation is not None:
            return
    if relation is None or headline or tag in ("main", "body", "html"):
        return
    _open_group(frame, relation, heading, phrase)
