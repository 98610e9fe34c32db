"""The first frame: the last session's screen, painted before anything heavy is imported.

It imports next to nothing, so that the terminal shows text as soon as the interpreter runs. What is typed meanwhile
waits in the terminal, and is answered when the program is there. Kept are only text and how it is drawn; the
sequences are written here.
"""

import os
import sys

from tui import __version__, paths
from tui.errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any  # as pathlib and others, it takes longer to import than all else here

Run = tuple[int, int, str, str]
"""Row, column, parameters of SGR (ECMA-48, 8.3.117), and a text that stands there."""

MOST = 1 << 18
"""Characters of the largest screen that is kept."""

_DECIDES = (
    *("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8"),
    *("COLUMNS", "LINES", "XDG_DATA_HOME", "XDG_CONFIG_HOME"),
)
"""What in the environment decides on what is shown, and how."""
_SGR = frozenset("0123456789;")
_COVERS = frozenset({"4", "7", "9", "21", "53", *map(str, (*range(40, 49), *range(100, 108)))})
"""Parameters of SGR with which a blank is seen."""
_END = "end\n"


def _heading(columns: int, rows: int) -> str:
    """All that has to be as it was, in one line: version, size, environment, configuration."""
    environment = [*(os.environ.get(name) for name in _DECIDES), "TMUX" in os.environ]
    try:
        configuration = os.stat(paths.folder("CONFIG") + "/config.toml").st_mtime_ns
    except OSError:
        configuration = 0
    return ascii((__version__, columns, rows, configuration, environment)) + "\n"


def _plain(text: str) -> bool:
    """No character of a text does anything but stand there: no control, format or bidirectional ones, no halves of
    pairs."""
    return not any(
        letter < " "
        or "\x7f" <= letter <= "\x9f"
        or letter in "\xad\u061c\u180e\ufeff"
        or "\u200b" <= letter <= "\u200f"
        or "\u2028" <= letter <= "\u202e"
        or "\u2060" <= letter <= "\u206f"
        or "\ud800" <= letter <= "\udfff"
        or letter >= "\U000e0000"
        for letter in set(text)
    )


def save(columns: int, rows: int, runs: list[Run]) -> None:
    """Keep a screen for the next start, for its owner's eyes only. Where that cannot be, the next start goes
    without."""
    if not wanted():
        return
    lines = [f"{y} {x} {sgr} {text}\n" for y, x, sgr, text in runs if _plain(text)]
    new = paths.screen() + ".new"
    try:
        os.makedirs(paths.folder("STATE"), exist_ok=True)
        if os.path.lexists(new):
            os.unlink(new)  # of a session that was killed while it left
        there = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(there, "w", encoding="utf-8") as out:
            out.write(_heading(columns, rows) + "".join(lines) + _END)
        os.replace(new, paths.screen())
    except OSError:
        return


def wanted() -> bool:
    """Whether first frames are shown and kept at all: not so with BROADSHEET_FIRST_FRAME=0."""
    off = "0" in (os.environ.get("BROADSHEET_FIRST_FRAME"), os.environ.get("BROADSHEET_THIN"))
    return not off and sys.__stderr__ is not None and sys.__stderr__.encoding.lower() == "utf-8"


def kept(columns: int, rows: int) -> list[Run] | None:
    """The screen that was kept; None where there is none, or not one for this terminal as it is now, or not a whole
    and harmless one."""
    try:
        # A pipe is not waited for.
        with open(os.open(paths.screen(), os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), encoding="utf-8") as lines:
            text = lines.read(MOST)
        heading = _heading(columns, rows)
    except (OSError, UnicodeDecodeError, ConfigError):  # the last where there is no home: said by what comes next
        return None
    if not (text.startswith(heading) and text.endswith("\n" + _END)):
        return None
    runs = []
    try:
        for line in text[len(heading) : -len(_END)].split("\n")[:-1]:
            y, x, sgr, shown = line.split(" ", 3)
            if not (0 <= int(y) < rows and 0 <= int(x) <= columns - len(shown) and _SGR.issuperset(sgr)):
                return None
            runs.append((int(y), int(x), sgr, shown))
    except ValueError:
        return None
    return runs if _plain("".join([run[3] for run in runs])) else None


class Frame:
    """A first frame that is on the terminal."""

    __slots__ = ("columns", "modes", "rows", "runs", "taken")

    def __init__(self, columns: int, rows: int, runs: list[Run], modes: "list[Any]") -> None:
        self.columns = columns
        self.rows = rows
        self.runs = runs
        """What it shows."""
        self.modes = modes
        """The terminal's modes as they were before (termios)."""
        self.taken = False
        """The program has taken the terminal over, and restores it itself."""

    def restore(self) -> None:
        """Give the terminal back as it was, unless the program has taken it over."""
        import termios

        if self.taken:
            return
        self.taken = True
        try:
            termios.tcsetattr(0, termios.TCSANOW, self.modes)
            _write("\x1b[?7h\x1b[?1049l\x1b[?25h")
        except (termios.error, OSError):
            return  # the terminal has gone


def paint() -> Frame | None:
    """Take the terminal over, with the last session's screen where there is one that fits it as it is now, else with
    none: what is typed from here on is not echoed, and waits for the program."""
    term = os.environ.get("TERM", "dumb")
    if not wanted() or term in ("dumb", "unknown", "") or not (os.isatty(0) and os.isatty(1) and os.isatty(2)):
        return None
    columns, rows = os.get_terminal_size(1)
    runs = kept(columns, rows) or []
    if not _in_front():
        return None
    import termios  # late, as are others here: not every start gets this far

    frame = Frame(columns, rows, runs, termios.tcgetattr(0))
    _heed_signals(frame)
    termios.tcsetattr(0, termios.TCSANOW, _raw(termios.tcgetattr(0)))
    _write("\x1b[?1049h\x1b[?25l\x1b[?7l" + drawn(runs))
    return frame


def _in_front() -> bool:
    """Whether this process may write on the terminal: it is the terminal's, and not in the background."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def _raw(modes: "list[Any]") -> "list[Any]":
    """Modes in which keys are kept for the program as they come; only ctrl+c acts at once."""
    import termios

    iflag, oflag, cflag, lflag, ispeed, ospeed, characters = modes
    iflag &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    lflag &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    for name in (termios.VSUSP, termios.VQUIT):
        characters[name] = b"\0"
    characters[termios.VMIN] = 1
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, characters]


def drawn(runs: list[Run]) -> str:
    """An empty screen with these runs on it, as a terminal is told."""
    told = ["\x1b[m\x1b[2J"]
    held = ""
    for y, x, sgr, text in runs:
        ink = text if _COVERS.intersection(sgr.split(";")) else text.strip(" ")
        if ink:
            pen = "" if sgr == held else f"\x1b[0;{sgr}m" if sgr else "\x1b[m"
            told.append(f"\x1b[{y + 1};{x + 1 + text.index(ink)}H{pen}{ink}")
            held = sgr
    return "".join([*told, "\x1b[m\x1b[H"])


def _write(text: str) -> None:
    """To the terminal, on the line that the program itself will use."""
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(2, data) :]


def _heed_signals(frame: Frame) -> None:
    """Until the program heeds signals itself, one that ends it restores the terminal first."""
    import signal

    def end(number: int, _: object) -> None:
        frame.restore()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
