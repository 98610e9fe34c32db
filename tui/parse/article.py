"""A story's page -> Article: which of its parts are the story, and which only stand around it.

Read in four steps: one walk over the tree makes a box of every element that can hold text; boxes named or shaped like
clutter are set aside; the smallest part of the page that holds the story's prose is found; its blocks are written, and
lines that are no part of the story are dropped. `explain` tells what was decided, and why.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from html import escape
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from tui import address
from tui import text as safe
from tui.blocks import Block, Blocks, Heading, Paragraph, Quote, Rule, Span, Spans, plain, span_text
from tui.errors import ParseError
from tui.model import WORDS_PER_MINUTE, Article, Related, Relation
from tui.parse import clutter
from tui.parse.dates import moment
from tui.parse.html import UNREAD, blocks, hidden, tree, words
from tui.parse.labels import is_also_read, label
from tui.parse.metadata import Metadata, byline, folded, metadata, others, told, untagged, url_date
from tui.parse.metadata import names as byline_names
from tui.parse.rules import Rules, rules_for

CHARACTERS_PER_MINUTE = 500
"""The speed of reading in scripts that set no spaces (Chinese, Japanese, Thai)."""

# -- boxes ------------------------------------------------------------------------------------------------------


class _Box:
    """An element, and how much text, linked text and prose stand in it."""

    __slots__ = (
        "cut",
        "flags",
        "images",
        "kids",
        "leaf",
        "linked",
        "links",
        "names",
        "node",
        "own",
        "parent",
        "pictures",
        "prose",
        "tag",
        "text",
    )

    def __init__(self, node: LexborNode, tag: str, parent: "_Box | None", names: str = "", flags: int = 0):
        self.node = node
        self.tag = tag
        self.parent = parent
        self.names = names
        self.flags = flags
        self.kids: list[_Box] = []
        self.own = ""
        """The text that stands in it and in no box inside it."""
        self.linked = 0
        """Characters of `own` that stand in links."""
        self.pictures = 0
        """Pictures that stand in it and in no box inside it."""
        self.images = 0
        self.leaf = False
        """Read as a whole: a paragraph, a heading."""
        self.text = 0
        self.links = 0
        self.prose = 0.0
        self.cut = ""
        """Why it was set aside, or ""."""


_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 pre dt summary figcaption".split())
_HEADS = frozenset("h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr".split()
)
_IMAGES = frozenset(("img", "picture", "amp-img"))
_NEVER = (
    UNREAD
    | _IMAGES
    | frozenset(("noscript", "iframe", "video", "audio", "amp-ad", "amp-analytics", "source", "br", "hr", "-comment"))
)
_WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDS = re.compile(r"[.!?…。！？؟।॥։።»”\"')）」』]\s*$")
_MOST_BOXES = 100_000
"""Elements that are looked at; the largest real pages have some ten thousand."""

_UNNAMED = frozenset(("html", "body", "main"))


def _walk(root: LexborNode, walled: list[LexborNode] | None = None) -> list[_Box]:
    """A box for every element that can hold text, parents before children.

    What is hidden is passed over. Where it is named like a story behind a wall it is added to `walled`; without this
    list, it is opened.
    """
    top = _Box(root, "body", None)
    boxes = [top]
    waiting: list[tuple[_Box, int]] = [(top, 0)]
    named = clutter.named
    while waiting and len(boxes) < _MOST_BOXES:
        box, depth = waiting.pop()
        own: list[str] = []
        child = box.node.first_child
        kids: list[_Box] = []
        while child is not None and len(kids) < _MOST_BOXES:
            tag = child.tag or ""
            if tag == "-text":
                text = child.text_content
                if text and not text.isspace():
                    own.append(text)
            elif tag in _NEVER:
                if tag in _IMAGES:
                    box.pictures += 1
                elif tag == "form" and len(child.css("p")) > 3:
                    kids.append(_Box(child, "div", box))
            else:
                attributes = child.attributes
                flags = 0
                names = ""
                if attributes:
                    names = attributes.get("class") or ""
                    if identity := attributes.get("id"):
                        names = f"{names} {identity}"
                    if names:
                        flags = named(names)
                    if (
                        flags & clutter.HIDDEN
                        or "hidden" in attributes
                        or "style" in attributes
                        or "aria-hidden" in attributes
                    ) and (hidden(attributes) or attributes.get("aria-hidden") == "true"):
                        if walled is not None:
                            if flags & (clutter.PAYWALL | clutter.BODY):
                                walled.append(child)
                            child = child.next
                            continue
                        if not flags & (clutter.PAYWALL | clutter.BODY):
                            child = child.next
                            continue
                    if attributes.get("itemprop") in ("articleBody", "reviewBody"):
                        flags |= clutter.BODY
                    if tag in _UNNAMED:
                        flags = 0
                if tag in _INLINE and not flags & clutter.JUNK:
                    inner = child.first_child
                    if inner is None or (inner.next is None and inner.tag == "-text"):
                        if inner is not None:
                            text = inner.text_content or ""
                            own.append(text)
                            if tag == "a":
                                box.linked += len(text)
                        child = child.next
                        continue
                kid = _Box(child, tag, box, names, flags)
                kids.append(kid)
                if (
                    (flags & clutter.JUNK or tag in _ASIDE)
                    and not flags & clutter.BODY
                    and walled is not None
                    and _small(child)
                ):
                    kid.cut = "named like clutter" if flags & clutter.JUNK else f"a {tag}"
            child = child.next
        if own:
            box.own = " ".join(" ".join(own).split())
        box.kids = kids
        if depth < 200:
            for kid in kids:
                if kid.cut:
                    continue
                if kid.tag in _LEAVES:
                    _read_leaf(kid)
                else:
                    waiting.append((kid, depth + 1))
        boxes.extend(kids)
    return boxes


_ASIDE = frozenset(("aside", "footer"))


def _small(node: LexborNode) -> bool:
    """Little prose, so that it need not be walked to know that it is no story."""
    return sum(len(each.text()) for each in node.css("p")) < 500


def _read_leaf(box: _Box) -> None:
    node = box.node
    box.leaf = True
    box.own = " ".join(node.text().split())
    if box.own:
        first = node.first_child
        if first is not None and (first.tag != "-text" or first.next is not None):
            box.linked = sum(len(link.text()) for link in node.css("a"))
    elif node.css_first("img") is not None:
        box.pictures = 1


_QUIET = frozenset("h1 h2 h3 h4 h5 h6 figcaption dt summary a th button".split())
_SPARE = frozenset(("li", "td", "dd", "span", "strong", "b", "em"))


def _weigh(boxes: list[_Box]) -> None:
    """Fill in text, links, pictures and prose from the leaves up; what was cut counts for nothing."""
    for box in boxes:
        own = box.own
        size = box.text = len(own)
        box.links = min(box.linked, size)
        box.prose = 0.0
        box.images = box.pictures
        if size > 12 and box.tag not in _QUIET and not box.cut:
            size -= box.links
            if _WIDE.search(own, 0, 60):
                size *= 3
            if size > 20 and not (box.tag in _SPARE and size < 80):
                prose = size if size > 80 or _ENDS.search(own) else size / 3
                box.prose = prose if box.links * 2 < box.text else prose / 4
    for box in reversed(boxes):
        parent = box.parent
        if parent is not None and not box.cut:
            parent.text += box.text
            parent.links += box.links if box.tag != "a" else box.text
            parent.images += box.images
            parent.prose += box.prose


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
    related = _ruled_related(page, url, rules) or _related(page, url, headline)
    boxes, opened = _boxes(body, reading)
    _sign(boxes, reading)
    if rules and rules.body:
        found = _ruled_blocks(page, boxes, rules, reading)
    else:
        part = _choose(boxes, reading)
        found = _story_blocks(boxes, part, reading, opened, _ruled_out(page, rules))
    kept = _trim(found, reading)
    text = plain(kept)
    elsewhere = _told_elsewhere(kept, len(text), html, page, reading)
    if elsewhere is not kept:
        kept, text = elsewhere, plain(elsewhere)
    size = len(text)
    if not (kept and rules and rules.body):
        _refuse(html, page, boxes, size, reading)
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
        published=facts.published or _visible_date(boxes, reading),
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
    for box in boxes:
        box.parent = None  # a circle would keep the whole tree until the collector comes by
    return found_article, reading


_SHORTENED = "This page shows only the beginning; the rest is for subscribers."


def _boxes(body: LexborNode, reading: _Reading) -> tuple[list[_Box], set[int]]:
    """The page's boxes with clutter set aside, and what of them is read though it is hidden."""
    walled: list[LexborNode] = []
    boxes = _walk(body, walled)
    _set_aside(boxes)
    if walled and sum(len(line.text()) for node in walled for line in node.css("p")) > max(400, boxes[0].prose / 2):
        reading.note("opened what a script would show")
        boxes = _walk(body)
        _set_aside(boxes)
        return boxes, {node.mem_id for node in walled}
    if boxes[0].prose < 400:
        boxes = _walk(body)  # perhaps the story stands in what is named like clutter
        _set_aside(boxes)
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


