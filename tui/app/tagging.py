"""What a person writes on stories: tags, notes, and what is to be read later."""

from collections.abc import Sequence

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.marking import Marking
from tui.model import Story
from tui.storage import marks, tags
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
        if not (chosen := self._chosen()):
            return
        on = not all(story.later for story in chosen)
        with screen.telling():
            await screen.library.do(marks.mark, [story.id for story in chosen], later=on)
            self.marking.end_selection()
            await self.contents.renew_marks()
            number = counted(len(chosen), "story", "stories")
            screen.say(f"{number} to be read later." if on else f"{number} no longer on the list of later.")

    async def tag(self) -> None:
        """Ask for the tags of a story, or of all that are selected."""
        screen = self.screen
        if not (chosen := self._chosen()):
            return
        common = [name for name in chosen[0].tags if all(name in story.tags for story in chosen)]
        known = ", ".join(f"#{each.name}" for each in await screen.library.ask(tags.every))
        entry = await screen.entry()
        entry.ask(
            f"Tags, with commas between them{f'; there are {known}' if known else ''}",
            ", ".join(common),
            entered=lambda typed: screen.keep(self._tag(chosen, common, typed)),
        )

    async def _tag(self, chosen: Sequence[Story], before: Sequence[str], typed: str) -> None:
        screen = self.screen
        wanted = [name.strip().lstrip("#") for name in typed.split(",") if name.strip().lstrip("#")]
        ids = [story.id for story in chosen]
        with screen.telling():
            for name in wanted:
                if name not in before:
                    await screen.library.do(tags.tag, ids, name)
            for name in before:
                if name not in wanted:
                    await screen.library.do(tags.untag, ids, name)
            self.marking.end_selection()
            await self.contents.renew_marks()
            screen.say(" ".join(f"#{name}" for name in wanted) or "No tags.")

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
                entered=lambda typed: screen.keep(self._note(story.id, typed)),
            )

    async def _note(self, story_id: int, written: str) -> None:
        with self.screen.telling():
            await self.screen.library.do(tags.keep_note, story_id, written.strip())
            await self.contents.renew_marks()
            self.screen.say("The note is kept." if written.strip() else "No note.")

    def _chosen(self) -> tuple[Story, ...]:
        """The stories that are selected, as far as they are at hand, else the one a key is about."""
        screen = self.screen
        if screen.pane == "stories" and screen.stories.selected:
            known = (screen.stories.known(story_id) for story_id in screen.stories.selected)
            return tuple(story for story in known if story is not None)
        return (screen.subject,) if screen.subject else ()
