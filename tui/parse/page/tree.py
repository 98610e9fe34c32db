"""Makes a page's tree, and knows what its elements are for. Once it is complete, selectolax's tree is read and never
changed."""

import gc
import re
from collections.abc import Container, Iterator
from contextlib import contextmanager
from typing import Protocol, Self, TypeVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.errors import ParseError
from tui.parse.page.labels import says_only_more
from tui.parse.page.roles import HIDDEN, named
from tui.scripts import said
from tui.text import one_line, shorten

LARGEST = 20_000_000
"""Characters of a page that is still read."""

_MANY_TAGS = 20_000
"""Tags from which on the nesting is measured before the page is parsed: the parser's time grows with its square."""

_DEEPEST = 2_000
"""Elements inside one another; real pages stay under 100."""

DEEP = 120
"""Depth from which on an element is read as its bare text."""

_FLAT = (
    "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|tbody|thead|tfoot|dt|dd|option|optgroup"
    "|colgroup|path|rect|circle|use|g|svg|polygon|line"
)
"""Elements that close by themselves, or hold nothing: they do not nest."""
_NESTING = re.compile(rf"<(/?)(?!(?:{_FLAT})(?![\w:-]))[a-z]")


def tree(html: str) -> LexborHTMLParser:
    """The page's tree; ParseError for a page that is too large, or nested so deeply that it can only be an attack."""
    if len(html) > LARGEST:
        raise ParseError("This page is larger than 20 MB, which is more than any story.")
    if "\u0080" in html:  # one sign is looked for at a fifth of the cost of two
        html = _mended(html)
    body = html.encode("utf-8", "replace")
    if body.count(b"<") > _MANY_TAGS and _depth(html) > _DEEPEST:
        raise ParseError("This page is nested too deeply to be read.")
    page = LexborHTMLParser(_bounded(body))
    if b"aria-controls" in body:
        _unfold(page)
    if page.css_first(_SET_LATER) is None:
        return page
    if "shadowroot" in html:
        html = _shadowless(html)
        page = LexborHTMLParser(_bounded(html.encode("utf-8", "replace")))
    if "<div hidden" in html and _STREAMED.search(html):
        _settle(page)
    return page


_STEP = 8_192
"""Bytes that are looked through for the end of a tag: most pages have one in each such piece, outside scripts."""
_MOST_ATTRIBUTES = 1_000
"""Attributes of an element; the largest real ones have some hundred. The parser's time grows with their square: 90,000
kept it busy for ten seconds."""
_RAW = (b"<script", b"<style", b"<textarea", b"<title")


def _bounded(body: bytes) -> bytes:
    """A page without the attributes of an element that has more of them than any real one."""
    kept: list[bytes] = []
    done = looked = 0
    for place in range(0, len(body) - _STEP, _STEP):
        if place < looked or body.find(b">", place, place + _STEP) >= 0:
            continue
        before = body.rfind(b">", done, place)
        opened = body.find(b"<", max(before, done), place)
        end = body.find(b">", place)
        looked = end = len(body) if end < 0 else end
        holder = body[body.rfind(b"<", 0, max(before, 0)) :][:9].lower()
        if opened < 0 or holder.startswith(_RAW) or not body[opened + 1 : opened + 2].isalpha():
            continue
        unquoted = b"".join(b"".join(body[opened:end].split(b'"')[::2]).split(b"'")[::2])
        tag = unquoted.split(maxsplit=_MOST_ATTRIBUTES)
        if len(tag) > _MOST_ATTRIBUTES:
            kept += (body[done:opened], tag[0])
            done = end
    return b"".join((*kept, body[done:])) if kept else body


_SET_LATER = "template, div[hidden]"
"""What a page has that sets parts of it in other places, and most pages have not; the tree is asked at a fifth of what
it costs to look through the text."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Switch the garbage collector off while a page is read: it would walk all that a long page is made of several
    times, a tenth of the whole time, and find nothing, since no cycle outlives its page."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_STREAMED = re.compile(r"""<div hidden(?:="")? id=["']?S:""")
"""How parts of a page are named that are sent behind it, hidden, for a script to set in their places (React)."""
_PLACES = 'template[id^="B:"], template[id^="P:"]'
"""What waits for them: a part that comes late, or a piece of one that is too long to be sent at once."""
_MOST_PARTS = 500


