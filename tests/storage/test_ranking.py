"""The front page: what counts as an outlet, what ranks before what, and what there is time for."""

from datetime import timedelta

import pytest

from tests.moments import at
from tests.storage.events_paper import ALONE, BRIDGE, VOTE, arrive, ids_by_title, together, two_events
from tests.storage.paper import NOW
from tui.errors import AskError
from tui.model import StoryFilter
from tui.storage import actions, front, marks, naming, ranking, searches, stories
from tui.storage.file import File
from tui.storage.grouping import Window
from tui.storage.ranking import _Row, independent


@pytest.fixture
def told(store: File) -> File:
    two_events(store)
    return store


def row(number: int, domain: str, *, copy_of: int = 0) -> _Row:
    return _Row(number, 1, 0, copy_of, 0, 0, domain, domain.partition(".")[0].title())


def test_what_most_outlets_tell_stands_first(told: File) -> None:
    found = front.page(told)
    assert [ranked.story.title for ranked in found] == [BRIDGE[3], VOTE[2], ALONE]
    assert [len(ranked.outlets) for ranked in found] == [4, 3, 1]
    assert [ranked.tellings for ranked in found] == [4, 3, 1]
    page = StoryFilter(front=True, events=True)
    assert [story.title for story in stories.window(told, page)] == [BRIDGE[3], VOTE[2], ALONE]
    assert [story.title for story in stories.window(told, page, 1, 1)] == [VOTE[2]]
    assert marks.mark_all_read(told, page, above=stories.order(told, page)[1]) == 4
    assert marks.mark_all_read(told, page) == 4


def test_what_is_old_sinks_and_leaves(told: File) -> None:
    later = at(told, NOW + timedelta(hours=20))
    arrive(later, ["Ferry runs aground off Muscat", "Muscat: ferry has run aground"], now=NOW + timedelta(hours=20))
    together(later, Window())
    assert front.page(later)[0].story.title.startswith("Muscat")
    assert not front.page(at(told, NOW + timedelta(hours=ranking.HOURS + 21)))


def test_an_owner_counts_once_and_so_does_an_agencys_text() -> None:
    rows = [row(1, "a.example"), row(2, "b.example"), row(3, "www.c.example"), row(4, "sport.c.example")]
    assert independent(rows, {}) == ("A", "B", "Www")
    assert independent(rows, {"a.example": "Press Group", "b.example": "Press Group"}) == ("Press Group", "Www")
    assert independent([row(1, "a.example"), row(2, "b.example", copy_of=1)], {}) == ("A",)
    assert independent([row(1, "a.example"), row(2, "b.example", copy_of=1), row(3, "b.example")], {}) == ("A",)
    assert independent([row(1, "a.example"), row(2, "b.example", copy_of=9), row(3, "c.example", copy_of=9)], {}) == (
        "A", "B",
    )  # fmt: skip


def test_a_person_says_who_owns_what_and_what_weighs(told: File) -> None:
    ranking.own(told, "Press Group", ["paper0.example", "https://www.paper1.example/", "paper2.example"])
    assert [ranked.outlets for ranked in front.page(told)[:2]] == [("Paper 3", "Press Group"), ("Press Group",)]
    ranking.own(told, "Press Group", [])
    assert not ranking.owners(told)
    sections = [section.id for section in naming.find_sections(told, "Paper 4")]
    ranking.weigh(told, sections, 5)
    assert front.page(told)[0].story.title == ALONE
    ranking.weigh(told, sections, 0)
    assert ALONE not in [ranked.story.title for ranked in front.page(told)]
    ranking.weigh(told, sections, 1)
    assert not ranking.weights(told)
    with pytest.raises(AskError):
        ranking.weigh(told, sections, -1)


def test_weights_and_owners_are_taken_back_and_given_again(told: File) -> None:
    (section,) = [section.id for section in naming.find_sections(told, "Paper 4")]
    ranking.weigh(told, [section], 5)
    ranking.weigh(told, [section], 0)
    ranking.weigh(told, [section], 0)  # changes nothing, and is no act
    ranking.own(told, "Press Group", ["paper0.example"])
    assert [(action.verb, action.what) for action in actions.history(told, 3)] == [
        ("own", "Press Group"), ("weigh", "News: 0"), ("weigh", "News: 5")
    ]  # fmt: skip
    actions.undo(told)
    assert not ranking.owners(told)
    actions.undo(told)
    assert ranking.weights(told) == {section: 5}
    actions.undo(told)
    assert not ranking.weights(told)
    for _ in range(3):
        actions.redo(told)
    assert ranking.weights(told) == {section: 0}
    assert ranking.owners(told) == {"Press Group": ("paper0.example",)}


def test_what_is_read_or_muted_leaves_the_unread_front_page(told: File) -> None:
    known = ids_by_title(told)
    marks.mark(told, [known[title] for title in VOTE], read=True)
    assert VOTE[2] in [ranked.story.title for ranked in front.page(told)]
    assert VOTE[2] not in [ranked.story.title for ranked in front.page(told, unread=True)]
    searches.save(told, "Doha", "doha", "mute")
    assert [ranked.story.title for ranked in front.page(told, unread=True)] == [ALONE]
