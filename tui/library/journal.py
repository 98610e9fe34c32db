"""A journal of marks that are not in the library yet, so that what waits behind another program's long write survives a
kill."""

import contextlib
import fcntl
import json
import os
from collections.abc import Sequence
from pathlib import Path

from tui import bounded, private
from tui.values import Value

MOST_BYTES = 10_000_000
"""Of a journal: a thousand marks take 200 KB."""
_NAME, _HALF = "marks-*", ".new"


class Wish(Value):
    """A mark that a person made: None leaves what is there as it is."""

    story_id: int
    url: str = ""
    title: str = ""
    read: bool | None = None
    starred: bool | None = None


class Left(Value):
    """What a session that was killed left behind: its journal, and the library that it is for."""

    path: Path
    library: str
    wishes: tuple[Wish, ...]


class Journal:
    """The marks of this process that wait, in a file of its own, which it has locked for as long as it lives. For
    threads beside the loop: every call may wait for the disk."""

    def __init__(self, folder: Path, library: Path) -> None:
        self._folder = folder
        self._library = str(library)
        self.path = folder / f"marks-{os.getpid()}-{os.urandom(4).hex()}.json"
        """Where they are; there is no such file while none waits. Process ids are reused, in a container at every
        start."""
        self._held = contextlib.ExitStack()

    def write(self, wishes: Sequence[Wish]) -> None:
        """Have exactly these marks on the disk when this returns. OSError where that cannot be."""
        with contextlib.ExitStack() as held:
            if wishes:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                fresh = self.path.with_suffix(_HALF)
                try:
                    held.callback(os.close, self._written(fresh, wishes))
                    fresh.replace(self.path)
                except OSError:
                    fresh.unlink(missing_ok=True)  # of what the disk did not take
                    raise
            else:
                self.path.unlink(missing_ok=True)
            self._held, before = held.pop_all(), self._held
        before.close()

    def _written(self, fresh: Path, wishes: Sequence[Wish]) -> int:
        """Marks in a file, on the disk and locked; the descriptor that holds the lock."""
        with open(fresh, "w", encoding="utf-8", opener=_private) as out, contextlib.ExitStack() as held:
            lock = os.dup(out.fileno())
            held.callback(os.close, lock)
            with contextlib.suppress(OSError):  # a disk that has no locks
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            json.dump({"library": self._library, "marks": [vars(wish) for wish in wishes]}, out)
            out.flush()
            os.fsync(out.fileno())
            held.pop_all()
        return lock

    def left_behind(self) -> list[Left]:
        """The journals of processes that have ended, for this library. What was half written, and by no process that
        lives, is cleared away."""
        private.sweep(self._folder, f"{_NAME}{_HALF}")
        return [left for left in left_in(self._folder) if left.library == self._library]


def left_in(folder: Path) -> list[Left]:
    """The journals of processes that have ended, for any library."""
    found = []
    for path in sorted(folder.glob(f"{_NAME}.json")):
        with contextlib.suppress(
            OSError, ValueError, TypeError, KeyError, RecursionError
        ):  # what is not a journal is left alone
            with bounded.opened(path) as opened:
                fcntl.flock(opened, fcntl.LOCK_SH | fcntl.LOCK_NB)  # OSError where its process lives
                kept = json.loads(bounded.read(opened, MOST_BYTES))
            found.append(Left(path, str(kept["library"]), tuple(Wish(**wish) for wish in kept["marks"])))
    return found


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
