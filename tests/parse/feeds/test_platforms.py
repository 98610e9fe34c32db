"""Platforms are known by their addresses, and nothing else is taken for one."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.parse.feeds.test_feed import UNSAFE
from tui import address
from tui.parse.feeds.platforms import is_on_one, platform

CHANNEL = "UC" + "aBc-_12345" * 2 + "xy"


@pytest.mark.parametrize(
    ("url", "feed"),
    [
        (f"https://www.youtube.com/channel/{CHANNEL}/videos", f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"),
        ("https://m.youtube.com/playlist?list=PLabc_DEF-123", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabc_DEF-123"),
        ("https://youtube.com/user/tides", "https://www.youtube.com/feeds/videos.xml?user=tides"),
        ("https://old.reddit.com/r/python/", "https://www.reddit.com/r/python/.rss"),
        ("https://www.reddit.com/r/python/top/?t=day", "https://www.reddit.com/r/python/top/.rss"),
        ("https://reddit.com/u/ann_other", "https://www.reddit.com/user/ann_other/.rss"),
        ("https://tides.substack.com/p/a-story", "https://tides.substack.com/feed"),
        ("https://medium.com/@ann.other/a-story-1234", "https://medium.com/feed/@ann.other"),
        ("https://medium.com/tag/tides", "https://medium.com/feed/tag/tides"),
        ("https://medium.com/the-gazette/tagged/tides", "https://medium.com/feed/the-gazette/tagged/tides"),
        ("https://ann.medium.com/", "https://ann.medium.com/feed"),
        ("https://github.com/ann/tides", "https://github.com/ann/tides/releases.atom"),
        ("https://github.com/ann/tides.git", "https://github.com/ann/tides/releases.atom"),
        ("https://github.com/ann/tides/tags", "https://github.com/ann/tides/tags.atom"),
        ("https://github.com/ann/tides/commits/main", "https://github.com/ann/tides/commits/main.atom"),
        ("https://github.com/ann", "https://github.com/ann.atom"),
        ("https://gitlab.com/group/sub/tides/-/tree/main", "https://gitlab.com/group/sub/tides/-/releases.atom"),
        ("https://mastodon.social/@ann", "https://mastodon.social/@ann.rss"),
        ("https://fosstodon.org/@ann/1150001", "https://fosstodon.org/@ann.rss"),
        ("https://mastodon.social/tags/tides", "https://mastodon.social/tags/tides.rss"),
        ("https://bsky.app/profile/ann.example", "https://bsky.app/profile/ann.example/rss"),
        ("https://tides.blogspot.co.uk/2026/09/story.html", "https://tides.blogspot.co.uk/feeds/posts/default"),
        ("https://tides.blogspot.com/search/label/High%20water", "https://tides.blogspot.com/feeds/posts/default/-/High%20water"),
        ("https://tides.tumblr.com/tagged/moon", "https://tides.tumblr.com/tagged/moon/rss"),
        ("https://www.tumblr.com/tides/123/x", "https://tides.tumblr.com/rss"),
        ("https://tides.ghost.io/tag/moon/", "https://tides.ghost.io/tag/moon/rss/"),
        ("https://dev.to/ann/a-story", "https://dev.to/feed/ann"),
        ("https://dev.to/t/python", "https://dev.to/feed/tag/python"),
        ("https://dev.to/", "https://dev.to/feed"),
        ("https://micro.blog/ann", "https://ann.micro.blog/feed.xml"),
        ("https://ann.micro.blog/2026/09/01/x.html", "https://ann.micro.blog/feed.xml"),
        ("https://stackoverflow.com/questions/tagged/python+rss-feed", "https://stackoverflow.com/feeds/tag?tagnames=python+rss-feed&sort=newest"),
        ("https://cooking.stackexchange.com/", "https://cooking.stackexchange.com/feeds"),
        ("https://superuser.com/users/17/ann", "https://superuser.com/feeds/user/17"),
        ("https://tides.wordpress.com/category/moon/", "https://tides.wordpress.com/category/moon/feed/"),
        ("https://tides.wordpress.com/2026/09/01/story/", "https://tides.wordpress.com/feed/"),
    ],
)  # fmt: skip
def test_a_platforms_address_leads_to_its_feed(url: str, feed: str) -> None:
    offers = platform(url)
    assert offers[0].url == feed
    assert not offers[0].comments
    assert all(offer.name and offer.page for offer in offers)
    assert platform(url.upper()[:8].lower() + url[8:]) == offers


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/@tides",
        "https://www.youtube.com/watch?v=abc",
        "https://www.youtube.com/channel/short",
        "https://medium.com/",
        "https://medium.com/m/signin",
        "https://github.com/",
        "https://github.com/topics/rss",
        "https://gitlab.com/explore/projects",
        "https://social.example/@ann",
        "https://mastodon.social/@ann@elsewhere.example",
        "https://mastodon.social/explore",
        "https://www.tumblr.com/dashboard",
        "https://substack.com/@ann",
        "https://wordpress.com/",
        "https://notgithub.com/ann/tides",
        "https://github.com.example/ann/tides",
        "https://github.com@gazette.example/ann/tides",
        "https://gazette.example/",
        "ftp://github.com/ann/tides",
        "github.com/ann/tides",
        "https://github.com/ann/tides/releases.atom",
        "https://www.reddit.com/r/python/.rss",
        "https://tides.wordpress.com/feed/",
        "https://tides.blogspot.com/feeds/posts/default",
        "",
        "https://[",
    ],
)
def test_an_address_that_says_too_little_gives_nothing(url: str) -> None:
    assert platform(url) == ()


def test_comment_feeds_are_marked_and_never_first() -> None:
    for url in (
        "https://tides.blogspot.com/",
        "https://tides.wordpress.com/",
        "https://www.reddit.com/r/python/comments/abc/x/",
        "https://serverfault.com/questions/17/x",
    ):
        offers = platform(url)
        assert [offer.comments for offer in offers] == [False] * (len(offers) - 1) + [True]


HOSTS = ["www.youtube.com", "reddit.com", "a.substack.com", "medium.com", "github.com", "gitlab.com", "mastodon.social", "bsky.app", "a.blogspot.com", "tumblr.com", "a.ghost.io", "dev.to", "micro.blog",
         "stackoverflow.com", "a.wordpress.com", "gist.github.com"]  # fmt: skip
PARTS = ["r", "u", "user", "users", "tags", "tag", "tagged", "t", "search", "label", "channel", "playlist", "profile", "questions", "category", "@a", "-", "..", "%2e%2e", "%1b", "a b", "#", "?list=x", "commits", "tree"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(HOSTS), st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=6)), max_size=5))
@example("a.ghost.io", ["tag", "%2e%2e"])
def test_whatever_stands_in_the_path_the_feed_is_the_platforms_own(host: str, parts: list[str]) -> None:
    for offer in platform(f"https://{host}/" + "/".join(parts)):
        assert address.clean(offer.url) == offer.url
        assert address.registrable(offer.url) in (address.registrable(host), "a.tumblr.com") or host in (
            "tumblr.com",
            "micro.blog",
        )
        assert not UNSAFE.search(offer.name + offer.url + offer.page)


def test_what_is_on_a_platform() -> None:
    there = ["https://www.youtube.com/feeds/videos.xml?channel_id=x", "https://old.reddit.com/r/news/.rss"]
    elsewhere = ["https://www.bbc.co.uk/news", "https://youtube.com.example/", ""]
    assert [is_on_one(url) for url in (*there, *elsewhere)] == [True, True, False, False, False]
