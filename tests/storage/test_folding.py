"""What a site tells in two of its sections is one line in lists of both, read where it was read once, and never lost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.moments import at
from tests.storage.paper import EVERY, NOW, offer, titles
from tui.jobs import Gathered
from tui.model import Entry, StoryFilter
from tui.storage import actions, folding, marks, refreshes, searches, sections, stories, visibility
from tui.storage.file import File
from tui.values import replace

HEADLINE, TEXT = "The harbour will be dredged", "Work on the harbour begins in May and takes a year, the council says."
FIRST = Entry(HEADLINE, "https://a.example/world/dredging", "w-1", TEXT, published=NOW - timedelta(hours=5))
AGAIN = replace(FIRST, url="https://a.example/local/harbour-works", guid="l-9", published=NOW - timedelta(hours=3))


@pytest.fixture
def world(store: File) -> tuple[int, int]:
    added = sections.follow(store, offer(("World", (FIRST,)), ("Local", ()))).added
    return added[0].id, added[1].id


def comes(store: File, section_id: int, *entries: Entry, hours: float = 0) -> None:
    refreshes.keep(at(store, NOW + timedelta(hours=hours)), Gathered(section_id, entries))


def listed(store: File, **given: Any) -> list[tuple[str, int]]:
    return [(row.url, len(row.others)) for row in stories.window(store, StoryFilter(**given))]


def test_it_is_one_line_of_all_and_stands_in_each_section(store: File, world: tuple[int, int]) -> None:
    comes(store, world[1], AGAIN)
    assert listed(store) == [(FIRST.url, 1)]
    assert listed(store, section_id=world[1]) == [(AGAIN.url, 0)]
    assert (stories.counts(store).stories, stories.counts(store).unread) == (1, 1)
    assert [section.unread for section in sections.sections(store)] == [1, 1]


@pytest.mark.parametrize("number", [0, 1])
def test_reading_one_reads_both_and_undo_takes_both_back(store: File, world: tuple[int, int], number: int) -> None:
    comes(store, world[1], AGAIN)
    (story,) = stories.window(store, StoryFilter(section_id=world[number]))
    assert marks.mark(store, [story.id], read=True, starred=True) == 1
    assert [section.unread for section in sections.sections(store)] == [0, 0]
    assert listed(store, starred=True) == [((FIRST, AGAIN)[number].url, int(number == 0))], (
        "a star is that story's alone"
    )
    actions.undo(store)
    assert [section.unread for section in sections.sections(store)] == [1, 1]
    assert marks.mark_all_read(store, EVERY) == 1
    assert [section.unread for section in sections.sections(store)] == [0, 0]


@pytest.mark.parametrize(
    "other",
    [
        replace(AGAIN, title="The harbour will not be dredged"),
        replace(AGAIN, summary="A quite different text about another harbour in the far north of the country."),
        replace(AGAIN, published=NOW - timedelta(hours=60)),
        replace(AGAIN, summary="", published=NOW - timedelta(hours=3)),
    ],
    ids=["another headline", "another text", "another day", "no text and not the same hour"],
)
def test_what_may_be_another_story_has_a_line_of_its_own(store: File, world: tuple[int, int], other: Entry) -> None:
    comes(store, world[1], other)
    assert len(listed(store)) == 2


def test_short_headlines_and_those_of_one_section_are_never_folded(store: File, world: tuple[int, int]) -> None:
    comes(store, world[0], FIRST, AGAIN)
    letters = replace(FIRST, title="Letters to us", url="https://a.example/1", guid="1")
    comes(store, world[1], letters)
    comes(store, world[0], FIRST, AGAIN, replace(letters, url="https://a.example/2", guid="2"))
    assert len(listed(store)) == 4


def test_another_site_tells_it_itself(store: File, world: tuple[int, int]) -> None:
    post = sections.follow(store, offer(("All", ()), site="https://post.example", name="The Post")).added[0]
    comes(store, post.id, replace(AGAIN, url="https://post.example/1"))
    assert len(listed(store)) == 2


def gone(store: File, world: tuple[int, int]) -> None:
    sections.unfollow(store, [world[0]])


def muted(store: File, world: tuple[int, int]) -> None:
    sections.mute(store, [world[0]])


def hidden_by_words(store: File, world: tuple[int, int]) -> None:
    searches.save(store, "World", "section:World", "mute")


def renamed(store: File, world: tuple[int, int]) -> None:
    comes(store, world[0], replace(FIRST, title="The harbour will be dredged twice"))


def reworded(store: File, world: tuple[int, int]) -> None:
    comes(store, world[0], replace(FIRST, summary="The council put it off. Nobody knows for how long, nor why it did."))


def forgotten(store: File, world: tuple[int, int]) -> None:
    from tui.storage import arrivals

    with store.writing() as db:
        arrivals.forget(db, [1])


@pytest.mark.parametrize(
    "change", [gone, muted, hidden_by_words, renamed, reworded, forgotten], ids=lambda each: each.__name__
)
def test_where_the_first_is_in_no_list_the_other_is(
    store: File, world: tuple[int, int], change: Callable[[File, tuple[int, int]], None]
) -> None:
    comes(store, world[1], AGAIN)
    assert listed(store) == [(FIRST.url, 1)]
    change(store, world)
    assert (AGAIN.url, 0) in listed(store)
    assert len(listed(store)) == (2 if change in (renamed, reworded) else 1)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_is_revised_in_both_sections_is_one_line_again(
    store: File, world: tuple[int, int], order: tuple[int, int]
) -> None:
    comes(store, world[1], AGAIN)
    said = "The council put it off. Nobody knows for how long, nor why it did."
    for number in order:
        comes(store, world[number], replace((FIRST, AGAIN)[number], summary=said))
        assert listed(store) == ([(FIRST.url, 1)] if number == order[1] else [(AGAIN.url, 0), (FIRST.url, 0)])


def test_three_are_one_line_and_a_hidden_one_leads_nothing(store: File, world: tuple[int, int]) -> None:
    third = sections.follow(store, offer(("Third", ()))).added[0].id
    comes(store, world[1], AGAIN)
    comes(store, third, replace(AGAIN, url="https://a.example/third", guid="t", published=NOW))
    assert listed(store) == [(FIRST.url, 2)]
    with store.writing() as db:
        visibility.unfold_under(db, [1])
    assert len(titles(stories.window(store, EVERY))) == 3


def test_what_was_told_first_in_a_muted_section_stands_for_nothing(store: File, world: tuple[int, int]) -> None:
    sections.mute(store, [world[0]])
    comes(store, world[1], AGAIN)
    assert listed(store) == [(AGAIN.url, 0)]


@pytest.mark.parametrize(
    ("title", "lines"), [("Harbour is dredged", 2), ("Harbour is dredge 20", 1), ("Harbour is dredg 19", 2)]
)
def test_a_headline_of_twenty_signs_is_more_than_a_columns_name(
    store: File, world: tuple[int, int], title: str, lines: int
) -> None:
    comes(store, world[0], replace(FIRST, title=title))
    comes(store, world[1], replace(AGAIN, title=title))
    assert len(listed(store)) == lines


@pytest.mark.parametrize(
    ("summary", "apart", "lines"),
    [
        ("", timedelta(hours=1), 1),
        ("", timedelta(hours=1, seconds=1), 2),
        ("", timedelta(hours=-1), 1),
        (TEXT, timedelta(hours=36), 1),
        (TEXT, timedelta(hours=36, seconds=1), 2),
        (TEXT, timedelta(hours=-24), 1),
    ],
)
def test_what_says_the_same_is_near_in_time(store: File, summary: str, apart: timedelta, lines: int) -> None:
    first = replace(FIRST, summary=summary, published=NOW - timedelta(days=4, hours=11))
    again = replace(AGAIN, summary=summary, published=NOW - timedelta(days=4, hours=11) + apart)
    local = sections.follow(store, offer(("World", (first,)), ("Local", ()))).added[1]
    comes(store, local.id, again)
    assert len(listed(store)) == lines


def test_whichever_of_three_is_read_all_are(store: File, world: tuple[int, int]) -> None:
    third = sections.follow(store, offer(("Third", ()))).added[0].id
    comes(store, world[1], AGAIN)
    comes(store, third, replace(AGAIN, url="https://a.example/third", guid="t", published=NOW))
    with store.reading() as db:
        for number in (1, 2, 3):
            assert sorted([number, *folding.told_with(db, [number])]) == [1, 2, 3]
        assert folding.told_with(db, [1, 2]) == [3]
        assert folding.told_with(db, [99]) == folding.told_with(db, []) == []


@pytest.mark.parametrize(("first", "again"), [("", TEXT), (TEXT, "")])
def test_where_one_of_two_has_no_text_they_are_one_line_within_the_hour(store: File, first: str, again: str) -> None:
    told = replace(FIRST, summary=first)
    local = sections.follow(store, offer(("World", (told,)), ("Local", ()))).added[1]
    comes(store, local.id, replace(AGAIN, summary=again, published=FIRST.published))
    assert len(listed(store)) == 1
