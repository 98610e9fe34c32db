"""Searching: words typed in place of the line of keys, and searches that are saved as rows."""

from tui.app.chrome import Field
from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.model import StoryFilter
from tui.storage import searches


class Searching:
    """The search that is shown, and those that are saved."""

    def __init__(self, screen: MainScreen, contents: Contents) -> None:
        self.screen = screen
        self.contents = contents
        self._before = StoryFilter()
        """The list that was shown before the search."""
        self._field: Field | None = None

    async def search(self) -> None:
        """Ask for words, in place of the line of keys."""
        if self._field is None:  # one for all searches: Textual holds on to those that were mounted once
            self._field = Field("Words to search for; empty goes back", id="search")
            await self.screen.mount(self._field)
        self._field.value = ""
        self._field.display = True
        self.screen.footline.display = False
        self.screen.set_focus(self._field)

    def leave_field(self) -> None:
        """Back to the line of keys."""
        assert self._field is not None
        self._field.display = False
        self.screen.footline.display = True
        self.screen.set_focus(None)

    def find(self, words: str) -> None:
        """Show what is found; with no words, what was shown before the search."""
        screen = self.screen
        self.leave_field()
        words = words.strip()
        if words:
            if screen.searched is None:
                self._before = screen.sections.chosen.filter
            screen.searched = StoryFilter(words=words)
            screen.sections.show(self.contents.choices(), screen.searched)
            screen.activate("stories")
            self.contents.show_list(screen.searched)
        elif screen.searched is not None:
            screen.searched = None
            screen.sections.show(self.contents.choices(), self._before)
            screen.activate("sections")
            self.contents.show_list(screen.sections.chosen.filter)

    async def keep_search(self) -> None:
        """Save the search that is shown as a row under its words; where a saved one is shown, remove it."""
        screen, key = self.screen, self.screen.keys.first
        shown = screen.sections.chosen.filter
        saved = next((search for search in screen.searches if search.filter == shown), None)
        if not shown.words:
            screen.say(f"There is no search to save: {key('search')} searches.")
            return
        with screen.telling():
            if saved:
                await screen.library.do(searches.drop, saved.id)
                after, said = StoryFilter(), f"The search “{saved.name}” is removed."
            else:
                screen.searched = None
                after = (await screen.library.do(searches.save, shown.words, shown.words)).filter
                said = f"Saved as a row. {key('keep_search')} removes it."
            screen.searches = await screen.library.ask(searches.saved)
            screen.sections.show(self.contents.choices(), after)
            self.contents.show_list(screen.sections.chosen.filter)
            screen.say(said)
