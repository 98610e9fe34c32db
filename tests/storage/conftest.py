"""A library of its own for each test, looked through when the test is over."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.paper import NOW, check
from tui.storage.file import File


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with nothing in it, made once: to copy one takes a twentieth of the time."""
    path = tmp_path_factory.mktemp("empty") / "library.db"
    File(path).close()
    return path


@pytest.fixture
def store(tmp_path: Path, empty_library: Path) -> Iterator[File]:
    with File(Path(shutil.copy(empty_library, tmp_path / "library.db")), clock=lambda: NOW) as made:
        yield made
        check(made)
