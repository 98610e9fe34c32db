"""Translates newsboat's configuration, setting by setting, as far as there is an equal here. Nothing in it is ever run:
what would need a shell is named and left out.

The form is newsboat's own ("Configuration commands" in its manual): a command and its arguments on a line, quoted if
they hold blanks, comments after #.
"""

import re
from collections.abc import Callable, Iterator

from tui import text
from tui.errors import ParseError
from tui.parse.feeds import newsboat, newsboat_keys
from tui.values import Value

LINES = 5_000
"""Lines of a configuration at most."""


class Equal(Value):
    """A line of newsboat's configuration, and the setting here that does the same."""

    line: str
    path: tuple[str, ...]
    """The setting's name, table by table."""
    value: object


class Filter(Value):
    """A line of newsboat's configuration that selects stories by an expression (`newsboat.words`)."""

    line: str
    expression: str
    feed: str = ""
    """The address of the one feed that it is for, "" for all."""
    highlight: bool = False
    """Its words are highlighted; else what it finds is in no list."""


class NewsboatConfig(Value):
    """What was read: the lines that have an equal here, and a sentence for each line that has none."""

    equals: tuple[Equal, ...] = ()
    filters: tuple[Filter, ...] = ()
    unlike: tuple[str, ...] = ()


def read(source: str) -> NewsboatConfig:
    """Read a configuration; of several lines for one setting the last counts, as in newsboat."""
    equals: dict[tuple[str, ...], Equal] = {}
    proxy: dict[str, tuple[str, str]] = {}
    keys = newsboat_keys.Bound()
    filters: list[Filter] = []
    unlike: dict[str, None] = {}
    for row in source.splitlines()[:LINES]:
        given = [text.line(token) for token in newsboat.tokens(row.strip())]
        if not given:
            continue
        line = text.shorten(" ".join(given), 80)
        try:
            if given[0] in ("bind-key", "unbind-key"):
                keys.bind(given)
            elif given[0] == "macro":
                keys.add_macro(line, row.strip(), _argv)
            elif given[0] in ("ignore-article", "highlight-article", "highlight"):
                filters.append(_filter(line, given))
            elif given[0] in _PROXY and given[1:]:
                proxy[given[0]] = line, given[1]
            else:
                found = _equal(line, given)
                equals[found.path] = found
        except ParseError as error:
            unlike[f"{line}: {error}"] = None
    for found in (*_proxied(proxy, unlike), *(Equal(*each) for each in keys.settings())):
        equals[found.path] = found
    return NewsboatConfig(tuple(equals.values()), tuple(filters), tuple(unlike))


_PROXY = ("use-proxy", "proxy-type", "proxy")


def _proxied(given: dict[str, tuple[str, str]], unlike: dict[str, None]) -> Iterator[Equal]:
    """The proxy, if one is used: in newsboat other lines say whether it is, and of what kind."""
    used = _yes(given.get("use-proxy", ("", "no"))[1])
    kind = given.get("proxy-type", ("", "http"))[1]
    for name, (line, said) in given.items():
        if not used:
            unlike[f"{line}: no proxy is used there, nor here"] = None
        elif name == "proxy" and kind in ("http", "https"):
            yield Equal(line, ("proxy",), said if "://" in said else f"http://{said}")
        elif name == "proxy":
            unlike[f"{line}: a proxy has to speak HTTP here, not {kind}"] = None


def _equal(line: str, given: list[str]) -> Equal:
    """The setting that does what a line does. ParseError says why there is none."""
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
            raise ParseError("its value is not a number")
        return min(max(int(said), least), most)

    return read


def _yes(said: str) -> bool:
    return said in ("yes", "true")


def _argv(said: str) -> list[str]:
    """The words of a command, without the placeholder for an address at its end. ParseError if a shell would be
    needed."""
    if re.search(r"[`$|&;<>*?~]", said):
        raise ParseError("a shell would have to read it, and nothing here starts one")
    words = said.split()
    if words and words[-1].strip("'\"") in ("%u", "%f"):
        words.pop()
    if not words or any("%" in word or "'" in word or '"' in word for word in words):
        raise ParseError("the address must come last")
    return words


_EQUALS: dict[str, tuple[tuple[str, ...], Callable[[str], object]]] = {
    "text-width": (("measure",), _number(30, 120)),
    "reload-time": (("interval_minutes",), _number(5, 7 * 24 * 60)),
    "auto-reload": (("auto_refresh",), _yes),
    "browser": (("browser",), _argv),
    "user-agent": (("user_agent",), str),
    "notify-program": (("notify",), lambda said: [*_argv(said), "{count} new: {titles}"]),
    "player": (("player",), lambda said: [*_argv(said), "{file}"]),
}
"""newsboat's name -> the setting here and how its value is written."""

_KEPT = "every story is kept here until `broadsheet tidy`"
_UNASKED = "nothing is asked here, for everything can be taken back"
_ELSEWHERE = "a person chooses it on the screen here, list by list"
_WHY = {
    "include": "other files are not read",
    "bookmark-cmd": "programs on stories are [commands] here",
    "notify-format": "notify has {count}, {titles} and {sections} for it",
    "refresh-on-startup": "what is due is refreshed while the screen is open (auto_refresh)",
    "confirm-exit": _UNASKED,
    "confirm-mark-feed-read": _UNASKED,
    "confirm-mark-all-feeds-read": _UNASKED,
    "confirm-delete-all-articles": "no story is deleted here",
    "goto-next-feed": "n and space always go on into the next section",
    "prepopulate-query-feeds": "saved searches are always up to date here",
    "max-items": _KEPT,
    "keep-articles-days": _KEPT,
    "delete-read-articles-on-quit": _KEPT,
    "download-full-page": 'full_text = "refresh" fetches whole stories when they come in',
    "save-path": "ctrl+s asks where to, and remembers it",
    "show-read-feeds": f"{_ELSEWHERE} (U)",
    "show-read-articles": f"{_ELSEWHERE} (U)",
    "article-sort-order": f"{_ELSEWHERE} (,)",
    "feed-sort-order": f"{_ELSEWHERE} (shift+up, shift+down)",
    "color": "colours here are a theme's",
    "proxy-auth": "names and passwords are kept by `broadsheet login`",
    "urls-source": "other programs are not asked: export their subscriptions as OPML, and import that",
}
"""Why a setting has no equal, where that is worth more than that it has none."""


# Filters


def _filter(line: str, given: list[str]) -> Filter:
    """The filter of an ignore-article or highlight-article line. ParseError names the part that has no equal here."""
    highlight = given[0] != "ignore-article"
    arguments = given[1:] if given[0] == "highlight-article" else given[2:]
    if not arguments:
        raise ParseError("it has no expression")
    if given[0] == "highlight":
        if given[1] not in ("all", "articlelist"):
            raise ParseError("only stories of the lists are highlighted here; in an article / marks words")
        arguments = [f'title =~ "{arguments[0]}"']
    feed = "" if highlight or given[1] == "*" else given[1]
    if feed.startswith("regex:"):
        raise ParseError("feeds are named one by one here")
    newsboat.words(arguments[0])  # ParseError where it cannot be told
    return Filter(line, arguments[0], feed, highlight)
