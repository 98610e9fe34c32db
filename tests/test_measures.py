"""The measures of the house are counted as they should be."""

import ast

import pytest

from tests.measures import (
    Over,
    comments,
    complexity,
    definitions,
    exceptions,
    grown,
    lines_of,
    over,
    shared_classes,
    shrunk,
    table,
    undocumented,
    untested,
)


def function(source: str) -> ast.FunctionDef:
    (node,) = ast.parse(source).body
    assert isinstance(node, ast.FunctionDef)
    return node


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        ("pass", 1),
        ("if a: pass\n elif b: pass\n else: pass", 3),
        ("for x in y: pass\n else: pass", 3),
        ("while a and b or c: pass", 4),
        ("try: pass\n except A: pass\n except B: pass\n else: pass\n finally: pass", 4),
        ("return [x for x in y if x if not x]", 4),
        ("return a if b else c", 2),
        ("assert a", 2),
        ("with a: pass", 1),
        ("match a:\n  case 1: pass\n  case 2: pass\n  case _: pass", 3),
        ("def inner():\n  if a: pass", 1),
        ("return lambda: a and b", 2),
    ],
)
def test_complexity_is_counted_as_radon_counts_it(body: str, counted: int) -> None:
    assert complexity(function(f"def f():\n {body}")) == counted


def test_definitions_within_others_are_found_and_their_lines_counted() -> None:
    tree = ast.parse("class A:\n  def f(self):\n    def g():\n      pass\nif x:\n  def h(): pass\n")
    assert {name: lines_of(node) for name, node in definitions(tree)} == {"A": 4, "A.f": 3, "A.f.g": 2, "h": 1}


def test_nothing_is_over_a_limit_but_what_the_table_excuses() -> None:
    assert grown(over(), exceptions()) == []


def test_what_is_mended_is_excused_no_longer() -> None:
    needed = {(one.kind, one.name) for one in over()}
    mended = [key for key in exceptions() if key not in needed]
    assert mended == [], "python -m tests.measures --shrink"


def test_the_table_of_excuses_only_ever_shrinks() -> None:
    excused = {("function", "a:longer"): 70, ("function", "a:shorter"): 90, ("class", "a:Mended"): 500}
    found = [Over("class", "b:New", 450), Over("function", "a:longer", 75), Over("function", "a:shorter", 65)]
    assert shrunk(found, excused) == [Over("function", "a:longer", 70), Over("function", "a:shorter", 65)]
    assert grown(found, excused) == found[:2]
    assert "a:shorter" in table(shrunk(found, excused)) and "b:New" not in table(shrunk(found, excused))


def test_every_room_has_a_test_file_of_its_name() -> None:
    assert untested() == []


def test_a_class_name_has_one_meaning() -> None:
    assert shared_classes() == []


def test_every_public_name_is_documented() -> None:
    assert undocumented() == []


def test_the_program_says_why() -> None:
    said, lines = comments()
    assert 0.03 <= said / lines <= 0.06
