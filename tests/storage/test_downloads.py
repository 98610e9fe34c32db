"""The queue of stories to be downloaded."""

from tests.storage.paper import EVERY, article, entries, entry, follow, story
from tui.storage import downloads, marks, stories, texts
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
