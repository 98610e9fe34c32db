"""Subscriptions in and out."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Verb


def test_what_was_exported_is_imported_again(verb: Verb, home: Path) -> None:
    (home / "urls").write_text('https://a.example/feed "Morning"\nhttps://b.example/feed\nexec:ls\n')
    done = verb("import", str(home / "urls"))
    assert done.code == 0 and len(done.out.splitlines()) == 2
    assert done.err.splitlines()[-1] == "2 sections followed, 1 line skipped"
    opml = verb("export").out
    assert opml.startswith("<?xml") and opml.count("xmlUrl") == 2
    for line in verb("sections").out.splitlines():
        assert verb("unfollow", line.split("\t")[0]).code == 0
    (home / "subscriptions.opml").write_text(opml)
    assert len(verb("import", str(home / "subscriptions.opml")).out.splitlines()) == 2


def test_a_file_with_nothing_to_follow_is_a_failure(verb: Verb, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"exec:ls\n")))
    done = verb("import", "-")
    assert done.code == 1 and done.out == ""
    assert verb("import", str(home)).err.endswith("cannot be read: is a directory\n")


def test_everything_is_printed_a_line_a_row(verb: Verb) -> None:
    verb("list")
    lines = verb("export", "--all").out.splitlines()
    assert lines[0].startswith('{"broadsheet-library": ')
    assert all(line.startswith('{"') and line.endswith("}") for line in lines)
