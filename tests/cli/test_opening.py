"""What goes on is narrated: a line for each failure, and progress only on a terminal."""

import asyncio
from argparse import Namespace
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tests.web import FakeWeb
from tui import config
from tui.cli import opening
from tui.errors import AskError
from tui.model import Story, Update
from tui.storage import marks


async def updates() -> AsyncIterator[Update]:
    yield Update(1, 3, name="A", new=2)
    yield Update(2, 3, name="B", error="timed out")
    yield Update(3, 3, name="C", error="C asks to be left alone")


def test_failures_are_said_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert asyncio.run(opening.narrate("refreshing", updates())) == (3, 2, 2)
    assert capsys.readouterr().err == "B: timed out\nC asks to be left alone\n"


def test_a_story_that_is_not_there_is_named() -> None:
    story = Story(1, "t", "u", "s", "x")
    assert opening.known("1", story) is story
    with pytest.raises(AskError, match="there is no story 7"):
        opening.known("7", None)


def test_the_way_back_is_said_where_something_was_done_and_not_elsewhere(home: Path) -> None:
    with opening.Acting() as (file, act):
        assert act.told("starred", "it is starred already") == "it is starred already"
        assert act.told("0 stories starred") == "0 stories starred"
        marks.mark(file, [1], starred=True)
        assert act.told("starred", "it is starred already") == "starred; `broadsheet undo` takes it back"
    with opening.Acting(Namespace(json=False)) as (file, act):
        assert marks.mark(file, [1], starred=True) == 0
        assert act.told("starred", "it is starred already") == "it is starred already"


def test_a_wrong_call_is_said_and_ends_with_two(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        opening.refuse("say which stories")
    assert (ended.value.code, capsys.readouterr().err) == (2, "broadsheet: say which stories\n")
    with pytest.raises(SystemExit):
        opening.Acting(Namespace(json=True))
    assert "--json is for what is listed" in capsys.readouterr().err
    assert not config.library_file().exists(), "nothing was opened"


@pytest.mark.parametrize("words", ["show 99999", "pictures 99999", "save-as 99999 --to -", "show localhost"])
def test_what_is_neither_an_id_nor_an_address_asks_nobody(verb: Verb, online: FakeWeb, words: str) -> None:
    done = verb(*words.split())
    assert (done.code, done.out, done.err) == (1, "", f"broadsheet: there is no story {words.split()[1]}\n")
    assert online.asked == []


def test_a_library_is_opened_where_the_configuration_says(verb: Verb) -> None:
    with opening.writing() as file:
        path = file.path
    with opening.reading() as file:
        assert file.path == path


@pytest.mark.parametrize("words", [("save", "-"), ("note", "1", "-")])
def test_standard_input_without_an_end_is_not_read_to_its_end(
    verb: Verb, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    with Path("/dev/zero").open(encoding="utf-8") as endless:
        monkeypatch.setattr("sys.stdin", endless)
        done = verb(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"broadsheet: standard input cannot be read: it is longer than {opening.TYPED_BYTES:,} bytes\n"
