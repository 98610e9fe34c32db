"""Reads what read-later programs export as stories with their marks: CSV from Pocket, Instapaper and Readwise Reader,
and any CSV with columns of the same names (Raindrop's); HTML from Pocket and Instapaper; JSON from Wallabag; any of
these in a ZIP, as Pocket sent them.

The content tells which program wrote a file. All of it is treated as text: what is too long is cut and what has no
web address is left out, with a sentence for each.
"""

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import chain, islice
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

_HIGHLIGHTS = {"highlight", "book title"}
"""Columns of Readwise's other export, which has no addresses."""
_NO_CONTENT = "wallabag can't retrieve contents"
"""How the text begins that Wallabag keeps of a page that it could not read."""

_LATER = ("unread", "new", "later", "shortlist", "inbox")
_READ = ("archive", "archived", "read")
_STARRED = ("starred", "favorites", "favorite", "liked")
_NO_TAG = ("", "feed", "home", "unsorted")
"""States that say nothing of a story; all others are a person's own folders."""


def saved_stories(body: bytes) -> SavedStories | None:
    """The stories of an export; None if the file is none of those above."""
    return _zipped(body) if body.startswith(b"PK\x03\x04") else _one(body)


def _one(body: bytes) -> SavedStories | None:
    """The same, for a file that is not an archive."""
    start = body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"[", b"{"):
        return _wallabag(body)
    if listed := re.search(rb"<title>\s{0,9}(Pocket|Instapaper)\b", start):
        return _listed(body, listed[1].decode())
    columns = _columns(_named(start))
    if set(_named(start)) >= _HIGHLIGHTS:
        return SavedStories("Readwise", refused=("Readwise's highlights have no addresses: export Reader's list",))
    if "url" not in columns or len(columns.keys() - {"url", "title"}) < 2:
        return None
    try:
        source = document(unpacked(body, LIMIT))
    except ParseError as error:
        return SavedStories("CSV", refused=(f"The file cannot be read: {error}",))
    return _table(source)


def _rows(source: str) -> Iterator[list[str]]:
    """The rows of a CSV, up to the first one with broken quotes."""
    csv.field_size_limit(FIELD)
    try:
        yield from csv.reader(io.StringIO(source.replace("\0", ""), newline=""))
    except csv.Error:
        return


def _named(source: bytes) -> list[str]:
    """The column names in the first row of what may be a CSV."""
    first = next(iter(_rows(source.decode("utf-8", "replace"))), [])
    return [name.strip().casefold() for name in first]


def _columns(named: list[str]) -> dict[str, int]:
    """Which column holds what, as the header names it."""
    return {
        role: next(named.index(name) for name in names if name in named)
        for role, names in _COLUMNS.items()
        if any(name in named for name in names)
    }


def _table(source: str) -> SavedStories:
    rows = _rows(source)
    named = [name.strip().casefold() for name in next(rows)]
    columns = _columns(named)
    program = next((program for program, own in _PROGRAMS if own <= set(named)), "CSV")

    def stories() -> Iterator[SavedStory | str]:
        for row in rows:
            given = {role: row[place].strip() for role, place in columns.items() if place < len(row)}
            if given.get("url"):
                yield _from_row(given)

    return _gathered(program, stories())


def _from_row(given: dict[str, str]) -> SavedStory | str:
    """A row's story, or the sentence that says why it is left out."""
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
    """Tags as these programs write them: separated by bars or commas, or a list of quoted words."""
    if said.startswith("["):
        quoted = re.findall(r"""(["'])((?:\\.|(?!\1)[^\\])*)\1""", said)
        return [re.sub(r"\\(.)", r"\1", words) for _, words in quoted]
    return said.split("|" if "|" in said else ",")


def _zipped(body: bytes) -> SavedStories | None:
    """All exports in an archive as one; None if it holds none, or more than may be unpacked."""
    found: list[SavedStories] = []
    room = LIMIT
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for each in sorted(archive.infolist(), key=lambda one: one.filename)[:REASONS]:
                if each.filename.lower().endswith((".csv", ".json", ".html")) and each.file_size <= room:
                    room -= each.file_size
                    with archive.open(each) as part:
                        found += filter(None, [_one(part.read(each.file_size))])
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return None
    if not found:
        return None
    every: Iterable[Iterable[SavedStory | str]] = ((*one.stories, *one.refused) for one in found)
    return _gathered(found[0].program, chain.from_iterable(every))


class _Listed(HTMLParser):
    """A list of links under headings, as Pocket (time_added, tags) and Instapaper (folders) write it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[dict[str, str]] = []
        self._state, self._within = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a heading or a link that begins."""
        self._within = tag
        given = {name: value or "" for name, value in attrs}
        if tag == "h1":
            self._state = ""
        elif tag == "a" and len(self.rows) < STORIES:
            saved, tags = given.get("time_added", ""), given.get("tags", "")
            state = {"read archive": "archive"}.get(self._state.strip().casefold(), self._state)
            self.rows.append({"url": given.get("href", ""), "title": "", "saved": saved, "tags": tags, "state": state})

    def handle_endtag(self, tag: str) -> None:
        """Take note of its end."""
        self._within = ""

    def handle_data(self, data: str) -> None:
        """Collect its text."""
        if self._within == "h1":
            self._state = (self._state + data)[:FIELD]
        elif self._within == "a" and self.rows:
            self.rows[-1]["title"] = (self.rows[-1]["title"] + data)[:FIELD]


def _listed(body: bytes, program: str) -> SavedStories | None:
    try:
        reader = _Listed()
        reader.feed(document(unpacked(body, LIMIT)))
    except ParseError:
        return None
    return _gathered(program, (_from_row(row) for row in reader.rows if row["url"]))


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
    """A Wallabag entry's story, or the sentence that says why it is left out."""
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
        content="" if _text(given.get("content")).startswith(_NO_CONTENT) else _text(given.get("content")),
    )


def _annotations(given: dict[str, Any]) -> str:
    """What a person highlighted and wrote: each quotation, with their own words below it."""
    parts = []
    for each in _list(given.get("annotations")):
        if isinstance(each, dict):
            quote, own = text.clean(_text(each.get("quote"))).strip(), text.clean(_text(each.get("text"))).strip()
            parts += [f"“{quote}”"] if quote else []
            parts += [own] if own else []
    return "\n\n".join(parts)


def _gathered(program: str, stories: Iterable[SavedStory | str]) -> SavedStories:
    """Each address once, with all that its rows say; and a bounded number of sentences about what was left out."""
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
    """A web address, or ""."""
    found = address.clean(text.line(said)) if re.match(r"https?://", said, re.IGNORECASE) else ""
    return found if address.host(found) else ""


def _title(said: str, url: str) -> str:
    """The title, or "" if the program wrote the address instead of one."""
    title = text.line(said)
    return "" if title == text.line(url) else title


def _tags(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(text.line, given))))


def _yes(said: object) -> bool:
    """Whether a value of JSON or CSV means yes."""
    return said is True or said == 1 or str(said).casefold() in ("true", "yes", "1")


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""


def _list(said: object) -> list[Any]:
    return said if isinstance(said, list) else []