def _ruled_blocks(page: LexborHTMLParser, boxes: list[_Box], rules: Rules, reading: _Reading) -> list[Block]:
    """The blocks of the elements that a rule names as the story."""
    removed = _ruled_out(page, rules)
    found: list[Block] = []
    seen: set[int] = set()
    for node in _select(page, rules.body):
        if node.mem_id not in seen:
            seen.update(inner.mem_id for inner in node.traverse())
            found.extend(blocks(node, reading.url, removed))
    reading.note(f"chosen by a rule: {rules.body}")
    _standfirst(boxes, boxes[0], reading)
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
        state = _state(page)
        if len(plain(state)) > max(500, 2 * size):
            reading.note("the story is from the page's JSON state")
            return _trim(list(state), reading)
    return kept


_STATE = re.compile(r"^\s*(?:window|self|globalThis)?\.?[\w.$\[\]\"']*\s*=\s*(?=[{\[])")
_TEXT_KEYS = ("text", "content", "html", "value", "body", "paragraph")
_LARGEST_STATE = 3_000_000


def _state(page: LexborHTMLParser) -> Blocks:
    """The story in the data that a page's scripts draw it from: the longest HTML string, or the longest list of texts."""
    best: list[str] = []
    for script in page.root.css("script:not([src])") if page.root is not None else ():
        text = script.text()
        if len(text) < 500 or len(text) > _LARGEST_STATE or "ld+json" in (script.attributes.get("type") or ""):
            continue
        found = _STATE.match(text)
        text = text[found.end() :] if found else text.strip()
        if text[:1] not in ("{", "["):
            continue
        try:
            state, _ = json.JSONDecoder(strict=False).raw_decode(text)
        except (ValueError, RecursionError):
            continue  # a program, not data
        for texts in _texts_of(state):
            if sum(map(len, texts)) > sum(map(len, best)):
                best = texts
    marked = "\n".join(text if "<" in text else f"<p>{escape(text)}</p>" for text in best)
    body = tree(marked).body if marked else None
    return blocks(body, "") if body is not None else ()


