"""What follows when stories come into the library: views and highlights find them, mutes hide them, rules act on
them, and what a site tells twice has one line."""

import sqlite3

from tui.storage import folding, matches, rules, visibility
from tui.storage.arrivals import Taken
from tui.storage.sql import one


def settle(db: sqlite3.Connection, taken: Taken, moment: int) -> int:
    """After stories came; how many of the new ones no mute hides."""
    folding.arrive(db, taken.new, taken.revised)
    if not one(db, "SELECT EXISTS (SELECT 1 FROM searches)"):
        return len(taken.new)
    matches.arrive(db, [*taken.new, *taken.revised], moment)
    rules.arrive(db, taken.new, moment)
    return len(taken.new) - visibility.muted_among(db, taken.new)
