"""An event as a page: what each adds, how it came, the story so far."""

from datetime import UTC, datetime

from tui.blocks import written
from tui.model import Addition, Event, Ranked, Story, Telling
from tui.output.events import page, ranked


def story(number: int, title: str) -> Story:
    return Story(
        number, title, f"https://p{number}.example/", f"Paper {number}", "News",
        published=datetime(2026, 11, 23, 8 + number, tzinfo=UTC),
    )  # fmt: skip


def test_the_page_of_an_event() -> None:
    newer, older, before = story(2, "Bridge reopens"), story(1, "Bridge closed"), story(0, "Crane fails inspection")
    told = Event(1, (Telling(newer, "Paper 2"), Telling(older, "Paper 1")), ("Paper 2", "Paper 1"), (before,))
    found = page(told, [Addition(told.tellings[1], ("Ferries run free of charge.",))])
    said = written(found.blocks)
    assert found.headline == "Bridge reopens"
    order = [
        "What each adds",
        "Paper 1",
        "Ferries run",
        "How it came",
        "Bridge closed",
        "Bridge reopens",
        "so far",
        "Crane",
    ]
    places = [said.index(words) for words in order]
    assert places == sorted(places)


def test_where_nobody_adds_anything_it_is_not_said() -> None:
    assert "What each adds" not in written(page(Event(1, (Telling(story(1, "Bridge closed")),)), ()).blocks)


def test_what_joined_each_of_an_event_is_listed_and_its_place_stands_first() -> None:
    first = Telling(story(1, "Bridge closed"), "Paper 1")
    second = Telling(story(2, "Bridge shut"), "Paper 2", ("Bridge", "Doha"))
    place = Ranked(second.story, ("Paper 1", "Paper 2"), 2, 3.0, 1.0, 1.2)
    told = Event(1, (second, first), ("Paper 2", "Paper 1"))
    said = written(page(told, (), (4, place)).blocks)
    assert said.startswith("Place 4 of the front page: 2 independent outlets, last told 3 hours ago: 1.20.")
    assert ranked(4, place) in said
    assert said.index("What joined them") < said.index("was the first") < said.index("shares Bridge, Doha")
    assert "Place" not in written(page(told, ()).blocks)
    assert "What joined them" not in written(page(Event(1, (first,)), ()).blocks)
