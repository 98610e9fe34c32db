"""The feeds that a page declares or links to, and the addresses where a site often has one."""

import re

from tui import address
from tui.model import Kind, Offer
from tui.parse.front.home import CLEAN, Head, Home, web_address
from tui.parse.front.links import AD, PlacedLink
from tui.parse.page.addresses import PAGE_FILE, judge, word_count
from tui.text import line

FEEDS = 40
"""At most so many feeds of one page."""

_LONGEST_ADDRESS = 2000

_FEED_TYPES = frozenset(
    (
        "application/rss+xml application/atom+xml application/rdf+xml application/feed+json application/x.atom+xml application/x-atom+xml"
        " text/rss+xml text/rss text/atom text/xml application/xml application/rss application/atom text/rdf"
    ).split()
)

_FEED_PATH = re.compile(
    r"(?:^|[/_.\-])(?:rss\d?|atom|rdf|feeds?|xml|syndication)(?:[/_.\-]?(?:rss|xml|atom|rdf|php|aspx?|json|jsp|index|full|all|latest|news|default|20|2|1)){0,6}/?$"
    r"|\.(?:rss|rdf|atom)$|(?:^|/)(?:rss|feeds?|xml)/[^?]{0,200}\.(?:xml|rss|rdf|atom|json)$|/(?:rss|atom|feed|index|feeds)\.(?:xml|json)$",
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


def feeds_of(head: Head, links: list[PlacedLink], home: Home) -> tuple[Offer, ...]:
    """The feeds that the page declares, then those it only links to; feeds of comments last."""
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
    if len(url) > _LONGEST_ADDRESS:
        return False
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
    """A feed below a story's address (…/2020/05/name/feed/) holds the comments on that story."""
    head, mark, _ = url.rpartition("/feed")
    return bool(mark) and judge(head + "/").dated and judge(head + "/").slug >= 2


def well_known_feeds(url: str) -> tuple[str, ...]:
    """At most ten addresses where a site often has a feed, likeliest first: in the page's folder, then at the root."""
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
