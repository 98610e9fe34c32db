"""Text in cells, and an article in lines."""

import re
from datetime import UTC
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tests.app.examples import EVERY_BLOCK, FOLDER, RELATED, SIMILAR, WIDTHS, long_article, paragraph, rendered, spans
from tui.app import layout as room
from tui.app.layout import cut, safe, shortened, width, wrap
from tui.app.parts import PLAIN, text_of
from tui.app.typeset import Layout
from tui.blocks import Block, Code, Item, Listing, Quote, Span, Table
from tui.model import Article, Related, Relation

ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("abcdefg hij    -–—/.,“”’éß\n\u00a0"),
        st.sampled_from("日本語中文。、「」（）ー한국어"),
        st.sampled_from("שלוםمرحبا हिन्दी ไทย e\u0301\u0308"),
        st.sampled_from("🙂👩\u200d👩\u200d👧❤\ufe0f🇫🇷1\u20e3👍🏽"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=200,
)
calm = settings(deadline=None)
PLAIN_TEXT = st.text(st.sampled_from("abc de fghi - jklmno/pq.“”’é "), max_size=300)


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


@calm
@given(st.one_of(ANY_TEXT, PLAIN_TEXT), st.integers(2, 90))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(cell_len(line) <= cells for line in lines)
    assert letters("".join(lines)) == letters(text)


@calm
@given(st.one_of(ANY_TEXT, PLAIN_TEXT), st.integers(2, 90))
def test_lines_have_no_blanks_at_their_ends(text: str, cells: int) -> None:
    for line in wrap(text, cells):
        assert line.strip(" ") == line


@calm
@given(
    st.lists(st.text(st.sampled_from("abcdefgh"), min_size=1, max_size=9), min_size=1, max_size=60), st.integers(9, 60)
)
def test_words_that_fit_are_never_broken_and_lines_are_as_full_as_can_be(words: list[str], cells: int) -> None:
    lines = wrap(" ".join(words), cells)
    assert " ".join(lines).split() == words
    for line, following in pairwise(lines):
        assert len(line) + 1 + len(following.split()[0]) > cells


@calm
@given(PLAIN_TEXT, st.integers(2, 60))
def test_the_short_way_and_the_long_way_agree(text: str, cells: int) -> None:
    if text.strip(" "):
        quick = [text[a:b] for a, b in room._narrow(text, 0, len(text), cells)]
        assert letters("".join(quick)) == letters(text)
        if max(map(len, text.split())) <= cells:
            assert quick == [text[a:b] for a, b in room._any(text, 0, len(text), cells)]


def test_every_character_of_the_short_way_is_one_cell() -> None:
    narrow = [chr(code) for code in range(0x3000) if room._NARROW.fullmatch(chr(code))]
    assert len(narrow) > 700
    assert {get_character_cell_size(character) for character in narrow} == {1}


@calm
@given(ANY_TEXT, st.integers(0, 60), st.sampled_from(["…", "..."]))
def test_a_cut_text_fits_and_says_that_it_was_cut(text: str, cells: int, ellipsis: str) -> None:
    shown = cut(text, cells, ellipsis)
    assert cell_len(shown) <= cells
    assert shown == text or shown == "" or shown.endswith(ellipsis)


def test_a_note_gives_up_its_last_parts_first() -> None:
    note = "8 stories, 2 min · nothing is left out · space pages through"
    assert shortened(note, width(note)) == note
    assert shortened(note, width(note) - 1) == "8 stories, 2 min · nothing is left out"
    assert shortened(note, 3) == "8 stories, 2 min"


def test_chinese_and_japanese_break_anywhere_but_before_a_closing_sign() -> None:
    assert wrap("日本語の文章。次の文", 12) == ["日本語の文", "章。次の文"]
    assert wrap("彼は「はい」と言った", 6) == ["彼は", "「は", "い」と", "言った"]
    assert wrap("新闻ABC报道", 6) == ["新闻", "ABC报", "道"]


def test_korean_breaks_between_its_words() -> None:
    assert wrap("한국어 문장은 띄어", 8) == ["한국어", "문장은", "띄어"]


def test_a_long_address_is_broken_behind_one_of_its_signs() -> None:
    assert wrap("see https://news.example/2026/11/harbour-town", 24) == [
        "see",
        "https://news.example/",
        "2026/11/harbour-town",
    ]


def test_a_compound_word_breaks_behind_its_hyphen_and_a_number_does_not() -> None:
    assert wrap("a well-known 2020-21 season", 8) == ["a well-", "known", "2020-21", "season"]


