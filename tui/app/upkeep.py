"""What looks after the library: copies of it, made and put back; subscriptions in a file, what may be tidied away; what
is wrong, and the log; how the page of a story is read, and reading it again."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui import config, paths, private
from tui.app.contents import Contents
from tui.app.main_screen import MainScreen, sentence
from tui.app.opening import Opening, answer
from tui.blocks import Block, Heading, Item, Listing, Paragraph, Span
from tui.errors import AskError
from tui.library import subscriptions, telling
from tui.model import Tidying
from tui.output import lists
from tui.storage import backups, retention
from tui.text import counted

if TYPE_CHECKING:
    from tui.library.doctor import Check

LINES = 200
"""Lines of the log that are shown."""
UNDONE = "Nothing has been done."
CURES = {"mend": "`mend` mends it", "backup": "`backup` makes one"}
"""What helps against what the doctor finds, as the palette calls it."""


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
            path = await asyncio.to_thread(paths.typed, typed.strip())
            if await asyncio.to_thread(os.path.lexists, path):
                raise AskError(f"{path} is there already: name another file")
            await asyncio.to_thread(private.write, path, said)
            self.screen.say(f"What you follow is in {paths.short(path)}")

    async def tidy(self) -> None:
        """Ask for how long what nobody touched is kept, and show what may go."""
        entry = await self.screen.entry()
        days = str(retention.KEPT_DAYS)
        entry.ask(
            "Tidy away what nobody touched and is older than so many days; empty for nothing",
            days,
            entered=self._tidy_up,
        )

    async def _tidy_up(self, typed: str) -> None:
        """Show what may go, and ask whether it is to."""
        screen, days = self.screen, typed.strip()
        if not days:
            screen.say(UNDONE)
            return
        with screen.telling():
            if not days.isdecimal():
                raise AskError(f"{days} is not a number of days")
            plan = await screen.library.background(retention.plan, int(days[:9]))
            if not plan:
                screen.say(f"There is nothing to tidy away that is older than {counted(int(days), 'day', 'days')}.")
                return
            self._show("What may be tidied away", "\n".join(lists.tidying(part) for part in plan))
            await self._if_sure("Remove all of it? It cannot be taken back", partial(self._tidy, plan))

    async def _tidy(self, plan: Sequence[Tidying]) -> None:
        screen = self.screen
        with screen.telling():
            freed = await screen.library.do(retention.tidy, plan)
            await self.contents.renew_marks()
            screen.say(f"{freed // 1024} KiB freed.")

    async def restore(self) -> None:
        """Show the copies there are, and ask which is to be put in the place of the library."""
        screen = self.screen
        copies = await asyncio.to_thread(backups.copies, screen.library.path)
        newest = copies[-1].name if copies else ""
        said = await asyncio.to_thread(lists.files, copies, of=_name, size=_megabytes)
        self._show(
            "Copies of the library", said.expandtabs() or f"There is none in {backups.folder(screen.library.path)}."
        )
        entry = await screen.entry()
        entry.ask(
            "The copy that is to be the library, or another file; empty for none", newest, entered=self._restore_from
        )

    async def _restore_from(self, typed: str) -> None:
        screen, name = self.screen, typed.strip()
        if not name:
            screen.say(UNDONE)
            return
        beside = backups.folder(screen.library.path) / name
        with screen.telling():
            there = await asyncio.to_thread(os.path.isfile, beside)
            source = beside if there else await asyncio.to_thread(paths.typed, name)
            question = f"Put {source.name} in the place of the library, with all its marks?"
            await self._if_sure(question, partial(self._begin_restoring, source))

    async def _begin_restoring(self, source: Path) -> None:
        self.screen.say(f"Restoring{self.screen.signs.ellipsis}")
        self.screen.work_newest("upkeep", self._restore, source)

    async def _restore(self, source: Path) -> None:
        screen = self.screen
        with screen.telling():
            restored = await asyncio.to_thread(backups.restore, screen.library.path, source)
            await self.contents.renew_marks()
            screen.say(sentence(lists.restored(restored, of=_name)))

    async def _if_sure(self, question: str, then: Callable[[], Awaitable[None]]) -> None:
        """Ask before something that cannot be taken back; it is done where the answer is yes."""
        screen = self.screen

        async def answered(typed: str) -> None:
            if typed.strip().casefold() == "yes":
                await then()
            else:
                screen.say(UNDONE)

        entry = await screen.entry()
        entry.ask(f"{question} yes, or empty for no", entered=answered, left=lambda: screen.say(UNDONE))

    # What is wrong

    async def doctor(self) -> None:
        """What is wrong with library, feeds, files and terminal."""
        await self._look(fix=False)

    async def mend(self) -> None:
        """Ask whether what the doctor can mend is to be mended."""
        await self._if_sure("Mend what the doctor can? This cannot be taken back", partial(self._look, fix=True))

    async def _look(self, *, fix: bool) -> None:
        self.screen.say(f"Looking at library, feeds and files{self.screen.signs.ellipsis}")
        self.screen.work_newest("upkeep", self._examine, fix=fix)

    async def _examine(self, *, fix: bool) -> None:
        from tui.library import doctor  # late: few screens are ever looked at

        screen = self.screen
        with screen.telling():
            found = await asyncio.to_thread(doctor.examine)
            if fix and doctor.mends(found):
                found = await asyncio.to_thread(doctor.examine, fix=True)
                await self.contents.renew_marks()
            self.opening.show_answer(answer("What the doctor says", tuple(_report(found))))
            wrong = len(doctor.wrong(found))
            said = f"{counted(wrong, 'thing is', 'things are')} wrong." if wrong else "Nothing is wrong."
            screen.say(f"{said} `mend` mends what can be." if doctor.mends(found) else said)

    async def log(self) -> None:
        """The newest lines of the log, the last one first."""
        from tui.log import file

        lines = await asyncio.to_thread(file.tail, config.log_file(), LINES)
        self._show("The log", "\n".join(reversed(lines)) or "It is empty.")

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
        self.opening.show_answer(answer(heading, said))


def _name(path: Path) -> str:
    """A copy by its name alone: its folder is known, and the line is short."""
    return path.name


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def _report(found: "Sequence[Check]") -> Iterator[Block]:
    """What the doctor found, what is wrong first: prose, for there is not the width for columns."""
    for state, heading in (("wrong", "Wrong"), ("note", "To note"), ("ok", "In order")):
        checks = [check for check in found if check.state == state]
        if checks:
            yield Heading(2, (Span(heading),))
            said = (Paragraph((Span(check.what, strong=True), Span(f": {check.told(CURES)}"))) for check in checks)
            yield Listing(tuple(Item((each,)) for each in said))
