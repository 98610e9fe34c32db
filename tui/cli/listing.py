"""How verbs list: lines for a person, JSON for a program, and a sentence where there is nothing."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from tui.output import gate

T = TypeVar("T")


def put(
    found: Sequence[T], record: Callable[[T], object], lines: Callable[[Sequence[T]], str], *, as_json: bool, none: str
) -> int:
    """Print what was found; where nothing was, `none` tells a person what to do about it. The exit code of a verb that
    lists."""
    if as_json:
        gate.put_json([record(each) for each in found])
        return 0
    gate.put(lines(found))
    if not found:
        gate.say(none)
    return 0
