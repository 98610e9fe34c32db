"""Many stories at once, and on into the next section."""

from tests.app.paper import Desk
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import stories


async def titles(library: Library, *, unread: bool = False, starred: bool = False) -> list[str]:
    wanted = StoryFilter(news=True, unread=unread, starred=starred)
    return [story.title.split()[0] for story in await library.ask(stories.window, wanted, 0)]


async def test_a_selection_is_marked_by_one_key(desk: Desk, library: Library) -> None:
    await desk.press("l", "j", "v", "j", "j")
    assert "3 selected  10 unread" in desk.lines[-1]
    assert [line[25:28] for line in desk.lines[2:7]] == [" ★ ", "▌● ", "▌● ", "▌● ", " ● "]
    await desk.press("s")
    assert "3 stories starred · u undo" in desk.lines[-1]
    assert await titles(library, starred=True) == ["Ferry", "Harbour", "The", "Tunnel"]
    assert [line[25:28] for line in desk.lines[2:7]] == [" ★ ", " ★ ", " ★ ", "▌★ ", " ● "]


async def test_a_selection_may_reach_upwards_and_its_mark_is_taken_back_by_the_same_key(
    desk: Desk, library: Library
) -> None:
    await desk.press("l", *"jjj", "v", "k", "k", "m")
    assert "3 stories marked read · u undo" in desk.lines[-1]
    await desk.press(*"jj", "v", "k", "k", "m")
    assert "3 stories marked unread · u undo" in desk.lines[-1]
    assert len(await titles(library, unread=True)) == 10


async def test_escape_and_the_key_itself_end_a_selection(desk: Desk) -> None:
    await desk.press("l")
    for key in ("escape", "v"):
        await desk.press("v", "j", key)
        assert desk.reader.stories.selected == ()
        assert desk.text.count("▌") == 2
    await desk.press("h", "v")
    assert "Stories are selected in the list." in desk.lines[-1]


async def test_what_stands_above_and_below_is_marked_read(desk: Desk, library: Library) -> None:
    await desk.press("l", *"jj", "<")
    assert "2 stories above marked read · u undo" in desk.lines[-1]
    await desk.press("j", "j", ">")
    assert "5 stories below marked read · u undo" in desk.lines[-1]
    assert await titles(library, unread=True) == ["The", "Tunnel", "Orchestra"]
    await desk.press("g", "<")
    assert desk.lines[-1].strip() == "Nothing above is unread.", "there is nothing for undo to take back"
    await desk.press("h", "<")
    assert desk.lines[-1].strip().startswith("Highlight a story in the list.")


async def test_all_of_a_selection_is_marked_read_and_no_more(desk: Desk, library: Library) -> None:
    await desk.press("l", "v", "j", "j", "A")
    assert "3 stories marked read · u undo" in desk.lines[-1]
    assert len(await titles(library, unread=True)) == 7
    await desk.press("v", "k", "A")
    assert desk.lines[-1].strip() == "All of them are read already."


async def test_the_next_unread_story_may_stand_in_the_next_section_and_that_is_said(desk: Desk) -> None:
    await desk.choose("Top News")
    await desk.press("l", "A")
    assert desk.reader.sections.chosen.name == "Top News"
    await desk.press("n")
    assert desk.reader.sections.chosen.name == "Business"
    assert desk.headline == "Fish prices fall"
    assert desk.lines[-1].strip() == "Business: 2 unread."
    await desk.press("A", "n", "A", "n", "A")
    assert desk.reader.sections.chosen.name == "Science"
    await desk.press("n")
    assert "Nothing unread is left." in desk.lines[-1]
    assert desk.reader.sections.chosen.name == "Science"


async def test_the_next_unread_is_looked_for_round_from_the_first_section_and_in_what_is_folded(desk: Desk) -> None:
    await desk.press("F")
    await desk.type("News")
    await desk.press("enter")
    await desk.choose("Business")
    await desk.press("M")
    await desk.type("News")
    await desk.press("enter", "h", "h")
    assert desk.reader.sections.chosen.folded
    await desk.choose("Science")
    await desk.press("l", "A", "n")
    assert desk.reader.sections.chosen.name == "News", "the section in it has no row"
    assert desk.headline == "Fish prices fall"
    await desk.press("A", "h")
    await desk.choose("Top News")
    await desk.press("H", "l", "A", "u", "h")
    await desk.choose("News")
    await desk.press("n")
    assert desk.reader.sections.chosen.name == "World", "what is kept out of all lists is passed over"


async def test_the_previous_unread_of_another_section_is_its_last(desk: Desk) -> None:
    await desk.choose("Science")
    await desk.press("l", "A", "N")
    assert (desk.reader.sections.chosen.name, desk.headline) == ("World", "A railway to nowhere")


async def test_reading_goes_on_into_the_next_section(desk: Desk) -> None:
    await desk.choose("Business")
    await desk.press("l", "G", "enter")
    assert desk.opened == "Rope works to close"
    await desk.press("N", "n")
    assert desk.reader.pane == "article"
    assert desk.opened == "The moon, explained"
    assert desk.reader.sections.chosen.name == "World"
