"""Mutants: a room's lines are changed one at a time, and the room's own tests are asked whether they notice.

    nice python -m tests.bench.mutants storage.marks text parse.feeds [--most 20] [--seed 1] [--tests tests/storage]

A wing's name stands for all of its rooms: so many of their mutants, each tried on the tests of its own room. Changed are comparisons, `and`
and `or`, `not`, numbers, returned values, words and signs of SQL; or a statement is left out. What survives is either a test that is missing,
or a change that makes no difference: read it, and decide. Everything happens in a copy of the tree.
"""

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.house import ROOT, rooms

LIMIT = 300
"""Seconds after which tests over a mutant hang: which is noticed too."""

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
SQL = (
    (" = 1", " = 0"),
    (" = 0", " = 1"),
    (" AND ", " OR "),
    (" OR ", " AND "),
    (" <> ", " = "),
    (" < ", " <= "),
    (" DESC", " ASC"),
)
"""Words of a statement, and what stands there instead."""


CHANGED = (ast.Compare, ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.If, ast.IfExp, ast.Expr, ast.AugAssign, ast.Return)
"""What is changed besides constants."""


class Mutant(NamedTuple):
    """A room with one change."""

    room: str
    line: int
    what: str
    source: str


def mutants(sources: Mapping[str, str], most: int, chance: Random) -> list[Mutant]:
    """At most so many changes that can be made to the rooms, by chance, in their order."""
    places = [
        (room, place, way)
        for room, source in sources.items()
        for place, found in enumerate(ast.walk(ast.parse(source)))
        for way in range(3 if isinstance(found, ast.Constant) else isinstance(found, CHANGED))
    ]
    chance.shuffle(places)
    return sorted(islice((found for each in places if (found := _mutant(sources, *each))), most))


def _mutant(sources: Mapping[str, str], room: str, place: int, way: int) -> Mutant | None:
    tree = ast.parse(sources[room])
    node = next(islice(ast.walk(tree), place, None))
    what = _change(tree, node, way)
    changed = ast.unparse(ast.fix_missing_locations(tree))
    return Mutant(room, getattr(node, "lineno", 0), what, changed) if what else None


def _change(tree: ast.AST, node: ast.AST, way: int) -> str:
    """Change one node; what was done, "" where nothing can be."""
    match node:
        case ast.Compare() if way == 0 and type(node.ops[0]) in COMPARISONS:
            before = ast.unparse(node)
            node.ops[0] = COMPARISONS[type(node.ops[0])]()
            return f"{before} -> {ast.unparse(node)}"
        case ast.BoolOp() if way == 0:
            before = ast.unparse(node)
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            return f"{before} -> {ast.unparse(node)}"
        case ast.BinOp() if way == 0 and isinstance(node.op, ast.Add | ast.Sub) and not _is_text(node):
            before = ast.unparse(node)
            node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            return f"{before} -> {ast.unparse(node)}"
        case ast.Constant(value=bool() as value) if way == 0:
            node.value = not value
            return f"{value} -> {not value}"
        case ast.Constant(value=int() as value) if way == 0 and not isinstance(value, bool):
            node.value = value + 1
            return f"{value} -> {value + 1}"
        case ast.Constant(value=str() as value) if re.search(r"\b(SELECT|UPDATE|INSERT|DELETE|WHERE|SET) ", value):
            found = [pair for pair in SQL if pair[0] in value]
            if way < len(found):
                node.value = value.replace(*found[way], 1)
                return f"{found[way][0].strip()} -> {found[way][1].strip()} in {value[:60]!r}"
        case ast.UnaryOp(op=ast.Not()) if way == 0:
            return _instead(tree, node, node.operand)
        case ast.If() | ast.IfExp() if way == 0 and ast.unparse(node.test) != "TYPE_CHECKING":
            before = ast.unparse(node.test)
            node.test = ast.UnaryOp(ast.Not(), node.test)
            return f"if {before} -> if not"
        case ast.Expr(value=ast.Call()) if way == 0:
            before = ast.unparse(node)
            node.value = ast.Constant(None)
            return f"left out: {before[:80]}"
        case ast.AugAssign() if way == 0:
            before = ast.unparse(node)
            node.value = ast.Constant(0)
            return f"left out: {before[:80]}"
        case ast.Return(value=ast.expr()) if way == 0 and not _is_constant(node.value):
            before = ast.unparse(node)
            node.value = ast.Constant(None)
            return f"{before[:80]} -> return None"
    return ""


def _is_constant(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant)


def _is_text(node: ast.BinOp) -> bool:
    return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(node))


def _instead(tree: ast.AST, node: ast.AST, other: ast.expr) -> str:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, name, other)
                return f"{ast.unparse(node)} -> {ast.unparse(other)}"
            if isinstance(value, list) and node in value:
                value[value.index(node)] = other
                return f"{ast.unparse(node)} -> {ast.unparse(other)}"
    return ""


def tests_of(room: str) -> str:
    """The test file of a room, else the folder of its wing's tests."""
    *wings, name = room.split(".")
    folder = ROOT.parent.joinpath("tests", *wings)
    for file in (folder / f"test_{name}.py", folder / name / f"test_{name}.py"):
        if file.exists():
            return str(file.relative_to(ROOT.parent))
    return str(folder.relative_to(ROOT.parent))


def is_noticed(tree: Path, tests: list[str]) -> bool:
    """Do tests fail over a changed tree?"""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", *tests]
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(tree)}
    try:
        done = subprocess.run(command, cwd=tree, env=env, capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def named(name: str, known: Iterable[str]) -> list[str]:
    """The rooms that a name stands for: its own, and where it is a wing's, all of them."""
    return [room for room in known if room == name or room.startswith(f"{name}.")]


def main() -> None:
    """Change the rooms that are named, and print what survived."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mutants")
    parser.add_argument("names", nargs="+", metavar="ROOM", help="a room, or a wing with all of its rooms")
    parser.add_argument("--most", type=int, default=20, help="so many mutants of each name, by chance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="+", help="these tests instead of each room's own")
    given = parser.parse_args()
    known = {room: path.relative_to(ROOT.parent) for room, path in rooms().items()}
    if unknown := [name for name in given.names if not named(name, known)]:
        parser.error(f"no room or wing: {', '.join(unknown)}")
    tried = killed = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        skip = shutil.ignore_patterns(".venv", ".git", "__pycache__", ".*_cache", ".hypothesis")
        shutil.copytree(ROOT.parent, tree, ignore=skip)
        for name in given.names:
            paths = {room: tree / known[room] for room in named(name, known)}
            sources = {room: path.read_text(encoding="utf-8") for room, path in paths.items()}
            some = mutants(sources, given.most, Random(f"{given.seed} {name}"))
            here = 0
            for mutant in some:
                paths[mutant.room].write_text(mutant.source, encoding="utf-8")
                noticed = is_noticed(tree, given.tests or [tests_of(mutant.room)])
                paths[mutant.room].write_text(sources[mutant.room], encoding="utf-8")
                here += noticed
                if not noticed:
                    print(f"    survived: {mutant.room}:{mutant.line}: {mutant.what}", flush=True)
            print(
                f"{name}: {here} of {len(some)} noticed by {' '.join(given.tests or ['their own tests'])}", flush=True
            )
            tried, killed = tried + len(some), killed + here
    print(f"{killed} of {tried} noticed, {100 * killed / max(tried, 1):.0f} %")


if __name__ == "__main__":
    main()