def _texts_of(state: object) -> Iterator[list[str]]:
    """Every long HTML string, and every list's texts together, of some JSON."""
    waiting = [state]
    for _ in range(200_000):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
            texts = [
                text
                for item in each
                if isinstance(item, dict)
                for key in _TEXT_KEYS
                if isinstance(text := item.get(key), str)
            ][:1000]
            if sum(len(text) > 60 for text in texts) > 2:
                yield [text for text in texts if " " in text.strip()]
        elif isinstance(each, str) and len(each) > 400 and each.count("<p") > 1:
            yield [each]


# -- pages that are no story ------------------------------------------------------------------------------------

_MISSING = re.compile(
    r"^\W*(?:(?:error\W*)?404\b|.{0,30}\b(?:page|article|story|content) (?:was |could )?(?:not (?:be )?found|(?:does not|doesn.t|no longer) exists?|is (?:no longer|not) available)|not found\W*$|(?:diese )?seite (?:wurde )?nicht gefunden|"
    r"page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|sidan (?:kunde inte hittas|hittades inte)|siden (?:ble ikke funnet|findes ikke)|sivua ei löyd|"
    r"strona nie (?:została )?znalezion|stránka nenalezena|страница не найдена|сторінку не знайдено|sayfa bulunamadı|الصفحة غير موجودة|ページが見つかりません|页面不存在|페이지를 찾을 수 없)",
    re.IGNORECASE,
)
_SCRIPTS = re.compile(
    r"(?:enable|turn on|activate|requires?|aktivieren|activer|activar|habilit\w+|attiva\w*|включите|有効).{0,30}java ?script|java ?script.{0,40}(?:enabled?|required|disabled|aktivier|activ|deaktiviert|désactivé|отключен|無効|有効)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:accept|agree|consent|zustimm|einwillig|accepter|aceptar|accett|aceitar|akkoord|godkänn|samtyck|akcept|souhlas|принять|согласи|同意).{0,200}(?:cookie|tracking|privacy|datenschutz|confidentialité|privacidad|personenbezogen|partner|werbung)|(?:cookie|datenschutz|privacy).{0,200}(?:accept|agree|consent|zustimm|einwillig|accepter|aceptar|accett|akkoord)",
    re.IGNORECASE | re.DOTALL,
)
_LOGIN = re.compile(
    r"\b(?:log ?in|sign ?in|anmelden|einloggen|se connecter|connexion|iniciar sesión|accedi|entrar|inloggen|logga in|logg inn|zaloguj|přihlásit|войти|giriş yap)\b|ログイン|登录|로그인",
    re.IGNORECASE,
)
_SHORT = 250
"""Characters under which a page's text is looked at for a wall."""


