"""The front page with its stories, and what there is time for."""

from datetime import timedelta

import pytest

from tests.storage.events_paper import ALONE, BRIDGE, VOTE, ids_by_title, two_events
from tests.storage.paper import NOW, article
from tui.model import Story, StoryFilter
from tui.storage import front, marks, ranking, stories, texts
from tui.storage.file import File


@pytest.fixture
def told(store: File) -> File:
    two_events(store)
    return store


def test_a_rank_is_told_of_every_telling(told: File) -> None:
    known = ids_by_title(told)
    place, ranked = front.rank_of(told, known[VOTE[0]]) or (0, None)
    assert place == 2 and ranked is not None and ranked.outlets == ("Paper 2", "Paper 1", "Paper 0")
    assert front.rank_of(told, 10_000) is None


def test_there_is_time_for_some_and_what_is_left_is_said(told: File) -> None:
    found = front.catch_up(told, 12)
    assert [story.title for story in found.stories] == [BRIDGE[3], VOTE[2], ALONE]
    assert (found.left, found.left_minutes) == (0, 0.0)
    short = front.catch_up(told, 0.5)
    assert [story.title for story in short.stories] == [BRIDGE[3], VOTE[2]]
    assert (short.left, short.left_minutes) == (1, 0.25)
    assert sum(short.minutes) <= 0.5
    assert front.catch_up(told, 12, NOW + timedelta(hours=1)).stories == ()


def test_a_list_of_stories_by_their_ids_stands_as_it_was_asked_for(told: File) -> None:
    known = ids_by_title(told)
    wanted = (known[ALONE], 99_999, known[VOTE[0]])
    assert [story.title for story in stories.window(told, StoryFilter(ids=wanted))] == [ALONE, VOTE[0]]
    assert list(stories.order(told, StoryFilter(ids=wanted), 1)) == [known[ALONE]]


def test_what_is_too_long_makes_room_and_counts_as_left(told: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "reading_minutes", lambda _, story: 2.0 if story.title == BRIDGE[3] else 0.5)
    found = front.catch_up(told, 1)
    assert [story.title for story in found.stories] == [VOTE[2], ALONE]
    assert (found.left, found.left_minutes) == (1, 2.0)


def test_so_many_events_are_tried_and_the_others_are_left(told: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_TRIED", 1)
    found = front.catch_up(told, 12)
    assert [story.title for story in found.stories] == [BRIDGE[3]]
    assert (found.left, found.left_minutes) == (2, 0.5)


def test_a_page_has_so_many_events_as_were_asked_for_or_all(told: File) -> None:
    marks.mark(told, [ids_by_title(told)[ALONE]], read=True)
    assert [ranked.story.title for ranked in front.page(told, 2)] == [BRIDGE[3], VOTE[2]]
    assert [ranked.story.title for ranked in front.page(told, 0)] == [BRIDGE[3], VOTE[2], ALONE]
    assert [ranked.story.title for ranked in front.page(told, unread=True)] == [BRIDGE[3], VOTE[2]]


def test_what_was_read_takes_no_time_and_each_story_has_its_others(told: File) -> None:
    known = ids_by_title(told)
    marks.mark(told, [known[title] for title in VOTE], read=True)
    found = front.catch_up(told, 12)
    assert [story.title for story in found.stories] == [BRIDGE[3], ALONE]
    assert [set(story.others) for story in found.stories] == [{known[title] for title in BRIDGE[:3]}, set()]
    assert found.left == 0


def test_an_event_of_which_something_was_read_comes_again_only_with_what_was_told_since(told: File) -> None:
    known = ids_by_title(told)
    marks.mark(told, [known[BRIDGE[3]], known[VOTE[1]]], read=True)
    assert [story.title for story in front.catch_up(told, 12).stories] == [VOTE[2], ALONE]
    marks.mark(told, [known[VOTE[2]]], read=True)
    assert [story.title for story in front.catch_up(told, 12).stories] == [ALONE]
    assert len(front.page(told, unread=True)) == 3, "the front page has what is unread"
    with told.writing() as db:
        db.execute("UPDATE tellings SET copy_of = ? WHERE id = ?", (known[BRIDGE[0]], known[BRIDGE[3]]))
    marks.mark(told, [known[BRIDGE[3]]], read=False)
    marks.mark(told, [known[BRIDGE[2]]], read=True)
    assert [story.title for story in front.catch_up(told, 12).stories] == [ALONE], "a copy is no news"


def test_no_more_is_read_than_a_page_has(told: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "LENGTH", 2)
    found = front.catch_up(told, 60)
    assert [story.title for story in found.stories] == [BRIDGE[3], VOTE[2]]
    assert found.left == 1


def test_once_the_time_is_used_up_nothing_more_is_looked_at(told: File, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = []

    def reading_minutes(_: File, story: Story) -> float:
        looked_at.append(story.title)
        return 1.0

    monkeypatch.setattr(front, "reading_minutes", reading_minutes)
    assert [story.title for story in front.catch_up(told, 1.1).stories] == [BRIDGE[3]]
    assert looked_at == [BRIDGE[3]]


def test_a_kept_article_takes_as_long_as_its_text_and_a_headline_less_than_a_minute(told: File) -> None:
    known = ids_by_title(told)
    texts.keep_article(told, known[VOTE[0]], article("https://a.example/long", "All of it.", reading_minutes=20))
    texts.keep_article(told, known[VOTE[1]], article("https://a.example/short", "All.", reading_minutes=1))
    long, short, headline = stories.lines(told, [known[title] for title in VOTE])
    assert front.reading_minutes(told, long) == 20
    assert front.reading_minutes(told, short) == 1
    assert 0 < front.reading_minutes(told, headline) < 1