def test_width_counts_cells() -> None:
    assert (width("news"), width("ニュース"), width("e\u0301"), width("\u0301")) == (4, 8, 1, 0)


@pytest.mark.parametrize(
    "hostile", ["a\x1b[31mb", "a\x9b31mb", "a\x07b", "a\u202eb", "a\x7fb", "a\u2066b", "a\x00b", "a\nb\tc"]
)
def test_the_last_gate_lets_no_control_character_through(hostile: str) -> None:
    assert re.fullmatch(r"[\x20-\x7e]*", safe(hostile))


@pytest.mark.parametrize("columns", WIDTHS)
def test_an_article_with_every_kind_of_block(columns: int) -> None:
    assert rendered(columns) == (FOLDER / f"every-block-{columns}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [*range(1, 30), *WIDTHS])
def test_no_line_is_wider_than_its_pane(columns: int) -> None:
    for line in rendered(columns).splitlines():
        assert width(line) <= max(2, columns)


def test_a_terminal_without_utf_8_gets_ascii_signs() -> None:
    english = [line for line in rendered(80, PLAIN).splitlines() if not re.search("[\u0600-\u06ff\u3000-\u9fff]", line)]
    assert len(english) > 60
    assert "".join(english).isascii()


def test_a_table_too_wide_for_its_columns_is_told_row_by_row() -> None:
    header = tuple(spans(name) for name in ("Harbour", "Passengers", "Freight", "Remarks"))
    rows = (
        tuple(spans(cell) for cell in ("Northhaven-upon-Sea", "1,204,000", "12,000", "None")),
        tuple(spans(cell) for cell in ("Ness", "1", "2", "")),
    )
    assert shown(Table(rows, header), columns=24) == [
        "Harbour: Northhaven-",
        "  upon-Sea",
        "Passengers: 1,204,000",
        "Freight: 12,000",
        "Remarks: None",
        "────────────",
        "Harbour: Ness",
        "Passengers: 1",
        "Freight: 2",
    ]


def test_wide_columns_share_the_width_and_narrow_ones_keep_theirs() -> None:
    words = "as many words as it takes to be wrapped twice"
    table = Table(((spans("1"), spans(words), spans(words)),), (spans("No"), spans("Left"), spans("Right")))
    assert shown(table, columns=40)[:3] == [
        "No  Left               Right",
        "──  ─────────────────  ─────────────────",
        " 1  as many words as   as many words as",
    ]


def test_a_ragged_table_keeps_its_columns() -> None:
    table = Table(((spans("a"), spans("b"), spans("c")), (spans("d"),)))
    assert shown(table, columns=40) == ["a  b  c", "d"]


def test_a_quote_in_a_list_in_a_quote_keeps_its_bars() -> None:
    inner = Quote((paragraph("inner"),), "someone")
    assert shown(Quote((Listing((Item((paragraph("item"), inner)),)), paragraph("after"))), columns=40) == [
        "│ • item",
        "│",
        "│   │ inner",
        "│   │ — someone",
        "│",
        "│ after",
    ]


def test_text_nested_deeper_than_the_width_still_fits() -> None:
    block: Block = paragraph("at the bottom of it all")
    for _ in range(30):
        block = Listing((Item((block,)),))
    assert all(width(line) <= 24 for line in shown(block, columns=24))


def test_code_keeps_its_blanks_and_folds_long_lines() -> None:
    assert shown(Code("if x:\n    y = 'a long line of text'"), columns=28) == [
        "  if x:",
        "      y = 'a long line of",
        "        text'",
    ]


def test_one_address_has_one_number_and_each_link_its_own_stop() -> None:
    link = Span("here", href="https://news.example/1")
    made = Layout(
        Article(
            "u",
            "h",
            (paragraph("a ", link), paragraph("b ", link, " c ", Span("there", href="https://news.example/2"))),
        )
    )
    assert [(item.url[-1], item.number) for item in made.links] == [("1", 1), ("1", 1), ("2", 2)]
    assert [made.link_lines(number) for number in range(3)] == [(5, 5), (7, 7), (7, 7)]


def test_a_link_in_two_styles_is_one_link() -> None:
    href = "https://news.example/1"
    made = Layout(
        Article("u", "h", (paragraph(Span("big", strong=True, href=href), Span(" news ", href=href), "today"),))
    )
    assert len(made.links) == 1
    assert safe(text_of(made.line(5))) == "big news [1] today"


def test_a_fragment_without_its_footnote_is_plain_text() -> None:
    made = Layout(Article("u", "h", (paragraph(Span("here", href="#nowhere")),)))
    assert made.links == ()


def test_related_stories_stand_in_groups_under_their_headings() -> None:
    made = Layout(EVERY_BLOCK, RELATED, SIMILAR)
    assert [(link.relation, link.title) for link in made.links[-7:]] == [
        (Relation.ALSO_READ, "The yard that builds in silence"),
        (Relation.PREVIOUS, "School opens late"),
        (Relation.NEXT, "A bridge, again, is not built"),
        (Relation.LATEST, "Council elects its oldest member as speaker"),
        (Relation.LATEST, "Two whales seen off the island"),
        (Relation.MOST_READ, "Ice closes the bay"),
        ("similar", "Ferry contract runs out"),
    ]


def test_a_heading_of_its_own_is_used_without_its_colon() -> None:
    made = Layout(Article("u", "h"), (Related(Relation.ALSO_READ, "t", "u2", heading="Read also:"),))
    assert "READ ALSO" in whole(made)


def test_an_article_without_text_says_so() -> None:
    assert "There is no text on this page that can be shown here." in whole(Layout(Article("u", "h")))


def test_a_notice_stands_where_the_text_ends() -> None:
    notice = "This page shows only the beginning."
    assert whole(Layout(Article("u", "h", (paragraph("text"),), notice=notice)))[-1] == notice


def test_a_name_written_from_right_to_left_has_its_own_line() -> None:
    made = Layout(Article("u", "h", (paragraph("text"),), site_name="الجزيرة"))
    assert {"1 min read", "الجزيرة"} <= {line.strip() for line in whole(made)}


@calm
@given(st.integers(20, 140), st.integers(20, 140), st.data())
def test_a_place_means_the_same_words_at_every_width(before: int, after: int, data: st.DataObject) -> None:
    made = Layout(EVERY_BLOCK, RELATED, SIMILAR, zone=UTC)
    made.fit(before)
    made.settle(0, 1000)
    y = data.draw(st.integers(0, made.height - 1))
    place = made.position(y)
    assert made.line_of(place) == y
    made.fit(after)
    there = made.line_of(place)
    assert made.position(there)[0] == place[0]
    made.fit(before)
    made.settle(0, 1000)
    assert made.line_of(place) == y


@calm
@given(st.integers(30, 100), st.integers(30, 100), st.integers(0, 400))
def test_the_first_word_of_the_screen_stays_on_its_first_line(before: int, after: int, y: int) -> None:
    made = Layout(long_article(40))
    made.fit(before)
    made.settle(0, 2000)
    place = made.position(min(y, made.height - 1))
    if place[1] < 0:
        return
    word = text_of(made.line(made.line_of(place))).split()[0]
    made.fit(after)
    assert word in text_of(made.line(made.line_of(place))).split()


def test_measuring_the_rest_does_not_move_a_place() -> None:
    made = Layout(long_article())
    made.fit(60)
    place = made.position(1500)
    while not made.done:
        made.measure_next()
    assert made.position(made.line_of(place)) == place


def test_a_long_article_is_measured_only_where_it_is_looked_at() -> None:
    made = Layout(long_article())
    made.fit(80)
    assert len(made.parts) > 500
    assert made.measured == 0
    made.settle(0, 24)
    assert made.measured < 12
    made.settle_end(24)
    assert made.measured < 24


def test_the_estimate_of_a_long_article_is_near_the_truth() -> None:
    made = Layout(long_article())
    made.fit(80)
    guessed = made.height
    while not made.done:
        made.measure_next()
    assert abs(guessed - made.height) < made.height / 10


def whole(made: Layout) -> list[str]:
    made.settle(0, 10_000)
    return [safe(text_of(made.line(y))) for y in range(made.height)]


def shown(block: Block, columns: int) -> list[str]:
    """The lines of one block in a pane of some columns."""
    made = Layout(Article("u", "h", (block,)))
    made.fit(columns + 2)
    assert made.cells == columns
    return whole(made)[5:]


def test_items_keep_the_marks_of_their_page() -> None:
    items = (Item((paragraph("third"),), "3."), Item((paragraph("second"),), "2."), Item((paragraph("last"),), "x."))
    assert shown(Listing(items, True), columns=40) == ["3. third", "2. second", "x. last"]


def test_powers_and_what_is_struck_out() -> None:
    minus = paragraph("10", Span("−5", script="super"), " m, the 19", Span("th", script="super"))
    assert shown(minus, columns=40) == ["10⁻⁵ m, the 19th"]
    (part,) = (
        part
        for part in Layout(Article("", "", (paragraph(Span("nine", struck=True)),)), ()).parts
        if "nine" in str(part)
    )
    assert "struck" in str(part)
