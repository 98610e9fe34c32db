"""Keys are declared once, and a person's own keys take their place everywhere."""

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

import pytest

from tests.app.paper import QUIET, Desk, at_desk, edition
from tests.web import Clock, FakeWeb
from tui import guide
from tui.app import NewsApp
from tui.app.dialogs import HelpDialog
from tui.app.keys import BY_ID, COMMANDS, FOOTER, PRESETS, Keys, Match
from tui.app.link_list import LinkList
from tui.app.main_screen import PANES
from tui.config import Config
from tui.errors import ConfigError
from tui.library.library import Library
from tui.values import replace

ASKED_FOR = "j k h l down up left right tab shift+tab enter space b n N J K g G ctrl+d ctrl+u ] [ backspace ( ) / s m A r R o y a D ? : ctrl+p q Q"


def assert_bound_once(keys: Keys) -> None:
    """A key may be two commands where these are of different panes."""
    bound = [(key, pane) for each in COMMANDS for key in keys.of(each.id) for pane in each.panes.split() or PANES]
    assert sorted(bound) == sorted(set(bound))


def test_a_key_is_the_command_of_its_pane() -> None:
    keys = Keys()
    assert (keys.match(("c",), "article"), keys.match(("c",), "sections")) == ("compare", "rename")
    assert keys.match(("c",), "stories") == "rename", "where it is neither's, it is the first one's"
    assert Keys((("star", "c"),)).of("compare") == ()


def test_every_key_that_was_asked_for_is_bound_once() -> None:
    assert_bound_once(Keys())
    bound = [key for command in COMMANDS for key in command.keys]
    assert set(ASKED_FOR.split()) <= set(bound)


async def test_every_command_is_something_the_screen_does(desk: Desk) -> None:
    for command in COMMANDS:
        if command.action:
            assert hasattr(NewsApp, f"action_{command.action.removeprefix('app.')}"), command.id
        else:
            assert len([room for room in desk.reader.rooms if hasattr(room, command.id)]) == 1, command.id


def said_in(cells: Iterable[str]) -> set[str]:
    """The keys that stand in the first cells of a table."""
    return {key for cell in cells for key in re.split(r"\s+|,(?=\s|$)", cell) if key}


def test_every_key_is_in_the_help_the_palette_the_readme_and_the_guide() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme[readme.index("## Keys") : readme.index("## Following sites")]
    rows = [row.split(" | ")[0].strip("| ") for row in table.splitlines() if row.startswith("| ")]
    in_readme = said_in(row.replace("`", " ") for row in rows) | {","}
    page = guide.pages()["guide:/start/keys"]
    in_guide = said_in(unescape(cell) for cell in re.findall(r"<tr><td>(.*?)</td>", page)) | {","}
    keys = Keys()
    assert {command.id for command in keys.every} == set(BY_ID)  # what the palette offers
    helped = {id: said.split("  ") for _, commands in keys.help() for said, _, id in commands}
    for command in COMMANDS:
        assert command.id in helped, command.id
        assert set(command.keys) <= set(helped[command.id])
        if command.keys:
            assert command.keys[0] in in_readme, f"{command.id} is not in the README"
            assert command.keys[0] in in_guide, f"{command.id} is not in the Guide"


def test_the_footers_name_commands() -> None:
    assert {id for entries in FOOTER.values() for ids, _ in entries for id in ids.split()} <= set(BY_ID)


def test_no_key_is_escape_alone() -> None:
    assert not [command for command in COMMANDS if "escape" in command.keys]


def test_a_key_chosen_by_a_person_is_told() -> None:
    keys = Keys((("star", "x, ctrl+x"),))
    assert keys.of("star") == ("x", "ctrl+x")
    assert (keys.match(("x",)), keys.match(("s",))) == ("star", Match.NOTHING)
    assert ("x", "star") in keys.footer("stories")
    assert ("x  ctrl+x", BY_ID["star"].tells, "star") in dict(keys.help())["Marking"]
    assert keys.help("stories")[0][0] == "Here"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ((("stare", "x"),), "keys.stare is an unknown command; did you mean star?"),
        ((("star", "plsu"),), "keys.star: plsu is not a key; did you mean plus?"),
        ((("star", "x"), ("copy", "x")), "the key x would do two things: star and copy"),
        ((("preset", "emacs"),), "keys.preset must be vim or newsboat, not 'emacs'"),
    ],
)
def test_a_key_that_cannot_be_is_refused(own: tuple[tuple[str, str], ...], said: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(said)):
        Keys(own)


def test_a_key_of_ones_own_beats_a_default_and_that_is_said() -> None:
    keys = Keys((("star", "m"),))
    assert keys.match(("m",)) == "star"
    assert keys.of("toggle_read") == ()
    assert keys.first("toggle_read") == ":toggle_read"
    assert keys.changed == ("m is star by your keys, not toggle_read.",)


