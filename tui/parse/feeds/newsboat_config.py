"""newsboat's configuration -> what of it has an equal here, setting by setting. Nothing in it is ever run: what a shell
would have to read is named and left.

The form is newsboat's own ("Configuration commands" in its manual): a command and its arguments on a line, quoted where
they hold blanks, comments after #.
"""

import re
from collections.abc import Callable

from tui import text
from tui.errors import ParseError
from tui.parse.feeds import newsboat
from tui.values import Value

LINES = 5_000
"""Lines of a configuration at most."""


class Equal(Value):
    """A line of newsboat's, and the setting here that is its equal."""

    line: str
    path: tuple[str, ...]
    """The setting's name, table by table."""
    value: object


class Filter(Value):
    """A line of newsboat's that names stories by an expression (`newsboat.words`)."""

    line: str
    expression: str
    feed: str = ""
    """The address of the one feed that it is for, "" for all."""
    highlight: bool = False
    """Its words are highlighted; else what it finds is in no list."""


class NewsboatConfig(Value):
    """A configuration, read: the lines that have an equal here, and a sentence for each of those that have none."""

    equals: tuple[Equal, ...] = ()
    filters: tuple[Filter, ...] = ()
    unlike: tuple[str, ...] = ()


def read(source: str) -> NewsboatConfig:
    """What a configuration says, the last line of a setting as in newsboat."""
    equals: dict[tuple[str, ...], Equal] = {}
    keys: dict[str, list[str]] = {}
    filters: list[Filter] = []
    unlike: dict[str, None] = {}
    for row in source.splitlines()[:LINES]:
        given = [text.line(token) for token in newsboat.tokens(row.strip())]
        if not given:
            continue
        line = text.shorten(" ".join(given), 80)
        try:
            if given[0] in ("bind-key", "unbind-key"):
                _bind(keys, given)
            elif given[0] in ("ignore-article", "highlight-article"):
                filters.append(_filter(line, given))
            else:
                found = _equal(line, given)
                equals[found.path] = found
        except ParseError as error:
            unlike[f"{line}: {error}"] = None
    for id, bound in ((id, bound) for id, bound in keys.items() if bound):
        wanted = ",".join(dict.fromkeys(bound + list(_STAY.get(id, ()))))
        equals["keys", id] = Equal(f"bind-key {' '.join(bound)}", ("keys", id), wanted)
    return NewsboatConfig(tuple(equals.values()), tuple(filters), tuple(unlike))


def _equal(line: str, given: list[str]) -> Equal:
    """The equal of a line. ParseError says why it has none."""
    name, *arguments = given
    if name not in _EQUALS:
        raise ParseError(_WHY.get(name, "there is nothing like it here"))
    path, make = _EQUALS[name]
    if not arguments:
        raise ParseError("it has no value")
    return Equal(line, path, make(arguments[0]))


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(said: str) -> int:
        if not re.fullmatch(r"\d{1,6}", said):
            raise ParseError("its value is no number")
        return min(max(int(said), least), most)

    return read


def _yes(said: str) -> bool:
    return said in ("yes", "true")


def _argv(said: str) -> list[str]:
    """The words of a command, without the placeholder of an address at its end. ParseError where a shell would be
    needed."""
    if re.search(r"[`$|&;<>*?~]", said):
        raise ParseError("a shell would have to read it, and nothing here starts one")
    words = said.split()
    if words and words[-1].strip("'\"") in ("%u", "%f"):
        words.pop()
    if not words or any("%" in word or "'" in word or '"' in word for word in words):
        raise ParseError("the address has to stand at its end")
    return words


_EQUALS: dict[str, tuple[tuple[str, ...], Callable[[str], object]]] = {
    "text-width": (("measure",), _number(30, 120)),
    "reload-time": (("interval_minutes",), _number(5, 7 * 24 * 60)),
    "auto-reload": (("auto_refresh",), _yes),
    "browser": (("browser",), _argv),
    "proxy": (("proxy",), lambda said: said if "://" in said else f"http://{said}"),
    "user-agent": (("user_agent",), str),
    "notify-program": (("notify",), lambda said: [*_argv(said), "{count} new: {titles}"]),
}
"""newsboat's name -> the setting here and how its value is written."""

_ELSEWHERE = "a person chooses it on the screen here, list by list"
_WHY = {
    "include": "other files are not read",
    "macro": "several commands under one key are [macros] here, by the ids that ? shows",
    "pipe-to": "programs on stories are [commands] here",
    "player": "programs on stories are [commands] here",
    "bookmark-cmd": "programs on stories are [commands] here",
    "show-read-feeds": f"{_ELSEWHERE} (U)",
    "show-read-articles": f"{_ELSEWHERE} (U)",
    "article-sort-order": f"{_ELSEWHERE} (,)",
    "feed-sort-order": f"{_ELSEWHERE} (shift+up, shift+down)",
    "color": "colours here are a theme's",
    "highlight": "colours here are a theme's",
    "proxy-auth": "names and passwords are kept by `broadsheet login`",
    "urls-source": "other programs are not asked: export their subscriptions as OPML, and import that",
}
"""Why a setting has no equal, where that is worth more than that it has none."""


# Keys

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
    "edit-flags": "star",
    "bookmark": "later",
    "save": "save_as",
    "reload": "refresh",
    "reload-all": "refresh_all",
    "open-search": "search",
    "set-filter": "search",
    "sort": "sort",
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
}
"""Keys that everybody's fingers know: in newsboat too a binding does not take them away."""

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


def _bind(keys: dict[str, list[str]], given: list[str]) -> None:
    """Takes note of a key; a key has one meaning here, the first one in any of newsboat's dialogs. ParseError says why
    it cannot be so."""
    if given[0] == "unbind-key":
        if len(given) < 2:
            raise ParseError("it has no key")
        key = _key(given[1])
        for bound in keys.values():
            bound[:] = [each for each in bound if each != key]
        return
    if len(given) < 3:
        raise ParseError("it has no operation")
    key, id = _key(given[1]), _OPERATIONS.get(given[2], "")
    if not id:
        raise ParseError("there is no such command here")
    if taken := next((other for other, bound in keys.items() if key in bound and other != id), ""):
        raise ParseError(f"the key is {taken} already")
    keys.setdefault(id, []).append(key)


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


# Filters


def _filter(line: str, given: list[str]) -> Filter:
    """A line of the kill file, or of what is highlighted. ParseError names what cannot be told here."""
    highlight = given[0] == "highlight-article"
    arguments = given[1:] if highlight else given[2:]
    if not arguments:
        raise ParseError("it has no expression")
    feed = "" if highlight or given[1] == "*" else given[1]
    if feed.startswith("regex:"):
        raise ParseError("feeds are named one by one here")
    newsboat.words(arguments[0])  # ParseError where it cannot be told
    return Filter(line, arguments[0], feed, highlight)
