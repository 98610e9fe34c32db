"""The measures of the house are counted as they should be."""

import ast

import pytest

from tests.measures import complexity, definitions, lines_of


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