def _settle(page: LexborHTMLParser) -> None:
    """Move the parts of a streamed page to the places that wait for them; a part without a place is shown where it
    stands."""
    body = page.body
    if body is None:
        return
    parts = {(node.id or "")[2:]: node for node in body.css('div[hidden][id^="S:"]')[:_MOST_PARTS]}
    for key, part in parts.items():
        del part.attrs["hidden"]
        names = (f"B:{key}", f"P:{key}")
        place = next((node for node in body.css(_PLACES) if node.id in names), None)
        if place is not None:
            place.insert_before(part)
            part.decompose()


_OPENERS = "[aria-controls][aria-expanded]"
_ANSWER = 40
"""Characters of a paragraph from which what an opener folds away is read; menus have none."""


def _unfold(page: LexborHTMLParser) -> None:
    """Show what is folded away right behind the heading or button that opens it: an answer behind its question (the
    accordion of WAI-ARIA's Authoring Practices). Found on a made page; no page of both sets is changed by it."""
    body = page.body
    for opener in body.css(_OPENERS)[:_MOST_PARTS] if body is not None else ():
        panel = _behind(opener)
        if panel is None or panel.id != opener.attributes["aria-controls"] or not hidden(panel.attributes):
            continue
        if any(len(each.text()) > _ANSWER for each in panel.css("p")):
            for name in ("hidden", "style", "aria-hidden"):
                if name in panel.attrs:
                    del panel.attrs[name]


def _behind(opener: LexborNode) -> LexborNode | None:
    """The element behind an opener, or behind the heading around it."""
    around: LexborNode | None = opener
    for _ in range(3):
        if around is None:
            break
        if (after := beside(around)) is not None:
            return after
        around = around.parent
    return None


_WRONG = re.compile("[\u00c2-\u00f4][\u0080-\u00bf]{1,3}")
_MOST_WRONG = 3
"""Characters of UTF-8 read as Latin-1, from which on a page is taken to be broken so; the real ones look like «Â©»."""


def _mended(html: str) -> str:
    """Text that was UTF-8 and was once read as Latin-1 ("Earth\u00e2\u0080\u0099s"), read as it was meant; quotation
    dashes and the ellipsis all begin so."""
    if html.count("\u00e2\u0080") < _MOST_WRONG:
        return html
    return _WRONG.sub(lambda found: _meant(found[0]), html)


