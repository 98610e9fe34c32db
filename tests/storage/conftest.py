"""A library of its own for each test, looked through when the test is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.paper import NOW, check
from tui.storage.file import File


@pytest.fixture
def store(tmp_path: Path) -> Iterator[File]:
    with File(tmp_path / "library.db", clock=lambda: NOW) as made:
        yield made
        check(made)
