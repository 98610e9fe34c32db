"""Translates newsboat's query feeds into the words of a search (`tui.storage.query`), as far as a search can say it.

The language is newsboat's own ("Filter language" in its manual): comparisons joined by `and` and `or`, which have the
same precedence and group to the right, and parentheses. A regular expression is accepted if it is a word, or words
with bars between them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from tui import text
from tui.errors import ParseError

ALTERNATIVES = 16
"""Alternatives that an expression may come to, as in a search."""

DEPTH = 200
"""Parentheses within one another and comparisons in a row."""

_Alternatives = list[list[str]]
"""One of these has to hold; all terms of it have to."""

_TOKEN = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?::-?\d+)?)(?!\w)|(=~|!~|!#|==|!=|<=|>=|[=<>#()])|(\w+))\s*')
_NEGATED = {"!=": "=", "!~": "=~", "!#": "#"}
_LITERAL = re.compile(r"(?:[^][(){}*+?^$\\]|\\\W)*")


def words(expression: str, within: Sequence[str] = ()) -> str:
    """A query feed's expression as the words of a search, with the terms of `within` added. ParseError names the part
    that has no equal here."""
    tokens = []
    at = 0
    while at < len(expression):
        found = _TOKEN.match(expression, at)
        if not found:
            raise ParseError(f"{_said(expression[at:])} cannot be read")
        tokens.append(found[0].strip())
        at = found.end()
    reading = _Expression(tokens)
    alternatives = reading.whole()
    return " | ".join(" ".join(dict.fromkeys((*within, *terms))) for terms in alternatives)


_WORD = re.compile(r'"((?:[^"\\]|\\.)*)(?:"|\\?$)|(#.*)|(\S+)')


def tokens(row: str) -> Iterator[str]:
    """The words of a line of newsboat's files. A quoted word may hold blanks, and quotes after a backslash; # begins a
    comment."""
    for found in _WORD.finditer(row):
        quoted, comment, bare = found.groups()
        if comment is not None:
            return
        if bare is not None:
            yield bare
        elif quoted is not None:
            yield re.sub(r"\\(.)", r"\1", quoted)


class _Expression:
    """An expression while it is read, token by token."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens[::-1]

    def whole(self) -> _Alternatives:
        found = self._joined(0)
        if self._tokens:
            raise ParseError(f"{_said(' '.join(self._tokens[::-1]))} is too much")
        return found

    def _joined(self, depth: int) -> _Alternatives:
        found = self._one(depth)
        joint = self._tokens[-1] if self._tokens else ""
        if joint not in ("and", "or"):
            return found
        self._take()
        rest = self._joined(depth + 1)
        found = found + rest if joint == "or" else [[*left, *right] for left, right in product(found, rest)]
        if len(found) > ALTERNATIVES:
            raise ParseError(f"it has more than {ALTERNATIVES} alternatives")
        return found

    def _one(self, depth: int) -> _Alternatives:
        if depth > DEPTH:
            raise ParseError("it is nested too deeply")
        if self._tokens and self._tokens[-1] == "(":
            self._take()
            found = self._joined(depth + 1)
            if self._take() != ")":
                raise ParseError("a parenthesis is not closed")
            return found
        return _comparison(self._take(), self._take(), self._take())

    def _take(self) -> str:
        if not self._tokens:
            raise ParseError("it is incomplete")
        return self._tokens.pop()


def _comparison(attribute: str, operator: str, given: str) -> _Alternatives:
    """The terms of one comparison."""
    part = f"{attribute} {operator} {given}"
    value = re.sub(r"\\(.)", r"\1", given[1:-1]) if given.startswith('"') else given
    negated, plain = operator in _NEGATED, _NEGATED.get(operator, operator)
    if attribute == "age":
        return _age(part, operator, value)
    if plain not in ("=", "==", "=~", "#"):
        raise ParseError(f"{_said(part)} cannot be expressed as a search")
    if attribute == "unread" and value in ("yes", "no"):
        return [["-is:unread" if (value == "no") is not negated else "is:unread"]]
    if attribute == "flags" and value in ("s", ".", ".*"):
        return [["-is:starred" if negated else "is:starred"]]
    if attribute not in _TERMS:
        raise ParseError(f"{_said(part)} cannot be expressed as a search")
    literals = _literals(value) if plain == "=~" else [value]
    terms = [_TERMS[attribute](literal) for literal in literals]
    if not all(terms):
        raise ParseError(f"{_said(part)} cannot be expressed as a search")
    return [[f"-{term}" for term in terms]] if negated else [[term] for term in terms]


def _age(part: str, operator: str, value: str) -> _Alternatives:
    """The whole days since a story was published."""
    low, _, high = value.partition(":")
    numbers = [int(number) for number in (low, high) if re.fullmatch(r"\d{1,5}", number)]
    match operator, numbers:
        case "between", [youngest, oldest]:
            return [[f"since:{oldest + 1}d", *([f"before:{youngest}d"] if youngest else [])]]
        case "=" | "==", [days]:
            return [[f"since:{days + 1}d", f"before:{days}d"]]
        case "<", [days]:
            return [[f"since:{days}d"]]
        case "<=", [days]:
            return [[f"since:{days + 1}d"]]
        case ">", [days]:
            return [[f"before:{days + 1}d"]]
        case ">=", [days]:
            return [[f"before:{days}d"]]
    raise ParseError(f"{_said(part)} cannot be expressed as a search")


def _literals(pattern: str) -> list[str]:
    """The words that a regular expression stands for, if it is words with bars between them; otherwise [""]."""
    bare = pattern[1:-1] if re.fullmatch(r"\([^()]*\)", pattern) else pattern
    parts = [part.removeprefix(".*").removesuffix(".*") for part in bare.split("|")]
    return [part.replace("\\", "") for part in parts] if all(map(_LITERAL.fullmatch, parts)) else [""]


def _quoted(value: str) -> str:
    """A name or words as one term of a search; "" if there is nothing in it to search for."""
    value = text.line(value).replace('"', " ").strip()
    if not any(sign.isalnum() for sign in value):
        return ""
    return value if re.fullmatch(r"[\w.]+", value) else f'"{value}"'


def _host(value: str) -> str:
    """The host that part of an address means; "" if a path follows, because a search tells sites apart by host."""
    host, slash, path = re.sub(r"^https?://", "", value).partition("/")
    return "" if slash and path else _quoted(host)


def named(field: str, value: str) -> str:
    """A term for a name: `section:"The Gazette"`; "" if there is nothing in the name to search for."""
    return _named(field, _quoted(value))


def _named(field: str, term: str) -> str:
    return f"{field}:{term}" if term else ""


_TERMS: dict[str, Callable[[str], str]] = {
    "tags": lambda value: _named("folder", _quoted(value)),
    "title": lambda value: _named("headline", _quoted(value)),
    "content": _quoted,
    "feedtitle": lambda value: _named("section", _quoted(value)),
    "rssurl": lambda value: _named("site", _host(value)),
    "feedlink": lambda value: _named("site", _host(value)),
}
"""What a search calls an attribute, given a value."""


def _said(part: str) -> str:
    return text.shorten(part, 60)
