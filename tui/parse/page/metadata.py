"""The facts of a page: what its JSON-LD, OpenGraph, meta, itemprop, time and link elements say, and which of them to
believe."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from selectolax.lexbor import LexborNode

from tui import address
from tui.parse.language import declared, language_tag
from tui.parse.page import jsonld
from tui.parse.page.authors import authors_of
from tui.parse.page.jsonld import plain_text, text_of
from tui.parse.page.markup import Markup
from tui.parse.page.published import published_of, updated_of, visible_of
from tui.parse.page.signature import Signed, signed_near
from tui.parse.page.titles import Headline, heading_of, headline_of, in_breadcrumbs
from tui.parse.page.tree import hidden
from tui.parse.page.words import words
from tui.text import folded, line

_WORDS_OF_HEADLINE = 4
"""Words of an h1 that may be a headline though no title of the page has them."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself, cleaned; empty where it says nothing."""

    headline: str = ""
    headlines: tuple[str, ...] = ()
    """Every wording of the headline on the page, the site's name cut off."""
    kicker: str = ""
    section_url: str = ""
    description: str = ""
    """What it says of itself in a sentence or two; often the standfirst."""
    descriptions: tuple[str, ...] = ()
    """Every wording of it."""
    standfirst: tuple[str, ...] = ()
    """The sentences that stand between the headline and the line that signs the story, a line each."""
    authors: tuple[str, ...] = ()
    byline_role: str = ""
    published: datetime | None = None
    visible: datetime | None = None
    """Where the head does not date the story: when a line near the headline or the address says that it was
    published."""
    updated: datetime | None = None
    language: str = ""
    canonical: str = ""
    site_name: str = ""
    publisher: str = ""
    """Whose outlet it is: its publisher, or what that belongs to; "" where JSON-LD names none."""
    tags: tuple[str, ...] = ()
    paywalled: bool = False
    kind: str = ""
    """"story", "video", "gallery", "list", "page", or "" where it does not say."""
    body: str = ""
    """JSON-LD's articleBody as it stands, which may hold tags and entities (`told` reads it), or ""."""
    entries: tuple[tuple[str, str], ...] = ()
    """(headline, text) of each entry of a live blog, as JSON-LD tells it."""
    picture: str = ""
    next_page: str = ""
    h1: tuple[str, ...] = ()
    """The page's first headings, as they stand."""
    sources: tuple[tuple[str, str], ...] = ()
    """(fact, where it came from), for `explain`."""


def metadata(page: Markup, url: str) -> Metadata:
    """The facts of a page, each from the most reliable place that states it."""
    titles = [line(value) for value in (page.get("og:title"), page.get("twitter:title"), page.title) if value]
    h1 = [(node, words(node)) for node in page.h1[:6] if not in_breadcrumbs(node)]
    story = jsonld.story_of(page.objects, url, [*titles, *(text for _, text in h1)])
    language = _language(page, story)
    site_name = _site_name(page, story, url)
    headline = headline_of(page, story, site_name, url, h1)
    headline, near = _signed(page, headline, h1, language)
    signed = authors_of(page, story, site_name, url, language, near)
    published, dated = published_of(page, story, language, near, url)
    updated = updated_of(page, story, language) or near.updated
    kicker, section_url = _section(page, story, url)
    descriptions = _descriptions(page, story)
    return Metadata(
        headline=headline.text,
        headlines=headline.wordings,
        kicker=kicker,
        section_url=section_url,
        description=descriptions[0] if descriptions else "",
        descriptions=descriptions,
        standfirst=near.standfirst,
        authors=signed.names,
        byline_role=signed.role,
        published=published,
        visible=None if published else visible_of(page, near, url, language),
        updated=updated if updated and (not published or updated > published) else None,
        language=language,
        canonical=_canonical(page, url),
        site_name=site_name,
        publisher=_publisher(page, story),
        tags=_tags(page, story),
        paywalled=_paywalled(page, story),
        kind=_kind(page, story),
        body=_body(story),
        entries=_entries(story),
        picture=_picture(page, story, url),
        next_page=next((address.clean(address.join(url, href)) for rel, href, _ in page.links if rel == "next"), ""),
        h1=tuple(text for _, text in h1 if text),
        sources=(("headline", headline.where), ("authors", signed.where), ("published", dated)),
    )


