"""The browser that opens an address: the system's, or a program that a person named; never a shell."""

import os
import sys
from collections.abc import Mapping, Sequence

from tui import private


def wanted(open_links: str, program: Sequence[str], environment: Mapping[str, str] | None = None) -> bool:
    """Is an address to be opened here, rather than shown and copied? Over SSH and without a desktop it is not, unless a person says so."""
    if open_links != "auto":
        return open_links == "browser"
    known = os.environ if environment is None else environment
    desktop = sys.platform == "darwin" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(known))
    return "SSH_CONNECTION" not in known and (desktop or bool(program))


def start(url: str, program: Sequence[str] = ()) -> str:
    """Open an address that `address.openable` has let pass; one sentence on what came of it. May take a while: not for the UI's loop."""
    if not program:
        import webbrowser  # late: few sessions need it

        return f"Opened: {url}" if webbrowser.open(url) else f"No browser was found for {url}"
    import subprocess
    import threading

    nowhere = subprocess.DEVNULL
    try:
        browser = subprocess.Popen(  # noqa: S603 - an argument list that its owner wrote
            [*program, url],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
            umask=private.before(),
        )
    except OSError as error:
        return f"{program[0]} cannot be started: {error.strerror}"
    threading.Thread(target=browser.wait, daemon=True).start()  # so that none is left a zombie
    return f"Opened: {url}"
