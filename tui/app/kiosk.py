"""What can be done on the screen of a kiosk: of every command, those that stay within the reader.

What is not named here cannot be done there, so that a new command is let in by somebody who has thought of it."""

from tui.app.keys import BY_ID
from tui.config import Kiosk

_READING = frozenset(
    "down up left right next_pane previous_pane page_on page_back half_on half_back top end open next_unread"
    " previous_unread next_story previous_story next_link previous_link letters list_links come_back compare back forward density"
    " unread_only sort headings show_picture show_pictures"
    " browser copy search search_all help palette redraw out quit stop".split()
)
"""These change nothing; `browser` shows and copies the address, here as over SSH."""

_KEEPING = frozenset(
    "star toggle_read mark_all mark_above mark_below select later tag note undo redo keep_search follow unfollow rename"
    " move move_down move_up new_folder mute refresh refresh_all download theme wider narrower fetch_again keep_pictures".split()
)
"""These change a library, or fetch something for it."""


def commands(kiosk: Kiosk | None) -> frozenset[str]:
    """The ids of what can be done; of everything where this is no kiosk."""
    if kiosk is None:
        return frozenset(BY_ID)
    return _READING if kiosk.is_shared else _READING | _KEEPING
