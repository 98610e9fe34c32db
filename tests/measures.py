"""The measures of the house: how long, how branched, how commented. `python -m tests.measures` prints all that is over its limit.

Complexity is counted as radon counts it (1, and 1 for each if, loop, handler, `and`, `or`, comprehension, its ifs, assert and case), a
function within another for itself: with twenty lines of `ast` no further dependency is needed.
"""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.house import ROOT, rooms

CLASS_LINES, MODULE_LINES, FUNCTION_LINES, COLUMNS = 400, 600, 60, 120
COMPLEXITY, COMPLEXITY_OF_PARSE = 15, 25

TABLE = Path(__file__).parent / "measures.txt"

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Over(NamedTuple):
    """Something that is over its limit."""

    kind: str
    name: str
    """Room, and within it the dotted name."""
    number: int


def complexity(node: ast.AST) -> int:
    """The cyclomatic complexity of a function, without the functions in it."""
    found = 1
    waiting: list[ast.AST] = list(node.body) if isinstance(node, Function) else [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Function | ast.ClassDef):
            continue
        found += _branches(part)
        waiting.extend(ast.iter_child_nodes(part))
    return found


def _branches(node: ast.AST) -> int:
    match node:
        case ast.Try() | ast.TryStar():
            return len(node.handlers) + bool(node.orelse)
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.If() | ast.IfExp() | ast.Assert():
            return 1
        case ast.For() | ast.AsyncFor() | ast.While():
            return 1 + bool(node.orelse)
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.Match():
            last = node.cases[-1].pattern
            return len(node.cases) - (isinstance(last, ast.MatchAs) and last.pattern is None)
        case _:
            return 0


def definitions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, Function | ast.ClassDef]]:
    """(dotted name, node) for every class and function, those within others too."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function | ast.ClassDef):
            name = f"{within}.{node.name}" if within else node.name
            yield name, node
            yield from definitions(node, name)
        else:
            yield from definitions(node, within)


def lines_of(node: Function | ast.ClassDef) -> int:
    """The lines of a definition, its decorators apart."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def over() -> list[Over]:
    """All that is over a limit, by kind and name."""
    found = []
    for room, path in rooms().items():
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        if len(source.splitlines()) > MODULE_LINES:
            found.append(Over("module", room, len(source.splitlines())))
        most = COMPLEXITY_OF_PARSE if room.startswith("parse") else COMPLEXITY
        for name, node in definitions(tree):
            if isinstance(node, ast.ClassDef):
                if lines_of(node) > CLASS_LINES:
                    found.append(Over("class", f"{room}:{name}", lines_of(node)))
                continue
            if lines_of(node) > FUNCTION_LINES:
                found.append(Over("function", f"{room}:{name}", lines_of(node)))
            if complexity(node) > most:
                found.append(Over("complexity", f"{room}:{name}", complexity(node)))
        if wide := len(_wide(source, tree)):
            found.append(Over("columns", room, wide))
    return sorted(found)


def _wide(source: str, tree: ast.Module) -> list[int]:
    """The lines that are too wide and do not belong to a table: a value of the room's own."""
    tables = {
        number
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.end_lineno
        for number in range(node.lineno, node.end_lineno + 1)
    }
    return [
        number for number, line in enumerate(source.splitlines(), 1) if len(line) > COLUMNS and number not in tables
    ]


def is_data(tree: ast.Module) -> bool:
    """Is a room nothing but tables: are there no functions in it?"""
    return not any(isinstance(node, Function) for _, node in definitions(tree))


def comments() -> tuple[int, int]:
    """(lines that say why, lines that are not empty), of the whole program: comments, and the words that stand under a value of a room or a
    class, where this house writes what a number was tuned on. What only speaks to a tool is no comment."""
    said = lines = 0
    for path in rooms().values():
        source = path.read_text(encoding="utf-8")
        lines += sum(bool(line.strip()) for line in source.splitlines())
        said += sum(
            token.type == tokenize.COMMENT and not re.match(r"# *(type: ignore|noqa)[^-#]*$", token.string)
            for token in tokenize.generate_tokens(io.StringIO(source).readline)
        )
        said += sum(_words_under_values(ast.parse(source)))
    return said, lines


