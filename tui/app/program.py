"""The program itself: its help, its palette, its end."""

from collections.abc import Awaitable, Callable

from tui.app.main_screen import MainScreen


class Program:
    """What is about the program and no story."""

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

        await self.screen.app.push_screen(PaletteDialog(self.screen.keys, self.screen.signs), self._chosen)

    async def _chosen(self, id: str | None) -> None:
        if id is not None:
            await self._do(id)

    def quit(self) -> None:
        """Quit."""
        self.screen.app.exit()
