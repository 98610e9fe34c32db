"""Finding in what is shown, and searching."""

import pytest

from tests.app.paper import Desk, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.app.contents import FIRST
from tui.app.found import Found, marked
from tui.app.parts import Run
from tui.app.typeset import Layout
from tui.blocks import Code, Paragraph, Quote, Span
from tui.library.library import Library
from tui.model import Article, Story, StoryFilter
from tui.storage import stories
from tui.storage.file import File

FERRIES = Article(
    "https://news.example/ferries",
    "Ferries",
    (
        Paragraph((Span("The ferry is late. "), Span("Ferry", strong=True), Span(" and quay are one."))),
        Quote(
            (
                Paragraph(
                    (Span("No ferry, no bread, and so on for longer than one line of this width can hold a ferry."),)
                ),
            )
        ),
        Code("def ferry():\n    return 'ferry'"),
    ),
)


def found_in(words: str, columns: int = 40) -> tuple[list[str], Found]:
    """What is marked of the article, line by line, and the places."""
    layout = Layout(FERRIES)
    layout.fit(columns)
    layout.settle(0, 1000)
    found = Found(layout, words)
    shown = []
    for y in range(layout.height):
        line = layout.line(y)
        shown += [run.text for run in marked(line, found.spots(y, line)) if "found" in run.look]
    return shown, found


def test_words_are_marked_wherever_they_stand_in_any_case() -> None:
    shown, found = found_in("ferry")
    assert len(found.places) == 6
    assert shown == ["ferry", "Ferry", "ferry", "ferry", "ferry", "ferry"]


def test_words_over_the_end_of_a_line_are_marked_on_both() -> None:
    shown, _ = found_in("so on for longer than one line of this width", 30)
    assert " ".join(" ".join(shown).split()) == "so on for longer than one line of this width"
    assert len(shown) > 1


def test_the_places_are_walked_in_a_circle_from_where_the_reader_is() -> None:
    _, found = found_in("ferry")
    here = found.places[2][:2]
    assert found.step(1, here) == here
    assert found.step(1, here) == found.places[3][:2]
    assert [found.step(1, here) for _ in range(3)][-1] == found.places[0][:2]
    assert found.step(-1, here) == found.places[5][:2]


def test_a_line_without_spots_stays_as_it_is() -> None:
    line = (Run("a ferry", "strong"), Run(" sails"))
    assert marked(line, ((2, 7, True),)) == (Run("a ", "strong"), Run("ferry", "strong found here"), Run(" sails"))


async def test_finding_in_the_story_that_is_open(desk: Desk) -> None:
    await desk.press("l", "enter", "slash")
    assert desk.lines[-1].strip().startswith("Words to find in this story")
    await desk.type("of the ferry")
    await desk.press("enter")
    assert desk.lines[-1].strip() == "1 of 16 in this story · n N go through them · escape ends it"
    before = desk.reader.reading.place
    await desk.press(*["n"] * 12)
    assert "13 of 16" in desk.lines[-1]
    assert desk.reader.reading.place > before
    await desk.press("N")
    assert "12 of 16" in desk.lines[-1]
    assert desk.opened.startswith("Ferry")
    await desk.press("escape", "n")
    assert not desk.opened.startswith("Ferry")


async def test_words_that_are_not_in_the_story_are_said(desk: Desk) -> None:
    await desk.press("l", "enter", "slash", *"zeppelin", "enter")
    assert "“zeppelin” is not in this story." in desk.lines[-1]


async def test_finding_a_section_by_its_name(desk: Desk) -> None:
    await desk.press("slash", *"scien")
    assert desk.reader.sections.chosen.name == "Science"
    await desk.press("escape")
    assert desk.reader.sections.chosen.name == "All"
    await desk.press("slash")
    await desk.type("inland wor")
    await desk.press("enter")
    assert (desk.reader.sections.chosen.site, desk.reader.sections.chosen.name) == (
        "The Inland Post and Advertiser",
        "World",
    )
    assert desk.reader.pane == "sections"


async def test_a_search_may_keep_to_the_list_that_is_shown(desk: Desk) -> None:
    await desk.choose("Top News")
    await desk.press("l")
    assert desk.reader.sections.chosen.name == "Top News"
    await desk.press("slash", "tab")
    await desk.type("council OR")
    await desk.press(*["backspace"] * 10)
    await desk.type("-ferry")
    await desk.press("enter")
    assert desk.reader.wanted.section_id
    assert desk.reader.stories.count == 4
    await desk.press("ctrl+f", "enter")
    assert desk.reader.sections.chosen.name == "Top News"


