"""The folders in which a system wants a program's files, as `platformdirs` names them.

On Linux and macOS that is a variable or a folder of the home, and is said here: importing platformdirs takes 5 ms, as
long as a verb of the command line may spend on all of its own rooms. The other systems are left to it."""

import os
import sys

from tui.errors import AskError, ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

APP = "broadsheet"

_IN_THE_HOME = {"DATA": ".local/share", "CONFIG": ".config", "STATE": ".local/state"}
"""The XDG Base Directory Specification's folders, where nobody chose others."""


def folder(kind: str) -> str:
    """A folder of the program's: "DATA", "CONFIG" or "STATE". A path in a variable counts if it is absolute.
    ConfigError where nothing says where the home is."""
    chosen, home = os.environ.get(f"XDG_{kind}_HOME", ""), os.environ.get("HOME", "")
    if sys.platform in ("linux", "darwin"):
        if chosen.startswith("/"):
            return f"{chosen.rstrip('/')}/{APP}"
        if home.startswith("/"):
            of_the_home = _IN_THE_HOME[kind] if sys.platform == "linux" else "Library/Application Support"
            return f"{home.rstrip('/')}/{of_the_home}/{APP}"
    import platformdirs

    try:
        named: str = getattr(platformdirs, f"user_{kind.lower()}_dir")(APP, appauthor=False)
    except RuntimeError:  # a number without a name in the list of users, as in some containers
        raise ConfigError(f"there is no home here: set HOME, or XDG_{kind}_HOME, to a folder") from None
    return named


def screen() -> str:
    """Where the last session's screen is kept (`frame`)."""
    return folder("STATE") + "/screen"


def typed(said: str) -> "Path":
    """The path that a person typed, with a shell's ~ and ~name for a home. AskError where there is no such home."""
    from pathlib import Path

    try:
        return Path(said).expanduser()
    except RuntimeError:
        raise AskError(f"there is no home {said.split('/', 1)[0]}") from None


def short(path: "Path") -> str:
    """A path as a line of the screen has room for it: a shell's ~ for the home."""
    home = os.environ.get("HOME", "").rstrip("/")
    return f"~{str(path).removeprefix(home)}" if home and f"{path}/".startswith(f"{home}/") else str(path)
