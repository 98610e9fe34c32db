"""`broadsheet`, and `python -m tui`, which is the same. The reader's first frame is painted before anything else is
imported."""

import gc
import os
import sys

from tui import frame, kiosk, private


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    private.begin()
    gc.disable()  # what is made while starting stays; what works for long enables it again
    if kiosk.is_asked_for(sys.argv, os.environ.get("SHELL", "")):
        return enclosed()
    if "--kiosk" in sys.argv:
        kiosk.enclose(sys.argv[1:])
    first: frame.Frame | None = None
    try:
        if len(sys.argv) > 1:
            from tui import cli

            return cli.main()
        first = frame.paint()
        from tui import cli

        return cli.read(first)
    except KeyboardInterrupt:
        return 130
    finally:
        if first is not None:
            first.restore()


def enclosed() -> int:
    """`broadsheet-kiosk`: the reader alone, whatever it is called with; returns the exit code."""
    private.begin()
    kiosk.enclose(["--kiosk"])
    from tui import cli

    return cli.main(["--kiosk"])


if __name__ == "__main__":
    sys.exit(main())
