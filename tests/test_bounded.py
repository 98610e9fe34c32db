"""Files and streams read whole, up to a bound."""

import io
import os
from pathlib import Path

import pytest

from tui import bounded


def test_a_file_that_is_as_long_as_it_may_be_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 1000)
    assert bounded.body(tmp_path / "file", 1000) == b"x" * 1000
    with pytest.raises(OSError, match="it is longer than 999 bytes"):
        bounded.body(tmp_path / "file", 999)
    assert bounded.read(io.StringIO("é" * 3), 3) == "ééé"


def test_of_a_file_with_holes_no_more_is_read_than_may_be(tmp_path: Path) -> None:
    with (tmp_path / "holes").open("wb") as out:
        out.truncate(4 << 30)
    with pytest.raises(OSError, match="it is longer than 1,000 bytes"):
        bounded.body(tmp_path / "holes", 1000)


@pytest.mark.parametrize("pipes", [False, True])
@pytest.mark.parametrize(
    ("place", "said"),
    [("/dev/zero", "not a regular file"), ("/", "Is a directory"), ("/no/such/file", "No such file")],
)
def test_what_is_no_file_is_not_read(place: str, said: str, pipes: bool) -> None:
    free = os.dup(0)
    os.close(free)
    with pytest.raises(OSError, match=said):
        bounded.opened(Path(place), pipes=pipes)
    again = os.dup(0)
    os.close(again)
    assert again == free  # nothing stays open


def test_a_pipe_is_read_where_it_may_be_named_and_waited_for_only_while_somebody_writes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="not a regular file"):
        bounded.opened(pipe)
    with bounded.opened(pipe, pipes=True) as nobody:
        assert nobody.read() == b""
    reader, writer = os.pipe()
    os.write(writer, b"some words")
    os.close(writer)
    with bounded.opened(Path(f"/dev/fd/{reader}"), pipes=True) as somebody:
        assert bounded.read(somebody, 100) == b"some words"
    os.close(reader)
