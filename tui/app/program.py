"""The program itself: its help, its palette, its end."""

import asyncio
from collections.abc import Awaitable, Callable

from tui import config, paths, settings
from tui.app import own
from tui.app.main_screen import MainScreen
from tui.app.opening import Opening, answer
from tui.errors import AskError
from tui.output import lists

LIST = "list "
"""What stands before the number of a list among what the palette offers; no command has a blank."""


class Program:
    """What concerns the program and not a story."""

    def __init__(self, screen: MainScreen, opening: Opening, do: Callable[[str], Awaitable[None]]) -> None:
        self.screen = screen
        self.opening = opening
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

    async def settings(self) -> None:
        """Show the settings, and ask for one that is to be another."""
        screen = self.screen
        with screen.telling():
            chosen = await asyncio.to_thread(config.load)
            heading = f"Settings, in {paths.short(config.config_file())}"
            self.opening.show_answer(answer(heading, "\n".join(config.told(chosen))))
            entry = await screen.entry()
            entry.ask("A setting and its value, as in measure 66; empty for none", entered=self._set)

    async def _set(self, typed: str) -> None:
        name, _, said = typed.strip().partition(" ")
        if not name:
            return
        with self.screen.telling():
            if not said.strip():
                raise AskError("a value is missing, as in measure 66")
            value = await asyncio.to_thread(config.put, name, said.lstrip("= "), own.judge)
            self.screen.say(f"{name} is {settings.toml(value)}, from the next start on.")

    async def about(self) -> None:
        """Where everything is, and what a report of a fault should include."""
        from tui.library import about  # late: few sessions ever ask

        screen = self.screen
        with screen.telling():
            places = await asyncio.to_thread(about.places)
            said = lists.facts((*places, *await screen.library.background(about.environment)))
            self.opening.show_answer(answer("Where everything is, and what a report should say", said.expandtabs(18)))

    def quit(self) -> None:
        """Quit."""
        self.screen.app.exit()
