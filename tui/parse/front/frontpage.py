"""What a page of a site offers: its feeds, its sections, and the stories it links, in reading order.

A story is told by the shape of its address, by how its link stands (a headline, a card, a picture and a headline of one address, not a
menu) and by its words; then addresses and places that look like many sure stories help the doubtful ones, and the other way round.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tui import address
from tui.errors import ParseError
from tui.model import Entry, FrontPage, Kind, Offer
from tui.parse.dates import moment
from tui.parse.front.links import (
    AD,
    CARD,
    CLEAN,
    CRUMB,
    EDITION,
    FOOT,
    HEAD,
    JUNK,
    NAV,
    PAGE_FILE,
    TRAIL,
    Box,
    Head,
    Home,
    Link,
    day_of,
    host_of,
    judge,
    lines_of,
    links_of,
    picture_of,
    web_address,
    whole,
    word_count,
    word_set,
)
from tui.parse.front.sections import sections_of
from tui.parse.page.html import tree
from tui.text import line, shorten

STORIES = 400
"""At most so many stories of one page."""
FEEDS = 40
"""At most so many feeds of one page."""

# Reading


def frontpage(html: str, url: str) -> FrontPage:
    """What a front page or section page offers; any text gives one, if need be an empty one with a notice."""
    try:
        parser = tree(html)
    except ParseError as error:
        return FrontPage(name=address.host(url), url=web_address(url) or line(url), notice=str(error))
    head = Head(parser, url)
    home = Home(head, url, _name(head, url), _language(parser, head))
    links = links_of(parser, home)
    listed = _listed(parser, home)
    stories = _stories(links, listed, home)
    entries = _entries(stories, listed, links, home)
    if len(entries) < _FEW:
        entries = _with_state(entries, parser, home)
    feeds = _feeds(head, links, home)
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


# Stories


@dataclass(slots=True)
class _Story:
    """A story as it is linked, perhaps several times."""

    key: str
    url: str
    links: list[Link]
    score: float = 0.0
    title: str = ""


_STORY = 3.0
"""The score from which on a link is a story."""
_MOST = 7.2
"""The most that words, place and company can add to what an address says."""


def _stories(links: list[Link], listed: dict[str, Entry], home: Home) -> dict[str, _Story]:
    """Key → story, in order of first mention, of all links that look like one."""
    groups: dict[str, _Story] = {}
    here = {home.key, *home.keys}
    for link in links:
        key = link.key
        if not link.own or key in here or ("/" in home.key and key.startswith(home.key + "?")):
            continue  # this page, or another view of it: its next part, or another order
        if key in groups:
            groups[key].links.append(link)
        elif "/" in key or "?" in key:
            groups[key] = _Story(key, link.url, [link])
    written = {(text, link.key) for link in links if link.own for _, text in link.lines}
    written.update((link.text, link.key) for link in links if link.own and len(link.lines) > 1)
    # what stands on links of several stories ("Read more", "Comments") is no headline
    times = Counter(text for text, _ in written)
    worn = {text for text, count in times.items() if count > 2 or (count == 2 and word_count(text) <= 2)}
    for story in groups.values():
        story.score = judge(story.url).score + home.host_score(story.links[0].host)
        if story.key in listed:
            story.score += 3.0
        if story.score + _MOST >= _STORY:
            story.title = _title(story.links, worn)
            units = word_count(story.title)
            story.score += _text_score(units) + _place_score(story, units)
    shapes: dict[str, list[_Story]] = defaultdict(list)
    places: dict[tuple[str, tuple[str, ...]], list[_Story]] = defaultdict(list)
    for story in groups.values():
        shapes[judge(story.url).shape].append(story)
        for place in {(link.signature, link.box.path) for link in story.links}:
            places[place].append(story)
    before = {story.key: story.score for story in groups.values()}
    for families in (shapes.values(), places.values()):
        for members in families:
            if len(members) < 3:
                continue
            sure = sum([before[member.key] >= 3.5 for member in members])
            share = sure / len(members)
            for member in members:
                if sure >= 3 and share >= 0.6:
                    member.score += 1.0
                elif len(members) >= 4 and share < 0.2:
                    member.score -= 1.0
    return {story.key: story for story in groups.values() if story.score >= _STORY and story.title}


def _text_score(units: float) -> float:
    if units >= 6:
        return 2.0
    if units >= 4:
        return 1.5
    if units >= 3:
        return 0.5
    return -0.5 if units >= 2 else -2.0 if units else -4.0


def _place_score(story: _Story, units: float) -> float:
    best = -9.0
    for link in story.links:
        flags = link.flags
        score = 0.0
        if link.prose and not link.box.heading:
            score -= 2.5
        if flags & (NAV | FOOT) and units < 3:
            score -= 1.5
        if link.box.heading or "title" in [kind for kind, _ in link.lines]:
            score += 2.0
        if flags & NAV:
            score -= 2.5
        if flags & FOOT:
            score -= 2.5
        if flags & HEAD:
            score -= 0.7
        if flags & (TRAIL | CRUMB):
            score -= 2.0
        if flags & JUNK:
            score -= 1.5
        if flags & AD:
            score -= 2.5
        if flags & EDITION:
            score -= 2.0
        if flags & CARD:
            score += 0.5
        if link.rel and ("tag" in link.rel or "author" in link.rel or "sponsored" in link.rel):
            score -= 5.0
        best = max(best, score)
    if len(story.links) > 1 and any(link.image is not None for link in story.links):
        best += 0.7
    return best


_CLOCK = re.compile(
    r"^[\W\d]*$|^(?:\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?|uhr|h)?\b.{0,12}|\d+\s*(?:[smhd]|min|mins|hrs?)\b.{0,6})$",
    re.IGNORECASE,
)


def _title(links: list[Link], worn: set[str]) -> str:
    """The best headline that a story is linked with."""
    best, best_score = "", -99.0
    for link in links:
        for text, score in (_headline(link), (link.label, -0.5)):
            if score <= best_score or not text:
                continue
            text = text[:500].strip(_EDGES)
            units = word_count(text)
            if not units or text in worn or (not text[0].isalpha() and _CLOCK.match(text)):
                continue
            if units < 3:
                score -= 2.0
            if units < 2 and len(text) < 8:
                score -= 1.0
            if units > 30:
                score -= 2.5
            if link.flags & (NAV | FOOT):
                score -= 1.0
            if link.prose:
                score -= 1.5
            if score > best_score:
                best, best_score = text, score
    return best


_EDGES = " •·●▪■▶►»›|/-–—:"


def _headline(link: Link) -> tuple[str, float]:
    """What could be the headline in a link, and how much it looks like one."""
    titles: list[str] = []
    plain: list[str] = []
    rest: list[str] = []
    for kind, text in link.lines:
        if kind == "title":
            titles.append(text)
        elif kind != "plain":
            rest.append(text)
        elif text[0].isalpha() or not _CLOCK.match(text):
            plain.append(text)
    if link.box.heading:
        return " ".join(titles or plain or [text for _, text in link.lines]), 3.0
    if titles:
        return titles[0] if len(titles[0]) > 12 or len(titles) == 1 else max(titles, key=len), 2.8
    if plain:
        return (plain[0], 2.0) if len(plain) == 1 else (_head_of(plain), 1.8)
    return max(rest, key=len, default=""), 0.8


def _head_of(plain: list[str]) -> str:
    """The headline among lines that nothing marks as one: the first that is more than a label, or what the label stands over."""
    for place, text in enumerate(plain[:4]):
        units = word_count(text)
        after = plain[place + 1] if place + 1 < len(plain) else ""
        label = units <= 4 and 5 <= word_count(after) <= 25 and after[-1] not in ".。।…"
        if units >= 4 and not label:
            return text
    return max(plain[:4], key=len)


def _entries(stories: dict[str, _Story], listed: dict[str, Entry], links: list[Link], home: Home) -> tuple[Entry, ...]:
    """The stories as entries, with what their cards and the page's own list say beside the headline."""
    for link in links:
        key = link.key if link.key in stories else None
        box: Box | None = link.box
        while box is not None and key is not None and box.story != "":
            if box.story is None:
                box.story = key
            elif box.story != key:
                break
            box = box.parent
        while box is not None and key is not None and box.story != "":
            box.story = ""
            box = box.parent
    found = []
    first = {
        story.key: min(
            (each.order for each in story.links if not each.flags & (NAV | HEAD)), default=story.links[0].order
        )
        for story in stories.values()
    }
    for story in sorted(stories.values(), key=lambda each: first[each.key])[:STORIES]:
        said = listed.get(story.key)
        summary, published, picture = _card(story, home)
        if said is not None:
            summary, published, picture = summary or said.summary, published or said.published, picture or said.picture
        if published is None and judge(story.url).dated:
            published = day_of(story.url)
        found.append(Entry(title=story.title, url=story.url, summary=summary, published=published, picture=picture))
    linked = {link.key for link in links} if listed else set()
    for key, entry in listed.items():
        likely = judge(entry.url).score + home.host_score(host_of(entry.url)) >= -2.0
        if likely and key not in linked and key not in home.keys and word_count(entry.title) >= 3:
            found.append(entry)
    return tuple(found[:STORIES])


