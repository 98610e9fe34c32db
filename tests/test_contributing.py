"""The door: what CONTRIBUTING.md and the README point to is there."""

import ast
import re
from pathlib import Path

import pytest

from tests.house import ROOT, rooms

DOOR = ROOT.parent / "CONTRIBUTING.md"


@pytest.fixture(scope="module")
def door() -> str:
    if not DOOR.exists():
        pytest.skip("CONTRIBUTING.md is not beside the installed wheel's tests")
    return DOOR.read_text(encoding="utf-8")


def test_each_word_of_the_list_is_a_function_of_a_room(door: str) -> None:
    table = door.split("## The word list of the house")[1].split("\n## ")[0]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    known = rooms()
    for _, _, places, *_ in rows:
        for place in re.findall(r"`([\w.]+)`", places):
            room = max((room for room in known if place.startswith(f"{room}.")), key=len)
            tree = ast.parse(known[room].read_text(encoding="utf-8"))
            assert place.removeprefix(f"{room}.") in set(_names(tree)), place


def _names(tree: ast.AST, within: str = "") -> list[str]:
    found = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.append(within + node.name)
            found += _names(node, f"{within}{node.name}.")
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [within + target.id for target in targets if isinstance(target, ast.Name)]
    return found


def test_each_file_that_is_named_is_there(door: str) -> None:
    for name in re.findall(r"`((?:tui|tests|assets|\.ci)/[\w./-]+)`", door):
        assert (ROOT.parent / name).exists(), name


def test_each_command_that_is_named_is_there(door: str) -> None:
    for module in re.findall(r"python -m (tests[\w.]*)", door):
        path = ROOT.parent.joinpath(*module.split("."))
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module
    script = (ROOT.parent / ".ci" / "dev").read_text(encoding="utf-8")
    for verb in re.findall(r"\.ci/dev (\w+)", door):
        assert f"\n{verb})" in script, verb


def test_links_between_the_documents_lead_somewhere() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        path: Path = ROOT.parent / document
        if path.exists():
            for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
                assert (ROOT.parent / target).exists(), f"{document}: {target}"
