"""Commands of a person's own have keys, and stand in the help and the palette."""

import pytest

from tests.app.paper import QUIET, at_desk
from tests.web import Clock
from tui.app.own import keys, own_commands
from tui.config import Config, Macro, OwnCommand
from tui.errors import ConfigError
from tui.library.library import Library
from tui.values import replace

COUNT = OwnCommand("count", ("wc", "{file}"), "V,g c")
CATCH_UP = Macro("catch up", ("mark_all", "command.count"), "comma c")


def test_they_are_commands_like_the_others() -> None:
    found = keys(Config(commands=(COUNT,), macros=(CATCH_UP,)))
    assert found.match(("V",)) == "command.count" == found.match(("g", "c"))
    assert found.match((",", "c")) == "macro.catch up"
    assert dict(found.help("stories"))["Your own"] == (
        ("V  g c", "count: wc {file}", "command.count"),
        (", c", "catch up: mark_all, command.count", "macro.catch up"),
    )
    assert found.of("sort") == () and ", is macro.catch up by your keys, not sort." in found.changed


def test_without_a_key_they_are_in_the_palette() -> None:
    found = keys(Config(commands=(OwnCommand("count", ("wc",)),)))
    assert "command.count" in found.by_id and found.first("command.count") == ":command.count"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            Config(macros=(Macro("x", ("mark_al",)),)),
            "macros.x.do: mark_al is an unknown command; did you mean mark_all?",
        ),
        (Config(macros=(Macro("x", ("macro.x",)),)), "macros.x.do: macro.x is an unknown command"),
        (Config(commands=(OwnCommand("a", ("x",), "V"), OwnCommand("b", ("x",), "V"))), "would do two things"),
        (Config(commands=(OwnCommand("a", ("x",), "nokey"),)), "nokey is not a key"),
    ],
)
def test_what_cannot_be_is_refused(settings: Config, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        keys(settings)


def test_where_no_program_may_be_run_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Config, "runs_programs", False)
    assert own_commands(Config(commands=(COUNT,), macros=(CATCH_UP,))) == ()


async def test_what_keys_take_is_said_once(library: Library, clock: Clock) -> None:
    mine = replace(QUIET, keys=(("star", "m"),))
    for said in (True, False):
        async with at_desk(library, clock, settings=mine) as desk:
            assert ("m is star by your keys" in desk.lines[-1]) == said
    async with at_desk(library, clock, settings=replace(QUIET, keys=(("star", "A"),))) as desk:
        assert "A is star by your keys" in desk.lines[-1]
