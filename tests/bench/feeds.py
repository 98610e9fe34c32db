"""How many of a folder of real feeds are read as its expected.json says: `python -m tests.bench.feeds FOLDER [--direct]`.

Prints a line for each file that differs, then the agreement of real and of edge files and the milliseconds they cost; and
how many of the real feeds' distinct entries a library keeps of them, read twice, the second time from the end.
`--direct` calls the parser in this process; otherwise the guarded child does, as in a refresh.
"""

import argparse
import gzip
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.errors import ParseError
from tui.jobs import Gathered
from tui.model import Feed, Offer, SiteOffer
from tui.parse.feeds.feed import feed as parsed
from tui.storage import refreshes, sections
from tui.storage.file import File

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def differences(body: bytes, wanted: Mapping[str, Any], read: Callable[[bytes], Feed]) -> list[str]:
    """In what a reading differs from what was expected; empty where it agrees."""
    try:
        found = read(body)
    except ParseError as error:
        return [] if wanted["parses"] in (False, None) else [f"refused: {error}"]
    if wanted["parses"] is False:
        return [f"read as {found.format} with {len(found.entries)} entries"]
    if wanted["parses"] is None:
        return []  # either is fair
    differ = []

    def same(name: str, got: object, *fair: object) -> None:
        if got not in fair:
            differ.append(f"{name}: {got!r}, not {fair[0]!r}")

    same("format", found.format, wanted["format"])
    same("title", found.title or None, wanted["title"] or None, wanted.get("title_repaired", wanted["title"]))
    least, most = wanted.get("n_entries_min"), wanted.get("n_entries_max")
    if least is not None and most is not None:
        same("entries", least <= len(found.entries) <= most, True)
    elif wanted["n_entries"] is not None:
        same("entries", len(found.entries), wanted["n_entries"], wanted.get("n_entries_alt", wanted["n_entries"]))
    first = wanted["first_entry"]
    if first and found.entries:
        entry = found.entries[0]
        date = datetime.fromisoformat(first["published"]) if first["published"] else None
        same("id", entry.guid or None, first["id"], wanted.get("id_alt", first["id"]))
        same("first title", entry.title or None, first["title"], wanted.get("first_title_repaired", first["title"]))
        same("link", entry.url or None, first["link"])
        same("published", entry.published, date)
        if "first_author" in wanted:
            same("author", entry.authors, (wanted["first_author"],))
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", repr_of(found)):
        differ.append("a control character came through")
    return differ


def repr_of(found: Feed) -> str:
    """All the text of a feed in one string."""
    parts = [found.format, found.title, found.url, found.language, found.moved_to]
    for entry in found.entries:
        parts += [entry.title, entry.url, entry.guid, entry.summary, entry.content, entry.picture, *entry.authors]
    return " ".join(parts)


def body_of(path: Path) -> bytes:
    """A file's bytes; real/ is packed only to save room, edge/ as it is."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def distinct(found: Feed) -> int:
    """The entries of a feed that say something, each once: one that is repeated to the letter is no other."""
    return len(
        {
            (entry.title, entry.url, entry.guid, entry.published, entry.summary)
            for entry in found.entries
            if entry.title or entry.url or entry.guid or entry.summary
        }
    )


def kept(found: Feed, url: str) -> tuple[int, int]:
    """(stories that a library of its own has of a feed, those that came when it was read once more, the other way about)."""
    page = found.url or url
    with tempfile.TemporaryDirectory() as folder, File(Path(folder) / "library.db", clock=lambda: NOW) as file:
        offer = Offer(found.title or url, url, entries=found.entries, page=page)
        followed = sections.follow(file, SiteOffer(found.title or url, page, (offer,)))
        section_id = followed.added[0].id
        again = refreshes.keep(file, Gathered(section_id, found.entries[::-1]))
    return followed.stories, again


def print_kept(folder: Path, names: Iterable[str]) -> bool:
    """Prints how many entries of the real feeds a library keeps, and of which feeds not all; whether it is all of them."""
    wanted, stories, repeated = 0, 0, 0
    for name in names:
        url = f"https://{Path(name).name.partition('.')[0]}.example/feed"
        try:
            found = parsed(body_of(folder / name), url)
        except ParseError:
            continue
        entries, (have, again) = distinct(found), kept(found, url)
        wanted, stories, repeated = wanted + entries, stories + have, repeated + again
        if have != entries or again:
            print(f"{name}: {have} of {entries} entries kept, {again} again")
    print(f"library: {stories} of {wanted} distinct entries kept, {repeated} of them again when read once more")
    return stories == wanted and not repeated


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--direct", action="store_true", help="call the parser in this process")
    options = parser.parse_args()
    read: Callable[[bytes], Feed]
    if options.direct:
        read = parsed
    else:
        from tests.bench.adapters import guarded_feed as read
    agreed: dict[str, list[bool]] = {}
    spent: list[tuple[float, str]] = []
    for name, wanted in json.loads((options.folder / "expected.json").read_text()).items():
        body = body_of(options.folder / name)
        begin = time.perf_counter()
        found = differences(body, wanted, read)
        spent.append((1000 * (time.perf_counter() - begin), name))
        agreed.setdefault(name.split("/")[0], []).append(not found)
        if found:
            print(f"{name}\n    " + "\n    ".join(found))
    for folder, results in agreed.items():
        print(f"{folder}: {sum(results)} of {len(results)} agree")
    print(
        f"{sum(ms for ms, _ in spent):.0f} ms in all, slowest {', '.join(f'{name} {ms:.0f} ms' for ms, name in sorted(spent)[-3:])}"
    )
    whole = print_kept(
        options.folder,
        [name for name in json.loads((options.folder / "expected.json").read_text()) if name.startswith("real/")],
    )
    return 0 if whole and all(all(results) for results in agreed.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
