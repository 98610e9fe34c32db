"""Verbs that take stories out of the reader: to a program of a person's own."""

import argparse
import contextlib
from typing import TYPE_CHECKING

from tui import config
from tui.cli.opening import with_library
from tui.errors import AskError
from tui.output import commands, gate
from tui.settings import nearest

if TYPE_CHECKING:
    from tui.library import Library


def pipe(arguments: argparse.Namespace) -> int:
    """`pipe STORY NAME`: runs a command of the configuration on a story; `pipe` alone lists them."""
    from tui.library import telling

    own = config.load().commands
    if arguments.story is None:
        gate.put("\n".join(f"{each.name}\t{' '.join(each.run)}" for each in own))
        if not own:
            gate.say("there are no commands yet: [commands] in the configuration")
        return 0
    command = next((each for each in own if each.name == arguments.name), None)
    if command is None:
        near = nearest(arguments.name or "", [each.name for each in own])
        raise AskError(f"there is no command {arguments.name or 'given'}" + (f"; did you mean {near}?" if near else ""))

    async def work(library: "Library") -> int:
        told = await telling.tell(library, arguments.story)
        with contextlib.ExitStack() as files:
            argv, given = commands.prepared(command, told, files)
            if command.shows == "screen":
                if failed := commands.hand_over(argv, given):
                    raise AskError(failed)
            else:
                gate.put(commands.Running(argv, given).answer())
        return 0

    return with_library(work)