@pytest.mark.parametrize("words", ["ferry", "zzqqyy"])
async def test_escape_leaves_a_search_for_what_was_shown_before(desk: Desk, words: str) -> None:
    await desk.choose("Top News")
    await desk.press("l", "ctrl+f")
    await desk.type(words)
    await desk.press("enter")
    assert f"Search: {words}" in desk.text and desk.reader.pane == "stories"
    if words == "ferry":
        await desk.until(lambda: desk.reader.stories.count > 0)
        await desk.press("v", "j", "escape")
        assert f"Search: {words}" in desk.text, "first it ends the selection"
        await desk.press("enter", "escape")
        assert desk.reader.searched, "in a story it ends no search"
        await desk.press("h")
    await desk.press("escape")
    assert f"Search: {words}" not in desk.text
    assert desk.reader.sections.chosen.name == "Top News" and desk.reader.stories.count > 0
    await desk.press("escape")
    assert desk.reader.sections.chosen.name == "Top News"


async def test_what_was_searched_before_comes_back_also_in_another_session(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        for words in ("moon", "bees"):
            await desk.press("ctrl+f", *words, "enter")
    async with at_desk(library, clock) as desk:
        await desk.press("ctrl+f")
        await desk.settle()
        entry = await desk.reader.entry()
        seen = []
        for key in ("up", "up", "up", "down", "down"):
            await desk.press(key)
            seen.append(entry.value)
        assert seen == ["bees", "moon", "moon", "bees", ""]


async def test_other_forms_of_a_word_are_offered_and_taken_in(desk: Desk) -> None:
    pytest.importorskip("snowballstemmer")
    await desk.press("l", "slash")
    await desk.type("prices")
    await desk.press("enter")
    await desk.pilot.pause(0.3)
    assert "price" not in desk.lines[-1]
    await desk.press("slash")
    await desk.type("stories")
    await desk.press("enter")
    await desk.pilot.pause(0.3)
    await desk.press("tilde")
    assert "No other forms of these words are known here." in desk.lines[-1]
    await desk.press("slash")
    await desk.type("railways")
    await desk.press("enter")
    await desk.pilot.pause(0.3)
    assert "Nothing found." in desk.text and "railway: 1 more · ~ takes them in" in desk.lines[-1]
    await desk.press("tilde")
    await desk.pilot.pause(0.2)
    assert "A railway to nowhere" in desk.text


async def test_of_a_search_no_more_is_asked_at_first_than_is_seen(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await edition(library, web)
    asked: list[int] = []
    window = stories.window

    def noted(file: File, wanted: StoryFilter, limit: int = 100) -> tuple[Story, ...]:
        asked.append(limit)
        return window(file, wanted, limit)

    monkeypatch.setattr(stories, "window", noted)
    async with at_desk(library, clock, (60, 20)) as desk:
        await desk.press("ctrl+f", *"short", "enter")
        assert asked == [FIRST, 10]
        await desk.until(lambda: desk.reader.stories.whole)
        assert desk.reader.stories.count == 10


async def test_sections_are_found_one_after_another_and_where_they_are_folded_away(desk: Desk) -> None:
    for name, folder in (
        ("Business", "News"),
        ("World", "News / Abroad"),
        ("The Inland Post and Advertiser › Science", "Slow"),
    ):
        await desk.choose(name)
        await desk.press("M")
        await desk.type(folder)
        await desk.press("enter")
    await desk.press("g", "slash")
    await desk.type("inland")
    sections = desk.reader.sections
    assert sections.chosen.name == "The Inland Post and Advertiser › World"
    await desk.press("tab")
    assert sections.chosen.name == "The Inland Post and Advertiser › Science"
    await desk.press("tab")
    assert sections.chosen.name == "The Inland Post and Advertiser › World", "round from the first"
    await desk.press("up")
    assert sections.chosen.name == "The Inland Post and Advertiser › Science"
    await desk.press("enter")
    assert sections.chosen.name == "The Inland Post and Advertiser › Science"
    for name in ("Slow", "News"):
        await desk.choose(name)
        await desk.press("h")
    await desk.press("slash")
    await desk.type("sc")
    assert sections.chosen.name == "The Inland Post and Advertiser › Science"
    await desk.press("backspace", "backspace")
    await desk.type("world")
    assert "The Inland Post and Advertiser › Science" not in [row.name for row in sections.choices], "folded again"
    assert sections.chosen.name == "The Inland Post and Advertiser › World"
    assert desk.reader.wanted == sections.chosen.filter
    await desk.press("escape")
    assert (sections.chosen.name, sections.chosen.folded) == ("News", True), "folded as before"
    await desk.press("slash")
    await desk.type("world")
    await desk.press("enter")
    assert sections.chosen.name == "The Inland Post and Advertiser › World"
    await desk.press("slash")
    await desk.type("zebra")
    assert "no section is called so" in desk.lines[0]
    await desk.press("enter")
    assert sections.chosen.name == "The Inland Post and Advertiser › World"
