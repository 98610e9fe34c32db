"""Addresses that leave the reader: to the clipboard, to a browser."""

import asyncio
import os
import sys

from tui import address
from tui.app.main_screen import MainScreen
from tui.output import browser
from tui.output.browser import Way
from tui.storage import stories
from tui.text import counted

MOST = 1000
"""How many addresses are copied at once: terminals refuse a clipboard of more than some 100 KB."""


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
        screen = self.screen
        if screen.pane == "stories" and (ids := screen.stories.selected):
            with screen.telling():
                found = await screen.library.ask(stories.lines, ids[:MOST])
                urls = [story.url for story in found if story.url]
                screen.app.copy_to_clipboard("\n".join(urls))
                screen.stories.select(on=False)
                screen.say(f"Sent to the clipboard: {counted(len(urls), 'address', 'addresses')}")
        elif url := self._address:
            self._copy(url)
        else:
            self.screen.say("There is no address here.")

    def browser(self) -> None:
        """Open the address in the browser; over SSH it is shown and copied instead."""
        if url := self._address:
            self.open_outside(url)
        else:
            self.screen.say("There is no address here.")

    def _copy(self, url: str) -> None:
        self.screen.app.copy_to_clipboard(url)
        self.screen.say(f"Sent to the clipboard: {url}")  # terminals do not say whether they took it

    def open_outside(self, url: str) -> None:
        """Show an address in a browser, or copy it."""
        screen = self.screen
        if not (openable := address.openable(url)):
            screen.say("A browser cannot open this address.")
            return
        settings = screen.settings
        way = browser.way(
            openable, settings.browser, settings.open_links, os.environ, has_windows=sys.platform == "darwin"
        )
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
