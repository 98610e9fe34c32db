"""A rule acts on what arrives, and on nothing else; what it does is taken back like any act."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.paper import NOW, check, entry, found, offer
from tui.errors import AskError
from tui.jobs import Gathered
from tui.saved import Acts
from tui.storage import actions, marks, refreshes, retention, searches, sections, stories
from tui.storage.file import File

FIRST = (entry(1, title="Ferry strike"), entry(2, title="Football"))
CAME = (entry(3, title="Football again"), entry(4, title="Football ferry"), entry(5, title="Chess"))


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> Iterator[File]:
    with File(tmp_path / "library.db", clock=clock) as opened:
        sections.follow(opened, offer(("World", FIRST), ("Sport", ())))
        yield opened
        check(opened)


def read(file: File) -> list[str]:
    return found(file, "is:read")


def test_a_rule_acts_on_what_arrives(file: File) -> None:
    assert searches.count(file, "football") == 1
    rule = searches.save(file, "No balls", "football -ferry", "rule", Acts(read=True, tags=("balls",)))
    searches.save(file, "Boats", "ferry", "rule", Acts(starred=True, later=True))
    assert (rule.acts.told, searches.every(file)[0]) == ("read, #balls", rule)
    assert read(file) == []
    refreshes.keep(file, Gathered(1, FIRST + CAME))
    assert (read(file), found(file, "is:starred"), found(file, "is:later")) == (
        ["Football again"],
        ["Football ferry"],
        ["Football ferry"],
    )
    assert found(file, "tag:balls") == ["Football again"]
    refreshes.keep(file, Gathered(1, FIRST + CAME))
    assert read(file) == ["Football again"]


def test_a_rule_sees_what_those_before_it_did(file: File) -> None:
    searches.save(file, "Tag", "football", "rule", Acts(tags=("balls",)))
    searches.save(file, "Read", "tag:balls -is:starred", "rule", Acts(read=True))
    refreshes.keep(file, Gathered(1, FIRST + CAME))
    assert read(file) == ["Football again", "Football ferry"]


def test_what_a_rule_did_in_one_refresh_is_one_act(file: File, clock: Clock) -> None:
    searches.save(file, "No balls", "football", "rule", Acts(read=True, tags=("balls",)))
    refreshes.keep(file, Gathered(1, FIRST + CAME[:1]))
    refreshes.keep(file, Gathered(2, CAME[1:]))
    done = actions.history(file)[0]
    assert (done.verb, done.what, done.stories) == ("rule", "No balls", 2)
    actions.undo(file)
    assert (read(file), found(file, "tag:balls")) == ([], [])
    actions.redo(file)
    assert len(read(file)) == len(found(file, "tag:balls")) == 2
    clock.now += timedelta(hours=1)
    refreshes.keep(file, Gathered(1, (*FIRST, *CAME[:1], entry(9, title="Football, late"))))
    assert [action.verb for action in actions.history(file)[:2]] == ["rule", "rule"]


def test_it_ends_nothing_that_could_be_done_again(file: File) -> None:
    searches.save(file, "No balls", "football", "rule", Acts(read=True))
    marks.mark(file, stories.ids_of(file, ["https://a.example/1"]), starred=True)
    actions.undo(file)
    refreshes.keep(file, Gathered(1, FIRST + CAME))
    actions.redo(file)
    assert found(file, "is:starred") == ["Ferry strike"]


def test_what_a_rule_read_may_be_tidied_away(file: File, clock: Clock) -> None:
    searches.save(file, "No balls", "football", "rule", Acts(read=True))
    refreshes.keep(file, Gathered(1, FIRST + CAME))
    refreshes.keep(file, Gathered(1, (entry(7),)))
    clock.now += timedelta(days=400)
    (old, *_) = retention.plan(file)
    assert (old.what, old.count) == ("stories", 5)


@pytest.mark.parametrize(
    ("words", "acts"), [("football", Acts()), ("is:purple", Acts(read=True)), ("", Acts(read=True))]
)
def test_a_rule_is_for_something_and_does_something(file: File, words: str, acts: Acts) -> None:
    with pytest.raises(AskError):
        searches.save(file, "x", words, "rule", acts)
