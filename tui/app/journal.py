"""A journal of marks that are not in the library yet: what somebody else's long write keeps waiting survives a kill."""

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from tui.values import Value


class Wish(Value):
    """A mark that a person made: None leaves what is there as it is."""

    story_id: int
    url: str = ""
    title: str = ""
    read: bool | None = None
    starred: bool | None = None


class Journal:
    """The marks of this process that wait, in a file of its own. For threads beside the loop: every call may wait for
    the disk."""

    def __init__(self, folder: Path, library: Path, pid: int | None = None) -> None:
        self._folder = folder
        self._library = str(library)
        self.path = folder / f"marks-{os.getpid() if pid is None else pid}.json"
        """Where they are; there is no such file while none waits."""

    def write(self, wishes: Sequence[Wish]) -> None:
        """Have exactly these marks on the disk when this returns. OSError where that cannot be."""
        if not wishes:
            self.path.unlink(missing_ok=True)
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        with open(fresh, "w", encoding="utf-8", opener=_private) as out:
            json.dump({"library": self._library, "marks": [vars(wish) for wish in wishes]}, out)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self.path)

    def left_behind(self) -> list[tuple[Path, tuple[Wish, ...]]]:
        """The journals of processes that are no more, for this library."""
        found = []
        for path in sorted(self._folder.glob("marks-*.json")):
            pid = path.stem.partition("-")[2]
            if path == self.path or not pid.isdigit() or _lives(int(pid)):
                continue
            with contextlib.suppress(OSError, ValueError, TypeError, KeyError):  # what is no journal is let be
                kept = json.loads(path.read_text(encoding="utf-8"))
                if kept["library"] == self._library:
                    found.append((path, tuple(Wish(**wish) for wish in kept["marks"])))
        return found


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's
    return True
