"""The verb `config`: the configuration made, checked, told and changed on the command line."""

import argparse
import os
from pathlib import Path

from tui import config, private, settings
from tui.cli.opening import refuse
from tui.config import Config
from tui.errors import AskError, ConfigError
from tui.output import gate


def run(arguments: argparse.Namespace) -> int:
    """`config`, `config --init`, `--check`, `config get NAME`, `config set NAME VALUE`."""
    file = config.config_file()
    if arguments.init:
        return _init(file)
    if arguments.check:
        return _check(file)
    if arguments.action == "set":
        return _set(file, arguments.name, arguments.value)
    if arguments.value:
        refuse("config get takes the name of one setting")
    return _get(arguments.name)


def _init(file: Path) -> int:
    if os.path.lexists(file):
        raise AskError(f"{file} is there already")
    private.write(file, config.template())
    gate.say(f"{file}: every setting with its default")
    return 0


def _check(file: Path) -> int:
    """Whatever any verb or the screen would refuse."""
    chosen = config.load(file)
    try:
        for part in _OF_THE_SCREEN:
            _judge(chosen, part)
    except ConfigError as error:
        raise ConfigError(f"{file}: {error}") from None
    if advice := config.misplaced(chosen):
        gate.say(advice)
    gate.say(f"{file} has no mistakes" if file.exists() else f"there is no {file}: everything has its default")
    return 0


_OF_THE_SCREEN = ("keys", "commands", "macros", "theme")


def _judge(chosen: Config, part: str) -> None:
    """ConfigError for what the screen would refuse in a part of the configuration: by its own rules, but without
    importing it for the many who have changed nothing of that."""
    if part in _OF_THE_SCREEN and getattr(chosen, part):
        from tui.app import own

        own.judge(chosen, part)


def _get(name: str | None) -> int:
    chosen = config.load()
    if name is None:
        gate.put("\n".join(config.told(chosen)))
        return 0
    path = settings.path_of(name)
    config.setting(path)
    value = config.written(path)
    if value is None:
        value = getattr(chosen, path[-1], "")
    gate.put("…" if path[-1] in config.SECRETS and value else settings.toml(value))
    return 0


def _set(file: Path, name: str | None, words: list[str]) -> int:
    if name is None or not words:
        refuse("config set needs a name and a value")
    config.put(name, " ".join(words), _judge, file)
    return 0
