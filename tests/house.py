"""The plan of the house: who imports whom, as it stands. `python -m tests.house` writes it anew; a review reads the difference."""

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent / "tui"
PLAN = Path(__file__).parent / "house.txt"


def rooms() -> dict[str, Path]:
    """Every module of the program by its dotted name within it; a package is the room of its `__init__`."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path) -> list[tuple[str, bool]]:
    """(dotted name, whether it stands at the top of the module) for every import of a file that runs."""
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


def room_of(name: str, known: Mapping[str, Path]) -> str | None:
    """The room that `tui.x.y.Name` stands in."""
    if name != "tui" and not name.startswith("tui."):
        return None
    parts = name.split(".")[1:]
    while parts and ".".join(parts) not in known:
        parts.pop()
    return ".".join(parts)


@cache
def arrows() -> dict[str, set[tuple[str, bool]]]:
    """Room -> the rooms that it imports, and whether it does so as it is imported itself."""
    known = rooms()
    found: dict[str, set[tuple[str, bool]]] = {}
    for room, path in known.items():
        others = {(room_of(name, known), top) for name, top in imports(path)}
        found[room] = {(other, top) for other, top in others if other is not None and other != room}
    return found


def floors(graph: Mapping[str, set[str]]) -> dict[str, int]:
    """The floor of each room: one above the highest that it stands on. ValueError names a circle."""
    known: dict[str, int] = {}

    def floor(room: str, above: tuple[str, ...]) -> int:
        if room in above:
            raise ValueError(" > ".join((*above[above.index(room) :], room)))
        if room not in known:
            known[room] = 1 + max((floor(other, (*above, room)) for other in graph[room]), default=-1)
        return known[room]

    for room in graph:
        floor(room, ())
    return known


def plan() -> str:
    """A line a room: its floor, its name, the rooms that it imports; those that it imports only inside functions in parentheses."""
    found = arrows()
    height = floors({room: {other for other, _ in others} for room, others in found.items()})
    lines = []
    for room, others in sorted(found.items(), key=lambda item: (-height[item[0]], item[0])):
        early = {other for other, top in others if top}
        names = sorted(
            [name(other) for other in early] + [f"({name(other)})" for other, _ in others if other not in early]
        )
        lines.append(f"{height[room]:2} {name(room)}: {' '.join(names)}".rstrip())
    return "\n".join(lines) + "\n"


def name(room: str) -> str:
    """How a room is called on the plan."""
    return room or "tui"


if __name__ == "__main__":
    PLAN.write_text(plan(), encoding="utf-8")
