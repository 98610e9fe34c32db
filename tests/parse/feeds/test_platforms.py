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


GITHUB = (
    ("tides: releases", "/releases.atom", "/releases"),
    ("tides: commits", "/commits.atom", "/commits"),
    ("tides: tags", "/tags.atom", "/tags"),
)
BLOG = (
    ("tides", "/feeds/posts/default", "/"),
    ("tides: comments", "/feeds/comments/default", "/"),
)
WORDPRESS = (("tides", "/feed/", "/"), ("tides: comments", "/comments/feed/", "/"))


@pytest.mark.parametrize(
    ("url", "root", "offered"),
    [
        (
            "https://youtube.com/user/tides",
            "https://www.youtube.com",
            [("tides", "/feeds/videos.xml?user=tides", "/user/tides")],
        ),
        ("https://reddit.com/", "https://www.reddit.com", [("Reddit", "/.rss", "/")]),
        ("https://reddit.com/r/python+rust", "https://www.reddit.com/r/python+rust/", [("r/python+rust", ".rss", "")]),
        (
            "https://reddit.com/r/sea/new/",
            "https://www.reddit.com/r/sea/",
            [("r/sea (new)", "new/.rss", "new/"), ("r/sea", ".rss", "")],
        ),
        ("https://reddit.com/r/sea/wiki/", "https://www.reddit.com/r/sea/", [("r/sea", ".rss", "")]),
        (
            "https://reddit.com/r/sea/comments/a1/x",
            "https://www.reddit.com/r/sea/",
            [("r/sea", ".rss", ""), ("r/sea: comments", "comments/a1/.rss", "comments/a1/")],
        ),
        ("https://reddit.com/r/sea/comments/", "https://www.reddit.com/r/sea/", [("r/sea", ".rss", "")]),
        ("https://reddit.com/user/ann", "https://www.reddit.com/user/ann/", [("u/ann", ".rss", "")]),
        ("https://medium.com/tag/tides", "https://medium.com", [("tides", "/feed/tag/tides", "/tag/tides")]),
        (
            "https://medium.com/sea/tagged/moon",
            "https://medium.com",
            [("sea: moon", "/feed/sea/tagged/moon", "/sea/tagged/moon"), ("sea", "/feed/sea", "/sea")],
        ),
        ("https://medium.com/sea/tagged", "https://medium.com", [("sea", "/feed/sea", "/sea")]),
        ("https://ann.medium.com/x", "https://ann.medium.com", [("ann", "/feed", "/")]),
        ("https://gist.github.com/ann/12", "https://gist.github.com", [("ann: gists", "/ann.atom", "/ann")]),
        ("https://github.com/ann", "https://github.com", [("ann", "/ann.atom", "/ann")]),
        ("https://github.com/ann/tides.git", "https://github.com/ann/tides", GITHUB),
        ("https://github.com/ann/tides/issues", "https://github.com/ann/tides", GITHUB),
        ("https://github.com/ann/tides/commits", "https://github.com/ann/tides", [GITHUB[1], GITHUB[0], GITHUB[2]]),
        (
            "https://github.com/ann/tides/commits/a/b",
            "https://github.com/ann/tides",
            [("tides: commits", "/commits/a/b.atom", "/commits/a/b"), *GITHUB],
        ),
        (
            "https://github.com/ann/tides/tree/main/a",
            "https://github.com/ann/tides",
            [("tides: commits", "/commits/main.atom", "/commits/main"), *GITHUB],
        ),
        ("https://github.com/ann/tides/tree", "https://github.com/ann/tides", GITHUB),
        (
            "https://github.com/ann/tides/wiki",
            "https://github.com/ann/tides",
            [("tides: wiki", "/wiki.atom", "/wiki"), *GITHUB],
        ),
        ("https://gitlab.com/ann", "https://gitlab.com", [("ann", "/ann.atom", "/ann")]),
        (
            "https://gitlab.com/a/b/tides/-/tree/main",
            "https://gitlab.com/a/b/tides/-",
            [
                ("tides: releases", "/releases.atom", "/releases"),
                ("tides: commits", "/commits/HEAD?format=atom", "/commits/HEAD"),
                ("tides: tags", "/tags?format=atom", "/tags"),
            ],
        ),
        (
            "https://mastodon.social/users/ann",
            "https://mastodon.social",
            [("@ann@mastodon.social", "/@ann.rss", "/@ann")],
        ),
        ("https://mastodon.social/tags/sea", "https://mastodon.social", [("#sea", "/tags/sea.rss", "/tags/sea")]),
        (
            "https://bsky.app/profile/ann.example",
            "https://bsky.app/profile/ann.example",
            [("@ann.example", "/rss", "")],
        ),
        ("https://tides.blogspot.com/search/label", "https://tides.blogspot.com", BLOG),
        (
            "https://tides.blogspot.com/search/label/moon",
            "https://tides.blogspot.com",
            [("moon", "/feeds/posts/default/-/moon", "/search/label/moon"), *BLOG],
        ),
        ("https://www.tumblr.com/blog/Tides", "https://tides.tumblr.com", [("tides", "/rss", "/")]),
        (
            "https://tides.tumblr.com/tagged/moon",
            "https://tides.tumblr.com",
            [("#moon", "/tagged/moon/rss", "/tagged/moon"), ("tides", "/rss", "/")],
        ),
        ("https://tides.tumblr.com/tagged", "https://tides.tumblr.com", [("tides", "/rss", "/")]),
        ("https://tides.ghost.io/tag", "https://tides.ghost.io", [("tides", "/rss/", "/")]),
        (
            "https://tides.ghost.io/author/ann/",
            "https://tides.ghost.io",
            [("ann", "/author/ann/rss/", "/author/ann/"), ("tides", "/rss/", "/")],
        ),
        (
            "https://tides.wordpress.com/category/sea/full-moon/page/2",
            "https://tides.wordpress.com",
            [("full moon", "/category/sea/full-moon/feed/", "/category/sea/full-moon/"), *WORDPRESS],
        ),
        (
            "https://tides.wordpress.com/tag/moon/page/2",
            "https://tides.wordpress.com",
            [("moon", "/tag/moon/feed/", "/tag/moon/"), *WORDPRESS],
        ),
        ("https://dev.to/t/python", "https://dev.to", [("#python", "/feed/tag/python", "/t/python")]),
        ("https://dev.to/ann/x", "https://dev.to", [("ann", "/feed/ann", "/ann")]),
        ("https://micro.blog/@Ann", "https://ann.micro.blog", [("ann", "/feed.xml", "/")]),
        (
            "https://superuser.com/questions/tagged/sea",
            "https://superuser.com",
            [
                ("superuser: sea", "/feeds/tag?tagnames=sea&sort=newest", "/questions/tagged/sea"),
                ("superuser: questions", "/feeds", "/questions"),
            ],
        ),
        (
            "https://superuser.com/questions/tagged",
            "https://superuser.com",
            [("superuser: questions", "/feeds", "/questions")],
        ),
        (
            "https://superuser.com/q/17",
            "https://superuser.com",
            [
                ("superuser: questions", "/feeds", "/questions"),
                ("superuser: question 17", "/feeds/question/17", "/questions/17"),
            ],
        ),
        (
            "https://superuser.com/users/17/ann",
            "https://superuser.com",
            [("superuser: user 17", "/feeds/user/17", "/users/17"), ("superuser: questions", "/feeds", "/questions")],
        ),
        (
            "https://superuser.com/badges/17",
            "https://superuser.com",
            [("superuser: questions", "/feeds", "/questions")],
        ),
    ],
    ids=lambda given: given if isinstance(given, str) and given.count("/") > 3 else "",
)
def test_what_is_asked_for_is_offered_first_and_by_name_and_the_rest_of_the_site_behind_it(
    url: str, root: str, offered: list[tuple[str, str, str]]
) -> None:
    assert [(offer.name, offer.url, offer.page) for offer in platform(url)] == [
        (name, root + feed, root + page) for name, feed, page in offered
    ]
    assert [offer.comments for offer in platform(url)] == [
        "comments" in name or "question 1" in name for name, _, _ in offered
    ]


@pytest.mark.parametrize(
    "path",
    [
        "youtube.com/channel",
        "youtube.com/user",
        "youtube.com/playlist?list=short",
        "youtube.com/watch?list=PLabc_DEF-123",
        "reddit.com/r",
        "reddit.com/about/ann",
        "medium.com/tag",
        "gist.github.com/",
        "github.com/ann other",
        "gitlab.com/-/tree",
        "mastodon.social/users",
        "mastodon.social/tags",
        "bsky.app/profile",
        "bsky.app/search/ann",
        "tumblr.com/blog",
        "tumblr.com/ann_other",
        "dev.to/t",
        "dev.to/new",
        "micro.blog/",
        "micro.blog/discover",
        "micro.blog/ann other",
    ],
)
def test_half_an_address_of_a_platform_gives_nothing(path: str) -> None:
    assert platform(f"https://{path}") == ()
