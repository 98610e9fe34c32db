"""What the program says of itself: where everything is, and what a report of a fault should include."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui import __version__, config, paths

if TYPE_CHECKING:
    from tui.storage.file import File

Facts = tuple[tuple[str, object], ...]
"""Names, each with what there is to say."""


def places() -> Facts:
    """Every folder and file of the program."""
    file = config.library_file()
    parts = file.parent.glob(file.name + "*") if os.path.lexists(file) else ()
    return (
        ("library", str(file)),
        ("library_bytes", sum(part.stat().st_size for part in parts if part.exists())),
        ("config", str(config.config_file())),
        ("state", str(config.state_folder())),
        ("screen", paths.screen()),
        ("log", str(config.log_file())),
        ("assets", str(config.asset(""))),
    )


def environment(file: "File") -> Facts:
    """Versions, sizes and the terminal; nothing of what a person reads."""
    from tui.storage import pictures, retention  # late: the places are said without them
    from tui.storage.file import ENGINE

    # The folders' names say what importlib.metadata takes 15 ms to say; the first on the path is the one that is
    # imported.
    folders = (found.stem for place in reversed(sys.path) for found in Path(place).glob("*-*.dist-info"))
    installed = dict(folder.split("-", 1) for folder in folders)
    sizes = retention.sizes(file)
    count, taken = pictures.sizes(file)
    libraries = ("textual", "httpx", "selectolax", "feedparser", "platformdirs")
    return (
        ("broadsheet", __version__),
        ("python", sys.version.split()[0]),
        ("platform", " ".join(os.uname()[part] for part in (0, 2, 4))),
        *((name, installed.get(name, "not installed")) for name in libraries),
        ("sqlite", ENGINE),
        ("stories", sizes.stories),
        ("library_bytes", sizes.bytes),
        ("pictures", count),
        ("picture_bytes", taken),
        *((name, os.environ.get(name, "")) for name in ("TERM", "COLORTERM", "LANG", "LC_ALL")),
        *((name, name in os.environ) for name in ("TMUX", "SSH_CONNECTION")),
        ("stdout_encoding", getattr(sys.stdout, "encoding", None)),
    )
