"""Every key of the program, declared once: the screen's bindings, the line of keys, the help, the palette and a person's own keys read this list."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

from tui.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Verb:
    """Something the screen can do."""

    id: str
    keys: tuple[str, ...]
    tells: str
    """What it does, as the help and the palette say it."""
    group: str = "Moving"
    action: str = ""
    """Where it is not the screen's action of the same name."""

    @property
    def binding(self) -> Binding:
        """Its keys, bound to the screen's action of the same name."""
        return Binding(
            ",".join(NAMES.get(key, key) for key in self.keys),
            self.action or self.id,
            self.tells,
            show=False,
            id=self.id,
        )


NAMES = {",": "comma"}
"""Keys that Textual's list of keys cannot name by their own sign."""

VERBS = (
    Verb("down", ("j", "down"), "Next row; in an article the next line"),
    Verb("up", ("k", "up"), "Previous row; in an article the previous line"),
    Verb("left", ("h", "left"), "The pane on the left"),
    Verb("right", ("l", "right"), "The pane on the right"),
    Verb("next_pane", ("tab",), "Next pane"),
    Verb("previous_pane", ("shift+tab",), "Previous pane"),
    Verb("page_on", ("space", "pagedown"), "A page on; at the end the next unread story"),
    Verb("page_back", ("b", "pageup"), "A page back"),
    Verb("half_on", ("ctrl+d",), "Half a page on"),
    Verb("half_back", ("ctrl+u",), "Half a page back"),
    Verb("top", ("g", "home"), "Go to top"),
    Verb("end", ("G", "end"), "Go to the end"),
    Verb("open", ("enter",), "Open what is highlighted", "Reading"),
    Verb("next_unread", ("n",), "Next unread story", "Reading"),
    Verb("previous_unread", ("N",), "Previous unread story", "Reading"),
    Verb("next_story", ("J",), "Next story of the list", "Reading"),
    Verb("previous_story", ("K",), "Previous story of the list", "Reading"),
    Verb("next_link", ("]",), "Next link or related story", "Reading"),
    Verb("previous_link", ("[",), "Previous link or related story", "Reading"),
    Verb("back", ("backspace", "("), "Back along the trail of stories", "Reading"),
    Verb("forward", (")",), "Forward along the trail", "Reading"),
    Verb("density", ("z",), "Show more of each story of the list, or less", "Reading"),
    Verb("star", ("s",), "Star, or take the star away", "Marking"),
    Verb("toggle_read", ("m",), "Mark read, or unread", "Marking"),
    Verb("mark_all", ("A",), "Mark the whole list read", "Marking"),
    Verb("browser", ("o",), "Open in the browser", "Addresses"),
    Verb("copy", ("y",), "Copy the address", "Addresses"),
    Verb("search", ("/",), "Search everything that is kept", "Finding"),
    Verb("keep_search", ("S",), "Keep the search as a row; let the one kept there go", "Finding"),
    Verb("follow", ("a",), "Follow a site", "Finding"),
    Verb("refresh", ("r",), "Refresh this section", "Gathering"),
    Verb("refresh_all", ("R",), "Refresh everything", "Gathering"),
    Verb("download", ("D",), "Download the unread stories for later; again to stop", "Gathering"),
    Verb("stop", ("ctrl+c",), "Stop what is under way", "Gathering"),
    Verb("help", ("?",), "The keys", "The program"),
    Verb("palette", (":", "ctrl+p"), "Everything that can be done, by name", "The program"),
    Verb("redraw", ("ctrl+l",), "Draw the screen anew", "The program", "app.redraw"),
    Verb("suspend", ("ctrl+z",), "Back to the shell for a while", "The program", "app.suspend_process"),
    Verb("out", ("q",), "One pane out; quit in the first", "The program"),
    Verb("quit", ("Q",), "Quit", "The program"),
)
BY_ID = {verb.id: verb for verb in VERBS}

FOOTER: dict[str, tuple[tuple[str, str], ...]] = {
    "sections": (
        ("down up", "move"),
        ("open", "stories"),
        ("refresh", "refresh"),
        ("follow", "follow"),
        ("help", "help"),
        ("search", "search"),
        ("mark_all", "all read"),
    ),
    "stories": (
        ("down up", "move"),
        ("open", "read"),
        ("page_on", "on"),
        ("star", "star"),
        ("help", "help"),
        ("toggle_read", "read or unread"),
        ("search", "search"),
    ),
    "article": (
        ("page_on", "on"),
        ("next_story previous_story", "next, previous"),
        ("next_link", "links"),
        ("back", "back"),
        ("help", "help"),
        ("star", "star"),
        ("browser", "browser"),
    ),
}
"""Pane -> the verbs (by id) that matter in it, the most important first, and the word for each; the help is shown last."""


class Keys:
    """The keys as a person has them: those of the list above, or those of their configuration."""

    def __init__(self, chosen: Iterable[tuple[str, str]] = ()) -> None:
        self._own = {id: tuple(key.strip() for key in keys.split(",") if key.strip()) for id, keys in chosen}
        for id in self._own:
            if id not in BY_ID:
                raise ConfigError(f"keys.{id} is no verb of the screen; they are {', '.join(BY_ID)}")
        taken: dict[str, str] = {}
        for verb in VERBS:
            for key in self.of(verb.id):
                if key in taken and (verb.id in self._own or taken[key] in self._own):
                    raise ConfigError(f"the key {key} would do two things: {taken[key]} and {verb.id}")
                taken[key] = verb.id

    @property
    def keymap(self) -> dict[str, str]:
        """A person's own keys, as Textual wants them."""
        return {id: ",".join(NAMES.get(key, key) for key in keys) for id, keys in self._own.items()}

    def of(self, id: str) -> tuple[str, ...]:
        """The keys of a verb."""
        return self._own.get(id) or BY_ID[id].keys

    def first(self, id: str) -> str:
        """The key of a verb that is shown where there is room for one."""
        return self.of(id)[0]

    def footer(self, pane: str) -> tuple[tuple[str, str], ...]:
        """(keys, word) for the line of keys of a pane."""
        return tuple((" ".join(self.first(id) for id in ids.split()), word) for ids, word in FOOTER[pane])

    def help(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """(group, ((keys, what they do), …)) for the help."""
        groups = dict.fromkeys(verb.group for verb in VERBS)
        return tuple(
            (group, tuple((" ".join(self.of(verb.id)), verb.tells) for verb in VERBS if verb.group == group))
            for group in groups
        )
