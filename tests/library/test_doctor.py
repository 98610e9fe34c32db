"""The doctor's own looks: the terminal, the file system, and whether fixing helps under an open screen."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.storage.paper import entries, follow, offer
from tests.storage.test_file import full_disk
from tui import config
from tui.errors import StoreError
from tui.jobs import Failure, Gathered
from tui.library import doctor, listening
from tui.library.doctor import Check
from tui.library.journal import Journal, Wish
from tui.model import Enclosure, StoryFilter
from tui.storage import backups, episodes, marks, refreshes, repair, sections, stories
from tui.storage.file import File
from tui.values import replace


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which everything of the program is, its owner's alone."""
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    was = os.umask(0o077)
    yield tmp_path
    os.umask(was)


@pytest.fixture
def library(home: Path) -> Iterator[File]:
    with File(config.library_file()) as file:
        yield file


def told(look: Callable[[bool], Iterator[Check]], *, fix: bool = False) -> list[tuple[str, str]]:
    return [(check.state, check.told(doctor.CURES)) for check in look(fix)]


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"TERM": "dumb"}, "TERM names no terminal"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "xterm, true colour"),
        ({"TERM": "tmux-256color", "TMUX": "x"}, "set-clipboard on"),
        ({"TERM": "xterm", "SSH_CONNECTION": "x"}, "over SSH"),
    ],
)
def test_the_terminal_is_told(monkeypatch: pytest.MonkeyPatch, env: dict[str, str], said: str) -> None:
    for name in ("TERM", "COLORTERM", "TMUX", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert any(said in check.sentence for check in doctor._terminal(False))


def test_a_network_file_system_is_known(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n")
    assert doctor._file_system(tmp_path / "library.db", mounts) == "nfs4"
    assert doctor._file_system(Path("/library.db"), mounts) == "ext4"
    assert doctor._file_system(tmp_path, tmp_path / "none") == ""


@pytest.mark.parametrize(
    ("found", "mends"),
    [
        ((Check("ok", "library", "right"),), False),
        ((Check("wrong", "library", "counts are off", "mend"),), True),
        ((Check("note", "episodes", "a file is gone", "mend"), Check("wrong", "files", "open to others")), True),
        ((Check("note", "episodes", "a file is gone", "mend"), Check("wrong", "library", "torn")), False),
    ],
)
def test_it_mends_in_place_only(found: tuple[Check, ...], mends: bool) -> None:
    assert doctor.mends(found) is mends


def test_a_backup_is_worth_a_word_where_the_newest_is_over_a_month_old(library: File) -> None:
    assert told(doctor._backups) == [("note", "there is none; `broadsheet backup` makes one")]
    older = backups.back_up(library)
    os.utime(older, (0, time.time() - 90 * 86_400))
    newer = backups.back_up(library)
    for days, state in ((0, "ok"), (1, "ok"), (30, "ok"), (31, "note")):
        os.utime(newer, (0, time.time() - days * 86_400 - 60))
        assert told(doctor._backups) == [(state, f"2 copies, the newest {days} {'day' if days == 1 else 'days'} old")]


def test_feeds_that_fail_are_told_with_since_when_and_the_others_counted(library: File) -> None:
    assert told(doctor._feeds) == [("ok", "0 of 0 sections are working")]
    world, sport, arts = follow(library, ("World", ()), ("Sport", ()), ("Arts", ())).added
    refreshes.keep(library, Gathered(world.id, entries(1)))
    refreshes.keep(library, Gathered(world.id, failure=Failure("it is ill", 500)))
    with library.writing() as db:  # the day is told, and not today's
        db.execute("UPDATE sections SET succeeded = 1780000000 WHERE id = ?", (world.id,))
        db.execute("UPDATE sections SET succeeded = NULL WHERE id <> ?", (world.id,))
    refreshes.keep(library, Gathered(sport.id, failure=Failure("no answer")))
    assert told(doctor._feeds) == [
        ("note", "The Paper › World fails since 2026-05-28: it is ill"),
        ("note", "The Paper › Sport fails and was never read: no answer"),
        ("ok", "1 of 3 sections are working"),
    ]
    sections.unfollow(library, [world.id, sport.id])
    assert told(doctor._feeds) == [("ok", "1 of 1 section is working")]
    assert arts.id


def test_files_of_episodes_are_counted_and_what_is_astray_is_told_and_mended(library: File) -> None:
    assert told(doctor._episodes) == []
    (one,) = entries(1)
    sections.follow(
        library, offer(("Talks", (replace(one, enclosures=(Enclosure("https://a.example/1.mp3", "audio/mpeg"),)),)))
    )
    (asked,) = episodes.queue(library, stories.order(library, StoryFilter()))
    there = listening.folder(library.path)
    (there / "1-talk.mp3").write_bytes(bytes(3_000_000))
    assert episodes.came(library, asked.id, "1-talk.mp3", 3_000_000)
    assert told(doctor._episodes) == told(doctor._episodes, fix=True) == [("ok", "1 file, 3 MB")]
    (there / "of-nobody").write_bytes(bytes(2_000_000))
    helps = "`broadsheet doctor --fix` mends it"
    assert told(doctor._episodes) == [("note", f"1 file is no episode's; {helps}")]
    (there / "1-talk.mp3").unlink()
    found = list(doctor._episodes(False))
    assert [check.told(doctor.CURES) for check in found] == [
        f"1 file of an episode is gone; {helps}",
        f"1 file is no episode's; {helps}",
    ]
    assert all(check.mends for check in found)
    assert told(doctor._episodes, fix=True) == [("ok", "mended: 1 of them forgotten, 2 MB made free")]
    (there / "another").write_bytes(bytes(1_000_000))  # that alone is mended too
    assert told(doctor._episodes, fix=True) == [("ok", "mended: 0 of them forgotten, 1 MB made free")]
    assert told(doctor._episodes) == []


@pytest.mark.parametrize(
    ("libraries", "said"),
    [
        (1, "for a library that is gone ({0}): delete the file if that is for good"),
        (3, "for libraries that are gone ({0}, {1}, {2}): delete these files if that is for good"),
        (4, "for libraries that are gone ({0}, {1}, {2} and 1 more): delete these files if that is for good"),
    ],
)
def test_marks_that_wait_for_libraries_that_are_gone_are_named_a_few(home: Path, libraries: int, said: str) -> None:
    gone = [home / f"gone {number}.db" for number in range(libraries)]
    for place in gone:
        journal = Journal(config.state_folder(), place)
        journal.write([Wish(1, "https://a.example/1", "One", read=True)])
        journal._held.close()
    ((state, sentence),) = told(doctor._marks)
    number = "1 mark waits in" if libraries == 1 else f"{libraries} marks wait in"
    assert state == "note" and sentence.startswith(f"{number} {config.state_folder()} (marks-")
    assert sentence.count(".json") == min(libraries, doctor.NAMED) and (" …)" in sentence) is (libraries > doctor.NAMED)
    assert sentence.endswith(said.format(*gone))


def test_what_is_open_to_others_and_a_disk_that_is_nearly_full_are_told(
    library: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    def free(size: int) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=size))

    mine = ("ok", "what the program keeps is yours alone")
    free(doctor.LITTLE_ROOM)
    assert told(doctor._files) == [mine]
    free((99 << 20) + 5)
    assert told(doctor._files) == [mine, ("wrong", "99 MiB are free on the disk of the library")]
    free(doctor.LITTLE_ROOM)
    library.path.chmod(0o640)
    assert told(doctor._files) == [("note", f"{library.path} is open to others (0640): chmod go= closes it")]
    library.path.chmod(0o600)
    monkeypatch.setattr(doctor, "_file_system", lambda _: "nfs4")
    assert told(doctor._files)[1:] == [
        ("wrong", f"{library.path} is on a network file system (nfs4), where locks may not hold")
    ]


def test_before_there_is_a_library_its_disk_is_not_asked(home: Path) -> None:
    assert told(doctor._library) == [("note", f"there is none at {config.library_file()} yet")]
    assert told(doctor._feeds) == told(doctor._episodes) == []
    assert told(doctor._files) == [("ok", "what the program keeps is yours alone")]


def test_a_library_with_wrong_counts_is_mended_only_where_that_is_wanted(library: File) -> None:
    sections.follow(library, offer(("World", entries(1, 2))))
    size = f"{config.library_file().stat().st_size:,}"
    assert told(doctor._library) == [("ok", f"{config.library_file()}, {size} bytes: file, index and counts are right")]
    with library.writing() as db:
        db.execute("UPDATE totals SET unread = 99")
    ((state, sentence),) = told(doctor._library)
    assert (state, sentence) == ("wrong", "the counts of 1 library are wrong; `broadsheet doctor --fix` mends it")
    assert told(doctor._library, fix=True)[0] == ("ok", "mended: the counts of 1 library are wrong")
    assert [state for state, _ in told(doctor._library)] == ["ok"]
    assert stories.counts(library).unread == 2


def test_what_is_no_library_and_one_of_a_newer_version_stay_where_they_are(library: File) -> None:
    with library.bare() as db:
        db.execute("PRAGMA user_version = 999")
    found = told(doctor._library, fix=True)
    assert [state for state, _ in found] == ["wrong"] and "newer" in found[0][1]
    library.path.write_bytes(b"no database at all" * 1_000)
    ((state, sentence),) = told(doctor._library)
    assert state == "wrong" and "`broadsheet restore` puts a backup in its place" in sentence
    before = library.path.read_bytes()
    ((state, sentence),) = told(doctor._library, fix=True)
    assert state == "wrong" and ".;" not in sentence
    assert library.path.read_bytes() == before, "it stays where it is where nothing of it can be saved"


@pytest.mark.parametrize(
    ("number", "marked", "saved"),
    [(29, 2, "2 marks and 29 stories"), (1, 1, "1 mark and 1 story"), (0, 0, "0 marks and 0 stories")],
)
def test_of_a_damaged_library_what_can_be_read_is_saved_and_the_damaged_one_stays_beside_it(
    home: Path, number: int, marked: int, saved: str
) -> None:
    path = config.library_file()
    with File(path) as file:
        sections.follow(file, offer(("World", entries(*range(1, number + 1)))))
        marks.mark(file, range(1, marked + 1), starred=True)
        with file.bare() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            size = db.execute("PRAGMA page_size").fetchone()[0]
            (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'standing'").fetchone()
    body = bytearray(path.read_bytes())
    body[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(body)
    found = list(doctor._library(False))
    assert [(check.state, check.mends) for check in found] == [("wrong", False)]
    assert not doctor.mends(found)
    assert found[0].sentence.endswith(
        "; `broadsheet restore` puts a backup in its place, `broadsheet doctor --fix` saves what can still be read"
    )
    path.with_name(f".{path.name}.salvaged").write_bytes(b"half of it, of a doctor that was killed")
    ((state, sentence),) = told(doctor._library, fix=True)
    (aside,) = path.parent.glob("*.damaged")
    assert (state, sentence) == (
        "ok",
        f"it was damaged: {saved} are saved; the damaged file is {aside}",
    )
    assert aside.read_bytes() == body
    assert [state for state, _ in told(doctor._library)] == ["ok"]


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-8", ""), ("UTF8", ""), ("ascii", "its encoding is ascii"), (None, "is unknown")]
)
def test_a_terminal_that_does_not_speak_utf_8_is_told(
    monkeypatch: pytest.MonkeyPatch, encoding: str | None, said: str
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "__stdout__", SimpleNamespace(encoding=encoding))
    found = [sentence for _, sentence in told(doctor._terminal) if "encoding" in sentence]
    assert len(found) == bool(said) and all(said in sentence for sentence in found)


def test_where_nothing_more_can_be_written_the_damaged_library_stays_and_nothing_half_made_is_left(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = config.library_file()
    File(path).close()
    path.write_bytes(b"no database at all" * 1_000)

    def full(_path: Path, new: Path) -> dict[str, int]:
        new.write_bytes(b"half of it")
        raise StoreError("The disk is full: nothing more can be kept in the library.")

    monkeypatch.setattr(repair, "salvage", full)
    assert told(doctor._library, fix=True) == [
        (
            "wrong",
            "The disk is full: nothing more can be kept in the library;"
            " `broadsheet restore` puts a backup in its place",
        )
    ]
    assert path.read_bytes().startswith(b"no database")
    assert [left.name for left in path.parent.iterdir() if "salvaged" in left.name or "damaged" in left.name] == []


def test_the_report_has_all_that_is_looked_at_in_its_order(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    found = doctor.examine()
    assert list(dict.fromkeys(check.what for check in found)) == [
        "configuration",
        "library",
        "backups",
        "files",
        "terminal",
    ]
    assert doctor.wrong((Check("wrong", "a", "b"), Check("note", "c", "d"), Check("ok", "e", "f"))) == (
        Check("wrong", "a", "b"),
    )


def test_a_line_says_how_it_stands_what_was_looked_at_and_what_helps() -> None:
    assert Check("ok", "library", "right").line == "ok     library        right"
    wrong = Check("wrong", "library", "counts are off", "mend")
    assert wrong.line == "wrong  library        counts are off; `broadsheet doctor --fix` mends it"
    assert (wrong.mends, Check("note", "backups", "there is none", "backup").mends) == (True, False)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", [("ok", "{file}")]),
        ("= no", [("wrong", "{file}")]),
        (
            '[sites."a.example"]\nuser = "ann"\npassword = "secret"\n',
            [("ok", "{file}"), ("note", "The configuration has the password for a.example in it")],
        ),
    ],
)
def test_the_configuration_is_read_and_a_password_in_it_told(
    home: Path, written: str, found: list[tuple[str, str]]
) -> None:
    config.config_file().parent.mkdir(parents=True, exist_ok=True)
    config.config_file().write_text(written, encoding="utf-8")
    said = told(doctor._configuration)
    assert [state for state, _ in said] == [state for state, _ in found]
    for (_, sentence), (_, wanted) in zip(said, found, strict=True):
        assert wanted.format(file=config.config_file()) in sentence
        assert "secret" not in sentence


def test_marks_that_wait_for_this_library_and_for_another_that_is_there_are_told(library: File) -> None:
    other = library.path.with_name("other.db")
    other.touch()
    left = []
    for place in (library.path, other):
        journal = Journal(config.state_folder(), place)
        journal.write([Wish(1, "https://a.example/1", "One", read=True)])
        journal._held.close()
        left.append(journal.path)
    assert sorted(told(doctor._marks)) == sorted(
        [
            ("note", f"1 mark waits in {left[0]}: the reader keeps what was marked at its next start"),
            ("note", f"1 mark waits in {left[1]} for another library, {other}"),
        ]
    )


def test_a_library_that_cannot_be_written_now_is_looked_at_as_it_is(home: Path) -> None:
    path = config.library_file()
    File(path).close()
    with full_disk():
        found = told(doctor._library, fix=True)
    assert [state for state, _ in found] == ["wrong", "ok"]
    assert found[1][1] == "all of it can be read, and is right"


@pytest.mark.parametrize(
    ("mounts", "kind"),
    [
        ("/dev/a / ext4 rw 0 0\nbroken\n/dev/b /home btrfs rw 0 0\n", "btrfs"),
        ("/dev/b /home btrfs\n/dev/a / ext4\n", "btrfs"),
        ("/dev/b /homely btrfs rw 0 0\n", ""),
        ("server:/x /home/my\\040own nfs rw 0 0\n", ""),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(tmp_path: Path, mounts: str, kind: str) -> None:
    (tmp_path / "mounts").write_text(mounts, encoding="utf-8")
    assert doctor._file_system(Path("/home/me/library.db"), tmp_path / "mounts") == kind
    assert doctor._file_system(Path("/home/my own/library.db"), tmp_path / "mounts") == (
        "nfs" if "own" in mounts else kind
    )
