"""Help, palette and the end of the program."""

from tests.app.paper import Desk
from tui.app.dialogs import HelpDialog, PaletteDialog
from tui.app.program import Program
from tui.app.reader import ReaderScreen


def shown(desk: Desk) -> type:
    """The kind of page that stands in front."""
    return type(desk.app.screen)


async def test_help_shows_the_keys_of_the_pane(desk: Desk) -> None:
    await desk.press("l", "question_mark")
    assert shown(desk) is HelpDialog
    assert "Here" in desk.text
    await desk.press("escape")
    assert shown(desk) is ReaderScreen


async def test_a_command_of_the_palette_is_done(desk: Desk) -> None:
    await desk.press("l", "colon")
    assert shown(desk) is PaletteDialog
    await desk.type("density")
    await desk.press("enter")
    assert shown(desk) is ReaderScreen
    assert desk.lines[-1].strip().endswith("rows.")


async def test_a_list_of_the_palette_is_gone_to(desk: Desk) -> None:
    await desk.press("colon")
    await desk.type("inland science")
    assert "The Inland Post and Advertiser › Science" in desk.text
    await desk.press("enter")
    assert desk.reader.sections.chosen.name == "Science"
    assert desk.reader.pane == "stories"
    assert desk.headline == "What bees know"


async def test_a_list_without_a_site_stands_there_by_its_name_alone(desk: Desk) -> None:
    await desk.press("colon")
    await desk.type("starred")
    await desk.press("enter")
    assert desk.reader.sections.chosen.name == "Starred"


async def test_leaving_the_palette_does_nothing(desk: Desk) -> None:
    before = (desk.reader.sections.cursor, desk.reader.pane)
    await desk.press("colon", *"quit", "escape")
    assert (desk.reader.sections.cursor, desk.reader.pane) == before
    assert desk.app.is_running


async def test_quitting_ends_the_program_from_any_pane(desk: Desk) -> None:
    await desk.press("l", "enter")
    Program(desk.reader, desk.reader.do).quit()
    await desk.until(lambda: not desk.app.is_running)
