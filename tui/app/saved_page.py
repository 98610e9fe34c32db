"""The page of saved searches: views, mutes, highlights and rules, each with what it finds or does."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.app.chrome import Glyphs
from tui.app.dialogs import ListDialog, Option
from tui.app.keys import Keys
from tui.app.rows import Rows
from tui.saved import Kind, SavedSearch
from tui.text import counted

_KINDS: dict[Kind, str] = {"view": "row", "mute": "hides", "highlight": "highlights", "rule": "rule"}


class SavedPage(ListDialog[tuple[str, SavedSearch]]):
    """Saved searches, of which one is listed, changed or removed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose('list')", show=False),
        Binding("c", "choose('change')", show=False),
        Binding("X,delete", "choose('remove')", show=False),
    ]

    def __init__(self, glyphs: Glyphs, keys: Keys, found: Sequence[SavedSearch]) -> None:
        super().__init__(glyphs)
        self.found = found
        save, hide, highlight, act = map(keys.first, ("keep_search", "mute_words", "highlight", "rule"))
        self.options.empty = (
            f"Nothing is saved yet: {save} saves a search as a row, {hide} hides, {highlight} highlights,"
            f" {act} acts on what comes."
        )

    def on_mount(self) -> None:
        """Show them."""
        self.head.say([("Saved searches", "strong")])
        self.options.show([Option(_named(search), told(search)) for search in self.found])
        self.say_keys(("enter", "lists"), ("c", "changes"), ("X", "removes"), ("q", "closes"))

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        if event.again:
            self.action_choose("list")

    def action_choose(self, what: str) -> None:
        """Do something with the one highlighted."""
        if self.found:
            self.dismiss((what, self.found[self.options.cursor]))


def _named(search: SavedSearch) -> str:
    return search.name if search.name == search.words else f"{search.name}: {search.words}"


def told(search: SavedSearch) -> str:
    """What a saved search is, in small print: "hides 37 stories", "rule: read, #ports"."""
    if search.kind == "rule":
        return f"{_KINDS['rule']}: {search.acts.told}"
    if search.kind == "view":
        return f"{_KINDS['view']}, {search.unread:,} unread"
    reach = f", {search.acts.told}" if search.acts.event else ""
    return f"{_KINDS[search.kind]} {counted(search.stories, 'story', 'stories')}{reach}"
