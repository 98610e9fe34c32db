"""Articles and pages: kept as they were, found by their words, and bounded."""

from pathlib import Path

import pytest

from tests.moments import at
from tests.storage.paper import EVERY, HOUR, NOW, article, check, entries, entry, follow, found, offer, story, titles
from tui.blocks import Paragraph, Span
from tui.errors import AskError
from tui.jobs import Gathered
from tui.model import Article, Entry, Related, Relation, StoryFilter
from tui.storage import (
    downloads,
    earlier,
    marks,
    publishers,
    refreshes,
    retention,
    searches,
    sections,
    stories,
    texts,
)
from tui.storage.file import File
from tui.values import replace


def test_an_article_is_kept_as_it_was(store: File) -> None:
    follow(store, ("World", entries(1)))
    given = Article(
        "https://a.example/1",
        "Headline",
        (Paragraph((Span("Text "), Span("bold", strong=True), Span("link", href="https://b.example/"))),),
        "Kicker",
        "Standfirst",
        "credit",
        ("A. Writer", "B. Writer"),
        "Editor",
        NOW,
        NOW + HOUR,
        "en",
        "The Paper",
        "https://a.example/world",
        ("tag", "other"),
        True,
        4,
        (Related(Relation.NEXT, "Next", "https://a.example/2", "excerpt", NOW, "Next story"),),
        "https://a.example/1/2",
        "page",
        "notice",
    )
    kept = texts.keep_article(store, 1, given, b"html")
    assert texts.article(store, 1) == replace(given, story_id=1)
    assert (kept.kept, kept.title, texts.page(store, 1), list(texts.pages(store))) == (True, "Story 1", b"html", [1])
    texts.keep_article(store, 1, Article("https://a.example/1", "Bare"))
    bare = texts.article(store, 1)
    assert bare == Article(
        "https://a.example/1",
        "Bare",
        published=story(store, "https://a.example/1").published,
        site_name="The Paper",
        story_id=1,
    )
    assert (texts.article(store, 9), texts.page(store, 9), texts.content(store, 9)) == (None, b"", "")


@pytest.mark.parametrize(
    ("url", "named", "shown"),
    [
        ("https://a.example/1", "a.example", "The Paper"),
        ("https://www.a.example/1", "a.example", "The Paper"),
        ("https://a.example/1", "The Sunday Paper", "The Sunday Paper"),
        ("https://elsewhere.example/1", "elsewhere.example", "elsewhere.example"),
    ],
    ids=["by its host", "by its host without www", "by its name", "another outlet"],
)
def test_what_a_page_does_not_say_its_section_does(store: File, url: str, named: str, shown: str) -> None:
    written = replace(entry(1), authors=("Ann Other",), published=NOW - HOUR)
    sections.follow(store, replace(offer(("World", (written,))), name="The Paper"))
    texts.keep_article(store, 1, Article(url, "Head", site_name=named))
    kept = texts.article(store, 1)
    assert kept is not None
    assert (kept.site_name, kept.published, kept.byline) == (shown, NOW - HOUR, ("Ann Other",))
    texts.keep_article(store, 1, Article(url, "Head", byline=("Bo",), published=NOW, site_name=named))
    kept = texts.article(store, 1)
    assert kept is not None and (kept.published, kept.byline) == (NOW, ("Bo",))


def test_an_article_is_found_by_its_words_and_by_its_address(store: File) -> None:
    follow(store, ("World", (entry(1, content="<p>excerpt only</p>"),)))
    texts.keep_article(store, 1, article("https://www.a.example/long-address", "the whole lighthouse"))
    assert (found(store, "lighthouse"), found(store, "excerpt")) == (["Story 1"], [])
    assert story(store, "https://a.example/long-address").id == 1
    assert stories.window(store, StoryFilter(words="lighthouse"))[0].snippet == "the whole \x02lighthouse\x03"


def test_a_page_gives_the_date_that_its_feed_did_not(store: File) -> None:
    follow(store, ("World", (entry(1, published=None), entry(2))))
    for url, hours in (("https://a.example/1", 5), ("https://a.example/2", 9)):
        texts.keep_article(store, url, article(url, "text", published=NOW - hours * HOUR))
    assert titles(stories.window(store, EVERY)) == ["Story 2", "Story 1"] == found(store, "text")
    assert [one.published for one in stories.window(store, EVERY)] == [NOW - 2 * HOUR, NOW - 5 * HOUR]


def test_a_story_opened_through_a_link_is_kept(store: File) -> None:
    url = "https://elsewhere.example/far?utm_source=a"
    given = article(
        "https://elsewhere.example/far", "far away", kicker="Travel", site_name="Elsewhere", standfirst="It is far"
    )
    kept = texts.keep_article(store, url, given)
    assert (kept.title, kept.site, kept.section, kept.sections) == ("Headline", "Elsewhere", "Travel", ())
    assert (kept.summary, kept.kept) == ("It is far", True)
    assert titles(stories.window(store, EVERY)) == ["Headline"] == found(store, "far site:elsewhere")
    assert sections.sites(store) == ()
    sections.follow(store, offer(("Far", (Entry("As the feed says", kept.url),)), site="https://elsewhere.example"))
    home = story(store, url)
    assert (home.id, home.title, home.site, home.section) == (kept.id, "As the feed says", "The Paper", "Far")
    with pytest.raises(AskError):
        texts.keep_article(store, 99, given)


