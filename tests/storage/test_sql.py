"""Rows and moments as SQLite has them."""

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.storage import sql


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are UTF-8 there")
@pytest.mark.parametrize("name", ["a b?mode=rw#c", "100%25", "x\udcff.db", "\N{SNOWMAN}"])
def test_a_file_of_any_name_is_opened(tmp_path: Path, name: str) -> None:
    sqlite3.connect(tmp_path / name).execute("CREATE TABLE things (id)").connection.close()
    db = sqlite3.connect(sql.uri_of(tmp_path / name, "mode=ro"), uri=True)
    assert sql.one(db, "SELECT name FROM sqlite_schema") == "things"
    db.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def database() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)")
    db.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT)")
    return db


def test_rows_are_put_changed_and_asked_for() -> None:
    db = database()
    ids = [sql.insert(db, "things", name=f"thing {number}") for number in range(1000)]
    assert ids == sql.column(db, "SELECT id FROM things ORDER BY id")
    sql.update(db, "things", 3, name="another")
    assert sql.one(db, "SELECT name FROM things WHERE id = ?", 3) == "another"
    assert sql.one(db, "SELECT name FROM things WHERE id = 0") is None
    named = dict(sql.rows_in(db, "SELECT id, name FROM things WHERE id IN", ids))
    assert len(named) == 1000  # more than one statement takes
    assert list(sql.rows_in(db, "SELECT id FROM things WHERE id IN", [])) == []
    db.close()


def test_settings_are_put_in_place_of_those_before() -> None:
    db = database()
    assert sql.get_setting(db, "a") == ""
    for value in ("b", "c"):
        sql.put_setting(db, "a", value)
        assert sql.get_setting(db, "a") == value
    assert sql.file_bytes(db) > 0
    db.close()


def test_moments_are_whole_seconds() -> None:
    moment = datetime(1969, 12, 31, 23, 59, 58, 500_000, tzinfo=UTC)
    assert sql.seconds_of(moment) == -2
    assert sql.at(-2) == moment.replace(microsecond=0)
    assert sql.seconds_of(None) is sql.moment_of(None) is None
    assert sql.moment_of(0) == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_script_is_parted_into_its_statements() -> None:
    script = """
        CREATE TABLE a (b TEXT); INSERT INTO a VALUES ('x;y');
        CREATE TRIGGER c AFTER INSERT ON a BEGIN DELETE FROM a; SELECT 1; END;
        -- nothing; here
        SELECT 1"""
    found = sql.statements(script)
    assert [statement.split()[:2] for statement in found] == [
        ["CREATE", "TABLE"],
        ["INSERT", "INTO"],
        ["CREATE", "TRIGGER"],
    ]
    assert found[1].strip() == "INSERT INTO a VALUES ('x;y');"
    assert found[2].strip().endswith("SELECT 1; END;")
    assert sql.statements("") == []


def test_numbers_are_listed_and_read_as_they_are() -> None:
    db = database()
    ids = [sql.insert(db, "things", name=f"thing {number}") for number in range(3)]
    assert ids == [1, 2, 3]
    assert sql.listed([3, 1]) == "3, 1"
    assert sql.listed([]) == ""
    assert list(sql.numbers(db, f"SELECT id FROM things WHERE id IN ({sql.listed([3, 1])}) ORDER BY id")) == [1, 3]
    db.close()


def test_a_file_is_as_large_as_it_says(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "things.db")
    db.execute("CREATE TABLE things (id)")
    db.commit()
    assert sql.file_bytes(db) == (tmp_path / "things.db").stat().st_size
    db.close()


def test_a_copy_waits_no_longer_than_one_has_patience(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "PATIENCE", 0)
    with (
        closing(sqlite3.connect(":memory:")) as new,
        closing(sqlite3.connect(tmp_path / "a.db", timeout=0)) as db,
        closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as other,
    ):
        other.execute("CREATE TABLE words (word)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked") as refused:
            sql.copy(new, db)
        other.execute("ROLLBACK")
        sql.copy(db, new)
        assert refused.value.sqlite_errorcode == sqlite3.SQLITE_BUSY
        assert new.execute("SELECT name FROM sqlite_schema").fetchall() == [("words",)]
