"""What a story said before it was changed: kept once, the text that was read, and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.moments import at
from tests.storage.paper import HOUR, NOW, article, entries, entry, follow, story
from tui.blocks import Heading, Paragraph, Span, plain
from tui.jobs import Gathered
from tui.storage import earlier, marks, refreshes, texts
from tui.storage.file import File

URL = "https://a.example/1"


def said(file: File) -> str | None:
    before = earlier.of(file, 1)
    return plain(before.article.blocks) if before else None


def test_the_text_that_was_read_is_kept_until_the_newer_one_is(store: File) -> None:
    follow(store, ("World", entries(1)))
    texts.keep_article(store, 1, article(URL, "one"))
    texts.keep_article(store, 1, article(URL, "two"))
    assert said(store) is None, "nobody had read it"
    marks.mark(store, [1], read=True)
    texts.keep_article(store, 1, article(URL, "two"))
    assert said(store) is None, "it says the same"
    texts.keep_article(store, 1, article(URL, "three"))
    texts.keep_article(store, 1, article(URL, "four"))
    assert said(store) == "two"
    assert story(store, URL).updated
    earlier.see(store, 1)
    assert not story(store, URL).updated
    assert said(store) == "two", "what is new stays marked until there is something newer"
    texts.keep_article(store, 1, article(URL, "five"))
    assert said(store) == "four"


def test_a_page_read_anew_by_a_newer_version_is_no_change(store: File) -> None:
    follow(store, ("World", entries(1)))
    texts.keep_article(store, 1, article(URL, "one"))
    marks.keep_place(store, 1, 0, 0)
    texts.keep_article(store, 1, article(URL, "one, read better"), fetched=False)
    assert said(store) is None


def test_only_so_many_are_kept(store: File, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(store, ("World", entries(1, 2, 3, 4, 5)))
    monkeypatch.setattr(earlier, "MOST", 3)
    for number in range(1, 6):
        url = f"https://a.example/{number}"
        texts.keep_article(store, url, article(url, "one"))
        marks.mark(store, [story(store, url).id], read=True)
        texts.keep_article(store, url, article(url, "two"))
    with store.reading() as db:
        assert db.execute("SELECT count(*) FROM earlier").fetchone() == (3,)


def test_a_story_of_which_its_feed_says_something_new_is_to_be_fetched_again(store: File) -> None:
    follow(store, ("World", (entry(1, content="<p>one</p>"), entry(2, content="<p>one</p>"))))
    texts.keep_article(store, 1, article(URL, "one"))
    section = refreshes.jobs(store)[0].section_id
    revised = (entry(1, content="<p>two</p>"), entry(2, content="<p>two</p>"))
    refreshes.keep(store, Gathered(section, revised))
    assert earlier.is_stale(store, 1)
    assert not earlier.is_stale(store, 2), "it is not kept whole"
    texts.keep_article(store, 1, article(URL, "two"))
    assert not earlier.is_stale(store, 1)


def blocks(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Span(word),)) for word in words)


def test_both_texts_are_compared_block_by_block() -> None:
    before, after = blocks("a", "b", "c"), blocks("a", "x", "c", "d")
    assert [(state, plain((block,))) for state, block in earlier.compared(before, after)] == [
        ("", "a"), ("gone", "b"), ("new", "x"), ("", "c"), ("new", "d"),
    ]  # fmt: skip
    assert earlier.fresh(before, after) == {1, 3}


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")), st.sampled_from([1, 2000]))
def test_nothing_of_either_text_is_lost(one: list[str], other: list[str], most: int) -> None:
    both = earlier.compared(blocks(*one), blocks(*other))
    assert tuple(block for state, block in both if state != "gone") == blocks(*other)
    assert {plain((block,)) for state, block in both if state != "gone"} == set(other)
    assert [plain((block,)) for state, block in both if state == "gone"] == [each for each in one if each not in other]
    assert all((state == "new") == (plain((block,)) not in one) for state, block in both if state != "gone")


def told(before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]) -> list[str]:
    """Both texts, a sign before what is new or gone, words that differ in stars."""
    signs = {"new": "+", "gone": "-", "": ""}
    return [
        signs[state] + "".join(f"*{span.text}*" if span.strong else span.text for span in block.spans)
        for state, block in earlier.compared(before, after)
        if isinstance(block, Paragraph)
    ]


WALL = "The wall has moved by nine centimetres since the winter, and the harbour is closed."


def test_what_only_moved_is_neither_new_nor_gone() -> None:
    assert told(blocks("a", "b", "c"), blocks("c", "a", "b", "d")) == ["c", "a", "b", "+d"]
    assert told(blocks("a", "b", "a"), blocks("b", "a")) == ["b", "a"]


def test_the_words_of_a_correction_are_told_apart() -> None:
    mended = WALL.replace("nine", "eleven").replace(", and the harbour is closed.", ".")
    assert told(blocks("a", WALL, "gone", "z"), blocks("a", mended, "z")) == [
        "a",
        "-The wall has moved by *nine* centimetres since the *winter, and the harbour is closed.*",
        "+The wall has moved by *eleven* centimetres since the *winter.*",
        "-gone",
        "z",
    ]
    longer = WALL + " Four engineers are to come."
    assert told(blocks("old", WALL), blocks(longer))[2].endswith("is closed. *Four engineers are to come.*")
    assert told(blocks(WALL), blocks("Nobody was in danger.")) == [f"-{WALL}", "+Nobody was in danger."]


def test_a_correction_keeps_links_and_looks() -> None:
    before = (Paragraph((Span(WALL[:12]), Span(WALL[12:], href="https://a.example/2"))),)
    after = (Paragraph((Span(WALL[:12]), Span(WALL[12:].replace("nine", "ten"), href="https://a.example/2"))),)
    (_, gone), (_, new) = earlier.compared(before, after)
    assert (plain((gone,)), plain((new,))) == (plain(before), plain(after))
    assert isinstance(new, Paragraph)
    assert [span.text for span in new.spans if span.strong] == ["ten"]
    assert {span.href for span in new.spans if span.text not in WALL[:12]} == {"https://a.example/2"}


def test_long_texts_are_compared_by_their_words_alone() -> None:
    long = blocks(*map(str, range(earlier.COMPARED + 1)))
    both = earlier.compared(long[5:], (*long[:-1], *blocks("new")))
    assert [plain((block,)) for state, block in both if state == "new"] == ["0", "1", "2", "3", "4", "new"]
    assert [plain((block,)) for state, block in both if state == "gone"] == [str(earlier.COMPARED)]


def test_a_paragraph_that_became_something_else_is_gone_and_new() -> None:
    heading = Heading(2, (Span(WALL.replace("nine", "eleven")),))
    both = earlier.compared(blocks("a", WALL), (*blocks("a"), heading))
    assert [(state, plain((block,))) for state, block in both] == [
        ("", "a"),
        ("gone", WALL),
        ("new", plain((heading,))),
    ]


def test_a_correction_of_an_endless_paragraph_is_shown_beside_it_without_its_words() -> None:
    endless = " ".join(map(str, range(earlier.WORDS + 1)))
    assert told(blocks(endless), blocks(f"{endless} more")) == [f"-{endless}", f"+{endless} more"]


def test_the_texts_that_are_kept_are_those_of_the_last_changes(store: File, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(store, ("World", entries(1, 2, 3, 4)))
    monkeypatch.setattr(earlier, "MOST", 2)
    ids = [story(store, f"https://a.example/{number}").id for number in (3, 1, 4, 2)]
    for hours, story_id in enumerate(ids):
        there = at(store, NOW + hours * HOUR)
        texts.keep_article(there, story_id, article(URL, "one"))
        marks.mark(there, [story_id], read=True)
        texts.keep_article(there, story_id, article(URL, "two"))
    assert [earlier.of(store, story_id) is not None for story_id in ids] == [False, False, True, True]
    found = earlier.of(store, ids[-1])
    assert found is not None and (found.replaced, found.seen) == (NOW + 3 * HOUR, False)
    earlier.see(store, ids[-1])
    found = earlier.of(store, ids[-1])
    assert found is not None and found.seen


def test_a_text_of_another_kind_is_no_newer_one(store: File) -> None:
    follow(store, ("World", entries(1)))
    texts.keep_article(store, 1, article(URL, "what the feed says", source="feed"))
    marks.mark(store, [1], read=True)
    texts.keep_article(store, 1, article(URL, "what the page says", source="page"))
    assert earlier.of(store, 1) is None


@pytest.mark.parametrize(("most", "said"), [(3, ["a", "-b", "+x", "c"]), (2, ["-b", "a", "+x", "c"])])
def test_texts_of_so_many_blocks_are_compared_one_by_one(
    monkeypatch: pytest.MonkeyPatch, most: int, said: list[str]
) -> None:
    monkeypatch.setattr(earlier, "COMPARED", most)
    assert told(blocks("a", "b", "c"), blocks("a", "x", "c")) == said


@pytest.mark.parametrize(("fewer", "marked"), [(0, True), (1, False)])
def test_paragraphs_of_so_many_words_are_compared_word_by_word(
    monkeypatch: pytest.MonkeyPatch, fewer: int, marked: bool
) -> None:
    monkeypatch.setattr(earlier, "WORDS", len(WALL.split()) - fewer)
    assert ("*" in told(blocks(WALL), blocks(WALL.replace("nine", "ten")))[0]) is marked


@pytest.mark.parametrize(("near", "beside"), [(3, True), (2, False)])
def test_the_other_wording_of_a_paragraph_is_looked_for_among_so_many(
    monkeypatch: pytest.MonkeyPatch, near: int, beside: bool
) -> None:
    monkeypatch.setattr(earlier, "NEAR", near)
    before, after = blocks("One is gone.", "Two is gone.", WALL), blocks(WALL.replace("nine", "ten"))
    assert any("*" in block for block in told(before, after)) is beside


@pytest.mark.parametrize(("after", "wording"), [("a b c d x y z w", True), ("a b c x y z w v", False)])
def test_half_of_the_words_make_another_wording(after: str, wording: bool) -> None:
    assert any("*" in block for block in told(blocks("a b c d e f g h"), blocks(after))) is wording


def test_words_that_a_correction_adds_or_takes_out_are_strong_on_one_side_alone() -> None:
    short, long = "The wall has moved since the winter.", "The old wall has moved since the winter."
    assert told(blocks(short), blocks(long)) == [f"-{short}", "+The *old* wall has moved since the winter."]
    assert told(blocks(long), blocks(short)) == ["-The *old* wall has moved since the winter.", f"+{short}"]


def test_a_block_without_words_is_not_new() -> None:
    assert earlier.fresh(blocks("a"), blocks("a", " ", "b")) == {2}


def test_opening_the_newer_text_of_one_story_opens_no_others(store: File) -> None:
    follow(store, ("World", entries(1, 2)))
    for story_id in (1, 2):
        texts.keep_article(store, story_id, article(URL, "one"))
        marks.mark(store, [story_id], read=True)
        texts.keep_article(store, story_id, article(URL, "two"))
    earlier.see(store, 1)
    seen = [found.seen for found in (earlier.of(store, 1), earlier.of(store, 2)) if found]
    assert seen == [True, False]
