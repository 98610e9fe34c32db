"""The file of the log: a handler of the standard library's logging that several processes may write with at once."""

import fcntl
import logging
import os
import re
import stat
import sys
import time
from pathlib import Path

from tui import bounded, text

FULL_BYTES = 1 << 20
"""The size from which a file is put aside: some 10,000 lines, months of refreshes by cron."""

OLDER = 2
"""Files that were put aside and are kept beside the newest: FILE.1 is the younger of them."""

_ADDRESS = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{0,20}://)(?:[^\s/?#@\"'<>]*@)?([^\s/?#\"'<>]*)([^\s\"'<>]*)")
_SECRET = re.compile(r"(?i)\b([\w-]*(?:key|token|secret|password|passwd|auth|sig|signature|session))=[^&#\s]+")


def logger(file: Path, *, verbose: bool = False) -> logging.Logger:
    """The program's logger, writing to a file, and where `verbose` with details and on standard error too."""
    made = logging.Logger("broadsheet", logging.DEBUG if verbose else logging.INFO)
    made.addHandler(LogFile(file, discreet=not verbose))
    if verbose:
        made.addHandler(Narration())
    return made


def public(message: str, *, discreet: bool = True) -> str:
    """A message on one line, with nothing in it that a terminal obeys and no secret; where `discreet`, of an address
    only its host."""

    def cut(match: re.Match[str]) -> str:
        scheme, host, rest = match.groups()
        return f"{scheme}{host}/…" if discreet and rest not in ("", "/") else f"{scheme}{host}{rest}"

    return _SECRET.sub(r"\1=…", _ADDRESS.sub(cut, text.line(message)))


class LogFile(logging.Handler):
    """Appends a line a record: moment, process, level, room, message. The file is its owner's only, and never a link
    to another."""

    def __init__(self, file: Path, *, discreet: bool = True) -> None:
        super().__init__()
        self._file, self._discreet = file, discreet

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record. Where the file cannot be written, the program does without a log."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        said = public(record.getMessage(), discreet=self._discreet)
        try:
            self._append(f"{moment} {record.process} {record.levelname} {_room(record)}: {said}\n".encode())
        except OSError:
            return

    def _append(self, line: bytes) -> None:
        """Open, write, close: a line is rare, and what another process put aside meanwhile is not written to."""
        os.makedirs(self._file.parent, mode=0o700, exist_ok=True)  # noqa: PTH103 - Path.mkdir has no mode for parents
        # No link is followed: it could lead to a file that another may not write. No pipe is waited for.
        descriptor = os.open(
            self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o600
        )
        try:
            about = os.fstat(descriptor)
            if not stat.S_ISREG(about.st_mode):
                return
            os.write(descriptor, line)
            if about.st_size + len(line) > FULL_BYTES:
                self._put_aside(descriptor)
        finally:
            os.close(descriptor)

    def _put_aside(self, descriptor: int) -> None:
        """Begin a new file, unless another process has just done so."""
        # Two that find the file full at once would put the first one's new file aside as the older.
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_ino != self._file.stat().st_ino:
            return
        for number in range(OLDER, 0, -1):
            younger = self._file.with_name(f"{self._file.name}.{number - 1}") if number > 1 else self._file
            if younger.exists():
                younger.replace(self._file.with_name(f"{self._file.name}.{number}"))


class Narration(logging.Handler):
    """What -v says on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say a record; where nobody listens any more, nothing."""
        said = public(record.getMessage(), discreet=False)
        try:
            print(
                f"{_room(record)}: {said.encode('ascii', 'replace').decode() if _narrow() else said}", file=sys.stderr
            )
        except (OSError, ValueError):
            return


def _room(record: logging.LogRecord) -> str:
    """The room that wrote a record, as the plan of the house calls it ("fetching.client")."""
    parts = Path(record.pathname).with_suffix("").parts
    inside = parts[len(parts) - parts[::-1].index("tui") :] if "tui" in parts else parts[-1:]
    return ".".join(part for part in inside if part != "__init__")


def _narrow() -> bool:
    """Can standard error show nothing but ASCII?"""
    return "utf" not in (getattr(sys.stderr, "encoding", None) or "").lower()


def tail(file: Path, most: int) -> list[str]:
    """The last lines of the log, oldest first, at most so many (0: all), from the file before where the newest has
    too few."""
    found: list[str] = []
    for part in (file, file.with_name(f"{file.name}.1")):
        try:
            with bounded.opened(part) as opened:
                opened.seek(max(os.fstat(opened.fileno()).st_size - 2 * FULL_BYTES, 0))
                lines = opened.read(2 * FULL_BYTES).decode("utf-8", "replace").splitlines()
        except OSError:
            continue
        found = lines + found
        if 0 < most <= len(found):
            break
    return found[-most:] if most else found
