"""What is followed is named, moved, muted and left from the sections pane, and taken back."""

from tests.app.paper import Desk, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.app.following import moved
from tui.app.prompt import Prompt
from tui.library.library import Library
from tui.model import StoryFilter
from tui.storage import folders, ranking, searches, sections, stories, tags


def test_moving_within_an_order() -> None:
    assert moved([1, 2, 3], 2, 1) == [1, 3, 2]
    assert moved((1, 2, 3), 1, -1) == [1, 2, 3]


async def highlight(desk: Desk, name: str) -> None:
    """Move to the row of a name."""
    names = [choice.name for choice in desk.reader.sections.choices]
    await desk.press("g", *["down"] * names.index(name))
    assert desk.reader.sections.chosen.name == name


async def test_unfollowing_is_said_and_taken_back(desk: Desk) -> None:
    await highlight(desk, "Business")
    await desk.press("X")
    assert "Business is no longer followed · u undo" in desk.lines[-1]
    assert "Business" not in [choice.name for choice in desk.reader.sections.choices]
    await desk.press("u")
    assert "Taken back: unfollow" in desk.lines[-1]
    assert "Business" in [choice.name for choice in desk.reader.sections.choices]


async def test_a_standing_row_cannot_be_unfollowed(desk: Desk) -> None:
    await desk.press("X")
    assert "highlight one of them" in desk.lines[-1]


async def test_renaming(desk: Desk) -> None:
    await highlight(desk, "Business")
    await desk.press("c")
    await desk.press(*["backspace"] * 8)
    await desk.type("Money")
    await desk.press("enter")
    assert "Business is called Money · u undo" in desk.lines[-1]
    assert desk.reader.sections.chosen.name == "Money"


async def test_a_tag_is_renamed_and_removed_and_its_stories_stay(desk: Desk, library: Library) -> None:
    order = await library.ask(stories.order, StoryFilter(news=True))
    await library.do(tags.tag, order[:2], "ports")
    await desk.reader.contents.renew()
    await highlight(desk, "# ports")
    await desk.press("c")
    assert desk.reader.query_one(Prompt).value == "ports"
    await desk.press(*["backspace"] * 5)
    await desk.type("Harbours")
    await desk.press("enter")
    assert "ports is called Harbours · u undo" in desk.lines[-1]
    assert desk.reader.sections.chosen.name == "# Harbours"
    await desk.press("X")
    assert "The tag Harbours is removed, its stories stay · u undo" in desk.lines[-1]
    assert await library.ask(tags.every) == ()
    assert len(await library.ask(stories.order, StoryFilter(news=True))) == len(order)
    await desk.press("u")
    assert [(tag.name, tag.stories) for tag in await library.ask(tags.every)] == [("Harbours", 2)]


async def test_a_tag_cannot_be_called_as_another_is(desk: Desk, library: Library) -> None:
    order = await library.ask(stories.order, StoryFilter(news=True))
    await library.do(tags.tag, order[:2], "ports")
    await library.do(tags.tag, order[:1], "boats")
    await desk.reader.contents.renew()
    await highlight(desk, "# boats")
    await desk.press("c", *["backspace"] * 5, *"PORTS", "enter")
    assert "already" in desk.lines[-1]
    assert {tag.name for tag in await library.ask(tags.every)} == {"ports", "boats"}


