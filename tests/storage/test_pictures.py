"""Kept pictures: a bound, the oldest first, those that somebody cares for last; their owner's alone."""

import os
from pathlib import Path

import pytest

from tests.storage.paper import entries, follow
from tui.errors import StoreError
from tui.model import StoryFilter
from tui.storage import marks, pictures, retention, stories, tags
from tui.storage.file import File

MOST = 1_000


def ids(store: File) -> list[int]:
    follow(store, ("World", entries(1, 2, 3, 4)))
    return list(stories.order(store, StoryFilter()))


def put(store: File, story_id: int, name: str, size: int, age: int, most: int = MOST) -> None:
    """Keep a picture that came so many seconds ago."""
    url = f"https://a.example/{name}.png"
    pictures.keep(store, story_id, url, bytes(size), most)
    for place in pictures.folder(store).iterdir():
        if place.stat().st_size == size:
            os.utime(place, (1e9 - age, 1e9 - age))


def there(store: File, story_id: int, name: str) -> bool:
    return bool(pictures.kept(store, story_id, f"https://a.example/{name}.png"))


def test_a_picture_is_kept_as_it_came_for_its_owner_alone(store: File) -> None:
    (story_id, *_) = ids(store)
    assert pictures.kept(store, story_id, "https://a.example/1.png") == b"" and pictures.sizes(store) == (0, 0)
    before = os.umask(0)
    try:
        pictures.keep(store, story_id, "https://a.example/1.png", b"bytes", MOST)
    finally:
        os.umask(before)
    assert pictures.kept(store, story_id, "https://a.example/1.png") == b"bytes"
    assert pictures.sizes(store) == (1, 5)
    (place,) = pictures.folder(store).iterdir()
    assert place.stat().st_mode & 0o777 == 0o600 and place.parent.stat().st_mode & 0o777 == 0o700
    assert not there(store, story_id + 1, "1")


def test_the_oldest_give_way(store: File) -> None:
    first, second, *_ = ids(store)
    put(store, first, "a", 400, age=30)
    put(store, second, "b", 401, age=20)
    put(store, first, "c", 300, age=0)
    assert [there(store, first, "a"), there(store, second, "b"), there(store, first, "c")] == [False, True, True]
    assert pictures.sizes(store)[1] <= MOST


def test_the_folder_is_not_looked_through_with_every_picture(store: File, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[File] = []
    found = pictures._found

    def look(file: File) -> list[tuple[int, Path, float, int]]:
        looked.append(file)
        return found(file)

    monkeypatch.setattr(pictures, "_found", look)
    first, *_ = ids(store)
    for number in range(30):
        pictures.keep(store, first, f"https://a.example/{number}.png", bytes(100), 10_000)
    assert len(looked) == 1
    for number in range(30, 300):
        pictures.keep(store, first, f"https://a.example/{number}.png", bytes(100), 10_000)
        assert sum(size for *_, size in found(store)) <= 10_000
    assert len(looked) < 50
    monkeypatch.setattr(pictures, "LOOK_AGAIN", 1_000)
    looked.clear()
    for number in range(30):
        pictures.keep(store, first, f"https://a.example/{number}", bytes(100), 1_000_000)
    assert len(looked) == 3  # another process may have kept some, too


@pytest.mark.parametrize("how", ["star", "later", "tag", "note"])
def test_those_of_stories_that_somebody_cares_for_go_last(store: File, how: str) -> None:
    first, second, *_ = ids(store)
    match how:
        case "star":
            marks.mark(store, [first], starred=True)
        case "later":
            marks.mark(store, [first], later=True)
        case "tag":
            tags.tag(store, [first], "ports")
        case _:
            tags.keep_note(store, first, "Ask Ann.")
    put(store, first, "a", 400, age=30)
    put(store, second, "b", 401, age=20)
    put(store, second, "c", 300, age=10)
    assert [there(store, first, "a"), there(store, second, "b"), there(store, second, "c")] == [True, False, True]
    put(store, first, "d", 900, age=0)
    assert [there(store, first, "a"), there(store, second, "c"), there(store, first, "d")] == [False, False, True]


def test_those_of_stories_that_are_gone_are_swept(store: File) -> None:
    (story_id, *_) = ids(store)
    put(store, story_id, "a", 10, age=0)
    put(store, 9_999, "b", 20, age=0)
    (pictures.folder(store) / "notes.txt").write_text("somebody's own")
    put(store, 9_999, "c", 30, age=0)
    assert pictures.sweep(store) == 50
    assert pictures.sweep(store) == 0
    put(store, 9_999, "b", 20, age=0)
    retention.tidy(store, ())
    assert there(store, story_id, "a") and not there(store, 9_999, "b")
    assert (pictures.folder(store) / "notes.txt").exists()


def test_a_link_in_its_place_is_not_followed(store: File, tmp_path: Path) -> None:
    (story_id, *_) = ids(store)
    put(store, story_id, "a", 10, age=0)
    (place,) = pictures.folder(store).iterdir()
    place.unlink()
    (tmp_path / "other").write_bytes(b"somebody else's")
    place.symlink_to(tmp_path / "other")
    assert not there(store, story_id, "a")
    put(store, story_id, "a", 11, age=0)
    assert there(store, story_id, "a") and (tmp_path / "other").read_bytes() == b"somebody else's"


def test_a_folder_that_cannot_be_made_is_one_sentence(store: File) -> None:
    pictures.folder(store).write_text("a file")
    with pytest.raises(StoreError, match="The picture cannot be kept: "):
        pictures.keep(store, 1, "https://a.example/1.png", b"bytes", MOST)
    assert pictures.sizes(store) == (0, 0) and pictures.sweep(store) == 0
