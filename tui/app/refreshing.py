"""Refreshing and downloading: jobs that go on behind the screen, each told on the masthead."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from textual.worker import Worker

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.opening import Opening
from tui.app.progress import Progress
from tui.model import StoryFilter
from tui.output import commands
from tui.storage import downloads, stories
from tui.text import counted

FIRST_ASK = 2.0
"""Seconds after the start at which the sections that are due are asked."""
ASK_AGAIN = 60.0
"""Seconds between checks whether any is due."""


class Refreshing:
    """What is asked of the web in the background."""

    def __init__(self, screen: MainScreen, contents: Contents, opening: Opening) -> None:
        self.screen = screen
        self.contents = contents
        self.opening = opening
        self._workers: dict[str, Worker[None]] = {}
        self._unasked = False
        """The refresh under way is not one that a person asked for."""
        self._asked_next: tuple[list[int] | None] | None = None
        """What a person asked for meanwhile: it comes next."""

    def ask_now_and_then(self) -> None:
        """Ask what is due soon after the start, and now and then from then on."""
        if self.screen.settings.auto_refresh and not self.screen.library.for_reading_only:
            self.screen.set_timer(FIRST_ASK, self._ask_due)
            self.screen.set_interval(ASK_AGAIN, self._ask_due)

    def _ask_due(self) -> None:
        if self.screen.sites:
            self.ask(None, due=True, quiet=True)

    def refresh(self) -> None:
        """Ask the section for new stories."""
        chosen = self.screen.sections.chosen
        if chosen.filter.guide:
            self.screen.say("The Guide comes with the program: there is nothing to refresh.")
        else:
            self.ask(list(chosen.sections) or None)

    def refresh_all(self) -> None:
        """Ask every section for new stories."""
        self.ask(None)

    def ask(self, section_ids: list[int] | None, *, due: bool = False, quiet: bool = False) -> None:
        """Ask sections (all where None) for new stories; `quiet` says nothing when it ends."""
        if "refresh" in self.screen.jobs:
            if not quiet and self._unasked:
                self._asked_next = (section_ids,)
            return
        self._unasked = quiet
        if not self.screen.sites:
            self.screen.say(f"Nothing is followed yet: {self.screen.keys.first('follow')} follows a site.")
            return
        updates = self.screen.library.refresh(section_ids, due=due)
        self.start_job("refresh", Progress("refreshing"), updates, quiet=quiet)

    def download(self) -> None:
        """Download for later what a key is about: a story, all that are selected, or in the sections the list's unread
        stories; again to stop. A story missed for want of a network is queued."""
        screen = self.screen
        ids = screen.stories.selected if screen.pane == "stories" else ()
        if not ids and screen.pane != "sections" and screen.subject is not None:
            ids = (screen.subject.id,)
        if self.opening.missed is not None:
            screen.work("queue", self.opening.queue_missed)
        elif "download" in screen.jobs:
            self.end_job("download")
        elif ids:
            screen.work("queue", self._queue, ids)
        else:
            self.start_job("download", Progress("downloading"), screen.library.download(self.contents.meant))

    async def _queue(self, ids: tuple[int, ...]) -> None:
        """Have stories fetched, read or not: they wait in the queue, should it not be possible now."""
        screen = self.screen
        with screen.telling():
            number = await screen.library.do(downloads.queue_stories, ids)
            screen.stories.select(on=False)
            if number:
                screen.say(f"{counted(number, 'story', 'stories')} queued{screen.signs.ellipsis}")
            elif not await screen.library.ask(downloads.queued):
                screen.say("It is kept here already." if len(ids) == 1 else "All of them are kept here already.")
                return
            if "download" not in screen.jobs:
                updates = screen.library.download(StoryFilter(ids=ids))
                self.start_job("download", Progress("downloading"), updates)

    def stop(self) -> None:
        """Stop what is under way."""
        if self._workers:
            for worker in self._workers.values():
                worker.cancel()
            self.screen.say("Stopped. What came is kept.")
        else:
            self.screen.say(f"{self.screen.keys.first('quit')} quits.")

    def attend(self, name: str, worker: Worker[None]) -> None:
        """Have `stop` end another room's work too, until it ends by itself."""
        self._workers[name] = worker

    def forget(self, name: str) -> None:
        """Note that this work has ended."""
        self._workers.pop(name, None)

    def end_job(self, name: str) -> None:
        """Stop one of the jobs."""
        self._workers[name].cancel()
        self.screen.say("Stopped. What came is kept; the next refresh goes on from there.")

    def start_job(self, name: str, progress: Progress, updates: AsyncIterator[Any], *, quiet: bool = False) -> None:
        """Begin a job in the background, told on the masthead; `quiet` says nothing when it ends."""
        self.screen.jobs[name] = progress
        self._workers[name] = self.screen.work("jobs", self._run, name, progress, updates, quiet)
        if not quiet:
            self.screen.tell()

    async def _run(self, name: str, progress: Progress, updates: AsyncIterator[Any], quiet: bool) -> None:
        screen, moment = self.screen, self.screen.clock().replace(microsecond=0)
        try:
            with screen.telling():
                await progress.run(updates, screen.tell)
        finally:
            del screen.jobs[name], self._workers[name]
            if screen.is_running:
                if progress.total:
                    screen.offline = progress.offline
                screen.tell()
        if progress.new and screen.settings.notify and screen.settings.runs_programs:
            with screen.telling():
                newest = await screen.library.ask(stories.since, moment, commands.NAMED)
                await asyncio.to_thread(commands.notify, screen.settings.notify, progress.new, newest)
        if progress.total or not quiet:
            await self.contents.renew()
            if not quiet:
                screen.say(progress.summary())
        if self._asked_next is not None and name == "refresh":
            (section_ids,), self._asked_next = self._asked_next, None
            self.ask(section_ids)
