"""A small world of news sites, each of a kind that a reader meets: what they offer is known, so that what is found can be judged.

A site is pages by path for a root address; `serve` puts some on loopback servers, each on a port of its own.
"""

import json
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import format_datetime
from html import escape

from tests.web import NOON, Answer, Loopback

SECTIONS = ("World", "Politics", "Business", "Science", "Culture", "Sport")
_WHO = (
    "Ferry crews",
    "Hospital doctors",
    "Harbour pilots",
    "Village teachers",
    "City gardeners",
    "Museum guards",
    "Night nurses",
    "Young farmers",
)
_DO = {
    "World": "cross the border after a long night of talks",
    "Politics": "ask parliament to change the pension law",
    "Business": "win back the wages they lost last winter",
    "Science": "count more stars than any telescope before",
    "Culture": "open a theatre in the old railway station",
    "Sport": "reach the final with a goal in the last minute",
}
PROSE = (
    "The mayor said on Monday that the town had waited long enough, and that work would begin before the first snow. "
    "Residents who had gathered at the market welcomed the news, though some asked who would pay for it. "
)


@dataclass(frozen=True)
class Story:
    """A story of the world, by the path of its page."""

    section: str
    title: str
    number: int

    @property
    def path(self) -> str:
        slug = self.title.lower().replace(" ", "-")
        return f"/{self.section.lower()}/2026/11/23/{slug}-{10_000 + self.number}"


STORIES = tuple(
    Story(section, f"{who} {_DO[section]}", 10 * row + column)
    for row, section in enumerate(SECTIONS)
    for column, who in enumerate(_WHO)
)

Pages = dict[str, Answer]


def page(root: str, title: str, body: str, head: str = "", name: str = "The Harbour Times") -> Answer:
    """A page in the site's dress: masthead, navigation, footer."""
    nav = "".join(f'<li><a href="/{each.lower()}/">{each}</a></li>' for each in SECTIONS)
    about = "".join(
        f'<li><a href="/{each}">{each.title()}</a></li>'
        for each in ("about", "contact", "privacy", "terms", "subscribe", "jobs")
    )
    return Answer(
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{escape(title)}</title>"
        f'<meta property="og:site_name" content="{name}">{head}</head><body>'
        f'<header><a href="/" class=logo>{name}</a><a href="/login">Sign in</a></header>'
        f'<nav class="main-nav"><ul><li><a href="/">Home</a></li>{nav}</ul></nav>'
        f"<main>{body}</main><aside class=ad><a href='https://ads.example/click?x=1'>Buy a better mattress for less money today</a></aside>"
        f'<footer><ul>{about}</ul><a href="https://social.example/harbour">Follow the Harbour Times on social media</a></footer></body></html>'
    )


def card(story: Story) -> str:
    """A story as a front page shows it: picture, headline, standfirst, author and tag."""
    return (
        f'<article class=card><a href="{story.path}"><img src="/pictures/{story.number}.jpg" alt=""></a>'
        f'<h3><a href="{story.path}">{escape(story.title)}</a></h3><p>{PROSE[:90]}</p>'
        f'<p class=byline>By <a href="/authors/ann-author">Ann Author</a></p><a class=tag href="/tag/town-hall">Town hall</a></article>'
    )


def front(root: str, head: str = "", stories: Iterable[Story] | None = None) -> Answer:
    """The front page: four stories of each section, and some of them again as most read."""
    shown = list(stories) if stories is not None else [story for story in STORIES if story.number % 10 < 4]
    blocks = "".join(
        f'<section><h2><a href="/{name.lower()}/">{name}</a></h2>{"".join(card(each) for each in shown if each.section == name)}</section>'
        for name in SECTIONS
    )
    read = "".join(f'<li><a href="{each.path}">{escape(each.title)}</a></li>' for each in shown[::5])
    return page(
        root,
        "The Harbour Times - News from the coast",
        blocks + f"<aside><h2>Most read</h2><ol>{read}</ol></aside>",
        head,
    )


def section(root: str, name: str, head: str = "") -> Answer:
    cards = "".join(card(each) for each in STORIES if each.section == name)
    return page(root, f"{name} - The Harbour Times", f"<h1>{name}</h1>{cards}", head)


def story(root: str, told: Story, head: str = "") -> Answer:
    own = f'<meta property="og:type" content="article"><meta property="article:published_time" content="{NOON.isoformat()}">{head}'
    body = f"<article><h1>{escape(told.title)}</h1><p class=byline>By Ann Author</p>{f'<p>{PROSE}</p>' * 5}</article>"
    return page(root, f"{told.title} - The Harbour Times", body, own)


