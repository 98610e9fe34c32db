"""The steps that make a library of one version into one of the next: a room for those that belong together."""

import sqlite3
from collections.abc import Callable

from tui.storage.steps.changes import CHANGES
from tui.storage.steps.episodes import EPISODES, POSITION
from tui.storage.steps.events import EVENTS
from tui.storage.steps.first import FIRST, NAMES, SECOND
from tui.storage.steps.lean import LEAN
from tui.storage.steps.own import own
from tui.storage.steps.remote import ACCOUNTS
from tui.storage.steps.shared import SHARED

Step = str | Callable[[sqlite3.Connection], None]
STEPS: tuple[Step, ...] = (FIRST, SECOND, NAMES, own, LEAN, EVENTS, ACCOUNTS, CHANGES, EPISODES, POSITION, SHARED)
"""What makes a library of version n into one of version n + 1, SQL or a function; a step that has shipped is never
changed. `schema.VERSION` is their number."""
