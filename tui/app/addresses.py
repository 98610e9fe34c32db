"""Addresses that leave the reader: to the clipboard, to a browser."""

import asyncio
import os
import sys

from tui import address
from tui.app.main_screen import MainScreen
from tui.errors import AskError
from tui.output import browser
from tui.output.browser import Way
from tui.storage import stories

MOST = 1000
"""How many addresses are copied at once: terminals refuse a clipboard of more than some 100 KB."""
TABS = 20
"""How many stories are opened in a browser at once: nobody means more."""


class Addresses:
    """The address that a key is about, copied or opened."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen

    @property
    def _address(self) -> str:
        """Of the link that has the eye, the story, the section."""
        screen = self.screen
        if screen.pane == "article" and (link := screen.reading.focused_link):
            return link.url
        if screen.pane == "sections":
            return screen.sections.chosen.url
        return screen.subject.url if screen.subject else ""

    async def copy(self) -> None:
        """Copy the address, or those of all that are selected, one on a line."""
        with self.screen.telling():
            if urls := await self._selected(MOST):
                self._copy(*urls)
            elif url := self._address:
                self._copy(url)
            else:
                self.screen.say("There is no address here.")

    async def browser(self) -> None:
        """Open the address in the browser, or those of all that are selected; over SSH they are shown and copied
        instead."""
        with self.screen.telling():
            urls = [address.openable(url) for url in await self._selected(TABS)]
            if urls and self._way(urls[0]).kind == "copy":
                self._copy(*urls)
            elif urls or self._address:
                for url in urls or [self._address]:
                    self.open_outside(url)
            else:
                self.screen.say("There is no address here.")

    async def _selected(self, most: int) -> list[str]:
        """The addresses of what is selected, which then is no more. AskError where they are too many."""
        screen = self.screen
        if screen.pane != "stories" or not (ids := screen.stories.selected):
            return []
        if len(ids) > most:
            raise AskError(f"{len(ids):,} are too many: {most:,} at once")
        found = await screen.library.ask(stories.lines, ids)
        screen.stories.select(on=False)
        return [story.url for story in found if address.openable(story.url)]

    def _copy(self, *urls: str) -> None:
        self.screen.app.copy_to_clipboard("\n".join(urls))
        what = urls[0] if len(urls) == 1 else f"{len(urls):,} addresses"
        self.screen.say(f"Sent to the clipboard: {what}")  # terminals do not say whether they took it

    def _way(self, url: str) -> Way:
        settings = self.screen.settings
        has_windows = sys.platform == "darwin"
        return browser.way(url, settings.browser, settings.open_links, os.environ, has_windows=has_windows)

    def open_outside(self, url: str) -> None:
        """Show an address in a browser, or copy it."""
        screen = self.screen
        if not (openable := address.openable(url)):
            screen.say("A browser cannot open this address.")
            return
        way = self._way(openable)
        if way.kind == "copy":
            self._copy(openable)
        elif way.kind == "window":
            screen.work("browser", self._start, way, openable)
        else:
            with screen.app.batch_update(), screen.app.suspend():
                said = browser.hand_over(way)
            screen.say(said or f"Back from {way.argv[0]}.")

    async def _start(self, way: Way, url: str) -> None:
        self.screen.say(await asyncio.to_thread(browser.start, way, url))
