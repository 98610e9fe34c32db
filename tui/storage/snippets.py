"""Where a search found its words in a story: a few words of its text or standfirst, each found one marked; the headline
stands above it anyway.

FTS5 weighs every place of a word against every other. In a text of 200 KB in which a word is frequent that took two
seconds: so a long text is looked through part by part, and its first part with a word in it is shown."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing

from tui.text import folded

_MARK = "\x02"
LONG = 6_000
"""Bytes of a kept text, compressed, from which on it is looked through in parts: some 15,000 characters, 4 ms at the
worst."""

PART = 6_000
"""Characters of a part."""

_GIVEN = "snippet({}, {}, char(2), char(3), '…', 24)"
_STANDFIRST, _BODY = 1, 2
"""The columns of the index that a snippet is taken from."""


def snippets(db: sqlite3.Connection, match: str, ranks: list[int]) -> dict[int, str]:
    """Where a search found its words in each story: U+0002 before and U+0003 after each."""
    listed = ", ".join(map(str, ranks))
    long = {
        rank
        for (rank,) in db.execute(
            "SELECT rank FROM stories LEFT JOIN articles ON articles.story_id = stories.id"
            " LEFT JOIN contents ON contents.story_id = stories.id"
            f" WHERE rank IN ({listed}) AND coalesce(length(article), length(html), 0) > {LONG}"
        )
    }
    short = [rank for rank in ranks if rank not in long]
    rows = _short(db, match, short, _BODY)
    found = {rank for rank, text in rows if _MARK in text}
    rows = [row for row in rows if row[0] in found]
    rows += _short(db, match, [rank for rank in short if rank not in found], _STANDFIRST)
    rows += _long(db, match, sorted(long))
    # Letters of dense scripts are tokens of their own: neighbours that are marked are one mark.
    return {
        rank: " ".join(text.replace("\u200b", "").replace("\x03\x02", "").split())
        for rank, text in rows
        if _MARK in text
    }


def repeats(snippet: str, title: str) -> bool:
    """Whether a snippet says nothing but what the headline says."""
    if len(snippet) > 2 * len(title):
        return False  # so it is with most, and folding costs more than all else here
    said = folded(snippet.translate({2: None, 3: None}))
    return said in folded(title)


def _short(db: sqlite3.Connection, match: str, ranks: Sequence[int], column: int) -> list[tuple[int, str]]:
    given = f"SELECT rowid, coalesce({_GIVEN.format('search', column)}, '') FROM search WHERE search MATCH ? AND"
    if "*" in match or " OR " in match:  # expensive to start: started once, for all between the first and the last
        ends = f"rowid BETWEEN {min(ranks, default=0)} AND {max(ranks, default=0)}"
        return db.execute(f"{given} {ends} AND +rowid IN ({', '.join(map(str, ranks))})", (match,)).fetchall()
    each = (db.execute(f"{given} rowid = ?", (match, rank)).fetchone() for rank in ranks)
    return [row for row in each if row]


def _long(db: sqlite3.Connection, match: str, ranks: Sequence[int]) -> list[tuple[int, str]]:
    if not ranks:
        return []
    words = " OR ".join(re.findall(r'"[^"]+"\*?', match))
    found = []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as parts:
        (made,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'search'").fetchone()
        tokenizer = re.search(r'tokenize = "[^"]*"', made)
        parts.execute(
            f"CREATE VIRTUAL TABLE part USING fts5 (title, standfirst, body, {tokenizer[0] if tokenizer else ''})"
        )
        for rank in ranks:
            texts = db.execute("SELECT standfirst, body FROM texts WHERE number = ?", (rank,)).fetchone()
            found.append((rank, _first(parts, words, *texts)))
    return found


def _first(parts: sqlite3.Connection, words: str, standfirst: str, text: str) -> str:
    """The first part of a text with one of the words in it; a word or phrase that lies between two parts is in
    neither."""
    for start in range(-PART, len(text), PART):
        parts.execute("DELETE FROM part")
        parts.execute("INSERT INTO part VALUES ('', '', ?)", (standfirst if start < 0 else text[start : start + PART],))
        row = parts.execute(f"SELECT {_GIVEN.format('part', _BODY)} FROM part WHERE part MATCH ?", (words,)).fetchone()
        if row:
            return str(row[0])
    return ""
