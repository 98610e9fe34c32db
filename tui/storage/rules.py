"""Rules: saved searches that act on what arrives. What they do stands in the log like any act, and is taken back like
one."""

import sqlite3
from collections.abc import Sequence

from tui.storage import hits, marks, searches, tags
from tui.storage.actions import Act
from tui.storage.sql import at

TOGETHER = 600
"""Seconds within which what a rule does, section by section, is one act, so that a whole refresh is taken back at
once."""


def arrive(db: sqlite3.Connection, ranks: Sequence[int], moment: int) -> None:
    """After stories came: each rule acts on those with these ranks that it finds. A rule sees what those before it
    did."""
    if not ranks:
        return
    for rule in searches.rules(db):
        found = sorted(hits.matching(db, rule.words, at(moment), ranks))
        if not found:
            continue
        with Act(db, moment, "rule", rule.name, together=TOGETHER) as act:
            marks.set_flags(
                db, act, found, moment, read=rule.acts.read, starred=rule.acts.starred, later=rule.acts.later
            )
            for name in rule.acts.tags:
                tags.put_on(db, act, found, name, moment)