def _refuse(html: str, page: LexborHTMLParser, boxes: list[_Box], size: int, reading: _Reading) -> None:
    """ParseError for a page that is no story, with what could be shown instead."""
    facts = reading.facts
    if _MISSING.match(reading.headline) and size < 1500 and not facts.published:
        raise ParseError("The site says that this page does not exist; the feed's own text may still be there.")
    if facts.kind != "story" and _is_list(page, boxes, size, reading):
        raise ParseError("This page is a list of stories and not a story; its links can be shown instead.")
    if size >= _SHORT or (size >= 120 and facts.kind == "story"):
        return
    shown = page.body.text(separator=" ")[:20_000] if page.body is not None else ""
    if page.css_first('input[type="password"]') is not None or (
        facts.kind != "story" and _LOGIN.search(shown[:3000]) and size < 80
    ):
        raise ParseError("This page wants a login before it shows its story; the feed's own text can be shown instead.")
    if facts.kind != "story" and _CONSENT.search(shown):
        raise ParseError(
            "This page wants consent to cookies before it shows anything; the feed's own text can be shown instead."
        )
    if _SCRIPTS.search(shown) or _SCRIPTS.search(html[:100_000]):
        raise ParseError(
            "This page shows its story only where JavaScript runs; the feed's own text can be shown instead."
        )
    if facts.kind == "video" or (size < 80 and page.css_first("video, iframe[src*=youtu]") is not None):
        raise ParseError("This page is a video with no story beside it; it can be opened in the browser.")
    if facts.kind == "gallery" or (size < 80 and boxes[0].images > 4):
        raise ParseError("This page is a gallery of pictures with no story beside it; it can be opened in the browser.")
    if size < 40:
        raise ParseError(
            "No story could be found on this page; the feed's own text or the page's links can be shown instead."
        )


def _is_list(page: LexborHTMLParser, boxes: list[_Box], size: int, reading: _Reading) -> bool:
    """More linked headlines than story: a front page, a section, search results."""
    facts = reading.facts
    if not address.split(reading.url)[2].strip("/") and address.host(reading.url):
        return True
    headings = [box for box in boxes if box.tag in _HEADS and box.own]
    linked = sum(
        box.linked > 0.7 * len(box.own) or (box.parent is not None and box.parent.tag == "a") for box in headings
    )
    if facts.kind == "list" and size < 1500:
        return True
    if facts.published is None and linked >= 8 and linked > 0.5 * len(headings) and size < 8000:
        return True
    if linked >= 8 and size < 1200:
        return True
    return (
        size < 450 and facts.kind in ("page", "list") and page.root is not None and len(page.root.css("a[href]")) > 100
    )


# -- several pages of one story ---------------------------------------------------------------------------------

_PAGED = re.compile(
    r"(?:(?<=[?&])(?:page|p|pg|seite|pagina|página|sivu|strona|s)=(\d{1,3})(?=&|$)|(?:/page|/seite|/p|/pagina)?[/_-](\d{1,2})(?=(?:\.html?)?/?(?:$|[?#])))",
    re.IGNORECASE,
)


_PAGES = re.compile(r"pagin|pager|page-?_?-?(?:link|nav|num)", re.IGNORECASE)


def _next_page(boxes: list[_Box], url: str, facts: Metadata) -> str:
    """The address of this story's next page: one that differs from this one's by a page number alone."""
    found = [facts.next_page] if facts.next_page else []
    for box in boxes:
        if "pag" in box.names and box.text < 400 and _PAGES.search(box.names) and len(found) < 60:
            links = [box.node] if box.tag == "a" else box.node.css("a[href]")
            found += [address.clean(address.join(url, link.attributes.get("href") or "")) for link in links[:20]]
    here = facts.canonical if facts.canonical and _numbered(facts.canonical)[1] > 1 else url
    base, number = _numbered(here)
    for each in found:
        if each and address.same_site(each, url) and _numbered(each) == (base, number + 1):
            return each
    return ""


def _numbered(url: str) -> tuple[str, int]:
    """(an address without its page number, the number)."""
    bare = url.partition("#")[0]
    found = next(iter([*_PAGED.finditer(bare)][-1:]), None)
    number = int(next(filter(None, found.groups()), "1")) if found else 1
    if found is None or not 1 < number < 100:
        return _undressed(bare), 1
    return _undressed(bare[: found.start()] + bare[found.end() :]), number


def _undressed(url: str) -> str:
    return re.sub(r"\.html?$|/index$", "", address.key(url.rstrip("?&"))).rstrip("/?&")


_GAPS = re.compile(r"\W+")


def _squeezed(text: str) -> str:
    """A text's letters and figures, run together: what survives another spacing and punctuation."""
    return _GAPS.sub("", text.casefold())


def _related(page: LexborHTMLParser, url: str, headline: str) -> tuple[Related, ...]:
    from tui.parse.related import related

    return related(page, url, headline=headline)


_GUARDED = frozenset("aside footer header address".split())


