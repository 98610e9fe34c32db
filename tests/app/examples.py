"""Articles for the tests of the screen; run as a module it writes the golden texts in `articles/` anew."""

from datetime import UTC, datetime
from pathlib import Path

from tui.app.layout import safe
from tui.app.parts import FINE, Signs, text_of
from tui.app.typeset import Layout
from tui.blocks import (
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
    Spans,
    Table,
)
from tui.model import Article, Related, Relation, Story

FOLDER = Path(__file__).parent / "articles"
WIDTHS = (40, 60, 80, 120)


def spans(*parts: Span | str) -> Spans:
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: Span | str) -> Paragraph:
    return Paragraph(spans(*parts))


EVERY_BLOCK = Article(
    "https://news.example/world/harbour",
    "Harbour town votes to keep its ferry",
    blocks=(
        paragraph(
            "The ferry between the old harbour and the island will run for another ten years, the town council decided on ",
            Span("Monday night", strong=True),
            " after a debate of six hours, ",
            Span("the Evening Post ", href="https://post.example/ferry"),
            "reported.",
        ),
        paragraph("“It is our ", Span("road", emphasis=True), "”, said the mayor.\nNobody contradicted her."),
        Heading(2, spans("What it costs")),
        Table(
            (
                (spans("2024"), spans("1,204,000"), spans("the last year of the old contract")),
                (spans("2025"), spans("987,500"), spans("storms, and seven weeks in the dock")),
                (spans("2026"), spans("1,310,000"), ()),
            ),
            (spans("Year"), spans("Passengers"), spans("Remarks")),
            "Passengers of the island ferry",
        ),
        Heading(4, spans("In detail")),
        Listing(
            (
                Item((paragraph("A new boat, electric, from the yard on the other side of the bay."),)),
                Item(
                    (
                        paragraph("Two crews:"),
                        Listing(
                            (Item((paragraph("one for the day,"),)), Item((paragraph("one for the night."),))), True, 9
                        ),
                    )
                ),
                Item((paragraph("Tickets as before."),)),
            )
        ),
        Quote(
            (
                paragraph("Without the ferry there is no school, no doctor and no bread."),
                paragraph("That is not a complaint. It is geography."),
            ),
            "Ingrid Solberg, teacher",
        ),
        Code(
            "def fare(zone):\n\n    return 4 + zone * 2  # kroner, and never more than twenty for a day, as decided in March",
            "python",
        ),
        Picture(
            "https://news.example/ferry.jpg", "The ferry in March", "A white boat between floes of ice", "Harbour Press"
        ),
        Picture("https://news.example/map.png", alt="A map of the bay"),
        Embed("post", "https://social.example/1", author="@islander", text="Ten more years!"),
        Embed("video", "https://video.example/9", title="The debate in full"),
        Rule(),
        paragraph(
            "The boat burns no oil and gives off no CO",
            Span("2", script="sub"),
            "; the ",
            Span("same paper", href="https://post.example/ferry"),
            " has the figures.",
            Span("1", script="super", href="#1"),
            " The module is called ",
            Span("fare_zone", code=True),
            ".",
        ),
        paragraph("渡し船は島の「道」である、と町長は語った。島には橋がなく、冬には氷が港を閉ざすこともある。"),
        paragraph("قال العمدة إن العبارة هي طريقنا الوحيد إلى الجزيرة في الشتاء."),
        Footnote("1", spans("Figures of the harbour office, ", Span("2026", href="https://harbour.example/"), ".")),
    ),
    kicker="World",
    standfirst="The island keeps its only road for ten more years…",
    standfirst_credit="Harbour News",
    byline=("Jane Doe", "John Roe"),
    byline_role="Coast Editor",
    published=datetime(2026, 11, 23, 12, tzinfo=UTC),
    site_name="Harbour News",
    reading_minutes=2,
    related=(),
)

RELATED = (
    Related(Relation.MOST_READ, "Ice closes the bay", "https://news.example/ice", heading="Don’t Miss"),
    Related(Relation.ALSO_READ, "The yard that builds in silence", "https://news.example/yard"),
    Related(Relation.PREVIOUS, "School opens late", "https://news.example/school"),
    Related(Relation.NEXT, "A bridge, again, is not built", "https://news.example/bridge"),
    Related(
        Relation.LATEST,
        "Council elects its oldest member as speaker",
        "https://news.example/speaker",
        "At ninety-one she promises to keep the debates short, the coffee hot and the windows of the old town hall open, "
        "which in the winter of last year nobody else had dared to promise to a council of nineteen smokers.",
    ),
    Related(Relation.LATEST, "Two whales seen off the island", "https://news.example/whales"),
)

SIMILAR = (
    Story(
        7,
        "Ferry contract runs out",
        "https://post.example/old",
        "Evening Post",
        "Coast",
        published=datetime(2026, 1, 5, tzinfo=UTC),
    ),
)


def rendered(columns: int, signs: Signs = FINE) -> str:
    """The article with every kind of block as it stands in a pane, blanks at line ends left out."""
    layout = Layout(EVERY_BLOCK, RELATED, SIMILAR, signs=signs, zone=UTC)
    layout.fit(columns)
    layout.settle(0, 10_000)
    lines = (" " * layout.left + safe(text_of(layout.line(y))) for y in range(layout.height))
    return "".join(line.rstrip() + "\n" for line in lines)


def long_article(paragraphs: int = 500) -> Article:
    """A long read: paragraphs of some seventy words, a link in every fifth, a subhead in every twentieth."""
    words = "the harbour office counts every boat that leaves before the ice closes over the bay and writes its name down".split()
    blocks: list[Paragraph | Heading] = []
    for number in range(paragraphs):
        if number % 20 == 0:
            blocks.append(Heading(2, spans(f"Part {number // 20}")))
        text = " ".join(words[(number * 7 + at) % len(words)] for at in range(50 + number % 40))
        link = [Span(f"see {number}", href=f"https://news.example/{number}")] if number % 5 == 0 else []
        blocks.append(paragraph(f"{number}. {text} ", *link))
    return Article("https://news.example/long", "A long read", blocks=tuple(blocks), site_name="Harbour News")


if __name__ == "__main__":
    for columns in WIDTHS:
        (FOLDER / f"every-block-{columns}.txt").write_text(rendered(columns), encoding="utf-8")
