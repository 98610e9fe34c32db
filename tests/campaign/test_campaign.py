"""The short form of the campaign: a few rounds of each part, always the same."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.campaign import Part, Tally, disks, fuzz, kills, payloads, power, screens, shells
from tests.campaign.watched import Syncs, can_be_watched


@pytest.mark.parametrize(
    ("part", "rounds"),
    [
        (kills.run, 10),
        (power.run, 4),
        (shells.run, 2),
        (screens.run, 3),
        (disks.run, 5),
        (payloads.run, 1),
        (fuzz.run, 25),
    ],
    ids=["kills", "power", "shells", "screens", "disks", "payloads", "fuzz"],
)
def test_nothing_is_lost(part: Part, rounds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens, "CURRENT", screens._GIVEN_UP)  # whether it is soon enough a busy machine cannot say
    if part is power.run and not can_be_watched():
        pytest.skip("this machine does not tell of the syncs of a program")
    tally = part(Random(1), rounds)
    assert tally.tried >= rounds
    assert tally.lost == []


def test_a_tally_counts_what_is_lost() -> None:
    tally = Tally()
    tally.count()
    tally.count("a star is gone")
    assert (tally.tried, tally.lost) == (2, ["a star is gone"])


class Unlucky(Random):
    """Chance by which always the first comes."""

    def choice(self, seq: Any) -> Any:
        return seq[0]

    def random(self) -> float:
        return 0.0


@pytest.mark.skipif(not can_be_watched(), reason="this machine does not tell of the syncs of a program")
def test_the_power_leaves_what_was_synced(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    (folder / "before").write_bytes(b"there")
    disk = power.Disk(folder)
    syncs = Syncs(disk.sync)
    code = (
        "import os\n"
        "def write(name, body, sync):\n"
        "    with open(name, 'wb') as out:\n"
        "        out.write(body); out.flush(); sync and os.fsync(out.fileno())\n"
        "write('synced', b'kept', True); write('not', b'gone', False); write('before', b'changed', False)\n"
        "write('new', b'x', True); os.rename('new', 'moved'); write('log-wal', b'y', True); os.unlink('log-wal')\n"
        "write('other', b'another number', False)\n"
    )
    done = subprocess.run(
        syncs.program(sys.executable, "-c", f"import os; os.chdir({str(folder)!r})\n{code}"),
        pass_fds=(syncs.there.fileno(),),
        check=False,
    )
    syncs.close()
    assert done.returncode == 0
    disk.cut(Unlucky(), tmp_path / "after")
    disk.close()
    found = {path.name: path.read_bytes() for path in (tmp_path / "after").iterdir()}
    assert found == {"before": b"there", "synced": b"kept", "not": b"", "moved": b"x", "log-wal": b"y", "other": b""}


def test_a_folder_that_is_synced_holds_nothing_deleted(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    for name in ("one-wal", "two-wal"):
        (tmp_path / "disk" / name).write_bytes(name.encode())
    disk = power.Disk(tmp_path / "disk")
    (tmp_path / "disk" / "one-wal").unlink()
    disk.sync(os.open(tmp_path / "disk", os.O_RDONLY))
    (tmp_path / "disk" / "two-wal").unlink()
    disk.cut(Unlucky(), tmp_path / "after")
    disk.close()
    assert [path.name for path in (tmp_path / "after").iterdir()] == ["two-wal"]


def test_a_disk_may_have_taken_some_blocks() -> None:
    old, new = b"a" * 3 * power.BLOCK, b"b" * 5 * power.BLOCK
    taken = {power._blocks(Random(seed), "some", old, new) for seed in range(20)}
    assert len(taken) > 10 and all(set(each) <= {0, 97, 98} for each in taken)
    assert power._blocks(Random(1), "all", old, new) == new


def test_harm_is_done_and_bounded() -> None:
    chance = Random(1)
    assert fuzz.harmed(chance, b"") != fuzz.harmed(chance, b"")
    assert all(len(fuzz.harmed(chance, b"<p>words</p>" * 100)) <= 1 << 20 for _ in range(50))


def test_what_takes_too_long_is_ended() -> None:
    def forever(_body: bytes) -> None:
        while True:
            pass

    slow = fuzz.Parser("slow", forever)
    fuzz_seconds, fuzz.SECONDS = fuzz.SECONDS, 0.05  # type: ignore[assignment]
    try:
        assert "longer than" in fuzz._lost(slow, b"x", 1)
    finally:
        fuzz.SECONDS = fuzz_seconds
