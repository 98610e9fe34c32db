"""Every regular expression of the program, attacked from its own parse tree.

`python -m tests.patterns [ROOM...]` prints those whose time grows faster than their input, and on what. From each
repeat of a pattern come texts that keep it busy: what stands before it, then what it repeats, again and again, then
something that fits nothing. Processor time is compared at lengths that double: another program on the machine changes
none of it.
"""

import ast
import pkgutil
import re
import re._compiler as compiler  # type: ignore[import-not-found]  # private, and the only parser of patterns there is
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise, product
from pathlib import Path
from typing import Any, NamedTuple

import tui

POOL = "aZ0 \n\t.-_/<>\"'&;:,()[]{}=#%@!?|\\+*~^$é中ひ·–’…\x00\u200b"
"""A character of every kind that patterns ask for."""
BREAKS = ("", "\x00", "\n")
"""What a text ends with: something of these fits no pattern."""
SHORT, LONG = 1_000, 16_000
"""Characters of the first attack and of the longest."""
NOTHING = 0.000_4
"""Seconds of the processor for the short text below which nothing grows fast: a linear pattern takes 0.00002."""
STEEP = 2.9
"""Times as long for a text twice as long: a linear pattern takes twice, a quadratic one four times."""
TOO_LONG = 0.05
"""Seconds for the longest text that nobody notices, whatever the growth."""


class Use(NamedTuple):
    """A pattern, where it stands, and how it is used: "match", "fullmatch", or "search" for all that look everywhere."""

    room: str
    line: int
    pattern: "re.Pattern[Any]"
    ways: frozenset[str]


class Growth(NamedTuple):
    """What was found: the text that was pumped, and the seconds at each length."""

    before: str
    pump: str
    after: str
    seconds: tuple[float, ...]


def every() -> Iterator[Use]:
    """Every pattern of the program, once for each place; AssertionError where one is made that this cannot see."""
    for found in pkgutil.walk_packages(tui.__path__, "tui."):
        if found.name.endswith("__main__"):
            continue
        yield from _of(found.name)


_WAYS = {"match": "match", "fullmatch": "fullmatch"} | dict.fromkeys(
    ("search", "sub", "subn", "split", "findall", "finditer", "compile"), "search"
)
_MADE_LATER = {
    ("tui.kiosk", "form"),  # of a word of the environment, 64 characters at most
    ("tui.settings", "f'#\\\\s*{re.escape(dotted((name,)))}\\\\s*='"),  # in a line of the owner's own file
    ("tui.settings", "self.form"),  # forms of settings are constants of config, which are found there
    ("tui.app.typeset", "'\\\\s+'.join(map(re.escape, words.split()))"),  # what a person looks for, escaped
}
"""(room, argument): what is no pattern of the room's own."""


def _of(name: str) -> Iterator[Use]:
    module = import_module(name)
    source = Path(module.__file__ or "").read_text(encoding="utf-8")
    tree = ast.parse(source)
    ways = _ways()
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _WAYS):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        for made in _patterns(module, node):
            used = frozenset({_WAYS[node.func.attr]})
            if node.func.attr == "compile":
                used = ways.get(made.pattern) or ways.get(name) or frozenset({"search"})
            yield Use(name, node.lineno, made, used)


def _patterns(module: Any, node: ast.Call) -> "list[re.Pattern[Any]]":
    """The patterns that a call makes, its flags among its other arguments."""
    text = ast.unparse(node.args[0])
    if (module.__name__, text) in _MADE_LATER:
        return []
    room = {**vars(module)}
    flags = next((word.value for word in node.keywords if word.arg == "flags"), None)
    at = {"compile": 1, "search": 2, "match": 2, "fullmatch": 2, "findall": 2, "finditer": 2, "split": 3}
    where = at.get(node.func.attr, 4) if isinstance(node.func, ast.Attribute) else 4
    if flags is None and len(node.args) > where:
        flags = node.args[where]
    try:
        said = eval(text, room)
        given = eval(ast.unparse(flags), room) if flags is not None else 0
    except NameError:
        return _in_the_room(module, node)
    return [said if isinstance(said, re.Pattern) else re.compile(said, given)]


