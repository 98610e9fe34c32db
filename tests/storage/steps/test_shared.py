"""The eleventh version: what stands in several sections is counted when an older library is opened."""

import shutil
from pathlib import Path

import pytest

import tests.libraries
from tests.storage.paper import check
from tui.storage import folders
from tui.storage.file import File


@pytest.mark.parametrize("version", [4, 10])
def test_an_older_librarys_folders_count_each_story_once(version: int, tmp_path: Path) -> None:
    path = shutil.copy(Path(tests.libraries.__file__).with_name(f"v{version}.db"), tmp_path / "library.db")
    with File(Path(path)) as file:
        morning = folders.find(file, "Morning")
        assert morning is not None
        assert (morning.stories, morning.unread) == (4, 2)
        check(file)
