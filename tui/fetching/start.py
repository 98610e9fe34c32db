"""The start of a child process: `python -I start.py '{"path": […], …}'`. It knows nothing but where the program
stands."""

import json
import sys


def main() -> None:
    """Put the parent's search path before this interpreter's own, and begin."""
    given = json.loads(sys.argv[1])
    path = given.pop("path")
    sys.path[:] = path + [own for own in sys.path if own not in path]
    from tui.fetching.workers import begin

    begin(**given)


if __name__ == "__main__":
    main()
