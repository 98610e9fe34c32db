"""The queue of stories to be downloaded."""

import pytest

from tests.storage.paper import EVERY, article, entries, entry, follow, offer, story
from tui.errors import AskError
from tui.model import Entry, StoryFilter
from tui.storage import actions, downloads, marks, sections, stories, texts
from tui.storage.file import File
from tui.values import replace


def test_stories_wait_to_be_downloaded(store: File) -> None:
    follow(store, ("World", (entry(1, content="<p>whole</p>"), *entries(2, 3))))
    marks.mark(store, [story(store, "https://a.example/2").id], read=True)
    waiting = downloads.unread(store, EVERY)
    assert [(job.title, job.content, job.from_url) for job in waiting] == [
        ("Story 1", "", "https://a.example/world/feed"),
        ("Story 3", "", "https://a.example/world/feed"),
    ]
    whole = downloads.job(store, waiting[0].story_id)
    assert whole == replace(waiting[0], content="<p>whole</p>")
    assert [job.title for job in downloads.unread(store, EVERY, 1)] == ["Story 1"]
    queued = downloads.queue(store, "https://b.example/far", from_url="https://a.example/1", title="Far")
    assert queued.queued
    downloads.queue(store, "https://b.example/far")
    downloads.queue(store, "https://a.example/3")
    assert [(job.title, job.from_url) for job in downloads.queued(store)] == [
        ("Far", "https://a.example/1"),
        ("Story 3", "https://a.example/world/feed"),
    ]
    texts.keep_article(store, queued.id, article(queued.url, "text"))
    third = story(store, "https://a.example/3")
    texts.keep_article(store, third.id, article(third.url, "text"))
    assert downloads.queued(store) == ()
    assert not downloads.queue(store, "https://b.example/far").queued
    assert not any(one.queued for one in stories.window(store, EVERY))


@pytest.mark.parametrize("url", ["mailto:ann@a.example", "guide:/start/welcome", "ftp://a.example/1", "a story", ""])
def test_only_addresses_of_the_web_wait(store: File, url: str) -> None:
    with pytest.raises(AskError, match="is not an address"):
        downloads.queue(store, url)
    assert downloads.queued(store) == ()


def test_addresses_are_saved_for_later_as_one_act(store: File) -> None:
    follow(store, ("World", entries(1)))
    saved, refused = downloads.save(store, ["https://a.example/1", "ftp://a.example/", "https://b.example/far"])
    assert [one.url for one in saved] == ["https://a.example/1", "https://b.example/far"]
    assert len(refused) == 1 and "ftp://a.example/" in refused[0]
    assert len(downloads.queued(store)) == 2
    assert len(stories.order(store, StoryFilter(later=True))) == 2
    assert actions.undo(store)
    assert not stories.order(store, StoryFilter(later=True))


def test_what_was_saved_by_mistake_is_in_no_list_and_no_queue_once_that_is_undone(store: File) -> None:
    follow(store, ("World", entries(1)))
    before, world = stories.counts(store), story(store, "https://a.example/1").id
    downloads.save(store, ["https://a.example/1", "https://b.example/far"])
    assert len(downloads.queued(store)) == len(stories.order(store, StoryFilter())) == 2
    actions.undo(store)
    assert downloads.queued(store) == ()
    assert list(stories.order(store, StoryFilter())) == [world]
    assert stories.counts(store) == before
    actions.redo(store)
    assert [job.url for job in downloads.queued(store)] == ["https://a.example/1", "https://b.example/far"]
    assert len(stories.order(store, StoryFilter(later=True))) == 2
    downloads.save(store, ["https://b.example/far"])
    assert len(stories.order(store, StoryFilter())) == 2


