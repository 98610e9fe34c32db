"""The verb that changes what is followed: change."""

import argparse
from typing import TYPE_CHECKING

from tui.cli.opening import writing
from tui.errors import AskError
from tui.output import gate

if TYPE_CHECKING:
    from tui.model import Folder, Section
    from tui.storage.file import File


def change(arguments: argparse.Namespace) -> int:
    """`change SECTION`: all that is asked for in one act, which can be taken back."""
    from tui.storage import actions, naming

    with writing() as file:
        if folder := naming.find_folder(file, arguments.section):
            with actions.as_one(file, "change", folder.name):
                _change_folder(file, folder, arguments)
            gate.say(f"changed the folder {folder.name}; `broadsheet undo` takes it back")
            return 0
        found = naming.find_sections(file, arguments.section, alone=True)
        name = arguments.section if len(found) > 1 else found[0].full_name
        with actions.as_one(file, "change", name):
            _show(file, found, arguments)
            _place(file, found, arguments)
    gate.say(f"changed {name}; `broadsheet undo` takes it back")
    return 0


def _change_folder(file: "File", folder: "Folder", arguments: argparse.Namespace) -> None:
    """What is asked of a folder: its name and place are its own, all else goes for the sections in it."""
    from tui.cli import folders
    from tui.storage import sections

    if arguments.out_of:
        raise AskError("to take a folder out of another, use --into ''")
    depth = len(folder.path)
    inside = [each.id for each in sections.sections(file) if folder.path in (path[:depth] for path in each.folders)]
    folders.change(file, folder, name=arguments.name, into=arguments.into, place=arguments.place)
    _ask(file, inside, arguments)


def _show(file: "File", found: "tuple[Section, ...]", arguments: argparse.Namespace) -> None:
    """How they are called, shown and asked."""
    from tui.storage import sections

    ids = [section.id for section in found]
    if arguments.name is not None:
        site = (
            len(found) > 1
            or arguments.section.strip().casefold() == found[0].site.casefold() != found[0].name.casefold()
        )
        if site:
            sections.rename_site(file, found[0].site_id, arguments.name)
        else:
            sections.rename(file, ids[0], arguments.name)
    _ask(file, ids, arguments)


def _ask(file: "File", ids: list[int], arguments: argparse.Namespace) -> None:
    """How sections are shown and asked."""
    from tui.storage import grammar, sections

    if arguments.mute is not None:
        sections.mute(file, ids, muted=arguments.mute)
    if arguments.hide is not None:
        sections.hide(file, ids, hidden=arguments.hide)
    if arguments.every is not None:
        sections.set_interval(file, ids, grammar.minutes(arguments.every))
    if arguments.full_text is not None:
        sections.set_full_text(file, ids, "" if arguments.full_text == "default" else arguments.full_text)


def _place(file: "File", found: "tuple[Section, ...]", arguments: argparse.Namespace) -> None:
    """Where they stand."""
    from tui.storage import folders, sections

    ids = [section.id for section in found]
    if arguments.into:
        folders.put(file, ids, folders.at(file, folders.path_of(arguments.into)))
    if arguments.out_of:
        folder = folders.find(file, arguments.out_of)
        if folder is None:
            raise AskError(f"there is no folder called {arguments.out_of}")
        folders.take_out(file, ids, folder.id)
    if arguments.place is not None:
        site = next(site for site in sections.sites(file) if site.id == found[0].site_id)
        if len(found) == len(site.sections):
            others = [each.id for each in sections.sites(file) if each.id != site.id]
            others.insert(max(arguments.place - 1, 0), site.id)
            sections.order_sites(file, others)
        else:
            rest = [each.id for each in site.sections if each.id not in ids]
            rest[max(arguments.place - 1, 0) : 0] = ids
            sections.order_sections(file, site.id, rest)
