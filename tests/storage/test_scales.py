"""The two scales at which headlines are put together."""

from tui.storage.scales import EVENT, STORY, WINDOW


def test_an_event_asks_for_more_than_a_story_so_far() -> None:
    assert EVENT.joins > STORY.joins
    assert EVENT.shared > STORY.shared
    assert EVENT.merges > STORY.merges
    assert EVENT.hours < STORY.hours < WINDOW
