"""The index of the full text: what it is told of each story, and what it must be told before that changes.

FTS5 keeps no copy of a text. It reads it from the view `texts`, by the functions of `query`; so a story is taken out
of the index before its text changes, and put in again afterwards.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from tui import text
from tui.model import Entry
from tui.storage import query
from tui.storage.sql import get_setting, one, put_setting

Text = tuple[int, str, str, str]
"""What is indexed of a story: its rank, and headline, standfirst and text as `query.indexed` makes them."""


def text_of(rank: int, entry: Entry) -> Text:
    """The text of a new story: what the view `texts` will give when the index asks for it again."""
    words = entry.words or text.words(entry.content)
    return rank, query.indexed(entry.title), query.indexed(entry.summary), query.indexed(words)


def texts_of(db: sqlite3.Connection, ids: Iterable[int]) -> Iterator[Text]:
    """The texts of stories as they are kept."""
    sql = "SELECT number, title, standfirst, body FROM texts WHERE number = (SELECT rank FROM stories WHERE id = ?)"
    return (db.execute(sql, (story_id,)).fetchone() for story_id in ids)


def put_texts(db: sqlite3.Connection, texts: Iterable[Text]) -> None:
    """Indexes texts, in the order of their rank: FTS5 writes a segment each time a row comes before the last one."""
    db.executemany("INSERT INTO search (rowid, title, standfirst, body) VALUES (?, ?, ?, ?)", sorted(texts))


def put(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Indexes stories that are not."""
    put_texts(db, texts_of(db, ids))


def remove(db: sqlite3.Connection, story_id: int) -> None:
    """Takes a story out of the index: before its text changes, for the index must be told what it holds."""
    db.execute(
        "INSERT INTO search (search, rowid, title, standfirst, body)"
        " SELECT 'delete', number, title, standfirst, body FROM texts"
        " WHERE number = (SELECT rank FROM stories WHERE id = ?)",
        (story_id,),
    )


def is_new(db: sqlite3.Connection) -> bool:
    """Whether the index was made by this version's way of telling words from a text."""
    return get_setting(db, "index") == str(query.VERSION)


def renew(db: sqlite3.Connection) -> None:
    """Makes the index anew, in this version's way."""
    if one(db, "SELECT EXISTS (SELECT 1 FROM stories)"):
        db.execute("INSERT INTO search (search) VALUES ('rebuild')")
    put_setting(db, "index", str(query.VERSION))
