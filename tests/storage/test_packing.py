"""Texts come out of the library as they went in, and their words are what the index sees."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import Paragraph, Span
from tui.model import Article, Related, Relation
from tui.storage import packing, query

THEN = datetime(2026, 11, 23, 12, tzinfo=UTC)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_feeds_own_text_is_itself_again(html: str) -> None:
    assert packing.unpack_content(packing.pack_content(html)) == html


def test_no_text_is_none() -> None:
    assert packing.unpack_content(None) == ""


def test_an_article_is_itself_again() -> None:
    given = Article(
        "https://a.example/1",
        "Headline\nof two lines",
        (Paragraph((Span("A whole "), Span("article", strong=True))),),
        standfirst="Said before",
        byline=("A. Writer", "B. Writer"),
        published=THEN,
        tags=("ferry",),
        related=(Related(Relation.NEXT, "Next", "https://a.example/2", published=THEN),),
        story_id=7,
    )
    kept = packing.pack(given)
    assert packing.unpack(kept, 7) == given
    assert query.indexed_body(kept, None) == "Said before\nA whole article"
