"""A library as rows: what is read is what was kept, also from another version or a damaged file, and poured it is a library again."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.storage.paper import check
from tui.errors import ParseError, StoreError
from tui.model import StoryFilter
from tui.storage import rows, schema, searches, sections, stories, texts
from tui.storage.file import File

LIBRARIES = sorted((Path(__file__).parent.parent / "libraries").glob("v*.db"))


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What stands in the tables, ids and all."""
    with closing(rows.look(path)) as db:
        found: dict[str, list[tuple[Any, ...]]] = {}
        for table, row in rows.every(db):
            found.setdefault(table, []).append(tuple(row.values()))
        return found


@pytest.fixture(params=LIBRARIES, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "old.db"))


def test_a_library_of_any_version_goes_out_and_comes_in_again(old: Path, tmp_path: Path) -> None:
    with closing(rows.look(old)) as db:
        lines = list(rows.dump(db))
    assert all(json.loads(line) for line in lines)
    rows.load(tmp_path / "new.db", lines)
    with closing(rows.look(tmp_path / "new.db")) as db:
        again = list(rows.dump(db))

    def told(lines: list[str]) -> list[str]:
        return sorted(line for line in lines if '{"settings":{"name":"index"' not in line)

    assert told(again) == told(lines)
    with File(old) as before, File(tmp_path / "new.db") as after:
        check(after)
        assert sections.sites(after) == sections.sites(before)
        assert searches.saved(after) == searches.saved(before)
        assert stories.window(after, StoryFilter()) == stories.window(before, StoryFilter())
        found = StoryFilter(words="article")
        assert stories.window(after, found) == stories.window(before, found) != ()
        for story in stories.window(before, StoryFilter()):
            assert texts.article(after, story.id) == texts.article(before, story.id)


def test_what_is_derived_is_not_among_the_rows(old: Path) -> None:
    with closing(rows.look(old)) as db:
        names = rows.tables(db)
    assert names[0] == "marks" and "stories" in names
    assert not [name for name in names if name.startswith("search_") or name in ("search", "terms")]


def test_nothing_of_a_library_is_changed_by_looking(old: Path) -> None:
    before = old.read_bytes()
    with closing(rows.look(old)) as db:
        list(rows.dump(db))
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            db.execute("DELETE FROM marks")
    assert old.read_bytes() == before


