"""A story's page -> Article: which of its parts are the story, and which only stand around it.

Read in four steps: one walk over the tree makes a box of every element that can hold text; boxes named or shaped like
clutter are set aside; the smallest part of the page that holds the story's prose is found; its blocks are written, and
lines that are no part of the story are dropped. `explain` tells what was decided, and why.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from tui import address
from tui import text as safe
from tui.blocks import Block, Blocks, Heading, Paragraph, Quote, Rule, Span, Spans, plain, span_text
from tui.errors import ParseError
from tui.model import WORDS_PER_MINUTE, Article, Related, Relation
from tui.parse.page import roles
from tui.parse.page.bylines import is_byline
from tui.parse.page.html import WIDE, blocks, tree, words
from tui.parse.page.jsonld import told, untagged
from tui.parse.page.labels import is_also_read, label
from tui.parse.page.metadata import Metadata, metadata
from tui.parse.page.state import state
from tui.parse.rules import Rules, rules_for
from tui.parse.story.boxes import HEADS, Box, choose, order, path, set_aside, walk, weigh
from tui.parse.story.related import related as related_of
from tui.parse.story.signature import signed, visible_date
from tui.parse.story.standfirst import standfirst_of
from tui.parse.story.walls import is_list, refuse
from tui.text import folded
from tui.values import replace

CHARACTERS_PER_MINUTE = 500
"""The speed of reading in scripts that set no spaces (Chinese, Japanese, Thai)."""

# -- the story's part of the page -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Reading:
    """What is known while a page is read, and what was decided."""

    url: str
    facts: Metadata
    headline: str
    authors: tuple[str, ...] = ()
    role: str = ""
    standfirst: str = ""
    credit: str = ""
    lead: bool = False
    """The standfirst stands on the page, and is not only said in its head."""
    notes: list[str] | None = None

    def note(self, text: str) -> None:
        if self.notes is not None:
            self.notes.append(text)


def article(html: str, url: str, *, title: str = "", rules: Iterable[Rules] = ()) -> Article:
    """The story of a page; ParseError, one sentence, for a page that is none."""
    found, _ = _read(html, url, title, rules_for(url, rules))
    return found


def _read(
    html: str, url: str, title: str, rules: Rules | None = None, notes: list[str] | None = None
) -> tuple[Article, _Reading]:
    page = tree(html)
    facts = metadata(page, url)
    body = page.body
    if body is None:
        raise ParseError("This page holds no text.")
    headline = _ruled_headline(page, rules) or facts.headline or safe.line(title)
    reading = _Reading(url, facts, headline, notes=notes)
    related = _ruled_related(page, url, rules) or related_of(page, url, headline=headline)
    boxes, opened = _boxes(body, reading)
    reading.authors, reading.role = signed(boxes, facts, headline, url)
    ruled = found = _ruled_blocks(page, boxes, rules, reading) if rules and rules.body else []
    if not found:
        part = choose(boxes, headline)
        reading.note(f"chosen: {path(part)} with {part.prose:.0f} of {boxes[0].prose:.0f} characters of prose")
        found = _story_blocks(boxes, part, reading, opened, _ruled_out(page, rules))
    kept = _trim(found, reading)
    text = plain(kept)
    elsewhere = _told_elsewhere(kept, len(text), html, page, reading)
    if elsewhere is not kept:
        kept, text = elsewhere, plain(elsewhere)
    size = _said(text)
    if (
        size < _LITTLE
        and not ruled
        and (facts.kind == "story" or (facts.published and not is_list(page, boxes, kept, size, url, facts)))
    ):
        kept = _second_look(body, kept, size, reading)
        text = plain(kept)
        size = _said(text)
    if not (kept and ruled):
        refuse(html, page, boxes, kept, size, headline, url, facts)
    found_article = Article(
        url=url,
        headline=headline,
        blocks=kept,
        kicker=facts.kicker,
        section_url=facts.section_url,
        standfirst=reading.standfirst,
        standfirst_credit=reading.credit,
        byline=reading.authors,
        byline_role=reading.role,
        published=facts.published or visible_date(boxes, facts, headline, url),
        updated=facts.updated,
        language=facts.language,
        site_name=facts.site_name,
        tags=facts.tags,
        paywalled=facts.paywalled,
        reading_minutes=_minutes(text),
        related=related,
        next_page=_next_page(boxes, url, facts),
        notice=_SHORTENED if facts.paywalled and size < 1000 else "",
    )
    _let_go(boxes)
    return found_article, reading


def _let_go(boxes: list[Box]) -> None:
    """Break the circles of parents and children, which would keep the whole tree until the collector comes by."""
    for box in boxes:
        box.parent = None


_SHORTENED = "This page shows only the beginning; the rest is for subscribers."


def _boxes(body: LexborNode, reading: _Reading) -> tuple[list[Box], set[int]]:
    """The page's boxes with clutter set aside, and what of them is read though it is hidden."""
    walled: list[LexborNode] = []
    boxes = walk(body, walled)
    set_aside(boxes)
    if walled and sum(len(line.text()) for node in walled for line in node.css("p")) > max(400, boxes[0].prose / 2):
        reading.note("opened what a script would show")
        _let_go(boxes)
        boxes = walk(body)
        set_aside(boxes)
        return boxes, {node.mem_id for node in walled}
    if boxes[0].prose < 400:
        _let_go(boxes)
        boxes = walk(body)  # perhaps the story stands in what is named like clutter
        set_aside(boxes)
    return boxes, set()