_LONGEST_CARD = 10_000
"""Characters in a card, white space and all."""
_LARGEST_CARD = 12
"""Links of the largest element that is still one story's."""
_ENOUGH = {"summary": 5, "plain": 8}
"""Words of a line that can be a summary, by its kind."""


def _card(story: _Story, home: Home) -> tuple[str, datetime | None, str]:
    """(summary, date, picture) from what stands around a story's links, where only this story is linked."""
    summary, published, picture = "", None, ""
    title = story.title.casefold()
    seen: set[int] = set()
    for link in story.links[:6]:
        node, box = link.node, link.box
        while (
            box.parent is not None
            and box.story == story.key
            and box.anchors <= _LARGEST_CARD
            and box.tag not in ("body", "main")
        ):
            node, box = node.parent or node, box.parent
        if node.mem_id in seen:
            continue
        seen.add(node.mem_id)
        if not picture and link.image is not None:
            picture = picture_of(link.image, home)
        if not picture and node is not link.node and (inside := node.css_first("img")) is not None:
            picture = picture_of(inside, home)
        if node is link.node and len(link.lines) < 2:
            continue
        written = node.text()
        if not len(story.title) + 12 <= len(written) <= _LONGEST_CARD:
            continue
        if published is None and (time := node.css_first("time")) is not None:
            published = moment(time.attributes.get("datetime") or "", home.language)
            published = published or moment(time.text(), home.language)
        if (summary and published is not None) or " ".join(written.split()) == story.title:
            continue
        for kind, text in lines_of(node):
            if kind == "aside" and published is None and 6 <= len(text) <= 60 and any(sign.isdigit() for sign in text):
                published = moment(text, home.language)
            enough = _ENOUGH.get(kind)
            if enough and not summary and word_count(text) >= enough and title not in text.casefold():
                summary = shorten(_without_links(text, story), 600)
    return summary, published, picture


