"""The floors of the house hold: who may import whom, inside and outside."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "tui"
VALUES = {"model", "blocks", "values", "errors", "text", "address"}
PARSE = {
    "parse.feed",
    "parse.opml",
    "parse.frontpage",
    "parse.article",
    "parse.related",
    "parse.metadata",
    "parse.html",
    "parse.dates",
    "parse.sitemap",
    "parse.rules",
}
PANES = {"app.sections", "app.stories", "app.article", "app.dialogs"}

HOUSE: dict[str, set[str]] = {
    "": set(),
    "errors": set(),
    "text": set(),
    "address": set(),
    "values": set(),
    "blocks": {"values"},
    "model": {"blocks", "text", "values"},
    "config": {"errors", "model", "address", "values"},
    "courier": {"errors", "model"},
    "parse": set(),
    "parse.dates": VALUES,
    "parse.html": VALUES | {"parse.body", "parse.clutter", "parse.dates"},
    "parse.rules": VALUES,
    "parse.metadata": VALUES | {"parse.html", "parse.clutter", "parse.dates"},
    "parse.labels": VALUES,
    "parse.clutter": VALUES | {"parse.dates"},
    "parse.boxes": VALUES | {"parse.clutter", "parse.html"},
    "parse.walls": VALUES | {"parse.boxes", "parse.metadata"},
    "parse.state": VALUES | {"parse.html"},
    "parse.related": VALUES | {"parse.labels", "parse.html", "parse.metadata", "parse.dates", "parse.rules"},
    "parse.article": VALUES
    | {
        "parse.boxes",
        "parse.walls",
        "parse.state",
        "parse.clutter",
        "parse.labels",
        "parse.html",
        "parse.metadata",
        "parse.dates",
        "parse.related",
        "parse.rules",
    },
    "parse.body": VALUES,
    "parse.feed": VALUES | {"parse.dates", "parse.body"},
    "parse.sitemap": VALUES | {"parse.dates", "parse.body"},
    "parse.newsboat": VALUES,
    "parse.opml": VALUES | {"parse.body", "parse.newsboat"},
    "parse.platforms": VALUES,
    "parse.wordpress": VALUES | {"parse.dates"},
    "parse.links": VALUES | {"parse.html"},
    "parse.sections": VALUES | {"parse.links"},
    "parse.frontpage": VALUES | {"parse.html", "parse.metadata", "parse.dates", "parse.links", "parse.sections"},
    "fetch": VALUES,
    # config: a parsing child reads the person's own rules for sites itself, once, beside those that ship
    "reading": VALUES | PARSE | {"courier", "config", "parse.wordpress"},
    "discover": VALUES | {"reading", "fetch", "parse.platforms", "parse.wordpress"},
    "gather": VALUES | {"reading", "discover", "fetch", "courier", ""},
    "schema": {"errors"},
    "search": VALUES,
    "lists": VALUES | {"search"},
    "store": VALUES | {"schema", "search", "lists"},
    "guide": VALUES | {"config", "parse.article"},
    "library": VALUES | {"store", "config", "guide", "courier", "parse.opml"},
    "cli": VALUES | {"library", "config", "", "app", "frame"},
    "frame": {""},
    "__main__": {"cli", "frame"},
    "app": VALUES | {"library", "config", "", "app.reader", "app.dialogs", "app.terminal"},
    "app.reader": VALUES
    | {"library", "config", "app.desk", "app.trail", "app.keys", "app.chrome", "app.rows", "app.errands"}
    | PANES,
    "app.desk": VALUES
    | {"library", "config", "app.layout", "app.keys", "app.chrome", "app.rows", "app.errands"}
    | PANES,
    "app.errands": VALUES | {"app.chrome"},
    "app.chrome": VALUES | {"app.layout"},
    "app.keys": {"config", "errors"},
    "app.trail": set(),
    "app.layout": VALUES,
    "app.sections": VALUES | {"app.layout", "app.chrome", "app.rows"},
    "app.stories": VALUES | {"app.layout", "app.chrome", "app.rows"},
    "app.rows": VALUES | {"app.layout", "app.chrome"},
    "app.parts": {"app.layout"},
    "app.typeset": VALUES | {"app.layout", "app.parts"},
    "app.article": VALUES | {"app.layout", "app.parts", "app.typeset"},
    "app.dialogs": VALUES | {"library", "config", "app.layout", "app.chrome", "app.rows", "app.keys"},
    "app.terminal": set(),
}
"""Room -> the rooms that it may import."""

OUTSIDE: dict[str, set[str]] = {
    "textual": {"app", "app.*"},
    "rich": {"app", "app.*"},
    "httpx": {"fetch"},
    "httpcore": {"fetch"},
    "selectolax": {
        "parse.boxes",
        "parse.walls",
        "parse.state",
        "parse.html",
        "parse.metadata",
        "parse.article",
        "parse.related",
        "parse.rules",  # says of a selector that it cannot be read, before any page is
        "parse.frontpage",
        "parse.links",
        "parse.sitemap",
    },
    "feedparser": {"parse.feed"},
    "sqlite3": {"schema", "store", "lists"},
    "platformdirs": {"config"},
    "tomllib": {"config", "parse.rules"},
    "asyncio": {"fetch", "courier", "gather", "reading", "library", "cli", "app", "app.*"},
}
"""Library -> the only rooms that may import it."""

LATE_ONLY: dict[str, set[str]] = {
    "library": {"courier", "parse.opml"},
    "guide": {"parse.article"},
    "cli": {"app", "library"},
    "gather": set(),
}
"""Room -> rooms that it may import inside functions only, so that starting stays fast."""


def rooms() -> dict[str, Path]:
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path) -> list[tuple[str, bool]]:
    """(dotted name, whether it stands at the top of the module) for every import of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: list[tuple[str, bool]] = []

    def walk(node: ast.AST, top: bool) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                found.extend((name.name, top) for name in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: relative import"
                found.extend((f"{child.module}.{name.name}", top) for name in child.names)
            typing_only = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)
            if not typing_only:
                walk(child, top and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda))

    walk(tree, True)
    return found


