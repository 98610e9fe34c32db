"""What the program creates is its owner's only: files 0600, folders 0700, whatever umask it was started with."""

import os

PRIVATE = 0o077
"""The umask: nothing for the group, nothing for others."""

_before: list[int] = []


def begin() -> None:
    """From now on, for this process and those it starts to do its own work."""
    _before[:] = [os.umask(PRIVATE)]


def before() -> int:
    """The umask a person has chosen, for programs of theirs that are started from here (a browser); -1 where it was not changed."""
    return _before[0] if _before else -1
