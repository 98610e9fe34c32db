"""The start of a child: it puts its parent's search path first, and knows nothing else."""

import json
import sys

import pytest

from tui.fetching import start, workers


def test_the_parents_path_goes_before_our_own_and_nothing_is_said_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[dict[str, object]] = []
    monkeypatch.setattr(workers, "begin", lambda **given: begun.append(given))
    monkeypatch.setattr(sys, "path", ["/own", "/both"])
    monkeypatch.setattr(
        sys, "argv", ["start.py", json.dumps({"path": ["/parent", "/both"], "target": "x:y", "line": 3})]
    )
    start.main()
    assert sys.path == ["/parent", "/both", "/own"]
    assert begun == [{"target": "x:y", "line": 3}]