def _set_aside(boxes: list[_Box]) -> None:
    """Cut what is named or shaped like clutter, unless much of the page's prose stands in it."""
    _weigh(boxes)
    total = boxes[0].prose
    for box in boxes:
        parent = box.parent
        if parent is None or box.cut:
            continue
        if parent.cut:
            box.cut = "inside"
        elif box.tag in _GUARDED and box.prose <= total * 0.75:
            box.cut = f"a {box.tag}"
        elif box.flags & clutter.CONSENT and box.prose <= total * 0.9:
            box.cut = "asks for consent"
        elif box.prose >= total * 0.4 and box.prose > 0:
            continue
        elif box.flags & clutter.JUNK and not (box.tag == "article" and box.prose > total * 0.2):
            box.cut = "named like clutter"
        elif (
            box.flags & (clutter.CAPTION | clutter.BYLINE)
            and box.text < 600
            and box.tag != "figure"
            and box.prose < 300
        ):
            box.cut = "a caption" if box.flags & clutter.CAPTION else "a byline"
        elif (
            box.tag == "article"
            and not box.flags & clutter.BODY
            and box.prose < total * 0.2
            and _inside(box, "article")
        ):
            box.cut = "another story"
        elif len(box.kids) > 2 and not box.leaf and _cards(box):
            for kid in box.kids:
                kid.cut = kid.cut or "one of many cards"
    _weigh(boxes)


def _inside(box: _Box, tag: str) -> bool:
    parent = box.parent
    while parent is not None:
        if parent.tag == tag:
            return True
        parent = parent.parent
    return False


def _cards(box: _Box) -> bool:
    """Three or more children of one shape, each with a linked heading: stories offered, not told."""
    alike: dict[tuple[str, str], int] = {}
    for kid in box.kids:
        if kid.tag in ("div", "article", "li", "section") and kid.names and not kid.leaf:
            alike[(kid.tag, kid.names.split(" ", 1)[0])] = alike.get((kid.tag, kid.names.split(" ", 1)[0]), 0) + 1
    if not alike or max(alike.values()) < 3:
        return False
    linked = plain_ones = 0
    for kid in box.kids:
        if kid.leaf and kid.prose > 60:
            plain_ones += 1
        elif not kid.leaf and kid.text and _linked_heading(kid):
            linked += 1
    return linked >= 3 and plain_ones == 0


def _linked_heading(box: _Box, depth: int = 0) -> bool:
    for kid in box.kids:
        if kid.tag in _HEADS and kid.own:
            return kid.linked > 0.7 * len(kid.own) or box.tag == "a"
        if depth < 4 and kid.kids and _linked_heading(kid, depth + 1):
            return True
    return False


def _choose(boxes: list[_Box], reading: _Reading) -> _Box:
    """The smallest part of the page that holds the story's prose."""
    box = boxes[0]
    within = False
    while True:
        best = max((kid for kid in box.kids if not kid.cut), key=lambda kid: kid.prose, default=None)
        if best is None or best.leaf or best.tag in ("table", "ul", "ol") or best.prose < 0.75 * box.prose:
            break
        if sum(
            kid.prose for kid in box.kids if kid.leaf and not kid.cut and kid.tag == "p" and kid.prose > 60
        ) > 60 and not (best.flags & clutter.BODY and not box.flags & clutter.BODY):
            break
        if any(kid is not best and _kin(kid, best) for kid in box.kids):
            break
        within = within or bool(box.flags & clutter.BODY)
        if within and any(kid is not best and _speaks(kid) for kid in box.kids):
            break
        box = best
    reading.note(f"chosen: {_path(box)} with {box.prose:.0f} of {boxes[0].prose:.0f} characters of prose")
    return box


def _speaks(box: _Box) -> bool:
    """An element beside the best one that holds whole paragraphs of its own."""
    if box.cut or box.leaf or box.prose < 200 or box.links > 0.2 * box.text:
        return False
    return sum(kid.prose for kid in _order(box) if kid.leaf and kid.tag == "p" and kid.prose > 80) > 0.8 * box.prose


def _kin(box: _Box, best: _Box) -> bool:
    """A sibling that continues the story: built like the best one, with prose of its own."""
    if box.cut or box.leaf or box.prose < 150 or box.links > 0.3 * box.text:
        return False
    if box.flags & clutter.BODY and best.flags & clutter.BODY:
        return True
    return box.tag == best.tag and bool(box.names) and box.names == best.names


def _path(box: _Box) -> str:
    name = box.names.split()
    return f"<{box.tag}{' class=' + name[0] if name else ''}>"


# -- what of it is read -----------------------------------------------------------------------------------------


def _order(box: _Box) -> Iterator[_Box]:
    """A box and all inside it, as they stand on the page."""
    waiting = [box]
    while waiting:
        each = waiting.pop()
        yield each
        if each.kids:
            waiting.extend(reversed(each.kids))


