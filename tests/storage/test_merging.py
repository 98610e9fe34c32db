"""An aggregator's copy and the outlet's own story are one, with all that a person did with either."""

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from tests.storage.events_paper import together
from tests.storage.paper import HOUR, NOW, article, check, entry, follow, forget_acts, found, offer, story
from tui.jobs import Gathered
from tui.model import Enclosure, Entry, Story, StoryFilter
from tui.storage import accounts, actions, episodes, marks, refreshes, rulings, sections, stories, tags, tellings, texts
from tui.storage.file import File
from tui.storage.grouping import Window
from tui.values import replace

COPY = "https://news.google.com/rss/articles/CBMiabc"
REAL = "https://real.example/story"


def read_there(store: File, address: str = REAL) -> Story:
    """The aggregator's copy is opened, and its page stands at the outlet's own address."""
    copy = story(store, COPY)
    texts.keep_article(store, copy.id, article(address, "All of it."))
    check(store)
    return story(store, address)


def test_an_aggregators_copy_stands_at_the_outlets_address_once_that_is_known(store: File) -> None:
    follow(store, ("World", (Entry("A headline of the outlet", COPY, "c"),)))
    copy = story(store, COPY)
    left = read_there(store)
    assert (left.id, left.url) == (copy.id, REAL)
    assert story(store, COPY).id == copy.id


def test_a_copy_of_what_is_here_already_is_one_with_it_with_all_marks_and_places(store: File) -> None:
    follow(store, ("World", (Entry("A headline of one outlet", COPY, "c", published=NOW),)))
    real = Entry("Quite another headline", REAL, "r", published=NOW - 5 * HOUR)
    sections.follow(store, offer(("Own", (real,)), site="https://real.example", name="Real"))
    outlet, copy = story(store, REAL), story(store, COPY)
    assert outlet.id != copy.id
    marks.mark(store, [outlet.id], starred=True)
    marks.mark(store, [copy.id], read=True)
    left = read_there(store)
    assert stories.counts(store).stories == 1
    assert (left.url, left.read, left.starred, set(left.sections)) == (REAL, True, True, {"World", "Own"})
    assert story(store, COPY).id == left.id
    with store.reading() as db:
        kept = "SELECT marks.read, marks.starred FROM marks JOIN stories USING (identity)"
        assert db.execute(kept).fetchall() == [(1, 1)]
        assert db.execute("SELECT count(*) FROM stories").fetchone() == (1,)


def copy_and_outlet(store: File) -> tuple[int, int]:
    """The story of an aggregator and the outlet's own, not known to be one yet."""
    follow(store, ("World", (Entry("A headline of one outlet", COPY, "c", published=NOW),)))
    real = Entry("Quite another headline", REAL, "r", published=NOW - 5 * HOUR)
    sections.follow(store, offer(("Own", (real,)), site="https://real.example", name="Real"))
    return story(store, COPY).id, story(store, REAL).id


@pytest.mark.parametrize("which", [0, 1])
def test_what_is_put_aside_for_later_stays_so_whichever_of_the_two_it_was(store: File, which: int) -> None:
    both = copy_and_outlet(store)
    marks.mark(store, [both[which]], later=True)
    marks.mark(store, [both[1 - which]], read=True)
    left = read_there(store)
    assert (left.later, left.read, left.starred) == (True, True, False)
    assert [one.id for one in stories.window(store, StoryFilter(later=True))] == [left.id]