# -- a person's own rules ---------------------------------------------------------------------------------------


def _select(page: LexborHTMLParser, selector: str) -> list[LexborNode]:
    if page.root is None or not selector:
        return []
    try:
        return page.root.css(selector)
    except SelectolaxError as error:
        raise ParseError(f"The rules for this site hold a selector that cannot be read: {selector}") from error


def _ruled_headline(page: LexborHTMLParser, rules: Rules | None) -> str:
    return next((text for node in _select(page, rules.headline) if (text := words(node))), "") if rules else ""


def _ruled_out(page: LexborHTMLParser, rules: Rules | None) -> set[int]:
    return {node.mem_id for node in _select(page, rules.remove)} if rules else set()


def _ruled_related(page: LexborHTMLParser, url: str, rules: Rules | None) -> tuple[Related, ...]:
    if not rules or not rules.related:
        return ()
    found: dict[str, Related] = {}
    for node in _select(page, rules.related):
        for link in [node] if node.tag == "a" else node.css("a[href]"):
            target = address.clean(address.join(url, link.attributes.get("href") or ""))
            if target and (text := words(link)):
                found.setdefault(address.key(target), Related(Relation.RELATED, text, target))
    return tuple(found.values())


def _ruled_blocks(page: LexborHTMLParser, boxes: list[Box], rules: Rules, reading: _Reading) -> list[Block]:
    """The blocks of the elements that a rule names as the story."""
    removed = _ruled_out(page, rules)
    found: list[Block] = []
    seen: set[int] = set()
    for node in _select(page, rules.body):
        if node.mem_id not in seen:
            seen.update(inner.mem_id for inner in node.traverse())
            found.extend(blocks(node, reading.url, removed))
    if found:
        reading.note(f"chosen by a rule: {rules.body}")
        _standfirst(boxes, boxes[0], reading)
    else:
        reading.note(f"the rule for this site finds nothing: {rules.body}")
    return found


# -- a story that is told elsewhere in the page -----------------------------------------------------------------


def _told_elsewhere(kept: Blocks, size: int, html: str, page: LexborHTMLParser, reading: _Reading) -> Blocks:
    """The story from JSON-LD or from the page's JSON state, where the page itself shows little or nothing of it."""
    if size < 0.5 * len(reading.facts.body) > 200:
        reading.note("the story is JSON-LD's articleBody: the page shows less")
        whole = told(reading.facts.body)
        if size < 0.5 * len(whole):
            return tuple(Paragraph((Span(text),)) for text in whole.split("\n") if text)
    if size < 300 and "{" in html:
        drawn = state(page)
        if len(plain(drawn)) > max(500, 2 * size):
            reading.note("the story is from the page's JSON state")
            return _trim(list(drawn), reading)
    return kept


_LITTLE = 250
"""Characters of a story under which it is looked for once more."""


def _said(text: str) -> int:
    """How much a text says, in characters; one of a script that says more counts thrice."""
    return len(text) + (2 * len(WIDE.findall(text)) if len(text) < 2000 else 0)