def _without_links(summary: str, story: _Story) -> str:
    """A summary without the "Read more" behind it."""
    for link in story.links:
        if link.text and len(link.text) < 40 and summary.endswith(link.text):
            summary = summary.removesuffix(link.text).rstrip(" »›>…|-–") or summary
    return summary


# What a page says in JSON

_FEW = 4
"""With fewer stories linked than this, a page's JSON is looked into."""
_JSON_LIMIT = 3_000_000
_NODES = 120_000
_STORY_TYPES = word_set(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting Report ReviewNewsArticle WebPage"
)
_LIST_TYPES = word_set("ItemList CollectionPage WebPage WebSite Blog")
_NOT_LISTS = word_set(
    "BreadcrumbList SiteNavigationElement VideoObject VideoGallery Person Product FAQPage ImageGallery LiveBlogPosting"
)


def _types(given: dict[str, Any]) -> set[str]:
    kind = given.get("@type")
    return {each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)}


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")


def _said(value: Any) -> str:
    """A JSON value as one line of text, or ""."""
    if isinstance(value, dict):
        value = next(
            (
                value[name]
                for name in ("rendered", "basic", "text", "default", "title", "headline", "name", "value")
                if name in value
            ),
            "",
        )
    return line(_TAG.sub(" ", unescape(value[:4000])))[:400] if isinstance(value, str) else ""


