"""Commands of a person's own: programs that are run on stories, and macros, several commands of the screen as one."""

from tui.app import kiosk
from tui.app.keys import BY_ID, Command, Keys, nearest
from tui.config import Config, Macro, OwnCommand
from tui.errors import ConfigError

GROUP = "Your own"


def keys(settings: Config) -> Keys:
    """The keys as a configuration has them. ConfigError where it cannot be so."""
    return Keys(settings.keys, kiosk.commands(settings.kiosk), own=own_commands(settings))


def own_commands(settings: Config) -> tuple[Command, ...]:
    """The commands of a configuration. ConfigError where a macro would do what there is not."""
    if not settings.runs_programs:
        return ()
    made = [
        Command(id_of(each), _keys(each.key), f"{each.name}: {' '.join(each.run)}", GROUP) for each in settings.commands
    ]
    known = {*BY_ID, *(command.id for command in made)}
    for macro in settings.macros:
        for id in macro.do:
            if id not in known:
                raise ConfigError(f"macros.{macro.name}.do: {id} is an unknown command{nearest(id, known)}")
        made.append(Command(id_of(macro), _keys(macro.key), f"{macro.name}: {', '.join(macro.do)}", GROUP))
    return tuple(made)


def id_of(given: OwnCommand | Macro) -> str:
    """The id under which the help shows it."""
    return f"{'macro' if isinstance(given, Macro) else 'command'}.{given.name}"


def _keys(said: str) -> tuple[str, ...]:
    return tuple(filter(None, said.split(",")))
