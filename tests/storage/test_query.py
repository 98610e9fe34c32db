"""A search is read as a person means it, and no text is a bad query."""

import zlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import blocks
from tui.blocks import Item, Listing, Paragraph, Picture, Quote, Span, Table
from tui.storage import query
from tui.storage.grammar import STATES
from tui.storage.query import Query, indexed, read_queries, sought

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Query()),
        ("two words", Query('"two" AND "words"')),
        ('"a phrase" word', Query('"a phrase" AND "word"')),
        ('"not closed', Query('"not closed"')),
        ("elec*", Query('"elec"*')),
        ("el*", Query('"el"')),
        ('"elec*"', Query('"elec*"')),
        ("AND OR NOT NEAR(a b)", Query('"AND" AND "OR" AND "NOT" AND "NEAR(a" AND "b)"')),
        ("Re:Invent", Query('"Re Invent"')),
        ("title:secret", Query('title : "secret"')),
        ("site:Guardian", Query(sites=("guardian",))),
        ('section:"Top News" war', Query('"war"', sections=("top news",))),
        ("since:2026-11-01", Query(since=datetime(2026, 11, 1, tzinfo=UTC))),
        ("since:7d", Query(since=NOW - timedelta(days=7))),
        ("since:7d since:1d", Query(since=NOW - timedelta(days=1))),
        ("since:99999d", Query(since=NOW - timedelta(days=99999))),
        ("since:soon", Query(impossible=True)),
        ("is:unread is:STARRED", Query(states=frozenset({"unread", "starred"}))),
        ("is:green", Query(impossible=True)),
        (" ".join(f"is:{state}" for state in STATES), Query(states=frozenset(STATES))),
        ("is:Read -is:kept", Query(states=frozenset({"read"}), but=Query(states=frozenset({"downloaded"})))),
        ("!!!", Query(impossible=True)),
        ("😀 war", Query('"war"')),
        ("日本語", Query('"日\u200b本\u200b語"')),
        ("日*", Query('"日"')),
        ("headline:secret", Query('title : "secret"')),
        ('headline:"top secret" war', Query('title : "top secret" AND "war"')),
        ("headline:!", Query('"headline !"')),
        ("tag:Local tag:News", Query(tags=("local", "news"))),
        ("before:7d", Query(before=NOW - timedelta(days=7))),
        ("-since:7d", Query(before=NOW - timedelta(days=7))),
        ("-before:7d -before:9d", Query(since=NOW - timedelta(days=7))),
        ("war -peace -elec*", Query('("war") NOT ("peace" OR "elec"*)')),
        ('-"a phrase" -b', Query(but=Query('"a phrase" OR "b"'))),
        ("war -is:unread -site:x", Query('"war"', but=Query(sites=("x",), states=frozenset({"unread"})))),
        ("well-known - fact", Query('"well-known" AND "fact"')),
        ("-!", Query(impossible=True)),
    ],
)
def test_a_query_is_read(typed: str, meant: Query) -> None:
    assert read_queries(typed, NOW) == (meant,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", (Query(),)),
        ("|", (Query(),)),
        ("war |", (Query('"war"'),)),
        ("war | peace treaty", (Query('("war") OR ("peace" AND "treaty")'),)),
        ("war|peace", (Query('"war|peace"'),)),
        ('"war | peace"', (Query('"war | peace"'),)),
        ("tag:a war | is:unread", (Query('"war"', tags=("a",)), Query(states=frozenset({"unread"})))),
        ("tag:a war | peace", (Query('"war"', tags=("a",)), Query('"peace"'))),
        ("war | !", (Query('"war"'), Query(impossible=True))),
    ],
)
def test_a_bar_stands_between_alternatives(typed: str, meant: tuple[Query, ...]) -> None:
    assert read_queries(typed, NOW) == meant


def test_a_long_beginning_becomes_the_words_that_begin_so() -> None:
    known = {"elect": ("electoral", "electric"), "strik": ()}
    (query,) = read_queries("Elect* strik* ele* électr* 'a-b-cdef*", NOW, known.__getitem__)
    assert query.match == '("electoral" OR "electric") AND "strik"* AND "ele"* AND "électr"* AND "\'a-b-cdef"*'


@given(st.text())
@settings(deadline=None)
def test_any_text_is_a_query(typed: str) -> None:
    for alternative in read_queries(typed, NOW):
        assert alternative.match.count('"') % 2 == 0
        assert "\x00" not in alternative.match


def test_dense_scripts_are_parted_letter_by_letter_and_others_are_not() -> None:
    assert indexed("東京tower 2020年 Zürich") == "東\u200b京\u200btower 2020\u200b年 Zürich"


@given(st.text(alphabet="日本aé กข한 글-1"))
@settings(deadline=None)
def test_parting_only_adds_marks_that_can_be_taken_out(text: str) -> None:
    assert indexed(text).replace("\u200b", "") == text


def test_the_body_is_the_words_a_reader_sees() -> None:
    body = (
        Paragraph((Span("un"), Span("believ", emphasis=True), Span("able", href="https://hidden.example/"))),
        Quote((Paragraph((Span("quoted"),)),), "Speaker"),
        Listing((Item((Paragraph((Span("item"),)),)),)),
        Table((((Span("cell"),), (Span("other"),)),), ((Span("head"),),)),
        Picture("https://hidden.example/p.jpg", caption="under it", alt="instead"),
    )
    kept = zlib.compress(('{"standfirst":"Standing first"}\n' + blocks.dumps(body)).encode())
    words = query.indexed_body(kept, None).split()
    assert words == "Standing first unbelievable quoted Speaker item cell other head under it".split()


def test_the_feeds_own_html_is_read_roughly() -> None:
    html = "<p>One&amp;two <b>th</b>ree</p><script>var hidden</script><p>four</p><!-- hidden --><img alt='hidden'>"
    assert query.indexed_body(None, zlib.compress(html.encode())) == "One&two three four"
    assert query.indexed_body(None, None) == ""


def test_the_words_that_tell_stories_apart() -> None:
    assert query.terms_of("The EU’s war in 東京都, the WAR") == (
        '"the"',
        '"eu’s"',
        '"war"',
        '"東\u200b京"',
        '"京\u200b都"',
    )


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("war -peace site:x is:unread", '"war"'),
        ("war headline:treaty | elec* -x", '("war") OR ("elec"*)'),
        ("headline:treaty -war", ""),
        ("is:unread", ""),
    ],
)
def test_only_what_may_stand_in_a_text_is_looked_for_there(typed: str, looked_for: str) -> None:
    assert sought(typed) == looked_for


def test_a_word_of_two_letters_tells_something_where_it_is_written_large() -> None:
    assert query.terms_of("US in UN at a B of 東") == ('"us"', '"un"', '"東"')


def test_words_beyond_what_anybody_types_are_left_out() -> None:
    typed = " ".join(f"word{number}" for number in range(30))
    (found,) = read_queries(typed, NOW)
    assert found.match.count(" AND ") == query.MOST_TERMS - 1
    assert found.match.endswith(f'"word{query.MOST_TERMS - 1}"')
    assert sought(typed) == found.match
    many = " | ".join(f"tag:t{number}" for number in range(30))
    assert len(read_queries(many, NOW)) == query.MOST_ALTERNATIVES


def test_a_story_must_answer_to_each_moment_that_is_named() -> None:
    (found,) = read_queries("since:7d since:1d before:2h before:1h", NOW)
    assert (found.since, found.before) == (NOW - timedelta(days=1), NOW - timedelta(hours=2))
    (found,) = read_queries("before:soon war", NOW)
    assert found.impossible
