"""The verb that changes what is followed: change."""

import argparse
from typing import TYPE_CHECKING

from tui.cli.opening import Acting, refuse
from tui.errors import AskError
from tui.output import gate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Folder, Section
    from tui.storage.file import File


def change(arguments: argparse.Namespace) -> int:
    """`change SECTION`: all that is asked for in one act, which can be taken back."""
    from tui.storage import actions, naming

    if all(getattr(arguments, name) is None for name in _ASKED):
        refuse("change needs something to change, as --name NAME: `broadsheet help change` says what")
    with Acting() as (file, act):
        if folder := naming.find_folder(file, arguments.section):
            with actions.as_one(file, "change", folder.name):
                _change_folder(file, folder, arguments)
            name = f"the folder {folder.name}"
        else:
            found = naming.find_sections(file, arguments.section, alone=True)
            name = arguments.section if len(found) > 1 else found[0].full_name
            with actions.as_one(file, "change", name):
                _show(file, found, arguments)
                _place(file, found, arguments)
        told = act.told(f"changed {name}", f"{name} is so already")
    gate.say(told)
    return 0


_ASKED = ("name", "into", "out_of", "place", "mute", "hide", "every", "full_text")
"""The arguments that say what is to change."""


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
    from tui.storage import folders

    ids = [section.id for section in found]
    if arguments.into == "":
        folders.stand_in(file, ids, ())
    elif arguments.into is not None:
        folders.put(file, ids, folders.at(file, folders.meant(arguments.into, folders.tree(file))))
    if arguments.out_of:
        folder = folders.find(file, arguments.out_of)
        if folder is None:
            raise AskError(f"there is no folder called {arguments.out_of}")
        folders.take_out(file, ids, folder.id)
    if arguments.place is not None:
        _order(file, found, arguments.place - 1)


def _order(file: "File", found: "tuple[Section, ...]", place: int) -> None:
    """In this place among those beside them: in their folders, in their site, or, where they are all of it, among the
    sites."""
    from tui.storage import folders, sections

    ids = [section.id for section in found]
    if around := [each for each in folders.tree(file) if set(ids) & set(each.section_ids)]:
        for each in around:
            folders.order(file, each.id, _placed(each.section_ids, ids, place))
        return
    every = sections.sites(file)
    beside = [section.id for site in every if site.id == found[0].site_id for section in site.sections]
    if len(found) == len(beside):
        sections.order_sites(file, _placed([site.id for site in every], [found[0].site_id], place))
    else:
        sections.order_sections(file, found[0].site_id, _placed(beside, ids, place))


def _placed(order: "Sequence[int]", moved: list[int], place: int) -> list[int]:
    """An order in which some stand at a place."""
    rest = [each for each in order if each not in moved]
    return [*rest[:place], *moved, *rest[place:]]