def _second_look(body: LexborNode, kept: Blocks, size: int, reading: _Reading) -> Blocks:
    """A story's page that showed next to nothing, read again: no name is believed, and lists of links may be the story.

    A standfirst with nothing below it is the story itself.
    """
    boxes = walk(body)
    weigh(boxes)
    part = choose(boxes, reading.headline)
    found: Blocks = ()
    if part.prose >= _LITTLE:
        found = _trim(_story_blocks(boxes, part, reading, set(), set(), lead=False), reading)
    _let_go(boxes)
    if _said(plain(found)) > max(_LITTLE, 3 * size):
        reading.note(f"looked again, whatever the names say: {path(part)}")
        return found
    if size < 60 and reading.lead and len(reading.standfirst) > 60:
        reading.note("the standfirst is the whole story")
        story, reading.standfirst = reading.standfirst, ""
        return (Paragraph((Span(story),)), *kept)
    return kept


# -- several pages of one story ---------------------------------------------------------------------------------

_PAGED = re.compile(
    r"(?:(?<=[?&])(?P<name>page|p|pg|seite|pagina|página|sivu|strona|s)=(?P<asked>\d{1,3})(?=&|$)"
    r"|(?:/page|/seite|/p|/pagina)?(?P<mark>[/_-])(?P<own>\d{1,2})(?=(?:\.html?)?/?(?:$|[?#])))",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"(?:^|[/_-])(?:part|teil|partie|parte|del|osa|day|tag|dag|jour|week|woche|episode|folge|chapter|kapitel|vol|no|nr)$",
    re.IGNORECASE,
)
"""What stands before the number of a story of its own, one of a series."""
_FEW = 10
"""Pages: under an address of one plain word ("/posts/41") a higher number is a story's own."""


_PAGES = re.compile(r"pagin|pager|page-?_?-?(?:link|nav|num)", re.IGNORECASE)


def _next_page(boxes: list[Box], url: str, facts: Metadata) -> str:
    """The address of this story's next page: one that differs from this one's by a page number alone."""
    found = [facts.next_page] if facts.next_page else []
    for box in boxes:
        if "pag" in box.names and box.text < 400 and _PAGES.search(box.names) and len(found) < 60:
            links = [box.node] if box.tag == "a" else box.node.css("a[href]")
            found += [address.clean(address.join(url, link.attributes.get("href") or "")) for link in links[:20]]
    if not found:
        return ""
    this = _numbered(url) or (_numbered(facts.canonical) if facts.canonical else None)
    here = {(_undressed(url), 1), this} if this is None or this[1] == 1 else {this}
    for each in found:
        following = _numbered(each) if each and address.same_site(each, url) else None
        if following and (following[0], following[1] - 1) in here:
            return each
    return ""


def _numbered(url: str) -> tuple[str, int] | None:
    """(an address without its page number, the number), where it has one that can be a page's."""
    bare = url.partition("#")[0]
    found = next(iter([*_PAGED.finditer(bare)][-1:]), None)
    if found is None:
        return None
    number = int(found["asked"] or found["own"])
    base = _undressed(bare[: found.start()] + bare[found.end() :])
    last = base.partition("?")[0].rpartition("/")[2]
    if not 0 < number < 100 or "/" not in base or last.isdigit():
        return None
    if found["mark"] in ("-", "_") and (_SERIES.search(last) or not re.search(r"\.html?/?(?:[?#]|$)", bare)):
        return None
    plain_word = not re.search(r"[\d_.-]", last)
    if plain_word and (number >= _FEW if found["mark"] else (found["name"] or "") in ("p", "s")):
        return None
    return base, number


def _undressed(url: str) -> str:
    return re.sub(r"\.html?$|/index$", "", address.key(url.rstrip("?&"))).rstrip("/?&")


_WORDS = re.compile(r"\w+")


def _squeezed(text: str) -> str:
    """A text's letters and figures, run together: what survives another spacing and punctuation."""
    return "".join(_WORDS.findall(text.casefold()))


# -- what of it is read -----------------------------------------------------------------------------------------


