"""newsboat's cache is read and never written; what is hostile in one does nothing."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.storage.paper import entries, offer, story
from tui.errors import StoreError
from tui.model import CachedFeed, CachedStory, Entry, StoryFilter
from tui.storage import actions, bounds, imports, newsboat, sections, stories
from tui.storage.file import File
from tui.values import replace

FEED = "https://a.example/news/feed"
SCHEMA = """
CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL, title VARCHAR(1024) NOT NULL);
CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024) NOT NULL,
    author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL,
    content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
    flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0);
"""


def cache(path: Path, *rows: tuple[object, ...], schema: str = SCHEMA, feed: str = FEED) -> Path:
    """A small cache; each row: guid, title, address, date, content, unread, flags."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(schema)
        db.execute("INSERT INTO rss_feed VALUES (?, 'https://a.example/', 'The Paper')", (feed,))
        db.executemany(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags)"
            f" VALUES (?, ?, 'Ann', ?, '{feed}', ?, ?, ?, ?)",
            rows,
        )
        db.commit()
    return path


def read(path: Path) -> CachedFeed:
    (found,) = newsboat.feeds(path, [FEED])
    return found


def test_what_it_holds(tmp_path: Path) -> None:
    found = read(
        cache(
            tmp_path / "cache.db",
            ("g1", "One &amp; all", "https://a.example/1", 1_700_000_000, "<p>Its <b>words</b></p>", 0, "sx"),
            ("https://a.example/2Mon, 01 Jan", "Two", "https://a.example/2", 0, "", 1, None),
        )
    )
    assert found.title == "The Paper"
    one, two = found.stories
    assert (one.read, one.flags, two.read, two.flags) == (True, "sx", False, "")
    assert one.entry.title == "One & all" and one.entry.summary == "Its words" and one.entry.authors == ("Ann",)
    assert one.entry.published == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert two.entry.guid == "" and two.entry.published is None
    assert newsboat.titles(tmp_path / "cache.db", [FEED, "https://b.example"]) == {
        FEED: "The Paper",
        "https://b.example": "",
    }


def test_it_is_not_written(tmp_path: Path) -> None:
    path = cache(tmp_path / "cache.db", ("g", "One", "https://a.example/1", 1, "", 0, ""))
    before, there = path.read_bytes(), set(tmp_path.iterdir())
    path.chmod(0o400)
    read(path)
    assert path.read_bytes() == before and set(tmp_path.iterdir()) == there


@pytest.mark.parametrize(
    "schema",
    [
        pytest.param(
            SCHEMA.replace("CREATE TABLE rss_item", "CREATE TABLE items")
            + "CREATE VIEW rss_item AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;",
            id="a view without end",
        ),
        pytest.param("CREATE TABLE rss_feed (rssurl, url, title); CREATE TABLE rss_item (id);", id="other columns"),
        pytest.param("CREATE TABLE rss_feed (a, b, c);", id="other tables"),
    ],
)
def test_what_only_looks_like_one_is_refused(tmp_path: Path, schema: str) -> None:
    with closing(sqlite3.connect(tmp_path / "cache.db")) as db:
        db.executescript(schema)
    with pytest.raises(StoreError, match=r"cannot be read|not a cache"):
        read(tmp_path / "cache.db")


@pytest.mark.parametrize("body", [b"", b"no database at all" * 500, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_database_is_a_sentence(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "cache.db").write_bytes(body)
    with pytest.raises(StoreError):
        read(tmp_path / "cache.db")


def test_a_cache_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        read(tmp_path / "cache.db")
    assert not (tmp_path / "cache.db").exists()


def test_a_question_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = cache(tmp_path / "cache.db", *[(f"g{n}", "T", "", n, "", 0, "") for n in range(500)])
    monkeypatch.setattr(newsboat, "STEPS", 100)
    with pytest.raises(StoreError, match="takes too long"):
        read(path)


def test_values_of_the_wrong_kind_and_size_are_bounded(tmp_path: Path) -> None:
    path = cache(
        tmp_path / "cache.db",
        (b"\xff\xfe", "x" * 50_000, "https://a.example/" + "y" * 20_000, "soon", b"\x00\x1b[2J", "maybe", 7),
        ("g\x1b]0;", "\x1b[2JT\u202e", "javascript:alert(1)", 10**17, "<p>\x07</p>", 0, "a\x1bb"),
    )
    for each in read(path).stories:
        assert len(each.entry.title) <= bounds.TITLE and "\x1b" not in repr(each.entry.title + each.entry.guid)
        assert each.entry.published is None and each.flags.isalpha() | (each.flags == "")


def test_an_address_that_is_too_long_is_not_cut_to_another(tmp_path: Path) -> None:
    longest = "https://a.example/".ljust(bounds.ADDRESS, "y")
    found = read(cache(tmp_path / "cache.db", *[(f"g{n}", "T", longest + "y" * n, n, "", 0, "") for n in (1, 0)]))
    assert sorted(bounds.entry(each.entry).url for each in found.stories) == ["", longest]


def test_a_library_takes_it_over_as_one_act(store: File) -> None:
    sections.follow(store, offer(("News", entries(1, 2, 3))))
    cached = [
        CachedStory(Entry("Story 1", "https://a.example/1", "guid-1"), read=True),
        CachedStory(Entry("Story 2", "https://a.example/2", "guid-2"), flags="s"),
        CachedStory(Entry("Older", "https://a.example/old", "old"), read=True, flags="x"),
    ]
    elsewhere = CachedFeed("https://nowhere.example/feed", "", (cached[0],))
    found = imports.take_feeds(store, [CachedFeed(FEED, "", tuple(cached)), elsewhere], "newsboat")
    assert (found.stories, found.read, found.starred, found.tagged) == (1, 2, 2, 1)
    one, two, old = (story(store, f"https://a.example/{name}") for name in ("1", "2", "old"))
    assert one.read and not one.starred and two.starred and not two.read and old.read and old.tags == ("flag x",)
    action, _ = actions.history(store)
    assert (action.verb, action.what) == ("import", "newsboat")
    actions.undo(store)
    assert not stories.window(store, StoryFilter(starred=True)) and not story(store, one.url).read
    actions.redo(store)
    again = imports.take_feeds(store, [CachedFeed(FEED, "", tuple(cached))], "newsboat")
    assert replace(again, sections=()) == replace(again, stories=0, read=0, starred=0, tagged=0, sections=())
