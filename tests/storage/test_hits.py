"""What a search finds: by words, places, states and moments, in the scope of any list; and nothing in it is obeyed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.paper import NOW, article, check, entry, found, offer
from tests.storage.paper import titles as paper_titles
from tui.model import StoryFilter
from tui.storage import hits, marks, searches, sections, stories, tags, texts
from tui.storage.file import File
from tui.values import replace

WORLD = (entry(1, title="Ferry strike"), entry(2, title="Ferry races"), entry(3, title="Football"))
SPORT = (entry(4, title="Ferry football", published=NOW - timedelta(days=9)), entry(5, title="Rugby"))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    with File(tmp_path / "library.db", clock=lambda: NOW) as opened:
        sections.follow(opened, offer(("World", WORLD), ("Sport", SPORT)))
        first, second, third, fourth, fifth = stories.ids_of(opened, [f"https://a.example/{n}" for n in range(1, 6)])
        marks.mark(opened, [second], read=True)
        marks.mark(opened, [first, fourth], starred=True)
        marks.mark(opened, [third], later=True)
        tags.tag(opened, [fourth, fifth], "ports")
        tags.keep_note(opened, second, "look again")
        texts.keep_article(opened, first, article("https://a.example/1", "Docks"), b"")
        yield opened
        check(opened)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("is:read", ["Ferry races"]),
        ("ferry -is:read", ["Ferry strike", "Ferry football"]),
        ("is:later", ["Football"]),
        ("is:downloaded", ["Ferry strike"]),
        ("is:noted", ["Ferry races"]),
        ("ferry -is:noted -is:downloaded", ["Ferry football"]),
        ("is:starred is:unread ferry", ["Ferry strike", "Ferry football"]),
        ("is:starred is:read", []),
        ("ferry since:2d", ["Ferry strike", "Ferry races"]),
        ("ferry before:1w", ["Ferry football"]),
        ("is:starred tag:ports", ["Ferry football"]),
        ("section:sport | is:later", ["Football", "Rugby", "Ferry football"]),
        ("is:purple", []),
    ],
)
def test_states_and_moments(file: File, words: str, titles: list[str]) -> None:
    assert found(file, words) == titles


@pytest.mark.parametrize(
    ("scope", "titles"),
    [
        (StoryFilter(starred=True), ["Ferry strike", "Ferry football"]),
        (StoryFilter(later=True), []),
        (StoryFilter(kept=True), ["Ferry strike"]),
        (StoryFilter(tag_id=1), ["Ferry football"]),
        (StoryFilter(today=True), ["Ferry strike", "Ferry races"]),
        (StoryFilter(section_id=2), ["Ferry football"]),
        (StoryFilter(site_id=1, unread=True), ["Ferry strike", "Ferry football"]),
    ],
)
def test_a_search_is_in_the_scope_of_a_list(file: File, scope: StoryFilter, titles: list[str]) -> None:
    assert paper_titles(stories.window(file, replace(scope, words="ferry"))) == titles


def test_what_a_mute_hides_can_always_be_listed(file: File) -> None:
    searches.save(file, "Ferries", "ferry", "mute")
    assert found(file, "ferry") == found(file, "ferry is:unread") == []
    assert found(file, "is:muted") == ["Ferry strike", "Ferry races", "Ferry football"]
    assert found(file, "is:muted is:unread section:world") == ["Ferry strike"]


def test_the_unread_stories_of_a_section_that_shows_in_its_own_list_alone(file: File) -> None:
    sections.mute(file, [2])
    assert found(file, "rugby is:unread", section_id=2) == ["Rugby"]


HOSTILE = [
    "'; DROP TABLE stories; --",
    'site:"\'; DELETE FROM sites; --"',
    "tag:' folder:'--",
    'tag:"x\') OR 1=1 --"',
    "title : x NEAR(a b) {title} ^a",
    '"a" OR "b") UNION SELECT',
    "{} {0} {low} %s",
    "section:{} site:{0}",
    "-tag:' -site:{} -x' a",
    "-tag:{x} -tag:{0} a",
    "rowid:1 search:x rank:bm25(1)",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_search_is_obeyed(file: File, words: str) -> None:
    found(file, words)
    searches.save(file, "x", words)
    assert len(stories.window(file, StoryFilter())) == 5


def test_no_text_breaks_a_search(file: File) -> None:
    @given(st.text(alphabet="ab'\"{}():*-|^+;% \x00site:tag:") | st.text())
    @settings(deadline=None, max_examples=150)
    def look(words: str) -> None:
        stories.window(file, StoryFilter(words=words), 5)
        stories.order(file, StoryFilter(words=words, order="relevance"))

    look()


@pytest.mark.parametrize("near", [1, 2, 3, 100])
@pytest.mark.parametrize("words", ["-ferry", "is:unread -ferry", "section:world -races", "strike -rugby", "-nothing"])
def test_a_screenful_is_the_same_wherever_it_is_looked_for_first(
    file: File, monkeypatch: pytest.MonkeyPatch, words: str, near: int
) -> None:
    whole = list(stories.order(file, StoryFilter(words=words)))
    monkeypatch.setattr("tui.storage.hits._NEAR", near)
    for limit in (1, 2, 3, 9):
        assert list(stories.order(file, StoryFilter(words=words), limit)) == whole[:limit]


def test_a_tag_of_many_stories_is_looked_for_among_what_the_words_find(
    file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = {story.title: story.id for story in stories.window(file, StoryFilter())}
    tags.tag(file, [ids["Ferry strike"], ids["Rugby"]], "{ports}")
    before = [found(file, words) for words in ("tag:{ports} ferry", "tag:{ports}", "ferry -tag:{ports}")]
    monkeypatch.setattr("tui.storage.hits._FEW", 0)
    assert [found(file, words) for words in ("tag:{ports} ferry", "tag:{ports}", "ferry -tag:{ports}")] == before
    assert before[:2] == [["Ferry strike"], ["Ferry strike", "Rugby"]]


def test_which_of_some_stories_a_search_finds_be_it_one(file: File) -> None:
    with file.reading() as db:
        ranks = dict(db.execute("SELECT rank, id FROM stories WHERE title LIKE '%erry%'"))
        for rank, story_id in ranks.items():
            assert hits.matching(db, "ferry", NOW, [rank]) == {story_id}
            assert hits.matching(db, "section:world | section:sport", NOW, [rank]) == {story_id}
            assert hits.matching(db, "football -ferry", NOW, [rank]) == set()
        assert hits.matching(db, "ferry", NOW, list(ranks)) == set(ranks.values())
        assert hits.matching(db, "ferry", NOW, []) == set()
