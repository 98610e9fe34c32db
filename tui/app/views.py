"""How each list is shown, remembered: unread stories only, in which order, under headings or not; and which sections
have rows."""

import json
from typing import Any

from tui.model import StoryFilter
from tui.values import Value, replace

SETTING = "views"
"""The name under which the library keeps them."""
ORDERS: dict[str, str] = {
    "date": "Newest first",
    "oldest": "Oldest first",
    "site": "By site",
    "section": "By section",
    "unread": "Unread first",
}
"""The orders of a list, and what each is called."""


class View(Value):
    """How one list is shown."""

    unread: bool = False
    """Only what is unread; what was read stays until the list is left."""
    order: str = "date"
    headed: bool = False
    """Under a heading for each day, site or section, as the order goes."""
    density: str = ""
    """How much of each story it shows, "" as fits the screen."""
    events: bool = False
    """Each event once."""


class Views:
    """The views that differ from what is usual, by list, and how the sections are shown."""

    def __init__(
        self,
        lists: dict[str, View] | None = None,
        *,
        unread_sections: bool = False,
        folded: frozenset[str] = frozenset(),
    ) -> None:
        self.lists = lists or {}
        self.unread_sections = unread_sections
        """Only sections with unread stories have rows."""
        self.folded = folded
        """Folders and sites whose sections have no rows."""

    @classmethod
    def read(cls, kept: str) -> "Views":
        """From what the library kept; what cannot be read is as usual."""
        try:
            given: dict[str, Any] = json.loads(kept or "{}")
            lists = {key: View(**view) for key, view in given.get("lists", {}).items()}
            folded = frozenset(given.get("folded", ()))
            return cls(lists, unread_sections=bool(given.get("unread_sections")), folded=folded)
        except (ValueError, TypeError, AttributeError):
            return cls()

    def written(self) -> str:
        """What the library is to keep."""
        return json.dumps(
            {
                "lists": {key: vars(view) for key, view in self.lists.items()},
                "unread_sections": self.unread_sections,
                "folded": sorted(self.folded),
            }
        )

    def of(self, filter: StoryFilter) -> View:
        """How a list is shown."""
        return self.lists.get(key_of(filter), View())

    def change(self, filter: StoryFilter, **changes: Any) -> View:
        """Show a list otherwise from now on."""
        view = replace(self.of(filter), **changes)
        self.lists.pop(key_of(filter), None)
        if view != View():
            self.lists[key_of(filter)] = view
        return view

    def applied(self, filter: StoryFilter) -> StoryFilter:
        """What a list holds when it is shown so."""
        view = self.of(filter)
        order = view.order if view.order in ORDERS and filter.order == "date" else filter.order
        return replace(filter, unread=filter.unread or view.unread, order=order, events=filter.events or view.events)


def key_of(filter: StoryFilter) -> str:
    """A list, by what is not usual in it."""
    usual = vars(StoryFilter())
    return json.dumps({name: value for name, value in vars(filter).items() if value != usual[name]}, sort_keys=True)
