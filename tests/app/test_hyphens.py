"""Words parted at the ends of filled lines: by the language of the page, and never a name, an address or a program."""

import subprocess
import sys

import pytest

from tests.app.paper import at_desk
from tests.web import NOON, Clock, FakeWeb
from tui.app.hyphens import IN_A_ROW, either, known, own_places, parted, places_in
from tui.app.layout import width
from tui.app.parts import FINE, SPOKEN, Signs, Typography, text_of
from tui.app.typeset import Layout
from tui.blocks import Paragraph, Span
from tui.library.library import Library
from tui.model import Article, Entry, Offer, SiteOffer, StoryFilter
from tui.output import xhtml
from tui.output.articles import as_markdown, as_text
from tui.storage import sections, stories, texts

ENGLISH = (
    "The municipal administration announced extraordinary transportation arrangements throughout the neighbourhood,"
    " notwithstanding considerable disagreement among the representatives of NATO, Birmingham and the International"
    " Maritime Organisation; see https://administration.example/transportation for comprehensive documentation."
)
GERMAN = (
    "Die Verkehrsbetriebe kündigten außerordentliche Fahrplanänderungen an, obwohl zwischen den Bundesministerien"
    " erhebliche Meinungsverschiedenheiten über die Finanzierung der Eisenbahnverbindungen bestehen."
)
SET = {
    ("en-GB", ENGLISH, 34): """\
  The  municipal  administration
announced  extraordinary  trans-
portation arrangements  through-
out the neighbourhood,
notwithstanding considerable
disagreement among  the  repres-
entatives  of  NATO,  Birmingham
and the  International  Maritime
Organisation; see
https://administration.example/
transportation for comprehensive
documentation.""",
    ("en-GB", ENGLISH, 50): """\
  The municipal  administration announced  ex-
traordinary transportation arrangements
throughout the neighbourhood,  notwithstanding
considerable disagreement among the represent-
atives of NATO, Birmingham and the
International   Maritime   Organisation;   see
https://administration.example/transportation
for comprehensive documentation.""",
    ("de", GERMAN, 34): """\
  Die Verkehrsbetriebe kündigten
außerordentliche   Fahrplanände-
rungen an,  obwohl zwischen  den
Bundesministerien erhebliche
Meinungsverschiedenheiten   über
die Finanzierung der  Eisenbahn-
verbindungen bestehen.""",
    ("de", GERMAN, 50): """\
  Die Verkehrsbetriebe kündigten  außerordent-
liche Fahrplanänderungen  an, obwohl  zwischen
den Bundesministerien erhebliche  Meinungsver-
schiedenheiten über die  Finanzierung der  Ei-
senbahnverbindungen bestehen.""",
}


SOFT = (
    "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft",
    "außer\u00adordent\u00adliche",
    "Bundes\u00admini\u00adsterien",
)


def story(text: str, language: str = "", *, code: bool = False) -> Article:
    return Article("u", "h", (Paragraph((Span(text, code=code),)),), language=language)


def lines(layout: Layout) -> list[str]:
    layout.settle(0, 100)
    every = [text_of(layout.line(y)) for y in range(layout.height)]
    return every[every.index("─" * 12) + 2 :]


@pytest.mark.parametrize(("language", "text", "columns"), SET)
def test_filled_lines_part_words_as_their_language_does(language: str, text: str, columns: int) -> None:
    places_in(language)
    layout = Layout(story(text, language), typography=Typography(justified=True, indent=2))
    layout.fit(columns)
    assert "\n".join(lines(layout)) == SET[language, text, columns]


@pytest.mark.parametrize("cells", [*range(12, 80, 7)])
@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("de", GERMAN)])
def test_a_text_loses_nothing_at_any_width(language: str, text: str, cells: int) -> None:
    places = places_in(language)
    assert places is not None
    found = parted(text, cells, places, owed=4)
    written = "".join(text[line.start : line.end] + ("" if line.parted else " ") for line in found)
    assert written.replace(" ", "") == text.replace(" ", "")
    assert all(width(text[line.start : line.end]) + line.parted <= cells for line in found)
    assert width(text[found[0].start : found[0].end]) + found[0].parted <= cells - 4
    marks = "".join("-" if line.parted else " " for line in found)
    assert "-" * (IN_A_ROW + 1) not in marks or cells < 26, "but where words are longer than their lines"
    for line in found:
        if line.parted:
            begun = text[: line.end].rpartition(" ")[2].lstrip("(“")
            ended = text[line.end :].partition(" ")[0].rstrip(".,;")
            assert len(begun) >= 2
            assert len(ended) >= 3


@pytest.mark.parametrize("word", ["NATO", "Birmingham", "McDonaldson", "administration.example", "2026-extraordinary"])
def test_a_name_an_address_and_a_number_stay_whole(word: str) -> None:
    places = places_in("en")
    assert places is not None
    text = f"They say that it is in {word} and nowhere else."
    for cells in range(10, 40):
        for line in parted(text, cells, places):
            assert not (line.parted and text.index(word) < line.end < text.index(word) + len(word)), cells


def test_a_program_within_a_sentence_stays_whole() -> None:
    layout = Layout(story("administration " * 20, "en", code=True), typography=Typography(justified=True))
    layout.fit(34)
    assert not any(line.endswith("-") for line in lines(layout))


