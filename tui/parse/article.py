"""A story's page -> Article: which of its parts are the story, and which only stand around it.

Read in four steps: one walk over the tree makes a box of every element that can hold text; boxes named or shaped like
clutter are set aside; the smallest part of the page that holds the story's prose is found; its blocks are written, and
lines that are no part of the story are dropped. `explain` tells what was decided, and why.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import text as safe
from tui.blocks import (
    Block,
    Blocks,
    Heading,
    Paragraph,
    Rule,
    plain,
    span_text,
)
from tui.errors import ParseError
from tui.model import WORDS_PER_MINUTE, Article, Related
from tui.parse.html import UNREAD, blocks, hidden, tree
from tui.parse.metadata import Metadata, folded, metadata, url_date
from tui.parse.rules import Rules, rules_for

CHARACTERS_PER_MINUTE = 500
"""The speed of reading in scripts that set no spaces (Chinese, Japanese, Thai)."""

# -- names ------------------------------------------------------------------------------------------------------

_TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_JUNK_TOKENS = frozenset(
    "share shares sharing sharebar sharebox sharetools sharethis addthis addtoany social socials socialshare newsletter newsletters subscribe"
    " subscription subscriptions signup promo promos promotion promoted promobox advert adverts advertisement advertisements advertising"
    " ad ads adv adbox adslot dfp gpt sponsor sponsored sponsors outbrain taboola zergnet revcontent mgid plista teads cookie cookies consent gdpr"
    " breadcrumb breadcrumbs breadcrumbs crumbs nav navigation navbar menu menus submenu toolbar footer foot sidebar sidebars rail comments comment"
    " commenting disqus respond replies discussion related relateds recommended recommendation recommendations recommends recirc recirculation"
    " popular trending mostread mostpopular topstories moreon morefrom readmore readnext upnext nextup pagination pager paging pagenav"
    " byline bylines author authors authorbox authorbio bio timestamp tags taglist tagcloud keywords rating ratings vote feedback"
    " printonly tooltip tooltips popup popover modal overlay lightbox login register registration skiplink teaser teasers"
    " carousel copyright donate donation donations banner masthead ticker jetpack yarpp flyout interstitial metadata"
    " caption captions credit credits timeago toc whatsapp telegram".split()
)
"""Words of class and id that name clutter wherever they stand."""

_JUNK_PAIRS = frozenset(
    "most_read also_read read_also read_more read_next more_from more_on see_also up_next dont_miss editors_picks may_like might_like latest_news"
    " top_stories other_news more_stories more_news article_meta entry_meta post_meta story_meta meta_info post_info sign_up call_out"
    " article_footer entry_footer post_footer next_article prev_article previous_article post_navigation article_tags post_tags"
    " press_release_contact reading_time skip_link follow_us google_news back_top load_more table_contents in_article_ad".split()
)

_FRAMING = frozenset("with has no without is hide show".split())
"""Words before which a name says how the whole page is, not what this element is ("with-sidebar")."""

_BODY_NAMES = re.compile(
    r"(?:article|story|post|entry|news|content|main|text|detail|single|node|field|blog)[_-]*(?:_*)(?:body|content|text|copy|main-?text|richtext|fulltext|paragraphs?|txt)"
    r"|(?:body|content)[_-]*(?:copy|text|article|body|content|main)|articlebody|rich-?text|wysiwyg|body__inner|td-post-content|\bprose\b|post__text|text-?body|caas-body|field--?name--?body|meteredcontent|l-article__text|newstext|article_?cont",
    re.IGNORECASE,
)

_JUNK, _BODY = 1, 2


@lru_cache(maxsize=16384)
def _named(names: str) -> int:
    """What an element's class and id say of it."""
    flags = 0
    if _BODY_NAMES.search(names):
        flags |= _BODY
    for name in names.split():
        tokens = [token.lower() for token in _TOKENS.findall(name)]
        for place, token in enumerate(tokens):
            before = tokens[place - 1] if place else ""
            if (token in _JUNK_TOKENS or f"{before}_{token}" in _JUNK_PAIRS) and before not in _FRAMING:
                return flags | _JUNK
    return flags


# -- boxes ------------------------------------------------------------------------------------------------------


