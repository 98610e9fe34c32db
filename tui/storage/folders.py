"""Folders of sections: a tree, in which a section may stand in several places. Every change can be taken back."""

import sqlite3
from collections.abc import Iterable, Sequence

from tui import text
from tui.errors import AskError
from tui.model import FOLDERS, Folder
from tui.storage import actions
from tui.storage.actions import Act
from tui.storage.bounds import NAME
from tui.storage.file import File
from tui.storage.shared import Several, again
from tui.storage.sql import column, one, seconds_of

DEEPEST = 16
"""How deep folders may be nested: no list of subscriptions needs as many levels, and no path is longer than a line."""


def tree(file: File) -> tuple[Folder, ...]:
    """Every folder, those inside one right after it, with kept counts."""
    with file.reading() as db:
        return _tree(db)


def find(file: File, name: str) -> Folder | None:
    """The folder that a person means by its name or its path ("News / World"); AskError where several are called so. A
    name may have a slash of its own ("TCP/IP")."""
    return _called(name, tree(file))


def _called(name: str, known: Sequence[Folder]) -> Folder | None:
    """Likewise, of folders that are `known`."""
    wanted = _key(name)
    found = [one for one in known if f"/{_key(FOLDERS.join(one.path))}".endswith(f"/{wanted}")]
    whole = [one for one in found if _key(FOLDERS.join(one.path)) == wanted]
    exact = [one for one in whole if FOLDERS.join(one.path).casefold() == name.strip().casefold()]
    best = exact or whole or found
    if len(found) > 1 and len(best) != 1:
        raise AskError(
            f"several folders are called {name.strip()}: {'; '.join(FOLDERS.join(one.path) for one in found)}"
        )
    return next(iter(best), None)


def new(file: File, name: str, parent_id: int = 0) -> int:
    """A folder of a name, made where there is none; its id."""
    with file.writing(durable=True) as db:
        return folder(db, Act(db, seconds_of(file.clock()), "new folder", name), (name,), parent_id)


def make(file: File, said: str) -> tuple[str, ...]:
    """The path of a new folder, as a person writes it. AskError where there is such a one."""
    known = tree(file)
    path = path_of(said, known)
    if not path:
        raise AskError("a folder needs a name")
    if path in [one.path for one in known]:
        raise AskError(f"there is already a folder called {FOLDERS.join(path)}")
    at(file, path)
    return path


def at(file: File, path: Sequence[str]) -> int:
    """The folder of a path, with those around it, each made where there is none; its id, 0 for no path."""
    with file.writing(durable=True) as db:
        return folder(db, Act(db, seconds_of(file.clock()), "new folder", FOLDERS.join(path)), path)


def path_of(said: str, known: Iterable[Folder] = ()) -> tuple[str, ...]:
    """A path as a person writes it: "News / World". A slash may stand in the name of a folder that is `known`."""
    shown = {FOLDERS.join(one.path): one.path for one in known}
    names = {_key(name): path for name, path in shown.items()} | {name.casefold(): shown[name] for name in shown}
    parts = said.split("/")
    for size in range(len(parts), 0, -1):
        begun = "/".join(parts[:size]).strip()
        if path := names.get(begun.casefold()) or names.get(_key(begun)):
            return (*path, *path_of("/".join(parts[size:])))
    return tuple(name for part in parts if (name := text.line(part)))


def meant(said: str, known: Sequence[Folder]) -> tuple[str, ...]:
    """The path of the folder that something is to be put into: of the one of those `known` that a person means by its
    name or its path, else of a new one. AskError where several are called so."""
    found = _called(said, known)
    return found.path if found else path_of(said, known)


def _key(said: str) -> str:
    """A path, however it is written."""
    return "/".join(part.strip() for part in said.casefold().split("/"))


def several(said: str, known: Iterable[Folder]) -> tuple[tuple[str, ...], ...]:
    """Likewise of several folders, with commas between them; a comma may stand in the name of a folder that is
    there."""
    known = tuple(known)
    there = {one.path for one in known}
    found: list[tuple[str, ...]] = []
    parts = said.split(",")
    while parts:
        paths = [meant(",".join(parts[:size]), known) for size in range(1, len(parts) + 1)]
        size = max((size for size, path in enumerate(paths, 1) if path in there), default=1)
        if paths[size - 1]:
            found.append(paths[size - 1])
        del parts[:size]
    return tuple(dict.fromkeys(found))


