"""The fourth version: folders and tags of sections become a tree, acts become a log, searches mean what they meant."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tui.storage.schema import prepare
from tui.storage.steps import STEPS
from tui.storage.steps.own import own

BEFORE, AFTER = STEPS[:3], STEPS[:4]


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        prepare(made, steps=BEFORE)
        made.execute("INSERT INTO sites (id, key, kind, name, url, domain) VALUES (1, 'a', 'followed', 'A', 'u', 'a')")
        yield made


def section(db: sqlite3.Connection, number: int, folder: str = "", tags: str = "") -> None:
    db.execute(
        "INSERT INTO sections (id, site_id, key, name, url, kind, folder, tags, position)"
        " VALUES (?, 1, ?, ?, 'u', 'feed', ?, ?, ?)",
        (number, f"k{number}", f"S{number}", folder, tags, number),
    )


def tree(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """(the folder around it, its name), in their order."""
    return db.execute(
        "SELECT coalesce(outer.name, ''), folders.name FROM folders"
        " LEFT JOIN folders AS outer ON outer.id = folders.parent_id ORDER BY folders.position"
    ).fetchall()


def standing(db: sqlite3.Connection) -> list[tuple[str, int, int]]:
    return db.execute(
        "SELECT name, section_id, foldered.position FROM foldered JOIN folders ON folders.id = folder_id"
        " ORDER BY foldered.id"
    ).fetchall()


def test_it_is_the_fourth_step() -> None:
    assert AFTER[-1] is own


def test_a_path_becomes_folders_within_folders_each_once_whatever_its_case(db: sqlite3.Connection) -> None:
    section(db, 1, "News / World")
    section(db, 2, "news / Sport")
    section(db, 3)
    prepare(db, steps=AFTER)
    assert tree(db) == [("", "News"), ("News", "World"), ("News", "Sport")]
    assert standing(db) == [("World", 1, 0), ("Sport", 2, 1)]


def test_tags_are_folders_too_and_a_section_stands_in_each_once(db: sqlite3.Connection) -> None:
    section(db, 1, "News", "news\nslow\nslow")
    section(db, 2, "", "slow\n")
    prepare(db, steps=AFTER)
    assert tree(db) == [("", "News"), ("", "slow")]
    assert standing(db) == [("News", 1, 0), ("slow", 1, 0), ("slow", 2, 1)]


def test_the_columns_they_came_from_are_gone(db: sqlite3.Connection) -> None:
    prepare(db, steps=AFTER)
    columns = {name for _, name, *_ in db.execute("PRAGMA table_info(sections)")}
    assert columns.isdisjoint({"folder", "tags"})
    assert columns >= {"archived", "hidden", "muted", "minutes", "full_text", "gone_since"}


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("tag:slow bridge", "folder:slow bridge"),
        ("-tag:slow TAG:fast", "-folder:slow folder:fast"),
        ('"tag:slow" tag:"x"', '"tag:slow" folder:"x"'),
        ("hashtag:slow site:tag:x", "hashtag:slow site:tag:x"),
    ],
)
def test_a_search_for_a_sections_tag_is_one_for_its_folder(db: sqlite3.Connection, words: str, now: str) -> None:
    db.execute("INSERT INTO searches (id, key, name, words) VALUES (1, 'n', 'N', ?)", (words,))
    prepare(db, steps=AFTER)
    assert db.execute("SELECT words, kind FROM searches").fetchall() == [(now, "view")]


@pytest.mark.parametrize(
    ("verb", "read", "starred", "touched", "before", "after"),
    [
        ("read", 1, 0, 0, 0, 1),
        ("read", 1, 1, 1, 2 + 8, 1 + 2 + 8),
        ("unread", 0, 0, 0, 1, 0),
        ("unread", 0, 1, 0, 1 + 2, 2),
        ("star", 0, 1, 1, 8, 2 + 8),
        ("star", 1, 1, 0, 1, 1 + 2),
        ("unstar", 1, 0, 0, 1 + 2, 1),
    ],
)
def test_acts_are_kept_with_the_flags_before_and_after(
    db: sqlite3.Connection, verb: str, read: int, starred: int, touched: int, before: int, after: int
) -> None:
    db.execute(
        "INSERT INTO marks (id, identity, read, starred, touched, changed) VALUES (1, 'i', ?, ?, ?, 0)",
        (read, starred, touched),
    )
    db.execute("INSERT INTO actions (id, at, verb) VALUES (7, 1000, ?)", (verb,))
    db.execute("INSERT INTO acted (action_id, mark_id) VALUES (7, 1)")
    prepare(db, steps=AFTER)
    assert db.execute("SELECT id, at, verb, what, undone FROM actions").fetchall() == [(7, 1000, verb, "", 0)]
    assert db.execute("SELECT * FROM acted").fetchall() == [(7, 1, before, after)]


def test_sites_keep_their_numbers_and_any_kind_may_come(db: sqlite3.Connection) -> None:
    prepare(db, steps=AFTER)
    assert db.execute("SELECT id, key, kind, position FROM sites").fetchall() == [(1, "a", "followed", 0)]
    db.execute("INSERT INTO sites (key, kind, name, url, domain) VALUES ('b', 'another kind', 'B', 'u', 'b')")
