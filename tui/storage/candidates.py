"""What a section offers, each story once, with the names that it is known by."""

import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui import address
from tui.model import Entry
from tui.storage.membership import Membership


class Candidate(NamedTuple):
    """An entry with the names it is known by, the guid (within its site) and the address's key, each "" where it has none."""

    entry: Entry
    guid: str
    key: str
    digest: int

    @property
    def names(self) -> list[str]:
        """The address first: it is the identity that marks are kept under, the same in every library."""
        return [name for name in (self.key, self.guid) if name]


def candidates(entries: Sequence[Entry], section: Membership) -> Iterator[Candidate]:
    """The entries of a section, each story once; a guid that stands for several addresses is none."""
    addresses: dict[str, set[str]] = {}
    fragments: dict[str, set[str]] = {}
    for entry in entries:
        if entry.url:
            key = address.key(entry.url)
            fragments.setdefault(key, set()).add(entry.url.partition("#")[2])
            if entry.guid:
                addresses.setdefault(entry.guid, set()).add(key)
    seen: set[str] = set()
    for entry in entries:
        if entry.url.startswith("guide:") and not section.guide:
            continue  # nobody else writes in the Guide
        key = address.key(entry.url) if entry.url else ""
        if key and len(fragments[key]) > 1 and (fragment := entry.url.partition("#")[2]):
            key = f"{key}#{fragment}"  # a page that holds several stories (a journal, a list of links)
        trusted = entry.guid and entry.guid != entry.url and len(addresses.get(entry.guid, ())) < 2
        guid = f"{section.site_id}\x1f{entry.guid}" if trusted else ""
        if not key and not guid:
            if not entry.title:
                continue
            guid = f"{section.site_id}\x1f{entry.title}"
        if seen.isdisjoint({key, guid} - {""}):
            seen |= {key, guid}
            yield Candidate(entry, guid, key, _digest(entry))


def _digest(entry: Entry) -> int:
    """What tells whether a section says the same of a story as before."""
    said = (entry.title, entry.url, entry.summary, entry.content, str(entry.published))
    return zlib.crc32("\x1f".join(said).encode())