def test_tags_and_notes_of_both_are_on_the_one_that_is_left(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    tags.tag(store, [copy], "ports")
    tags.tag(store, [copy, outlet], "strike")
    tags.keep_note(store, copy, "from the copy")
    tags.keep_note(store, outlet, "from the outlet")
    left = read_there(store)
    assert left.tags == ("ports", "strike")
    assert [(tag.name, tag.stories) for tag in tags.every(store)] == [("ports", 1), ("strike", 1)]
    assert tags.note(store, left.id) == "from the outlet\n\nfrom the copy"


def test_a_note_on_the_copy_alone_is_on_the_one_that_is_left(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    tags.keep_note(store, copy, "from the copy")
    marks.mark(store, [outlet], read=True)
    assert tags.note(store, read_there(store).id) == "from the copy"


def test_a_copy_that_nobody_touched_takes_no_mark_away(store: File) -> None:
    _, outlet = copy_and_outlet(store)
    marks.mark(store, [outlet], starred=True, later=True)
    left = read_there(store)
    assert (left.read, left.starred, left.later) == (False, True, True)


def test_after_they_are_one_either_section_knows_it_again(store: File) -> None:
    (world,) = follow(store, ("World", (Entry("A headline of one outlet", COPY, "c", published=NOW),))).added
    real = Entry("Quite another headline", REAL, "r", published=NOW - 5 * HOUR)
    (own,) = sections.follow(store, offer(("Own", (real,)), site="https://real.example", name="Real")).added
    read_there(store)
    refreshes.keep(store, Gathered(own.id, (replace(real, title="A third headline"),)))
    refreshes.keep(store, Gathered(world.id, (Entry("A headline of one outlet", COPY, "c", published=NOW),)))
    assert stories.counts(store).stories == 1


# Taken back after they are one


def flags(store: File, story_id: int) -> tuple[bool, bool, bool]:
    (line,) = stories.lines(store, [story_id])
    return line.read, line.starred, line.later


def test_what_was_done_to_the_copy_is_taken_back_from_the_one_that_is_left(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    marks.mark(store, [copy], starred=True)
    marks.mark(store, [outlet], read=True)
    marks.mark(store, [copy], later=True)
    left = read_there(store).id
    states = [(False, False, False), (False, True, False), (True, True, False), (True, True, True)]
    for wanted in reversed(states[1:]):
        assert flags(store, left) == wanted
        actions.undo(store)
        check(store)
    for wanted in states:
        assert flags(store, left) == wanted
        actions.redo(store)
        check(store)


def test_what_was_done_to_both_is_gone_when_both_acts_are_taken_back_and_not_before(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    forget_acts(store)
    marks.mark(store, [outlet], starred=True)
    marks.mark(store, [copy], starred=True)
    left = read_there(store).id
    for starred in (True, False):
        actions.undo(store)
        assert flags(store, left)[1] == starred
    actions.redo(store)
    assert flags(store, left)[1]


def test_a_list_in_which_both_stood_is_unread_again(store: File) -> None:
    copy_and_outlet(store)
    marks.mark_all_read(store, StoryFilter())
    left = read_there(store)
    assert left.read
    actions.undo(store)
    assert (flags(store, left.id)[0], stories.counts(store).unread) == (False, 1)


def test_what_was_taken_back_before_they_were_one_can_be_done_again(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    marks.mark(store, [outlet], read=True)
    marks.mark(store, [copy], starred=True)
    tags.tag(store, [copy], "ports")
    for _ in range(2):
        actions.undo(store)
    left = read_there(store).id
    assert flags(store, left) == (True, False, False)
    for _ in range(2):
        actions.redo(store)
    assert flags(store, left) == (True, True, False)
    assert story(store, COPY).tags == ("ports",)


def test_tags_of_both_are_taken_back_act_by_act(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    tags.tag(store, [outlet], "strike")
    tags.tag(store, [copy], "strike")
    tags.tag(store, [copy], "ports")
    tags.untag(store, [copy], "ports")
    read_there(store)
    expected = [("strike",), ("ports", "strike"), ("strike",), ("strike",), ()]
    for before, after in pairwise(expected):
        assert story(store, COPY).tags == before
        actions.undo(store)
        assert story(store, COPY).tags == after
    for wanted in reversed(expected[:-1]):
        actions.redo(store)
        assert story(store, COPY).tags == wanted


def test_a_tag_that_was_taken_off_the_copy_comes_back_where_the_outlets_story_has_it_too(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    tags.tag(store, [outlet], "strike")
    tags.tag(store, [copy], "strike")
    tags.untag(store, [copy], "strike")
    read_there(store)
    for wanted in (("strike",), ("strike",), ()):
        assert actions.undo(store) is not None
        assert story(store, COPY).tags == wanted


def test_notes_of_both_are_taken_back_act_by_act_and_done_again(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    tags.keep_note(store, copy, "first")
    tags.keep_note(store, outlet, "from the outlet")
    tags.keep_note(store, copy, "second")
    left = read_there(store).id
    states = ["", "first", "from the outlet\n\nfirst", "from the outlet\n\nsecond"]
    for wanted in reversed(states[1:]):
        assert tags.note(store, left) == wanted
        actions.undo(store)
    for wanted in states:
        assert tags.note(store, left) == wanted
        actions.redo(store)


def test_the_same_note_on_both_stands_there_once(store: File) -> None:
    for each in copy_and_outlet(store):
        tags.keep_note(store, each, "for the report")
    assert tags.note(store, read_there(store).id) == "for the report"


def test_what_was_done_to_others_in_the_same_acts_is_left_as_it_is(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    follow(store, ("Sport", (entry(7),)))
    third = story(store, "https://a.example/7").id
    tags.tag(store, [copy, third], "strike")
    tags.keep_note(store, third, "mine")
    marks.mark(store, [copy, third], starred=True)
    marks.mark(store, [outlet], read=True)
    read_there(store)
    assert flags(store, third) == (False, True, False)
    assert tags.note(store, third) == "mine"
    for _ in range(4):
        actions.undo(store)
    assert flags(store, third) == (False, False, False)
    assert (tags.note(store, third), tags.every(store)) == ("", ())


def test_a_server_is_still_owed_what_was_done_to_the_copy(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    accounts.add(store, "Home", "https://rss.example", "reader")
    marks.mark(store, [copy], starred=True)
    marks.mark(store, [outlet], read=True)
    read_there(store)
    with store.reading() as db:
        owed = "SELECT flags FROM unsent JOIN marks ON marks.id = mark_id JOIN stories USING (identity)"
        assert db.execute(owed).fetchall() == [(actions.READ | actions.STARRED,)]
        assert db.execute("SELECT count(*) FROM unsent").fetchone() == (1,)


# What tells the same event

TEXT = " ".join(f"Sentence {number} of what the agency says." for number in range(12))
OTHERS = [("Port of Doha closed after crane falls", "b"), ("Crane falls in Doha: port closed", "c")]


def told_by_three(store: File) -> tuple[int, int, list[int]]:
    """The copy with its text, the outlet's own, and two that tell the same as both."""
    copy = Entry("Crane falls, and Doha port closed", COPY, "c", content=TEXT, published=NOW)
    follow(store, ("World", (copy,)))
    real = Entry("Doha port closed as crane falls", REAL, "r", content=TEXT, published=NOW - HOUR)
    sections.follow(store, offer(("Own", (real,)), site="https://real.example", name="Real"))
    for title, name in OTHERS:
        other = entry(1, f"https://{name}.example", title=title)
        sections.follow(store, offer(("News", (other,)), site=f"https://{name}.example", name=name))
    together(store, Window())
    return (
        story(store, COPY).id,
        story(store, REAL).id,
        [story(store, f"https://{name}.example/1").id for _, name in OTHERS],
    )


def test_the_one_that_is_left_tells_what_the_outlets_story_told_and_is_nobodys_copy(store: File) -> None:
    copy, outlet, others = told_by_three(store)
    before = tellings.event(store, outlet)
    assert before is not None and {each.story.id for each in before.tellings} == {copy, outlet, *others}
    assert [each.copy_of for each in before.tellings if each.story.id == copy] == [outlet]
    left = read_there(store)
    event = tellings.event(store, left.id)
    assert event is not None and {each.story.id for each in event.tellings} == {left.id, *others}
    assert not any(each.copy_of for each in event.tellings)
    assert sorted(event.outlets) == ["Real", "b", "c"]
    again = tellings.event(store, left.id)
    together(store, Window())
    assert again == event


def test_a_copy_that_stood_elsewhere_by_its_headline_stands_with_the_outlets_story(store: File) -> None:
    copy, _, others = told_by_three(store)
    with store.writing() as db:  # as if grouping had put it with another story
        db.execute("UPDATE tellings SET event_id = 77 WHERE id = ?", (copy,))
    left = read_there(store)
    assert set(tellings.with_others(store, [left.id])) == {left.id, *others}


def test_what_was_said_of_the_outlets_story_is_taken_back_from_the_one_that_is_left(store: File) -> None:
    _, outlet, others = told_by_three(store)
    rulings.not_the_same(store, outlet)
    left = read_there(store)
    assert tellings.with_others(store, [left.id]) == (left.id,)
    undone = actions.undo(store)
    assert undone is not None and not undone.lost
    assert set(tellings.with_others(store, [left.id])) == {left.id, *others}


# What the outlet's story had besides


def test_the_one_that_is_left_has_the_feeds_text_that_the_outlets_story_had(store: File) -> None:
    follow(store, ("World", (Entry("A headline of one outlet", COPY, "c", "From afar", published=NOW),)))
    real = Entry("Quite another headline", REAL, "r", content="<p>Pilots.</p>", published=NOW - 5 * HOUR)
    sections.follow(store, offer(("Own", (real,)), site="https://real.example", name="Real"))
    left = read_there(store)
    assert (left.title, left.site, texts.content(store, left.id)) == (
        "A headline of one outlet",
        "Real",
        "<p>Pilots.</p>",
    )
    assert found(store, "afar") == [left.title]


def test_where_reading_stopped_stays_known_whichever_was_read(store: File) -> None:
    _, outlet = copy_and_outlet(store)
    marks.keep_place(store, outlet, 4, 20)
    assert marks.place(store, read_there(store).id) == (4, 20)


def test_the_place_in_the_copy_is_the_one_that_counts(store: File) -> None:
    copy, outlet = copy_and_outlet(store)
    marks.keep_place(store, outlet, 4, 20)
    marks.keep_place(store, copy, 2, 1)
    assert marks.place(store, read_there(store).id) == (2, 1)


def test_an_episode_of_the_outlet_is_one_of_the_story_that_is_left(store: File) -> None:
    follow(store, ("World", (Entry("A headline of one outlet", COPY, "c", published=NOW),)))
    talk = Enclosure("https://real.example/1.mp3", "audio/mpeg")
    real = Entry("Quite another headline", REAL, "r", published=NOW - 5 * HOUR, enclosures=(talk,))
    sections.follow(store, offer(("Own", (real,)), site="https://real.example", name="Real"))
    episodes.queue(store, [story(store, REAL).id])
    left = read_there(store).id
    assert stories.enclosures(store, left) == (talk,)
    assert [one.url for one in episodes.of_story(store, left)] == [talk.url]
    assert actions.undo(store) and not episodes.of_story(store, left)
    again = actions.redo(store)
    assert again and not again.lost
    assert [one.url for one in episodes.waiting(store)] == [talk.url]


def test_a_copy_of_a_muted_section_is_in_the_lists_where_the_outlets_section_is(store: File) -> None:
    world = follow(store, ("World", (Entry("A headline of one outlet", COPY, "c", published=NOW),))).added[0]
    real = Entry("Quite another headline", REAL, "r", published=NOW - 5 * HOUR)
    sections.follow(store, offer(("Own", (real,)), site="https://real.example", name="Real"))
    sections.mute(store, [world.id])
    left = read_there(store)
    assert [one.id for one in stories.window(store, StoryFilter())] == [left.id]


ACTS: dict[str, Callable[[File, int], object]] = {
    "star": lambda store, story_id: marks.mark(store, [story_id], starred=True),
    "unstar": lambda store, story_id: marks.mark(store, [story_id], starred=False),
    "read": lambda store, story_id: marks.mark(store, [story_id], read=True),
    "unread": lambda store, story_id: marks.mark(store, [story_id], read=False),
    "tag": lambda store, story_id: tags.tag(store, [story_id], "ports"),
    "untag": lambda store, story_id: tags.untag(store, [story_id], "ports"),
    "tag otherwise": lambda store, story_id: tags.tag(store, [story_id], "strike"),
    "note": lambda store, story_id: tags.keep_note(store, story_id, "one"),
    "note anew": lambda store, story_id: tags.keep_note(store, story_id, "two"),
    "take the note away": lambda store, story_id: tags.keep_note(store, story_id, ""),
}
"""What a person may do with a story."""


def of_one(store: File, ids: tuple[int, ...]) -> tuple[tuple[bool, ...], set[str], str]:
    """What was done to stories, as if they were one: flags, tags, note."""
    lines = stories.lines(store, ids)
    notes = dict.fromkeys(filter(None, (tags.note(store, each) for each in ids)))
    flagged = tuple(map(any, zip(*((each.read, each.starred) for each in lines), strict=True)))
    return flagged, {tag for each in lines for tag in each.tags}, "\n\n".join(notes)


@given(
    done=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(["copy", "outlet", "third"])), max_size=9),
    undone=st.integers(0, 4),
)
@example(done=[("tag", "outlet"), ("tag", "copy"), ("untag", "outlet")], undone=0)
@example(done=[("tag", "outlet"), ("untag", "outlet"), ("tag", "third"), ("tag", "copy")], undone=2)
@trials(max_examples=25, deadline=None)
def test_whatever_was_done_before_they_were_one_is_taken_back_and_done_again(
    empty_library: Path, done: list[tuple[str, str]], undone: int
) -> None:
    with (
        TemporaryDirectory() as folder,
        File(Path(shutil.copy(empty_library, f"{folder}/library.db")), clock=lambda: NOW) as store,
    ):
        copy, outlet = copy_and_outlet(store)
        follow(store, ("Sport", (entry(7),)))
        known = {"copy": copy, "outlet": outlet, "third": story(store, "https://a.example/7").id}
        forget_acts(store)
        states = [(of_one(store, (outlet, copy)), of_one(store, (known["third"],)))]
        for act, which in done:
            ACTS[act](store, known[which])
            if len(actions.history(store, 0)) == len(states):
                states.append((of_one(store, (outlet, copy)), of_one(store, (known["third"],))))
        at = len(states) - 1
        for _ in range(min(undone, at)):
            actions.undo(store)
            at -= 1
        left = read_there(store).id
        for step in (*range(at, -1, -1), *range(1, len(states)), *range(len(states) - 2, -1, -1)):
            (actions.undo if step < at else actions.redo)(store) if step != at else None
            at = step
            assert (of_one(store, (left,)), of_one(store, (known["third"],))) == states[at]
        check(store)