class _Box:
    """An element, and how much text, linked text and prose stand in it."""

    __slots__ = (
        "cut",
        "flags",
        "kids",
        "leaf",
        "linked",
        "links",
        "names",
        "node",
        "own",
        "parent",
        "prose",
        "tag",
        "text",
    )

    def __init__(self, node: LexborNode, tag: str, parent: "_Box | None", names: str, flags: int):
        self.node = node
        self.tag = tag
        self.parent = parent
        self.names = names
        self.flags = flags
        self.kids: list[_Box] = []
        self.own = ""
        """The text that stands in it and in no box inside it."""
        self.leaf = False
        self.text = 0
        self.linked = 0
        """Characters of `own` that stand in links."""
        self.links = 0
        self.prose = 0.0
        self.cut = ""
        """Why it was set aside, or ""."""


_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 pre dt summary figcaption".split())
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr".split()
)
_NEVER = UNREAD | frozenset(
    (
        "noscript",
        "iframe",
        "video",
        "audio",
        "picture",
        "img",
        "amp-ad",
        "amp-analytics",
        "source",
        "br",
        "hr",
        "-comment",
    )
)
_WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDS = re.compile(r"[.!?…。！？؟।॥։።。»”\"')）」』:：]\s*$")
_UNNAMED = frozenset(("html", "body", "main"))


def _walk(root: LexborNode) -> list[_Box]:
    """A box for every element that can hold text, parents before children."""
    top = _Box(root, "body", None, "", 0)
    boxes = [top]
    waiting: list[tuple[_Box, int]] = [(top, 0)]
    while waiting:
        box, depth = waiting.pop()
        own: list[str] = []
        child = box.node.first_child
        kids: list[_Box] = []
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                text = child.text_content
                if text and not text.isspace():
                    own.append(text)
            elif tag in _NEVER:
                if tag == "form" and len(child.css("p")) > 3:
                    kids.append(_Box(child, "div", box, "", 0))
            else:
                attributes = child.attributes
                if attributes:
                    if hidden(attributes) or attributes.get("aria-hidden") == "true":
                        child = child.next
                        continue
                    names = attributes.get("class") or ""
                    if identity := attributes.get("id"):
                        names = f"{names} {identity}"
                    if attributes.get("itemprop") in ("articleBody", "reviewBody"):
                        names += " articlebody"
                    flags = _named(names) if names and tag not in _UNNAMED else 0
                else:
                    names, flags = "", 0
                inner = child.first_child
                if tag in _INLINE and (inner is None or (inner.is_text_node and inner.next is None)) and not flags:
                    if inner is not None:
                        text = inner.text_content or ""
                        own.append(text)
                        if tag == "a":
                            box.linked += len(text)
                else:
                    kids.append(_Box(child, tag, box, names, flags))
            child = child.next
        if own:
            box.own = safe.line(" ".join(own))
        box.kids = kids
        if depth < 200:
            for kid in kids:
                if kid.tag in _LEAVES:
                    _read_leaf(kid)
                else:
                    waiting.append((kid, depth + 1))
        boxes.extend(kids)
    return boxes


def _read_leaf(box: _Box) -> None:
    node = box.node
    box.leaf = True
    box.own = safe.line(node.text())
    if (
        box.own
        and node.first_child is not None
        and (node.first_child.tag != "-text" or node.first_child.next is not None)
    ):
        box.linked = sum(len(link.text()) for link in node.css("a"))


_QUIET = frozenset("h1 h2 h3 h4 h5 h6 li figcaption dt summary a td th button".split())


def _weigh(boxes: list[_Box]) -> None:
    """Fill in text, links and prose from the leaves up."""
    for box in boxes:
        box.text = len(box.own)
        box.links = min(box.linked, box.text)
        size = box.text - box.links
        if size > 20 and box.tag not in _QUIET and not box.cut:
            if _WIDE.search(box.own, 0, 60):
                size *= 3
            box.prose = size if size > 80 or _ENDS.search(box.own) else size / 3
            if box.links * 2 > box.text:
                box.prose /= 4
        else:
            box.prose = 0.0
    for box in reversed(boxes):
        parent = box.parent
        if parent is not None and not box.cut:
            parent.text += box.text
            if parent.tag != "a":
                parent.links += box.links if box.tag != "a" else box.text
            parent.prose += box.prose


# -- the article ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Reading:
    """What is known while a page is read."""

    url: str
    facts: Metadata
    headline: str = ""
    chosen: str = ""
    notes: list[str] | None = None


def article(html: str, url: str, *, title: str = "", rules: Iterable[Rules] = ()) -> Article:
    """The story of a page; ParseError, one sentence, for a page that is none."""
    found, _ = _read(html, url, title, rules_for(url, rules))
    return found


