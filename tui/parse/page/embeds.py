"""What stands on a page from other sites: posts, videos, sound."""

import re
from functools import lru_cache
from typing import Literal

from selectolax.lexbor import LexborNode

from tui import address
from tui import text as safe
from tui.blocks import Embed
from tui.parse.page.roles import is_clutter
from tui.parse.page.words import words

_POSTS = re.compile(
    r"twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed|reddit-(?:card|embed)|threads-post|text-post-media|telegram-post"
)
_VIDEOS = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:embed|shorts|live|watch)|youtu\.be/|player\.vimeo\.com/|vimeo\.com/\d|dailymotion\.com/(?:embed|video)"
    r"|geo\.dailymotion\.com|facebook\.com/plugins/video|players\.brightcove\.net|rutube\.ru/play|vk\.com/video|player\.twitch\.tv|ok\.ru/videoembed"
    r"|streamable\.com/|bilibili\.com/player|odysee\.com/|rumble\.com/embed|peertube|tiktok\.com/embed)"
)
_AUDIOS = re.compile(
    r"(?:w\.soundcloud\.com/player|open\.spotify\.com/embed|embed\.podcasts\.apple\.com|mixcloud\.com/widget|bandcamp\.com/EmbeddedPlayer|omny\.fm|acast\.com|megaphone\.fm|audioboom\.com)"
)
_POST_FRAMES = re.compile(
    r"platform\.twitter\.com/embed|instagram\.com/(?:p|reel)/|facebook\.com/plugins/post|embed\.bsky\.app|t\.me/.{0,200}embed"
)
_YOUTUBE = re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:embed|shorts|live)/|youtu\.be/)([\w-]{6,})")
_POST_AUTHOR = re.compile(r"(?:(?<!\s)\s+)?[—–-]\s*+([^—–]{2,80}?\(@[\w.]+\))\s*(.{0,60})$", re.DOTALL)
_PLAYERS = frozenset(("amp-youtube", "lite-youtube", "youtube-video"))
FRAMES = _PLAYERS | frozenset(("iframe", "amp-iframe", "video", "audio", "amp-video"))
"""Elements that can hold something of another site, or a film."""


def is_post(names: str, attributes: dict[str, str | None]) -> bool:
    """Whether a quotation is a post from another site, judging by its class and the data that site's script expects."""
    return _POSTS.search(names) is not None or any(
        name.startswith(("data-instgrm", "data-bluesky", "data-tweet")) for name in attributes
    )


def post(node: LexborNode, base: str) -> Embed | None:
    """A post of another site: its text, who wrote it, where it is."""
    attributes = node.attributes
    links = [link.attributes.get("href") or "" for link in node.css("a[href]")]
    given = attributes.get("data-instgrm-permalink") or attributes.get("cite") or ""
    url = given or next(
        (
            link
            for link in reversed(links)
            if "/status/" in link or "/p/" in link or "/video/" in link or "/post/" in link
        ),
        links[-1] if links else "",
    )
    text = words(node)
    text = "" if is_clutter(text) else text
    author = published = ""
    if found := _POST_AUTHOR.search(text):
        author, published, text = found[1], found[2], text[: found.start()]
    url = address.clean(address.join(base, url))
    if not (text.strip() or url):
        return None
    return Embed("post", url, author=author.strip(), text=text.strip(), published=published.strip())


def embed(node: LexborNode, tag: str, attributes: dict[str, str | None], base: str) -> Embed | None:
    """What a frame, a player or a film shows; None for anything else that stands in a frame."""
    source = attributes.get("src") or attributes.get("data-src") or attributes.get("data-lazy-src") or ""
    if tag in _PLAYERS:
        source = "https://www.youtube.com/embed/" + (attributes.get("data-videoid") or attributes.get("videoid") or "")
    media: Literal["post", "video", "audio", "other"] = "other"
    if tag in ("video", "audio", "amp-video"):
        media = "audio" if tag == "audio" else "video"
        first = node.css_first("source[src]")
        source = source or (first.attributes.get("src") or "" if first is not None else "")
    elif _VIDEOS.search(source) or tag in _PLAYERS:
        media = "video"
    elif _AUDIOS.search(source):
        media = "audio"
    elif _POST_FRAMES.search(source):
        media = "post"
    else:
        return None
    if found := _YOUTUBE.search(source):
        source = "https://www.youtube.com/watch?v=" + found[1]
    url = address.clean(address.join(base, source))
    if not url:
        return None
    return Embed(media, url, safe.line(attributes.get("title") or attributes.get("aria-label") or ""))


_CARD = re.compile(
    r"tweet|toot\b|bluesky|bsky|mastodon|threads-|(?:social|twitter|x|instagram|facebook|telegram|tiktok|linkedin)-(?:post|embed|card|status)"
    r"|post-embed|embed-post"
)
"""What the names of such a card look like, in lower case."""
_POST_LINK = re.compile(
    r"(?:twitter|x)\.com/\w+/status/|bsky\.app/profile/|threads\.(?:net|com)/@|instagram\.com/(?:p|reel)/|facebook\.com/.{1,80}/posts/"
    r"|t\.me/\w+/\d|linkedin\.com/(?:posts|feed)/|/@[\w.]+/\d{6,}|tiktok\.com/@[\w.]+/video/"
)
_HANDLE = re.compile(r"@[\w.-]{2,40}")
_LONGEST_CARD = 2_500
"""Characters of a card; posts are shorter."""


@lru_cache(maxsize=1024)
def is_card(names: str) -> bool:
    """Whether an element is named as a post from another site that the page draws itself."""
    return _CARD.search(names.lower()) is not None


def card(node: LexborNode, base: str) -> Embed | None:
    """A post of another site that the page draws itself: it links to the post, and says who wrote it and what."""
    links = [node, *node.css("a[href]")][:40]
    url = next((href for link in links if (href := link.attributes.get("href") or "") and _POST_LINK.search(href)), "")
    said = words(node)
    handle = _HANDLE.search(said)
    if not url or handle is None or len(said) > _LONGEST_CARD:
        return None
    texts = [words(each) for each in node.css("[class*=text], [class*=content], [class*=body], p, blockquote")]
    texts = [text for text in texts if text and not text.startswith(handle[0]) and "@" not in text[:30]]
    text = max(texts, key=len, default="")
    if not text:
        return None
    return Embed("post", address.clean(address.join(base, url)), author=handle[0], text=text)
