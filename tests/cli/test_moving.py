"""Subscriptions in and out."""

import io
import os
import threading
from pathlib import Path

import pytest

from tests.cli.conftest import Verb


def test_what_was_exported_is_imported_again(verb: Verb, home: Path) -> None:
    (home / "urls").write_text('https://a.example/feed "Morning"\nhttps://b.example/feed\nexec:ls\n')
    done = verb("import", str(home / "urls"))
    assert done.code == 0 and len(done.out.splitlines()) == 2
    assert done.err.splitlines()[-1] == "2 sections followed, 1 line skipped; `broadsheet undo` takes it back"
    opml = verb("export").out
    assert opml.startswith("<?xml") and opml.count("xmlUrl") == 2
    for line in verb("sections").out.splitlines():
        assert verb("unfollow", line.split("\t")[0]).code == 0
    (home / "subscriptions.opml").write_text(opml)
    assert len(verb("import", str(home / "subscriptions.opml")).out.splitlines()) == 2


def test_a_file_with_nothing_to_follow_is_a_failure(verb: Verb, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"exec:ls\n"))))
    done = verb("import", "-")
    assert done.code == 1 and done.out == ""
    assert verb("import", str(home)).err.endswith("cannot be read: is a directory\n")


def test_everything_is_printed_a_line_a_row(verb: Verb) -> None:
    verb("list")
    lines = verb("export", "--all").out.splitlines()
    assert lines[0].startswith('{"broadsheet-library": ')
    assert all(line.startswith('{"') and line.endswith("}") for line in lines)


def test_moving_in_from_newsboat(verb: Verb, home: Path) -> None:
    folder = home / "newsboat"
    folder.mkdir()
    assert "a file called urls is looked for" in verb("import", "--newsboat", str(folder)).err
    (folder / "urls").write_text('https://a.example/feed "~Morning"\n')
    (folder / "config").write_text("text-width 66\n")
    done = verb("import", "--newsboat", str(folder))
    assert done.code == 0 and done.out.endswith("Morning\thttps://a.example/feed\n")
    keys = "newsboat's own keys: `broadsheet config set keys.preset newsboat`"
    assert done.err == f"text-width 66: measure = 66\n{keys}\n1 section followed; `broadsheet undo` takes it back\n"
    assert verb("config", "get", "measure").out == "66\n"
    assert verb("import").code == 2


def test_an_import_is_taken_back_by_its_name(verb: Verb, home: Path) -> None:
    (home / "pocket.csv").write_text("title,url,time_added,tags,status\nOne,https://a.example/1,1700000000,,unread\n")
    assert (
        verb("import", str(home / "pocket.csv")).err
        == "1 new story, 1 to read later; `broadsheet undo` takes it back\n"
    )
    assert verb("undo").err == "undone: 1 story imported (Pocket)\n"


def test_what_has_no_end_is_not_read_to_its_end(verb: Verb, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verb("import", "/dev/zero").err == "broadsheet: /dev/zero cannot be read: it is not a regular file\n"
    monkeypatch.setattr("tui.library.imports.MOST_BYTES", 1000)
    with (home / "holes").open("wb") as out:
        out.truncate(4 << 30)
    assert verb("import", str(home / "holes")).err.endswith("it is longer than 1,000 bytes\n")
    os.mkfifo(home / "pipe")
    assert verb("import", str(home / "pipe")).code == 1  # nobody writes into it
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
        done = verb("import", "-")
    assert (done.code, done.err) == (1, "broadsheet: - cannot be read: it is longer than 1,000 bytes\n")


def test_a_library_comes_in_through_a_pipe(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    verb("mark", "star", "1")
    kept = verb("export", "--all").out.encode()
    verb("mark", "unstar", "1")
    reader, writer = os.pipe()
    os.write(writer, kept[:20_000])

    def write_the_rest() -> None:
        with os.fdopen(writer, "wb") as out:
            out.write(kept[20_000:])

    writing = threading.Thread(target=write_the_rest)
    writing.start()
    try:
        assert verb("import", f"/dev/fd/{reader}").code == 0
    finally:
        writing.join()
        os.close(reader)
    assert len(verb("list", "--starred").out.splitlines()) == 1
    verb("mark", "unstar", "1")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(kept))))
    assert verb("import", "-").err.startswith("restored: ")
    assert len(verb("list", "--starred").out.splitlines()) == 1
