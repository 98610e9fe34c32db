"""The kiosk: the reader alone, for people who are let in to read and to do nothing else.

It is a login shell, or sshd's ForceCommand. What it heeds is the file that the machine's owner gives it; of the
environment, which may be a guest's, only words about their terminal are left.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIGURATION = "/etc/broadsheet/kiosk.toml"
"""Read where no other file is given. Without it, nothing can be followed, and everybody has a library of their own."""

NAME = "broadsheet-kiosk"
"""What it is called as a login shell, which can be given no arguments."""

_WORDS = {
    **dict.fromkeys(("TERM", "COLORTERM", "NO_COLOR", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_TIME"), r"[\w.@+-]{0,64}"),
    "TZ": r"(?!.*\.\.)[A-Za-z][\w+/-]{0,63}",
    "SSH_CONNECTION": r"[\w.: %]{1,200}",
}  # fmt: skip
"""What is kept of the environment, and what each may be: no path, of which the system would read a file."""

_SAID = ("TMUX",)
"""Of these it is kept that they are there."""


def is_asked_for(argv: list[str], shell: str) -> bool:
    """Whether the program was called as somebody's login shell: under a name that begins with a hyphen or is the
    kiosk's, with `-c COMMAND`, which nothing but a shell is called with, or where the environment says that it is
    their shell."""
    name, theirs = os.path.basename(argv[0]), os.path.basename(shell)  # noqa: PTH119 - pathlib takes longer to import
    return name.startswith(("-broadsheet", NAME)) or argv[1:2] == ["-c"] or theirs.startswith("broadsheet")


def environment(given: "Mapping[str, str]", home: str) -> dict[str, str]:
    """What is left of an environment: no editor, browser, pager, proxy, search path or folder of a guest's."""
    import re  # late, as others here: the first frame waits for this room

    left = {name: given[name] for name, form in _WORDS.items() if name in given and re.fullmatch(form, given[name])}
    return {
        **left,
        **{name: "1" for name in _SAID if name in given},
        "HOME": home,
        "PATH": "/usr/bin:/bin",
        "XDG_CONFIG_HOME": "/dev/null",
    }


def enclose(arguments: list[str]) -> None:
    """Shut the way out behind this process before it does anything else: it begins anew, with these arguments, without
    what Python takes from the environment and the home (`-I`), where it was not started so; and no key stops it."""
    import pwd
    import signal

    try:
        home = pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        home = "/"
    for number in (signal.SIGTSTP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)
    left = environment(os.environ, home)
    if not sys.flags.isolated:
        again = [sys.executable, "-I", "-m", "tui", *arguments]
        os.execve(sys.executable, again, left)  # noqa: S606 - this interpreter, and no shell
    os.environ.clear()
    os.environ.update(left)


def settle(folder: str) -> None:
    """Keep library, journal and log under a folder of the owner's choice, for accounts without a home."""
    for kind in ("DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{kind}_HOME"] = os.path.join(folder, kind.lower())  # noqa: PTH118 - see above