def test_what_many_keys_take_is_one_line() -> None:
    keys = Keys((("open", "l"), ("out", "h"), ("toggle_read", "a"), ("page_back", "u")))
    assert keys.news == "Your keys take 4 from other commands: ? shows all; follow, undo have none."
    assert len(keys.changed) == 4
    assert keys.offer("undo", "undo") == ":undo" and keys.offer("star", "star") == "s star"
    assert "follow" not in {word for _, word in keys.footer("sections")}


def test_signs_go_by_their_names_and_an_empty_string_unbinds() -> None:
    keys = Keys((("star", "plus,comma"), ("quit", "")))
    assert (keys.match(("+",)), keys.match((",",)), keys.match(("Q",))) == ("star", "star", Match.NOTHING)


def test_a_sequence_waits_only_where_one_is_bound() -> None:
    keys = Keys((("top", "g g"),))
    assert (keys.match(("g",)), keys.match(("g", "g")), keys.match(("g", "x"))) == (Match.BEGINS, "top", Match.NOTHING)
    assert Keys().match(("g",)) == "top"


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_binds_each_key_once(preset: str) -> None:
    keys = Keys((("preset", preset), ("star", "f5")))
    assert_bound_once(keys)
    assert keys.match(("f5",)) == "star"


async def test_a_number_says_how_often(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "5", "j")
        assert desk.reader.stories.cursor == 5
        await desk.press("3")
        assert desk.lines[-1].strip() == "3"
        await desk.press("k")
        assert desk.reader.stories.cursor == 2


async def test_a_sequence_is_told_and_done(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, settings=Config(auto_refresh=False, keys=(("preset", "vim"),))) as desk:
        await desk.press("l", "j", "j", "g")
        assert desk.lines[-1].strip() == "g…"
        await desk.press("g")
        assert desk.reader.stories.cursor == 0


async def test_a_key_that_does_nothing_says_so_once(desk: Desk) -> None:
    await desk.press("§")
    assert "§ does nothing here. ? shows the keys." in desk.lines[-1]
    await desk.press("§")
    assert "does nothing" not in desk.lines[-1]


async def test_a_chosen_key_works_and_the_old_one_does_not(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock, settings=Config(auto_refresh=False, keys=(("help", "x"),))) as desk:
        await desk.press("question_mark")
        assert not isinstance(desk.app.screen, HelpDialog)
        await desk.press("x")
        assert isinstance(desk.app.screen, HelpDialog)


def test_the_line_of_keys_leaves_out_what_has_nothing_to_do() -> None:
    keys = Keys({})
    words = [word for _, word in keys.footer("article")]
    assert "picture" in words and "hear it later" in words
    assert [word for _, word in keys.footer("article", {"show_picture"})] == [
        each for each in words if each != "picture"
    ]


def test_a_dialog_has_a_persons_keys() -> None:
    own = Keys((("down", "n,down"), ("download", "f5"), ("top", "x x"), ("page_on", "ctrl+f,space")))
    assert "j" in own.alike(("n",)) and "D" in own.alike(("f5",)) and "g" in own.alike(("x", "x"))
    assert not [*own.alike(("j",))] and not [*own.alike(("g",))], "these were given up"
    assert [*own.alike(("escape",))] == ["escape"] and [*own.alike(("p",))] == ["p"]
    assert next(own.alike(("ctrl+f",))) == "ctrl+f" and next(own.alike(("space",))) == "space"
    assert next(own.alike(("enter",))) == "enter" and next(Keys((("open", "o"),)).alike(("enter",))) == "enter"
    assert [own.in_dialogs(key) for key in ("j", "D", "g", "k", "enter", "p")] == ["n", "f5", "x x", "k", "enter", "p"]


async def test_keys_of_ones_own_are_heard_in_dialogs_and_named_there(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    keys = (("down", "n,down"), ("out", "x"), ("end", "e e"), ("next_unread", ""))
    async with at_desk(library, clock, (80, 24), replace(QUIET, keys=keys)) as desk:
        await desk.press("l", "enter", "L")
        dialog = desk.app.screen
        assert isinstance(dialog, LinkList)
        await desk.press("n")
        assert dialog.options.cursor == 1
        await desk.press("j", "G")
        assert dialog.options.cursor == 1
        await desk.press("e", "e")
        assert dialog.options.cursor == dialog.options.count - 1 > 1
        assert "x closes" in desk.lines[-1]
        await desk.press("e", "x")
        assert desk.app.screen is desk.reader, "a key that goes on with no sequence stands for itself"
