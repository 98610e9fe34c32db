"""Which stories have one text: an agency's story that stands in several papers under other headlines, an aggregator's
copy. (One address under several names, AMP and mobile editions, is one story from the start: see `identity`.)

Of a text a *print* is kept: its shingles (runs of words) as numbers, put into `PARTS` heaps, and of each heap the
least. So many parts as two prints share, so large a part of their shingles do two texts share (Li, Owen and Zhang
2012)."""

import re
import sqlite3
from array import array
from collections.abc import Sequence
from zlib import crc32

from tui.blocks import plain
from tui.storage.packing import unpack, unpack_content
from tui.storage.sql import rows_in
from tui.text import words as words_of

PARTS = 16
"""Numbers of a print: 64 bytes."""
ALIKE = 8
"""Parts that two copies share. Half of the shingles: an agency's story with a paper's own first and last paragraph."""
SHINGLE = 5
"""Words of a shingle."""
LEAST = 40
"""Words that a text must have to be recognized by its print: shorter ones are summaries, which two editors may write
alike."""
MOST = 400
"""Words of a text that are looked at."""
HELD = 50
"""Stories that are remembered for one number: what more of them share is a phrase of every text (a notice, a form)."""


def print_of(text: str) -> bytes:
    """The print of a text; empty where it is too short to be recognized by one."""
    said = re.findall(r"\w+", text[: 16 * MOST].casefold())[:MOST]
    if len(said) < LEAST:
        return b""
    least = [0] * PARTS
    for at in range(len(said) - SHINGLE + 1):
        number = crc32(" ".join(said[at : at + SHINGLE]).encode())
        part = number % PARTS
        if not least[part] or number < least[part]:
            least[part] = number
    return array("I", least).tobytes()


def texts(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, str]:
    """The feeds' own text of stories, where they have any, else the summary."""
    found = dict(rows_in(db, "SELECT id, summary FROM stories WHERE id IN", ids))
    for story_id, html in rows_in(db, "SELECT story_id, html FROM contents WHERE story_id IN", ids):
        found[story_id] = words_of(unpack_content(html))
    return found


def late(db: sqlite3.Connection, rank: int, upto: int, most: int) -> dict[int, str]:
    """The texts of stories from a rank on, up to one of them, that came after these did: with their pages."""
    sql = (
        "SELECT id, article FROM stories INDEXED BY stories_kept JOIN articles ON story_id = id WHERE stories.kept = 1"
        " AND rank >= ? AND id <= ? AND guide = 0 AND id NOT IN (SELECT story_id FROM prints) LIMIT ?"
    )
    found = db.execute(sql, (rank, upto, most))
    return {story_id: plain(unpack(article, story_id).blocks) for story_id, article in found}


class Copies:
    """The stories of a window, by what a copy of theirs would share."""

    def __init__(self) -> None:
        self._parts: dict[int, list[int]] = {}
        self._known: dict[int, bytes] = {}

    def add(self, story_id: int, print_: bytes) -> int:
        """Takes a story in; an earlier one that has the same text, 0 where none has."""
        numbers = [number for number in array("I", print_) if number]
        shared: dict[int, int] = {}
        for number in numbers:
            held = self._parts.setdefault(number, [])
            for other in held:
                shared[other] = shared.get(other, 0) + 1
            if len(held) < HELD:
                held.append(story_id)
        if numbers:
            self._known[story_id] = print_
        best = max(shared, key=lambda other: (shared[other], -other), default=0)
        return best if shared.get(best, 0) >= ALIKE else 0

    def drop(self, story_id: int) -> None:
        """Forgets a story."""
        for number in filter(None, array("I", self._known.pop(story_id, b""))):
            held = self._parts.get(number, [])
            if story_id in held:
                held.remove(story_id)
            if not held:
                self._parts.pop(number, None)
