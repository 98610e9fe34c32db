"""The language of searches: read, written, read again; and its mistakes named where they stand."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import AskError
from tui.storage import grammar
from tui.storage.grammar import Term, read, written

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("port strike", (Term("port"), Term("strike"))),
        ('"port strike" -football', (Term("port strike", exact=True), Term("football", without=True))),
        ('-"port strike"', (Term("port strike", exact=True, without=True),)),
        ("ferr* -elec*", (Term("ferr", prefix=True), Term("elec", prefix=True, without=True))),
        ("site:bbc FOLDER:News", (Term("bbc", "site"), Term("News", "folder"))),
        ('section:"Top  News"', (Term("Top News", "section"),)),
        ("-tag:ports", (Term("ports", "tag", without=True),)),
        ("since:2D before:Today", (Term("2d", "since"), Term("today", "before"))),
        ("is:Unread is:kept", (Term("unread", "is"), Term("downloaded", "is"))),
        ("is:purple", (Term("purple", "is"),)),
        ("title:ferry headline:ferr*", (Term("ferry", "headline"), Term("ferr", "headline", prefix=True))),
        ("Re:Invent 12:30 C++", (Term("Re:Invent"), Term("12:30"), Term("C++"))),
        ("site: -- - * headline:!", (Term("site:"), Term("--"), Term("-"), Term("*"), Term("headline:!"))),
        ('"not closed', (Term("not closed", exact=True),)),
    ],
)
def test_terms_are_read(typed: str, terms: tuple[Term, ...]) -> None:
    assert read(typed) == (terms,)


def test_a_bar_between_blanks_stands_between_alternatives() -> None:
    assert read('a | b c | "|" d|e |') == (
        (Term("a"),),
        (Term("b"), Term("c")),
        (Term("|", exact=True), Term("d|e")),
    )
    assert read("| |") == ((),)


TEXT = st.text(st.characters(exclude_characters='"'), min_size=1)
WORD = st.from_regex(r"[\wäλ日][\w'.&+-]*", fullmatch=True).map(lambda word: word.strip())
NAME = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
TERMS = st.one_of(
    st.builds(Term, WORD, st.sampled_from(["", "headline"]), prefix=st.booleans(), without=st.booleans()),
    st.builds(Term, NAME, st.sampled_from(["", "headline"]), st.just(True), without=st.booleans()),
    st.builds(Term, NAME, st.sampled_from(grammar.PLACES), without=st.booleans()),
    st.builds(
        Term,
        st.sampled_from(["2d", "12h", "today", "2026-11-23"]),
        st.sampled_from(grammar.MOMENTS),
        without=st.booleans(),
    ),
    st.builds(Term, st.sampled_from(grammar.STATES), st.just("is"), without=st.booleans()),
)
SEARCHES = st.lists(st.lists(TERMS, min_size=1, max_size=5).map(tuple), min_size=1, max_size=3).map(tuple)


@given(SEARCHES)
@settings(deadline=None)
def test_what_is_written_is_read_as_what_it_was(search: grammar.Alternatives) -> None:
    assert read(written(search)) == search
    assert grammar.mistake(written(search)) is None


@given(st.text(alphabet='ab:-|*" !\nis\u200bsitesince') | st.text())
@settings(deadline=None)
def test_any_text_means_the_same_when_it_is_written_again(typed: str) -> None:
    search = read(typed)
    assert read(written(search)) == search


@pytest.mark.parametrize(
    ("typed", "at", "said"),
    [
        ("war is:purple", "is:purple", "is:purple: a story is unread, read, starred"),
        ("-is:purpel war", "-is:purpel", "a story is unread"),
        ("a | since:soon", "since:soon", "since:soon: write a day ("),
        ("sitte:bbc", "sitte:bbc", "there is no sitte:, did you mean site:?"),
        ("war site: bbc", "site:", "something has to stand behind site:"),
        ('folder:"', 'folder:"', ""),
    ],
)
def test_a_mistake_is_named_where_it_stands(typed: str, at: str, said: str) -> None:
    found = grammar.mistake(typed)
    if said:
        assert found is not None
        assert typed[found.start : found.end] == at
        assert said in found.sentence
        with pytest.raises(AskError, match=at.split(":")[0]):
            grammar.check(typed)


@pytest.mark.parametrize("typed", ["|", " | | "])
def test_bars_alone_are_a_mistake_and_not_a_search_for_everything(typed: str) -> None:
    with pytest.raises(AskError, match=r"beside a \|"):
        grammar.check(typed)


@pytest.mark.parametrize(
    "typed", ["", "war | ", "war", 'is:unread "is:purple"', "https://news.example", "Re:Invent", "note:x 12:30"]
)
def test_words_are_no_mistakes(typed: str) -> None:
    grammar.check(typed)
    assert grammar.mistake(typed) is None


@pytest.mark.parametrize(
    ("given", "minutes"),
    [("30m", 30), ("45", 45), ("2h", 120), (" 2 H ", 120), ("1d", 1440), ("default", 0), ("", 0)],
)
def test_how_often_is_said_in_minutes_hours_or_days(given: str, minutes: int) -> None:
    assert grammar.minutes(given) == minutes


@pytest.mark.parametrize("given", ["0m", "0", "soon", "2w", "-1h", "1.5h", "99999m"])
def test_how_often_is_a_whole_number_above_nought(given: str) -> None:
    with pytest.raises(AskError, match="is not a length of time"):
        grammar.minutes(given)


def test_moments() -> None:
    midnight = NOW.astimezone().replace(hour=0, minute=0, second=0)
    assert grammar.moment("today", NOW) == midnight
    assert grammar.moment("yesterday", NOW) == midnight - timedelta(days=1)
    assert grammar.moment("12h", NOW) == NOW - timedelta(hours=12)
    assert grammar.moment("3d", NOW) == grammar.moment("3", NOW) == NOW - timedelta(days=3)
    assert grammar.moment("2w", NOW) == NOW - timedelta(days=14)
    assert grammar.moment("3y", NOW) == NOW - timedelta(days=3 * 365)
    assert grammar.moment("99999y", NOW) is not None
    assert grammar.moment("99999w", NOW) == NOW - timedelta(weeks=99999)
    assert grammar.moment("2026-11-01", NOW) == datetime(2026, 11, 1, tzinfo=UTC)
    assert grammar.moment("soon", NOW) is None


@pytest.mark.parametrize("words", ["ferry", 'is:unread "port strike"', "site:bbc | ferr*", "-ship ferry"])
def test_a_search_for_words_has_places_to_show(words: str) -> None:
    assert grammar.seeks_words(words)


@pytest.mark.parametrize(
    "words", ["", "is:unread", "site:bbc -ferry", "headline:ferry tag:ports", "since:2d | is:starred"]
)
def test_a_search_for_states_and_names_has_none(words: str) -> None:
    assert not grammar.seeks_words(words)
