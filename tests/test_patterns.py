"""No regular expression of the program takes longer than its input is long."""

import re
from functools import cache

import pytest

from tests import patterns
from tests.patterns import Use


@cache
def by_room() -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = {}
    for use in patterns.every():
        found.setdefault(use.room, []).append(use)
    return found


def test_they_are_found_where_they_stand() -> None:
    found = by_room()
    assert sum(map(len, found.values())) > 400
    assert any("script" in str(use.pattern.pattern) for use in found["tui.text"])


@pytest.mark.parametrize("wing", ["parse.page", "parse.story", "parse.front", "parse.feeds", "parse", ""])
def test_none_grows_faster_than_its_text(wing: str) -> None:
    known = ("parse.page", "parse.story", "parse.front", "parse.feeds", "parse", "")
    found: dict[str, patterns.Growth] = {}
    for room, uses in by_room().items():
        if next(each for each in known if room.removeprefix("tui.").startswith(each)) != wing:
            continue
        found |= {f"{room}:{use.line}": growth for use in uses if (growth := patterns.growth(use))}
    assert not found


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"\s+$", "search"),
        (r"<!--.*?-->", "search"),
        (r"\s*x?\s*;", "match"),
        (r"[\w.]+@[\w.]+", "search"),
        (rb"=\s*[\"']?\s*y", "search"),
    ],
)
def test_one_that_does_is_seen(pattern: str | bytes, way: str) -> None:
    made = re.compile(pattern)
    assert patterns.growth(Use("", 0, made, frozenset({way})))


@pytest.mark.parametrize(
    ("pattern", "way"),
    [(r"(?<!\s)\s+$", "search"), (r"\s*+x?\s*+;", "match"), (r"<[^<>]*>", "search"), ("a|b", "search")],
)
def test_one_that_does_not_is_let_be(pattern: str, way: str) -> None:
    assert patterns.growth(Use("", 0, re.compile(pattern), frozenset({way}))) is None