def test_stories_of_the_library_wait_read_or_not_and_each_once(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    ids = stories.ids_of(store, [f"https://a.example/{number}" for number in (1, 2, 3)])
    marks.mark(store, ids[:1], read=True)
    texts.keep_article(store, ids[1], article("https://a.example/2", "text"))
    assert downloads.queue_stories(store, [*ids, 999]) == 2
    assert downloads.queue_stories(store, ids) == 2
    assert [job.story_id for job in downloads.queued(store)] == [ids[0], ids[2]]
    assert downloads.job(store, 999) is None


def test_a_page_is_trusted_as_far_as_a_person_named_what_led_to_it(store: File) -> None:
    sections.follow(store, offer(("World", entries(1))), trusted=True)
    sections.follow(store, offer(("Post", entries(2, site="https://b.example")), site="https://b.example"))
    typed, found = (story(store, url).id for url in ("https://a.example/1", "https://b.example/2"))
    assert [job.trusted for job in (downloads.job(store, typed), downloads.job(store, found)) if job] == [True, False]
    for led, trusted in (("https://a.example/1", True), ("https://b.example/2", False), ("", False)):
        far = downloads.queue(store, f"https://c.example/{trusted}{len(led)}", from_url=led)
        job = downloads.job(store, far.id)
        assert job and (job.from_url, job.trusted) == (led, trusted)


def test_what_a_person_saved_is_trusted_and_what_only_a_link_leads_to_is_not(store: File) -> None:
    home, nas = "http://127.0.0.1:8000/notes", "http://nas.example/notes"
    downloads.queue(store, nas, from_url="https://a.example/1")
    downloads.save(store, [home, nas])
    assert [(job.from_url, job.trusted) for job in downloads.queued(store)] == [(nas, True), (home, True)]
    downloads.queue(store, home, from_url="https://a.example/1")
    downloads.queue(store, "http://far.example/", from_url="http://far.example/")  # a page that links to itself
    assert [job.trusted for job in downloads.queued(store)] == [True, True, False]


def test_when_whole_stories_are_fetched_is_as_its_section_has_it(store: File) -> None:
    follow(store, ("World", entries(1)), ("Sport", entries(1, 2)))
    first, second = (story(store, f"https://a.example/{number}").id for number in (1, 2))
    sport = next(section.id for section in sections.sections(store) if section.name == "Sport")
    sections.set_full_text(store, [sport], "refresh")
    assert [job.full_text for job in (downloads.job(store, first), downloads.job(store, second)) if job] == [
        "refresh"
    ] * 2


def test_of_several_sections_the_one_that_a_person_named_leads_to_a_story(store: File) -> None:
    sections.follow(store, offer(("World", entries(1)), site="https://b.example"))
    sections.follow(store, offer(("Sport", entries(1))), trusted=True)
    job = downloads.job(store, story(store, "https://a.example/1").id)
    assert job is not None and (job.from_url, job.trusted) == ("https://a.example/sport/feed", True)


def test_of_those_that_a_person_named_the_one_on_the_storys_own_host_leads_to_it(store: File) -> None:
    sections.follow(store, offer(("World", entries(1)), site="https://b.example"), trusted=True)
    sections.follow(store, offer(("Sport", entries(1))), trusted=True)
    job = downloads.job(store, story(store, "https://a.example/1").id)
    assert job is not None and (job.from_url, job.trusted) == ("https://a.example/sport/feed", True)


def test_a_section_that_was_left_says_last_when_whole_stories_are_fetched(store: File) -> None:
    world, sport = follow(store, ("World", entries(1)), ("Sport", entries(1))).added
    sections.set_full_text(store, [world.id], "refresh")
    sections.set_full_text(store, [sport.id], "feed")
    first = story(store, "https://a.example/1").id
    for left, chosen in ((None, "refresh"), (world.id, "feed")):
        sections.unfollow(store, [left] if left else [])
        job = downloads.job(store, first)
        assert job is not None and job.full_text == chosen


def test_all_that_is_unread_is_fetched_as_far_as_is_asked_for(store: File) -> None:
    follow(store, ("World", (*entries(1, 2, 3), Entry("Without an address", guid="x"))))
    assert [job.title for job in downloads.unread(store, EVERY, 2)] == ["Story 1", "Story 2"]
    assert len(downloads.unread(store, EVERY)) == 3
    kept = story(store, "https://a.example/2")
    texts.keep_article(store, kept.id, article(kept.url, "text"))
    assert [job.title for job in downloads.unread(store, EVERY, 2)] == ["Story 1", "Story 3"]
