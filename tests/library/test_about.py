"""Where everything is, and what a report of a fault should include."""

from pathlib import Path

import pytest

from tests.storage.paper import entries, follow
from tui import config
from tui.library import about
from tui.storage.file import File


def test_every_place_is_named(tmp_path: Path) -> None:
    places = dict(about.places())
    assert places["config"] == str(config.config_file()) and places["log"] == str(config.log_file())
    assert places["assets"] == str(config.asset(""))


def test_the_library_is_as_large_as_all_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in (("library.db", 5), ("library.db-wal", 3), ("other", 100)):
        (tmp_path / name).write_bytes(b"x" * size)
    monkeypatch.setattr(config, "library_file", lambda: tmp_path / "library.db")
    assert dict(about.places())["library_bytes"] == 8


def test_nothing_of_what_a_person_reads_is_in_a_report(tmp_path: Path) -> None:
    with File(tmp_path / "library.db") as file:
        follow(file, ("World", entries(1, 2)))
        facts = dict(about.environment(file))
    assert facts["stories"] == 2 and facts["textual"] != "not installed"
    assert not [said for said in facts.values() if "a.example" in str(said) or "Story" in str(said)]
