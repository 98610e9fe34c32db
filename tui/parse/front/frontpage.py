"""What a page of a site offers: its feeds, its sections, and the stories it links to, in reading order."""

import re

from selectolax.lexbor import LexborHTMLParser

from tui import address
from tui.errors import ParseError
from tui.model import FrontPage
from tui.parse.front.cards import entries_of
from tui.parse.front.feed_links import feeds_of
from tui.parse.front.home import Head, Home, web_address
from tui.parse.front.links import links_of
from tui.parse.front.listed import FEW, listed, with_state
from tui.parse.front.sections import sections_of
from tui.parse.front.stories import heed_habits, stories_of
from tui.parse.language import declared, language_tag
from tui.parse.page.addresses import word_count
from tui.parse.page.tree import tree, uncollected
from tui.text import line


def frontpage(html: str, url: str) -> FrontPage:
    """What a front page or section page offers; if that is nothing, an empty page with a notice that says why."""
    with uncollected():
        try:
            return _offered(tree(html), url)
        except ParseError as error:
            return FrontPage(name=address.host(url), url=web_address(url) or line(url), notice=str(error))


def _offered(parser: LexborHTMLParser, url: str) -> FrontPage:
    head = Head(parser, url)
    home = Home(
        head, url, _name(head, url), language_tag(*declared(parser.root), *map(head.metas.get, _LANGUAGE_METAS))
    )
    links = links_of(parser, home)
    heed_habits(links, home)
    named = listed(parser, home)
    stories = stories_of(links, named, home)
    entries = entries_of(stories, named, links, home)
    if len(entries) < FEW:
        entries = with_state(entries, parser, home)
    feeds = feeds_of(head, links, home)
    sections = sections_of(links, set(stories), home)
    root = next((each["href"] for each in head.links if each.get("rel") == "https://api.w.org/"), None)
    wordpress = web_address(address.join(head.base, root)) if root else ""
    notice = "" if entries or feeds or wordpress else _notice(parser)
    return FrontPage(
        name=home.name,
        url=web_address(url) or line(url),
        feeds=feeds,
        sections=sections,
        entries=entries,
        wordpress=wordpress,
        language=home.language,
        notice=notice,
    )


_LANGUAGE_METAS = ("content-language", "og:locale", "language")
_SEPARATORS = re.compile(r"(?<!\s)\s+[|•·»«›:–—\-]+\s+|(?:(?<!\s)\s+)?[|»«]\s*|\s[–—]|:\s")


def _name(head: Head, url: str) -> str:
    """The name that the site gives itself."""
    label = address.registrable(url).partition(".")[0]
    for name in ("og:site_name", "application-name", "apple-mobile-web-app-title"):
        if (found := line(head.metas.get(name, ""))) and len(found) <= 60:
            return found
    parts = [part.strip() for part in _SEPARATORS.split(head.title or "") if part.strip()]
    squashed = re.sub(r"[\W_]", "", label.casefold())
    for part in sorted(parts, key=len):
        plain = re.sub(r"[\W_]", "", part.casefold())
        if len(plain) >= 3 and (plain in squashed or squashed in plain) and len(part) <= 50:
            return part
    if parts and len(parts[0]) <= 40:
        at_front = not address.split(url)[2].strip("/")
        return parts[0] if at_front or len(parts) == 1 else parts[-1]
    return address.host(url).removeprefix("www.")


_WALLS = (
    (
        re.compile(r"captcha|cf-challenge|challenge-platform|just a moment|are you (?:a )?(?:human|robot)|access denied|unusual traffic|bot detection", re.IGNORECASE),
        "This site asks every visitor to prove not to be a machine before it shows its page.",
    ),
    (
        re.compile(r"consent|cookie ?wall|gdpr|sourcepoint|onetrust|didomi|privacy-?manager|cmp[-_.]", re.IGNORECASE),
        "This page shows nothing before its question about cookies is answered.",
    ),
)  # fmt: skip


EMPTY = "No stories were found on this page."
"""The notice of a page with nothing in the way of its stories: there may be some tomorrow."""


def _notice(parser: LexborHTMLParser) -> str:
    """Why a page offers nothing, in one sentence."""
    body = parser.body
    words = line(body.text(separator=" ")[:20_000]) if body is not None else ""
    if parser.css_first('input[type="password"]') is not None and word_count(words) < 400:
        return "This page asks for a login before it shows anything."
    scripts = len(parser.css("script"))
    title = parser.css_first("title")
    head = (title.text() if title is not None else "") + " " + words[:3000]
    if word_count(words) < 250:
        for pattern, sentence in _WALLS:
            if pattern.search(head) or (pattern.search((parser.html or "")[:20_000]) and word_count(words) < 60):
                return sentence
    if scripts and word_count(words) < 120:
        return "This page is empty until its scripts run, so there are no stories to read in it."
    return EMPTY