def _story_blocks(
    boxes: list[Box], part: Box, reading: _Reading, opened: set[int], removed: set[int], *, lead: bool = True
) -> list[Block]:
    """The blocks of the story's part, clutter left out."""
    dropped = set(removed)
    pictured: set[int] = set()
    first = _standfirst(boxes, part, reading) if lead else None
    reading.lead = reading.lead or first is not None
    if first is not None and first is not part:
        dropped.add(first.node.mem_id)
    places: dict[int, int] = {}
    for box in order(part):
        if box is part:
            continue
        if box.parent is not None and (box.parent.node.mem_id in dropped):
            dropped.add(box.node.mem_id)
            continue
        why = box.cut if box.cut != "a caption" or not _with_picture(box, pictured) else ""
        if not why:
            why = _not_read(box) if lead or box.leaf else ""  # a feed's list of links is its story
        if not why and box.own and len(box.own) < 70 and (run := _under_label(box, places)):
            why = "a label of links"
            dropped.update(each.node.mem_id for each in run)
        if not why and box.leaf and box.linked > 40:
            dropped.update(_popups(box.node))
        if why:
            dropped.add(box.node.mem_id)
            if box.text > 20:
                reading.note(f"left out ({why}): {safe.shorten(box.own or path(box), 70)}")
        elif _is_picture(box):
            pictured.add(box.node.mem_id)
    return list(blocks(part.node, reading.url, dropped, pictured, opened))


def _under_label(box: Box, places: dict[int, int]) -> list[Box]:
    """The boxes that go with a label of links ("More great stories"): itself and what is linked right behind it.

    `places` keeps the places of boxes among their siblings, by id.
    """
    own = box.own
    if len(own) > 70 or (box.kids and not box.leaf) or (found := label(own)) is None:
        return []
    siblings = box.parent.kids if box.parent is not None else []
    if id(box) not in places:
        places.update((id(each), number) for number, each in enumerate(siblings))
    place = places.get(id(box), -1)
    taken = [box]
    for each in siblings[place + 1 : place + 12]:
        linked = each.links > 0.35 * each.text
        if not each.text or (linked and not (each.leaf and each.prose > 200)):
            taken.append(each)
        else:
            break
    if len(taken) > 1 or (not found.rest and (box.tag not in HEADS or place == len(siblings) - 1)):
        return taken
    return []


def _with_picture(box: Box, pictured: set[int]) -> bool:
    """A caption whose picture stands beside it, so that the two are read together."""
    parent = box.parent
    for _ in range(4):
        if parent is None:
            return False
        if parent.tag == "figure" or parent.node.mem_id in pictured:
            return True
        parent = parent.parent
    return False


def _is_picture(box: Box) -> bool:
    """An element of a picture and the little that stands under it."""
    if not box.images or box.leaf or box.text >= 300 or box.prose >= 300 or box.tag in _NO_PICTURES:
        return False
    return (box.text > 0 or _has_caption(box)) and not _has_leaf(box)


_NO_PICTURES = frozenset("figure li td tr tbody table a ul ol".split())


def _has_caption(box: Box, depth: int = 0) -> bool:
    return any(kid.cut == "a caption" or (depth < 3 and _has_caption(kid, depth + 1)) for kid in box.kids)


def _has_leaf(box: Box) -> bool:
    return any(
        (kid.leaf and kid.tag == "p" and len(kid.own) > 120) or (not kid.leaf and _has_leaf(kid)) for kid in box.kids
    )


_LISTS = frozenset("ul ol div section nav dl table".split())


def _not_read(box: Box) -> str:
    """Why a box of the chosen part is left out, or ""."""
    if box.leaf:
        own = box.own
        if not own:
            return ""
        if box.linked and is_also_read(own):
            return "also read"
        if roles.is_clutter(own):
            return "a line pages write around stories"
        return ""
    if box.tag == "td" and box.parent is not None and box.links > 0.65 * box.text > 0 and box.parent.prose > 300:
        return "a list of links"
    if box.tag in _LISTS and box.text > 0:
        if box.links > 0.65 * box.text:
            return "a list of links"
        if box.links and box.text < 400 and is_also_read(box.own or _first_text(box)):
            return "also read"
        if not box.kids and roles.is_clutter(box.own):
            return "a line pages write around stories"
    return ""