def _in_the_room(module: Any, node: ast.Call) -> "list[re.Pattern[Any]]":
    """A pattern made of a function's arguments: those that were made so as the room was imported, wherever they
    are kept."""
    found = [pattern for value in vars(module).values() for pattern in _kept(value)]
    assert found, f"{module.__name__}, line {node.lineno}: {ast.unparse(node)}"
    return found


def _kept(value: object, depth: int = 4) -> "Iterator[re.Pattern[Any]]":
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth:
        for each in value.values():
            yield from _kept(each, depth - 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth:
        for each in value:
            yield from _kept(each, depth - 1)
    elif depth and hasattr(value, "__dict__") and type(value).__module__.startswith("tui"):
        yield from _kept(vars(value), depth - 1)


@cache
def _ways() -> dict[Any, frozenset[str]]:
    """Pattern -> how the program uses it, by the names under which it is called."""
    ways: dict[Any, set[str]] = {}
    for found in pkgutil.walk_packages(tui.__path__, "tui."):
        if found.name.endswith("__main__"):
            continue
        module = import_module(found.name)
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in _WAYS:
                try:
                    value = eval(ast.unparse(node.value), vars(module))
                except Exception:  # of a function's own: what is in a table is used so
                    if node.attr in ("match", "fullmatch", "search", "sub", "finditer"):
                        ways.setdefault(found.name, set()).add(_WAYS[node.attr])
                    continue
                if isinstance(value, re.Pattern):
                    ways.setdefault(value.pattern, set()).add(_WAYS[node.attr])
    return {pattern: frozenset(used) for pattern, used in ways.items()}


# What keeps a pattern busy


def attacks(pattern: "re.Pattern[Any]") -> Iterator[tuple[str, str, str]]:
    """(before, pump, after): texts made of the pattern's own parts."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags & ~re.DEBUG
    if isinstance(pattern.pattern, bytes):
        flags |= re.ASCII
    tree = parser.parse(text, flags & ~(0 if isinstance(pattern.pattern, str) else re.UNICODE))
    repeats = list(_repeats(tree, "", flags))
    pumps = [*_letters(tree, flags), *(before + body for before, bodies in repeats for body in ("", *bodies))]
    for pump in [pump for pump in dict.fromkeys(pumps) if pump][:60]:
        yield from product(("",), (pump,), BREAKS)
    for before, body in dict.fromkeys((before, body) for before, bodies in repeats for body in bodies if body):
        yield from product((before,), (body,), BREAKS)


def _repeats(tree: Any, before: str, flags: int) -> Iterator[tuple[str, list[str]]]:
    """(what stands before it, what it may repeat) of every repeat that may go on."""
    for kind, value in tree:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            _, most, body = value
            if most > 8:
                yield before, _examples(body, flags)
            yield from _repeats(body, before, flags)
        elif kind is op.SUBPATTERN:
            yield from _repeats(value[-1], before, flags)
        elif kind is op.ATOMIC_GROUP:
            yield from _repeats(value, before, flags)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before, flags)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(value[1], before, flags)
        before += _examples([(kind, value)], flags)[0]


def _examples(tree: Any, flags: int) -> list[str]:
    """Some texts that fit a part of a pattern, the first of them the shortest."""
    some = [""]
    for kind, value in tree:
        some = [text + more for text, more in product(some, _of_one(kind, value, flags))][:6]
    return some


def _of_one(kind: Any, value: Any, flags: int) -> list[str]:
    if kind is op.LITERAL:
        return [chr(value)]
    if kind in (op.NOT_LITERAL, op.ANY, op.IN):
        return list(_fitting(kind, value, flags))[:3] or ["a"]
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, _, body = value
        return [text * max(1, least) for text in _examples(body, flags)][:3]
    if kind is op.SUBPATTERN:
        return _examples(value[-1], flags)
    if kind is op.ATOMIC_GROUP:
        return _examples(value, flags)
    if kind is op.BRANCH:
        return [text for branch in value[1] for text in _examples(branch, flags)[:1]][:5]
    return [""]


def _letters(tree: Any, flags: int) -> Iterator[str]:
    """Characters that fit any part of a pattern."""
    for kind, value in tree:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind in (op.NOT_LITERAL, op.ANY, op.IN):
            yield from list(_fitting(kind, value, flags))[:6]
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from _letters(value[2], flags)
        elif kind is op.SUBPATTERN:
            yield from _letters(value[-1], flags)
        elif kind is op.ATOMIC_GROUP:
            yield from _letters(value, flags)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _letters(branch, flags)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _letters(value[1], flags)


def _fitting(kind: Any, value: Any, flags: int) -> Iterator[str]:
    """Characters that a set takes: its own, and those of the pool."""
    state = parser.State()
    state.flags = flags & ~(re.UNICODE if flags & re.ASCII else 0)
    one = compiler.compile(parser.SubPattern(state, [(kind, value)]), state.flags)
    own = [chr(each[1]) for each in value if each[0] is op.LITERAL] if kind is op.IN else []
    own += [chr(each[1][0]) for each in value if each[0] is op.RANGE] if kind is op.IN else []
    yield from (letter for letter in dict.fromkeys([*POOL, *own]) if one.match(letter))


# How long it takes


def growth(use: Use) -> Growth | None:
    """The first growth faster than the text that is found; None where there is none."""
    for way in sorted(use.ways):
        for before, pump, after in attacks(use.pattern):
            seconds = _steep(use.pattern, way, lambda size, b=before, p=pump, a=after: b + p * (size // len(p)) + a)  # type: ignore[misc]
            if seconds:
                return Growth(before, pump, after, seconds)
    return None


def _steep(pattern: "re.Pattern[Any]", way: str, text: Callable[[int], str]) -> tuple[float, ...]:
    """The seconds at lengths that double, where they grow faster than the lengths; else nothing."""
    taken = _least(pattern, way, text(SHORT))
    if taken < NOTHING:
        return ()
    size, seconds = SHORT, [taken]
    while size < LONG:
        size *= 2
        seconds.append(_least(pattern, way, text(size)))
        if seconds[-1] > 4 * TOO_LONG or (len(seconds) > 2 and seconds[-1] < 2.3 * seconds[-2]):
            break
    rises = [later / max(earlier, 1e-9) for earlier, later in pairwise(seconds)]
    if seconds[-1] > TOO_LONG and rises[-1] > STEEP:
        return tuple(round(each, 5) for each in seconds)
    return ()


def _least(pattern: "re.Pattern[Any]", way: str, text: str) -> float:
    """The least of the seconds that a few tries took."""
    body: Any = text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")
    best = 1e9
    for _ in range(3 if len(text) <= SHORT + 100 else 1):
        since = time.process_time()
        if way == "search":
            pattern.sub("" if isinstance(body, str) else b"", body)
        else:
            getattr(pattern, way)(body)
        best = min(best, time.process_time() - since)
        if best < NOTHING or best > TOO_LONG:
            break
    return best


def main(rooms: Sequence[str]) -> None:
    """Prints what grows too fast."""
    number = 0
    for use in every():
        if rooms and use.room.removeprefix("tui.") not in rooms:
            continue
        number += 1
        if found := growth(use):
            print(f"{use.room}:{use.line} {sorted(use.ways)} {use.pattern.pattern[:150]!r}")
            print(f"    {found.before!r} {found.pump!r} {found.after!r} {found.seconds}", flush=True)
    print(f"{number} patterns", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
