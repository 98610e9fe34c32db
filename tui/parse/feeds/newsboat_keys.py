"""Translates the keys and macros of newsboat's configuration into keys, macros and a person's own commands.

A key has one meaning here: the first that any of newsboat's dialogs gives it. A macro is either a list of operations,
which becomes a macro, or opens the story's address once in another program, which becomes a command."""

import re
from collections.abc import Callable, Iterator

from tui.errors import ParseError
from tui.parse.feeds import newsboat

Argv = Callable[[str], list[str]]
"""What makes the words of a command of a line; ParseError where a shell would be needed."""


_OPERATIONS = {
    "open": "open",
    "up": "up",
    "down": "down",
    "home": "top",
    "end": "end",
    "pageup": "page_back",
    "pagedown": "page_on",
    "halfpageup": "half_back",
    "halfpagedown": "half_on",
    "next": "next_story",
    "prev": "previous_story",
    "next-unread": "next_unread",
    "prev-unread": "previous_unread",
    "toggle-article-read": "toggle_read",
    "mark-feed-read": "mark_all",
    "mark-all-above-as-read": "mark_above",
    "open-in-browser": "browser",
    "open-in-browser-noninteractively": "browser",
    "open-in-browser-and-mark-read": "browser",
    "show-urls": "list_links",
    "enqueue": "queue_episodes",
    "edit-flags": "star",
    "bookmark": "later",
    "save": "save_as",
    "reload": "refresh",
    "reload-all": "refresh_all",
    "open-search": "search",
    "set-filter": "search",
    "sort": "sort",
    "rev-sort": "sort",
    "toggle-show-read-feeds": "unread_only",
    "cmdline": "palette",
    "help": "help",
    "redraw": "redraw",
    "quit": "out",
    "hard-quit": "quit",
}
"""newsboat's operations -> commands of the screen."""

_STAY = {
    "down": ("down",),
    "up": ("up",),
    "open": ("enter",),
    "top": ("home",),
    "end": ("end",),
    "page_on": ("pagedown",),
    "page_back": ("pageup",),
    "next_unread": ("n",),
    "mark_all": ("A",),
    "browser": ("o",),
    "search": ("/",),
    "refresh": ("r",),
    "refresh_all": ("R",),
    "palette": (":",),
    "help": ("?",),
    "out": ("q",),
    "quit": ("Q",),
}
"""Keys that newsboat's fingers know and that are the same here: there too another key does not take them away, unless
it is unbound or bound to something else."""

_KEYS = {
    "UP": "up",
    "DOWN": "down",
    "LEFT": "left",
    "RIGHT": "right",
    "HOME": "home",
    "END": "end",
    "PPAGE": "pageup",
    "PAGEUP": "pageup",
    "NPAGE": "pagedown",
    "PAGEDOWN": "pagedown",
    "ENTER": "enter",
    "SPACE": "space",
    "TAB": "tab",
    "BACKSPACE": "backspace",
    "DELETE": "delete",
    "INSERT": "insert",
    ",": "comma",
    " ": "space",
}
"""newsboat's names of keys -> those of a configuration here, in which a comma stands between keys."""

_PREFIX = "comma"
"""What newsboat's macros begin with."""


class Bound:
    """The keys and macros of the lines read so far."""

    def __init__(self) -> None:
        self._keys: dict[str, list[str]] = {}
        self._unbound: set[str] = set()
        self._macros: dict[str, tuple[str, dict[str, object]]] = {}

    def bind(self, given: list[str]) -> None:
        """Take note of a key. ParseError says why it cannot be bound here."""
        if given[0] == "unbind-key":
            if len(given) < 2:
                raise ParseError("it has no key")
            key = _key(given[1])
            self._unbound.add(key)
            for bound in self._keys.values():
                bound[:] = [each for each in bound if each != key]
            return
        if len(given) < 3:
            raise ParseError("it has no operation")
        key, id = _key(given[1]), _OPERATIONS.get(given[2], "")
        if not id:
            raise ParseError("there is no such command here")
        if taken := next((other for other, bound in self._keys.items() if key in bound and other != id), ""):
            raise ParseError(f"the key is {taken} already")
        self._keys.setdefault(id, []).append(key)

    def add_macro(self, line: str, row: str, argv: Argv) -> None:
        """Take note of a macro. ParseError says why it has no equal here."""
        _, key, *steps = _steps(row)
        if not key or not any(steps):
            raise ParseError("it has no key or does nothing")
        pressed = _key(key[0])
        where = f"{_PREFIX} {pressed}"
        match steps:
            case [["set", "browser", program], ["open-in-browser"]] | [
                ["set", "browser", program],
                ["open-in-browser"],
                ["set", "browser", _],
            ]:
                words = argv(program)
                made: dict[str, object] = {"run": [*words, "{url}"], "key": where}
                table, name = "commands", _named(words[0], pressed)
            case [["pipe-to", program]]:
                words = argv(program)
                made = {"run": words, "input": "text", "shows": "screen", "key": where}
                table, name = "commands", _named(words[0], pressed)
            case _:
                made = {"do": [_operation(step) for step in steps], "key": where}
                table, name = "macros", _named("", pressed)
        self._macros = {each: kept for each, kept in self._macros.items() if kept[1]["key"] != where}
        self._macros[f"{table}.{name}"] = line, made

    def settings(self) -> Iterator[tuple[str, tuple[str, ...], object]]:
        """Each setting of keys, macros and commands as (newsboat's line, the setting's name, its value)."""
        elsewhere = self._unbound.union(*self._keys.values())
        for id, bound in ((id, bound) for id, bound in self._keys.items() if bound):
            stay = [key for key in _STAY.get(id, ()) if key not in elsewhere]
            wanted = ",".join(dict.fromkeys(bound + stay))
            yield f"bind-key {' '.join(bound)}", ("keys", id), wanted
        for place, (line, made) in self._macros.items():
            table, _, name = place.partition(".")
            for setting, value in made.items():
                yield line, (table, name, setting), value


def _steps(row: str) -> list[list[str]]:
    """The steps of a macro's line: the word `macro`, its key, then operations with their arguments. A description
    after two dashes is left out."""
    steps: list[list[str]] = [[]]
    for said in newsboat.tokens(row):
        if said == "--":
            break
        word = said.removesuffix(";")
        if word:
            steps[-1].append(word)
        if word != said:
            steps.append([])
    head, *rest = steps
    return [head[:1], head[1:2], *filter(None, [head[2:], *rest])]


def _operation(step: list[str]) -> str:
    operation, *given = step
    if operation == "set":
        raise ParseError("settings are not changed by a key here")
    if given or operation not in _OPERATIONS:
        raise ParseError(f"there is no such command as {' '.join(step)} here")
    return _OPERATIONS[operation]


def _named(program: str, key: str) -> str:
    """The name of a macro or command: its program and its key, so that no two have the same name."""
    sign = key if re.fullmatch(r"[A-Za-z0-9_+-]+", key) else f"U{ord(key[0]):04X}"
    return "-".join(filter(None, [re.sub(r"[^A-Za-z0-9_-]", "", program.rpartition("/")[2]), sign]))


def _key(said: str) -> str:
    if re.fullmatch(r"\^[A-Za-z]", said):
        return f"ctrl+{said[1].lower()}"
    if re.fullmatch(r"F\d{1,2}", said):
        return said.lower()
    if said in _KEYS:
        return _KEYS[said]
    if len(said) == 1 and said.isprintable():
        return said
    raise ParseError("the key has no name here")
