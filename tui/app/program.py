"""The program itself: its help, its palette, its end."""

from collections.abc import Awaitable, Callable

from tui.app.main_screen import MainScreen

LIST = "list "
"""What stands before the number of a list among what the palette offers; no command has a blank."""


class Program:
    """What concerns the program and not a story."""

    def __init__(self, screen: MainScreen, do: Callable[[str], Awaitable[None]]) -> None:
        self.screen = screen
        self._do = do

    async def help(self) -> None:
        """The keys."""
        from tui.app.dialogs import HelpDialog  # late, like the other dialogs: the first screen does without them

        await self.screen.app.push_screen(HelpDialog(self.screen.keys, self.screen.signs, self.screen.pane))

    async def palette(self) -> None:
        """Every command by name."""
        from tui.app.dialogs import PaletteDialog

        screen = self.screen
        lists = [
            (f"{row.site} {screen.signs.into} {row.name}" if row.site else row.name, f"{LIST}{number}")
            for number, row in enumerate(screen.sections.choices)
        ]
        await screen.app.push_screen(PaletteDialog(screen.keys, screen.signs, lists), self._chosen)

    async def _chosen(self, chosen: str | None) -> None:
        """Do a command, or go to a list."""
        if chosen is None:
            return
        if chosen.startswith(LIST):
            self.screen.sections.go(int(chosen.removeprefix(LIST)))
            self.screen.activate("stories")
        else:
            await self._do(chosen)

    def quit(self) -> None:
        """Quit."""
        self.screen.app.exit()
