"""The journal of marks that wait."""

import errno
import os
from pathlib import Path

import pytest

from tui.library.journal import Journal, Left, Wish, left_in

STAR = Wish(7, "https://news.example/7", "Seven", starred=True)
READ = Wish(8, "https://news.example/8", "Eight", read=True)


def killed(journal: Journal) -> Path:
    """The journal as it is once its process is no more: nobody holds its lock."""
    journal._held.close()
    return journal.path


def test_what_a_killed_session_left_is_found_and_what_lives_is_let_be(tmp_path: Path) -> None:
    library, other = tmp_path / "library.db", tmp_path / "ot\udcffher.db"
    left, living, elsewhere = Journal(tmp_path, library), Journal(tmp_path, library), Journal(tmp_path, other)
    for journal in (left, living, elsewhere):
        journal.write([STAR])
        journal.write([STAR, READ])
    assert Journal(tmp_path, library).left_behind() == []
    killed(left)
    killed(elsewhere)
    assert Journal(tmp_path, library).left_behind() == [Left(left.path, str(library), (STAR, READ))]
    assert {found.library for found in left_in(tmp_path)} == {str(library), str(other)}
    living.write([])


def test_a_process_with_the_number_of_one_that_was_killed_leaves_its_marks_alone(tmp_path: Path) -> None:
    left, library = Journal(tmp_path, tmp_path / "library.db"), tmp_path / "library.db"
    left.write([STAR])
    killed(left)
    mine = Journal(tmp_path, library)  # both are of this process, as in a container, where each start has one number
    mine.write([READ])
    mine.write([])
    assert [found.wishes for found in mine.left_behind()] == [(STAR,)]


def descriptors() -> int:
    """How many descriptors are open, of the first hundreds."""

    def is_open(number: int) -> bool:
        try:
            os.fstat(number)
        except OSError:
            return False
        return True

    return sum(map(is_open, range(512)))


def test_a_journal_that_is_written_again_and_again_is_held_open_once(tmp_path: Path) -> None:
    before, journal = descriptors(), Journal(tmp_path, tmp_path / "library.db")
    for wishes, held in (([STAR], 1), ([STAR, READ], 1), ([READ], 1), ([], 0)):
        journal.write(wishes)
        assert descriptors() == before + held


def test_a_disk_that_takes_no_new_file_is_told_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(os, "open", full)
        with pytest.raises(OSError, match="No space"):
            Journal(tmp_path, tmp_path / "library.db").write([STAR])


def test_a_journal_that_cannot_be_written_holds_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(tmp_path, tmp_path / "library.db")
    journal.write([STAR])
    opened = descriptors()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            journal.write([STAR, READ])
    assert descriptors() == opened  # as before
    assert [path.name for path in tmp_path.iterdir()] == [journal.path.name]  # and nothing half written stays
    assert left_in(tmp_path) == []  # what was written before is still held
    killed(journal)
    assert [found.wishes for found in left_in(tmp_path)] == [(STAR,)]


def test_marks_are_in_the_file_before_it_is_brought_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: sizes.append(os.fstat(descriptor).st_size))
    journal = Journal(tmp_path, tmp_path / "library.db")
    journal.write([STAR, READ])
    assert sizes == [journal.path.stat().st_size]


def test_a_journal_is_its_owners_alone_and_goes_when_nothing_waits(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "state", tmp_path / "library.db")
    journal.write([STAR])
    assert journal.path.stat().st_mode & 0o777 == 0o600
    assert journal.path.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in journal.path.parent.iterdir()] == [journal.path.name]
    journal.write([])
    assert not journal.path.exists()
    journal.write([])


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"library": "x"}', '{"library": "x", "marks": [{"odd": 1}]}', "[" * 100_000]
)
def test_what_is_no_journal_is_let_be(tmp_path: Path, text: str) -> None:
    (tmp_path / "marks-99999.json").write_text(text)
    (tmp_path / "marks-x.json").write_text(text)
    assert Journal(tmp_path, Path("x")).left_behind() == []


def test_a_half_written_journal_is_cleared_away_once_nobody_will_finish_it(tmp_path: Path) -> None:
    old, new = tmp_path / "marks-1-a.new", tmp_path / "marks-2-b.new"
    for half in (old, new):
        half.write_text('{"library": "')
    os.utime(old, (0, 0))
    assert Journal(tmp_path, tmp_path / "library.db").left_behind() == []
    assert [path.name for path in tmp_path.iterdir()] == [new.name]


def test_a_pipe_in_the_place_of_a_journal_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "marks-1-a.json")
    (tmp_path / "marks-2-b.json").symlink_to("/dev/zero")
    (tmp_path / "marks-3-c.json").mkdir()
    assert left_in(tmp_path) == []
