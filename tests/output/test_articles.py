"""An article as plain text and as Markdown."""

from datetime import UTC, datetime

import pytest

from tui.blocks import Paragraph, Span
from tui.model import Article, Enclosure, Related, Relation
from tui.output.articles import as_markdown, as_text, facts_of, groups

ARTICLE = Article(
    "https://a.example/ferry",
    "Ferry *strike* ends",
    (Paragraph((Span("It is over."),)),),
    kicker="Transport",
    standfirst="Nine days were enough",
    standfirst_credit="Harbour News",
    byline=("Ann Other", "Bo Else"),
    byline_role="Reporters",
    published=datetime(2026, 11, 20, 12, tzinfo=UTC),
    site_name="The Gazette",
    notice="This is the beginning only.",
)
RELATED = (
    Related(Relation.NEXT, "Dredging_begins", "https://a.example/d"),
    Related(Relation.ALSO_READ, "Tunnel opens", "https://a.example/t"),
)


def test_text_has_every_part_in_its_order() -> None:
    assert as_text(ARTICLE, RELATED).split("\n\n") == [
        "TRANSPORT",
        "Ferry *strike* ends",
        "Nine days were enough … reports Harbour News",
        "By Ann Other, Bo Else, Reporters",
        "20 November 2026 · 1 min read · The Gazette",
        "This is the beginning only.",
        "It is over.",
        "ALSO READ\n  Tunnel opens\n  https://a.example/t",
        "NEXT STORY\n  Dredging_begins\n  https://a.example/d",
    ]


def test_markdown_escapes_what_the_page_wrote() -> None:
    said = as_markdown(ARTICLE, RELATED)
    assert said.startswith("# Ferry \\*strike\\* ends\n\nNine days were enough")
    assert "## Also read\n\n- [Tunnel opens](<https://a.example/t>)" in said
    assert "[Dredging\\_begins]" in said


def test_what_it_leads_to_stands_under_the_pages_own_headings() -> None:
    told = tuple(
        Related(Relation.ALSO_READ, title, f"https://a.example/{title}", heading=heading)
        for title, heading in (
            ("one", ""),
            ("two", "Also told by"),
            ("three", "The *story* so far"),
            ("four", "Also told by"),
        )
    )
    assert [(name, [item.title for item in items]) for name, items in groups(told)] == [
        ("Also read", ["one"]),
        ("Also told by", ["two", "four"]),
        ("The *story* so far", ["three"]),
    ]
    assert "ALSO TOLD BY\n  two\n  https://a.example/two\n  four\n" in as_text(ARTICLE, told)
    assert r"## The \*story\* so far" in as_markdown(ARTICLE, told)


def test_what_there_is_not_leaves_no_gap() -> None:
    bare = Article("u", "Headline", (Paragraph((Span("Text."),)),))
    assert as_text(bare, ()) == "Headline\n\n1 min read\n\nText."


@pytest.mark.parametrize(
    ("enclosed", "facts"),
    [
        (Enclosure("u", "audio/mpeg", 61_000_000, 3723), "audio/mpeg, 1:02:03, 61.0 MB"),
        (Enclosure("u", "audio/mpeg", 0, 65), "audio/mpeg, 1:05"),
        (Enclosure("u", length=1), "file"),
    ],
)
def test_what_is_enclosed_is_told_in_a_line(enclosed: Enclosure, facts: str) -> None:
    assert facts_of(enclosed) == facts


def test_what_is_enclosed_stands_below_the_text() -> None:
    one = Enclosure("https://a.example/1.mp3", "audio/mpeg", 0, 65)
    assert "AUDIO AND VIDEO\n  audio/mpeg, 1:05\n  https://a.example/1.mp3" in as_text(ARTICLE, RELATED, (one,))
    assert "## Audio and video\n\n- [audio/mpeg, 1:05](<https://a.example/1.mp3>)" in as_markdown(ARTICLE, (), (one,))