def _popups(node: LexborNode) -> list[int]:
    """Small cards of links that open over a name in the text: a span of links right behind a link."""
    found = []
    for span in node.css("a + span"):
        links = span.css("a")
        if len(links) > 1 and sum(len(link.text()) for link in links) > max(40, 0.6 * len(span.text())):
            found.append(span.mem_id)
    return found


def _first_text(box: Box) -> str:
    for each in order(box):
        if each.own:
            return each.own
    return ""


# -- the standfirst ---------------------------------------------------------------------------------------------


def _standfirst(boxes: list[Box], part: Box, reading: _Reading) -> Box | None:
    """Note the standfirst; the box that holds it is given back."""
    found = standfirst_of(boxes, part, reading.facts, reading.headline, reading.authors)
    reading.standfirst, reading.credit = found.text, found.credit
    reading.note(f"standfirst: {found.where or 'none'}")
    return found.box


# -- the blocks -------------------------------------------------------------------------------------------------


def _trim(found: list[Block], reading: _Reading, *, whole_is_story: bool = False) -> Blocks:
    """The blocks without headline, standfirst, byline and date at their head, clutter between and at their end, and repeated quotations."""
    headlines = {folded(text) for text in (reading.headline, *reading.facts.headlines)}
    names = [folded(name) for name in reading.authors]
    headline = folded(reading.headline)
    standfirst = folded(reading.standfirst)
    kept: list[Block] = []
    begun = False
    whole = ""
    for block in found:
        if isinstance(block, Heading | Paragraph):
            text = span_text(block.spans).strip()
            if not text:
                continue
            if begun and len(text) > roles.LONGEST:
                kept.append(block)
                continue
            if not begun or isinstance(block, Heading):
                small = folded(text)
                if not small or small in headlines:
                    continue
            if not begun:
                if len(small) > 0.6 * len(headline) and small in headline:
                    continue
                if small == standfirst or roles.is_date_line(text, reading.facts.language):
                    continue
                if len(text) < 120 and is_byline(small, names):
                    continue
                begun = isinstance(block, Paragraph) and len(text) > 80
            if roles.is_clutter(text):
                continue
            if not whole_is_story and block.spans[0].href and isinstance(block, Paragraph) and _all_linked(block.spans):
                continue
        elif isinstance(block, Quote):
            text = _squeezed(plain(block.blocks))
            whole = whole or _squeezed(plain(each for each in found if not isinstance(each, Quote)))
            if len(text) > 14 and text in whole:
                continue
        kept.append(block)
    kept = _confirmed(kept, reading)
    while kept and _is_tail(kept[-1], reading, names):
        kept.pop()
    return tuple(block for place, block in enumerate(kept) if not _heads_nothing(kept, place))


def _confirmed(kept: list[Block], reading: _Reading) -> list[Block]:
    """Without the paragraphs that JSON-LD's articleBody does not have, where it has nearly all the others."""
    if len(reading.facts.body) < 400:
        return kept
    body = untagged(reading.facts.body)
    texts = {id(block): span_text(block.spans) for block in kept if isinstance(block, Paragraph)}
    missing = {key for key, text in texts.items() if text[:80] not in body and text[-80:] not in body}
    if missing:
        known = _squeezed(body)
        missing = {
            key
            for key in missing
            if _squeezed(texts[key][:80])[:60] not in known and _squeezed(texts[key][-80:])[-60:] not in known
        }
    total = sum(map(len, texts.values()))
    lost = sum(len(texts[key]) for key in missing)
    if not missing or lost > 0.15 * total:
        return kept
    first = next((block for block in kept if isinstance(block, Paragraph)), None)
    if id(first) in missing and not reading.lead:
        opening = texts[id(first)]
        described = [folded(text) for text in reading.facts.descriptions if len(text) > 40]
        if any(text in folded(opening) for text in described):
            reading.standfirst, reading.lead = safe.line(opening), True
            reading.note("standfirst: the first paragraph, which articleBody does not have")
    reading.note(f"left out, since articleBody lacks them: {len(missing)} paragraphs")
    return [block for block in kept if id(block) not in missing]


def _heads_nothing(kept: list[Block], place: int) -> bool:
    """A label of links whose links are gone."""
    block = kept[place]
    if not isinstance(block, Heading):
        return False
    following = kept[place + 1] if place + 1 < len(kept) else None
    if following is not None and not isinstance(following, Heading):
        return False
    return label(span_text(block.spans)) is not None


