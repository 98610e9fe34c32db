"""Every verb, whatever its streams and its library are like: an exit code and at most a few sentences, never a
traceback, nothing waited for, and nothing lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.campaign.program import as_nobody_special
from tests.cli.forked import HARMS, LOCKED, WAYS
from tests.forking import BROKE
from tests.terminal import environment
from tui.cli.verbs import VERBS
from tui.storage import repair, stories
from tui.storage.file import File

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")

Ended = dict[str, tuple[int, str]]


def every(folder: Path, way: str, harm: str) -> Ended:
    """Verb -> its exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.forked", way, harm],
        env=environment(folder),
        cwd=Path(__file__).parent.parent.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(b"[")]
    return {name: (code, said) for name, code, said in found}


@pytest.mark.parametrize("way", WAYS)
def test_every_verb_ends_well_whatever_its_streams_are(tmp_path: Path, way: str) -> None:
    ended = every(tmp_path, way, "nothing")
    assert list(ended) == [verb.name for verb in VERBS]
    assert [(name, *one) for name, one in ended.items() if one[0] not in (0, 1)] == []
    with File(tmp_path / "data" / "whole" / "library.db") as whole:
        assert repair.examine(whole) == ()
    with File(tmp_path / "data" / "broadsheet" / "library.db") as file:
        assert repair.examine(file) == ()
        assert stories.counts(file).starred == 1


@pytest.mark.parametrize("harm", [harm for harm in HARMS if harm != "nothing"])
def test_every_verb_says_what_became_of_its_library(tmp_path: Path, harm: str) -> None:
    if harm in LOCKED and not as_nobody_special():
        pytest.skip("to root nothing is locked")
    ended = every(tmp_path, "as ever", harm)
    assert list(ended) == [verb.name for verb in VERBS]
    assert [(name, *one) for name, one in ended.items() if one[0] not in (0, 1)] == []
    for name in () if harm.startswith("without") else ("list", "mark", "show", "refresh", "backup", "undo"):
        code, said = ended[name]
        assert (code, said.count("\n")) == (1, 1), said
        assert said.startswith("broadsheet: ")
    if harm == "of a newer version":
        assert ended["export"] == (0, "")
    assert BROKE not in {code for code, _ in ended.values()}