def _listed(parser: LexborHTMLParser, home: Home) -> dict[str, Entry]:
    """Key → entry of the stories that the page lists for machines (schema.org ItemList and its like)."""
    found: dict[str, Entry] = {}
    for script in parser.css('script[type="application/ld+json"]')[:20]:
        text = script.text()
        if len(text) > _JSON_LIMIT or not re.search(r"ItemList|itemListElement|hasPart|blogPost|NewsArticle", text):
            continue
        waiting: list[tuple[Any, bool]] = [(_parsed(text), False)]
        for _ in range(5_000):
            if not waiting:
                break
            value, in_list = waiting.pop()
            if isinstance(value, list):
                waiting.extend((each, in_list) for each in reversed(value[:STORIES]))
            elif isinstance(value, dict) and not _types(value) & _NOT_LISTS:
                inner = value.get("item") if isinstance(value.get("item"), dict) else value
                if in_list and isinstance(inner, dict) and not _types(inner) & _NOT_LISTS:
                    _list_entry(inner, value, found, home)
                waiting.extend(
                    (value[name], name not in ("mainEntity", "@graph"))
                    for name in ("itemListElement", "hasPart", "blogPost", "blogPosts", "mainEntity", "@graph")
                    if isinstance(value.get(name), list | dict)
                )
    return found if len(found) >= 2 else {}


def _list_entry(item: dict[str, Any], outer: dict[str, Any], found: dict[str, Entry], home: Home) -> None:
    given = item.get("url") or item.get("@id") or outer.get("url") or ""
    if not isinstance(given, str):
        return
    url = whole(web_address(address.join(home.base, given))) if given else ""
    key = address.key(url) if url else ""
    if not url or key == home.key or not home.owns(host_of(url)) or judge(url).score <= -4.0 or len(found) >= STORIES:
        return
    image = item.get("image") or item.get("thumbnailUrl") or ""
    while isinstance(image, list):
        image = image[0] if image else ""
    if isinstance(image, dict):
        image = image.get("url") or image.get("@id") or ""
    date = item.get("datePublished") or item.get("dateCreated") or ""
    found.setdefault(
        key,
        Entry(
            title=_said(item.get("headline") or item.get("name") or outer.get("name")),
            url=url,
            summary=shorten(_said(item.get("description")), 600),
            published=moment(date, home.language) if isinstance(date, str) else None,
            picture=web_address(address.join(home.base, image)) if isinstance(image, str) and image else "",
        ),
    )


_STATE = re.compile(r"^[\s;(]*(?:(?:window|self|globalThis|var|let|const)\b[\w.$\[\]'\" ]*=\s*(?:JSON\.parse\()?)")
_FLIGHT = re.compile(r"self\.__next_f\.push\(\s*(\[.*\])\s*\)", re.DOTALL)
_TITLE_NAMES = (
    "headline",
    "title",
    "titulo",
    "titre",
    "promoTitle",
    "shortHeadline",
    "displayTitle",
    "headlines",
    "name",
)
_ADDRESS_NAMES = (
    "url", "link", "href", "canonical_url", "canonicalUrl", "website_url", "websiteUrl", "webUrl", "permalink", "fullUrl", "articleUrl",
    "pageUrl", "shareUrl", "uri", "path", "locators", "seoUrl", "slug",
)  # fmt: skip
_DATE_NAMES = (
    "publishedAt", "datePublished", "published", "publishDate", "publish_date", "display_date", "displayDate", "firstPublished", "date",
    "pubDate", "publicationDate", "publishedDate", "first_publish_date", "published_at", "createdAt", "timestamp",
)  # fmt: skip
_SUMMARY_NAMES = ("description", "summary", "standfirst", "excerpt", "dek", "subtitle", "lead", "teaser", "abstract")


def _with_state(entries: tuple[Entry, ...], parser: LexborHTMLParser, home: Home) -> tuple[Entry, ...]:
    """The entries, and those that stand only in the data that the page's scripts would draw it from."""
    found = {address.key(entry.url): entry for entry in entries}
    for value in _states(parser):
        waiting = [value]
        for _ in range(_NODES):
            if not waiting or len(found) >= STORIES:
                break
            each = waiting.pop()
            if isinstance(each, list):
                waiting.extend(part for part in reversed(each) if isinstance(part, dict | list))
            elif isinstance(each, dict):
                entry = _state_entry(each, home)
                if entry is not None:
                    found.setdefault(address.key(entry.url), entry)
                waiting.extend(part for part in reversed(list(each.values())) if isinstance(part, dict | list))
    return tuple(found.values()) if len(found) - len(entries) >= 2 else entries


