"""The floors of the house hold: who imports whom, inside and outside, is what the plan says, and there is no circle."""

import re
import subprocess
import sys

import pytest

from tests.house import PLAN, ROOT, arrows, floors, imports, plan, room_of, rooms

OUTSIDE: dict[str, set[str]] = {
    "textual": {"app", "app.*"},
    "rich": {"app", "app.*"},
    "httpx": {"fetching.client", "fetching.files", "fetching.network"},
    "httpcore": {"fetching.client", "fetching.files", "fetching.network"},
    "selectolax": {"parse.*"},
    "feedparser": {"parse.feeds.loose"},
    "PIL": {"parse.raster"},
    "sqlite3": {"storage.*"},
    "platformdirs": {"config"},
    "tomllib": {"config", "settings", "parse.rules"},
    "asyncio": {"fetching.*", "library", "library.*", "cli", "cli.*", "app", "app.*"},
}
"""Library -> the only rooms that may import it."""

CLOSED: dict[str, set[str]] = {
    "parse.*": {"fetching", "storage", "library", "app", "cli", "config", "frame"},
    "fetching.*": {"storage", "library", "app", "cli", "frame"},
    "storage.*": {"fetching", "parse", "library", "app", "cli", "config", "frame"},
    "library.*": {"app", "cli", "frame"},
    "library": {"app", "cli", "frame"},
    "app.*": {"fetching", "parse", "cli"},
}
"""Rooms -> wings that they know nothing of, whatever the plan says."""


def allowed(room: str, patterns: set[str]) -> bool:
    return room in patterns or any(pattern.endswith(".*") and room.startswith(pattern[:-1]) for pattern in patterns)


def test_the_arrows_are_those_of_the_plan() -> None:
    assert plan() == PLAN.read_text(encoding="utf-8"), "python -m tests.house writes the plan anew: read the difference"


def test_there_is_no_circle() -> None:
    floors({room: {other for other, _ in others} for room, others in arrows().items()})


def test_a_circle_is_named() -> None:
    with pytest.raises(ValueError, match="a > b > a"):
        floors({"a": {"b"}, "b": {"a"}})


@pytest.mark.parametrize("room", rooms())
def test_the_wings_do_not_know_each_other(room: str) -> None:
    for inside, closed in CLOSED.items():
        if allowed(room, {inside}):
            for other, _ in arrows()[room]:
                wing = other.split(".")[0]
                assert wing not in closed, f"{room} must not import {other}"


@pytest.mark.parametrize("room", rooms())
def test_each_outside_library_has_its_rooms(room: str) -> None:
    for name, _ in imports(rooms()[room]):
        outside = name.split(".")[0]
        if outside in OUTSIDE:
            assert allowed(room, OUTSIDE[outside]), f"{room} must not import {outside}"


def test_the_readmes_picture_stands_on_the_same_floors() -> None:
    """The picture names every wing once, and none above one that imports it."""
    picture = re.search(r"## How it is built\n\n```\n(.*?)```", (ROOT.parent / "README.md").read_text("utf-8"), re.S)
    assert picture
    known = rooms()
    wings = {room.split(".")[0] for room in known} - {"", "__init__"}
    line_of: dict[str, int] = {}
    for number, line in enumerate(picture[1].splitlines()):
        line_of.update(dict.fromkeys(line.split(), number))
    assert line_of.keys() == wings
    for room, others in arrows().items():
        for other, _ in others:
            above, below = room.split(".")[0], other.split(".")[0]
            if above and below and above != below:
                assert line_of[above] <= line_of[below], (
                    f"{above} imports {below}, which stands no lower in the picture"
                )


HEAVY = (
    "textual",
    "rich",
    "httpx",
    "selectolax",
    "feedparser",
    "PIL",
    "multiprocessing",
    "asyncio",
    "dataclasses",
    "inspect",
)


@pytest.mark.parametrize(
    "verb",
    [
        "tui.cli",
        "tui.library",
        "tui.library.opening",
        "tui.storage.file",
        "tui.storage.naming",
        "tui.config",
        "tui.model",
    ],
)
def test_what_a_reading_verb_needs_imports_nothing_heavy(verb: str) -> None:
    code = f"import sys, {verb}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert done.stdout.strip() == ""


def test_a_name_is_found_in_its_room() -> None:
    assert room_of("tui.parse.dates.moment", rooms()) == "parse.dates"
    assert room_of("json.loads", rooms()) is None
