"""Files: whole, or as far as they came and then the rest; never more than may come, never half a file in its place."""

from pathlib import Path

import pytest

from tests.web import Answer, Loopback
from tui.errors import FetchError
from tui.fetching.client import Fetcher
from tui.fetching.files import Saved, download

EPISODE = bytes(range(256)) * 2000
CUT = 200_000


def cut(etag: str = '"1"') -> bytes:
    head = f"HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Length: {len(EPISODE)}\r\nContent-Type: audio/mpeg\r\n\r\n"
    return head.encode() + EPISODE[:CUT]


def part(asked: dict[str, str], etag: str = '"1"') -> Answer:
    """What a server that can go on gives."""
    first = int(asked["range"].removeprefix("bytes=").rstrip("-"))
    if asked["if-range"] != etag:
        return Answer(EPISODE, headers={"ETag": etag}, content_type="audio/mpeg")
    span = f"bytes {first}-{len(EPISODE) - 1}/{len(EPISODE)}"
    return Answer(EPISODE[first:], 206, "audio/mpeg", {"Content-Range": span, "ETag": etag})


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


async def fetched(server: Loopback, file: Path, **given: object) -> Saved:
    fetcher = Fetcher(version="1")
    try:
        return await download(fetcher, f"{server.url}/episode", file, trusted=True, **given)  # type: ignore[arg-type] # passed through
    finally:
        await fetcher.aclose()


async def test_a_file_comes_whole_and_is_its_owners_alone(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    file = tmp_path / "episode.mp3"
    async with Loopback({"/episode": Answer(EPISODE, content_type="audio/mpeg")}) as server:
        saved = await fetched(server, file, progress=lambda came, of: told.append((came, of)))
        assert server.seen[0][1]["accept-encoding"] == "identity"
    assert saved == Saved(f"{server.url}/episode", len(EPISODE), "audio/mpeg")
    assert file.read_bytes() == EPISODE
    assert file.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["episode.mp3"]
    assert told[-1] == (len(EPISODE), len(EPISODE))
    assert told == sorted(told)


async def test_what_broke_off_is_gone_on_with(tmp_path: Path) -> None:
    file = tmp_path / "episode.mp3"

    def serve(_path: str, asked: dict[str, str]) -> Answer | bytes:
        return part(asked) if "range" in asked else cut()

    async with Loopback(serve) as server:
        with pytest.raises(FetchError, match="broke off in the middle of the file"):
            await fetched(server, file)
        assert not file.exists()
        assert (await fetched(server, file)).size == len(EPISODE)
        assert server.seen[1][1]["range"] == f"bytes={CUT}-"
    assert file.read_bytes() == EPISODE
    assert names(tmp_path) == ["episode.mp3"]


@pytest.mark.parametrize("etag", ['"2"', 'W/"1"', ""])
async def test_what_has_changed_or_may_have_begins_anew(tmp_path: Path, etag: str) -> None:
    def serve(_path: str, asked: dict[str, str]) -> Answer | bytes:
        if server.seen[1:]:
            return part(asked, '"2"') if "range" in asked else Answer(EPISODE)
        return cut(etag.replace("2", "1"))

    async with Loopback(serve) as server:
        with pytest.raises(FetchError):
            await fetched(server, tmp_path / "episode.mp3")
        await fetched(server, tmp_path / "episode.mp3")
    assert (tmp_path / "episode.mp3").read_bytes() == EPISODE


@pytest.mark.parametrize("whole", [True, False])
async def test_a_part_that_is_all_there_is_is_kept_and_one_of_something_else_is_not(
    tmp_path: Path, whole: bool
) -> None:
    (tmp_path / "e.part").write_bytes(EPISODE)
    (tmp_path / "e.part.tag").write_text('"1"')

    def serve(_path: str, asked: dict[str, str]) -> Answer:
        size = len(EPISODE) if whole else 5
        return Answer(b"", 416, headers={"Content-Range": f"bytes */{size}"}) if "range" in asked else Answer("words")

    async with Loopback(serve) as server:
        await fetched(server, tmp_path / "e")
    assert (tmp_path / "e").read_bytes() == (EPISODE if whole else b"words")


async def test_another_part_than_was_asked_for_is_not_taken_and_the_next_try_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "e.part").write_bytes(b"12345")
    (tmp_path / "e.part.tag").write_text('"1"')

    def serve(_path: str, asked: dict[str, str]) -> Answer:
        return Answer(b"x", 206, headers={"Content-Range": "bytes 0-0/9"}) if "range" in asked else Answer("words")

    async with Loopback(serve) as server:
        with pytest.raises(FetchError, match="sends another part"):
            await fetched(server, tmp_path / "e")
        assert names(tmp_path) == []
        await fetched(server, tmp_path / "e")
    assert (tmp_path / "e").read_bytes() == b"words"


