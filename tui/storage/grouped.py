"""How far grouping by event has come, and how often the groups were changed, so that whoever remembers them knows when
to read them anew."""

import sqlite3

from tui.storage.sql import get_setting, put_setting

_SETTING = "grouped"


def state(db: sqlite3.Connection) -> tuple[int, int]:
    """How often anything about groups was changed, and the last story that was looked at."""
    changes, _, upto = get_setting(db, _SETTING).partition(" ")
    return int(changes or 0), int(upto or 0)


def changed(db: sqlite3.Connection, upto: int | None = None) -> None:
    """What stands together was changed; up to which story all was looked at, where it is grouping that did."""
    changes, known = state(db)
    put_setting(db, _SETTING, f"{changes + 1} {known if upto is None else upto}")
