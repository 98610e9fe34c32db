"""`broadsheet`, and `python -m tui`, which is the same. The reader's first frame is painted before anything else is
imported."""

import gc
import sys

from tui import frame, private


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    private.begin()
    gc.disable()  # what is made while starting stays; what works for long enables it again
    if len(sys.argv) > 1:
        from tui import cli

        return cli.main()
    first = frame.paint()
    try:
        from tui import cli

        return cli.read(first)
    except KeyboardInterrupt:
        return 130
    finally:
        if first is not None:
            first.restore()


if __name__ == "__main__":
    sys.exit(main())
