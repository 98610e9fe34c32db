"""Reads the answers of the Google Reader API, as feed servers give them (FreshRSS, Miniflux).

What is said here about servers was seen in their answers. A list where an object was due means that the server does
not support the request."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from tui import address, text
from tui.errors import ParseError
from tui.model import Enclosure, Entry
from tui.parse.feeds.markup import headline, plain
from tui.remote import RemoteFeed, RemoteItem, RemoteTags

ITEM = "tag:google.com,2005:reader/item/"
"""What stands before the sixteen hexadecimal digits of an item's long id."""

_MOST_ITEMS = 2_000
_ENCLOSURES = 20
_FULL_WIDTH = str.maketrans("＆＜＞＂＇", "&<>\"'")
"""FreshRSS writes titles with these in place of what HTML would take for its own."""


def auth_of(body: bytes) -> str:
    """The key that a login returns; ParseError if there is none."""
    found = re.search(rb"^Auth=([\x21-\x7e]{1,1000})\s{0,2}$", body[:10_000], re.MULTILINE)
    if not found:
        raise ParseError("its answer to the login holds no key: it may not speak the Google Reader API")
    return found[1].decode()


def feeds_of(body: bytes) -> tuple[RemoteFeed, ...]:
    """The feeds of a subscription/list."""
    found = []
    for row in _rows(_object(body), "subscriptions"):
        folders = [_last(_text(each, "id")) for each in _rows(row, "categories")]
        url = address.safe(_text(row, "url"))
        if _text(row, "id") and url.startswith(("http://", "https://")):
            folder = text.line(folders[0]) if folders else ""
            page = address.safe(_text(row, "htmlUrl"))
            found.append(RemoteFeed(_text(row, "id"), url, _title(row), page, folder))
    return tuple(found)


def ids_of(body: bytes) -> tuple[tuple[int, ...], str]:
    """The ids on one page of a stream, and the token that asks for the next page; "" at the end."""
    found = _object(body)
    ids = (_number(_text(row, "id")) for row in _rows(found, "itemRefs"))
    return tuple(each for each in ids if each is not None), _text(found, "continuation")


def items_of(body: bytes) -> tuple[RemoteItem, ...]:
    """The stories of an items/contents."""
    found = (_item(row) for row in _rows(_object(body), "items")[:_MOST_ITEMS])
    return tuple(item for item in found if item)


def _item(row: dict[str, Any]) -> RemoteItem | None:
    number = _number(_text(row, "id"))
    if number is None:
        return None
    links = [_text(each, "href") for name in ("canonical", "alternate") for each in _rows(row, name)]
    categories = [str(each) for each in _list(row, "categories")]
    content = _text(_dict(row, "content"), "content") or _text(_dict(row, "summary"), "content")
    content = text.clean(content).strip()
    author = text.line(_text(row, "author"))
    entry = Entry(
        _title(row),
        next((url for url in map(address.safe, links) if url.startswith(("http://", "https://"))), ""),
        summary=plain(content),
        content=content,
        authors=(author,) if author else (),
        published=_moment(row.get("published")),
        enclosures=tuple(_enclosures(row)),
        words=text.words(content) if content else "",
    )
    stamp = _text(row, "timestampUsec")
    return RemoteItem(
        number,
        _text(_dict(row, "origin"), "streamId"),
        entry,
        int(stamp) if re.fullmatch(r"\d{1,18}", stamp) else 0,
        any(_state(each) == "read" for each in categories),
        any(_state(each) == "starred" for each in categories),
        tuple(text.line(_last(each)) for each in categories if "/label/" in each),
    )


def _enclosures(row: dict[str, Any]) -> list[Enclosure]:
    found = []
    for each in _rows(row, "enclosure")[:_ENCLOSURES]:
        url = address.safe(_text(each, "href") or _text(each, "url"))
        length = _text(each, "length")
        if url.startswith(("http://", "https://")):
            size = int(length) if re.fullmatch(r"\d{1,15}", length) else 0
            found.append(Enclosure(url, text.line(_text(each, "type")), size))
    return found


def tags_of(body: bytes) -> RemoteTags:
    """The folders and labels of a tag/list: a server that says which is which is believed, otherwise all are
    folders."""
    rows = [row for row in _rows(_object(body), "tags") if "/label/" in _text(row, "id")]
    labels = [row for row in rows if _text(row, "type") == "tag"]
    folders = [row for row in rows if row not in labels]
    return RemoteTags(*(tuple(text.line(_last(_text(row, "id"))) for row in part) for part in (folders, labels)))


def _object(body: bytes) -> dict[str, Any]:
    """An answer's JSON object; ParseError for a list, which servers give for what they lack, and for what is not
    JSON."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise ParseError("its answer is not JSON") from None
    if not isinstance(found, dict):
        raise ParseError("it does not offer that")
    return found


def _rows(value: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [row for row in _list(value, name) if isinstance(row, dict)]


def _list(value: dict[str, Any], name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []


def _dict(value: dict[str, Any], name: str) -> dict[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else str(found) if type(found) is int else ""


def _title(row: dict[str, Any]) -> str:
    return headline(_text(row, "title").translate(_FULL_WIDTH))


def _last(tag: str) -> str:
    """A tag's name: all that follows its third slash (user/1/label/Sea, user/-/label/A/B)."""
    return "/".join(tag.split("/")[3:])


def _state(tag: str) -> str:
    """The state that a tag stands for, whichever user it names (user/-/state/com.google/read, user/1/state/…)."""
    parts = tag.split("/")
    return parts[4] if parts[2:4] == ["state", "com.google"] and len(parts) == 5 else ""


def _number(id_: str) -> int | None:
    """An item's number from any form that answers use, long or decimal, as a signed 64-bit number."""
    if id_.startswith(ITEM) and re.fullmatch(r"[0-9a-fA-F]{1,16}", id_[len(ITEM) :]):
        found = int(id_[len(ITEM) :], 16)
    elif re.fullmatch(r"-?\d{1,20}", id_):
        found = int(id_) % (1 << 64)
    else:
        return None
    return found - (1 << 64) if found >= 1 << 63 else found


def _moment(seconds: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC) if type(seconds) in (int, float) else None  # type: ignore[arg-type]
    except (ValueError, OverflowError, OSError):
        return None
