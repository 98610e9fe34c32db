"""What a story said before its page was fetched again, and what is new since a person read it.

Kept is one text of a story: the one that was read last, however often it is changed before it is read again."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from tui import values
from tui.blocks import Block, Blocks, Paragraph, plain, span_text, written
from tui.model import Article
from tui.storage.file import File
from tui.storage.packing import pack, unpack
from tui.storage.sql import at, one, seconds_of
from tui.values import Value

MOST = 3_000
"""Earlier texts that are kept, the newest: some 10 MB."""
COMPARED = 2_000
"""Blocks of a text that are compared one by one; what is longer is told apart by its words alone."""


ALIKE = 0.5
"""Words that two wordings of a paragraph share, of those of the longer one. By eye, on corrections of agencies."""
WORDS = 500
"""Words of a paragraph that are compared one by one."""
NEAR = 20
"""Paragraphs among which the other wording of one is looked for."""


class Earlier(Value):
    """What a story said before."""

    article: Article
    replaced: datetime
    """When the newer text came."""
    seen: bool
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
    """Both texts in one: each block with "new", "gone" or "" for one that stands in both, wherever it stands now. Of a
    paragraph that was corrected both wordings follow each other, the words that differ strong."""
    new, gone = fresh(before, after), fresh(after, before)
    if max(len(before), len(after)) > COMPARED:
        left = [("gone", block) for number, block in enumerate(before) if number in gone]
        return (*left, *(("new" if number in new else "", block) for number, block in enumerate(after)))
    from difflib import SequenceMatcher  # late: lists and refreshes do without

    told: list[tuple[str, Block]] = []
    matcher = SequenceMatcher(None, [_said(block) for block in before], [_said(block) for block in after], False)
    for state, first, last, begin, end in matcher.get_opcodes():
        if state == "equal":
            told += [("", block) for block in after[begin:end]]
        else:
            told += _beside(
                [before[number] for number in range(first, last) if number in gone],
                [("new" if number in new else "", after[number]) for number in range(begin, end)],
            )
    return tuple(told)


def _beside(gone: list[Block], now: Sequence[tuple[str, Block]]) -> Iterator[tuple[str, Block]]:
    """What is gone before what stands there now, but other wordings of a paragraph behind each other."""
    waiting: list[tuple[str, Block]] = []
    for state, block in now:
        places = range(min(NEAR, len(gone)) if state == "new" else 0)
        place = next((place for place in places if _alike(gone[place], block)), None)
        if place is None:
            waiting.append((state, block))
            continue
        yield from (("gone", each) for each in gone[:place])
        yield from waiting
        yield from zip(("gone", "new"), _corrected(gone[place], block), strict=True)
        waiting, gone = [], gone[place + 1 :]
    yield from (("gone", each) for each in gone)
    yield from waiting


def _alike(one: Block, other: Block) -> bool:
    """Two wordings of a paragraph."""
    if not (isinstance(one, Paragraph) and isinstance(other, Paragraph)):
        return False
    left, right = set(_said(one).casefold().split()), set(_said(other).casefold().split())
    return len(left & right) >= ALIKE * max(len(left), len(right))


def _corrected(old: Block, new: Block) -> tuple[Block, Block]:
    """Two wordings, the words of each that the other has not in its place strong."""
    from difflib import SequenceMatcher

    assert isinstance(old, Paragraph) and isinstance(new, Paragraph)
    left, right = (list(re.finditer(r"\S+", span_text(block.spans))) for block in (old, new))
    if max(len(left), len(right)) > WORDS:
        return old, new
    matcher = SequenceMatcher(None, [word[0] for word in left], [word[0] for word in right])
    changes = [change[1:] for change in matcher.get_opcodes() if change[0] != "equal"]
    ours = [(left[first].start(), left[last - 1].end()) for first, last, _, _ in changes if first < last]
    theirs = [(right[first].start(), right[last - 1].end()) for _, _, first, last in changes if first < last]
    return _stressed(old, ours), _stressed(new, theirs)


def _stressed(block: Paragraph, stretches: Sequence[tuple[int, int]]) -> Paragraph:
    """A paragraph with some stretches of its characters strong."""
    spans, begin = [], 0
    for span in block.spans:
        end = begin + len(span.text)
        cuts = sorted({begin, end, *(cut for stretch in stretches for cut in stretch if begin < cut < end)})
        for first, last in pairwise(cuts):
            strong = span.strong or any(start <= first < stop for start, stop in stretches)
            spans.append(values.replace(span, text=span.text[first - begin : last - begin], strong=strong))
        begin = end
    return Paragraph(tuple(spans))