def _words_under_values(tree: ast.Module) -> Iterator[int]:
    """How many lines stand under each value as a string of their own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef):
            for value, words in pairwise(node.body):
                if isinstance(value, ast.Assign | ast.AnnAssign) and isinstance(words, ast.Expr):
                    yield (words.end_lineno or words.lineno) - words.lineno + 1


def undocumented() -> list[str]:
    """Public names of the program without a docstring."""
    found = []
    for room, path in rooms().items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not ast.get_docstring(tree):
            found.append(room)
        inner = _within_functions(tree)
        for name, node in definitions(tree):
            public = not re.search(r"(^|\.)_", name) and node not in inner
            decorators = [ast.unparse(each) for each in node.decorator_list]
            # An overload and a setter are documented where the function and the property are.
            told_elsewhere = "overload" in decorators or any(each.endswith(".setter") for each in decorators)
            if public and not told_elsewhere and not ast.get_docstring(node):
                found.append(f"{room}:{name}")
    return found


def _within_functions(tree: ast.AST) -> set[ast.AST]:
    """All that stands within a function."""
    return {
        part
        for _, node in definitions(tree)
        if isinstance(node, Function)
        for part in ast.walk(node)
        if part is not node
    }


def untested() -> list[str]:
    """Rooms with code in them and no test file of their name: parse.dates is tested in tests/parse/test_dates.py."""
    tests = ROOT.parent / "tests"
    found = []
    for room, path in rooms().items():
        if is_data(ast.parse(path.read_text(encoding="utf-8"))):
            continue
        *wings, name = room.split(".")
        places = [tests.joinpath(*wings, f"test_{name}.py"), tests.joinpath(*wings, name, f"test_{name}.py")]
        if not any(place.exists() for place in places):
            found.append(room)
    return found


def shared_classes() -> list[str]:
    """Classes of one name in several rooms. A function is called by its room's name too (`marks.mark`); a class stands alone where it is used."""
    found: dict[str, list[str]] = {}
    for room, path in rooms().items():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(room)
    return [f"{name}: {', '.join(where)}" for name, where in sorted(found.items()) if len(where) > 1]


def exceptions() -> dict[tuple[str, str], int]:
    """What may be over its limit for now, and how far: (kind, name) -> number."""
    rows = [
        line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    return {(kind, name): int(number) for kind, number, name in rows}


def grown(found: Iterable[Over], excused: Mapping[tuple[str, str], int]) -> list[Over]:
    """What is over its limit and not excused, or further than that."""
    return [one for one in found if one.number > excused.get((one.kind, one.name), 0)]


def shrunk(found: Iterable[Over], excused: Mapping[tuple[str, str], int]) -> list[Over]:
    """What is still to be excused, each no further than before and no further than it is."""
    return [
        one._replace(number=min(one.number, excused[one.kind, one.name]))
        for one in found
        if (one.kind, one.name) in excused
    ]


def table(excused: Iterable[Over]) -> str:
    """The table of exceptions."""
    head = "# What is over a limit of the house for now. It only ever shrinks: `python -m tests.measures --shrink` takes out what is mended.\n"
    return head + "".join(f"{one.kind:10} {one.number:5} {one.name}\n" for one in excused)


if __name__ == "__main__":
    if "--shrink" in sys.argv:
        excused, found = exceptions(), over()
        TABLE.write_text(table(shrunk(found, excused)), encoding="utf-8")
        if more := grown(found, excused):
            sys.exit("grown, and to be mended: " + ", ".join(f"{one.kind} {one.name} {one.number}" for one in more))
    for kind, name, number in over():
        print(f"{kind:10} {number:5} {name}")
    said, lines = comments()
    print(f"words that say why: {said} of {lines} lines, {100 * said / lines:.1f} %")
    print("without a test file:", *untested())
    print("without a docstring:", *undocumented())
    for row in shared_classes():
        print("in several rooms:", row)
