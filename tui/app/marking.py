"""Marks: a mark is in the library before it is shown as one. While it waits its cell says so, and a journal keeps
it."""

import asyncio
import contextlib
from collections.abc import Sequence
from datetime import timedelta

from tui import config
from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.errors import StoreError
from tui.library.journal import Journal, Wish
from tui.model import Story
from tui.output import lists
from tui.storage import marks, stories
from tui.text import counted
from tui.values import replace

GRACE = 0.1
"""Seconds after which a mark that is not kept yet is shown to wait: most are kept in a hundredth of that."""
AGAIN = 2.0
"""Seconds after which keeping it is tried again."""


class Marking:
    """What a person marks, kept in the order in which it was marked."""

    def __init__(self, screen: MainScreen, contents: Contents) -> None:
        self.screen = screen
        self.contents = contents
        self.journal = Journal(config.state_folder(), screen.library.path)
        self._wishes: dict[int, list[Wish]] = {}
        self._shown_waiting = False
        self._noted = False
        """What waits stands in the journal."""
        self._leaving = asyncio.Event()

    # What the keys do

    async def star(self) -> None:
        """Star a story or all that are selected; take the star away where all have it."""
        ids = self._selection()
        if reached := self.reached(ids or self._event()):
            rows = ids or reached[:1]
            on = not all((story := self.screen.stories.known(id)) and story.starred for id in rows)
            await self._mark_selected(reached, starred=on)
        elif story := self.screen.subject:
            self.mark(story, starred=not self.as_wished(story).starred)

    async def toggle_read(self) -> None:
        """Mark a story read, or unread; all that are selected, where any is unread."""
        if ids := self._selection():
            on = not all((story := self.screen.stories.known(id)) and story.read for id in ids)
            await self._mark_selected(ids, read=on)
        elif story := self.screen.subject:
            self.mark(story, read=not self.as_wished(story).read)

    def select(self) -> None:
        """Begin a selection, or end it: what is done then is done to all of it."""
        screen = self.screen
        if screen.pane != "stories":
            screen.say("Stories are selected in the list.")
            return
        on = screen.stories.began_at is None
        screen.stories.select(on=on)
        if on:
            screen.say(f"Selecting: move, then a key for all of it; {screen.keys.first('select')} or escape ends it.")

    def end_selection(self) -> bool:
        """Nothing is selected any more; False where nothing was."""
        was = self.screen.stories.began_at is not None
        if was:
            self.screen.stories.select(on=False)
        return was

    def _selection(self) -> tuple[int, ...]:
        return self.screen.stories.selected if self.screen.pane == "stories" else ()

    def _event(self) -> tuple[int, ...]:
        """The row highlighted, where it stands for an event and all of that is meant."""
        story = self.screen.subject
        return (story.id,) if story is not None and len(self.reached((story.id,))) > 1 else ()

    def reached(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Stories of the list; where a person wants that, with all that tell the events which their rows stand for."""
        screen, rows = self.screen, self.screen.stories
        if not (screen.library.settings.act_together and screen.wanted.events and screen.pane == "stories"):
            return tuple(ids)
        known = {id: story for id in ids if (story := rows.known(id)) is not None and not rows.is_open(id)}
        return tuple(dict.fromkeys(each for id in ids for each in (id, *(known[id].others if id in known else ()))))

    async def _mark_selected(
        self, ids: Sequence[int], *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        with self.screen.telling():
            number = await self.mark_many(ids, read=read, starred=starred)
            verb = ("read" if read else "unread") if starred is None else "star" if starred else "unstar"
            self.end_selection()
            said = lists.marked(verb, number, len(ids))
            self.screen.say(self.screen.keys.with_undo(said) if number else f"{said[0].upper()}{said[1:]}.")

    async def mark_above(self) -> None:
        """Mark read what stands above the highlight."""
        await self._mark_part(above=True)

    async def mark_below(self) -> None:
        """Mark read what stands below the highlight."""
        await self._mark_part(above=False)

    async def _mark_part(self, *, above: bool) -> None:
        screen = self.screen
        story = screen.stories.highlighted
        if screen.pane != "stories" or story is None:
            screen.say("Highlight a story in the list.")
            return
        with screen.telling():
            part, opened = ((story.id, 0) if above else (0, story.id)), screen.stories.is_open(story.id)
            number = await screen.library.do(
                marks.mark_all_read, screen.wanted, above=part[0], below=part[1], opened=opened
            )
            await self.contents.renew_marks()
            self._say_read(number, "above" if above else "below")

    async def mark_older(self, days: int = 1) -> None:
        """Mark read what in the list is older than so many days."""
        screen = self.screen
        with screen.telling():
            before = screen.clock() - timedelta(days=days)
            older = f"older than {counted(days, 'day', 'days')}"
            what = f"{screen.sections.chosen.name}, {older}"
            number = await screen.library.do(marks.mark_all_read, self.contents.meant, before=before, what=what)
            await self.contents.renew_marks()
            self._say_read(number, older)

    async def mark_all(self) -> None:
        """Mark the whole list read; where stories are selected, those."""
        screen = self.screen
        if ids := self._selection():
            await self._mark_selected(ids, read=True)
            return
        with screen.telling():
            wanted = self.contents.meant
            number = await screen.library.do(marks.mark_all_read, wanted, what=screen.sections.chosen.name)
            if wanted == screen.wanted:
                screen.stories.put_all_read()
            screen.say(screen.keys.with_undo(f"{number:,} marked read") if number else "Nothing here is unread.")
            self.contents.recount()

    def _say_read(self, number: int, which: str) -> None:
        done = self.screen.keys.with_undo(f"{counted(number, 'story', 'stories')} {which} marked read")
        self.screen.say(done if number else f"Nothing {which} is unread.")

    # Keeping

    def as_wished(self, story: Story) -> Story:
        """A story as it will be once all its marks are kept."""
        for wish in self._wishes.get(story.id, ()):
            story = _marked(story, wish)
        return story

    def mark(self, story: Story, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Mark a story: it looks marked once the mark is kept."""
        if self.screen.library.for_reading_only:
            return
        now = self.as_wished(story)
        wish = Wish(story.id, story.url, story.title, read, starred)
        if _marked(now, wish) == now:
            return
        waiting = self._wishes.setdefault(story.id, [])
        waiting.append(wish)
        if len(waiting) == 1:
            self.screen.keep(self._keep_all_of(story))

    async def _keep_all_of(self, story: Story) -> None:
        """Keep the marks of one story, one after another."""
        waiting = self._wishes[story.id]
        while waiting:
            if not await self._keep(waiting[0]):
                return  # left, and named at the end
            wish = waiting.pop(0)
            story = _marked(self.screen.stories.known(story.id) or story, wish)
            self._show(story)
        del self._wishes[story.id]
        await self._show_waiting()
        if self.screen.is_running:
            self.contents.recount()

    async def _keep(self, wish: Wish) -> bool:
        """Keep a mark, however often it takes; False where the program ends before it is kept."""
        while True:
            change = asyncio.ensure_future(self._write(wish))
            finished, _ = await asyncio.wait({change}, timeout=GRACE)
            if not finished:
                await self._show_waiting(late=True)
            try:
                await change
            except StoreError as error:
                await self._show_waiting(late=True)
                if self._leaving.is_set():
                    return False
                self.screen.say(f"{counted(len(self._wishes), 'mark waits', 'marks wait')} to be kept: {error}")
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._leaving.wait(), AGAIN)
            else:
                return True

    async def _write(self, wish: Wish) -> None:
        """Have a mark on the disk; with reading a story, where a person wants that, reading the others of its event."""
        library = self.screen.library
        if not (wish.read and library.settings.read_together):
            await library.do(marks.mark, [wish.story_id], read=wish.read, starred=wish.starred)
            return
        for story in map(self.screen.stories.known, await library.do(marks.mark_read_together, wish.story_id)):
            if story is not None:
                self.screen.stories.put(replace(story, read=True))

    def _show(self, story: Story) -> None:
        """Show a mark that is kept."""
        if self.screen.is_running:
            self.screen.stories.put(story)
        if self.screen.story is not None and self.screen.story.id == story.id:
            self.screen.story = replace(self.screen.story, read=story.read, starred=story.starred)

    async def _show_waiting(self, *, late: bool = False) -> None:
        """Show which stories have a mark that waits, and have them in the journal."""
        if not late and not self._shown_waiting:
            return
        self._shown_waiting = bool(self._wishes)
        wishes = [wish for waiting in self._wishes.values() for wish in waiting]
        if self.screen.is_running:
            self.screen.stories.wait_for(frozenset(self._wishes))
        try:
            await asyncio.to_thread(self.journal.write, wishes)
            self._noted = True
        except OSError:  # without a journal a mark waits in memory alone, as it did before
            self._noted = False

    async def take_up(self) -> None:
        """Keep what a session that was killed still had to keep."""
        for left in await asyncio.to_thread(self.journal.left_behind):
            with self.screen.telling():
                for wish in left.wishes:
                    if story := await self._meant(wish):
                        await self.screen.library.do(marks.mark, [story.id], read=wish.read, starred=wish.starred)
                await asyncio.to_thread(left.path.unlink, missing_ok=True)

    async def _meant(self, wish: Wish) -> Story | None:
        """The story that a mark was made on. In a library that was restored since it has another number."""
        story = await self.screen.library.ask(stories.story, wish.story_id)
        if story is not None and story.url == wish.url:
            return story
        return await self.screen.library.ask(stories.story, wish.url) if wish.url else None

    def last_try(self) -> None:
        """The program is ending: what waits is tried once more."""
        self._leaving.set()

    def unkept(self) -> str:
        """What could not be kept, in a sentence for the shell; "" where all was."""
        if not self._wishes:
            return ""
        titles = ", ".join(f"“{waiting[0].title}”" for waiting in self._wishes.values())
        number = counted(len(self._wishes), "mark", "marks")
        if not self._noted:
            return f"{number} could not be kept ({titles}), and not be written down for the next start either"
        return f"{number} could not be kept ({titles}); the next start keeps them, from {self.journal.path}"

    # Many at once

    async def mark_many(self, ids: Sequence[int], *, read: bool | None = None, starred: bool | None = None) -> int:
        """Mark many stories; the number that changed. They look marked once all of it is kept."""
        number = await self.screen.library.do(marks.mark, ids, read=read, starred=starred)
        for story_id in ids:
            if story := self.screen.stories.known(story_id):
                self.screen.stories.put(_marked(story, Wish(story_id, read=read, starred=starred)))
        self.contents.recount()
        return number


def _marked(story: Story, wish: Wish) -> Story:
    return replace(
        story,
        read=story.read if wish.read is None else wish.read,
        starred=story.starred if wish.starred is None else wish.starred,
    )
