"""The linear mode, for screen readers and braille lines: one thing after another, no rules, states in words, with the
terminal's own cursor on the current line."""

from typing import Any

from textual.geometry import Offset
from textual.screen import Screen

from tui.app.article import ArticlePane
from tui.app.rows import Rows

SHOW_CURSOR = "\x1b[?25h"
"""DECTCEM: Textual hides the cursor as it starts."""


def current_line(screen: Screen[Any]) -> Offset | None:
    """Where the cursor belongs: on the row highlighted, on the link that has the eye, or at the top of the story."""
    for rows in screen.query(Rows):
        if rows.display and rows.active:
            return rows.region.offset + Offset(1, rows.current_line)
    for pane in screen.query(ArticlePane):
        if pane.display:
            return pane.region.offset + Offset(0, pane.current_line)
    return None