def _story_blocks(
    boxes: list[_Box], part: _Box, reading: _Reading, opened: set[int], removed: set[int], *, lead: bool = True
) -> list[Block]:
    """The blocks of the story's part, clutter left out."""
    dropped = set(removed)
    pictured: set[int] = set()
    first = _standfirst(boxes, part, reading) if lead else None
    if first is not None and first is not part:
        dropped.add(first.node.mem_id)
    for box in _order(part):
        if box is part:
            continue
        if box.parent is not None and (box.parent.node.mem_id in dropped):
            dropped.add(box.node.mem_id)
            continue
        why = box.cut if box.cut != "a caption" or not _with_picture(box, pictured) else ""
        if not why:
            why = _not_read(box)
        if not why and box.own and len(box.own) < 70 and (run := _under_label(box)):
            why = "a label of links"
            dropped.update(each.node.mem_id for each in run)
        if not why and box.leaf and box.linked > 40:
            dropped.update(_popups(box.node))
        if why:
            dropped.add(box.node.mem_id)
            if box.text > 20:
                reading.note(f"left out ({why}): {safe.shorten(box.own or _path(box), 70)}")
        elif _is_picture(box):
            pictured.add(box.node.mem_id)
    return list(blocks(part.node, reading.url, dropped, pictured, opened))


def _under_label(box: _Box) -> list[_Box]:
    """The boxes that go with a label of links ("More great stories"): itself and what is linked right behind it."""
    own = box.own
    if len(own) > 70 or (box.kids and not box.leaf) or (found := label(own)) is None:
        return []
    siblings = box.parent.kids if box.parent is not None else []
    place = next((number for number, each in enumerate(siblings) if each is box), -1)
    taken = [box]
    for each in siblings[place + 1 : place + 12]:
        linked = each.links > 0.35 * each.text
        if not each.text or (linked and not (each.leaf and each.prose > 200)):
            taken.append(each)
        else:
            break
    if len(taken) > 1 or (not found.rest and (box.tag not in _HEADS or place == len(siblings) - 1)):
        return taken
    return []


def _with_picture(box: _Box, pictured: set[int]) -> bool:
    """A caption whose picture stands beside it, so that the two are read together."""
    parent = box.parent
    for _ in range(4):
        if parent is None:
            return False
        if parent.tag == "figure" or parent.node.mem_id in pictured:
            return True
        parent = parent.parent
    return False


def _is_picture(box: _Box) -> bool:
    """An element of a picture and the little that stands under it."""
    if not box.images or box.leaf or box.text >= 300 or box.prose >= 300 or box.tag in _NO_PICTURES:
        return False
    return (box.text > 0 or _has_caption(box)) and not _has_leaf(box)


_NO_PICTURES = frozenset("figure li td tr tbody table a ul ol".split())


def _has_caption(box: _Box, depth: int = 0) -> bool:
    return any(kid.cut == "a caption" or (depth < 3 and _has_caption(kid, depth + 1)) for kid in box.kids)


def _has_leaf(box: _Box) -> bool:
    return any(
        (kid.leaf and kid.tag == "p" and len(kid.own) > 120) or (not kid.leaf and _has_leaf(kid)) for kid in box.kids
    )


_LISTS = frozenset("ul ol div section nav dl table".split())


def _not_read(box: _Box) -> str:
    """Why a box of the chosen part is left out, or ""."""
    if box.leaf:
        own = box.own
        if not own:
            return ""
        if box.linked and is_also_read(own):
            return "also read"
        if clutter.is_clutter(own):
            return "a line pages write around stories"
        return ""
    if box.tag == "td" and box.parent is not None and box.links > 0.65 * box.text > 0 and box.parent.prose > 300:
        return "a list of links"
    if box.tag in _LISTS and box.text > 0:
        if box.links > 0.65 * box.text:
            return "a list of links"
        if box.links and box.text < 400 and is_also_read(box.own or _first_text(box)):
            return "also read"
        if not box.kids and clutter.is_clutter(box.own):
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


def _first_text(box: _Box) -> str:
    for each in _order(box):
        if each.own:
            return each.own
    return ""


# -- the standfirst ---------------------------------------------------------------------------------------------

_CREDIT = re.compile(r"\s*(?:…+|\.{2,}|\s[-–—])[\s.…]*(?:reports|writes)\s+(?P<who>[^.…]{2,60})[.…]*\s*$")


