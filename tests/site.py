"""A small news site for a real server on loopback: a front page, two feeds, story pages that lead to one another."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.web import Answer

HEADLINES = {
    "ferry-strike-ends": ("world", "Ferry strike ends after nine days"),
    "harbour-to-be-dredged": ("world", "Harbour to be dredged before the winter"),
    "tunnel-opens-early": ("world", "Tunnel opens three weeks early"),
    "orchestra-moves-house": ("culture", "Orchestra moves into the old power station"),
    "museum-finds-a-map": ("culture", "Museum finds a map that was thought lost"),
}
"""Slug -> (section, headline), newest first."""

_NEWEST = datetime(2026, 11, 20, 8, tzinfo=UTC)


def story_page(base: str, slug: str) -> str:
    """A story's page, with a menu, an also-read line and a neighbour on either side."""
    section, headline = HEADLINES[slug]
    slugs = list(HEADLINES)
    place = slugs.index(slug)
    also = slugs[(place + 2) % len(slugs)]
    when = _NEWEST - timedelta(hours=place)
    paragraphs = "".join(
        f"<p>Paragraph {number} of the story that says: {headline.lower()}. The council heard from residents, from officers and "
        f"from experts before it came to its decision on {headline.split()[0].lower()}, which had been expected for some time.</p>"
        for number in range(1, 9)
    )
    before = f'<a rel="prev" href="{base}/{slugs[place - 1]}/">{HEADLINES[slugs[place - 1]][1]}</a>' if place else ""
    after = (
        f'<a rel="next" href="{base}/{slugs[place + 1]}/">{HEADLINES[slugs[place + 1]][1]}</a>'
        if place + 1 < len(slugs)
        else ""
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline} - The Harbour Gazette</title>'
        f'<meta property="og:type" content="article"><meta property="og:site_name" content="The Harbour Gazette">'
        f'<meta property="article:published_time" content="{when.isoformat()}">'
        f'<meta property="article:section" content="{section.title()}"><meta name="author" content="Ann Other"></head>'
        f'<body><header><nav><ul><li><a href="{base}/">Home</a></li><li><a href="{base}/category/world/">World</a></li>'
        f'<li><a href="{base}/category/culture/">Culture</a></li></ul></nav></header><main><article>'
        f'<h1>{headline}</h1><p class="standfirst">What it means for the town, and who pays for it</p>'
        f'<p class="byline">By <a rel="author" href="{base}/author/ann/">Ann Other</a></p>'
        f'<div class="entry-content">{paragraphs}'
        f'<figure><img src="{base}/{slug}.jpg" alt="The harbour at dawn"><figcaption>The harbour on Monday</figcaption></figure>'
        f'<p><strong>ALSO READ:</strong> <a href="{base}/{also}/">{HEADLINES[also][1]}</a></p></div></article>'
        f'<nav class="post-navigation"><div class="nav-previous">Previous Story {before}</div>'
        f'<div class="nav-next">Next Story {after}</div></nav></main>'
        f"<footer>Subscribe to our newsletter. All rights reserved.</footer></body></html>"
    )


def feed(base: str, section: str = "") -> str:
    """The feed of the site, or of one section."""
    items = "".join(
        f"<item><title>{headline}</title><link>{base}/{slug}/</link><guid>{base}/{slug}/</guid>"
        f"<pubDate>{format_datetime(_NEWEST - timedelta(hours=place))}</pubDate><description>In short: {headline}.</description></item>"
        for place, (slug, (own, headline)) in enumerate(HEADLINES.items())
        if section in ("", own)
    )
    name = "The Harbour Gazette" + (f" – {section.title()}" if section else "")
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{name}</title>'
        f"<link>{base}/</link><description>News</description>{items}</channel></rss>"
    )


def front_page(base: str) -> str:
    """The front page, which declares both section feeds."""
    cards = "".join(
        f'<article><h2><a href="{base}/{slug}/">{headline}</a></h2><p>In short: {headline}.</p></article>'
        for slug, (_, headline) in HEADLINES.items()
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Harbour Gazette</title>'
        f'<meta property="og:site_name" content="The Harbour Gazette">'
        f'<link rel="alternate" type="application/rss+xml" title="World" href="{base}/category/world/feed/">'
        f'<link rel="alternate" type="application/rss+xml" title="Culture" href="{base}/category/culture/feed/">'
        f'<link rel="alternate" type="application/rss+xml" title="Comments Feed" href="{base}/comments/feed/"></head>'
        f'<body><header><nav><ul><li><a href="{base}/category/world/">World</a></li>'
        f'<li><a href="{base}/category/culture/">Culture</a></li></ul></nav></header><main>{cards}</main></body></html>'
    )


def answer(base: str, path: str) -> Answer:
    """What the site says at a path."""
    slug = path.strip("/")
    if slug in HEADLINES:
        return Answer(story_page(base, slug))
    feeds = {"feed": "", "category/world/feed": "world", "category/culture/feed": "culture"}
    if slug in feeds:
        body = feed(base, feeds[slug])
        return Answer(body, content_type="application/rss+xml", headers={"ETag": f'"{len(body)}"'})
    if slug in ("", "category/world", "category/culture"):
        return Answer(front_page(base))
    return Answer("<h1>Not found</h1>", 404)
