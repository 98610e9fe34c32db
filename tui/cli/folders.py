"""The verb on folders of sections: folder."""

import argparse
from typing import TYPE_CHECKING

from tui.cli import listing
from tui.cli.opening import Acting, reading, refuse
from tui.errors import AskError
from tui.model import FOLDERS
from tui.output import gate, lists, records

if TYPE_CHECKING:
    from tui.model import Folder
    from tui.storage.file import File


def folder(arguments: argparse.Namespace) -> int:
    """`folder`: lists the folders; with a name it makes one, renames it, moves it or takes it away."""
    from tui.storage import actions, folders

    changed = any(each is not None for each in (arguments.rename, arguments.into, arguments.place))
    asked = changed or arguments.remove
    if arguments.name is None and not asked:
        return _list(as_json=arguments.json)
    if arguments.name is None:
        refuse("folder needs the name of the folder that is meant")
    if arguments.remove and changed:
        refuse("a folder is removed or changed, not both")
    with Acting(arguments) as (file, act):
        found = folders.find(file, arguments.name) if asked else None
        if not asked:
            said = f"made the folder {FOLDERS.join(folders.make(file, arguments.name))}"
        elif found is None:
            raise AskError(f"there is no folder called {arguments.name}")
        elif arguments.remove:
            folders.remove(file, found.id)
            said = f"removed the folder {found.name}, what stood in it stays"
        else:
            with actions.as_one(file, "change", found.name):
                change(file, found, name=arguments.rename, into=arguments.into, place=arguments.place)
            said = f"changed the folder {found.name}"
        told = act.told(said, f"the folder {arguments.name} is so already")
    gate.say(told)
    return 0


def change(file: "File", found: "Folder", *, name: str | None, into: str | None, place: int | None) -> None:
    """Another name for a folder, another folder around it ("" for none), another place among those beside it, from
    1."""
    from tui.storage import folders

    if name is not None:
        folders.rename(file, found.id, name)
    if into is not None:
        folders.move_to(file, found.id, folders.meant(into, folders.tree(file)))
    if place is not None:
        parent = next(each.parent_id for each in folders.tree(file) if each.id == found.id)
        folders.move(file, found.id, parent, place - 1)


def _list(*, as_json: bool) -> int:
    from tui.storage import folders

    with reading() as file:
        tree = folders.tree(file)
    none = "there are no folders: `broadsheet folder NAME`, `broadsheet change SECTION --into NAME`"
    return listing.put(tree, records.folder, lists.folders, as_json=as_json, none=none)