def _standfirst(boxes: list[_Box], part: _Box, reading: _Reading) -> _Box | None:
    """Find the standfirst: what stands between headline and story and is named so, or says what the page says of itself.

    A story's own first paragraph is none, even where the page describes itself by it and
    however it is set. The box that holds it is
    given back.
    """
    wanted: list[str] | None = None
    headline = folded(reading.headline)
    headlines = {folded(text) for text in (reading.headline, *reading.facts.headlines)}
    home = _home(part)
    best, best_score, best_box, where = "", 0.0, None, ""
    seen_headline = False
    chain: set[int] = set()
    above: _Box | None = home
    while above is not None:
        chain.add(id(above))
        above = above.parent if above is not part else None
    begins = ""
    for box in _order(boxes[0]):
        own, parent = box.own, box.parent
        if not seen_headline:
            if own and box.tag in _HEADS and (box.tag == "h1" or folded(own) in headlines):
                seen_headline = True
                continue
            if not (box.flags & _LEADS or (parent is not None and parent.flags & _LEADS)):
                continue
        elif not own and not box.flags & _LEADS:
            continue
        at_home = _within(box, home)
        in_story = at_home or (
            parent is not None and ((id(parent) in chain and id(box) not in chain) or _alike(parent, home))
        )
        names = clutter.LEAD if at_home else _LEADS
        lead = box is not home and _lead_named(box, names)
        if own and box.tag in _HEADS and folded(own) in headlines:
            continue
        if box is best_box or (len(own) < 25 and not (lead and box.kids)) or not (seen_headline or lead):
            continue
        text = own if box.leaf or not box.kids else words(box.node)
        if (
            not (25 <= len(text) <= 900)
            or box.links > 0.5 * box.text > 0
            or box.flags & (clutter.CAPTION | clutter.BYLINE)
        ):
            continue
        small = folded(text)
        if (
            small == headline
            or clutter.is_clutter(text)
            or _signature(text, small, reading)
            or (box.kids and not box.leaf and headline in small)
        ):
            continue
        score = 2.0 if lead and box.cut in ("", "a header", "inside") else 0.0
        if wanted is None:
            wanted = [folded(each) for each in reading.facts.descriptions]
        described = any(
            small == each or (len(small) > 40 and len(each) > 40 and (small in each or each in small))
            for each in wanted
        )
        if not (
            described
            or seen_headline
            or (_lead_named(box, clutter.LEAD) and (_inside(box, "article") or _inside(box, "main")))
        ):
            continue  # above the headline a page describes itself, or sells something
        if described and (lead or not in_story):
            score += 1.5
        if not score and not in_story and seen_headline and not begins and not box.cut and len(text) > 50:
            score = 1.0 if box.tag == "h2" else 0.7 if box.prose > 50 and not box.kids else 0.0
        if score > best_score and not (best and text in best):
            best, best_score, best_box = text, score, box
            where = (
                "named so" if lead else "as the page describes itself" if described else "between headline and story"
            )
        if in_story and not box.cut and not lead and box.prose > 80:
            begins = begins or small
            if box is not best_box:
                break
    if not best and (
        given := next((text for text in reading.facts.descriptions if not text.endswith(("…", "..."))), "")
    ):
        small = folded(given)
        if (
            len(given) > 25
            and small != headline
            and not _signature(given, small, reading)
            and not (begins and (begins.startswith(small[:60]) or small.startswith(begins[:60])))
        ):
            best, where = given, "the page's description"
    if ("reports" in best or "writes" in best) and (found := _CREDIT.search(best)):
        reading.credit = safe.line(found["who"])
        best = best[: found.start()]
    reading.standfirst = safe.line(best)
    reading.note(f"standfirst: {where or 'none'}")
    return best_box


_NEAR = 25
"""Boxes before and after the headline in which its date is looked for."""


def _near(boxes: list[_Box], reading: _Reading) -> list[_Box]:
    """The boxes with text that stand near the headline, those behind it first."""
    headlines = {folded(text) for text in (reading.headline, *reading.facts.headlines)}
    order = [box for box in _order(boxes[0]) if box.own]
    place = next((number for number, box in enumerate(order) if box.tag in _HEADS and folded(box.own) in headlines), 0)
    return order[place + 1 : place + _NEAR] + order[max(0, place - _NEAR) : place][::-1]


def _visible_date(boxes: list[_Box], reading: _Reading) -> datetime | None:
    """The date that stands near the headline, or that the address names."""
    named = url_date(reading.url)
    for box in _near(boxes, reading):
        if len(box.own) < 160 and (box.flags & clutter.BYLINE or clutter.is_date_line(box.own, reading.facts.language)):
            found = moment(box.own, reading.facts.language)
            if found and (named is None or abs(found - named) < timedelta(days=2)):
                return found
    return named


def _sign(boxes: list[_Box], reading: _Reading) -> None:
    """Settle who wrote it: as the facts say, or as a line near the headline does; the role often stands only there."""
    facts = reading.facts
    reading.authors, reading.role = facts.authors, facts.byline_role
    if facts.unsigned:
        found, role = _visible_byline(boxes, reading)
        if found:
            reading.authors, reading.role = found, role
    elif not facts.byline_role:
        first = facts.authors[0]
        line = next((box.own for box in _near(boxes, reading) if len(box.own) < 160 and first in box.own), "")
        reading.role = byline_names(line)[1] if line else ""


def _visible_byline(boxes: list[_Box], reading: _Reading) -> tuple[tuple[str, ...], str]:
    """Who wrote it, by a line near the headline that says so."""
    for box in _near(boxes, reading):
        found, role = byline(box.own)
        people = others(found, reading.facts, reading.url)
        if people and len(people) < 6:
            return people, role
    return (), ""