def room_of(name: str, known: dict[str, Path]) -> str | None:
    """The room that `tui.x.y.Name` stands in."""
    if name != "tui" and not name.startswith("tui."):
        return None
    parts = name.split(".")[1:]
    while parts and ".".join(parts) not in known:
        parts.pop()
    return ".".join(parts)


def allowed(room: str, patterns: set[str]) -> bool:
    return room in patterns or any(pattern.endswith(".*") and room.startswith(pattern[:-1]) for pattern in patterns)


@pytest.mark.parametrize("room", rooms())
def test_a_room_imports_only_from_its_own_floor_and_below(room: str) -> None:
    known = rooms()
    assert room in HOUSE, f"tui/{room} is in no floor of the house: say in HOUSE whom it may import"
    for name, top in imports(known[room]):
        other = room_of(name, known)
        if other is None or other == room:
            continue
        assert other in HOUSE[room], f"{room} must not import {other}"
        assert not (top and other in LATE_ONLY.get(room, set())), f"{room} imports {other} inside functions only"


@pytest.mark.parametrize("room", rooms())
def test_each_outside_library_has_its_rooms(room: str) -> None:
    for name, _ in imports(rooms()[room]):
        outside = name.split(".")[0]
        if outside in OUTSIDE:
            assert allowed(room, OUTSIDE[outside]), f"{room} must not import {outside}"


HEAVY = ("textual", "rich", "httpx", "selectolax", "feedparser", "multiprocessing", "asyncio", "dataclasses", "inspect")


@pytest.mark.parametrize("verb", ["tui.cli", "tui.library", "tui.store", "tui.config", "tui.model"])
def test_what_a_reading_verb_needs_imports_nothing_heavy(verb: str) -> None:
    code = f"import sys, {verb}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert done.stdout.strip() == ""
