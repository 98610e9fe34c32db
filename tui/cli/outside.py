"""Verbs that take stories out of the reader: to a program of a person's own, into files, to a telephone."""

import argparse
import contextlib
from typing import TYPE_CHECKING

from tui import config, paths
from tui.cli import listing
from tui.cli.opening import known, reading, refuse, with_library
from tui.errors import AskError
from tui.output import commands, gate, lists, records
from tui.text import nearest

if TYPE_CHECKING:
    from tui.library.library import Library


def pipe(arguments: argparse.Namespace) -> int:
    """`pipe STORY NAME`: runs a command of the configuration on a story; `pipe` alone lists them."""
    from tui.library import telling

    own = config.load().commands
    if arguments.story is None:
        none = "there are no commands yet: [commands] in the configuration"
        return listing.put(own, records.command, lists.commands, as_json=arguments.json, none=none)
    if arguments.json:
        refuse("--json goes with the list of commands: without a story")
    if arguments.name is None:
        refuse("pipe needs a story, and the name of a command: `broadsheet pipe` lists them")
    command = next((each for each in own if each.name == arguments.name), None)
    if command is None:
        near = nearest(arguments.name, [each.name for each in own])
        raise AskError(f"there is no command {arguments.name}" + (f"; did you mean {near}?" if near else ""))

    async def work(library: "Library") -> int:
        story = await telling.tell(library, arguments.story)
        with contextlib.ExitStack() as files:
            argv, given = commands.prepared(command, story, files)
            if command.shows == "screen":
                if failed := commands.hand_over(argv, given):
                    raise AskError(failed)
            else:
                gate.put(commands.Running(argv, given).answer())
        return 0

    return with_library(work)


def save_as(arguments: argparse.Namespace) -> int:
    """`save-as STORY…`, `save-as --section S`: into a folder, or with `--to -` to standard output."""
    from tui.library import pictures, telling
    from tui.output import forms, saving
    from tui.storage import naming, stories

    if bool(arguments.story) is bool(arguments.section):
        refuse("save-as needs stories, or a section, and not both")
    if arguments.to == "-" and arguments.form == "epub":
        refuse("a book is not text: it needs a folder")

    async def work(library: "Library") -> int:
        wanted = list(arguments.story)
        if arguments.section:
            chosen = await library.ask(naming.find_list, arguments.section, unread=arguments.unread)
            wanted = list(await library.ask(stories.order, chosen, arguments.limit))
        every = [await telling.tell(library, str(story)) for story in wanted]
        if not every:
            gate.say(f"there are no such stories in {arguments.section}")
        elif arguments.to == "-":
            gate.put("\n".join(forms.written(each, arguments.form).rstrip("\n") for each in every))
        else:
            wanted_too = arguments.pictures and arguments.form in saving.ILLUSTRATED
            kept = await pictures.take_along(library, every) if wanted_too else {}
            title = arguments.section or ""
            saved = saving.save(every, arguments.form, paths.typed(arguments.to), library.clock(), title, kept)
            gate.put("\n".join(map(str, saved)))
        return 0

    return with_library(work)


def qr(arguments: argparse.Namespace) -> int:
    """`qr STORY`: its address as a QR code."""
    from tui import address
    from tui.output import qr
    from tui.storage import stories

    with reading() as file:
        story = stories.story(file, arguments.story)
    is_address = story is None and ":" in arguments.story
    url = address.openable(arguments.story if is_address else known(arguments.story, story).url)
    if not url:
        raise AskError(f"{arguments.story} has no address that a telephone could open")
    gate.put(qr.code(url, inverted=arguments.inverted))
    return 0