def _home(part: _Box) -> _Box:
    """The box that holds most of the story's paragraphs itself."""
    best, most = part, 0.0
    for box in _order(part):
        if not box.leaf and not box.cut:
            prose = sum(kid.prose for kid in box.kids if kid.leaf)
            if prose > most:
                best, most = box, prose
    return best


_LEADS = clutter.LEAD | clutter.INTRO


def _within(box: _Box, home: _Box) -> bool:
    parent = box.parent
    while parent is not None:
        if parent is home:
            return True
        parent = parent.parent
    return False


def _alike(box: _Box, home: _Box) -> bool:
    """A box built like the one that holds most of the story: another part of it."""
    return (
        box is not home
        and box.tag == home.tag
        and bool(box.names)
        and (box.names == home.names or bool(box.flags & home.flags & clutter.BODY))
    )


def _lead_named(box: _Box, names: int) -> bool:
    if box.flags & names and not box.flags & clutter.JUNK:
        return True
    parent = box.parent
    return (
        parent is not None
        and bool(parent.flags & names)
        and not parent.flags & (clutter.BODY | clutter.JUNK)
        and len(parent.kids) < 4
    )


# -- the blocks -------------------------------------------------------------------------------------------------


def _trim(found: list[Block], reading: _Reading) -> Blocks:
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
            if begun and len(text) > clutter.LONGEST:
                kept.append(block)
                continue
            if not begun or isinstance(block, Heading):
                small = folded(text)
                if not small or small in headlines:
                    continue
            if not begun:
                if len(small) > 0.6 * len(headline) and small in headline:
                    continue
                if small == standfirst or clutter.is_date_line(text, reading.facts.language):
                    continue
                if len(text) < 120 and _is_byline(small, names):
                    continue
                begun = isinstance(block, Paragraph) and len(text) > 80
            if clutter.is_clutter(text):
                continue
            if block.spans[0].href and isinstance(block, Paragraph) and _all_linked(block.spans):
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
    known = _squeezed(untagged(reading.facts.body))
    texts = {id(block): span_text(block.spans) for block in kept if isinstance(block, Paragraph)}
    missing = {
        key
        for key, text in texts.items()
        if _squeezed(text[:80])[:60] not in known and _squeezed(text[-80:])[-60:] not in known
    }
    total = sum(map(len, texts.values()))
    lost = sum(len(texts[key]) for key in missing)
    if not missing or lost > 0.15 * total:
        return kept
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


def _signature(text: str, small: str, reading: _Reading) -> bool:
    """A short line that says who wrote a story, or when."""
    return len(text) < 120 and (
        _is_byline(small, [folded(name) for name in reading.authors])
        or clutter.is_date_line(text, reading.facts.language)
    )


def _is_byline(small: str, names: Sequence[str]) -> bool:
    return any(name and name in small and len(small) < len(name) + 40 for name in names)


def _is_tail(block: Block, reading: _Reading, names: Sequence[str]) -> bool:
    if isinstance(block, Heading | Rule):
        return True
    if not isinstance(block, Paragraph):
        return False
    text = span_text(block.spans).strip()
    small = folded(text)
    if clutter.is_date_line(text, reading.facts.language):
        return True
    return (len(text) < 120 and _is_byline(small, names)) or any(
        small.startswith(name + " ") and len(text) < 400 for name in names
    )


def _all_linked(spans: Spans) -> bool:
    linked = sum(len(span.text) for span in spans if span.href)
    return linked > 12 and linked >= 0.9 * sum(len(span.text) for span in spans)


def reading_minutes(found: Blocks) -> int:
    """Minutes to read some blocks, to the nearest, at least one."""
    return _minutes(plain(found))


def _minutes(text: str) -> int:
    wide = len(_WIDE.findall(text)) if _WIDE.search(text, 0, 1000) else 0
    spaced = _WIDE.sub(" ", text) if wide else text
    return max(1, round(len(spaced.split()) / WORDS_PER_MINUTE + wide / CHARACTERS_PER_MINUTE))


def fragment(html: str, url: str, *, title: str = "", source: Literal["page", "feed", "guide"] = "feed") -> Article:
    """A feed's own HTML of a story, as an article. All of it is story, but for lines that point elsewhere."""
    headline = safe.line(title)
    reading = _Reading(url, Metadata(headline=headline), headline)
    body = tree(html).body
    kept: Blocks = ()
    if body is not None:
        boxes = _walk(body)
        _weigh(boxes)
        kept = _trim(_story_blocks(boxes, boxes[0], reading, set(), set(), lead=False), reading)
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
        "standfirst": found.standfirst,
    }
    sources = dict(reading.facts.sources)
    facts = [f"{name}: {value}" + (f"  [{sources[name]}]" if name in sources else "") for name, value in shown.items()]
    related = [f"{each.relation}: {each.title}  {each.url}" for each in found.related]
    return Explanation(
        (*facts, "", *notes, "", f"{len(found.blocks)} blocks, {len(related)} related stories", *related)
    )
