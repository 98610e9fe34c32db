"""A story on several pages: the address of the next one, and the pages joined."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui import address
from tui.model import Article
from tui.parse.page.markup import Markup
from tui.parse.page.metadata import Metadata
from tui.parse.story.boxes import Box
from tui.parse.story.length import reading_minutes
from tui.values import replace

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


_MOST_LINKS = 200


def next_page(page: Markup, boxes: list[Box], url: str, facts: Metadata) -> str:
    """The address of this story's next page: one that differs from this one's only by a page number."""
    this = _numbered(url) or (_numbered(facts.canonical) if facts.canonical else None)
    found = _offered(page, boxes, url, facts, this[1] + 1 if this else 2)
    if not found:
        return ""
    here = {(_undressed(url), 1), this} if this is None or this[1] == 1 else {this}
    here |= {(_undressed(url), 0)} if this is None and any(_FROM_NOUGHT.search(each) for each in found) else set()
    for each in found:
        following = _numbered(each) if each and address.same_site(each, url) else None
        if following and (following[0], following[1] - 1) in here:
            return each
    return ""


def _offered(page: Markup, boxes: list[Box], url: str, facts: Metadata, number: int) -> list[str]:
    """The addresses that may be the next page's: those that the page's head names, then links in navigation with the
    next number (or with one that a second page has), then those in elements named like a pager."""
    follows = re.compile(rf"(?<!\d)0*(?:1|2|{number})(?!\d)").search
    found = [facts.next_page] if facts.next_page else []
    figure = str(number)
    for link, attributes in page.leads:
        href = attributes["href"] or ""
        if ("1" in href or "2" in href or figure in href) and follows(href) and _leads_on(link, attributes):
            found.append(address.clean(address.join(url, href)))
            if len(found) > _MOST_LINKS:
                break
    for box in boxes:
        if "pag" in box.names and box.text < 400 and _PAGES.search(box.names) and len(found) < 60:
            links = [box.node] if box.tag == "a" else box.node.css("a[href]")
            found += [address.clean(address.join(url, link.attributes.get("href") or "")) for link in links[:20]]
    return found


def _leads_on(link: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether a link says that it leads to what comes next, or stands in navigation."""
    if "next" in (attributes.get("rel") or "").split():
        return True
    above = link.parent
    while above is not None and above.tag != "nav":
        above = above.parent
    return above is not None


_FROM_NOUGHT = re.compile(r"[?&]page=0(?:%2C|,)1(?:&|$)|[?&]page=1(?:&|$)")
"""The second page of sites that count pages from 0, the first one being without a number (Drupal)."""
_PAGE_OF = re.compile(r"(?<=[?&]page=)0(?:%2C|,)(?=\d)", re.IGNORECASE)
"""A pager that is the second of its page (Drupal): "page=0,1"."""


def _numbered(url: str) -> tuple[str, int] | None:
    """(an address without its page number, the number), if it has a number that can be a page's."""
    bare = url.partition("#")[0]
    if "=0" in bare:
        bare = _PAGE_OF.sub("", bare)
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


def join(first: Article, next_pages: Sequence[Article]) -> Article:
    """One story from several pages, in their order, without what a later page repeats."""
    joined = list(first.blocks)
    seen = set(joined)
    for page in next_pages:
        joined.extend(block for block in page.blocks if block not in seen)
        seen.update(page.blocks)
    last = next_pages[-1] if next_pages else first
    kept = tuple(joined)
    parted = tuple(dict.fromkeys(word for page in (first, *next_pages) for word in page.parted))
    return replace(first, blocks=kept, parted=parted, next_page=last.next_page, reading_minutes=reading_minutes(kept))
