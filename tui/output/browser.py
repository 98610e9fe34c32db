"""The browser that opens an address: the system's, or a program that a person named; never a shell. Some of them need
this terminal."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Literal

from tui import private
from tui.values import Value

ON_THE_TERMINAL = frozenset("browsh carbonyl cha chawan elinks links links2 lynx netrik retawq w3m www-browser".split())
"""Browsers that draw on the terminal they are started from, by the name of their program."""


class Way(Value):
    """How an address is shown: copied, by a program beside the reader ("window"), or by one that needs the screen
    ("terminal")."""

    kind: Literal["copy", "window", "terminal"]
    argv: tuple[str, ...] = ()
    """The program with the address; empty where the system's own way is taken."""


def way(
    url: str, chosen: Sequence[str], open_links: str, environ: Mapping[str, str], *, has_windows: bool = False
) -> Way:
    """How to show an address, given the configuration (`browser`, `open_links`) and the environment.

    Over SSH a browser would start on the far machine: there the address is copied, unless the configuration says
    otherwise."""
    windows = has_windows or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(environ))
    argv = _argv(url, chosen, environ)
    terminal = bool(argv) and PurePath(argv[0]).name in ON_THE_TERMINAL
    far = "SSH_CONNECTION" in environ
    if open_links == "copy" or (open_links == "auto" and (far or not (windows or argv))):
        return Way("copy")
    return Way("terminal" if terminal else "window", argv)


def _argv(url: str, chosen: Sequence[str], environ: Mapping[str, str]) -> tuple[str, ...]:
    """The program of the configuration, or the first of BROWSER where it draws on the terminal; the rest is left to the
    system."""
    if chosen:
        return (*chosen, url)
    first = environ.get("BROWSER", "").split(":")[0].split()
    if not first or PurePath(first[0]).name not in ON_THE_TERMINAL:
        return ()
    placed = [part.replace("%s", url) for part in first]
    return tuple(placed) if placed != first else (*first, url)


def start(way: Way, url: str) -> str:
    """Show an address that `address.openable` has let pass in a window; what came of it, in a sentence. Not for the
    UI's loop."""
    if not way.argv:
        import webbrowser  # late: few sessions need it

        return f"Opened: {url}" if webbrowser.open(url) else f"No browser was found for {url}"
    import subprocess
    import threading

    nowhere = subprocess.DEVNULL
    try:
        browser = subprocess.Popen(  # noqa: S603 - an argument list that its owner wrote
            way.argv,
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
            umask=private.before(),
        )
    except OSError as error:
        return f"{way.argv[0]} cannot be started: {error.strerror}"
    threading.Thread(target=browser.wait, daemon=True).start()  # so that none is left a zombie
    return f"Opened: {url}"


def hand_over(way: Way) -> str:
    """Run a browser on this terminal until it is left; what went wrong, in a sentence, or ""."""
    import subprocess

    try:
        ended = subprocess.run(way.argv, check=False, umask=private.before()).returncode  # noqa: S603 - likewise
    except OSError as error:
        return f"{way.argv[0]} cannot be started: {error.strerror}"
    return f"{way.argv[0]} ended with an error ({ended})." if ended else ""
