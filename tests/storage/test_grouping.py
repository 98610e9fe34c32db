"""Stories are grouped as they come, and what was found is remembered."""

from datetime import timedelta

import pytest

from tests.moments import at
from tests.storage.events_paper import BRIDGE, VOTE, arrive, groups, ids_by_title, together
from tests.storage.paper import NOW
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.storage import grouping, rulings, sections, stories
from tui.storage.file import File
from tui.storage.grouping import Window
from tui.storage.scales import WINDOW


def test_stories_of_one_event_are_found_as_they_come(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE[:2] + VOTE)
    together(store, window)
    assert groups(store) == {frozenset(BRIDGE[:2]), frozenset(VOTE)}
    arrive(store, BRIDGE[2:], minutes=30)
    together(store, window)
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}
    assert window.go(store) is None


def test_another_process_goes_on_from_what_was_kept(store: File) -> None:
    arrive(store, BRIDGE[:2] + VOTE)
    together(store, Window())
    arrive(store, BRIDGE[2:], minutes=30)
    together(store, Window())
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}


def test_what_came_of_an_older_view_is_not_kept(store: File) -> None:
    slow, quick = Window(), Window()
    arrive(store, BRIDGE)
    found = slow.go(store)
    assert found is not None
    together(store, quick)
    assert not grouping.keep(store, found)
    arrive(store, VOTE, minutes=5)
    together(store, slow)
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}


def test_what_is_older_than_the_window_is_not_looked_at(store: File) -> None:
    arrive(store, BRIDGE, minutes=-60 * (WINDOW + 1))
    together(store, Window())
    assert groups(store) == set()


def test_the_window_forgets(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE[:2])
    together(store, window)
    later = at(store, NOW + timedelta(hours=WINDOW + 2))
    arrive(later, BRIDGE[2:], minutes=60 * (WINDOW + 1))
    together(later, window)
    assert groups(store) == {frozenset(BRIDGE[:2]), frozenset(BRIDGE[2:])}


def test_many_stories_are_grouped_a_part_at_a_time(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE + VOTE)
    parts = 0
    while found := window.go(store, 3):
        assert grouping.keep(store, found)
        window.kept()
        parts += 1
    assert parts == 3
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}


def test_a_copy_stands_with_its_original_under_another_headline(store: File) -> None:
    text = "<p>" + " ".join(f"word{number}" for number in range(120)) + "</p>"
    arrive(store, ["Pilots return to work", "Strike is over, says union"], content=text)
    together(store, Window())
    assert groups(store) == {frozenset({"Pilots return to work", "Strike is over, says union"})}


@pytest.mark.parametrize("fresh", [False, True])
def test_a_persons_word_holds_when_more_comes(store: File, fresh: bool) -> None:
    window = Window()
    arrive(store, BRIDGE[:3])
    together(store, window)
    known = ids_by_title(store)
    rulings.not_the_same(store, known[BRIDGE[0]])
    arrive(store, BRIDGE[3:] + VOTE, minutes=10)
    together(store, Window() if fresh else window)
    assert any(set(BRIDGE[1:3]) <= group and BRIDGE[0] not in group for group in groups(store))
    known = ids_by_title(store)
    rulings.same(store, [known[BRIDGE[0]], known[VOTE[0]]])
    arrive(store, ["Budget vote: parliament rejects budget late at night"], minutes=20)
    together(store, Window() if fresh else window)
    assert any({BRIDGE[0], VOTE[0]} <= group for group in groups(store))


def test_an_empty_library_has_nothing_to_group(store: File) -> None:
    assert Window().go(store) is None
    assert stories.order(store, StoryFilter(events=True)).tolist() == []


def test_a_second_outlet_makes_an_event_also_within_what_one_feed_collects(store: File) -> None:
    collected = "https://planet.example"
    window = Window()
    for number, title in enumerate(BRIDGE[:3]):
        page = f"{collected}/{number}" if number < 2 else "https://elsewhere.example/bridge"
        published = NOW - timedelta(hours=2, minutes=-number)
        entry = Entry(title, page, str(number), published=published)
        offer = Offer("News", f"{collected}/{number}/feed", entries=(entry,))
        sections.follow(store, SiteOffer("Planet", f"{collected}/", (offer,)))
        together(store, window)
        assert groups(store) == ({frozenset(BRIDGE[:3])} if number == 2 else set())


def test_whose_a_story_is() -> None:
    assert grouping.outlet("https://www.post.example/1", "The Post", "post.example") == "post.example"
    assert grouping.outlet("", "The Post", "news.post.example") == "post.example"
    assert grouping.outlet("", "The Post", "") == "The Post"
    assert grouping.outlet("https://b.example/1", "Planet", "planet.example") == "planet.example b.example"


def test_a_story_that_is_nobodys_copy_is_kept_as_none(store: File) -> None:
    arrive(store, BRIDGE[:2])
    together(store, Window())
    with store.reading() as db:
        assert db.execute("SELECT DISTINCT copy_of FROM tellings").fetchall() == [(0,)]
