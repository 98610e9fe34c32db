"""What the program creates is its owner's only: files 0600, folders 0700, whatever umask it was started with.

It is imported before the first frame is painted, and imports nothing for that.
"""

import os
import time

from tui.errors import OutputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

PRIVATE = 0o077
"""The umask: nothing for the group, nothing for others."""

_before: list[int] = []


def begin() -> None:
    """From now on, for this process and those it starts to do its own work."""
    _before[:] = [os.umask(PRIVATE)]


def before() -> int:
    """The umask a person has chosen, for programs of theirs that are started from here (a browser); -1 where it was
    not changed."""
    return _before[0] if _before else -1


ABANDONED = 86_400
"""Seconds after which what a process that was killed left half written will never be whole."""


def sweep(folder: "Path", names: str) -> None:
    """Clear away such files in a folder as nobody will finish."""
    for left in folder.glob(names):
        try:
            if time.time() - left.lstat().st_mtime > ABANDONED:
                left.unlink()
        except OSError:
            continue


def _forget(half: "Path") -> None:
    try:
        half.unlink(missing_ok=True)
    except OSError:
        return  # in a folder that is locked, or a file


def write(file: "Path", text: str) -> None:
    """Write a file whole or not at all, with the mode it had if it was there. OutputError where it cannot be
    written."""
    target = type(file)(os.path.realpath(file))  # a link to where a person keeps such files stays one
    # Its own name: of two processes that write at once none may take the other's half for its whole.
    new = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}.new")
    try:
        os.makedirs(target.parent, mode=0o700, exist_ok=True)  # noqa: PTH103 - Path.mkdir has no mode for parents
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o600
        sweep(target.parent, f".{target.name}.*.new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())  # or a power cut leaves an empty file under the good name
        new.chmod(mode)
        new.replace(target)
    except OSError as error:
        _forget(new)
        raise OutputError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}") from error
