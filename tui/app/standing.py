"""What a search is kept for: stories it finds are hidden, highlighted, or acted on as they arrive. Each is tried while
it is typed, listed on a page, and taken back like any act."""

import asyncio

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.searching import Searching
from tui.app.undoing import outcome
from tui.errors import AskError, NewsError
from tui.saved import Acts, Kind, SavedSearch
from tui.storage import actions, grammar, searches
from tui.text import counted, nearest

REST = 0.15
"""Seconds without a key after which what the typed words would reach is counted."""

_WOULD: dict[Kind, str] = {"mute": "would hide", "highlight": "would highlight", "rule": "would touch", "view": "finds"}
_ASKED: dict[Kind, str] = {
    "mute": "Words of stories to hide from every list",
    "highlight": "Words of stories to highlight in every list",
    "rule": "Words of stories that something is to be done with as they arrive",
    "view": "Words of the search",
}


class Standing:
    """Mutes, highlights and rules, and the page of all saved searches."""

    def __init__(self, screen: MainScreen, contents: Contents, searching: Searching) -> None:
        self.screen = screen
        self.contents = contents
        self.searching = searching

    async def mute_words(self) -> None:
        """Hide from every list what some words find."""
        await self._ask("mute")

    async def highlight(self) -> None:
        """Set apart in every list what some words find."""
        await self._ask("highlight")

    async def rule(self) -> None:
        """Say what is to be done with what arrives and some words find."""
        await self._ask("rule")

    async def _ask(self, kind: Kind, words: str = "", *, old: SavedSearch | None = None) -> None:
        """Ask for the words; they are tried as they are typed. `old` is what they are to take the place of."""
        screen = self.screen
        words = words or (screen.sections.chosen.filter.words if screen.searched is not None else "")
        entry = await screen.entry()
        entry.ask(
            _ASKED[kind],
            words,
            typed=lambda typed: screen.begin("trial", self._try, kind, typed),
            entered=lambda typed: self._entered(kind, typed.strip(), old),
        )
        entry.past = self.searching.bring_back
        await self.searching.read_past()

    async def _try(self, kind: Kind, words: str) -> None:
        """Say at the top of the screen how many stories the words would reach, or where they are mistaken."""
        await asyncio.sleep(REST)
        said = ""
        if words.strip():
            try:
                number = await self.screen.library.background(searches.count, words)
                said = f"{_WOULD[kind]} {number:,}"
            except NewsError as error:
                said = str(error)
        self.screen.whisper(said)

    async def _entered(self, kind: Kind, words: str, old: SavedSearch | None) -> None:
        if not words:
            return
        if wrong := grammar.mistake(words):
            await self._ask(kind, words, old=old)
            await self.searching.point_at(wrong)
        elif kind == "rule":
            self.searching.remember(words)
            entry = await self.screen.entry()
            entry.ask(
                "What to do with them: read, star, later, #tag",
                old.acts.told if old else "",
                entered=lambda told: self._keep_rule(words, told, old),
            )
        else:
            self.searching.remember(words)
            reach = kind == "mute" and (old.acts.event if old else self.screen.library.settings.act_together)
            await self._keep(kind, words, Acts(event=reach), old)

    async def _keep_rule(self, words: str, told: str, old: SavedSearch | None) -> None:
        with self.screen.telling():
            await self._keep("rule", words, acts_of(told), old)

    async def _keep(self, kind: Kind, words: str, acts: Acts, old: SavedSearch | None) -> None:
        screen = self.screen
        with screen.telling():
            name = old.name if old and old.name != old.words else words
            before = await screen.library.ask(actions.history, 1)
            if old:
                kept = await screen.library.do(searches.change, old, name, words, acts)
            else:
                kept = await screen.library.do(searches.save, name, words, kind, acts)
            await self._show()
            screen.say(await outcome(screen, _done(kept), before))

    async def _show(self) -> None:
        await self.contents.renew_marks()
        self.contents.show_list(self.contents.base)

    # The page of them

    async def saved(self) -> None:
        """Every saved search, with what it finds or does."""
        from tui.app.saved_page import SavedPage  # late, like the dialogs: the first screen does without it

        with self.screen.telling():
            found = await self.screen.library.background(searches.every)
            await self.screen.app.push_screen(SavedPage(self.screen.signs, self.screen.keys, found), self._chosen)

    async def _chosen(self, chosen: tuple[str, SavedSearch] | None) -> None:
        if chosen is None:
            return
        what, search = chosen
        with self.screen.telling():
            if what == "list":
                self.searching.show(searches.found_by(search))
            elif what == "change":
                await self._ask(search.kind, search.words, old=search)
            else:
                await self.screen.library.do(searches.drop, search.id)
                await self._show()
                self.screen.say(self.screen.keys.with_undo(f"{search.name} is removed"))


def acts_of(told: str) -> Acts:
    """What a rule is to do, as a person types it: "read, star, #ports". AskError for what is nearly one of the acts: it
    would become a tag."""
    words = [word for part in told.split(",") for word in part.split()]
    known = {"read": "read", "star": "starred", "starred": "starred", "later": "later"}
    for word in words:
        if (
            word.lower() not in known
            and not word.startswith("#")
            and (near := nearest(word.lower(), list(known), 0.75))
        ):
            raise AskError(f"{word}: did you mean {near}? The tag of that name is #{word}")
    named = {known[word.lower()]: True for word in words if word.lower() in known}
    tags = tuple(word.lstrip("#") for word in words if word.lower() not in known and word.lstrip("#"))
    return Acts(**named, tags=tags)


def _done(kept: SavedSearch) -> str:
    number = counted(kept.stories, "story", "stories")
    if kept.kind == "mute":
        return f"{number} hidden ({kept.name})"
    if kept.kind == "highlight":
        return f"{number} highlighted ({kept.name})"
    if kept.kind == "rule":
        return f"What arrives and is found by {kept.name}: {kept.acts.told}"
    return f"Saved: {kept.name}"
