"""Files from elsewhere, imported on the screen: subscriptions, what other programs saved, all that is in newsboat."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

from tui import paths
from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.opening import Opening, answer
from tui.blocks import Block, Heading, Item, Listing, Paragraph, Span
from tui.model import Imported
from tui.output import lists


class Importing:
    """What a person brings in."""

    def __init__(self, screen: MainScreen, contents: Contents, opening: Opening) -> None:
        self.screen = screen
        self.contents = contents
        self.opening = opening

    async def import_file(self) -> None:
        """Ask which file, or newsboat."""
        entry = await self.screen.entry()
        entry.ask(
            "A file: OPML, urls, what Pocket, Instapaper, Readwise or Wallabag saved; or newsboat",
            entered=lambda typed: self.screen.keep(self._import(typed.strip())),
        )

    async def _import(self, typed: str) -> None:
        screen = self.screen
        if not typed:
            return
        screen.say(f"Importing{screen.signs.ellipsis}")
        with screen.telling():
            found = await self._brought(typed)
            await self.contents.renew()
            if report := tuple(_report(found)):
                self.opening.show_answer(answer("What was brought", report))
            said = lists.imported(found)
            said = f"{said[:1].upper()}{said[1:]}"
            screen.say(said if found.empty else screen.keys.with_undo(said))

    async def _brought(self, typed: str) -> Imported:
        from tui.library import imports, newsboat  # late: few sessions ever import anything

        library = self.screen.library
        path = await asyncio.to_thread(paths.typed, typed)
        if typed == "newsboat" or await asyncio.to_thread(os.path.isdir, path):
            there = await asyncio.to_thread(newsboat.files, None if typed == "newsboat" else path, Path.home())
            return await library.do(newsboat.import_newsboat, there)
        return await library.do(imports.import_file, await asyncio.to_thread(imports.body_of, path), path.name)


def _report(found: Imported) -> Iterator[Block]:
    """Line by line what was left out and why, and what became of settings."""
    parts = (
        ("Left out", found.refused),
        ("Settings of the other program (here from the next start on)", found.told),
    )
    for heading, sentences in parts:
        if sentences:
            yield Heading(2, (Span(heading),))
            yield Listing(tuple(Item((Paragraph((Span(each),)),)) for each in sentences))
