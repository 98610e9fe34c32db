"""A library as rows: what is read is what was kept, also from another version or a damaged file, and poured it is a library again."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.storage.paper import article, check, entry, follow_two_sites, offer
from tui.errors import ParseError, StoreError
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.storage import guide, marks, rows, schema, searches, sections, stories, texts
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
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    for name, said in (
        ("text", "cannot be read"),
        ("other.db", "is not a library"),
        ("none", "there is no library"),
        ("folder", "is a folder, where the library should be"),
        ("empty", "is empty, 0 bytes"),
    ):
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


def test_counters_that_are_counted_anew_are_those_that_were_kept(store: File) -> None:
    follow_two_sites(store)
    ids = stories.order(store, StoryFilter())
    marks.mark(store, ids[:2], read=True)
    marks.mark(store, ids[1:4], starred=True)
    marks.mark(store, ids[3:5], later=True)
    texts.keep_article(store, ids[0], article("https://a.example/1", "text"), b"page")
    texts.keep_article(store, ids[5], article("https://a.example/6", "text"))
    searches.save(store, "Hidden", '"Story 4"', "mute")
    searches.save(store, "All", "story")
    page = Entry("Every key", "guide:/start/keys", "keys")
    guided = (article("guide:/start/keys", "text"),)
    guide.take(
        store, SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", entries=(page,)),)), guided, "1"
    )
    kept = (
        "SELECT 0, * FROM totals",
        "SELECT id, stories, unread FROM sections",
        "SELECT id, stories, unread FROM searches",
    )
    with store.writing() as db:
        before = [db.execute(sql).fetchall() for sql in kept]
        assert all(count for row in before[0] for count in row[2:]), "each has something to count"
        for table, names in (("sections", "stories unread"), ("searches", "stories unread")):
            db.execute(f"UPDATE {table} SET {' = 77, '.join(names.split())} = 77")
        db.execute("DELETE FROM totals")
        rows.recount(db)
        assert [db.execute(sql).fetchall() for sql in kept] == before


def test_a_library_made_of_rows_is_its_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        rows.load(tmp_path / "new.db", ['{"broadsheet-library": 10}'])
    finally:
        os.umask(before)
    assert (tmp_path / "new.db").stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(tmp_path / "new.db")) as db:
        assert db.execute("PRAGMA auto_vacuum").fetchone() == (2,)
        assert db.execute("PRAGMA page_size").fetchone() == (8192,)


@pytest.mark.parametrize("version", [0, -1, schema.VERSION + 1])
def test_of_a_version_that_never_was_no_library_is_made(tmp_path: Path, version: int) -> None:
    with pytest.raises(StoreError, match=f"its version is {version}"):
        rows.load(tmp_path / "new.db", [f'{{"broadsheet-library": {version}}}'])
    assert not (tmp_path / "new.db").exists()


def test_an_export_can_be_read_by_a_person(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as file:
        sections.follow(file, offer(("Wörld", (entry(1, title="東京の港"),))))
        texts.keep_article(file, 1, article("https://a.example/1", "Wörter"), b"\xff\x00")
    with closing(rows.look(path)) as db:
        lines = list(rows.dump(db))
    assert lines[0] == f'{{"broadsheet-library": {schema.VERSION}}}'
    assert any('"title":"東京の港"' in line for line in lines)
    assert any('{"text":"' in line and "Wörter" in line for line in lines)
    assert any('"html":{"base64":"/wA="}' in line for line in lines)


def test_an_id_that_was_given_once_is_not_given_again(tmp_path: Path) -> None:
    lines = [
        f'{{"broadsheet-library": {schema.VERSION}}}',
        '{"sqlite_sequence": {"name": "tags", "seq": 5}}',
        '{"sqlite_sequence": {"name": "tags", "seq": 7}}',
    ]
    rows.load(tmp_path / "new.db", lines)
    with closing(sqlite3.connect(tmp_path / "new.db")) as db:
        assert db.execute("INSERT INTO tags (key, name) VALUES ('a', 'a')").lastrowid == 8


def test_a_sound_file_has_no_damage_and_of_another_the_first_is_told_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as file:
        follow_two_sites(file)
        with file.bare() as db:
            assert rows.damage(db, "quick_check") == rows.damage(db, "integrity_check") == ""
            db.execute("PRAGMA writable_schema = ON")
            db.execute("UPDATE sqlite_schema SET rootpage = rootpage + 1 WHERE name = 'marks'")
    with closing(rows.look(path)) as db:
        said = rows.damage(db, "integrity_check")
        assert said and "\n" not in said and not said.startswith("***")


def test_what_hangs_on_what_is_removed_is_removed_too() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("CREATE TABLE sites (id INTEGER PRIMARY KEY)")
        db.execute("CREATE TABLE sections (id INTEGER PRIMARY KEY, site_id REFERENCES sites)")
        db.execute("CREATE TABLE stories (id INTEGER PRIMARY KEY, section_id REFERENCES sections (id))")
        db.execute("INSERT INTO sites VALUES (1)")
        db.execute("INSERT INTO sections VALUES (1, 1), (2, 9), (3, NULL)")
        db.execute("INSERT INTO stories VALUES (1, 1), (2, 2), (3, NULL), (4, 3)")
        assert rows.detach(db) == 2
        assert db.execute("SELECT id FROM sections").fetchall() == [(1,), (3,)]
        assert db.execute("SELECT id FROM stories").fetchall() == [(1,), (3,), (4,)]
        assert rows.detach(db) == 0
