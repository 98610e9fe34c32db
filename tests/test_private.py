"""What the program creates is its owner's only, and a browser that it starts creates what it always would."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import environment
from tui import private
from tui.errors import OutputError
from tui.output import browser


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    was = os.umask(0o022)
    yield
    os.umask(was)
    private._before.clear()


def test_every_file_and_folder_of_a_session_is_private_whatever_the_umask(tmp_path: Path) -> None:
    for words in (
        "list",
        "config --init",
        "search welcome --save Welcome",
        "refresh",
        "backup",
        "-v where",
        "log",
    ):
        done = subprocess.run(
            ["sh", "-c", f'umask 0; exec "$0" -m tui {words}', sys.executable],
            env=environment(tmp_path),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    made = [path for part in ("data", "config", "state") for path in (tmp_path / part).rglob("*")]
    assert {"library.db", "config.toml", "broadsheet.log", "backups"} <= {path.name for path in made}
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


def test_a_program_of_a_persons_has_their_umask(tmp_path: Path) -> None:
    private.begin()
    assert private.before() == 0o022
    code = "import os, sys; open(sys.argv[1], 'w').close()"
    before = os.umask(private.PRIVATE)
    assert before == private.PRIVATE
    url = str(tmp_path / "downloaded")
    browser.start(browser.Way("window", (sys.executable, "-c", code, url)), url)
    while not Path(url).exists():
        pass
    assert Path(url).stat().st_mode & 0o777 == 0o644


def test_a_file_takes_the_place_of_a_link_that_leads_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "config.toml").symlink_to(tmp_path / "config.toml")
    private.write(tmp_path / "config.toml", "measure = 66")
    assert (tmp_path / "config.toml").read_text(encoding="utf-8") == "measure = 66"


def test_a_file_is_written_whole_with_the_mode_it_had(tmp_path: Path) -> None:
    file = tmp_path / "new" / "file"
    private.write(file, "one")
    assert file.read_text() == "one" and file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    (tmp_path / "link").symlink_to(file)
    private.write(tmp_path / "link", "two")
    assert file.read_text() == "two" and file.stat().st_mode & 0o777 == 0o644
    assert [path.name for path in file.parent.iterdir()] == ["file"]
    with pytest.raises(OutputError, match="cannot be written: "):
        private.write(file / "within", "three")


def test_what_a_killed_process_left_half_written_is_cleared_away_and_what_is_being_written_is_not(
    tmp_path: Path,
) -> None:
    half, other = tmp_path / ".config.toml.1.aa.new", tmp_path / ".config.toml.2.bb.new"
    for each in (half, other):
        each.write_text("measure = ")
    os.utime(half, (0, 0))
    private.write(tmp_path / "config.toml", "measure = 66")
    assert sorted(path.name for path in tmp_path.iterdir()) == [other.name, "config.toml"]


def test_two_that_write_at_once_leave_one_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", sync)
        private.write(tmp_path / "file", "of the second")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    private.write(tmp_path / "file", "of the first")
    assert (tmp_path / "file").read_text() == "of the first"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_a_library_of_ours_creates_by_itself_is_private_too(tmp_path: Path) -> None:
    os.umask(0)
    private.begin()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").touch()
    assert (tmp_path / "folder").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "folder" / "file").stat().st_mode & 0o777 == 0o600
    assert private.before() == 0
