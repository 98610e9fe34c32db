"""A person's own commands, done: programs run on a story, and macros."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from functools import partial

from textual.worker import WorkerCancelled, WorkerFailed

from tui.app import own
from tui.app.main_screen import MainScreen
from tui.app.opening import Opening, answer
from tui.app.refreshing import Refreshing
from tui.config import Macro, OwnCommand
from tui.errors import OutputError
from tui.library import telling
from tui.library.previews import preview
from tui.model import Story, Told
from tui.output import commands


class Commanding:
    """What a person's own commands do: programs on stories, and macros."""

    def __init__(
        self,
        screen: MainScreen,
        opening: Opening,
        refreshing: Refreshing,
        do: Callable[[str], Awaitable[None]],
    ) -> None:
        self.screen = screen
        self.opening = opening
        self.refreshing = refreshing
        self._do = do

    def commands(self) -> dict[str, Callable[[], None]]:
        """What each of them does, by its id."""
        settings = self.screen.settings
        programs = {own.id_of(each): partial(self.run, each) for each in settings.commands}
        return {**programs, **{own.id_of(each): partial(self.do_all, each) for each in settings.macros}}

    # Macros

    def do_all(self, macro: Macro) -> None:
        """Do the commands of a macro, each when the one before is done."""
        self.screen.work_newest("macro", self._do_all, macro)

    async def _do_all(self, macro: Macro) -> None:
        said: list[str] = []
        for id in macro.do:
            self.screen.say("")
            before = set(self.screen.workers)
            await self._do(id)
            # What goes to the network in the background is not waited for.
            begun = [each for each in self.screen.workers if each not in before and each.group != "jobs"]
            for worker in begun:
                with contextlib.suppress(WorkerCancelled, WorkerFailed):
                    await worker.wait()
            if self.screen.note:
                said.append(self.screen.note)
        self.screen.say(" · ".join(said))  # what one did is not covered by what the next had to say

    # Programs

    def run(self, command: OwnCommand) -> None:
        """Run a program on the story that is open or highlighted."""
        story = self.screen.subject
        if story is None:
            self.screen.say(f"{command.name} is for a story: highlight one.")
            return
        worker = self.screen.work_newest("command", self._run, command, story)
        self.refreshing.attend("command", worker)

    async def _run(self, command: OwnCommand, story: Story) -> None:
        screen = self.screen
        try:
            with screen.telling(), contextlib.ExitStack() as files:
                whole = bool(command.input) or commands.wants_file(command.run)
                told = await telling.tell(screen.library, story.id) if whole else Told(story, preview(story))
                argv, given = commands.prepared(command, told, files)
                if command.shows == "pane":
                    await self._show(command, story, argv, given)
                elif command.shows == "screen":
                    with screen.app.batch_update(), screen.app.suspend():
                        said = commands.hand_over(argv, given)
                    screen.say(said or f"Back from {argv[0]}.")
                else:
                    commands.start(argv, given, files)
                    screen.say(f"Started: {command.name}")
        finally:
            self.refreshing.forget("command")

    async def _show(self, command: OwnCommand, story: Story, argv: tuple[str, ...], given: str) -> None:
        """Show a program's answer; it is ended where a person stops it, or asks for another meanwhile."""
        screen = self.screen
        screen.say(f"{command.name} is at work. {screen.keys.first('stop')} ends it.")
        running = commands.Running(argv, given)
        try:
            said = await asyncio.to_thread(running.answer)
        finally:
            running.end()
        if not said.strip():
            raise OutputError(f"{command.name} has nothing to say about this story")
        self.opening.show_answer(answer(f"{command.name}: {story.heading}", said))
        screen.say("")
