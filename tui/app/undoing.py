"""Taking back what was done, and doing it again: the last act first, whoever did it, in this session or another."""

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.model import Action
from tui.output.lists import done
from tui.storage import actions


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
                f"Taken back: {done(action)} · {key} does it again" if action else "There is nothing to take back."
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
            again = screen.keys.with_undo(f"Done again: {done(action)}") if action else "There is nothing to do again."
            screen.say(again)


async def outcome(screen: MainScreen, said: str, before: tuple[Action, ...] | None = None) -> str:
    """What was done, with the way back; where the last act is still the one of `before`, undo would take back something
    else, and is not offered."""
    same = before == await screen.library.ask(actions.history, 1)
    return f"{said}, as before." if same else screen.keys.with_undo(said)
