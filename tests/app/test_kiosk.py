"""What can be done on the screen of a kiosk."""

import pytest

from tui.app import kiosk
from tui.app.keys import BY_ID, COMMANDS, Keys, Match
from tui.config import Kiosk

OWN, SHARED = Kiosk(), Kiosk("/srv/news/library.db")


def test_it_names_commands_that_there_are() -> None:
    assert kiosk.commands(OWN) <= set(BY_ID)
    assert kiosk.commands(None) == set(BY_ID)


def test_one_that_leaves_is_not_among_them() -> None:
    assert "suspend" not in kiosk.commands(OWN)
    assert {command.id for command in COMMANDS if command.action} & kiosk.commands(OWN) == {"redraw"}


def test_a_library_for_all_is_not_marked() -> None:
    assert kiosk.commands(SHARED) < kiosk.commands(OWN)
    assert not {"star", "follow", "refresh", "note", "undo"} & kiosk.commands(SHARED)


@pytest.mark.parametrize("chosen", [{}, {"suspend": "x"}, {"preset": "vim", "suspend": "g z"}])
def test_what_is_shut_has_no_key_and_no_row(chosen: dict[str, str]) -> None:
    keys = Keys(chosen.items(), kiosk.commands(OWN))
    assert keys.match(("ctrl+z",)) is Match.NOTHING
    assert keys.match(("x",)) is Match.NOTHING
    shown = [id for pane in ("", "sections", "stories", "article") for _, rows in keys.help(pane) for _, _, id in rows]
    assert "suspend" not in shown
    assert set(shown) == kiosk.commands(OWN)
