"""A real pseudo-terminal with a program in it, and pyte for its screen: for what only a real terminal can show."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import pyte

from tui import guide

GUIDE_UNREAD = f"{len(guide.pages())} unread"
"""What a library says that has the Guide alone, and in which nothing was read."""
KEYS = {
    "down": "\x1b[B",
    "up": "\x1b[A",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "space": " ",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "shift+down": "\x1b[1;2B",
    "shift+up": "\x1b[1;2A",
    "backspace": "\x7f",
    "escape": "\x1b",
    **{f"ctrl+{letter}": chr(ord(letter) & 31) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
ANSWERS = [  # what an xterm answers when it is asked
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[\?(\d+)\$p"), b"\x1b[?%s;0$y"),
]
UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[0-9;]+\$p|\x1b[_P][^\x1b]*\x1b\\"
)
STRING_BEGUN = re.compile(rb"\x1b(?:[_P][^\x1b]*\x1b?)?\Z")
"""A string of a program (APC, DCS) whose end has not come yet."""

_TAKE_THE_TERMINAL = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    " signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])"
)
"""As a login shell would start it: Ctrl+C counts also where the tests run in the background, which has them ignore it."""

KEPT = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "BROADSHEET_MEASURED")
"""What a program is left of the environment; the last by `tests.bench.coverage`, which counts what it runs."""

LIMIT = 60.0
"""Seconds after which a program that has not shown what it should is hung, on however busy a machine."""


class Terminal:
    """A program under a pseudo-terminal of its own. Waiting is for output, never for time."""

    answers: Sequence[tuple[re.Pattern[bytes], bytes]] = ANSWERS
    """What it is asked, and what it says to that."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        columns: int = 100,
        rows: int = 30,
        keeps: Sequence[int] = (),
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = bytearray()
        self._held = b""
        self.line, inner = pty.openpty()
        self.resize(columns, rows)
        self.process = subprocess.Popen(
            [sys.executable, "-c", _TAKE_THE_TERMINAL, *command],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=dict(env),
            pass_fds=tuple(keeps),
            start_new_session=True,
        )
        os.close(inner)
        self.pid = self.process.pid

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program gets its signal."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.line], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            data = os.read(self.line, 1 << 16)
        except OSError:  # the program has gone
            data = b""
        if not data:
            return False
        self.output += data
        for question, answer in self.answers:
            for found in question.finditer(data):
                os.write(self.line, answer % found.groups() if found.groups() else answer)
        data = self._held + data
        begun = STRING_BEGUN.search(data)
        data, self._held = (data[: begun.start()], data[begun.start() :]) if begun else (data, b"")
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        return True

    def text(self) -> str:
        """What the screen shows, without blanks at the ends of its lines."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, *wanted: str, gone: str = "") -> str:
        """Wait until the screen shows every one of these texts (and no longer `gone`); the screen."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            text = self.text()
            if all(part in text for part in wanted) and not (gone and gone in text):
                return text
            if not self._read(0.5) and self.ended():
                break
        raise AssertionError(f"{wanted!r} did not come{f', or {gone!r} did not go' if gone else ''}:\n{self.text()}")

    def wait_until(self, so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + LIMIT
        while not so():
            assert time.monotonic() < end and not self.ended(), f"it did not come about:\n{self.text()}"
            self._read(0.2)

    def stopped(self) -> bool:
        """Whether the program was stopped, as ctrl+z does it."""
        return os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None

    def press(self, *keys: str) -> None:
        """Press keys, by name or as themselves."""
        for key in keys:
            os.write(self.line, KEYS.get(key, key).encode())

    def ended(self) -> bool:
        """Whether the program has ended."""
        return self.process.poll() is not None

    def wait_end(self) -> int:
        """Wait until the program has ended; its exit code."""
        end = time.monotonic() + LIMIT
        while not self.ended() and time.monotonic() < end:
            self._read(0.05)
        assert self.ended(), f"the program did not end:\n{self.text()}"
        while self._read(0.05):
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """Take the terminal away, as a lost connection does."""
        os.close(self.line)
        self.line = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.ended():
            self.process.kill()
            self.process.wait()
        if self.line >= 0:
            os.close(self.line)


def environment(folder: Any, **more: str) -> dict[str, str]:
    """An environment in which a program keeps everything under a folder, on a plain colour terminal."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    folders = {f"XDG_{kind}_HOME": f"{folder}/{kind.lower()}" for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    return {
        **kept,
        **folders,
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        **more,
    }
