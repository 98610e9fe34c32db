"""The journal of marks that wait."""

from pathlib import Path

import pytest

from tui.app.journal import Journal, Wish

STAR = Wish(7, "https://news.example/7", "Seven", starred=True)
READ = Wish(8, "https://news.example/8", "Eight", read=True)


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> int:
    """The number of a process that is no more."""
    monkeypatch.setattr("tui.app.journal._lives", lambda pid: pid != 99_999)
    return 99_999


def test_what_a_killed_session_left_is_found_and_what_lives_is_let_be(tmp_path: Path, gone: int) -> None:
    library = tmp_path / "library.db"
    Journal(tmp_path, library, gone).write([STAR, READ])
    Journal(tmp_path, library, 12).write([STAR])
    mine = Journal(tmp_path, library, 13)
    assert mine.left_behind() == [(tmp_path / "marks-99999.json", (STAR, READ))]
    assert Journal(tmp_path, tmp_path / "other.db", 13).left_behind() == []


def test_a_journal_is_its_owners_alone_and_goes_when_nothing_waits(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "state", tmp_path / "library.db")
    journal.write([STAR])
    assert journal.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in journal.path.parent.iterdir()] == [journal.path.name]
    journal.write([])
    assert not journal.path.exists()
    journal.write([])


@pytest.mark.parametrize("text", ["", "{", "[]", '{"library": "x"}', '{"library": "x", "marks": [{"odd": 1}]}'])
def test_what_is_no_journal_is_let_be(tmp_path: Path, gone: int, text: str) -> None:
    (tmp_path / f"marks-{gone}.json").write_text(text)
    (tmp_path / "marks-x.json").write_text(text)
    assert Journal(tmp_path, Path("x")).left_behind() == []
