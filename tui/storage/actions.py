"""The log of what a person did with stories: taken back one act at a time, and done again, by any shell and after a restart."""

from datetime import datetime
from typing import Literal

from tui.storage.file import File
from tui.storage.sql import at, get_setting, put_setting, seconds_of
from tui.values import Value

Verb = Literal["read", "unread", "star", "unstar"]

BACK: dict[str, str] = {"read": "unread", "unread": "read", "star": "unstar", "unstar": "star"}
"""What takes a verb back."""

_SETS = {"read": ("read", 1), "unread": ("read", 0), "star": ("starred", 1), "unstar": ("starred", 0)}
_UNDONE = "undone"
"""The setting with the ids of the acts that were taken back, the last one last."""
_MOST = 1000
"""How many of them are remembered."""


class Action(Value):
    """Something a person did to one story or to many at once."""

    id: int
    at: datetime
    verb: Verb
    stories: int
    undone: bool = False


def recent(file: File, limit: int = 20) -> tuple[Action, ...]:
    """The newest acts, newest first."""
    undone = _undone(file)
    with file.reading() as db:
        rows = db.execute(
            "SELECT id, at, verb, (SELECT count(*) FROM acted WHERE action_id = id) FROM actions ORDER BY id DESC LIMIT ?",
            (limit,),
        )
        return tuple(Action(row[0], at(row[1]), row[2], row[3], row[0] in undone) for row in rows)


def undo(file: File) -> Action | None:
    """Takes back the newest act that stands; None where there is none."""
    undone = _undone(file)
    standing = next((action for action in recent(file, len(undone) + 1) if not action.undone), None)
    if standing is not None:
        _set(file, standing, BACK[standing.verb], [*undone, standing.id])
    return standing


def redo(file: File) -> Action | None:
    """Does again what was taken back last; None where nothing was, or something else was done since."""
    undone = _undone(file)
    newest = recent(file, len(undone))
    action = next((action for action in newest if undone and action.id == undone[-1]), None)
    if action is None or any(other.id > action.id and not other.undone for other in newest):
        return None
    _set(file, action, action.verb, undone[:-1])
    return action


def _undone(file: File) -> list[int]:
    """The ids of the acts that were taken back, in that order."""
    with file.reading() as db:
        return [int(part) for part in get_setting(db, _UNDONE).split()]


def _set(file: File, action: Action, verb: str, undone: list[int]) -> None:
    column, value = _SETS[verb]
    with file.writing() as db:
        db.execute(
            f"UPDATE marks SET {column} = ?, changed = ? WHERE id IN (SELECT mark_id FROM acted WHERE action_id = ?)",  # noqa: S608 - one of two words
            (value, seconds_of(file.clock()), action.id),
        )
        db.execute(
            f"UPDATE stories SET {column} = ? WHERE id IN (SELECT story_id FROM names WHERE name IN"  # noqa: S608 - as above
            " (SELECT identity FROM marks WHERE id IN (SELECT mark_id FROM acted WHERE action_id = ?)))",
            (value, action.id),
        )
        put_setting(db, _UNDONE, " ".join(map(str, undone[-_MOST:])))