def rss(root: str, title: str, stories: Iterable[Story], *, relative: bool = False) -> str:
    base = "" if relative else root
    items = "".join(
        f"<item><title>{escape(each.title)}</title><link>{base}{each.path}</link><guid>{each.number}</guid>"
        f"<pubDate>{format_datetime(NOON - timedelta(minutes=each.number))}</pubDate></item>"
        for each in stories
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{escape(title)}</title><link>{root}/</link>{items}</channel></rss>'


def feed(body: str, content_type: str = "application/rss+xml") -> Answer:
    return Answer(body, content_type=content_type, headers={"ETag": f'"{len(body)}"'})


def declared(path: str, title: str = "Feed", kind: str = "rss") -> str:
    return f'<link rel="alternate" type="application/{kind}+xml" title="{title}" href="{path}">'


def of(name: str) -> list[Story]:
    return [each for each in STORIES if each.section == name]


def _pages(root: str, head: str = "", section_head: Callable[[str], str] = lambda _: "") -> Pages:
    """Front page, sections and stories, without any feed."""
    pages = {"/": front(root, head)}
    pages |= {f"/{name.lower()}/": section(root, name, section_head(name)) for name in SECTIONS}
    return pages | {each.path: story(root, each, head) for each in STORIES}


# The sites


def with_feeds(root: str) -> Pages:
    """A feed for the whole, declared on every page, in two formats; a feed for each section, declared on its page alone; a dead one."""
    own = (
        declared("/feed.xml", "The Harbour Times » Feed")
        + declared("/feed.xml?again", "The Harbour Times » RSS")
        + declared("/dead.xml", "Dead")
    )
    pages = _pages(
        root, own, lambda name: own + declared(f"/{name.lower()}/rss.xml", f"The Harbour Times » {name} Feed")
    )
    pages["/feed.xml"] = pages["/feed.xml?again"] = feed(rss(root, "The Harbour Times", STORIES[::3]))
    return pages | {
        f"/{name.lower()}/rss.xml": feed(rss(root, f"The Harbour Times » {name}", of(name))) for name in SECTIONS
    }


def undeclared(root: str) -> Pages:
    """A feed where feeds usually stand, that no page names, as text/html and with relative links."""
    return _pages(root) | {
        "/feed/": Answer(rss(root, "Harbour", STORIES[:20], relative=True), content_type="text/html")
    }


def listed(root: str) -> Pages:
    """Feeds that only a page of feeds names, those of the sections before that of the whole."""
    pages = with_feeds(root) | _pages(root)
    rows = "".join(f'<li><a href="/{name.lower()}/rss.xml">{name}</a></li>' for name in SECTIONS)
    pages["/rss"] = page(
        root, "Our feeds", f'<h1>Our feeds</h1><ul>{rows}<li><a href="/feed.xml">All the news</a></li></ul>'
    )
    front_page = pages["/"]
    assert isinstance(front_page.body, str)
    return pages | {"/": Answer(front_page.body.replace("<footer><ul>", '<footer><ul><li><a href="/rss">RSS</a></li>'))}


def wordpress(root: str) -> Pages:
    """WordPress with everything: feeds at every category, comments, its REST interface."""
    head = declared("/feed/", "The Harbour Times » Feed") + declared(
        "/comments/feed/", "The Harbour Times » Comments Feed"
    )
    pages = _pages(root, head + f'<link rel="https://api.w.org/" href="{root}/wp-json/">')
    pages |= {
        "/feed/": feed(rss(root, "The Harbour Times", STORIES[::2])),
        "/comments/feed/": feed(rss(root, "Comments", [])),
    }
    pages |= {f"/{name.lower()}/feed/": feed(rss(root, f"{name} – The Harbour Times", of(name))) for name in SECTIONS}
    return pages | _interface(root)


def wordpress_by_interface_only(root: str) -> Pages:
    """WordPress whose feeds were switched off: the REST interface alone."""
    return _pages(root, f'<link rel="https://api.w.org/" href="{root}/wp-json/">') | _interface(root)


def wordpress_without_interface(root: str) -> Pages:
    """WordPress whose REST interface answers nobody: feeds at every category."""
    pages = wordpress(root)
    refused = Answer('{"code":"rest_not_logged_in","message":"You are not logged in."}', 401, "application/json")
    pages |= {path: refused for path in pages if path.startswith("/wp-json")}
    pages |= {
        f"/{name.lower()}/": section(root, name, declared(f"/{name.lower()}/feed/", f"{name} Feed"))
        for name in SECTIONS
    }
    return pages


def _interface(root: str) -> Pages:
    from tui.parse.feeds.wordpress import categories_url, posts_url

    def given(stories: Iterable[Story]) -> Answer:
        rows = [
            {"id": each.number, "link": root + each.path, "guid": {"rendered": f"{root}/?p={each.number}"}, "title": {"rendered": each.title}, "date_gmt": "2026-11-23T10:00:00", "excerpt": {"rendered": f"<p>{PROSE}</p>"}, "content": {"rendered": f"<p>{PROSE}</p>"}}
            for each in stories
        ]  # fmt: skip
        return Answer(json.dumps(rows), content_type="application/json")

    def path(url: str) -> str:
        return url.removeprefix(root)

    kinds = [
        {"id": number, "name": name, "slug": name.lower(), "link": f"{root}/{name.lower()}/", "count": 8}
        for number, name in reversed(list(enumerate(SECTIONS, 1)))
    ]
    kinds.append({"id": 99, "name": "Slider", "slug": "slider", "link": f"{root}/slider/", "count": 700})
    pages = {path(categories_url(f"{root}/wp-json/")): Answer(json.dumps(kinds), content_type="application/json")}
    pages[path(posts_url(f"{root}/wp-json/"))] = given(STORIES[:30])
    return pages | {
        path(posts_url(f"{root}/wp-json/", number)): given(of(name)) for number, name in enumerate(SECTIONS, 1)
    }


def sitemap_only(root: str) -> Pages:
    """A site of scripts: nothing on its pages, but a sitemap for news that robots.txt names, in an index, gzipped."""
    import gzip

    rows = "".join(
        f"<url><loc>{root}{each.path}</loc><news:news><news:publication><news:name>The Harbour Times</news:name><news:language>en</news:language>"
        f"</news:publication><news:publication_date>2026-11-23T10:00:00Z</news:publication_date><news:title>{each.title}</news:title></news:news></url>"
        for each in STORIES
    )
    news = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'
    index = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{root}/news-1.xml.gz</loc></sitemap></sitemapindex>'
    empty = "<!doctype html><html><head><title>The Harbour Times</title></head><body><div id=app></div><script src=/app.js></script></body></html>"
    return {
        "/": Answer(empty),
        "/robots.txt": Answer(
            f"User-agent: *\nDisallow: /search\nSitemap: {root}/pages.xml\nSitemap: {root}/news-index.xml\n",
            content_type="text/plain",
        ),
        "/news-index.xml": Answer(index, content_type="application/xml"),
        "/news-1.xml.gz": Answer(gzip.compress(news.encode()), content_type="application/gzip"),
    }


def front_only(root: str) -> Pages:
    """Nothing but pages."""
    return _pages(root)


def moved(root: str) -> Pages:
    """The front page stands in a folder, and the feed has moved for good."""
    pages = with_feeds(root)
    return {f"/en{path}": answer for path, answer in pages.items() if path == "/"} | {
        **{path: answer for path, answer in pages.items() if path not in ("/", "/feed.xml")},
        "/": Answer(status=302, headers={"Location": "/en/"}),
        "/feed.xml": Answer(status=301, headers={"Location": "/all/feed.xml"}),
        "/all/feed.xml": pages["/feed.xml"],
    }


def scripts_only(root: str) -> Pages:
    return {"/": sitemap_only(root)["/"]}


def login(root: str) -> Pages:
    form = "<form action=/login method=post><label>Name <input name=user></label><input type=password name=password></form>"
    return {
        "/": Answer(f"<!doctype html><html><head><title>Log in</title></head><body><h1>Log in</h1>{form}</body></html>")
    }


def cookie_wall(root: str) -> Pages:
    words = (
        "<div id=consent><h1>Your privacy</h1><p>We and our partners use cookies.</p><button>Accept all</button></div>"
    )
    return {
        "/": Answer(
            f"<!doctype html><html><head><title>Consent</title></head><body>{words}<script src=/cmp.js></script></body></html>"
        )
    }


Site = Callable[[str], Pages]


@dataclass
class Served:
    """A site on a loopback server."""

    root: str
    server: Loopback
    pages: Pages = field(default_factory=dict)

    def asked(self, path: str = "/") -> int:
        """How many requests there were to paths that start like this."""
        return sum(seen.startswith(path) for seen, _ in self.server.seen)


@asynccontextmanager
async def serve(*sites: Site) -> AsyncIterator[list[Served]]:
    """Each site on a port of its own, as long as this lasts."""
    async with AsyncExitStack() as stack:
        served = []
        for site in sites:
            pages: Pages = {}
            server = await stack.enter_async_context(Loopback(pages))
            pages |= site(server.url)
            served.append(Served(server.url, server, pages))
        yield served
