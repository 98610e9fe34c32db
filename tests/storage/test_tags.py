"""A person's tags and notes: rows, lists and searches of their own, kept longer than the story, and taken back."""

import pytest

from tests.storage.paper import HOUR, NOW, entries, found, is_durable, offer, titles
from tui.errors import AskError
from tui.model import StoryFilter
from tui.storage import actions, sections, stories, tags
from tui.storage.file import File


@pytest.fixture
def file(store: File) -> File:
    sections.follow(store, offer(("World", entries(1, 2, 3))))
    return store


def counts(file: File) -> list[tuple[str, int, int]]:
    return [(tag.name, tag.stories, tag.unread) for tag in tags.every(file)]


def test_stories_are_tagged_and_listed(file: File) -> None:
    newest, second, _ = stories.order(file, StoryFilter())
    assert tags.tag(file, [newest, second, 99], "Harbour") == 2
    assert tags.tag(file, [newest], "harbour") == 0
    assert tags.tag(file, [newest], "boats") == 1
    assert counts(file) == [("boats", 1, 1), ("Harbour", 2, 2)]
    harbour = next(tag for tag in tags.every(file) if tag.name == "Harbour")
    assert titles(stories.window(file, StoryFilter(tag_id=harbour.id))) == ["Story 1", "Story 2"]
    assert found(file, "tag:harbour -tag:boats") == ["Story 2"]
    assert found(file, "story tag:boats") == ["Story 1"]
    assert [story.tags for story in stories.window(file, StoryFilter())] == [("boats", "Harbour"), ("Harbour",), ()]


def test_a_tag_that_no_story_has_is_gone(file: File) -> None:
    ids = stories.order(file, StoryFilter())
    tags.tag(file, ids, "Harbour")
    assert tags.untag(file, ids[:1], "harbour") == 1
    assert counts(file) == [("Harbour", 2, 2)]
    assert tags.untag(file, ids, "harbour") == 2
    assert counts(file) == []
    actions.undo(file)
    assert counts(file) == [("Harbour", 2, 2)]
    actions.undo(file)
    actions.undo(file)
    assert counts(file) == []


def test_a_tag_is_renamed_and_removed(file: File) -> None:
    tags.tag(file, stories.order(file, StoryFilter()), "Harbour")
    (tag,) = tags.every(file)
    tags.rename(file, tag.id, "Port")
    assert counts(file) == [("Port", 3, 3)]
    tags.tag(file, [1], "boats")
    with pytest.raises(AskError, match="already"):
        tags.rename(file, tag.id, "Boats")
    tags.remove(file, tag.id)
    assert counts(file) == [("boats", 1, 1)]
    actions.undo(file)
    assert counts(file) == [("boats", 1, 1), ("Port", 3, 3)]


def test_the_same_note_once_more_is_no_act(file: File) -> None:
    tags.keep_note(file, 1, "Ask the keeper.")
    before = actions.history(file)
    file.clock = lambda: NOW + HOUR
    tags.keep_note(file, 1, "Ask the keeper.\n")
    assert actions.history(file) == before


def test_a_note_is_kept_and_taken_back(file: File) -> None:
    assert tags.note(file, 1) == ""
    tags.keep_note(file, 1, "Ask the keeper.\n")
    tags.keep_note(file, 1, "Ask\x1b[2J her.")
    assert tags.note(file, 1) == "Ask[2J her."
    assert [story.id for story in stories.window(file, StoryFilter()) if story.noted] == [1]
    actions.undo(file)
    assert tags.note(file, 1) == "Ask the keeper."
    tags.keep_note(file, 1, "")
    assert tags.note(file, 1) == ""
    actions.undo(file)
    assert tags.note(file, 1) == "Ask the keeper."
    with pytest.raises(AskError):
        tags.keep_note(file, 99, "x")


def test_a_tagged_story_outlives_its_section(file: File) -> None:
    tags.tag(file, [1], "Harbour")
    sections.unfollow(file, [1])
    (tag,) = tags.every(file)
    assert len(stories.window(file, StoryFilter(tag_id=tag.id))) == 1


def test_a_tag_has_a_name(file: File) -> None:
    with pytest.raises(AskError):
        tags.tag(file, [1], " \n")


def test_tags_are_given_and_taken_off_as_one_act(file: File) -> None:
    newest, second, third = stories.order(file, StoryFilter())
    tags.tag(file, [newest, second], "boats")
    tags.tag(file, [newest], "Harbour")
    assert tags.common(file, [newest, second]) == ("boats",)
    assert tags.common(file, [newest]) == ("boats", "Harbour")
    assert tags.common(file, [newest, third]) == ()
    tags.retag(file, [newest, second], ["HARBOUR", "towns"], ["boats", "Harbour"])
    assert counts(file) == [("Harbour", 1, 1), ("towns", 2, 2)], "a tag that stays is left as it is"
    assert (actions.history(file)[0].verb, actions.history(file)[0].what) == ("tag", "towns")
    actions.undo(file)
    assert counts(file) == [("boats", 2, 2), ("Harbour", 1, 1)]
    tags.retag(file, [newest], ["boats"], ["boats"])
    assert actions.history(file)[0].verb == "tag"
    assert tags.find(file, "#harbour ").name == "Harbour"
    with pytest.raises(AskError, match="there is no tag called gulls"):
        tags.find(file, "gulls")


def test_tags_and_notes_survive_a_power_cut(file: File) -> None:
    assert is_durable(file, lambda: tags.tag(file, [1, 2], "Harbour"))
    assert is_durable(file, lambda: tags.rename(file, 1, "Port"))
    assert is_durable(file, lambda: tags.untag(file, [1], "Port"))
    assert is_durable(file, lambda: tags.keep_note(file, 1, "Ask Ann."))
    assert is_durable(file, lambda: tags.remove(file, 1))
    assert tags.every(file) == ()


def test_a_tag_may_change_the_case_of_its_name(file: File) -> None:
    tags.tag(file, [1], "harbour")
    tags.rename(file, 1, "HARBOUR")
    assert counts(file) == [("HARBOUR", 1, 1)]


def test_what_a_server_says_of_tags_is_no_act_of_this_machine(file: File) -> None:
    before = actions.history(file)
    with file.writing() as db:
        tags.put(db, 1, "Harbour", 5)
        tags.put(db, 2, "harbour", 5)
        tags.take_off(db, 1, "HARBOUR")
    assert counts(file) == [("Harbour", 1, 1)]
    with file.writing() as db:
        tags.take_off(db, 2, "harbour")
        tags.take_off(db, 2, "gulls")
    assert (counts(file), actions.history(file)) == ([], before)


def test_an_act_says_which_tag_and_of_which_story_a_note_is(file: File) -> None:
    tags.tag(file, [1], "Harbour")
    tags.keep_note(file, 1, "Ask Ann.")
    tags.remove(file, 1)
    title = stories.lines(file, [1])[0].title
    done = [(action.verb, action.what) for action in actions.history(file, 3)]
    assert done == [("remove tag", "Harbour"), ("note", title), ("tag", "Harbour")]
    assert tags.common(file, [1]) == ()


def test_tags_that_are_only_taken_off_are_one_act_of_that_name(file: File) -> None:
    tags.tag(file, [1], "boats")
    tags.tag(file, [1], "Harbour")
    tags.retag(file, [1], [], ["boats", "Harbour"])
    (act,) = actions.history(file, 1)
    assert (act.verb, act.what, counts(file)) == ("untag", "boats, Harbour", [])