def test_a_newer_library_can_be_exported_and_is_not_poured(old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        db.execute("CREATE TABLE wonders (id INTEGER PRIMARY KEY, name TEXT)")
        db.execute("INSERT INTO wonders VALUES (1, 'a wonder')")
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        db.commit()
    with pytest.raises(StoreError, match="newer"):
        File(old)
    with closing(rows.look(old)) as db:
        lines = list(rows.dump(db))
    assert '{"wonders":{"id":1,"name":"a wonder"}}' in lines
    with pytest.raises(StoreError, match="its version is"):
        rows.load(tmp_path / "new.db", lines)


def test_a_damaged_page_keeps_back_only_what_stands_on_it(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as file, file.writing() as db:
        db.executemany(
            "INSERT INTO marks (identity, starred, changed) VALUES (?, 1, 0)", [(f"story {n}",) for n in range(4000)]
        )
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'marks'").fetchone()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        size = db.execute("PRAGMA page_size").fetchone()[0]
    body = bytearray(path.read_bytes())
    leaves = [at for at in range(0, len(body), size) if body[at] == 0x0D and b"story 2000" in body[at : at + size]]
    assert leaves and root
    for at in leaves:
        body[at : at + size] = b"\xff" * size
    path.write_bytes(body)
    found = contents(path)["marks"]
    assert 3000 < len(found) < 4000
    assert {row[1] for row in found} >= {"story 0", "story 3999"}


def test_a_table_without_rowid_is_read_from_both_ends(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as file, file.writing() as db:
        db.executemany(
            "INSERT INTO hosts (host, held_until) VALUES (?, 0)", [(f"host{n:05}.example",) for n in range(3000)]
        )
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        size = db.execute("PRAGMA page_size").fetchone()[0]
    body = bytearray(path.read_bytes())
    for at in range(0, len(body), size):
        if body[at] == 0x0A and b"host01500.example" in body[at : at + size]:
            body[at : at + size] = b"\xff" * size
    path.write_bytes(body)
    names = [row[0] for row in contents(path)["hosts"]]
    assert 2000 < len(names) < 3000 and len(set(names)) == len(names)
    assert {"host00000.example", "host02999.example"} <= set(names)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "line 1 is not JSON"),
        (["x"], "line 1 is not JSON"),
        (["[]"], "line 1 is not a JSON object"),
        (['{"something": 1}'], "the first line does not say"),
        (['{"broadsheet-library": "1"}'], "the first line does not say"),
        (['{"broadsheet-library": 1}', "[" * 100_000], "line 2 is not JSON"),
        (['{"broadsheet-library": 1}', '{"stories": 1}'], "line 2: stories is not a row"),
        (['{"broadsheet-library": 1}', '{"stories": {"id": []}}'], "line 2 has a value that no library has"),
        (['{"broadsheet-library": 1}', '{"articles": {"article": {"base64": "é"}}}'], "line 2 has a value"),
        (['{"broadsheet-library": 1}', '{"articles": {"article": {"base64": "YQ==$"}}}'], "line 2 has a value"),
        (['{"broadsheet-library": 99}'], "its version is 99"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises((ParseError, StoreError), match=said):
        rows.load(tmp_path / "new.db", lines)


def test_rows_that_no_library_has_are_left_out(tmp_path: Path) -> None:
    lines = [
        '{"broadsheet-library": 1}',
        '{"stories": {"id": 1, "title; DROP TABLE stories": "x"}}',
        '{"sqlite_schema": {"sql": "x"}}',
        '{"standing": {"section_id": 1, "rank": 5, "story_id": 7, "unread": 1, "position": 0, "offered": 0}}',
        '{"marks": {"identity": "a", "starred": 1, "changed": 0}}',
        '{"marks": {"identity": "a", "starred": 0, "changed": 0}}',
        '{"marks": {"identity": null, "changed": 99999999999999999999999}}',
    ]
    assert rows.load(tmp_path / "new.db", lines) == {"standing": 1, "marks": 1}
    with File(tmp_path / "new.db") as file:
        check(file)
    assert len(contents(tmp_path / "new.db")["marks"]) == 1
    assert "standing" not in contents(tmp_path / "new.db")


def test_what_is_no_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database at all" * 100)
    with closing(sqlite3.connect(tmp_path / "other.db")) as db:
        db.execute("CREATE TABLE a (b)")
    for name, said in (("text", "cannot be read"), ("other.db", "is not a library"), ("none", "there is no library")):
        with pytest.raises(StoreError, match=said):
            rows.look(tmp_path / name)


def test_a_line_without_an_end_is_cut_and_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_CHARACTERS", 100)
    (tmp_path / "lines").write_bytes(b'{"broadsheet-library": 1}\n\n  \n' + b"{" * 10_000)
    with (tmp_path / "lines").open("rb") as opened:
        lines = list(rows.lines_of(opened))
        assert [len(line) for line in lines[:2]] == [25, 401]
        with pytest.raises(ParseError, match="line 2 is longer than 100 characters"):
            rows.load(tmp_path / "new.db", lines)


def test_a_library_whose_schema_cannot_be_read_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    File(path).close()
    body = bytearray(path.read_bytes())
    body[100:8192] = b"\xff" * 8092
    path.write_bytes(body)
    with closing(rows.look(path)) as db, pytest.raises(StoreError, match="nothing of the library can be read"):
        list(rows.every(db))


def test_a_table_of_which_nothing_can_be_read_keeps_no_other_back(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as file, file.writing() as db:
        db.execute("INSERT INTO marks (identity, starred, changed) VALUES ('a', 1, 0)")
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'stories'").fetchone()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        size = db.execute("PRAGMA page_size").fetchone()[0]
    body = bytearray(path.read_bytes())
    body[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(body)
    found = contents(path)
    assert "stories" not in found
    assert [row[1] for row in found["marks"]] == ["a"]


def test_removing_orphans_ends_where_nothing_more_can_be_removed() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("CREATE TABLE pairs (a, b, UNIQUE (a, b))")
        db.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, a, b, FOREIGN KEY (a, b) REFERENCES pairs (a, b))")
        db.execute("INSERT INTO pairs VALUES (1, 1), (2, 2)")
        db.execute("INSERT INTO things VALUES (1, 1, 2), (2, 3, 3)")
        assert rows.detach(db) == 1
        assert db.execute("SELECT id FROM things").fetchall() == [(1,)]
