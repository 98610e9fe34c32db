"""What other programs keep for a person, as they export it -> stories with their marks: Pocket's, Instapaper's and
Readwise Reader's CSV, and any CSV whose columns are called as theirs (Raindrop's); Wallabag's JSON.

Which program wrote a file is seen from its content. Nothing in it is more than text: what is too long is cut, what has
no address on the web is left out, each with a sentence.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from tui import address, text
from tui.errors import ParseError
from tui.model import SavedStories, SavedStory
from tui.parse import dates
from tui.parse.encoding import document, unpacked

LIMIT = 128_000_000
"""Bytes of an export at most: Wallabag's has whole texts in it."""
STORIES = 100_000
"""Stories of an export at most."""
FIELD = 1_000_000
"""Characters of one field of a CSV at most."""
REASONS = 20
"""Lines left out that are named one by one; of the rest their number is told."""

_COLUMNS = {
    "url": ("url", "link", "address"),
    "title": ("title",),
    "saved": ("time_added", "timestamp", "saved date", "created", "date added"),
    "tags": ("tags", "document tags"),
    "state": ("status", "location", "folder"),
    "note": ("selection", "note"),
    "starred": ("favorite", "starred"),
    "seen": ("seen",),
}
"""What the columns of the programs are called, in lower case, the first that is there."""

_PROGRAMS = (("Pocket", {"time_added", "status"}), ("Instapaper", {"selection", "folder"}), ("Readwise", {"location"}))
"""How a program is told from the others: by columns that it has."""

_LATER = ("unread", "new", "later", "shortlist", "inbox")
_READ = ("archive", "archived", "read")
_STARRED = ("starred", "favorites", "favorite", "liked")
_NO_TAG = ("", "feed", "home", "unsorted")
"""States that say nothing of a story; all others are a person's own folders."""


def saved_stories(body: bytes) -> SavedStories | None:
    """The stories of an export; None where the file is none of those above."""
    start = body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"[", b"{"):
        return _wallabag(body)
    columns = _columns(next(iter(_rows(start.decode("utf-8", "replace")[:4096])), []))
    if "url" not in columns or len(columns.keys() - {"url", "title"}) < 2:
        return None
    try:
        source = document(unpacked(body, LIMIT))
    except ParseError as error:
        return SavedStories("CSV", refused=(f"The file cannot be read: {error}",))
    return _table(source)


def _rows(source: str) -> Iterator[list[str]]:
    """The rows of a CSV; what is wrong with its quotes ends it."""
    csv.field_size_limit(FIELD)
    try:
        yield from csv.reader(io.StringIO(source.replace("\0", ""), newline=""))
    except csv.Error:
        return


def _columns(header: list[str]) -> dict[str, int]:
    """Where each thing stands that a header names."""
    named = [name.strip().casefold() for name in header]
    return {
        role: next(named.index(name) for name in names if name in named)
        for role, names in _COLUMNS.items()
        if any(name in named for name in names)
    }


def _table(source: str) -> SavedStories:
    rows = _rows(source)
    header = next(rows)
    columns = _columns(header)
    named = {name.strip().casefold() for name in header}
    program = next((program for program, own in _PROGRAMS if own <= named), "CSV")

    def stories() -> Iterator[SavedStory | str]:
        for row in rows:
            given = {role: row[place].strip() for role, place in columns.items() if place < len(row)}
            if given.get("url"):
                yield _from_row(given)

    return _gathered(program, stories())


def _from_row(given: dict[str, str]) -> SavedStory | str:
    """A story of a row, or the sentence why it is left out."""
    url = _address(given["url"])
    if not url:
        return f"{text.shorten(given['url'], 80)}: not a web address"
    state = text.line(given.get("state", ""))
    said = state.casefold()
    own = () if said in (*_LATER, *_READ, *_STARRED, *_NO_TAG) else (state,)
    read = said in _READ or (said == "feed" and _yes(given.get("seen", "")))
    return SavedStory(
        url,
        _title(given.get("title", ""), given["url"]),
        dates.moment(given.get("saved", "")),
        read=read,
        starred=said in _STARRED or _yes(given.get("starred", "")),
        later=said in _LATER,
        tags=_tags([*_split(given.get("tags", "")), *own]),
        note=text.clean(given.get("note", "")).strip(),
    )