def rename(file: File, folder_id: int, name: str) -> None:
    """Gives a folder another name. AskError where another beside it has it."""
    name = _clean(name)
    with file.writing(durable=True) as db:
        parent, before = _row(db, folder_id)
        _refuse_twin(db, folder_id, parent, name)
        act = Act(db, seconds_of(file.clock()), "rename", f"{before} to {name}")
        act.change("folders", folder_id, name=name, key=name.casefold())


def move(file: File, folder_id: int, parent_id: int = 0, position: int | None = None) -> None:
    """Puts a folder into another (0: into none), at a position there (None: at the end). AskError where it would stand
    in itself."""
    with file.writing(durable=True) as db:
        _, name = _row(db, folder_id)
        around = _around(db, parent_id)
        if folder_id in around:
            raise AskError(f"the folder {name} cannot stand in itself")
        if len(around) >= DEEPEST:
            raise AskError(f"folders stand {DEEPEST} deep and no deeper")
        _refuse_twin(db, folder_id, parent_id, name)
        act = Act(db, seconds_of(file.clock()), "move", name)
        act.change("folders", folder_id, parent_id=parent_id)
        order = column(
            db, "SELECT id FROM folders WHERE parent_id = ? AND id <> ? ORDER BY position, id", parent_id, folder_id
        )
        order.insert(len(order) if position is None else position, folder_id)
        for place, each in enumerate(order):
            act.change("folders", each, position=place)


def move_to(file: File, folder_id: int, path: Sequence[str]) -> None:
    """Puts a folder into the one of a path, made where there is none: one act. AskError likewise."""
    with actions.as_one(file, "move", next((one.name for one in tree(file) if one.id == folder_id), "")):
        move(file, folder_id, at(file, path))


def remove(file: File, folder_id: int) -> None:
    """Removes a folder. What stood in it, sections and folders, stays; folders move into the one around it."""
    with file.writing(durable=True) as db:
        parent, name = _row(db, folder_id)
        act = Act(db, seconds_of(file.clock()), "remove folder", name)
        for foldered in column(db, "SELECT id FROM foldered WHERE folder_id = ?", folder_id):
            act.delete("foldered", foldered)
        act.delete("folders", folder_id)
        for inner, key in db.execute("SELECT id, key FROM folders WHERE parent_id = ?", (folder_id,)).fetchall():
            twin = one(db, "SELECT 1 FROM folders WHERE parent_id = ? AND key = ?", parent, key)
            given = {"key": f"{key}\x1f{inner}"} if twin else {}  # it keeps its name, even beside another of that name
            act.change("folders", inner, parent_id=parent, **given)


def put(file: File, section_ids: Sequence[int], folder_id: int) -> None:
    """Puts sections into a folder, besides those that they stand in already."""
    with file.writing(durable=True) as db:
        _, name = _row(db, folder_id)
        put_sections(db, Act(db, seconds_of(file.clock()), "put into", name), section_ids, folder_id)


def stand_in(file: File, section_ids: Sequence[int], paths: Sequence[Sequence[str]], what: str = "") -> None:
    """Sections stand in these folders, each made where there is none, and in no others. `what` is what the log calls
    them."""
    with file.writing(durable=True) as db, Act(db, seconds_of(file.clock()), "move", what) as act:
        wanted = [folder(db, act, path) for path in paths]
        for folder_id in wanted:
            put_sections(db, act, section_ids, folder_id)
        for section_id in section_ids:
            sql = "SELECT id, folder_id FROM foldered WHERE section_id = ?"
            for foldered, folder_id in db.execute(sql, (section_id,)).fetchall():
                if folder_id not in wanted:
                    act.delete("foldered", foldered)


def take_out(file: File, section_ids: Sequence[int], folder_id: int) -> None:
    """Takes sections out of a folder; they stay followed."""
    with file.writing(durable=True) as db:
        _, name = _row(db, folder_id)
        act = Act(db, seconds_of(file.clock()), "take out of", name)
        for section_id in section_ids:
            sql = "SELECT id FROM foldered WHERE folder_id = ? AND section_id = ?"
            for foldered in column(db, sql, folder_id, section_id):
                act.delete("foldered", foldered)


def order(file: File, folder_id: int, section_ids: Sequence[int]) -> None:
    """The order of the sections that stand in a folder; those that are not named come after."""
    with file.writing(durable=True) as db:
        _, name = _row(db, folder_id)
        act = Act(db, seconds_of(file.clock()), "reorder", name)
        places = {section_id: place for place, section_id in enumerate(section_ids)}
        sql = "SELECT id, section_id FROM foldered WHERE folder_id = ? ORDER BY position, id"
        for place, (foldered, section_id) in enumerate(db.execute(sql, (folder_id,)).fetchall()):
            act.change("foldered", foldered, position=places.get(section_id, len(places) + place))


