"""The log as its rooms use it: nothing before it is started, details only when asked for, and the time work took."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import log
from tui.errors import FetchError


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "state" / "broadsheet.log"
    log.stop()


def test_nothing_is_written_before_it_is_started(file: Path) -> None:
    log.info("refresh: %d sections", 3)
    assert log.started() is None and not file.exists()


def test_a_line_says_when_who_and_what(file: Path) -> None:
    log.start(file)
    log.info("refresh: %d sections, %d failed", 3, 1)
    moment, process, level, room, *words = file.read_text().split()
    assert moment.endswith("Z") and process.isdigit()
    assert (level, room, " ".join(words)) == ("INFO", "test_log:", "refresh: 3 sections, 1 failed")


def test_details_are_written_only_when_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.start(file)
    log.detail("asked %s", "https://news.example/a-story")
    assert not file.exists()
    log.start(file, verbose=True)
    log.detail("asked %s", "https://news.example/a-story")
    assert log.started() == (file, True)
    assert "https://news.example/a-story" in file.read_text()
    assert capsys.readouterr().err == "test_log: asked https://news.example/a-story\n"


def test_work_is_timed_and_its_failure_named(file: Path) -> None:
    log.start(file)
    with log.timed("refresh"):
        pass
    with log.timed("list", quiet=True):
        pass
    with pytest.raises(FetchError), log.timed("show"):
        raise FetchError("news.example answered 404")
    done, failed = file.read_text().splitlines()
    assert done.endswith("test_log: refresh: 0 ms")
    assert "WARNING" in failed and "show: failed after" in failed and failed.endswith("news.example answered 404")


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file stands here")
    log.start(tmp_path / "state" / "broadsheet.log")
    log.problem("nobody hears this")
    log.stop()


def test_logging_is_not_imported_before_the_first_line() -> None:
    code = (
        "import sys, pathlib; from tui import log; log.start(pathlib.Path('x')); log.detail('x');"
        "print('logging' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
