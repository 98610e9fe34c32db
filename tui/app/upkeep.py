"""What looks after the library: a copy of it, subscriptions in a file, what may be tidied away; how the page of a story
is read, and reading it again."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from tui import paths, private
from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.opening import Opening
from tui.blocks import Code
from tui.errors import AskError
from tui.library import subscriptions, telling
from tui.model import Article, Tidying
from tui.output import lists
from tui.storage import backups, retention


class Upkeep:
    """The library looked after, as the command line does it."""

    def __init__(self, screen: MainScreen, contents: Contents, opening: Opening) -> None:
        self.screen = screen
        self.contents = contents
        self.opening = opening

    def backup(self) -> None:
        """Copy the library while it is in use."""
        self.screen.say(f"Copying the library{self.screen.signs.ellipsis}")
        self.screen.work_newest("upkeep", self._back_up)

    async def _back_up(self) -> None:
        with self.screen.telling():
            made = await self.screen.library.background(backups.back_up)
            self.screen.say(f"Copied: {made.name}, in {paths.short(made.parent)}")

    async def export(self) -> None:
        """Ask for the file that the subscriptions are to go into."""
        entry = await self.screen.entry()
        entry.ask("A file for what you follow, as OPML", "~/subscriptions.opml", entered=self._export)

    async def _export(self, typed: str) -> None:
        if not typed.strip():
            return
        with self.screen.telling():
            said = await self.screen.library.ask(subscriptions.export)
            path = await asyncio.to_thread(Path(typed.strip()).expanduser)
            if await asyncio.to_thread(path.exists):
                raise AskError(f"{path} is there already: name another file")
            await asyncio.to_thread(private.write, path, said)
            self.screen.say(f"What you follow is in {paths.short(path)}")

    async def tidy(self) -> None:
        """Show what nobody touched and may go, and ask whether it is to."""
        screen = self.screen
        with screen.telling():
            plan = await screen.library.background(retention.plan)
            if not plan:
                screen.say("There is nothing to tidy away.")
                return
            self._show("What may be tidied away", "\n".join(lists.tidying(part) for part in plan))
            entry = await screen.entry()
            entry.ask(
                "Remove all of it? This cannot be taken back: yes, or empty for no",
                entered=lambda typed: self._tidy(typed, plan),
            )

    async def _tidy(self, typed: str, plan: Sequence[Tidying]) -> None:
        screen = self.screen
        if typed.strip().casefold() != "yes":
            screen.say("Nothing has been removed.")
            return
        with screen.telling():
            freed = await screen.library.do(retention.tidy, plan)
            await self.contents.renew_marks()
            screen.say(f"{freed // 1024} KiB freed.")

    # The page of a story

    def explain_page(self) -> None:
        """How the page of a story is read, and why."""
        if story := self.screen.subject:
            self.screen.say(f"Reading the page of {story.heading}{self.screen.signs.ellipsis}")
            self.screen.work_newest("article", self._explain, story.id, story.heading)

    async def _explain(self, story_id: int, heading: str) -> None:
        with self.screen.telling():
            said = await telling.explained(self.screen.library, story_id)
            self._show(f"How its page is read: {heading}", said)
            self.screen.say("")

    def reparse(self) -> None:
        """Read the kept page of a story again, with this version's reading."""
        if story := self.screen.subject:
            self.screen.work_newest("article", self._reparse, story.id)

    async def _reparse(self, story_id: int) -> None:
        screen = self.screen
        with screen.telling():
            async for update in screen.library.reparse([story_id]):
                if update.error:
                    raise AskError(update.error)
            self.opening.read(story_id)
            screen.say("Its page is read again.")

    def _show(self, heading: str, said: str) -> None:
        self.opening.show_answer(Article("", heading, (Code(said),), reading_minutes=0))