def _read(html: str, url: str, title: str, rules: Rules | None = None) -> tuple[Article, _Reading]:
    page = tree(html)
    facts = metadata(page, url)
    headline = facts.headline or safe.line(title)
    reading = _Reading(url, facts, headline)
    related = _related(page, url, headline)
    body = page.body
    if body is None:
        raise ParseError("This page holds no text.")
    boxes = _walk(body)
    _set_aside(boxes)
    _weigh(boxes)
    parts = _choose(boxes, reading)
    dropped = _dropped(parts, reading)
    found: list[Block] = []
    for part in parts:
        found.extend(blocks(part.node, url, dropped))
    kept = _trim(found, reading)
    if not kept:
        raise ParseError("This page holds no story that could be found.")
    return (
        Article(
            url=url,
            headline=headline,
            blocks=kept,
            kicker=facts.kicker,
            section_url=facts.section_url,
            standfirst=facts.description,
            byline=facts.authors,
            byline_role=facts.byline_role,
            published=facts.published or url_date(url),
            updated=facts.updated,
            language=facts.language,
            site_name=facts.site_name,
            tags=facts.tags,
            paywalled=facts.paywalled,
            reading_minutes=reading_minutes(kept),
            related=related,
        ),
        reading,
    )


def _related(page: LexborHTMLParser, url: str, headline: str) -> tuple[Related, ...]:
    try:
        from tui.parse.related import related
    except ImportError:
        return ()
    return related(page, url, headline=headline)


def _set_aside(boxes: list[_Box]) -> None:
    """Cut what is named like clutter, unless most of the page's prose stands in it."""
    _weigh(boxes)
    total = boxes[0].prose
    for box in boxes:
        if box.parent is not None and box.parent.cut:
            box.cut = "inside"
        elif box.tag in ("aside", "footer", "header", "address") and box.prose < total * 0.4:
            box.cut = f"<{box.tag}>"
        elif box.flags & _JUNK and box.prose < total * 0.4 and not (box.tag == "article" and box.prose > total * 0.2):
            box.cut = "named " + box.names


def _choose(boxes: list[_Box], reading: _Reading) -> list[_Box]:
    """The parts of the page that hold the story."""
    box = boxes[0]
    while True:
        best = max((kid for kid in box.kids if not kid.cut), key=lambda kid: kid.prose, default=None)
        if best is None or best.leaf or best.prose < 0.75 * box.prose:
            break
        box = best
    return [box]


def _dropped(parts: list[_Box], reading: _Reading) -> set[int]:
    found: set[int] = set()
    waiting = list(parts)
    while waiting:
        box = waiting.pop()
        for kid in box.kids:
            if kid.cut or (kid.tag in ("ul", "ol", "div", "section") and kid.links > 0.6 * kid.text > 0):
                found.add(kid.node.mem_id)
            else:
                waiting.append(kid)
    return found


def _trim(found: list[Block], reading: _Reading) -> Blocks:
    headlines = {folded(text) for text in (reading.headline, *reading.facts.headlines)}
    kept: list[Block] = []
    for block in found:
        if isinstance(block, Heading | Paragraph) and folded(span_text(block.spans)) in headlines:
            continue
        kept.append(block)
    while kept and isinstance(kept[-1], Heading | Rule):
        kept.pop()
    return tuple(kept)


def reading_minutes(found: Blocks) -> int:
    """Minutes to read some blocks, at least one."""
    text = plain(found)
    wide = len(_WIDE.findall(text))
    return max(
        1, math.ceil(len(re.findall(r"\w+", _WIDE.sub(" ", text))) / WORDS_PER_MINUTE + wide / CHARACTERS_PER_MINUTE)
    )


def fragment(html: str, url: str, *, title: str = "", source: Literal["page", "feed", "guide"] = "feed") -> Article:
    """A feed's own HTML of a story, as an article."""
    body = tree(html).body
    kept = _trim(list(blocks(body, url)), _Reading(url, Metadata(), safe.line(title))) if body is not None else ()
    return Article(
        url=url, headline=safe.line(title), blocks=kept, reading_minutes=reading_minutes(kept), source=source
    )


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


def explain(html: str, url: str) -> Explanation:
    """How a page is read: its facts and where each came from, the part chosen, what was dropped."""
    found, reading = _read(html, url, "")
    return Explanation((found.headline, *(f"{fact}: {where}" for fact, where in reading.facts.sources)))
