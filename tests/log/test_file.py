"""The file of the log: its owner's only, rotated, shared by processes, and with nothing in it that should not be read."""

import logging
import os
import stat
import threading
from pathlib import Path

import pytest

from tui.log import file as log_file
from tui.log.file import LogFile, logger, public, tail


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("asked https://news.example/politics/a-story?page=2", "asked https://news.example/…"),
        ("asked https://ann:secret@news.example/", "asked https://news.example/"),
        ("http://[::1]:8000/x refused", "http://[::1]:8000/… refused"),
        ("\x1b[2Jtwo\nlines\u202e", "[2Jtwo lines"),
        ("no address at all", "no address at all"),
        ("api_token=12345 was sent", "api_token=… was sent"),
    ],
)
def test_at_the_default_level_an_address_is_its_host(said: str, kept: str) -> None:
    assert public(said) == kept


def test_a_secret_is_in_no_detail() -> None:
    said = public("https://ann:pw@news.example/feed?key=abc&page=2", discreet=False)
    assert said == "https://news.example/feed?key=…&page=2"


def test_the_file_is_its_owners_only_whatever_the_umask(tmp_path: Path) -> None:
    file = tmp_path / "state" / "broadsheet.log"
    before = os.umask(0)
    try:
        logger(file).info("a line")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_line_names_the_room_that_wrote_it(tmp_path: Path) -> None:
    record = logging.LogRecord("broadsheet", logging.INFO, "/here/tui/fetching/client.py", 1, "asked", None, None)
    LogFile(tmp_path / "log").handle(record)
    assert " INFO fetching.client: asked\n" in (tmp_path / "log").read_text()


def test_a_link_is_not_followed_and_a_pipe_does_not_block(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("kept")
    (tmp_path / "link").symlink_to(target)
    os.mkfifo(tmp_path / "pipe")
    logger(tmp_path / "link").info("a line")
    logger(tmp_path / "pipe").info("a line")
    assert target.read_text() == "kept"


def test_a_full_file_is_put_aside_and_two_older_ones_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "FULL_BYTES", 200)
    file = tmp_path / "broadsheet.log"
    told = logger(file)
    number = 0
    while number < 40 or not file.exists():  # the length of a process id decides which line fills it
        number += 1
        told.info("line %d", number)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "broadsheet.log",
        "broadsheet.log.1",
        "broadsheet.log.2",
    ]
    assert all(path.stat().st_size < 300 for path in tmp_path.iterdir())
    assert tail(file, 3)[-1].endswith(f"line {number}")


def test_lines_of_several_writers_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "FULL_BYTES", 10_000)
    monkeypatch.setattr(log_file, "OLDER", 9)
    file = tmp_path / "broadsheet.log"

    def write(name: int) -> None:
        told = logger(file)
        for number in range(100):
            told.info("writer %d line %d", name, number)

    writers = [threading.Thread(target=write, args=(name,)) for name in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = [line for path in tmp_path.iterdir() for line in path.read_text().splitlines()]
    assert len(lines) == 400
    assert len({line.partition("writer")[2] for line in lines}) == 400


def test_the_tail_reaches_into_the_file_before(tmp_path: Path) -> None:
    file = tmp_path / "broadsheet.log"
    assert tail(file, 5) == []
    (tmp_path / "broadsheet.log.1").write_text("one\ntwo\n")
    file.write_text("three\n")
    assert tail(file, 2) == ["two", "three"]
    assert tail(file, 0) == ["one", "two", "three"]
