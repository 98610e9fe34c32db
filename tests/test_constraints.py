"""constraints.txt pins all that the tests need, with hashes and without addresses; `.ci/dev lock` writes it."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILE = ROOT / "constraints.txt"


@pytest.fixture(scope="module")
def pinned() -> dict[str, str]:
    if not FILE.exists():
        pytest.skip("constraints.txt is not beside the installed wheel's tests")
    lines = re.sub(r"\\\n", "", FILE.read_text(encoding="utf-8")).splitlines()
    return {line.split("==")[0]: line for line in lines if "==" in line and not line.lstrip().startswith("#")}


def test_every_one_has_a_hash_and_none_an_address(pinned: dict[str, str]) -> None:
    assert len(pinned) > 20
    for line in pinned.values():
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line
    assert "://" not in FILE.read_text(encoding="utf-8")


def test_all_that_the_tests_need_is_among_them(pinned: dict[str, str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
        name = re.split(r"[<>=!~;\[ ]", requirement)[0]
        assert name in pinned, f"{name} is missing: .ci/dev lock"
