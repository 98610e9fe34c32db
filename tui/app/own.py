"""Commands of a person's own: programs that are run on stories, and macros, several commands of the screen as one."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from tui.app import kiosk, themes
from tui.app.keys import BY_ID, Command, Keys, nearest
from tui.config import Config, Macro, OwnCommand
from tui.errors import ConfigError
from tui.storage import settings

if TYPE_CHECKING:
    from tui.library.library import Library

GROUP = "Your own"


def keys(given: Config) -> Keys:
    """The keys as a configuration has them. ConfigError where it cannot be so."""
    return Keys(given.keys, kiosk.commands(given.kiosk), own=own_commands(given))


def judge(given: Config, part: str) -> None:
    """ConfigError for what the screen would refuse in a part of a configuration."""
    if part in ("keys", "commands", "macros"):
        keys(given)
    elif part == "theme":
        themes.find(given.theme)


def own_commands(given: Config) -> tuple[Command, ...]:
    """The commands of a configuration. ConfigError where a macro would do what there is not."""
    if not given.runs_programs:
        return ()
    made = [
        Command(id_of(each), _keys(each.key), f"{each.name}: {' '.join(each.run)}", GROUP) for each in given.commands
    ]
    known = {*BY_ID, *(command.id for command in made)}
    for macro in given.macros:
        for id in macro.do:
            if id not in known:
                raise ConfigError(f"macros.{macro.name}.do: {id} is an unknown command{nearest(id, known)}")
        made.append(Command(id_of(macro), _keys(macro.key), f"{macro.name}: {', '.join(macro.do)}", GROUP))
    return tuple(made)


async def news_of_keys(library: "Library", keys: Keys, keep: Callable[[Coroutine[Any, Any, object]], None]) -> str:
    """What a person's keys took from others, said once for the same keys; or ""."""
    changed = " ".join(keys.changed)
    if not changed or await library.ask(settings.setting, _TOLD) == changed:
        return ""
    keep(library.do(settings.keep_setting, _TOLD, changed))
    return keys.news


_TOLD = "keys told"
"""The name under which the library keeps what was said of a person's keys."""


def id_of(given: OwnCommand | Macro) -> str:
    """The id under which the help shows it."""
    return f"{'macro' if isinstance(given, Macro) else 'command'}.{given.name}"


def _keys(said: str) -> tuple[str, ...]:
    return tuple(filter(None, said.split(",")))
