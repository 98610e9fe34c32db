"""Searching, and finding in what is shown: words typed in place of the line of keys, and searches that are saved as
rows."""

import json
from typing import TYPE_CHECKING, Literal

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.prompt import Prompt
from tui.app.sections import holds
from tui.model import StoryFilter
from tui.storage import grammar, searches, settings
from tui.values import replace

if TYPE_CHECKING:
    from tui.storage.forms import Wider

Place = Literal["everything", "section", "list", "story", "sections"]
PLACES: dict[Place, str] = {
    "everything": "everything",
    "section": "this section",
    "list": "this list",
    "story": "this story",
    "sections": "the sections",
}
"""Where words are looked for, and what that is called."""
REMEMBERED = 50
"""Searches that up and down bring back."""


class Searching:
    """What is looked for: in everything, in the list, in the story that is open, among the sections."""

    def __init__(self, screen: MainScreen, contents: Contents) -> None:
        self.screen = screen
        self.contents = contents
        self.finding = False
        """Words are marked in the story that is open, and n and N go through them."""
        self._before = StoryFilter()
        """The list that was shown before the search."""
        self._place: Place = "everything"
        self._chosen = StoryFilter()
        self._began = 0
        """The row at which words to find among the sections are looked for first."""
        self._folded: frozenset[str] = frozenset()
        self._past: list[str] | None = None
        self._back = -1
        self._pointed = False
        """A mistake in what is typed is being said."""
        self.offered: Wider | None = None
        """The search with other forms of its words."""

    # Typing

    async def search(self) -> None:
        """Look for words in what has the keys: among the sections, in the story that is open; in a list, in
        everything."""
        pane = self.screen.pane
        await self._ask("story" if pane == "article" else "sections" if pane == "sections" else "everything")

    async def search_all(self) -> None:
        """Search everything, from anywhere."""
        await self._ask("everything")

    async def _ask(self, place: Place) -> None:
        self._place, self._back = place, -1
        self._chosen, self._began = self.screen.sections.chosen.filter, self.screen.sections.cursor
        self._folded = self.contents.views.folded
        entry = await self.screen.entry()
        entry.ask(self._placeholder(), typed=self._typed, entered=self._entered, left=self._left)
        entry.turned = self._turn
        if place == "everything":
            entry.past = self.bring_back
        elif place == "sections":
            entry.past = lambda line, step: self._go_on(line.value, -step)
        await self.read_past()

    async def read_past(self) -> None:
        """Load the searches that were typed before."""
        self._back = -1
        if self._past is None:
            with self.screen.telling():
                self._past = json.loads(await self.screen.library.ask(settings.setting, "searches typed") or "[]")

    def _placeholder(self) -> str:
        if self._place == "sections":
            return f"Words to find in {PLACES[self._place]} · tab: next · empty ends it"
        if self._place == "story":
            return f"Words to find in {PLACES[self._place]}; empty ends it"
        return f"Words to search {PLACES[self._place]} for; tab changes where; empty goes back"

    def _turn(self, entry: Prompt) -> None:
        """Everything, the section highlighted, or the list as it is shown."""
        if self._place == "sections":
            self._go_on(entry.value, 1)
        places: list[Place] = ["everything", "list"]
        if self.contents.base.section_id or self.contents.base.site_id or self.contents.base.folder_id:
            places.insert(1, "section")
        if self._place in places:
            self._place = places[(places.index(self._place) + 1) % len(places)]
            entry.placeholder = self._placeholder()
            self.screen.whisper(f"in {PLACES[self._place]}")

    def bring_back(self, entry: Prompt, step: int) -> None:
        """A search typed before."""
        if past := self._past or []:
            self._back = max(-1, min(self._back + step, len(past) - 1))
            entry.value = past[self._back] if self._back >= 0 else ""
            entry.cursor_position = len(entry.value)

    def _typed(self, words: str) -> None:
        """Among the sections they are found as they are typed, from the row on at which that began; what had to be
        unfolded for fewer letters is folded again. Elsewhere what was said of a mistake is no longer so."""
        if self._place == "sections":
            self._fold_as(self._folded)
            there = self.screen.sections.find_name(words, self._began) or self._unfold_to(words)
            self.screen.whisper("" if there else "no section is called so")
            if not there:
                self.screen.sections.go(self._began)
        elif self._pointed:
            self._pointed = False
            self.screen.whisper("")

    def _go_on(self, words: str, step: int) -> None:
        """To the next row that holds the words, or the one before."""
        self.screen.sections.find_name(words, self.screen.sections.cursor + step, step)

    def _unfold_to(self, words: str) -> bool:
        """Unfold what the first row stands in that holds these words; False where none does."""
        rows = self.contents.choices(unfolded=True)
        found = next((at for at, row in enumerate(rows) if holds(row, words)), None)
        if found is None:
            return False
        depth, folded = rows[found].depth, self.contents.views.folded
        for row in reversed(rows[:found]):
            if row.depth < depth:
                depth, folded = row.depth, folded - {row.fold}
        self._fold_as(folded)
        return self.screen.sections.find_name(words)

    def _fold_as(self, folded: frozenset[str]) -> None:
        if folded != self.contents.views.folded:
            self.contents.views.folded = folded
            self.screen.sections.show(self.contents.choices())

    def _left(self) -> None:
        if self._place == "sections":
            self._fold_as(self._folded)
            self._choose(self._chosen)

    def _choose(self, filter: StoryFilter) -> None:
        index = self.screen.sections.find(filter)
        if index is not None:
            self.screen.sections.go(index)

    async def _entered(self, words: str) -> None:
        words = words.strip()
        if self._place == "story":
            self._find_in_story(words)
        elif self._place == "sections":
            if words:
                self.contents.keep_views()
            else:
                self._left()
        elif wrong := grammar.mistake(words):
            await self._ask_again(words, wrong)
        elif words:
            self.remember(words)
            self._search_for(words)
        else:
            self.end_search()

    async def _ask_again(self, words: str, wrong: grammar.Mistake) -> None:
        """Ask for words again that are mistaken."""
        await self._ask(self._place)
        entry = await self.screen.entry()
        entry.value = words
        await self.point_at(wrong)

    async def point_at(self, wrong: grammar.Mistake) -> None:
        """Say what is mistaken in what is typed, the cursor behind the word."""
        entry = await self.screen.entry()
        entry.cursor_position = wrong.end
        self._pointed = True
        self.screen.whisper(wrong.sentence)

    # In everything, or in a list

    def _search_for(self, words: str) -> None:
        screen = self.screen
        within = {"list": screen.wanted, "section": self.contents.base}.get(self._place, StoryFilter())
        if within.words and screen.searched is not None:
            words = grammar.both(within.words, words)
        self.show(replace(within, words=words))

    def show(self, found: StoryFilter) -> None:
        """The list of a search, or of what was chosen otherwise, with a row for it until another is searched for."""
        screen = self.screen
        if screen.searched is None:
            self._before = screen.sections.chosen.filter
        screen.searched = found
        screen.sections.show(self.contents.choices(), found)
        screen.activate("stories")
        self.contents.show_list(found)
        self.offered = None
        if found.words:
            screen.begin("forms", self._offer_forms, found)

    async def _offer_forms(self, found: StoryFilter) -> None:
        """Say which other forms of the words find more, beside what was found."""
        from tui.storage import forms  # late: the start does without

        screen = self.screen
        with screen.telling():
            offered = await screen.library.background(forms.wider, found.words)
            if offered and screen.searched == found and not screen.note:
                self.offered = offered
                screen.say(f"{offered.told} · {screen.keys.first('widen')} takes them in")

    def widen(self) -> None:
        """Search for the other forms of the words too that were offered."""
        screen, offered = self.screen, self.offered
        if offered is None or screen.searched is None:
            screen.say("No other forms of these words are known here.")
        else:
            self.show(replace(screen.searched, words=offered.words))

    def end_search(self) -> bool:
        """Show what was shown before the search; False where there was none."""
        screen = self.screen
        was = screen.searched is not None
        if was:
            screen.searched = None
            screen.sections.show(self.contents.choices(), self._before)
            screen.activate("sections")
            self.contents.show_list(screen.sections.chosen.filter)
        return was

    def remember(self, words: str) -> None:
        """Have up and down bring back a search."""
        self._past = [words, *(past for past in self._past or [] if past != words)][:REMEMBERED]
        self.screen.keep(
            self.screen.library.do(settings.keep_setting, "searches typed", json.dumps(self._past, ensure_ascii=False))
        )

    async def keep_search(self) -> None:
        """Save the search that is shown as a row under its words; where a saved one is shown, remove it."""
        screen, key = self.screen, self.screen.keys.first
        shown = screen.sections.chosen.filter
        saved = next((search for search in screen.searches if search.filter == shown), None)
        if not shown.words:
            screen.say(f"There is no search to save: {key('search_all')} searches.")
            return
        with screen.telling():
            if saved:
                await screen.library.do(searches.drop, saved.id)
                after, said = StoryFilter(), screen.keys.with_undo(f"The search “{saved.name}” is removed")
            else:
                screen.searched = None
                after = (await screen.library.do(searches.save, shown.words, shown.words)).filter
                said = f"Saved as a row. {key('keep_search')} removes it."
            screen.searches = await screen.library.ask(searches.saved)
            screen.sections.show(self.contents.choices(), after)
            self.contents.show_list(screen.sections.chosen.filter)
            screen.say(said)

    # In the story that is open

    def _find_in_story(self, words: str) -> None:
        screen = self.screen
        number = screen.reading.find(words)
        self.finding = number > 0
        if not words:
            return
        if not number:
            screen.say(f"“{words}” is not in this story.")
        else:
            self.step(1)

    def step(self, n: int) -> None:
        """The next place with the words that are looked for, or the one before."""
        found = self.screen.reading.next_found(n)
        if found is not None:
            key = self.screen.keys.first
            keys = f"{key('next_unread')} {key('previous_unread')} go through them"
            self.screen.say(f"{found[0]} of {found[1]} in this story · {keys} · escape ends it")

    def end_finding(self) -> bool:
        """No words are looked for in the story any more; False where none were."""
        was, self.finding = self.finding, False
        if was:
            self.screen.reading.find("")
        return was