def _states(parser: LexborHTMLParser) -> Iterator[Any]:
    """The JSON that stands in a page's scripts, as far as it is JSON."""
    room = _JSON_LIMIT
    flight: list[str] = []
    for script in parser.css("script:not([src])")[:80]:
        kind = (script.attributes.get("type") or "").lower()
        text = script.text()
        room -= len(text)
        if room < 0:
            return
        if "json" in kind and "ld+json" not in kind:
            yield _parsed(text)
        elif kind in ("", "text/javascript", "application/javascript") and len(text) > 200:
            if pushed := _FLIGHT.search(text):
                part = _parsed(pushed[1])
                if isinstance(part, list) and len(part) > 1 and isinstance(part[1], str):
                    flight.append(part[1])
            elif opened := _STATE.match(text):
                yield _opened(text[opened.end() :])
    for row in "".join(flight).split("\n"):
        _, mark, body = row.partition(":")
        if mark and body[:1] in ("[", "{"):
            yield _opened(body)


_DECODER = json.JSONDecoder(strict=False)


def _opened(text: str) -> Any:
    """The JSON value that a text begins with; what stands behind it is left alone."""
    text = text.lstrip()
    try:
        value, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return _parsed(value) if isinstance(value, str) and value[:1] in ("{", "[") else value


def _state_entry(given: dict[str, Any], home: Home) -> Entry | None:
    title = next((said for name in _TITLE_NAMES if name in given and word_count(said := _said(given[name])) >= 3), "")
    if not title:
        return None
    for name in _ADDRESS_NAMES:
        value = given.get(name)
        if not isinstance(value, str) or not value or len(value) > 1000:
            continue
        if not value.startswith(("http", "/")) and not (name == "slug" and "/" in value):
            continue
        url = whole(web_address(address.join(home.base, value)))
        if not url or not home.owns(host_of(url)) or address.key(url) in (home.key, *home.keys):
            continue
        if judge(url).score + home.host_score(host_of(url)) + (1.0 if word_count(title) >= 4 else 0.0) < 2.0:
            continue
        date = next((given[name] for name in _DATE_NAMES if isinstance(given.get(name), str | int)), "")
        summary = next((said for name in _SUMMARY_NAMES if name in given and (said := _said(given[name]))), "")
        return Entry(
            title=title,
            url=url,
            summary=shorten(summary, 600),
            published=moment(str(date), home.language) or day_of(url),
        )
    return None


# Feeds

_FEED_TYPES = word_set(
    "application/rss+xml application/atom+xml application/rdf+xml application/feed+json application/x.atom+xml application/x-atom+xml"
    " text/rss+xml text/rss text/atom text/xml application/xml application/rss application/atom text/rdf"
)
_FEED_PATH = re.compile(
    r"(?:^|[/_.\-])(?:rss\d?|atom|rdf|feeds?|xml|syndication)(?:[/_.\-]?(?:rss|xml|atom|rdf|php|aspx?|json|jsp|index|full|all|latest|news|default|20|2|1))*/?$"
    r"|\.(?:rss|rdf|atom)$|(?:^|/)(?:rss|feeds?|xml)/[^?]*\.(?:xml|rss|rdf|atom|json)$|/(?:rss|atom|feed|index|feeds)\.(?:xml|json)$",
    re.IGNORECASE,
)
_FEED_QUERY = re.compile(
    r"(?:^|&)(?:feed=(?:rss2?|atom|rdf|feed)|(?:format|type|output|alt|view)=(?:rss|atom|feed))(?:&|$)", re.IGNORECASE
)
_FEED_HOSTS = re.compile(r"^(?:feeds?|rss)\d?\.", re.IGNORECASE)
_FEED_SERVICES = re.compile(r"(?:^|\.)(?:feedburner|feedproxy|feedblitz|feedpress|rsshub)\.", re.IGNORECASE)
_COMMENTS = re.compile(
    r"comment|kommentar|coment[aá]ri|commenti|reacties|yorum|komentar|комментари|коментар|评论|留言|コメント|댓글|تعليق|टिप्पण|মন্তব্য",
    re.IGNORECASE,
)


