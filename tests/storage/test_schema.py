"""Every library that was ever written can still be opened, and a step fails as a whole or not at all."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.moments import at
from tui.blocks import Paragraph, Span
from tui.errors import StoreError
from tui.jobs import Validators
from tui.model import Counts, StoryFilter
from tui.saved import SavedSearch
from tui.storage import downloads, guide, marks, refreshes, searches, sections, stories, texts
from tui.storage.file import File
from tui.storage.schema import APPLICATION, VERSION, is_older, prepare
from tui.storage.steps import STEPS
from tui.storage.steps.first import FIRST

LIBRARIES = Path(__file__).parent.parent / "libraries"
THEN = datetime(2026, 11, 23, 12, tzinfo=UTC)


def database(path: Path | str = ":memory:") -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_there_is_a_library_of_every_version() -> None:
    assert len(STEPS) == VERSION
    assert {path.name for path in LIBRARIES.glob("*.db")} == {f"v{number + 1}.db" for number in range(VERSION)}


@pytest.mark.parametrize("name", sorted(path.name for path in LIBRARIES.glob("*.db")))
def test_a_library_of_any_version_opens_with_all_that_was_in_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(LIBRARIES / name, path)
    with File(path) as store:
        own = int(int(name[1:-3]) >= 4)
        assert stories.counts(store) == Counts(5, 3, 1, guide_unread=1, guide=1, later=own, kept=1)
        (site,) = sections.sites(store)
        assert [(section.name, section.stories, section.unread) for section in site.sections] == [
            ("World", 4, 2),
            ("Sport", 2, 0),
        ]
        assert refreshes.jobs(at(store, THEN))[0].validators == Validators()
        assert refreshes.jobs(at(store, THEN))[1].validators == Validators('W/"tag"', "yesterday", "0" * 64, THEN)
        (starred,) = stories.window(store, StoryFilter(starred=True))
        assert (starred.title, starred.read, starred.sections) == ("Story 0 of the harbour", True, ("World", "Sport"))
        kept = stories.story(store, "https://paper.example/1")
        assert kept is not None
        assert kept.kept
        article = texts.article(store, kept.id)
        assert article is not None
        assert article.blocks == (Paragraph((Span("A whole "), Span("article", strong=True))),)
        assert marks.place(store, kept.id) == (3, 7)
        assert texts.page(store, kept.id) == b"compressed"
        assert [job.title for job in downloads.queued(store)] == ["Far away"]
        assert len(stories.window(store, StoryFilter(words="lighthouse harbour"))) == 3
        assert len(stories.window(store, StoryFilter(words="whole article"))) == 2
        assert guide.version(store) == "1"
        version = int(name.removeprefix("v").removesuffix(".db"))
        counted = version >= 5  # what an older one finds is counted at the next refresh
        tagged = (("coffee",), ("abroad",)) if version >= 2 else ()
        assert site.sections[0].folders == (("Morning",), *tagged)
        assert searches.saved(store) == (
            (
                SavedSearch(
                    1,
                    "The lighthouse",
                    "lighthouse is:unread",
                    stories=(3 if version >= 8 else 4) * counted,
                    unread=2 * counted,
                ),
            )
            if version >= 2
            else ()
        )
        assert searches.save(store, "The harbour", "harbour") in searches.saved(store)
    with database(path) as db:
        db.execute("PRAGMA user_version").fetchone()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()


def test_an_older_library_takes_only_the_steps_it_lacks() -> None:
    db = database()
    prepare(db, steps=[FIRST])
    db.execute("INSERT INTO settings VALUES ('a', 'b')")
    prepare(db, steps=[FIRST, "CREATE TABLE second (id); INSERT INTO second VALUES (1);", "CREATE TABLE third (id);"])
    assert db.execute("PRAGMA user_version").fetchone() == (3,)
    assert db.execute("SELECT * FROM second").fetchall() == [(1,)]
    assert db.execute("SELECT * FROM settings").fetchall() == [("a", "b")]
    prepare(db, steps=[FIRST, "this is not run again", "nor this"])
    db.close()


def test_a_step_that_fails_leaves_the_library_as_it_was() -> None:
    db = database()
    prepare(db, steps=[FIRST])
    with pytest.raises(sqlite3.OperationalError):
        prepare(db, steps=[FIRST, "CREATE TABLE second (id); INSERT INTO missing VALUES (1);"])
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert db.execute("SELECT name FROM sqlite_schema WHERE name = 'second'").fetchall() == []
    assert not db.in_transaction
    db.close()


def test_a_newer_library_is_left_alone() -> None:
    db = database()
    prepare(db)
    db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(StoreError, match="newer"):
        prepare(db)
    db.close()


def test_a_database_of_another_program_is_left_alone() -> None:
    db = database()
    db.execute("CREATE TABLE bookmarks (url)")
    with pytest.raises(StoreError, match="another program"):
        prepare(db)
    assert db.execute("PRAGMA application_id").fetchone() != (APPLICATION,)
    db.close()


def test_a_reader_changes_nothing() -> None:
    db = database()
    with pytest.raises(StoreError, match="not ready"):
        prepare(db, readonly=True)
    assert db.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    db.close()


LISTS = {
    "SELECT id FROM stories ORDER BY rank DESC": "COVERING INDEX sqlite_autoindex_stories_1",
    "SELECT id FROM stories WHERE read = 0 AND hidden = 0 ORDER BY rank DESC": "COVERING INDEX stories_unread",
    "SELECT id FROM stories WHERE starred = 1 AND NOT hidden & 1 ORDER BY rank DESC": "COVERING INDEX stories_starred",
    "SELECT story_id FROM standing WHERE section_id = 1 ORDER BY rank DESC": "PRIMARY KEY",
    "SELECT story_id FROM standing INDEXED BY standing_unread WHERE unread = 1 AND section_id = 1 ORDER BY rank DESC": (
        "COVERING INDEX standing_unread"
    ),
    "SELECT rowid FROM search WHERE search MATCH 'a' AND rowid > 5 ORDER BY rowid DESC": "VIRTUAL TABLE",
}


@pytest.mark.parametrize("sql", LISTS)
def test_a_list_comes_from_its_index_without_sorting(sql: str) -> None:
    db = database()
    prepare(db)
    plan = [row[3] for row in db.execute("EXPLAIN QUERY PLAN " + sql)]
    assert LISTS[sql] in plan[0]
    assert not any("B-TREE" in step for step in plan)
    db.close()


def test_a_step_that_sqlite_has_taken_back_is_not_taken_back_again() -> None:
    def full(db: sqlite3.Connection) -> None:
        db.execute("ROLLBACK")
        raise ZeroDivisionError

    db = database()
    with pytest.raises(ZeroDivisionError):
        prepare(db, steps=[full])
    assert not db.in_transaction
    db.close()


def test_whether_a_file_is_older_is_not_asked_of_what_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_older(Path(shutil.copy(LIBRARIES / "v1.db", tmp_path / "library.db")))
    assert not is_older(tmp_path)
    assert not is_older(tmp_path / "none")

    def locked(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)
    assert not is_older(tmp_path / "library.db")