async def test_an_empty_file_is_no_file(tmp_path: Path) -> None:
    async with Loopback({"/episode": Answer(b"")}) as server:
        with pytest.raises(FetchError, match="sends an empty file"):
            await fetched(server, tmp_path / "e")
    assert names(tmp_path) == []


async def test_no_more_than_the_limit_comes(tmp_path: Path) -> None:
    endless = b"HTTP/1.1 200 OK\r\n\r\n" + bytes(3_000_000)
    async with Loopback({"/episode": endless}) as server:
        with pytest.raises(FetchError, match="sends more than 1 MB"):
            await fetched(server, tmp_path / "e", limit=1_000_000)
    assert not (tmp_path / "e").exists()
    assert not (tmp_path / "e.part").exists() and not (tmp_path / "e.part.tag").exists()
    async with Loopback({"/episode": Answer(bytes(3_000_000))}) as server:
        with pytest.raises(FetchError, match="sends more than 1 MB"):
            await fetched(server, tmp_path / "f", limit=1_000_000)
    assert not (tmp_path / "f.part").exists()


async def test_what_is_refused_leaves_nothing(tmp_path: Path) -> None:
    async with Loopback({}) as server:
        with pytest.raises(FetchError, match="answers 404"):
            await fetched(server, tmp_path / "e")
    packed = Answer(b"x", headers={"Content-Encoding": "gzip"})
    async with Loopback({"/episode": packed}) as server:
        with pytest.raises(FetchError, match="compressed"):
            await fetched(server, tmp_path / "e")
    assert names(tmp_path) == []


async def test_a_link_in_its_place_leads_nowhere(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("kept")
    (tmp_path / "e.part").symlink_to(precious)
    async with Loopback({"/episode": Answer("words")}) as server:
        await fetched(server, tmp_path / "e")
    assert precious.read_text() == "kept"
    assert (tmp_path / "e").read_bytes() == b"words"


async def test_a_server_that_has_neither_the_part_nor_the_whole_is_asked_twice_and_said(tmp_path: Path) -> None:
    (tmp_path / "e.part").write_bytes(EPISODE[:5])
    (tmp_path / "e.part.tag").write_text('"1"')
    nothing = Answer(b"", 416, headers={"Content-Range": "bytes */3"})
    async with Loopback(lambda _path, _asked: nothing) as server:
        with pytest.raises(FetchError, match="416"):
            await fetched(server, tmp_path / "e")
        assert ["range" in asked for _, asked in server.seen] == [True, False]
    assert names(tmp_path) == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_file_that_has_moved_is_fetched_from_where_it_is_now(tmp_path: Path, status: int) -> None:
    moved = Answer(b"it is elsewhere", status, headers={"Location": "/now"})
    async with Loopback({"/episode": moved, "/now": Answer(EPISODE, content_type="audio/mpeg")}) as server:
        saved = await fetched(server, tmp_path / "e")
        assert saved == Saved(f"{server.url}/now", len(EPISODE), "audio/mpeg")
    assert (tmp_path / "e").read_bytes() == EPISODE


async def test_an_answer_that_names_no_other_place_is_a_failure_and_its_words_are_no_file(tmp_path: Path) -> None:
    async with Loopback({"/episode": Answer(b"look around", 300, headers={"Location": "/now"})}) as server:
        with pytest.raises(FetchError, match="300"):
            await fetched(server, tmp_path / "e")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("kind", "taken"),
    [("audio/mpeg", True), ("Audio/MPEG; x=1", True), ("", True), ("text/html; charset=utf-8", False)],
)
async def test_where_kinds_are_wanted_a_file_of_another_is_refused_by_name(
    tmp_path: Path, kind: str, taken: bool
) -> None:
    async with Loopback({"/episode": Answer("words", content_type=kind)}) as server:
        if taken:
            assert (await fetched(server, tmp_path / "e", kinds=("audio/", "video/"))).size == 5
        else:
            with pytest.raises(FetchError, match=r"sends text/html in its place$"):
                await fetched(server, tmp_path / "e", kinds=("audio/", "video/"))
    assert names(tmp_path) == ["e"] * taken


async def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    async with Loopback({"/episode": Answer(bytes(1_000_000))}) as server:
        assert (await fetched(server, tmp_path / "e", limit=1_000_000)).size == 1_000_000
        with pytest.raises(FetchError, match="sends more than 0 MB"):
            await fetched(server, tmp_path / "f", limit=999_999)