def _is_tail(block: Block, reading: _Reading, names: Sequence[str]) -> bool:
    if isinstance(block, Heading | Rule):
        return True
    if not isinstance(block, Paragraph):
        return False
    text = span_text(block.spans).strip()
    if len(text) >= 400:
        return False
    small = folded(text)
    if roles.is_date_line(text, reading.facts.language):
        return True
    return (len(text) < 120 and is_byline(small, names)) or any(small.startswith(name + " ") for name in names)


def _all_linked(spans: Spans) -> bool:
    linked = sum(len(span.text) for span in spans if span.href)
    return linked > 12 and linked >= 0.9 * sum(len(span.text) for span in spans)


def reading_minutes(found: Blocks) -> int:
    """Minutes to read some blocks, to the nearest, at least one."""
    return _minutes(plain(found))


def _minutes(text: str) -> int:
    wide = len(WIDE.findall(text)) if not text.isascii() and WIDE.search(text, 0, 1000) else 0
    if wide:
        text = " ".join(WIDE.sub(" ", text).split())
    spaced = 1 + text.count(" ") + text.count("\n") - text.count("\n\n")  # white space stands alone in plain text
    return max(1, round(spaced / WORDS_PER_MINUTE + wide / CHARACTERS_PER_MINUTE))


def fragment(html: str, url: str, *, title: str = "", source: Literal["page", "feed", "guide"] = "feed") -> Article:
    """A feed's own HTML of a story, as an article. All of it is story, but for lines that point elsewhere."""
    headline = safe.line(title)
    reading = _Reading(url, Metadata(headline=headline), headline)
    body = tree(html).body
    kept: Blocks = ()
    if body is not None:
        boxes = walk(body)
        weigh(boxes)
        kept = _trim(_story_blocks(boxes, boxes[0], reading, set(), set(), lead=False), reading, whole_is_story=True)
    return Article(url=url, headline=headline, blocks=kept, reading_minutes=reading_minutes(kept), source=source)


def join(first: Article, next_pages: Sequence[Article]) -> Article:
    """One story of several pages, in their order; what a later page repeats is left out."""
    joined = list(first.blocks)
    seen = set(joined)
    for page in next_pages:
        joined.extend(block for block in page.blocks if block not in seen)
        seen.update(page.blocks)
    last = next_pages[-1] if next_pages else first
    kept = tuple(joined)
    return replace(first, blocks=kept, next_page=last.next_page, reading_minutes=reading_minutes(kept))


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was decided about a page, and why."""

    lines: tuple[str, ...]

    def text(self) -> str:
        """The whole of it, a line each."""
        return "\n".join(self.lines)


def explain(html: str, url: str, *, rules: Iterable[Rules] = ()) -> Explanation:
    """How a page is read: its facts and where each came from, the part chosen, what was left out and why."""
    notes: list[str] = []
    try:
        found, reading = _read(html, url, "", rules_for(url, rules), notes)
    except ParseError as error:
        return Explanation((str(error), *notes))
    shown = {
        "headline": found.headline,
        "authors": ", ".join(found.byline) + (f" ({found.byline_role})" if found.byline_role else ""),
        "published": found.published.isoformat() if found.published else "",
        "updated": found.updated.isoformat() if found.updated else "",
        "language": found.language,
        "site": found.site_name,
        "section": found.kicker,
        "standfirst": found.standfirst + (f" (reports {found.standfirst_credit})" if found.standfirst_credit else ""),
        "next page": found.next_page,
        "notice": found.notice,
    }
    sources = {name: where for name, where in reading.facts.sources if where != "nowhere"}
    seen = {"authors": "a line near the headline", "published": "a date near the headline, or the address"}
    facts = [
        f"{name}: {value}" + (f"  [{where}]" if (where := sources.get(name) or seen.get(name)) else "")
        for name, value in shown.items()
        if value
    ]
    if missing := [name for name in ("headline", "authors", "published", "language", "standfirst") if not shown[name]]:
        facts.append(f"not found: {', '.join(missing)}")
    related = [f"{each.relation}: {each.title}  {each.url}" for each in found.related]
    return Explanation(
        (*facts, "", *notes, "", f"{len(found.blocks)} blocks, {len(related)} related stories", *related)
    )
