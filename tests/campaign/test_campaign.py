"""The short form of the campaign: a few rounds of each part, always the same."""

from random import Random

import pytest

from tests.campaign import Part, Tally, disks, fuzz, kills, payloads, shells


@pytest.mark.parametrize(
    ("part", "rounds"),
    [(kills.run, 10), (shells.run, 2), (disks.run, 5), (payloads.run, 1), (fuzz.run, 25)],
    ids=["kills", "shells", "disks", "payloads", "fuzz"],
)
def test_nothing_is_lost(part: Part, rounds: int) -> None:
    tally = part(Random(1), rounds)
    assert tally.tried >= rounds
    assert tally.lost == []


def test_a_tally_counts_what_is_lost() -> None:
    tally = Tally()
    tally.count()
    tally.count("a star is gone")
    assert (tally.tried, tally.lost) == (2, ["a star is gone"])


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
