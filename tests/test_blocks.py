"""Blocks: JSON there and back, plain text, Markdown."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import (
    Block,
    Blocks,
    Code,
    Embed,
    Footnote,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
    dumps,
    loads,
    markdown,
    pictures,
    plain,
    spans_of,
    written,
)

words = st.text(max_size=12)
spans = st.lists(
    st.builds(Span, words, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["", "sub", "super"]), words),
    max_size=3,
).map(tuple)
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, spans),
    st.builds(Heading, st.integers(2, 6), spans),
    st.builds(Code, words, words),
    st.builds(Picture, words, words, words, words),
    st.builds(Embed, st.sampled_from(["post", "video", "other"]), words, words, words, words),
    st.just(Rule()),
    st.builds(Footnote, words, spans),
    st.builds(
        Table,
        st.lists(st.lists(spans, max_size=2).map(tuple), max_size=2).map(tuple),
        st.lists(spans, max_size=2).map(tuple),
        words,
    ),
)


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    many = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Quote, many, words),
        st.builds(Listing, st.lists(st.builds(Item, many), max_size=2).map(tuple), st.booleans(), st.integers(0, 9)),
    )


blocks = st.lists(st.recursive(leaves, _nested, max_leaves=6), max_size=4).map(tuple)


@given(blocks)
def test_json_there_and_back(given_blocks: tuple[Block, ...]) -> None:
    text = dumps(given_blocks)
    json.loads(text)
    assert loads(text) == given_blocks
    plain(given_blocks)
    markdown(given_blocks)


STORY: tuple[Block, ...] = (
    Paragraph(
        (Span("The "), Span("minister", strong=True), Span(" said [it] "), Span("here", href="https://news.example/x"))
    ),
    Heading(2, (Span("A subhead"),)),
    Quote((Paragraph((Span("We will discuss."),)),), "The minister"),
    Listing(
        (
            Item((Paragraph((Span("one"),)), Listing((Item((Paragraph((Span("inner"),)),)),)))),
            Item((Paragraph((Span("two"),)),)),
        ),
        True,
        3,
    ),
    Table((((Span("a"),), (Span("b"),)),), ((Span("x"),), (Span("y"),)), "Two by one", ((0, 1, 1),)),
    Picture("https://news.example/p.jpg", "A caption", "What it shows", "Agency"),
    Embed("post", "https://social.example/1", "", "Ann", "Hello"),
    Footnote("1", (Span("A note"),)),
)


def test_plain_text_has_subheads_and_no_captions_of_pictures() -> None:
    assert plain(STORY) == (
        "The minister said [it] here\n\nA subhead\n\nWe will discuss.\n\nThe minister\n\n3. one\ninner\n\n4. two\n\n"
        "Two by one\nx \ty\na \tb\n\nHello\nAnn\n\nA note"
    )


def test_markdown_escapes_what_is_not_markup() -> None:
    text = markdown(STORY)
    assert text.startswith("The **minister** said \\[it\\] [here](<https://news.example/x>)")
    assert "> We will discuss.\n> \n> — The minister" in text
    assert "3. one\n   \n   - inner\n4. two" in text
    assert "| x | y |\n| --- | --- |\n| a | b |" in text
    assert "![What it shows](<https://news.example/p.jpg>)\nA caption (Agency)" in text
    assert "[^1]: A note" in text


def test_pictures_and_spans_are_found_in_reading_order() -> None:
    nested = (Quote((Picture("1"),)), Listing((Item((Picture("2"),)),)), Picture("3"))
    assert [picture.url for picture in pictures(nested)] == ["1", "2", "3"]
    assert [span.text for span in spans_of(STORY)][:3] == ["The ", "minister", " said [it] "]


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Paragraph((Span("10"), Span("6", script="super"), Span(" holes"))), "10⁶ holes"),
        (
            Paragraph((Span("score"), Span("b", script="super"), Span(", the 1"), Span("st", script="super"))),
            "scoreᵇ, the 1st",
        ),
        (Paragraph((Span("e"), Span("x+1", script="super"), Span(" holes"))), "e^(x+1) holes"),
        (Paragraph((Span("19"), Span("th", script="super"))), "19th"),
        (Paragraph((Span("CO"), Span("2", script="sub"))), "CO₂"),
        (Paragraph((Span("At "), Span("nine", struck=True), Span(" ten"))), "At ~~nine~~ ten"),
        (Listing((Item((Paragraph((Span("Rope"),)),)),)), "- Rope"),
        (Listing((Item((Paragraph((Span("Rope"),)),), "7."),), True), "7. Rope"),
        (Quote((Paragraph((Span("Never."),)),), "Mora Quay"), "> Never.\n> — Mora Quay"),
        (Picture("https://a.example/b.jpg", "The bow", "", "A. Moor"), "[The bow (A. Moor)]"),
        (Footnote("1", (Span("The log."),)), "1. The log."),
        (Rule(), "* * *"),
    ],
)
def test_written_for_a_person(block: Block, text: str) -> None:
    assert written([block]) == text


def test_marks_of_items_survive_the_json_form() -> None:
    found: Blocks = (Listing((Item((Paragraph((Span("Rope", struck=True),)),), "b."),), True),)
    assert loads(dumps(found)) == found
