"""What a search finds: by words, places, states and moments, in the scope of any list; and nothing in it is obeyed."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.paper import HOUR, NOW, article, entry, follow, found, offer
from tests.storage.paper import titles as paper_titles
from tui.model import StoryFilter
from tui.storage import folders, hits, marks, searches, sections, stories, tags, texts
from tui.storage.file import File
from tui.values import replace

WORLD = (entry(1, title="Ferry strike"), entry(2, title="Ferry races"), entry(3, title="Football"))
SPORT = (entry(4, title="Ferry football", published=NOW - timedelta(days=9)), entry(5, title="Rugby"))


@pytest.fixture
def file(store: File) -> File:
    sections.follow(store, offer(("World", WORLD), ("Sport", SPORT)))
    first, second, third, fourth, fifth = stories.ids_of(store, [f"https://a.example/{n}" for n in range(1, 6)])
    marks.mark(store, [second], read=True)
    marks.mark(store, [first, fourth], starred=True)
    marks.mark(store, [third], later=True)
    tags.tag(store, [fourth, fifth], "ports")
    tags.keep_note(store, second, "look again")
    texts.keep_article(store, first, article("https://a.example/1", "Docks"), b"")
    return store


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


EVERY_KIND = [
    "ferry",
    "-ferry",
    "ferry | rugby",
    "rugby | is:later | strike",
    "is:starred",
    "is:unread",
    "is:unread section:world",
    "is:noted | is:downloaded",
    "tag:ports -ferry",
    "site:paper -tag:ports",
    "site:a.example section:sport",
    "folder:games",
    "folder:games | section:world is:read",
    "ferry since:2d",
    "-races before:1w",
    "since:2d",
    "is:starred is:unread -section:sport",
    "section:none",
]


@pytest.mark.parametrize("words", EVERY_KIND)
def test_a_search_finds_the_same_however_it_is_asked(file: File, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    folders.put(file, [2], folders.new(file, "Games"))
    wanted = StoryFilter(words=words)
    whole = list(stories.order(file, wanted))
    ids = list(stories.order(file, StoryFilter()))
    assert whole == [each for each in ids if each in whole]
    for few, gathered, near in ((300, 10_000, 4_000), (0, 10_000, 1), (0, 0, 1), (1, 1, 2), (2, 0, 3)):
        monkeypatch.setattr(hits, "_FEW", few)
        monkeypatch.setattr(hits, "_GATHERED", gathered)
        monkeypatch.setattr(hits, "_NEAR", near)
        assert list(stories.order(file, wanted)) == whole
        for limit, offset in ((1, 0), (1, 1), (2, 1), (9, 0), (9, 2)):
            window = stories.window(file, wanted, limit, offset)
            assert [story.id for story in window] == whole[offset : offset + limit]
        with file.reading() as db:
            assert hits.number(db, wanted, NOW) == len(whole)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("folder:games", ["Rugby", "Ferry football"]),
        ("folder:games -tag:ports", []),
        ("folder:elsewhere", []),
        ("site:paper rugby", ["Rugby"]),
        ("site:a.example rugby", ["Rugby"]),
        ("site:b.example", []),
        ("section:wor -ferry", ["Football"]),
        ("-section:wor", ["Rugby", "Ferry football"]),
        ("-tag:ports -is:read", ["Ferry strike", "Football"]),
        ("-site:paper", []),
        ("-is:unread", ["Ferry races"]),
    ],
)
def test_places_are_named_by_a_part_of_their_name(file: File, words: str, titles: list[str]) -> None:
    folders.put(file, [2], folders.new(file, "Games"))
    assert found(file, words) == titles


def test_a_moment_is_the_first_of_what_is_since_and_the_end_of_what_is_before(store: File) -> None:
    midnight = NOW.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    told = (
        entry(1, published=midnight),
        entry(2, published=midnight - timedelta(seconds=1)),
        entry(3, published=midnight),
    )
    follow(store, ("World", told))
    day = midnight.date().isoformat()
    assert found(store, f"since:{day}") == ["Story 1", "Story 3"]
    assert found(store, f"before:{day}") == ["Story 2"]
    assert found(store, f"story since:{day} before:{day}") == []


def test_by_relevance_what_says_a_word_more_often_and_in_its_headline_comes_first(
    store: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (
        entry(1, title="A day at sea", summary="A ferry came, and left again."),
        entry(2, title="Ferry, ferry", summary="Nothing else."),
        entry(3, title="Rugby", summary="No boats."),
        entry(4, title="The ferry that came", summary="Late as ever."),
    )
    follow(store, ("World", told))
    sought = StoryFilter(words="ferry", order="relevance")
    best = ["Ferry, ferry", "The ferry that came", "A day at sea"]
    assert paper_titles(stories.window(store, sought)) == best
    assert paper_titles(stories.window(store, sought, 1, 1)) == best[1:2]
    monkeypatch.setattr(hits, "RANKED", 2)
    assert paper_titles(stories.window(store, sought)) == ["Ferry, ferry", "A day at sea"]
    without = StoryFilter(words="is:unread", order="relevance")
    assert paper_titles(stories.window(store, without)) == [one.title for one in told]


def test_what_a_search_keeps_is_whatever_its_state_and_never_of_the_guide(file: File) -> None:
    searches.save(file, "Races", "races", "mute")
    with file.reading() as db:
        assert len(hits.matching(db, "ferry", NOW)) == 3
        assert len(hits.matching(db, "ferry is:unread", NOW)) == 3
        assert len(hits.matching(db, "ferry -is:unread", NOW)) == 3
        assert len(hits.matching(db, "ferry -races", NOW)) == 2


def test_the_words_that_begin_so_are_told_unless_they_are_too_many(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    with file.reading() as db:
        assert hits.beginning(db, "r") == ["races", "rugby"]
        assert hits.beginning(db, "ru") == ["rugby"]
        assert hits.beginning(db, "zz") == []
        monkeypatch.setattr(hits, "_WORDS", 2)
        assert hits.beginning(db, "r") == ["races", "rugby"]
        monkeypatch.setattr(hits, "_WORDS", 1)
        assert hits.beginning(db, "r") == []


def test_a_search_among_the_stories_of_today_is_since_midnight(store: File) -> None:
    hours = NOW.astimezone().hour
    told = tuple(entry(n, published=NOW - n * HOUR) for n in (1, hours + 1))
    follow(store, ("World", told))
    assert found(store, "story", today=True) == ["Story 1"]