def _signed(
    page: Markup, headline: Headline, h1: Sequence[tuple[LexborNode, str]], language: str
) -> tuple[Headline, Signed]:
    """The headline, and who signs below it; a lone h1 that is signed is the headline, whatever the head says."""
    node = heading_of(page, headline, h1)
    near = signed_near(node, language) if node is not None else Signed()
    if (
        headline.where.startswith("h1")
        or len(h1) != 1
        or len(h1[0][1].split()) < _WORDS_OF_HEADLINE
        or hidden(h1[0][0].attributes)
    ):
        return headline, near
    lone = near if node is not None and node.mem_id == h1[0][0].mem_id else signed_near(h1[0][0], language)
    if not (lone.said and lone.names):
        return headline, near
    return Headline(h1[0][1], (h1[0][1], *headline.wordings), "h1"), lone


def _descriptions(page: Markup, story: dict[str, Any]) -> tuple[str, ...]:
    given = (
        story.get("description"),
        page.get("og:description"),
        page.get("description"),
        page.get("twitter:description"),
    )
    found = [plain_text(value) for value in given if isinstance(value, str)]
    return tuple(dict.fromkeys(filter(None, found)))


def _canonical(page: Markup, url: str) -> str:
    given = page.canonical or page.get("og:url")
    canonical = address.clean(address.join(url, given)) if given else ""
    return canonical if address.same_site(canonical, url) or not url else ""


def _body(story: dict[str, Any]) -> str:
    body = story.get("articleBody") or story.get("reviewBody") or ""
    body = "\n".join(map(str, body)) if isinstance(body, list) else body
    return body if isinstance(body, str) else ""