@pytest.mark.parametrize("language", ["", "zz", "tlh", "../en", "x" * 500])
def test_a_language_that_nobody_knows_is_filled_without_hyphens(language: str) -> None:
    assert places_in(language) is None
    layout = Layout(story(ENGLISH, language), typography=Typography(justified=True))
    layout.fit(34)
    assert not any(line.endswith("-") for line in lines(layout))


def test_ragged_lines_part_no_word() -> None:
    places_in("en")
    layout = Layout(story(ENGLISH, "en"))
    layout.fit(34)
    assert not any(line.endswith("-") for line in lines(layout))


def test_words_found_in_a_parted_line_are_marked_at_their_letters() -> None:
    from tui.app.found import Found, marked

    places_in("en-GB")
    layout = Layout(story(ENGLISH, "en-GB"), typography=Typography(justified=True, indent=2))
    layout.fit(34)
    layout.settle(0, 100)
    found = Found(layout, "transportation")
    pieces = [
        run.text
        for y in range(layout.height)
        for run in marked(layout.line(y), found.spots(y, layout.line(y)))
        if "found" in run.look
    ]
    assert "".join(pieces).replace("-", "") == "transportation" * 2


def test_what_is_not_read_yet_is_parted_once_it_is() -> None:
    layout = Layout(story(ENGLISH, "en-AU"), typography=Typography(justified=True))
    assert known("en-AU") is None
    assert layout.unparted == "en-AU"
    places = places_in("en-AU")
    assert places is not None
    layout.fit(34)
    layout.hyphenate(places)
    assert layout.unparted == ""
    assert any(line.endswith("-") for line in lines(layout))


def test_without_the_patterns_the_program_does_without() -> None:
    code = "import sys; sys.modules['pyphen'] = None\nfrom tui.app.hyphens import places_in\nprint(places_in('en'))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "None\n"


def own(text: str, columns: int, signs: Signs = FINE) -> str:
    """The lines of a text whose page says where its long words may be parted."""
    layout = Layout(Article("u", "h", (Paragraph((Span(text),)),), parted=SOFT), signs=signs)
    layout.fit(columns)
    layout.settle(0, 100)
    every = [text_of(layout.line(y)) for y in range(layout.height)]
    return "\n".join(every[next(at for at, line in enumerate(every) if line.startswith("Die")) :])


STEAMER = (
    "Die außerordentliche Versammlung der Donaudampfschifffahrtsgesellschaft beriet, was die Bundesministerien sagen;"
    " die DonauDampf-Ordnung, die außerordentlichen Fahrten und https://donaudampfschifffahrtsgesellschaft.example nicht."
)


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (
            20,
            """\
Die außerordent-
liche Versammlung
der Donaudampf-
schifffahrts-
gesellschaft
beriet, was die
Bundesministerien
sagen; die
DonauDampf-
Ordnung, die
außerordentlichen
Fahrten und
https://donaudampf
schifffahrtsgesell
schaft.example
nicht.""",
        ),
        (
            50,
            """\
Die außerordentliche Versammlung der Donau-
dampfschifffahrtsgesellschaft beriet, was die
Bundesministerien sagen; die DonauDampf-
Ordnung, die außerordentlichen Fahrten und
https://donaudampfschifffahrtsgesellschaft.
example nicht.""",
        ),
    ],
)
def test_the_pages_soft_hyphens_part_its_words_and_no_others(columns: int, lines: str) -> None:
    assert own(STEAMER, columns) == lines


def test_what_is_spoken_is_whole() -> None:
    assert "-\n" not in own(STEAMER.replace("DonauDampf-Ordnung, ", ""), 34, SPOKEN)


def test_a_word_at_the_end_that_is_longer_than_its_line_is_parted_too() -> None:
    assert own("Die Donaudampfschifffahrtsgesellschaft", 24) == "Die\nDonaudampfschiff-\nfahrtsgesellschaft"


def test_the_page_goes_before_the_language() -> None:
    places = either(own_places(SOFT), lambda word: [4])
    assert (list(places("außerordentliche")), list(places("Versammlung"))) == ([5, 11], [4])


async def test_a_word_with_soft_hyphens_is_found_shown_and_exported_like_any_other(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    word, soft = SOFT[0].replace("\u00ad", ""), SOFT[0]
    text = f"<p>Die {soft} fährt wieder.</p><p>{'Alle fahren mit, und keiner bleibt zu Hause. ' * 9}</p>"
    entry = Entry(f"Die {soft}", "https://d.example/1", "1", content=text, published=NOON)
    offer = Offer("Fahrt", "https://d.example/feed", entries=(entry,))
    await library.do(sections.follow, SiteOffer("Donau", "https://d.example/", (offer,)))
    web["https://d.example/1"] = (
        f"<html lang=de><title>Die {soft}</title><article><h1>Die {soft}</h1>{text}</article></html>"
    )
    async with at_desk(library, clock, (36, 20)) as desk:
        await desk.press("j", "l", "enter")
        assert desk.opened == f"Die {word}"
        assert "Die Donaudampfschifffahrtsgesell-" in desk.article_text and "\u00ad" not in desk.text
        await desk.press("/", *word, "enter")
        assert "1 of 2" in desk.text
    (found,) = await library.ask(stories.window, StoryFilter(words=word))
    article = await library.ask(texts.article, found.id)
    assert article is not None and article.parted == (soft,)
    for written in (as_text(article, ()), as_markdown(article, ()), xhtml.document(article, ())):
        assert word in written and "\u00ad" not in written and "&shy" not in written