# For other rooms, within their transaction


def folder(db: sqlite3.Connection, act: Act, path: Sequence[str], parent_id: int = 0) -> int:
    """The folder of a path, with those around it, each made where there is none; its id, 0 for no path."""
    for name in map(_clean, path[:DEEPEST]):
        known = one(db, "SELECT id FROM folders WHERE parent_id = ? AND key = ?", parent_id, name.casefold())
        last = "SELECT coalesce(max(position), -1) + 1 FROM folders WHERE parent_id = ?"
        parent_id = known or act.insert(
            "folders", parent_id=parent_id, key=name.casefold(), name=name, position=one(db, last, parent_id)
        )
    return parent_id


def put_sections(db: sqlite3.Connection, act: Act, section_ids: Iterable[int], folder_id: int) -> None:
    """Sections stand in a folder, after those that are there."""
    for section_id in section_ids:
        if not one(db, "SELECT 1 FROM foldered WHERE folder_id = ? AND section_id = ?", folder_id, section_id):
            last = one(db, "SELECT coalesce(max(position), -1) + 1 FROM foldered WHERE folder_id = ?", folder_id)
            act.insert("foldered", folder_id=folder_id, section_id=section_id, position=last)


def paths(db: sqlite3.Connection) -> dict[int, tuple[tuple[str, ...], ...]]:
    """The paths of the folders that each section stands in."""
    found: dict[int, list[tuple[str, ...]]] = {}
    for each in _tree(db):
        for section_id in each.section_ids:
            found.setdefault(section_id, []).append(each.path)
    return {section_id: tuple(named) for section_id, named in found.items()}


def _tree(db: sqlite3.Connection) -> tuple[Folder, ...]:
    rows = db.execute("SELECT id, parent_id, name FROM folders ORDER BY position, id").fetchall()
    if not rows:
        return ()
    inside: dict[int, list[tuple[int, str]]] = {}
    for folder_id, parent_id, name in rows:
        inside.setdefault(parent_id, []).append((folder_id, name))
    standing: dict[int, list[tuple[int, int, int]]] = {}
    for folder_id, *section in db.execute(
        "SELECT folder_id, section_id, stories, unread FROM foldered JOIN sections ON sections.id = section_id"
        " WHERE archived = 0 ORDER BY foldered.position, foldered.id"
    ):
        standing.setdefault(folder_id, []).append((section[0], section[1], section[2]))
    found: list[Folder] = []
    several = Several(db)

    def walk(parent_id: int, path: tuple[str, ...]) -> dict[int, tuple[int, int]]:
        counts: dict[int, tuple[int, int]] = {}
        for folder_id, name in inside.get(parent_id, ()):
            place, own = len(found), standing.get(folder_id, [])
            ids = tuple(section_id for section_id, _, _ in own)
            found.append(Folder(folder_id, name, parent_id, (*path, name), ids))
            below = walk(folder_id, (*path, name)) | {section_id: (all_, unread) for section_id, all_, unread in own}
            twice = [(each, again(each.section_ids, below.keys())) for each in several.of(below)]
            stories = sum(every for every, _ in below.values()) - sum(each.stories * times for each, times in twice)
            unread = sum(new for _, new in below.values()) - sum(each.unread * times for each, times in twice)
            found[place] = Folder(folder_id, name, parent_id, (*path, name), ids, stories, unread)
            counts |= below
        return counts

    walk(0, ())
    return tuple(found)


def _row(db: sqlite3.Connection, folder_id: int) -> tuple[int, str]:
    row = db.execute("SELECT parent_id, name FROM folders WHERE id = ?", (folder_id,)).fetchone()
    if row is None:
        raise AskError("there is no such folder")
    return row[0], row[1]


def _around(db: sqlite3.Connection, folder_id: int) -> list[int]:
    """A folder and those around it, from the inside out."""
    found = []
    while folder_id:
        found.append(folder_id)
        folder_id, _ = _row(db, folder_id)
    return found


def _refuse_twin(db: sqlite3.Connection, folder_id: int, parent_id: int, name: str) -> None:
    twin = "SELECT 1 FROM folders WHERE parent_id = ? AND key = ? AND id <> ?"
    if one(db, twin, parent_id, name.casefold(), folder_id):
        raise AskError(f"there is already a folder called {name}")


def _clean(name: str) -> str:
    cleaned = text.line(name)[:NAME]
    if not cleaned:
        raise AskError("a folder has a name")
    return cleaned
