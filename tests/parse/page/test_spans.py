"""Runs of text as paragraphs, and blocks as one run."""

from tui.blocks import Code, Item, Listing, Paragraph, Picture, Span
from tui.parse.page.spans import PLAIN, Style, bare, collapsed, joined, paragraphs

STRONG = Style(strong=True)


def test_white_space_is_one_blank() -> None:
    assert collapsed(" a \n b ") == " a b "
    assert collapsed("\t") == " "


def test_two_breaks_begin_a_paragraph() -> None:
    run = [("a ", PLAIN), ("\n", PLAIN), ("b", PLAIN), ("\n", PLAIN), ("\n", PLAIN), ("c", STRONG)]
    assert list(paragraphs(run)) == [(Span("a\nb"),), (Span("c", strong=True),)]


def test_a_style_is_that_of_its_span() -> None:
    span = Span("a", True, False, True, "sub", "https://a.example/", True)
    assert Span("a", *Style.of(span)) == span


def test_a_cell_holds_code_and_lists() -> None:
    found = (Code("run\nup"), Listing((Item((Paragraph((Span("one"),)),)), Item((Paragraph((Span("two"),)),)))))
    assert joined(found) == (Span("run\nup", code=True), Span("\n"), Span("one · two"))
    assert joined((Picture("https://a.example/b.png", alt="yes"),)) == (Span("yes"),)


def test_bare_words() -> None:
    assert list(bare([Code("x"), Paragraph((Span("y"),)), Picture("https://a.example/b.png", "no")])) == ["x", "y"]
