"""Pictures kept for reading offline: the bytes as they came, files beside the library.

They are no part of the library: what is lost of them can be fetched again, so backups are without them, and there is a
bound on what they take together. A file's name says whose it is (STORY-DIGEST, the digest its address's): nothing has
to be written into the library, and nothing there can be wrong."""

import os
from contextlib import suppress
from pathlib import Path

from tui.errors import StoreError
from tui.storage.file import File
from tui.storage.sql import column

FOLDER = "pictures"
LOOK_AGAIN = 20_000_000
"""Bytes that are kept before the folder is looked through again, however much there may be: another process may keep
pictures too, and so much more than the bound there may be for a while."""
SPARE = 20
"""The part of the bound, a twentieth, that is made free when it is reached: not every picture then has one go."""
_left: dict[tuple[Path, int], int] = {}
"""Folder and bound -> the bytes that may be kept before the folder is looked through."""
_SAFE = os.O_NOFOLLOW | os.O_CLOEXEC
_DEAR = (
    "SELECT id FROM stories WHERE starred = 1 OR later = 1 OR identity IN (SELECT identity FROM marks"
    " WHERE id IN (SELECT id FROM notes) OR id IN (SELECT mark_id FROM tagged))"
)
"""The stories that matter more to somebody than others: starred, kept for later, tagged, annotated."""


def folder(file: File) -> Path:
    """Where they are."""
    return file.path.with_name(FOLDER)


def kept(file: File, story_id: int, url: str) -> bytes:
    """A picture of a story, b"" where it is not kept."""
    try:
        with os.fdopen(os.open(_place(file, story_id, url), os.O_RDONLY | os.O_NONBLOCK | _SAFE), "rb") as opened:
            return opened.read()
    except OSError:
        return b""


def keep(file: File, story_id: int, url: str, data: bytes, most: int) -> None:
    """Keeps a picture; where all of them are then more than `most` bytes, the oldest go, those of stories that are
    starred, kept for later, tagged or annotated last. StoreError where it cannot be written."""
    place = _place(file, story_id, url)
    new = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        place.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _SAFE, 0o600), "wb") as out:
            out.write(data)
        new.replace(place)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise StoreError(f"The picture cannot be kept: {(error.strerror or str(error)).lower()}.") from error
    bound = folder(file), most
    left = _left.get(bound, 0) - len(data)
    _left[bound] = left if left >= 0 else min(LOOK_AGAIN, _trim(file, most))


def sizes(file: File) -> tuple[int, int]:
    """How many there are, and their bytes."""
    found = _found(file)
    return len(found), sum(size for *_, size in found)


def sweep(file: File) -> int:
    """Removes the pictures of stories that are gone; the bytes that they took."""
    found = _found(file)
    with file.reading() as db:
        there = set(column(db, "SELECT id FROM stories")) if found else set()
    freed = 0
    for story_id, place, _, size in found:
        if story_id not in there:
            place.unlink(missing_ok=True)
            freed += size
    return freed


def _place(file: File, story_id: int, url: str) -> Path:
    from hashlib import sha256  # takes 2 ms, which a verb that only reads need not pay

    return folder(file) / f"{story_id}-{sha256(url.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _found(file: File) -> list[tuple[int, Path, float, int]]:
    """(story, file, when it was kept, bytes) of every picture."""
    found = []
    try:
        with os.scandir(folder(file)) as entries:
            for entry in entries:
                story = entry.name.partition("-")[0]
                if story.isdecimal() and entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    found.append((int(story), Path(entry.path), about.st_mtime, about.st_size))
    except OSError:
        return []  # none has been kept yet
    return found


def _trim(file: File, most: int) -> int:
    """Where they are more than a bound, removes the oldest until there is room for some more; the bytes that are
    left."""
    found = _found(file)
    left = most - sum(size for *_, size in found)
    if left >= 0:
        return left
    with file.reading() as db:
        dear = set(column(db, _DEAR))
    found.sort(key=lambda one: (one[0] in dear, one[2], one[1].name), reverse=True)
    while left < most // SPARE:
        _, place, _, size = found.pop()
        place.unlink(missing_ok=True)
        left += size
    return left
