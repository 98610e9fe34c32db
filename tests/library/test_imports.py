"""A file is what is in it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.errors import AskError
from tui.library.imports import body_of, import_file
from tui.storage import actions, searches, sections, stories
from tui.storage.file import File

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    with File(tmp_path / "library.db", clock=lambda: NOW) as opened:
        yield opened


def test_stories_of_another_program(file: File) -> None:
    body = b"title,url,time_added,tags,status\nOne,https://a.example/1,1700000000,sea,unread\n,mailto:x,1,,unread\n"
    found = import_file(file, body, "part_000000.csv")
    assert (found.stories, found.later, found.refused) == (1, 1, ("mailto:x: not a web address",))
    assert stories.story(file, "https://a.example/1") and actions.history(file)[0].what == "Pocket"
    assert not found.empty


def test_subscriptions_and_their_searches(file: File) -> None:
    urls = b'https://a.example/feed\n"query:Boats:title =~ \\"boat\\""\nexec:ls\n'
    found = import_file(file, urls, "urls")
    assert (len(found.sections), found.followed, found.searches, len(found.refused)) == (1, 1, 1, 1)
    again = import_file(file, urls, "urls")
    assert (len(again.sections), again.followed, again.searches) == (1, 0, 0)
    assert len(sections.sections(file)) == len(searches.saved(file)) == 1


def test_nothing(file: File) -> None:
    assert import_file(file, b"", "empty").empty


def test_a_library_is_not_imported_but_restored(file: File) -> None:
    with pytest.raises(AskError, match="is a database: a copy of a library is put back by restore"):
        import_file(file, file.path.read_bytes(), "library.db")
    assert actions.history(file) == ()


def test_a_file_that_cannot_be_taken_in_is_refused_in_a_sentence(tmp_path: Path) -> None:
    given = tmp_path / "given.opml"
    with pytest.raises(AskError, match=r"given\.opml cannot be read: no such file or directory"):
        body_of(given)
    given.write_bytes(b"12345")
    assert body_of(given, 5) == b"12345"
    with pytest.raises(AskError, match=r"given\.opml cannot be read: it is longer than 4 bytes"):
        body_of(given, 4)


def test_a_pipe_is_read_only_where_a_person_may_name_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(AskError, match="it is not a regular file"):
        body_of(pipe)
    assert body_of(pipe, pipes=True) == b"", "nobody writes into it"