async def test_into_a_new_folder_and_out_again(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await highlight(desk, "Tide Tables")
        await desk.press("M")
        await desk.type("Sea / Tides")
        await desk.press("enter")
        assert "Tide Tables stands in Sea / Tides · u undo" in desk.lines[-1]
        names = [choice.name for choice in desk.reader.sections.choices][7:]
        assert names[:3] == ["Sea", "Tides", "Tide Tables"]
        assert desk.reader.sections.chosen.name == "Tide Tables"
        await highlight(desk, "Sea")
        await desk.press("h")
        assert "Tides" not in [choice.name for choice in desk.reader.sections.choices]
        assert any(line.startswith("▌▸ Sea") for line in desk.lines)
        await desk.press("l", "down", "down", "M", *["backspace"] * 20, "enter")
        assert "Tide Tables stands in no folder" in desk.lines[-1]
        assert [folder.section_ids for folder in await library.ask(folders.tree)] == [(), ()]


async def test_muting_keeps_stories_out_of_all_lists_but_their_own(desk: Desk) -> None:
    await highlight(desk, "Top News")
    await desk.press("H")
    assert "Top News shows in its own list alone · u undo" in desk.lines[-1]
    await highlight(desk, "All")
    assert desk.reader.stories.count == 5
    await highlight(desk, "Top News")
    assert desk.reader.stories.count == 5
    await desk.press("H")
    assert "Top News shows in all lists again" in desk.lines[-1]


async def test_another_order_of_the_sections(desk: Desk, library: Library) -> None:
    await highlight(desk, "Top News")
    await desk.press("shift+down")
    site = (await library.ask(sections.sites))[0]
    assert [each.name for each in site.sections] == ["Business", "Top News", "Sport"]
    assert desk.reader.sections.chosen.name == "Top News"
    await desk.press("shift+up", "u", "u")
    assert [each.name for each in (await library.ask(sections.sites))[0].sections] == ["Top News", "Business", "Sport"]


async def test_a_new_folder(desk: Desk) -> None:
    await desk.press("F")
    await desk.type("News")
    await desk.press("enter")
    assert "A new folder: News · u undo" in desk.lines[-1]
    assert "News" in [choice.name for choice in desk.reader.sections.choices]
    await desk.press("F")
    await desk.type("news")
    await desk.press("enter")
    assert desk.lines[-1].strip() == "There is already a folder called News.", "nothing was made that undo takes back"
    await desk.press("F")
    await desk.type("News / Abroad")
    await desk.press("enter")
    await highlight(desk, "Abroad")
    assert desk.reader.sections.chosen.folder == "News"
    await highlight(desk, "News")
    await desk.press("M")
    await desk.type("News / Abroad")
    await desk.press("enter")
    assert desk.lines[-1].strip() == "The folder News cannot stand in itself."
    await desk.press("M", "tab")
    assert (await desk.reader.entry()).value == "", "what it stands for is not offered"
    await desk.press("escape", "X")
    assert "The folder News is gone" in desk.lines[-1]


async def test_another_order_of_the_folders_and_of_what_stands_in_one(desk: Desk, library: Library) -> None:
    for name in ("News", "Sea"):
        await desk.press("F")
        await desk.type(name)
        await desk.press("enter")
    for name in ("Tide Tables", "Science"):
        await highlight(desk, name)
        await desk.press("M")
        await desk.type("Sea")
        await desk.press("enter")
    await highlight(desk, "Sea")
    await desk.press("shift+up")
    assert [folder.name for folder in await library.ask(folders.tree)] == ["Sea", "News"]
    await highlight(desk, "Tide Tables")
    await desk.press("shift+down")
    names = [choice.name for choice in desk.reader.sections.choices][7:10]
    assert names == ["Sea", "The Inland Post and Advertiser › Science", "Tide Tables"]


async def test_a_section_is_asked_as_often_as_one_says(desk: Desk, library: Library) -> None:
    await desk.choose("Business")
    await desk.press("I")
    assert desk.lines[-1].strip().startswith("How often Business is asked")
    await desk.type("2h")
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    assert "Business is asked every 2 h · u undo" in desk.lines[-1]
    assert any("asked every 2 h" in line for line in desk.lines[:-1])
    await desk.press("I")
    await desk.type("120m")
    await desk.press("enter")
    assert desk.lines[-1].strip() == "Business is asked every 2 h, as before."
    await desk.press("E")
    assert "Business: whole stories when they come in" in desk.lines[-1]
    await desk.press("E", "E", "E")
    assert "Business: whole stories as configured" in desk.lines[-1]
    await desk.press("I")
    await desk.type("soon")
    await desk.press("enter")
    await desk.pilot.pause(0.1)
    assert "Soon is not a length of time: write 30m, 2h, 1d or default." in desk.lines[-1]


async def test_what_a_section_weighs_on_the_front_page(desk: Desk, library: Library) -> None:
    await highlight(desk, "Business")
    section = desk.reader.sections.chosen.sections[0]
    for typed, said in (("2.5", "Business weighs 2.5"), ("much", "Much is not a number."), ("-1", "from 0 to 100")):
        await desk.command("weigh")
        await desk.press("ctrl+u")
        await desk.type(typed)
        await desk.press("enter")
        assert said in desk.lines[-1]
    await desk.command("weigh")
    assert (await desk.reader.entry()).value == "2.5"
    await desk.press("escape")
    assert await library.ask(ranking.weights) == {section: 2.5}
    await desk.press("u")
    assert not await library.ask(ranking.weights)
    await desk.press("g")
    await desk.command("weigh")
    assert "highlight one of them" in desk.lines[-1]


async def test_outlets_of_one_owner_are_one(desk: Desk, library: Library) -> None:
    await desk.command("owner")
    await desk.type("Star: www.evening.example morning.example")
    await desk.press("enter")
    assert "Star owns" in desk.lines[-1] and "u undo" in desk.lines[-1]
    assert await library.ask(ranking.owners) == {"Star": ("evening.example", "morning.example")}
    await desk.command("owner")
    assert (await desk.reader.entry()).value == "Star: evening.example morning.example"
    await desk.press("ctrl+u")
    await desk.type("Star")
    await desk.press("enter")
    assert "owns nothing any more" in desk.lines[-1] and not await library.ask(ranking.owners)


async def test_a_row_is_left_out_and_shown_again(desk: Desk) -> None:
    await desk.choose("Business")
    await desk.press("Z")
    assert "Business is hidden, B shows it · u undo" in desk.lines[-1]
    names = [choice.name for choice in desk.reader.sections.choices]
    assert "Business" not in names and "Top News" in names and "The Harbour Gazette" in names
    await desk.press("B")
    await desk.choose("Business")
    assert "hidden" in desk.text
    await desk.press("Z", "B")
    assert "Business" in [choice.name for choice in desk.reader.sections.choices]


async def test_a_folder_and_a_site_are_renamed(desk: Desk, library: Library) -> None:
    (science,) = [one.id for one in await library.ask(sections.sections) if one.name == "Science"]
    folder = await library.do(folders.new, "Slow")
    await library.do(folders.put, [science], folder)
    await desk.reader.contents.renew()
    for before, after in (("Slow", "Slower"), ("The Harbour Gazette", "Gazette")):
        await highlight(desk, before)
        await desk.press("c", *["backspace"] * len(before), *after, "enter")
        assert f"{before} is called {after} · u undo" in desk.lines[-1]
        assert desk.reader.sections.chosen.name == after


async def test_the_same_name_and_none_change_nothing(desk: Desk) -> None:
    await highlight(desk, "Business")
    for keys in (["enter"], [*["backspace"] * 8, "enter"]):
        await desk.press("c", *keys)
        assert "undo" not in desk.lines[-1]
        assert desk.reader.sections.chosen.name == "Business"


async def test_a_standing_row_cannot_be_renamed_or_moved(desk: Desk) -> None:
    for key, what in (("c", "renamed"), ("M", "moved")):
        await desk.press(key)
        assert f"can be {what}: highlight one of them" in desk.lines[-1]


async def test_a_saved_search_and_a_folder_are_removed_and_what_stood_in_it_is_not(
    desk: Desk, library: Library
) -> None:
    await library.do(searches.save, "Boats", "boat")
    (science,) = [one.id for one in await library.ask(sections.sections) if one.name == "Science"]
    outer = await library.do(folders.new, "Outer")
    inner = await library.do(folders.new, "Inner")
    await library.do(folders.put, [science], inner)
    await desk.reader.contents.renew()
    await highlight(desk, "Inner")
    await desk.press("M", *"Outer", "enter")
    assert "Inner stands in Outer · u undo" in desk.lines[-1]
    assert {folder.id: folder.path for folder in await library.ask(folders.tree)}[inner] == ("Outer", "Inner")
    await highlight(desk, "? Boats")
    await desk.press("X")
    assert "The search “Boats” is removed · u undo" in desk.lines[-1]
    await highlight(desk, "Inner")
    await desk.press("X")
    assert "The folder Inner is gone, what stood in it is not · u undo" in desk.lines[-1]
    assert {folder.id for folder in await library.ask(folders.tree)} == {outer}
    assert "Science" in [one.name for one in await library.ask(sections.sections)]


async def test_a_section_in_a_folder_changes_its_place_there(desk: Desk, library: Library) -> None:
    both = [one.id for one in await library.ask(sections.sections) if one.name in ("Science", "Tide Tables", "Feed")]
    folder = await library.do(folders.new, "Slow")
    await library.do(folders.put, both, folder)
    await desk.reader.contents.renew()
    before = (await library.ask(folders.tree))[0].section_ids
    (first, *_) = [choice for choice in desk.reader.sections.choices if choice.folder_id == folder and choice.sections]
    await highlight(desk, first.name)
    await desk.press("shift+down")
    after = (await library.ask(folders.tree))[0].section_ids
    assert after == (before[1], before[0], *before[2:])


async def test_a_section_stands_in_several_folders_and_that_is_one_act(desk: Desk, library: Library) -> None:
    await library.do(folders.at, ("Sea",))
    await library.do(folders.at, ("Food, Drink",))
    await desk.reader.contents.renew()
    await highlight(desk, "Tide Tables")
    await desk.press("M")
    assert "The folder for Tide Tables" in desk.text
    await desk.type("s")
    await desk.press("tab")
    assert (await desk.reader.entry()).value == "Sea"
    await desk.press("tab")
    assert (await desk.reader.entry()).value == "Food, Drink"
    await desk.type(", New / Deep")
    await desk.press("enter")
    assert "Tide Tables stands in Food, Drink, New / Deep · u undo" in desk.lines[-1]
    await highlight(desk, "Tide Tables")
    await desk.press("M")
    assert (await desk.reader.entry()).value == "Food, Drink, New / Deep"
    assert "The folder for Tide Tables" in desk.lines[0], "what is asked for shows beside a value"
    await desk.press("enter")
    assert "undo" not in desk.lines[-1], "nothing was changed that could be taken back"
    await desk.press("u")
    assert {folder.path: folder.section_ids for folder in await library.ask(folders.tree)} == {
        ("Sea",): (),
        ("Food, Drink",): (),
    }


async def test_a_section_in_a_folder_is_renamed_without_its_site(desk: Desk, library: Library) -> None:
    science = next(each for each in await library.ask(sections.sections) if each.name == "Science")
    await library.do(folders.stand_in, [science.id], [("Slow",)])
    await desk.reader.contents.renew()
    await highlight(desk, "The Inland Post and Advertiser › Science")
    await desk.press("c")
    assert (await desk.reader.entry()).value == "Science"
