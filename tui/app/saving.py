"""Stories that leave the screen: as files, a book, to the clipboard, to a program of a person's own; and an address
as a QR code."""

import asyncio
from collections.abc import Sequence

from tui import address, paths
from tui.app.main_screen import MainScreen
from tui.app.marking import Marking
from tui.app.opening import AT_ITS_LAST_PART, Opening
from tui.blocks import Code
from tui.errors import AskError
from tui.library import pictures, telling
from tui.model import Article, Told
from tui.output import commands, forms, saving
from tui.storage import stories
from tui.text import counted

MOST = 200
"""Stories of a list that are saved at once."""


class Saving:
    """What a person takes away."""

    def __init__(self, screen: MainScreen, marking: Marking, opening: Opening) -> None:
        self.screen = screen
        self.marking = marking
        self.opening = opening
        self._last = "markdown ~"

    async def save_as(self) -> None:
        """Save a story, all that are selected, or in the sections the whole list."""
        screen = self.screen
        ids: Sequence[int] = screen.stories.selected if screen.pane == "stories" else ()
        if not ids and screen.subject is not None:
            ids = [screen.subject.id]
        title = screen.sections.chosen.name
        with screen.telling():
            if not ids and screen.pane == "sections":
                ids = await screen.library.ask(stories.order, screen.wanted, MOST)
            if not ids:
                raise AskError("there is no story here to save")
            entry = await screen.entry()
            entry.ask(
                f"{counted(len(ids), 'story', 'stories')} as {', '.join(saving.FORMS)} · then a folder, or clipboard",
                self._last,
                entered=lambda typed: self._entered(tuple(ids), title, typed),
            )

    def _entered(self, ids: tuple[int, ...], title: str, typed: str) -> None:
        form, _, place = typed.strip().partition(" ")
        if form not in saving.FORMS:
            self.screen.say(f"{form or 'Nothing'} is not a format: {', '.join(saving.FORMS)}.")
            return
        self._last = f"{form} {place}".strip()
        self.screen.work_newest("saving", self._save, ids, title, form, place.strip() or ".")

    async def _save(self, ids: tuple[int, ...], title: str, form: str, place: str) -> None:
        screen = self.screen
        with screen.telling():
            told = []
            for number, story_id in enumerate(ids, 1):
                if len(ids) > 1:
                    screen.say(f"Saving {number} of {len(ids)}{screen.signs.ellipsis}")
                told.append(await telling.tell(screen.library, story_id))
            self.marking.end_selection()
            screen.say(await self._put(told, form, place, title if len(ids) > 1 else ""))

    async def _put(self, told: Sequence[Told], form: str, place: str, title: str) -> str:
        """Put stories where they are to go; what came of it, in a sentence."""
        screen = self.screen
        if place == "clipboard":
            if form == "epub":
                raise AskError("a book cannot be copied to the clipboard")
            screen.app.copy_to_clipboard("\n".join(forms.written(each, form) for each in told))
            return f"Sent to the clipboard: {counted(len(told), 'story', 'stories')}"
        if own := next((each for each in screen.settings.commands if each.name == place), None):
            if not screen.settings.runs_programs:
                raise AskError("no programs are run here")
            if form == "epub":
                raise AskError(f"a book cannot be given to {place}")
            commands.start(own.run, "\n".join(forms.written(each, form) for each in told))
            return f"Started: {place}"
        kept: dict[str, bytes] = {}
        if form in saving.ILLUSTRATED and any(pictures.of(each.article) for each in told):
            screen.say(f"Fetching the pictures{screen.signs.ellipsis}")
            kept = await pictures.take_along(screen.library, told)
        folder = await asyncio.to_thread(paths.typed, place)
        files = await asyncio.to_thread(saving.save, told, form, folder, screen.clock(), title, kept)
        return f"Saved: {files[0]}" + (f" and {len(files) - 1} more" if len(files) > 1 else "")

    def qr_code(self) -> None:
        """The address of a story as a QR code, for a telephone."""
        from tui.output import qr

        screen, story = self.screen, self.screen.subject
        url = address.openable(story.url) if story else ""
        with screen.telling():
            if story is None or not url:
                raise AskError("there is no address here")
            inverted = not screen.app.current_theme.dark
            drawn = Code(qr.code(url, inverted=inverted))
            page = Article("", story.heading, (drawn,), standfirst=url, reading_minutes=0)
            self.opening.show_answer(page, AT_ITS_LAST_PART)  # on a low screen the code is what has to be there whole