def _entries(story: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The entries of a live blog, each with its headline and its text."""
    updates = story.get("liveBlogUpdate")
    given = [each for each in updates[:_MOST_UPDATES] if isinstance(each, dict)] if isinstance(updates, list) else []
    return tuple((text_of(each.get("headline")), str(each.get("articleBody") or "")) for each in given)


_MOST_UPDATES = 500
"""Entries of a live blog."""


def _picture(page: Markup, story: dict[str, Any], url: str) -> str:
    given = page.get("og:image", "og:image:url", "twitter:image", "twitter:image:src")
    return address.clean(address.join(url, given or jsonld.url_of(story.get("image"))))


def _language(page: Markup, story: dict[str, Any]) -> str:
    told = (page.get("content-language"), jsonld.text_of(story.get("inLanguage")))
    return language_tag(
        *declared(page.root), *told, page.get("og:locale"), page.get("language"), page.get("dc.language")
    )


def _site_name(page: Markup, story: dict[str, Any], url: str) -> str:
    name = line(unescape(page.get("og:site_name", "application-name"))) or jsonld.text_of(story.get("publisher"))
    if not name:
        name = next(
            (
                jsonld.text_of(each.get("name"))
                for each in page.objects
                if jsonld.types(each) & {"WebSite", "NewsMediaOrganization", "Organization"} and each.get("name")
            ),
            "",
        )
    if not name or len(name) > 60:
        name = address.host(url).removeprefix("www.")
    return name


def _publisher(page: Markup, story: dict[str, Any]) -> str:
    """The publisher that JSON-LD names, or the outermost organization that it belongs to."""
    name, given = "", story.get("publisher") or story.get("sourceOrganization")
    for _ in range(_PARENTS):
        given = jsonld.referred(given[0] if isinstance(given, list) and given else given, page.objects)
        name = jsonld.text_of(given)[:_MOST_OF_A_NAME] or name
        given = given.get("parentOrganization") if isinstance(given, dict) else None
        if not given:
            break
    return name


_PARENTS = 4
"""Organizations, one inside the other, that are looked at: a paper, its publisher, the group."""
_MOST_OF_A_NAME = 100

_HOME = frozenset(
    (
        *"home startseite start accueil inicio início forside hjem etusivu главная 首页 トップ ホーム 홈".split(),
        "ana sayfa",
        "strona główna",
    )
)
"""What the first crumb is called, folded: no section."""


def _section(page: Markup, story: dict[str, Any], url: str) -> tuple[str, str]:
    """(the section's name, its address): from JSON-LD, meta, or the last crumb but one."""
    name = jsonld.text_of(story.get("articleSection")).split(",")[0] or line(
        unescape(page.get("article:section", "og:article:section", "parsely-section", "section"))
    )
    crumbs = _crumbs(page, url)
    for text, link in crumbs:
        if name and folded(text) == folded(name):
            return text, link
    if not name and crumbs:
        return crumbs[-1] if len(crumbs) < 3 else crumbs[1]
    if not name and page.categories:
        first = page.categories[0]
        return words(first).strip(" -–—|/#"), address.clean(address.join(url, first.attributes.get("href") or ""))
    if len(name) >= 60:
        return "", ""
    for node in page.categories:
        if folded(words(node)) == folded(name):
            return name, address.clean(address.join(url, node.attributes.get("href") or ""))
    return name, ""


def _crumbs(page: Markup, url: str) -> list[tuple[str, str]]:
    """(name, address) of the sections above this page, from the outside in."""
    found: list[tuple[str, str]] = []
    for each in page.objects:
        items = each.get("itemListElement")
        if "BreadcrumbList" not in jsonld.types(each) or not isinstance(items, list):
            continue
        for item in items:
            if isinstance(item, dict):
                target = item.get("item")
                text = jsonld.text_of(item.get("name")) or jsonld.text_of(target)
                found.append((text, address.clean(address.join(url, jsonld.url_of(target)))))
    return [
        (text, link)
        for text, link in found
        if text and link and address.key(link) != address.key(url) and folded(text) not in _HOME and len(text) < 40
    ]


def _tags(page: Markup, story: dict[str, Any]) -> tuple[str, ...]:
    found = [line(unescape(value)) for value in page.meta.get("article:tag", ())]
    given: Any = story.get("keywords") or page.get("news_keywords", "keywords", "parsely-tags")
    parts = given if isinstance(given, list) else [given] if given else []
    for part in parts:
        if isinstance(part, str):
            found.extend(line(unescape(each)) for each in re.split(r"[,;،、]", part))
        else:
            found.append(jsonld.text_of(part))
    kept = [tag for tag in found if tag and len(tag) < 60 and not re.match(r"https?:|[\w-]+:[\w/-]+$", tag)]
    return tuple(dict.fromkeys(kept))[:20]


def _paywalled(page: Markup, story: dict[str, Any]) -> bool:
    free = story.get("isAccessibleForFree")
    if isinstance(free, str):
        free = free.strip().lower() not in ("false", "no", "0")
    if free is False:
        return True
    return page.get("article:content_tier", "og:article:content_tier", "content_tier").lower() in (
        "locked",
        "metered",
        "paid",
        "premium",
    )


def _kind(page: Markup, story: dict[str, Any]) -> str:
    given = page.get("og:type").lower()
    kinds = set().union(*(jsonld.types(each) for each in page.objects)) if page.objects else set()
    if story or given == "article":
        return "story"
    if "VideoObject" in kinds or given.startswith("video"):
        return "video"
    if "ImageGallery" in kinds:
        return "gallery"
    if kinds & jsonld.LIST_TYPES:
        return "list"
    return "page" if given == "website" else ""