def test_a_page_says_nothing_of_another_sites_stories(store: File) -> None:
    follow(store, ("World", entries(1)))
    texts.keep_article(store, "https://evil.example/x", article("https://a.example/1", "a lie"))
    assert texts.article(store, 1) is None
    assert story(store, "https://a.example/1").id == 1
    assert story(store, "https://evil.example/x").id == 2


def test_only_the_newest_pages_are_kept(tmp_path: Path) -> None:
    with File(tmp_path / "library.db", page_bytes=100) as store:
        follow(store, ("World", entries(1, 2, 3)))
        for number in (3, 1, 2):
            one = story(store, f"https://a.example/{number}")
            texts.keep_article(at(store, NOW - number * HOUR), one.id, article(one.url, "text"), b"x" * 45)
        assert [stories.lines(store, [story_id])[0].title for story_id in texts.pages(store)] == ["Story 1", "Story 2"]
        assert retention.sizes(store).page_bytes == 90
        check(store)


def test_a_story_without_a_headline_has_its_page_s(store: File) -> None:
    follow(store, ("World", (entry(1, title="", summary="Said in a feed of notes"), entry(2))))
    for url in ("https://a.example/1", "https://a.example/2"):
        texts.keep_article(store, url, article(url, "text"))
    assert story(store, "https://a.example/1").title == "Headline"
    assert story(store, "https://a.example/2").title == "Story 2"


def test_a_page_s_date_that_lies_ahead_moves_nothing_in_a_list(store: File) -> None:
    follow(store, ("World", (entry(1, published=None), entry(2, published=None))))
    before = titles(stories.window(store, EVERY))
    url = "https://a.example/2"
    texts.keep_article(store, url, article(url, "text", published=NOW + 9 * HOUR))
    assert titles(stories.window(store, EVERY)) == before
    assert story(store, url).published == NOW + 9 * HOUR


def test_what_a_page_said_before_is_kept_unless_it_was_only_read_anew(store: File) -> None:
    follow(store, ("World", entries(1)))
    texts.keep_article(store, 1, article("https://a.example/1", "what it said"))
    marks.mark(store, [1], read=True)
    texts.keep_article(store, 1, article("https://a.example/1", "what it says"), fetched=False)
    assert earlier.of(store, 1) is None
    texts.keep_article(store, 1, article("https://a.example/1", "what it says now"))
    assert earlier.of(store, 1) is not None


def test_as_many_pages_are_kept_as_there_is_room_for(tmp_path: Path) -> None:
    with File(tmp_path / "library.db", page_bytes=90) as store:
        follow(store, ("World", entries(1, 2, 3)))
        for number in (1, 2):
            texts.keep_article(store, number, article(story_url(store, number), "text"), b"x" * 45)
        assert retention.sizes(store).pages == 2
        texts.keep_article(store, 2, article(story_url(store, 2), "text"), b"x" * 46)
        assert list(texts.pages(store)) == [2]
        texts.keep_article(store, 3, article(story_url(store, 3), "text"), b"x" * 91)
        assert list(texts.pages(store)) == []


def story_url(store: File, number: int) -> str:
    return stories.lines(store, [number])[0].url


def test_a_saved_search_counts_what_an_article_says(store: File) -> None:
    follow(store, ("World", entries(1)))
    searches.save(store, "Light", "lighthouse")
    assert searches.saved(store)[0].stories == 0
    texts.keep_article(store, 1, article("https://a.example/1", "the whole lighthouse"))
    assert searches.saved(store)[0].stories == 1


def test_an_article_that_comes_takes_its_story_out_of_the_queue(store: File) -> None:
    follow(store, ("World", entries(1, 2)))
    for number in (1, 2):
        downloads.queue(store, f"https://a.example/{number}")
    texts.keep_article(store, "https://a.example/1", article("https://a.example/1", "text"))
    assert {line.title: (line.queued, line.kept) for line in stories.window(store, EVERY)} == {
        "Story 1": (False, True),
        "Story 2": (True, False),
    }
    assert [job.title for job in downloads.queued(store)] == ["Story 2"]


def test_a_page_that_was_opened_by_a_link_names_its_site_until_that_has_a_name(store: File) -> None:
    url = "https://elsewhere.example/far"
    for named, shown in (("", "elsewhere.example"), ("Elsewhere", "Elsewhere"), ("Another", "Elsewhere")):
        kept = texts.keep_article(store, url, article(url, "far", site_name=named, headline=""))
        assert (kept.site, kept.title) == (shown, url)


def test_who_publishes_a_site_is_known_from_its_pages(store: File) -> None:
    follow(store, ("World", entries(1)))
    texts.keep_article(store, 1, article("https://a.example/1", "text", publisher="The House"))
    with store.reading() as db:
        assert publishers.of_sites(db) == {"a.example": "the house"}


def test_an_article_that_says_when_a_story_is_of_makes_it_known_by_its_day(store: File) -> None:
    nameless = Entry("A headline of its own")
    (section,) = follow(store, ("World", (nameless,))).added
    texts.keep_article(store, 1, article("https://a.example/1", "text", published=NOW - 30 * HOUR))
    refreshes.keep(store, Gathered(section.id, ()))
    assert refreshes.keep(store, Gathered(section.id, (replace(nameless, published=NOW - 30 * HOUR),))) == 0


def test_an_aggregators_copy_stands_where_its_page_is(store: File) -> None:
    copy = "https://news.google.com/rss/articles/CBMiabc"
    follow(store, ("World", (Entry("A headline of the outlet", copy, "c"),)))
    texts.keep_article(store, 1, article("https://real.example/story", "All of it."))
    assert story(store, "https://real.example/story").url == "https://real.example/story"
    assert story(store, copy).id == story(store, "https://real.example/story").id
