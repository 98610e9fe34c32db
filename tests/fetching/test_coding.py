"""Content codings: every one that is accepted is undone, no bomb goes off, and what takes long takes no longer than it may."""

import gzip
import random
import time
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped] # it has no stubs
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FetchError
from tui.fetching import coding as room
from tui.fetching.coding import Body
from tui.jobs import BODY_BYTES

FEED = "https://news.example/feed"


def sentence(body: bytes, coding: str) -> str:
    """What is said of a body that cannot be taken."""
    with pytest.raises(FetchError) as caught:
        Body(body, FEED, coding=coding).plain()
    return str(caught.value)


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": lambda body: gzip.compress(body[:100]) + gzip.compress(body[100:]),
    "deflate": zlib.compress,
    "Deflate": lambda body: zlib.compress(body, wbits=-15),
    "br": brotli.compress,
    "zstd": zstandard.compress,
    "identity": lambda body: body,
    "UTF-8": lambda body: body,
    "gzip, br": lambda body: brotli.compress(gzip.compress(body)),
}


@pytest.mark.parametrize("coding", PACKED)
def test_every_coding_that_is_accepted_is_undone(coding: str) -> None:
    body = b"a story of some length, " * 5000
    assert Body(PACKED[coding](body), FEED, coding=coding).plain() == body


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_refused_before_it_has_gone_off(coding: str) -> None:
    bomb = PACKED[coding](bytes(BODY_BYTES + 1))
    assert len(bomb) < 20_000
    assert sentence(bomb, coding) == "news.example sends more than 15 MB"


def test_a_bomb_within_a_bomb_is_refused_at_its_first_layer() -> None:
    bomb = gzip.compress(gzip.compress(bytes(4 * BODY_BYTES), 9), 9)
    assert sentence(bomb, "gzip, gzip") == "news.example sends more than 15 MB"


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate", "gzip, gzip, gzip, gzip"])
def test_what_cannot_be_decompressed_is_said(coding: str) -> None:
    assert sentence(b"\xff not packed at all", coding) == "news.example sent data that cannot be decompressed"


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br", "nonsense"]))
def test_no_bytes_crash_the_decompression(body: bytes, coding: str) -> None:
    try:
        Body(body, FEED, coding=coding).plain()
    except FetchError as error:
        assert "decompressed" in str(error)


def test_many_empty_members_cost_no_more_than_reading_them() -> None:
    empty = gzip.compress(b"", mtime=0)
    began = time.process_time()
    assert sentence(empty * (BODY_BYTES // len(empty)), "gzip") == "news.example sent data that cannot be decompressed"
    assert time.process_time() - began < 2
    assert Body(empty * 500 + gzip.compress(b"words"), FEED, coding="gzip").plain() == b"words"


@pytest.mark.parametrize("end", ["</rss>", "</feed>\n", "</rdf:RDF>", "</html>", '{"items": []}', "]"])
def test_a_body_that_was_cut_behind_its_end_is_whole(end: str) -> None:
    assert Body(f"all of it{end}".encode(), FEED, cut=True).plain().endswith(end.encode())


@pytest.mark.parametrize("end", ["", "</item>", "</rss", "{", "</rss> and some more"])
def test_a_body_that_was_cut_before_its_end_is_not(end: str) -> None:
    with pytest.raises(FetchError, match="broke off in the middle of its answer"):
        Body(f"some of it{end}".encode(), FEED, cut=True).plain()
    assert Body(f"some of it{end}".encode(), FEED).plain()


@pytest.mark.parametrize("coding", PACKED)
def test_a_body_may_be_as_large_as_the_limit_and_no_larger(coding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "BODY_BYTES", 1_000_000)
    for size in (999_999, 1_000_000):
        assert len(Body(PACKED[coding](bytes(size)), FEED, coding=coding).plain()) == size
    if coding not in ("identity", "UTF-8"):
        assert sentence(PACKED[coding](bytes(1_000_001)), coding) == "news.example sends more than 1 MB"


def test_a_body_in_several_members_is_whole_as_long_as_they_are_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MEMBERS", 3)
    members = [gzip.compress(b"abc"), gzip.compress(b""), gzip.compress(b"def")]
    assert Body(b"".join(members) + b"behind", FEED, coding="gzip").plain() == b"abcdef"
    assert sentence(b"".join([*members, members[0]]), "gzip") == "news.example sent data that cannot be decompressed"


@pytest.mark.parametrize("coding", ["br", "gzip", "deflate"])
def test_what_was_cut_off_on_its_way_is_taken_as_far_as_it_came(coding: str) -> None:
    chance = random.Random(3)
    body = bytes(chance.choice(b"abcdefgh") for _ in range(50_000))
    packed = PACKED[coding](body)
    came = Body(packed[: len(packed) // 2], FEED, coding=coding).plain()
    assert body.startswith(came) and 10_000 < len(came) < len(body)


def test_a_gzip_that_goes_wrong_in_the_middle_is_said() -> None:
    packed = bytearray(gzip.compress(bytes(range(256)) * 200))
    packed[30:60] = b"\xff" * 30
    assert sentence(bytes(packed), "gzip") == "news.example sent data that cannot be decompressed"


def test_a_body_may_be_packed_three_times_over_and_no_more() -> None:
    packed = gzip.compress(brotli.compress(zlib.compress(b"words")))
    assert Body(packed, FEED, coding="deflate, br, gzip").plain() == b"words"
    said = sentence(gzip.compress(packed), "deflate, br, gzip, gzip")
    assert said == "news.example sent data that cannot be decompressed"


def test_an_empty_body_is_empty_in_every_coding() -> None:
    assert Body(b"", FEED, coding="gzip, br").plain() == b""


def test_what_cannot_be_unpacked_came_with_a_good_status() -> None:
    for body in (gzip.compress(bytes(BODY_BYTES + 1)), b"\xff not packed at all"):
        with pytest.raises(FetchError) as caught:
            Body(body, FEED, coding="gzip").plain()
        assert caught.value.status == 200
