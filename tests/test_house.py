"""The floors of the house hold: who imports whom, inside and outside, is what the plan says, and there is no circle."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import PLAN, ROOT, arrows, floors, imports, plan, room_of, rooms
from tests.terminal import environment

OUTSIDE: dict[str, set[str]] = {
    "textual": {"app", "app.*"},
    "rich": {"app", "app.*"},
    "httpx": {"fetching.client", "fetching.files", "fetching.network"},
    "httpcore": {"fetching.client", "fetching.files", "fetching.network"},
    "selectolax": {"parse.*"},
    "feedparser": {"parse.feeds.loose"},
    "PIL": {"parse.raster"},
    "sqlite3": {"storage.*"},
    "platformdirs": {"paths"},
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
    *("platformdirs", "shutil", "tempfile", "random", "subprocess", "socket", "logging"),
    *("tui.storage.identity", "tui.storage.arrivals", "tui.storage.rules"),
)
"""What takes longer to import than a verb that reads may take for it: libraries, and rooms for what is taken in."""


OF_PYTHON = ("dataclasses", "inspect") if sys.version_info >= (3, 14) else ()
"""What argparse itself imports there, to colour its help."""
VERBS = ("--version", "where", "sections", "list --limit 5", "front", "search broadsheet", "show 1")
"""Verbs that only read, and are asked for hundreds of times in a script."""


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_reads_imports_nothing_heavy(verb: str, read_from: Path) -> None:
    heavy = [name for name in HEAVY if name not in OF_PYTHON]
    code = (
        f"import sys; from tui import cli; cli.main(sys.argv[1:]); print(*[m for m in {heavy!r} if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, *verb.split()]
    env = environment(read_from)
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT.parent, env=env)
    assert done.stdout.splitlines()[-1] == ""


LATE = ("tui.app.dialogs", "tui.app.gallery", "tui.library.imports", "tui.library.newsboat", "tui.parse", "PIL")
"""What the first screen does without."""


def test_the_screen_begins_without_what_it_shows_later() -> None:
    code = f"import sys, tui.app; from tui.library import library; print(*[m for m in {LATE!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert done.stdout == "\n"


def test_values_compile_no_functions_as_the_program_starts() -> None:
    """`tui.values` and `dataclasses` are the same to a reader; a screen of dataclasses is there 12 ms later."""
    begins = "import sys, dataclasses as d, tui.app; from tui.library import library\n"
    counts = "made = {f'{v.__module__}.{v.__name__}' for m in [*sys.modules.values()] if m.__name__.startswith('tui')"
    looks = (
        " for v in vars(m).values() if isinstance(v, type) and v.__module__.startswith('tui') and d.is_dataclass(v)}"
    )
    code = f"{begins}{counts}{looks}; print(*sorted(made))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert done.stdout == "\n"


@pytest.fixture(scope="module")
def read_from(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a library in it, with nothing but the Guide."""
    home = tmp_path_factory.mktemp("home")
    made = [sys.executable, "-m", "tui", "sections"]
    subprocess.run(made, capture_output=True, check=True, cwd=ROOT.parent, env=environment(home))
    return home


def test_a_name_is_found_in_its_room() -> None:
    assert room_of("tui.parse.dates.moment", rooms()) == "parse.dates"
    assert room_of("json.loads", rooms()) is None
