"""An article set as parts: what the typography changes, and what it leaves alone."""

from datetime import UTC, datetime

from tests.app.examples import paragraph
from tui.app.layout import width
from tui.app.parts import Typography, text_of
from tui.app.typeset import Layout
from tui.blocks import Item, Listing, Paragraph, Span, Table
from tui.model import Article, Enclosure

PROSE = "The island has no bridge, and the harbour freezes over for some weeks of most winters; the ferry is all."
STORY = Article(
    "https://news.example/1",
    "Ferry",
    blocks=(paragraph(PROSE), paragraph(PROSE), Listing((Item((paragraph("One."),)), Item((paragraph("Two."),))))),
)


def lines(typography: Typography, columns: int = 44) -> list[str]:
    layout = Layout(STORY, typography=typography)
    layout.fit(columns)
    return [text_of(layout.line(y)) for y in range(layout.height)][5:]


def test_paragraphs_are_set_in_and_stand_apart_as_asked_for() -> None:
    usual = lines(Typography())
    close = lines(Typography(indent=2, spacing=0))
    assert usual[0].startswith("The island")
    assert usual.count("") == 2
    assert close.count("") == 0
    assert sum(line.startswith("  The island") for line in close) == 2
    assert close[-2:] == usual[-2:] == ["• One.", "• Two."]


def test_lines_end_at_the_same_cell_where_that_is_asked_for() -> None:
    ragged, full = lines(Typography()), lines(Typography(justified=True))
    assert [" ".join(line.split()) for line in full] == ragged
    assert {len(line) for line in full if line.startswith("The ")} == {40}


def test_words_are_found_in_filled_lines() -> None:
    from tui.app.found import Found, marked

    layout = Layout(STORY, typography=Typography(justified=True))
    layout.fit(44)
    found = Found(layout, "winters")
    shown = [
        run.text
        for y in range(layout.height)
        for run in marked(layout.line(y), found.spots(y, layout.line(y)))
        if "found" in run.look
    ]
    assert shown == ["winters", "winters"]


def test_formulas_are_legible_but_not_in_code() -> None:
    story = Article("u", "H", blocks=(Paragraph((Span(r"x^2 \leq y "), Span(r"x^2 \leq y", code=True))),))
    layout = Layout(story)
    assert text_of(layout.line(layout.height - 1)) == r"x² ≤ y x^2 \leq y"


def test_all_of_a_story_that_is_written_from_the_right_is_set_from_there() -> None:
    story = Article(
        "https://news.example/2",
        "العبارة لا تصل إلى الجزيرة",
        (paragraph("قال العمدة إن العبارة هي طريقنا الوحيد."), paragraph("In English: the ferry is all.")),
        byline=("Ann Other",),
        site_name="press.example",
    )
    layout = Layout(story, enclosures=[Enclosure("https://news.example/a.mp3", "audio/mpeg")])
    layout.fit(60)
    said = [line for y in range(layout.height) if (line := text_of(layout.line(y)))]
    assert {width(line) for line in said} == {layout.cells}
    assert sum("─" in line for line in said) == 1
    assert said[-1].endswith(" ‹")


def test_a_word_from_the_right_in_another_story_moves_nothing_else() -> None:
    layout = Layout(Article("https://news.example/3", "Ferry", (paragraph("العمدة"), paragraph("One.")), site_name="s"))
    layout.fit(60)
    said = [line for y in range(layout.height) if (line := text_of(layout.line(y)))]
    assert [line.startswith(" ") for line in said] == [False, False, False, True, False]


def test_a_row_that_says_the_header_again_is_left_out() -> None:
    head, boat = (tuple((Span(cell),) for cell in row) for row in (("Boat", "Built"), ("Pilot", "1931")))
    layout = Layout(Article("https://news.example/4", "Boats", (Table((head, boat), head),)))
    said = [text_of(layout.line(y)) for y in range(layout.height)]
    assert sum("Built" in line for line in said) == 1 and said[-1] == "Pilot   1931"


def test_a_name_or_a_date_is_not_broken_between_its_words() -> None:
    article = Article("u", "h", published=datetime(2026, 11, 23, 12, tzinfo=UTC), site_name="The Harbour Gazette")
    layout = Layout(article, zone=UTC)
    for columns in range(30, 70):
        layout.fit(columns)
        lines = [text_of(layout.line(y)).replace("\u00a0", " ") for y in range(layout.height)]
        assert any("23 November 2026" in line for line in lines), columns
        assert any("The Harbour Gazette" in line for line in lines), columns
