"""Taking back what was done, and doing it again: the last act first, whoever did it, in this session or another."""

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.model import Action
from tui.storage import actions
from tui.text import counted


class Undoing:
    """The log of acts, as the keys walk it."""

    def __init__(self, screen: MainScreen, contents: Contents) -> None:
        self.screen = screen
        self.contents = contents

    async def undo(self) -> None:
        """Take back the last act."""
        screen = self.screen
        with screen.telling():
            action = await self.take_back()
            key = screen.keys.first("redo")
            screen.say(
                f"Taken back: {told(action)} · {key} does it again" if action else "There is nothing to take back."
            )

    async def take_back(self) -> Action | None:
        """Take back the last act, and show what it changed; None where there is none."""
        action = await self.screen.library.do(actions.undo)
        await self.contents.renew_marks()
        return action

    async def redo(self) -> None:
        """Do again what was taken back last."""
        screen = self.screen
        with screen.telling():
            action = await screen.library.do(actions.redo)
            await self.contents.renew_marks()
            again = screen.keys.with_undo(f"Done again: {told(action)}") if action else "There is nothing to do again."
            screen.say(again)


async def outcome(screen: MainScreen, said: str, before: tuple[Action, ...] | None = None) -> str:
    """What was done, with the way back; where the last act is still the one of `before`, undo would take back something
    else, and is not offered."""
    same = before == await screen.library.ask(actions.history, 1)
    return f"{said}, as before." if same else screen.keys.with_undo(said)


DONE = {
    "read": "marked read",
    "unread": "marked unread",
    "star": "starred",
    "unstar": "no longer starred",
    "later": "put on the list of later",
    "not later": "taken off the list of later",
    "import": "imported",
}
"""Verbs of the log, as what was done to stories."""


def told(action: Action) -> str:
    """An act in words: "2,006 stories marked read", "rename World to News"."""
    if not action.stories:
        return " ".join(part for part in (action.verb, action.what) if part)
    what = f" ({action.what})" if action.what else ""
    return f"{counted(action.stories, 'story', 'stories')} {DONE.get(action.verb, action.verb)}{what}"