def _feeds(head: Head, links: list[Link], home: Home) -> tuple[Offer, ...]:
    """Feeds that the page declares, then those it only links; feeds of comments last."""
    found: dict[str, Offer] = {}

    def offer(url: str, name: str) -> None:
        key = address.key(url)
        if url and key not in found and "oembed" not in url.lower() and "/wp-json" not in url:
            talk = bool(_COMMENTS.search(name) or _COMMENTS.search(address.split(url)[2]) or _judge_feed_of_story(url))
            found[key] = Offer(name or home.name, url, Kind.FEED, home.url, comments=talk)

    for attributes in head.links:
        rel = (attributes.get("rel") or "").lower().split()
        kind = (attributes.get("type") or "").partition(";")[0].strip().lower()
        href = attributes.get("href") or ""
        if "feed" in rel or ("alternate" in rel and "stylesheet" not in rel):
            url = _feed_url(href, head.base)
            declared = kind in _FEED_TYPES or (kind == "application/json" and _looks_like_feed(url))
            if declared or "feed" in rel or (not kind and not attributes.get("hreflang") and _looks_like_feed(url)):
                offer(url, line(attributes.get("title") or ""))
    for link in links:
        if len(found) >= FEEDS:
            break
        if _looks_like_feed(link.url) and (link.own or (_FEED_SERVICES.search(link.host) and not link.flags & AD)):
            name = link.text if word_count(link.text) <= 6 else ""
            offer(link.url, name)
    offers = list(found.values())
    return tuple(sorted(offers, key=lambda each: each.comments))[:FEEDS]


def _feed_url(href: str, base: str) -> str:
    href = href.strip()
    if href[:5].lower() == "feed:":
        href = href[5:] if href[5:].lower().startswith("http") else "http:" + href[5:]
    return web_address(address.join(base, href))


def _looks_like_feed(url: str) -> bool:
    low = url.lower()
    hinted = "rss" in low or "feed" in low or "xml" in low or "atom" in low or "rdf" in low
    parts = CLEAN.match(url) if hinted else None
    if parts is None:
        return False
    host, path, query = parts[1], parts[2] or "", parts[3] or ""
    if _FEED_QUERY.search(query):
        return True
    if _FEED_HOSTS.search(host) or _FEED_SERVICES.search(host):
        return bool(path.strip("/")) and not PAGE_FILE.search(path)
    return bool(_FEED_PATH.search(path))


def _judge_feed_of_story(url: str) -> bool:
    """The feed hangs on a story's address (…/2020/05/name/feed/): it holds the comments on that story."""
    head, mark, _ = url.rpartition("/feed")
    return bool(mark) and judge(head + "/").dated and judge(head + "/").slug >= 2


def well_known_feeds(url: str) -> tuple[str, ...]:
    """At most ten addresses where a feed may stand, the likeliest first: at the page's folder, then at the root."""
    scheme, host, path, _ = address.split(web_address(url))
    if not host:
        return ()
    root = f"{scheme}://{host}"
    folder = path if path.endswith("/") else path[: path.rfind("/") + 1] if PAGE_FILE.search(path) else path + "/"
    tries = [f"{root}{folder}{name}" for name in ("feed/", "rss.xml", "feed.xml", "rss", "index.xml", "atom.xml")]
    if folder != "/":
        tries = tries[:4]
        tries += [f"{root}/{name}" for name in ("feed/", "rss.xml", "feed.xml", "rss", "atom.xml", "index.xml")]
    else:
        tries += [f"{root}/{name}" for name in ("feed.json", "rss/", "feeds/all.atom.xml", "?feed=rss2")]
    return tuple(dict.fromkeys(filter(None, map(web_address, tries))))[:10]


# The head of the page

_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")


def _language(parser: LexborHTMLParser, head: Head) -> str:
    """The language that the page gives for itself, as BCP 47 writes it."""
    root = parser.css_first("html")
    said = [root.attributes.get("lang"), root.attributes.get("xml:lang")] if root is not None else []
    for value in (*said, *map(head.metas.get, ("content-language", "og:locale", "language"))):
        value = (value or "").split(",")[0].strip()
        if _LANGUAGE.match(value):
            first, *rest = value.lower().replace("_", "-").split("-")
            cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest]
            return "-".join([first, *cased])
    return ""


_SEPARATORS = re.compile(r"\s+[|•·»«›:–—\-]+\s+|\s*[|»«]\s*|\s[–—]|:\s")


def _name(head: Head, url: str) -> str:
    """What the site calls itself."""
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


# Pages that give nothing

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


def _notice(parser: LexborHTMLParser) -> str:
    """Why a page gives nothing, in one sentence."""
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
    return "No stories were found on this page."
