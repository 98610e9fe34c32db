"""A file is what is in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.library.imports import import_file
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