def _meant(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return text


_TEMPLATE = re.compile(r"<template\b(?=([^<>]{0,500}\bshadowroot)?)", re.IGNORECASE)
_TEMPLATE_END = re.compile(r"</template\s*>", re.IGNORECASE)


def _shadowless(html: str) -> str:
    """A page with the content of its declarative shadow roots as part of it, as browsers show it."""
    return _TEMPLATE_END.sub("</div>", _TEMPLATE.sub(lambda found: "<div" if found[1] else "<div hidden", html))


_NOSCRIPT = re.compile(r"<(/?)(?:noscript|template)\b", re.IGNORECASE)


def scriptless(html: str) -> LexborHTMLParser:
    """The tree of a page as it is without scripts: with the content of noscript and of templates."""
    return tree(_NOSCRIPT.sub(r"<\1div", html))


_WITHHELD = re.compile(
    r"<(/?)(noscript|template|dialog|form|label|button|nav|object|canvas|svg|foreignobject|video|audio|menu|figure|fieldset"
    r"|figcaption|legend)\b",
    re.IGNORECASE,
)
"""Elements whose text is no story's but where a page has no other."""
_PARAGRAPHS = frozenset(("figcaption", "label", "legend"))
_SET_LARGE = re.compile(r"<h([2-6])\b[^<>]*>([^<]{100,2000}[.!?…]\s*)</h\1\s*>", re.IGNORECASE)
"""Whole sentences marked as a heading: some pages write all their paragraphs so."""
_OPENING = re.compile(r"<[a-zA-Z][^<>]{0,4000}>")
_VEILS = re.compile(
    r"""(?<=[\s"'])(?:hidden|aria-hidden|style)(?=[\s=>/])|(?:screen-?reader(?:-text|-only)?|visually-?hidden|sr-?only)(?=["'\s])""",
    re.IGNORECASE,
)


def bare(html: str) -> LexborHTMLParser:
    """The tree of a page with nothing hidden, and without buttons, figures and menus: all of it is text."""
    html = _WITHHELD.sub(lambda found: f"<{found[1]}{'p' if found[2].lower() in _PARAGRAPHS else 'div'}", html)
    html = _SET_LARGE.sub(r"<p>\2</p>", html)
    return tree(_OPENING.sub(lambda found: _VEILS.sub("data-was", found[0]), html))


def _depth(html: str) -> int:
    depth = deepest = 0
    for closing in _NESTING.findall(html.lower()):
        if not closing:
            depth += 1
            if depth > deepest:
                deepest = depth
        elif depth:
            depth -= 1
    return deepest


UNREAD = frozenset(
    "script style template link meta head title svg math canvas map object param form button input select textarea"
    " label dialog option nav menu base applet noframes".split()
)
"""Elements whose content is never part of a story's text."""

HEADS = frozenset("h1 h2 h3 h4 h5 h6".split())
"""Headings."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike"
    " strong sub sup time tt u var wbr nobr x-large amp-fit-text".split()
)
"""Elements that stand within a line."""


_ASKED = 8
_TOLD = 900
"""Fields that a form around a page has at most, and characters that it has at least."""
_TOLD_ALONE = 80
"""Characters of a paragraph in a form that asks for nothing."""


def is_whole_page(form: LexborNode) -> bool:
    """Whether a form is wrapped around paragraphs, the whole page's as some sites (ASP.NET) do or a post's (Reddit),
    and is not to be filled in."""
    told = form.css("p")
    if len(told) > 3:
        return True
    asked = len(form.css("input:not([type=hidden]), select, textarea"))
    if not asked and any(len(each.text()) > _TOLD_ALONE for each in told):
        return True
    return asked < _ASKED and len(form.text()) > _TOLD


_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def hides(style: str) -> bool:
    """Whether a style attribute hides its element."""
    style = style.lower()
    return ("none" in style or "hidden" in style) and _HIDDEN_STYLE.search(style) is not None


def hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element is there, but not for the eye."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if "style" in attributes and hides(attributes["style"] or ""):
        return True
    return "class" in attributes and bool((names := attributes["class"]) and named(names) & HIDDEN)


def called(node: LexborNode) -> str:
    """The name of an element in an explanation: its tag, class and id, and if it has no class or id, also those of the
    element around it."""
    own = named = _tag(node)
    above = node.parent
    while " " not in named and above is not None and above.tag != "body":
        named, above = _tag(above), above.parent
    return own if named == own or " " not in named else f"{own} in {named}"


_LONGEST_NAMES = 60


def _tag(node: LexborNode) -> str:
    """The tag of an element with its class and id alone."""
    given = node.attributes
    told = [(key, shorten(given.get(key) or "", _LONGEST_NAMES)) for key in ("class", "id")]
    names = "".join(f' {key}="{value}"' if " " in value else f" {key}={value}" for key, value in told if value)
    return f"<{node.tag}{names}>"


def beside(node: LexborNode, *, back: bool = False) -> LexborNode | None:
    """The element just before or just after another."""
    each = node.prev if back else node.next
    while each is not None and each.tag in ("-text", "-comment"):
        each = each.prev if back else each.next
    return each


def first_of(node: LexborNode, tags: Container[str]) -> LexborNode | None:
    """The first element with one of these tags, in a small element: parsing a selector takes longer than walking ten
    elements."""
    for inner in node.traverse():
        if inner.tag in tags:
            return inner
    return None


class _Nested(Protocol):
    """Something inside another of its kind: an element, a box."""

    @property
    def parent(self) -> Self | None: ...


_Inner = TypeVar("_Inner", bound=_Nested)


def upward(inner: _Inner | None) -> Iterator[_Inner]:
    """An element (or a box) and everything around it, from the inside out; nothing for None."""
    while inner is not None:
        yield inner
        inner = inner.parent


def holds(outer: LexborNode, node: LexborNode) -> bool:
    """Whether an element is inside another."""
    above, wanted = node.parent, outer.mem_id
    while above is not None:  # not `upward`: a page asks this some thousand times, of elements that stand deep
        if above.mem_id == wanted:
            return True
        above = above.parent
    return False


def is_shown_later(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether paragraphs are hidden by their visibility alone: a script shows them once the page is loaded, or
    scrolled; or what a button right below them shows ("Read more")."""
    style = attributes.get("style") or ""
    if _is_button_for_more(beside(node)):
        return sum(said(each.text()) > 80 for each in node.css("p")) > 1
    if "visibility" not in style or "hidden" in attributes or _GONE.search(style):
        return False
    told = [text for each in node.css("p") if said(text := each.text()) > 80]
    return len(told) > 1 or (len(told) == 1 and len(node.text()) < 1.5 * len(told[0]))


def _is_button_for_more(node: LexborNode | None) -> bool:
    """Whether an element, or all that it holds, is a button or link that says "Read more"."""
    if node is not None and node.tag in ("div", "p", "span") and (inner := node.css_first("button, a")) is not None:
        node = inner if len(node.text(strip=True)) == len(inner.text(strip=True)) else None
    return node is not None and node.tag in ("button", "a") and says_only_more(one_line(node.text()))


_GONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
