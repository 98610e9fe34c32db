"""Verbs on events, run in this process."""

import json

import pytest

from tests.cli.conftest import Verb
from tests.storage.events_paper import BRIDGE, VOTE, arrive, together
from tests.storage.paper import NOW, article
from tui import config
from tui.model import StoryFilter
from tui.storage import stories, texts
from tui.storage.file import File
from tui.storage.grouping import Window


@pytest.fixture
def told(verb: Verb) -> Verb:
    verb("list")
    with File(config.library_file(), clock=lambda: NOW) as file:
        arrive(file, BRIDGE)
        arrive(file, VOTE, minutes=10)
        together(file, Window())
    return verb


def test_a_list_of_events_has_each_once_with_who_tells_it(told: Verb) -> None:
    lines = told("list", "--events").out.splitlines()
    assert [line.split("\t")[3:] for line in lines] == [
        ["3 outlets: Paper 2, Paper 1, Paper 0", VOTE[2]],
        ["4 outlets: Paper 3, Paper 2, Paper 1, …", BRIDGE[3]],
    ]
    records = json.loads(told("list", "--events", "--json").out)
    assert [len(record["others"]) for record in records] == [2, 3]
    assert "others" not in json.loads(told("list", "--json").out)[0]


def test_an_event_is_explained(told: Verb) -> None:
    story = told("list", "--events").out.split("\t")[0]
    said = told("explain-event", story).out
    assert said.startswith("3 tellings, 3 outlets\n") and "shares " in said and "budget" in said
    assert json.loads(told("explain-event", story, "--json").out)["outlets"] == ["Paper 2", "Paper 1", "Paper 0"]


def test_a_persons_word_is_taken_and_taken_back(told: Verb) -> None:
    vote, bridge = (line.split("\t")[0] for line in told("list", "--events").out.splitlines())
    assert told("not-the-same", vote).err == "1 story stands apart now; `broadsheet undo` takes it back\n"
    first, own, *_, heading, _, _ = told("explain-event", vote).out.splitlines()
    assert (first, own.split("\t")[3], heading) == ("Nobody else tells it", VOTE[2], "Not the same")
    (telling,) = json.loads(told("explain-event", vote, "--json", "--adds").out)["tellings"]
    assert (telling["why"], telling["adds"]) == ([], [])
    assert told("not-the-same", vote).code == 1
    told("undo")
    assert told("same", vote, bridge).err == "7 stories tell one event now; `broadsheet undo` takes it back\n"
    assert len(told("list", "--events").out.splitlines()) == 1
    assert "is the same by your word" in told("explain-event", vote).out
    refused = told("same", vote, bridge)
    assert (refused.code, refused.err) == (1, "broadsheet: these are already one event\n")


def test_stories_that_are_parted_at_once_come_together_by_one_undo(told: Verb) -> None:
    ids = [row.split("\t")[0] for row in told("search", "budget").out.splitlines()]
    before = told("list", "--events").out
    assert told("not-the-same", *ids[:2]).err.startswith("2 stories stand apart now; ")
    assert told("list", "--events").out != before
    assert told("undo").err.startswith("undone: said not to be the same event: ")
    assert told("list", "--events").out == before


def test_a_story_alone_is_no_event(verb: Verb) -> None:
    story = verb("list", "--limit", "1").out.split("\t")[0]
    assert verb("explain-event", story).code == 1


def test_what_each_adds_and_how_it_came_is_printed(told: Verb) -> None:
    story = told("list", "--events").out.split("\t")[0]
    said = told("explain-event", story, "--adds").out
    assert said.index(VOTE[0]) < said.index(VOTE[2])


def test_what_is_done_with_an_event_is_done_with_all_who_tell_it(told: Verb) -> None:
    vote = told("list", "--events").out.split("	")[0]
    assert told("mark", "star", vote, "--event").err.startswith("3 stories starred; ")
    assert told("list", "--starred").out.count("\n") == 3
    assert told("tag", "polls", vote, "--event").err.startswith("3 stories tagged")
    assert told("undo").code == told("undo").code == 0
    assert told("list", "--starred").out == ""
    assert "and in lists of events the whole event" in told("mute", "headline:late-night", "--event").err
    assert VOTE[2] not in told("list", "--events").out
    assert VOTE[2] in told("list").out
    assert '"event": true' in told("mute", "--json").out


def test_an_article_is_shown_with_who_else_tells_it(told: Verb) -> None:
    with File(config.library_file(), clock=lambda: NOW) as file:
        newest = stories.window(file, StoryFilter())[0]
        texts.keep_article(file, newest.id, article(newest.url, "Members met late."))
    said = told("show", str(newest.id)).out
    assert said.index("Members met late.") < said.index(f"ALSO TOLD BY\n  {VOTE[1]}\n  https://paper1.example/")
    related = json.loads(told("show", str(newest.id), "--json").out)["related"]
    assert [(item["heading"], item["title"]) for item in related] == [("Also told by", title) for title in VOTE[1::-1]]


def test_what_a_search_finds_is_each_event_once(told: Verb) -> None:
    assert len(told("search", "budget").out.splitlines()) == 3
    assert told("search", "budget", "--events").out.split("\t")[3:] == [
        "3 outlets: Paper 2, Paper 1, Paper 0",
        f"{VOTE[2]}\n",
    ]
