"""Looking after the library: tidied, copied, put back."""

import contextlib
import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tests.storage.paper import entries, follow
from tui import config
from tui.jobs import Gathered
from tui.storage import refreshes
from tui.storage.file import File


def stars(verb: Verb) -> str:
    return verb("list", "--starred").out


def test_what_was_backed_up_is_restored(verb: Verb) -> None:
    story = verb("list", "--limit", "1").out.split("\t")[0]
    verb("mark", "star", story)
    starred = stars(verb)
    made = verb("backup")
    assert made.code == 0 and Path(made.out.strip()).is_file()
    assert verb("backup", "--list").out.startswith(made.out.strip())
    verb("mark", "unstar", story)
    back = verb("restore")
    assert back.code == 0 and back.out == "" and "restored: " in back.err
    assert stars(verb) == starred != ""


def test_a_backup_writes_over_nothing_but_a_backup(verb: Verb, home: Path) -> None:
    thesis, mine, made_by_mktemp = home / "thesis.txt", home / "mine.db", home / "tmp.x"
    thesis.write_text("my thesis")
    refused = verb("backup", str(thesis))
    assert (refused.code, refused.err) == (
        1,
        f"broadsheet: {thesis} is there already and no backup: it is left as it is\n",
    )
    assert thesis.read_text() == "my thesis"
    verb("list")
    with contextlib.closing(sqlite3.connect(home / "other.db")) as db:
        db.execute("CREATE TABLE recipes (name)")
    assert verb("backup", str(home / "other.db")).code == verb("backup", str(home)).code == 1
    assert verb("backup", str(config.library_file())).err.endswith("library.db is the library itself\n")
    made_by_mktemp.touch()
    for file in (mine, mine, made_by_mktemp):
        assert verb("backup", str(file)).code == 0
        assert verb("restore", str(file)).code == 0


def test_a_library_survives_the_loss_of_its_file(verb: Verb, home: Path) -> None:
    story = verb("list", "--limit", "1").out.split("\t")[0]
    verb("mark", "star", story)
    starred = stars(verb)
    (home / "all.jsonl").write_text(verb("export", "--all").out, encoding="utf-8")
    config.library_file().unlink()
    done = verb("import", str(home / "all.jsonl"))
    assert done.code == 0, done.err
    assert stars(verb) == starred


def test_a_library_in_use_is_not_replaced_by_an_import(verb: Verb, home: Path) -> None:
    (home / "urls").write_text("https://a.example/feed\n")
    verb("import", str(home / "urls"))
    (home / "all.jsonl").write_text(verb("export", "--all").out, encoding="utf-8")
    refused = verb("import", str(home / "all.jsonl"))
    assert refused.code == 1 and "`broadsheet restore " in refused.err
    assert verb("restore", str(home / "all.jsonl")).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["restore"], "there is no backup in"),
        (["restore", "/no/such/file"], "/no/such/file cannot be read: no such file or directory"),
        (["backup", "/dev/null/x"], "/dev/null is not a folder"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(verb: Verb, words: list[str], said: str) -> None:
    verb("list")
    done = verb(*words)
    assert done.code == 1 and said in done.err and len(done.err.splitlines()) == 1


@pytest.mark.parametrize("days", ["36501", "9999999", "99999999999999999999"])
def test_days_that_no_library_has_are_refused(verb: Verb, days: str) -> None:
    done = verb("tidy", "--days", days)
    assert done.code in (1, 2) and days in done.err and len(done.err.splitlines()) < 4


def test_tidy_says_before_it_does(verb: Verb) -> None:
    done = verb("tidy")
    assert (done.code, done.out, done.err) == (0, "", "there is nothing to remove\n")
    with File(config.library_file(), clock=lambda: datetime.now(UTC) - timedelta(days=400)) as file:
        (section,) = follow(file, ("World", entries(1, 2))).added
        refreshes.keep(file, Gathered(section.id, entries(2)))
    for _ in range(2):
        done = verb("tidy")
        assert done.code == 0 and done.out.startswith("1 story, 0 KiB: first seen more than 180 days ago")
        assert done.err == "nothing has been removed: run it again with --yes\n"
    assert "Story 1" in verb("list").out
    assert json.loads(verb("tidy", "--json").out)[0]["count"] == 1
    removed = verb("tidy", "--yes")
    assert removed.out == done.out and removed.err.endswith(" KiB freed\n")
    assert "Story 1" not in verb("list").out and "Story 2" in verb("list").out
