"""The doctor: sound is said to be sound, what is wrong is named with what helps, and --fix helps."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tests.storage.paper import NOW, offer
from tui import config
from tui.library import listening
from tui.library.journal import Journal, Wish
from tui.model import Enclosure, Entry, StoryFilter
from tui.storage import episodes, file, sections, stories
from tui.storage.file import File


@pytest.fixture(autouse=True)
def private(home: Path) -> Iterator[None]:
    was = os.umask(0o077)
    yield
    os.umask(was)


def states(verb: Verb, *words: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for check in json.loads(verb("doctor", "--json", *words).out):
        found.setdefault(check["what"], set()).add(check["state"])
    return found


def test_a_sound_library_is_said_to_be_sound(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TMUX", raising=False)
    verb("backup")
    done = verb("doctor")
    assert done.code == 0
    assert {line.split()[0] for line in done.out.splitlines()} == {"ok"}
    assert states(verb) == {
        name: {"ok"} for name in ("configuration", "library", "backups", "feeds", "files", "terminal")
    }


def test_before_there_is_a_library_there_is_nothing_wrong(verb: Verb) -> None:
    done = verb("doctor")
    assert done.code == 0 and "there is none at" in done.out
    assert not config.library_file().exists()


def test_what_can_be_mended_is(verb: Verb) -> None:
    verb("list")
    with closing(sqlite3.connect(config.library_file())) as db:
        db.execute("UPDATE totals SET unread = 99")
        db.commit()
    ill = verb("doctor")
    assert ill.code == 1 and "the counts of 1 library are wrong; `broadsheet doctor --fix` mends it" in ill.out
    assert verb("doctor", "--fix").code == 0
    assert verb("doctor").code == 0


def test_of_a_damaged_library_what_can_be_read_is_saved(verb: Verb) -> None:
    story = verb("list", "--limit", "1").out.split("\t")[0]
    verb("mark", "star", story)
    path = config.library_file()
    body = bytearray(path.read_bytes())
    for at in range(len(body) - 8192 * 3, len(body), 8192):
        body[at : at + 8192] = b"\xff" * 8192
    path.write_bytes(body)
    ill = verb("doctor")
    assert ill.code == 1 and "damaged" in ill.out
    mended = verb("doctor", "--fix")
    assert mended.code == 0 and "1 mark and " in mended.out
    assert verb("doctor").code == 0
    assert len(list(path.parent.glob("library.db.*.damaged"))) == 1


def test_what_is_no_library_is_not_thrown_away(verb: Verb) -> None:
    verb("list")
    path = config.library_file()
    path.write_bytes(b"no database at all" * 1000)
    done = verb("doctor", "--fix")
    assert done.code == 1 and "`broadsheet restore`" in done.out
    assert path.read_bytes().startswith(b"no database")


def test_a_library_that_another_program_writes_is_not_taken_for_a_damaged_one(
    verb: Verb, monkeypatch: pytest.MonkeyPatch
) -> None:
    verb("list")
    path = config.library_file()
    monkeypatch.setitem(file._TERMS, "timeout", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE totals SET unread = 99")
        db.execute("BEGIN IMMEDIATE")
        before = path.stat().st_ino
        done = verb("doctor", "--fix")
        assert done.code == 1
        assert "is being written by another program; try again in a moment" in done.out
        assert "the counts of 1 library are wrong" in done.out
        assert "restore" not in done.out
        db.execute("ROLLBACK")
    assert path.stat().st_ino == before
    assert [one.name for one in path.parent.glob("*damaged*")] == []
    assert verb("doctor", "--fix").code == 0


def test_a_library_that_may_not_be_written_is_read_and_left(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    verb("list")
    path = config.library_file()

    def read_only(place: Path, *, readonly: bool) -> sqlite3.Connection:
        """As where the disk is read-only: root, who may run these tests, writes everywhere."""
        db = connect(place, readonly=readonly)
        db.execute("PRAGMA query_only = ON")
        return db

    connect = file._connect
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(file, "_connect", read_only)
        meanwhile.setattr("tui.storage.index.is_new", lambda db: False)
        done = verb("doctor", "--fix")
    assert done.code == 1
    assert "may not be written: the file, its folder or the disk is read-only." in done.out
    assert "all of it can be read, and is right" in done.out
    assert "restore" not in done.out
    assert [one.name for one in path.parent.glob("*damaged*")] == []


def test_a_library_of_a_newer_version_is_left_to_it(verb: Verb) -> None:
    verb("list")
    path = config.library_file()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 1000")
    before = path.read_bytes()
    done = verb("doctor", "--fix")
    assert done.code == 1
    assert "made by a newer Broadsheet" in done.out and "restore" not in done.out
    assert path.read_bytes() == before


def test_a_wrong_configuration_and_open_files_are_named(verb: Verb) -> None:
    verb("list")
    config.config_file().parent.mkdir(parents=True, exist_ok=True)
    config.config_file().write_text("measure = 1")
    config.library_file().chmod(0o644)
    done = verb("doctor", "--fix")
    assert done.code == 1
    assert "line 1: measure must be" in done.out
    assert "is open to others (0644): chmod go= closes it" in done.out
    assert config.library_file().stat().st_mode & 0o777 == 0o644  # what its owner has set is left


def test_failing_feeds_are_named(verb: Verb, home: Path) -> None:
    (home / "urls").write_text("https://a.example/feed\nhttps://b.example/feed\n")
    verb("import", str(home / "urls"))
    with closing(sqlite3.connect(config.library_file())) as db:
        db.execute("UPDATE sections SET error = 'a.example: timed out' WHERE url LIKE '%a.example%'")
        db.execute("UPDATE sections SET gone = 1 WHERE url LIKE '%b.example%'")
        db.commit()
    verb("unfollow", "https://b.example/feed")
    assert "0 of 1 section is working" in verb("doctor").out
    verb("undo")
    done = verb("doctor")
    assert "https://a.example/feed fails and was never read: timed out" in done.out
    assert "is gone for good (410)" in done.out and "0 of 2 sections are working" in done.out


def test_files_of_episodes_that_are_gone_or_nobodys_are_told_and_mended(verb: Verb) -> None:
    verb("list")
    talk = Entry("A talk", "https://a.example/1", enclosures=(Enclosure("https://a.example/1.mp3", "audio/mpeg"),))
    with File(config.library_file(), clock=lambda: NOW) as file:
        sections.follow(file, offer(("Talks", (talk,))))
        (asked,) = episodes.queue(file, stories.order(file, StoryFilter(news=True)))
        there = listening.folder(file.path)
        (there / "1-a-talk.mp3").write_bytes(b"sound")
        assert episodes.came(file, asked.id, "1-a-talk.mp3", 5)
    assert states(verb)["episodes"] == {"ok"}
    (there / "1-a-talk.mp3").rename(there / "of-nobody")
    ill = verb("doctor").out
    assert "1 file of an episode is gone" in ill and "1 file is no episode's" in ill
    assert "mended: 1 of them forgotten" in verb("doctor", "--fix").out
    assert list(there.iterdir()) == [] and "episodes" not in states(verb)


def test_marks_that_a_killed_session_left_are_told_of_and_stay(verb: Verb, tmp_path: Path) -> None:
    verb("list")
    another = tmp_path / "another.db"
    another.touch()
    gone = [tmp_path / f"gone {number}.db" for number in range(5)]
    wishes = [Wish(1, "https://a.example/1", "One", read=True), Wish(2, "https://a.example/2", "Two", starred=True)]
    for library in (config.library_file(), another, *gone):
        journal = Journal(config.state_folder(), library)
        journal.write(wishes)
        journal._held.close()
    living = Journal(config.state_folder(), gone[0])
    living.write(wishes)
    before = sorted(config.state_folder().glob("marks-*"))
    said = [line for line in verb("doctor", "--fix").out.splitlines() if line.split()[1] == "marks"]
    assert len(said) == 3
    (ours,) = [line for line in said if "the reader keeps what was marked at its next start" in line]
    assert "2 marks wait in " in ours
    assert any(f"for another library, {another}" in line for line in said)
    (many,) = [line for line in said if "10 marks wait in" in line]
    assert f"for libraries that are gone ({gone[0]}, {gone[1]}, {gone[2]} and 2 more): delete these files if" in many
    assert sorted(config.state_folder().glob("marks-*")) == before
    living.write([])
