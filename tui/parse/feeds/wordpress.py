"""Reads WordPress's REST API (wp/v2): its categories, and its newest posts as entries."""

import html
import json
import re
from datetime import datetime
from typing import Any

from tui import address, text
from tui.errors import ParseError
from tui.model import Entry
from tui.parse import dates
from tui.values import Value

POSTS = 30
"""Posts that are asked for."""
CATEGORIES = 50
"""Categories that are asked for."""
SUMMARY = 400
"""Characters of a summary at most."""

_TAG = re.compile(r"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_MORE = re.compile(r"(?<!\s)\s*(?:\[?(?:…|\.\.\.)\]?)\s*$")


class Category(Value):
    """A category of posts; `url` is the address of its page."""

    id: int
    name: str
    url: str
    posts: int = 0


def categories_url(root: str) -> str:
    """The address of the list of categories, those with the most posts first. `root` is the API's address, as the
    site's pages name it."""
    return _below(root, f"wp/v2/categories?per_page={CATEGORIES}&orderby=count&order=desc&hide_empty=true")


def posts_url(root: str, category: int = 0) -> str:
    """The address of the newest posts, of one category if it is given."""
    fields = "id,guid,link,date_gmt,modified_gmt,title,excerpt,content,_links,_embedded"
    among = f"&categories={category}" if category else ""
    return _below(root, f"wp/v2/posts?per_page={POSTS}&_embed=author,wp:featuredmedia&_fields={fields}{among}")


def categories(body: bytes, url: str) -> tuple[Category, ...]:
    """The categories in an answer that hold posts; ParseError if it is no list of categories."""
    found = []
    for item in _items(body):
        number, name = item.get("id"), _words(_text(item.get("name")))
        page = address.clean(address.join(url, _text(item.get("link"))))
        posts = item.get("count")
        if isinstance(number, int) and name and page and posts != 0 and item.get("slug") != "uncategorized":
            found.append(Category(number, name, page, posts if isinstance(posts, int) else 0))
    return tuple(found)


def posts(body: bytes, url: str) -> tuple[Entry, ...]:
    """The posts in an answer; ParseError if it is no list of posts."""
    return tuple(entry for entry in (_entry(item, url) for item in _items(body)) if entry.title or entry.url)


def _entry(item: dict[str, Any], url: str) -> Entry:
    within = _object(item.get("_embedded"))
    pictures = (_text(each.get("source_url")) for each in _objects(within.get("wp:featuredmedia")))
    return Entry(
        title=_words(_rendered(item.get("title"))),
        url=address.clean(address.join(url, _text(item.get("link")))),
        guid=text.line(_rendered(item.get("guid"))),
        summary=text.shorten(_MORE.sub("…", _words(_rendered(item.get("excerpt")))), SUMMARY),
        content=_rendered(item.get("content")),
        authors=tuple(filter(None, (_words(_text(each.get("name"))) for each in _objects(within.get("author"))))),
        published=_moment(item.get("date_gmt")),
        updated=_moment(item.get("modified_gmt")),
        picture=next(filter(None, (address.clean(address.join(url, each)) for each in pictures if each)), ""),
    )


def _below(root: str, path: str) -> str:
    """An address of the API. On a site without pretty permalinks its path is a parameter of the front page."""
    if "rest_route=" in root:
        path = path.replace("?", "&")
    return root.rstrip("/") + "/" + path


def _items(body: bytes) -> list[dict[str, Any]]:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise ParseError("WordPress's answer cannot be read") from None
    if isinstance(given, dict):
        said = _words(_text(given.get("message")))
        raise ParseError(f"its WordPress says: {said}" if said else "its WordPress returned no posts")
    return _objects(given)


def _objects(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    """A text without lone surrogates, which JSON can contain."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _rendered(value: Any) -> str:
    return _text(_object(value).get("rendered")) if isinstance(value, dict) else _text(value)


def _words(markup: str) -> str:
    return text.line(html.unescape(_TAG.sub(" ", markup)))


def _moment(written: Any) -> datetime | None:
    return dates.moment(_text(written))