def _split(said: str) -> list[str]:
    """Tags as the programs write them: between bars or commas, or as a list of quoted words."""
    if said.startswith("["):
        quoted = re.findall(r"""(["'])((?:\\.|(?!\1)[^\\])*)\1""", said)
        return [re.sub(r"\\(.)", r"\1", words) for _, words in quoted]
    return said.split("|" if "|" in said else ",")


def _wallabag(body: bytes) -> SavedStories | None:
    try:
        found = json.loads(document(unpacked(body, LIMIT)))
    except (ParseError, ValueError, RecursionError):
        return None
    entries = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    if not any("url" in each and "is_archived" in each for each in islice(entries, 50)):
        return None
    return _gathered("Wallabag", map(_from_entry, entries))


def _from_entry(given: dict[str, Any]) -> SavedStory | str:
    """A story of Wallabag's, or the sentence why it is left out."""
    said = _text(given.get("url"))
    url = _address(said)
    if not url:
        return f"{text.shorten(said, 80) or 'An entry'}: not a web address"
    read = _yes(given.get("is_archived"))
    return SavedStory(
        url,
        _title(_text(given.get("title")), said),
        dates.moment(_text(given.get("created_at"))),
        read=read,
        starred=_yes(given.get("is_starred")),
        later=not read,
        tags=_tags(_text(tag.get("label") if isinstance(tag, dict) else tag) for tag in _list(given.get("tags"))),
        note=_annotations(given),
        content=_text(given.get("content")),
    )


def _annotations(given: dict[str, Any]) -> str:
    """What a person marked and wrote: each quotation, and beneath it their own words."""
    parts = []
    for each in _list(given.get("annotations")):
        if isinstance(each, dict):
            quote, own = text.clean(_text(each.get("quote"))).strip(), text.clean(_text(each.get("text"))).strip()
            parts += [f"“{quote}”"] if quote else []
            parts += [own] if own else []
    return "\n\n".join(parts)


def _gathered(program: str, stories: Iterable[SavedStory | str]) -> SavedStories:
    """Each address once, with what all its rows say; the sentences for what was left out, not without end."""
    found: dict[str, SavedStory] = {}
    reasons: list[str] = []
    for each in islice(stories, STORIES):
        if isinstance(each, str):
            reasons.append(each)
        elif each.url in found:
            found[each.url] = _merged(found[each.url], each)
        else:
            found[each.url] = each
    refused = reasons[:REASONS]
    if len(reasons) > REASONS:
        refused.append(f"{len(reasons) - REASONS} more without a web address")
    return SavedStories(program, tuple(found.values()), tuple(refused))


def _merged(one: SavedStory, other: SavedStory) -> SavedStory:
    return SavedStory(
        one.url,
        one.title or other.title,
        one.saved or other.saved,
        one.read or other.read,
        one.starred or other.starred,
        one.later or other.later,
        _tags((*one.tags, *other.tags)),
        "\n\n".join(dict.fromkeys(filter(None, (one.note, other.note)))),
        one.content or other.content,
    )


def _address(said: str) -> str:
    """An address of the web, or ""."""
    found = address.clean(text.line(said)) if re.match(r"https?://", said, re.IGNORECASE) else ""
    return found if address.host(found) else ""


def _title(said: str, url: str) -> str:
    """A title; programs that know none write the address."""
    title = text.line(said)
    return "" if title == text.line(url) else title


def _tags(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(text.line, given))))


def _yes(said: object) -> bool:
    """JSON's and CSV's ways of saying yes."""
    return said is True or said == 1 or str(said).casefold() in ("true", "yes", "1")


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""


def _list(said: object) -> list[Any]:
    return said if isinstance(said, list) else []
