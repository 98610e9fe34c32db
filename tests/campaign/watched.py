"""A program whose syncs are watched: each `fsync` waits until whoever watches has seen the file.

    python -m tests.campaign.watched SOCKET PROGRAM ARGUMENTS...

Linux alone can do it without help (seccomp's user notification, seccomp_unotify(2)): the kernel hands a descriptor on
which it tells of the chosen system calls of this process and all that come from it. It goes to `Syncs`, through the
socket; then the program takes the place of this one."""

import ctypes
import fcntl
import os
import platform
import select
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Thread

_CALLS = {"x86_64": (0xC000003E, 317, 74, 75), "aarch64": (0xC00000B7, 277, 82, 83)}
"""Machine -> its mark in a filter, and the numbers of `seccomp`, `fsync` and `fdatasync`."""
_ALLOW, _TELL = 0x7FFF0000, 0x7FC00000
_LISTENER, _GO_ON = 8, 1
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_TOLD = 80
"""Bytes of `struct seccomp_notif`."""


@cache
def can_be_watched() -> bool:
    """Does this machine tell of the syncs of a program? Tried once."""
    if sys.platform != "linux" or platform.machine() not in _CALLS:
        return False
    syncs = Syncs(os.close)
    done = subprocess.run(
        syncs.program(sys.executable, "-c", ""), pass_fds=(syncs.there.fileno(),), capture_output=True, check=False
    )
    syncs.close()
    return done.returncode == 0


class Syncs:
    """The syncs of a program: `seen` is called with each file's descriptor while the program waits for its sync."""

    def __init__(self, seen: Callable[[int], None]) -> None:
        self._seen = seen
        self._here, self.there = socket.socketpair()
        self._thread = Thread(target=self._follow, daemon=True)
        self._thread.start()

    def program(self, *words: str) -> list[str]:
        """The words that start a program whose syncs are told here; it needs the descriptor of `there`."""
        return [sys.executable, "-m", "tests.campaign.watched", str(self.there.fileno()), *words]

    def close(self) -> None:
        """Ends when the program and all that came from it have ended."""
        self.there.close()
        self._thread.join(30)
        self._here.close()

    def _follow(self) -> None:
        _, descriptors, _, _ = socket.recv_fds(self._here, 1, 1)
        if not descriptors:
            return
        listener = descriptors[0]
        poll = select.poll()
        poll.register(listener, select.POLLIN)
        try:
            while not poll.poll()[0][1] & select.POLLHUP:
                self._one(listener)
        finally:
            os.close(listener)

    def _one(self, listener: int) -> None:
        told = bytearray(_TOLD)
        try:
            fcntl.ioctl(listener, _RECEIVE, told)
            number, process, descriptor = *struct.unpack_from("=QI", told), struct.unpack_from("=Q", told, 32)[0]
            try:
                file = os.open(f"/proc/{process}/fd/{descriptor}", os.O_RDONLY)
            except OSError:
                pass  # it was killed meanwhile
            else:
                self._seen(file)
            fcntl.ioctl(listener, _SEND, bytearray(struct.pack("=QqiI", number, 0, 0, _GO_ON)))
        except OSError:
            return


def _listener() -> int:
    """Have the kernel tell of all syncs of this process; the descriptor on which it does."""
    mark, seccomp, *syncs = _CALLS[platform.machine()]
    told = [(0x15, len(syncs) - place, 0, number) for place, number in enumerate(syncs)]
    filter = [
        (0x20, 0, 0, 4),
        (0x15, 0, len(syncs) + 1, mark),
        (0x20, 0, 0, 0),
        *told,
        (6, 0, 0, _ALLOW),
        (6, 0, 0, _TELL),
    ]
    program = b"".join(struct.pack("=HBBI", *each) for each in filter)
    held = ctypes.create_string_buffer(program, len(program))
    head = ctypes.create_string_buffer(struct.pack("@HP", len(filter), ctypes.addressof(held)))
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(38, 1, 0, 0, 0)  # no new privileges, without which nobody but root may
    made: int = system.syscall(seccomp, 1, _LISTENER, head)
    if made < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return made


def main(number: str, *words: str) -> None:
    """Takes a program's place."""
    there = socket.socket(fileno=int(number))
    listener = _listener()
    socket.send_fds(there, [b"."], [listener])
    os.close(listener)
    there.close()
    os.execv(words[0], words)


def opened_as(file: int) -> Path:
    """The name under which a descriptor's file is known now."""
    return Path(f"/proc/self/fd/{file}").readlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
