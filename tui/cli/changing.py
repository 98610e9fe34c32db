"""The verb that changes what is followed: change."""

import argparse
from typing import TYPE_CHECKING

from tui.cli.opening import writing
from tui.errors import AskError
from tui.output import gate

if TYPE_CHECKING:
    from tui.model import Section
    from tui.storage.file import File


def change(arguments: argparse.Namespace) -> int:
    """`change SECTION`: all that is asked for in one act, which can be taken back."""
    from tui.storage import actions, naming

    with writing() as file:
        found = naming.find_sections(file, arguments.section, alone=True)
        name = arguments.section if len(found) > 1 else found[0].full_name
        with actions.as_one(file, "change", name):
            _show(file, found, arguments)
            _place(file, found, arguments)
    gate.say(f"changed {name}; `broadsheet undo` takes it back")
    return 0


def _show(file: "File", found: "tuple[Section, ...]", arguments: argparse.Namespace) -> None:
    """How they are called, shown and asked."""
    from tui.storage import grammar, sections

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
        folder_id = 0
        for name in filter(None, (part.strip() for part in arguments.into.split("/"))):
            folder_id = folders.new(file, name, folder_id)
        folders.put(file, ids, folder_id)
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
