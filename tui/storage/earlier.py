"""What a story said before its page was fetched again, and what is new since a person read it.

Kept is one text of a story: the one that was read last, however often it is changed before it is read again."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from tui.blocks import Block, Blocks, plain, written
from tui.model import Article
from tui.storage.file import File
from tui.storage.packing import pack, unpack
from tui.storage.sql import at, one, seconds_of
from tui.values import Value

MOST = 3_000
"""Earlier texts that are kept, the newest: some 10 MB."""
COMPARED = 2_000
"""Blocks of a text that are compared one by one; what is longer is told apart by its words alone."""


class Earlier(Value):
    """What a story said before."""

    article: Article
    replaced: datetime
    """When the newer text came."""
    seen: bool = False
    """The newer one was opened since."""


def of(file: File, story_id: int) -> Earlier | None:
    """What a story said before, or None."""
    with file.reading() as db:
        row = db.execute("SELECT article, replaced, seen FROM earlier WHERE story_id = ?", (story_id,)).fetchone()
        return Earlier(unpack(row[0], story_id), at(row[1]), bool(row[2])) if row else None


def see(file: File, story_id: int) -> None:
    """A person has opened the newer text: what comes after it is compared with that."""
    with file.writing() as db:
        db.execute("UPDATE earlier SET seen = 1 WHERE story_id = ? AND seen = 0", (story_id,))


def is_stale(file: File, story_id: int) -> bool:
    """Whether its section says something new of a story since its page was fetched."""
    with file.reading() as db:
        return bool(one(db, "SELECT EXISTS (SELECT 1 FROM stale WHERE story_id = ?)", story_id))


def grow_stale(db: sqlite3.Connection, story_id: int) -> None:
    """A section says something new of a story: its page will be fetched again when it is opened."""
    db.execute("INSERT OR IGNORE INTO stale SELECT id FROM stories WHERE id = ? AND kept = 1", (story_id,))


def replace(db: sqlite3.Connection, story_id: int, article: Article, now: datetime) -> None:
    """A newer text is about to take the place of a story's: the one before is kept, where it says something else."""
    db.execute("DELETE FROM stale WHERE story_id = ?", (story_id,))
    kept = one(
        db,
        "SELECT article FROM articles JOIN stories ON stories.id = story_id WHERE story_id = ?1"
        " AND (read OR EXISTS (SELECT 1 FROM places WHERE places.story_id = ?1))",
        story_id,
    )
    if kept is None:
        return  # there was none, or nobody read it
    before = unpack(kept, story_id)
    if before.source != article.source or _words(before.blocks) == _words(article.blocks):
        return
    db.execute(
        "INSERT INTO earlier (story_id, article, replaced) VALUES (?, ?, ?) ON CONFLICT (story_id) DO UPDATE SET"
        " article = CASE WHEN seen THEN excluded.article ELSE article END, replaced = excluded.replaced, seen = 0",
        (story_id, pack(before), seconds_of(now)),
    )
    over = one(db, "SELECT count(*) FROM earlier") - MOST
    if over > 0:
        db.execute(
            "DELETE FROM earlier WHERE story_id IN (SELECT story_id FROM earlier ORDER BY replaced LIMIT ?)", (over,)
        )


def _words(blocks: Blocks) -> list[str]:
    return plain(blocks).split()


def _said(block: Block) -> str:
    return " ".join(written((block,)).split())


def fresh(before: Blocks, after: Blocks) -> frozenset[int]:
    """The numbers of the blocks that say what was not said before."""
    said = {_said(block) for block in before}
    return frozenset(number for number, block in enumerate(after) if (words := _said(block)) and words not in said)


def compared(before: Blocks, after: Blocks) -> tuple[tuple[str, Block], ...]:
    """Both texts in one: each block with "new", "gone" or "" for one that stands in both."""
    return tuple(_compared(before, after))


def _compared(before: Blocks, after: Blocks) -> Iterator[tuple[str, Block]]:
    if max(len(before), len(after)) > COMPARED:
        new = fresh(before, after)
        gone = fresh(after, before)
        yield from (("gone", block) for number, block in enumerate(before) if number in gone)
        yield from (("new" if number in new else "", block) for number, block in enumerate(after))
        return
    from difflib import SequenceMatcher  # late: lists and refreshes do without

    matcher = SequenceMatcher(None, [_said(block) for block in before], [_said(block) for block in after], False)
    for state, first, last, begin, end in matcher.get_opcodes():
        if state == "equal":
            yield from (("", block) for block in after[begin:end])
        else:
            yield from (("gone", block) for block in before[first:last])
            yield from (("new", block) for block in after[begin:end])
