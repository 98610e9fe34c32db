"""Help, palette and the end of the program."""

from pathlib import Path

import pytest

from tests.app.paper import Desk
from tui import config
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
    Program(desk.reader, desk.reader.opening, desk.reader.do).quit()
    await desk.until(lambda: not desk.app.is_running)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's folders, elsewhere."""
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))


@pytest.mark.usefixtures("folders")
async def test_a_setting_is_changed_and_the_screen_says_from_when(desk: Desk) -> None:
    await desk.command("settings")
    assert "Settings, in" in desk.opened and "measure = 72" in desk.article_text
    await desk.type("measure 66")
    await desk.press("enter")
    assert desk.reader.note == "measure is 66, from the next start on."
    assert config.load().measure == 66


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mesure 66", "did you mean measure?"),
        ("measure wide", "not 'wide'"),
        ("measure", "A value is missing, as in measure 66."),
        ("keys.star ctrl+shift+nothing", "is not a key"),
        ("theme wheat", "theme"),
        ("", ""),
    ],
)
async def test_what_is_no_setting_is_refused(desk: Desk, typed: str, said: str) -> None:
    await desk.command("settings")
    await desk.type(typed)
    await desk.press("enter")
    assert said in desk.reader.note and bool(said) is bool(desk.reader.note)
    assert not config.config_file().exists()


@pytest.mark.usefixtures("folders")
async def test_where_everything_is_and_what_a_report_should_say(desk: Desk) -> None:
    await desk.command("about")
    assert str(config.config_file()) in desk.article_text.replace("\n", "").replace(" ", "")
    assert "sqlite" in desk.article_text
