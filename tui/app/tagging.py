"""What a person adds to stories: tags, notes, and what is to be read later."""

from collections.abc import Sequence

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.marking import Marking
from tui.storage import downloads, marks, tags
from tui.text import counted


class Tagging:
    """Tags, notes and the reading list."""

    def __init__(self, screen: MainScreen, contents: Contents, marking: Marking) -> None:
        self.screen = screen
        self.contents = contents
        self.marking = marking

    async def later(self) -> None:
        """Put a story or all that are selected on the list of what is read later, or take them off it."""
        screen = self.screen
        if not (ids := self._chosen()):
            return
        with screen.telling():
            number = await screen.library.do(marks.mark, ids, later=True)
            on = bool(number)
            if not on:  # all of them are on it already
                number = await screen.library.do(marks.mark, ids, later=False)
            self.marking.end_selection()
            await self.contents.renew_marks()
            said = f"{counted(number, 'story', 'stories')} {'to be read later' if on else 'no longer on Later'}"
            screen.say(screen.keys.with_undo(said))

    async def save(self) -> None:
        """Ask for addresses whose stories are to be read later."""
        entry = await self.screen.entry()
        entry.ask(
            "Addresses to read later, blanks between several",
            entered=lambda typed: self.screen.kept(self._save(typed.split())),
        )

    async def _save(self, urls: Sequence[str]) -> None:
        if not urls:
            return
        with self.screen.telling():
            queued, refused = await self.screen.library.do(downloads.save, urls)
            await self.contents.renew_marks()
            key = self.screen.keys.first("download")
            said = f"{counted(len(queued), 'story', 'stories')} on Later, {key} there fetches"
            self.screen.say("; ".join([*refused, *([said] if queued else [])]))

    async def tag(self) -> None:
        """Ask for the tags of a story, or of all that are selected."""
        screen = self.screen
        if not (ids := self._chosen()):
            return
        common = await screen.library.ask(tags.common, ids)
        known = ", ".join(f"#{each.name}" for each in await screen.library.ask(tags.every))
        entry = await screen.entry()
        entry.ask(
            f"Tags, with commas between them{f'; there are {known}' if known else ''}",
            ", ".join(common),
            entered=lambda typed: screen.kept(self._tag(ids, common, typed)),
        )

    async def _tag(self, ids: Sequence[int], before: Sequence[str], typed: str) -> None:
        screen = self.screen
        wanted = [name.strip().lstrip("#") for name in typed.split(",") if name.strip().lstrip("#")]
        with screen.telling():
            await screen.library.do(tags.retag, ids, wanted, before)
            self.marking.end_selection()
            await self.contents.renew_marks()
            if wanted != list(before):
                screen.say(screen.keys.with_undo(" ".join(f"#{name}" for name in wanted) or "No tags"))

    async def note(self) -> None:
        """Ask for a note on a story."""
        screen, story = self.screen, self.screen.subject
        if story is None:
            return
        with screen.telling():
            written = await screen.library.ask(tags.note, story.id)
            entry = await screen.entry()
            entry.ask(
                "A note on this story; empty takes it away",
                written,
                entered=lambda typed: screen.kept(self._note(story.id, written, typed.strip())),
            )

    async def _note(self, story_id: int, before: str, written: str) -> None:
        if written != before:
            with self.screen.telling():
                await self.screen.library.do(tags.keep_note, story_id, written)
                await self.contents.renew_marks()
                self.screen.say(self.screen.keys.with_undo("The note is kept" if written else "No note"))

    def _chosen(self) -> tuple[int, ...]:
        """The ids of the stories that are selected, else of the one that a key is about."""
        screen = self.screen
        if screen.pane == "stories" and screen.stories.selected:
            return self.marking.reached(screen.stories.selected)
        return self.marking.reached((screen.subject.id,)) if screen.subject else ()
