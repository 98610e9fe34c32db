"""The doctor's own looks: the terminal, the file system, and whether fixing helps under an open screen."""

from pathlib import Path

import pytest

from tui.library import doctor
from tui.library.doctor import Check


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"TERM": "dumb"}, "TERM names no terminal"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "xterm, true colour"),
        ({"TERM": "tmux-256color", "TMUX": "x"}, "set-clipboard on"),
        ({"TERM": "xterm", "SSH_CONNECTION": "x"}, "over SSH"),
    ],
)
def test_the_terminal_is_told(monkeypatch: pytest.MonkeyPatch, env: dict[str, str], said: str) -> None:
    for name in ("TERM", "COLORTERM", "TMUX", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert any(said in check.sentence for check in doctor._terminal(False))


def test_a_network_file_system_is_known(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n")
    assert doctor._file_system(tmp_path / "library.db", mounts) == "nfs4"
    assert doctor._file_system(Path("/library.db"), mounts) == "ext4"
    assert doctor._file_system(tmp_path, tmp_path / "none") == ""


@pytest.mark.parametrize(
    ("found", "mends"),
    [
        ((Check("ok", "library", "right"),), False),
        ((Check("wrong", "library", "counts are off", mends=True),), True),
        ((Check("note", "episodes", "a file is gone", mends=True), Check("wrong", "files", "open to others")), True),
        ((Check("note", "episodes", "a file is gone", mends=True), Check("wrong", "library", "torn")), False),
    ],
)
def test_it_mends_in_place_only(found: tuple[Check, ...], mends: bool) -> None:
    assert doctor.mends(found) is mends
