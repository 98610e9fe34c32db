"""Stories and searches: what is found, in which order, with which words shown."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from tests.storage.paper import EVERY, NOW, entries, entry, follow, found, offer, story, titles
from tui.model import Enclosure, Offer, SiteOffer, StoryFilter
from tui.storage import guide, marks, searches, sections, stories
from tui.storage.file import File


@pytest.fixture
def searched(store: File) -> File:
    world = (
        entry(1, title="Ferry strike in Zürich", summary="The strike began", content="<p>Boats stood <b>still</b></p>"),
        entry(2, title="東京で地震", summary="被害はない", published=NOW - timedelta(days=3)),
        entry(3, title="Parliament votes", content="<p>a strike of ferry men</p>", published=NOW - timedelta(days=9)),
    )
    follow(store, ("World", world), ("Sport", (entry(4, title="Strike! says the umpire"),)))
    sections.follow(
        store,
        offer(
            ("News", (entry(5, "https://b.example", title="Strike over"),)), site="https://b.example", name="Gazette"
        ),
    )
    marks.mark(store, stories.ids_of(store, ["https://b.example/5"]), read=True, starred=True)
    return store


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("strike", ["1", "4", "5", "3"]),
        ("STRIKE ferry", ["1", "3"]),
        ("zurich", ["1"]),
        ('"ferry strike"', ["1"]),
        ('"strike ferry"', []),
        ("parl*", ["3"]),
        ("still", ["1"]),
        ("地震", ["2"]),
        ("京で", ["2"]),
        ("害は", ["2"]),
        ("strike site:gazette", ["5"]),
        ("strike site:b.example", ["5"]),
        ('strike section:"sport"', ["4"]),
        ("strike site:nobody", []),
        ("strike since:2d", ["1", "4", "5"]),
        ("since:2026-11-20", ["1", "4", "5", "2"]),
        ("strike is:unread", ["1", "4", "3"]),
        ("strike is:starred", ["5"]),
        ("is:unread section:world", ["1", "2", "3"]),
        ("strike -ferry", ["4", "5"]),
        ("-strike", ["2"]),
        ("-strike is:unread", ["2"]),
        ("headline:strike", ["1", "4", "5"]),
        ("strike before:2d", ["3"]),
        ("strike -is:unread", ["5"]),
        ("strike -is:starred -section:sport", ["1", "3"]),
        ("-site:gazette -site:b.example before:1d", ["2", "3"]),
        ("umpire | parliament", ["4", "3"]),
        ("section:sport | is:starred | 地震", ["4", "5", "2"]),
        ("strike | section:world", ["1", "4", "5", "2", "3"]),
        ("is:starred | !!!", ["5"]),
        ("!!!", []),
        ("   ", ["1", "4", "5", "2", "3"]),
    ],
)
def test_a_search_finds(searched: File, words: str, expected: list[str]) -> None:
    hits = stories.window(searched, StoryFilter(words=words))
    assert [one.url.rpartition("/")[2] for one in hits] == expected
    ranked = stories.window(searched, StoryFilter(words=words, order="relevance"))
    assert sorted(ranked, key=lambda one: one.id) == sorted(hits, key=lambda one: one.id)


def test_relevance_puts_headlines_first(searched: File) -> None:
    ranked = stories.window(searched, StoryFilter(words="strike ferry", order="relevance"))
    assert titles(ranked) == ["Ferry strike in Zürich", "Parliament votes"]
    assert titles(stories.window(searched, StoryFilter(words="strike", order="relevance")))[-1] == "Parliament votes"


def test_snippets_mark_the_words(searched: File) -> None:
    assert stories.window(searched, StoryFilter(words="still"))[0].snippet == "Boats stood \x02still\x03"
    assert stories.window(searched, StoryFilter(words="被害"))[0].snippet == "\x02被害\x03はない"
    assert stories.lines(searched, stories.order(searched, EVERY, 1), "zurich")[0].snippet == ""  # its headline has it
    assert stories.window(searched, StoryFilter(words="is:unread"))[0].snippet == ""


@pytest.mark.parametrize("beginning", ["harb*", "harbo*", "HARBOUR*", "harbour*", "harbourm*", "harbourz*"])
@pytest.mark.parametrize("many", [20, 300])
def test_a_beginning_finds_every_word_that_begins_so(store: File, beginning: str, many: int) -> None:
    words = [
        "harbour",
        "harbours",
        "Hárbourmaster",
        "harbor",
        "arbour",
        *(f"harbour{number}" for number in range(many)),
    ]
    offered = (entry(number, title=word, content=f"<p>the {word}</p>") for number, word in enumerate(words))
    follow(store, ("World", tuple(offered)))
    naive = [word for word in words if word.replace("á", "a").lower().startswith(beginning[:-1].lower())]
    hits = stories.window(store, StoryFilter(words=f"{beginning}"), 0)
    assert titles(hits) == naive
    assert [one.snippet for one in hits] == [f"the \x02{word}\x03" for word in naive]
    assert found(store, f"{beginning} arbour") == []


@given(words=st.text(st.one_of(st.sampled_from('"*:(){}^+-~ \x00\n东NEARandOR'), st.characters())))
@trials(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_a_bad_query(searched: File, words: str) -> None:
    for typed in (words, f"{words} strike", f"site:{words}", f"section:{words} {words}*", f'"{words}'):
        stories.window(searched, StoryFilter(words=typed))
    stories.window(searched, StoryFilter(words=words, order="relevance"))


def test_similar_stories_share_rare_words(store: File) -> None:
    follow(
        store,
        (
            "World",
            (
                *(entry(number, title=f"Minister speaks about budget {number}") for number in range(20, 40)),
                entry(1, title="Volcano erupts near Reykjavik", summary="Lava reaches the harbour"),
                entry(2, title="Harbour closed as lava flows", summary="The volcano is still active"),
                entry(3, title="Reykjavik volcano: flights cancelled"),
                entry(4, title="Volcano film wins prize"),
            ),
        ),
    )
    similar = titles(stories.similar(store, story(store, "https://a.example/1").id))
    assert similar == ["Harbour closed as lava flows", "Reykjavik volcano: flights cancelled"]
    assert stories.similar(store, 99) == ()


def test_what_came_since_a_moment_is_the_newest_that_is_unread(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    marks.mark(store, [2], read=True)
    assert len(stories.since(store, NOW, 10)) == 2
    assert len(stories.since(store, NOW, 1)) == 1
    assert stories.since(store, NOW + timedelta(seconds=1), 10) == ()


def with_the_guide(store: File) -> None:
    pages = tuple(entry(number, url=f"guide:/start/{number}", published=NOW) for number in (7, 8))
    guide.take(store, SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", entries=pages),)), (), "1")


def test_the_guide_is_counted_until_something_is_followed(store: File) -> None:
    with_the_guide(store)
    marks.mark(store, [stories.order(store, EVERY)[0]], read=True)
    assert (stories.counts(store).stories, stories.counts(store).unread, stories.today(store)) == (2, 1, 1)
    follow(store, ("World", entries(1, 2, 3)))
    assert (stories.counts(store).stories, stories.counts(store).unread) == (3, 3)


def test_what_came_today_is_unread_news_since_midnight(store: File) -> None:
    with_the_guide(store)
    follow(store, ("World", (*entries(1, 2, 3, 4, 40), entry(12, published=NOW - timedelta(hours=12)))))
    marks.mark(store, [story(store, "https://a.example/2").id], read=True)
    searches.save(store, "Threes", "3", "mute")
    midnight = store.clock().astimezone().replace(hour=0, minute=0, second=0)
    news = [
        one for one in stories.window(store, StoryFilter(unread=True)) if one.published and one.published >= midnight
    ]
    assert stories.today(store) == len(news) > 0


def test_what_a_story_comes_with_is_told_in_the_feeds_order(store: File) -> None:
    enclosed = tuple(Enclosure(f"https://a.example/{name}.mp3", "audio/mpeg", 9, 60) for name in "cab")
    follow(store, ("World", (entry(1, enclosures=enclosed), entry(2))))
    first, second = stories.order(store, EVERY)
    assert (stories.enclosures(store, first), stories.enclosures(store, second)) == (enclosed, ())
