"""What the library keeps of the program's own: settings by name, and where a person was when the screen was left."""

import json

from tui.model import Session, StoryFilter
from tui.storage.file import File
from tui.storage.sql import get_setting, put_setting


def setting(file: File, name: str) -> str:
    """A kept setting, "" where there is none."""
    with file.reading() as db:
        return get_setting(db, name)


def keep_setting(file: File, name: str, value: str) -> None:
    """Keeps a setting."""
    with file.writing() as db:
        put_setting(db, name, value)


def session(file: File) -> Session | None:
    """Where a person was when the screen was left, or None."""
    kept = setting(file, "session")
    if not kept:
        return None
    value = json.loads(kept)
    wanted = value["filter"]
    return Session(**value | {"filter": StoryFilter(**wanted | {"ids": tuple(wanted.get("ids", ()))})})


def keep_session(file: File, session: Session) -> None:
    """Keeps where a person is."""
    keep_setting(file, "session", json.dumps(vars(session) | {"filter": vars(session.filter)}))
