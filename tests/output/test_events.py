"""An event as a page: what each adds, how it came, the story so far."""

from datetime import UTC, datetime

from tui.blocks import written
from tui.model import Addition, Event, Story, Telling
from tui.output.events import page


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
